//! Elements of `bf16` and `f32`, widened as they are loaded.

use core::arch::x86_64::*;

use half::bf16;

use super::{Avx2, Avx2F32, Avx2F64};
use crate::arch::integer::load_head;
use crate::arch::{Arch, Simd};

/// The first `n` lanes; all of them where `n >= 8`.
///
/// # Safety
/// As [`Simd::load_bf16`](crate::arch::Simd::load_bf16), at this level.
#[inline(always)]
pub(super) unsafe fn load_bf16(p: *const bf16, n: usize) -> Avx2F32 {
    let p = p.cast::<u8>();
    // SAFETY: the caller's promise: sixteen bytes, or `2 * n`, of which the first eight come
    // first; the features are the level's.
    unsafe {
        let halves = match n {
            8.. => _mm_loadu_si128(p.cast()),
            5..8 => {
                let low = _mm_loadl_epi64(p.cast());
                _mm_unpacklo_epi64(low, _mm_cvtsi64_si128(load_head(p.add(8), 2 * n - 8).cast_signed()))
            }
            4 => _mm_loadl_epi64(p.cast()),
            _ => _mm_cvtsi64_si128(load_head(p, 2 * n).cast_signed()),
        };
        // Twice the same comes from memory at no cost, and one shuffle within either half does
        // the rest; integers would be widened and shifted.
        let twice = _mm256_broadcastsi128_si256(halves);
        Avx2F32(_mm256_castsi256_ps(_mm256_shuffle_epi8(twice, _mm256_loadu_si256(UPPER.as_ptr().cast()))))
    }
}

/// Four elements to the upper halves of the lanes of each half of a register, zeros below.
const UPPER: &[i8; 32] = &[
    -1, -1, 0, 1, -1, -1, 2, 3, -1, -1, 4, 5, -1, -1, 6, 7, -1, -1, 8, 9, -1, -1, 10, 11, -1, -1, 12, 13, -1,
    -1, 14, 15,
];

/// The first `n` lanes of `f64`; all of them where `n >= 4`.
///
/// # Safety
/// As [`Simd::load_f32`](crate::arch::Simd::load_f32), at this level.
#[inline(always)]
pub(super) unsafe fn load_f32(p: *const f32, n: usize) -> Avx2F64 {
    // SAFETY: the caller's promise: sixteen bytes, or those of `n` lanes; the features are the
    // level's.
    unsafe {
        if n >= 4 {
            return Avx2F64(_mm256_cvtps_pd(_mm_loadu_ps(p)));
        }
        let head = Avx2F32::load_partial(Avx2::assume(), p, n);
        Avx2F64(_mm256_cvtps_pd(_mm256_castps256_ps128(head.0)))
    }
}
