//! `x * w` by columns: dot products along the columns of a row-major matrix.

use core::mem::MaybeUninit;

use crate::arch::{Element, Simd};
use crate::memory::Src;
use kernels_plan::order;

/// Lanes of the order for the smallest element.
const MOST_LANES: usize = order::lanes(size_of::<f32>());

/// Dots of `x[0..k]` with the columns of `w`, whose row `i` starts at `i * ld`: lane `l`
/// of vector `v` is column `v * LANES + l`. `live` of the `NV * LANES` columns exist.
///
/// Each is in the one-chain order of `kernels_plan::order`: lane `c` of that order sums
/// the rows `c`, `c + lanes`, …, so it is a vector of its own here. `P` of them, a power of
/// two, are worked on at once, that is `P * NV` accumulators: those a multiple of
/// `lanes / P` apart, which the tree of additions combines first.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::col_dots};
/// let (x, w) = ([1.0_f32, 10.0], [1.0_f32, 2.0, 3.0, 4.0]);
/// let (x, w) = (Src::new(x.as_ptr(), 2), Src::new(w.as_ptr(), 4));
/// // SAFETY: `x` has two elements and `w` is 2 by 2.
/// let y = unsafe { col_dots::<f32, 2, 4>(Scalar, x, w, 2, 2, 2) };
/// assert_eq!(y, [31.0, 42.0]);
/// ```
///
/// # Safety
/// `x` and `w` have the elements named.
#[inline(always)]
pub unsafe fn col_dots<V: Simd, const NV: usize, const P: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    k: usize,
    live: usize,
) -> [V; NV] {
    const { assert!(P.is_power_of_two() && P <= order::lanes(size_of::<V::Elem>())) };
    let passes = order::lanes(size_of::<V::Elem>()) / P;
    // A pass is too long to be unrolled with its neighbours, so the sums lie in memory,
    // where setting them to zero first would cost as much as using them.
    let mut sums = [const { MaybeUninit::<[V; NV]>::uninit() }; MOST_LANES];
    for (pass, sum) in sums.iter_mut().enumerate().take(passes) {
        // SAFETY: the caller's promise.
        sum.write(unsafe { pass_dots::<V, NV, P>(arch, x, w, ld, k, live, pass) });
    }
    let mut half = passes / 2;
    while half > 0 {
        for lane in 0..half {
            // SAFETY: `lane + half < passes`, and those sums were written.
            let (low, high) = unsafe { (sums[lane].assume_init(), sums[lane + half].assume_init()) };
            sums[lane].write(add(low, high));
        }
        half /= 2;
    }
    // SAFETY: there is a pass.
    unsafe { sums[0].assume_init() }
}

/// The sum over the order's lanes `pass`, `pass + passes`, …: what is left at `pass` when
/// the lanes have been halved down to the number of passes.
///
/// # Safety
/// As [`col_dots`].
#[inline(always)]
unsafe fn pass_dots<V: Simd, const NV: usize, const P: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    k: usize,
    live: usize,
    pass: usize,
) -> [V; NV] {
    let lanes = order::lanes(size_of::<V::Elem>());
    let zero = V::splat(arch, V::Elem::ZERO);
    let mut acc = [[zero; NV]; P];
    for chunk in 0..k / lanes {
        for (p, acc) in acc.iter_mut().enumerate() {
            let row = chunk * lanes + pass + p * (lanes / P);
            // SAFETY: `row < k`.
            *acc = unsafe { add_row(arch, x, w, ld, row, live, *acc) };
        }
    }
    let rest = k % lanes;
    if rest > 0 {
        for (p, acc) in acc.iter_mut().enumerate() {
            let lane = pass + p * (lanes / P);
            *acc = if lane < rest {
                // SAFETY: the row is below `k`.
                unsafe { add_row(arch, x, w, ld, k - rest + lane, live, *acc) }
            } else {
                // The filled lanes: 0 * 0 turns a −0 into +0.
                add(*acc, [zero; NV])
            };
        }
    }
    let mut half = P / 2;
    while half > 0 {
        for p in 0..half {
            acc[p] = add(acc[p], acc[p + half]);
        }
        half /= 2;
    }
    acc[0]
}

/// `acc` plus `x[row]` times row `row` of `w`.
///
/// # Safety
/// As [`col_dots`]; `row < k`.
#[inline(always)]
unsafe fn add_row<V: Simd, const NV: usize>(
    arch: V::Arch,
    x: Src<V::Elem>,
    w: Src<V::Elem>,
    ld: usize,
    row: usize,
    live: usize,
    mut acc: [V; NV],
) -> [V; NV] {
    // SAFETY: the caller's promise.
    let x = V::splat(arch, unsafe { x.get(row) });
    for (v, acc) in acc.iter_mut().enumerate() {
        let first = v * V::LANES;
        // SAFETY: the caller's promise, for the live columns.
        let w: V = unsafe { w.load_partial(arch, row * ld + first, live.saturating_sub(first)) };
        *acc = x.mul_add(w, *acc);
    }
    acc
}

#[inline(always)]
fn add<V: Simd, const NV: usize>(mut a: [V; NV], b: [V; NV]) -> [V; NV] {
    for (a, b) in a.iter_mut().zip(b) {
        *a = *a + b;
    }
    a
}
