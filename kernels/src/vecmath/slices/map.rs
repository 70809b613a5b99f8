//! The loop over slices, in vectors of a level.

use crate::arch::{Arch, Element, Simd};
use crate::dispatch::PerLevel;
use crate::memory::PADDING;

/// A function of `N` vectors with `M` results, lane by lane.
pub trait Function<T: Element, const N: usize, const M: usize>: Copy {
    /// Whether an operand may be one number for all elements.
    const TAKES_NUMBERS: bool = false;

    fn call<V: Simd<Elem = T>>(self, x: [V; N]) -> [V; M];
}

/// Where an operand is read.
#[derive(Clone, Copy)]
pub struct Source<T> {
    at: *const T,
    /// All ones; of a number for all elements, which is read at the same place again, 0.
    steps: usize,
}

impl<T> Source<T> {
    /// The elements of a slice.
    pub fn slice(at: *const T) -> Self {
        Source { at, steps: usize::MAX }
    }

    /// One number, as often as any vector has lanes.
    pub fn number(at: *const [T; PADDING]) -> Self {
        Source { at: at.cast(), steps: 0 }
    }
}

/// A function of the elements of `N` slices, whose results go to `M` slices.
#[derive(Clone, Copy)]
pub struct Map<T, F, const N: usize, const M: usize> {
    from: [Source<T>; N],
    to: [*mut T; M],
    n: usize,
    f: F,
}

impl<T: Element, F: Function<T, N, M>, const N: usize, const M: usize> Map<T, F, N, M> {
    /// # Safety
    /// All point to `n` elements, of which those at `to` may be written. They are apart from
    /// all others, or, one of them, the elements of an operand.
    pub unsafe fn new(from: [*const T; N], to: [*mut T; M], n: usize, f: F) -> Self {
        Map { from: from.map(Source::slice), to, n, f }
    }

    /// The same with numbers among the operands, if the function takes them.
    ///
    /// # Safety
    /// As for `new`.
    pub unsafe fn of(from: [Source<T>; N], to: [*mut T; M], n: usize, f: F) -> Self {
        Map { from, to, n, f }
    }

    /// The operand from element `at` on.
    #[inline(always)]
    fn operand(from: Source<T>, at: usize) -> *const T {
        from.at.wrapping_add(if F::TAKES_NUMBERS { at & from.steps } else { at })
    }

    /// # Safety
    /// All point to `n` elements, a multiple of the lanes, and so on as for `new`.
    #[inline(always)]
    unsafe fn step<V: Simd<Elem = T>>(f: F, arch: V::Arch, from: [Source<T>; N], to: [*mut T; M], at: usize) {
        let mut x = [V::splat(arch, T::ZERO); N];
        for (x, from) in x.iter_mut().zip(from) {
            // SAFETY: a vector's elements are left.
            *x = unsafe { V::load(arch, Self::operand(from, at)) };
        }
        for (y, to) in f.call(x).into_iter().zip(to) {
            // SAFETY: as above.
            unsafe { y.store(to.add(at)) };
        }
    }
}

impl<T: Element, F: Function<T, N, M>, const N: usize, const M: usize> PerLevel for Map<T, F, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<A: Arch>(self, arch: A) {
        let lanes = <T::Vector<A> as Simd>::LANES;
        let (whole, rest) = (self.n / lanes * lanes, self.n % lanes);
        let (mut inputs, mut results) = ([[T::ZERO; PADDING]; N], [[T::ZERO; PADDING]; M]);
        // First the whole vectors; then what is left, by the same loop and from a place that has
        // a vector's elements: the functions are long, and one copy of each is enough.
        let (mut from, mut to, mut end) = (self.from, self.to, whole);
        let mut is_rest = false;
        loop {
            let mut at = 0;
            while at < end {
                // SAFETY: `new`'s promise, or our own places.
                unsafe { Self::step::<T::Vector<A>>(self.f, arch, from, to, at) };
                at += lanes;
            }
            if is_rest || rest == 0 {
                break;
            }
            for ((place, from), input) in from.iter_mut().zip(self.from).zip(&mut inputs) {
                // SAFETY: so many are left; no vector has more lanes than the place.
                unsafe { Self::operand(from, whole).copy_to_nonoverlapping(input.as_mut_ptr(), rest) };
                *place = Source::slice(input.as_ptr());
            }
            for (place, result) in to.iter_mut().zip(&mut results) {
                *place = result.as_mut_ptr();
            }
            (end, is_rest) = (lanes, true);
        }
        if is_rest {
            for (to, result) in self.to.into_iter().zip(&results) {
                // SAFETY: so many are left.
                unsafe { to.add(whole).copy_from_nonoverlapping(result.as_ptr(), rest) };
            }
        }
    }
}
