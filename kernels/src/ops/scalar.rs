//! Arithmetic on single elements.

use core::fmt::{Debug, Display};
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::elementwise::Zip;
use super::operand::Map;
use crate::arch::Element;

/// An element type with arithmetic: `f32` or `f64`.
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
    message = "`{Self}` is no element type with arithmetic",
    label = "`f32` or `f64` is needed here",
    note = "vectors and matrices of other types can be stored and converted (`map`), not computed with"
)]
pub trait Float:
    private::Sealed
    + Element
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Map<Elem = Self, Output = Self>
    + Zip<Self, Output = Self>
    + Default
    + PartialOrd
    + Debug
    + Display
    + Send
    + Sync
{
    /// `+0`.
    const ZERO: Self;
    /// `+∞`.
    const INFINITY: Self;

    /// The nearest value to `n`, ties to even.
    ///
    /// ```
    /// use kernels::Float;
    ///
    /// assert_eq!(<f32 as Float>::from_usize(16_777_217), 16_777_216.0);
    /// ```
    fn from_usize(n: usize) -> Self;
}

mod private {
    /// What the element types have of their own, until the vector maths is there.
    pub trait Sealed: Sized {
        fn mul_add(self, a: Self, b: Self) -> Self;
        fn sqrt(self) -> Self;
        fn abs(self) -> Self;
        fn exp(self) -> Self;
        fn tanh(self) -> Self;
        fn sigmoid(self) -> Self;
    }
}

macro_rules! float {
    ($($T:ident)*) => {$(
        impl Float for $T {
            const ZERO: Self = 0.0;
            const INFINITY: Self = $T::INFINITY;

            fn from_usize(n: usize) -> Self {
                n as $T
            }
        }

        impl private::Sealed for $T {
            fn mul_add(self, a: Self, b: Self) -> Self { self.mul_add(a, b) }
            fn sqrt(self) -> Self { self.sqrt() }
            fn abs(self) -> Self { self.abs() }
            fn exp(self) -> Self { self.exp() }
            fn tanh(self) -> Self { self.tanh() }
            fn sigmoid(self) -> Self { 1.0 / (1.0 + (-self).exp()) }
        }
    )*};
}
float!(f32 f64);

/// `a * b + c`, rounded once.
pub(crate) fn mul_add<T: Float>(a: T, b: T, c: T) -> T {
    private::Sealed::mul_add(a, b, c)
}

pub(crate) fn sqrt<T: Float>(x: T) -> T {
    private::Sealed::sqrt(x)
}

pub(crate) fn abs<T: Float>(x: T) -> T {
    private::Sealed::abs(x)
}

pub(crate) fn relu<T: Float>(x: T) -> T {
    if T::ZERO > x { T::ZERO } else { x }
}

pub(crate) fn exp<T: Float>(x: T) -> T {
    private::Sealed::exp(x)
}

pub(crate) fn sigmoid<T: Float>(x: T) -> T {
    private::Sealed::sigmoid(x)
}

pub(crate) fn tanh<T: Float>(x: T) -> T {
    private::Sealed::tanh(x)
}

#[expect(clippy::eq_op, reason = "only a NaN differs from itself")]
pub(crate) fn maximum<T: Float>(a: T, b: T) -> T {
    if a != a || a > b { a } else { b }
}

#[expect(clippy::eq_op, reason = "only a NaN differs from itself")]
pub(crate) fn minimum<T: Float>(a: T, b: T) -> T {
    if a != a || a < b { a } else { b }
}
