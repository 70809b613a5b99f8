//! Several rows in one vector: each in a quarter or a half of it.

use core::arch::x86_64::*;

use super::{Avx512, Avx512F32, Avx512F64, mix_f64, quad_f32};
use crate::arch::Simd;
use crate::arch::avx2::rows::{load_f32, load_f64, store_f32, store_f64};

/// Where the lanes come from when rows and their elements move: for parts of a quarter, of a half
/// and of all of the lanes, and for each number. Constants rather than statics, because the compiler
/// folds a load from them in every crate.
macro_rules! tables {
    ($tables:ident: $lanes:literal lanes, $index:ident, $known:ident $loaded:ident $set:ident $($n:literal)*) => {
        mod $tables {
            type Tables = [[[$index; $lanes]; $lanes + 1]; 3];

            /// What a table is for.
            enum Move {
                Apart,
                Together,
                Rotate,
                First,
                Each,
            }

            /// For each part of `s` lanes and number `n`, where lane `l` comes from.
            const fn tables(by: Move) -> Tables {
                let mut tables = [[[0; $lanes]; $lanes + 1]; 3];
                let mut entry = 0;
                while entry < 3 * $lanes * $lanes {
                    let (l, n, h) = (entry % $lanes, entry / $lanes % $lanes + 1, entry / $lanes / $lanes);
                    let s = [$lanes / 4, $lanes / 2, $lanes][h];
                    let from = match by {
                        Move::Apart => l / s * n + l % s,
                        Move::Together => l / n * s + l % n,
                        Move::Rotate => l / s * s + (l + n) % s,
                        Move::First => l / s * s,
                        Move::Each => l / s,
                    };
                    // Past the last element a number may be too large: its lowest bits count.
                    tables[h][n][l] = from as $index;
                    entry += 1;
                }
                tables
            }

            /// The tables for parts of `s` lanes.
            #[inline(always)]
            pub const fn of(tables: &Tables, s: usize) -> &[[$index; $lanes]; $lanes + 1] {
                &tables[s / ($lanes / 4) / 2]
            }

            /// Rows of `n` elements move to their parts.
            pub const APART: &Tables = &tables(Move::Apart);
            /// They move back.
            pub const TOGETHER: &Tables = &tables(Move::Together);
            /// Lane `n` of each part becomes its first one, and those before it its last ones.
            pub const ROTATE: &Tables = &tables(Move::Rotate);
            /// The first lane of each part moves to all of its lanes, whatever `n`.
            pub const FIRST: &Tables = &tables(Move::First);
            /// The first lanes move to all lanes of a part each, whatever `n`.
            pub const EACH: &Tables = &tables(Move::Each);
        }

        /// A vector of numbers that the compiler knows, and so the permutation that it makes of
        /// them: within quarters that is one shuffle without a vector of numbers.
        #[inline(always)]
        fn $known(of: &[$index; $lanes]) -> __m512i {
            proven!($set($(of[$n]),*))
        }

        /// A vector of numbers that is loaded: what the compiler makes of a permutation that it
        /// knows may be several. (It folds no load of 64 bytes.)
        #[inline(always)]
        fn $loaded(of: &'static [$index; $lanes]) -> __m512i {
            // SAFETY: one vector; called where a token proves the level's features.
            unsafe { _mm512_loadu_si512(of.as_ptr().cast()) }
        }
    };
}
tables!(tables_f32: 16 lanes, i32, known_f32 loaded_f32 _mm512_setr_epi32 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15);
tables!(tables_f64: 8 lanes, i64, known_f64 loaded_f64 _mm512_setr_epi64 0 1 2 3 4 5 6 7);

/// The even quarters of two vectors by turns, and the odd ones.
#[inline(always)]
fn mix_quarters_f64(a: Avx512F64, b: Avx512F64) -> (Avx512F64, Avx512F64) {
    let even = proven!(_mm512_setr_epi64(0, 1, 8, 9, 4, 5, 12, 13));
    let odd = proven!(_mm512_setr_epi64(2, 3, 10, 11, 6, 7, 14, 15));
    (
        Avx512F64(proven!(_mm512_permutex2var_pd(a.0, even, b.0))),
        Avx512F64(proven!(_mm512_permutex2var_pd(a.0, odd, b.0))),
    )
}

/// As [`mix_quarters_f64`].
#[inline(always)]
fn mix_quarters_f32(a: Avx512F32, b: Avx512F32) -> (Avx512F32, Avx512F32) {
    let (a, b) = (proven!(_mm512_castps_pd(a.0)), proven!(_mm512_castps_pd(b.0)));
    let (even, odd) = mix_quarters_f64(Avx512F64(a), Avx512F64(b));
    (Avx512F32(proven!(_mm512_castpd_ps(even.0))), Avx512F32(proven!(_mm512_castpd_ps(odd.0))))
}

/// `Simd::turn_parts`: quarters, and those of halves once more.
#[inline(always)]
pub fn turn_parts_f32<const S: usize>(mut rows: [Avx512F32; S]) -> [Avx512F32; S] {
    let [a, b, c, d] = quad_f32(rows[0], rows[1], rows[2], rows[3]);
    if S == 4 {
        (rows[0], rows[1], rows[2], rows[3]) = (a, b, c, d);
    } else {
        let [e, f, g, h] = quad_f32(rows[4], rows[5], rows[6], rows[7]);
        (rows[0], rows[4]) = mix_quarters_f32(a, e);
        (rows[1], rows[5]) = mix_quarters_f32(b, f);
        (rows[2], rows[6]) = mix_quarters_f32(c, g);
        (rows[3], rows[7]) = mix_quarters_f32(d, h);
    }
    rows
}

/// As [`turn_parts_f32`].
#[inline(always)]
pub fn turn_parts_f64<const S: usize>(mut rows: [Avx512F64; S]) -> [Avx512F64; S] {
    let (a, b) = mix_f64(rows[0], rows[1]);
    if S == 2 {
        (rows[0], rows[1]) = (a, b);
    } else {
        let (c, d) = mix_f64(rows[2], rows[3]);
        (rows[0], rows[2]) = mix_quarters_f64(a, c);
        (rows[1], rows[3]) = mix_quarters_f64(b, d);
    }
    rows
}

macro_rules! rows {
    (
        $vector:ident = $lanes:literal * $elem:ident, index: $index:ident in $tables:ident, $splat:ident $known:ident $loaded:ident,
        load: $load:ident $load_each:ident, $spread:ident $rotate:ident, store: $store:ident, $permute:ident
        few: $load_few:ident $store_few:ident $load_last:ident $store_last:ident $widen_low:ident $insert_low:ident
        low: $low4:ident $extract4:ident $low2:ident $store2:ident
        quarter: $load4:ident $maskload4:ident $widen4:ident $insert4:ident $repeat4:ident
        half: $load2:ident $maskload2:ident $widen2:ident $insert2:ident $repeat2:ident
    ) => {
        /// The first `n` elements, in two pieces at most and without a mask where it can be: a
        /// masked load waits for a store to the same place until it is in the cache.
        ///
        /// # Safety
        /// `p` points to `n` readable elements; `arch` is the token.
        #[inline(always)]
        unsafe fn $load_few(arch: Avx512, p: *const $elem, n: usize) -> $vector {
            const Q: usize = $lanes / 4;
            // SAFETY: the caller's promise, and the token's.
            unsafe {
                if n <= Q {
                    $vector($widen4($load_last(p, n)))
                } else if n < 2 * Q {
                    let low = $insert_low::<1>($widen_low($load4(p)), $load_last(p.add(Q), n - Q));
                    $vector($widen2(low))
                } else if n == 2 * Q {
                    $vector($widen2($load2(p)))
                } else if n <= 3 * Q {
                    $vector($insert4::<2>($widen2($load2(p)), $load_last(p.add(2 * Q), n - 2 * Q)))
                } else {
                    $vector::load_partial(arch, p, n)
                }
            }
        }

        /// The counterpart of the above.
        ///
        /// # Safety
        /// `p` points to `n` writable elements.
        #[inline(always)]
        unsafe fn $store_few(v: $vector, p: *mut $elem, n: usize) {
            const Q: usize = $lanes / 4;
            // SAFETY: the caller's promise, and the token's.
            unsafe {
                if n <= Q {
                    $store_last(p, $low4(v.0), n);
                } else if n < 2 * Q {
                    $store_last(p, $low4(v.0), Q);
                    $store_last(p.add(Q), $extract4::<1>(v.0), n - Q);
                } else if n <= 3 * Q {
                    $store2(p, $low2(v.0));
                    $store_last(p.add(2 * Q), $extract4::<2>(v.0), n - 2 * Q);
                } else {
                    v.store_partial(p, n);
                }
            }
        }

        /// `Simd::load_rows`.
        ///
        /// # Safety
        /// As there.
        #[inline(always)]
        pub unsafe fn $load(
            arch: Avx512,
            p: *const $elem,
            stride: usize,
            s: usize,
            rows: usize,
            n: usize,
        ) -> $vector {
            // SAFETY: the caller's promise, and the token's; masked-off lanes are not read.
            unsafe {
                if stride == n {
                    // One load for all rows, then each to its place.
                    let v = $load_few(arch, p, rows * n);
                    if n == s {
                        return v;
                    }
                    let from = $known(&$tables::of($tables::APART, s)[n]);
                    return $vector($permute(from, v.0));
                }
                let mask = ((1_usize << n) - 1) as __mmask8;
                macro_rules! piece {
                    ($plain:ident $masked:ident $row:literal) => {
                        if n == s { $plain(p.add($row * stride)) } else { $masked(mask, p.add($row * stride)) }
                    };
                }
                if s == $lanes / 4 {
                    let first = piece!($load4 $maskload4 0);
                    if stride == 0 {
                        return $vector($repeat4(first));
                    }
                    let mut v = $widen4(first);
                    if rows > 1 {
                        v = $insert4::<1>(v, piece!($load4 $maskload4 1));
                    }
                    if rows > 2 {
                        v = $insert4::<2>(v, piece!($load4 $maskload4 2));
                    }
                    if rows > 3 {
                        v = $insert4::<3>(v, piece!($load4 $maskload4 3));
                    }
                    $vector(v)
                } else {
                    debug_assert_eq!(s, $lanes / 2);
                    let first = piece!($load2 $maskload2 0);
                    if stride == 0 {
                        return $vector($repeat2(first));
                    }
                    let v = $widen2(first);
                    $vector(if rows > 1 { $insert2::<1>(v, piece!($load2 $maskload2 1)) } else { v })
                }
            }
        }

        /// `Simd::load_each`.
        ///
        /// # Safety
        /// As there.
        #[inline(always)]
        pub unsafe fn $load_each(arch: Avx512, p: *const $elem, s: usize, rows: usize) -> $vector {
            let each = &$tables::of($tables::EACH, s)[1];
            // As for `spread`.
            let each = if s == 8 { $loaded(each) } else { $known(each) };
            // SAFETY: the caller's promise, and the token's.
            unsafe { $vector($permute(each, $load_few(arch, p, rows).0)) }
        }

        /// `Simd::spread`.
        #[inline(always)]
        pub fn $spread(v: $vector, s: usize, t: usize) -> $vector {
            let first = &$tables::of($tables::FIRST, s)[1];
            // No single shuffle that is known puts an element in all of eight lanes.
            let first = if s == 8 { $loaded(first) } else { $known(first) };
            $vector(proven!($permute(_mm512_or_si512(first, $splat(t as $index)), v.0)))
        }

        /// `Simd::rotate`.
        #[inline(always)]
        pub fn $rotate(v: $vector, s: usize, by: usize) -> $vector {
            let from = $known(&$tables::of($tables::ROTATE, s)[by]);
            $vector(proven!($permute(from, v.0)))
        }

        /// `Simd::store_rows`.
        ///
        /// # Safety
        /// As there.
        #[inline(always)]
        pub unsafe fn $store(v: $vector, p: *mut $elem, stride: usize, s: usize, rows: usize, n: usize) {
            // SAFETY: a table's row is one vector; the caller's promise, and the token's.
            unsafe {
                if stride != n {
                    // Not for speed: with 512 bits no plan has the last columns side by side.
                    let mut lanes = [0.0; $lanes];
                    v.store(lanes.as_mut_ptr());
                    for q in 0..rows {
                        lanes.as_ptr().add(q * s).copy_to_nonoverlapping(p.add(q * stride), n);
                    }
                    return;
                }
                let v = if n == s {
                    v
                } else {
                    let from = $loaded(&$tables::of($tables::TOGETHER, s)[n]);
                    $vector($permute(from, v.0))
                };
                $store_few(v, p, rows * n);
            }
        }
    };
}

rows! {
    Avx512F32 = 16 * f32, index: i32 in tables_f32, _mm512_set1_epi32 known_f32 loaded_f32,
    load: load_rows_f32 load_each_f32, spread_f32 rotate_f32, store: store_rows_f32, _mm512_permutexvar_ps
    few: load_few_f32 store_few_f32 load_f32 store_f32 _mm256_zextps128_ps256 _mm256_insertf128_ps
    low: _mm512_castps512_ps128 _mm512_extractf32x4_ps _mm512_castps512_ps256 _mm256_storeu_ps
    quarter: _mm_loadu_ps _mm_maskz_loadu_ps _mm512_zextps128_ps512 _mm512_insertf32x4 _mm512_broadcast_f32x4
    half: _mm256_loadu_ps _mm256_maskz_loadu_ps _mm512_zextps256_ps512 _mm512_insertf32x8 _mm512_broadcast_f32x8
}

rows! {
    Avx512F64 = 8 * f64, index: i64 in tables_f64, _mm512_set1_epi64 known_f64 loaded_f64,
    load: load_rows_f64 load_each_f64, spread_f64 rotate_f64, store: store_rows_f64, _mm512_permutexvar_pd
    few: load_few_f64 store_few_f64 load_f64 store_f64 _mm256_zextpd128_pd256 _mm256_insertf128_pd
    low: _mm512_castpd512_pd128 _mm512_extractf64x2_pd _mm512_castpd512_pd256 _mm256_storeu_pd
    quarter: _mm_loadu_pd _mm_maskz_loadu_pd _mm512_zextpd128_pd512 _mm512_insertf64x2 _mm512_broadcast_f64x2
    half: _mm256_loadu_pd _mm256_maskz_loadu_pd _mm512_zextpd256_pd512 _mm512_insertf64x4 _mm512_broadcast_f64x4
}
