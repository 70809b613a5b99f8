//! Compensated sums against exact ones, ill-conditioned too, and each level against the others.

use super::*;
use crate::arch::testing::{same, samples};
use crate::reduce::testing::{LENGTHS, exact_sum};
use crate::reduce::{dot, sum};
use crate::walk::testing::results;

/// The results of all levels, which are the same.
#[track_caller]
fn of_levels<T: Float, K: Terms<S>, const S: usize>(x: [&[T]; S], terms: K) -> T {
    let results = results(Compensated(x, terms));
    for (level, got) in &results {
        assert!(same(*got, results[0].1), "{} at {level}: {got} for {}", x[0].len(), results[0].1);
    }
    results[0].1
}

/// Elements whose sum is about `1 / condition` of the sum of their magnitudes: random ones,
/// their negatives elsewhere, and a small rest.
fn cancelling<T: Float>(n: usize, condition: f64) -> Vec<T> {
    let mut x = samples::<T>(n / 2, n as u64, 0);
    let mirrored: Vec<T> = x.iter().rev().map(|&x| -x).collect();
    x.extend(mirrored);
    let magnitude: f64 = x.iter().map(|x| x.to_f64().abs()).sum();
    let rest = magnitude / condition;
    x.extend([0.3, 0.5, 0.2].map(|share| T::from_f64(rest * share)));
    // Far from their negatives, and the large ones not together.
    let len = x.len();
    let stride = (len / 3..).find(|stride| gcd(*stride, len) == 1).unwrap();
    (0..len).map(|i| x[i * stride % len]).collect()
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The distance of neighbours at `x`.
fn ulp<T: Float>(x: f64) -> f64 {
    let bits = if size_of::<T>() == 4 { 23 } else { 52 };
    if x == 0.0 {
        return 0.0;
    }
    2.0_f64.powi(x.abs().log2().floor() as i32 - bits)
}

fn ill_conditioned<T: Float>(conditions: &[f64]) {
    for n in [2, 10, 64, 127, 1000, 4096, 65_536, 300_000] {
        for &condition in conditions {
            let x = cancelling::<T>(n, condition);
            let (exact, rest) = exact_sum(x.iter().map(|x| x.to_f64()));
            let got = of_levels([&x], Plus);
            let error = (got.to_f64() - exact - rest).abs();
            assert!(error <= ulp::<T>(exact), "sum of {n}, {condition}: {got} for {exact}");
            // The same numbers as products: exact halves and quarters.
            let y: Vec<T> = (0..x.len()).map(|i| T::from_f64([0.5, 2.0, 0.25, 1.0][i % 4])).collect();
            let scaled: Vec<T> = x.iter().zip(&y).map(|(&x, &y)| x / y).collect();
            let got = of_levels([&scaled, &y], Products);
            let error = (got.to_f64() - exact - rest).abs();
            assert!(error <= ulp::<T>(exact), "dot of {n}, {condition}: {got} for {exact}");
        }
    }
}

#[test]
fn sums_of_condition_1e7_in_f32() {
    ill_conditioned::<f32>(&[1e2, 1e5, 1e7]);
}

#[test]
fn sums_of_condition_1e15_in_f64() {
    ill_conditioned::<f64>(&[1e3, 1e10, 1e15]);
}

#[test]
fn products_that_round() {
    for n in LENGTHS {
        let (x, y) = (samples::<f64>(n, 1 + n as u64, 0), samples::<f64>(n, 2 + n as u64, 0));
        let products = x.iter().zip(&y).flat_map(|(&x, &y)| [x * y, x.mul_add(y, -(x * y))]);
        let (exact, rest) = exact_sum(products);
        let got = of_levels([&x, &y], Products);
        assert!((got - exact - rest).abs() <= ulp::<f64>(exact), "{n}: {got} for {exact}");
        let (x, y) = (samples::<f32>(n, 1 + n as u64, 0), samples::<f32>(n, 2 + n as u64, 0));
        let (exact, _) = exact_sum(x.iter().zip(&y).map(|(&x, &y)| f64::from(x) * f64::from(y)));
        let got = of_levels([&x, &y], Products);
        assert!((f64::from(got) - exact).abs() <= ulp::<f32>(exact), "{n}: {got} for {exact}");
    }
}

#[test]
fn every_length_and_special_elements() {
    fn lengths<T: Float>() {
        for n in LENGTHS {
            let x = samples::<T>(n + 1, n as u64, 0);
            let got = of_levels([&x[1..]], Plus);
            let (exact, rest) = exact_sum(x[1..].iter().map(|x| x.to_f64()));
            assert!((got.to_f64() - exact - rest).abs() <= ulp::<T>(exact), "{n}: {got} for {exact}");
            let (x, y) = (samples::<T>(n, n as u64, 2), samples::<T>(n, n as u64 + 1, 2));
            let (got, plain) = (of_levels([&x], Plus), sum(&x));
            assert!(got.to_f64().is_nan() == plain.to_f64().is_nan(), "{n}: {got} for {plain}");
            let (got, plain) = (of_levels([&x, &y], Products), dot(&x, &y).unwrap());
            assert!(got.to_f64().is_nan() == plain.to_f64().is_nan(), "{n}: {got} for {plain}");
        }
    }
    lengths::<f32>();
    lengths::<f64>();
    let inf = f64::INFINITY;
    assert_eq!((sum_compensated(&[1.0, inf]), sum_compensated(&[-inf, 1.0])), (inf, -inf));
    assert!(sum_compensated(&[inf, -inf]).is_nan());
    assert_eq!(sum_compensated(&[f32::MAX, f32::MAX, -f32::MAX]), f32::MAX);
    assert_eq!(sum_compensated(&[f32::MAX; 3]), f32::INFINITY);
    assert_eq!((sum_compensated::<f32>(&[]), sum_compensated::<f64>(&[])), (0.0, 0.0));
    assert!(dot_compensated(&[1.0], &[1.0, 2.0]).is_err());
}
