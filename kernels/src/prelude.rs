//! Everything that the body of a kernel uses, for one `use`.
//!
//! ```
//! use kernels::prelude::*;
//!
//! fn layer(w: &Matrix<f32, 2, 3>, b: &Vector<f32, 2>, x: &Vector<f32, 3>) -> Vector<f32, 2> {
//!     relu(w * x + b)
//! }
//! let w = Matrix::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
//! let y = layer(&w, &Vector::from([-14.0, 2.0]), &Vector::splat(1.0));
//! assert_eq!(y, Vector::from([0.0, 17.0]));
//! ```

pub use crate::kernel;

pub use crate::ops::{
    abs, atan2, cbrt, ceil, clamp, col_max, col_means, col_min, col_sums, column, concat, copysign, cos,
    dequantize, dot, elu, erf, exp, exp2, expm1, floor, gelu, gelu_tanh, hadamard, hard_sigmoid, hard_swish,
    leaky_relu, ln, ln_1p, log2, map, max, maximum, mean, min, minimum, mish, outer, pow, powi, quantize,
    recip, relu, requantize, round, row_max, row_means, row_min, row_sums, rsqrt, select, selu, sigmoid,
    silu, sin, sincos, softmax, softplus, sqrt, sum, tan, tanh, to_f32, transpose, trunc, widen,
};
pub use crate::{
    Byte, Column, Float, Matrix, MatrixView, MatrixViewMut, Number, Packed, Transposed, U7, Vector, bf16,
};
