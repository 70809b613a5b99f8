//! Micro-kernels: the inner tiles of every kernel, generic over the vector and the size
//! of the register block.
//!
//! They are inlined into a function of one level. Sizes arrive as plain numbers that are
//! constants by then; arrays of vectors are walked by loops of constant length, which the
//! compiler unrolls completely, so that each array becomes registers.

mod byte_rows;
mod columns;
#[cfg(test)]
mod columns_tests;
mod end_to_end;
mod extremes;
mod gemm;
mod held;
mod joined;
mod one_column;
mod pack;
mod pack_quads;
mod quads;
#[cfg(test)]
mod quads_tests;
mod reduce;
mod rows;
mod short;
mod small;
mod softmax;
mod stored_quads;
mod streamed;
mod strips;
#[cfg(test)]
mod tests;
mod transpose;

pub use byte_rows::{byte_dot, byte_rows, rows_start};
pub use columns::col_dots;
pub use end_to_end::{columns_end_to_end, rows_end_to_end, rows_of};
pub use extremes::{Max, Min, NanWatch, chains_watched, reduce_watched};
pub use gemm::{gemm, load_tile, prefetch_tile, store_tile};
pub use joined::joined_dots;
pub use one_column::one_column;
pub use pack::pack;
pub use pack_quads::{corrections, pack_quads};
pub use quads::{PANEL, Sums, quad_tile};
pub use reduce::{Combine, Sum, fold, fold_chains, reduce_sum};
pub use rows::{hold, row_dots};
pub use short::{short_dots, splats};
pub use small::{small_gemm, store_small};
pub use softmax::softmax;
pub use stored_quads::stored_quad_tile;
pub use streamed::gemm_streamed;
pub use strips::strip_dots;
pub use transpose::{transpose, transpose_scalars};

/// `n`, as a number of which the compiler knows only whether it is zero: a loop to this
/// bound stays a loop, without a test in front.
///
/// ```
/// assert_eq!(kernels::tile::opaque(3), 3);
/// ```
#[inline(always)]
pub fn opaque(n: usize) -> usize {
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    {
        let mut opaque = n;
        // SAFETY: no instruction, and no effect besides hiding where the value came from.
        unsafe {
            core::arch::asm!("/* {0} */", inout(reg) opaque, options(pure, nomem, nostack, preserves_flags));
        }
        // SAFETY: it is `n` still.
        unsafe { core::hint::assert_unchecked((opaque == 0) == (n == 0)) };
        opaque
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    core::hint::black_box(n)
}
