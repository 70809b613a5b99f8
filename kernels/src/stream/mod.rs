//! Features of the last `W` samples of a stream, in constant time for each sample.
//!
//! | | of the last `W` samples |
//! |---|---|
//! | [`RollingMean`], [`RollingVariance`], [`RollingStdDev`], [`RollingSkewness`] | moments; [`RollingMoments`] has all of them |
//! | [`RollingMin`], [`RollingMax`] | extremes |
//! | [`RollingEma`] | an exponentially weighted mean, of the window only |
//! | [`Ema`] | the usual recursion, which forgets but never ends |
//!
//! `push` takes a sample and gives the feature of the last `W`, `None` before there are so
//! many. It takes constant time on average (every `W`-th call makes `W` steps), and allocates
//! nothing: the window is part of the value, so a large one belongs in a `Box`.
//!
//! Nothing is subtracted when a sample leaves. So a NaN, an infinity or a huge number is gone
//! from the result as soon as it has left the window, and rounding errors are those of `W`
//! samples however long the stream is: the result depends on the samples of the window and on
//! the number of those before modulo `W`, bit by bit, and on nothing else. (Not so [`Ema`],
//! which is a recursion.) Sums are kept in `f64`.

use core::marker::PhantomData;

use crate::reduce::Moments;
use crate::vecmath::lanes::{maximum, minimum};
use crate::{Float, SizeError};

mod ema;
#[cfg(test)]
mod tests;
mod window;

pub use ema::{Ema, RollingEma};

use window::{Aggregate, Window};

/// A sum.
#[derive(Clone, Copy, Debug)]
struct Sum(f64);

impl Aggregate for Sum {
    #[inline(always)]
    fn join(self, later: Self) -> Self {
        Sum(self.0 + later.0)
    }
}

impl Aggregate for Moments {
    #[inline(always)]
    fn join(self, later: Self) -> Self {
        Moments::join(self, later)
    }
}

#[derive(Clone, Copy, Debug)]
struct Least<T>(T);

impl<T: Float> Aggregate for Least<T> {
    #[inline(always)]
    fn join(self, later: Self) -> Self {
        Least(minimum(self.0, later.0))
    }
}

#[derive(Clone, Copy, Debug)]
struct Most<T>(T);

impl<T: Float> Aggregate for Most<T> {
    #[inline(always)]
    fn join(self, later: Self) -> Self {
        Most(maximum(self.0, later.0))
    }
}

/// A window and what is read from it.
macro_rules! rolling {
    ($(
        $(#[$doc:meta])*
        $name:ident: $aggregate:ty => $output:ty, $of:expr, $read:expr, in place of none $fill:expr, $fill_text:literal;
        example $samples:literal $check:literal
    )*) => {$(
        $(#[$doc])*
        ///
        /// ```
        #[doc = concat!("let mut window = kernels::stream::", stringify!($name), "::<f64, 2>::new();")]
        #[doc = concat!("let read = ", $samples, ".map(|x| window.push(x));")]
        #[doc = $check]
        /// ```
        #[derive(Clone, Copy, Debug)]
        pub struct $name<T, const W: usize> {
            window: Window<$aggregate, W>,
            samples: PhantomData<T>,
        }

        impl<T: Float, const W: usize> $name<T, W> {
            /// Before the first sample. A window of no samples does not compile.
            ///
            /// ```
            #[doc = concat!("let mut window = kernels::stream::", stringify!($name), "::<f32, 8>::new();")]
            /// assert!(window.push(1.0).is_none());
            /// ```
            pub fn new() -> Self {
                let of: fn(T) -> $aggregate = $of;
                Self { window: Window::new(of(T::ZERO)), samples: PhantomData }
            }

            /// Takes a sample; gives the feature of the last `W` samples, once there are so many.
            ///
            /// ```
            #[doc = concat!("let mut window = kernels::stream::", stringify!($name), "::<f64, 1>::new();")]
            /// assert!(window.push(1.0).is_some());
            /// ```
            #[inline]
            pub fn push(&mut self, sample: T) -> Option<$output> {
                let (of, read): (fn(T) -> $aggregate, fn($aggregate) -> $output) = ($of, $read);
                self.window.push(of(sample)).map(read)
            }

            /// Takes samples, and writes what [`push`](Self::push) gives for each.
            ///
            #[doc = concat!("In place of `None` it writes ", $fill_text, ".")]
            ///
            /// # Errors
            /// `results` is not as long as `samples`; then none is taken.
            ///
            /// ```
            #[doc = concat!("let mut window = kernels::stream::", stringify!($name), "::<f32, 2>::new();")]
            /// assert!(window.push_all(&[1.0; 3], &mut [Default::default(); 3]).is_ok());
            /// assert!(window.push_all(&[1.0; 3], &mut [Default::default(); 2]).is_err());
            /// ```
            pub fn push_all(&mut self, samples: &[T], results: &mut [$output]) -> Result<(), SizeError> {
                SizeError::same(("samples", samples.len()), ("results", results.len()))?;
                for (result, &sample) in results.iter_mut().zip(samples) {
                    *result = self.push(sample).unwrap_or($fill);
                }
                Ok(())
            }
        }

        impl<T: Float, const W: usize> Default for $name<T, W> {
            fn default() -> Self {
                Self::new()
            }
        }
    )*};
}

rolling! {
    /// The mean of the last `W` samples. Within `W ε` of their mean magnitude, with the `ε` of
    /// `f64`; rounded to `T`. Infinite where a sum is.
    RollingMean: Sum => T, |x| Sum(x.to_f64()), |sum| T::from_f64(sum.0 / W as f64),
        in place of none T::from_f64(f64::NAN), "NaN";
        example "[1.0, 2.0, f64::NAN, 4.0, 6.0]" "assert_eq!((read[1], read[4]), (Some(1.5), Some(5.0)));"

    /// The [`Moments`] of the last `W` samples: all moments at once. Joined as those are.
    RollingMoments: Moments => Moments, |x| Moments::of_one(x.to_f64()), |moments| moments,
        in place of none Moments::default(), "the moments of no samples";
        example "[1.0, 2.0, 6.0]" "assert_eq!(read[2].map(|m| (m.mean(), m.variance())), Some((4.0, 8.0)));"

    /// The variance of the last `W` samples, `Σ (xᵢ − x̄)² / (W − 1)`: [`Moments::variance`].
    RollingVariance: Moments => T, |x| Moments::of_one(x.to_f64()), |m| T::from_f64(m.variance()),
        in place of none T::from_f64(f64::NAN), "NaN";
        example "[1.0, 3.0, 3.0]" "assert_eq!(read, [None, Some(2.0), Some(0.0)]);"

    /// The root of the variance of the last `W` samples: [`Moments::std_dev`].
    RollingStdDev: Moments => T, |x| Moments::of_one(x.to_f64()), |m| T::from_f64(m.std_dev()),
        in place of none T::from_f64(f64::NAN), "NaN";
        example "[1.0, 3.0, 3.0]" "assert_eq!(read, [None, Some(2.0_f64.sqrt()), Some(0.0)]);"

    /// The skewness of the last `W` samples: [`Moments::skewness`], NaN where all are equal.
    RollingSkewness: Moments => T, |x| Moments::of_one(x.to_f64()), |m| T::from_f64(m.skewness()),
        in place of none T::from_f64(f64::NAN), "NaN";
        example "[1.0, 3.0]" "assert_eq!(read, [None, Some(0.0)]);"

    /// The smallest of the last `W` samples; NaN if one of them is.
    RollingMin: Least<T> => T, |x| Least(x), |least| least.0,
        in place of none T::from_f64(f64::NAN), "NaN";
        example "[3.0, 1.0, 2.0, 2.5]" "assert_eq!(read, [None, Some(1.0), Some(1.0), Some(2.0)]);"

    /// The largest of the last `W` samples; NaN if one of them is.
    RollingMax: Most<T> => T, |x| Most(x), |most| most.0,
        in place of none T::from_f64(f64::NAN), "NaN";
        example "[3.0, 1.0, 2.0, 2.5]" "assert_eq!(read, [None, Some(3.0), Some(2.0), Some(2.5)]);"
}
