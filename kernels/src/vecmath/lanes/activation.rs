//! Activation functions. Those with an exponential compute it to some more bits than the
//! type's, so that the roundings of the sums and quotients behind it are what counts.

use super::exp::{Parts, exp_parts, exp_parts_of_sum, expm1_parts};
use super::log::ln_sum;
use super::polynomial::{constant, number, one, polynomial, zero};
use super::twofold::Twofold;
use crate::arch::{Element, Simd};
use crate::vecmath::constants::{Activation, Error, Exp};

/// x between ±`LOGISTIC_HIGH`, beyond which all of these are 0, 1 or x. NaN stays.
#[inline(always)]
fn in_range<V: Simd>(x: V) -> V {
    let high = constant::<V>(x, V::Elem::LOGISTIC_HIGH);
    high.min_or((-high).max_or(x))
}

/// `x` where it is above the range, else `y`.
#[inline(always)]
fn above<V: Simd>(x: V, y: V) -> V {
    V::select(x.gt(constant(x, V::Elem::LOGISTIC_HIGH)), x, y)
}

/// `x / (1 + e^−w)`, from e^−|w|, which does not overflow.
#[inline(always)]
fn logistic<V: Simd>(x: V, is_negative: V::Mask, e: Parts<V>) -> V {
    let small = e.above_tiny();
    let unit = Twofold::new(one(x), zero(x));
    let below = Twofold::fast_sum(one(x), small.high);
    let below = Twofold::new(below.high, below.low + small.low);
    // e^w / (1 + e^w) of negative numbers, its power of two apart, so that it is rounded once.
    let share = Twofold::select(is_negative, e.fraction, unit).times(x).over(below).value();
    share.scale_by_pow2(V::select(is_negative, e.power, zero(x)))
}

/// `1 / (1 + e⁻ˣ)`, through the denormals to +0 below.
///
/// ```
/// use kernels::vecmath::lanes::sigmoid;
/// assert_eq!(sigmoid(0.0_f64), 0.5);
/// assert!(sigmoid(-100.0_f32) > 0.0);
/// ```
#[inline(always)]
pub fn sigmoid<V: Simd>(x: V) -> V {
    let w = in_range(x);
    logistic(one(x), w.lt(zero(x)), exp_parts(-w.abs()))
}

/// `x / (1 + e⁻ˣ)`; −0 of −∞.
///
/// ```
/// use kernels::vecmath::lanes::silu;
/// assert_eq!(silu(50.0_f32), 50.0);
/// ```
#[inline(always)]
pub fn silu<V: Simd>(x: V) -> V {
    let w = in_range(x);
    // A zero loses its sign in the sums.
    above(x, logistic(w, w.lt(zero(x)), exp_parts(-w.abs())).copysign(x))
}

/// `x / (1 + e^−2u)` with `u = √(2/π) (x + 0.044715 x³)`, which is `x (1 + tanh u) / 2`; −0 of −∞.
///
/// ```
/// use kernels::vecmath::lanes::gelu_tanh;
/// assert_eq!(gelu_tanh(50.0_f32), 50.0);
/// ```
#[inline(always)]
pub fn gelu_tanh<V: Simd>(x: V) -> V {
    let c1 = Twofold::new(constant(x, V::Elem::GELU_TANH_1), constant(x, V::Elem::GELU_TANH_1_LOW));
    let c3 = Twofold::new(constant(x, V::Elem::GELU_TANH_3), constant(x, V::Elem::GELU_TANH_3_LOW));
    let inner = in_range(x);
    let bend = Twofold::product(inner, inner).mul(c3);
    let factor = Twofold::sum(c1.high, bend.high);
    let factor = Twofold::new(factor.high, factor.low + (c1.low + bend.low)).normal();
    let w = factor.times(inner);
    // Beyond the range the low part is as good as 0.
    let high = in_range(w.high);
    let low = V::select(high.equal(w.high), w.low, zero(x));
    let is_negative = high.lt(zero(x));
    let low = V::select(is_negative, low, -low);
    above(x, logistic(inner, is_negative, exp_parts_of_sum(Twofold::new(-high.abs(), low))).copysign(x))
}

/// `ln(1 + eˣ)`; x itself far above 0, eˣ far below.
///
/// ```
/// use kernels::vecmath::lanes::softplus;
/// assert_eq!(softplus(1e30_f32), 1e30);
/// assert_eq!(softplus(f64::NEG_INFINITY), 0.0);
/// ```
#[inline(always)]
pub fn softplus<V: Simd>(x: V) -> V {
    let inner = in_range(x);
    let e = exp_parts(-inner.abs());
    let a = e.above_tiny();
    // 1 + a = 2 (1 + (a − 1) / 2).
    // Where the logarithm's range ends, √2 − 1.
    let is_big = a.high.gt(number(x, core::f64::consts::SQRT_2 - 1.0));
    let half = number::<V>(x, 0.5);
    let halved = Twofold::fast_sum(-half, a.high * half);
    let halved = Twofold::new(halved.high, a.low.mul_add(half, halved.low));
    let Twofold { high: f, low } = Twofold::select(is_big, halved, a);
    // Of the derivative 1 / (1 + f).
    let low = (-low).mul_add(f, low);
    let log = ln_sum(f, low, V::select(is_big, one(x), zero(x)));
    let sum = Twofold::sum(zero::<V>(x).max_or(inner), log.high);
    let y = sum.high + (sum.low + log.low);
    let is_low = inner.lt(constant(x, V::Elem::SOFTPLUS_LOW));
    above(x, V::select(is_low, e.fraction.high.scale_by_pow2(e.power), y))
}

/// `x tanh(ln(1 + eˣ))`; −0 of −∞.
///
/// ```
/// use kernels::vecmath::lanes::mish;
/// assert_eq!(mish(50.0_f32), 50.0);
/// ```
#[inline(always)]
pub fn mish<V: Simd>(x: V) -> V {
    // With a = e^−|x|: (1 + 2a) / (1 + 2a + 2a²) for x ≥ 0, a (2 + a) / (2 + 2a + a²) below.
    let inner = in_range(x);
    let is_negative = inner.lt(zero(x));
    let e = exp_parts(-inner.abs());
    let a = e.above_tiny();
    let twice = a.scaled(number(x, 2.0));
    let square = a.mul(a);
    let two = number::<V>(x, 2.0);
    let above_line = Twofold::select(is_negative, a, twice);
    let base = V::select(is_negative, two, one(x));
    let sum = |base: V, a: Twofold<V>| {
        let sum = Twofold::sum(base, a.high);
        Twofold::new(sum.high, sum.low + a.low)
    };
    let up = sum(base, above_line).normal();
    let bend = Twofold::select(is_negative, square, square.scaled(two));
    let below = sum(base, twice);
    let below_2 = Twofold::sum(below.high, bend.high);
    let below = Twofold::new(below_2.high, below_2.low + (below.low + bend.low)).normal();
    let unit = Twofold::new(one(x), zero(x));
    let up = up.mul(Twofold::select(is_negative, e.fraction, unit)).times(inner);
    let y = up.over(below).value().scale_by_pow2(V::select(is_negative, e.power, zero(x)));
    above(x, y.copysign(x))
}

/// `x Φ(x)`, where Φ is the normal distribution, `(1 + erf(x / √2)) / 2`; −0 of −∞.
///
/// ```
/// use kernels::vecmath::lanes::gelu;
/// assert_eq!(gelu(50.0_f32), 50.0);
/// assert!(gelu(-13.0_f32) < 0.0);
/// ```
#[inline(always)]
pub fn gelu<V: Simd>(x: V) -> V {
    let high = constant::<V>(x, V::Elem::GELU_LOW);
    let inner = high.min_or((-high).max_or(x));
    let t = inner.abs();
    let (e, up, below) = tail(t);
    // Below 0, x times the tail, its power of two apart.
    let is_negative = inner.lt(zero(x));
    let up = Twofold::select(is_negative, up.times(inner), up);
    let quotient = up.over(below);
    let negative = quotient.value().scale_by_pow2(e);
    // Above, x times what the tail leaves.
    let part = quotient.value() * number::<V>(x, -100.0).max_or(e).pow2();
    let share = Twofold::fast_sum(one(x), -part);
    let positive = share.times(inner).value();
    let y = V::select(is_negative, negative, positive);
    V::select(x.gt(high), x, y.copysign(x))
}

/// Φ(−t) for 0 ≤ t ≤ `GELU_LOW` as `up / below * 2^power`.
#[inline(always)]
fn tail<V: Simd>(t: V) -> (V, Twofold<V>, Twofold<V>) {
    let square = Twofold::product(t * number(t, -0.5), t);
    let e = exp_parts_of_sum(square);
    let center = constant(t, V::Elem::TAIL_CENTER);
    let q = (t - center) / (t + center);
    // The constant coefficient apart, with its rest.
    let (first, others) = V::Elem::TAIL.split_first().expect("coefficients");
    let bend = q * polynomial(q, others);
    let bend = Twofold::fast_sum(constant(t, *first), bend);
    let factor = Twofold::new(bend.high, bend.low + constant(t, V::Elem::TAIL_LOW));
    (e.power, e.fraction.mul(factor), Twofold::sum(one(t), t))
}

/// x above 0, `alpha (eˣ − 1)` below.
///
/// ```
/// use kernels::vecmath::lanes::elu;
/// assert_eq!(elu(3.0_f32, 1.5), 3.0);
/// assert_eq!(elu(-100.0_f64, 1.5), -1.5);
/// ```
#[inline(always)]
pub fn elu<V: Simd>(x: V, alpha: V) -> V {
    let lower = expm1_parts(zero::<V>(x).min_or(x)).normal().times(alpha + alpha).value();
    let tiny = x.abs().lt(constant(x, V::Elem::EXPM1_TINY));
    let lower = V::select(tiny, x * alpha, lower);
    V::select(x.gt(zero(x)), x, lower)
}

/// `1.0507… x` above 0, `1.0507… 1.6732… (eˣ − 1)` below.
///
/// ```
/// use kernels::vecmath::lanes::selu;
/// assert_eq!(selu(1.0_f32), 1.050701);
/// ```
#[inline(always)]
pub fn selu<V: Simd>(x: V) -> V {
    let scale = Twofold::new(constant(x, V::Elem::SELU_SCALE), constant(x, V::Elem::SELU_SCALE_LOW));
    let lower = Twofold::new(constant(x, V::Elem::SELU_LOWER), constant(x, V::Elem::SELU_LOWER_LOW));
    let linear = |factor: Twofold<V>| factor.high.mul_add(x, factor.low * x);
    let bend = expm1_parts(zero::<V>(x).min_or(x)).normal().mul(lower).value() * number(x, 2.0);
    let tiny = x.abs().lt(constant(x, V::Elem::EXPM1_TINY));
    let bend = V::select(tiny, linear(lower), bend);
    // The low part of infinity would be another.
    let upper = V::select(x.lt(constant(x, V::Elem::INFINITY)), linear(scale), x);
    V::select(x.gt(zero(x)), upper, bend)
}

/// x above 0, `slope x` elsewhere.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::leaky_relu(-2.0_f32, 0.5), -1.0);
/// ```
#[inline(always)]
pub fn leaky_relu<V: Simd>(x: V, slope: V) -> V {
    V::select(x.gt(zero(x)), x, x * slope)
}

/// `x / 6 + 1/2` between 0 and 1.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::hard_sigmoid(0.0_f32), 0.5);
/// ```
#[inline(always)]
pub fn hard_sigmoid<V: Simd>(x: V) -> V {
    let raised = x + number(x, 3.0);
    let raised = number::<V>(x, 6.0).min_or(zero::<V>(x).max_or(raised));
    sixth(Twofold::new(raised, zero(x)))
}

/// x times [`hard_sigmoid`] of x; −0 of −∞.
///
/// ```
/// assert_eq!(kernels::vecmath::lanes::hard_swish(6.0_f32), 6.0);
/// ```
#[inline(always)]
pub fn hard_swish<V: Simd>(x: V) -> V {
    let three = number::<V>(x, 3.0);
    let inner = three.min_or((-three).max_or(x));
    let y = sixth(Twofold::sum(inner, three).times(inner));
    // 0 below, with the sign of x.
    V::select(x.gt(three), x, y.copysign(x))
}

/// A sixth, rounded to one number.
#[inline(always)]
fn sixth<V: Simd>(x: Twofold<V>) -> V {
    let low = x.low.mul_add(constant(x.low, V::Elem::SIXTH), x.high * constant(x.low, V::Elem::SIXTH_LOW));
    x.high.mul_add(constant(x.low, V::Elem::SIXTH), low)
}
