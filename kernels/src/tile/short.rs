//! `w * x` of rows that are shorter than a vector, and matrices of such rows times one column.

use crate::arch::{Element, Simd};
use crate::memory::{LoadAs, Src};

/// Lane `r < live` is the dot of row `r` of `w` with `x`, whose elements are each in all lanes of a
/// vector; the rows have `D` elements and lie one right after the other. The lanes past `live` hold
/// nothing of meaning.
///
/// The rows of a vector of outputs are `D` vectors, from which each column of them is taken: there is
/// nothing to add up within a vector. They are added in the order of `kernels_plan::order`, of whose lanes
/// a row fills the first `D`, or as products of matrices are: `ASCENDING`, from +0.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::short_dots};
/// let w = [1.0_f32, 2.0, 3.0];
/// // SAFETY: a row of three elements.
/// let y = unsafe { short_dots::<f32, 3, false>(Scalar, Src::of(&w), &[1.0, 10.0, 100.0], 1) };
/// assert_eq!(y, 321.0);
/// ```
///
/// # Safety
/// `w` has `live` rows.
#[inline(always)]
pub unsafe fn short_dots<V: Simd, const D: usize, const ASCENDING: bool>(
    arch: V::Arch,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    x: &[V; D],
    live: usize,
) -> V {
    let zero = V::splat(arch, V::Elem::ZERO);
    let mut rows = [zero; D];
    for (v, row) in rows.iter_mut().enumerate() {
        let at = v * V::LANES;
        // SAFETY: the caller's promise.
        *row = unsafe { w.load_partial(arch, at, (live * D).saturating_sub(at)) };
    }
    let filled = (live * D).div_ceil(V::LANES);
    let mut sums = [zero; D];
    for column in 0..D {
        let before = if ASCENDING && column > 0 { sums[column - 1] } else { zero };
        sums[column] = V::strided(rows, column, filled).mul_add(x[column], before);
    }
    if ASCENDING {
        return sums[D - 1];
    }
    let mut half = D.next_power_of_two() / 2;
    while half > 0 {
        for lane in 0..half.min(D - half) {
            sums[lane] = sums[lane] + sums[lane + half];
        }
        half /= 2;
    }
    // What the other lanes of the order are: it makes a sum of −0 alone +0.
    sums[0] + zero
}

/// The `D` elements of `x`, `stride` apart, each in all lanes.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::splats};
/// // SAFETY: there are two.
/// assert_eq!(unsafe { splats::<f32, 2>(Scalar, Src::of(&[1.0, 2.0]), 1) }, [1.0, 2.0]);
/// ```
///
/// # Safety
/// It has as many.
#[inline(always)]
pub unsafe fn splats<V: Simd, const D: usize>(arch: V::Arch, x: Src<V::Elem>, stride: usize) -> [V; D] {
    let mut splats = [V::splat(arch, V::Elem::ZERO); D];
    for (i, splat) in splats.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *splat = V::splat(arch, unsafe { x.get(i * stride) });
    }
    splats
}
