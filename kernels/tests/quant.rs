//! Quantizing networks: calibration against sorted values and exhaustive searches, layers
//! against `i64` and `f64`.

use kernels::Factor;
use kernels::prelude::*;
use kernels::quant::{
    Calibration, ChannelScales, ErrorReport, Method, QuantError, Quantization, QuantizedDense, WeightRange,
};

/// Numbers without a pattern: a linear congruential generator (Knuth's constants).
struct Random(u64);

impl Random {
    /// From 0 to 1.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Nearly normal, of variance 1.
    fn normal(&mut self) -> f32 {
        ((0..12).map(|_| self.uniform()).sum::<f64>() - 6.0) as f32
    }

    fn vector<const N: usize>(&mut self) -> Vector<f32, N> {
        Vector::from_fn(|_| self.normal())
    }

    fn matrix<const R: usize, const C: usize>(&mut self) -> Matrix<f32, R, C> {
        Matrix::from_fn(|_, _| self.normal())
    }
}

/// Values of tensors: both signs, behind a ReLU, far from zero, few, with outliers, of all
/// magnitudes.
fn samples() -> Vec<Vec<f32>> {
    let mut random = Random(7);
    let normal: Vec<f32> = (0..5000).map(|_| random.normal()).collect();
    let mut outliers = normal.clone();
    outliers.extend([80.0, -30.0, 75.0]);
    vec![
        normal.iter().map(|x| x.max(0.0)).collect(),
        normal.iter().map(|x| x * 0.01 + 5.0).collect(),
        normal.iter().map(|x| -x.abs() - 1.0).collect(),
        (0..5000).map(|_| 10_f32.powf((random.uniform() * 70.0 - 35.0) as f32)).collect(),
        vec![0.0; 10],
        vec![-0.25],
        vec![1e-45, -1e-45, 0.0],
        vec![f32::MAX, f32::MIN, 1.0, 2.0],
        outliers,
        normal,
    ]
}

fn calibrated(values: &[f32]) -> Calibration {
    let mut calibration = Calibration::new();
    values.chunks(37).for_each(|sample| calibration.observe(sample).unwrap());
    calibration
}

#[test]
fn percentiles_are_those_of_the_sorted_values_to_a_bin() {
    for values in samples() {
        let (calibration, n) = (calibrated(&values), values.len());
        let mut sorted = values.clone();
        sorted.sort_by(f32::total_cmp);
        assert_eq!(calibration.range::<u8>(Method::MinMax).unwrap(), (sorted[0], sorted[n - 1]));
        for (percent, per_million) in [
            (100.0, 0),
            (99.99, 50),
            (99.9, 500),
            (99.0, 5000),
            (90.0, 50_000),
            (50.0, 250_000),
            (1e-3, 499_995),
        ] {
            let dropped = (n * per_million / 1_000_000).min((n - 1) / 2);
            let (low, high) = calibration.range::<u8>(Method::Percentile(percent)).unwrap();
            let near = |end: f32, exact: f32| (end - exact).abs() <= exact.abs() / 1024.0 + 1e-40;
            let (exact_low, exact_high) = (sorted[dropped], sorted[n - 1 - dropped]);
            assert!(low <= exact_low && near(low, exact_low), "{percent} of {n}: {low} for {exact_low}");
            assert!(
                high >= exact_high && near(high, exact_high),
                "{percent} of {n}: {high} for {exact_high}"
            );
        }
    }
}

/// The mean square error of the values themselves, not of their bins.
fn mean_square_error<T: Byte>(values: &[f32], (min, max): (f32, f32)) -> f64 {
    let q = Quantization::<T>::from_range(min, max).unwrap();
    let error = |&x: &f32| f64::from(q.dequantize(q.quantize(x))) - f64::from(x);
    values.iter().map(|x| error(x).powi(2)).sum::<f64>() / values.len() as f64
}

fn least_square_error<T: Byte>() {
    for values in samples() {
        let calibration = calibrated(&values);
        let of = |method| mean_square_error::<T>(&values, calibration.range::<T>(method).unwrap());
        let found = of(Method::MeanSquareError);
        // What remains of denormals, and what rounding in f32 leaves of exact values.
        let largest = values.iter().fold(0.0_f64, |max, &x| max.max(f64::from(x).abs()));
        let noise = (largest * 1e-6).powi(2) + 1e-80;
        assert!(found <= of(Method::MinMax) * 1.01 + noise, "{} values", values.len());
        // Every pair of ends on an even grid.
        let (min, max) = calibration.range::<T>(Method::MinMax).unwrap();
        for low in 0..=24 {
            for high in 0..=24 {
                let range = (min.min(0.0) * (low as f32 / 24.0), max.max(0.0) * (high as f32 / 24.0));
                if range == (0.0, 0.0) {
                    continue; // It has scale 1 by definition, at which 5 is exact.
                }
                let other = mean_square_error::<T>(&values, range);
                assert!(
                    found <= other * 1.03 + noise,
                    "{} values: {found}, {other} of {range:?}",
                    values.len()
                );
            }
        }
    }
}

#[test]
fn no_range_of_a_grid_has_a_smaller_square_error() {
    least_square_error::<u8>();
    least_square_error::<i8>();
    least_square_error::<U7>();
}

#[test]
fn what_cannot_be_calibrated_is_an_error() {
    let mut calibration = Calibration::new();
    for method in [Method::MinMax, Method::Percentile(99.0), Method::MeanSquareError] {
        assert_eq!(calibration.quantization::<u8>(method), Err(QuantError::NoValues));
    }
    for value in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        assert!(matches!(calibration.observe(&[1.0, 2.0, value]), Err(QuantError::Value { index: 2, .. })));
    }
    calibration.observe(&[]).unwrap();
    assert_eq!(calibration.count(), 0);
    calibration.observe(&[1.0]).unwrap();
    for percent in [0.0, -1.0, 100.1, f64::NAN] {
        assert!(calibration.range::<u8>(Method::Percentile(percent)).is_err());
    }
}

/// A layer against its definition, with the accumulators of the ends of the type.
fn layer<T: Byte, const R: usize, const C: usize>(random: &mut Random, min: f32, max: f32)
where
    i8: Factor<T, Sum = i32>,
{
    // A bias past that of the activations would make the scales larger.
    let (w, b) = (random.matrix::<R, C>(), random.vector::<R>() * (3.0 * max.abs().max(-min)).min(3.0));
    let input = Quantization::<T>::from_range(min, max).unwrap();
    let output = Quantization::<T>::from_range(-2.0, 7.0).unwrap();
    for range in [WeightRange::Narrow, WeightRange::Full] {
        let l = QuantizedDense::with_range(&w, &b, input, output, range).unwrap();
        let channels = ChannelScales::of(&w, range).unwrap();
        assert_eq!(l.weights, channels.quantize(&w));
        let exact_scales = channels.scales.map(|scale| f64::from(scale) * f64::from(input.scale));
        assert_eq!(l.scales, exact_scales.map(|scale| scale as f32));
        assert_eq!(l.multipliers, exact_scales.map(|scale| (scale / f64::from(output.scale)) as f32));

        let numbers = Vector::<f32, C>::from_fn(|_| min + (max - min) * random.uniform() as f32);
        let ends = [T::LOWEST, T::HIGHEST].map(|end| Vector::splat(T::saturate(end)));
        let mixed = Vector::from_fn(|k| if l.weights[(0, k)] < 0 { ends[0][k] } else { ends[1][k] });
        for x in [numbers.map(|x| input.quantize(x)), ends[0], ends[1], mixed] {
            accumulators(&l, (&w, &b), &x);
        }
    }
}

fn accumulators<T: Byte, const R: usize, const C: usize>(
    l: &QuantizedDense<T, R, C>,
    (w, b): (&Matrix<f32, R, C>, &Vector<f32, R>),
    x: &Vector<T, C>,
) where
    i8: Factor<T, Sum = i32>,
{
    let acc = l.accumulators(x);
    for row in 0..R {
        let scale = f64::from(l.scales[row]);
        let zero_point = i64::from(l.input.zero_point.widen());
        let product = |k: usize| i64::from(l.weights[(row, k)]) * (i64::from(x[k].widen()) - zero_point);
        let bias =
            i64::from(l.bias[row]) + (0..C).map(|k| i64::from(l.weights[(row, k)]) * zero_point).sum::<i64>();
        assert_eq!(i64::from(acc[row]), (0..C).map(product).sum::<i64>() + bias, "nothing wraps");
        assert!((bias as f64 - f64::from(b[row]) / scale).abs() <= 0.501);

        // What the layer in f32 makes of the same input: each weight is off by half a step.
        let numbers = x.map(|x| f64::from(l.input.dequantize(x)));
        let exact = (0..C).map(|k| f64::from(w[(row, k)]) * numbers[k]).sum::<f64>() + f64::from(b[row]);
        let step = scale / f64::from(l.input.scale);
        let bound = numbers.iter().map(|x| x.abs() * step * 0.501).sum::<f64>() + scale;
        assert!((f64::from(acc[row]) * scale - exact).abs() <= bound);
        let y: T = requantize(acc, l.multipliers, l.output.zero_point)[row];
        let (low, high) = l.output.range();
        let off = f64::from(l.output.dequantize(y)) - exact.clamp(low.into(), high.into());
        assert!(off.abs() <= bound + f64::from(l.output.scale) * 0.501);
    }
}

fn layers<T: Byte>()
where
    i8: Factor<T, Sum = i32>,
{
    let mut random = Random(11);
    for (min, max) in [(0.0, 6.0), (-1.0, 1.0), (-5.0, 0.0), (2.0, 3.0), (-1e-3, 40.0), (0.0, 1e-30)] {
        layer::<T, 1, 1>(&mut random, min, max);
        layer::<T, 1, 33>(&mut random, min, max);
        layer::<T, 7, 1>(&mut random, min, max);
        layer::<T, 10, 64>(&mut random, min, max);
    }
}

#[test]
fn layers_are_near_to_those_in_f32_and_never_wrap() {
    layers::<u8>();
    layers::<i8>();
    layers::<U7>();
}

#[test]
fn a_row_without_weights_keeps_its_bias() {
    let input = Quantization::<u8>::from_range(-1.0, 1.0).unwrap();
    let output = Quantization::<u8>::from_range(-20.0, 20.0).unwrap();
    let w = Matrix::from([[0.0, 0.0], [1e-12, -1e-12], [f32::MIN_POSITIVE, 0.0], [1.0, -1.0]]);
    for bias in [17.0, -17.0, 0.0, 1e-45] {
        let l = QuantizedDense::new(&w, &Vector::splat(bias), input, output).unwrap();
        let acc = l.accumulators(&Vector::splat(input.zero_point));
        for y in &requantize(acc, l.multipliers, output.zero_point) {
            assert!((output.dequantize(*y) - bias).abs() <= output.scale);
        }
        assert!(dequantize(acc, l.scales, 0).iter().all(|y| (y - bias).abs() <= bias.abs() * 1e-5 + 0.01));
    }
}

#[test]
fn what_cannot_be_a_layer_is_an_error() {
    let q = Quantization::<u8>::from_range(0.0, 1.0).unwrap();
    let with_scale = |scale| Quantization { scale, ..q };
    let new =
        |w, b, input, output| QuantizedDense::new(&Matrix::from([[w]]), &Vector::from([b]), input, output);
    assert!(matches!(new(f32::NAN, 0.0, q, q), Err(QuantError::Weight { row: 0, col: 0, .. })));
    for bias in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        assert!(matches!(new(1.0, bias, q, q), Err(QuantError::Bias { row: 0, .. })));
    }
    // At a scale past the largest f32.
    assert!(matches!(new(1.0, f32::MAX, with_scale(1e-30), q), Err(QuantError::Bias { .. })));
    assert!(matches!(new(1e30, 0.0, with_scale(1e30), q), Err(QuantError::Multiplier { .. })));
    assert!(matches!(new(1e30, 0.0, q, with_scale(1e-30)), Err(QuantError::Multiplier { .. })));
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(matches!(new(1.0, 0.0, with_scale(scale), q), Err(QuantError::Scale { .. })));
        assert!(matches!(new(1.0, 0.0, q, with_scale(scale)), Err(QuantError::Scale { .. })));
    }
    // A scale of products below the smallest f32 is one of 0, and results are zero.
    let l = new(1e-38, 0.0, with_scale(1e-38), q).unwrap();
    assert_eq!(
        (l.scales[0], requantize(l.accumulators(&[255].into()), l.multipliers, 5_u8)),
        (0.0, [5].into())
    );
}

#[test]
fn accumulators_fit_while_there_are_33_000_columns() {
    fn wide<const C: usize>(bias: f32) -> Result<i32, QuantError> {
        let q = Quantization { scale: 1.0, zero_point: 0_u8 };
        let l = QuantizedDense::new(&Matrix::<f32, 1, C>::splat(1.0), &[bias].into(), q, q)?;
        Ok(l.accumulators(&Vector::splat(255))[0])
    }
    // The bias is 2^30 steps, at a scale of 1/127 of the weights.
    let largest = ((1_u32 << 30) / 127) as f32;
    let bias = f64::from(largest) * 127.0;
    let reached = wide::<33_000>(largest).unwrap();
    assert!((f64::from(reached) - (bias + 33_000.0 * 255.0 * 127.0)).abs() < 128.0);
    assert!(matches!(wide::<33_200>(largest), Err(QuantError::Accumulator { row: 0, .. })));
    assert!(wide::<66_000>(0.0).is_ok());
    let error = wide::<67_000>(0.0).unwrap_err();
    assert_eq!(error.to_string(), "expected accumulators of 32 bits, but row 0 may reach 2169795000");
}

/// A network of two layers, in f32 and quantized; the signal-to-noise ratio of its results.
fn network<T: Byte>(method: Method) -> ErrorReport
where
    i8: Factor<T, Sum = i32>,
{
    let mut random = Random(13);
    let (w1, b1) = (random.matrix::<24, 16>() * 0.3, random.vector::<24>() * 0.2);
    let (w2, b2) = (random.matrix::<10, 24>() * 0.3, random.vector::<10>());
    let hidden = |x: &Vector<f32, 16>| relu(w1 * x + b1);
    let samples: Vec<Vector<f32, 16>> = (0..300).map(|_| relu(random.vector())).collect();

    let mut seen = [(); 3].map(|()| Calibration::new());
    for x in &samples {
        seen[0].observe(x.as_slice()).unwrap();
        seen[1].observe(hidden(x).as_slice()).unwrap();
        seen[2].observe((w2 * hidden(x) + b2).as_slice()).unwrap();
    }
    let [q0, q1, q2] = seen.map(|seen| seen.quantization::<T>(method).unwrap());
    assert_eq!((q0.zero_point.widen(), q1.zero_point.widen()), (T::LOWEST, T::LOWEST));
    let first = QuantizedDense::new(&w1, &b1, q0, q1).unwrap();
    let second = QuantizedDense::new(&w2, &b2, q1, q2).unwrap();

    let mut report = ErrorReport::new();
    for x in &samples {
        let h = requantize(
            relu(first.accumulators(&quantize(x, q0.scale, q0.zero_point))),
            first.multipliers,
            q1.zero_point,
        );
        let acc = second.accumulators(&h);
        let y = requantize(acc, second.multipliers, q2.zero_point);
        let exact = w2 * hidden(x) + b2;
        report.observe("hidden", hidden(x).as_slice(), h.as_slice(), q1).unwrap();
        report.observe("output", exact.as_slice(), y.as_slice(), q2).unwrap();
        let numbers = dequantize(acc, second.scales, 0);
        report.observe_numbers("logits", exact.as_slice(), numbers.as_slice()).unwrap();
    }
    report
}

#[test]
fn a_quantized_network_is_near_to_its_model() {
    for method in [Method::MinMax, Method::Percentile(99.99), Method::MeanSquareError] {
        let [u8s, i8s, u7s] = [network::<u8>(method), network::<i8>(method), network::<U7>(method)];
        for report in [&u8s, &i8s, &u7s] {
            let [hidden, output, logits] = report.layers() else { panic!("three layers") };
            assert_eq!((hidden.values(), output.values(), logits.values()), (7200, 3000, 3000));
            assert!(logits.signal_to_noise() > output.signal_to_noise());
            assert!(hidden.saturated() < 0.002 && output.saturated() < 0.002 && logits.saturated() == 0.0);
            assert!(output.mean() < output.max());
        }
        // Behind a ReLU both have 256 values for the same range.
        assert_eq!(u8s.layers()[0], i8s.layers()[0]);
        let noise =
            |report: &ErrorReport| report.layers().iter().map(|l| l.signal_to_noise()).collect::<Vec<_>>();
        assert!(noise(&u8s).iter().all(|&db| db > 36.0), "{method:?}\n{u8s}");
        assert!(noise(&u7s).iter().all(|&db| db > 32.0), "{method:?}\n{u7s}");
    }
}
