//! `x * w` in the order of memory, for more columns than there are registers.

use super::columns::halved;
use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, LoadAs, Src};

/// Dots of `x[0..k]` with the columns of a strip of `R + M` vectors of `w`, whose row `i`
/// starts at `i * ld`; `live` columns of them exist.
///
/// In the order of `kernels_plan::order` for columns, with `C` chains. Each row is read from
/// its first column to its last. The sums of the first `R` vectors stay in registers, and
/// their dots are returned; those of the other `M` lie in `sums`, `C` times `M` vectors,
/// where the first `M` are the dots in the end. It is aligned, unlike what the compiler would
/// spill: with all of it in the compiler's hands a product of 256 by 256 on AVX2 takes a third
/// longer (Zen 5, from the second-level cache).
///
/// ```
/// use kernels::memory::{Buffer, Src};
/// use kernels::{arch::Scalar, tile::strip_dots};
/// let (x, w) = ([1.0_f32, 10.0], [1.0_f32, 2.0, 3.0, 4.0]);
/// let (x, w, sums) = (Src::of(&x), Src::of(&w), Buffer::<f32, 1, 1>::uninit());
/// // SAFETY: `x` has two elements, `w` is 2 by 2 and `sums` 1 by 1.
/// let dots = unsafe { strip_dots::<f32, 1, 1, 1>(Scalar, x, w, 2, 2, 2, sums.dst()) };
/// // SAFETY: `sums` was written.
/// assert_eq!((dots, unsafe { sums.src().get(0) }), ([31.0], 42.0));
/// ```
///
/// # Safety
/// `x` and `w` have the elements named, and `sums` has `C * M * LANES`.
#[inline(always)]
pub unsafe fn strip_dots<V: Simd, const R: usize, const M: usize, const C: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    ld: usize,
    k: usize,
    live: usize,
    sums: Dst<V::Elem>,
) -> [V; R] {
    let zero = V::splat(arch, V::Elem::ZERO);
    let mut acc = [[zero; R]; C];
    let (width, turns) = (M * V::LANES, k / C);
    // SAFETY: the caller's promise; the rows are below `k`.
    unsafe {
        for v in 0..C * M {
            sums.store(zero, v * V::LANES);
        }
        if turns > 0 {
            for turn in 0..opaque(turns) {
                // Opaque, for more rows in a turn would be more streams for the prefetcher.
                let row = opaque(turn * C);
                for (c, acc) in acc.iter_mut().enumerate() {
                    let (x, w) = (V::splat(arch, x.get(row + c)), w.offset((row + c) * ld));
                    add_row::<V, R, M>(x, arch, w, live, acc, sums.offset(c * width));
                }
            }
        }
        for (c, acc) in acc.iter_mut().enumerate() {
            let row = turns * C + c;
            if row < k {
                let (x, w) = (V::splat(arch, x.get(row)), w.offset(row * ld));
                add_row::<V, R, M>(x, arch, w, live, acc, sums.offset(c * width));
            }
        }
        for at in (0..M).map(|v| v * V::LANES) {
            let mut chains = [[zero]; C];
            for (c, [sum]) in chains.iter_mut().enumerate() {
                *sum = sums.src().load(arch, c * width + at);
            }
            let [sum] = halved(chains);
            sums.store(sum, at);
        }
    }
    halved(acc)
}

/// Adds the row at the start of `w`, multiplied, to the sums of a chain.
///
/// # Safety
/// As [`strip_dots`].
#[inline(always)]
unsafe fn add_row<V: Simd, const R: usize, const M: usize>(
    factor: V,
    arch: V::Arch,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    live: usize,
    acc: &mut [V; R],
    sums: Dst<V::Elem>,
) {
    for (r, acc) in acc.iter_mut().enumerate() {
        let first = r * V::LANES;
        // SAFETY: the caller's promise, for the live columns.
        let w: V = unsafe { w.load_partial(arch, first, live.saturating_sub(first)) };
        *acc = factor.mul_add(w, *acc);
    }
    for v in 0..M {
        let (at, first) = (v * V::LANES, (R + v) * V::LANES);
        // SAFETY: as above; and the sums were written.
        unsafe {
            let w: V = w.load_partial(arch, first, live.saturating_sub(first));
            sums.store(factor.mul_add(w, sums.src().load(arch, at)), at);
        }
    }
}
