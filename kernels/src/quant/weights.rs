//! Weights as `i8`, with a scale for each output.

use super::QuantError;
use crate::ops::quantize;
use crate::{Matrix, Vector};

/// Which `i8` stand for weights.
///
/// ```
/// use kernels::{Matrix, quant::{ChannelScales, WeightRange}};
///
/// let w = Matrix::from([[-1.28, 0.5]]);
/// let narrow = ChannelScales::of(&w, WeightRange::Narrow)?.quantize(&w);
/// let full = ChannelScales::of(&w, WeightRange::Full)?.quantize(&w);
/// assert_eq!((narrow, full), ([[-127, 50]].into(), [[-128, 50]].into()));
/// # Ok::<(), kernels::quant::QuantError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WeightRange {
    /// −127 to 127, the largest magnitude of a row being 127: symmetric, so that the weights
    /// may be negated.
    #[default]
    Narrow,
    /// −128 to 127: where the largest magnitude of a row is a negative weight's, its steps
    /// are smaller by 1/128.
    Full,
}

/// The scales of weights with `N` outputs, one for each row: `q` in row `i` stands for
/// `q * scales[i]`. The zero points are 0.
///
/// ```
/// use kernels::{Matrix, quant::{ChannelScales, WeightRange}};
///
/// let w = Matrix::from([[0.5, 1.27], [-25.4, 10.0]]);
/// let channels = ChannelScales::of(&w, WeightRange::Narrow)?;
/// assert_eq!(channels.scales, [0.01, 0.2].into());
/// assert_eq!(channels.quantize(&w), [[50, 127], [-127, 50]].into());
/// # Ok::<(), kernels::quant::QuantError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChannelScales<const N: usize> {
    /// The distance from one weight to the next, by row.
    pub scales: Vector<f32, N>,
}

impl<const N: usize> ChannelScales<N> {
    /// The smallest scales at which no weight saturates. A row of zeros has scale 1; no
    /// scale is less than the smallest normal `f32`.
    ///
    /// # Errors
    /// A weight is NaN or infinite.
    ///
    /// ```
    /// use kernels::{Matrix, quant::{ChannelScales, WeightRange}};
    ///
    /// let w = Matrix::from([[1.0, f32::NAN]]);
    /// let error = ChannelScales::of(&w, WeightRange::Narrow).unwrap_err();
    /// assert_eq!(error.to_string(), "expected finite weights, got NaN at (0, 1)");
    /// ```
    pub fn of<const C: usize>(w: &Matrix<f32, N, C>, range: WeightRange) -> Result<Self, QuantError> {
        let mut scales = Vector::splat(1.0);
        for (row, weights) in w.rows().enumerate() {
            if let Some(col) = weights.iter().position(|weight| !weight.is_finite()) {
                return Err(QuantError::Weight { row, col, value: weights[col] });
            }
            let largest =
                |sign: f32| weights.iter().fold(0.0_f32, |so_far, &weight| so_far.max(sign * weight));
            let below = if range == WeightRange::Full { 128.0 } else { 127.0 };
            let scale = (largest(1.0) / 127.0).max(largest(-1.0) / below);
            if weights.iter().any(|&weight| weight != 0.0) {
                scales[row] = scale.max(f32::MIN_POSITIVE);
            }
        }
        Ok(Self { scales })
    }

    /// The weights, each rounded to the nearest step, of two the even one.
    ///
    /// ```
    /// use kernels::{Matrix, Vector, quant::ChannelScales};
    ///
    /// let channels = ChannelScales { scales: Vector::from([0.5, 2.0]) };
    /// assert_eq!(channels.quantize(&Matrix::from([[0.75], [-300.0]])), [[2], [-128]].into());
    /// ```
    pub fn quantize<const C: usize>(&self, w: &Matrix<f32, N, C>) -> Matrix<i8, N, C> {
        Matrix::from_fn(|i, j| quantize(w[(i, j)], self.scales[i], 0))
    }

    /// The numbers that quantized weights stand for.
    ///
    /// ```
    /// use kernels::{Matrix, Vector, quant::ChannelScales};
    ///
    /// let channels = ChannelScales { scales: Vector::from([0.5, 2.0]) };
    /// assert_eq!(channels.dequantize(&Matrix::from([[2], [-128]])), [[1.0], [-256.0]].into());
    /// ```
    pub fn dequantize<const C: usize>(&self, q: &Matrix<i8, N, C>) -> Matrix<f32, N, C> {
        Matrix::from_fn(|i, j| f32::from(q[(i, j)]) * self.scales[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_weight_of_a_row_is_the_last_step() {
        let rows = [
            [0.0, 0.0],
            [3.3, -1.0],
            [1.0, -3.3],
            [1e-45, 0.0],
            [f32::MAX / 2.0, f32::MIN / 2.0],
            [1e-38, -3e-38],
        ];
        let w = Matrix::<f32, 6, 2>::from(rows);
        let narrow = ChannelScales::of(&w, WeightRange::Narrow).unwrap();
        let q = narrow.quantize(&w);
        assert_eq!(q, [[0, 0], [127, -38], [38, -127], [0, 0], [127, -127], [1, -3]].into());
        let full = ChannelScales::of(&w, WeightRange::Full).unwrap();
        assert_eq!(*full.quantize(&w).row(2), [39, -128].into());
        assert_eq!(*full.quantize(&w).row(4), [127, -127].into());
        assert!(narrow.scales.iter().all(|scale| scale.is_normal()));
        for (exact, near) in w.as_slice().iter().zip(narrow.dequantize(&q).as_slice()) {
            assert!((exact - near).abs() <= exact.abs().max(f32::MIN_POSITIVE) / 2.0);
        }
    }

    #[test]
    fn infinite_weights_are_errors() {
        for value in [f32::NEG_INFINITY, f32::INFINITY] {
            let error = ChannelScales::of(&Matrix::from([[1.0], [value]]), WeightRange::Full);
            assert_eq!(error, Err(QuantError::Weight { row: 1, col: 0, value }));
        }
    }
}
