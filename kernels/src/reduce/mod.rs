//! Reductions of slices of any length: sums, means, norms, moments, extremes.
//!
//! | | |
//! |---|---|
//! | [`sum`], [`mean`], [`dot`], [`norm_l1`], [`norm_l2`], [`norm_inf`] | plain sums |
//! | [`sum_compensated`], [`dot_compensated`] | sums as if in twice the precision |
//! | [`variance`], [`std_dev`], [`skewness`], [`kurtosis`], [`Moments`] | stable moments, in one pass |
//! | [`max`], [`min`], [`argmax`], [`argmin`] | extremes |
//!
//! Every function takes `f32` and `f64`, reads the slice once, and gives the same bits on
//! every level: sums are taken in the order of `kernels_plan::order`.
//!
//! Of no elements a sum or norm is `+0`, a maximum `-∞`, a minimum `+∞`: the neutral element.
//! What would be divided by a number of elements that is 0 is NaN, and where there is no place
//! it is `None`. A NaN among the elements makes every result NaN.

use crate::arch::{Element, Simd};
use crate::walk::{Take, Wide, run, total};
use crate::{Float, SizeError};

mod compensated;
mod extremes;
mod moments;
#[cfg(test)]
mod moments_tests;
mod norm;
#[cfg(test)]
mod tests;

pub use compensated::{dot_compensated, sum_compensated};
pub use extremes::{argmax, argmin, max, min, norm_inf};
pub use moments::{Moments, kurtosis, population_std_dev, population_variance, skewness, std_dev, variance};
pub use norm::{norm_l1, norm_l2};

pub(crate) use extremes::{largest, magnitude};
pub(crate) use norm::scale_of;

/// Adds elements.
#[derive(Clone, Copy)]
pub(crate) struct Plus;

impl Take<1> for Plus {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        acc + x
    }
}

/// Adds products.
#[derive(Clone, Copy)]
pub(crate) struct Products;

impl Take<2> for Products {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x, y]: [V; 2]) -> V {
        x.mul_add(y, acc)
    }
}

/// The sum of what is taken from `S` slices.
#[derive(Clone, Copy)]
pub(crate) struct Total<'a, T, K, const S: usize>(pub [&'a [T]; S], pub K);

impl<T: Element, K: Take<S>, const S: usize> Wide for Total<'_, T, K, S> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        total::<V, K, W, S>(arch, self.0, self.1)
    }
}

/// The sum of all elements, in the order of `kernels_plan::order` with `order::chains` of
/// their number: plain additions from `+0`, the bits of [`ops::sum`](crate::ops::sum).
///
/// The error is at most `(n / 64 + 6) ε / 2` of the sum of the magnitudes (`f32`; `n / 32`
/// for `f64`); [`sum_compensated`] is far closer.
///
/// ```
/// assert_eq!(kernels::reduce::sum(&[1.0_f32, 2.0, 3.0]), 6.0);
/// assert_eq!(kernels::reduce::sum::<f64>(&[]), 0.0);
/// ```
pub fn sum<T: Float>(x: &[T]) -> T {
    run(Total([x], Plus))
}

/// [`sum`] divided by the number of elements, the bits of [`ops::mean`](crate::ops::mean);
/// NaN for none. [`Moments`] gives a mean that does not overflow where the sum does.
///
/// ```
/// assert_eq!(kernels::reduce::mean(&[1.0_f32, 2.0, 6.0]), 3.0);
/// assert!(kernels::reduce::mean::<f32>(&[]).is_nan());
/// ```
pub fn mean<T: Float>(x: &[T]) -> T {
    sum(x) / count(x.len())
}

/// `Σ xᵢ yᵢ`: fused multiply-adds from `+0`, in the order of [`sum`], the bits of
/// [`ops::dot`](crate::ops::dot).
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// use kernels::reduce::dot;
///
/// assert_eq!(dot(&[1.0_f32, 2.0], &[3.0, 4.0])?, 11.0);
/// let error = dot(&[1.0], &[3.0, 4.0]).unwrap_err();
/// assert_eq!(error.to_string(), "expected 1 elements (as many as `x` has), got 2 in `y`");
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn dot<T: Float>(x: &[T], y: &[T]) -> Result<T, SizeError> {
    SizeError::same(("x", x.len()), ("y", y.len()))?;
    Ok(run(Total([x, y], Products)))
}

/// A number of elements as one.
#[inline(always)]
pub(crate) fn count<T: Element>(len: usize) -> T {
    T::from_f64(len as f64)
}

#[cfg(test)]
pub(crate) mod testing {
    /// Lengths at which chunks, chains and blocks begin and end, and odd ones.
    pub const LENGTHS: [usize; 79] = {
        let mut lengths = [0; 79];
        let mut i = 0;
        while i < 71 {
            lengths[i] = i;
            i += 1;
        }
        let more = [127, 128, 129, 255, 511, 1000, 4097, 65_537];
        while i < 79 {
            lengths[i] = more[i - 71];
            i += 1;
        }
        lengths
    };

    /// The sum of all, exactly: the nearest `f64` and what is left, rounded. Shewchuk's list
    /// of numbers that do not overlap, to each of which every term is added without error.
    pub fn exact_sum(terms: impl Iterator<Item = f64>) -> (f64, f64) {
        let mut parts: Vec<f64> = Vec::new();
        for mut x in terms {
            let mut kept = 0;
            for i in 0..parts.len() {
                let mut y = parts[i];
                if x.abs() < y.abs() {
                    (x, y) = (y, x);
                }
                let high = x + y;
                let low = y - (high - x);
                if low != 0.0 {
                    parts[kept] = low;
                    kept += 1;
                }
                x = high;
            }
            parts.truncate(kept);
            parts.push(x);
        }
        let high: f64 = parts.iter().rev().sum();
        parts.push(-high);
        // What is left is far smaller than `high`, so plain additions are enough.
        parts.sort_by(|a, b| b.abs().total_cmp(&a.abs()));
        (high, parts.iter().sum())
    }
}
