//! Trigonometric functions: multiples of π/2 are removed, polynomials give sine and cosine of
//! the rest, and the two low bits of the multiple say which of them it is and its sign.
//! Arguments too large for that go through [`huge`](super::super::huge), lane by lane.

use super::polynomial::{constant, number, one, polynomial, zero};
use super::twofold::Twofold;
use crate::arch::{Element, Simd};
use crate::vecmath::constants::Trig;
use crate::vecmath::huge;

/// What is left of an argument, and how many quarter turns were removed, in the low bits.
struct Reduced<V> {
    rest: Twofold<V>,
    turns: V,
}

/// By three parts of π/2, for arguments up to `TRIG_HIGH`.
#[inline(always)]
fn reduce<V: Simd>(x: V) -> Reduced<V> {
    let integers = constant(x, V::Elem::INTEGERS);
    let turns = x.mul_add(constant(x, V::Elem::TWO_OVER_PI), integers);
    let n = turns - integers;
    // Exact: both terms are multiples of the same power of two, and close together.
    let first = (-n).mul_add(constant(x, V::Elem::PI_2_HIGH), x);
    let middle = constant(x, V::Elem::PI_2_MIDDLE);
    // Exact as well: the first has few bits where it is the lesser.
    let product = Twofold::product(-n, middle);
    let sum = Twofold::fast_sum(first, product.high);
    let low = (-n).mul_add(constant(x, V::Elem::PI_2_LOW), sum.low + product.low);
    Reduced { rest: Twofold::new(sum.high, low), turns }
}

/// Sine and cosine of what is left.
#[inline(always)]
fn sine_and_cosine<V: Simd>(Twofold { high: r, low }: Twofold<V>) -> (V, V) {
    let square = r * r;
    let sine = (r * square).mul_add(polynomial(square, V::Elem::SIN), low) + r;
    let half = square * number(r, 0.5);
    let whole = one(r) - half;
    let lost = (-r).mul_add(low, (one(r) - whole) - half);
    let cosine = (square * square).mul_add(polynomial(square, V::Elem::COS), lost) + whole;
    (sine, cosine)
}

/// Its tangent, to some more bits.
#[inline(always)]
fn tangent<V: Simd>(Twofold { high: r, low }: Twofold<V>) -> Twofold<V> {
    let square = r * r;
    let p = polynomial(square, V::Elem::TAN);
    // The derivative is 1 + tan².
    let low = square.mul_add(low, low);
    Twofold::fast_sum(r, (r * square).mul_add(p, low))
}

/// Sine; NaN of infinities.
///
/// ```
/// use kernels::vecmath::lanes::sin;
/// assert_eq!(sin(-0.0_f32).to_bits(), (-0.0_f32).to_bits());
/// assert_eq!(sin(1e22_f64), -0.8522008497671888);
/// ```
#[inline(always)]
pub fn sin<V: Simd>(x: V) -> V {
    let Reduced { rest, turns } = reduce(x);
    let (sine, cosine) = sine_and_cosine(rest);
    let y = V::select(turns.bit_0(), cosine, sine).bit_xor(turns.bit_1_as_sign());
    // A zero comes out of the sum with the other sign.
    let y = V::select(x.equal(zero(x)), x, y);
    huge::patch(x, y, huge::sin)
}

/// Cosine; NaN of infinities.
///
/// ```
/// use kernels::vecmath::lanes::cos;
/// assert_eq!(cos(0.0_f32), 1.0);
/// assert_eq!(cos(1e22_f64), 0.523214785395139);
/// ```
#[inline(always)]
pub fn cos<V: Simd>(x: V) -> V {
    let Reduced { rest, turns } = reduce(x);
    let (sine, cosine) = sine_and_cosine(rest);
    let y = V::select(turns.bit_0(), sine, cosine).bit_xor((turns + one(x)).bit_1_as_sign());
    huge::patch(x, y, huge::cos)
}

/// [`sin`] and [`cos`] at once, with their bits.
///
/// ```
/// use kernels::vecmath::lanes::{cos, sin, sincos};
/// assert_eq!(sincos(0.7_f32), (sin(0.7), cos(0.7)));
/// ```
#[inline(always)]
pub fn sincos<V: Simd>(x: V) -> (V, V) {
    let Reduced { rest, turns } = reduce(x);
    let (sine, cosine) = sine_and_cosine(rest);
    let s = V::select(turns.bit_0(), cosine, sine).bit_xor(turns.bit_1_as_sign());
    let s = V::select(x.equal(zero(x)), x, s);
    let c = V::select(turns.bit_0(), sine, cosine).bit_xor((turns + one(x)).bit_1_as_sign());
    (huge::patch(x, s, huge::sin), huge::patch(x, c, huge::cos))
}

/// Tangent; NaN of infinities.
///
/// ```
/// use kernels::vecmath::lanes::tan;
/// assert_eq!(tan(0.0_f32), 0.0);
/// assert!((tan(1e22_f64) + 1.6287782256068988).abs() < 3e-16);
/// ```
#[inline(always)]
pub fn tan<V: Simd>(x: V) -> V {
    let Reduced { rest, turns } = reduce(x);
    let y = tangent_of(rest, turns.bit_0());
    let y = V::select(x.equal(zero(x)), x, y);
    huge::patch(x, y, huge::tan)
}

/// The tangent, or −1 ÷ it after an odd number of quarter turns.
#[inline(always)]
fn tangent_of<V: Simd>(rest: Twofold<V>, is_odd: V::Mask) -> V {
    let t = tangent(rest);
    let inverse = number::<V>(t.high, -1.0) / t.high;
    let error = (-inverse).mul_add(t.high, number(t.high, -1.0));
    let error = (-inverse).mul_add(t.low, error);
    V::select(is_odd, inverse.mul_add(-error, inverse), t.high)
}

/// Sine, cosine and tangent of a rest and a number of quarter turns, for the huge arguments.
pub(in crate::vecmath) fn quarter(turns: u32, rest: (f64, f64)) -> (f64, f64, f64) {
    let rest = Twofold::new(rest.0, rest.1);
    let (sine, cosine) = sine_and_cosine(rest);
    let tangent = tangent_of(rest, turns & 1 != 0);
    match turns % 4 {
        0 => (sine, cosine, tangent),
        1 => (cosine, -sine, tangent),
        2 => (-sine, -cosine, tangent),
        _ => (-cosine, sine, tangent),
    }
}

/// The angle of the point `(x, y)` from the positive x axis, in −π..=π.
///
/// ```
/// use kernels::vecmath::lanes::atan2;
/// assert_eq!(atan2(1.0_f32, 0.0), core::f32::consts::FRAC_PI_2);
/// assert_eq!(atan2(0.0_f64, -1.0), core::f64::consts::PI);
/// ```
#[inline(always)]
pub fn atan2<V: Simd>(y: V, x: V) -> V {
    let (up, right) = (y.abs(), x.abs());
    let is_steep = up.gt(right);
    let (a, b) = (V::select(is_steep, up, right), V::select(is_steep, right, up));
    let is_far = V::either(a.lt(constant(a, V::Elem::ATAN_SMALL)), a.gt(constant(a, V::Elem::ATAN_LARGE)));
    let t = if V::any(is_far) { slope(a, b) } else { ratio(a, b) };
    let square = t.high * t.high;
    let p = polynomial(square, V::Elem::ATAN);
    // The derivative is 1 / (1 + t²): what it is short of 1 by is lost, a part of the last rounding.
    let bend = (t.high * square).mul_add(p, (-square).mul_add(t.low, t.low));
    // π/2 − r if steep, and π − r to the left: π/2 + r if both.
    let is_left = one(x).copysign(x).lt(zero(x));
    let pi_2 = constant(x, V::Elem::PI_2_HIGH);
    let pi_2_low = constant(x, V::Elem::PI_2_MIDDLE);
    let none = zero::<V>(x);
    let base = V::select(is_steep, pi_2, V::select(is_left, pi_2 + pi_2, none));
    let base_low = V::select(is_steep, pi_2_low, V::select(is_left, pi_2_low + pi_2_low, none));
    let minus = number::<V>(x, -0.0);
    // Minus where exactly one of the two holds.
    let sign = V::select(is_steep, minus, none).bit_xor(V::select(is_left, minus, none));
    let sum = Twofold::fast_sum(base, t.high.bit_xor(sign));
    let angle = sum.high + (bend.bit_xor(sign) + (sum.low + base_low));
    V::select(y.unordered(x), x + y, angle.copysign(y))
}

/// `b / a` and what its rounding lost.
#[inline(always)]
fn ratio<V: Simd>(a: V, b: V) -> Twofold<V> {
    Twofold::new(b, zero(b)).over(Twofold::new(a, zero(a)))
}

/// `b / a` for 0 ≤ b ≤ a, with 0 / 0 = 0 and ∞ / ∞ = 1.
#[inline(always)]
fn slope<V: Simd>(a: V, b: V) -> Twofold<V> {
    // So that neither 1 / a nor the rest of the division leaves the normal numbers.
    let factor = V::select(a.gt(constant(a, V::Elem::ATAN_LARGE)), constant(a, V::Elem::ATAN_DOWN), one(a));
    let factor = V::select(a.lt(constant(a, V::Elem::ATAN_SMALL)), constant(a, V::Elem::ATAN_UP), factor);
    let infinity = constant::<V>(a, V::Elem::INFINITY);
    let limit = |v: V| V::select(v.equal(infinity), number(a, 1e37), v);
    let t = ratio(limit(a) * factor, limit(b) * factor);
    // Zeros over zeros are 0, infinities over themselves 1, and all else over infinity is 0.
    let t = Twofold::select(a.equal(zero(a)), Twofold::new(a, a), t);
    let whole = V::select(a.equal(b), one(a), zero(a));
    Twofold::select(a.equal(infinity), Twofold::new(whole, zero(a)), t)
}
