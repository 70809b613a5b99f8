//! Cross-entropy of rows of logits and rows of probabilities.

use super::classes::Share;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use crate::normalize::{exponentials, lanes};
use crate::reduce::{Plus, count};
use crate::vecmath::lanes::ln;
use crate::walk::{Each, Take, Wide, each, run, total};
use crate::{Float, SizeError};

/// Rows of logits and of probabilities.
#[derive(Clone, Copy)]
pub(super) struct Samples<'a, T> {
    pub logits: &'a [T],
    pub targets: &'a [T],
    pub classes: usize,
    pub gradient: Option<Dst<T>>,
}

/// Adds `tᵢ ((m − xᵢ) + ln s)`, and nothing where a probability is 0, whatever its logit.
#[derive(Clone, Copy)]
struct Cost<T> {
    most: T,
    log: T,
}

impl<T: Element> Take<2> for Cost<T> {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x, t]: [V; 2]) -> V {
        let zero = lanes(x, V::Elem::ZERO);
        let cost = t * ((lanes(x, self.most) - x) + lanes(x, self.log));
        acc + V::select(t.equal(zero), zero, cost)
    }
}

/// `softmax(x)ᵢ Σ tⱼ / samples − tᵢ / samples`.
#[derive(Clone, Copy)]
struct Slope<T> {
    softmax: Share<T>,
    share: T,
}

impl<T: Element> Each<2> for Slope<T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x, t]: [V; 2]) -> V {
        self.softmax.each([x]) - t * lanes(x, self.share)
    }
}

impl<T: Element> Wide for Samples<'_, T> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        let Samples { logits, targets, classes, gradient } = self;
        let samples = logits.len().checked_div(classes).unwrap_or(0);
        let mut sum_of_samples = T::ZERO;
        for sample in 0..samples {
            let at = sample * classes;
            let (x, t) = (&logits[at..][..classes], &targets[at..][..classes]);
            let (most, sum) = exponentials::<V, W>(arch, x);
            let cost = Cost { most, log: ln(sum) };
            sum_of_samples = sum_of_samples + total::<V, _, W, 2>(arch, [x, t], cost);
            if let Some(gradient) = gradient {
                let share = T::ONE / count::<T>(samples);
                let whole = total::<V, _, W, 1>(arch, [t], Plus);
                let slope = Slope { softmax: Share { most, sum, share: whole * share }, share };
                // SAFETY: the gradient is as long as the logits, and borrowed apart from them.
                unsafe {
                    each::<V, _, 2>(arch, [Src::of(x), Src::of(t)], gradient.offset(at), classes, slope)
                };
            }
        }
        sum_of_samples / count::<T>(samples)
    }
}

/// Cross-entropy of logits and probabilities, the mean over the samples of
/// `Σ tᵢ (ln Σ exp(xⱼ) − xᵢ)`: both have a row of `classes` for each sample. Rows of
/// probabilities need not sum to 1; labels that are smoothed do.
///
/// Taken as [`cross_entropy`](super::cross_entropy) is; a probability of 0 counts nothing, also
/// with a logit of `-∞`. The samples are added in ascending order.
///
/// # Errors
/// The slices differ in length, or are no rows of `classes`.
///
/// ```
/// use kernels::loss::cross_entropy_soft;
///
/// let logits = [1000.0_f32, 0.0, 0.0, 0.0];
/// assert_eq!(cross_entropy_soft(&logits[..2], &[0.5, 0.5], 2)?, 500.0);
/// assert_eq!(cross_entropy_soft(&logits, &[1.0, 0.0, 0.0, 1.0], 2)?, core::f32::consts::LN_2 / 2.0);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn cross_entropy_soft<T: Float>(logits: &[T], targets: &[T], classes: usize) -> Result<T, SizeError> {
    check(logits, targets, classes)?;
    Ok(run(Samples { logits, targets, classes, gradient: None }))
}

/// [`cross_entropy_soft`], with `(softmax(x)ᵢ Σ tⱼ − tᵢ) / samples` in `gradient`.
///
/// # Errors
/// As there, or `gradient` is not as long as `logits`.
///
/// ```
/// let mut gradient = [0.0; 2];
/// kernels::loss::cross_entropy_soft_with_gradient(&[3.0_f32, 3.0], &[0.25, 0.75], 2, &mut gradient)?;
/// assert_eq!(gradient, [0.25, -0.25]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn cross_entropy_soft_with_gradient<T: Float>(
    logits: &[T],
    targets: &[T],
    classes: usize,
    gradient: &mut [T],
) -> Result<T, SizeError> {
    SizeError::same(("logits", logits.len()), ("gradient", gradient.len()))?;
    check(logits, targets, classes)?;
    Ok(run(Samples { logits, targets, classes, gradient: Some(Dst::of(gradient)) }))
}

fn check<T>(logits: &[T], targets: &[T], classes: usize) -> Result<(), SizeError> {
    SizeError::same(("logits", logits.len()), ("targets", targets.len()))?;
    SizeError::rows(("logits", logits.len()), classes)
}
