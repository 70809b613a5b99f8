//! Between numbers and quantized tensors, as ONNX defines it.

use half::bf16;

use super::elementwise::Zip;
use super::operand::{Elements, Map};
use crate::Byte;
use crate::arch::{Element, Simd};

/// An element type that stands for numbers by a scale and a zero point: `i8`, `u8`,
/// [`U7`](crate::U7), and `i32` for accumulators.
///
/// It is there for the bounds of [`dequantize`]; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::{Quantized, dequantize}};
///
/// fn numbers<Q: Quantized>(q: Vector<Q, 2>, zero_point: Q) -> Vector<f32, 2> {
///     dequantize(q, 0.5, zero_point)
/// }
/// assert_eq!(numbers(Vector::from([7_u8, 8]), 8), [-0.5, 0.0].into());
/// ```
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` are not dequantized",
    label = "`i8`, `u8`, `U7` or `i32` is needed here"
)]
pub trait Quantized: super::Zero {
    /// The difference as `i32`, modulo 2³².
    #[doc(hidden)]
    fn difference(self, zero_point: Self) -> i32;
}

impl Quantized for i32 {
    fn difference(self, zero_point: Self) -> i32 {
        self.wrapping_sub(zero_point)
    }
}

impl<T: Byte> Quantized for T {
    fn difference(self, zero_point: Self) -> i32 {
        self.widen() - zero_point.widen()
    }
}

/// Numbers as a quantized tensor: `saturate(round(x / scale) + zero_point)`, ONNX's
/// QuantizeLinear.
///
/// `x` is an `f32`, or a vector or matrix of them, and the result has its shape and the type
/// of `zero_point`: `u8`, `i8` or [`U7`](crate::U7). `scale` is an `f32`; per channel it is a
/// vector as long as `x`, and beside a matrix a row (`Vector`) or a
/// [`column`](super::column()).
///
/// The quotient is rounded as `f32`, then to the nearest integer, of two the even one. What
/// the type does not hold becomes its nearest end, `±∞` too; NaN becomes the smallest value.
///
/// ```
/// use kernels::prelude::*;
///
/// let x = Vector::from([-1.0, 0.25, 0.75, 100.0, f32::NAN]);
/// assert_eq!(quantize(x, 0.5, 10_u8), [8, 10, 12, 210, 0].into());
/// let rows = Matrix::from([[1.0, 2.0], [100.0, -200.0]]);
/// let scales = column(Vector::from([0.5, 2.0]));
/// assert_eq!(quantize(rows, scales, 0_i8), [[2, 4], [50, -100]].into());
/// ```
pub fn quantize<X, S, T>(x: X, scale: S, zero_point: T) -> <X::Output as Elements>::With<T>
where
    X: Zip<S, Output: Map<Elem = f32>>,
    T: Byte,
{
    x.zip_with(scale, |x, scale| x / scale).map_to(|quotient| round_to(quotient, zero_point))
}

/// The numbers that a quantized tensor stands for: `(q - zero_point) * scale`, ONNX's
/// DequantizeLinear.
///
/// `q` is an `i8`, `u8`, [`U7`](crate::U7) or `i32`, or a vector or matrix of them, and
/// `zero_point` one of the same type; the result has its shape. `scale` is as for
/// [`quantize`].
///
/// The difference of bytes is exact; that of `i32` is taken modulo 2³² and rounded to the
/// nearest `f32`. The product is rounded once.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(dequantize(Vector::from([8_u8, 10, 12]), 0.5, 10), [-1.0, 0.0, 1.0].into());
/// let accumulators = Vector::from([1000, -1000]);
/// assert_eq!(dequantize(accumulators, Vector::from([0.5, 0.25]), 0), [500.0, -250.0].into());
/// ```
pub fn dequantize<Q, S>(q: Q, scale: S, zero_point: Q::Item) -> <<Q as Elements>::With<f32> as Zip<S>>::Output
where
    Q: Elements<Item: Quantized, With<f32>: Zip<S, Output: Map<Elem = f32>>>,
{
    q.map_to(|q| q.difference(zero_point) as f32).zip_with(scale, |difference, scale| difference * scale)
}

/// Accumulators as a quantized tensor: `saturate(round(acc * multiplier) + zero_point)`, the
/// end of ONNX's QLinearMatMul.
///
/// `acc` is an `i32`, or a vector or matrix of them, and the result has its shape and the
/// type of `zero_point`. `multiplier` is an `f32`, or per channel a vector or
/// [`column`](super::column()), as the scale of [`quantize`]: the scales of both factors,
/// multiplied, divided by the scale of the result.
///
/// `acc` is rounded to the nearest `f32`, the product is rounded as `f32`, then to the
/// nearest integer, of two the even one; it saturates like [`quantize`].
///
/// ```
/// use kernels::prelude::*;
///
/// let acc = Vector::from([1000, 25, 35, -7, 100_000]);
/// assert_eq!(requantize(acc, 0.1, 2_u8), [102, 4, 6, 1, 255].into());
/// assert_eq!(requantize(relu(Vector::from([10, -20])), Vector::from([0.5, 2.0]), -128_i8), [-123, -128].into());
/// ```
pub fn requantize<X, M, T>(
    acc: X,
    multiplier: M,
    zero_point: T,
) -> <<X::With<f32> as Zip<M>>::Output as Elements>::With<T>
where
    X: Elements<Item = i32, With<f32>: Zip<M, Output: Map<Elem = f32>>>,
    T: Byte,
{
    let product = to_f32(acc).zip_with(multiplier, |acc, multiplier| acc * multiplier);
    product.map_to(|product| round_to(product, zero_point))
}

/// Accumulators as `f32`, each rounded to the nearest one, of two the even one: exact up to
/// 2²⁴.
///
/// `acc` is an `i32`, or a vector or matrix of them; the result has its shape.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(to_f32(Vector::from([-3, 16_777_217])), [-3.0, 16_777_216.0].into());
/// ```
pub fn to_f32<X: Elements<Item = i32>>(acc: X) -> X::With<f32> {
    acc.map_to(|acc| acc as f32)
}

/// An element type that holds the numbers of a wider one in fewer bits: `i8`, `u8` and
/// [`U7`](crate::U7) those of `i32`, `bf16` those of `f32`.
///
/// It is there for the bounds of [`widen`]; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Vector, bf16, ops::{Narrow, widen}};
///
/// fn both<T: Narrow>(q: Vector<T, 1>) -> (Vector<T, 1>, Vector<T::Wide, 1>) {
///     (q, widen(q))
/// }
/// assert_eq!(both(Vector::from([7_u8])).1, [7].into());
/// assert_eq!(both(Vector::from([bf16::ONE])).1, [1.0].into());
/// ```
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` are not widened",
    label = "`i8`, `u8` or `U7`, which become `i32`, or `bf16`, which becomes `f32`, is needed here"
)]
pub trait Narrow: super::Zero {
    /// The type with arithmetic.
    type Wide;

    /// The same number.
    #[doc(hidden)]
    fn wide(self) -> Self::Wide;
}

impl<T: Byte> Narrow for T {
    type Wide = i32;

    fn wide(self) -> i32 {
        self.widen()
    }
}

impl Narrow for bf16 {
    type Wide = f32;

    fn wide(self) -> f32 {
        f32::from_bf16(self)
    }
}

/// Bytes as `i32`, `bf16` as `f32`: the same values.
///
/// `q` is an `i8`, `u8`, [`U7`](crate::U7) or [`bf16`], or a vector or matrix of them; the
/// result has its shape. The bits of a `bf16` are the upper half of the `f32`'s, of a NaN too.
///
/// ```
/// use kernels::{bf16, prelude::*};
///
/// assert_eq!(widen(Vector::from([200_u8, 7])) - 255, [-55, -248].into());
/// assert_eq!(widen(Vector::from([0.5, 3.0]).map(bf16::from_f32)), [0.5, 3.0].into());
/// ```
pub fn widen<X: Elements<Item: Narrow>>(q: X) -> X::With<<X::Item as Narrow>::Wide> {
    q.map_to(Narrow::wide)
}

/// The integer nearest to `x`, from `zero_point` on, within the type. The ends are small
/// integers, so comparing before the conversion to `i32` is exact; what compares with
/// nothing, a NaN, becomes the lower end.
fn round_to<T: Byte>(x: f32, zero_point: T) -> T {
    let zero_point = zero_point.widen();
    let (low, high) = ((T::LOWEST - zero_point) as f32, (T::HIGHEST - zero_point) as f32);
    let steps = x.round_ties_even().max_or(low).min_or(high);
    T::saturate(steps as i32 + zero_point)
}
