//! The range with the least mean square error.

use super::Quantization;
use super::histogram::Histogram;
use crate::Byte;

/// Ranges tried per octave. The error is flat around its minimum: between two ends that are
/// 4 % apart it differs by less than a percent.
const PER_OCTAVE: i32 = 16;

/// Octaves below the largest magnitude that are tried. A range of a 2¹⁰-th would pay for the
/// one outlier it saturates only among three million values that all become 0 without it.
const OCTAVES: i32 = 10;

/// Sweeps over each end, the other one being held; they stop when none helps.
const SWEEPS: usize = 4;

/// The range of which quantized values are nearest to those counted: first both ends are
/// drawn in together, then one by one. All values of a bin are taken as their mean.
pub(super) fn least_square_error<T: Byte>(histogram: &Histogram, (min, max): (f32, f32)) -> (f32, f32) {
    let (min, max) = (min.min(0.0), max.max(0.0));
    let values: Vec<(f32, f64)> = histogram.bins().map(|bin| (bin.mean(), bin.count as f64)).collect();
    let mut best = Best { range: (min, max), error: square_error::<T>(&values, (min, max)) };
    for factor in factors() {
        best.try_range::<T>(&values, (min * factor, max * factor));
    }
    for _ in 0..SWEEPS {
        let before = best.error;
        for factor in factors() {
            best.try_range::<T>(&values, (best.range.0, max * factor));
        }
        for factor in factors() {
            best.try_range::<T>(&values, (min * factor, best.range.1));
        }
        if best.error == before {
            break;
        }
    }
    best.range
}

/// Parts of a range, from all of it down.
fn factors() -> impl Iterator<Item = f32> {
    (0..=PER_OCTAVE * OCTAVES).map(|i| (-i as f32 / PER_OCTAVE as f32).exp2())
}

struct Best {
    range: (f32, f32),
    error: f64,
}

impl Best {
    fn try_range<T: Byte>(&mut self, values: &[(f32, f64)], range: (f32, f32)) {
        let error = square_error::<T>(values, range);
        if error < self.error {
            *self = Best { range, error };
        }
    }
}

/// The sum over values, each with its count, of the square of what quantization does to it.
fn square_error<T: Byte>(values: &[(f32, f64)], (min, max): (f32, f32)) -> f64 {
    let Ok(quantization) = Quantization::<T>::from_range(min, max) else {
        return f64::INFINITY;
    };
    let error_of =
        |value| f64::from(quantization.dequantize(quantization.quantize(value))) - f64::from(value);
    values.iter().map(|&(value, count)| count * error_of(value).powi(2)).sum()
}
