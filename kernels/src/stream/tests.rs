//! Rolling features against those of the window's samples, and after very many samples.

use super::*;
use crate::arch::testing::{same, samples};
use crate::reduce::{max, min};

/// Every feature of a stream with windows of `W` against the window itself.
fn against_the_window<T: Float, const W: usize>(x: &[T]) {
    let mut mean = RollingMean::<T, W>::new();
    let mut moments = RollingMoments::<T, W>::new();
    let (mut variance, mut deviation) = (RollingVariance::<T, W>::new(), RollingStdDev::<T, W>::new());
    let mut skewness = RollingSkewness::<T, W>::new();
    let (mut least, mut most) = (RollingMin::<T, W>::new(), RollingMax::<T, W>::new());
    let mut ema = RollingEma::<T, W>::new();
    for (i, &sample) in x.iter().enumerate() {
        let read = [mean.push(sample), variance.push(sample), deviation.push(sample), skewness.push(sample)];
        let (least, most, ema) = (least.push(sample), most.push(sample), ema.push(sample));
        let all = moments.push(sample);
        if i + 1 < W {
            assert!(read.iter().chain([&least, &most, &ema]).all(|read| read.is_none()) && all.is_none());
            continue;
        }
        let window = &x[i + 1 - W..=i];
        assert!(same(least.unwrap(), min(window)) && same(most.unwrap(), max(window)), "{i}, {W}");
        let exact = Moments::of(&window.iter().map(|x| x.to_f64()).collect::<Vec<_>>());
        let near = |got: f64, want: f64, size: f64, name: &str| {
            let epsilon = if size_of::<T>() == 4 { f64::from(f32::EPSILON) } else { f64::EPSILON * W as f64 };
            let both = got.is_nan() && want.is_nan() || got == want;
            assert!(both || (got - want).abs() <= 8.0 * epsilon * size, "{name} at {i} of {W}: {got} {want}");
        };
        let finite = exact.mean().is_finite();
        let spread = exact.population_std_dev();
        let mut decayed = (0.0, 0.0);
        for x in window {
            let beta = (W - 1) as f64 / (W + 1) as f64;
            decayed = (decayed.0 * beta + x.to_f64(), decayed.1 * beta + 1.0);
        }
        if !finite {
            assert!(read[1..].iter().all(|read| read.unwrap().to_f64().is_nan()), "{i} of {W}");
            continue;
        }
        let largest = window.iter().map(|x| x.to_f64().abs()).fold(0.0, f64::max);
        near(read[0].unwrap().to_f64(), exact.mean(), largest, "mean");
        near(ema.unwrap().to_f64(), decayed.0 / decayed.1, largest, "ema");
        near(read[1].unwrap().to_f64(), exact.variance(), exact.variance() + spread * 1e-6, "variance");
        near(read[2].unwrap().to_f64(), exact.std_dev(), exact.std_dev() + 1e-8, "deviation");
        near(all.unwrap().population_variance(), spread * spread, spread * spread + spread * 1e-6, "moments");
        if spread > 1e-3 * largest {
            near(read[3].unwrap().to_f64(), exact.skewness(), exact.kurtosis() + 4.0, "skewness");
        }
    }
}

fn windows<T: Float>() {
    for special in [0, 8] {
        let x = samples::<T>(700, 17, special);
        // No numbers whose squares leave the range, but NaN and infinities.
        let x: Vec<T> = x
            .into_iter()
            .map(|x| if x.abs() > T::from_f64(1e30) && x.abs() < T::INFINITY { T::ONE } else { x })
            .collect();
        against_the_window::<T, 1>(&x);
        against_the_window::<T, 2>(&x);
        against_the_window::<T, 3>(&x);
        against_the_window::<T, 8>(&x);
        against_the_window::<T, 63>(&x);
        against_the_window::<T, 100>(&x);
    }
}

#[test]
fn features_are_those_of_the_window() {
    windows::<f32>();
    windows::<f64>();
}

#[test]
fn what_left_the_window_leaves_no_trace() {
    for special in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300] {
        for before in 0..9 {
            let mut with = (RollingMean::<f64, 4>::new(), RollingVariance::<f64, 4>::new());
            let mut without = with;
            for i in 0..before {
                let x = f64::from(i).sin();
                let _ = (with.0.push(x), with.1.push(x), without.0.push(x), without.1.push(x));
            }
            let _ = (with.0.push(special), with.1.push(special), without.0.push(0.5), without.1.push(0.5));
            for i in 0..20 {
                let x = f64::from(i).cos();
                let (a, b) = ((with.0.push(x), with.1.push(x)), (without.0.push(x), without.1.push(x)));
                if i >= 3 {
                    let bits = |x: (Option<f64>, Option<f64>)| (x.0.map(f64::to_bits), x.1.map(f64::to_bits));
                    assert_eq!(bits(a), bits(b), "{special} after {before}, {i} later");
                }
            }
        }
    }
}

/// Samples that would leave errors behind if they were subtracted: large, small, by turns.
fn sample(i: u64) -> f32 {
    let bits = i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    let unit = bits as f32 / 16_777_216.0 - 0.5;
    if i % 1000 < 10 { unit * 1e12 } else { unit }
}

/// After `total` samples every feature has the bits that it has after the last `2 W` alone.
fn no_trace_of<const W: usize>(total: u64, moments: bool) {
    let mut long =
        (RollingMean::<f32, W>::new(), RollingSkewness::<f32, W>::new(), RollingMax::<f32, W>::new());
    let mut short = long;
    let mut ema = (RollingEma::<f32, W>::new(), RollingEma::<f32, W>::new());
    let start = total - 2 * W as u64;
    assert_eq!(start % W as u64, 0, "the same place in a block");
    for i in 0..total {
        let x = sample(i);
        let read =
            (long.0.push(x), long.2.push(x), ema.0.push(x), if moments { long.1.push(x) } else { None });
        if i >= start {
            let skew = if moments { short.1.push(x) } else { None };
            let again = (short.0.push(x), short.2.push(x), ema.1.push(x), skew);
            if again.0.is_some() {
                assert_eq!(read, again, "after {i} samples");
            }
        }
    }
}

#[test]
fn a_hundred_million_samples_leave_no_drift() {
    no_trace_of::<64>(100_000_000 / 64 * 64, false);
}

#[test]
fn millions_of_samples_leave_no_drift_in_moments() {
    no_trace_of::<50>(5_000_000, true);
}

#[test]
fn batches_are_single_pushes() {
    let x = samples::<f32>(100, 5, 0);
    let (mut all, mut y) = (RollingMean::<f32, 7>::default(), vec![0.0; 100]);
    all.push_all(&x[..33], &mut y[..33]).unwrap();
    all.push_all(&x[33..], &mut y[33..]).unwrap();
    let mut one = RollingMean::<f32, 7>::new();
    for (x, y) in x.into_iter().zip(y) {
        assert_eq!(one.push(x).unwrap_or(f32::NAN).to_bits(), y.to_bits());
    }
    assert!(all.push_all(&[1.0], &mut []).is_err());
}

#[test]
fn the_recursion_forgets() {
    let mut ema = Ema::<f32, 10>::new();
    let mut expected = f64::from(sample(0));
    for i in 0..1_000_000 {
        let x = sample(i);
        let got = ema.push(x);
        if i > 0 {
            expected += (f64::from(x) - expected) * (2.0 / 11.0);
        }
        assert!(
            (f64::from(got) - expected).abs() <= 1e-6 * expected.abs().max(1e-3),
            "{i}: {got} {expected}"
        );
    }
}
