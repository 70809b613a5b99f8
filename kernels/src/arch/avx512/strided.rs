//! Short rows that lie one after the other: their columns, and what stands beside them.

use core::arch::x86_64::*;

use super::{Avx512F32, Avx512F64};
use crate::arch::Axis;
use crate::arch::grid::Places;

macro_rules! strided {
    ($strided:ident: $vector:ident = $lanes:literal lanes, $index:ident $permute:ident) => {
        /// `Simd::strided`.
        #[inline(always)]
        pub fn $strided<const D: usize>(from: [$vector; D], first: usize, filled: usize) -> $vector {
            /// For each column, what each vector but the first adds to those before it: of the
            /// lanes of both, the vector's behind the others, the places of the column's elements.
            struct Places<const D: usize>;

            impl<const D: usize> Places<D> {
                const OF: &'static [[[$index; $lanes]; D]; D] = &{
                    let mut places = [[[0; $lanes]; D]; D];
                    let mut entry = 0;
                    while entry < D * D * $lanes {
                        let (first, v, l) = (entry / $lanes / D, entry / $lanes % D, entry % $lanes);
                        let at = l * D + first;
                        let place = match at / $lanes {
                            from if from == v => $lanes + at % $lanes,
                            0 if v == 1 => at,
                            _ => l,
                        };
                        places[first][v][l] = place as $index;
                        entry += 1;
                    }
                    places
                };
            }
            let pick = |a, places: &'static [$index; $lanes], b| {
                proven!($permute(a, _mm512_loadu_si512(places.as_ptr().cast()), b))
            };
            if D == 4 {
                // Two of four, and of these every other one: two thirds of the permutations.
                let of = |n: usize, v: [_; 2]| pick(v[0], &Places::<2>::OF[n][1], v[1]);
                let low = of(first % 2, [from[0].0, from[1].0]);
                let high = if filled > 2 { of(first % 2, [from[2].0, from[3].0]) } else { low };
                return $vector(of(first / 2, [low, high]));
            }
            let mut strided = from[0].0;
            // The second vector's numbers are those of the first one, too.
            for (v, (next, places)) in from.iter().zip(&Places::<D>::OF[first]).enumerate() {
                if (1..filled.max(2)).contains(&v) {
                    strided = pick(strided, places, next.0);
                }
            }
            $vector(strided)
        }
    };
}
strided!(strided_f32: Avx512F32 = 16 lanes, i32 _mm512_permutex2var_ps);
strided!(strided_f64: Avx512F64 = 8 lanes, i64 _mm512_permutex2var_pd);

/// Lanes of 32 bits of one vector or two, at these places.
#[inline(always)]
fn picked(from: __m512, next: Option<__m512>, places: &'static [i32; 16]) -> __m512 {
    let places = proven!(_mm512_loadu_si512(places.as_ptr().cast()));
    match next {
        None => proven!(_mm512_permutexvar_ps(places, from)),
        Some(next) => proven!(_mm512_permutex2var_ps(from, places, next)),
    }
}

/// `Simd::grid`.
#[inline(always)]
pub fn grid_f32<const N: usize, const STEP: usize>(
    from: Avx512F32,
    next: Option<Avx512F32>,
    axis: Axis,
    v: usize,
    offset: usize,
) -> Avx512F32 {
    Avx512F32(picked(from.0, next.map(|next| next.0), Places::<N, STEP, 16, 16>::of(axis, v, offset)))
}

/// `Simd::grid`.
#[inline(always)]
pub fn grid_f64<const N: usize, const STEP: usize>(
    from: Avx512F64,
    next: Option<Avx512F64>,
    axis: Axis,
    v: usize,
    offset: usize,
) -> Avx512F64 {
    let words = |v: Avx512F64| proven!(_mm512_castpd_ps(v.0));
    let picked = picked(words(from), next.map(words), Places::<N, STEP, 8, 16>::of(axis, v, offset));
    Avx512F64(proven!(_mm512_castps_pd(picked)))
}
