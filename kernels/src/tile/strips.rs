//! `x * w` in the order of memory: the sums of a strip of columns in a buffer.

use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};

/// Rows per sweep along the sums, which then are loaded and stored once for so many
/// multiply-adds. Measured on Zen 5 with a matrix in the second-level cache, a vector at a
/// time: two rows are slower, and six and eight no faster. Each load instruction of the loop
/// is a stream for the prefetcher, which lost its way beyond 16 of them: two vectors at a
/// time, or more rows, took up to 1.4 times as long.
const ROWS: usize = 4;

/// Adds up `x[i] * w[i][..live]` for the `k` rows of `w`, whose row `i` starts at `i * ld`, in
/// the `C` chains of `kernels_plan::order` for columns: those of chain `c` go to `sums` from
/// `c * width` on. [`strip_total`] makes the dots of them. The sums stay in the first-level
/// cache.
///
/// ```
/// use kernels::memory::{Buffer, Src};
/// use kernels::{arch::Scalar, tile::{strip_sums, strip_total}};
/// let (x, w) = ([1.0_f32, 10.0, 0.0, 0.0], [1.0_f32, 2.0, 3.0, 4.0, 0.0, 0.0, 0.0, 0.0]);
/// let (x, w, sums) = (Src::of(&x), Src::of(&w), Buffer::<f32, 1, 2>::uninit());
/// // SAFETY: `x` has four elements, `w` is 4 by 2 and `sums` 1 by 2.
/// unsafe {
///     strip_sums::<f32, 1>(Scalar, x, w, 2, 4, 2, sums.dst(), 2);
///     assert_eq!(strip_total::<f32, 1>(Scalar, sums.src().offset(1), 2), 42.0);
/// }
/// ```
///
/// # Safety
/// `x` and `w` have the elements named, `k >= 4 * C`; `width` is at least `live`, filled up to
/// whole vectors, and `sums` has `C * width` elements.
#[expect(clippy::too_many_arguments, reason = "three operands with their extents")]
#[inline(always)]
pub unsafe fn strip_sums<V: Simd, const C: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    k: usize,
    live: usize,
    sums: Dst<V::Elem>,
    width: usize,
) {
    let turns = k / (ROWS * C);
    debug_assert!(turns > 0, "the first sweep of each chain starts its sums");
    // SAFETY: the caller's promise; the rows of a turn and of the rest are below `k`.
    unsafe {
        for c in 0..opaque(C) {
            let sums = sums.offset(c * width);
            sweep::<V, ROWS, C, true>(arch, x.offset(c), w.offset(c * ld), ld, live, sums);
        }
        if turns > 1 {
            for i in 0..opaque((turns - 1) * C) {
                let (row, sums) = ((1 + i / C) * ROWS * C + i % C, sums.offset(i % C * width));
                sweep::<V, ROWS, C, false>(arch, x.offset(row), w.offset(row * ld), ld, live, sums);
            }
        }
        let next = turns * ROWS * C;
        if next < k {
            for row in next..next + opaque(k - next) {
                let sums = sums.offset(row % C * width);
                sweep::<V, 1, C, false>(arch, x.offset(row), w.offset(row * ld), ld, live, sums);
            }
        }
    }
}

/// Adds `D` rows of a chain, the first at the start of `x` and `w`, to its sums, or to +0
/// where it is the `FIRST` sweep.
///
/// # Safety
/// As [`strip_sums`].
#[inline(always)]
unsafe fn sweep<V: Simd, const D: usize, const C: usize, const FIRST: bool>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    live: usize,
    sums: Dst<V::Elem>,
) {
    let mut factors = [V::splat(arch, V::Elem::ZERO); D];
    for (d, factor) in factors.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *factor = V::splat(arch, unsafe { x.get(d * C) });
    }
    let vectors = live / V::LANES;
    // SAFETY: the caller's promise; whole vectors of columns, then those that are left.
    unsafe {
        if vectors > 0 {
            for v in 0..opaque(vectors) {
                let at = v * V::LANES;
                add::<V, D, C, FIRST>(arch, &factors, w.offset(at), ld, V::LANES, sums.offset(at));
            }
        }
        let at = vectors * V::LANES;
        if at < live {
            add::<V, D, C, FIRST>(arch, &factors, w.offset(at), ld, live - at, sums.offset(at));
        }
    }
}

/// The part of a sweep that lies in one vector, of whose columns `live` exist.
///
/// # Safety
/// As [`strip_sums`].
#[inline(always)]
unsafe fn add<V: Simd, const D: usize, const C: usize, const FIRST: bool>(
    arch: V::Arch,
    factors: &[V; D],
    w: Src<V::Elem>,
    ld: usize,
    live: usize,
    sums: Dst<V::Elem>,
) {
    // SAFETY: the caller's promise; the sweeps before have written the sums.
    unsafe {
        let mut acc = if FIRST { V::splat(arch, V::Elem::ZERO) } else { sums.src().load(arch, 0) };
        for (d, factor) in factors.iter().enumerate() {
            acc = factor.mul_add(w.load_partial(arch, d * C * ld, live), acc);
        }
        sums.store(acc, 0);
    }
}

/// The dots of the vector of columns at the start of `sums`, from what [`strip_sums`] with
/// the same `width` left there.
///
/// # Safety
/// The column is one of the strip's.
#[inline(always)]
pub unsafe fn strip_total<V: Simd, const C: usize>(arch: V::Arch, sums: Src<V::Elem>, width: usize) -> V {
    let mut acc = [V::splat(arch, V::Elem::ZERO); C];
    for (c, acc) in acc.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *acc = unsafe { sums.load(arch, c * width) };
    }
    let mut half = C / 2;
    while half > 0 {
        for c in 0..half {
            acc[c] = acc[c] + acc[c + half];
        }
        half /= 2;
    }
    acc[0]
}
