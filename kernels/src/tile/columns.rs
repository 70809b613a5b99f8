//! `x * w` by columns: the rows of a row-major matrix one after the other, for a few vectors
//! of outputs side by side.

use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{LoadAs, Src};

/// Multiply-adds up to which the loop over the rows is unrolled, as that of a tile of a
/// matrix product.
pub(super) const UNROLLED: usize = 32;

/// Dots of `x[0..k]` with the columns of `w`, whose row `i` starts at `i * ld`: lane `l`
/// of vector `v` is column `v * LANES + l`. `live` of the `NV * LANES` columns exist; the
/// other lanes hold nothing of meaning.
///
/// In the order of `kernels_plan::order` for columns, with `C` chains, all of which are in
/// flight at once: `C * NV` accumulators. A turn of the loop takes `U` rows, a multiple of `C`.
/// `dense`: a row ends where the next one begins, so that whole vectors may be read where the
/// next row is of `w` too.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::col_dots};
/// let (x, w) = ([1.0_f32, 10.0], [1.0_f32, 2.0, 3.0, 4.0]);
/// let (x, w) = (Src::new(x.as_ptr(), 2), Src::new(w.as_ptr(), 4));
/// // SAFETY: `x` has two elements and `w` is 2 by 2.
/// let y = unsafe { col_dots::<f32, 2, 1, 4>(Scalar, x, w, 2, 2, 2, true) };
/// assert_eq!(y, [31.0, 42.0]);
/// ```
///
/// # Safety
/// `x` and `w` have the elements named; if `dense`, `ld` elements per row but for the last.
#[inline(always)]
pub unsafe fn col_dots<V: Simd, const NV: usize, const C: usize, const U: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    ld: usize,
    k: usize,
    live: usize,
    dense: bool,
) -> [V; NV] {
    const { assert!(C.is_power_of_two() && U.is_multiple_of(C)) };
    let all = NV * V::LANES;
    // Behind these rows come as many elements of others as the vectors have lanes to spare.
    let whole = match dense {
        _ if live >= all => k,
        true => k.saturating_sub((all - live).div_ceil(ld)) / C * C,
        false => 0,
    };
    let mut acc = [[V::splat(arch, V::Elem::ZERO); NV]; C];
    // SAFETY: the caller's promise, and the above.
    unsafe {
        add_rows::<V, NV, C, U>(arch, x, w, ld, whole, all, &mut acc);
        let (x, w) = (x.offset(whole), w.offset(if whole < k { whole * ld } else { 0 }));
        add_rows::<V, NV, C, U>(arch, x, w, ld, k - whole, live, &mut acc);
    }
    halved(acc)
}

/// Chain `c` takes chain `c + half`, until one is left.
#[inline(always)]
pub(super) fn halved<V: Simd, const NV: usize, const C: usize>(mut acc: [[V; NV]; C]) -> [V; NV] {
    let mut half = C / 2;
    while half > 0 {
        for c in 0..half {
            let from = acc[c + half];
            for (to, from) in acc[c].iter_mut().zip(&from) {
                *to = *to + *from;
            }
        }
        half /= 2;
    }
    acc[0]
}

/// Adds `k` rows to the sums; the first one belongs to chain 0.
///
/// # Safety
/// As [`col_dots`].
#[inline(always)]
pub(super) unsafe fn add_rows<V: Simd, const NV: usize, const C: usize, const U: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    ld: usize,
    k: usize,
    live: usize,
    acc: &mut [[V; NV]; C],
) {
    let turns = k / U;
    let rolled = turns > 1 && NV * k > UNROLLED;
    for turn in 0..if rolled { opaque(turns) } else { turns } {
        // SAFETY: the caller's promise; the `U` rows are below `k`.
        unsafe {
            let (x, w) = (x.offset(turn * U), w.offset(turn * U * ld));
            // Opaque, for more rows in a turn would be more streams.
            let w = if rolled { w.opaque() } else { w };
            for (u, factor) in factors::<V, U>(arch, x).into_iter().enumerate() {
                add_row(factor, arch, w.offset(u * ld), live, &mut acc[u % C]);
            }
        }
    }
    for u in 0..U {
        let row = turns * U + u;
        if row < k {
            // SAFETY: the caller's promise.
            unsafe {
                add_row(V::splat(arch, x.get(row)), arch, w.offset(row * ld), live, &mut acc[u % C]);
            }
        }
    }
}

/// The first `U` elements of `x`, each in all lanes.
///
/// A load of 16 bytes and a shuffle for each where it can be: what limits these products are
/// the two loads per cycle, and with a load for each, a row of 4 vectors would have 5.
///
/// # Safety
/// `x` has `U` elements.
#[inline(always)]
pub(super) unsafe fn factors<V: Simd, const U: usize>(arch: V::Arch, x: Src<V::Elem>) -> [V; U] {
    let part = 16 / size_of::<V::Elem>();
    let mut factors = [V::splat(arch, V::Elem::ZERO); U];
    for (u, factor) in factors.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *factor = unsafe {
            if V::LANES > part && U.is_multiple_of(part) {
                let part_of_x: V = x.load_rows(arch, u / part * part, 0, part, 1, part);
                part_of_x.opaque().spread(part, u % part)
            } else {
                V::splat(arch, x.get(u))
            }
        };
    }
    factors
}

/// Adds the row at the start of `w`, multiplied.
///
/// # Safety
/// It has `live` elements.
#[inline(always)]
unsafe fn add_row<V: Simd, const NV: usize>(
    factor: V,
    arch: V::Arch,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    live: usize,
    acc: &mut [V; NV],
) {
    for (v, acc) in acc.iter_mut().enumerate() {
        let first = v * V::LANES;
        // SAFETY: the caller's promise.
        let w: V = unsafe { w.load_partial(arch, first, live.saturating_sub(first)) };
        *acc = factor.mul_add(w, *acc);
    }
}
