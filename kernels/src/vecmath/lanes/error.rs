//! The error function.

use super::exp::exp_in_range;
use super::polynomial::{constant, one, polynomial};
use crate::arch::Simd;
use crate::vecmath::constants::Error;

/// The error function, odd to the bit: an odd polynomial up to 0.84, above it `1 − e^−p(x)`.
///
/// ```
/// use kernels::vecmath::lanes::erf;
/// assert_eq!(erf(-0.0_f32).to_bits(), (-0.0_f32).to_bits());
/// assert_eq!(erf(7.0_f64), 1.0);
/// ```
#[inline(always)]
pub fn erf<V: Simd>(x: V) -> V {
    let magnitude = x.abs();
    let square = x * x;
    let small = magnitude.mul_add(polynomial(square, V::Elem::ERF), magnitude);

    let y = constant::<V>(x, V::Elem::ERF_HIGH).min_or(magnitude);
    let large = one::<V>(x) - exp_in_range(-polynomial(y, V::Elem::ERF_LARGE));
    let is_one = magnitude.gt(constant(x, V::Elem::ERF_HIGH));
    let large = V::select(is_one, one(x), large);

    let is_large = magnitude.gt(constant(x, V::Elem::ERF_SMALL));
    V::select(is_large, large, small).copysign(x)
}
