//! From partial results to one: steps 3 and 4 of `kernels_plan::order`.

use core::ops::Add;

use crate::arch::Simd;

/// How two partial results become one.
///
/// A trait rather than a closure: the body of a closure is a function of its own, without
/// the features of the level, and the vector operations inside it may stay calls.
///
/// ```
/// use kernels::tile::{Combine, Max};
/// assert_eq!(Max::combine(2.0_f32, 3.0), 3.0);
/// ```
pub trait Combine: Sized {
    /// Combines a lane of `a` with the lane of `b`, which comes after it in the order.
    fn combine<V: Simd>(a: V, b: V) -> V;

    /// Lane `r` of the result is `rows[r]` reduced to one lane, in the order of [`fold`].
    /// `N` is `LANES`.
    #[inline(always)]
    fn rows<V: Simd, const N: usize>(rows: [V; N]) -> V {
        // What was a lane is a register now.
        fold_registers::<V, N, Self>(V::transpose(rows))
    }
}

/// A type that combines by a function.
macro_rules! combine {
    ($(#[$doc:meta])* $name:ident = $function:expr $(, $rows:item)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Combine for $name {
            #[inline(always)]
            fn combine<V: Simd>(a: V, b: V) -> V {
                $function(a, b)
            }

            $(#[inline(always)] $rows)?
        }
    };
}
pub(super) use combine;

combine! {
    /// Addition.
    ///
    /// ```
    /// use kernels::tile::{Combine, Sum};
    /// assert_eq!(Sum::combine(2.0_f32, 3.0), 5.0);
    /// ```
    Sum = Add::add,
    fn rows<V: Simd, const N: usize>(rows: [V; N]) -> V {
        V::sum_rows(rows)
    }
}
/// Combines `C` chains of `W` registers each into one element: the chains are halved,
/// then the lanes, of which register `w` holds those from `w * LANES`.
///
/// `C` and `W` are powers of two; `W * LANES` is `order::lanes`. A lane is combined with
/// the one half the number above it, so `Op` need not be symmetric.
///
/// ```
/// use kernels::{arch::Simd, tile::{Combine, fold}};
///
/// struct Last;
/// impl Combine for Last {
///     fn combine<V: Simd>(_: V, b: V) -> V { b }
/// }
/// // Two chains of four lanes, each in a register of its own.
/// assert_eq!(fold::<_, 4, 2, Last>([[1.0_f32, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]), 8.0);
/// ```
#[inline(always)]
pub fn fold<V: Simd, const W: usize, const C: usize, Op: Combine>(acc: [[V; W]; C]) -> V::Elem {
    let mut lanes = fold_chains::<V, W, C, Op>(acc);
    // Written out, so that each distance is a constant.
    if V::LANES > 8 {
        lanes = Op::combine(lanes, lanes.swap(8));
    }
    if V::LANES > 4 {
        lanes = Op::combine(lanes, lanes.swap(4));
    }
    if V::LANES > 2 {
        lanes = Op::combine(lanes, lanes.swap(2));
    }
    if V::LANES > 1 {
        lanes = Op::combine(lanes, lanes.swap(1));
    }
    lanes.first()
}

/// The first part of [`fold`]: the chains halved, then the registers, until one is left.
///
/// ```
/// use kernels::tile::{Max, fold_chains};
/// assert_eq!(fold_chains::<_, 2, 2, Max>([[1.0_f32, 2.0], [4.0, 3.0]]), 4.0);
/// ```
#[inline(always)]
pub fn fold_chains<V: Simd, const W: usize, const C: usize, Op: Combine>(mut acc: [[V; W]; C]) -> V {
    const { assert!(V::LANES <= 16 && W.is_power_of_two() && C.is_power_of_two()) };
    let mut chains = C / 2;
    while chains > 0 {
        for c in 0..chains {
            let upper = acc[c + chains];
            for (lower, upper) in acc[c].iter_mut().zip(upper) {
                *lower = Op::combine(*lower, upper);
            }
        }
        chains /= 2;
    }
    fold_registers::<V, W, Op>(acc[0])
}

/// The lanes of `W` registers halved until they fit in one.
#[inline(always)]
pub(super) fn fold_registers<V: Simd, const W: usize, Op: Combine>(mut acc: [V; W]) -> V {
    let mut registers = W / 2;
    while registers > 0 {
        for w in 0..registers {
            acc[w] = Op::combine(acc[w], acc[w + registers]);
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
    fold::<V, W, C, Sum>(acc)
}
