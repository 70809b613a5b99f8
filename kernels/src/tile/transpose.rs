//! Transposition from memory to memory.

use super::opaque;
use crate::arch::Simd;
use crate::memory::{Dst, Src};

/// Bytes of a cache line.
const LINE: usize = 64;

/// Writes the transpose of a matrix of `rows` by `cols` elements: element `(r, c)`, at
/// `src[r * src_stride + c]`, goes to `dst[c * dst_stride + r]`.
///
/// Square blocks of `LANES` are transposed in registers; the last block of a row or column
/// overlaps the one before, and is masked where there is none. Narrow levels finish a
/// square of cache lines before the next one, so that a line crosses the caches once on
/// either side.
///
/// Squares go down the rows: a store that misses the cache waits for its line, and this
/// way the processor sees 16 runs of stores and has their next lines ready. Along the
/// columns it is up to five times as slow past the first cache, worst where the rows lie a
/// power of two apart and their lines throw each other out.
///
/// ```
/// use kernels::{arch::Scalar, memory::{Dst, Src}, tile::transpose};
/// let (m, mut t) = ([1.0_f32, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0; 6]);
/// // SAFETY: `m` is 2 by 3, and `t` 3 by 2.
/// unsafe { transpose::<f32>(Scalar, Src::of(&m), 3, Dst::of(&mut t), 2, 2, 3) };
/// assert_eq!(t, [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
/// ```
///
/// # Safety
/// `src` and `dst` have the elements named, and do not overlap.
#[inline(always)]
pub unsafe fn transpose<V: Simd>(
    arch: V::Arch,
    src: Src<V::Elem>,
    src_stride: usize,
    dst: Dst<V::Elem>,
    dst_stride: usize,
    rows: usize,
    cols: usize,
) {
    // One block per line where a vector is a line.
    let line = (LINE / size_of::<V::Elem>()).max(V::LANES);
    for col in steps(cols, line) {
        for row in steps(rows, line) {
            let (height, width) = (line.min(rows - row * line), line.min(cols - col * line));
            for r in 0..height.div_ceil(V::LANES) {
                for c in 0..width.div_ceil(V::LANES) {
                    let (r, live_rows) = block::<V>(row * line + r * V::LANES, rows);
                    let (c, live_cols) = block::<V>(col * line + c * V::LANES, cols);
                    // SAFETY: the caller's promise, for the live rows and columns.
                    unsafe {
                        let from = src.run(r * src_stride + c, (live_rows - 1) * src_stride + live_cols);
                        let to = dst.run(c * dst_stride + r, (live_cols - 1) * dst_stride + live_rows);
                        V::transpose_block(
                            arch, from, src_stride, to, dst_stride, live_rows, live_cols, live_rows,
                        );
                    }
                }
            }
        }
    }
}

/// The blocks of `size` that cover `len`. More than one stay a loop: a block is some
/// hundred instructions.
#[inline(always)]
fn steps(len: usize, size: usize) -> core::ops::Range<usize> {
    let count = len.div_ceil(size);
    0..if count > 1 { opaque(count) } else { count }
}

/// The start and length of the block for the elements from `at` on: whole wherever `len`
/// has room for it.
#[inline(always)]
fn block<V: Simd>(at: usize, len: usize) -> (usize, usize) {
    if len < V::LANES { (at, len) } else { (at.min(len - V::LANES), V::LANES) }
}

/// [`transpose`] of elements that have no vectors of their own, one by one: element `(r, c)`,
/// at `src[r * src_stride + c]`, goes to `dst[c * dst_stride + r]`.
///
/// ```
/// use kernels::{memory::{Dst, Src}, tile::transpose_scalars};
/// let (src, mut dst) = ([1_i8, 2, 3, 4, 5, 6], [0; 6]);
/// // SAFETY: both have the six elements of a matrix of two rows and three columns.
/// unsafe { transpose_scalars(Src::of(&src), 3, Dst::of(&mut dst), 2, 2, 3) };
/// assert_eq!(dst, [1, 4, 2, 5, 3, 6]);
/// ```
///
/// # Safety
/// `src` and `dst` have the elements named, and do not overlap.
#[inline(always)]
pub unsafe fn transpose_scalars<T: Copy>(
    src: Src<T>,
    src_stride: usize,
    dst: Dst<T>,
    dst_stride: usize,
    rows: usize,
    cols: usize,
) {
    for col in 0..cols {
        for row in 0..rows {
            // SAFETY: the caller's promise.
            unsafe { dst.set(col * dst_stride + row, src.get(row * src_stride + col)) };
        }
    }
}
