//! Operands of a matrix product, copied together.

use super::opaque;
use crate::arch::Simd;
use crate::memory::{Dst, Src};

/// Bytes by which the runs of many rows, too many for the processor's prefetchers, are asked
/// for ahead.
const AHEAD: usize = 256;

/// Copies rows or columns together, in panels of `W`, so that a tile reads a panel straight
/// on: element (i, k), at `src[i * along + k * by_k]`, goes to panel `i / W`, which begins at
/// `dst[i / W * W * depth]`, and there to `k * W + i % W`. There are `live`; the last panel is
/// filled with +0.
///
/// Whole vectors are stored: one may reach past the end.
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

/// [`pack`] of neighbours, `panels` of `live` of them: as they lie in memory, one run of all
/// panels after the other.
///
/// # Safety
/// As [`pack`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "a matrix, its panels, and where they go")]
unsafe fn copy<V: Simd, const W: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    by_k: usize,
    depth: usize,
    panels: usize,
    live: usize,
    dst: Dst<V::Elem>,
) {
    for k in 0..opaque(depth) {
        for panel in 0..panels {
            for v in 0..W.div_ceil(V::LANES) {
                let first = v * V::LANES;
                // SAFETY: the caller's promise. What a vector stores past its row is stored
                // again, with the next row.
                unsafe {
                    let at = k * by_k + panel * W + first;
                    let x: V = src.load_partial(arch, at, live.saturating_sub(first));
                    dst.store(x, (panel * depth + k) * W + first);
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
            V::transpose_block(arch, from, along, to, W, rows, cols, V::LANES);
        }
    }
}
