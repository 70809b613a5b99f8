//! A vector that stands upright beside a matrix.

use super::operand::AsVector;
use crate::Vector;

/// A vector of `R` elements as the column of a broadcast: made by [`column()`], taken by
/// `+ - * /` with a matrix of `R` rows.
///
/// ```
/// use kernels::prelude::*;
///
/// let m = Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
/// let scale: Column<f32, 2> = column(Vector::from([10.0, 100.0]));
/// assert_eq!(m * scale, Matrix::from([[10.0, 20.0], [300.0, 400.0]]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Column<T, const R: usize>(Vector<T, R>);

impl<T, const R: usize> Column<T, R> {
    /// The elements, from the top.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// let v = Vector::from([1.0, 2.0]);
    /// assert_eq!(column(v).as_vector(), &v);
    /// ```
    pub const fn as_vector(&self) -> &Vector<T, R> {
        &self.0
    }
}

/// `v` as a column: in `m + column(v)` element `i` is added to the whole of row `i`.
/// Without it a vector beside a matrix is a row.
///
/// ```
/// use kernels::prelude::*;
///
/// let m = Matrix::<f32, 2, 2>::splat(0.0);
/// let v = Vector::from([1.0, 2.0]);
/// assert_eq!(m + column(&v), Matrix::from([[1.0, 1.0], [2.0, 2.0]]));
/// assert_eq!(m + &v, Matrix::from([[1.0, 2.0], [1.0, 2.0]]));
/// ```
pub fn column<T: Copy, const R: usize>(v: impl AsVector<T, R>) -> Column<T, R> {
    Column(*v.as_vector())
}
