//! Products by columns on every level against the order of additions, spelled out.

use super::tests::{SIZES, expect, factors, halve, src};
use super::{col_dots, joined_dots, strip_dots};
use crate::arch::testing::{Check, every_level, lanes};
use crate::arch::{Element, Simd};
use crate::memory::Buffer;

/// The dot along the columns, in `chains` chains.
fn dot_by_columns<T: Element>(a: &[T], b: impl Fn(usize) -> T, chains: usize) -> T {
    let mut acc = vec![T::ZERO; chains];
    for (k, &a) in a.iter().enumerate() {
        acc[k % chains] = a.mul_add(b(k), acc[k % chains]);
    }
    halve(acc, |&a, &b| a + b)
}

struct Columns;

impl Columns {
    #[inline(always)]
    fn with<V: Simd, const NV: usize, const C: usize, const U: usize>(arch: V::Arch, k: usize, live: usize) {
        for seed in 0..4 {
            // Rows that end where the next one begins, and rows apart.
            let ld = live + seed % 2;
            let (x, w) = factors::<V::Elem>(k, k.saturating_sub(1) * ld + live, seed);
            // SAFETY: `w` has `k` rows of `live` columns and `x` has `k` elements.
            let got = unsafe { col_dots::<V, NV, C, U>(arch, src(&x), src(&w), ld, k, live, seed % 2 == 0) };
            for (j, got) in got.into_iter().flat_map(lanes).enumerate().take(live) {
                expect(got, dot_by_columns(&x, |i| w[i * ld + j], C), (k, live, j, V::LANES, C, U));
            }
        }
    }

    /// Blocks of whole vectors, as a kernel takes them, and one for the columns that are left.
    #[inline(always)]
    fn all<V: Simd, const C: usize, const U: usize>(arch: V::Arch, k: usize, cols: usize) {
        match cols.div_ceil(V::LANES) {
            1 => Columns::with::<V, 1, C, U>(arch, k, cols),
            2 => Columns::with::<V, 2, C, U>(arch, k, cols),
            3 => Columns::with::<V, 3, C, U>(arch, k, cols),
            _ => Columns::with::<V, 1, C, U>(arch, k, (cols - 1) % V::LANES + 1),
        }
    }
}

impl Check for Columns {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for k in 0..=40 {
            for cols in SIZES {
                Columns::all::<V, 1, 1>(arch, k, cols);
                Columns::all::<V, 1, 4>(arch, k, cols);
                Columns::all::<V, 2, 2>(arch, k, cols);
                Columns::all::<V, 2, 4>(arch, k, cols);
                Columns::all::<V, 4, 4>(arch, k, cols);
            }
        }
    }
}

#[test]
fn col_dots_follow_the_order() {
    every_level(&Columns);
}

struct Strips;

impl Strips {
    #[inline(always)]
    fn with<V: Simd, const R: usize, const M: usize, const C: usize>(arch: V::Arch, k: usize, live: usize) {
        for seed in 0..3 {
            let ld = live + seed % 2;
            let (x, w) = factors::<V::Elem>(k, (k - 1) * ld + live, seed);
            let sums = Buffer::<V::Elem, 4, 48>::uninit();
            // SAFETY: `w` has `k` rows of `live` columns, `x` has `k` elements, and `sums` room
            // for three of the widest vectors per chain.
            let held = unsafe { strip_dots::<V, R, M, C>(arch, src(&x), src(&w), ld, k, live, sums.dst()) };
            // SAFETY: `strip_dots` has written them.
            let stored = (0..M).map(|v| unsafe { sums.src().load::<V>(arch, v * V::LANES) });
            for (j, got) in held.into_iter().chain(stored).flat_map(lanes).enumerate().take(live) {
                expect(got, dot_by_columns(&x, |i| w[i * ld + j], C), (k, live, j, V::LANES, C));
            }
        }
    }
}

impl Check for Strips {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for k in 1..=40 {
            for live in 3 * LANES + 1..=4 * LANES {
                Strips::with::<V, 3, 1, 1>(arch, k, live);
                Strips::with::<V, 1, 3, 2>(arch, k, live);
                Strips::with::<V, 2, 2, 4>(arch, k, live);
            }
        }
    }
}

#[test]
fn strips_follow_the_order() {
    every_level(&Strips);
}

struct Joined;

impl Joined {
    #[inline(always)]
    fn with<V: Simd, const NV: usize, const C: usize, const J: usize>(arch: V::Arch) {
        let fits = |cols: usize| cols.div_ceil(V::LANES) == NV && (C * cols).div_ceil(V::LANES) == J;
        for cols in (1..=NV * V::LANES).filter(|&cols| fits(cols)) {
            for k in 1..=40 {
                for seed in 0..3 {
                    let (x, w) = factors::<V::Elem>(k, k * cols, seed);
                    // SAFETY: `w` has `k` rows of `cols` columns, and `x` has `k` elements.
                    let dots = unsafe { joined_dots::<V, NV, C, J>(arch, src(&x), src(&w), cols, k) };
                    for (j, got) in dots.into_iter().flat_map(lanes).enumerate().take(cols) {
                        expect(got, dot_by_columns(&x, |i| w[i * cols + j], C), (k, cols, j, V::LANES, C));
                    }
                }
            }
        }
    }
}

impl Check for Joined {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        Joined::with::<V, 1, 2, 1>(arch);
        Joined::with::<V, 1, 2, 2>(arch);
        Joined::with::<V, 2, 2, 3>(arch);
        Joined::with::<V, 3, 2, 5>(arch);
        Joined::with::<V, 1, 4, 1>(arch);
        Joined::with::<V, 1, 4, 2>(arch);
        Joined::with::<V, 1, 4, 3>(arch);
        Joined::with::<V, 1, 4, 4>(arch);
        Joined::with::<V, 2, 4, 5>(arch);
        Joined::with::<V, 2, 4, 7>(arch);
        Joined::with::<V, 3, 4, 9>(arch);
    }
}

#[test]
fn joined_rows_follow_the_order() {
    every_level(&Joined);
}
