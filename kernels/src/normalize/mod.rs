//! Normalization of slices of any length: softmax and its logarithm, layer, root-mean-square
//! and batch norms.
//!
//! Each function has a form with a slice to write, and one in place. Results are the same
//! bits on every level: sums and maxima are taken in the order of `kernels_plan::order`.
//! Nothing overflows on the way: huge elements are brought near 1 first. Of no elements
//! nothing is written.

use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};
use crate::reduce::largest;
use crate::tile;
use crate::vecmath::lanes::{exp, ln};
use crate::walk::{Each, Take, Wide, each, run, total};
use crate::{Float, SizeError};

mod batch;
mod layer;
#[cfg(test)]
mod tests;

pub use batch::BatchNorm;
pub use layer::{layer_norm, layer_norm_in_place, rms_norm, rms_norm_in_place};

/// A row to read and one to write, which may be the same.
#[derive(Clone, Copy)]
struct Row<T> {
    from: Src<T>,
    to: Dst<T>,
    len: usize,
}

impl<T: Element> Row<T> {
    fn new(x: &[T], y: &mut [T]) -> Result<Self, SizeError> {
        SizeError::same(("x", x.len()), ("y", y.len()))?;
        Ok(Row { from: Src::of(x), to: Dst::of(y), len: x.len() })
    }

    fn in_place(x: &mut [T]) -> Self {
        let to = Dst::of(x);
        Row { from: to.src(), to, len: x.len() }
    }

    /// The elements to read, until the first is written.
    ///
    /// # Safety
    /// The slices live, and no one writes the row meanwhile.
    #[inline(always)]
    unsafe fn elements<'a>(self) -> &'a [T] {
        match self.len {
            0 => &[],
            // SAFETY: the caller's promise.
            len => unsafe { core::slice::from_raw_parts(self.from.run(0, len), len) },
        }
    }

    /// Row `number` of `width` elements.
    ///
    /// # Safety
    /// The slices live and have so many.
    #[inline(always)]
    unsafe fn row(self, number: usize, width: usize) -> Self {
        let at = number * width;
        // SAFETY: the caller's promise.
        unsafe { Row { from: self.from.offset(at), to: self.to.offset(at), len: width } }
    }
}

/// Adds exponentials of what is left above the largest element.
#[derive(Clone, Copy)]
pub(crate) struct ExpFrom<T>(pub T);

impl<T: Element> Take<1> for ExpFrom<T> {
    const ZEROS_FILL: bool = false;
    const SHORT: bool = false;

    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        acc + exp(x - lanes(x, self.0))
    }
}

/// A number in every lane of a vector like `like`, which has elements of its type.
#[inline(always)]
pub(crate) fn lanes<V: Simd, T: Element>(like: V, x: T) -> V {
    V::splat(like.arch(), V::Elem::from_f64(x.to_f64()))
}

/// The largest element `m`, and `Σ exp(xᵢ − m)`.
#[inline(always)]
pub(crate) fn exponentials<V: Simd, const W: usize>(arch: V::Arch, x: &[V::Elem]) -> (V::Elem, V::Elem) {
    let most = largest::<V, W>(arch, x);
    (most, total::<V, _, W, 1>(arch, [x], ExpFrom(most)))
}

#[derive(Clone, Copy)]
struct Softmax<T>(Row<T>);

impl<T: Element> Wide for Softmax<T> {
    type Elem = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) {
        let Row { from, to, len } = self.0;
        // SAFETY: the row's slices are borrowed by the function that made it.
        unsafe { tile::softmax::<V, W>(arch, from, to, len) };
    }
}

/// `xᵢ − m − l`.
#[derive(Clone, Copy)]
struct Below<T>(T, T);

impl<T: Element> Each<1> for Below<T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x]: [V; 1]) -> V {
        x - lanes(x, self.0) - lanes(x, self.1)
    }
}

#[derive(Clone, Copy)]
struct LogSoftmax<T>(Row<T>);

impl<T: Element> Wide for LogSoftmax<T> {
    type Elem = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) {
        let Row { from, to, len } = self.0;
        // SAFETY: the row's slices are borrowed by the function that made it, and written below.
        let (most, sum) = exponentials::<V, W>(arch, unsafe { self.0.elements() });
        // SAFETY: as above; the two are one row, or do not overlap.
        unsafe { each::<V, _, 1>(arch, [from], to, len, Below(most, ln(sum))) };
    }
}

#[derive(Clone, Copy)]
struct LogSumExp<'a, T>(&'a [T]);

impl<T: Element> Wide for LogSumExp<'_, T> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        let (most, sum) = exponentials::<V, W>(arch, self.0);
        match most.abs() == T::INFINITY {
            true => most,
            false => most + ln(sum),
        }
    }
}

/// `exp(xᵢ − m) / Σ exp(xⱼ − m)` with `m = max(x)`: elements as shares of one. The bits are
/// those of [`ops::softmax`](crate::ops::softmax) of a vector of this length.
///
/// Exponents are at most 0, so nothing overflows. All NaN where an element is NaN or `+∞`, or
/// all are `-∞`. The relative error is at most `ε (|xᵢ − m| + n / 64 + 8)`: `xᵢ − m` rounds, and so
/// does the sum.
///
/// # Errors
/// `y` is not as long as `x`.
///
/// ```
/// let mut y = [0.0; 2];
/// kernels::normalize::softmax(&[1000.0_f32, 1000.0], &mut y)?;
/// assert_eq!(y, [0.5, 0.5]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn softmax<T: Float>(x: &[T], y: &mut [T]) -> Result<(), SizeError> {
    run(Softmax(Row::new(x, y)?));
    Ok(())
}

/// [`softmax`] in place.
///
/// ```
/// let mut x = [0.0_f64, 0.0, f64::NEG_INFINITY];
/// kernels::normalize::softmax_in_place(&mut x);
/// assert_eq!(x, [0.5, 0.5, 0.0]);
/// ```
pub fn softmax_in_place<T: Float>(x: &mut [T]) {
    run(Softmax(Row::in_place(x)));
}

/// `(xᵢ − m) − ln Σ exp(xⱼ − m)` with `m = max(x)`: the logarithm of [`softmax`], also where
/// that is 0.
///
/// All NaN where an element is NaN or `+∞`, or all are `-∞`. The absolute error is at most
/// `ε (|xᵢ − m| + ln n + n / 64 + 3)`.
///
/// # Errors
/// `y` is not as long as `x`.
///
/// ```
/// let mut y = [0.0; 2];
/// kernels::normalize::log_softmax(&[1000.0_f32, 0.0], &mut y)?;
/// assert_eq!(y, [0.0, -1000.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn log_softmax<T: Float>(x: &[T], y: &mut [T]) -> Result<(), SizeError> {
    run(LogSoftmax(Row::new(x, y)?));
    Ok(())
}

/// [`log_softmax`] in place.
///
/// ```
/// let mut x = [7.0_f64];
/// kernels::normalize::log_softmax_in_place(&mut x);
/// assert_eq!(x, [0.0]);
/// ```
pub fn log_softmax_in_place<T: Float>(x: &mut [T]) {
    run(LogSoftmax(Row::in_place(x)));
}

/// `m + ln Σ exp(xᵢ − m)` with `m = max(x)`, which does not overflow.
///
/// `-∞` of none, or where all are `-∞`; `+∞` where an element is; NaN where an element is.
/// The absolute error is at most `ε (|result| + ln n + n / 64 + 3)`.
///
/// ```
/// use kernels::normalize::logsumexp;
///
/// assert_eq!(logsumexp(&[1000.0_f32, -1000.0]), 1000.0);
/// assert_eq!(logsumexp::<f64>(&[]), f64::NEG_INFINITY);
/// ```
pub fn logsumexp<T: Float>(x: &[T]) -> T {
    run(LogSumExp(x))
}
