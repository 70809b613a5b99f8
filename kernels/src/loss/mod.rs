//! Losses: the value, and the value with its gradient.
//!
//! Each is the mean over the elements, summed in the order of `kernels_plan::order` (the bits
//! are the same on every level); of none it is NaN. `name_with_gradient` also writes the
//! derivative of that mean by each prediction. A NaN makes the value and its own element of
//! the gradient NaN.

use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use crate::normalize::lanes;
use crate::reduce::{Total, count};
use crate::vecmath::lanes::{exp, ln_1p, sigmoid};
use crate::walk::{Each, Take, Wide, each, run};
use crate::{Float, SizeError};

mod classes;
mod soft;
#[cfg(test)]
mod tests;

pub use classes::{cross_entropy, cross_entropy_with_gradient};
pub use soft::{cross_entropy_soft, cross_entropy_soft_with_gradient};

/// A loss of pairs of a prediction and a target.
trait Pairs: Copy {
    /// Whether it takes so little that the loop should be unrolled.
    const SHORT: bool = true;
    /// The loss of one pair.
    fn value<V: Simd>(self, x: V, t: V) -> V;
    /// Its derivative by the prediction, times `share`.
    fn slope<V: Simd>(self, x: V, t: V, share: V) -> V;
}

/// Adds the losses.
#[derive(Clone, Copy)]
struct Add<K>(K);

impl<K: Pairs> Take<2> for Add<K> {
    const ZEROS_FILL: bool = false;
    const SHORT: bool = K::SHORT;

    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x, t]: [V; 2]) -> V {
        acc + self.0.value(x, t)
    }
}

/// The gradient, of which each element has this share.
#[derive(Clone, Copy)]
struct Gradient<K, T>(K, T);

impl<K: Pairs, T: Element> Each<2> for Gradient<K, T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x, t]: [V; 2]) -> V {
        self.0.slope(x, t, lanes(x, self.1))
    }
}

#[derive(Clone, Copy)]
struct Slopes<'a, T, K> {
    x: &'a [T],
    t: &'a [T],
    to: Dst<T>,
    with: Gradient<K, T>,
}

impl<T: Element, K: Pairs> Wide for Slopes<'_, T, K> {
    type Elem = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) {
        // SAFETY: all have the length of `x`, and the gradient is borrowed apart from both.
        unsafe {
            each::<V, _, 2>(arch, [Src::of(self.x), Src::of(self.t)], self.to, self.x.len(), self.with)
        };
    }
}

fn value_of<T: Float, K: Pairs>(x: &[T], t: &[T], with: K) -> Result<T, SizeError> {
    SizeError::same(("predictions", x.len()), ("targets", t.len()))?;
    Ok(run(Total([x, t], Add(with))) / count(x.len()))
}

fn both_of<T: Float, K: Pairs>(x: &[T], t: &[T], gradient: &mut [T], with: K) -> Result<T, SizeError> {
    SizeError::same(("predictions", x.len()), ("gradient", gradient.len()))?;
    let value = value_of(x, t, with)?;
    let with = Gradient(with, T::ONE / count(x.len()));
    run(Slopes { x, t, to: Dst::of(gradient), with });
    Ok(value)
}

#[derive(Clone, Copy)]
struct Square;

impl Pairs for Square {
    #[inline(always)]
    fn value<V: Simd>(self, x: V, t: V) -> V {
        let d = x - t;
        d * d
    }

    #[inline(always)]
    fn slope<V: Simd>(self, x: V, t: V, share: V) -> V {
        (x - t) * (share + share)
    }
}

#[derive(Clone, Copy)]
struct Magnitude;

impl Pairs for Magnitude {
    #[inline(always)]
    fn value<V: Simd>(self, x: V, t: V) -> V {
        (x - t).abs()
    }

    #[inline(always)]
    fn slope<V: Simd>(self, x: V, t: V, share: V) -> V {
        let d = x - t;
        let zero = lanes(x, V::Elem::ZERO);
        let sign = V::select(d.equal(zero), zero, share.copysign(d));
        V::select(d.is_nan(), d, sign)
    }
}

#[derive(Clone, Copy)]
struct Huber<T>(T);

impl<T: Element> Pairs for Huber<T> {
    #[inline(always)]
    fn value<V: Simd>(self, x: V, t: V) -> V {
        let d = (x - t).abs();
        // In this order a NaN passes.
        let near = lanes(x, self.0).min_or(d);
        near * (-near).mul_add(lanes(x, 0.5), d)
    }

    #[inline(always)]
    fn slope<V: Simd>(self, x: V, t: V, share: V) -> V {
        let most = lanes(x, self.0);
        most.min_or((-most).max_or(x - t)) * share
    }
}

/// Binary cross-entropy of logits.
#[derive(Clone, Copy)]
struct Logits;

impl Pairs for Logits {
    const SHORT: bool = false;

    #[inline(always)]
    fn value<V: Simd>(self, x: V, t: V) -> V {
        let zero = lanes(x, V::Elem::ZERO);
        // What the logit says of the other answer, by its share of the target.
        let share = V::select(x.gt(zero), lanes(x, V::Elem::ONE) - t, t);
        let cost = V::select(share.equal(zero), zero, x.abs() * share);
        cost + ln_1p(exp(-x.abs()))
    }

    #[inline(always)]
    fn slope<V: Simd>(self, x: V, t: V, share: V) -> V {
        (sigmoid(x) - t) * share
    }
}

/// Mean squared error, `Σ (xᵢ − tᵢ)² / n`.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// assert_eq!(kernels::loss::mse(&[1.0_f32, 2.0], &[0.0, 4.0])?, 2.5);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn mse<T: Float>(predictions: &[T], targets: &[T]) -> Result<T, SizeError> {
    value_of(predictions, targets, Square)
}

/// [`mse`], with `2 (xᵢ − tᵢ) / n` in `gradient`.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let mut gradient = [0.0; 2];
/// kernels::loss::mse_with_gradient(&[1.0_f32, 2.0], &[0.0, 4.0], &mut gradient)?;
/// assert_eq!(gradient, [1.0, -2.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn mse_with_gradient<T: Float>(
    predictions: &[T],
    targets: &[T],
    gradient: &mut [T],
) -> Result<T, SizeError> {
    both_of(predictions, targets, gradient, Square)
}

/// Mean absolute error, `Σ |xᵢ − tᵢ| / n`.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// assert_eq!(kernels::loss::mae(&[1.0_f32, 2.0], &[0.0, 4.0])?, 1.5);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn mae<T: Float>(predictions: &[T], targets: &[T]) -> Result<T, SizeError> {
    value_of(predictions, targets, Magnitude)
}

/// [`mae`], with the sign of `xᵢ − tᵢ` divided by `n` in `gradient`; `+0` where both are equal.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let mut gradient = [0.0; 2];
/// kernels::loss::mae_with_gradient(&[1.0_f32, 4.0], &[0.0, 4.0], &mut gradient)?;
/// assert_eq!(gradient, [0.5, 0.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn mae_with_gradient<T: Float>(
    predictions: &[T],
    targets: &[T],
    gradient: &mut [T],
) -> Result<T, SizeError> {
    both_of(predictions, targets, gradient, Magnitude)
}

/// Huber's loss, the mean of `d² / 2` where `d = |xᵢ − tᵢ|` is at most `delta`, of
/// `delta (d − delta / 2)` beyond. `delta` is positive.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// assert_eq!(kernels::loss::huber(&[1.0_f32, 4.0], &[0.0, 0.0], 2.0)?, 3.25);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn huber<T: Float>(predictions: &[T], targets: &[T], delta: T) -> Result<T, SizeError> {
    value_of(predictions, targets, Huber(delta))
}

/// [`huber`], with `xᵢ − tᵢ`, limited to `±delta`, divided by `n` in `gradient`.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let mut gradient = [0.0; 2];
/// kernels::loss::huber_with_gradient(&[1.0_f32, 4.0], &[0.0, 0.0], 2.0, &mut gradient)?;
/// assert_eq!(gradient, [0.5, 1.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn huber_with_gradient<T: Float>(
    predictions: &[T],
    targets: &[T],
    delta: T,
    gradient: &mut [T],
) -> Result<T, SizeError> {
    both_of(predictions, targets, gradient, Huber(delta))
}

/// Binary cross-entropy of logits `xᵢ` and probabilities `tᵢ`: the mean of
/// `−tᵢ ln σ(xᵢ) − (1 − tᵢ) ln(1 − σ(xᵢ))`, taken as `|xᵢ| s + ln(1 + exp(−|xᵢ|))`, where `s` is
/// `1 − tᵢ` above zero and else `tᵢ`. Nothing cancels or overflows, whatever the logit is:
/// each term is within a few ULP.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// use kernels::loss::binary_cross_entropy;
///
/// assert_eq!(binary_cross_entropy(&[1000.0_f32, -1000.0], &[1.0, 0.0])?, 0.0);
/// assert_eq!(binary_cross_entropy(&[-1000.0_f32], &[1.0])?, 1000.0);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn binary_cross_entropy<T: Float>(logits: &[T], targets: &[T]) -> Result<T, SizeError> {
    value_of(logits, targets, Logits)
}

/// [`binary_cross_entropy`], with `(σ(xᵢ) − tᵢ) / n` in `gradient`.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let mut gradient = [0.0; 2];
/// kernels::loss::binary_cross_entropy_with_gradient(&[0.0_f32, -1000.0], &[1.0, 1.0], &mut gradient)?;
/// assert_eq!(gradient, [-0.25, -0.5]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn binary_cross_entropy_with_gradient<T: Float>(
    logits: &[T],
    targets: &[T],
    gradient: &mut [T],
) -> Result<T, SizeError> {
    both_of(logits, targets, gradient, Logits)
}
