//! Cross-entropy of rows of logits, one for each class.

use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use crate::normalize::{exponentials, lanes};
use crate::reduce::count;
use crate::vecmath::lanes::{exp, ln};
use crate::walk::{Each, Wide, each, run};
use crate::{Float, SizeError};

/// Rows of logits and their classes, each below the length of a row.
#[derive(Clone, Copy)]
pub(super) struct Samples<'a, T> {
    pub logits: &'a [T],
    pub targets: &'a [usize],
    pub gradient: Option<Dst<T>>,
}

/// `exp(xᵢ − m) / s * share`.
#[derive(Clone, Copy)]
pub(super) struct Share<T> {
    pub most: T,
    pub sum: T,
    pub share: T,
}

impl<T: Element> Each<1> for Share<T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x]: [V; 1]) -> V {
        exp(x - lanes(x, self.most)) / lanes(x, self.sum) * lanes(x, self.share)
    }
}

impl<T: Element> Wide for Samples<'_, T> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        let Samples { logits, targets, gradient } = self;
        let (samples, classes) =
            (count::<T>(targets.len()), logits.len().checked_div(targets.len()).unwrap_or(0));
        let mut total = T::ZERO;
        for (number, &target) in targets.iter().enumerate() {
            let row = &logits[number * classes..][..classes];
            let (most, sum) = exponentials::<V, W>(arch, row);
            total = total + ((most - row[target]) + ln(sum));
            if let Some(gradient) = gradient {
                let share = Share { most, sum, share: T::ONE / samples };
                // SAFETY: the gradient is as long as the logits, and borrowed apart from them.
                unsafe {
                    let to = gradient.offset(number * classes);
                    each::<V, _, 1>(arch, [Src::of(row)], to, classes, share);
                    to.set(target, to.src().get(target) - share.share);
                }
            }
        }
        total / samples
    }
}

/// Cross-entropy of logits, the mean over the samples of `ln Σ exp(xⱼ) − x_t`: `logits` has a row
/// for each sample, and `targets` the class `t` of each.
///
/// Taken as `(m − x_t) + ln Σ exp(xⱼ − m)` with the largest logit `m`, so nothing overflows. A
/// logit of `+∞`, or no other than `-∞`, makes it NaN. The samples are added in ascending order.
///
/// # Errors
/// The logits are no rows for so many samples, or a class is not below the length of a row.
///
/// ```
/// use kernels::loss::cross_entropy;
///
/// let logits = [1000.0_f32, 0.0, 0.0, 1000.0];
/// assert_eq!(cross_entropy(&logits, &[0, 0])?, 500.0);
/// let error = cross_entropy(&logits, &[0, 2]).unwrap_err();
/// assert_eq!(error.to_string(), "expected a class below 2, got 2 for sample 1");
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn cross_entropy<T: Float>(logits: &[T], targets: &[usize]) -> Result<T, SizeError> {
    check(logits, targets)?;
    Ok(run(Samples { logits, targets, gradient: None }))
}

/// [`cross_entropy`], with `(softmax(x)ᵢ − [i = t]) / samples` in `gradient`.
///
/// # Errors
/// As there, or `gradient` is not as long as `logits`.
///
/// ```
/// let mut gradient = [0.0; 2];
/// kernels::loss::cross_entropy_with_gradient(&[3.0_f32, 3.0], &[1], &mut gradient)?;
/// assert_eq!(gradient, [0.5, -0.5]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn cross_entropy_with_gradient<T: Float>(
    logits: &[T],
    targets: &[usize],
    gradient: &mut [T],
) -> Result<T, SizeError> {
    SizeError::same(("logits", logits.len()), ("gradient", gradient.len()))?;
    check(logits, targets)?;
    Ok(run(Samples { logits, targets, gradient: Some(Dst::of(gradient)) }))
}

fn check<T>(logits: &[T], targets: &[usize]) -> Result<(), SizeError> {
    SizeError::rows(("logits", logits.len()), targets.len())?;
    let classes = logits.len().checked_div(targets.len()).unwrap_or(0);
    match targets.iter().position(|&target| target >= classes) {
        Some(sample) => Err(SizeError::class(sample, classes, targets[sample])),
        None => Ok(()),
    }
}
