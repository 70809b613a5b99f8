//! Weights of quantized products, copied together for four-way dots.

use super::quads::{PANEL, Sums};
use crate::Byte;
use crate::arch::{Int, Quads};
use crate::memory::{Dst, Src};

/// Four runs of 16 bytes: what one turn of the packing moves.
type Block = [[u8; PANEL]; 4];

/// Copies bytes together in panels of 16 outputs, in the order in which
/// [`quad_tile`](super::quad_tile) reads them: element (i, k) of output `i`, at
/// `src[i * along + k * by_k]`, goes to panel `i / 16`, there to quad `k / 4`, there to
/// `i % 16 * 4 + k % 4`. A quad has 64 bytes, a panel `depth` elements rounded up to whole
/// quads. There are `live` outputs; what no element goes to is filled with 0.
///
/// With `along == 1` (outputs along the rows of memory) four rows are interleaved, with
/// `by_k == 1` (outputs are rows) groups of four bytes transposed; other strides are slow.
///
/// ```
/// use kernels::{memory::{Dst, Src}, tile::pack_quads};
///
/// let (w, mut panel) = ([1_i8, 2, 3, 4, 5, 6], [7; 64]);
/// // SAFETY: two rows of three; the panel has one quad.
/// unsafe { pack_quads(Src::of(&w), 3, 1, 3, 2, Dst::of(&mut panel)) };
/// assert_eq!(panel[..9], [1, 2, 3, 0, 4, 5, 6, 0, 0]);
/// ```
///
/// # Safety
/// `src` has the elements named, `dst` the whole panels, and the two do not overlap.
#[inline(always)]
pub unsafe fn pack_quads<W: Byte>(
    src: Src<W>,
    along: usize,
    by_k: usize,
    depth: usize,
    live: usize,
    dst: Dst<W>,
) {
    let quads = depth.div_ceil(4);
    for panel in 0..live.div_ceil(PANEL) {
        let (first, outputs) = (panel * PANEL, PANEL.min(live - panel * PANEL));
        // SAFETY: the caller's promise.
        unsafe {
            let (src, dst) = (src.offset(first * along), dst.offset(panel * quads * 4 * PANEL));
            match (along, by_k) {
                (1, _) => interleave(src, by_k, depth, outputs, dst),
                (_, 1) => transpose(src, along, depth, outputs, dst),
                _ => scatter(src, along, by_k, depth, outputs, dst),
            }
        }
    }
}

/// The panel of outputs that are neighbours.
///
/// # Safety
/// As [`pack_quads`].
#[inline(always)]
unsafe fn interleave<W: Byte>(src: Src<W>, by_k: usize, depth: usize, outputs: usize, dst: Dst<W>) {
    for quad in 0..depth.div_ceil(4) {
        let mut block: Block = [[0; PANEL]; 4];
        for (i, row) in block.iter_mut().enumerate() {
            if quad * 4 + i < depth {
                // SAFETY: the caller's promise.
                unsafe { read(src, (quad * 4 + i) * by_k, outputs, row) };
            }
        }
        let block = mix_quads(block);
        for (i, row) in block.iter().enumerate() {
            // SAFETY: the quad is in the panel.
            unsafe { write(dst, (quad * 4 + i) * PANEL, row) };
        }
    }
}

/// The panel of outputs whose weights are neighbours.
///
/// # Safety
/// As [`pack_quads`].
#[inline(always)]
unsafe fn transpose<W: Byte>(src: Src<W>, along: usize, depth: usize, outputs: usize, dst: Dst<W>) {
    // Four outputs and four quads at a time.
    for quad in (0..depth.div_ceil(4)).step_by(4) {
        for first in (0..PANEL).step_by(4) {
            let mut block: Block = [[0; PANEL]; 4];
            for (i, row) in block.iter_mut().enumerate() {
                if first + i < outputs {
                    let n = PANEL.min(depth - quad * 4);
                    // SAFETY: the caller's promise.
                    unsafe { read(src, (first + i) * along + quad * 4, n, row) };
                }
            }
            let block = mix_outputs(block);
            for (i, row) in block.iter().enumerate().take(depth.div_ceil(4) - quad) {
                // SAFETY: the quad is in the panel.
                unsafe { write(dst, ((quad + i) * PANEL + first) * 4, row) };
            }
        }
    }
}

/// The panel of outputs at any strides.
///
/// # Safety
/// As [`pack_quads`].
#[inline(always)]
unsafe fn scatter<W: Byte>(
    src: Src<W>,
    along: usize,
    by_k: usize,
    depth: usize,
    outputs: usize,
    dst: Dst<W>,
) {
    for k in 0..depth.next_multiple_of(4) {
        for i in 0..PANEL {
            let inside = k < depth && i < outputs;
            // SAFETY: the caller's promise.
            unsafe {
                let x = if inside { src.get(i * along + k * by_k) } else { W::default() };
                dst.set((k / 4 * PANEL + i) * 4 + k % 4, x);
            }
        }
    }
}

/// The first `n <= 16` bytes of a row, from `at` on.
///
/// # Safety
/// They are inside.
#[inline(always)]
unsafe fn read<W: Byte>(src: Src<W>, at: usize, n: usize, row: &mut [u8; PANEL]) {
    // SAFETY: the caller's promise; each type of byte has the layout of `u8`.
    unsafe {
        let from: *const u8 = src.run(at, n).cast();
        if n == PANEL {
            *row = from.cast::<[u8; PANEL]>().read();
        } else {
            core::ptr::copy_nonoverlapping(from, row.as_mut_ptr(), n);
        }
    }
}

/// # Safety
/// The 16 elements from `at` are inside, and every byte of `row` is an element.
#[inline(always)]
unsafe fn write<W: Byte>(dst: Dst<W>, at: usize, row: &[u8; PANEL]) {
    // SAFETY: the caller's promise; each type of byte has the layout of `u8`.
    unsafe { dst.run(at, PANEL).cast::<[u8; PANEL]>().write(*row) }
}

/// Byte `j` of run `i` goes to byte `i` of quad `j`, in order of memory.
#[inline(always)]
fn mix_quads(block: Block) -> Block {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: every x86-64 processor has SSE2; a vector has the layout of 16 bytes.
    unsafe {
        use core::arch::x86_64::*;
        let [a, b, c, d] = core::mem::transmute::<Block, [__m128i; 4]>(block);
        let (low, high) = (_mm_unpacklo_epi8(a, b), _mm_unpackhi_epi8(a, b));
        let (later_low, later_high) = (_mm_unpacklo_epi8(c, d), _mm_unpackhi_epi8(c, d));
        core::mem::transmute::<[__m128i; 4], Block>([
            _mm_unpacklo_epi16(low, later_low),
            _mm_unpackhi_epi16(low, later_low),
            _mm_unpacklo_epi16(high, later_high),
            _mm_unpackhi_epi16(high, later_high),
        ])
    }
    #[cfg(not(target_arch = "x86_64"))]
    core::array::from_fn(|i| core::array::from_fn(|j| block[j % 4][i * 4 + j / 4]))
}

/// Quad `q` of output `i` goes to place `i` of run `q`.
#[inline(always)]
fn mix_outputs(block: Block) -> Block {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: every x86-64 processor has SSE2; a vector has the layout of 16 bytes.
    unsafe {
        use core::arch::x86_64::*;
        let [a, b, c, d] = core::mem::transmute::<Block, [__m128i; 4]>(block);
        let (low, high) = (_mm_unpacklo_epi32(a, b), _mm_unpackhi_epi32(a, b));
        let (later_low, later_high) = (_mm_unpacklo_epi32(c, d), _mm_unpackhi_epi32(c, d));
        core::mem::transmute::<[__m128i; 4], Block>([
            _mm_unpacklo_epi64(low, later_low),
            _mm_unpackhi_epi64(low, later_low),
            _mm_unpacklo_epi64(high, later_high),
            _mm_unpackhi_epi64(high, later_high),
        ])
    }
    #[cfg(not(target_arch = "x86_64"))]
    core::array::from_fn(|q| core::array::from_fn(|j| block[j / 4][q * 4 + j % 4]))
}

/// What products of signed bytes with `count` panels start from, -128 times the sum of each
/// output's weights: 16 numbers per panel. The panels have `depth` elements of each output.
///
/// ```
/// use kernels::arch::Portable;
/// use kernels::{memory::{Dst, Src}, tile::corrections};
///
/// let mut panel = [0_i8; 64];
/// panel[..8].copy_from_slice(&[1, 2, 3, 0, -128, 0, 0, 0]);
/// let mut starts = [7; 16];
/// // SAFETY: one panel of one quad.
/// unsafe { corrections(Portable, Src::of(&panel), 3, 1, Dst::of(&mut starts)) };
/// assert_eq!(starts[..3], [-128 * 6, 128 * 128, 0]);
/// ```
///
/// # Safety
/// `panels` has those panels, and `dst` 16 elements for each.
#[inline(always)]
pub unsafe fn corrections<Q: Quads, W: Byte>(
    q: Q,
    panels: Src<W>,
    depth: usize,
    count: usize,
    dst: Dst<i32>,
) {
    let (arch, lanes, quads) = (q.arch(), <Sums<Q>>::LANES, depth.div_ceil(4));
    // 128 as `u8`.
    let factor = <Sums<Q>>::splat(arch, 0x8080_8080_u32.cast_signed());
    for panel in 0..count {
        for first in (0..PANEL).step_by(lanes) {
            let mut sums = <Sums<Q>>::splat(arch, 0);
            for quad in 0..quads {
                let at = (panel * quads + quad) * 4 * PANEL + 4 * first;
                // SAFETY: the caller's promise.
                let weights = unsafe { panels.load_quads(arch, at, 4 * lanes) };
                sums = q.dot(sums, factor, weights);
            }
            // SAFETY: the caller's promise.
            unsafe { dst.store(-sums, panel * PANEL + first) };
        }
    }
}
