//! Rows of a tile whose elements are loaded several at a time.

use super::gemm::load_column;
use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::Src;

/// Multiply-adds up to which the loop is unrolled: those of eight rows and eight steps.
const UNROLLED: usize = 64;

/// Rows from which on a tile waits for its loads, and not for the sums before.
pub(super) const LEAST: usize = 5;

/// The first steps of [`gemm`](super::gemm) for a tile of one vector of columns, and
/// their number: 0 where they are not worth it.
///
/// Such a tile loads an element of `a` for each multiply-add, and beside them the vector of `b`,
/// while processors start as many loads in a cycle as multiply-adds. So of some rows 128 bits are
/// loaded at once, and each element is shuffled to all lanes: 8³ `f32` of AVX2 took a seventh less on
/// Zen 5. Shuffles of 256 bits have a port of their own on most processors; those of 512 bits
/// share one with the multiply-adds on Intel's, where 16³ of AVX-512 took 6 % more with a
/// single row.
///
/// # Safety
/// As there.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with two strides each")]
pub unsafe fn held_steps<V: Simd, const MR: usize, const NV: usize>(
    arch: V::Arch,
    acc: &mut [[V; NV]; MR],
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    b_k: usize,
    b_col: usize,
    k: usize,
    live: usize,
) -> usize {
    let part = 16 / size_of::<V::Elem>();
    // Sixteen registers have room for a row and a column beside the sums, too.
    let rows = 14_usize.saturating_sub(MR).min(2);
    let is_rolled = MR * k > UNROLLED;
    // In a loop the compiler keeps sums of more rows on the stack: a half more time for 7 of `f64`.
    let spills = is_rolled && MR > 4 + part;
    if NV != 1 || MR < LEAST || a_k != 1 || V::LANES != 2 * part || spills {
        return 0;
    }
    let turns = k / part;
    for turn in 0..if is_rolled { opaque(turns) } else { turns } {
        let at = turn * part;
        let mut held = [V::splat(arch, V::Elem::ZERO); 2];
        for (i, held) in held.iter_mut().enumerate().take(rows) {
            // SAFETY: the caller's promise; these steps are below `k`.
            *held = unsafe { a.load_rows::<V>(arch, i * a_row + at, 0, part, 1, part) }.opaque();
        }
        for t in 0..part {
            // SAFETY: as above.
            let column: V = unsafe { load_column(arch, b, (at + t) * b_k, b_col, 0, live) };
            for (i, acc) in acc.iter_mut().enumerate() {
                let row = if i < rows {
                    held[i].spread(part, t)
                } else {
                    // SAFETY: as above.
                    V::splat(arch, unsafe { a.get(i * a_row + at + t) })
                };
                acc[0] = row.mul_add(column, acc[0]);
            }
        }
    }
    turns * part
}
