//! Post-training quantization: from a trained network of dense layers in `f32` to one of
//! bytes.
//!
//! 1. Run the `f32` network over samples, and give the input and each layer's output, behind
//!    the activation, to a [`Calibration`].
//! 2. [`Calibration::quantization`] chooses scale and zero point of each of them, the
//!    [`Quantization`], by a [`Method`].
//! 3. [`QuantizedDense`] makes a layer's weights, bias and multipliers of `w`, `b` and the
//!    quantizations before and behind it.
//! 4. An [`ErrorReport`] says how far each layer is from the `f32` one.
//!
//! Activations are of any [`Byte`](crate::Byte), with one scale and zero point per tensor;
//! weights are `i8`, with one scale per output and zero point 0.
//!
//! ```
//! use kernels::{prelude::*, quant::*};
//!
//! // A trained layer, and samples of what it sees.
//! let w = Matrix::<f32, 3, 4>::from_fn(|i, j| 0.3 * i as f32 - 0.2 * j as f32 + 0.1);
//! let b = Vector::from([0.5, -0.25, 0.0]);
//! let samples = [[0.0, 0.5, 1.0, 0.25], [0.75, 0.0, 0.5, 1.0], [1.0, 1.0, 0.0, 0.0]].map(Vector::from);
//!
//! let (mut before, mut behind) = (Calibration::new(), Calibration::new());
//! for x in &samples {
//!     before.observe(x.as_slice())?;
//!     behind.observe(relu(w * x + b).as_slice())?;
//! }
//! let input = before.quantization::<u8>(Method::MinMax)?;
//! let output = behind.quantization::<u8>(Method::MinMax)?;
//! let layer = QuantizedDense::new(&w, &b, input, output)?;
//!
//! // The quantized layer, as the body of a kernel is written too.
//! let dense = |x: &Vector<u8, 4>| -> Vector<u8, 3> {
//!     requantize(relu(layer.weights * x + layer.bias), layer.multipliers, layer.output.zero_point)
//! };
//! let mut report = ErrorReport::new();
//! for x in &samples {
//!     let y = dense(&quantize(x, input.scale, input.zero_point));
//!     report.observe("dense", relu(w * x + b).as_slice(), y.as_slice(), output)?;
//! }
//! println!("{report}");
//! assert!(report.layers()[0].max() < 0.01);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # ReLU
//!
//! An output calibrated behind a ReLU has no negative values, so its range begins at 0, its
//! zero point is the smallest value of the type, and all of the type's values are left for
//! what passes. `relu` of an accumulator, before it is requantized, is the ReLU of the number
//! that it stands for: scales are positive and the accumulator of zero is 0.

mod calibration;
mod dense;
mod error;
mod histogram;
mod quantization;
mod report;
mod search;
mod weights;

pub use calibration::{Calibration, Method};
pub use dense::QuantizedDense;
pub use error::QuantError;
pub use quantization::Quantization;
pub use report::{ErrorReport, LayerError};
pub use weights::{ChannelScales, WeightRange};
