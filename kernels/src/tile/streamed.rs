//! The tile of a matrix product whose packed columns come from the second-level cache.

use super::gemm::gemm_from;
use crate::arch::Simd;
use crate::memory::Src;

/// Steps by which columns are asked for ahead: some hundred cycles, several times what the
/// second-level cache takes. The processor's own prefetchers leave a part of that to wait for:
/// this took 3 to 4 % less on an Intel Xeon, at AVX2 and AVX-512, as 16 steps did.
const AHEAD: usize = 8;

/// As [`gemm`](super::gemm), from partial results, with the columns in a panel of `NV * LANES`, which
/// is read straight on.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::gemm_streamed};
/// let (a, b) = ([1.0_f32, 2.0], [10.0_f32, 20.0, 30.0, 40.0]);
/// let (a, b) = (Src::of(&a), Src::of(&b));
/// // SAFETY: `a` is 1 by 2 and `b` a panel of 2 by 2.
/// let c = unsafe { gemm_streamed(Scalar, [[0.0_f32; 2]], a, 2, 1, b, 2) };
/// assert_eq!(c, [[70.0, 100.0]]);
/// ```
///
/// # Safety
/// `a` and `b` have the elements named.
#[inline(always)]
pub unsafe fn gemm_streamed<V: Simd, const MR: usize, const NV: usize>(
    arch: V::Arch,
    acc: [[V; NV]; MR],
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    k: usize,
) -> [[V; NV]; MR] {
    let width = NV * V::LANES;
    // SAFETY: the caller's promise.
    unsafe { gemm_from::<V, MR, NV, AHEAD>(arch, acc, a, a_row, a_k, b, width, 1, k, width) }
}
