//! Roundings to integers.

use super::polynomial::{number, one};
use crate::arch::Simd;

/// Rounds towards −∞.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::floor(-0.5_f32), -1.0);
/// ```
#[inline(always)]
pub fn floor<V: Simd>(x: V) -> V {
    Simd::floor(x)
}

/// Rounds towards +∞.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::ceil(0.5_f64), 1.0);
/// ```
#[inline(always)]
pub fn ceil<V: Simd>(x: V) -> V {
    Simd::ceil(x)
}

/// Rounds towards 0.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::trunc(-1.5_f32), -1.0);
/// ```
#[inline(always)]
pub fn trunc<V: Simd>(x: V) -> V {
    Simd::trunc(x)
}

/// Rounds to the nearest integer, halves away from 0, as `f32::round` does.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::round(-2.5_f64), -3.0);
/// ```
#[inline(always)]
pub fn round<V: Simd>(x: V) -> V {
    let whole = x.trunc();
    // The difference is exact. A whole number past the precision's end has none.
    let is_far = (x - whole).abs().lt(number(x, 0.5));
    V::select(is_far, whole, whole + one(x).copysign(x)).copysign(x)
}
