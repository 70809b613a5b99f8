//! What cannot be quantized.

use core::error::Error;
use core::fmt;

/// Data that cannot be quantized, with what was found and where.
///
/// ```
/// use kernels::quant::Quantization;
///
/// let error = Quantization::<u8>::from_range(1.0, f32::INFINITY).unwrap_err();
/// assert_eq!(error.to_string(), "expected a range of finite numbers, the smaller first, got 1 to inf");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum QuantError {
    /// A range whose ends are not finite, or whose smaller end is the larger number.
    Range {
        /// The smaller end.
        min: f32,
        /// The larger end.
        max: f32,
    },
    /// A value to calibrate with that is NaN or infinite.
    Value {
        /// Where it was in the slice.
        index: usize,
        /// What it was.
        value: f32,
    },
    /// A calibration that has seen no values.
    NoValues,
    /// A percentage that is not above 0, or above 100.
    Percentile {
        /// What it was.
        percent: f64,
    },
    /// A weight that is NaN or infinite.
    Weight {
        /// Its row.
        row: usize,
        /// Its column.
        col: usize,
        /// What it was.
        value: f32,
    },
    /// A bias that is NaN or infinite, or so large that no `f32` scale of its row's weights
    /// fits it.
    Bias {
        /// Its row.
        row: usize,
        /// What it was.
        value: f32,
    },
    /// The scale of a quantization that is not positive and finite.
    Scale {
        /// What it was.
        scale: f32,
    },
    /// A row whose accumulator would not fit 32 bits for every input.
    Accumulator {
        /// The row.
        row: usize,
        /// What it may reach.
        reach: i64,
    },
    /// A row whose multiplier, or the scale of whose accumulator, would be past the largest
    /// `f32`.
    Multiplier {
        /// The row.
        row: usize,
        /// What it would be.
        value: f64,
    },
}

impl fmt::Display for QuantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Range { min, max } => {
                write!(f, "expected a range of finite numbers, the smaller first, got {min} to {max}")
            }
            Self::Value { index, value } => write!(f, "expected finite values, got {value} at {index}"),
            Self::NoValues => write!(f, "expected values to calibrate with, got none"),
            Self::Percentile { percent } => {
                write!(f, "expected a percentage above 0 and at most 100, got {percent}")
            }
            Self::Weight { row, col, value } => {
                write!(f, "expected finite weights, got {value} at ({row}, {col})")
            }
            Self::Bias { row, value } => {
                write!(f, "expected a bias that fits 32 bits at a finite scale, got {value} in row {row}")
            }
            Self::Scale { scale } => write!(f, "expected a positive, finite scale, got {scale}"),
            Self::Accumulator { row, reach } => {
                write!(f, "expected accumulators of 32 bits, but row {row} may reach {reach}")
            }
            Self::Multiplier { row, value } => {
                write!(f, "expected multipliers that fit an `f32`, got {value:e} in row {row}")
            }
        }
    }
}

impl Error for QuantError {}
