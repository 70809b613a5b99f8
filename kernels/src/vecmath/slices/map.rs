//! Loops over slices, in vectors of a level.

use super::{Arch, Element, PerLevel, Simd, lanes};

/// A function of one vector.
pub trait Unary<T: Element>: Copy {
    fn call<V: Simd<Elem = T>>(self, x: V) -> V;
}

/// A function of two.
pub trait Binary<T: Element>: Copy {
    fn call<V: Simd<Elem = T>>(self, a: V, b: V) -> V;
}

/// A function of three.
pub trait Ternary<T: Element>: Copy {
    fn call<V: Simd<Elem = T>>(self, a: V, b: V, c: V) -> V;
}

/// A step of a loop: some elements, at most a vector's.
trait Step<T: Element>: Copy {
    /// # Safety
    /// There are `n` elements from `at` on; at most `LANES` of them are taken.
    unsafe fn step<V: Simd<Elem = T>>(self, arch: V::Arch, at: usize, n: usize);
}

/// Whole vectors, then the rest of `n` elements.
///
/// # Safety
/// The step has `n` elements.
#[inline(always)]
unsafe fn each<V: Simd>(arch: V::Arch, n: usize, step: impl Step<V::Elem>) {
    let whole = n / V::LANES * V::LANES;
    let mut at = 0;
    while at < whole {
        // SAFETY: a vector's elements are left.
        unsafe { step.step::<V>(arch, at, V::LANES) };
        at += V::LANES;
    }
    if at < n {
        // SAFETY: so many are left.
        unsafe { step.step::<V>(arch, at, n - at) };
    }
}

/// Defines a map with so many operands, all as long as the result.
macro_rules! map {
    ($(#[$doc:meta])* $Map:ident $Function:ident $from:ty, |$it:ident, $V:ident, $arch:ident, $at:ident, $n:ident| $call:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $Map<T, F> {
            from: $from,
            to: *mut T,
            n: usize,
            f: F,
        }

        impl<T: Element, F: $Function<T>> $Map<T, F> {
            /// # Safety
            /// All point to `n` elements, of which those at `to` may be written, and are
            /// those of an operand, or apart from them.
            pub unsafe fn new(from: $from, to: *mut T, n: usize, f: F) -> Self {
                $Map { from, to, n, f }
            }
        }

        impl<T: Element, F: $Function<T>> Step<T> for $Map<T, F> {
            #[inline(always)]
            unsafe fn step<$V: Simd<Elem = T>>(self, $arch: $V::Arch, $at: usize, $n: usize) {
                let $it = self;
                // SAFETY: `new`'s promise, and the caller's.
                unsafe { $call.store_partial(self.to.add($at), $n) };
            }
        }

        impl<T: Element, F: $Function<T>> PerLevel for $Map<T, F> {
            type Output = ();

            #[inline(always)]
            fn run<A: Arch>(self, arch: A) {
                // SAFETY: `new`'s promise.
                unsafe { each::<T::Vector<A>>(arch, self.n, self) };
            }
        }
    };
}

map! {
    /// A function of each element.
    Map1 Unary *const T,
    |it, V, arch, at, n| it.f.call(V::load_partial(arch, it.from.add(at), n))
}
map! {
    /// A function of two slices' elements.
    Map2 Binary [*const T; 2],
    |it, V, arch, at, n| it.f.call(
        V::load_partial(arch, it.from[0].add(at), n),
        V::load_partial(arch, it.from[1].add(at), n),
    )
}
map! {
    /// A function of three slices' elements.
    Map3 Ternary [*const T; 3],
    |it, V, arch, at, n| it.f.call(
        V::load_partial(arch, it.from[0].add(at), n),
        V::load_partial(arch, it.from[1].add(at), n),
        V::load_partial(arch, it.from[2].add(at), n),
    )
}

/// Sines and cosines of a slice.
#[derive(Clone, Copy)]
pub struct Split<T> {
    from: *const T,
    to: [*mut T; 2],
    n: usize,
}

impl<T: Element> Split<T> {
    /// # Safety
    /// All point to `n` elements; those at `to` may be written, and are apart from the others.
    pub unsafe fn new(from: *const T, to: [*mut T; 2], n: usize) -> Self {
        Split { from, to, n }
    }
}

impl<T: Element> Step<T> for Split<T> {
    #[inline(always)]
    unsafe fn step<V: Simd<Elem = T>>(self, arch: V::Arch, at: usize, n: usize) {
        // SAFETY: `new`'s promise, and the caller's.
        unsafe {
            let (sin, cos) = lanes::sincos(V::load_partial(arch, self.from.add(at), n));
            sin.store_partial(self.to[0].add(at), n);
            cos.store_partial(self.to[1].add(at), n);
        }
    }
}

impl<T: Element> PerLevel for Split<T> {
    type Output = ();

    #[inline(always)]
    fn run<A: Arch>(self, arch: A) {
        // SAFETY: `new`'s promise.
        unsafe { each::<T::Vector<A>>(arch, self.n, self) };
    }
}
