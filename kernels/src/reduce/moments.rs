//! Moments in one pass over memory, stable whatever the mean is.
//!
//! A block that fits the first cache is read three times: for its largest magnitude, for its
//! mean, and for the sums of the powers of the distances from that. Blocks are joined by the
//! formulas of Chan, Golub and LeVeque (1979) and, for the third and fourth moment, Pébay
//! (2008), in `f64`. The powers of a block are of elements brought near 1 by a power of two, so
//! that those of `f32` neither overflow nor underflow.

use super::count;
use super::extremes::magnitude;
use super::norm::scale_of;
use crate::Float;
use crate::arch::{Element, Simd};
use crate::memory::Src;
use crate::tile::{Sum, fold};
use crate::walk::{Take, Wide, run, total};

/// Bytes of a block: half of a first cache of 32 KiB, and so long that what is done once for
/// each block takes a tenth of the time.
const BLOCK: usize = 16_384;

/// The number of elements, their mean, and the sums of the powers of their distances from it:
/// what the moments up to the fourth are made of.
///
/// All are `f64`; the elements are `f32` or `f64`. Joined moments are those of the joined
/// elements, and single elements can be added ([`push`](Moments::push), Welford's method).
/// NaN where an element is NaN or infinite (a mean may be infinite then). For `f32` everything is in range; of `f64` with
/// distances outside of 1e-75 to 1e75 the fourth powers leave it.
///
/// ```
/// use kernels::reduce::Moments;
///
/// let mut moments = Moments::of(&[1.0_f32, 2.0, 3.0]);
/// moments.push(4.0);
/// assert_eq!((moments.count(), moments.mean(), moments.variance()), (4, 2.5, 5.0 / 3.0));
/// assert_eq!(Moments::of(&[1.0, 2.0]).join(Moments::of(&[3.0, 4.0])), moments);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    count: u64,
    mean: f64,
    /// Sums of second, third and fourth powers of the distances.
    powers: [f64; 3],
}

impl Moments {
    /// Of all elements of a slice.
    ///
    /// ```
    /// use kernels::reduce::Moments;
    /// assert_eq!(Moments::of(&[1e8_f32, 1e8 + 8.0, 1e8 + 16.0]).std_dev(), 8.0);
    /// ```
    pub fn of<T: Float>(x: &[T]) -> Self {
        run(OfSlice::<T, true>(x))
    }

    /// Of one element.
    #[inline(always)]
    pub(crate) fn of_one(x: f64) -> Self {
        // An infinity has no distance from itself.
        Moments { count: 1, mean: x, powers: [if x.is_finite() { 0.0 } else { f64::NAN }; 3] }
    }

    /// Adds one element.
    ///
    /// ```
    /// let mut moments = kernels::reduce::Moments::default();
    /// moments.push(3.0_f32);
    /// assert_eq!((moments.count(), moments.mean()), (1, 3.0));
    /// ```
    pub fn push(&mut self, x: impl Into<f64>) {
        *self = self.join(Moments::of_one(x.into()));
    }

    /// Of the elements of both.
    ///
    /// ```
    /// use kernels::reduce::Moments;
    /// let both = Moments::of(&[1.0, 2.0]).join(Moments::of(&[6.0]));
    /// assert_eq!((both.count(), both.mean()), (3, 3.0));
    /// ```
    #[must_use]
    #[inline]
    pub fn join(self, other: Self) -> Self {
        if self.count == 0 {
            return other;
        }
        if other.count == 0 {
            return self;
        }
        let (na, nb) = (self.count as f64, other.count as f64);
        let ([a2, a3, a4], [b2, b3, b4]) = (self.powers, other.powers);
        let apart = other.mean - self.mean;
        // Shares of the number rather than numbers, so that nothing overflows for many elements;
        // a quotient takes longer than all the rest.
        let second = nb / (na + nb);
        let first = 1.0 - second;
        let step = apart * second;
        let square = apart * step * na;
        let p2 = a2 + b2 + square;
        let p3 = a3 + b3 + square * apart * (first - second) + 3.0 * apart * (first * b2 - second * a2);
        let p4 = a4
            + b4
            + square * apart * apart * (first * first - first * second + second * second)
            + 6.0 * apart * apart * (first * first * b2 + second * second * a2)
            + 4.0 * apart * (first * b3 - second * a3);
        Moments { count: self.count + other.count, mean: self.mean + step, powers: [p2, p3, p4] }
    }

    /// How many elements there were.
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1.0_f32; 5]).count(), 5);
    /// ```
    pub fn count(&self) -> u64 {
        self.count
    }

    /// `x̄ = Σ xᵢ / n`; NaN of none.
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1e38_f32; 50]).mean(), f64::from(1e38_f32));
    /// ```
    pub fn mean(&self) -> f64 {
        if self.count == 0 { f64::NAN } else { self.mean }
    }

    /// Of a sample: `Σ (xᵢ − x̄)² / (n − 1)`; NaN of fewer than two.
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1.0, 3.0]).variance(), 2.0);
    /// ```
    pub fn variance(&self) -> f64 {
        self.second(1)
    }

    /// Of a whole population: `Σ (xᵢ − x̄)² / n`; NaN of none.
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1.0, 3.0]).population_variance(), 1.0);
    /// ```
    pub fn population_variance(&self) -> f64 {
        self.second(0)
    }

    /// The second sum by the number without `fewer`.
    fn second(&self, fewer: u64) -> f64 {
        match self.count.checked_sub(fewer) {
            None | Some(0) => f64::NAN,
            Some(n) => self.powers[0] / n as f64,
        }
    }

    /// The root of [`variance`](Moments::variance).
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1.0, 3.0, 5.0]).std_dev(), 2.0);
    /// ```
    pub fn std_dev(&self) -> f64 {
        self.variance().sqrt()
    }

    /// The root of [`population_variance`](Moments::population_variance).
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1.0, 3.0]).population_std_dev(), 1.0);
    /// ```
    pub fn population_std_dev(&self) -> f64 {
        self.population_variance().sqrt()
    }

    /// `m₃ / m₂^(3/2)` with the means `mₖ` of the `k`-th powers of the distances from the mean:
    /// the skewness of a population. NaN where all elements are equal, and of none.
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[1.0, 2.0, 3.0]).skewness(), 0.0);
    /// ```
    pub fn skewness(&self) -> f64 {
        let n = self.count as f64;
        let second = self.powers[0] / n;
        self.powers[1] / n / (second * second.sqrt())
    }

    /// `m₄ / m₂² − 3`, with `mₖ` as in [`skewness`](Moments::skewness): the *excess* kurtosis of
    /// a population, 0 of a normal distribution. NaN where all elements are equal, and of none.
    ///
    /// ```
    /// assert_eq!(kernels::reduce::Moments::of(&[-1.0, 1.0]).kurtosis(), -2.0);
    /// ```
    pub fn kurtosis(&self) -> f64 {
        let n = self.count as f64;
        let second = self.powers[0] / n;
        self.powers[2] / n / (second * second) - 3.0
    }
}

/// The moments of a slice; without `HIGHER` the third and fourth sum are not taken.
#[derive(Clone, Copy)]
pub(super) struct OfSlice<'a, T, const HIGHER: bool>(pub &'a [T]);

impl<T: Element, const HIGHER: bool> Wide for OfSlice<'_, T, HIGHER> {
    type Elem = T;
    type Output = Moments;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> Moments {
        let blocks = self.0.chunks(BLOCK / size_of::<T>());
        let mut all = Moments::default();
        for x in blocks {
            all = all.join(block::<V, HIGHER, W>(arch, x));
        }
        all
    }
}

/// Adds elements times a power of two.
#[derive(Clone, Copy)]
struct Scaled<T>(T);

impl<T: Element> Take<1> for Scaled<T> {
    #[inline(always)]
    fn take<V: Simd>(self, acc: V, [x]: [V; 1]) -> V {
        x.mul_add(V::splat(x.arch(), V::Elem::from_f64(self.0.to_f64())), acc)
    }
}

/// The moments of a block, not of none.
#[inline(always)]
fn block<V: Simd, const HIGHER: bool, const W: usize>(arch: V::Arch, x: &[V::Elem]) -> Moments {
    let scale = scale_of(magnitude::<V, W>(arch, x));
    let n = x.len() as f64;
    let near = total::<V, _, W, 1>(arch, [x], Scaled(scale)) / count(x.len());
    let [s1, s2, s3, s4] = powers::<V, HIGHER, W>(arch, x, scale, near);
    // The distances were from a mean that was rounded; `off` is how far that is away.
    let (off, unit) = (s1 / n, 1.0 / scale.to_f64());
    let p2 = s2 - s1 * off;
    let p3 = s3 - 3.0 * off * s2 + 2.0 * s1 * off * off;
    let p4 = s4 - 4.0 * off * s3 + 6.0 * off * off * s2 - 3.0 * s1 * off * off * off;
    let mean = (near.to_f64() + off) * unit;
    Moments {
        count: x.len() as u64,
        mean,
        // What rounding leaves of nothing is no distance.
        powers: [
            if p2 < 0.0 { 0.0 } else { p2 } * unit * unit,
            p3 * unit * unit * unit,
            p4 * unit * unit * unit * unit,
        ],
    }
}

/// The sums of the first to fourth powers of `x * scale - near`, in one chain and the order of
/// `kernels_plan::order`: four sums hide the latency of one.
#[inline(always)]
fn powers<V: Simd, const HIGHER: bool, const W: usize>(
    arch: V::Arch,
    x: &[V::Elem],
    scale: V::Elem,
    near: V::Elem,
) -> [f64; 4] {
    let (from, n) = (Src::of(x), x.len());
    let (scale, away) = (V::splat(arch, scale), V::splat(arch, -near));
    let mut acc = [[V::splat(arch, V::Elem::ZERO); W]; 4];
    let chunk = W * V::LANES;
    for c in 0..n / chunk {
        for w in 0..W {
            // SAFETY: the chunk is whole.
            let x = unsafe { from.load::<V>(arch, c * chunk + w * V::LANES) };
            let distance = x.mul_add(scale, away);
            take::<V, HIGHER, W>(&mut acc, w, distance);
        }
    }
    if n % chunk != 0 {
        for w in 0..W {
            let at = n / chunk * chunk + w * V::LANES;
            let live = n.saturating_sub(at);
            // SAFETY: up to the end.
            let x = unsafe { from.load_partial::<V>(arch, at, live) };
            let distance = x.mul_add(scale, away).head(live, V::splat(arch, V::Elem::ZERO));
            take::<V, HIGHER, W>(&mut acc, w, distance);
        }
    }
    let [first, second, third, fourth] = acc;
    [sum_of(first), sum_of(second), sum_of(third), sum_of(fourth)]
}

/// The lanes' sum, as `f64`.
#[inline(always)]
fn sum_of<V: Simd, const W: usize>(acc: [V; W]) -> f64 {
    fold::<V, W, 1, Sum>([acc]).to_f64()
}

#[inline(always)]
fn take<V: Simd, const HIGHER: bool, const W: usize>(acc: &mut [[V; W]; 4], w: usize, distance: V) {
    acc[0][w] = acc[0][w] + distance;
    acc[1][w] = distance.mul_add(distance, acc[1][w]);
    if HIGHER {
        let square = distance * distance;
        acc[2][w] = square.mul_add(distance, acc[2][w]);
        acc[3][w] = square.mul_add(square, acc[3][w]);
    }
}

/// The first two moments.
fn two<T: Float>(x: &[T]) -> Moments {
    run(OfSlice::<T, false>(x))
}

/// The variance of a sample, `Σ (xᵢ − x̄)² / (n − 1)`, by [`Moments`]; NaN of fewer than two.
///
/// ```
/// assert_eq!(kernels::reduce::variance(&[1e6_f32, 1e6 + 2.0]), 2.0);
/// ```
pub fn variance<T: Float>(x: &[T]) -> T {
    T::from_f64(two(x).variance())
}

/// The variance of a whole population, `Σ (xᵢ − x̄)² / n`, by [`Moments`]; NaN of none.
///
/// ```
/// assert_eq!(kernels::reduce::population_variance(&[1.0_f32, 3.0]), 1.0);
/// ```
pub fn population_variance<T: Float>(x: &[T]) -> T {
    T::from_f64(two(x).population_variance())
}

/// The root of [`variance`].
///
/// ```
/// assert_eq!(kernels::reduce::std_dev(&[1.0_f32, 3.0, 5.0]), 2.0);
/// ```
pub fn std_dev<T: Float>(x: &[T]) -> T {
    T::from_f64(two(x).std_dev())
}

/// The root of [`population_variance`].
///
/// ```
/// assert_eq!(kernels::reduce::population_std_dev(&[1.0_f32, 3.0]), 1.0);
/// ```
pub fn population_std_dev<T: Float>(x: &[T]) -> T {
    T::from_f64(two(x).population_std_dev())
}

/// The skewness of a population, `m₃ / m₂^(3/2)`: [`Moments::skewness`].
///
/// ```
/// assert!(kernels::reduce::skewness(&[1.0_f32, 1.0, 4.0]) > 0.0);
/// ```
pub fn skewness<T: Float>(x: &[T]) -> T {
    T::from_f64(Moments::of(x).skewness())
}

/// The *excess* kurtosis of a population, `m₄ / m₂² − 3`: [`Moments::kurtosis`].
///
/// ```
/// assert_eq!(kernels::reduce::kurtosis(&[-1.0_f32, 1.0]), -2.0);
/// ```
pub fn kurtosis<T: Float>(x: &[T]) -> T {
    T::from_f64(Moments::of(x).kurtosis())
}
