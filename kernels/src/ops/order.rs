//! The order of additions of `kernels_plan::order`, for single elements. Integers, for which
//! no order matters, take it too.

use core::iter::repeat_n;

use kernels_plan::order::{chains, column_chains, lanes};

use super::scalar::{Factor, Float, Number, Zero};
use crate::vecmath::lanes::{maximum, minimum};

/// The most lanes (f32) and chains that the order has.
const MAX_LANES: usize = lanes(4);
const MAX_CHAINS: usize = chains(usize::MAX, 4);

/// What is done to the items of a reduction.
struct Reduction<T, I, Step> {
    /// Neutral item that fills up the last chunk.
    fill: I,
    /// What every partial result starts from.
    start: T,
    /// Takes one item into a partial result.
    step: Step,
    /// Makes one of two partial results.
    join: fn(T, T) -> T,
}

impl<T, I, Step> Reduction<T, I, Step>
where
    T: Number,
    I: Copy,
    Step: Fn(T, I) -> T,
{
    /// The four steps of the order. Compiled once for all lengths of a slice.
    #[inline(never)]
    fn run(&self, chains: usize, items: impl ExactSizeIterator<Item = I>) -> T {
        let lanes = lanes(size_of::<T>());
        let missing = items.len().next_multiple_of(lanes) - items.len();
        let mut partial = [[self.start; MAX_CHAINS]; MAX_LANES];
        for (i, item) in items.chain(repeat_n(self.fill, missing)).enumerate() {
            let (chunk, lane) = (i / lanes, i % lanes);
            let taken = &mut partial[lane][chunk % chains];
            *taken = (self.step)(*taken, item);
        }
        joined(&mut partial, lanes, chains, self.join)
    }
}

/// The last step. It does not depend on the items, the type of which is another one for each
/// size of an operand: compiled once for all of them.
#[inline(never)]
fn joined<T: Number>(
    partial: &mut [[T; MAX_CHAINS]; MAX_LANES],
    lanes: usize,
    chains: usize,
    join: fn(T, T) -> T,
) -> T {
    let mut parts = [T::NOUGHT; MAX_LANES];
    for (part, chain) in parts.iter_mut().zip(partial) {
        *part = halve(&mut chain[..chains], join);
    }
    halve(&mut parts[..lanes], join)
}

/// Part `p` takes part `p + half` until one is left; the length is a power of two.
fn halve<T: Number>(parts: &mut [T], join: fn(T, T) -> T) -> T {
    let mut half = parts.len() / 2;
    while half > 0 {
        for p in 0..half {
            parts[p] = join(parts[p], parts[p + half]);
        }
        half /= 2;
    }
    parts[0]
}

/// An element of a product along the stored rows of its matrix: one chain.
pub(crate) fn by_rows<A: Factor<B>, B: Zero>(
    _outputs: usize,
    pairs: impl ExactSizeIterator<Item = (A, B)>,
) -> A::Sum {
    dot_in(1, pairs)
}

/// An element of a product along the stored columns of its matrix, one of so many.
pub(crate) fn by_columns<A: Factor<B>, B: Zero>(
    outputs: usize,
    pairs: impl Iterator<Item = (A, B)>,
) -> A::Sum {
    let chains = column_chains(outputs, size_of::<A::Sum>());
    let mut partial = [A::Sum::NOUGHT; column_chains(1, size_of::<f32>())];
    for (k, (a, b)) in pairs.enumerate() {
        let taken = &mut partial[k % chains];
        *taken = a.accumulate(b, *taken);
    }
    halve(&mut partial[..chains], Number::plus)
}

/// The dot product that stands alone.
pub(crate) fn dot<A: Factor<B>, B: Zero>(pairs: impl ExactSizeIterator<Item = (A, B)>) -> A::Sum {
    dot_in(chains(pairs.len(), size_of::<A::Sum>()), pairs)
}

fn dot_in<A: Factor<B>, B: Zero>(chains: usize, pairs: impl ExactSizeIterator<Item = (A, B)>) -> A::Sum {
    Reduction {
        fill: (A::NOUGHT, B::NOUGHT),
        start: Zero::NOUGHT,
        step: |taken, (a, b): (A, B)| a.accumulate(b, taken),
        join: Number::plus,
    }
    .run(chains, pairs)
}

/// The sum of all elements.
pub(crate) fn sum<T: Float>(elements: &[T]) -> T {
    alone(elements, T::ZERO, |a, b| a + b)
}

/// The largest element; −∞ of none.
pub(crate) fn max<T: Float>(elements: &[T]) -> T {
    alone(elements, T::NEG_INFINITY, maximum)
}

/// The smallest element; +∞ of none.
pub(crate) fn min<T: Float>(elements: &[T]) -> T {
    alone(elements, T::INFINITY, minimum)
}

/// A reduction whose step is its join, from a neutral element.
fn alone<T: Float>(elements: &[T], neutral: T, join: fn(T, T) -> T) -> T {
    let chains = chains(elements.len(), size_of::<T>());
    Reduction { fill: neutral, start: neutral, step: join, join }.run(chains, elements.iter().copied())
}

#[cfg(test)]
mod tests {
    use crate::prelude::*;

    /// Takes in a one without a trace: the next f32 is two away.
    const BIG: f32 = 16_777_216.0;

    /// A vector of zeros but for some elements.
    fn sparse<const N: usize>(elements: &[(usize, f32)]) -> Vector<f32, N> {
        let mut x = Vector::default();
        for &(i, element) in elements {
            x[i] = element;
        }
        x
    }

    /// The sum, which is also what `dot` and rows of products give where all have one chain.
    fn one_chain<const N: usize>(elements: &[(usize, f32)]) -> f32 {
        let x = sparse::<N>(elements);
        let ones = Vector::splat(1.0);
        let result = sum(x);
        assert_eq!(dot(x, ones), result);
        assert_eq!(Matrix::from([x.into()]) * ones, [result].into());
        assert_eq!(Matrix::from([x.into()]).sum(), result);
        result
    }

    #[test]
    fn every_sixteenth_element_shares_a_lane() {
        assert_eq!(one_chain::<48>(&[(0, BIG), (16, 1.0), (32, -BIG)]), 0.0);
        assert_eq!(one_chain::<48>(&[(0, BIG), (16, -BIG), (32, 1.0)]), 1.0);
        assert_eq!(one_chain::<48>(&[(0, BIG), (1, 1.0), (16, -BIG)]), 1.0);
        assert_eq!(one_chain::<33>(&[(0, BIG), (1, 1.0), (32, -BIG)]), 1.0);
    }

    #[test]
    fn lanes_are_halved() {
        // Distances 8, 4, 2, 1: the one arrives after the pair has cancelled, or before.
        assert_eq!(one_chain::<16>(&[(0, BIG), (4, 1.0), (8, -BIG)]), 1.0);
        assert_eq!(one_chain::<16>(&[(0, BIG), (2, 1.0), (4, -BIG)]), 1.0);
        assert_eq!(one_chain::<16>(&[(0, BIG), (1, 1.0), (2, -BIG)]), 1.0);
        assert_eq!(one_chain::<16>(&[(0, BIG), (4, 1.0), (2, -BIG)]), 0.0);
        assert_eq!(one_chain::<16>(&[(0, BIG), (2, 1.0), (1, -BIG)]), 0.0);
    }

    #[test]
    fn from_128_elements_on_there_are_four_chains() {
        let elements = [(0, BIG), (16, 1.0), (64, -BIG)];
        assert_eq!(one_chain::<127>(&elements), 0.0);
        let (x, ones) = (sparse::<128>(&elements), Vector::splat(1.0));
        assert_eq!((sum(x), dot(x, ones)), (1.0, 1.0));
        assert_eq!(mean(x), 1.0 / 128.0);
        assert_eq!(Matrix::<f32, 8, 16>::from_fn(|i, j| x[16 * i + j]).sum(), 1.0);
    }

    #[test]
    fn chains_are_halved_before_lanes() {
        let four = |elements: &[(usize, f32)]| sum(sparse::<128>(elements));
        // Chain 0 takes chain 2 first, then chain 1.
        assert_eq!(four(&[(0, BIG), (16, 1.0), (32, -BIG)]), 1.0);
        assert_eq!(four(&[(0, BIG), (32, 1.0), (16, -BIG)]), 0.0);
        // Lane 8 joins lane 0 when its chains are one.
        assert_eq!(four(&[(0, BIG), (8, 1.0), (16, -BIG)]), 1.0);
    }

    #[test]
    fn rows_of_products_have_one_chain_at_any_length() {
        let x = sparse::<128>(&[(0, BIG), (16, 1.0), (64, -BIG)]);
        let row = Matrix::from([x.into()]);
        assert_eq!(row * Vector::splat(1.0), [0.0].into());
        assert_eq!(row.t().t() * Vector::splat(1.0), [0.0].into());
        assert_eq!(transpose(row.t()) * Vector::splat(1.0), [0.0].into());
        assert_eq!(Vector::splat(1.0) * row.t(), [0.0].into());
    }

    /// The elements of the products of ones and a matrix of `N` equal columns, which are all
    /// the same.
    fn by_columns<const N: usize>(column: &[(usize, f32)]) -> f32 {
        let (x, ones) = (sparse::<16>(column), Vector::splat(1.0));
        let w = Matrix::<f32, 16, N>::from_fn(|k, _| x[k]);
        let result = ones * w;
        assert_eq!(result, Vector::splat(result[0]));
        assert_eq!([w.t() * ones, ones * w.view(), w.view().t() * ones], [result; 3]);
        assert_eq!(transpose(w) * ones, ones * transpose(w).t(), "a copy has rows of its own");
        result[0]
    }

    #[test]
    fn columns_have_four_chains_up_to_128_bytes() {
        // Every fourth row is of one chain; chain 0 takes chain 2 first, then chain 1.
        for four in [by_columns::<1>, by_columns::<10>, by_columns::<32>] {
            assert_eq!(four(&[(0, BIG), (4, 1.0), (8, -BIG)]), 0.0);
            assert_eq!(four(&[(0, BIG), (3, 1.0), (8, -BIG)]), 1.0);
            assert_eq!(four(&[(0, BIG), (1, 1.0), (2, -BIG)]), 1.0);
            assert_eq!(four(&[(0, BIG), (2, 1.0), (1, -BIG)]), 0.0);
        }
    }

    #[test]
    fn columns_have_two_chains_up_to_512_bytes_and_then_one() {
        for two in [by_columns::<33>, by_columns::<128>] {
            assert_eq!(two(&[(0, BIG), (2, 1.0), (4, -BIG)]), 0.0);
            assert_eq!(two(&[(0, BIG), (3, 1.0), (4, -BIG)]), 1.0);
        }
        assert_eq!(by_columns::<129>(&[(0, BIG), (1, 1.0), (2, -BIG)]), 0.0);
        assert_eq!(by_columns::<129>(&[(0, BIG), (1, -BIG), (2, 1.0)]), 1.0);
    }

    #[test]
    fn columns_are_not_filled_up() {
        // The only row is that of chain 0, and the others are +0.
        let (x, w) = (Vector::from([1e-30_f32]), Matrix::<_, 1, 130>::splat(-1e-30));
        assert_eq!((x * w)[129].to_bits(), (-0.0_f32).to_bits());
        assert_eq!((x * Matrix::<_, 1, 128>::splat(-1e-30))[127].to_bits(), 0);
        let none = Vector::<f32, 0>::default() * Matrix::<f32, 0, 3>::default();
        assert_eq!(none.map(f32::to_bits), Vector::splat(0));
    }

    #[test]
    fn one_chain_of_columns_is_a_product_of_one_row() {
        let x = Vector::<f32, 37>::from_fn(|k| (k as f32).sin());
        let w = Matrix::<f32, 37, 130>::from_fn(|k, j| ((k * 7 + j * 3) as f32).cos());
        let row = Matrix::from([x.into()]) * w;
        assert_eq!((x * w).map(f32::to_bits), row.row(0).map(f32::to_bits));
        let x = Vector::<f64, 37>::from_fn(|k| (k as f64).sin());
        let w = Matrix::<f64, 37, 65>::from_fn(|k, j| ((k * 7 + j * 3) as f64).cos());
        let row = Matrix::from([x.into()]) * w;
        assert_eq!((x * w).map(f64::to_bits), row.row(0).map(f64::to_bits));
    }

    #[test]
    fn f64_has_eight_lanes() {
        let big = 9_007_199_254_740_992.0_f64; // 2^53
        let x = |one: usize| {
            let mut x = Vector::<f64, 63>::default();
            (x[0], x[one], x[16]) = (big, 1.0, -big);
            x
        };
        assert_eq!((sum(x(8)), sum(x(7)), sum(x(9))), (0.0, 1.0, 1.0));
        // One element more, and chunks 0, 1 and 2 are in chains of their own.
        let longer: Vector<f64, 64> = concat(x(8), Vector::from([0.0]));
        assert_eq!(sum(longer), 1.0);
    }

    #[test]
    fn products_are_fused() {
        // a * a is 1 + 2^-11 + 2^-24; the last term does not fit an f32.
        let a = 1.0 + 1.0 / 4096.0;
        let (u, v) = ([-(a * a), a], [1.0, a]);
        let spread = |pair: [f32; 2]| sparse::<17>(&[(0, pair[0]), (16, pair[1])]);
        let tail = 1.0 / BIG;
        assert_eq!(dot(spread(u), spread(v)), tail);
        let (row, column) = (Matrix::from([u]), Matrix::from([v]).t());
        assert_eq!((row * column)[(0, 0)], tail);
    }

    #[test]
    fn the_filling_is_added() {
        // Every lane becomes -0, for the product underflows from below.
        let (u, v) = (Vector::<_, 16>::splat(1e-30_f32), Vector::splat(-1e-30));
        assert_eq!(dot(u, v).to_bits(), (-0.0_f32).to_bits());
        // Lane 15 has no element; then lanes 1.. take (+0)(+0) in a second chunk.
        let shorter = (Vector::<_, 15>::splat(1e-30_f32), Vector::splat(-1e-30));
        assert_eq!(dot(shorter.0, shorter.1).to_bits(), 0);
        let longer = (Vector::<_, 17>::splat(1e-30_f32), Vector::splat(-1e-30));
        assert_eq!(dot(longer.0, longer.1).to_bits(), 0);
        assert_eq!(sum(Vector::<_, 16>::splat(-0.0_f32)).to_bits(), 0);
    }

    #[test]
    fn of_two_zeros_the_later_is_the_maximum() {
        let bits = |x: f32| x.to_bits();
        assert_eq!(bits(max(Vector::from([0.0, -0.0]))), bits(-0.0));
        assert_eq!(bits(max(Vector::from([-0.0, 0.0]))), bits(0.0));
        assert_eq!(bits(min(Vector::from([0.0, -0.0]))), bits(-0.0));
        // Lane 1 comes after lane 2 in the halving, wherever they stand.
        assert_eq!(bits(max(Vector::from([-1.0, -0.0, 0.0]))), bits(-0.0));
    }

    #[test]
    fn nothing_reduces_to_the_neutral_element() {
        let none = Vector::<f32, 0>::default();
        assert_eq!((sum(none), dot(none, none)), (0.0, 0.0));
        assert_eq!((max(none), min(none)), (f32::NEG_INFINITY, f32::INFINITY));
        assert!(mean(none).is_nan());
        assert_eq!(Matrix::<f32, 2, 0>::default() * none, Vector::default());
    }
}
