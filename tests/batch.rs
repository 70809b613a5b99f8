//! `name::batch`: the bits of single calls, on every level, for any number of samples.

use std::fmt::Debug;

use kernels::prelude::*;
use kernels::{Level, SizeError};

/// None, one, a few, and more than a few.
const SIZES: [usize; 4] = [0, 1, 2, 7];

#[kernel(batch = [a, b])]
fn product(a: &Matrix<f32, 3, 3>, b: &Matrix<f32, 3, 3>) -> Matrix<f32, 3, 3> {
    a * b
}

#[kernel(batch = [x], specialize = [(R = 10, C = 17)])]
fn dense<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>,
    b: &Vector<f32, R>,
    x: &Vector<f32, C>,
) -> Vector<f32, R> {
    relu(w * x + b)
}

#[kernel(batch = [out, x, s])]
fn accumulates(out: &mut Vector<f64, 5>, x: &Vector<f64, 5>, s: f64, shift: f64) {
    *out += s * x + shift;
}

#[kernel(batch = [x])]
fn square(x: &Vector<f32, 9>) -> f32 {
    dot(x, x)
}

#[kernel(batch = [x])]
fn split(x: &Vector<f32, 9>, w: &Matrix<f32, 4, 9>) -> (Vector<f32, 4>, f32) {
    (w * x, sum(x))
}

#[kernel(batch = [x, y])]
fn scalars(x: f32, y: f32) -> (f32, f32) {
    (x + y, x * y)
}

#[kernel(batch = [a, c])]
fn windows(
    a: &MatrixView<'_, f32, 3, 4>,
    b: &MatrixView<'_, f32, 4, 5>,
    c: &mut MatrixViewMut<'_, f32, 3, 5>,
) {
    *c += a * b;
}

fn vector<const N: usize>(seed: usize) -> Vector<f32, N> {
    Vector::from_fn(|i| ((i * 37 + seed * 101) as f32).sin())
}

fn matrix<const R: usize, const C: usize>(seed: usize) -> Matrix<f32, R, C> {
    Matrix::from_fn(|i, j| ((i * 29 + j * 11 + seed * 53) as f32).cos())
}

/// Runs a batch as any caller does and at each level; what it gives is `expected`.
fn check<T: PartialEq + Debug>(expected: &T, batch: impl Fn(Option<Level>) -> T) {
    assert_eq!(batch(None), *expected);
    for level in Level::supported() {
        assert_eq!(batch(Some(level)), *expected, "{level}");
    }
}

/// One of the two calls of a batch.
macro_rules! call {
    ($level:expr, $name:ident $arguments:tt) => {
        call!(@ $level, [$name::batch] [$name::batch_at] $arguments)
    };
    (@ $level:expr, [$($plain:tt)*] [$($at:tt)*] ($($argument:expr),*)) => {
        match $level {
            None => $($plain)*($($argument),*).unwrap(),
            Some(level) => $($at)*(level, $($argument),*).unwrap().unwrap(),
        }
    };
}

#[test]
fn products_of_matrices() {
    for samples in SIZES {
        let a: Vec<_> = (0..samples).map(matrix).collect();
        let b: Vec<_> = (0..samples).map(|i| matrix(i + 100)).collect();
        let expected: Vec<_> = a.iter().zip(&b).map(|(a, b)| product::reference(a, b)).collect();
        check(&expected, |level| {
            let mut results = vec![Matrix::splat(f32::NAN); samples];
            call!(level, product(&a, &b, &mut results));
            results
        });
    }
}

fn layer<const R: usize, const C: usize>() {
    let (w, b) = (matrix::<R, C>(1), vector::<R>(2));
    for samples in SIZES {
        let x: Vec<Vector<f32, C>> = (0..samples).map(vector).collect();
        let expected: Vec<_> = x.iter().map(|x| dense::reference(&w, &b, x)).collect();
        check(&expected, |level| {
            let mut results = vec![Vector::splat(f32::NAN); samples];
            call!(level, dense(&w, &b, &x, &mut results));
            results
        });
    }
}

#[test]
fn layers_with_shared_weights_of_listed_sizes_and_others() {
    layer::<10, 17>();
    layer::<3, 64>();
}

#[test]
fn outputs_are_accumulated_in_place() {
    for samples in SIZES {
        let x: Vec<Vector<f64, 5>> = (0..samples).map(|i| vector(i).map(f64::from)).collect();
        let s: Vec<f64> = (0..samples).map(|i| i as f64 / 3.0).collect();
        let mut expected: Vec<Vector<f64, 5>> = x.iter().map(|x| x * 0.5).collect();
        let old = expected.clone();
        for ((out, x), s) in expected.iter_mut().zip(&x).zip(&s) {
            accumulates::reference(out, x, *s, 0.25);
        }
        check(&expected, |level| {
            let mut out = old.clone();
            call!(level, accumulates(&mut out, &x, &s, 0.25));
            out
        });
    }
}

#[test]
fn scalars_and_tuples_go_to_slices_of_their_own() {
    let w = matrix(3);
    for samples in SIZES {
        let x: Vec<Vector<f32, 9>> = (0..samples).map(vector).collect();
        let squares: Vec<f32> = x.iter().map(square::reference).collect();
        check(&squares, |level| {
            let mut results = vec![f32::NAN; samples];
            call!(level, square(&x, &mut results));
            results
        });
        let parts: (Vec<_>, Vec<_>) = x.iter().map(|x| split::reference(x, &w)).unzip();
        check(&parts, |level| {
            let mut results = (vec![Vector::splat(f32::NAN); samples], vec![f32::NAN; samples]);
            call!(level, split(&x, &w, &mut results.0, &mut results.1));
            results
        });
        let both: (Vec<_>, Vec<_>) = squares.iter().map(|&x| scalars::reference(x, 3.0)).unzip();
        check(&both, |level| {
            let mut results = (vec![f32::NAN; samples], vec![f32::NAN; samples]);
            call!(level, scalars(&squares, &vec![3.0; samples], &mut results.0, &mut results.1));
            results
        });
    }
}

#[test]
fn windows_of_larger_matrices() {
    let (wide, b) = (matrix::<3, 40>(1), matrix::<6, 9>(2));
    let b = b.window(1, 3).unwrap();
    for samples in SIZES {
        let a: Vec<_> = (0..samples).map(|i| wide.window::<3, 4>(0, 5 * i).unwrap()).collect();
        let old: Vec<Matrix<f32, 4, 7>> = (0..samples).map(matrix).collect();
        let mut expected = old.clone();
        for (c, a) in expected.iter_mut().zip(&a) {
            windows::reference(a, &b, &mut c.window_mut(1, 1).unwrap());
        }
        check(&expected, |level| {
            let mut c = old.clone();
            let mut outputs: Vec<_> = c.iter_mut().map(|c| c.window_mut(1, 1).unwrap()).collect();
            call!(level, windows(&a, &b, &mut outputs));
            c
        });
    }
}

/// The message of an error, once it is known that nothing was written.
fn refused(result: Result<(), SizeError>, expected: usize, found: usize) -> String {
    let error = result.expect_err("the lengths differ");
    assert_eq!((error.expected(), error.found()), (expected, found));
    error.to_string()
}

#[test]
fn slices_of_different_lengths_are_an_error_before_any_work() {
    let (a, b) = (vec![matrix::<3, 3>(1); 4], vec![matrix::<3, 3>(2); 3]);
    let mut results = vec![Matrix::splat(7.0); 4];
    let message = refused(product::batch(&a, &b, &mut results), 4, 3);
    assert_eq!(message, "expected 4 elements (a batch as long as `a`), got 3 in `b`");
    let message = refused(product::batch(&a, &a, &mut results[..2]), 4, 2);
    assert_eq!(message, "expected 4 elements (a batch as long as `a`), got 2 in `results`");
    for level in Level::supported() {
        refused(product::batch_at(level, &a, &[], &mut results).unwrap(), 4, 0);
    }
    assert_eq!(results, vec![Matrix::splat(7.0); 4]);

    let mut out = [Vector::splat(1.0); 2];
    let x = [Vector::splat(1.0); 2];
    refused(accumulates::batch(&mut out, &x, &[1.0; 3], 0.0), 2, 3);
    assert_eq!(out, [Vector::splat(1.0); 2]);
}

#[test]
fn a_missing_level_is_the_outer_error() {
    for level in Level::ALL.iter().filter(|level| !level.is_supported()) {
        assert_eq!(square::batch_at(*level, &[], &mut []).unwrap_err().level(), *level);
    }
}
