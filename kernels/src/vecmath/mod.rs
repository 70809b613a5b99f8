//! Elementary functions of vectors: the same bits on every level, and for single elements.
//!
//! The functions here take slices of any length: `vecmath::exp(&x, &mut y)?`, and in its place
//! `vecmath::exp_in_place(&mut x)`. They run the level of this process, as kernels do. Those of
//! vectors, which kernels inline, are in [`lanes`].
//!
//! ```
//! use kernels::vecmath;
//!
//! let (x, mut y) = ([0.0_f32, 1.0, f32::NEG_INFINITY], [0.0; 3]);
//! vecmath::exp(&x, &mut y)?;
//! assert_eq!(y, [1.0, 2.7182817, 0.0]);
//! # Ok::<(), kernels::SizeError>(())
//! ```
//!
//! Each is one algorithm of additions, products, fused multiply-adds and, in some, a division,
//! without tables or instructions that approximate, over all arguments:
//! infinities, NaN, denormals and both zeros. NaN gives NaN, except where a function says otherwise. What is rare (an angle
//! beyond 32,768, a logarithm of a denormal number) takes a longer way to the same result.
//!
//! Functions of your own, `#[kernel] fn f(x: f32) -> f32`, go over slices in the same way:
//! `f::map_into(&x, &mut y)?` ([`kernel`](macro@crate::kernel)).
//!
//! # Accuracy
//! The largest errors, in ULP; bounds are asserted by the tests. `f32` is measured over all 2³²
//! arguments (functions of two by samples), against `f64`, with the C library's functions and
//! `libm::erf`, which are off by less than 2^-28 ULP of `f32`: `cargo run --release --example ulp`.
//! `f64` is measured over samples of all exponents and where functions bend, against numbers of
//! twice its precision.
//!
//! | function | bound, f32 | measured | bound, f64 | measured |
//! |---|---|---|---|---|
//! | [`exp`] | 1.0 | 0.92 | 1.0 | 0.78 |
//! | [`exp2`] | 1.0 | 1.00 | 1.0 | 0.84 |
//! | [`expm1`] | 1.5 | 1.09 | 1.5 | 0.97 |
//! | [`ln`] | 1.0 | 0.87 | 1.0 | 0.78 |
//! | [`log2`] | 1.0 | 0.84 | 1.0 | 0.61 |
//! | [`ln_1p`] | 1.5 | 0.93 | 1.5 | 0.78 |
//! | [`sin`] | 1.0 | 0.94 | 1.0 | 0.72 |
//! | [`cos`] | 1.0 | 0.94 | 1.0 | 0.72 |
//! | [`tan`] | 1.5 | 1.44 | 1.5 | 0.96 |
//! | [`tanh`] | 1.5 | 1.38 | 1.5 | 1.15 |
//! | [`sigmoid`] | 1.5 | 0.78 | 1.5 | 0.63 |
//! | [`softplus`] | 1.5 | 0.90 | 1.5 | 0.72 |
//! | [`gelu`] | 2.0 | 1.86 | 1.5 | 1.16 |
//! | [`gelu_tanh`] | 1.5 | 0.81 | 1.5 | 0.62 |
//! | [`silu`] | 1.5 | 0.80 | 1.5 | 0.60 |
//! | [`selu`] | 1.5 | 1.02 | 1.5 | 0.68 |
//! | [`hard_sigmoid`] | 1.5 | 1.00 | 1.5 | 1.00 |
//! | [`hard_swish`] | 1.5 | 1.00 | 1.5 | 1.00 |
//! | [`mish`] | 1.5 | 0.80 | 1.5 | 0.60 |
//! | [`erf`] | 1.5 | 1.34 | 1.5 | 0.99 |
//! | [`cbrt`] | 1.0 | 0.51 | 1.0 | 0.50 |
//! | [`rsqrt`] | 1.5 | 1.50 | 1.5 | 1.46 |
//! | [`pow`] | 1.5 | 1.04, by samples | 1.5 | 0.91 |
//! | [`powi`] | 1.5 | 1.16, by samples | 1.5 | 1.05 |
//! | [`atan2`] | 1.5 | 1.31, by samples | 1.5 | 1.36 |
//! | [`elu`] | 1.5 | by samples | 1.5 | |
//! | [`recip`], [`sqrt`], [`leaky_relu`] | 0.5 | 0.5 | 0.5 | 0.5 |
//! | [`abs`], [`ceil`], [`clamp`], [`copysign`], [`floor`], [`maximum`], [`minimum`], [`relu`], [`round`], [`select`], [`trunc`] | exact | | exact | |

mod constants;
#[cfg(test)]
mod exact;
mod huge;
pub mod lanes;
mod polynomial;
#[cfg(test)]
mod reference;
mod slices;
#[cfg(test)]
mod tests;
mod twofold;

pub use constants::Constants;
#[cfg(test)]
use slices::bounds;
pub use slices::*;
