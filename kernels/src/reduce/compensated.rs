//! Sums and products as if in twice the precision, at the speed of memory: from there the plain
//! ones are no faster. From the second cache they are, by two: an error-free addition is seven
//! instructions, and the widening of a register of `f32` two that start one at a time.
//!
//! `f64`: Knuth's error-free addition in every lane, with the errors summed beside (Neumaier's
//! sum and the dot product of Ogita, Rump and Oishi, "Accurate sum and dot product", 2005).
//!
//! `f32`: the same result takes fewer instructions in `f64`, which holds products exactly, and
//! sums of numbers of like size. After every [`ROUNDS`] additions to a lane its sum goes, by an
//! error-free addition, to a pair of `f64`, so that the bound does not grow with the length.

use kernels_plan::order;

use super::{Plus, Products};
use crate::arch::{Arch, Element, Simd};
use crate::memory::PADDING;
use crate::walk::{Take, Wide, run, total};
use crate::{Float, SizeError};

/// Chains, as in `kernels_plan::order`: the next addition to a lane waits for one addition
/// only, and twice the partial results of each of two chains are half of 16 registers.
const CHAINS: usize = 2;

/// Additions in `f64` of what was `f32` until a lane is put away. Their errors are at most
/// `16 * 2^-53` of the magnitudes, a third of an ULP of an `f32` sum with condition 1e7.
const ROUNDS: usize = 16;

/// A sum in two parts: the sum, and what rounding lost.
#[derive(Clone, Copy)]
struct Parts<D> {
    high: D,
    low: D,
}

impl<D: Simd> Parts<D> {
    /// Takes in `x`: Knuth's addition, exact for numbers of any size.
    #[inline(always)]
    fn plus(self, x: D, minus: Minus<D>) -> Self {
        let sum = self.high + x;
        let taken = sum - self.high;
        let error = minus.of(self.high, minus.of(sum, taken)) + minus.of(x, taken);
        Parts { high: sum, low: self.low + error }
    }

    /// Both in one.
    #[inline(always)]
    fn join(self, other: Self) -> Self {
        let sum = self.plus(other.high, Minus(None));
        Parts { high: sum.high, low: sum.low + other.low }
    }
}

/// Subtraction, as `b * -1 + a` where it holds −1: processors of one kind have units that add
/// beside those that multiply and add, and the additions of this module are as many as both
/// together can take. It has the same bits.
#[derive(Clone, Copy)]
struct Minus<D>(Option<D>);

impl<D: Simd> Minus<D> {
    #[inline(always)]
    fn new(arch: D::Arch) -> Self {
        // Without wide registers there may be no such instruction. Of a −1 that it knows the
        // compiler would make a subtraction.
        Minus(if size_of::<D>() < 32 {
            None
        } else {
            Some(D::splat(arch, D::Elem::ZERO - D::Elem::ONE).opaque())
        })
    }

    #[inline(always)]
    fn of(self, a: D, b: D) -> D {
        match self.0 {
            Some(minus) => b.mul_add(minus, a),
            None => a - b,
        }
    }
}

/// What is summed.
trait Terms<const S: usize>: Take<S> {
    /// A term of `f64`, into a sum in parts.
    fn exact<D: Simd>(sum: Parts<D>, x: [D; S], minus: Minus<D>) -> Parts<D>;
    /// A term of what was `f32`, into a sum of a few.
    fn wide<D: Simd>(sum: D, x: [D; S]) -> D;
}

impl Terms<1> for Plus {
    #[inline(always)]
    fn exact<D: Simd>(sum: Parts<D>, [x]: [D; 1], minus: Minus<D>) -> Parts<D> {
        sum.plus(x, minus)
    }

    #[inline(always)]
    fn wide<D: Simd>(sum: D, [x]: [D; 1]) -> D {
        sum + x
    }
}

impl Terms<2> for Products {
    #[inline(always)]
    fn exact<D: Simd>(sum: Parts<D>, [x, y]: [D; 2], minus: Minus<D>) -> Parts<D> {
        let product = x * y;
        let error = x.mul_add(y, -product);
        let Parts { high, low } = sum.plus(product, minus);
        Parts { high, low: low + error }
    }

    #[inline(always)]
    fn wide<D: Simd>(sum: D, [x, y]: [D; 2]) -> D {
        x.mul_add(y, sum)
    }
}

/// The partial results: `[chain][register of V][register of D in that of V]`.
type Lanes<D, const W: usize, const H: usize> = [[[Parts<D>; H]; W]; CHAINS];

/// The compensated sum of what is taken from `S` slices.
#[derive(Clone, Copy)]
struct Compensated<'a, T, K, const S: usize>([&'a [T]; S], K);

impl<T: Element, K: Terms<S>, const S: usize> Wide for Compensated<'_, T, K, S> {
    type Elem = T;
    type Output = T;

    #[inline(always)]
    fn run<V: Simd<Elem = T>, const W: usize>(self, arch: V::Arch) -> T {
        // Single elements are narrow both ways; a register of `f32` makes two of `f64`.
        let sum = match const { V::LANES / <<V::Arch as Arch>::F64 as Simd>::LANES } {
            1 => self.sum::<<V::Arch as Arch>::F64, W, 1>(arch),
            _ => self.sum::<<V::Arch as Arch>::F64, W, 2>(arch),
        };
        match sum.is_nan() {
            // Of infinite sums the errors are NaN.
            true => total::<V, K, W, S>(arch, self.0, self.1),
            false => T::from_f64(sum),
        }
    }
}

impl<T: Element, K: Terms<S>, const S: usize> Compensated<'_, T, K, S> {
    #[inline(always)]
    fn sum<D: Simd<Elem = f64>, const W: usize, const H: usize>(self, arch: D::Arch) -> f64 {
        let zero = D::splat(arch, 0.0);
        let mut acc = [[[Parts { high: zero, low: zero }; H]; W]; CHAINS];
        let rounds = self.0[0].len() / (CHAINS * order::lanes(size_of::<T>()));
        if size_of::<T>() == 4 {
            let mut from = 0;
            while from < rounds {
                let to = rounds.min(from + ROUNDS);
                let part = self.few::<D, W, H>(arch, from, to);
                put_away(&mut acc, part);
                from = to;
            }
            if self.0[0].len() > rounds * CHAINS * order::lanes(4) {
                let part = self.rest::<D, W, H>(arch, rounds);
                put_away(&mut acc, part);
            }
        } else {
            let minus = Minus::new(arch);
            for round in 0..rounds {
                self.exact_round::<D, W, H, false>(arch, &mut acc, round, minus);
            }
            self.exact_round::<D, W, H, true>(arch, &mut acc, rounds, minus);
        }
        fold(acc)
    }

    /// The register of elements `at..` of each slice as `f64`; zeros behind the end.
    #[inline(always)]
    fn load<D: Simd<Elem = f64>, const END: bool>(self, arch: D::Arch, at: usize) -> [D; S] {
        let mut x = [D::splat(arch, 0.0); S];
        for (x, slice) in x.iter_mut().zip(self.0) {
            let live = if END { slice.len().saturating_sub(at) } else { D::LANES };
            debug_assert!(END || at + live <= slice.len());
            let from = slice.as_ptr().wrapping_add(at);
            // SAFETY: the elements are inside, or none; the branch is for the type that it is.
            *x = unsafe {
                match size_of::<T>() {
                    4 => D::load_f32(arch, from.cast(), live),
                    _ => D::load_partial(arch, from.cast(), live),
                }
            };
        }
        x
    }

    /// Sums of what was `f32` over some whole rounds.
    #[inline(always)]
    fn few<D: Simd<Elem = f64>, const W: usize, const H: usize>(
        self,
        arch: D::Arch,
        from: usize,
        to: usize,
    ) -> [[[D; H]; W]; CHAINS] {
        let mut acc = [[[D::splat(arch, 0.0); H]; W]; CHAINS];
        for round in from..to {
            self.wide_round::<D, W, H, false>(arch, &mut acc, round);
        }
        acc
    }

    /// Sums of what is left behind the whole rounds.
    #[inline(always)]
    fn rest<D: Simd<Elem = f64>, const W: usize, const H: usize>(
        self,
        arch: D::Arch,
        rounds: usize,
    ) -> [[[D; H]; W]; CHAINS] {
        let mut acc = [[[D::splat(arch, 0.0); H]; W]; CHAINS];
        self.wide_round::<D, W, H, true>(arch, &mut acc, rounds);
        acc
    }

    #[inline(always)]
    fn wide_round<D: Simd<Elem = f64>, const W: usize, const H: usize, const END: bool>(
        self,
        arch: D::Arch,
        acc: &mut [[[D; H]; W]; CHAINS],
        round: usize,
    ) {
        for (c, acc) in acc.iter_mut().enumerate() {
            for (w, acc) in acc.iter_mut().enumerate() {
                for (h, acc) in acc.iter_mut().enumerate() {
                    let at = (((round * CHAINS + c) * W + w) * H + h) * D::LANES;
                    *acc = K::wide(*acc, self.load::<D, END>(arch, at));
                }
            }
        }
    }

    #[inline(always)]
    fn exact_round<D: Simd<Elem = f64>, const W: usize, const H: usize, const END: bool>(
        self,
        arch: D::Arch,
        acc: &mut Lanes<D, W, H>,
        round: usize,
        minus: Minus<D>,
    ) {
        for (c, acc) in acc.iter_mut().enumerate() {
            for (w, acc) in acc.iter_mut().enumerate() {
                for (h, acc) in acc.iter_mut().enumerate() {
                    let at = (((round * CHAINS + c) * W + w) * H + h) * D::LANES;
                    *acc = K::exact(*acc, self.load::<D, END>(arch, at), minus);
                }
            }
        }
    }
}

/// Takes sums of a few terms into the sums in parts.
#[inline(always)]
fn put_away<D: Simd, const W: usize, const H: usize>(acc: &mut Lanes<D, W, H>, few: [[[D; H]; W]; CHAINS]) {
    for (acc, few) in acc.iter_mut().zip(few) {
        for (acc, few) in acc.iter_mut().zip(few) {
            for (acc, few) in acc.iter_mut().zip(few) {
                *acc = acc.plus(few, Minus(None));
            }
        }
    }
}

/// The chains halved, then the lanes, as in `kernels_plan::order`; the two parts in one.
#[inline(always)]
fn fold<D: Simd<Elem = f64>, const W: usize, const H: usize>(acc: Lanes<D, W, H>) -> f64 {
    const { assert!(CHAINS == 2 && H <= 2 && D::LANES <= PADDING / 2) };
    let [mut acc, other] = acc;
    for (acc, other) in acc.iter_mut().zip(other) {
        *acc = joined(*acc, other);
    }
    let mut registers = W / 2;
    while registers > 0 {
        for w in 0..registers {
            acc[w] = joined(acc[w], acc[w + registers]);
        }
        registers /= 2;
    }
    let mut lanes = acc[0][0];
    if H == 2 {
        lanes = lanes.join(acc[0][H - 1]);
    }
    if D::LANES > 4 {
        lanes = lanes.join(swapped(lanes, 4));
    }
    if D::LANES > 2 {
        lanes = lanes.join(swapped(lanes, 2));
    }
    if D::LANES > 1 {
        lanes = lanes.join(swapped(lanes, 1));
    }
    lanes.high.first() + lanes.low.first()
}

#[inline(always)]
fn joined<D: Simd, const H: usize>(mut acc: [Parts<D>; H], other: [Parts<D>; H]) -> [Parts<D>; H] {
    for (acc, other) in acc.iter_mut().zip(other) {
        *acc = acc.join(other);
    }
    acc
}

#[inline(always)]
fn swapped<D: Simd>(parts: Parts<D>, distance: usize) -> Parts<D> {
    Parts { high: parts.high.swap(distance), low: parts.low.swap(distance) }
}

/// The sum of all elements, as if taken in twice the precision and then rounded: `+0` for
/// none. As fast as [`sum`](super::sum()) where both wait for memory.
///
/// The error is at most half an ULP of the result, and of `Σ |xᵢ|`
/// - at most `2^-49` (`f32`), whatever the length: a third of an ULP of the result at a condition
///   number, `Σ |xᵢ| / |Σ xᵢ|`, of 1e7;
/// - at most `(n / 16 + 5)² 2^-106` (`f64`).
///
/// Infinite or NaN where [`sum`](super::sum()) is, and an `f64` sum also where a partial sum
/// overflows.
///
/// ```
/// use kernels::reduce::{sum, sum_compensated};
///
/// let x: Vec<f32> = (0..4096).map(|i| [16_777_216.0, 1.0, -16_777_216.0, 1.0][i % 4]).collect();
/// assert_eq!(sum_compensated(&x), 2048.0);
/// let mut x = [0.1_f64; 64];
/// (x[0], x[63]) = (1e16, -1e16);
/// assert_eq!(sum_compensated(&x), 6.2);
/// ```
pub fn sum_compensated<T: Float>(x: &[T]) -> T {
    run(Compensated([x], Plus))
}

/// `Σ xᵢ yᵢ`, as if taken in twice the precision and then rounded. As fast as
/// [`dot`](super::dot()) where both wait for memory.
///
/// Errors are those of [`sum_compensated`] for the sum of the exact products; `f64` products
/// below `2^-969` have errors too small for a number, and lose them.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// use kernels::reduce::dot_compensated;
///
/// let x = [1.0_f32 + f32::EPSILON, 1.0];
/// assert_eq!(dot_compensated(&x, &[1.0 - f32::EPSILON, -1.0])?, -f32::EPSILON * f32::EPSILON);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn dot_compensated<T: Float>(x: &[T], y: &[T]) -> Result<T, SizeError> {
    SizeError::same(("x", x.len()), ("y", y.len()))?;
    Ok(run(Compensated([x, y], Products)))
}

#[cfg(test)]
#[path = "compensated_tests.rs"]
mod tests;
