//! What remembers NaN.

use super::{Element, Simd};

/// Remembers in which lanes NaN was seen.
///
/// ```
/// use kernels::arch::{Scalar, Simd, Watch};
/// type F32Watch = <f32 as Simd>::Watch;
/// let watch = F32Watch::new(Scalar).see(1.0, f32::INFINITY);
/// assert!(watch.saw_none());
/// assert!(!watch.see(f32::NAN, 1.0).saw_none());
/// ```
pub trait Watch<V: Simd>: Copy {
    /// Nothing seen.
    fn new(arch: V::Arch) -> Self;
    /// After a look at two vectors.
    fn see(self, a: V, b: V) -> Self;
    /// What two have seen.
    fn and(self, other: Self) -> Self;
    /// Whether no lane was NaN.
    fn saw_none(self) -> bool;
}

/// In a mask: where all was ordered.
#[derive(Clone, Copy, Debug)]
pub struct InMask<V: Simd>(V::Mask);

impl<V: Simd> Watch<V> for InMask<V> {
    #[inline(always)]
    fn new(arch: V::Arch) -> Self {
        InMask(V::everywhere(arch))
    }

    #[inline(always)]
    fn see(self, a: V, b: V) -> Self {
        InMask(V::both_ordered(self.0, a, b))
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        InMask(V::both(self.0, other.0))
    }

    #[inline(always)]
    fn saw_none(self) -> bool {
        V::all(self.0)
    }
}

/// In a vector: 0, or NaN where it was seen. For levels whose masks the compiler keeps in bytes.
#[derive(Clone, Copy, Debug)]
pub struct InLanes<V: Simd>(V);

impl<V: Simd> Watch<V> for InLanes<V> {
    #[inline(always)]
    fn new(arch: V::Arch) -> Self {
        InLanes(V::splat(arch, V::Elem::ZERO))
    }

    #[inline(always)]
    fn see(self, a: V, b: V) -> Self {
        InLanes(V::select(a.unordered(b), V::splat(a.arch(), V::Elem::from_f64(f64::NAN)), self.0))
    }

    #[inline(always)]
    fn and(self, other: Self) -> Self {
        InLanes(V::select(self.0.is_nan(), self.0, other.0))
    }

    #[inline(always)]
    fn saw_none(self) -> bool {
        !V::any(self.0.is_nan())
    }
}
