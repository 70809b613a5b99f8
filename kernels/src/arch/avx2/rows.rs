//! Two rows in one vector, each in a half of it.

use core::arch::x86_64::*;

use super::{Avx2, Avx2F32, Avx2F64, mix_f64, quad_f32, transpose_f32, transpose_f64};
use crate::arch::Simd;

/// The first `n <= 4` elements. Masks would take longer, and a load after such a store would wait.
///
/// # Safety
/// `p` points to `n` readable elements; the processor has the level's features.
#[inline(always)]
pub unsafe fn load_f32(p: *const f32, n: usize) -> __m128 {
    // SAFETY: the caller's promise.
    unsafe {
        match n {
            0 => _mm_setzero_ps(),
            1 => _mm_load_ss(p),
            2 => _mm_castpd_ps(_mm_load_sd(p.cast())),
            3 => _mm_movelh_ps(_mm_castpd_ps(_mm_load_sd(p.cast())), _mm_load_ss(p.add(2))),
            _ => _mm_loadu_ps(p),
        }
    }
}

/// The counterpart of [`load_f32`].
///
/// # Safety
/// `p` points to `n` writable elements; the processor has the level's features.
#[inline(always)]
pub unsafe fn store_f32(p: *mut f32, v: __m128, n: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        match n {
            0 => {}
            1 => _mm_store_ss(p, v),
            2 => _mm_store_sd(p.cast(), _mm_castps_pd(v)),
            3 => {
                _mm_store_sd(p.cast(), _mm_castps_pd(v));
                _mm_store_ss(p.add(2), _mm_movehl_ps(v, v));
            }
            _ => _mm_storeu_ps(p, v),
        }
    }
}

/// As [`load_f32`], `n <= 2`.
///
/// # Safety
/// As [`load_f32`].
#[inline(always)]
pub unsafe fn load_f64(p: *const f64, n: usize) -> __m128d {
    // SAFETY: the caller's promise.
    unsafe {
        match n {
            0 => _mm_setzero_pd(),
            1 => _mm_load_sd(p),
            _ => _mm_loadu_pd(p),
        }
    }
}

/// As [`store_f32`], `n <= 2`.
///
/// # Safety
/// As [`store_f32`].
#[inline(always)]
pub unsafe fn store_f64(p: *mut f64, v: __m128d, n: usize) {
    // SAFETY: the caller's promise.
    unsafe {
        match n {
            0 => {}
            1 => _mm_store_sd(p, v),
            _ => _mm_storeu_pd(p, v),
        }
    }
}

/// `Simd::load_each`.
///
/// # Safety
/// As there.
#[inline(always)]
pub unsafe fn load_each_f32(arch: Avx2, p: *const f32, s: usize, rows: usize) -> Avx2F32 {
    debug_assert_eq!(s, 4);
    // SAFETY: the caller's promise, and the token's.
    unsafe {
        match rows {
            1 => Avx2F32::splat(arch, *p),
            _ => {
                let pairs = _mm256_castpd_ps(_mm256_set1_pd(p.cast::<f64>().read_unaligned()));
                Avx2F32(_mm256_permutevar_ps(pairs, _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1)))
            }
        }
    }
}

/// `Simd::load_each`.
///
/// # Safety
/// As there.
#[inline(always)]
pub unsafe fn load_each_f64(arch: Avx2, p: *const f64, s: usize, rows: usize) -> Avx2F64 {
    debug_assert_eq!(s, 2);
    // SAFETY: the caller's promise, and the token's.
    unsafe {
        match rows {
            1 => Avx2F64::splat(arch, *p),
            _ => Avx2F64(_mm256_permute_pd::<0b1100>(_mm256_set_m128d(_mm_loadu_pd(p), _mm_loadu_pd(p)))),
        }
    }
}

/// `Simd::spread`.
#[inline(always)]
pub fn spread_f32(v: Avx2F32, s: usize, t: usize) -> Avx2F32 {
    debug_assert_eq!(s, 4);
    Avx2F32(proven!(_mm256_permutevar_ps(v.0, _mm256_set1_epi32(t as i32))))
}

/// `Simd::spread`.
#[inline(always)]
pub fn spread_f64(v: Avx2F64, s: usize, t: usize) -> Avx2F64 {
    debug_assert_eq!(s, 2);
    // The second bit chooses.
    Avx2F64(proven!(_mm256_permutevar_pd(v.0, _mm256_set1_epi64x((t as i64) << 1))))
}

/// `Simd::rotate`.
#[inline(always)]
pub fn rotate_f32(v: Avx2F32, s: usize, by: usize) -> Avx2F32 {
    let from = |l: usize| (l / s * s + (l % s + by) % s) as i32;
    let [a, b, c, d] = [from(0), from(1), from(2), from(3)];
    let [e, f, g, h] = [from(4), from(5), from(6), from(7)];
    let from = proven!(_mm256_setr_epi32(a, b, c, d, e, f, g, h));
    Avx2F32(if s == 4 {
        proven!(_mm256_permutevar_ps(v.0, from))
    } else {
        proven!(_mm256_permutevar8x32_ps(v.0, from))
    })
}

/// `Simd::rotate`: as pairs of 32 bits.
#[inline(always)]
pub fn rotate_f64(v: Avx2F64, s: usize, by: usize) -> Avx2F64 {
    let pairs = Avx2F32(proven!(_mm256_castpd_ps(v.0)));
    Avx2F64(proven!(_mm256_castps_pd(rotate_f32(pairs, 2 * s, 2 * by).0)))
}

/// `Simd::turn_parts`.
#[inline(always)]
pub fn turn_parts_f32<const S: usize>(mut rows: [Avx2F32; S]) -> [Avx2F32; S] {
    if S == Avx2F32::LANES {
        return transpose_f32(rows);
    }
    for (row, turned) in quad_f32(rows[0], rows[1], rows[2], rows[3]).into_iter().enumerate() {
        rows[row] = turned;
    }
    rows
}

/// `Simd::turn_parts`.
#[inline(always)]
pub fn turn_parts_f64<const S: usize>(mut rows: [Avx2F64; S]) -> [Avx2F64; S] {
    if S == Avx2F64::LANES {
        return transpose_f64(rows);
    }
    (rows[0], rows[1]) = mix_f64(rows[0], rows[1]);
    rows
}

macro_rules! rows {
    (
        $vector:ident of $elem:ident, load: $load:ident, store: $store:ident $store_head:ident,
        $load_part:ident $store_part:ident $low:ident $widen:ident $insert:ident $extract:ident
    ) => {
        /// `Simd::load_rows`.
        ///
        /// # Safety
        /// As there.
        #[inline(always)]
        pub unsafe fn $load(
            arch: Avx2,
            p: *const $elem,
            stride: usize,
            s: usize,
            rows: usize,
            n: usize,
        ) -> $vector {
            debug_assert_eq!(2 * s, $vector::LANES);
            // SAFETY: the caller's promise, and the token's.
            unsafe {
                if stride == n && n == s && rows > 1 {
                    return $vector::load(arch, p);
                }
                // With what follows in the second row, all of the first part.
                let runs_on = stride == n && rows > 1 && s <= 2 * n;
                let first = $load_part(p, if runs_on { s } else { n });
                $vector(if stride == 0 {
                    $insert::<1>($widen(first), first)
                } else if rows > 1 {
                    $insert::<1>($widen(first), $load_part(p.add(stride), n))
                } else {
                    $widen(first)
                })
            }
        }

        /// `Simd::store_rows`.
        ///
        /// # Safety
        /// As there.
        #[inline(always)]
        pub unsafe fn $store(v: $vector, p: *mut $elem, stride: usize, s: usize, rows: usize, n: usize) {
            // SAFETY: the caller's promise, and the token's.
            unsafe {
                if n == s && stride == n && rows > 1 {
                    return v.store(p);
                }
                // All of the first part, where the second row overwrites what is too much.
                let runs_on = stride == n && rows > 1 && s <= 2 * n;
                $store_part(p, $low(v.0), if runs_on { s } else { n });
                if rows > 1 {
                    $store_part(p.add(stride), $extract::<1>(v.0), n);
                }
            }
        }

        /// `Simd::store_head`: a masked store takes some ten cycles on AMD's processors before Zen 5.
        ///
        /// # Safety
        /// As there.
        #[inline(always)]
        pub unsafe fn $store_head(v: $vector, p: *mut $elem, n: usize) {
            const HALF: usize = $vector::LANES / 2;
            // SAFETY: the caller's promise, and the token's.
            unsafe {
                if n >= $vector::LANES {
                    return v.store(p);
                }
                $store_part(p, $low(v.0), n.min(HALF));
                if n > HALF {
                    $store_part(p.add(HALF), $extract::<1>(v.0), n - HALF);
                }
            }
        }
    };
}

rows! {
    Avx2F32 of f32, load: load_rows_f32, store: store_rows_f32 store_head_f32,
    load_f32 store_f32 _mm256_castps256_ps128 _mm256_zextps128_ps256 _mm256_insertf128_ps _mm256_extractf128_ps
}

rows! {
    Avx2F64 of f64, load: load_rows_f64, store: store_rows_f64 store_head_f64,
    load_f64 store_f64 _mm256_castpd256_pd128 _mm256_zextpd128_pd256 _mm256_insertf128_pd _mm256_extractf128_pd
}
