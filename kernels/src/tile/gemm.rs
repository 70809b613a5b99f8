//! The tile of the matrix product.

use crate::arch::{Element, Simd};
use crate::memory::Src;

/// A tile of `a * b`: `MR` rows by `NV` vectors of columns, each element accumulated from
/// +0 over `k` ascending with fused multiply-add.
///
/// Element (i, k) of `a` is at `i * a_row + k * a_k`, element (k, j) of `b` at
/// `k * b_k + j * b_col`; with `b_col == 1` its vectors are loaded whole. `live` of the
/// `NV * LANES` columns exist; the others come out as 0 times `a`.
///
/// The tile takes `MR * NV` registers for the results, `NV` for `b` and one for `a`.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::gemm};
/// let (a, b) = ([1.0_f32, 2.0], [10.0_f32, 20.0, 30.0, 40.0]);
/// let (a, b) = (Src::new(a.as_ptr(), 2), Src::new(b.as_ptr(), 4));
/// // SAFETY: `a` is 1 by 2 and `b` 2 by 2.
/// let c = unsafe { gemm::<f32, 1, 2>(Scalar, a, 2, 1, b, 2, 1, 2, 2) };
/// assert_eq!(c, [[70.0, 100.0]]);
/// ```
///
/// # Safety
/// `a` and `b` have the elements named.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with two strides each")]
pub unsafe fn gemm<V: Simd, const MR: usize, const NV: usize>(
    arch: V::Arch,
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    b_k: usize,
    b_col: usize,
    k: usize,
    live: usize,
) -> [[V; NV]; MR] {
    let zero = V::splat(arch, V::Elem::ZERO);
    let mut acc = [[zero; NV]; MR];
    for k in 0..k {
        let mut columns = [zero; NV];
        for (j, columns) in columns.iter_mut().enumerate() {
            let first = j * V::LANES;
            let n = live.saturating_sub(first);
            let at = k * b_k + first * b_col;
            // SAFETY: the caller's promise, for the `n` live columns.
            *columns = unsafe {
                if b_col == 1 { b.load_partial(arch, at, n) } else { b.load_strided(arch, at, b_col, n) }
            };
        }
        for (i, acc) in acc.iter_mut().enumerate() {
            // SAFETY: the caller's promise.
            let a = V::splat(arch, unsafe { a.get(i * a_row + k * a_k) });
            for (acc, column) in acc.iter_mut().zip(columns) {
                *acc = a.mul_add(column, *acc);
            }
        }
    }
    acc
}
