//! Signs, comparisons and choices: exact.

use super::polynomial::zero;
use crate::arch::Simd;

/// The magnitude: the sign bit cleared, of a NaN too.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::abs(-2.0_f64), 2.0);
/// ```
#[inline(always)]
pub fn abs<V: Simd>(x: V) -> V {
    Simd::abs(x)
}

/// `if 0 > x { 0 } else { x }`: a NaN and −0 stay what they are.
///
/// ```
/// use kernels::vecmath::lanes::relu;
/// assert_eq!(relu(-3.0_f32), 0.0);
/// assert!(relu(f32::NAN).is_nan());
/// ```
#[inline(always)]
pub fn relu<V: Simd>(x: V) -> V {
    zero::<V>(x).max_or(x)
}

/// The greater; NaN where either is NaN; of two zeros the second.
///
/// ```
/// use kernels::vecmath::lanes::maximum;
/// assert_eq!(maximum(1.0_f32, 2.0), 2.0);
/// assert!(maximum(f32::NAN, 2.0).is_nan());
/// ```
#[inline(always)]
pub fn maximum<V: Simd>(a: V, b: V) -> V {
    V::select(a.is_nan(), a, a.max_or(b))
}

/// The lesser; NaN where either is NaN; of two zeros the second.
///
/// ```
/// use kernels::vecmath::lanes::minimum;
/// assert_eq!(minimum(1.0_f32, 2.0), 1.0);
/// assert!(minimum(2.0, f32::NAN).is_nan());
/// ```
#[inline(always)]
pub fn minimum<V: Simd>(a: V, b: V) -> V {
    V::select(a.is_nan(), a, a.min_or(b))
}

/// `low` where x is less, `high` where it is greater, else x: a NaN stays one. Where `low` is
/// above `high`, `high`; a bound that is NaN bounds nothing.
///
/// ```
/// use kernels::vecmath::lanes::clamp;
/// assert_eq!(clamp(7.0_f32, -1.0, 1.0), 1.0);
/// assert!(clamp(f32::NAN, -1.0, 1.0).is_nan());
/// ```
#[inline(always)]
pub fn clamp<V: Simd>(x: V, low: V, high: V) -> V {
    high.min_or(low.max_or(x))
}

/// The bits of x with the sign bit of `sign`, of NaNs too.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::copysign(2.0_f32, -0.0), -2.0);
/// ```
#[inline(always)]
pub fn copysign<V: Simd>(x: V, sign: V) -> V {
    Simd::copysign(x, sign)
}

/// `yes` where the mask is set, `no` elsewhere.
///
/// ```
/// use kernels::{arch::Simd, vecmath::lanes::select};
/// assert_eq!(select(1.0_f32.lt(2.0), 10.0, 20.0), 10.0);
/// ```
#[inline(always)]
pub fn select<V: Simd>(mask: V::Mask, yes: V, no: V) -> V {
    V::select(mask, yes, no)
}

/// `yes` where the number is not 0, `no` where it is; a NaN is not 0.
///
/// ```
/// use kernels::vecmath::lanes::select_nonzero;
/// assert_eq!((select_nonzero(1.0_f32, 10.0, 20.0), select_nonzero(-0.0_f32, 10.0, 20.0)), (10.0, 20.0));
/// ```
#[inline(always)]
pub fn select_nonzero<V: Simd>(number: V, yes: V, no: V) -> V {
    V::select(number.equal(zero(number)), no, yes)
}
