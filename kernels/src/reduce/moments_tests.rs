//! Moments against exact sums, over the range, and each level against the others.

use super::moments::{Moments, OfSlice};
use super::testing::{LENGTHS, exact_sum};
use super::*;
use crate::arch::testing::samples;
use crate::walk::testing::results;

/// Mean, and the sums of powers of distances, from sums that are exact.
fn exact<T: Float>(x: &[T]) -> (f64, [f64; 3]) {
    let n = x.len() as f64;
    let (sum, rest) = exact_sum(x.iter().map(|x| x.to_f64()));
    let mean = (sum + rest) / n;
    // What the quotient lost.
    let rest = (-mean).mul_add(n, sum) + rest;
    let low = rest / n;
    let powers = [2, 3, 4].map(|k| {
        let (sum, rest) = exact_sum(x.iter().map(|x| ((x.to_f64() - mean) - low).powi(k)));
        sum + rest
    });
    (mean, powers)
}

#[track_caller]
fn same_bits(a: Moments, b: Moments) {
    let bits = |m: Moments| {
        let all = [m.mean(), m.variance(), m.skewness(), m.kurtosis()];
        (m.count(), all.map(|x| if x.is_nan() { f64::NAN.to_bits() } else { x.to_bits() }))
    };
    assert_eq!(bits(a), bits(b), "{a:?} and {b:?}");
}

/// `epsilon` of the elements' type; `offset` is added to all.
#[track_caller]
fn check<T: Float>(x: &[T], epsilon: f64) {
    let of_levels = results(OfSlice::<T, true>(x));
    let moments = of_levels[0].1;
    for (_, other) in &of_levels {
        same_bits(moments, *other);
    }
    let (mean, [p2, p3, p4]) = exact(x);
    let n = x.len() as f64;
    let spread = (p2 / n).sqrt();
    let largest = x.iter().map(|x| x.to_f64().abs()).fold(0.0, f64::max);
    // A distance from the mean rounds once, by what the larger of both is worth; the mean of a
    // block is no closer than that, but the mean of the distances is.
    let near = 8.0 * epsilon;
    let close = |name: &str, got: f64, want: f64, bound: f64| {
        assert!((got - want).abs() <= bound, "{name} of {n}: {got} for {want}, bound {bound}");
    };
    close("mean", moments.mean(), mean, near * (spread + largest * epsilon) + f64::EPSILON * mean.abs());
    // The means of blocks are rounded before their distances are taken.
    let apart = epsilon * largest * (spread / 64.0 + 4.0 * epsilon * largest);
    close("second", moments.population_variance(), p2 / n, near * p2 / n + apart);
    if spread > 8.0 * epsilon * largest {
        let blur = near * (1.0 + largest / spread * epsilon) + epsilon * largest / spread / 16.0;
        close("third", moments.skewness(), p3 / n / spread.powi(3), 4.0 * blur * (p4 / n / spread.powi(4)));
        close(
            "fourth",
            moments.kurtosis(),
            p4 / n / spread.powi(4) - 3.0,
            6.0 * blur * (p4 / n / spread.powi(4)),
        );
    }
}

#[test]
fn moments_of_every_length() {
    for n in LENGTHS.into_iter().skip(1) {
        check(&samples::<f32>(n + 1, n as u64, 0)[1..], f32::EPSILON.into());
        check(&samples::<f64>(n + 1, n as u64, 0)[1..], f64::EPSILON);
    }
}

#[test]
fn far_from_zero() {
    for n in [2, 64, 1000, 65_537] {
        for offset in [1e3_f32, -1e5, 1e6] {
            let x: Vec<f32> = samples::<f32>(n, 5, 0).iter().map(|x| x + offset).collect();
            check(&x, f32::EPSILON.into());
        }
        for offset in [1e6_f64, -1e9, 1e12] {
            let x: Vec<f64> = samples::<f64>(n, 5, 0).iter().map(|x| x + offset).collect();
            check(&x, f64::EPSILON);
        }
    }
}

#[test]
fn over_the_range() {
    let unit = samples::<f64>(5000, 9, 0);
    let expected = Moments::of(&unit);
    for e in (-60..60).map(|e| 2 * e) {
        let x: Vec<f32> = unit.iter().map(|x| (x * 2.0_f64.powi(e)) as f32).collect();
        let got = Moments::of(&x);
        // In the denormal numbers elements are rounded themselves.
        let bound = if e < -110 { 1e-1 } else { 1e-5 };
        assert!((got.skewness() - expected.skewness()).abs() < bound, "2^{e}: {got:?}");
        assert!((got.kurtosis() - expected.kurtosis()).abs() < bound, "2^{e}: {got:?}");
        assert!((got.std_dev() / 2.0_f64.powi(e) / expected.std_dev() - 1.0).abs() < bound);
    }
    assert_eq!(mean(&[f32::MAX; 3]), f32::INFINITY);
    assert_eq!(Moments::of(&[f32::MAX; 3]).mean(), f32::MAX.into());
    assert_eq!(Moments::of(&[f32::from_bits(1); 3]).mean(), f32::from_bits(1).into());
}

#[test]
fn joined_and_pushed_are_those_of_all() {
    let x = samples::<f64>(3000, 4, 0);
    let all = Moments::of(&x);
    let mut pushed = Moments::default();
    x.iter().for_each(|&x| pushed.push(x));
    let joined = x.chunks(77).map(Moments::of).fold(Moments::default(), Moments::join);
    for other in [pushed, joined] {
        assert_eq!(other.count(), all.count());
        assert!((other.mean() - all.mean()).abs() < 1e-13);
        assert!((other.variance() / all.variance() - 1.0).abs() < 1e-13);
        assert!((other.skewness() - all.skewness()).abs() < 1e-12);
        assert!((other.kurtosis() - all.kurtosis()).abs() < 1e-12);
    }
}

#[test]
fn few_equal_and_special_elements() {
    let none = Moments::of::<f32>(&[]);
    assert_eq!(none, Moments::default());
    let all = [none.mean(), none.variance(), none.population_variance(), none.skewness(), none.kurtosis()];
    assert!(all.iter().all(|x| x.is_nan()));
    let one = Moments::of(&[3.5_f32]);
    assert_eq!((one.mean(), one.population_variance()), (3.5, 0.0));
    assert!(one.variance().is_nan() && one.std_dev().is_nan() && one.skewness().is_nan());
    for n in [2, 17, 1000, 5000] {
        let equal = Moments::of(&vec![0.1_f32; n]);
        assert_eq!((equal.mean(), equal.variance()), (f64::from(0.1_f32), 0.0));
        assert!(equal.skewness().is_nan() && equal.kurtosis().is_nan());
        for special in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            let mut x = vec![1.0_f32; n];
            x[n / 2] = special;
            assert!(variance(&x).is_nan() && skewness(&x).is_nan() && kurtosis(&x).is_nan());
            let mut pushed = Moments::of(&vec![1.0; n]);
            pushed.push(special);
            assert!(pushed.variance().is_nan() && pushed.skewness().is_nan());
        }
    }
    assert_eq!((std_dev(&[1.0, 3.0, 5.0]), population_std_dev(&[1.0_f32, 3.0])), (2.0, 1.0));
}
