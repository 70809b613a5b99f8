//! A dense layer of bytes.

use super::{ChannelScales, QuantError, Quantization, WeightRange};
use crate::{Byte, Factor, Matrix, Vector};

/// The largest bias in steps of an accumulator, 2³⁰: the other half of 32 bits is left to the
/// products, of which 33,000 of any activations and weights fit.
const LARGEST_BIAS: f64 = (1_u32 << 30) as f64;

/// A dense layer of `R` outputs and `C` inputs for activations of type `T`, made of an `f32`
/// layer: what a kernel needs, in plain fields.
///
/// An accumulator `weights * x + bias` stands for a number of the `f32` layer before its
/// activation: `accumulator * scales`, by row. With an activation that is the same for
/// positive multiples (ReLU, or none) the whole layer is
///
/// ```text
/// requantize(relu(l.weights * x + l.bias), l.multipliers, l.output.zero_point)
/// ```
///
/// and a last layer, whose results are wanted as numbers, ends in
/// `dequantize(l.weights * x + l.bias, l.scales, 0)`.
///
/// It is as large as its fields; one of megabytes needs as much stack while it is made.
///
/// ```
/// use kernels::{prelude::*, quant::*};
///
/// let (w, b) = (Matrix::from([[0.5, -1.0], [0.25, 2.0]]), Vector::from([0.125, -1.0]));
/// let input = Quantization::<u8>::from_range(-1.0, 1.0)?;
/// let output = Quantization::<u8>::from_range(0.0, 2.5)?;
/// let l = QuantizedDense::new(&w, &b, input, output)?;
///
/// let x = Vector::from([0.5, 1.0]);
/// let q: Vector<u8, 2> = quantize(x, input.scale, input.zero_point);
/// let y = requantize(relu(l.weights * q + l.bias), l.multipliers, l.output.zero_point);
/// let numbers = dequantize(y, l.output.scale, l.output.zero_point);
/// assert!(max(abs(numbers - relu(w * x + b))) < 0.01);
/// # Ok::<(), QuantError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuantizedDense<T, const R: usize, const C: usize> {
    /// The weights, each row by a scale of its own.
    pub weights: Matrix<i8, R, C>,
    /// The bias in steps of the accumulator, less what the zero point of the input adds to it:
    /// `round(b / scales) - input.zero_point * (sum of the row's weights)`.
    pub bias: Vector<i32, R>,
    /// What a step of the accumulator stands for: the scale of the input times that of the
    /// row's weights.
    pub scales: Vector<f32, R>,
    /// From steps of the accumulator to steps of the output: `scales / output.scale`.
    pub multipliers: Vector<f32, R>,
    /// What the activations of the input stand for.
    pub input: Quantization<T>,
    /// What the activations of the output stand for.
    pub output: Quantization<T>,
}

impl<T: Byte, const R: usize, const C: usize> QuantizedDense<T, R, C> {
    /// The layer with weights `w` and bias `b` between two quantizations; the weights are in
    /// [`WeightRange::Narrow`].
    ///
    /// # Errors
    /// As [`QuantizedDense::with_range`].
    ///
    /// ```
    /// use kernels::{prelude::*, quant::*};
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 3_u8 };
    /// let l = QuantizedDense::new(&Matrix::from([[1.27, -0.5]]), &[1.0].into(), q, q)?;
    /// assert_eq!((l.weights, l.scales), ([[127, -50]].into(), [0.005].into()));
    /// assert_eq!(l.bias, [200 - 3 * (127 - 50)].into());
    /// # Ok::<(), QuantError>(())
    /// ```
    pub fn new(
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        input: Quantization<T>,
        output: Quantization<T>,
    ) -> Result<Self, QuantError> {
        Self::with_range(w, b, input, output, WeightRange::Narrow)
    }

    /// The layer with weights `w` and bias `b` between two quantizations.
    ///
    /// The weights of a row have the scale of [`ChannelScales::of`], or, where its bias would
    /// be more than 2³⁰ steps of the accumulator, the one at which it is that many: a row with
    /// next to no weights keeps its bias. Everything is computed in `f64` and rounded once; no
    /// accumulator wraps, whatever the input.
    ///
    /// # Errors
    /// A weight or bias is not finite; a scale is not positive and finite; a row's accumulator
    /// would not fit 32 bits for every input, which takes more than 33,000 columns; or the
    /// largest `f32` is less than a multiplier or scale.
    ///
    /// ```
    /// use kernels::{prelude::*, quant::*};
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 3_u8 };
    /// let w = Matrix::from([[-1.28, 0.5]]);
    /// let l = QuantizedDense::with_range(&w, &[0.0].into(), q, q, WeightRange::Full)?;
    /// assert_eq!(l.weights, [[-128, 50]].into());
    /// # Ok::<(), QuantError>(())
    /// ```
    pub fn with_range(
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        input: Quantization<T>,
        output: Quantization<T>,
        range: WeightRange,
    ) -> Result<Self, QuantError> {
        let (input, output) = (input.checked()?, output.checked()?);
        let mut channels = ChannelScales::of(w, range)?;
        for row in 0..R {
            channels.scales[row] = scale_for_bias(channels.scales[row], input.scale, (row, b[row]))?;
        }
        let weights = channels.quantize(w);
        let (mut bias, mut scales, mut multipliers) = (Vector::zero(), Vector::zero(), Vector::zero());
        for row in 0..R {
            // Exact: an f64 holds the product of two f32.
            let scale = f64::from(channels.scales[row]) * f64::from(input.scale);
            bias[row] = corrected(weights.row(row), f64::from(b[row]) / scale, input.zero_point, row)?;
            scales[row] = narrowed(scale, row)?;
            multipliers[row] = narrowed(scale / f64::from(output.scale), row)?;
        }
        Ok(Self { weights, bias, scales, multipliers, input, output })
    }

    /// The accumulators `weights * x + bias`.
    ///
    /// ```
    /// use kernels::{prelude::*, quant::*};
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 3_u8 };
    /// let l = QuantizedDense::new(&Matrix::from([[1.27, -0.5]]), &[1.0].into(), q, q)?;
    /// let x = Vector::from([5_u8, 4]);
    /// // 1.27 * 1.0 - 0.5 * 0.5 + 1.0 in steps of 0.005
    /// assert_eq!(l.accumulators(&x), [404].into());
    /// # Ok::<(), QuantError>(())
    /// ```
    pub fn accumulators(&self, x: &Vector<T, C>) -> Vector<i32, R>
    where
        i8: Factor<T, Sum = i32>,
    {
        self.weights * x + self.bias
    }
}

/// The scale of a row's weights, large enough for its bias.
fn scale_for_bias(scale: f32, input: f32, (row, bias): (usize, f32)) -> Result<f32, QuantError> {
    let needed = (f64::from(bias.abs()) / (f64::from(input) * LARGEST_BIAS)) as f32;
    // A NaN is not less than infinity either.
    if needed < f32::INFINITY { Ok(scale.max(needed)) } else { Err(QuantError::Bias { row, value: bias }) }
}

/// The bias in steps, with the correction for the zero point.
fn corrected<T: Byte, const C: usize>(
    weights: &Vector<i8, C>,
    bias: f64,
    zero_point: T,
    row: usize,
) -> Result<i32, QuantError> {
    let bias = bias.round_ties_even() as i64;
    let extremes = [T::LOWEST, T::HIGHEST].map(|end| i64::from(end - zero_point.widen()));
    let sum_of = |f: &dyn Fn(i64) -> i64| weights.iter().map(|&weight| f(weight.into())).sum::<i64>();
    let highest = bias + sum_of(&|weight| extremes.map(|x| x * weight).into_iter().max().unwrap_or(0));
    let lowest = bias + sum_of(&|weight| extremes.map(|x| x * weight).into_iter().min().unwrap_or(0));
    for reach in [highest, lowest] {
        if i32::try_from(reach).is_err() {
            return Err(QuantError::Accumulator { row, reach });
        }
    }
    // It is the accumulator of an input of zeros, so it fits too.
    let corrected = bias - i64::from(zero_point.widen()) * sum_of(&|weight| weight);
    i32::try_from(corrected).map_err(|_| QuantError::Accumulator { row, reach: corrected })
}

/// The nearest `f32`, if there is one.
fn narrowed(value: f64, row: usize) -> Result<f32, QuantError> {
    let near = value as f32;
    if near.is_finite() { Ok(near) } else { Err(QuantError::Multiplier { row, value }) }
}
