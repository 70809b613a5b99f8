//! `Matrix`: storage, views and element access. The arithmetic is in [`crate::ops`].

use core::ops::{Index, IndexMut};

use crate::error::SizeError;
use crate::ops::scalar::Zero;
use crate::transposed::Transposed;
use crate::vector::Vector;

/// `R` rows of `C` elements, row after row.
///
/// It has the layout of `[[T; C]; R]`, so such an array, or a slice of `R * C` elements,
/// is viewed as a matrix without a copy ([`from_ref`](Self::from_ref),
/// `TryFrom<&[T]>`). Any alignment of `T` will do.
///
/// Operators and functions on matrices of `f32` and `f64`, of `i32` and of quantized tensors
/// (`i8`, `u8`, [`U7`](crate::U7)) are listed in [`ops`](crate::ops): `*` between matrices is the matrix product, `+`, `-` and `/` go
/// element by element.
///
/// A result is a value: one larger than the stack allows belongs in memory that the
/// caller holds and a kernel writes to.
///
/// ```
/// use kernels::{Matrix, Vector};
///
/// let w = Matrix::from([[1.0_f32, 2.0, 3.0], [4.0, 5.0, 6.0]]);
/// let x = Vector::from([1.0, 0.0, -1.0]);
/// assert_eq!(w * x, Vector::from([-2.0, -2.0]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Matrix<T, const R: usize, const C: usize>([[T; C]; R]);

impl<T, const R: usize, const C: usize> Matrix<T, R, C> {
    /// Views an array of rows as a matrix.
    ///
    /// ```
    /// use kernels::Matrix;
    ///
    /// let data = [[1.0_f32, 2.0], [3.0, 4.0]];
    /// assert_eq!(Matrix::from_ref(&data)[(1, 0)], 3.0);
    /// ```
    pub const fn from_ref(rows: &[[T; C]; R]) -> &Self {
        // SAFETY: `Self` is `repr(transparent)` over `[[T; C]; R]`: same layout, same
        // valid values; the lifetime is that of the borrowed array.
        unsafe { &*core::ptr::from_ref(rows).cast() }
    }

    /// Views an array of rows as a matrix that can be written.
    ///
    /// ```
    /// use kernels::Matrix;
    ///
    /// let mut data = [[1.0_f32, 2.0], [3.0, 4.0]];
    /// *Matrix::from_mut(&mut data) *= 2.0;
    /// assert_eq!(data, [[2.0, 4.0], [6.0, 8.0]]);
    /// ```
    pub const fn from_mut(rows: &mut [[T; C]; R]) -> &mut Self {
        // SAFETY: as in `from_ref`; the borrow is exclusive and stays so.
        unsafe { &mut *core::ptr::from_mut(rows).cast() }
    }

    /// The matrix whose element in row `i`, column `j` is `f(i, j)`.
    ///
    /// ```
    /// use kernels::Matrix;
    ///
    /// let m = Matrix::<_, 2, 3>::from_fn(|i, j| 10 * i + j);
    /// assert_eq!(m, Matrix::from([[0, 1, 2], [10, 11, 12]]));
    /// ```
    pub fn from_fn(mut f: impl FnMut(usize, usize) -> T) -> Self {
        Self(core::array::from_fn(|i| core::array::from_fn(|j| f(i, j))))
    }

    /// `x` in every element.
    ///
    /// ```
    /// assert_eq!(kernels::Matrix::<f32, 1, 2>::splat(3.0), [[3.0, 3.0]].into());
    /// ```
    pub const fn splat(x: T) -> Self
    where
        T: Copy,
    {
        Self([[x; C]; R])
    }

    /// `f` of every element, row after row.
    ///
    /// ```
    /// use kernels::Matrix;
    ///
    /// let bytes = Matrix::from([[1_u8], [2]]);
    /// assert_eq!(bytes.map(f32::from), Matrix::from([[1.0], [2.0]]));
    /// ```
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Matrix<U, R, C> {
        Matrix(self.0.map(|row| row.map(&mut f)))
    }

    /// The transpose, to go on with in an expression: element `(j, i)` is this matrix's
    /// `(i, j)`. Outside of kernels it is a copy.
    ///
    /// ```
    /// use kernels::Matrix;
    ///
    /// let m = Matrix::from([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]);
    /// assert_eq!(m.t(), Matrix::from([[1.0, 4.0], [2.0, 5.0], [3.0, 6.0]]));
    /// ```
    pub fn t(&self) -> Transposed<T, C, R>
    where
        T: Copy,
    {
        Transposed::of(Matrix::from_fn(|i, j| self.0[j][i]))
    }

    /// Row `i`, in place.
    ///
    /// # Panics
    /// If `i >= R`.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(*m.row(1), [3.0, 4.0].into());
    /// ```
    pub const fn row(&self, i: usize) -> &Vector<T, C> {
        Vector::from_ref(&self.0[i])
    }

    /// Row `i`, in place, for writing.
    ///
    /// # Panics
    /// If `i >= R`.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// *m.row_mut(0) += 1.0;
    /// assert_eq!(m, [[2.0, 3.0], [3.0, 4.0]].into());
    /// ```
    pub const fn row_mut(&mut self, i: usize) -> &mut Vector<T, C> {
        Vector::from_mut(&mut self.0[i])
    }

    /// The rows in order, in place.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.rows().map(|row| row[0]).collect::<Vec<_>>(), [1.0, 3.0]);
    /// ```
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Vector<T, C>> {
        self.0.iter().map(Vector::from_ref)
    }

    /// The elements as an array of rows.
    ///
    /// ```
    /// assert_eq!(kernels::Matrix::from([[1.0, 2.0]]).as_array(), &[[1.0, 2.0]]);
    /// ```
    pub const fn as_array(&self) -> &[[T; C]; R] {
        &self.0
    }

    /// All `R * C` elements, row after row.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.as_slice(), [1.0, 2.0, 3.0, 4.0]);
    /// ```
    pub const fn as_slice(&self) -> &[T] {
        self.0.as_flattened()
    }

    /// All `R * C` elements, row after row, for writing.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// m.as_mut_slice().reverse();
    /// assert_eq!(m, [[4.0, 3.0], [2.0, 1.0]].into());
    /// ```
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self.0.as_flattened_mut()
    }

    /// Pointer to the first of the `R * C` elements; row `i` starts at offset `i * C`.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0]]);
    /// assert_eq!(m.as_ptr(), &raw const m[(0, 0)]);
    /// ```
    pub const fn as_ptr(&self) -> *const T {
        self.as_slice().as_ptr()
    }

    /// Pointer to the first of the `R * C` elements, for writing.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0]]);
    /// assert_eq!(m.as_mut_ptr(), &raw mut m[(0, 0)]);
    /// ```
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.as_mut_slice().as_mut_ptr()
    }
}

impl<T: Zero, const R: usize, const C: usize> Matrix<T, R, C> {
    /// Zero in every element, `+0` of floats.
    ///
    /// ```
    /// assert_eq!(kernels::Matrix::<f32, 1, 2>::zero(), [[0.0, 0.0]].into());
    /// ```
    pub const fn zero() -> Self {
        Self::splat(T::NOUGHT)
    }
}

impl<T: Default, const R: usize, const C: usize> Default for Matrix<T, R, C> {
    /// The default of `T` (`+0` for floats) in every element.
    fn default() -> Self {
        Self::from_fn(|_, _| T::default())
    }
}

/// All elements, row after row.
impl<T, const R: usize, const C: usize> AsRef<[T]> for Matrix<T, R, C> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T, const R: usize, const C: usize> AsMut<[T]> for Matrix<T, R, C> {
    fn as_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T, const R: usize, const C: usize> From<[[T; C]; R]> for Matrix<T, R, C> {
    fn from(rows: [[T; C]; R]) -> Self {
        Self(rows)
    }
}

impl<T, const R: usize, const C: usize> From<Matrix<T, R, C>> for [[T; C]; R] {
    fn from(matrix: Matrix<T, R, C>) -> Self {
        matrix.0
    }
}

/// Views a slice of exactly `R * C` elements, row after row, without a copy.
impl<'a, T, const R: usize, const C: usize> TryFrom<&'a [T]> for &'a Matrix<T, R, C> {
    type Error = SizeError;

    fn try_from(slice: &'a [T]) -> Result<Self, SizeError> {
        if slice.len() != const { R * C } {
            return Err(SizeError::matrix(R, C, slice.len()));
        }
        // SAFETY: the slice has the R * C consecutive elements that a `Matrix` is, by
        // `repr(transparent)` over nested arrays, and the alignment of `T` is theirs;
        // the lifetime is that of the slice.
        Ok(unsafe { &*slice.as_ptr().cast() })
    }
}

/// Views a slice of exactly `R * C` elements, row after row, without a copy.
impl<'a, T, const R: usize, const C: usize> TryFrom<&'a mut [T]> for &'a mut Matrix<T, R, C> {
    type Error = SizeError;

    fn try_from(slice: &'a mut [T]) -> Result<Self, SizeError> {
        if slice.len() != const { R * C } {
            return Err(SizeError::matrix(R, C, slice.len()));
        }
        // SAFETY: as for the shared view; the borrow is exclusive and stays so.
        Ok(unsafe { &mut *slice.as_mut_ptr().cast() })
    }
}

impl<T, const R: usize, const C: usize> Index<(usize, usize)> for Matrix<T, R, C> {
    type Output = T;

    /// The element in row `i`, column `j`.
    ///
    /// # Panics
    /// If `i >= R` or `j >= C`.
    fn index(&self, (i, j): (usize, usize)) -> &T {
        &self.0[i][j]
    }
}

impl<T, const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<T, R, C> {
    fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut T {
        &mut self.0[i][j]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flat_slice_is_viewed_in_place_row_after_row() {
        let mut data = [0.0_f32, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let view: &Matrix<f32, 2, 3> = data[1..].try_into().unwrap();
        assert_eq!(view.as_ptr(), &raw const data[1]);
        assert_eq!(*view, [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]].into());
        let view: &mut Matrix<f32, 3, 2> = (&mut data[..6]).try_into().unwrap();
        view[(2, 1)] = 9.0;
        assert_eq!(data[5], 9.0);
    }

    #[test]
    fn another_length_is_an_error_that_names_both() {
        let mut data = [0.0_f64; 7];
        for wrong in [0, 5, 7] {
            let error = <&Matrix<f64, 2, 3>>::try_from(&data[..wrong]).unwrap_err();
            assert_eq!((error.expected(), error.found()), (6, wrong));
        }
        let error = <&mut Matrix<f64, 2, 3>>::try_from(&mut data[..]).unwrap_err();
        assert_eq!(error.to_string(), "expected 6 elements (a matrix of 2 x 3), got 7");
    }

    #[test]
    fn transposing_twice_changes_nothing() {
        let m = Matrix::<_, 3, 5>::from_fn(|i, j| (i, j));
        assert_eq!(m.t()[(4, 2)], (2, 4));
        assert_eq!(m.t().t(), m);
    }

    #[test]
    #[should_panic(expected = "out of bounds")]
    fn a_column_past_the_end_panics() {
        let _ = Matrix::from([[1.0, 2.0], [3.0, 4.0]])[(0, 2)];
    }
}
