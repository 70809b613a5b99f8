//! What values a tensor takes, and the range that is quantized.

use super::histogram::Histogram;
use super::search::least_square_error;
use super::{QuantError, Quantization};
use crate::Byte;

/// How the range of a quantization is chosen from the values seen.
///
/// ```
/// use kernels::quant::{Calibration, Method};
///
/// // Ten thousand values up to 1, and one far outside.
/// let mut calibration = Calibration::new();
/// let values: Vec<f32> = (1..=10_000).map(|i| i as f32 / 10_000.0).collect();
/// calibration.observe(&values)?;
/// calibration.observe(&[1000.0])?;
/// assert_eq!(calibration.range::<u8>(Method::MinMax)?, (1e-4, 1000.0));
/// assert!(calibration.range::<u8>(Method::Percentile(99.9))?.1 < 1.0);
/// # Ok::<(), kernels::quant::QuantError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Method {
    /// From the smallest to the largest value, exactly: nothing seen saturates.
    #[default]
    MinMax,
    /// As many per cent of the values, at least; of the others one half may be below the
    /// range and one half above it. `Percentile(99.9)` of 10,000 values leaves out the 5
    /// smallest and the 5 largest ones.
    ///
    /// An end is off by the width of a bin at most, to the outside: less than 2⁻¹⁰ of its
    /// magnitude.
    Percentile(f64),
    /// The range with the least mean square error of quantized values, among 160 ends on
    /// either side, each 4 % inside of the one before, down to 2⁻¹⁰ of the whole range. They
    /// are not tried in all pairs, but one after the other, from the whole range on: it is
    /// never worse than [`Method::MinMax`]. Values are taken as the mean of their bin, which
    /// they are less than 2⁻¹⁰ of their magnitude away from.
    MeanSquareError,
}

/// Sees the values that a tensor takes, sample by sample, and chooses the range to quantize.
///
/// It keeps the smallest and the largest value, and counts in bins of numbers that share sign,
/// exponent and the first 10 bits of the mantissa: of any range, with a relative resolution of
/// 2⁻¹⁰. Memory is that of the bins in use, some thousands. The order of the values does not
/// matter.
///
/// ```
/// use kernels::quant::{Calibration, Method};
///
/// let mut calibration = Calibration::new();
/// for sample in [[0.5, -1.0], [1.55, 0.0]] {
///     calibration.observe(&sample)?;
/// }
/// let q = calibration.quantization::<u8>(Method::MinMax)?;
/// assert_eq!((q.scale, q.zero_point), (0.01, 100));
/// # Ok::<(), kernels::quant::QuantError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    histogram: Histogram,
}

impl Calibration {
    /// One that has seen nothing.
    ///
    /// ```
    /// use kernels::quant::{Calibration, Method, QuantError};
    ///
    /// assert_eq!(Calibration::new().range::<u8>(Method::MinMax), Err(QuantError::NoValues));
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Sees the elements of a sample.
    ///
    /// # Errors
    /// An element is NaN or infinite; then none of them is counted.
    ///
    /// ```
    /// let mut calibration = kernels::quant::Calibration::new();
    /// assert!(calibration.observe(&[1.0, f32::NAN]).is_err());
    /// assert_eq!(calibration.count(), 0);
    /// ```
    pub fn observe(&mut self, values: &[f32]) -> Result<(), QuantError> {
        if let Some(index) = values.iter().position(|value| !value.is_finite()) {
            return Err(QuantError::Value { index, value: values[index] });
        }
        values.iter().for_each(|&value| self.histogram.add(value));
        Ok(())
    }

    /// Sees all that another one has seen, on another thread perhaps.
    ///
    /// ```
    /// use kernels::quant::Calibration;
    ///
    /// let (mut left, mut right) = (Calibration::new(), Calibration::new());
    /// left.observe(&[1.0])?;
    /// right.observe(&[2.0])?;
    /// left.merge(&right);
    /// assert_eq!(left.count(), 2);
    /// # Ok::<(), kernels::quant::QuantError>(())
    /// ```
    pub fn merge(&mut self, other: &Self) {
        self.histogram.merge(&other.histogram);
    }

    /// How many values it has seen.
    ///
    /// ```
    /// assert_eq!(kernels::quant::Calibration::new().count(), 0);
    /// ```
    pub fn count(&self) -> u64 {
        self.histogram.count()
    }

    /// The range to quantize as `T`, the smaller end first. It need not contain 0;
    /// [`Quantization::from_range`] widens it.
    ///
    /// # Errors
    /// No values, or a percentage that is none.
    ///
    /// ```
    /// use kernels::quant::{Calibration, Method};
    ///
    /// let mut calibration = Calibration::new();
    /// calibration.observe(&[-1.0, 3.0, 2.0])?;
    /// assert_eq!(calibration.range::<i8>(Method::MinMax)?, (-1.0, 3.0));
    /// assert!(calibration.range::<i8>(Method::Percentile(101.0)).is_err());
    /// # Ok::<(), kernels::quant::QuantError>(())
    /// ```
    pub fn range<T: Byte>(&self, method: Method) -> Result<(f32, f32), QuantError> {
        let ends = self.histogram.ends().ok_or(QuantError::NoValues)?;
        match method {
            Method::MinMax => Ok(ends),
            Method::Percentile(percent) => self.percentile(percent),
            Method::MeanSquareError => Ok(least_square_error::<T>(&self.histogram, ends)),
        }
    }

    fn percentile(&self, percent: f64) -> Result<(f32, f32), QuantError> {
        if !(percent > 0.0 && percent <= 100.0) {
            return Err(QuantError::Percentile { percent });
        }
        // 100 - 99.9 is a little less than 0.1; a millionth of a value more does no harm.
        let dropped = self.count() as f64 * (100.0 - percent) / 200.0 + 1e-6;
        // More than half from both sides would leave nothing.
        let dropped = (dropped as u64).min((self.count() - 1) / 2);
        self.histogram.without(dropped).ok_or(QuantError::NoValues)
    }

    /// The quantization of the range: [`Quantization::from_range`] of [`Calibration::range`].
    ///
    /// # Errors
    /// As [`Calibration::range`].
    ///
    /// ```
    /// use kernels::quant::{Calibration, Method};
    ///
    /// let mut calibration = Calibration::new();
    /// calibration.observe(&[0.0, 3.0, 25.5])?;
    /// let q = calibration.quantization::<u8>(Method::MeanSquareError)?;
    /// assert_eq!((q.scale, q.zero_point), (0.1, 0));
    /// # Ok::<(), kernels::quant::QuantError>(())
    /// ```
    pub fn quantization<T: Byte>(&self, method: Method) -> Result<Quantization<T>, QuantError> {
        let (min, max) = self.range::<T>(method)?;
        Quantization::from_range(min, max)
    }
}
