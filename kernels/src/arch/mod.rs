//! Vectors of one instruction-set level: the same named operations on every level.
//!
//! An algorithm is written once, generic over [`Simd`]. A level is a token type that
//! implements [`Arch`]; a token exists only where the level's features do, and every
//! vector is made from one, so that all arithmetic on vectors is safe. Every method is
//! `#[inline(always)]` and ends up inside a function that carries the level's
//! `target_feature`s, which is where it becomes one instruction.
//!
//! Each operation has one meaning, bit by bit, on all levels (NaN payloads apart).

use core::ops::{Add, Div, Mul, Neg, Sub};

/// A level: a token that proves its features are there.
pub trait Arch: Copy + 'static {
    /// Its vector of `f32`.
    type F32: Simd<Elem = f32, Arch = Self>;
    /// Its vector of `f64`.
    type F64: Simd<Elem = f64, Arch = Self>;

    /// The token.
    ///
    /// # Safety
    /// The processor has the level's features.
    unsafe fn assume() -> Self;
}

/// An element type: `f32` or `f64`, and the vector of it at each level.
pub trait Element: Copy + 'static {
    /// The vector of this element at level `A`.
    type Vector<A: Arch>: Simd<Elem = Self, Arch = A>;
}

impl Element for f32 {
    type Vector<A: Arch> = A::F32;
}

impl Element for f64 {
    type Vector<A: Arch> = A::F64;
}

/// A vector register of floating-point lanes.
pub trait Simd:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// What a lane holds.
    type Elem: Element;
    /// The level.
    type Arch: Arch;
    /// One truth value per lane.
    type Mask: Copy;
    /// Lanes in a register; a power of two.
    const LANES: usize;

    /// `x` in every lane.
    fn splat(arch: Self::Arch, x: Self::Elem) -> Self;
    /// Reads `LANES` elements; any alignment.
    ///
    /// # Safety
    /// `p` points to `LANES` readable elements.
    unsafe fn load(arch: Self::Arch, p: *const Self::Elem) -> Self;
    /// Reads `n` elements into the first lanes, `+0` into the rest; `n >= LANES` is `load`,
    /// `n == 0` touches no memory.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` readable elements.
    unsafe fn load_partial(arch: Self::Arch, p: *const Self::Elem, n: usize) -> Self;
    /// Reads `p[0]`, `p[stride]`, `p[2 * stride]`, … into the first `n` lanes, `+0` into the rest.
    ///
    /// # Safety
    /// Those `min(n, LANES)` elements are readable.
    unsafe fn load_strided(arch: Self::Arch, p: *const Self::Elem, stride: usize, n: usize) -> Self;
    /// Writes all lanes; any alignment.
    ///
    /// # Safety
    /// `p` points to `LANES` writable elements.
    unsafe fn store(self, p: *mut Self::Elem);
    /// Writes the first `n` lanes; `n >= LANES` is `store`.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` writable elements.
    unsafe fn store_partial(self, p: *mut Self::Elem, n: usize);
    /// The first `n` lanes of `self`, `fill` in the rest.
    fn head(self, n: usize, fill: Self) -> Self;

    /// `self * a + b`, rounded once.
    fn mul_add(self, a: Self, b: Self) -> Self;
    /// Square root, correctly rounded.
    fn sqrt(self) -> Self;
    /// Clears the sign bit (of a NaN too).
    fn abs(self) -> Self;
    /// The bits of `self` with the sign bit of `sign`.
    fn copysign(self, sign: Self) -> Self;
    /// Rounds to the nearest integer, halves to even.
    fn round_ties_even(self) -> Self;
    /// `if self > other { self } else { other }` lane by lane: `other` where either is
    /// NaN or both are zero. One instruction on x86 (`max`).
    fn max_or(self, other: Self) -> Self;
    /// `if self < other { self } else { other }`: as `max_or`.
    fn min_or(self, other: Self) -> Self;
    /// `self * 2^n` for `n` of integer value whose power is a normal number, that is
    /// `-126..=127` (f32) or `-1022..=1023` (f64): one multiplication by a number built in the exponent field.
    fn scale_by_pow2(self, n: Self) -> Self;

    /// `self > other`; false where either is NaN.
    fn gt(self, other: Self) -> Self::Mask;
    /// `self < other`; false where either is NaN.
    fn lt(self, other: Self) -> Self::Mask;
    /// `self == other`; false where either is NaN.
    fn equal(self, other: Self) -> Self::Mask;
    /// Whether the lane is NaN.
    fn is_nan(self) -> Self::Mask;
    /// `yes` where the mask is set, `no` elsewhere, bit by bit.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;

    /// Lane `l` of the result is lane `l ^ distance`; `distance` is a power of two below `LANES`.
    fn swap(self, distance: usize) -> Self;
    /// Lane 0.
    fn first(self) -> Self::Elem;
    /// Lane `r` of the result is the sum of `rows[r]`'s lanes, added as steps 3 and 4 of
    /// `kernels_plan::order` say: lane `l` takes lane `l + half`, until one is left.
    /// `N` is `LANES`.
    fn sum_rows<const N: usize>(rows: [Self; N]) -> Self;
}
