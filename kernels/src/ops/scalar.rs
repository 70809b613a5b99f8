//! The element types that can be computed with.

use core::fmt::Display;

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
    private::Sealed + Element + Map<Elem = Self, Output = Self> + Zip<Self, Output = Self> + Display
{
}

impl Float for f32 {}
impl Float for f64 {}

mod private {
    /// Keeps [`Float`](super::Float) to the types below.
    pub trait Sealed {}

    impl Sealed for f32 {}
    impl Sealed for f64 {}
}
