//! `Transposed`: a matrix seen with rows and columns exchanged.

use core::ops::Deref;

use crate::matrix::Matrix;

/// A matrix seen with rows and columns exchanged: what [`Matrix::t`] gives, of `R` rows and
/// `C` columns.
///
/// In a kernel it is a way to read the matrix where it lies, for products and elementwise
/// expressions, and costs nothing beside a product; a transposed matrix as a value is
/// [`transpose(a)`](crate::ops::transpose). Here, as a plain type, it holds a copy.
///
/// It is a type of its own because the product with a vector adds up in the order of what is
/// stored: `w.t() * x` has the bits of `x * w`, and `transpose(w) * x` those of any other
/// matrix times a vector.
///
/// ```
/// use kernels::prelude::*;
///
/// let w = Matrix::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// let x = Vector::from([1.0, -1.0]);
/// assert_eq!(w.t() * x, x * w);
/// assert_eq!(w.t()[(2, 0)], 3.0);
/// assert_eq!(w.t().t(), w);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Transposed<T, const R: usize, const C: usize>(Matrix<T, R, C>);

impl<T, const R: usize, const C: usize> Transposed<T, R, C> {
    /// From the rows that are seen.
    pub(crate) const fn of(matrix: Matrix<T, R, C>) -> Self {
        Transposed(matrix)
    }

    /// The matrix of which this is the transpose.
    ///
    /// ```
    /// use kernels::Matrix;
    ///
    /// let m: Matrix<f32, 1, 2> = Matrix::from([[1.0], [2.0]]).t().t().t().into();
    /// assert_eq!(m, [[1.0, 2.0]].into());
    /// ```
    pub fn t(&self) -> Matrix<T, C, R>
    where
        T: Copy,
    {
        Matrix::from_fn(|i, j| self.0[(j, i)])
    }
}

/// Elements, rows and reductions are read as those of a matrix.
impl<T, const R: usize, const C: usize> Deref for Transposed<T, R, C> {
    type Target = Matrix<T, R, C>;

    fn deref(&self) -> &Matrix<T, R, C> {
        &self.0
    }
}

impl<T, const R: usize, const C: usize> From<Transposed<T, R, C>> for Matrix<T, R, C> {
    fn from(transposed: Transposed<T, R, C>) -> Self {
        transposed.0
    }
}

/// Not the other way round: with two types to be compared with, `matrix == rows.into()` would
/// say too little.
impl<T: PartialEq, const R: usize, const C: usize> PartialEq<Matrix<T, R, C>> for Transposed<T, R, C> {
    fn eq(&self, other: &Matrix<T, R, C>) -> bool {
        self.0 == *other
    }
}
