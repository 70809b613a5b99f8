//! `MatrixViewMut`: a window into a larger row-major buffer, for writing.

use core::ops::{Index, IndexMut};

use crate::error::SizeError;
use crate::matrix::Matrix;
use crate::ops::AsMatrix;
use crate::vector::Vector;
use crate::view::{MatrixView, fits, range};

/// `R` rows of `C` elements in a larger buffer, to write: what [`MatrixView`] is to read.
///
/// `c.set(…)` writes all elements, `*c += …` and its like change them; what lies between
/// the rows stays as it is. `c.as_view()` reads. In the signature of a kernel it is
/// `c: &mut MatrixViewMut<f32, R, C>`.
///
/// ```
/// use kernels::prelude::*;
///
/// let mut buffer = [0.0_f32; 8];
/// let mut c = MatrixViewMut::<f32, 2, 2>::new(&mut buffer, 1, 4)?;
/// c.set(Matrix::from([[1.0, 2.0], [3.0, 4.0]]));
/// c *= 2.0;
/// assert_eq!(buffer, [0.0, 2.0, 4.0, 0.0, 0.0, 6.0, 8.0, 0.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
#[derive(Debug)]
pub struct MatrixViewMut<'a, T, const R: usize, const C: usize> {
    /// From the first element to the last, what lies between the rows included.
    elements: &'a mut [T],
    stride: usize,
}

impl<'a, T, const R: usize, const C: usize> MatrixViewMut<'a, T, R, C> {
    /// The window whose row `i` begins at element `offset + i * stride` of `buffer`.
    ///
    /// # Errors
    /// The rows would overlap (`stride < C`), or the window goes past the buffer's end.
    ///
    /// ```
    /// use kernels::MatrixViewMut;
    ///
    /// let mut buffer = [0.0_f32; 20];
    /// assert!(MatrixViewMut::<f32, 4, 3>::new(&mut buffer, 2, 5).is_ok());
    /// assert!(MatrixViewMut::<f32, 4, 3>::new(&mut buffer, 3, 5).is_err());
    /// ```
    pub fn new(buffer: &'a mut [T], offset: usize, stride: usize) -> Result<Self, SizeError> {
        let range = range::<R, C>(buffer.len(), offset, stride)?;
        Ok(MatrixViewMut { elements: &mut buffer[range], stride })
    }

    /// Elements from the start of a row to the start of the next.
    ///
    /// ```
    /// let mut m = kernels::Matrix::<f32, 2, 3>::splat(1.0);
    /// assert_eq!(m.view_mut().stride(), 3);
    /// ```
    pub const fn stride(&self) -> usize {
        self.stride
    }

    /// The elements, to read.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view_mut().as_view()[(1, 0)], 3.0);
    /// ```
    pub const fn as_view(&self) -> MatrixView<'_, T, R, C> {
        MatrixView::of(self.elements, self.stride)
    }

    /// The same view for a while, after which this one goes on.
    ///
    /// ```
    /// use kernels::{Matrix, MatrixViewMut};
    ///
    /// fn clear(mut c: MatrixViewMut<f32, 2, 2>) {
    ///     c.set(Matrix::zero());
    /// }
    /// let mut m = Matrix::splat(1.0);
    /// let mut c = m.view_mut();
    /// clear(c.reborrow());
    /// assert_eq!(c.to_matrix(), Matrix::zero());
    /// ```
    pub const fn reborrow(&mut self) -> MatrixViewMut<'_, T, R, C> {
        MatrixViewMut { elements: self.elements, stride: self.stride }
    }

    /// The element in row `i`, column `j`; `None` outside.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view_mut().get(1, 0), Some(&3.0));
    /// ```
    pub fn get(&self, i: usize, j: usize) -> Option<&T> {
        self.as_view().get(i, j)
    }

    /// Row `i`, in place, for writing.
    ///
    /// # Panics
    /// If `i >= R`.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// *m.view_mut().row_mut(0) += 1.0;
    /// assert_eq!(m, [[2.0, 3.0], [3.0, 4.0]].into());
    /// ```
    pub fn row_mut(&mut self, i: usize) -> &mut Vector<T, C> {
        assert!(i < R, "row {i} is outside of {R}");
        let start = i * self.stride;
        let row = &mut self.elements[if C == 0 { 0..0 } else { start..start + C }];
        row.try_into().expect("a row is as long as the view is wide")
    }

    /// The rows in order, in place, to read.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view_mut().rows().map(|row| row[0]).collect::<Vec<_>>(), [1.0, 3.0]);
    /// ```
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Vector<T, C>> {
        self.as_view().rows()
    }

    /// A copy of the window's elements.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view_mut().to_matrix(), m);
    /// ```
    pub fn to_matrix(&self) -> Matrix<T, R, C>
    where
        T: Copy,
    {
        self.as_view().to_matrix()
    }

    /// Writes all elements of the window: what `*c = …` is for a [`Matrix`].
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// let (mut c, identity) = (m.view_mut(), kernels::Matrix::from([[1.0, 0.0], [0.0, 1.0]]));
    /// c.set(c.as_view() + identity);
    /// assert_eq!(m, [[2.0, 2.0], [3.0, 5.0]].into());
    /// ```
    pub fn set(&mut self, value: impl AsMatrix<T, R, C>)
    where
        T: Copy,
    {
        let value = value.as_view();
        for i in 0..R {
            *self.row_mut(i) = *value.row(i);
        }
    }

    /// From the first element to the last.
    #[inline(always)]
    pub(crate) const fn elements(&mut self) -> &mut [T] {
        self.elements
    }
}

impl<T, const R: usize, const C: usize> Matrix<T, R, C> {
    /// All of it as a view to write.
    ///
    /// ```
    /// let mut m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// m.view_mut()[(1, 0)] = 5.0;
    /// assert_eq!(m, [[1.0, 2.0], [5.0, 4.0]].into());
    /// ```
    pub const fn view_mut(&mut self) -> MatrixViewMut<'_, T, R, C> {
        MatrixViewMut { elements: self.as_mut_slice(), stride: C }
    }

    /// `R2` rows of `C2` elements to write, from row `row` and column `col` on.
    ///
    /// # Errors
    /// The window goes past the last row or column.
    ///
    /// ```
    /// let mut m = kernels::Matrix::<f32, 2, 3>::splat(0.0);
    /// m.window_mut::<2, 1>(0, 1)?.set(kernels::Matrix::from([[1.0], [2.0]]));
    /// assert_eq!(m, [[0.0, 1.0, 0.0], [0.0, 2.0, 0.0]].into());
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn window_mut<const R2: usize, const C2: usize>(
        &mut self,
        row: usize,
        col: usize,
    ) -> Result<MatrixViewMut<'_, T, R2, C2>, SizeError> {
        fits::<R2, C2>((R, C), (row, col))?;
        MatrixViewMut::new(self.as_mut_slice(), row * C + col, C)
    }
}

impl<T, const R: usize, const C: usize> Index<(usize, usize)> for MatrixViewMut<'_, T, R, C> {
    type Output = T;

    /// The element in row `i`, column `j`.
    ///
    /// # Panics
    /// If `i >= R` or `j >= C`.
    fn index(&self, (i, j): (usize, usize)) -> &T {
        self.get(i, j).unwrap_or_else(|| panic!("({i}, {j}) is outside of {R} x {C}"))
    }
}

impl<T, const R: usize, const C: usize> IndexMut<(usize, usize)> for MatrixViewMut<'_, T, R, C> {
    fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut T {
        assert!(i < R && j < C, "({i}, {j}) is outside of {R} x {C}");
        &mut self.elements[i * self.stride + j]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::column;

    #[test]
    fn assignments_leave_what_lies_between_the_rows() {
        let mut buffer = [1.0_f32; 12];
        let mut c = MatrixViewMut::<f32, 2, 3>::new(&mut buffer, 1, 5).unwrap();
        c += Matrix::splat(1.0);
        c -= &Matrix::splat(0.5);
        c *= 4.0;
        c /= Vector::from([1.0, 2.0, 3.0]);
        c *= column(Vector::from([1.0, 10.0]));
        c -= c.to_matrix().window::<2, 3>(0, 0).unwrap() / 2.0;
        assert_eq!(buffer, [1.0, 3.0, 1.5, 1.0, 1.0, 1.0, 30.0, 15.0, 10.0, 1.0, 1.0, 1.0]);
    }

    #[test]
    #[should_panic(expected = "(0, 3) is outside of 2 x 3")]
    fn an_element_in_the_gap_is_outside() {
        let mut buffer = [1.0_f32; 12];
        let mut c = MatrixViewMut::<f32, 2, 3>::new(&mut buffer, 1, 5).unwrap();
        c[(1, 2)] = 7.0;
        assert_eq!((c.get(1, 2), c.get(0, 3)), (Some(&7.0), None));
        c[(0, 3)] = 2.0;
    }
}
