//! Short rows that lie one after the other: their columns, and what stands beside them.

use core::arch::x86_64::*;

use super::{Avx2F32, Avx2F64};
use crate::arch::Axis;
use crate::arch::grid::Places;

/// Of rows of an odd number of elements: no two elements of a column are at the same place of their
/// vectors, so that they are chosen first, and then one permutation orders them all.
struct Odd<const D: usize>;

impl<const D: usize> Odd<D> {
    /// For each column and vector, a mask of the places that are the column's, of eight lanes.
    const CHOSEN: &'static [[[i32; 8]; D]; D] = &{
        let mut chosen = [[[0; 8]; D]; D];
        let mut entry = 0;
        while entry < 8 * D {
            let (first, at) = (entry % D, entry / D * D + entry % D);
            chosen[first][at / 8][at % 8] = -1;
            entry += 1;
        }
        chosen
    };
    /// For each column, the places of its elements, in order.
    const PLACES: &'static [[i32; 8]; D] = &{
        let mut places = [[0; 8]; D];
        let mut entry = 0;
        while entry < 8 * D {
            places[entry % D][entry / D] = (entry % 8) as i32;
            entry += 1;
        }
        places
    };
}

#[inline(always)]
fn loaded(of: &'static [i32; 8]) -> __m256i {
    // SAFETY: one vector; called where a token proves the level's features.
    unsafe { _mm256_loadu_si256(of.as_ptr().cast()) }
}

/// `Simd::strided`.
#[inline(always)]
pub fn strided_f32<const D: usize>(from: [Avx2F32; D], first: usize, filled: usize) -> Avx2F32 {
    let v = |i: usize| from[i].0;
    Avx2F32(match D {
        1 => v(0),
        2 => {
            let halves = match first {
                0 => proven!(_mm256_shuffle_ps::<0b10_00_10_00>(v(0), v(1))),
                _ => proven!(_mm256_shuffle_ps::<0b11_01_11_01>(v(0), v(1))),
            };
            let pairs = proven!(_mm256_castps_pd(halves));
            proven!(_mm256_castpd_ps(_mm256_permute4x64_pd::<0b11_01_10_00>(pairs)))
        }
        4 => {
            let [a, b] = match first {
                0 | 1 => proven!([_mm256_unpacklo_ps(v(0), v(1)), _mm256_unpacklo_ps(v(2), v(3))]),
                _ => proven!([_mm256_unpackhi_ps(v(0), v(1)), _mm256_unpackhi_ps(v(2), v(3))]),
            };
            let quads = match first {
                0 | 2 => proven!(_mm256_shuffle_ps::<0b01_00_01_00>(a, b)),
                _ => proven!(_mm256_shuffle_ps::<0b11_10_11_10>(a, b)),
            };
            proven!(_mm256_permutevar8x32_ps(quads, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7)))
        }
        _ => {
            debug_assert!(D % 2 == 1 && D < 8, "rows of {D}");
            let mut chosen = v(0);
            for (v, (next, mask)) in from.iter().zip(&Odd::<D>::CHOSEN[first]).enumerate() {
                if (1..filled).contains(&v) {
                    chosen = proven!(_mm256_blendv_ps(chosen, next.0, _mm256_castsi256_ps(loaded(mask))));
                }
            }
            proven!(_mm256_permutevar8x32_ps(chosen, loaded(&Odd::<D>::PLACES[first])))
        }
    })
}

/// `Simd::strided`.
#[inline(always)]
pub fn strided_f64<const D: usize>(from: [Avx2F64; D], first: usize, _filled: usize) -> Avx2F64 {
    let v = |i: usize| from[i].0;
    Avx2F64(match (D, first) {
        (1, _) => v(0),
        (2, 0) => proven!(_mm256_permute4x64_pd::<0b11_01_10_00>(_mm256_unpacklo_pd(v(0), v(1)))),
        (2, _) => proven!(_mm256_permute4x64_pd::<0b11_01_10_00>(_mm256_unpackhi_pd(v(0), v(1)))),
        (3, 0) => {
            let chosen = proven!(_mm256_blend_pd::<0b0010>(_mm256_blend_pd::<0b0100>(v(0), v(1)), v(2)));
            proven!(_mm256_permute4x64_pd::<0b01_10_11_00>(chosen))
        }
        (3, 1) => {
            let chosen = proven!(_mm256_blend_pd::<0b0100>(_mm256_blend_pd::<0b1001>(v(0), v(1)), v(2)));
            proven!(_mm256_permute4x64_pd::<0b10_11_00_01>(chosen))
        }
        (3, _) => {
            let chosen = proven!(_mm256_blend_pd::<0b1001>(_mm256_blend_pd::<0b0010>(v(0), v(1)), v(2)));
            proven!(_mm256_permute4x64_pd::<0b11_00_01_10>(chosen))
        }
        (4, _) => {
            let [a, b] = match first % 2 {
                0 => proven!([_mm256_unpacklo_pd(v(0), v(1)), _mm256_unpacklo_pd(v(2), v(3))]),
                _ => proven!([_mm256_unpackhi_pd(v(0), v(1)), _mm256_unpackhi_pd(v(2), v(3))]),
            };
            match first / 2 {
                0 => proven!(_mm256_permute2f128_pd::<0x20>(a, b)),
                _ => proven!(_mm256_permute2f128_pd::<0x31>(a, b)),
            }
        }
        _ => unreachable!("rows are no longer than a vector"),
    })
}

/// Lanes of 32 bits of one vector or two, at these places.
#[inline(always)]
fn picked(from: __m256, next: Option<__m256>, places: &'static [i32; 8]) -> __m256 {
    let places = loaded(places);
    let of = |v: __m256| proven!(_mm256_permutevar8x32_ps(v, places));
    match next {
        None => of(from),
        Some(next) => {
            let behind = proven!(_mm256_castsi256_ps(_mm256_cmpgt_epi32(places, _mm256_set1_epi32(7))));
            proven!(_mm256_blendv_ps(of(from), of(next), behind))
        }
    }
}

/// `Simd::grid`.
#[inline(always)]
pub fn grid_f32<const N: usize, const STEP: usize>(
    from: Avx2F32,
    next: Option<Avx2F32>,
    axis: Axis,
    v: usize,
    offset: usize,
) -> Avx2F32 {
    Avx2F32(picked(from.0, next.map(|next| next.0), Places::<N, STEP, 8, 8>::of(axis, v, offset)))
}

/// `Simd::grid`.
#[inline(always)]
pub fn grid_f64<const N: usize, const STEP: usize>(
    from: Avx2F64,
    next: Option<Avx2F64>,
    axis: Axis,
    v: usize,
    offset: usize,
) -> Avx2F64 {
    let words = |v: Avx2F64| proven!(_mm256_castpd_ps(v.0));
    let picked = picked(words(from), next.map(words), Places::<N, STEP, 4, 8>::of(axis, v, offset));
    Avx2F64(proven!(_mm256_castps_pd(picked)))
}
