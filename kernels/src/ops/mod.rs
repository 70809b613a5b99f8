//! The definition of every operation, bits included.
//!
//! What stands here is written to be read: plain loops over elements, slow, without
//! allocation. It says what a kernel computes; the code that `#[kernel]` generates gives
//! the same bits on every level (the payload of a NaN apart).
//!
//! Every operator and function takes its operands by value or by reference, in any mix.
//!
//! # Operators
//!
//! | left | operators | right | result |
//! |---|---|---|---|
//! | `Vector<N>` | `+ - * /` | `Vector<N>`, scalar | element by element |
//! | `Matrix<R, C>` | `+ - * /` | scalar | element by element |
//! | `Matrix<R, C>` | `+ - /` | `Matrix<R, C>` | element by element |
//! | `Matrix<R, C>` | `+ - /` | `Vector<C>` | the vector is a row, taken with each row |
//! | `Matrix<R, C>` | `+ - * /` | [`Column<R>`](crate::Column) | the column is taken with each column |
//! | scalar | `+ - * /` | `Vector<N>`, `Matrix<R, C>` | element by element |
//! | `Vector<C>` | `+ -` | `Matrix<R, C>` | the vector is a row, taken with each row |
//! | `Column<R>` | `+ - *` | `Matrix<R, C>` | the column is taken with each column |
//! | `Matrix<R, K>` | `*` | `Matrix<K, C>` | the product, `Matrix<R, C>` |
//! | `Matrix<R, C>` | `*` | `Vector<C>` | the product, `Vector<R>` |
//! | `Vector<R>` | `*` | `Matrix<R, C>` | the row vector times the matrix, `Vector<C>` |
//! | | `-` | `Vector<N>`, `Matrix<R, C>` | every sign flipped (of zero and NaN too) |
//!
//! Where a `Matrix` stands on the right or left of an operator, a [`MatrixView`](crate::MatrixView) or a
//! [`Transposed`](crate::Transposed) may. `+= -= *= /=` exist where the row above has the operator, element by element, and the
//! left side is a vector, a matrix or a [`MatrixViewMut`](crate::MatrixViewMut). Sizes that do not fit are compile errors:
//!
//! ```compile_fail
//! use kernels::prelude::*;
//!
//! let w = Matrix::<f32, 2, 3>::splat(1.0);
//! let y = w * Vector::<f32, 2>::splat(1.0);
//! ```
//!
//! # Integers
//!
//! Vectors and matrices of `i32`, the accumulators of quantized tensors, have the rows above
//! but those of products and of `/`, and [`relu`], [`abs`], [`maximum`], [`minimum`] and
//! [`hadamard`]. All of it wraps: results are exact modulo 2³².
//!
//! Products and [`dot`] take bytes too, of which one side is `i8` and the other `i8`, `u8` or
//! [`U7`](crate::U7), and give `i32`: exact modulo 2³², so in any order. A sum of `K`
//! products does not wrap where `K` is at most 65,793 (`255 * 128 * K < 2³¹`).
//!
//! [`quantize`], [`requantize`] and [`dequantize`] lead from numbers to bytes and back;
//! [`to_f32`] and [`widen`] convert. Bytes have no other arithmetic:
//!
//! ```compile_fail
//! use kernels::prelude::*;
//!
//! let x = Vector::from([1_u8, 2]) + Vector::from([3_u8, 4]);
//! ```
//!
//! # Weights in half the bits
//!
//! Vectors and matrices of [`bf16`](crate::bf16) take part in products and [`dot`] with `f32`
//! on the other side, and [`widen`] makes them `f32`; they have no other arithmetic. A product
//! has the bits of the one with widened elements:
//!
//! ```
//! use kernels::{bf16, prelude::*};
//!
//! let w = Matrix::from([[0.1, 0.2], [0.3, 0.4]]).map(bf16::from_f32);
//! let x = Vector::from([5.0, 6.0]);
//! assert_eq!((w * x, x * w.t()), (widen(w) * x, x * widen(w).t()));
//! ```
//!
//! # Rounding
//!
//! Element by element, each operator rounds once, as IEEE 754 says: `a * b + c` rounds
//! twice. Inside products and [`dot`] multiplication and addition are fused:
//!
//! - A matrix product starts each element at `+0` and takes `k` in ascending order:
//!   `c = a[(i, k)].mul_add(b[(k, j)], c)`.
//! - An element of `w * x` or `x * w.t()`, which lies along a stored row of `w`, is a
//!   reduction in the order of `kernels_plan::order` with one chain; [`dot`] has as many
//!   chains as `order::chains` says. Both start from `+0`, and the last chunk is filled with
//!   `+0` on both sides.
//! - An element of `x * w` or `w.t() * x` lies along a stored column. It takes `k` in ascending
//!   order in `order::column_chains` chains, each from `+0`, which then are halved: four up to
//!   32 elements of `f32`, two up to 128, and beyond one, with the bits of a matrix product of
//!   one row.
//! - [`sum`] keeps the order of [`dot`] with plain additions; [`max`] and [`min`] keep it
//!   with [`maximum`] and [`minimum`].
//! - An element of [`row_sums`] is the [`sum`] of the row, with the chains of its length;
//!   [`row_max`] and [`row_min`] likewise. An element of [`col_sums`] starts at `+0` and
//!   takes the rows in ascending order; [`col_max`] and [`col_min`] likewise.
//!
//! What counts is the type: `w.t()` is a [`Transposed`](crate::Transposed), a matrix seen with
//! rows and columns exchanged, whereas [`transpose`] makes a `Matrix` like any other.
//!
//! ```
//! use kernels::prelude::*;
//!
//! let w = Matrix::<f32, 4, 3>::from_fn(|i, j| (i + j) as f32);
//! let x = Vector::from([1.0, 2.0, 3.0, 4.0]);
//! assert_eq!(w.t() * x, x * w);
//! assert_eq!(transpose(w) * x, Vector::from([20.0, 30.0, 40.0]));
//! ```

pub(crate) mod column;
mod elementary;
mod elementwise;
mod functions;
mod map;
mod operand;
pub(crate) mod order;
mod product;
mod quantize;
mod reduce;
mod reduce_axis;
pub(crate) mod scalar;

pub use column::column;
pub use elementary::{
    atan2, cbrt, ceil, copysign, cos, elu, erf, exp, exp2, expm1, floor, gelu, gelu_tanh, hard_sigmoid,
    hard_swish, leaky_relu, ln, ln_1p, log2, mish, pow, powi, recip, round, rsqrt, selu, sigmoid, silu, sin,
    sincos, softplus, tan, tanh, trunc,
};
pub use elementwise::Zip;
pub use functions::{abs, hadamard, maximum, minimum, relu, sqrt};
pub use map::{Arguments, Beside, ByPosition, clamp, map, select};
pub use operand::{AsMatrix, AsVector, Elements, Map, Rows};
pub use product::{concat, outer, transpose};
pub use quantize::{Narrow, Quantized, dequantize, quantize, requantize, to_f32, widen};
pub use reduce::{dot, max, mean, min, softmax, sum};
pub use reduce_axis::{col_max, col_means, col_min, col_sums, row_max, row_means, row_min, row_sums};
pub use scalar::Zero;
