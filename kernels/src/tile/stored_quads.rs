//! Tiles of quantized products whose right operand is packed on the way.

use super::pack_quads::{corrections, pack_quads};
use super::quads::{PANEL, Sums, corrected, quad_tile};
use crate::Byte;
use crate::arch::{Int, Quads};
use crate::memory::{Buffer, Src};

/// Elements along the depth that are packed at once: with the most panels 32 KiB, a
/// first-level cache.
const CHUNK: usize = 256;

/// The most panels of a tile: 128 outputs.
const PANELS: usize = 8;

/// [`quad_tile`] with a right operand that is not packed: element (i, k) of output `i` is at
/// `stored[i * along + k * by_k]`, for `live` outputs. For what is read by one tile alone, and
/// for a depth that is not known where the room for panels must be.
///
/// ```
/// use kernels::arch::{Int, Portable, Quads};
/// use kernels::{memory::Src, tile::stored_quad_tile};
///
/// let (a, b) = ([1_u8, 2, 255], [1_i8, 10, 2, 20, 3, -128]);
/// // SAFETY: a row of three, and three rows of two outputs.
/// let dots = unsafe {
///     let q = <Portable as Quads>::assume_quads();
///     stored_quad_tile::<_, u8, i8, 1, 1, 1, false>(q, Src::of(&a), 3, Src::of(&b), 1, 2, 2, 3)
/// };
/// let mut y = [0; 2];
/// // SAFETY: there is room for two.
/// unsafe { dots[0][0].store_partial(y.as_mut_ptr(), 2) };
/// assert_eq!(y, [1 + 4 + 3 * 255, 10 + 40 - 128 * 255]);
/// ```
///
/// # Safety
/// The operands have the elements named.
#[expect(clippy::too_many_arguments, reason = "two operands with their strides and extents")]
#[inline(always)]
pub unsafe fn stored_quad_tile<
    Q: Quads,
    A: Byte,
    W: Byte,
    const MR: usize,
    const NV: usize,
    const C: usize,
    const PAIRS: bool,
>(
    q: Q,
    a: Src<A>,
    a_row: usize,
    stored: Src<W>,
    along: usize,
    by_k: usize,
    live: usize,
    k: usize,
) -> [[Sums<Q>; NV]; MR] {
    const { assert!(NV * <Sums<Q>>::LANES <= PANELS * PANEL) };
    let panels = Buffer::<W, PANELS, { CHUNK * PANEL }>::uninit();
    let starts = Buffer::<i32, PANELS, PANEL>::uninit();
    let mut sums = [[<Sums<Q>>::splat(q.arch(), 0); NV]; MR];
    for first in (0..k).step_by(CHUNK) {
        let depth = CHUNK.min(k - first);
        // SAFETY: the caller's promise; there is room for a chunk of the most panels.
        let tile = unsafe {
            pack_quads(stored.offset(first * by_k), along, by_k, depth, live, panels.dst());
            if corrected::<A, W>() {
                corrections(q, panels.src(), depth, live.div_ceil(PANEL), starts.dst());
            }
            quad_tile::<Q, A, W, MR, NV, C, PAIRS>(
                q,
                a.offset(first),
                a_row,
                panels.src(),
                starts.src(),
                0,
                depth,
            )
        };
        for (sums, tile) in sums.iter_mut().zip(tile) {
            for (sum, part) in sums.iter_mut().zip(tile) {
                *sum = *sum + part;
            }
        }
    }
    sums
}
