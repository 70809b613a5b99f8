//! Sums, products and norms against plain additions, and each level against the others.

use super::norm::Euclid;
use super::testing::LENGTHS;
use super::*;
use crate::arch::testing::{same, samples};
use crate::ops::order as plain;
use crate::walk::testing::results;

fn sums<T: Float>() {
    for n in LENGTHS {
        for (seed, special) in [(1, 0), (2, 3), (3, 200)] {
            let (x, y) = (samples::<T>(n + 1, seed + n as u64, special), samples::<T>(n + 2, seed, special));
            // The second one is not aligned.
            let (x, y) = (&x[1..], &y[2..]);
            for (level, got) in results(Total([x], Plus)) {
                assert!(same(got, plain::sum(x)), "sum of {n} at {level}");
            }
            let expected = plain::dot(x.iter().copied().zip(y.iter().copied()));
            for (level, got) in results(Total([x, y], Products)) {
                assert!(same(got, expected), "dot of {n} at {level}");
            }
            let magnitudes: Vec<T> = x.iter().map(|x| x.abs()).collect();
            assert!(same(norm_l1(x), plain::sum(&magnitudes)), "norm 1 of {n}");
            let expected = norm_l2(x);
            for (level, got) in results(Euclid(x)) {
                assert!(same(got, expected), "norm 2 of {n} at {level}");
            }
        }
    }
}

#[test]
fn sums_of_f32() {
    sums::<f32>();
}

#[test]
fn sums_of_f64() {
    sums::<f64>();
}

#[test]
fn norms_over_the_whole_range() {
    fn norms<T: Float>(exponents: core::ops::Range<i32>, bound: f64) {
        for n in [1, 3, 17, 200] {
            for e in exponents.clone().step_by(3) {
                let unit: Vec<f64> = (0..n).map(|i| 1.0 + (i % 7) as f64 / 8.0).collect();
                let exact = unit.iter().map(|x| x * x).sum::<f64>().sqrt();
                let x: Vec<T> = unit
                    .iter()
                    .map(|x| T::from_f64(x * 2.0_f64.powi(e / 2) * 2.0_f64.powi(e - e / 2)))
                    .collect();
                let got = norm_l2(&x).to_f64() * 2.0_f64.powi(-e / 2) * 2.0_f64.powi(-(e - e / 2));
                assert!((got / exact - 1.0).abs() <= bound * n as f64, "{n} of 2^{e}: {got} for {exact}");
            }
        }
    }
    norms::<f32>(-140..120, 2.0_f64.powi(-8));
    norms::<f32>(-120..120, f32::EPSILON.into());
    norms::<f64>(-1015..1015, f64::EPSILON);
}

#[test]
fn norms_of_special_elements() {
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    assert_eq!(norm_l2(&[1.0, -inf]), inf);
    assert!(norm_l2(&[1.0, nan]).is_nan() && norm_l2(&[inf, nan]).is_nan());
    assert!(norm_l1(&[1.0, nan]).is_nan() && norm_inf(&[inf, nan]).is_nan());
    assert_eq!((norm_l1::<f32>(&[]), norm_l2::<f32>(&[]), norm_inf::<f32>(&[])), (0.0, 0.0, 0.0));
    assert_eq!((norm_l2(&[-0.0_f64; 9]), norm_l2(&[f64::MAX])), (0.0, f64::MAX));
    assert_eq!(norm_l2(&[f32::from_bits(1)]), f32::from_bits(1));
}

#[test]
fn lengths_are_compared() {
    let error = dot(&[0.0_f32; 3], &[0.0; 4]).unwrap_err();
    assert_eq!((error.expected(), error.found()), (3, 4));
}
