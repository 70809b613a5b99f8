//! Extremes and their places against plain loops, on each level.

use super::*;
use crate::arch::testing::{same, samples};
use crate::ops::order as plain;
use crate::reduce::testing::LENGTHS;
use crate::walk::testing::results;

impl<T, E> Clone for Best<'_, T, E> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, E> Copy for Best<'_, T, E> {}
impl<T, E> Clone for Place<'_, T, E> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, E> Copy for Place<'_, T, E> {}

/// The index, plainly.
fn place<T: Element>(x: &[T], better: impl Fn(T, T) -> bool) -> Option<usize> {
    if let Some(nan) = x.iter().position(|x| x.to_f64().is_nan()) {
        return Some(nan);
    }
    (0..x.len()).reduce(|best, i| if better(x[i], x[best]) { i } else { best })
}

#[track_caller]
fn check<T: Float>(x: &[T]) {
    for (level, got) in results(Best(x, PhantomData::<Largest>)) {
        assert!(same(got, plain::max(x)), "max of {} at {level}: {got}", x.len());
    }
    for (level, got) in results(Best(x, PhantomData::<Smallest>)) {
        assert!(same(got, plain::min(x)), "min of {} at {level}: {got}", x.len());
    }
    let magnitudes: Vec<T> = x.iter().map(|x| x.abs()).chain([T::ZERO]).collect();
    for (level, got) in results(Best(x, PhantomData::<Magnitude>)) {
        assert!(same(got, plain::max(&magnitudes)), "norm of {} at {level}: {got}", x.len());
    }
    for (level, got) in results(Place(x, PhantomData::<Largest>)) {
        assert_eq!(got, place(x, |a, b| a > b), "argmax of {} at {level}", x.len());
    }
    for (level, got) in results(Place(x, PhantomData::<Smallest>)) {
        assert_eq!(got, place(x, |a, b| a < b), "argmin of {} at {level}", x.len());
    }
}

fn lengths<T: Float>() {
    for n in LENGTHS {
        // Without NaN among the specials there are zeros of both signs and infinities.
        for (seed, special) in [(1, 0), (2, 30), (3, 250)] {
            let mut x = samples::<T>(n + 1, seed + n as u64, special);
            check(&x[1..]);
            x.retain(|x| !x.to_f64().is_nan());
            check(&x);
        }
    }
}

#[test]
fn extremes_of_f32() {
    lengths::<f32>();
}

#[test]
fn extremes_of_f64() {
    lengths::<f64>();
}

#[test]
fn a_nan_at_any_place() {
    for n in [1, 16, 33, 127, 128, 300] {
        for at in 0..n {
            let mut x = vec![1.0_f32; n];
            x[at] = f32::NAN;
            check(&x);
        }
    }
}

#[test]
fn the_first_of_equals_and_the_ends() {
    for n in [1, 5, 64, 2000, 5000] {
        check(&vec![0.5_f32; n]);
        check(&vec![f64::NEG_INFINITY; n]);
        check(&vec![f32::INFINITY; n]);
        let zeros: Vec<f32> = (0..n).map(|i| if i % 3 == 0 { -0.0 } else { 0.0 }).collect();
        check(&zeros);
        let mut late = vec![0.0_f32; n];
        late[n - 1] = 1.0;
        check(&late);
    }
}
