//! The largest and the smallest element, and where they are.

use core::marker::PhantomData;

use kernels_plan::order;

use crate::Float;
use crate::arch::{Element, Simd};
use crate::memory::Src;
use crate::tile::{Combine, fold_chains, reduce_max, reduce_min};
use crate::walk::{Wide, run};

/// Bytes after which the search for the place of an extreme looks whether there is a new one:
/// so long that the look is lost beside the loads, and so short that the block that is
/// searched in the end, element by element, is not.
const BLOCK: usize = 4096;

/// One end of the numbers.
trait End: Combine + Copy {
    /// What every element is better than, or equal to.
    fn start<T: Element>() -> T;
    /// Which lanes of `a` are better than those of `b`; none that are equal or NaN.
    fn better<V: Simd>(a: V, b: V) -> V::Mask;
    /// All lanes' best, in the order of `kernels_plan::order`; NaN where any is.
    fn reduce<V: Simd, const W: usize, const C: usize>(acc: [[V; W]; C]) -> V::Elem;
}

macro_rules! ends {
    ($($(#[$doc:meta])* $name:ident = |$a:ident, $b:ident| $combine:expr, $better:ident $start:ident $reduce:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        struct $name;

        impl Combine for $name {
            #[inline(always)]
            fn combine<V: Simd>($a: V, $b: V) -> V {
                $combine
            }
        }

        impl End for $name {
            #[inline(always)]
            fn start<T: Element>() -> T {
                T::$start
            }

            #[inline(always)]
            fn better<V: Simd>(a: V, b: V) -> V::Mask {
                a.$better(b)
            }

            #[inline(always)]
            fn reduce<V: Simd, const W: usize, const C: usize>(acc: [[V; W]; C]) -> V::Elem {
                $reduce(acc)
            }
        }
    )*};
}
ends! {
    Largest = |a, b| a.max_or(b), gt NEG_INFINITY reduce_max;
    Smallest = |a, b| a.min_or(b), lt INFINITY reduce_min;
    /// The largest magnitude; what was combined has no sign.
    Magnitude = |a, b| a.max_or(b.abs()), gt ZERO reduce_max;
}

/// The partial results of `C` chains, and NaN in a lane of the second if any element is NaN.
///
/// A NaN is found apart from the accumulators, one comparison for two of them, so that each
/// takes one instruction; what it leaves in those does not matter.
#[inline(always)]
fn partials<V: Simd, E: End, const W: usize, const C: usize>(
    arch: V::Arch,
    x: &[V::Elem],
) -> ([[V; W]; C], V) {
    let (from, n, chunk) = (Src::of(x), x.len(), W * V::LANES);
    let (start, not) = (V::splat(arch, E::start()), V::splat(arch, V::Elem::from_f64(f64::NAN)));
    let (mut acc, mut nan) = ([[start; W]; C], [V::splat(arch, V::Elem::ZERO); 2]);
    let rounds = n / (C * chunk);
    for round in 0..rounds {
        let mut row = [[start; W]; C];
        for (c, (row, acc)) in row.iter_mut().zip(&mut acc).enumerate() {
            for (w, (row, acc)) in row.iter_mut().zip(acc).enumerate() {
                // SAFETY: the round is below `n`.
                *row = unsafe { from.load(arch, ((round * C + c) * W + w) * V::LANES) };
                *acc = E::combine(*acc, *row);
            }
        }
        for c in 0..C.div_ceil(2) {
            // With one chain both are the same.
            for (a, b) in row[2 * c].into_iter().zip(row[(2 * c + 1) % C]) {
                nan[c % 2] = V::select(a.unordered(b), not, nan[c % 2]);
            }
        }
    }
    for (c, acc) in acc.iter_mut().enumerate() {
        for (w, acc) in acc.iter_mut().enumerate() {
            let at = ((rounds * C + c) * W + w) * V::LANES;
            if at < n {
                let live = (n - at).min(V::LANES);
                // SAFETY: up to the end.
                let row = unsafe { from.load_partial::<V>(arch, at, live) }.head(live, start);
                *acc = E::combine(*acc, row);
                nan[0] = V::select(row.is_nan(), not, nan[0]);
            }
        }
    }
    (acc, V::select(nan[1].is_nan(), not, nan[0]))
}

/// The best element.
struct Best<'a, T, E>(&'a [T], PhantomData<E>);

impl<T: Element, E: End> Wide for Best<'_, T, E> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        match order::chains(self.0.len(), size_of::<T>()) {
            1 => best::<V, E, W, 1>(arch, self.0),
            _ => best::<V, E, W, 4>(arch, self.0),
        }
    }
}

/// The largest element, as [`max`] has it.
#[inline(always)]
pub(crate) fn largest<V: Simd, const W: usize>(arch: V::Arch, x: &[V::Elem]) -> V::Elem {
    Best(x, PhantomData::<Largest>).run::<V, W>(arch)
}

/// The largest magnitude.
#[inline(always)]
pub(crate) fn magnitude<V: Simd, const W: usize>(arch: V::Arch, x: &[V::Elem]) -> V::Elem {
    Best(x, PhantomData::<Magnitude>).run::<V, W>(arch)
}

#[inline(always)]
fn best<V: Simd, E: End, const W: usize, const C: usize>(arch: V::Arch, x: &[V::Elem]) -> V::Elem {
    let (acc, nan) = partials::<V, E, W, C>(arch, x);
    match V::any(nan.is_nan()) {
        true => V::Elem::from_f64(f64::NAN),
        false => E::reduce(acc),
    }
}

/// Where the first of the best elements is, or the first NaN.
struct Place<'a, T, E>(&'a [T], PhantomData<E>);

impl<T: Element, E: End> Wide for Place<'_, T, E> {
    type Elem = T;
    type Output = Option<usize>;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> Option<usize> {
        let block = BLOCK / size_of::<T>();
        let (mut found, mut most) = (0, V::splat(arch, E::start()));
        for (number, x) in self.0.chunks(block).enumerate() {
            let (acc, nan) = partials::<V, E, W, 4>(arch, x);
            if V::any(nan.is_nan()) {
                return first(arch, x, nan).map(|at| number * block + at);
            }
            let lanes = fold_chains::<V, W, 4, E>(acc);
            if V::any(E::better(lanes, most)) {
                (found, most) = (number, V::splat(arch, E::reduce([[lanes]])));
            }
        }
        let start = found * block;
        let x = &self.0[start..self.0.len().min(start + block)];
        first(arch, x, most).map(|at| start + at)
    }
}

/// The first element that equals the lanes of `wanted`, or is NaN if any of them is.
#[inline(always)]
fn first<V: Simd>(arch: V::Arch, x: &[V::Elem], wanted: V) -> Option<usize> {
    let wanted_nan = V::any(wanted.is_nan());
    let from = Src::of(x);
    let whole = x.len() / V::LANES;
    let mut skip = 0;
    while skip < whole {
        // SAFETY: below the length.
        let row = unsafe { from.load::<V>(arch, skip * V::LANES) };
        if V::any(if wanted_nan { row.is_nan() } else { row.equal(wanted) }) {
            break;
        }
        skip += 1;
    }
    let wanted = wanted.first();
    let rest = x[skip * V::LANES..].iter();
    let at = rest.copied().position(|x| if wanted_nan { x.to_f64().is_nan() } else { x == wanted });
    at.map(|at| skip * V::LANES + at)
}

/// The largest element: [`maximum`](crate::ops::maximum) in the order of
/// [`sum`](super::sum), from `-∞`. NaN if any element is NaN, `-∞` for none.
///
/// ```
/// use kernels::reduce::max;
///
/// assert_eq!(max(&[1.0_f32, 3.0, 2.0]), 3.0);
/// assert!(max(&[1.0, f64::NAN, 2.0]).is_nan());
/// assert_eq!(max::<f32>(&[]), f32::NEG_INFINITY);
/// ```
pub fn max<T: Float>(x: &[T]) -> T {
    run(Best(x, PhantomData::<Largest>))
}

/// The smallest element: [`minimum`](crate::ops::minimum) in the order of
/// [`sum`](super::sum), from `+∞`. NaN if any element is NaN, `+∞` for none.
///
/// ```
/// use kernels::reduce::min;
///
/// assert_eq!(min(&[1.0_f32, 3.0, -2.0]), -2.0);
/// assert_eq!(min::<f64>(&[]), f64::INFINITY);
/// ```
pub fn min<T: Float>(x: &[T]) -> T {
    run(Best(x, PhantomData::<Smallest>))
}

/// `max |xᵢ|`; NaN if an element is NaN, `+0` for none.
///
/// ```
/// assert_eq!(kernels::reduce::norm_inf(&[1.0_f32, -2.0]), 2.0);
/// ```
pub fn norm_inf<T: Float>(x: &[T]) -> T {
    run(Best(x, PhantomData::<Magnitude>))
}

/// The index of the largest element, the first of equal ones (`-0` equals `+0`); of the first
/// NaN, if there is one; `None` for no elements.
///
/// ```
/// use kernels::reduce::argmax;
///
/// assert_eq!(argmax(&[1.0_f32, 3.0, 2.0, 3.0]), Some(1));
/// assert_eq!(argmax(&[1.0, 3.0, f64::NAN]), Some(2));
/// assert_eq!(argmax::<f32>(&[]), None);
/// ```
pub fn argmax<T: Float>(x: &[T]) -> Option<usize> {
    run(Place(x, PhantomData::<Largest>))
}

/// The index of the smallest element, with the rules of [`argmax`].
///
/// ```
/// assert_eq!(kernels::reduce::argmin(&[1.0_f32, -3.0, 2.0, -3.0]), Some(1));
/// ```
pub fn argmin<T: Float>(x: &[T]) -> Option<usize> {
    run(Place(x, PhantomData::<Smallest>))
}

#[cfg(test)]
#[path = "extremes_tests.rs"]
mod tests;
