//! Logarithms: the argument is split into a power of two and a factor in √½..√2, of which
//! a polynomial gives the logarithm.

use super::polynomial::{constant, number, one, polynomial, zero};
use super::twofold::Twofold;
use crate::arch::{Element, Simd};
use crate::vecmath::constants::{Constants, Log};

/// Natural logarithm; −∞ of zeros, NaN of negative numbers.
///
/// ```
/// use kernels::vecmath::lanes::ln;
/// assert_eq!(ln(1.0_f32), 0.0);
/// assert_eq!(ln(0.0_f64), f64::NEG_INFINITY);
/// ```
#[inline(always)]
pub fn ln<V: Simd>(x: V) -> V {
    if x.all_ordinary() {
        return ln_of(x.split_ordinary());
    }
    special(x, ln_of(x.split()))
}

/// `ln m + k ln 2`.
#[inline(always)]
fn ln_of<V: Simd>((m, k): (V, V)) -> V {
    ln_sum(m - one(m), zero(m), k).value()
}

/// `ln(1 + f + low) + k ln 2` for √½ ≤ 1 + f ≤ √2 and an integer k.
#[inline(always)]
pub(super) fn ln_sum<V: Simd>(f: V, low: V, k: V) -> Twofold<V> {
    let square = f * f;
    let small = (f * square).mul_add(polynomial(f, V::Elem::LN), low);
    let small = k.mul_add(constant(f, V::Elem::LN_2_LOW), small);
    let small = number::<V>(f, -0.5).mul_add(square, small);
    // The multiple of ln 2 is 0, or greater than f.
    let ln_2 = constant(f, V::Elem::LN_2_HIGH);
    let sum = k.mul_add(ln_2, f);
    let lost = k.mul_add(ln_2, -sum) + f;
    Twofold::new(sum, small + lost)
}

/// `y` where x is a positive number; what a logarithm is elsewhere.
#[inline(always)]
fn special<V: Simd>(x: V, y: V) -> V {
    // Of +∞ and NaN themselves.
    let y = V::select(x.lt(constant(x, V::Elem::INFINITY)), y, x);
    let y = V::select(x.lt(zero(x)), number(x, f64::NAN), y);
    V::select(x.equal(zero(x)), constant(x, V::Elem::NEG_INFINITY), y)
}

/// Binary logarithm; −∞ of zeros, NaN of negative numbers.
///
/// ```
/// use kernels::vecmath::lanes::log2;
/// assert_eq!(log2(0.125_f32), -3.0);
/// assert!(log2(-1.0_f64).is_nan());
/// ```
#[inline(always)]
pub fn log2<V: Simd>(x: V) -> V {
    if x.all_ordinary() {
        return log2_of(x.split_ordinary());
    }
    special(x, log2_of(x.split()))
}

/// `log2 m + k`.
#[inline(always)]
fn log2_of<V: Simd>((m, k): (V, V)) -> V {
    let x = m;
    let f = m - one(x);
    let square = f * f;
    // f − f² / 2, then by 1 / ln 2: the parts that the polynomial does not have.
    let bent = number::<V>(x, -0.5).mul_add(square, f);
    let lost = number::<V>(x, -0.5).mul_add(square, f - bent);
    let log2_e = constant(x, V::Elem::LOG2_E);
    let product = Twofold::product(bent, log2_e);
    let sum = Twofold::fast_sum(k, product.high);
    let small = lost.mul_add(log2_e, sum.low + product.low);
    let small = bent.mul_add(constant(x, V::Elem::LOG2_E_LOW), small);
    let small = (f * square).mul_add(polynomial(f, V::Elem::LOG2), small);
    sum.high + small
}

/// `ln(1 + x)`, with small relative errors near 0 too; −∞ of −1, NaN below.
///
/// ```
/// use kernels::vecmath::lanes::ln_1p;
/// assert_eq!(ln_1p(1e-20_f32), 1e-20);
/// assert_eq!(ln_1p(-1.0_f64), f64::NEG_INFINITY);
/// ```
#[inline(always)]
pub fn ln_1p<V: Simd>(x: V) -> V {
    // 1 + x in two parts, the greater one first.
    let sum = Twofold::fast_sum(one(x).max_or(x), one(x).min_or(x));
    if sum.high.all_ordinary() {
        return ln_1p_of(sum, sum.high.split_ordinary()).copysign(x);
    }
    let y = special(sum.high, ln_1p_of(sum, sum.high.split()));
    // The sum is 1 for what is less than its ULP, and forgets the sign of zero.
    y.copysign(V::select(x.lt(number(x, -1.0)), y, x))
}

/// The logarithm of a sum, of which the high part is split.
#[inline(always)]
fn ln_1p_of<V: Simd>(sum: Twofold<V>, (m, k): (V, V)) -> V {
    let x = m;
    // Past 2^100 the rest is far below any rounding.
    let down = (-number::<V>(x, 100.0).min_or(k)).pow2();
    let factor = Twofold::fast_sum(m - one(x), sum.low * down);
    ln_sum(factor.high, factor.low, k).value()
}
