//! Scale and zero point of a tensor.

use super::QuantError;
use crate::Byte;
use crate::ops::quantize;

/// How bytes stand for numbers, one for all elements of a tensor: `q` for
/// `(q - zero_point) * scale`.
///
/// The number 0 is met exactly, by `zero_point`. A scale is positive and finite; the fields
/// are plain, and what is built of others ([`QuantizedDense`](super::QuantizedDense)) checks
/// it.
///
/// ```
/// use kernels::{prelude::*, quant::Quantization};
///
/// let q = Quantization::<u8>::from_range(-1.0, 1.55)?;
/// assert_eq!((q.scale, q.zero_point), (0.01, 100));
/// assert_eq!(quantize(Vector::from([0.0, 0.5, 9.0]), q.scale, q.zero_point), [100, 150, 255].into());
/// # Ok::<(), kernels::quant::QuantError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantization<T> {
    /// The distance from one number to the next.
    pub scale: f32,
    /// What stands for 0.
    pub zero_point: T,
}

impl<T: Byte> Quantization<T> {
    /// The quantization whose values cover the numbers from `min` to `max`, and 0.
    ///
    /// The range is widened to contain 0 and divided by the steps of the type (255, for
    /// [`U7`](crate::U7) 127); then the zero point is rounded, so an end may be missed by half
    /// a step. A range of only 0 has scale 1 and zero point 0. No scale is less than the
    /// smallest normal `f32`, below which quotients lose precision or overflow. Where half a
    /// step more than an end is past the largest `f32`, that end may be dequantized to infinity.
    ///
    /// # Errors
    /// An end is NaN or infinite, or `min > max`.
    ///
    /// ```
    /// use kernels::quant::Quantization;
    ///
    /// let q = Quantization::<i8>::from_range(2.0, 5.1)?;
    /// assert_eq!((q.scale, q.zero_point), (0.02, -128));
    /// assert!(Quantization::<i8>::from_range(1.0, -1.0).is_err());
    /// # Ok::<(), kernels::quant::QuantError>(())
    /// ```
    pub fn from_range(min: f32, max: f32) -> Result<Self, QuantError> {
        if !(min.is_finite() && max.is_finite() && min <= max) {
            return Err(QuantError::Range { min, max });
        }
        // In f64, where the extent of no range of f32 overflows.
        let (min, max) = (f64::from(min.min(0.0)), f64::from(max.max(0.0)));
        if min == max {
            return Ok(Self { scale: 1.0, zero_point: T::saturate(0) });
        }
        let scale = ((max - min) / f64::from(T::HIGHEST - T::LOWEST)) as f32;
        let scale = scale.max(f32::MIN_POSITIVE);
        let zero = f64::from(T::LOWEST) - min / f64::from(scale);
        Ok(Self { scale, zero_point: T::saturate(zero.round_ties_even() as i32) })
    }

    /// What stands for `x`: the function [`quantize`].
    ///
    /// ```
    /// use kernels::quant::Quantization;
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 10_u8 };
    /// assert_eq!([q.quantize(0.75), q.quantize(-100.0), q.quantize(f32::NAN)], [12, 0, 0]);
    /// ```
    pub fn quantize(self, x: f32) -> T {
        quantize(x, self.scale, self.zero_point)
    }

    /// What `q` stands for: the function [`dequantize`](crate::ops::dequantize).
    ///
    /// ```
    /// use kernels::quant::Quantization;
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 10_u8 };
    /// assert_eq!([q.dequantize(12), q.dequantize(0)], [1.0, -5.0]);
    /// ```
    pub fn dequantize(self, q: T) -> f32 {
        (q.widen() - self.zero_point.widen()) as f32 * self.scale
    }

    /// The smallest and the largest number that a value stands for.
    ///
    /// ```
    /// use kernels::quant::Quantization;
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 10_u8 };
    /// assert_eq!(q.range(), (-5.0, 122.5));
    /// ```
    pub fn range(self) -> (f32, f32) {
        (self.dequantize(T::saturate(T::LOWEST)), self.dequantize(T::saturate(T::HIGHEST)))
    }

    /// Whether `x` is more than half a step outside of the range, or NaN.
    ///
    /// ```
    /// use kernels::quant::Quantization;
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 10_u8 };
    /// assert_eq!([q.saturates(122.7), q.saturates(123.0), q.saturates(-6.0)], [false, true, true]);
    /// ```
    pub fn saturates(self, x: f32) -> bool {
        let zero_point = self.zero_point.widen();
        let (low, high) = ((T::LOWEST - zero_point) as f32, (T::HIGHEST - zero_point) as f32);
        !(low..=high).contains(&(x / self.scale).round_ties_even())
    }

    /// Itself, where the scale is positive and finite.
    pub(super) fn checked(self) -> Result<Self, QuantError> {
        let scale = self.scale;
        if scale > 0.0 && scale.is_finite() { Ok(self) } else { Err(QuantError::Scale { scale }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::U7;

    const ENDS: [f32; 17] = [
        f32::MIN,
        -1e30,
        -1000.0,
        -1.0,
        -0.1,
        -1e-37,
        -1e-45,
        -0.0,
        0.0,
        1e-45,
        1e-37,
        0.3,
        1.0,
        77.7,
        1e10,
        1e38,
        f32::MAX,
    ];

    fn covers<T: Byte>() {
        for min in ENDS {
            for max in ENDS.into_iter().filter(|&max| max >= min) {
                let q = Quantization::<T>::from_range(min, max).unwrap();
                assert!(q.scale.is_normal() && q.scale > 0.0, "{min} to {max}: {q:?}");
                assert_eq!(q.quantize(0.0), q.zero_point);
                assert_eq!(q.dequantize(q.zero_point).to_bits(), 0);
                let (low, high) = q.range();
                let half = f64::from(q.scale) * 0.500_001;
                assert!(f64::from(low) <= f64::from(min) + half, "{min} to {max}: {q:?}");
                assert!(f64::from(high) >= f64::from(max) - half, "{min} to {max}: {q:?}");
                assert!(!q.saturates(min) || q.quantize(min) == T::saturate(T::LOWEST));
                for x in [min, max] {
                    // Half a step for the rounding and half for the zero point's.
                    let error = f64::from(q.dequantize(q.quantize(x))) - f64::from(x);
                    let overflows = error.is_infinite() && x.abs() == f32::MAX;
                    assert!(error.abs() <= 2.0 * half || overflows, "{x} of {min} to {max}: {error}");
                }
            }
        }
    }

    #[test]
    fn every_range_is_covered() {
        covers::<u8>();
        covers::<i8>();
        covers::<U7>();
    }

    #[test]
    fn no_range_is_an_error() {
        let (inf, nan) = (f32::INFINITY, f32::NAN);
        for (min, max) in [(1.0, 0.0), (nan, 1.0), (0.0, nan), (-inf, 0.0), (0.0, inf), (inf, inf)] {
            assert!(Quantization::<u8>::from_range(min, max).is_err(), "{min} to {max}");
        }
        for scale in [0.0, -1.0, inf, nan] {
            assert!(Quantization { scale, zero_point: 0_u8 }.checked().is_err());
        }
    }

    #[test]
    fn a_range_of_only_zero_is_one() {
        let q = Quantization::<i8>::from_range(0.0, -0.0).unwrap();
        assert_eq!((q.scale, q.zero_point), (1.0, 0));
    }
}
