//! Reductions to one element, in the order of [`order`], and what is built on them.

use core::iter::zip;

use super::operand::{AsVector, Rows};
use super::order;
use super::scalar::{self, Float};
use crate::{Matrix, Vector};

/// The sum of all elements of a vector or matrix, in the order of `kernels_plan::order`
/// with `order::chains` of the number of elements: plain additions from `+0`. `+0` for
/// none.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(sum(Vector::from([1.0, 2.0, 3.0])), 6.0);
/// assert_eq!(sum(Matrix::<f32, 10, 10>::splat(0.5)), 50.0);
/// ```
pub fn sum<X: Rows>(x: X) -> X::Elem {
    order::sum(x.elements())
}

/// [`sum`] divided by the number of elements. NaN for none.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(mean(Vector::from([1.0, 2.0, 6.0])), 3.0);
/// ```
pub fn mean<X: Rows>(x: X) -> X::Elem {
    let elements = x.elements();
    order::sum(elements) / X::Elem::from_usize(elements.len())
}

/// The largest element of a vector or matrix: [`maximum`](super::maximum) in the order of
/// [`sum`], from `-∞`. NaN if any element is NaN, `-∞` for none.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(max(Vector::from([1.0, 3.0, 2.0])), 3.0);
/// assert!(max(Vector::from([1.0, f32::NAN, 2.0])).is_nan());
/// ```
pub fn max<X: Rows>(x: X) -> X::Elem {
    order::max(x.elements())
}

/// The smallest element of a vector or matrix: [`minimum`](super::minimum) in the order
/// of [`sum`], from `+∞`. NaN if any element is NaN, `+∞` for none.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(min(Matrix::from([[1.0, 3.0], [-2.0, 0.0]])), -2.0);
/// ```
pub fn min<X: Rows>(x: X) -> X::Elem {
    order::min(x.elements())
}

/// The dot product of two vectors of `N` elements: fused multiply-adds from `+0`, in the
/// order of `kernels_plan::order` with `order::chains` of `N`.
///
/// ```
/// use kernels::prelude::*;
///
/// let (u, v) = (Vector::from([1.0, 2.0]), Vector::from([3.0, 4.0]));
/// assert_eq!(dot(u, &v), 11.0);
/// ```
pub fn dot<T: Float, const N: usize>(u: impl AsVector<T, N>, v: impl AsVector<T, N>) -> T {
    let (u, v) = (u.as_vector().iter().copied(), v.as_vector().iter().copied());
    order::dot(zip(u, v))
}

/// The elements as shares of one: with `m = max(x)`, `e = exp(x - m)` and `s = sum(e)`
/// the result is `e / s`. A matrix is taken row by row.
///
/// All NaN where an element is NaN or `+∞`, or all are `-∞`.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(softmax(Vector::from([1000.0_f32, 1000.0])), [0.5, 0.5].into());
/// let rows = softmax(Matrix::from([[0.0_f32, 0.0], [0.0, -200.0]]));
/// assert_eq!(rows, [[0.5, 0.5], [1.0, 0.0]].into());
/// ```
pub fn softmax<X: Rows>(x: X) -> X::Output {
    x.map_rows(softmax_row)
}

fn softmax_row<T: Float>(row: &mut [T]) {
    let largest = order::max(row);
    for element in &mut *row {
        *element = scalar::exp(*element - largest);
    }
    let total = order::sum(row);
    for element in row {
        *element = *element / total;
    }
}

/// Gives both types the reductions as methods.
macro_rules! methods {
    ($($Type:ident [$($size:ident),*] $ones:literal)*) => {$(
        impl<T: Float, $(const $size: usize),*> $Type<T, $($size),*> {
            /// The sum of all elements: the function [`sum`](crate::ops::sum).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, "::splat(0.5_f32).sum(), 2.0);")]
            /// ```
            pub fn sum(&self) -> T {
                sum(self)
            }

            /// The mean of all elements: the function [`mean`](crate::ops::mean).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, "::splat(0.5_f32).mean(), 0.5);")]
            /// ```
            pub fn mean(&self) -> T {
                mean(self)
            }

            /// The largest element: the function [`max`](crate::ops::max).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, "::splat(0.5_f32).max(), 0.5);")]
            /// ```
            pub fn max(&self) -> T {
                max(self)
            }

            /// The smallest element: the function [`min`](crate::ops::min).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, "::splat(0.5_f32).min(), 0.5);")]
            /// ```
            pub fn min(&self) -> T {
                min(self)
            }
        }
    )*};
}
methods! {
    Vector [N] "Vector::<_, 4>"
    Matrix [R, C] "Matrix::<_, 2, 2>"
}

impl<T: Float, const N: usize> Vector<T, N> {
    /// The dot product: the function [`dot`](crate::ops::dot).
    ///
    /// ```
    /// let u = kernels::Vector::from([1.0, 2.0]);
    /// assert_eq!(u.dot(&u), 5.0);
    /// ```
    pub fn dot(&self, other: &Self) -> T {
        dot(self, other)
    }
}
