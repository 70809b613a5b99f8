//! Elements of `bf16` and `f32`, widened as they are loaded.

use core::arch::x86_64::*;

use half::bf16;

use super::{Avx512F32, Avx512F64};

/// Where the words of a register come from: element `i` to both words of lane `i`.
const LANES: &[u16; 32] = &[
    0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 15,
    15,
];

/// The first `n` lanes; all of them where `n >= 16`.
///
/// One permutation that leaves out the lower words: widening as integers and a shift are two
/// instructions, for the same units.
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
        let (from, halves) = (_mm512_loadu_si512(LANES.as_ptr().cast()), _mm512_castsi256_si512(halves));
        Avx512F32(_mm512_castsi512_ps(_mm512_maskz_permutexvar_epi16(upper_words(), from, halves)))
    }
}

/// A bit for the upper word of each lane. Hidden from the compiler, which would make a
/// permutation of two registers of it, one of them zero, and clear that each time.
#[inline]
#[target_feature(enable = "avx512bw")]
fn upper_words() -> __mmask32 {
    let mut mask = 0xaaaa_aaaa;
    // SAFETY: no instruction, and no effect besides hiding where the value came from.
    unsafe {
        core::arch::asm!("/* {0} */", inout(kreg) mask, options(pure, nomem, nostack, preserves_flags))
    };
    mask
}

/// The first `n` lanes of `f64`; all of them where `n >= 8`.
///
/// # Safety
/// As [`Simd::load_f32`](crate::arch::Simd::load_f32), at this level.
#[inline(always)]
pub(super) unsafe fn load_f32(p: *const f32, n: usize) -> Avx512F64 {
    // SAFETY: the caller's promise: eight elements, or `n`; masked-off ones are not read.
    // The features are the level's.
    unsafe {
        let singles = match n {
            // A masked load of nothing is slow where there is no memory.
            0 => _mm256_setzero_ps(),
            1..8 => _mm256_maskz_loadu_ps((1 << n) - 1, p),
            _ => _mm256_loadu_ps(p),
        };
        Avx512F64(_mm512_cvtps_pd(singles))
    }
}
