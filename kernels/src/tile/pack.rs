//! Operands of a matrix product, copied together.

use super::opaque;
use crate::arch::{Simd, is_part};
use crate::memory::{Dst, Src};

/// Bytes by which the runs of many rows, too many for the processor's prefetchers, are asked
/// for ahead.
const AHEAD: usize = 256;

/// Rows by which the lines of neighbours are asked for ahead: rows that lie a page apart are
/// not seen coming.
const ROWS_AHEAD: usize = 8;

/// Panels that are filled side by side. They often lie a multiple of 4 KiB apart, and the
/// smallest first-level cache has so many places for their lines.
const SIDE_BY_SIDE: usize = 8;

/// Copies rows or columns together, in panels of `W`, so that a tile reads a panel straight
/// on: element (i, k), at `src[i * along + k * by_k]`, goes to panel `i / W`, which begins at
/// `dst[i / W * W * depth]`, and there to `k * W + i % W`. There are `live`; the last panel is
/// filled with +0.
///
/// Of runs along the depth whole vectors are stored: one may reach past the end. Where `W` is a
/// part of a vector, parts are.
///
/// ```
/// use kernels::{arch::Scalar, memory::{Dst, Src}, tile::pack};
/// let (a, mut packed) = ([1.0_f32, 2.0, 3.0, 4.0], [0.0; 6]);
/// // SAFETY: `a` is 2 by 2; the panel is 2 deep, and its vectors have one lane.
/// unsafe { pack::<f32, 3>(Scalar, Src::of(&a), 2, 1, 2, 2, Dst::of(&mut packed)) };
/// assert_eq!(packed, [1.0, 3.0, 0.0, 2.0, 4.0, 0.0]);
/// ```
///
/// # Safety
/// `src` has the elements named, `dst` has the panels and a vector past them, and the two do
/// not overlap. `along` or `by_k` is 1.
#[inline(always)]
pub unsafe fn pack<V: Simd, const W: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    along: usize,
    by_k: usize,
    depth: usize,
    live: usize,
    dst: Dst<V::Elem>,
) {
    debug_assert!(along == 1 || by_k == 1);
    let (whole, rest) = (live / W, live % W);
    // SAFETY: the caller's promise.
    unsafe {
        if along == 1 {
            copy::<V, W>(arch, src, by_k, depth, whole, W, dst);
        } else {
            for panel in 0..whole {
                let (src, dst) = (src.offset(panel * W * along), dst.offset(panel * W * depth));
                turn::<V, W>(arch, src, along, depth, W, dst);
            }
        }
        if rest > 0 {
            let dst = dst.offset(whole * W * depth);
            if along == 1 {
                copy::<V, W>(arch, src.offset(whole * W), by_k, depth, 1, rest, dst);
            } else {
                turn::<V, W>(arch, src.offset(whole * W * along), along, depth, rest, dst);
            }
        }
    }
}

/// [`pack`] of neighbours, `panels` of `live` of them, a run of a few panels after the other.
///
/// # Safety
/// As [`pack`].
#[inline(always)]
unsafe fn copy<V: Simd, const W: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    by_k: usize,
    depth: usize,
    panels: usize,
    live: usize,
    dst: Dst<V::Elem>,
) {
    for first in (0..panels).step_by(SIDE_BY_SIDE) {
        for k in 0..opaque(depth) {
            for panel in first..panels.min(first + SIDE_BY_SIDE) {
                for v in 0..W.div_ceil(V::LANES) {
                    let first = v * V::LANES;
                    // SAFETY: the caller's promise.
                    unsafe {
                        let at = k * by_k + panel * W + first;
                        src.prefetch(at + ROWS_AHEAD * by_k);
                        let x: V = src.load_partial(arch, at, live.saturating_sub(first));
                        dst.store_partial(x, (panel * depth + k) * W + first, W - first);
                    }
                }
            }
        }
    }
}

/// [`pack`] of runs along the depth: transposes square blocks.
///
/// # Safety
/// As [`pack`].
#[inline(always)]
unsafe fn turn<V: Simd, const W: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    along: usize,
    depth: usize,
    live: usize,
    dst: Dst<V::Elem>,
) {
    for block in 0..opaque(depth / V::LANES) {
        for i in 0..W {
            src.prefetch(i * along + block * V::LANES + AHEAD / size_of::<V::Elem>());
        }
        // SAFETY: the caller's promise.
        unsafe { turn_block::<V, W>(arch, src, along, block * V::LANES, V::LANES, live, dst) };
    }
    let rest = depth % V::LANES;
    if rest > 0 {
        // SAFETY: the caller's promise.
        unsafe { turn_block::<V, W>(arch, src, along, depth - rest, rest, live, dst) };
    }
}

/// The part of a panel from `k` on, `cols` deep.
///
/// # Safety
/// As [`pack`].
#[inline(always)]
unsafe fn turn_block<V: Simd, const W: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    along: usize,
    k: usize,
    cols: usize,
    live: usize,
    dst: Dst<V::Elem>,
) {
    // What a vector stores past its row belongs to the first vector of the next one, which
    // therefore comes last.
    let stored = if is_part::<V>(W) { W } else { V::LANES };
    for v in (0..W.div_ceil(V::LANES)).rev() {
        let first = v * V::LANES;
        let rows = live.saturating_sub(first).min(V::LANES);
        // SAFETY: the caller's promise.
        unsafe {
            let from = match rows {
                0 => src.run(0, 1),
                _ => src.run(first * along + k, (rows - 1) * along + cols),
            };
            let to = dst.run(k * W + first, (cols - 1) * W + V::LANES);
            V::transpose_block(arch, from, along, to, W, rows, cols, stored);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arch::Element;
    use crate::arch::testing::{Check, every_level, same, samples};
    use crate::tile::{gemm_streamed, load_tile, store_tile};

    struct Panels;

    impl Panels {
        #[inline(always)]
        fn with<V: Simd, const W: usize>(arch: V::Arch, depth: usize, live: usize, turned: bool) {
            // Rows apart from each other, so that their ends are read as ends.
            let (along, by_k) = if turned { (depth + 3, 1) } else { (1, live + 2) };
            let x = samples::<V::Elem>((live + 2) * (depth + 3), live as u64, 0);
            let mut packed = vec![V::Elem::ONE; live.next_multiple_of(W) * depth + V::LANES];
            // SAFETY: the strides are at least the extents.
            unsafe { pack::<V, W>(arch, Src::of(&x), along, by_k, depth, live, Dst::of(&mut packed)) };
            for i in 0..live.next_multiple_of(W) {
                for k in 0..depth {
                    let got = packed[i / W * W * depth + k * W + i % W];
                    let want = if i < live { x[i * along + k * by_k] } else { V::Elem::ZERO };
                    assert!(
                        same(got, want),
                        "{i} of {live} by {W}, {k} of {depth}, {turned}, {} lanes",
                        V::LANES
                    );
                }
            }
        }
    }

    impl Check for Panels {
        #[inline(always)]
        fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
            for depth in 1..=35 {
                for live in 1..=20 {
                    for turned in [false, true] {
                        Panels::with::<V, 1>(arch, depth, 1, turned);
                        Panels::with::<V, 6>(arch, depth, live, turned);
                        Panels::with::<V, 13>(arch, depth, live, turned);
                        Panels::with::<V, LANES>(arch, depth, live, turned);
                    }
                }
            }
        }
    }

    #[test]
    fn panels_hold_every_element() {
        every_level(&Panels);
    }

    /// Products in blocks of random sizes, against the sums in ascending order.
    struct Blocks;

    impl Blocks {
        #[inline(always)]
        fn with<V: Simd, const LANES: usize, const MR: usize>(arch: V::Arch, seed: usize) {
            let (k, part, live) = (1 + seed * 7 % 61, 1 + seed * 5 % 23, 1 + seed % LANES);
            let (a, b) = (samples::<V::Elem>(MR * k, seed as u64, 3), samples::<V::Elem>(k * live, 7, 3));
            let (mut left, mut right) = (vec![V::Elem::ONE; (MR + 1) * 40], vec![V::Elem::ONE; 40 * LANES]);
            let mut c = vec![V::Elem::ONE; MR * live];
            for first in (0..k).step_by(part) {
                let part = part.min(k - first);
                // SAFETY: the parts lie within the operands, and the panels have room for them.
                unsafe {
                    let (a, b) = (Src::of(&a).offset(first), Src::of(&b).offset(first * live));
                    pack::<V, MR>(arch, a, k, 1, part, MR, Dst::of(&mut left));
                    pack::<V, LANES>(arch, b, 1, live, part, live, Dst::of(&mut right));
                    let sums = match first {
                        0 => [[V::splat(arch, V::Elem::ZERO); 1]; MR],
                        _ => load_tile(arch, Src::of(&c), live, live),
                    };
                    let (left, right) = (Src::of(&left), Src::of(&right));
                    let sums = gemm_streamed(arch, sums, left, 1, MR, right, part);
                    store_tile(sums, Dst::of(&mut c), live, live);
                }
            }
            for (at, got) in c.into_iter().enumerate() {
                let (i, j) = (at / live, at % live);
                let want = (0..k).fold(V::Elem::ZERO, |sum, p| a[i * k + p].mul_add(b[p * live + j], sum));
                assert!(
                    same(got, want),
                    "{got:?} is not {want:?} at {i}, {j}, seed {seed}, {} lanes",
                    V::LANES
                );
            }
        }
    }

    impl Check for Blocks {
        #[inline(always)]
        fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
            for seed in 0..300 {
                Blocks::with::<V, LANES, 1>(arch, seed);
                Blocks::with::<V, LANES, 6>(arch, seed);
                Blocks::with::<V, LANES, 13>(arch, seed);
            }
        }
    }

    #[test]
    fn blocks_do_not_change_a_bit() {
        every_level(&Blocks);
    }
}
