//! One element at a time: `f32` and `f64` are their own vectors of one lane.
//!
//! The reference functions run generic algorithms on these.

use core::num::Wrapping;

use super::{Arch, InMask, Simd};

mod int;

/// The level of single elements; not in the level table, since no kernel runs on it.
///
/// ```
/// use kernels::arch::{Scalar, Simd};
/// assert_eq!(<f32 as Simd>::splat(Scalar, 2.0), 2.0);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Scalar;

impl Arch for Scalar {
    type F32 = f32;
    type F64 = f64;
    type I32 = Wrapping<i32>;

    #[inline(always)]
    unsafe fn assume() -> Self {
        Scalar
    }
}

macro_rules! scalar {
    ($elem:ident, $bits:ident, mantissa: $mantissa:literal, bias: $bias:literal) => {
        impl Simd for $elem {
            type Elem = $elem;
            type Arch = Scalar;
            type Mask = bool;
            type Watch = InMask<Self>;
            const LANES: usize = 1;

            #[inline(always)]
            fn arch(self) -> Scalar {
                Scalar
            }

            #[inline(always)]
            fn splat(_: Scalar, x: $elem) -> Self {
                x
            }

            #[inline(always)]
            unsafe fn load(_: Scalar, p: *const $elem) -> Self {
                // SAFETY: the caller's promise.
                unsafe { p.read() }
            }

            #[inline(always)]
            unsafe fn load_partial(_: Scalar, p: *const $elem, n: usize) -> Self {
                // SAFETY: the caller's promise.
                if n == 0 { 0.0 } else { unsafe { p.read() } }
            }

            #[inline(always)]
            unsafe fn load_strided(arch: Scalar, p: *const $elem, _: usize, n: usize) -> Self {
                // SAFETY: the caller's promise; the first element is at `p` for any stride.
                unsafe { Self::load_partial(arch, p, n) }
            }

            #[inline(always)]
            unsafe fn store(self, p: *mut $elem) {
                // SAFETY: the caller's promise.
                unsafe { p.write(self) }
            }

            #[inline(always)]
            unsafe fn store_partial(self, p: *mut $elem, n: usize) {
                if n > 0 {
                    // SAFETY: the caller's promise.
                    unsafe { p.write(self) }
                }
            }

            #[inline(always)]
            fn head(self, n: usize, fill: Self) -> Self {
                if n == 0 { fill } else { self }
            }

            #[inline(always)]
            fn mul_add(self, a: Self, b: Self) -> Self {
                $elem::mul_add(self, a, b)
            }

            #[inline(always)]
            fn sqrt(self) -> Self {
                $elem::sqrt(self)
            }

            #[inline(always)]
            fn abs(self) -> Self {
                $elem::abs(self)
            }

            #[inline(always)]
            fn copysign(self, sign: Self) -> Self {
                $elem::copysign(self, sign)
            }

            #[inline(always)]
            fn round_ties_even(self) -> Self {
                $elem::round_ties_even(self)
            }

            #[inline(always)]
            fn floor(self) -> Self {
                $elem::floor(self)
            }

            #[inline(always)]
            fn ceil(self) -> Self {
                $elem::ceil(self)
            }

            #[inline(always)]
            fn trunc(self) -> Self {
                $elem::trunc(self)
            }

            #[inline(always)]
            fn max_or(self, other: Self) -> Self {
                if self > other { self } else { other }
            }

            #[inline(always)]
            fn min_or(self, other: Self) -> Self {
                if self < other { self } else { other }
            }

            #[inline(always)]
            fn pow2(self) -> Self {
                // The sum has the biased exponent in its low bits: no conversion needed.
                const MAGIC: $elem = 1.5 * (1_u64 << $mantissa) as $elem + $bias;
                $elem::from_bits((self + MAGIC).to_bits() << $mantissa)
            }

            #[inline(always)]
            fn split(self) -> (Self, Self) {
                // A denormal number is made normal first.
                let is_small = self < $elem::MIN_POSITIVE;
                let x = if is_small { self * (1_u64 << ($mantissa + 1)) as $elem } else { self };
                // Carries into the exponent from √2 on.
                let sum =
                    x.to_bits().wrapping_add($elem::to_bits(2.0) - core::$elem::consts::SQRT_2.to_bits());
                let exponent = (sum >> $mantissa) as $elem - $bias;
                let one = $elem::to_bits(1.0);
                let m = x.to_bits().wrapping_sub(sum & !((1 << $mantissa) - 1)).wrapping_add(one);
                ($elem::from_bits(m), if is_small { exponent - ($mantissa + 1) as $elem } else { exponent })
            }

            #[inline(always)]
            fn all_ordinary(self) -> bool {
                ($elem::MIN_POSITIVE..$elem::INFINITY).contains(&self)
            }

            #[inline(always)]
            fn bit_xor(self, other: Self) -> Self {
                $elem::from_bits(self.to_bits() ^ other.to_bits())
            }

            #[inline(always)]
            fn bit_0(self) -> bool {
                self.to_bits() & 1 != 0
            }

            #[inline(always)]
            fn bit_1_as_sign(self) -> Self {
                $elem::from_bits(self.to_bits() >> 1 << ($bits::BITS - 1))
            }

            #[inline(always)]
            fn both(a: bool, b: bool) -> bool {
                a && b
            }

            #[inline(always)]
            fn either(a: bool, b: bool) -> bool {
                a || b
            }

            #[inline(always)]
            fn not(mask: bool) -> bool {
                !mask
            }

            #[inline(always)]
            fn everywhere(_: Scalar) -> bool {
                true
            }

            #[inline(always)]
            fn first_lanes(_: Scalar, n: usize) -> bool {
                n > 0
            }

            #[inline(always)]
            fn any(mask: bool) -> bool {
                mask
            }

            #[inline(always)]
            fn gt(self, other: Self) -> bool {
                self > other
            }

            #[inline(always)]
            fn lt(self, other: Self) -> bool {
                self < other
            }

            #[inline(always)]
            fn le(self, other: Self) -> bool {
                self <= other
            }

            #[inline(always)]
            fn equal(self, other: Self) -> bool {
                self == other
            }

            #[inline(always)]
            fn unordered(self, other: Self) -> bool {
                $elem::is_nan(self) || $elem::is_nan(other)
            }

            #[inline(always)]
            fn select(mask: bool, yes: Self, no: Self) -> Self {
                if mask { yes } else { no }
            }

            #[inline(always)]
            fn swap(self, _: usize) -> Self {
                self
            }

            #[inline(always)]
            fn first(self) -> $elem {
                self
            }

            #[inline(always)]
            fn sum_rows<const N: usize>(rows: [Self; N]) -> Self {
                const { assert!(N == 1) };
                rows[0]
            }

            #[inline(always)]
            fn transpose<const N: usize>(rows: [Self; N]) -> [Self; N] {
                const { assert!(N == 1) };
                rows
            }

            #[inline(always)]
            unsafe fn transpose_block(
                arch: Scalar,
                src: *const $elem,
                src_stride: usize,
                dst: *mut $elem,
                dst_stride: usize,
                rows: usize,
                cols: usize,
                stored: usize,
            ) {
                // SAFETY: the caller's promise.
                unsafe {
                    super::transpose_block::<Self, 1>(
                        arch, src, src_stride, dst, dst_stride, rows, cols, stored,
                    )
                }
            }
        }
    };
}
scalar!(f32, u32, mantissa: 23, bias: 127.0);
scalar!(f64, u64, mantissa: 52, bias: 1023.0);
