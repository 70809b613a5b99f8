//! Shallow products whose result is narrow: its rows lie one after the other, and vectors go across
//! their ends.

use crate::arch::{Axis, Element, Simd};
use crate::memory::Src;

/// The right factors of vector `I` of [`rows_end_to_end`]: those of step `k` are in each lane the element
/// of row `k` of the right operand that stands in that lane's column. The elements of the `rows` are
/// `STEP` lanes apart.
///
/// ```
/// use kernels::{arch::Scalar, tile::columns_end_to_end};
/// assert_eq!(columns_end_to_end::<f32, 1, 2, 1, 0>(&[2.0, 3.0]), [2.0, 3.0]);
/// ```
#[inline(always)]
pub fn columns_end_to_end<V: Simd, const N: usize, const K: usize, const STEP: usize, const I: usize>(
    rows: &[V; K],
) -> [V; K] {
    let mut columns = *rows;
    for column in &mut columns {
        *column = column.grid::<N, STEP>(None, Axis::Columns, I, 0);
    }
    columns
}

/// The `K` rows of `b`, `b_k` elements apart, each in a vector; `b` has so many `elements`. What is
/// behind a row fills its vector.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::rows_of};
/// // SAFETY: two rows of one element.
/// assert_eq!(unsafe { rows_of::<f32, 2>(Scalar, Src::of(&[2.0, 3.0]), 1, 2) }, [2.0, 3.0]);
/// ```
///
/// # Safety
/// It has these elements.
#[inline(always)]
pub unsafe fn rows_of<V: Simd, const K: usize>(
    arch: V::Arch,
    b: Src<V::Elem>,
    b_k: usize,
    elements: usize,
) -> [V; K] {
    let mut rows = [V::splat(arch, V::Elem::ZERO); K];
    for (k, row) in rows.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *row = unsafe { b.load_partial(arch, k * b_k, elements - k * b_k) };
    }
    rows
}

/// Vector `I` of the `N` of `LANES` rows of `a * b`, which lie one after the other. Each element is
/// accumulated from +0 over the depth `K`, ascending, with fused multiply-add.
///
/// A vector's elements are of a few rows: the left factors of a step are the elements of these rows in
/// one column of `a`, which a shuffle brings to their lanes: of one load for all steps if the elements
/// of all of them are within one vector, of two if those of a step are not within one.
///
/// Element (i, k) of `a` is at `i * STEP + k * a_k`; it has so many `elements`. Where these are fewer
/// than for `LANES` rows, the lanes of the others hold anything.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::rows_end_to_end};
/// // SAFETY: one by two elements.
/// let c = unsafe { rows_end_to_end::<f32, 1, 2, 2, 0>(Scalar, Src::of(&[10.0, 100.0]), 1, 2, &[2.0, 3.0]) };
/// assert_eq!(c, 320.0);
/// ```
///
/// # Safety
/// `a` has these elements. `I < N <= LANES`, and the elements of `a` that belong to one vector are
/// within twice `LANES`; where `a_k` is not less than `STEP`, those of one column within `LANES`.
#[inline(always)]
pub unsafe fn rows_end_to_end<V: Simd, const N: usize, const K: usize, const STEP: usize, const I: usize>(
    arch: V::Arch,
    a: Src<V::Elem>,
    a_k: usize,
    elements: usize,
    right: &[V; K],
) -> V {
    let first = I * V::LANES / N * STEP;
    let last_row = Axis::Rows.position(V::LANES, N, I, V::LANES - 1) * STEP;
    let last = last_row + (K - 1) * a_k;
    // SAFETY: the caller's promise.
    let load = |at: usize| unsafe { a.load_partial::<V>(arch, at, elements.saturating_sub(at)) };
    let together = a_k < STEP && (last < V::LANES || last_row >= V::LANES);
    let all = load(first);
    let next = (together && last >= V::LANES).then(|| load(first + V::LANES));
    let mut sum = V::splat(arch, V::Elem::ZERO);
    for (k, right) in right.iter().enumerate() {
        let left = match together {
            true => all.grid::<N, STEP>(next, Axis::Rows, I, k * a_k),
            false => load(first + k * a_k).grid::<N, STEP>(None, Axis::Rows, I, 0),
        };
        sum = left.mul_add(*right, sum);
    }
    sum
}
