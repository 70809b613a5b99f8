//! 512-bit vectors of `i32`.

use core::arch::x86_64::*;

use super::{Avx512, Avx512F32};
use crate::Byte;
use crate::arch::Int;

/// Sixteen `i32`.
///
/// ```
/// use kernels::arch::{Avx512I32, Int};
/// assert_eq!(Avx512I32::LANES, 16);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Avx512I32(pub(super) __m512i);

integer_operators!(Avx512I32: Add add _mm512_add_epi32, Sub sub _mm512_sub_epi32, Mul mul _mm512_mullo_epi32, BitAnd bitand _mm512_and_si512, BitXor bitxor _mm512_xor_si512; Neg _mm512_setzero_si512 _mm512_sub_epi32);

/// The first `n < 16` lanes.
#[inline(always)]
fn head_mask(n: usize) -> __mmask16 {
    ((1_u32 << n) - 1) as __mmask16
}

impl Int for Avx512I32 {
    type Arch = Avx512;
    const LANES: usize = 16;

    #[inline(always)]
    fn arch(self) -> Avx512 {
        Avx512(())
    }

    #[inline(always)]
    fn splat(_: Avx512, x: i32) -> Self {
        Avx512I32(proven!(_mm512_set1_epi32(x)))
    }

    #[inline(always)]
    unsafe fn load(_: Avx512, p: *const i32) -> Self {
        // SAFETY: the caller's promise, and the token's.
        Avx512I32(unsafe { _mm512_loadu_si512(p.cast()) })
    }

    #[inline(always)]
    unsafe fn load_partial(arch: Avx512, p: *const i32, n: usize) -> Self {
        if n < 16 {
            // SAFETY: the caller's promise, and the token's; masked-off lanes are not read.
            Avx512I32(unsafe { _mm512_maskz_loadu_epi32(head_mask(n), p) })
        } else {
            // SAFETY: the caller's promise.
            unsafe { Self::load(arch, p) }
        }
    }

    #[inline(always)]
    unsafe fn store(self, p: *mut i32) {
        // SAFETY: the caller's promise, and the token's.
        unsafe { _mm512_storeu_si512(p.cast(), self.0) }
    }

    #[inline(always)]
    unsafe fn store_partial(self, p: *mut i32, n: usize) {
        if n < 16 {
            // SAFETY: the caller's promise, and the token's; masked-off lanes are not written.
            unsafe { _mm512_mask_storeu_epi32(p, head_mask(n), self.0) }
        } else {
            // SAFETY: the caller's promise.
            unsafe { self.store(p) }
        }
    }

    #[inline(always)]
    unsafe fn load_byte<B: Byte>(_: Avx512, p: *const B, n: usize) -> Self {
        // SAFETY: the caller's promise, and the token's: sixteen bytes, or `n`.
        let bytes = unsafe {
            if n < 16 { _mm_maskz_loadu_epi8(head_mask(n), p.cast()) } else { _mm_loadu_si128(p.cast()) }
        };
        Avx512I32(match B::LOWEST < 0 {
            true => proven!(_mm512_cvtepi8_epi32(bytes)),
            false => proven!(_mm512_cvtepu8_epi32(bytes)),
        })
    }

    #[inline(always)]
    unsafe fn store_byte<B: Byte>(self, p: *mut B, n: usize) {
        let arch = self.arch();
        let clamped = self.maximum(Self::splat(arch, B::LOWEST)).minimum(Self::splat(arch, B::HIGHEST));
        let bytes = proven!(_mm512_cvtepi32_epi8(clamped.0));
        // SAFETY: the caller's promise, and the token's: sixteen bytes, or `n`.
        unsafe {
            if n == 1 {
                // LLVM 22 turns the masked store of one byte of a vector that it has just
                // narrowed into a store of all four bytes of the lane.
                p.cast::<u8>().write(_mm_cvtsi128_si32(bytes) as u8);
            } else if n < 16 {
                _mm_mask_storeu_epi8(p.cast(), head_mask(n), bytes);
            } else {
                _mm_storeu_si128(p.cast(), bytes);
            }
        }
    }

    #[inline(always)]
    unsafe fn load_quads(arch: Avx512, p: *const u8, n: usize) -> Self {
        if n < 64 {
            // SAFETY: the caller's promise, and the token's; masked-off bytes are not read.
            Avx512I32(unsafe { _mm512_maskz_loadu_epi8((1 << n) - 1, p.cast()) })
        } else {
            // SAFETY: the caller's promise.
            unsafe { Self::load(arch, p.cast()) }
        }
    }

    #[inline(always)]
    fn maximum(self, other: Self) -> Self {
        Avx512I32(proven!(_mm512_max_epi32(self.0, other.0)))
    }

    #[inline(always)]
    fn minimum(self, other: Self) -> Self {
        Avx512I32(proven!(_mm512_min_epi32(self.0, other.0)))
    }

    #[inline(always)]
    fn abs(self) -> Self {
        Avx512I32(proven!(_mm512_abs_epi32(self.0)))
    }

    #[inline(always)]
    fn nibbles(self) -> (Self, Self) {
        let mask = Self::splat(self.arch(), 0x0f0f_0f0f);
        (self & mask, Avx512I32(proven!(_mm512_srli_epi16::<4>(self.0))) & mask)
    }

    #[inline(always)]
    fn to_f32(self) -> Avx512F32 {
        Avx512F32(proven!(_mm512_cvtepi32_ps(self.0)))
    }

    #[inline(always)]
    fn from_f32(x: Avx512F32) -> Self {
        Avx512I32(proven!(_mm512_cvttps_epi32(x.0)))
    }

    #[inline(always)]
    fn sum_rows<const N: usize>(rows: [Self; N]) -> Self {
        const { assert!(N == 16) };
        let mut columns = [rows[0]; 4];
        for (c, column) in columns.iter_mut().enumerate() {
            *column = quarters(halves(rows[c], rows[c + 4]), halves(rows[c + 8], rows[c + 12]));
        }
        let [a, b, c, d] = columns;
        sixteenths(eighths(a, b), eighths(c, d))
    }

    #[inline(always)]
    fn sum(self) -> i32 {
        proven!(_mm512_reduce_add_epi32(self.0))
    }
}

/// A step of the transposing additions, as those of `f32`: adds the halves of the blocks of
/// two vectors and leaves the sums of both in one.
macro_rules! step {
    ($($name:ident = $low:expr, $high:expr;)*) => {$(
        #[inline(always)]
        fn $name(a: Avx512I32, b: Avx512I32) -> Avx512I32 {
            Avx512I32(proven!($low(a.0, b.0))) + Avx512I32(proven!($high(a.0, b.0)))
        }
    )*};
}
step! {
    halves = _mm512_shuffle_i32x4::<0b01_00_01_00>, _mm512_shuffle_i32x4::<0b11_10_11_10>;
    quarters = _mm512_shuffle_i32x4::<0b10_00_10_00>, _mm512_shuffle_i32x4::<0b11_01_11_01>;
    eighths = _mm512_unpacklo_epi64, _mm512_unpackhi_epi64;
    sixteenths = evens, odds;
}

/// Even lanes of two vectors, in each quarter of the register by itself.
#[inline(always)]
unsafe fn evens(a: __m512i, b: __m512i) -> __m512i {
    proven!(_mm512_castps_si512(_mm512_shuffle_ps::<0b10_00_10_00>(
        _mm512_castsi512_ps(a),
        _mm512_castsi512_ps(b)
    )))
}

/// As [`evens`].
#[inline(always)]
unsafe fn odds(a: __m512i, b: __m512i) -> __m512i {
    proven!(_mm512_castps_si512(_mm512_shuffle_ps::<0b11_01_11_01>(
        _mm512_castsi512_ps(a),
        _mm512_castsi512_ps(b)
    )))
}
