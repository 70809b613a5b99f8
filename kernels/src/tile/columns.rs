//! `x * w` by columns: dot products along the columns of a row-major matrix.

use crate::arch::{Element, Simd};
use crate::memory::Src;
use kernels_plan::order;

/// Dots of `x[0..k]` with the columns of `w`, whose row `i` starts at `i * ld`: lane `l`
/// of vector `v` is column `v * LANES + l`. `live` of the `NV * LANES` columns exist.
///
/// Each is in the one-chain order of `kernels_plan::order`: lane `c` of that order sums
/// the rows `c`, `c + lanes`, …, so it is a vector of its own here. `P` lanes, a power of
/// two, are worked on at once, that is `P * NV` accumulators; they are chosen so that each
/// pass ends in one node of the tree of additions.
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
    let lanes = order::lanes(size_of::<V::Elem>());
    const { assert!(P.is_power_of_two() && P <= order::lanes(size_of::<V::Elem>())) };
    let zero = V::splat(arch, V::Elem::ZERO);
    // Finished subtrees, at most one of each height above a pass: a binary counter.
    let mut done = [[zero; NV]; 5];
    for pass in 0..lanes / P {
        // SAFETY: the caller's promise.
        let mut sum = unsafe { pass_dots::<V, NV, P>(arch, x, w, ld, k, live, pass) };
        let complete = pass.trailing_ones() as usize;
        for lower in &done[..complete] {
            sum = add(*lower, sum);
        }
        done[complete] = sum;
    }
    done[(lanes / P).trailing_zeros() as usize]
}

/// The sum over the order's lanes at the tree's leaves `pass * P..(pass + 1) * P`.
///
/// Leaf `q` is the lane of `q`'s bits reversed: neighbours differ by half of all lanes,
/// pairs of neighbours by a quarter, as the tree has it.
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
            let row = chunk * lanes + lane_of_leaf(pass * P + p, lanes);
            // SAFETY: `row < k`.
            *acc = unsafe { add_row(arch, x, w, ld, row, live, *acc) };
        }
    }
    let rest = k % lanes;
    if rest > 0 {
        for (p, acc) in acc.iter_mut().enumerate() {
            let lane = lane_of_leaf(pass * P + p, lanes);
            *acc = if lane < rest {
                // SAFETY: the row is below `k`.
                unsafe { add_row(arch, x, w, ld, k - rest + lane, live, *acc) }
            } else {
                // The filled lanes: 0 * 0 turns a −0 into +0.
                add(*acc, [zero; NV])
            };
        }
    }
    let mut height = 1;
    while height < P {
        for p in (0..P).step_by(2 * height) {
            acc[p] = add(acc[p], acc[p + height]);
        }
        height *= 2;
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

/// `leaf` with its bits reversed, of as many as number the `lanes`.
#[inline(always)]
const fn lane_of_leaf(leaf: usize, lanes: usize) -> usize {
    leaf.reverse_bits() >> (lanes.leading_zeros() + 1)
}
