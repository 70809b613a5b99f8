//! Products of matrices and vectors, and what only moves elements.

use core::ops::Mul;

use super::operand::{AsMatrix, AsVector};
use super::order;
use super::scalar::{Factor, Float, Zero};
use crate::{Matrix, MatrixView, Vector};

/// One table of the products: `left, right => result: |left, right| body`, for both
/// operands by value and by reference.
macro_rules! products {
    ($($generics:tt $L:ty, $R:ty => $Out:ty: |$a:ident, $b:ident| $body:expr;)*) => {$(
        product! { $generics &$L, &$R => $Out: |$a, $b| $body }
        product! { $generics &$L, $R => $Out: |a, b| a * &b }
        product! { $generics $L, &$R => $Out: |a, b| &a * b }
        product! { $generics $L, $R => $Out: |a, b| &a * &b }
    )*};
}

macro_rules! product {
    ([$($generics:tt)*] $L:ty, $R:ty => $Out:ty: |$a:ident, $b:ident| $body:expr) => {
        impl<$($generics)*> Mul<$R> for $L {
            type Output = $Out;

            fn mul(self, $b: $R) -> $Out {
                let $a = self;
                $body
            }
        }
    };
}

/// The products of two matrices of elements `A` and `B`, of which either may be a view.
macro_rules! of_matrices {
    ($($L:ty, $R:ty;)*) => {
        products! {$(
            [A: Factor<B>, B: Zero, const R: usize, const K: usize, const C: usize]
            $L, $R => Matrix<A::Sum, R, C>:
                |a, b| Matrix::from_fn(|i, j| (0..K).fold(Zero::NOUGHT, |c, k| a[(i, k)].accumulate(b[(k, j)], c)));
        )*}
    };
}
of_matrices! {
    Matrix<A, R, K>, Matrix<B, K, C>;
    Matrix<A, R, K>, MatrixView<'_, B, K, C>;
    MatrixView<'_, A, R, K>, Matrix<B, K, C>;
    MatrixView<'_, A, R, K>, MatrixView<'_, B, K, C>;
}

/// The products of a matrix of elements `T`, which may be a view, and a vector of `X`.
macro_rules! with_vectors {
    ($($W:ty;)*) => {
        products! {$(
            [T: Factor<X>, X: Zero, const R: usize, const C: usize]
            $W, Vector<X, C> => Vector<T::Sum, R>:
                |w, x| Vector::from_fn(|i| order::product_row((0..C).map(|k| (w[(i, k)], x[k]))));

            [X: Factor<T>, T: Zero, const R: usize, const C: usize]
            Vector<X, R>, $W => Vector<X::Sum, C>:
                |x, w| Vector::from_fn(|j| order::product_row((0..R).map(|k| (x[k], w[(k, j)]))));
        )*}
    };
}
with_vectors! {
    Matrix<T, R, C>;
    MatrixView<'_, T, R, C>;
}

/// The outer product: element `(i, j)` is `u[i] * v[j]`.
///
/// `u` of `R` and `v` of `C` elements give `R` rows and `C` columns.
///
/// ```
/// use kernels::prelude::*;
///
/// let (u, v) = (Vector::from([1.0, 2.0]), Vector::from([3.0, 4.0, 5.0]));
/// assert_eq!(outer(u, v), Matrix::from([[3.0, 4.0, 5.0], [6.0, 8.0, 10.0]]));
/// ```
pub fn outer<T: Float, const R: usize, const C: usize>(
    u: impl AsVector<T, R>,
    v: impl AsVector<T, C>,
) -> Matrix<T, R, C> {
    let (u, v) = (u.as_vector(), v.as_vector());
    Matrix::from_fn(|i, j| u[i] * v[j])
}

/// The transpose, [`Matrix::t`] as a function.
///
/// ```
/// use kernels::prelude::*;
///
/// let m = Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
/// assert_eq!(transpose(m), Matrix::from([[1.0, 3.0], [2.0, 4.0]]));
/// ```
pub fn transpose<T: Copy, const R: usize, const C: usize>(a: impl AsMatrix<T, R, C>) -> Matrix<T, C, R> {
    a.as_view().t()
}

/// The `A` elements of `a`, then the `B` elements of `b`.
///
/// `N` comes from where the result goes; that it is `A + B` is checked at compile time.
///
/// ```
/// use kernels::prelude::*;
///
/// let (a, b) = (Vector::from([1.0, 2.0]), Vector::from([3.0]));
/// let both: Vector<f32, 3> = concat(a, b);
/// assert_eq!(both, [1.0, 2.0, 3.0].into());
/// ```
///
/// ```compile_fail
/// use kernels::prelude::*;
///
/// let a = Vector::from([1.0, 2.0]);
/// let both: Vector<f32, 5> = concat(a, a);
/// ```
pub fn concat<T: Copy, const A: usize, const B: usize, const N: usize>(
    a: impl AsVector<T, A>,
    b: impl AsVector<T, B>,
) -> Vector<T, N> {
    const { assert!(A + B == N, "the result of `concat` has as many elements as both vectors together") };
    let (a, b) = (a.as_vector(), b.as_vector());
    Vector::from_fn(|i| if i < A { a[i] } else { b[i - A] })
}

#[cfg(test)]
mod tests {
    use crate::prelude::*;

    /// Elements between -1 and 1 with all the bits of an f32 in use.
    fn matrix<const R: usize, const C: usize>(seed: usize) -> Matrix<f32, R, C> {
        Matrix::from_fn(|i, j| ((i * 37 + j * 11 + seed * 101) as f32).sin())
    }

    fn products_over<const K: usize>() {
        let (a, b) = (matrix::<3, K>(1), matrix::<K, 5>(2));
        let product = a * b;
        for (i, j) in [(0, 0), (1, 3), (2, 4)] {
            let terms = (0..K).map(|k| f64::from(a[(i, k)]) * f64::from(b[(k, j)]));
            let bound = terms.clone().map(f64::abs).sum::<f64>() * K as f64 * f64::from(f32::EPSILON);
            let expected: f64 = terms.sum();
            assert!((f64::from(product[(i, j)]) - expected).abs() <= bound);
            let ascending = (0..K).fold(0.0, |c, k| a[(i, k)].mul_add(b[(k, j)], c));
            assert_eq!(product[(i, j)].to_bits(), ascending.to_bits());

            let x = Vector::from_fn(|k| b[(k, j)]);
            assert!((f64::from((a * x)[i]) - expected).abs() <= bound);
            assert_eq!(a * x, x * a.t());
            assert_eq!(a * x, transpose(a.t()) * x);
        }
    }

    #[test]
    fn products_at_the_sizes_where_chunks_and_chains_begin() {
        macro_rules! sizes {
            ($($K:literal)*) => {$( products_over::<$K>(); )*};
        }
        sizes!(1 3 15 16 17 127 128 129);
    }

    #[test]
    fn infinity_times_zero_is_nan_wherever_it_stands() {
        let mut a = Matrix::<f32, 2, 17>::splat(0.0);
        a[(1, 16)] = f32::INFINITY;
        let y = a * Vector::splat(0.0);
        assert!(y[0] == 0.0 && y[1].is_nan());
        let m = a * Matrix::<f32, 17, 2>::splat(0.0);
        assert!(m[(0, 1)] == 0.0 && m[(1, 0)].is_nan() && m[(1, 1)].is_nan());
    }
}
