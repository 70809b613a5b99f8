//! From partial results to one: steps 3 and 4 of `kernels_plan::order`.

use crate::arch::Simd;
use crate::vecmath::{maximum, minimum};

/// Combines `C` chains of `W` registers each into one element: the chains are halved,
/// then the lanes, of which register `w` holds those from `w * LANES`.
///
/// `C` and `W` are powers of two; `W * LANES` is `order::lanes`. `op(a, b)` combines a
/// lane `a` with the lane `b` half the number above it, so it need not be symmetric.
///
/// ```
/// use kernels::tile::fold;
/// // Two chains of four lanes, each in a register of its own.
/// let last = fold([[1.0_f32, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]], |_, b| b);
/// assert_eq!(last, 8.0);
/// ```
#[inline(always)]
pub fn fold<V: Simd, const W: usize, const C: usize>(
    mut acc: [[V; W]; C],
    op: impl Fn(V, V) -> V,
) -> V::Elem {
    const { assert!(V::LANES <= 16 && W.is_power_of_two() && C.is_power_of_two()) };
    let mut chains = C / 2;
    while chains > 0 {
        for c in 0..chains {
            let upper = acc[c + chains];
            for (lower, upper) in acc[c].iter_mut().zip(upper) {
                *lower = op(*lower, upper);
            }
        }
        chains /= 2;
    }
    let mut lanes = fold_registers(acc[0], &op);
    // Written out, so that each distance is a constant.
    if V::LANES > 8 {
        lanes = op(lanes, lanes.swap(8));
    }
    if V::LANES > 4 {
        lanes = op(lanes, lanes.swap(4));
    }
    if V::LANES > 2 {
        lanes = op(lanes, lanes.swap(2));
    }
    if V::LANES > 1 {
        lanes = op(lanes, lanes.swap(1));
    }
    lanes.first()
}

/// The lanes of `W` registers halved until they fit in one.
#[inline(always)]
pub(super) fn fold_registers<V: Simd, const W: usize>(mut acc: [V; W], op: &impl Fn(V, V) -> V) -> V {
    let mut registers = W / 2;
    while registers > 0 {
        for w in 0..registers {
            acc[w] = op(acc[w], acc[w + registers]);
        }
        registers /= 2;
    }
    acc[0]
}

/// The sum of all lanes, in the order of [`fold`].
///
/// ```
/// assert_eq!(kernels::tile::reduce_sum([[1.0_f64, 2.0, 3.0, 4.0]]), 10.0);
/// ```
#[inline(always)]
pub fn reduce_sum<V: Simd, const W: usize, const C: usize>(acc: [[V; W]; C]) -> V::Elem {
    fold(acc, V::add)
}

/// The maximum of all lanes, as [`maximum`] has it, in the order of [`fold`].
///
/// ```
/// assert_eq!(kernels::tile::reduce_max([[1.0_f64, 4.0], [3.0, 2.0]]), 4.0);
/// ```
#[inline(always)]
pub fn reduce_max<V: Simd, const W: usize, const C: usize>(acc: [[V; W]; C]) -> V::Elem {
    fold(acc, maximum)
}

/// The minimum of all lanes, as [`minimum`] has it, in the order of [`fold`].
///
/// ```
/// assert_eq!(kernels::tile::reduce_min([[2.0_f64, 4.0], [3.0, 1.0]]), 1.0);
/// ```
#[inline(always)]
pub fn reduce_min<V: Simd, const W: usize, const C: usize>(acc: [[V; W]; C]) -> V::Elem {
    fold(acc, minimum)
}
