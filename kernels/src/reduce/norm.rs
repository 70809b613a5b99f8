//! Norms.

use super::extremes::magnitude;
use super::{Products, Total};
use crate::Float;
use crate::arch::{Element, Simd};
use crate::walk::{Take, Wide, run, total};

/// Adds magnitudes.
#[derive(Clone, Copy)]
struct Magnitudes;

impl Take<1> for Magnitudes {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        acc + x.abs()
    }
}

/// Adds the squares of elements times a power of two.
#[derive(Clone, Copy)]
struct Scaled<T>(T);

impl<T: Element> Take<1> for Scaled<T> {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        let x = x * V::splat(x.arch(), V::Elem::from_f64(self.0.to_f64()));
        x.mul_add(x, acc)
    }
}

/// A power of two that brings a magnitude near 1, so near that neither squares nor fourth
/// powers of numbers with the magnitude's last bit leave the range: `2^-e` of a number in
/// `2^e..2^(e + 1)`, where that and its reciprocal are normal numbers, else the closest one.
pub(crate) fn scale_of<T: Element>(magnitude: T) -> T {
    let most = if size_of::<T>() == 4 { 126 } else { 1022 };
    // Denormal numbers have the least exponent, which is past the most.
    let exponent = (magnitude.to_f64().to_bits() >> 52 & 0x7ff) as i64 - 1023;
    let scale = -exponent.clamp(-most, most);
    T::from_f64(f64::from_bits(((scale + 1023) as u64) << 52))
}

/// `Σ |xᵢ|`, in the order of [`sum`](super::sum).
///
/// ```
/// assert_eq!(kernels::reduce::norm_l1(&[1.0_f32, -2.0]), 3.0);
/// ```
pub fn norm_l1<T: Float>(x: &[T]) -> T {
    run(Total([x], Magnitudes))
}

/// The Euclidean norm.
#[derive(Clone, Copy)]
pub(super) struct Euclid<'a, T>(pub &'a [T]);

impl<T: Element> Wide for Euclid<'_, T> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        let x = self.0;
        let squares = total::<V, _, W, 2>(arch, [x, x], Products);
        // Products are exact inside a multiply-add, and a sum above this has lost nothing that
        // matters to denormal partial sums.
        let least = if size_of::<T>() == 4 { 2.0_f64.powi(-100) } else { 2.0_f64.powi(-960) };
        let unsafe_sum = squares < T::from_f64(least) || squares == T::INFINITY;
        if !unsafe_sum {
            return squares.sqrt();
        }
        scaled::<V, W>(arch, x)
    }
}

/// Again, with elements near 1: seldom, so not part of the loop's function.
#[inline(always)]
fn scaled<V: Simd, const W: usize>(arch: V::Arch, x: &[V::Elem]) -> V::Elem {
    let largest = magnitude::<V, W>(arch, x);
    if largest == V::Elem::ZERO || largest == V::Elem::INFINITY {
        return largest;
    }
    let scale = scale_of(largest);
    let squares = total::<V, _, W, 1>(arch, [x], Scaled(scale));
    squares.sqrt() / scale
}

/// `√(Σ xᵢ²)`: fused multiply-adds in the order of [`sum`](super::sum).
///
/// It neither overflows nor underflows where the result does not. If the sum of squares is
/// infinite, or so small that denormal numbers were part of it, it is taken again of elements
/// that are brought near 1 by a power of two, which rounds nothing (Blue, 1978, with one
/// accumulator). Infinite if an element is.
///
/// ```
/// use kernels::reduce::norm_l2;
///
/// assert_eq!(norm_l2(&[3.0_f32, 4.0]), 5.0);
/// assert_eq!(norm_l2(&[3e30_f32, 4e30]), 5e30);
/// assert_eq!(norm_l2(&[3e-200, 4e-200]), 5e-200);
/// ```
pub fn norm_l2<T: Float>(x: &[T]) -> T {
    run(Euclid(x))
}
