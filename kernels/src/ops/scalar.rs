//! The element types that can be computed with.

use core::fmt::{Debug, Display};

use half::bf16;

use super::elementwise::Zip;
use super::operand::Map;
use crate::arch::Element;
use crate::vecmath::lanes;
use crate::{Byte, U7};

/// An element type that has a zero: `f32`, `f64`, `bf16`, `i32`, `i8`, `u8` and [`U7`].
///
/// It is there for the bounds of functions such as [`dot`](super::dot); bodies of kernels
/// do not name it.
///
/// ```
/// use kernels::{Vector, ops::Zero};
///
/// fn nothing<T: Zero>() -> Vector<T, 2> {
///     Vector::zero()
/// }
/// assert_eq!(nothing::<i8>(), Vector::from([0, 0]));
/// ```
// No name here, in `Number` or in `Factor` is one of `Element` or `Simd`: in a function over
// a `Float` all of them are in scope, and two of one name would be ambiguous.
pub trait Zero: private::Sealed + Copy + Default + Debug + PartialEq + Send + Sync + 'static {
    /// Zero; `+0` of floats.
    const NOUGHT: Self;
}

/// An element type with elementwise arithmetic: `f32`, `f64`, and `i32`, the accumulators of
/// quantized tensors.
///
/// Floats round as IEEE 754 says. `i32` wraps: every result is the exact one modulo 2³²,
/// without a panic in debug builds; it has no division.
///
/// ```
/// use kernels::prelude::*;
///
/// fn both<T: Number, const N: usize>(x: &Vector<T, N>, y: &Vector<T, N>) -> Vector<T, N> {
///     relu(x + y) - x
/// }
/// assert_eq!(both(&Vector::from([1, -2]), &Vector::from([3, 1])), [3, 2].into());
/// assert_eq!(Vector::from([i32::MAX]) + 1, Vector::from([i32::MIN]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no element type with arithmetic",
    label = "`f32`, `f64` or `i32` is needed here",
    note = "vectors and matrices of `i8`, `u8` and `U7` are multiplied to `i32`, dequantized, and widened to `i32` by `widen`; those of `bf16` are multiplied with `f32`, and widened to it by `widen`; those of other types can be stored and converted (`map`), not computed with"
)]
pub trait Number:
    Zero + PartialOrd + Display + Map<Elem = Self, Output = Self> + Zip<Self, Output = Self>
{
    /// `self + rhs`.
    #[doc(hidden)]
    fn plus(self, rhs: Self) -> Self;
    /// `self - rhs`.
    #[doc(hidden)]
    fn minus(self, rhs: Self) -> Self;
    /// `self * rhs`.
    #[doc(hidden)]
    fn times(self, rhs: Self) -> Self;
    /// `-self`.
    #[doc(hidden)]
    fn negated(self) -> Self;
    /// Without its sign.
    #[doc(hidden)]
    fn magnitude(self) -> Self;
    /// Zero if less than that.
    #[doc(hidden)]
    fn rectified(self) -> Self;
    /// The larger one.
    #[doc(hidden)]
    fn greater(self, rhs: Self) -> Self;
    /// The smaller one.
    #[doc(hidden)]
    fn lesser(self, rhs: Self) -> Self;
}

/// An element type with floating-point arithmetic: `f32` or `f64`.
///
/// Write it as a bound in functions that are generic over the element; no other type
/// can implement it.
///
/// ```
/// use kernels::prelude::*;
///
/// fn norm<T: Float, const N: usize>(x: &Vector<T, N>) -> T {
///     sqrt(dot(x, x))
/// }
/// assert_eq!(norm(&Vector::from([3.0_f32, 4.0])), 5.0);
/// assert_eq!(norm(&Vector::from([3.0_f64, 4.0])), 5.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no floating-point element type",
    label = "`f32` or `f64` is needed here"
)]
pub trait Float: Element + Number + Factor<Self, Sum = Self> {}

/// An element type whose products with `Rhs` can be summed: what matrix products and
/// [`dot`](super::dot) take.
///
/// | elements | with | sum |
/// |---|---|---|
/// | `f32` | `f32` | `f32`, fused multiply-add |
/// | `f64` | `f64` | `f64`, fused multiply-add |
/// | `bf16` | `f32` | `f32`, fused multiply-add of the same number as `f32` |
/// | `f32` | `bf16` | as well |
/// | `i8` | `i8`, `u8`, [`U7`] | `i32`, exact modulo 2³² |
/// | `u8`, [`U7`] | `i8` | `i32`, exact modulo 2³² |
///
/// ```
/// use kernels::{Factor, Matrix, Vector, ops::Zero};
///
/// fn layer<X: Zero>(w: &Matrix<i8, 2, 3>, x: &Vector<X, 3>) -> Vector<i32, 2>
/// where
///     i8: Factor<X, Sum = i32>,
/// {
///     w * x
/// }
/// let w = Matrix::from([[1, 2, 3], [-4, -5, -6]]);
/// assert_eq!(layer(&w, &Vector::<u8, 3>::splat(200)), [1200, -3000].into());
/// ```
#[diagnostic::on_unimplemented(
    message = "elements `{Self}` and `{Rhs}` are not multiplied",
    label = "`{Self}` times `{Rhs}`",
    note = "products are of `f32` and `f32` or `bf16`, of `f64` and `f64`, or of bytes, of which one side is `i8` and the other `i8`, `u8` or `U7`"
)]
pub trait Factor<Rhs: Zero>: Zero {
    /// The type of a sum of products.
    type Sum: Number;

    /// `self * rhs + sum`.
    #[doc(hidden)]
    fn accumulate(self, rhs: Rhs, sum: Self::Sum) -> Self::Sum;
}

macro_rules! zero {
    ($($T:ty: $zero:expr;)*) => {$(
        impl private::Sealed for $T {}

        impl Zero for $T {
            const NOUGHT: Self = $zero;
        }
    )*};
}
zero! {
    f32: 0.0;
    f64: 0.0;
    bf16: bf16::ZERO;
    i32: 0;
    i8: 0;
    u8: 0;
    U7: U7::new(0).expect("zero has seven bits");
}

macro_rules! float {
    ($($T:ident)*) => {$(
        impl Float for $T {}

        impl Number for $T {
            fn plus(self, rhs: Self) -> Self {
                self + rhs
            }

            fn minus(self, rhs: Self) -> Self {
                self - rhs
            }

            fn times(self, rhs: Self) -> Self {
                self * rhs
            }

            fn negated(self) -> Self {
                -self
            }

            fn magnitude(self) -> Self {
                self.abs()
            }

            fn rectified(self) -> Self {
                lanes::relu(self)
            }

            fn greater(self, rhs: Self) -> Self {
                lanes::maximum(self, rhs)
            }

            fn lesser(self, rhs: Self) -> Self {
                lanes::minimum(self, rhs)
            }
        }

        impl Factor<$T> for $T {
            type Sum = $T;

            fn accumulate(self, rhs: $T, sum: $T) -> $T {
                self.mul_add(rhs, sum)
            }
        }
    )*};
}
float!(f32 f64);

impl Number for i32 {
    fn plus(self, rhs: Self) -> Self {
        self.wrapping_add(rhs)
    }

    fn minus(self, rhs: Self) -> Self {
        self.wrapping_sub(rhs)
    }

    fn times(self, rhs: Self) -> Self {
        self.wrapping_mul(rhs)
    }

    fn negated(self) -> Self {
        self.wrapping_neg()
    }

    fn magnitude(self) -> Self {
        self.wrapping_abs()
    }

    fn rectified(self) -> Self {
        self.max(0)
    }

    fn greater(self, rhs: Self) -> Self {
        self.max(rhs)
    }

    fn lesser(self, rhs: Self) -> Self {
        self.min(rhs)
    }
}

impl Factor<f32> for bf16 {
    type Sum = f32;

    fn accumulate(self, rhs: f32, sum: f32) -> f32 {
        f32::from_bf16(self).mul_add(rhs, sum)
    }
}

impl Factor<bf16> for f32 {
    type Sum = f32;

    fn accumulate(self, rhs: bf16, sum: f32) -> f32 {
        self.mul_add(f32::from_bf16(rhs), sum)
    }
}

macro_rules! bytes {
    ($($A:ident * $B:ident)*) => {$(
        impl Factor<$B> for $A {
            type Sum = i32;

            fn accumulate(self, rhs: $B, sum: i32) -> i32 {
                sum.wrapping_add(self.widen() * rhs.widen())
            }
        }
    )*};
}
bytes!(u8 * i8  U7 * i8  i8 * i8  i8 * u8  i8 * U7);

mod private {
    /// Keeps [`Zero`](super::Zero), and with it the others, to the types above.
    pub trait Sealed {}
}
