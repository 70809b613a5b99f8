//! Softmax of one row.

use super::extremes::{Max, NanWatch, reduce_watched};
use super::reduce::reduce_sum;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use crate::vecmath::lanes::exp;
use kernels_plan::order;

/// `dst[i] = exp(src[i] - m) / s` for the `n` elements of a row: `m` is their maximum, `s`
/// the sum of the exponentials, both in the order of `kernels_plan::order`. The exponent
/// is at most 0, so nothing overflows. `W * LANES` is `order::lanes`.
///
/// ```
/// use kernels::{arch::Scalar, memory::{Dst, Src}, tile::softmax};
/// let (x, mut y) = ([1000.0_f32, 1000.0], [0.0; 2]);
/// // SAFETY: both have two elements.
/// unsafe { softmax::<f32, 16>(Scalar, Src::new(x.as_ptr(), 2), Dst::new(y.as_mut_ptr(), 2), 2) };
/// assert_eq!(y, [0.5, 0.5]);
/// ```
///
/// # Safety
/// `src` and `dst` have `n` elements; they are the same row, or do not overlap.
#[inline(always)]
pub unsafe fn softmax<V: Simd, const W: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    dst: Dst<V::Elem>,
    n: usize,
) {
    // SAFETY: the caller's promise. The case distinction is over constants.
    unsafe {
        match order::chains(n, size_of::<V::Elem>()) {
            _ if n <= W * V::LANES => one_chunk::<V, W>(arch, src, dst, n),
            1 => chains::<V, W, 1>(arch, src, dst, n),
            _ => chains::<V, W, 4>(arch, src, dst, n),
        }
    }
}

/// A row that stays in registers. The bits are those of [`chains`]: a maximum with −∞ and
/// the sum of +0 and an exponential, which is never −0, change nothing.
///
/// # Safety
/// As [`softmax`]; `n <= W * LANES`.
#[inline(always)]
unsafe fn one_chunk<V: Simd, const W: usize>(arch: V::Arch, src: Src<V::Elem>, dst: Dst<V::Elem>, n: usize) {
    let lowest = V::splat(arch, V::Elem::NEG_INFINITY);
    let zero = V::splat(arch, V::Elem::ZERO);
    let mut row = [lowest; W];
    let mut watch = NanWatch::new(arch);
    for (w, x) in row.iter_mut().enumerate() {
        let (at, live) = (w * V::LANES, n.saturating_sub(w * V::LANES));
        // SAFETY: the elements are below `n`.
        *x = unsafe { src.load_partial::<V>(arch, at, live) }.head(live, lowest);
        watch.see(w % 4, *x, *x);
    }
    let largest = V::splat(arch, reduce_watched::<_, _, _, Max>([row], watch));
    for (w, x) in row.iter_mut().enumerate() {
        *x = exp(*x - largest).head(n.saturating_sub(w * V::LANES), zero);
    }
    let sum = V::splat(arch, reduce_sum([row]));
    for (w, e) in row.into_iter().enumerate() {
        // SAFETY: the elements are below `n`.
        unsafe { dst.store_partial(e / sum, w * V::LANES, n.saturating_sub(w * V::LANES)) };
    }
}

/// # Safety
/// As [`softmax`].
#[inline(always)]
unsafe fn chains<V: Simd, const W: usize, const C: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    dst: Dst<V::Elem>,
    n: usize,
) {
    let lowest = V::splat(arch, V::Elem::NEG_INFINITY);
    let zero = V::splat(arch, V::Elem::ZERO);
    let chunk = W * V::LANES;
    // Whole rounds of all chains first, so that every index of `acc` is a constant.
    let rounds = n / (C * chunk);

    let mut acc = [[lowest; W]; C];
    let mut watch = NanWatch::new(arch);
    for round in 0..=rounds {
        for (c, acc) in acc.iter_mut().enumerate() {
            for (w, acc) in acc.iter_mut().enumerate() {
                let at = (round * C + c) * chunk + w * V::LANES;
                let live = if round < rounds { V::LANES } else { n.saturating_sub(at) };
                // SAFETY: the elements are below `n`.
                let x = unsafe { src.load_partial::<V>(arch, at, live) }.head(live, lowest);
                *acc = acc.max_or(x);
                watch.see(c % 4, x, x);
            }
        }
    }
    let largest = V::splat(arch, reduce_watched::<_, _, _, Max>(acc, watch));

    let mut acc = [[zero; W]; C];
    for round in 0..=rounds {
        for (c, acc) in acc.iter_mut().enumerate() {
            for (w, acc) in acc.iter_mut().enumerate() {
                let at = (round * C + c) * chunk + w * V::LANES;
                let live = if round < rounds { V::LANES } else { n.saturating_sub(at) };
                // SAFETY: the elements are below `n`.
                let e = unsafe {
                    let e = exp(src.load_partial::<V>(arch, at, live) - largest);
                    dst.store_partial(e, at, live);
                    e
                };
                *acc = *acc + e.head(live, zero);
            }
        }
    }
    let sum = V::splat(arch, reduce_sum(acc));

    for i in 0..n / V::LANES {
        // SAFETY: the elements are below `n`, and were written above.
        unsafe { dst.store(dst.src().load::<V>(arch, i * V::LANES) / sum, i * V::LANES) };
    }
    let (at, live) = (n / V::LANES * V::LANES, n % V::LANES);
    // SAFETY: as above.
    unsafe { dst.store_partial(dst.src().load_partial::<V>(arch, at, live) / sum, at, live) };
}
