//! Every micro-kernel on every level against the order of additions, spelled out.

use super::{
    Combine, Max, Min, NanWatch, Sum, chains_watched, gemm, one_column, reduce_sum, reduce_watched, row_dots,
    short_dots, small_gemm, splats, store_small, transpose,
};
use crate::arch::testing::{Check, every_level, lanes, same, samples};
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use crate::vecmath::lanes::{maximum, minimum};
use kernels_plan::order;

/// Past four chunks of 16 lanes, at each remainder.
pub(super) const SIZES: std::ops::RangeInclusive<usize> = 1..=67;

pub(super) fn src<T: Element>(x: &[T]) -> Src<T> {
    Src::new(x.as_ptr(), x.len())
}

/// Step 3 or 4: entry `i` takes entry `i + half`, until one is left.
pub(super) fn halve<T>(mut x: Vec<T>, op: impl Fn(&T, &T) -> T) -> T {
    while x.len() > 1 {
        let upper = x.split_off(x.len() / 2);
        x = x.iter().zip(&upper).map(|(a, b)| op(a, b)).collect();
    }
    x.remove(0)
}

/// The dot in one chain.
fn dot<T: Element>(a: &[T], b: impl Fn(usize) -> T) -> T {
    let lanes = order::lanes(size_of::<T>());
    let mut acc = vec![T::ZERO; lanes];
    for i in 0..a.len().next_multiple_of(lanes) {
        let (a, b) = if i < a.len() { (a[i], b(i)) } else { (T::ZERO, T::ZERO) };
        acc[i % lanes] = a.mul_add(b, acc[i % lanes]);
    }
    halve(acc, |&a, &b| a + b)
}

/// Factors: ordinary ones, some with special values among them, and some whose products
/// all underflow to −0, which a filled lane turns into +0.
pub(super) fn factors<T: Element>(a: usize, b: usize, seed: usize) -> (Vec<T>, Vec<T>) {
    if seed.is_multiple_of(3) {
        let tiny = T::from_f64(if size_of::<T>() == 4 { 1e-30 } else { 1e-200 });
        return (vec![tiny; a], vec![-tiny; b]);
    }
    let special = if seed % 3 == 1 { 0 } else { 3 };
    (samples(a, seed as u64, special), samples(b, seed as u64 + 1000, special))
}

#[track_caller]
pub(super) fn expect<T: Element>(got: T, want: T, place: impl std::fmt::Debug) {
    assert!(same(got, want), "{got:?}, not {want:?}, at {place:?} with {} bytes", size_of::<T>());
}

struct Rows;

impl Rows {
    #[inline(always)]
    fn with<V: Simd, const LANES: usize, const W: usize, const G: usize>(
        arch: V::Arch,
        k: usize,
        live: usize,
    ) {
        for seed in 0..3 {
            // Rows a little apart, so that their ends are read as ends.
            let ld = k + seed % 2;
            let (w, x) = factors::<V::Elem>((live - 1) * ld + k, k, seed);
            // SAFETY: `w` has `live` rows and `x` has `k` elements.
            let got =
                unsafe { row_dots::<V, LANES, G, W, 1, 2, 0>(arch, src(&w), ld, src(&x), &[], k, live) };
            for (r, got) in lanes(got).into_iter().enumerate().take(live) {
                expect(got, dot(&w[r * ld..][..k], |i| x[i]), (k, live, r, LANES, G));
            }
        }
    }
}

impl Check for Rows {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for k in SIZES {
            for live in 1..=LANES {
                Rows::with::<V, LANES, W, 1>(arch, k, live);
                Rows::with::<V, LANES, W, G>(arch, k, live);
                Rows::with::<V, LANES, W, LANES>(arch, k, live);
            }
        }
    }
}

#[test]
fn row_dots_follow_the_order() {
    every_level(&Rows);
}

struct Short;

impl Short {
    #[inline(always)]
    fn with<V: Simd, const D: usize>(arch: V::Arch) {
        if D > V::LANES {
            return;
        }
        for live in 1..=V::LANES {
            for seed in 0..12 {
                let (w, x) = factors::<V::Elem>(live * D, D, seed);
                // SAFETY: `w` has `live` rows of `D` elements, as many as `x` has.
                let (dots, ascending) = unsafe {
                    let x = splats::<V, D>(arch, src(&x), 1);
                    let dots = short_dots::<V, D, false>(arch, src(&w), &x, live);
                    (dots, short_dots::<V, D, true>(arch, src(&w), &x, live))
                };
                let both = lanes(dots).into_iter().zip(lanes(ascending));
                for (r, (dots, ascending)) in both.enumerate().take(live) {
                    let row = &w[r * D..][..D];
                    expect(dots, dot(row, |k| x[k]), (live, r, D, V::LANES));
                    let in_order = row.iter().zip(&x).fold(V::Elem::ZERO, |sum, (w, x)| w.mul_add(*x, sum));
                    expect(ascending, in_order, (live, r, D, V::LANES));
                }
            }
        }
    }
}

impl Check for Short {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        Short::with::<V, 1>(arch);
        Short::with::<V, 2>(arch);
        Short::with::<V, 3>(arch);
        Short::with::<V, 4>(arch);
        Short::with::<V, 5>(arch);
        Short::with::<V, 7>(arch);
    }
}

#[test]
fn short_dots_follow_the_order() {
    every_level(&Short);
}

struct Column;

impl Column {
    #[inline(always)]
    fn with<V: Simd, const S: usize, const R: usize, const G: usize>(arch: V::Arch) {
        let size = size_of::<V::Elem>();
        if R * size != 16 || S * size > 32 || S > V::LANES {
            return;
        }
        for (rows, depth) in (1..=G * V::LANES).step_by(3).flat_map(|rows| (0..=19).map(move |k| (rows, k))) {
            for turned in [false, true] {
                // Rows that do not touch each other, and a column that is one of several.
                let (stride, x_k) = (if turned { rows + 1 } else { depth + 2 }, 3);
                let (a, x) = factors::<V::Elem>(stride * rows.max(depth), 3 * depth + 1, rows + depth);
                // SAFETY: `a` has rows, or columns, of `stride` elements, and `x` each third of its own.
                let got = unsafe {
                    one_column::<V, S, R, G>(arch, src(&a), stride, turned, src(&x), x_k, rows, depth)
                };
                for (i, got) in got.into_iter().flat_map(|v| lanes(v)).enumerate().take(rows) {
                    let at = |k: usize| if turned { i + k * stride } else { i * stride + k };
                    let want = (0..depth).fold(V::Elem::ZERO, |sum, k| a[at(k)].mul_add(x[k * x_k], sum));
                    expect(got, want, (i, rows, depth, turned, S));
                }
            }
        }
    }
}

impl Check for Column {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        Column::with::<V, 2, 2, 2>(arch);
        Column::with::<V, 4, 2, 3>(arch);
        Column::with::<V, 4, 4, 1>(arch);
        Column::with::<V, 8, 4, 2>(arch);
    }
}

#[test]
fn one_column_is_added_in_ascending_order() {
    every_level(&Column);
}

struct Gemm;

impl Gemm {
    #[inline(always)]
    fn with<V: Simd, const MR: usize, const NV: usize>(arch: V::Arch, k: usize, live: usize) {
        for seed in 0..12 {
            let (a, b) = factors::<V::Elem>(MR * k, k * live, seed);
            // Each operand as it is and transposed.
            let (a_row, a_k) = if seed % 2 == 0 { (k, 1) } else { (1, MR) };
            let (b_k, b_col) = if seed % 4 < 2 { (live, 1) } else { (1, k) };
            // SAFETY: `a` is `MR` by `k` and `b` is `k` by `live`.
            let c = unsafe { gemm::<V, MR, NV>(arch, src(&a), a_row, a_k, src(&b), b_k, b_col, k, live) };
            for (i, row) in c.into_iter().enumerate() {
                for (j, got) in row.into_iter().flat_map(lanes).enumerate().take(live) {
                    let want = (0..k).fold(V::Elem::ZERO, |acc, k| {
                        a[i * a_row + k * a_k].mul_add(b[k * b_k + j * b_col], acc)
                    });
                    expect(got, want, (k, live, i, j, V::LANES, seed));
                }
            }
        }
    }
}

impl Check for Gemm {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for k in SIZES {
            Gemm::with::<V, 1, 1>(arch, k, k % LANES + 1);
            Gemm::with::<V, 3, 2>(arch, k, LANES + k % LANES + 1);
            // Of these, elements of some rows are loaded together: of two, and of one.
            Gemm::with::<V, 5, 1>(arch, k, k % LANES + 1);
            Gemm::with::<V, 13, 1>(arch, k, k % LANES + 1);
        }
        for live in 1..=3 * LANES {
            Gemm::with::<V, 2, 3>(arch, 5, live);
        }
        Gemm::with::<V, 4, 1>(arch, 0, 1);
    }
}

#[test]
fn gemm_accumulates_in_ascending_order() {
    every_level(&Gemm);
}

struct Small;

impl Small {
    #[inline(always)]
    fn with<V: Simd, const G: usize, const S: usize>(arch: V::Arch, rows: usize) {
        // Rows without gaps, and whole ones apart.
        for (cols, stride) in (1..=S).map(|cols| (cols, cols)).chain([(S, S + 3)]) {
            for k in 1..=17 {
                let (a, b) = factors::<V::Elem>(rows * k, (k - 1) * stride + cols, rows + k + cols);
                // As stored and transposed, also some of more rows.
                for (a_row, a_k) in [(k, 1), (1, rows)] {
                    let mut c = vec![V::Elem::ONE; rows * stride];
                    // SAFETY: the slices have these sizes.
                    unsafe {
                        let tile = small_gemm::<V, G, S>(arch, src(&a), a_row, a_k, src(&b), stride, rows, k);
                        store_small::<V, G, S>(tile, Dst::of(&mut c), stride, rows, cols);
                    }
                    for (at, got) in c.into_iter().enumerate() {
                        let (i, j) = (at / stride, at % stride);
                        let product =
                            |acc: V::Elem, p: usize| a[i * a_row + p * a_k].mul_add(b[p * stride + j], acc);
                        let want = if j < cols { (0..k).fold(V::Elem::ZERO, product) } else { V::Elem::ONE };
                        expect(got, want, (rows, cols, k, (i, j), a_k, V::LANES));
                    }
                }
            }
        }
    }

    #[inline(always)]
    fn all_rows<V: Simd, const S: usize>(arch: V::Arch) {
        for rows in 1..=17_usize {
            match rows.div_ceil(V::LANES / S) {
                1 => Small::with::<V, 1, S>(arch, rows),
                2 => Small::with::<V, 2, S>(arch, rows),
                3 => Small::with::<V, 3, S>(arch, rows),
                4 => Small::with::<V, 4, S>(arch, rows),
                5 => Small::with::<V, 5, S>(arch, rows),
                6 => Small::with::<V, 6, S>(arch, rows),
                7 => Small::with::<V, 7, S>(arch, rows),
                8 => Small::with::<V, 8, S>(arch, rows),
                _ => Small::with::<V, 9, S>(arch, rows),
            }
        }
    }
}

impl Check for Small {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        match (LANES, size_of::<V::Elem>()) {
            (16, _) => {
                Small::all_rows::<V, 4>(arch);
                Small::all_rows::<V, 8>(arch);
            }
            (8, 8) => {
                Small::all_rows::<V, 2>(arch);
                Small::all_rows::<V, 4>(arch);
            }
            (8, _) => Small::all_rows::<V, 4>(arch),
            (4, _) => Small::all_rows::<V, 2>(arch),
            _ => {}
        }
    }
}

#[test]
fn small_gemm_accumulates_in_ascending_order() {
    every_level(&Small);
}

struct Transpose;

impl Transpose {
    #[inline(always)]
    fn with<V: Simd>(arch: V::Arch, rows: usize, cols: usize) {
        // Rows apart from each other, so that their ends are read and written as ends.
        let (src_stride, dst_stride) = (cols + 3, rows + 2);
        let mark = V::Elem::from_f64(-1.0);
        let m: Vec<_> = (0..rows * src_stride).map(|i| V::Elem::from_f64(i as f64)).collect();
        let mut t = vec![mark; cols * dst_stride];
        // SAFETY: the strides are at least the widths.
        unsafe {
            transpose::<V>(arch, src(&m), src_stride, Dst::of(&mut t), dst_stride, rows, cols);
        }
        for (i, &got) in t.iter().enumerate() {
            let (c, r) = (i / dst_stride, i % dst_stride);
            expect(got, if r < rows { m[r * src_stride + c] } else { mark }, (rows, cols, r, c, V::LANES));
        }
    }
}

impl Check for Transpose {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for rows in 0..=37 {
            for cols in 0..=37 {
                Transpose::with::<V>(arch, rows, cols);
            }
        }
    }
}

#[test]
fn transpose_moves_every_element() {
    every_level(&Transpose);
}

struct Reductions;

impl Reductions {
    /// Every row of a square against the same row alone.
    #[inline(always)]
    fn rows<V: Simd, const LANES: usize, Op: Combine>(arch: V::Arch, seed: u64) {
        let x = samples::<V::Elem>(LANES * LANES, seed, [0, 8][seed as usize % 2]);
        let mut rows = [V::splat(arch, V::Elem::ZERO); LANES];
        for (row, x) in rows.iter_mut().zip(x.chunks(LANES)) {
            // SAFETY: each chunk has `LANES` elements.
            *row = unsafe { V::load(arch, x.as_ptr()) };
        }
        for (got, row) in lanes(Op::rows(rows)).into_iter().zip(x.chunks(LANES)) {
            expect(got, halve(row.to_vec(), |&a, &b| Op::combine(a, b)), (seed, LANES));
        }
    }

    #[inline(always)]
    fn with<V: Simd, const W: usize, const C: usize>(arch: V::Arch, seed: u64) {
        let mut x = samples::<V::Elem>(C * W * V::LANES, seed, [0, 4, 200, 0][seed as usize % 4]);
        if seed % 4 == 3 {
            // Of two zeros the second wins: these tell which one came second.
            x.iter_mut().for_each(|x| *x = V::Elem::ZERO.copysign(*x));
        }
        let mut acc = [[V::splat(arch, V::Elem::ZERO); W]; C];
        for (acc, x) in acc.iter_mut().flatten().zip(x.chunks(V::LANES)) {
            // SAFETY: each chunk has `LANES` elements.
            *acc = unsafe { V::load(arch, x.as_ptr()) };
        }
        let tree = |op: fn(V::Elem, V::Elem) -> V::Elem| {
            let chains: Vec<Vec<_>> = x.chunks(W * V::LANES).map(<[_]>::to_vec).collect();
            let chain = halve(chains, |a, b| a.iter().zip(b).map(|(&a, &b)| op(a, b)).collect());
            halve(chain, |&a, &b| op(a, b))
        };
        expect(reduce_sum(acc), tree(|a, b| a + b), (seed, C));
        let mut watch = NanWatch::new(arch);
        for (c, acc) in acc.iter().enumerate() {
            acc.iter().for_each(|acc| watch.see(c % 4, *acc, *acc));
        }
        expect(reduce_watched::<_, _, _, Max>(acc, watch), tree(maximum), (seed, C));
        expect(reduce_watched::<_, _, _, Min>(acc, watch), tree(minimum), (seed, C));
        let largest = lanes(chains_watched::<_, _, _, Max>(acc, watch));
        expect(halve(largest, |&a, &b| maximum(a, b)), tree(maximum), (seed, C));
    }
}

impl Check for Reductions {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for seed in 0..200 {
            Reductions::with::<V, W, 1>(arch, seed);
            Reductions::with::<V, W, 4>(arch, seed);
            Reductions::rows::<V, LANES, Sum>(arch, seed);
            Reductions::rows::<V, LANES, Max>(arch, seed);
            Reductions::rows::<V, LANES, Min>(arch, seed);
        }
    }
}

#[test]
fn reductions_follow_the_order() {
    let ran = every_level(&Reductions);
    assert!(ran.starts_with(&["scalar", "portable"]), "{ran:?}");
}
