//! Slices of any length, walked in the order of `kernels_plan::order`.

use kernels_plan::order;

use crate::arch::{Arch, Element, Simd};
use crate::dispatch::{PerLevel, dispatch};
use crate::memory::{Dst, Src};
use crate::tile::{Sum, fold};

/// Code over vectors of one element type, of which `W` registers hold the lanes of the order.
/// Implementations are `#[inline(always)]`, as those of [`PerLevel`].
pub(crate) trait Wide: Sized {
    /// The element type.
    type Elem: Element;
    /// The result.
    type Output;

    /// The code. `W * V::LANES` is `order::lanes`.
    fn run<V: Simd<Elem = Self::Elem>, const W: usize>(self, arch: V::Arch) -> Self::Output;
}

/// [`Wide`] code at each level.
struct AtLevel<K>(K);

impl<K: Wide> PerLevel for AtLevel<K> {
    type Output = K::Output;

    #[inline(always)]
    fn run<A: Arch>(self, arch: A) -> K::Output {
        let code = self.0;
        match const { order::lanes(size_of::<K::Elem>()) / <<K::Elem as Element>::Vector<A> as Simd>::LANES }
        {
            1 => code.run::<<K::Elem as Element>::Vector<A>, 1>(arch),
            2 => code.run::<<K::Elem as Element>::Vector<A>, 2>(arch),
            4 => code.run::<<K::Elem as Element>::Vector<A>, 4>(arch),
            _ => unreachable!("a level whose vectors have between a quarter and all of the lanes"),
        }
    }
}

/// Runs `code` at the level of this process.
#[inline(always)]
pub(crate) fn run<K: Wide>(code: K) -> K::Output {
    dispatch(AtLevel(code))
}

/// What a reduction of `S` slices does with the elements of one place.
///
/// A trait rather than a closure, for the reason of [`Combine`](crate::tile::Combine).
pub(crate) trait Take<const S: usize>: Copy {
    /// Whether elements +0 leave the accumulator as the order wants it; otherwise the lanes
    /// behind the end keep what they have.
    const ZEROS_FILL: bool = true;
    /// Whether all that it does is load and one or two instructions, so that the loop should
    /// be unrolled to eight loads: four cycles of two load ports.
    const SHORT: bool = true;

    /// `acc` with the elements `x` taken in.
    fn take<V: Simd>(self, acc: V, x: [V; S]) -> V;
}

/// `S` slices of one length.
#[derive(Clone, Copy)]
pub(crate) struct Slices<T, const S: usize> {
    from: [Src<T>; S],
    len: usize,
}

impl<T: Element, const S: usize> Slices<T, S> {
    /// Of the elements that all have.
    #[inline(always)]
    pub fn new(slices: [&[T]; S]) -> Self {
        let len = slices.iter().map(|slice| slice.len()).min().unwrap_or(0);
        Slices { from: slices.map(Src::of), len }
    }
}

/// The vectors of the elements from `at`, as many as are `live`, then +0.
///
/// # Safety
/// The slices live and have `at + live` elements, if `live` is not 0.
#[inline(always)]
unsafe fn load<V: Simd, const S: usize>(
    arch: V::Arch,
    slices: &Slices<V::Elem, S>,
    at: usize,
    live: usize,
) -> [V; S] {
    let mut x = [V::splat(arch, V::Elem::ZERO); S];
    for (x, from) in x.iter_mut().zip(slices.from) {
        // SAFETY: the caller's promise.
        *x = unsafe { from.load_partial(arch, at, live) };
    }
    x
}

/// The partial results of `C` chains, from `start`: steps 1 and 2 of the order.
#[inline(always)]
pub(crate) fn partials<V, K, const W: usize, const C: usize, const S: usize>(
    arch: V::Arch,
    slices: [&[V::Elem]; S],
    start: V::Elem,
    with: K,
) -> [[V; W]; C]
where
    V: Simd,
    K: Take<S>,
{
    let slices = Slices::new(slices);
    let chunk = W * V::LANES;
    let mut acc = [[V::splat(arch, start); W]; C];
    let rounds = slices.len / (C * chunk);
    let unroll = if K::SHORT { 8 / (C * W * S) } else { 1 }.max(1);
    for turn in 0..rounds / unroll {
        for u in 0..unroll {
            // SAFETY: the round's elements are below `len`.
            unsafe { round(arch, &slices, &mut acc, turn * unroll + u, with) };
        }
    }
    for r in rounds / unroll * unroll..rounds {
        // SAFETY: the round's elements are below `len`.
        unsafe { round(arch, &slices, &mut acc, r, with) };
    }
    // SAFETY: all whole rounds were taken.
    unsafe { rest(arch, &slices, &mut acc, rounds, with) };
    acc
}

/// A chunk of every chain.
///
/// # Safety
/// The slices live, and have so many whole rounds and one more.
#[inline(always)]
unsafe fn round<V: Simd, K: Take<S>, const W: usize, const C: usize, const S: usize>(
    arch: V::Arch,
    slices: &Slices<V::Elem, S>,
    acc: &mut [[V; W]; C],
    number: usize,
    with: K,
) {
    for (c, acc) in acc.iter_mut().enumerate() {
        for (w, acc) in acc.iter_mut().enumerate() {
            let at = ((number * C + c) * W + w) * V::LANES;
            // SAFETY: the caller's promise.
            *acc = with.take(*acc, unsafe { load(arch, slices, at, V::LANES) });
        }
    }
}

/// What is left behind the whole rounds: less than a chunk of every chain.
///
/// # Safety
/// The slices live, and have so many whole rounds.
#[inline(always)]
unsafe fn rest<V: Simd, K: Take<S>, const W: usize, const C: usize, const S: usize>(
    arch: V::Arch,
    slices: &Slices<V::Elem, S>,
    acc: &mut [[V; W]; C],
    rounds: usize,
    with: K,
) {
    let chunk = W * V::LANES;
    let whole = slices.len / chunk;
    for (c, acc) in acc.iter_mut().enumerate().take(C - 1) {
        if rounds * C + c < whole {
            for (w, acc) in acc.iter_mut().enumerate() {
                let at = (rounds * C + c) * chunk + w * V::LANES;
                // SAFETY: the chunk is whole.
                *acc = with.take(*acc, unsafe { load(arch, slices, at, V::LANES) });
            }
        }
    }
    if slices.len % chunk == 0 {
        return;
    }
    for w in 0..W {
        let at = whole * chunk + w * V::LANES;
        let live = slices.len.saturating_sub(at).min(V::LANES);
        // SAFETY: up to the end of the slices.
        let x = unsafe { load(arch, slices, at, live) };
        for (c, acc) in acc.iter_mut().enumerate() {
            // The chain is known at run time, its accumulator must be at compile time.
            if c == whole % C {
                let taken = with.take(acc[w], x);
                acc[w] = if K::ZEROS_FILL { taken } else { taken.head(live, acc[w]) };
            }
        }
    }
}

/// The sum that `with` takes from +0, in the order with the chains of this length.
#[inline(always)]
pub(crate) fn total<V, K, const W: usize, const S: usize>(
    arch: V::Arch,
    slices: [&[V::Elem]; S],
    with: K,
) -> V::Elem
where
    V: Simd,
    K: Take<S>,
{
    match order::chains(slices[0].len(), size_of::<V::Elem>()) {
        1 => fold::<V, W, 1, Sum>(partials(arch, slices, V::Elem::ZERO, with)),
        _ => fold::<V, W, 4, Sum>(partials(arch, slices, V::Elem::ZERO, with)),
    }
}

/// What is done to the elements of one place.
pub(crate) trait Each<const S: usize>: Copy {
    /// The element of the result.
    fn each<V: Simd>(self, x: [V; S]) -> V;
}

/// `dst[i] = with(from[0][i], …)` for the `n` elements of all.
///
/// # Safety
/// All have `n` elements; each of `from` is the same row as `dst` or does not overlap it.
#[inline(always)]
pub(crate) unsafe fn each<V: Simd, K: Each<S>, const S: usize>(
    arch: V::Arch,
    from: [Src<V::Elem>; S],
    dst: Dst<V::Elem>,
    n: usize,
    with: K,
) {
    let slices = Slices { from, len: n };
    for i in 0..n / V::LANES {
        // SAFETY: below `n`, and in one row what is overwritten was read.
        unsafe { dst.store(with.each(load(arch, &slices, i * V::LANES, V::LANES)), i * V::LANES) };
    }
    let (at, live) = (n / V::LANES * V::LANES, n % V::LANES);
    if live > 0 {
        // SAFETY: up to the end.
        unsafe { dst.store_partial(with.each(load(arch, &slices, at, live)), at, live) };
    }
}

#[cfg(test)]
pub(crate) mod testing {
    use super::*;
    use crate::Level;

    /// The result of single elements, and of every level that this processor has, by name.
    pub fn results<K: Wide + Copy>(code: K) -> Vec<(&'static str, K::Output)> {
        let mut results = Vec::new();
        every_level(code, |level, result| results.push((level, result)));
        results
    }

    /// Runs `code` as [`results`] does, with a look at what it did before the next one.
    pub fn every_level<K: Wide + Copy>(code: K, mut look: impl FnMut(&'static str, K::Output)) {
        let scalar = match size_of::<K::Elem>() {
            4 => code.run::<K::Elem, 16>(crate::arch::Scalar),
            _ => code.run::<K::Elem, 8>(crate::arch::Scalar),
        };
        look("scalar", scalar);
        for level in Level::supported() {
            look(level.name(), level.run(AtLevel(code)).unwrap());
        }
    }

    /// Runs `code` at every level and gives what it wrote, which is the same each time.
    #[track_caller]
    pub fn written<K: Wide + Copy>(to: Dst<K::Elem>, len: usize, code: K) -> Vec<K::Elem> {
        let mut first: Option<Vec<K::Elem>> = None;
        every_level(code, |level, _| {
            // SAFETY: the elements are those of a buffer that lives in the calling test.
            let got: Vec<K::Elem> = (0..len).map(|i| unsafe { to.src().get(i) }).collect();
            for i in 0..len {
                // SAFETY: as above. Each level is to write all.
                unsafe { to.set(i, K::Elem::from_f64(-77.0)) };
            }
            let first = first.get_or_insert_with(|| got.clone());
            for (i, (&a, &b)) in first.iter().zip(&got).enumerate() {
                assert!(crate::arch::testing::same(a, b), "{i} of {len}: {b:?} at {level}, not {a:?}");
            }
        });
        first.unwrap_or_default()
    }
}
