//! Normalization against plain `f64`, at the ends of the range, and each level against the
//! others.

use super::layer::Norm;
use super::*;
use crate::arch::testing::{same, samples};
use crate::reduce::testing::exact_sum;
use crate::walk::testing::{results, written};

const LENGTHS: [usize; 27] = [
    0, 1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 63, 64, 65, 70, 127, 128, 129, 255, 1000, 1024, 4097,
    65_537,
];

fn epsilon<T: Float>() -> f64 {
    if size_of::<T>() == 4 { f32::EPSILON.into() } else { f64::EPSILON }
}

/// Not aligned, a little wider than usual.
fn row<T: Float>(n: usize, special: u64) -> Vec<T> {
    samples::<T>(n + 1, n as u64 + special, special)[1..].to_vec()
}

fn softmaxes<T: Float>() {
    for n in LENGTHS {
        let x = row::<T>(n, 0);
        let wide: Vec<f64> = x.iter().map(|x| x.to_f64()).collect();
        let most = wide.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (sum, _) = exact_sum(wide.iter().map(|x| (x - most).exp()));
        let mut y = vec![T::ZERO; n];
        let to = Dst::of(&mut y);
        let shares = written(to, n, Softmax(Row { from: Src::of(&x), to, len: n }));
        let logs = written(to, n, LogSoftmax(Row { from: Src::of(&x), to, len: n }));
        for i in 0..n {
            let expected = (wide[i] - most).exp() / sum;
            let bound = epsilon::<T>() * expected * ((most - wide[i]).abs() + n as f64 / 64.0 + 8.0);
            assert!((shares[i].to_f64() - expected).abs() <= bound, "{i} of {n}: {} {expected}", shares[i]);
            let expected = wide[i] - most - sum.ln();
            let bound = epsilon::<T>() * ((most - wide[i]).abs() + (n as f64).ln() + n as f64 / 64.0 + 3.0);
            assert!((logs[i].to_f64() - expected).abs() <= bound, "{i} of {n}: {} {expected}", logs[i]);
        }
        let of_levels = results(LogSumExp(&x));
        for (level, got) in &of_levels {
            assert!(same(*got, of_levels[0].1), "{n} at {level}");
        }
        let (got, expected) = (logsumexp(&x).to_f64(), most + sum.ln());
        let bound = epsilon::<T>() * (expected.abs() + (n as f64).ln() + n as f64 / 64.0 + 3.0);
        assert!(got == expected || (got - expected).abs() <= bound, "{n}: {got} {expected}");
        let mut in_place = x.clone();
        softmax_in_place(&mut in_place);
        assert_eq!(in_place, shares);
        in_place.clone_from_slice(&x);
        log_softmax_in_place(&mut in_place);
        assert_eq!(in_place, logs);
    }
}

#[test]
fn softmaxes_of_f32() {
    softmaxes::<f32>();
}

#[test]
fn softmaxes_of_f64() {
    softmaxes::<f64>();
}

#[test]
fn softmaxes_of_slices_and_of_vectors_are_the_same() {
    fn length<const N: usize>() {
        let x = crate::Vector::<f32, N>::from_fn(|i| ((i * 37) as f32).sin() * 20.0);
        let mut y = [0.0; N];
        softmax(x.as_slice(), &mut y).unwrap();
        assert_eq!(y, *crate::ops::softmax(x).as_slice());
    }
    length::<3>();
    length::<16>();
    length::<100>();
    length::<300>();
}

#[test]
fn softmaxes_of_special_elements() {
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    let logs = |x: &[f32]| {
        let mut y = vec![0.0; x.len()];
        log_softmax(x, &mut y).unwrap();
        y
    };
    assert_eq!(logs(&[1e38, -1e38]), [0.0, -2e38]);
    assert_eq!(logs(&[0.0, -inf]), [0.0, -inf]);
    assert_eq!(logs(&[3e38, -3e38]), [0.0, -inf], "a difference that overflows");
    for all_nan in [[inf, 0.0], [-inf, -inf], [nan, 0.0]] {
        assert!(logs(&all_nan).iter().all(|x| x.is_nan()));
    }
    assert_eq!((logsumexp(&[inf, 1.0]), logsumexp(&[-inf, -inf])), (inf, -inf));
    assert!(logsumexp(&[inf, nan]).is_nan());
    assert_eq!(logsumexp(&[f32::MAX, 1.0]), f32::MAX);
    assert_eq!(softmax(&[1.0], &mut [0.0; 2]).unwrap_err().found(), 2);
    assert!(log_softmax(&[1.0], &mut [0.0; 0]).is_err());
}

fn norms<T: Float>() {
    for (n, rows) in LENGTHS.into_iter().skip(1).map(|n| (n, if n < 200 { 3 } else { 1 })) {
        for (scale, eps) in [(1.0, 1e-5), (1.0, 0.0), (1e30, 1e-5), (1e-30, 0.0), (1e-30, 1e-5)] {
            let x: Vec<T> = row::<T>(n * rows, 0).iter().map(|x| T::from_f64(x.to_f64() * scale)).collect();
            let (gamma, beta) = (row::<T>(n, 0), samples::<T>(n, 3, 0));
            let eps = T::from_f64(eps);
            let mut y = vec![T::ZERO; n * rows];
            let to = Dst::of(&mut y);
            let row = Row { from: Src::of(&x), to, len: n * rows };
            let layer =
                written(to, n * rows, Norm { rows: row, gamma: &gamma, beta: Some(&beta), epsilon: eps });
            let rms = written(to, n * rows, Norm { rows: row, gamma: &gamma, beta: None, epsilon: eps });
            for (number, x) in x.chunks(n).enumerate() {
                let at = number * n;
                close(x, &gamma, Some(&beta), eps, &layer[at..at + n]);
                close(x, &gamma, None, eps, &rms[at..at + n]);
            }
            let mut in_place = x.clone();
            layer_norm_in_place(&mut in_place, &gamma, &beta, eps).unwrap();
            assert!(in_place.iter().zip(&layer).all(|(&a, &b)| same(a, b)));
            let mut in_place = x.clone();
            rms_norm_in_place(&mut in_place, &gamma, eps).unwrap();
            assert!(in_place.iter().zip(&rms).all(|(&a, &b)| same(a, b)));
        }
    }
}

/// A row against the formula in `f64` with exact sums.
#[track_caller]
fn close<T: Float>(x: &[T], gamma: &[T], beta: Option<&[T]>, eps: T, got: &[T]) {
    let n = x.len() as f64;
    let mean = if beta.is_some() { exact_sum(x.iter().map(|x| x.to_f64())).0 / n } else { 0.0 };
    let (squares, _) = exact_sum(x.iter().map(|x| (x.to_f64() - mean).powi(2)));
    let by = 1.0 / (squares / n + eps.to_f64()).sqrt();
    let largest = x.iter().map(|x| x.to_f64().abs()).fold(0.0, f64::max);
    let wide = epsilon::<T>() * (n / 32.0 + 8.0);
    for i in 0..x.len() {
        let unit = (x[i].to_f64() - mean) * by;
        let expected = unit * gamma[i].to_f64() + beta.map_or(0.0, |beta| beta[i].to_f64());
        // With one element, or equal ones, and no epsilon the formula is 0 / 0.
        if !by.is_finite() {
            assert!(got[i].to_f64().is_nan(), "{i} of {n}: {}", got[i]);
            continue;
        }
        let bound = wide * ((unit.abs() + largest * by) * gamma[i].to_f64().abs() + expected.abs()) + 1e-44;
        assert!((got[i].to_f64() - expected).abs() <= bound, "{i} of {n}: {} {expected} {bound}", got[i]);
    }
}

#[test]
fn norms_of_f32() {
    norms::<f32>();
}

#[test]
fn norms_of_f64() {
    norms::<f64>();
}

#[test]
fn norms_of_special_rows() {
    let ones = [1.0_f32; 40];
    for n in [1, 2, 17, 40] {
        let (gamma, beta) = (&ones[..n], vec![0.25_f32; n]);
        let mut x = vec![3.3_f32; n];
        layer_norm_in_place(&mut x, gamma, &beta, 1e-5).unwrap();
        // The mean of equal elements is rounded, and what is left is small beside epsilon.
        assert!(x.iter().all(|x| (x - 0.25).abs() < 1e-3), "{x:?}");
        let mut zeros = vec![0.0_f32; n];
        rms_norm_in_place(&mut zeros, gamma, 1e-5).unwrap();
        assert_eq!(zeros, vec![0.0; n]);
        rms_norm_in_place(&mut zeros, gamma, 0.0).unwrap();
        assert!(zeros.iter().all(|x| x.is_nan()));
        for special in [f32::NAN, f32::INFINITY] {
            let mut x = vec![1.0_f32; n];
            x[n - 1] = special;
            let mut y = vec![0.0; n];
            layer_norm(&x, gamma, &beta, 1e-5, &mut y).unwrap();
            assert!(y.iter().all(|y| y.is_nan()), "{special}: {y:?}");
            rms_norm(&x, gamma, 1e-5, &mut y).unwrap();
            assert!(y[n - 1].is_nan(), "{special}: {y:?}");
        }
    }
    let mut x = [f32::MAX, f32::MIN, f32::MAX, f32::MIN];
    layer_norm_in_place(&mut x, &ones[..4], &[0.0; 4], 1e-5).unwrap();
    assert_eq!(x, [1.0, -1.0, 1.0, -1.0]);
    assert!(layer_norm(&[1.0; 4], &ones[..3], &[0.0; 3], 0.0, &mut [0.0; 4]).is_err());
    assert!(layer_norm(&[1.0; 3], &ones[..3], &[0.0; 2], 0.0, &mut [0.0; 3]).is_err());
    assert!(layer_norm(&[1.0; 3], &ones[..3], &[0.0; 3], 0.0, &mut [0.0; 2]).is_err());
    assert!(rms_norm(&[1.0_f32; 3], &[], 0.0, &mut [0.0; 3]).is_err());
    assert!(rms_norm::<f32>(&[], &[], 0.0, &mut []).is_ok());
}

#[test]
fn batch_norms() {
    for channels in [1, 3, 16, 37, 200] {
        let (mean, gamma, beta) =
            (samples::<f32>(channels, 1, 0), samples::<f32>(channels, 2, 0), samples::<f32>(channels, 3, 0));
        let variance: Vec<f32> = samples::<f32>(channels, 4, 0).iter().map(|x| x.abs()).collect();
        let norm = BatchNorm::new(&mean, &variance, &gamma, &beta, 1e-3).unwrap();
        let x = samples::<f32>(5 * channels, 5, 0);
        let mut y = vec![0.0; x.len()];
        norm.apply(&x, &mut y).unwrap();
        for i in 0..x.len() {
            let c = i % channels;
            assert_eq!(y[i].to_bits(), x[i].mul_add(norm.scale()[c], norm.shift()[c]).to_bits());
            let [x, y, gamma, beta] = [x[i], y[i], gamma[c], beta[c]].map(f64::from);
            let root = (f64::from(variance[c]) + 1e-3).sqrt();
            let mean = f64::from(mean[c]);
            let expected = (x - mean) / root * gamma + beta;
            let bound = 4e-7 * ((x.abs() + mean.abs()) / root * gamma.abs() + beta.abs());
            assert!((y - expected).abs() <= bound, "{i}: {y} {expected}");
        }
        let mut in_place = x.clone();
        norm.apply_in_place(&mut in_place).unwrap();
        assert_eq!(in_place, y);
        let mut one = vec![0.0; 5];
        norm.apply_to_channel(channels - 1, &x[..5], &mut one).unwrap();
        let last = channels - 1;
        assert!((0..5).all(|i| one[i] == x[i].mul_add(norm.scale()[last], norm.shift()[last])));
        assert!(norm.apply_to_channel(channels, &x[..5], &mut one).is_err());
    }
}
