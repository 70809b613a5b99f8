//! Functions of the user over slices.

use core::marker::PhantomData;

use super::map::{Function, Map, Source};
use crate::SizeError;
use crate::arch::{Element, Simd};
use crate::dispatch::dispatch;
use crate::memory::PADDING;

/// A function of `N` numbers as a function of vectors, lane by lane: what `#[kernel]` makes of
/// `fn f(x: f32) -> f32` for the type `f`.
///
/// ```
/// use kernels::prelude::*;
/// use kernels::vecmath::Lanewise;
///
/// #[kernel]
/// fn shrink(x: f32, by: f32) -> f32 {
///     if abs(x) > by { x - copysign(by, x) } else { 0.0 }
/// }
///
/// fn shrunk<F: Lanewise<f32, 2>>() -> f32 {
///     F::lanes([3.0, 0.5])
/// }
/// assert_eq!(shrunk::<shrink>(), 2.5);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no function of {N} numbers of `{T}` under `#[kernel]`",
    label = "a kernel maps functions with as many arguments as it passes, all of them of `{T}`"
)]
pub trait Lanewise<T: Element, const N: usize> {
    /// The result of each lane, from that lane of the operands.
    fn lanes<V: Simd<Elem = T>>(x: [V; N]) -> V;
}

/// An operand of a function that goes over slices.
///
/// ```
/// use kernels::vecmath::{Argument, Operand};
/// assert_eq!(0.5.operand(), Operand::Number(0.5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand<'a, T> {
    /// As many elements as the result has.
    Elements(&'a [T]),
    /// One number for all elements.
    Number(T),
}

/// What such a function takes: a number, or a reference to a slice, an array, a `Vec`, a
/// [`Vector`](crate::Vector) or a [`Matrix`](crate::Matrix).
///
/// ```
/// use kernels::Vector;
/// use kernels::vecmath::{Argument, Operand};
///
/// fn is_number(x: impl Argument<f32>) -> bool {
///     matches!(x.operand(), Operand::Number(_))
/// }
/// assert!(is_number(0.5));
/// assert!(!is_number(&[0.5; 3]) && !is_number(&vec![0.5]) && !is_number(&Vector::from([0.5])));
/// ```
pub trait Argument<T> {
    /// The argument.
    fn operand(&self) -> Operand<'_, T>;
}

impl<T, X: AsRef<[T]> + ?Sized> Argument<T> for &X {
    fn operand(&self) -> Operand<'_, T> {
        Operand::Elements((**self).as_ref())
    }
}

macro_rules! numbers {
    ($($T:ident)*) => {$(
        impl Argument<$T> for $T {
            fn operand(&self) -> Operand<'_, $T> {
                Operand::Number(*self)
            }
        }
    )*};
}
numbers!(f32 f64);

/// The function of a type, as a value.
struct Of<F>(PhantomData<F>);

impl<F> Clone for Of<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Of<F> {}

impl<T: Element, F: Lanewise<T, N>, const N: usize> Function<T, N, 1> for Of<F> {
    const TAKES_NUMBERS: bool = true;

    #[inline(always)]
    fn call<V: Simd<Elem = T>>(self, x: [V; N]) -> [V; 1] {
        [F::lanes(x)]
    }
}

/// `F` of each element of the operands, to `out`. Operands have names for errors; `None` is what
/// `out` holds.
///
/// What the functions that `#[kernel]` generates call.
///
/// # Errors
/// An operand has another number of elements than `out`, or than the first that has any.
#[doc(hidden)]
pub fn map_into<F: Lanewise<T, N>, T: Element, const N: usize>(
    operands: [(&'static str, Option<Operand<'_, T>>); N],
    out: (&'static str, &mut [T]),
) -> Result<(), SizeError> {
    let n = out.1.len();
    let len = |(name, operand): (_, Option<Operand<'_, T>>)| match operand {
        Some(Operand::Elements(elements)) => Some((name, elements.len())),
        Some(Operand::Number(_)) => None,
        None => Some((name, n)),
    };
    let mut lengths = operands.into_iter().filter_map(len).chain([(out.0, n)]);
    let first = lengths.next().expect("there is that of `out`");
    lengths.try_for_each(|other| SizeError::same(first, other))?;

    let to = out.1.as_mut_ptr();
    let mut numbers = [[T::ZERO; PADDING]; N];
    let mut from = [Source::slice(to.cast_const()); N];
    for ((source, place), (_, operand)) in from.iter_mut().zip(&mut numbers).zip(operands) {
        match operand {
            Some(Operand::Elements(elements)) => *source = Source::slice(elements.as_ptr()),
            Some(Operand::Number(number)) => {
                *place = [number; PADDING];
                *source = Source::number(place);
            }
            None => {}
        }
    }
    // SAFETY: all slices are as long; those of operands are shared, and so apart from `out`.
    dispatch(unsafe { Map::of(from, [to], n, Of::<F>(PhantomData)) });
    Ok(())
}
