//! Batch normalization of a trained network: one multiply-add for each element.

use super::{Row, lanes};
use crate::arch::{Element, Simd};
use crate::memory::Src;
use crate::walk::{Each, Wide, each, run};
use crate::{Float, SizeError};

/// Batch normalization, folded: `y = x · scale + shift` in each channel, with
/// `scale = γ / √(σ² + ε)` and `shift = β − μ · scale`, rounded once each after `scale`.
///
/// The constructor allocates; applying does not.
///
/// ```
/// use kernels::normalize::BatchNorm;
///
/// let norm = BatchNorm::new(&[1.0_f32, 0.0], &[4.0, 1.0], &[2.0, 1.0], &[0.5, 0.0], 0.0)?;
/// assert_eq!((norm.scale(), norm.shift()), (&[1.0, 1.0][..], &[-0.5, 0.0][..]));
/// let mut x = [1.0, 1.0, 3.0, 2.0];
/// norm.apply_in_place(&mut x)?;
/// assert_eq!(x, [0.5, 1.0, 2.5, 2.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct BatchNorm<T> {
    scale: Vec<T>,
    shift: Vec<T>,
}

impl<T: Float> BatchNorm<T> {
    /// From mean, variance, gain and shift of every channel, and what is added to the variance.
    ///
    /// # Errors
    /// They differ in length.
    ///
    /// ```
    /// let error = kernels::normalize::BatchNorm::new(&[0.0], &[1.0, 1.0], &[1.0], &[0.0], 1e-5).unwrap_err();
    /// assert_eq!(error.to_string(), "expected 1 elements (as many as `mean` has), got 2 in `variance`");
    /// ```
    pub fn new(mean: &[T], variance: &[T], gamma: &[T], beta: &[T], epsilon: T) -> Result<Self, SizeError> {
        let channels = ("mean", mean.len());
        SizeError::same(channels, ("variance", variance.len()))?;
        SizeError::same(channels, ("gamma", gamma.len()))?;
        SizeError::same(channels, ("beta", beta.len()))?;
        let scale: Vec<T> = gamma
            .iter()
            .zip(variance)
            .map(|(&gamma, &variance)| gamma / (variance + epsilon).sqrt())
            .collect();
        let shift = (0..mean.len()).map(|c| (-mean[c]).mul_add(scale[c], beta[c])).collect();
        Ok(BatchNorm { scale, shift })
    }

    /// What each channel is multiplied with.
    ///
    /// ```
    /// # use kernels::normalize::BatchNorm;
    /// let norm = BatchNorm::new(&[0.0_f32], &[3.0], &[1.0], &[0.0], 1.0)?;
    /// assert_eq!(norm.scale(), [0.5]);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn scale(&self) -> &[T] {
        &self.scale
    }

    /// What is then added to each channel.
    ///
    /// ```
    /// # use kernels::normalize::BatchNorm;
    /// let norm = BatchNorm::new(&[1.0_f32], &[1.0], &[2.0], &[3.0], 0.0)?;
    /// assert_eq!(norm.shift(), [1.0]);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn shift(&self) -> &[T] {
        &self.shift
    }

    /// Of rows of one element for each channel (channels last).
    ///
    /// # Errors
    /// `y` is not as long as `x`, or `x` does not consist of such rows.
    ///
    /// ```
    /// # use kernels::normalize::BatchNorm;
    /// let norm = BatchNorm::new(&[0.0_f32, 1.0], &[1.0, 1.0], &[1.0, 1.0], &[0.0, 0.0], 0.0)?;
    /// let mut y = [0.0; 4];
    /// norm.apply(&[1.0, 2.0, 3.0, 4.0], &mut y)?;
    /// assert_eq!(y, [1.0, 1.0, 3.0, 3.0]);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn apply(&self, x: &[T], y: &mut [T]) -> Result<(), SizeError> {
        self.rows(Row::new(x, y)?)
    }

    /// [`apply`](BatchNorm::apply) in place.
    ///
    /// # Errors
    /// `x` does not consist of rows of one element for each channel.
    ///
    /// ```
    /// # use kernels::normalize::BatchNorm;
    /// let norm = BatchNorm::new(&[0.0_f32, 1.0], &[1.0, 1.0], &[1.0, 1.0], &[0.0, 0.0], 0.0)?;
    /// let error = norm.apply_in_place(&mut [1.0; 3]).unwrap_err();
    /// assert_eq!(error.to_string(), "expected a multiple of 2 elements, got 3 in `x`");
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn apply_in_place(&self, x: &mut [T]) -> Result<(), SizeError> {
        self.rows(Row::in_place(x))
    }

    /// Of elements that all are of one channel (channels first).
    ///
    /// # Errors
    /// `y` is not as long as `x`, or there is no such channel.
    ///
    /// ```
    /// # use kernels::normalize::BatchNorm;
    /// let norm = BatchNorm::new(&[0.0_f32, 1.0], &[1.0, 1.0], &[1.0, 1.0], &[0.0, 0.0], 0.0)?;
    /// let mut y = [0.0; 3];
    /// norm.apply_to_channel(1, &[1.0, 2.0, 3.0], &mut y)?;
    /// assert_eq!(y, [0.0, 1.0, 2.0]);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn apply_to_channel(&self, channel: usize, x: &[T], y: &mut [T]) -> Result<(), SizeError> {
        let row = Row::new(x, y)?;
        if channel >= self.scale.len() {
            return Err(SizeError::channel(self.scale.len(), channel));
        }
        run(OneChannel { row, scale: self.scale[channel], shift: self.shift[channel] });
        Ok(())
    }

    fn rows(&self, rows: Row<T>) -> Result<(), SizeError> {
        SizeError::rows(("x", rows.len), self.scale.len())?;
        run(Channels { rows, scale: &self.scale, shift: &self.shift });
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Channels<'a, T> {
    rows: Row<T>,
    scale: &'a [T],
    shift: &'a [T],
}

impl<T: Element> Wide for Channels<'_, T> {
    type Elem = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) {
        let Channels { rows, scale, shift } = self;
        let width = scale.len();
        for number in 0..rows.len.checked_div(width).unwrap_or(0) {
            // SAFETY: the rows are borrowed by the function that made this, and are so many.
            unsafe {
                let row = rows.row(number, width);
                each::<V, _, 3>(arch, [row.from, Src::of(scale), Src::of(shift)], row.to, width, Fused);
            }
        }
    }
}

/// `x * scale + shift`.
#[derive(Clone, Copy)]
struct Fused;

impl Each<3> for Fused {
    #[inline(always)]
    fn each<V: Simd>(self, [x, scale, shift]: [V; 3]) -> V {
        x.mul_add(scale, shift)
    }
}

#[derive(Clone, Copy)]
struct OneChannel<T> {
    row: Row<T>,
    scale: T,
    shift: T,
}

impl<T: Element> Wide for OneChannel<T> {
    type Elem = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) {
        let Row { from, to, len } = self.row;
        // SAFETY: the row's slices are borrowed by the function that made it.
        unsafe { each::<V, _, 1>(arch, [from], to, len, self) };
    }
}

impl<T: Element> Each<1> for OneChannel<T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x]: [V; 1]) -> V {
        x.mul_add(lanes(x, self.scale), lanes(x, self.shift))
    }
}
