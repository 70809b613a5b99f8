//! Powers.

use super::exp::exp2_of;
use super::polynomial::{constant, number, one, polynomial, zero};
use super::twofold::Twofold;
use crate::arch::{Element, Simd};
use crate::vecmath::constants::Power;

/// `xʸ`. As IEEE 754 has it: 1 to any power and anything to the power of 0 is 1, of NaNs too;
/// a negative number has integer powers only, others are NaN.
///
/// ```
/// use kernels::vecmath::lanes::pow;
/// assert_eq!(pow(-2.0_f32, 3.0), -8.0);
/// assert_eq!(pow(f64::NAN, 0.0), 1.0);
/// ```
#[inline(always)]
pub fn pow<V: Simd>(x: V, y: V) -> V {
    if x.all_ordinary() {
        let size = power_of_log(log2_of(x.split_ordinary()), Twofold::new(y, zero(y)));
        return V::select(x.equal(one(x)), x, size);
    }
    let half = y * number(y, 0.5);
    let is_integer = y.equal(y.trunc());
    // Half of an odd number is none.
    let is_odd = V::both(is_integer, V::either(half.lt(half.trunc()), half.gt(half.trunc())));
    let size = magnitude(x, Twofold::new(y, zero(y)));
    let size = V::select(is_odd, size.copysign(x), size);
    // Negative numbers; −0 and −∞ are as other zeros and infinities.
    let is_bad = V::both(x.lt(zero(x)), x.gt(constant(x, V::Elem::NEG_INFINITY)));
    let bad = V::select(y.equal(y.trunc()), size, number(x, f64::NAN));
    let result = V::select(is_bad, bad, size);
    let is_one = V::either(x.equal(one(x)), y.equal(zero(y)));
    // Infinite powers of −1.
    let is_turn = V::both(x.equal(number(x, -1.0)), y.abs().equal(constant(y, V::Elem::INFINITY)));
    V::select(V::either(is_one, is_turn), one(x), result)
}

/// `|x|ʸ`, where neither is 1 or 0, and y is exact to twice the type's bits.
#[inline(always)]
fn magnitude<V: Simd>(x: V, y: Twofold<V>) -> V {
    power_of_log(log2_parts(x.abs()), y)
}

/// 2 to the power of `log * y`.
#[inline(always)]
fn power_of_log<V: Simd>(log: Twofold<V>, y: Twofold<V>) -> V {
    let x = log.high;
    let product = Twofold::product(y.high, log.high);
    let low = y.high.mul_add(log.low, y.low.mul_add(log.high, product.low));
    // Beyond these all results are 0 or ∞, and the low part is nothing, or NaN.
    let high = constant::<V>(x, V::Elem::POW_HIGH);
    let clamped = (-high).max_or(high.min_or(product.high));
    let is_far = product.high.abs().gt(high);
    let n = clamped.round_ties_even();
    exp2_of(n, (clamped - n) + V::select(is_far, zero(x), low))
}

/// The binary logarithm of x ≥ 0 to twice the type's bits, nearly.
#[inline(always)]
fn log2_parts<V: Simd>(x: V) -> Twofold<V> {
    let zero_or_infinity = V::select(x.equal(zero(x)), constant(x, V::Elem::NEG_INFINITY), x);
    let is_ordinary = V::both(x.gt(zero(x)), x.lt(constant(x, V::Elem::INFINITY)));
    Twofold::select(is_ordinary, log2_of(x.split()), Twofold::new(zero_or_infinity, zero(x)))
}

/// `log2 m + k`: log2((1 + s) / (1 − s)) by odd powers of s, the first two coefficients and
/// the sums of two numbers each.
#[inline(always)]
fn log2_of<V: Simd>((m, k): (V, V)) -> Twofold<V> {
    let x = m;
    let s = Twofold::new(m - one(x), zero(x)).over(Twofold::fast_sum(one(x), m));
    let square = s.mul(s);
    let rest = polynomial(square.high, V::Elem::POW_5);
    let third = Twofold::new(constant(x, V::Elem::POW_3), constant(x, V::Elem::POW_3_LOW));
    let first = Twofold::new(constant(x, V::Elem::POW_1), constant(x, V::Elem::POW_1_LOW));
    let third = third.plus(square.high * rest);
    let bend = square.mul(third);
    let factor = Twofold::fast_sum(first.high, bend.high);
    let factor = Twofold::new(factor.high, factor.low + (first.low + bend.low));
    let log = s.mul(factor);
    let sum = Twofold::fast_sum(k, log.high);
    Twofold::new(sum.high, sum.low + log.low).normal()
}

/// Up to here powers of integers are products; of a number of twice the precision each
/// product costs less than the logarithm.
const PRODUCTS: u32 = 64;

/// `xⁿ`, the same power of all lanes. 1 if n is 0.
///
/// ```
/// use kernels::vecmath::lanes::powi;
/// assert_eq!(powi(-2.0_f32, 5), -32.0);
/// assert_eq!(powi(10.0_f64, -2), 0.01);
/// ```
#[inline(always)]
pub fn powi<V: Simd>(x: V, n: i32) -> V {
    if n.unsigned_abs() <= PRODUCTS {
        return products(x, n);
    }
    // n in two parts of the type.
    let high = V::Elem::from_f64(n.into());
    let low = V::Elem::from_f64(f64::from(n) - high.to_f64());
    let size = magnitude(x, Twofold::new(constant(x, high), constant(x, low)));
    let size = V::select(x.abs().equal(one(x)), one(x), size);
    if n % 2 == 0 { size } else { size.copysign(x) }
}

/// By squares and products of twofold numbers, from the highest bit of n on.
#[inline(always)]
fn products<V: Simd>(x: V, n: i32) -> V {
    if n == 0 {
        return one(x);
    }
    let exact = Twofold::new(x, zero(x));
    // The reciprocal first: what overflows may have a reciprocal that is a denormal number.
    let base = if n < 0 { Twofold::new(one(x), zero(x)).over(exact) } else { exact };
    let base = finite(base, if n < 0 { one::<V>(x) / x } else { x });
    let count = n.unsigned_abs();
    let mut power = base;
    for bit in (0..count.ilog2()).rev() {
        power = finite(power.mul(power), power.high * power.high);
        if count >> bit & 1 != 0 {
            power = finite(power.mul(base), power.high * base.high);
        }
    }
    // A zero loses its sign in the sum.
    if n % 2 == 0 { power.value() } else { power.value().copysign(x) }
}

/// `x` where both its parts are finite, else `rounded`.
#[inline(always)]
fn finite<V: Simd>(x: Twofold<V>, rounded: V) -> Twofold<V> {
    let infinity = constant(rounded, V::Elem::INFINITY);
    let is_finite = V::both(x.low.abs().lt(infinity), rounded.abs().lt(infinity));
    Twofold::select(is_finite, x.normal(), Twofold::new(rounded, zero(rounded)))
}
