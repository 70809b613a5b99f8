//! Functions of several elements at one position: the user's own, and those with bounds.

use super::operand::Map;
use super::scalar::Float;
use crate::vecmath::lanes;
use crate::{Column, Matrix, MatrixView, Transposed, Vector};

/// A shape of results, and what stands beside an operand of it in [`map`], [`clamp`] and
/// [`select`]: a scalar, another one of that shape, or, beside a matrix, a row (`Vector`) or a
/// [`Column`]; by value or by reference.
///
/// It is there for the bounds of those functions; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Matrix, Vector, ops::Beside};
///
/// fn corner<X>(x: X) -> f32
/// where
///     Matrix<f32, 2, 3>: Beside<X, Item = f32>,
/// {
///     Matrix::at(&x, 1, 2)
/// }
/// assert_eq!((corner(7.0), corner(Vector::from([1.0, 2.0, 3.0]))), (7.0, 3.0));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{X}` does not stand beside `{Self}`, which has the shape of the result",
    label = "an equal shape is needed here, or a scalar, or with a matrix a row (`Vector`) or a `column(…)`"
)]
pub trait Beside<X> {
    /// The type of an element.
    type Item;

    /// The element of `x` that meets that of row `i`, column `j`; the row of a vector is 0.
    fn at(x: &X, i: usize, j: usize) -> Self::Item;
}

macro_rules! beside {
    ($([$($generics:tt)*] $S:ty, $X:ty: $T:ty = |$x:ident, $i:ident, $j:ident| $at:expr;)*) => {$(
        impl<$($generics)*> Beside<$X> for $S {
            type Item = $T;

            fn at($x: &$X, $i: usize, $j: usize) -> $T {
                $at
            }
        }

        impl<$($generics)*> Beside<&$X> for $S {
            type Item = $T;

            fn at(x: &&$X, i: usize, j: usize) -> $T {
                <Self as Beside<$X>>::at(x, i, j)
            }
        }
    )*};
}

// Scalars by name: a literal then has the type of the one that fits.
macro_rules! shapes {
    ($($T:ident)*) => {$(
        beside! {
            [] $T, $T: $T = |x, _i, _j| *x;
            [const N: usize] Vector<$T, N>, $T: $T = |x, _i, _j| *x;
            [const N: usize] Vector<$T, N>, Vector<$T, N>: $T = |x, _i, j| x[j];
            [const R: usize, const C: usize] Matrix<$T, R, C>, $T: $T = |x, _i, _j| *x;
            [const R: usize, const C: usize] Matrix<$T, R, C>, Matrix<$T, R, C>: $T = |x, i, j| x[(i, j)];
            [const R: usize, const C: usize] Matrix<$T, R, C>, Transposed<$T, R, C>: $T = |x, i, j| x[(i, j)];
            [const R: usize, const C: usize] Matrix<$T, R, C>, MatrixView<'_, $T, R, C>: $T = |x, i, j| x[(i, j)];
            [const R: usize, const C: usize] Matrix<$T, R, C>, Vector<$T, C>: $T = |x, _i, j| x[j];
            [const R: usize, const C: usize] Matrix<$T, R, C>, Column<$T, R>: $T = |x, i, _j| x.as_vector()[i];
        }
    )*};
}
shapes!(f32 f64);

/// What can be made by a function of row and column: scalars, vectors, matrices.
///
/// It is there for the bounds of [`map`]; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::ByPosition};
/// assert_eq!(Vector::by_position(|_, j| j as f32), Vector::from([0.0, 1.0]));
/// ```
pub trait ByPosition<T> {
    /// `f(i, j)` at row `i`, column `j`; of a vector the row is 0.
    fn by_position(f: impl FnMut(usize, usize) -> T) -> Self;
}

impl<T: Float> ByPosition<T> for T {
    fn by_position(mut f: impl FnMut(usize, usize) -> T) -> T {
        f(0, 0)
    }
}

impl<T: Float, const N: usize> ByPosition<T> for Vector<T, N> {
    fn by_position(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Vector::from_fn(|j| f(0, j))
    }
}

impl<T: Float, const R: usize, const C: usize> ByPosition<T> for Matrix<T, R, C> {
    fn by_position(f: impl FnMut(usize, usize) -> T) -> Self {
        Matrix::from_fn(f)
    }
}

/// The arguments of a function `F` that [`map`] takes: one operand, or a tuple of them, of which
/// the first has the shape of the result.
///
/// It is there for the bounds of `map`; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::Arguments};
///
/// fn sums<X: Arguments<fn(f32, f32) -> f32>>(x: X) -> X::Result {
///     x.apply(|a, b| a + b)
/// }
/// assert_eq!(sums((Vector::from([1.0, 2.0]), 0.5)), [1.5, 2.5].into());
/// ```
#[diagnostic::on_unimplemented(
    message = "these are no arguments of the mapped function",
    label = "`map(f, x)` takes a function of one number, `map(f, (x, y))` one of two, and so on, whose result is of the type of its arguments"
)]
pub trait Arguments<F> {
    /// The result, of the first operand's shape.
    type Result;

    /// `f` of the elements at each position.
    fn apply(self, f: F) -> Self::Result;
}

impl<X: Map, F: Fn(X::Elem) -> X::Elem> Arguments<F> for X {
    type Result = X::Output;

    fn apply(self, f: F) -> X::Output {
        self.map_each(f)
    }
}

macro_rules! tuples {
    ($(($X:ident $($Y:ident)*))*) => {$(
        impl<F, S, T, $X, $($Y),*> Arguments<F> for ($X, $($Y,)*)
        where
            $X: Map<Elem = T, Output = S>,
            S: ByPosition<T> + Beside<$X, Item = T> $(+ Beside<$Y, Item = T>)*,
            F: Fn(T, $(<S as Beside<$Y>>::Item),*) -> T,
        {
            type Result = S;

            #[expect(non_snake_case, reason = "the operands, by the names of their types")]
            fn apply(self, f: F) -> S {
                let ($X, $($Y,)*) = self;
                S::by_position(|i, j| {
                    f(<S as Beside<$X>>::at(&$X, i, j), $(<S as Beside<$Y>>::at(&$Y, i, j)),*)
                })
            }
        }
    )*};
}
tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E G) }

/// `f` of every element of `x`, or of the elements at each position of a tuple `(x, y, …)`.
///
/// `x` is a scalar, vector or matrix; the result has its shape. Beside it stand scalars, others
/// of the same shape, and beside a matrix rows (`Vector`) and [`Column`]s. In a kernel `f` is the
/// name of a function of numbers that has `#[kernel]` itself.
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel]
/// fn swish(x: f32, beta: f32) -> f32 {
///     x * sigmoid(beta * x)
/// }
///
/// #[kernel]
/// fn layer(w: &Matrix<f32, 2, 3>, x: &Vector<f32, 3>, beta: f32) -> Vector<f32, 2> {
///     map(swish, (w * x, beta))
/// }
///
/// let (w, x) = (Matrix::from([[1.0, 0.0, 0.0], [0.0, 0.0, -2.0]]), Vector::from([0.0, 1.0, 2.0]));
/// assert_eq!(layer(&w, &x, 0.5), Vector::from([0.0, swish(-4.0, 0.5)]));
/// ```
pub fn map<F, X: Arguments<F>>(f: F, x: X) -> X::Result {
    x.apply(f)
}

/// `low` where an element is less, `high` where it is greater, else the element: a NaN stays
/// one. Where `low` is above `high`, `high`.
///
/// `x` is a scalar, vector or matrix, the result has its shape, and the bounds are as the other
/// operands of [`map`].
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(clamp(Vector::from([-7.0, 0.5, 7.0]), 0.0, Vector::from([1.0, 2.0, 3.0])), [0.0, 0.5, 3.0].into());
/// ```
pub fn clamp<X, L, H, T: Float>(x: X, low: L, high: H) -> X::Output
where
    X: Map<Elem = T, Output: ByPosition<T> + Beside<X, Item = T> + Beside<L, Item = T> + Beside<H, Item = T>>,
{
    map(lanes::clamp::<T>, (x, low, high))
}

/// The element of `yes` where that of `condition` is not 0 (a NaN is not), that of `no` where it
/// is.
///
/// `condition` is a scalar, vector or matrix, the result has its shape, and the others are as the
/// other operands of [`map`].
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(select(Vector::from([1.0, -0.0]), 10.0, Vector::from([20.0, 30.0])), [10.0, 30.0].into());
/// ```
pub fn select<X, Y, N, T: Float>(condition: X, yes: Y, no: N) -> X::Output
where
    X: Map<Elem = T, Output: ByPosition<T> + Beside<X, Item = T> + Beside<Y, Item = T> + Beside<N, Item = T>>,
{
    map(lanes::select_nonzero::<T>, (condition, yes, no))
}
