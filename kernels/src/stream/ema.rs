//! Exponentially weighted means.

use super::window::{Aggregate, Window};
use crate::{Float, SizeError};
use core::marker::PhantomData;

/// The weight of a sample against that of the next one, for a window of `width`: that of the
/// usual exponential mean, `1 − α` with `α = 2 / (width + 1)`.
fn decay(width: usize) -> f64 {
    (width - 1) as f64 / (width + 1) as f64
}

/// A weighted sum of some samples, and the weight of what comes before them.
#[derive(Clone, Copy, Debug)]
struct Weighted {
    sum: f64,
    before: f64,
}

impl Aggregate for Weighted {
    #[inline(always)]
    fn join(self, later: Self) -> Self {
        Weighted { sum: self.sum.mul_add(later.before, later.sum), before: self.before * later.before }
    }
}

/// The exponentially weighted mean of the last `W` samples and no others:
/// `Σ βᵏ x₋ₖ / Σ βᵏ` for `k < W`, with `β = 1 − α`, `α = 2 / (W + 1)`.
///
/// The samples that [`Ema`] has beside these have 0.135 of the weight there.
///
/// ```
/// let mut ema = kernels::stream::RollingEma::<f64, 3>::new();
/// let read = [4.0, 2.0, 8.0, f64::NAN, 1.0, 1.0, 1.0].map(|x| ema.push(x));
/// // (8 + 2 / 2 + 4 / 4) / (1 + 1 / 2 + 1 / 4)
/// assert_eq!((read[2], read[6]), (Some(10.0 / 1.75), Some(1.0)));
/// assert!(read[5].is_some_and(f64::is_nan));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RollingEma<T, const W: usize> {
    window: Window<Weighted, W>,
    /// The sum of all weights.
    weights: f64,
    samples: PhantomData<T>,
}

impl<T: Float, const W: usize> RollingEma<T, W> {
    /// Before the first sample. A window of no samples does not compile.
    ///
    /// ```
    /// assert!(kernels::stream::RollingEma::<f32, 2>::new().push(1.0).is_none());
    /// ```
    pub fn new() -> Self {
        let window = Window::new(Weighted { sum: 0.0, before: decay(W) });
        let weights = (0..W).fold(0.0_f64, |sum, _| sum.mul_add(decay(W), 1.0));
        RollingEma { window, weights, samples: PhantomData }
    }

    /// Takes a sample; gives the mean of the last `W` samples, once there are so many.
    ///
    /// ```
    /// assert_eq!(kernels::stream::RollingEma::<f32, 1>::new().push(2.5), Some(2.5));
    /// ```
    #[inline]
    pub fn push(&mut self, sample: T) -> Option<T> {
        let read = self.window.push(Weighted { sum: sample.to_f64(), before: decay(W) });
        read.map(|all| T::from_f64(all.sum / self.weights))
    }

    /// Takes samples, and writes what [`push`](Self::push) gives for each, NaN in place of `None`.
    ///
    /// # Errors
    /// `results` is not as long as `samples`; then none is taken.
    ///
    /// ```
    /// let (mut ema, mut results) = (kernels::stream::RollingEma::<f32, 2>::new(), [0.0; 2]);
    /// ema.push_all(&[3.0, 3.0], &mut results)?;
    /// assert!(results[0].is_nan() && results[1] == 3.0);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn push_all(&mut self, samples: &[T], results: &mut [T]) -> Result<(), SizeError> {
        SizeError::same(("samples", samples.len()), ("results", results.len()))?;
        for (result, &sample) in results.iter_mut().zip(samples) {
            *result = self.push(sample).unwrap_or(T::from_f64(f64::NAN));
        }
        Ok(())
    }
}

impl<T: Float, const W: usize> Default for RollingEma<T, W> {
    fn default() -> Self {
        Self::new()
    }
}

/// The exponential mean of all samples, `e += α (x − e)` with `α = 2 / (W + 1)`, from the first
/// sample on.
///
/// Errors shrink as old samples do, so it does not drift. A NaN or infinity never leaves a
/// recursion: after it the mean is NaN until [`reset`](Ema::reset). [`RollingEma`] forgets it.
///
/// ```
/// let mut ema = kernels::stream::Ema::<f32, 3>::new();
/// assert_eq!([4.0, 2.0, 8.0].map(|x| ema.push(x)), [4.0, 3.0, 5.5]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Ema<T, const W: usize> {
    mean: Option<f64>,
    samples: PhantomData<T>,
}

impl<T: Float, const W: usize> Ema<T, W> {
    /// Before the first sample. A window of no samples does not compile.
    ///
    /// ```
    /// assert_eq!(kernels::stream::Ema::<f32, 10>::new().push(2.0), 2.0);
    /// ```
    pub fn new() -> Self {
        const { assert!(W > 0, "a window has at least one sample") };
        Ema { mean: None, samples: PhantomData }
    }

    /// Takes a sample and gives the mean.
    ///
    /// ```
    /// let mut ema = kernels::stream::Ema::<f64, 1>::new();
    /// assert_eq!((ema.push(2.0), ema.push(7.0)), (2.0, 7.0));
    /// ```
    #[inline]
    pub fn push(&mut self, sample: T) -> T {
        let x = sample.to_f64();
        let mean = match self.mean {
            Some(mean) => (x - mean).mul_add(2.0 / (W + 1) as f64, mean),
            None => x,
        };
        self.mean = Some(mean);
        T::from_f64(mean)
    }

    /// Forgets all samples.
    ///
    /// ```
    /// let mut ema = kernels::stream::Ema::<f32, 10>::new();
    /// assert!(ema.push(f32::NAN).is_nan() && ema.push(1.0).is_nan());
    /// ema.reset();
    /// assert_eq!(ema.push(1.0), 1.0);
    /// ```
    pub fn reset(&mut self) {
        self.mean = None;
    }
}

impl<T: Float, const W: usize> Default for Ema<T, W> {
    fn default() -> Self {
        Self::new()
    }
}
