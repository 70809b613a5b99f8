//! Vectors of one instruction-set level: the same named operations on every level.
//!
//! An algorithm is written once, generic over [`Simd`]. A level is a token type that
//! implements [`Arch`]; a token exists only where the level's features do, and every
//! vector is made from one, so that all arithmetic on vectors is safe. Every method is
//! `#[inline(always)]` and ends up inside a function that carries the level's
//! `target_feature`s, which is where it becomes one instruction.
//!
//! Each operation has one meaning, bit by bit, on all levels (NaN payloads apart).

use core::fmt::Debug;
use core::ops::{Add, Div, Mul, Neg, Sub};

use half::bf16;

use crate::memory::{LoadAs, PADDING, StoreFrom};
use crate::vecmath::Constants;

#[cfg(target_arch = "x86_64")]
#[macro_use]
mod x86;

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod grid;
mod integer;
mod portable;
mod quads;
mod scalar;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod watch;
pub mod whole;

#[cfg(target_arch = "x86_64")]
pub use avx2::{Avx2, Avx2F32, Avx2F64, Avx2I32, AvxVnni};
#[cfg(target_arch = "x86_64")]
pub use avx512::{Avx512, Avx512F32, Avx512F64, Avx512I32, Avx512Vnni};
pub use grid::Axis;
pub use integer::Int;
pub use portable::{Lanes, Portable, PortableI32};
pub use quads::{NIBBLES, Quads};
pub use scalar::Scalar;
pub use watch::{InLanes, InMask, Watch};

/// A level: a token that proves its features are there.
///
/// ```
/// use kernels::arch::{Arch, Portable, Simd};
///
/// // SAFETY: the portable level needs no feature.
/// let arch = unsafe { Portable::assume() };
/// let three = <Portable as Arch>::F32::splat(arch, 3.0);
/// assert_eq!((three * three).first(), 9.0);
/// ```
pub trait Arch: Copy + 'static {
    /// Its vector of `f32`.
    type F32: Simd<Elem = f32, Arch = Self>;
    /// Its vector of `f64`.
    type F64: Simd<Elem = f64, Arch = Self>;
    /// Its vector of `i32`, with the lanes of `F32`.
    type I32: Int<Arch = Self>;

    /// The token.
    ///
    /// # Safety
    /// The processor has the level's features.
    unsafe fn assume() -> Self;
}

/// An element type, `f32` or `f64`: itself a vector of one lane, and the vector of it at
/// each level.
///
/// ```
/// use kernels::arch::{Element, Simd};
///
/// fn norm<T: Element>(x: T, y: T) -> T {
///     x.mul_add(x, y * y).sqrt()
/// }
/// assert_eq!(norm(3.0_f32, 4.0), 5.0);
/// ```
pub trait Element:
    Simd<Elem = Self, Arch = Scalar> + Constants + PartialOrd + Default + Debug + Send + Sync + 'static
{
    /// The vector of this element at level `A`.
    type Vector<A: Arch>: Simd<Elem = Self, Arch = A>;
    /// +0.
    const ZERO: Self;
    /// 1.
    const ONE: Self;
    /// +∞.
    const INFINITY: Self;
    /// −∞.
    const NEG_INFINITY: Self;

    /// The nearest value of this type.
    fn from_f64(x: f64) -> Self;
    /// The same value.
    fn from_bf16(x: bf16) -> Self;
    /// The same value as `f64`.
    fn to_f64(self) -> f64;
}

macro_rules! element {
    ($elem:ident, $vector:ident) => {
        impl Element for $elem {
            type Vector<A: Arch> = A::$vector;
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            const INFINITY: Self = $elem::INFINITY;
            const NEG_INFINITY: Self = $elem::NEG_INFINITY;

            #[inline(always)]
            fn from_f64(x: f64) -> Self {
                x as $elem
            }

            #[inline(always)]
            fn from_bf16(x: bf16) -> Self {
                // All bits, of a NaN too.
                f32::from_bits(u32::from(x.to_bits()) << 16).into()
            }

            #[inline(always)]
            fn to_f64(self) -> f64 {
                self.into()
            }
        }
    };
}
element!(f32, F32);
element!(f64, F64);

/// A vector register of floating-point lanes.
///
/// ```
/// use kernels::arch::Simd;
///
/// // Elements are vectors of one lane, so generic code runs on them too.
/// fn hypotenuse<V: Simd>(x: V, y: V) -> V {
///     x.mul_add(x, y * y).sqrt()
/// }
/// assert_eq!(hypotenuse(3.0_f64, 4.0), 5.0);
/// ```
pub trait Simd:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// What a lane holds.
    type Elem: Element + StoreFrom<Self> + LoadAs<Self, Arch = Self::Arch>;
    /// The level.
    type Arch: Arch;
    /// One truth value per lane.
    type Mask: Copy;
    /// What remembers in which lanes NaN was seen.
    type Watch: Watch<Self>;
    /// Lanes in a register; a power of two.
    const LANES: usize;
    /// Whether [`Simd::scale_by_pow2`] is one instruction.
    const SCALES_AT_ONCE: bool = false;

    /// The token that this vector proves to exist.
    fn arch(self) -> Self::Arch;
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
    /// Reads `n` elements of `bf16`, each the upper half of an `f32`, into the first lanes, +0
    /// into the rest; at most `LANES`.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` readable elements.
    #[inline(always)]
    unsafe fn load_bf16(arch: Self::Arch, p: *const bf16, n: usize) -> Self {
        let mut lanes = [Self::Elem::ZERO; PADDING];
        for (l, lane) in lanes.iter_mut().enumerate().take(n.min(Self::LANES)) {
            // SAFETY: the caller's promise.
            *lane = Self::Elem::from_bf16(unsafe { p.add(l).read() });
        }
        // SAFETY: no vector has more lanes.
        unsafe { Self::load(arch, lanes.as_ptr()) }
    }
    /// Reads `n` elements of `f32`, each as the same value of this type, into the first lanes,
    /// +0 into the rest; at most `LANES`.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` readable elements.
    #[inline(always)]
    unsafe fn load_f32(arch: Self::Arch, p: *const f32, n: usize) -> Self {
        let mut lanes = [Self::Elem::ZERO; PADDING];
        for (l, lane) in lanes.iter_mut().enumerate().take(n.min(Self::LANES)) {
            // SAFETY: the caller's promise.
            *lane = Self::Elem::from_f64(unsafe { p.add(l).read() }.into());
        }
        // SAFETY: no vector has more lanes.
        unsafe { Self::load(arch, lanes.as_ptr()) }
    }
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
    /// [`Simd::store_partial`] of a number that the compiler knows: a few plain stores where they take less
    /// time than a masked one.
    ///
    /// # Safety
    /// As there.
    #[inline(always)]
    unsafe fn store_head(self, p: *mut Self::Elem, n: usize) {
        // SAFETY: the caller's promise.
        unsafe { self.store_partial(p, n) }
    }
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
    /// Rounds towards −∞.
    fn floor(self) -> Self;
    /// Rounds towards +∞.
    fn ceil(self) -> Self;
    /// Rounds towards 0.
    fn trunc(self) -> Self;
    /// `if self > other { self } else { other }` lane by lane: `other` where either is
    /// NaN or both are zero. One instruction on x86 (`max`).
    fn max_or(self, other: Self) -> Self;
    /// `if self < other { self } else { other }`: as `max_or`.
    fn min_or(self, other: Self) -> Self;
    /// `2^self` for an integer `self` whose power is a normal number: `-126..=127` (f32),
    /// `-1022..=1023` (f64).
    fn pow2(self) -> Self;
    /// `self * 2^n`, rounded once, overflow and denormals included. The magnitude of
    /// `self` is in `0.25..=4`, `n` is an integer in `-250..=250` (f32) or
    /// `-2000..=2000` (f64).
    #[inline(always)]
    fn scale_by_pow2(self, n: Self) -> Self {
        // The first product is a normal number, so only the second one rounds.
        let half = (n * Self::splat(n.arch(), Self::Elem::HALF)).round_ties_even();
        self * half.pow2() * (n - half).pow2()
    }

    /// `m` and an integer `k` with `self == m * 2^k` and `√½ <= m < √2`, for positive
    /// finite numbers, denormals too. Of other lanes they are anything.
    fn split(self) -> (Self, Self);
    /// [`Simd::split`] where all lanes are as [`Simd::all_ordinary`] says.
    #[inline(always)]
    fn split_ordinary(self) -> (Self, Self) {
        self.split()
    }
    /// Whether all lanes are positive normal numbers.
    fn all_ordinary(self) -> bool;
    /// Exclusive or, bit by bit.
    fn bit_xor(self, other: Self) -> Self;
    /// Whether bit 0 of the lane is set.
    fn bit_0(self) -> Self::Mask;
    /// Bit 1 of the lane where a sign is, all other bits 0.
    fn bit_1_as_sign(self) -> Self;

    /// `self > other`; false where either is NaN.
    fn gt(self, other: Self) -> Self::Mask;
    /// `self < other`; false where either is NaN.
    fn lt(self, other: Self) -> Self::Mask;
    /// `self <= other`; false where either is NaN.
    fn le(self, other: Self) -> Self::Mask;
    /// `self >= other`; false where either is NaN.
    #[inline(always)]
    fn ge(self, other: Self) -> Self::Mask {
        other.le(self)
    }
    /// `self == other`; false where either is NaN.
    fn equal(self, other: Self) -> Self::Mask;
    /// Whether `self` or `other` is NaN: one comparison says it of both.
    fn unordered(self, other: Self) -> Self::Mask;
    /// Whether the lane is NaN.
    #[inline(always)]
    fn is_nan(self) -> Self::Mask {
        self.unordered(self)
    }
    /// Where both masks are set.
    fn both(a: Self::Mask, b: Self::Mask) -> Self::Mask;
    /// Where a mask is set, or both are.
    fn either(a: Self::Mask, b: Self::Mask) -> Self::Mask;
    /// Where the mask is not set.
    fn not(mask: Self::Mask) -> Self::Mask;
    /// Where the mask is set, and neither `a` nor `b` is NaN. One instruction on AVX-512.
    #[inline(always)]
    fn both_ordered(mask: Self::Mask, a: Self, b: Self) -> Self::Mask {
        Self::both(mask, Self::not(a.unordered(b)))
    }
    /// A mask that is set in all lanes.
    fn everywhere(arch: Self::Arch) -> Self::Mask;
    /// A mask that is set in the first `n` lanes, `0 < n < LANES`.
    fn first_lanes(arch: Self::Arch, n: usize) -> Self::Mask;
    /// Whether the mask is set in a lane.
    fn any(mask: Self::Mask) -> bool;
    /// Whether the mask is set in all lanes.
    #[inline(always)]
    fn all(mask: Self::Mask) -> bool {
        !Self::any(Self::not(mask))
    }
    /// `yes` where the mask is set, `no` elsewhere, bit by bit.
    fn select(mask: Self::Mask, yes: Self, no: Self) -> Self;

    /// Lane `l` of the result is lane `l ^ distance`; `distance` is a power of two below `LANES`.
    fn swap(self, distance: usize) -> Self;
    /// Several rows side by side, each in a part of `s` lanes: part `q` takes the `n`
    /// elements from `p + q * stride`, for `q < rows`; with a stride of 0 all parts take the
    /// same. The other lanes hold anything.
    ///
    /// `s` is a power of two, at least 128 bits where vectors are wider, and less than
    /// `LANES`; `1 <= n <= s`, `1 <= rows <= LANES / s`. Here and below these are constants
    /// wherever it is fast.
    ///
    /// # Safety
    /// Those elements are readable.
    #[inline(always)]
    unsafe fn load_rows(
        arch: Self::Arch,
        p: *const Self::Elem,
        stride: usize,
        s: usize,
        rows: usize,
        n: usize,
    ) -> Self {
        let mut lanes = [Self::Elem::ZERO; PADDING];
        for (l, lane) in lanes.iter_mut().enumerate().take(Self::LANES) {
            let row = if stride == 0 { 0 } else { l / s };
            if row < rows && l % s < n {
                // SAFETY: the caller's promise.
                *lane = unsafe { p.add(row * stride + l % s).read() };
            }
        }
        // SAFETY: no vector has more lanes.
        unsafe { Self::load(arch, lanes.as_ptr()) }
    }
    /// Part `q` of `s` lanes takes the element `p + q` in every lane, for `q < rows`; for numbers as
    /// in [`Simd::load_rows`].
    ///
    /// # Safety
    /// Those elements are readable.
    #[inline(always)]
    unsafe fn load_each(arch: Self::Arch, p: *const Self::Elem, s: usize, rows: usize) -> Self {
        // SAFETY: the caller's promise.
        unsafe { Self::load_rows(arch, p, 1, s, rows, 1) }.spread(s, 0)
    }
    /// Every lane of a part of `s` lanes takes the part's lane `t < s`.
    #[inline(always)]
    fn spread(self, s: usize, t: usize) -> Self {
        let (mut from, mut to) = ([Self::Elem::ZERO; PADDING], [Self::Elem::ZERO; PADDING]);
        // SAFETY: no vector has more lanes.
        unsafe { self.store(from.as_mut_ptr()) };
        for (l, lane) in to.iter_mut().enumerate().take(Self::LANES) {
            *lane = from[l / s * s + t];
        }
        // SAFETY: as above.
        unsafe { Self::load(self.arch(), to.as_ptr()) }
    }
    /// Every part of `s` lanes begins with its lane `by`, `0 < by < s`: lane `l` takes lane
    /// `(l + by) % s`. `s` is as in [`Simd::load_rows`], or `LANES`.
    #[inline(always)]
    fn rotate(self, s: usize, by: usize) -> Self {
        let (mut from, mut to) = ([Self::Elem::ZERO; PADDING], [Self::Elem::ZERO; PADDING]);
        // SAFETY: no vector has more lanes.
        unsafe { self.store(from.as_mut_ptr()) };
        for (l, lane) in to.iter_mut().enumerate().take(Self::LANES) {
            *lane = from[l / s * s + (l + by) % s];
        }
        // SAFETY: as above.
        unsafe { Self::load(self.arch(), to.as_ptr()) }
    }
    /// `LANES` of the lanes of `self` and, after those, of `next`, from lane `by < LANES` on.
    #[inline(always)]
    fn followed_by(self, next: Self, by: usize) -> Self {
        if by == 0 {
            return self;
        }
        let head = Self::first_lanes(self.arch(), Self::LANES - by);
        Self::select(head, self.rotate(Self::LANES, by), next.rotate(Self::LANES, by))
    }
    /// Lane `l` is element `l * D + first` of the `D` vectors one after the other: a column of rows
    /// of `D` elements. `first < D <= LANES`, and `D` is odd or a power of two. Where the first `filled`
    /// vectors end, the lanes hold anything.
    #[inline(always)]
    fn strided<const D: usize>(from: [Self; D], first: usize, filled: usize) -> Self {
        debug_assert!(first < D && filled <= D);
        let (mut all, mut to) = ([[Self::Elem::ZERO; PADDING]; D], [Self::Elem::ZERO; PADDING]);
        for (lanes, v) in all.iter_mut().zip(from) {
            // SAFETY: no vector has more lanes.
            unsafe { v.store(lanes.as_mut_ptr()) };
        }
        for (l, lane) in to.iter_mut().enumerate().take(Self::LANES) {
            let at = l * D + first;
            *lane = all[at / Self::LANES][at % Self::LANES];
        }
        // SAFETY: as above.
        unsafe { Self::load(from[0].arch(), to.as_ptr()) }
    }
    /// Lane `l` takes lane `STEP * i + offset`, where `i` is the row or column of element `v * LANES + l`
    /// of a row-major matrix of `N` columns, rows counted from that of lane 0: the left or right factor
    /// of each element of a product whose rows lie one after the other. `v < N <= LANES`, `offset < STEP`.
    /// Behind the last lane come those of `next`, and behind these anything.
    #[inline(always)]
    fn grid<const N: usize, const STEP: usize>(
        self,
        next: Option<Self>,
        axis: Axis,
        v: usize,
        offset: usize,
    ) -> Self {
        let (mut from, mut to) = ([[Self::Elem::ZERO; PADDING]; 2], [Self::Elem::ZERO; PADDING]);
        for (from, v) in from.iter_mut().zip([self, next.unwrap_or(self)]) {
            // SAFETY: no vector has more lanes.
            unsafe { v.store(from.as_mut_ptr()) };
        }
        for (l, lane) in to.iter_mut().enumerate().take(Self::LANES) {
            let place = STEP * axis.position(Self::LANES, N, v, l) + offset;
            *lane = from[place / Self::LANES % 2][place % Self::LANES];
        }
        // SAFETY: as above.
        unsafe { Self::load(self.arch(), to.as_ptr()) }
    }
    /// Each part of `S` lanes of `S` vectors is transposed by itself: lane `j` of a part of vector `t` is lane
    /// `t` of that part of vector `j`. A part has 128 or 256 bits where vectors have as many.
    #[inline(always)]
    fn turn_parts<const S: usize>(rows: [Self; S]) -> [Self; S] {
        let mut all = [[Self::Elem::ZERO; PADDING]; S];
        for (lanes, row) in all.iter_mut().zip(rows) {
            // SAFETY: no vector has more lanes.
            unsafe { row.store(lanes.as_mut_ptr()) };
        }
        let mut turned = rows;
        for (t, turned) in turned.iter_mut().enumerate() {
            let mut to = [Self::Elem::ZERO; PADDING];
            for (l, lane) in to.iter_mut().enumerate().take(Self::LANES) {
                *lane = all[l % S][l / S * S + t];
            }
            // SAFETY: as above.
            *turned = unsafe { Self::load(rows[0].arch(), to.as_ptr()) };
        }
        turned
    }
    /// The same vector, of which the compiler knows nothing: one that was loaded is not loaded
    /// anew, an element at a time, for each use of an element.
    #[inline(always)]
    fn opaque(self) -> Self {
        self
    }
    /// Writes the first `n` lanes of each of the first `rows` parts of `s` lanes, part `q` to
    /// `p + q * stride`, `stride >= n`; for numbers as in [`Simd::load_rows`].
    ///
    /// # Safety
    /// Those elements are writable.
    #[inline(always)]
    unsafe fn store_rows(self, p: *mut Self::Elem, stride: usize, s: usize, rows: usize, n: usize) {
        let mut from = [Self::Elem::ZERO; PADDING];
        // SAFETY: no vector has more lanes.
        unsafe { self.store(from.as_mut_ptr()) };
        for at in 0..rows * n {
            // SAFETY: the caller's promise.
            unsafe { p.add(at / n * stride + at % n).write(from[at / n * s + at % n]) };
        }
    }
    /// Lane 0.
    fn first(self) -> Self::Elem;
    /// Lane `r` of the result is the sum of `rows[r]`'s lanes, added as steps 3 and 4 of
    /// `kernels_plan::order` say: lane `l` takes lane `l + half`, until one is left.
    /// `N` is `LANES`; anything else does not compile.
    fn sum_rows<const N: usize>(rows: [Self; N]) -> Self;
    /// Lane `c` of row `r` becomes lane `r` of row `c`. `N` is `LANES`; anything else does
    /// not compile.
    fn transpose<const N: usize>(rows: [Self; N]) -> [Self; N];
    /// [`Simd::transpose`] from memory to memory, for code that cannot name `LANES` in a
    /// type: element `(r, c)`, at `src[r * src_stride + c]`, goes to
    /// `dst[c * dst_stride + r]`, for `rows` by `cols` elements of at most `LANES` each.
    /// `stored` elements are written to each row of `dst`, in ascending order of rows: those
    /// past the first `rows` are +0.
    ///
    /// # Safety
    /// Those elements are readable at `src` and writable at `dst`; the two do not overlap.
    /// `rows <= stored <= LANES`.
    #[expect(clippy::too_many_arguments, reason = "two matrices and the size of the block")]
    unsafe fn transpose_block(
        arch: Self::Arch,
        src: *const Self::Elem,
        src_stride: usize,
        dst: *mut Self::Elem,
        dst_stride: usize,
        rows: usize,
        cols: usize,
        stored: usize,
    );
}

/// Whether so many lanes are a part that [`Simd::store_rows`] takes.
#[inline(always)]
pub(crate) fn is_part<V: Simd>(lanes: usize) -> bool {
    lanes < V::LANES && lanes.is_power_of_two() && lanes * size_of::<V::Elem>() >= 16
}

/// [`Simd::transpose_block`] for a known number of lanes. The tests for a partial block are
/// of constants wherever it is inlined.
///
/// # Safety
/// As [`Simd::transpose_block`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two matrices and the size of the block")]
unsafe fn transpose_block<V: Simd, const N: usize>(
    arch: V::Arch,
    src: *const V::Elem,
    src_stride: usize,
    dst: *mut V::Elem,
    dst_stride: usize,
    rows: usize,
    cols: usize,
    stored: usize,
) {
    let mut block = [V::splat(arch, V::Elem::ZERO); N];
    for (r, row) in block.iter_mut().enumerate() {
        if r < rows {
            // SAFETY: the caller's promise.
            *row = unsafe { V::load_partial(arch, src.add(r * src_stride), cols) };
        }
    }
    for (c, column) in V::transpose(block).into_iter().enumerate() {
        if c < cols {
            // SAFETY: the caller's promise.
            unsafe {
                let dst = dst.add(c * dst_stride);
                match is_part::<V>(stored) {
                    true => column.store_rows(dst, stored, stored, 1, stored),
                    false => column.store_partial(dst, stored),
                }
            }
        }
    }
}

/// Compiles only if the vectors have the lanes that the level table promises.
macro_rules! lanes_agree {
    ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:literal),*] {
        base: $base:ident, f32: $f32:literal, f64: $f64:literal, $($rest:tt)*
    })*) => { $(lanes_agree!(@base $base $arch $level $f32 $f64);)* };
    (@base itself $($row:tt)*) => { lanes_agree!(@level $($row)*); };
    (@base $base:ident $($row:tt)*) => {};
    (@level any $level:ident $f32:literal $f64:literal) => {
        const _: () = assert!(<$level as Arch>::F32::LANES == $f32);
        const _: () = assert!(<$level as Arch>::F64::LANES == $f64);
        const _: () = assert!(<$level as Arch>::I32::LANES == $f32);
    };
    (@level x86_64 $level:ident $f32:literal $f64:literal) => {
        #[cfg(target_arch = "x86_64")]
        const _: () = {
            lanes_agree!(@level any $level $f32 $f64);
        };
    };
}
kernels_plan::levels!(lanes_agree);
