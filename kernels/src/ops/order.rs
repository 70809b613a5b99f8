//! The order of additions of `kernels_plan::order`, for single elements.

use core::iter::repeat_n;

use kernels_plan::order::{chains, lanes};

use super::scalar::{Float, maximum, minimum, mul_add};

/// The most lanes (f32) and chains that the order has.
const MAX_LANES: usize = lanes(4);
const MAX_CHAINS: usize = chains(usize::MAX, 4);

/// What is done to the items of a reduction.
struct Reduction<T, I, Step, Join> {
    /// Neutral item that fills up the last chunk.
    fill: I,
    /// What every partial result starts from.
    start: T,
    /// Takes one item into a partial result.
    step: Step,
    /// Makes one of two partial results.
    join: Join,
}

impl<T, I, Step, Join> Reduction<T, I, Step, Join>
where
    T: Float,
    I: Copy,
    Step: Fn(T, I) -> T,
    Join: Fn(T, T) -> T,
{
    /// The four steps of the order.
    fn run(&self, chains: usize, items: impl ExactSizeIterator<Item = I>) -> T {
        let lanes = lanes(size_of::<T>());
        let missing = items.len().next_multiple_of(lanes) - items.len();
        let mut partial = [[self.start; MAX_CHAINS]; MAX_LANES];
        for (i, item) in items.chain(repeat_n(self.fill, missing)).enumerate() {
            let (chunk, lane) = (i / lanes, i % lanes);
            let taken = &mut partial[lane][chunk % chains];
            *taken = (self.step)(*taken, item);
        }
        let mut joined = partial.map(|mut chain| self.halve(&mut chain[..chains]));
        self.halve(&mut joined[..lanes])
    }

    /// Part `p` takes part `p + half` until one is left; the length is a power of two.
    fn halve(&self, parts: &mut [T]) -> T {
        let mut half = parts.len() / 2;
        while half > 0 {
            for p in 0..half {
                parts[p] = (self.join)(parts[p], parts[p + half]);
            }
            half /= 2;
        }
        parts[0]
    }
}

/// The dot product of a row of a product: one chain.
pub(crate) fn product_row<T: Float>(pairs: impl ExactSizeIterator<Item = (T, T)>) -> T {
    dot_in(1, pairs)
}

/// The dot product that stands alone.
pub(crate) fn dot<T: Float>(pairs: impl ExactSizeIterator<Item = (T, T)>) -> T {
    dot_in(chains(pairs.len(), size_of::<T>()), pairs)
}

fn dot_in<T: Float>(chains: usize, pairs: impl ExactSizeIterator<Item = (T, T)>) -> T {
    Reduction {
        fill: (T::ZERO, T::ZERO),
        start: T::ZERO,
        step: |taken, (a, b)| mul_add(a, b, taken),
        join: |a, b| a + b,
    }
    .run(chains, pairs)
}

/// The sum of all elements.
pub(crate) fn sum<T: Float>(elements: &[T]) -> T {
    alone(elements, T::ZERO, |a, b| a + b)
}

/// The largest element; −∞ of none.
pub(crate) fn max<T: Float>(elements: &[T]) -> T {
    alone(elements, -T::INFINITY, maximum)
}

/// The smallest element; +∞ of none.
pub(crate) fn min<T: Float>(elements: &[T]) -> T {
    alone(elements, T::INFINITY, minimum)
}

/// A reduction whose step is its join, from a neutral element.
fn alone<T: Float>(elements: &[T], neutral: T, join: fn(T, T) -> T) -> T {
    let chains = chains(elements.len(), size_of::<T>());
    Reduction {
        fill: neutral,
        start: neutral,
        step: join,
        join,
    }
    .run(chains, elements.iter().copied())
}
