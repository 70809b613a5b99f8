//! Maxima and minima: one instruction for each vector, and NaN watched beside them.

use super::reduce::{Combine, combine, fold, fold_chains};
use crate::arch::{Element, Simd, Watch};

combine! {
    /// The greater of two numbers, of two zeros the second; NaN may be lost.
    ///
    /// ```
    /// use kernels::tile::{Combine, Max};
    /// assert_eq!(Max::combine(2.0_f32, 3.0), 3.0);
    /// ```
    Max = Simd::max_or
}
combine! {
    /// The lesser of two numbers, of two zeros the second; NaN may be lost.
    ///
    /// ```
    /// use kernels::tile::{Combine, Min};
    /// assert_eq!(Min::combine(2.0_f32, 3.0), 2.0);
    /// ```
    Min = Simd::min_or
}

/// Whether all elements were numbers.
///
/// A maximum that keeps NaN takes three instructions, each waiting for the one before. Apart from
/// the accumulators NaN takes one for two vectors; what it leaves in those does not matter.
///
/// ```
/// use kernels::arch::Scalar;
/// use kernels::tile::NanWatch;
/// let mut watch = NanWatch::<f32>::new(Scalar);
/// watch.see(0, 1.0, f32::INFINITY);
/// assert!(watch.saw_none());
/// watch.see(1, 1.0, f32::NAN);
/// assert!(!watch.saw_none());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct NanWatch<V: Simd> {
    /// A look waits for the one before in its watch: five cycles on Zen 5, which loads four vectors
    /// in two.
    watches: [V::Watch; 4],
}

impl<V: Simd> NanWatch<V> {
    /// Nothing seen.
    #[inline(always)]
    pub fn new(arch: V::Arch) -> Self {
        NanWatch { watches: [V::Watch::new(arch); 4] }
    }

    /// Looks at two vectors; `which < 4` is best not one of the last three.
    #[inline(always)]
    pub fn see(&mut self, which: usize, a: V, b: V) {
        self.watches[which] = self.watches[which].see(a, b);
    }

    /// Whether all elements were numbers.
    #[inline(always)]
    pub fn saw_none(self) -> bool {
        let [a, b, c, d] = self.watches;
        // Of four masks together the compiler would make a vector, through memory.
        a.and(b).saw_none() && c.and(d).saw_none()
    }
}

/// The accumulators [`fold`]ed to one element; NaN if an element was NaN.
///
/// ```
/// use kernels::arch::Scalar;
/// use kernels::tile::{Max, NanWatch, reduce_watched};
/// let watch = NanWatch::new(Scalar);
/// assert_eq!(reduce_watched::<_, 2, 2, Max>([[1.0_f64, 4.0], [3.0, 2.0]], watch), 4.0);
/// ```
#[inline(always)]
pub fn reduce_watched<V: Simd, const W: usize, const C: usize, Op: Combine>(
    acc: [[V; W]; C],
    watch: NanWatch<V>,
) -> V::Elem {
    // A branch, for which the fold does not wait.
    match watch.saw_none() {
        true => fold::<V, W, C, Op>(acc),
        false => V::Elem::from_f64(f64::NAN),
    }
}

/// The accumulators [folded](fold_chains) to one vector; NaN in all lanes if an element was.
///
/// ```
/// use kernels::arch::Scalar;
/// use kernels::tile::{Min, NanWatch, chains_watched};
/// let watch = NanWatch::new(Scalar);
/// assert_eq!(chains_watched::<_, 2, 2, Min>([[1.0_f64, 4.0], [3.0, 2.0]], watch), 1.0);
/// ```
#[inline(always)]
pub fn chains_watched<V: Simd, const W: usize, const C: usize, Op: Combine>(
    acc: [[V; W]; C],
    watch: NanWatch<V>,
) -> V {
    match watch.saw_none() {
        true => fold_chains::<V, W, C, Op>(acc),
        false => V::splat(acc[0][0].arch(), V::Elem::from_f64(f64::NAN)),
    }
}
