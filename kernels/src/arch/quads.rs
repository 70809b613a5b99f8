//! Four-way dot products of bytes, the step of every quantized product.

use super::{Arch, Int};

/// A level with four-way dot products: each lane of one vector holds four `u8`, of the other
/// four `i8`, and the sum of their products goes to an `i32` lane. Every level has them; the
/// levels with VNNI as one instruction.
///
/// ```
/// use kernels::arch::{Arch, Int, Portable, Quads};
///
/// // SAFETY: the portable level needs no feature.
/// let (q, arch) = unsafe { (<Portable as Quads>::assume_quads(), <Portable as Arch>::assume()) };
/// let quad = |bytes| <Portable as Arch>::I32::splat(arch, i32::from_ne_bytes(bytes));
/// let (a, b) = (quad([255; 4]), quad([128; 4]));
/// let dots = q.dot(<Portable as Arch>::I32::splat(arch, 1), a, b);
/// assert_eq!(dots.sum(), 4 * (1 - 4 * 255 * 128));
/// ```
pub trait Quads: Copy + 'static {
    /// The level whose vectors it uses.
    type Arch: Arch;
    /// Whether [`Quads::dot_pairs`] is faster than [`Quads::dot`].
    const FAST_PAIRS: bool;
    /// Whether [`Quads::dot_signed`] takes as long as [`Quads::dot`].
    const FAST_SIGNED: bool;

    /// The token. Not of the name that [`Arch`] has for its own, so that code with both traits in
    /// scope needs not say which.
    ///
    /// # Safety
    /// The processor has the level's features.
    unsafe fn assume_quads() -> Self;
    /// The token of the vectors.
    fn arch(self) -> Self::Arch;
    /// `acc` and the four products of each lane, `u8` in `a` by `i8` in `b`; the sum wraps
    /// around, nothing else does.
    fn dot(
        self,
        acc: <Self::Arch as Arch>::I32,
        a: <Self::Arch as Arch>::I32,
        b: <Self::Arch as Arch>::I32,
    ) -> <Self::Arch as Arch>::I32;
    /// [`Quads::dot`], where no two neighbouring products, 0 and 1 or 2 and 3 of a lane, add
    /// up to more than an `i16` holds. That is so where the bytes of `a` are below 128, and
    /// for any where `255 * (|b₀| + |b₁|)` is at most 32,767. Of other bytes the result is
    /// anything, and differs between levels.
    #[inline(always)]
    fn dot_pairs(
        self,
        acc: <Self::Arch as Arch>::I32,
        a: <Self::Arch as Arch>::I32,
        b: <Self::Arch as Arch>::I32,
    ) -> <Self::Arch as Arch>::I32 {
        self.dot(acc, a, b)
    }

    /// [`Quads::dot`] of two `i8`.
    #[inline(always)]
    fn dot_signed(
        self,
        acc: <Self::Arch as Arch>::I32,
        a: <Self::Arch as Arch>::I32,
        b: <Self::Arch as Arch>::I32,
    ) -> <Self::Arch as Arch>::I32 {
        let zero = <Self::Arch as Arch>::I32::splat(self.arch(), 0);
        self.dot(acc, a.flip_bytes(), b) - self.dot(zero, zero.flip_bytes(), b)
    }
    /// [`Quads::dot`] for bytes of `a` below 16, in partial sums that only
    /// [`Quads::widen_nibbles`] reads: narrower where that is faster, exact for [`NIBBLES`]
    /// additions to 0.
    #[inline(always)]
    fn add_nibbles(
        self,
        sums: <Self::Arch as Arch>::I32,
        a: <Self::Arch as Arch>::I32,
        b: <Self::Arch as Arch>::I32,
    ) -> <Self::Arch as Arch>::I32 {
        self.dot(sums, a, b)
    }
    /// `acc` and `factor` times the sums of [`Quads::add_nibbles`].
    #[inline(always)]
    fn widen_nibbles(
        self,
        acc: <Self::Arch as Arch>::I32,
        sums: <Self::Arch as Arch>::I32,
        factor: i16,
    ) -> <Self::Arch as Arch>::I32 {
        acc + sums * <Self::Arch as Arch>::I32::splat(self.arch(), factor.into())
    }
}

/// Additions of [`Quads::add_nibbles`] that cannot overflow 16 bits: 8 times 2 products of 15
/// and -128 are -30,720.
pub const NIBBLES: usize = 8;
