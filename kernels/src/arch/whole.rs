//! Elementwise functions of vectors of whole numbers, by the names that [`crate::ops`] has.

use super::{Arch, Int, Simd};
use crate::Byte;

/// The float vector beside an integer vector.
type Floats<I> = <<I as Int>::Arch as Arch>::F32;

/// The larger of each number and 0.
///
/// ```
/// use core::num::Wrapping;
/// assert_eq!(kernels::arch::whole::relu(Wrapping(-3)), Wrapping(0));
/// ```
#[inline(always)]
pub fn relu<I: Int>(x: I) -> I {
    x.maximum(I::splat(x.arch(), 0))
}

/// The magnitude; `i32::MIN` stays.
///
/// ```
/// use core::num::Wrapping;
/// assert_eq!(kernels::arch::whole::abs(Wrapping(-3)), Wrapping(3));
/// ```
#[inline(always)]
pub fn abs<I: Int>(x: I) -> I {
    x.abs()
}

/// The larger of two.
///
/// ```
/// use core::num::Wrapping;
/// assert_eq!(kernels::arch::whole::maximum(Wrapping(-3), Wrapping(2)), Wrapping(2));
/// ```
#[inline(always)]
pub fn maximum<I: Int>(a: I, b: I) -> I {
    a.maximum(b)
}

/// The smaller of two.
///
/// ```
/// use core::num::Wrapping;
/// assert_eq!(kernels::arch::whole::minimum(Wrapping(-3), Wrapping(2)), Wrapping(-3));
/// ```
#[inline(always)]
pub fn minimum<I: Int>(a: I, b: I) -> I {
    a.minimum(b)
}

/// `x` rounded, halves to even, plus the zero point, saturated to `T`. NaN becomes the
/// smallest value. The zero point is a `T`.
///
/// ```
/// use core::num::Wrapping;
/// use kernels::arch::whole::quantize;
/// assert_eq!(quantize::<u8, _>(2.5, Wrapping(128)), Wrapping(130));
/// assert_eq!(quantize::<u8, _>(-1e30, Wrapping(128)), Wrapping(0));
/// assert_eq!(quantize::<i8, _>(f32::NAN, Wrapping(0)), Wrapping(-128));
/// ```
#[inline(always)]
pub fn quantize<T: Byte, I: Int>(x: Floats<I>, zero_point: I) -> I {
    let arch = zero_point.arch();
    // Where the result's ends are, before the zero point: small numbers, exact as floats. A
    // conversion of more than an `i32` holds would give another number on every level.
    let lowest = (I::splat(arch, T::LOWEST) - zero_point).to_f32();
    let highest = (I::splat(arch, T::HIGHEST) - zero_point).to_f32();
    let clamped = x.round_ties_even().max_or(lowest).min_or(highest);
    I::from_f32(clamped) + zero_point
}
