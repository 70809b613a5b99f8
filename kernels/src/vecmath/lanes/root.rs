//! Roots and reciprocals.

use super::polynomial::{constant, number, one, polynomial, zero};
use super::twofold::Twofold;
use crate::arch::{Element, Simd};
use crate::vecmath::constants::Power;

/// Square root, correctly rounded.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::sqrt(2.25_f32), 1.5);
/// ```
#[inline(always)]
pub fn sqrt<V: Simd>(x: V) -> V {
    Simd::sqrt(x)
}

/// `1 / √x`; infinities of zeros with their signs, NaN of negative numbers.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::rsqrt(0.25_f64), 2.0);
/// ```
#[inline(always)]
pub fn rsqrt<V: Simd>(x: V) -> V {
    one::<V>(x) / x.sqrt()
}

/// `1 / x`, correctly rounded.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::recip(4.0_f32), 0.25);
/// ```
#[inline(always)]
pub fn recip<V: Simd>(x: V) -> V {
    one::<V>(x) / x
}

/// Cube root, of negative numbers too.
///
/// The reciprocal root y of x, by a polynomial and to half of the bits, has a product `x y²`
/// whose error is that of two numbers; the series of `(1 − h)^(−2/3)`, where h = 1 − x y³,
/// gives the rest.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::cbrt(-27.0_f64), -3.0);
/// ```
#[inline(always)]
pub fn cbrt<V: Simd>(x: V) -> V {
    let magnitude = x.abs();
    let (m, k) = magnitude.split();
    let third = (k * number(x, 1.0 / 3.0)).round_ties_even();
    let rest = third.mul_add(number(x, -3.0), k);
    // The factor of 2^rest, and of its reciprocal root.
    let (is_up, is_down) = (rest.gt(zero(x)), rest.lt(zero(x)));
    let scale = V::select(is_up, number(x, 2.0), V::select(is_down, number(x, 0.5), one(x)));
    let (half, two) = (constant::<V>(x, V::Elem::CBRT_HALF), constant::<V>(x, V::Elem::CBRT_2));
    let root = V::select(is_up, half, V::select(is_down, two, one(x)));

    let d = m * scale;
    let bits = constant(x, V::Elem::HALF_BITS);
    let y = polynomial(m, V::Elem::INV_CBRT).mul_add(root, bits) - bits;
    let z = Twofold::product(d, y * y);
    let h = (-z.high).mul_add(y, one(x));
    let h = (-z.low).mul_add(y, h);
    let series = h.mul_add(h.mul_add(number(x, 40.0 / 81.0), number(x, 5.0 / 9.0)), number(x, 2.0 / 3.0));
    let result = ((z.high * h).mul_add(series, z.low) + z.high) * third.pow2();
    let is_ordinary = V::both(magnitude.gt(zero(x)), magnitude.lt(constant(x, V::Elem::INFINITY)));
    V::select(is_ordinary, result.copysign(x), x)
}
