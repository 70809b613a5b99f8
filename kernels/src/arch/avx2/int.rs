//! 256-bit vectors of `i32`.

use core::arch::x86_64::*;

use super::{Avx2, Avx2F32, HEAD_32};
use crate::Byte;
use crate::arch::Int;
use crate::arch::integer::{load_head, store_head};

/// Eight `i32`.
///
/// ```
/// use kernels::arch::{Avx2I32, Int};
/// assert_eq!(Avx2I32::LANES, 8);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Avx2I32(pub(super) __m256i);

integer_operators!(Avx2I32: Add add _mm256_add_epi32, Sub sub _mm256_sub_epi32, Mul mul _mm256_mullo_epi32, BitAnd bitand _mm256_and_si256, BitXor bitxor _mm256_xor_si256; Neg _mm256_setzero_si256 _mm256_sub_epi32);

/// The first `n` lanes.
#[inline(always)]
fn head_mask(n: usize) -> __m256i {
    let start = 8 - n.min(8);
    // SAFETY: `start..start + 8` is inside the table; the rest as in `proven`.
    unsafe { _mm256_loadu_si256(HEAD_32.as_ptr().add(start).cast()) }
}

/// Lane `n` only, `n < 8`.
#[inline(always)]
fn lane_mask(n: usize) -> __m256i {
    proven!(_mm256_andnot_si256(head_mask(n), head_mask(n + 1)))
}

impl Int for Avx2I32 {
    type Arch = Avx2;
    const LANES: usize = 8;

    #[inline(always)]
    fn arch(self) -> Avx2 {
        Avx2(())
    }

    #[inline(always)]
    fn splat(_: Avx2, x: i32) -> Self {
        Avx2I32(proven!(_mm256_set1_epi32(x)))
    }

    #[inline(always)]
    unsafe fn load(_: Avx2, p: *const i32) -> Self {
        // SAFETY: the caller's promise, and the token's.
        Avx2I32(unsafe { _mm256_loadu_si256(p.cast()) })
    }

    #[inline(always)]
    unsafe fn load_partial(arch: Avx2, p: *const i32, n: usize) -> Self {
        match n {
            0 => Self::splat(arch, 0),
            // SAFETY: the caller's promise, and the token's; masked-off lanes are not read.
            1..8 => Avx2I32(unsafe { _mm256_maskload_epi32(p, head_mask(n)) }),
            // SAFETY: the caller's promise.
            _ => unsafe { Self::load(arch, p) },
        }
    }

    #[inline(always)]
    unsafe fn store(self, p: *mut i32) {
        // SAFETY: the caller's promise, and the token's.
        unsafe { _mm256_storeu_si256(p.cast(), self.0) }
    }

    #[inline(always)]
    unsafe fn store_partial(self, p: *mut i32, n: usize) {
        match n {
            0 => {}
            // SAFETY: the caller's promise, and the token's; masked-off lanes are not written.
            1..8 => unsafe { _mm256_maskstore_epi32(p, head_mask(n), self.0) },
            // SAFETY: the caller's promise.
            _ => unsafe { self.store(p) },
        }
    }

    #[inline(always)]
    unsafe fn load_byte<B: Byte>(_: Avx2, p: *const B, n: usize) -> Self {
        // SAFETY: the caller's promise, and the token's: eight bytes, or `n`.
        let bytes = unsafe {
            if n < 8 {
                _mm_cvtsi64_si128(load_head(p.cast(), n).cast_signed())
            } else {
                _mm_loadl_epi64(p.cast())
            }
        };
        Avx2I32(match B::LOWEST < 0 {
            true => proven!(_mm256_cvtepi8_epi32(bytes)),
            false => proven!(_mm256_cvtepu8_epi32(bytes)),
        })
    }

    #[inline(always)]
    unsafe fn store_byte<B: Byte>(self, p: *mut B, n: usize) {
        let arch = self.arch();
        let clamped = self.maximum(Self::splat(arch, B::LOWEST)).minimum(Self::splat(arch, B::HIGHEST));
        // The lowest byte of each lane, in each half of the register by itself.
        let bytes = proven!({
            let picked = _mm256_shuffle_epi8(clamped.0, _mm256_set1_epi32(0x0c08_0400));
            _mm_unpacklo_epi32(_mm256_castsi256_si128(picked), _mm256_extracti128_si256::<1>(picked))
        });
        // SAFETY: the caller's promise, and the token's: eight bytes, or `n`.
        unsafe {
            if n < 8 {
                store_head(_mm_cvtsi128_si64(bytes).cast_unsigned(), p.cast(), n);
            } else {
                _mm_storel_epi64(p.cast(), bytes);
            }
        }
    }

    #[inline(always)]
    unsafe fn load_quads(arch: Avx2, p: *const u8, n: usize) -> Self {
        if n >= 32 {
            // SAFETY: the caller's promise.
            return unsafe { Self::load(arch, p.cast()) };
        }
        // SAFETY: the caller's promise: the lanes that are whole, and what is left of one.
        let (whole, rest) = unsafe {
            let rest = load_head(p.wrapping_add(n / 4 * 4), n % 4);
            (Self::load_partial(arch, p.cast(), n / 4), Self::splat(arch, rest as i32))
        };
        Avx2I32(proven!(_mm256_or_si256(whole.0, _mm256_and_si256(rest.0, lane_mask(n / 4)))))
    }

    #[inline(always)]
    fn maximum(self, other: Self) -> Self {
        Avx2I32(proven!(_mm256_max_epi32(self.0, other.0)))
    }

    #[inline(always)]
    fn minimum(self, other: Self) -> Self {
        Avx2I32(proven!(_mm256_min_epi32(self.0, other.0)))
    }

    #[inline(always)]
    fn abs(self) -> Self {
        Avx2I32(proven!(_mm256_abs_epi32(self.0)))
    }

    #[inline(always)]
    fn nibbles(self) -> (Self, Self) {
        let mask = Self::splat(self.arch(), 0x0f0f_0f0f);
        (self & mask, Avx2I32(proven!(_mm256_srli_epi16::<4>(self.0))) & mask)
    }

    #[inline(always)]
    fn to_f32(self) -> Avx2F32 {
        Avx2F32(proven!(_mm256_cvtepi32_ps(self.0)))
    }

    #[inline(always)]
    fn from_f32(x: Avx2F32) -> Self {
        Avx2I32(proven!(_mm256_cvttps_epi32(x.0)))
    }

    #[inline(always)]
    fn sum_rows<const N: usize>(rows: [Self; N]) -> Self {
        const { assert!(N == 8) };
        let low = quarters(halves(rows[0], rows[4]), halves(rows[1], rows[5]));
        let high = quarters(halves(rows[2], rows[6]), halves(rows[3], rows[7]));
        eighths(low, high)
    }

    #[inline(always)]
    fn sum(self) -> i32 {
        proven!({
            let half = _mm_add_epi32(_mm256_castsi256_si128(self.0), _mm256_extracti128_si256::<1>(self.0));
            let quarter = _mm_add_epi32(half, _mm_unpackhi_epi64(half, half));
            _mm_cvtsi128_si32(_mm_add_epi32(quarter, _mm_shuffle_epi32::<1>(quarter)))
        })
    }
}

/// A step of the transposing additions, as those of `f32`.
#[inline(always)]
fn halves(a: Avx2I32, b: Avx2I32) -> Avx2I32 {
    Avx2I32(proven!(_mm256_permute2x128_si256::<0x20>(a.0, b.0)))
        + Avx2I32(proven!(_mm256_permute2x128_si256::<0x31>(a.0, b.0)))
}

/// As [`halves`], of pairs in each half.
#[inline(always)]
fn quarters(a: Avx2I32, b: Avx2I32) -> Avx2I32 {
    Avx2I32(proven!(_mm256_unpacklo_epi64(a.0, b.0))) + Avx2I32(proven!(_mm256_unpackhi_epi64(a.0, b.0)))
}

/// As [`halves`], of neighbours.
#[inline(always)]
fn eighths(a: Avx2I32, b: Avx2I32) -> Avx2I32 {
    Avx2I32(proven!(_mm256_hadd_epi32(a.0, b.0)))
}
