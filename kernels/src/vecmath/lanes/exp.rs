//! Exponentials: multiples of ln 2 are removed by Cody and Waite's method with fused
//! multiply-add, a polynomial gives the rest, and the power of two is put back with a single
//! rounding.

use super::polynomial::{constant, number, one, polynomial};
use super::twofold::Twofold;
use crate::arch::Simd;
use crate::vecmath::constants::{Constants, Exp};

/// `eˣ`; +0 below the denormals, +∞ above the largest number.
///
/// Where no lane is near the thresholds, levels without an instruction that scales by a power of
/// two have the same bits from one product. A NaN stays one, whatever its power is.
///
/// ```
/// use kernels::vecmath::lanes::exp;
/// assert_eq!(exp(0.0_f32), 1.0);
/// assert_eq!(exp(f64::NEG_INFINITY), 0.0);
/// ```
#[inline(always)]
pub fn exp<V: Simd>(x: V) -> V {
    if !V::SCALES_AT_ONCE && !V::any(constant::<V>(x, V::Elem::EXP_NORMAL).le(x.abs())) {
        let (n, fraction) = exp_fraction(x);
        return fraction * n.pow2();
    }
    // In this order a NaN passes through both.
    let x = constant::<V>(x, V::Elem::EXP_LOW).max_or(x);
    let x = constant::<V>(x, V::Elem::EXP_HIGH).min_or(x);
    exp_in_range(x)
}

/// [`exp`] between its thresholds.
#[inline(always)]
pub(super) fn exp_in_range<V: Simd>(x: V) -> V {
    let (n, fraction) = exp_fraction(x);
    fraction.scale_by_pow2(n)
}

/// `eˣ` as a power of two and what that is to be multiplied by.
#[inline(always)]
fn exp_fraction<V: Simd>(x: V) -> (V, V) {
    let n = (x * constant(x, V::Elem::LOG2_E)).round_ties_even();
    // The first difference is exact: both terms are multiples of a power of two close below.
    let r = (-n).mul_add(constant(x, V::Elem::LN_2_HIGH), x);
    let r = (-n).mul_add(constant(x, V::Elem::LN_2_LOW), r);
    // 1 + r (1 + r q) rather than 1 + (r + r² q): the inner rounding is scaled down by r.
    let q = polynomial(r, V::Elem::EXP);
    (n, r.mul_add(r.mul_add(q, one(x)), one(x)))
}

/// An exponential to some more bits than the type's, its power of two aside: it is
/// `fraction * 2^power`, the fraction in 0.7..1.5.
pub(super) struct Parts<V> {
    pub fraction: Twofold<V>,
    pub power: V,
}

impl<V: Simd> Parts<V> {
    /// The number where it is not too small: below 2^-100 it may be taken for more.
    #[inline(always)]
    pub fn above_tiny(&self) -> Twofold<V> {
        self.fraction.scaled(number::<V>(self.power, -100.0).max_or(self.power).pow2())
    }
}

/// `eˣ`, where 2 to its power is no further from the normal numbers than
/// [`Simd::scale_by_pow2`] goes.
#[inline(always)]
pub(super) fn exp_parts<V: Simd>(x: V) -> Parts<V> {
    let (power, r) = remove_ln_2(x);
    parts(power, r)
}

/// As [`exp_parts`], of two numbers' sum.
#[inline(always)]
pub(super) fn exp_parts_of_sum<V: Simd>(x: Twofold<V>) -> Parts<V> {
    let (power, r) = remove_ln_2(x.high);
    // The low part of a large number counts for some more bits of what is left.
    parts(power, Twofold::new(r.high, r.low + x.low).normal())
}

/// The multiple of ln 2, and what it leaves to some more bits.
#[inline(always)]
fn remove_ln_2<V: Simd>(x: V) -> (V, Twofold<V>) {
    let n = (x * constant(x, V::Elem::LOG2_E)).round_ties_even();
    let first = (-n).mul_add(constant(x, V::Elem::LN_2_HIGH), x);
    let r = (-n).mul_add(constant(x, V::Elem::LN_2_LOW), first);
    (n, Twofold::new(r, (-n).mul_add(constant(x, V::Elem::LN_2_LOW), first - r)))
}

#[inline(always)]
fn parts<V: Simd>(power: V, Twofold { high: r, low }: Twofold<V>) -> Parts<V> {
    let sum = Twofold::fast_sum(one(r), r);
    let small = (r * r).mul_add(polynomial(r, V::Elem::EXP), low.mul_add(r, low));
    Parts { fraction: Twofold::new(sum.high, sum.low + small).normal(), power }
}

/// `2ˣ`; +0 below the denormals, +∞ above the largest number. From one product where it can be, as
/// [`exp`].
///
/// ```
/// use kernels::vecmath::lanes::exp2;
/// assert_eq!(exp2(-3.0_f32), 0.125);
/// assert_eq!(exp2(1024.0_f64), f64::INFINITY);
/// ```
#[inline(always)]
pub fn exp2<V: Simd>(x: V) -> V {
    let is_far = constant::<V>(x, V::Elem::EXP2_NORMAL).le(x.abs());
    if !V::SCALES_AT_ONCE && !V::any(is_far) {
        let n = x.round_ties_even();
        return exp2_fraction(x - n) * n.pow2();
    }
    let x = constant::<V>(x, V::Elem::EXP2_LOW).max_or(x);
    let x = constant::<V>(x, V::Elem::EXP2_HIGH).min_or(x);
    let n = x.round_ties_even();
    exp2_of(n, x - n)
}

/// `2^(n + r)` for an integer n and |r| ≤ 1/2 between the thresholds of [`exp2`] and somewhat
/// beyond.
#[inline(always)]
pub(super) fn exp2_of<V: Simd>(n: V, r: V) -> V {
    exp2_fraction(r).scale_by_pow2(n)
}

#[inline(always)]
fn exp2_fraction<V: Simd>(r: V) -> V {
    r.mul_add(polynomial(r, V::Elem::EXP2), one(r))
}

/// `eˣ − 1`, with small relative errors near 0 too; −1 far below it.
///
/// ```
/// use kernels::vecmath::lanes::expm1;
/// assert_eq!(expm1(1e-20_f32), 1e-20);
/// assert_eq!(expm1(-100.0_f64), -1.0);
/// ```
#[inline(always)]
pub fn expm1<V: Simd>(x: V) -> V {
    let sum = expm1_parts(x);
    V::select(x.abs().lt(constant(x, V::Elem::EXPM1_TINY)), x, sum.value() * number(x, 2.0))
}

/// Half of `eˣ − 1`, which never overflows where that does not; not of the tiniest numbers.
#[inline(always)]
pub(super) fn expm1_parts<V: Simd>(x: V) -> Twofold<V> {
    let x = constant::<V>(x, V::Elem::EXPM1_LOW).max_or(x);
    let x = constant::<V>(x, V::Elem::EXP_HIGH).min_or(x);
    let (n, Twofold { high: r, low }) = remove_ln_2(x);
    // 2ⁿ (1 + r + r² q) − 1: only the sum of the first three can cancel, and it is exact.
    let half = (n - one(x)).pow2();
    let base = half - number(x, 0.5);
    let scaled = half * r;
    let sum = base + scaled;
    // Whichever is greater: the base is 0 or at least 1/4, and r at most 0.35.
    let lost = (base - sum) + scaled;
    let small = (r * r).mul_add(polynomial(r, V::Elem::EXP), low);
    Twofold::new(sum, half.mul_add(small, lost))
}
