//! The hyperbolic tangent.

use super::exp::exp_in_range;
use super::polynomial::{constant, number, one, polynomial};
use crate::arch::Simd;
use crate::vecmath::constants::Constants;

/// Hyperbolic tangent, odd to the bit: an odd polynomial up to 0.625, above it
/// `1 − 2 / (e²ˣ + 1)`.
///
/// ```
/// use kernels::vecmath::lanes::tanh;
/// assert_eq!(tanh(-0.0_f32).to_bits(), (-0.0_f32).to_bits());
/// assert_eq!(tanh(40.0_f64), 1.0);
/// ```
#[inline(always)]
pub fn tanh<V: Simd>(x: V) -> V {
    let magnitude = x.abs();
    let square = x * x;
    let small = (magnitude * square).mul_add(polynomial(square, V::Elem::TANH), magnitude);

    // Past the threshold every result is 1; `min_or` in this order passes a NaN through.
    let y = constant::<V>(x, V::Elem::TANH_HIGH).min_or(magnitude);
    let large = one::<V>(x) - number::<V>(x, 2.0) / (exp_in_range(y + y) + one(x));

    let is_large = magnitude.gt(constant(x, V::Elem::TANH_SMALL));
    V::select(is_large, large, small).copysign(x)
}
