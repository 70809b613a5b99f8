//! Losses against plain `f64`, gradients against the formula and against differences, and each
//! level against the others.

use super::classes::Samples;
use super::soft;
use super::*;
use crate::arch::testing::{same, samples};
use crate::reduce::testing::exact_sum;
use crate::walk::testing::{results, written};

const LENGTHS: [usize; 20] =
    [1, 2, 3, 8, 15, 16, 17, 33, 47, 63, 64, 65, 70, 127, 128, 129, 255, 1000, 4097, 65_537];

fn epsilon<T: Float>() -> f64 {
    if size_of::<T>() == 4 { f32::EPSILON.into() } else { f64::EPSILON }
}

/// A loss of a pair and its derivative in `f64`.
type Plain = fn(f64, f64) -> (f64, f64);

fn check<T: Float, K: Pairs>(with: K, plain: Plain, targets: fn(f64) -> f64) {
    for n in LENGTHS {
        let x = samples::<T>(n + 1, n as u64, 0)[1..].to_vec();
        let t: Vec<T> = samples::<T>(n, 7, 0).iter().map(|t| T::from_f64(targets(t.to_f64()))).collect();
        let pairs = || x.iter().zip(&t).map(|(x, t)| plain(x.to_f64(), t.to_f64()));
        let (sum, _) = exact_sum(pairs().map(|(value, _)| value));
        let totals = results(Total([&x[..], &t[..]], Add(with)));
        for (level, got) in &totals {
            assert!(same(*got, totals[0].1), "{n} at {level}");
        }
        let got = value_of(&x, &t, with).unwrap().to_f64();
        let bound = epsilon::<T>() * (n as f64 / 64.0 + 12.0);
        assert!((got * n as f64 / sum - 1.0).abs() <= bound, "{n}: {got} {sum}");

        let mut gradient = vec![T::ZERO; n];
        let to = Dst::of(&mut gradient);
        let share = T::ONE / count(n);
        let slopes = written(to, n, Slopes { x: &x, t: &t, to, with: Gradient(with, share) });
        assert!(same(both_of(&x, &t, &mut gradient, with).unwrap(), value_of(&x, &t, with).unwrap()));
        assert_eq!(gradient, slopes);
        for ((i, got), (_, slope)) in slopes.iter().enumerate().zip(pairs()) {
            let expected = slope / n as f64;
            // The difference rounds; and so does a sigmoid, before a target is taken away.
            let bound = 4.0 * epsilon::<T>() * (expected.abs() + 1.0 / n as f64);
            assert!((got.to_f64() - expected).abs() <= bound, "{i} of {n}: {got} {expected}");
        }
    }
}

fn all<T: Float>() {
    check::<T, _>(Square, |x, t| ((x - t).powi(2), 2.0 * (x - t)), |t| t);
    check::<T, _>(Magnitude, |x, t| ((x - t).abs(), (x - t).signum()), |t| t);
    let huber: Plain = |x, t| {
        let d = x - t;
        (if d.abs() <= 0.75 { d * d / 2.0 } else { 0.75 * (d.abs() - 0.375) }, d.clamp(-0.75, 0.75))
    };
    check::<T, _>(Huber(T::from_f64(0.75)), huber, |t| t);
    let logits: Plain = |x, t| {
        let soft = (-x.abs()).exp().ln_1p();
        let sigmoid = 1.0 / (1.0 + (-x).exp());
        (if x > 0.0 { x * (1.0 - t) } else { -x * t } + soft, sigmoid - t)
    };
    check::<T, _>(Logits, logits, |t| t.abs().min(1.0));
    check::<T, _>(Logits, logits, |t| if t > 0.0 { 1.0 } else { 0.0 });
}

#[test]
fn losses_of_f32() {
    all::<f32>();
}

#[test]
fn losses_of_f64() {
    all::<f64>();
}

#[test]
fn of_no_and_of_special_elements() {
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    let none: &[f32] = &[];
    assert!(mse(none, none).unwrap().is_nan() && cross_entropy(none, &[]).unwrap().is_nan());
    let mut g = [0.0_f32; 3];
    for of in [mse_with_gradient, mae_with_gradient, binary_cross_entropy_with_gradient] {
        let value = of(&[0.5, nan, 0.5], &[0.0; 3], &mut g).unwrap();
        assert!(value.is_nan() && g[1].is_nan() && !g[0].is_nan() && !g[2].is_nan());
    }
    assert!(huber_with_gradient(&[0.5, nan, 0.5], &[0.0; 3], 1.0, &mut g).unwrap().is_nan() && g[1].is_nan());
    assert_eq!(huber(&[inf, 0.0], &[0.0, 0.0], 2.0), Ok(inf));
    assert_eq!(mae_with_gradient(&[inf, 0.0, -1.0], &[0.0; 3], &mut g), Ok(inf));
    assert_eq!(g, [1.0 / 3.0, 0.0, -1.0 / 3.0]);
    assert_eq!(binary_cross_entropy(&[inf, -inf], &[1.0, 0.0]), Ok(0.0));
    assert_eq!(binary_cross_entropy(&[inf], &[0.0]), Ok(inf));
    assert_eq!(binary_cross_entropy(&[3e38_f32], &[0.0]), Ok(3e38));
    // Far out the loss is the exponential itself, not 0.
    let far = binary_cross_entropy(&[30.0_f32], &[1.0]).unwrap();
    assert!((f64::from(far) / (-30.0_f64).exp() - 1.0).abs() < 1e-6);
    assert_eq!(binary_cross_entropy_with_gradient(&[-1e30, 1e30_f32], &[1.0, 0.0], &mut g[..2]), Ok(1e30));
    assert_eq!(g[..2], [-0.5, 0.5]);
}

#[test]
fn lengths_are_compared() {
    assert_eq!(mse(&[0.0], &[0.0; 2]).unwrap_err().found(), 2);
    assert!(mae_with_gradient(&[0.0; 2], &[0.0; 2], &mut [0.0; 3]).is_err());
    assert!(cross_entropy(&[0.0; 5], &[0, 1]).is_err());
    assert!(cross_entropy::<f32>(&[], &[0]).is_err());
    assert!(cross_entropy(&[0.0; 4], &[]).is_err());
    assert!(cross_entropy_with_gradient(&[0.0; 4], &[0, 1], &mut [0.0; 3]).is_err());
}

fn classes<T: Float>() {
    for (rows, width) in [(1, 1), (1, 2), (3, 10), (5, 16), (2, 33), (7, 100), (1, 129), (2, 1000)] {
        let logits: Vec<T> =
            samples::<T>(rows * width, 11, 0).iter().map(|x| T::from_f64(x.to_f64() * 10.0)).collect();
        let targets: Vec<usize> = (0..rows).map(|row| row * 31 % width).collect();
        let mut gradient = vec![T::ZERO; rows * width];
        let to = Dst::of(&mut gradient);
        let code = Samples { logits: &logits, targets: &targets, gradient: Some(to) };
        let slopes = written(to, rows * width, code);
        let values = results(Samples { gradient: None, ..code });
        for (level, got) in &values {
            assert!(same(*got, values[0].1), "{rows} x {width} at {level}");
        }
        let mut sum = 0.0;
        for (number, row) in logits.chunks(width).enumerate() {
            let wide: Vec<f64> = row.iter().map(|x| x.to_f64()).collect();
            let most = wide.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let total: f64 = wide.iter().map(|x| (x - most).exp()).sum();
            sum += most - wide[targets[number]] + total.ln();
            for i in 0..width {
                let hit = if i == targets[number] { 1.0 } else { 0.0 };
                let expected = ((wide[i] - most).exp() / total - hit) / rows as f64;
                let got = slopes[number * width + i].to_f64();
                let bound = epsilon::<T>() * (expected.abs() * (most - wide[i] + 10.0) + 2.0 * hit) + 1e-44;
                assert!((got - expected).abs() <= bound, "{i} of {rows} x {width}: {got} {expected}");
            }
        }
        let (got, expected) = (values[0].1.to_f64(), sum / rows as f64);
        assert!(
            (got - expected).abs() <= epsilon::<T>() * 10.0 * (expected + 10.0),
            "{rows} x {width}: {got} {expected}"
        );
        assert!(same(cross_entropy_with_gradient(&logits, &targets, &mut gradient).unwrap(), values[0].1));
        assert_eq!(gradient, slopes);
    }
}

#[test]
fn cross_entropies() {
    classes::<f32>();
    classes::<f64>();
}

fn probabilities<T: Float>() {
    for (rows, width) in [(1, 1), (1, 2), (3, 10), (5, 16), (2, 33), (7, 100), (1, 129), (2, 1000)] {
        let n = rows * width;
        let logits: Vec<T> = samples::<T>(n, 11, 0).iter().map(|x| T::from_f64(x.to_f64() * 10.0)).collect();
        let t: Vec<T> = samples::<T>(n, 5, 0).iter().map(|t| T::from_f64(t.to_f64().max(0.0))).collect();
        let mut gradient = vec![T::ZERO; n];
        let to = Dst::of(&mut gradient);
        let code = soft::Samples { logits: &logits, targets: &t, classes: width, gradient: Some(to) };
        let slopes = written(to, n, code);
        let values = results(soft::Samples { gradient: None, ..code });
        for (level, got) in &values {
            assert!(same(*got, values[0].1), "{rows} x {width} at {level}");
        }
        let mut sum = 0.0;
        for (number, (row, t)) in logits.chunks(width).zip(t.chunks(width)).enumerate() {
            let wide: Vec<f64> = row.iter().map(|x| x.to_f64()).collect();
            let most = wide.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let total: f64 = wide.iter().map(|x| (x - most).exp()).sum();
            let whole: f64 = t.iter().map(|t| t.to_f64()).sum();
            for i in 0..width {
                sum += t[i].to_f64() * (most - wide[i] + total.ln());
                let softmax = whole * (wide[i] - most).exp() / total / rows as f64;
                let target = t[i].to_f64() / rows as f64;
                let got = slopes[number * width + i].to_f64();
                let bound = epsilon::<T>() * (softmax * (most - wide[i] + 12.0) + 2.0 * target)
                    + 1e-44 * (1.0 + whole);
                assert!((got - (softmax - target)).abs() <= bound, "{i} of {rows} x {width}: {got}");
            }
        }
        let (got, expected) = (values[0].1.to_f64(), sum / rows as f64);
        assert!(
            (got - expected).abs() <= epsilon::<T>() * 10.0 * (expected + 10.0),
            "{rows} x {width}: {got} {expected}"
        );
        assert!(same(
            cross_entropy_soft_with_gradient(&logits, &t, width, &mut gradient).unwrap(),
            values[0].1
        ));
        assert_eq!(gradient, slopes);
    }
}

#[test]
fn cross_entropies_of_probabilities() {
    probabilities::<f32>();
    probabilities::<f64>();
    // A class that cannot be, and has no probability, costs nothing.
    assert_eq!(cross_entropy_soft(&[0.0_f32, f32::NEG_INFINITY], &[1.0, 0.0], 2), Ok(0.0));
    assert!(cross_entropy_soft(&[0.0_f32, f32::NAN], &[1.0, 0.0], 2).unwrap().is_nan());
    assert!(cross_entropy_soft::<f32>(&[], &[], 2).unwrap().is_nan());
    assert!(cross_entropy_soft(&[0.0_f32; 4], &[0.0; 3], 2).is_err());
    assert!(cross_entropy_soft(&[0.0_f32; 5], &[0.0; 5], 2).is_err());
    assert!(cross_entropy_soft(&[0.0_f32; 4], &[0.0; 4], 0).is_err());
    assert!(cross_entropy_soft_with_gradient(&[0.0_f32; 4], &[0.0; 4], 2, &mut [0.0; 3]).is_err());
}

#[test]
fn gradients_are_the_slopes_of_the_values() {
    let x: Vec<f64> = samples::<f64>(24, 3, 0);
    let t: Vec<f64> = samples::<f64>(24, 4, 0).iter().map(|t| t.abs().min(1.0)).collect();
    type Both = fn(&[f64], &[f64], &mut [f64]) -> Result<f64, SizeError>;
    let losses: [Both; 4] = [
        mse_with_gradient,
        mae_with_gradient,
        |x, t, g| huber_with_gradient(x, t, 0.7, g),
        binary_cross_entropy_with_gradient,
    ];
    let targets = [3, 0, 5];
    let cross_entropies: [Both; 2] = [
        |x, _, g| cross_entropy_with_gradient(x, &[3, 0, 5], g),
        |x, t, g| cross_entropy_soft_with_gradient(x, t, 8, g),
    ];
    for of in losses.into_iter().chain(cross_entropies) {
        assert!(targets.len() * 8 == x.len());
        let mut gradient = vec![0.0; 24];
        of(&x, &t, &mut gradient).unwrap();
        let mut other = vec![0.0; 24];
        for i in 0..24 {
            let (mut up, mut down) = (x.clone(), x.clone());
            (up[i], down[i]) = (x[i] + 1e-6, x[i] - 1e-6);
            let slope = (of(&up, &t, &mut other).unwrap() - of(&down, &t, &mut other).unwrap()) / 2e-6;
            assert!((slope - gradient[i]).abs() < 1e-7, "{i}: {slope} {}", gradient[i]);
        }
    }
}
