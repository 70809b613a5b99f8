//! Norms of rows: by mean and variance, and by the root of the mean square.

use super::{Row, lanes};
use crate::arch::{Element, Simd};
use crate::memory::Src;
use crate::reduce::{count, magnitude, scale_of};
use crate::walk::{Each, Take, Wide, each, run, total};
use crate::{Float, SizeError};

/// Adds elements times a power of two.
#[derive(Clone, Copy)]
struct Sum<T>(T);

impl<T: Element> Take<1> for Sum<T> {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        x.mul_add(lanes(x, self.0), acc)
    }
}

/// Adds squares of elements times a power of two less their mean.
#[derive(Clone, Copy)]
struct Squares<T> {
    scale: T,
    mean: T,
}

impl<T: Element> Take<1> for Squares<T> {
    const ZEROS_FILL: bool = false;

    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        let distance = x.mul_add(lanes(x, self.scale), -lanes(x, self.mean));
        distance.mul_add(distance, acc)
    }
}

/// `(x * scale - mean) * by`, before gain and shift.
#[derive(Clone, Copy)]
struct Unit<T> {
    scale: T,
    mean: T,
    by: T,
}

impl<T: Element> Unit<T> {
    #[inline(always)]
    fn of<V: Simd>(self, x: V) -> V {
        x.mul_add(lanes(x, self.scale), -lanes(x, self.mean)) * lanes(x, self.by)
    }
}

impl<T: Element> Each<3> for Unit<T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x, gamma, beta]: [V; 3]) -> V {
        self.of(x).mul_add(gamma, beta)
    }
}

impl<T: Element> Each<2> for Unit<T> {
    #[inline(always)]
    fn each<V: Simd>(self, [x, gamma]: [V; 2]) -> V {
        self.of(x) * gamma
    }
}

/// What brings a row to mean 0, if it is to be `CENTRED`, and mean square 1.
#[inline(always)]
fn unit<V: Simd, const CENTRED: bool, const W: usize>(
    arch: V::Arch,
    x: &[V::Elem],
    epsilon: V::Elem,
) -> Unit<V::Elem> {
    let one = V::Elem::ONE;
    let (unit, fits) = scaled::<V, CENTRED, W>(arch, x, epsilon, one);
    if fits {
        return unit;
    }
    let most = magnitude::<V, W>(arch, x);
    match most > V::Elem::ZERO && most < V::Elem::INFINITY {
        true => scaled::<V, CENTRED, W>(arch, x, epsilon, scale_of(most)).0,
        false => unit,
    }
}

/// [`unit`] of the row times `scale`, and whether the squares were in range.
#[inline(always)]
fn scaled<V: Simd, const CENTRED: bool, const W: usize>(
    arch: V::Arch,
    x: &[V::Elem],
    epsilon: V::Elem,
    scale: V::Elem,
) -> (Unit<V::Elem>, bool) {
    let n = count::<V::Elem>(x.len());
    let mean = match CENTRED {
        true => total::<V, _, W, 1>(arch, [x], Sum(scale)) / n,
        false => V::Elem::ZERO,
    };
    let squares = total::<V, _, W, 1>(arch, [x], Squares { scale, mean });
    // Squares of numbers below are denormal; beside an epsilon that does not matter.
    let least =
        V::Elem::from_f64(if size_of::<V::Elem>() == 4 { 2.0_f64.powi(-100) } else { 2.0_f64.powi(-960) });
    let fits = squares < V::Elem::INFINITY && (epsilon > V::Elem::ZERO || squares > least);
    let by = V::Elem::ONE / (squares / n + epsilon * scale * scale).sqrt();
    (Unit { scale, mean, by }, fits)
}

/// The operation on all rows; without `beta` it is [`rms_norm`].
#[derive(Clone, Copy)]
pub(super) struct Norm<'a, T> {
    pub rows: Row<T>,
    pub gamma: &'a [T],
    pub beta: Option<&'a [T]>,
    pub epsilon: T,
}

impl<T: Element> Wide for Norm<'_, T> {
    type Elem = T;
    type Output = ();

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) {
        let Norm { rows, gamma, beta, epsilon } = self;
        let width = gamma.len();
        for number in 0..rows.len.checked_div(width).unwrap_or(0) {
            // SAFETY: the rows are borrowed by the function that made this, and are so many; each
            // is written after the last use of its elements.
            unsafe {
                let row = rows.row(number, width);
                let gamma = Src::of(gamma);
                if let Some(beta) = beta {
                    let unit = unit::<V, true, W>(arch, row.elements(), epsilon);
                    each::<V, _, 3>(arch, [row.from, gamma, Src::of(beta)], row.to, width, unit);
                } else {
                    let unit = unit::<V, false, W>(arch, row.elements(), epsilon);
                    each::<V, _, 2>(arch, [row.from, gamma], row.to, width, unit);
                }
            }
        }
    }
}

/// `(xᵢ − x̄) / √(σ² + ε) · γᵢ + βᵢ` of every row of `x`, which are as long as `gamma`; `σ²` is the
/// variance of the row as a population, of distances from the rounded mean (two passes over a
/// row in the cache).
///
/// Each row is within `ε₀ (n / 32 + 8)` of the exact result before gain and shift, for
/// machine epsilon `ε₀`. Rows whose squares overflow are brought near 1 by a power of two
/// first, and without `epsilon` also those whose squares underflow. A row of equal elements is
/// `beta` (NaN without `epsilon`), one with a NaN or infinity NaN.
///
/// # Errors
/// `y` is not as long as `x`, `beta` not as long as `gamma`, or `x` does not consist of rows
/// of that length.
///
/// ```
/// let mut y = [0.0; 4];
/// kernels::normalize::layer_norm(&[1.0_f32, 3.0, 30.0, 10.0], &[1.0, 2.0], &[0.0, 0.5], 0.0, &mut y)?;
/// assert_eq!(y, [-1.0, 2.5, 1.0, -1.5]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn layer_norm<T: Float>(
    x: &[T],
    gamma: &[T],
    beta: &[T],
    epsilon: T,
    y: &mut [T],
) -> Result<(), SizeError> {
    norm(Row::new(x, y)?, gamma, Some(beta), epsilon)
}

/// [`layer_norm`] in place.
///
/// # Errors
/// As there.
///
/// ```
/// let mut x = [5.0_f64; 3];
/// kernels::normalize::layer_norm_in_place(&mut x, &[1.0; 3], &[7.0; 3], 1e-5)?;
/// assert_eq!(x, [7.0; 3]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn layer_norm_in_place<T: Float>(
    x: &mut [T],
    gamma: &[T],
    beta: &[T],
    epsilon: T,
) -> Result<(), SizeError> {
    norm(Row::in_place(x), gamma, Some(beta), epsilon)
}

/// `xᵢ / √(Σ xⱼ² / n + ε) · γᵢ` of every row of `x`, which are as long as `gamma`.
///
/// Accuracy and range are those of [`layer_norm`]; a row of zeros is zeros (NaN without
/// `epsilon`).
///
/// # Errors
/// `y` is not as long as `x`, or `x` does not consist of rows as long as `gamma`.
///
/// ```
/// let mut y = [0.0; 2];
/// kernels::normalize::rms_norm(&[3.0_f32, -3.0], &[1.0, 2.0], 0.0, &mut y)?;
/// assert_eq!(y, [1.0, -2.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn rms_norm<T: Float>(x: &[T], gamma: &[T], epsilon: T, y: &mut [T]) -> Result<(), SizeError> {
    norm(Row::new(x, y)?, gamma, None, epsilon)
}

/// [`rms_norm`] in place.
///
/// # Errors
/// As there.
///
/// ```
/// let mut x = [2.0_f32.powi(100), -2.0_f32.powi(100)];
/// kernels::normalize::rms_norm_in_place(&mut x, &[1.0, 2.0], 0.0)?;
/// assert_eq!(x, [1.0, -2.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn rms_norm_in_place<T: Float>(x: &mut [T], gamma: &[T], epsilon: T) -> Result<(), SizeError> {
    norm(Row::in_place(x), gamma, None, epsilon)
}

fn norm<T: Float>(rows: Row<T>, gamma: &[T], beta: Option<&[T]>, epsilon: T) -> Result<(), SizeError> {
    if let Some(beta) = beta {
        SizeError::same(("gamma", gamma.len()), ("beta", beta.len()))?;
    }
    SizeError::rows(("x", rows.len), gamma.len())?;
    run(Norm { rows, gamma, beta, epsilon });
    Ok(())
}
