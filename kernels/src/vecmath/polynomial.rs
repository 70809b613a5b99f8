//! Constants in all lanes, and polynomials.

use crate::arch::{Element, Simd};

/// `c` in every lane of a vector like `like`.
#[inline(always)]
pub(super) fn constant<V: Simd>(like: V, c: V::Elem) -> V {
    V::splat(like.arch(), c)
}

/// As [`constant`], of a number that both types hold, or that may be rounded.
#[inline(always)]
pub(super) fn number<V: Simd>(like: V, c: f64) -> V {
    constant(like, V::Elem::from_f64(c))
}

/// 0 in every lane.
#[inline(always)]
pub(super) fn zero<V: Simd>(like: V) -> V {
    constant(like, V::Elem::ZERO)
}

/// 1 in every lane.
#[inline(always)]
pub(super) fn one<V: Simd>(like: V) -> V {
    constant(like, V::Elem::ONE)
}

/// The sum of `coefficients[i] * xⁱ`: Horner's scheme over pairs in x², which has half
/// the latency of the plain one for one multiplication more.
#[inline(always)]
pub(super) fn polynomial<V: Simd>(x: V, coefficients: &'static [V::Elem]) -> V {
    let square = x * x;
    let top = (coefficients.len() - 1) / 2;
    let mut sum = pair(x, coefficients, top);
    for i in (0..top).rev() {
        sum = sum.mul_add(square, pair(x, coefficients, i));
    }
    sum
}

/// `c[2i] + c[2i + 1] * x`, without the second term where the coefficients end.
#[inline(always)]
fn pair<V: Simd>(x: V, c: &'static [V::Elem], i: usize) -> V {
    let low = constant(x, c[2 * i]);
    if 2 * i + 1 < c.len() { constant(x, c[2 * i + 1]).mul_add(x, low) } else { low }
}
