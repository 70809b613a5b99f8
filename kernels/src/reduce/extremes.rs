//! The largest and the smallest element, and where they are.

use core::marker::PhantomData;

use kernels_plan::order;

use crate::Float;
use crate::arch::{Element, Simd};
use crate::memory::Src;
use crate::tile::{Combine, NanWatch, fold, fold_chains, reduce_watched};
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
}

macro_rules! ends {
    ($($(#[$doc:meta])* $name:ident = |$a:ident, $b:ident| $combine:expr, $better:ident $start:ident;)*) => {$(
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
        }
    )*};
}
ends! {
    Largest = |a, b| a.max_or(b), gt NEG_INFINITY;
    Smallest = |a, b| a.min_or(b), lt INFINITY;
    /// The largest magnitude; what was combined has no sign.
    Magnitude = |a, b| a.max_or(b.abs()), gt ZERO;
}

/// The partial results of `C` chains of `W` registers, and the watch for NaN beside them.
struct Partials<V: Simd, const W: usize, const C: usize> {
    acc: [[V; W]; C],
    watch: NanWatch<V>,
}

impl<V: Simd, const W: usize, const C: usize> Partials<V, W, C> {
    /// A chunk for each chain, from element `at` on; `turn` is 0 and 1 in turns.
    ///
    /// # Safety
    /// They are readable.
    #[inline(always)]
    unsafe fn round<E: End>(&mut self, arch: V::Arch, from: Src<V::Elem>, at: usize, turn: usize) {
        let mut row = [[V::splat(arch, E::start()); W]; C];
        for (c, (row, acc)) in row.iter_mut().zip(&mut self.acc).enumerate() {
            for (w, (row, acc)) in row.iter_mut().zip(acc).enumerate() {
                // SAFETY: the caller's promise.
                *row = unsafe { from.load(arch, at + (c * W + w) * V::LANES) };
                *acc = E::combine(*acc, *row);
            }
        }
        for c in (0..C).step_by(2) {
            // With one chain both are the same.
            for (a, b) in row[c].into_iter().zip(row[(c + 1) % C]) {
                self.watch.see(c + turn, a, b);
            }
        }
    }
}

#[inline(always)]
fn partials<V: Simd, E: End, const W: usize, const C: usize>(
    arch: V::Arch,
    x: &[V::Elem],
) -> Partials<V, W, C> {
    let (from, n) = (Src::of(x), x.len());
    let start = V::splat(arch, E::start());
    let mut partials = Partials { acc: [[start; W]; C], watch: NanWatch::new(arch) };
    let round = C * W * V::LANES;
    let rounds = n / round;
    for two in 0..rounds / 2 {
        for turn in 0..2 {
            // SAFETY: the round is below `n`.
            unsafe { partials.round::<E>(arch, from, (two * 2 + turn) * round, turn) };
        }
    }
    if rounds % 2 == 1 {
        // SAFETY: as above.
        unsafe { partials.round::<E>(arch, from, (rounds - 1) * round, 0) };
    }
    for (c, acc) in partials.acc.iter_mut().enumerate() {
        for (w, acc) in acc.iter_mut().enumerate() {
            let at = rounds * round + (c * W + w) * V::LANES;
            if at < n {
                let live = (n - at).min(V::LANES);
                // SAFETY: up to the end.
                let row = unsafe { from.load_partial::<V>(arch, at, live) }.head(live, start);
                *acc = E::combine(*acc, row);
                partials.watch.see(c, row, row);
            }
        }
    }
    partials
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
    let Partials { acc, watch } = partials::<V, E, W, C>(arch, x);
    reduce_watched::<V, W, C, E>(acc, watch)
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
            let Partials { acc, watch } = partials::<V, E, W, 4>(arch, x);
            if !watch.saw_none() {
                let nan = V::splat(arch, V::Elem::from_f64(f64::NAN));
                return first(arch, x, nan).map(|at| number * block + at);
            }
            let lanes = fold_chains::<V, W, 4, E>(acc);
            if V::any(E::better(lanes, most)) {
                (found, most) = (number, V::splat(arch, fold::<V, 1, 1, E>([[lanes]])));
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
