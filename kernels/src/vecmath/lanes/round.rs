//! Roundings to integers.

use super::polynomial::constant;
use crate::arch::{Element, Simd};
use crate::vecmath::constants::Constants;

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
    // Half of an ULP less than a half: what is below a half stays below 1, and a half itself
    // gives 1, because the sum rounds to even.
    let half = V::Elem::HALF - V::Elem::EPSILON * V::Elem::from_f64(0.25);
    (x + constant(x, half).copysign(x)).trunc()
}
