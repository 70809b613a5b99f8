//! Elements of `bf16`, widened as they are loaded.

use core::arch::x86_64::*;

use half::bf16;

use super::Avx512F32;

/// The first `n` lanes; all of them where `n >= 16`.
///
/// # Safety
/// As [`Simd::load_bf16`](crate::arch::Simd::load_bf16), at this level.
#[inline(always)]
pub(super) unsafe fn load_bf16(p: *const bf16, n: usize) -> Avx512F32 {
    // SAFETY: the caller's promise: sixteen elements, or `n`; masked-off ones are not read.
    // The features are the level's.
    unsafe {
        let halves = if n < 16 {
            _mm256_maskz_loadu_epi16(Avx512F32::head_mask(n), p.cast())
        } else {
            _mm256_loadu_si256(p.cast())
        };
        let idx = _mm512_set_epi16(
            15, 0, 14, 0, 13, 0, 12, 0, 11, 0, 10, 0, 9, 0, 8, 0, 7, 0, 6, 0, 5, 0, 4, 0, 3, 0, 2, 0, 1, 0,
            0, 0,
        );
        Avx512F32(_mm512_castsi512_ps(_mm512_maskz_permutexvar_epi16(
            0xAAAA_AAAA,
            idx,
            _mm512_castsi256_si512(halves),
        )))
    }
}
