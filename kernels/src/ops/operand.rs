//! The traits through which functions take vectors and matrices by value or by reference.

use super::scalar::Float;
use crate::{Matrix, MatrixView, Transposed, Vector};

/// What has elements that a function such as [`relu`](super::relu) goes over one by one:
/// scalars, vectors and matrices of `f32` or `f64`, and references to them.
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
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no elements to compute with",
    label = "a scalar, `Vector` or `Matrix` of `f32` or `f64` is needed here, or a reference to one"
)]
pub trait Map {
    /// The type of an element.
    type Elem: Float;
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
pub trait Rows: Map {
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

macro_rules! map_scalar {
    ($($T:ident)*) => {$(
        impl Map for $T {
            type Elem = $T;
            type Output = $T;

            fn map_each(&self, f: impl Fn($T) -> $T) -> $T {
                f(*self)
            }
        }
    )*};
}
map_scalar!(f32 f64);

impl<T: Float, const N: usize> Map for Vector<T, N> {
    type Elem = T;
    type Output = Self;

    fn map_each(&self, f: impl Fn(T) -> T) -> Self {
        Self::from_fn(|i| f(self[i]))
    }
}

macro_rules! map_matrix {
    ($($M:ty;)*) => {$(
        impl<T: Float, const R: usize, const C: usize> Map for $M {
            type Elem = T;
            type Output = Matrix<T, R, C>;

            fn map_each(&self, f: impl Fn(T) -> T) -> Self::Output {
                Matrix::from_fn(|i, j| f(self[(i, j)]))
            }
        }
    )*};
}
map_matrix! {
    Matrix<T, R, C>;
    MatrixView<'_, T, R, C>;
    Transposed<T, R, C>;
}

impl<X: Map + ?Sized> Map for &X {
    type Elem = X::Elem;
    type Output = X::Output;

    fn map_each(&self, f: impl Fn(X::Elem) -> X::Elem) -> X::Output {
        (**self).map_each(f)
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
