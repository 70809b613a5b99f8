//! Numbers of twice the precision: unevaluated sums of two (Dekker, Knuth; products by fused
//! multiply-add). The low part is about half an ULP of the high one, or less.

use super::polynomial::one;
use crate::arch::Simd;

/// `high + low`.
#[derive(Clone, Copy)]
pub(super) struct Twofold<V> {
    pub high: V,
    pub low: V,
}

impl<V: Simd> Twofold<V> {
    #[inline(always)]
    pub fn new(high: V, low: V) -> Self {
        Twofold { high, low }
    }

    /// `a + b`, exactly.
    #[inline(always)]
    pub fn sum(a: V, b: V) -> Self {
        let high = a + b;
        let part = high - a;
        Twofold { high, low: (a - (high - part)) + (b - part) }
    }

    /// `a + b`, exactly, where |a| ≥ |b| or a is 0.
    #[inline(always)]
    pub fn fast_sum(a: V, b: V) -> Self {
        let high = a + b;
        Twofold { high, low: (a - high) + b }
    }

    /// `a * b`, exactly.
    #[inline(always)]
    pub fn product(a: V, b: V) -> Self {
        let high = a * b;
        Twofold { high, low: a.mul_add(b, -high) }
    }

    #[inline(always)]
    pub fn mul(self, other: Self) -> Self {
        let Twofold { high, low } = Self::product(self.high, other.high);
        Twofold { high, low: self.high.mul_add(other.low, self.low.mul_add(other.high, low)) }
    }

    /// `self * a`.
    #[inline(always)]
    pub fn times(self, a: V) -> Self {
        let Twofold { high, low } = Self::product(self.high, a);
        Twofold { high, low: self.low.mul_add(a, low) }
    }

    /// `self * p` for a power of two, or 1.
    #[inline(always)]
    pub fn scaled(self, p: V) -> Self {
        Twofold { high: self.high * p, low: self.low * p }
    }

    /// `self + a`, where |a| is the lesser or self is 0.
    #[inline(always)]
    pub fn plus(self, a: V) -> Self {
        let Twofold { high, low } = Self::fast_sum(self.high, a);
        Twofold { high, low: low + self.low }
    }

    /// The same number, its low part below half an ULP of the high one.
    #[inline(always)]
    pub fn normal(self) -> Self {
        Self::fast_sum(self.high, self.low)
    }

    /// Rounded to one number.
    #[inline(always)]
    pub fn value(self) -> V {
        self.high + self.low
    }

    /// `self / other`, with one division: the rest of a first quotient is divided by
    /// multiplication.
    #[inline(always)]
    pub fn over(self, other: Self) -> Self {
        let inverse = one(self.high) / other.high;
        let high = self.high * inverse;
        let rest = (-high).mul_add(other.high, self.high) + (-high).mul_add(other.low, self.low);
        Twofold { high, low: rest * inverse }
    }

    #[inline(always)]
    pub fn select(mask: V::Mask, yes: Self, no: Self) -> Self {
        Twofold { high: V::select(mask, yes.high, no.high), low: V::select(mask, yes.low, no.low) }
    }
}
