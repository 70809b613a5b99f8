//! `x * w` of a narrow matrix: as many rows as there are chains, read as one.

use super::columns::{UNROLLED, add_rows, factors, halved};
use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{LoadAs, Src};

/// Dots of `x[0..k]` with the `cols` columns of `w`, whose rows lie one right after the other: as
/// [`col_dots`](super::col_dots) with `C` chains, in the same order.
///
/// The `C` rows of a turn are read as one row of `C * cols` elements, `J` vectors, and each of
/// its elements has a sum of its own: the vectors are full where those of each row by itself
/// would end in a few elements, and are read in the order of memory.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::joined_dots};
/// let (x, w) = ([1.0_f32, 10.0, 100.0], [1.0_f32, 2.0, 3.0]);
/// let (x, w) = (Src::of(&x), Src::of(&w));
/// // SAFETY: `x` has three elements, and `w` is 3 by 1.
/// let y = unsafe { joined_dots::<f32, 1, 2, 2>(Scalar, x, w, 1, 3) };
/// assert_eq!(y, [321.0]);
/// ```
///
/// # Safety
/// `x` has `k` elements and `w` `k * cols`. `J` is `C * cols` divided by `LANES`, and `NV` is
/// `cols` divided by it, both rounded up.
#[inline(always)]
pub unsafe fn joined_dots<V: Simd, const NV: usize, const C: usize, const J: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    cols: usize,
    k: usize,
) -> [V; NV] {
    let (joined, all) = (C * cols, J * V::LANES);
    // Behind these turns come as many elements of others as the vectors have lanes to spare.
    let turns = k / C;
    let whole = k.saturating_sub((all - joined).div_ceil(cols)) / C;
    let mut acc = [V::splat(arch, V::Elem::ZERO); J];
    // SAFETY: the caller's promise, and the above.
    unsafe {
        add_turns::<V, C, J>(arch, x, w, cols, whole, all, &mut acc);
        let (x, w) = (x.offset(whole * C), w.offset(whole * joined));
        add_turns::<V, C, J>(arch, x, w, cols, turns - whole, joined, &mut acc);
        let mut chains = [[V::splat(arch, V::Elem::ZERO); NV]; C];
        for (c, chain) in chains.iter_mut().enumerate() {
            for (v, sum) in chain.iter_mut().enumerate() {
                let at = c * cols + v * V::LANES;
                let (from, by) = (at / V::LANES, at % V::LANES);
                // The last vector may end in the middle of one, or of the last one.
                let next = if by + cols - v * V::LANES > V::LANES { from + 1 } else { from };
                *sum = acc[from].followed_by(acc[next], by);
            }
        }
        let (x, w) = (x.offset((turns - whole) * C), w.offset((turns - whole) * joined));
        add_rows::<V, NV, C, C>(arch, x, w, cols, k - turns * C, cols, &mut chains);
        halved(chains)
    }
}

/// Adds `turns` of `C` rows to the sums, of each the `live` elements that its vectors may read.
///
/// # Safety
/// As [`joined_dots`].
#[inline(always)]
unsafe fn add_turns<V: Simd, const C: usize, const J: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    cols: usize,
    turns: usize,
    live: usize,
    acc: &mut [V; J],
) {
    let rolled = J * turns > UNROLLED;
    for turn in 0..if rolled { opaque(turns) } else { turns } {
        // SAFETY: the caller's promise.
        unsafe {
            let (factors, w) = (factors::<V, C>(arch, x.offset(turn * C)), w.offset(turn * C * cols));
            let w = if rolled { w.opaque() } else { w };
            for (v, acc) in acc.iter_mut().enumerate() {
                let first = v * V::LANES;
                let w: V = w.load_partial(arch, first, live - first);
                *acc = mixed(arch, &factors, cols, first).mul_add(w, *acc);
            }
        }
    }
}

/// The factors of the elements from `first` on of rows of `cols`, one after the other, each with a
/// factor of its own.
#[inline(always)]
fn mixed<V: Simd, const C: usize>(arch: V::Arch, factors: &[V; C], cols: usize, first: usize) -> V {
    let mut mixed = factors[0];
    for (row, &factor) in factors.iter().enumerate() {
        let start = row * cols;
        if start <= first {
            mixed = factor;
        } else if start < first + V::LANES {
            mixed = V::select(V::first_lanes(arch, start - first), mixed, factor);
        }
    }
    mixed
}
