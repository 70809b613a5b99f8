//! Reductions to one element, in the order of [`order`], and what is built on them.

use core::iter::zip;

use super::elementary::once;
use super::operand::{AsVector, Rows};
use super::order;
use super::scalar::{Factor, Float, Zero};
use crate::arch::Element;
use crate::{Matrix, MatrixView, Vector};

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
    x.with_elements(order::sum)
}

/// [`sum`] divided by the number of elements. NaN for none.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(mean(Vector::from([1.0, 2.0, 6.0])), 3.0);
/// ```
pub fn mean<X: Rows>(x: X) -> X::Elem {
    x.with_elements(|elements| order::sum(elements) / X::Elem::from_f64(elements.len() as f64))
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
    x.with_elements(order::max)
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
    x.with_elements(order::min)
}

/// The dot product of two vectors of `N` elements: fused multiply-adds from `+0`, in the
/// order of `kernels_plan::order` with `order::chains` of `N`. Of bytes, one side `i8`, it is
/// an exact `i32`, modulo 2³².
///
/// ```
/// use kernels::prelude::*;
///
/// let (u, v) = (Vector::from([1.0, 2.0]), Vector::from([3.0, 4.0]));
/// assert_eq!(dot(u, &v), 11.0);
/// assert_eq!(dot(Vector::from([255_u8, 1]), Vector::from([-128_i8, 2])), -32_638);
/// ```
pub fn dot<A: Factor<B>, B: Zero, const N: usize>(u: impl AsVector<A, N>, v: impl AsVector<B, N>) -> A::Sum {
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
        *element = once::exp(*element - largest);
    }
    let total = order::sum(row);
    for element in row {
        *element = *element / total;
    }
}

/// Gives vectors, matrices and views the reductions as methods.
macro_rules! methods {
    ($($Type:ident [$($window:lifetime,)? $($size:ident),*] $ones:literal)*) => {$(
        impl<T: Float, $(const $size: usize),*> $Type<$($window,)? T, $($size),*> {
            /// The sum of all elements: the function [`sum`](crate::ops::sum).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, ".sum(), 2.0);")]
            /// ```
            pub fn sum(&self) -> T {
                sum(self)
            }

            /// The mean of all elements: the function [`mean`](crate::ops::mean).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, ".mean(), 0.5);")]
            /// ```
            pub fn mean(&self) -> T {
                mean(self)
            }

            /// The largest element: the function [`max`](crate::ops::max).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, ".max(), 0.5);")]
            /// ```
            pub fn max(&self) -> T {
                max(self)
            }

            /// The smallest element: the function [`min`](crate::ops::min).
            ///
            /// ```
            #[doc = concat!("assert_eq!(kernels::", $ones, ".min(), 0.5);")]
            /// ```
            pub fn min(&self) -> T {
                min(self)
            }
        }
    )*};
}
methods! {
    Vector [N] "Vector::<_, 4>::splat(0.5_f32)"
    Matrix [R, C] "Matrix::<_, 2, 2>::splat(0.5_f32)"
    MatrixView ['_, R, C] "Matrix::<_, 2, 2>::splat(0.5_f32).view()"
}

impl<A: Zero, const N: usize> Vector<A, N> {
    /// The dot product: the function [`dot`](crate::ops::dot).
    ///
    /// ```
    /// let u = kernels::Vector::from([1.0, 2.0]);
    /// assert_eq!(u.dot(&u), 5.0);
    /// ```
    pub fn dot<B: Zero>(&self, other: &Vector<B, N>) -> A::Sum
    where
        A: Factor<B>,
    {
        dot(self, other)
    }
}

#[cfg(test)]
mod tests {
    use crate::prelude::*;

    /// Elements between -1 and 1 with all the bits of an f32 in use.
    fn vector<const N: usize>(seed: usize) -> Vector<f32, N> {
        Vector::from_fn(|i| ((i * 37 + seed * 101) as f32).sin())
    }

    /// The terms' sum in f64, and what any order of f32 additions may be away from it:
    /// half an ULP of the sum of the magnitudes, once for each term and its product.
    fn exact(terms: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
        let roundings = terms.clone().count() as f64 + 1.0;
        let magnitude: f64 = terms.clone().map(f64::abs).sum();
        (terms.sum(), roundings * magnitude * f64::from(f32::EPSILON) / 2.0)
    }

    #[track_caller]
    fn close(got: f32, (expected, bound): (f64, f64)) {
        assert!((f64::from(got) - expected).abs() <= bound, "{got} for {expected}");
    }

    fn reductions_of<const N: usize>() {
        let (x, y) = (vector::<N>(1), vector::<N>(2));
        let wide = |v: Vector<f32, N>| v.map(f64::from);
        close(sum(x), exact(wide(x).iter().copied()));
        let (total, bound) = exact(wide(x).iter().copied());
        close(mean(x), (total / N as f64, (bound + total.abs() * 1e-7) / N as f64));
        close(dot(x, y), exact(wide(x).iter().zip(&wide(y)).map(|(x, y)| x * y)));
        assert_eq!(x.dot(&y), dot(x, y));
        assert_eq!(max(x), x.iter().copied().fold(f32::NEG_INFINITY, f32::max));
        assert_eq!(min(x), x.iter().copied().fold(f32::INFINITY, f32::min));
        assert_eq!((x.sum(), x.mean(), x.max(), x.min()), (sum(x), mean(x), max(x), min(x)));

        // The same elements as the one column of a matrix.
        let m = Matrix::<f32, N, 1>::from_fn(|i, _| x[i]);
        assert_eq!((m.sum(), m.mean(), m.max(), m.min()), (sum(x), mean(x), max(x), min(x)));

        for i in 0..N {
            let mut x = x;
            x[i] = f32::NAN;
            let all = [sum(x), mean(x), max(x), min(x), dot(x, y)];
            assert!(all.iter().all(|x| x.is_nan()), "NaN at {i} of {N}");
            assert!(softmax(x).iter().all(|x| x.is_nan()), "NaN at {i} of {N}");
            x[i] = f32::INFINITY;
            assert_eq!((sum(x), max(x)), (f32::INFINITY, f32::INFINITY));
        }
    }

    fn softmax_of<const N: usize>() {
        let x = vector::<N>(3) * 20.0;
        let total: f64 = x.iter().map(|&x| f64::from(x).exp()).sum();
        for (got, &x) in softmax(x).iter().zip(&x) {
            let expected = f64::from(x).exp() / total;
            // x - max(x) is up to 40 and rounds; so do exp, the sum and the quotient.
            let bound = expected * (40.0 + 10.0) * f64::from(f32::EPSILON);
            close(*got, (expected, bound));
        }
        let rows = Matrix::from([x.into(), (-x).into()]);
        assert_eq!(softmax(rows), Matrix::from([softmax(x).into(), softmax(-x).into()]));
    }

    #[test]
    fn reductions_at_the_sizes_where_chunks_and_chains_begin() {
        macro_rules! sizes {
            ($($N:literal)*) => {$( reductions_of::<$N>(); softmax_of::<$N>(); )*};
        }
        sizes!(1 3 15 16 17 127 128 129);
    }

    #[test]
    fn infinities_in_a_softmax() {
        let (inf, nan) = (f32::INFINITY, f32::NAN);
        assert_eq!(softmax(Vector::from([-inf, 0.0, 0.0])), [0.0, 0.5, 0.5].into());
        for all_nan in [[inf, 0.0], [-inf, -inf], [nan, 0.0]] {
            assert!(softmax(Vector::from(all_nan)).iter().all(|x| x.is_nan()));
        }
    }
}
