//! The traits through which functions take vectors and matrices by value or by reference.

use half::bf16;

use super::scalar::{Float, Number};
use crate::{Matrix, MatrixView, Transposed, U7, Vector};

/// What has elements of any type: scalars, vectors and matrices, views, and references to
/// them.
///
/// It is there for the bounds of functions such as [`quantize`](super::quantize), whose
/// results have other elements; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::Elements};
///
/// fn is_set<X: Elements<Item = u8>>(x: X) -> X::With<bool> {
///     x.map_to(|element| element != 0)
/// }
/// assert_eq!(is_set(Vector::from([0, 7])), [false, true].into());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no elements to compute with",
    label = "a scalar, `Vector` or `Matrix` is needed here, or a reference to one"
)]
pub trait Elements {
    /// The type of an element.
    type Item: Copy;
    /// The same shape, by value, with other elements.
    type With<U>;

    /// `f` of every element.
    fn map_to<U>(&self, f: impl Fn(Self::Item) -> U) -> Self::With<U>;
}

/// What has elements that a function such as [`relu`](super::relu) goes over one by one:
/// scalars, vectors and matrices of [`Number`]s, and references to them.
///
/// It is there for the bounds of those functions; bodies of kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::Map};
///
/// fn twice<X: Map<Elem = f32>>(x: X) -> X::Output {
///     x.map_each(|element| 2.0 * element)
/// }
/// assert_eq!(twice(Vector::from([1.0, 2.0])), [2.0, 4.0].into());
/// assert_eq!(twice(3.0_f32), 6.0);
/// ```
pub trait Map:
    Elements<Item = <Self as Map>::Elem, With<<Self as Map>::Elem> = <Self as Map>::Output>
{
    /// The type of an element.
    type Elem: Number;
    /// The same shape, by value.
    type Output;

    /// `f` of every element.
    fn map_each(&self, f: impl Fn(Self::Elem) -> Self::Elem) -> Self::Output;
}

/// What can be reduced or goes row by row: vectors (one row) and matrices of `f32` or
/// `f64`, and references to them.
///
/// It is there for the bounds of functions such as [`sum`](super::sum); bodies of
/// kernels do not name it.
///
/// ```
/// use kernels::{Matrix, ops::Rows};
///
/// fn len(x: impl Rows) -> usize {
///     x.with_elements(<[_]>::len)
/// }
/// assert_eq!(len(Matrix::<f32, 3, 4>::splat(0.0)), 12);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a vector nor a matrix to reduce",
    label = "a `Vector` or `Matrix` of `f32` or `f64` is needed here, or a reference to one"
)]
pub trait Rows: Map<Elem: Float> {
    /// `f` of all elements, row after row; those of a view are copied.
    fn with_elements<Y>(&self, f: impl FnOnce(&[Self::Elem]) -> Y) -> Y;

    /// A copy whose rows `f` has rewritten, one by one.
    fn map_rows(&self, f: impl Fn(&mut [Self::Elem])) -> Self::Output;
}

/// A vector of `N` elements, by value or by reference.
///
/// It is there for the bounds of functions such as [`dot`](super::dot); bodies of
/// kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::AsVector};
///
/// fn first<const N: usize>(v: impl AsVector<f32, N>) -> f32 {
///     v.as_vector()[0]
/// }
/// assert_eq!(first(&Vector::from([1.0, 2.0])), 1.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no vector of the size needed here",
    label = "a `Vector<{T}, {N}>` is needed here, or a reference to one"
)]
pub trait AsVector<T, const N: usize> {
    /// The vector.
    fn as_vector(&self) -> &Vector<T, N>;
}

/// A matrix of `R` rows and `C` columns, by value or by reference, or a view of one.
///
/// It is there for the bounds of functions such as [`transpose`](super::transpose);
/// bodies of kernels do not name it.
///
/// ```
/// use kernels::{Matrix, ops::AsMatrix};
///
/// fn corner<const R: usize, const C: usize>(m: impl AsMatrix<f32, R, C>) -> f32 {
///     m.as_view()[(R - 1, C - 1)]
/// }
/// assert_eq!(corner(&Matrix::from([[1.0, 2.0]])), 2.0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no matrix of the shape needed here",
    label = "a `Matrix<{T}, {R}, {C}>` is needed here, or a reference to one"
)]
pub trait AsMatrix<T, const R: usize, const C: usize> {
    /// The matrix, as a view.
    fn as_view(&self) -> MatrixView<'_, T, R, C>;
}

macro_rules! scalars {
    ($($T:ident)*) => {$(
        impl Elements for $T {
            type Item = $T;
            type With<U> = U;

            fn map_to<U>(&self, f: impl Fn($T) -> U) -> U {
                f(*self)
            }
        }
    )*};
}
scalars!(f32 f64 bf16 i32 i8 u8 U7);

impl<T: Copy, const N: usize> Elements for Vector<T, N> {
    type Item = T;
    type With<U> = Vector<U, N>;

    fn map_to<U>(&self, f: impl Fn(T) -> U) -> Vector<U, N> {
        Vector::from_fn(|i| f(self[i]))
    }
}

macro_rules! elements_of_matrix {
    ($($M:ty;)*) => {$(
        impl<T: Copy, const R: usize, const C: usize> Elements for $M {
            type Item = T;
            type With<U> = Matrix<U, R, C>;

            fn map_to<U>(&self, f: impl Fn(T) -> U) -> Matrix<U, R, C> {
                Matrix::from_fn(|i, j| f(self[(i, j)]))
            }
        }
    )*};
}
elements_of_matrix! {
    Matrix<T, R, C>;
    MatrixView<'_, T, R, C>;
    Transposed<T, R, C>;
}

impl<X: Elements + ?Sized> Elements for &X {
    type Item = X::Item;
    type With<U> = X::With<U>;

    fn map_to<U>(&self, f: impl Fn(X::Item) -> U) -> X::With<U> {
        (**self).map_to(f)
    }
}

impl<X: Elements<Item: Number> + ?Sized> Map for X {
    type Elem = X::Item;
    type Output = X::With<X::Item>;

    fn map_each(&self, f: impl Fn(X::Item) -> X::Item) -> Self::Output {
        self.map_to(f)
    }
}

impl<T: Float, const N: usize> Rows for Vector<T, N> {
    fn with_elements<Y>(&self, f: impl FnOnce(&[T]) -> Y) -> Y {
        f(self.as_slice())
    }

    fn map_rows(&self, f: impl Fn(&mut [T])) -> Self {
        let mut result = *self;
        f(result.as_mut_slice());
        result
    }
}

macro_rules! rows_of_matrix {
    ($($M:ty;)*) => {$(
        impl<T: Float, const R: usize, const C: usize> Rows for $M {
            fn with_elements<Y>(&self, f: impl FnOnce(&[T]) -> Y) -> Y {
                f(self.as_slice())
            }

            fn map_rows(&self, f: impl Fn(&mut [T])) -> Self::Output {
                let mut result = Matrix::from(*self);
                for i in 0..R {
                    f(result.row_mut(i).as_mut_slice());
                }
                result
            }
        }
    )*};
}
rows_of_matrix! {
    Matrix<T, R, C>;
    Transposed<T, R, C>;
}

impl<T: Float, const R: usize, const C: usize> Rows for MatrixView<'_, T, R, C> {
    fn with_elements<Y>(&self, f: impl FnOnce(&[T]) -> Y) -> Y {
        self.to_matrix().with_elements(f)
    }

    fn map_rows(&self, f: impl Fn(&mut [T])) -> Self::Output {
        self.to_matrix().map_rows(f)
    }
}

impl<X: Rows> Rows for &X {
    fn with_elements<Y>(&self, f: impl FnOnce(&[X::Elem]) -> Y) -> Y {
        (**self).with_elements(f)
    }

    fn map_rows(&self, f: impl Fn(&mut [X::Elem])) -> X::Output {
        (**self).map_rows(f)
    }
}

impl<T, const N: usize> AsVector<T, N> for Vector<T, N> {
    fn as_vector(&self) -> &Vector<T, N> {
        self
    }
}

impl<T, const N: usize> AsVector<T, N> for &Vector<T, N> {
    fn as_vector(&self) -> &Vector<T, N> {
        self
    }
}

macro_rules! as_matrix {
    ($($M:ty;)*) => {$(
        impl<T, const R: usize, const C: usize> AsMatrix<T, R, C> for $M {
            fn as_view(&self) -> MatrixView<'_, T, R, C> {
                self.view()
            }
        }
    )*};
}
as_matrix! {
    Matrix<T, R, C>;
    Transposed<T, R, C>;
}

impl<T, const R: usize, const C: usize> AsMatrix<T, R, C> for MatrixView<'_, T, R, C> {
    fn as_view(&self) -> MatrixView<'_, T, R, C> {
        MatrixView::of(self.elements(), self.stride())
    }
}

impl<T, const R: usize, const C: usize, M: AsMatrix<T, R, C>> AsMatrix<T, R, C> for &M {
    fn as_view(&self) -> MatrixView<'_, T, R, C> {
        (**self).as_view()
    }
}
