//! Products of matrices whose result is one column: its rows are the lanes.

use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::Src;

/// Steps of all vectors up to which the loop over the depth is unrolled.
const UNROLLED: usize = 64;

/// The matrix that is multiplied, and what is read of it.
#[derive(Clone, Copy)]
struct Left<T> {
    a: Src<T>,
    stride: usize,
    turned: bool,
    rows: usize,
}

/// `rows` rows of `a` times a column: lane `l` of vector `g` is row `g * LANES + l`, the lanes past the
/// last row hold anything. Each is accumulated from +0 over the `depth`, ascending, with fused
/// multiply-add.
///
/// A multiply-add takes a column of `a`. Of `S` of them at a time the rows are loaded, each into its part of
/// a vector, and the parts are transposed; the last columns, if they are no more than `R`, in parts of `R`
/// lanes. Where `a` is `turned`, columns are loaded as they are.
///
/// Element (i, k) of `a` is at `i * stride + k`, or if it is turned at `i + k * stride`, and element k of the
/// column at `k * x_k`.
///
/// ```
/// use kernels::{arch::{Arch, Portable}, memory::Src, tile::one_column};
/// let (a, x) = ([1.0_f64, 2.0, 3.0], [1.0, 10.0, 100.0]);
/// // SAFETY: the level needs no feature; one by three elements, and three.
/// let [y] = unsafe {
///     let arch = Portable::assume();
///     one_column::<<Portable as Arch>::F64, 2, 2, 1>(arch, Src::of(&a), 3, false, Src::of(&x), 1, 1, 3)
/// };
/// assert_eq!(kernels::arch::Simd::first(y), 321.0);
/// ```
///
/// # Safety
/// The operands have these elements; `1 <= rows`. `R` lanes are 16 bytes, and `S` lanes are as many
/// or 32, and at most `LANES`.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with their strides")]
pub unsafe fn one_column<V: Simd, const S: usize, const R: usize, const G: usize>(
    arch: V::Arch,
    a: Src<V::Elem>,
    stride: usize,
    turned: bool,
    x: Src<V::Elem>,
    x_k: usize,
    rows: usize,
    depth: usize,
) -> [V; G] {
    let left = Left { a, stride, turned, rows };
    let mut sums = [V::splat(arch, V::Elem::ZERO); G];
    let (chunks, rest) = (depth / S, depth % S);
    let turns = if G * depth > UNROLLED { opaque(chunks) } else { chunks };
    for chunk in 0..turns {
        // SAFETY: the caller's promise; these steps are below `depth`.
        unsafe { steps::<V, S, G>(arch, left, x, x_k, (chunk * S, S), 0, &mut sums) };
    }
    // The last columns, not all of which are new.
    if rest > R {
        let loaded = S.min(depth);
        // SAFETY: as above.
        unsafe { steps::<V, S, G>(arch, left, x, x_k, (depth - loaded, loaded), loaded - rest, &mut sums) };
    } else if rest > 0 {
        let loaded = R.min(depth);
        // SAFETY: as above.
        unsafe { steps::<V, R, G>(arch, left, x, x_k, (depth - loaded, loaded), loaded - rest, &mut sums) };
    }
    sums
}

/// The steps along the depth for the columns `from..from + loaded` of `a`, `loaded <= S`, without the
/// first `skipped` ones.
///
/// # Safety
/// As [`one_column`]; the columns are below the depth.
#[inline(always)]
unsafe fn steps<V: Simd, const S: usize, const G: usize>(
    arch: V::Arch,
    left: Left<V::Elem>,
    x: Src<V::Elem>,
    x_k: usize,
    (from, loaded): (usize, usize),
    skipped: usize,
    sums: &mut [V; G],
) {
    let Left { a, stride, turned, rows } = left;
    for (g, sum) in sums.iter_mut().enumerate() {
        let first = g * V::LANES;
        let live = rows.saturating_sub(first).min(V::LANES);
        let mut columns = [V::splat(arch, V::Elem::ZERO); S];
        for (j, column) in columns.iter_mut().enumerate() {
            let parts = live.saturating_sub(j).div_ceil(S);
            // SAFETY: the caller's promise, for the live rows and the loaded columns.
            unsafe {
                if !turned && S == V::LANES && j < live {
                    *column = a.load_partial(arch, (first + j) * stride + from, loaded);
                } else if !turned && S < V::LANES && parts > 0 {
                    *column = a.load_rows(arch, (first + j) * stride + from, S * stride, S, parts, loaded);
                } else if turned && (skipped..loaded).contains(&j) {
                    *column = a.load_partial(arch, first + (from + j) * stride, live);
                }
            }
        }
        if !turned {
            columns = V::turn_parts(columns);
        }
        for (t, column) in columns.into_iter().enumerate() {
            if (skipped..loaded).contains(&t) {
                // SAFETY: as above.
                *sum = column.mul_add(V::splat(arch, unsafe { x.get((from + t) * x_k) }), *sum);
            }
        }
    }
}
