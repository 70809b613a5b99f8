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
mod elementwise;
mod functions;
mod operand;
pub(crate) mod order;
mod product;
mod reduce;
mod reduce_axis;
pub(crate) mod scalar;

pub use column::column;
pub use elementwise::Zip;
pub use functions::{abs, exp, hadamard, maximum, minimum, relu, sigmoid, sqrt, tanh};
pub use operand::{AsMatrix, AsVector, Map, Rows};
pub use product::{concat, outer, transpose};
pub use reduce::{dot, max, mean, min, softmax, sum};
pub use reduce_axis::{col_max, col_means, col_min, col_sums, row_max, row_means, row_min, row_sums};
