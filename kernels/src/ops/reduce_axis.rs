//! Reductions of each row or each column of a matrix.

use super::operand::AsMatrix;
use super::order;
use super::scalar::Float;
use crate::Vector;
use crate::vecmath::lanes::{maximum, minimum};

/// Defines reductions of rows by the reduction of a slice.
macro_rules! of_rows {
    ($($(#[$doc:meta])* $name:ident = $of_row:path;)*) => {$(
        $(#[$doc])*
        pub fn $name<T: Float, const R: usize, const C: usize>(m: impl AsMatrix<T, R, C>) -> Vector<T, R> {
            let m = m.as_view();
            Vector::from_fn(|i| $of_row(m.row(i).as_slice()))
        }
    )*};
}

/// Defines reductions of columns by their start and the step that takes an element.
macro_rules! of_columns {
    ($($(#[$doc:meta])* $name:ident = $start:ident, $step:expr;)*) => {$(
        $(#[$doc])*
        pub fn $name<T: Float, const R: usize, const C: usize>(m: impl AsMatrix<T, R, C>) -> Vector<T, C> {
            let m = m.as_view();
            Vector::from_fn(|j| (0..R).fold(T::$start, |taken, i| $step(taken, m[(i, j)])))
        }
    )*};
}

of_rows! {
    /// The sum of each row of a matrix: element `i` is the [`sum`](super::sum) of row `i`, in
    /// the same order.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// let m = Matrix::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    /// assert_eq!(row_sums(m), [6.0, 15.0].into());
    /// ```
    row_sums = order::sum;

    /// The largest element of each row of a matrix, as [`max`](super::max) of the row: NaN if
    /// any is NaN.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(row_max(Matrix::from([[1.0, 2.0], [4.0, 3.0]])), [2.0, 4.0].into());
    /// ```
    row_max = order::max;

    /// The smallest element of each row of a matrix, as [`min`](super::min) of the row.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(row_min(Matrix::from([[1.0, 2.0], [4.0, 3.0]])), [1.0, 3.0].into());
    /// ```
    row_min = order::min;

}

of_columns! {
    /// The sum of each column of a matrix: additions from `+0`, row after row.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// let m = Matrix::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    /// assert_eq!(col_sums(m), [5.0, 7.0, 9.0].into());
    /// ```
    col_sums = ZERO, T::add;

    /// The largest element of each column of a matrix: [`maximum`](super::maximum) from `-∞`,
    /// row after row. NaN if any is NaN.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(col_max(Matrix::from([[1.0, 4.0], [2.0, 3.0]])), [2.0, 4.0].into());
    /// ```
    col_max = NEG_INFINITY, maximum;

    /// The smallest element of each column of a matrix: [`minimum`](super::minimum) from
    /// `+∞`, row after row.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(col_min(Matrix::from([[1.0, 4.0], [2.0, 3.0]])), [1.0, 3.0].into());
    /// ```
    col_min = INFINITY, minimum;
}

/// The mean of each row of a matrix: [`row_sums`] divided by the number of columns.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(row_means(Matrix::from([[1.0, 2.0], [3.0, 4.0]])), [1.5, 3.5].into());
/// ```
pub fn row_means<T: Float, const R: usize, const C: usize>(m: impl AsMatrix<T, R, C>) -> Vector<T, R> {
    row_sums(m).map(|sum| sum / T::from_f64(C as f64))
}

/// The mean of each column of a matrix: [`col_sums`] divided by the number of rows.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(col_means(Matrix::from([[1.0, 2.0], [3.0, 4.0]])), [2.0, 3.0].into());
/// ```
pub fn col_means<T: Float, const R: usize, const C: usize>(m: impl AsMatrix<T, R, C>) -> Vector<T, C> {
    col_sums(m).map(|sum| sum / T::from_f64(R as f64))
}
