//! `x * w` in the order of memory: the lane classes of a strip of columns in a buffer.

use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use kernels_plan::order;

/// Vectors of columns per turn: one cache line or two of each row of a sweep.
const UNROLL: usize = 2;

/// Adds up `x[i] * w[i][..live]` per lane class of `kernels_plan::order`, for the `k` rows
/// of `w`, whose row `i` starts at `i * ld`: class `c`, the rows `c`, `c + lanes`, …, goes
/// to `sums` from `c * width` on. [`strip_total`] makes the dots of them.
///
/// `D` rows of a class are added in one sweep along its sums, which then are loaded and
/// stored once for `D` multiply-adds; each of these rows is followed by the next row in
/// memory, so there are `D` ascending streams. The sums stay in the first-level cache.
///
/// ```
/// use kernels::memory::{Buffer, Src};
/// use kernels::{arch::Scalar, tile::{strip_sums, strip_total}};
/// let (x, w) = ([1.0_f32, 10.0], [1.0_f32, 2.0, 3.0, 4.0]);
/// let (x, w, sums) = (Src::of(&x), Src::of(&w), Buffer::<f32, 16, 2>::uninit());
/// // SAFETY: `x` has two elements, `w` is 2 by 2 and `sums` 16 by 2.
/// unsafe {
///     strip_sums::<f32, 4>(Scalar, x, w, 2, 2, 2, sums.dst(), 2);
///     assert_eq!(strip_total::<f32>(Scalar, sums.src().offset(1), 2, 2), 42.0);
/// }
/// ```
///
/// # Safety
/// `x` and `w` have the elements named; `width` is at least `live`, filled up to whole
/// vectors, and `sums` has `lanes * width` elements.
#[expect(clippy::too_many_arguments, reason = "three operands with their extents")]
#[inline(always)]
pub unsafe fn strip_sums<V: Simd, const D: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    k: usize,
    live: usize,
    sums: Dst<V::Elem>,
    width: usize,
) {
    let lanes = order::lanes(size_of::<V::Elem>());
    let turns = k / lanes / D;
    let deep = turns * D * lanes;
    // SAFETY: the caller's promise; the rows of a turn, of a class or of the rest are below
    // `k`, and each row's class is below `lanes`.
    unsafe {
        if turns > 0 {
            for c in 0..opaque(lanes) {
                let sums = sums.offset(c * width);
                sweep::<V, D, true>(arch, x.offset(c), w.offset(c * ld), ld, live, sums);
            }
        }
        if turns > 1 {
            for i in 0..opaque((turns - 1) * lanes) {
                let (turn, c) = (1 + i / lanes, i % lanes);
                let (row, sums) = (turn * D * lanes + c, sums.offset(c * width));
                sweep::<V, D, false>(arch, x.offset(row), w.offset(row * ld), ld, live, sums);
            }
        }
        // Where no turn came before, the first rows of the rest start the sums.
        let fresh = if turns == 0 { k.min(lanes) } else { 0 };
        if fresh > 0 {
            for c in 0..opaque(fresh) {
                let sums = sums.offset(c * width);
                sweep::<V, 1, true>(arch, x.offset(c), w.offset(c * ld), ld, live, sums);
            }
        }
        let next = deep + fresh;
        if next < k {
            for row in next..next + opaque(k - next) {
                let sums = sums.offset(row % lanes * width);
                sweep::<V, 1, false>(arch, x.offset(row), w.offset(row * ld), ld, live, sums);
            }
        }
    }
}

/// Adds `D` rows of a class, the first at the start of `x` and `w`, to its sums, or to +0
/// where it is the `FIRST` sweep.
///
/// # Safety
/// As [`strip_sums`].
#[inline(always)]
unsafe fn sweep<V: Simd, const D: usize, const FIRST: bool>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    live: usize,
    sums: Dst<V::Elem>,
) {
    let lanes = order::lanes(size_of::<V::Elem>());
    let mut factors = [V::splat(arch, V::Elem::ZERO); D];
    for (d, factor) in factors.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *factor = V::splat(arch, unsafe { x.get(d * lanes) });
    }
    let step = UNROLL * V::LANES;
    let turns = live / step;
    // SAFETY: the caller's promise; whole vectors of columns, then those that are left.
    unsafe {
        if turns > 0 {
            for turn in 0..opaque(turns) {
                let at = turn * step;
                add_rows::<V, D, UNROLL, FIRST>(arch, &factors, w.offset(at), ld, step, sums.offset(at));
            }
        }
        let (at, left) = (turns * step, live % step);
        for v in 0..left.div_ceil(V::LANES) {
            let at = at + v * V::LANES;
            add_rows::<V, D, 1, FIRST>(arch, &factors, w.offset(at), ld, live - at, sums.offset(at));
        }
    }
}

/// The part of a sweep that lies in `NV` vectors, of whose columns `live` exist.
///
/// # Safety
/// As [`strip_sums`].
#[inline(always)]
unsafe fn add_rows<V: Simd, const D: usize, const NV: usize, const FIRST: bool>(
    arch: V::Arch,
    factors: &[V; D],
    w: Src<V::Elem>,
    ld: usize,
    live: usize,
    sums: Dst<V::Elem>,
) {
    let lanes = order::lanes(size_of::<V::Elem>());
    let mut acc = [V::splat(arch, V::Elem::ZERO); NV];
    if !FIRST {
        for (v, acc) in acc.iter_mut().enumerate() {
            // SAFETY: written by the sweep before.
            *acc = unsafe { sums.src().load(arch, v * V::LANES) };
        }
    }
    for (d, factor) in factors.iter().enumerate() {
        for (v, acc) in acc.iter_mut().enumerate() {
            let first = v * V::LANES;
            // SAFETY: the caller's promise, for the live columns.
            let w: V = unsafe { w.load_partial(arch, d * lanes * ld + first, live - first) };
            *acc = factor.mul_add(w, *acc);
        }
    }
    for (v, acc) in acc.into_iter().enumerate() {
        // SAFETY: the caller's promise.
        unsafe { sums.store(acc, v * V::LANES) };
    }
}

/// The dots of the vector of columns at the start of `sums`, from what [`strip_sums`] with
/// the same `width` and `k` left there.
///
/// # Safety
/// The column is one of the strip's.
#[inline(always)]
pub unsafe fn strip_total<V: Simd>(arch: V::Arch, sums: Src<V::Elem>, width: usize, k: usize) -> V {
    let lanes = order::lanes(size_of::<V::Elem>());
    let (zero, rest) = (V::splat(arch, V::Elem::ZERO), k % lanes);
    let mut acc = [zero; order::lanes(size_of::<f32>())];
    for (c, acc) in acc.iter_mut().enumerate().take(lanes.min(k)) {
        // SAFETY: the class has a row, so its sums were written.
        *acc = unsafe { sums.load(arch, c * width) };
        if rest > 0 && c >= rest {
            // The filled lanes: 0 * 0 turns a −0 into +0.
            *acc = *acc + zero;
        }
    }
    let mut half = lanes / 2;
    while half > 0 {
        for c in 0..half {
            acc[c] = acc[c] + acc[c + half];
        }
        half /= 2;
    }
    acc[0]
}
