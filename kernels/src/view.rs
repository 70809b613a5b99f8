//! `MatrixView`: a window into a larger row-major buffer, for reading.

use core::ops::{Index, Range};

use crate::error::SizeError;
use crate::matrix::Matrix;
use crate::transposed::Transposed;
use crate::vector::Vector;

/// `R` rows of `C` elements in a larger buffer, whose rows begin a run-time distance, the
/// stride, apart.
///
/// Operators and functions take a view as they take a [`Matrix`], with the same bits; in
/// the signature of a kernel, `a: &MatrixView<f32, R, C>`, it is read where it lies.
///
/// ```
/// use kernels::prelude::*;
///
/// // Rows of five numbers, of which the window takes the middle three.
/// let buffer: Vec<f32> = (0..20).map(|i| i as f32).collect();
/// let a = MatrixView::<f32, 2, 3>::new(&buffer, 6, 5)?;
/// assert_eq!(a.to_matrix(), Matrix::from([[6.0, 7.0, 8.0], [11.0, 12.0, 13.0]]));
/// assert_eq!(a * Vector::splat(1.0), Vector::from([21.0, 36.0]));
/// # Ok::<(), kernels::SizeError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MatrixView<'a, T, const R: usize, const C: usize> {
    /// From the first element to the last, what lies between the rows included.
    elements: &'a [T],
    stride: usize,
}

impl<'a, T, const R: usize, const C: usize> MatrixView<'a, T, R, C> {
    /// The window whose row `i` begins at element `offset + i * stride` of `buffer`.
    ///
    /// # Errors
    /// The rows would overlap (`stride < C`), or the window goes past the buffer's end.
    ///
    /// ```
    /// use kernels::MatrixView;
    ///
    /// let buffer = [0.0_f32; 20];
    /// assert!(MatrixView::<f32, 4, 3>::new(&buffer, 2, 5).is_ok());
    /// let error = MatrixView::<f32, 4, 3>::new(&buffer, 3, 5).unwrap_err();
    /// assert_eq!(error.to_string(), "expected 21 elements (a view of 4 x 3 by 5 from 3), got 20");
    /// let error = MatrixView::<f32, 4, 3>::new(&buffer, 0, 2).unwrap_err();
    /// assert_eq!(error.to_string(), "expected a stride of 3 at least (a view of 4 x 3), got 2");
    /// ```
    pub fn new(buffer: &'a [T], offset: usize, stride: usize) -> Result<Self, SizeError> {
        let range = range::<R, C>(buffer.len(), offset, stride)?;
        Ok(MatrixView { elements: &buffer[range], stride })
    }

    /// Elements from the start of a row to the start of the next.
    ///
    /// ```
    /// let m = kernels::Matrix::<f32, 2, 3>::splat(1.0);
    /// assert_eq!(m.view().stride(), 3);
    /// ```
    pub const fn stride(&self) -> usize {
        self.stride
    }

    /// The element in row `i`, column `j`; `None` outside.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!((m.view().get(1, 0), m.view().get(0, 2)), (Some(&3.0), None));
    /// ```
    pub fn get(&self, i: usize, j: usize) -> Option<&'a T> {
        if i < R && j < C { self.elements.get(i * self.stride + j) } else { None }
    }

    /// Row `i`, in place.
    ///
    /// # Panics
    /// If `i >= R`.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(*m.view().row(1), [3.0, 4.0].into());
    /// ```
    pub fn row(&self, i: usize) -> &'a Vector<T, C> {
        assert!(i < R, "row {i} is outside of {R}");
        let row = &self.elements[if C == 0 { 0..0 } else { i * self.stride..i * self.stride + C }];
        row.try_into().expect("a row is as long as the view is wide")
    }

    /// The rows in order, in place.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view().rows().map(|row| row[0]).collect::<Vec<_>>(), [1.0, 3.0]);
    /// ```
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &'a Vector<T, C>> + use<'a, T, R, C> {
        let view = MatrixView::<'a, T, R, C>::of(self.elements, self.stride);
        (0..R).map(move |i| view.row(i))
    }

    /// A copy of the window's elements.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view().to_matrix(), m);
    /// ```
    pub fn to_matrix(&self) -> Matrix<T, R, C>
    where
        T: Copy,
    {
        Matrix::from_fn(|i, j| self[(i, j)])
    }

    /// The transpose, as [`Matrix::t`].
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0, 3.0]]);
    /// assert_eq!(m.view().t(), m.t());
    /// ```
    pub fn t(&self) -> Transposed<T, C, R>
    where
        T: Copy,
    {
        Transposed::of(Matrix::from_fn(|i, j| self[(j, i)]))
    }

    /// `R2` rows of `C2` elements of this view, from row `row` and column `col` on.
    ///
    /// # Errors
    /// The window goes past the last row or column.
    ///
    /// ```
    /// let m = kernels::Matrix::<_, 4, 5>::from_fn(|i, j| 10 * i + j);
    /// let inner = m.view().window::<2, 2>(1, 2)?;
    /// assert_eq!(inner.window::<1, 1>(1, 1)?[(0, 0)], 23);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn window<const R2: usize, const C2: usize>(
        &self,
        row: usize,
        col: usize,
    ) -> Result<MatrixView<'a, T, R2, C2>, SizeError> {
        fits::<R2, C2>((R, C), (row, col))?;
        MatrixView::new(self.elements, row * self.stride + col, self.stride)
    }

    /// From the first element to the last.
    #[inline(always)]
    pub(crate) const fn elements(&self) -> &'a [T] {
        self.elements
    }

    /// A view of elements that [`range`] has checked.
    pub(crate) const fn of(elements: &'a [T], stride: usize) -> Self {
        MatrixView { elements, stride }
    }
}

impl<T, const R: usize, const C: usize> Matrix<T, R, C> {
    /// All of it as a view.
    ///
    /// ```
    /// let m = kernels::Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    /// assert_eq!(m.view()[(1, 0)], 3.0);
    /// ```
    pub const fn view(&self) -> MatrixView<'_, T, R, C> {
        MatrixView::of(self.as_slice(), C)
    }

    /// `R2` rows of `C2` elements, from row `row` and column `col` on.
    ///
    /// # Errors
    /// The window goes past the last row or column.
    ///
    /// ```
    /// let m = kernels::Matrix::<_, 4, 5>::from_fn(|i, j| 10 * i + j);
    /// assert_eq!(m.window::<2, 2>(1, 3)?.to_matrix(), [[13, 14], [23, 24]].into());
    /// let error = m.window::<2, 2>(3, 0).unwrap_err();
    /// assert_eq!(error.to_string(), "expected 5 rows (a window of 2 x 2 at (3, 0)), got 4");
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn window<const R2: usize, const C2: usize>(
        &self,
        row: usize,
        col: usize,
    ) -> Result<MatrixView<'_, T, R2, C2>, SizeError> {
        self.view().window(row, col)
    }
}

/// The elements of a buffer from a window's first to its last.
pub(crate) fn range<const R: usize, const C: usize>(
    len: usize,
    offset: usize,
    stride: usize,
) -> Result<Range<usize>, SizeError> {
    if stride < C {
        return Err(SizeError::stride(R, C, stride));
    }
    let needed = match R {
        0 => Some(0),
        rows => (rows - 1).checked_mul(stride).and_then(|last| last.checked_add(C)),
    };
    // A window without elements needs none, wherever it lies.
    let needed = if C == 0 { Some(0) } else { needed };
    let end = needed.and_then(|needed| needed.checked_add(offset)).unwrap_or(usize::MAX);
    if end > len {
        return Err(SizeError::view((R, C), (offset, stride), (end, len)));
    }
    Ok(offset..end)
}

/// Whether a window of `R` by `C` at a position lies inside of an extent.
pub(crate) fn fits<const R: usize, const C: usize>(
    (rows, cols): (usize, usize),
    (row, col): (usize, usize),
) -> Result<(), SizeError> {
    let (down, right) = (row.saturating_add(R), col.saturating_add(C));
    let wrong = |side, needed, found| Err(SizeError::window((R, C), (row, col), side, (needed, found)));
    match () {
        () if down > rows => wrong("rows", down, rows),
        () if right > cols => wrong("columns", right, cols),
        () => Ok(()),
    }
}

impl<T, const R: usize, const C: usize> Index<(usize, usize)> for MatrixView<'_, T, R, C> {
    type Output = T;

    /// The element in row `i`, column `j`.
    ///
    /// # Panics
    /// If `i >= R` or `j >= C`.
    fn index(&self, (i, j): (usize, usize)) -> &T {
        self.get(i, j).unwrap_or_else(|| panic!("({i}, {j}) is outside of {R} x {C}"))
    }
}

/// The same elements; what lies between the rows does not count.
impl<T: PartialEq, const R: usize, const C: usize> PartialEq for MatrixView<'_, T, R, C> {
    fn eq(&self, other: &Self) -> bool {
        self.rows().eq(other.rows())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_ends_with_its_last_element() {
        let buffer: Vec<usize> = (0..23).collect();
        let view = MatrixView::<usize, 4, 3>::new(&buffer, 5, 5).unwrap();
        assert_eq!(view[(3, 2)], 22);
        assert_eq!((view.get(4, 0), view.get(0, 3)), (None, None));
        assert_eq!(view.rows().len(), 4);
        let other = MatrixView::new(&buffer, 5, 5).unwrap();
        assert_eq!(view, other);
    }

    #[test]
    fn what_does_not_fit_is_an_error_that_names_it() {
        let buffer = [0_u8; 22];
        let new = |offset, stride| MatrixView::<u8, 4, 3>::new(&buffer, offset, stride);
        assert!(new(4, 5).is_ok());
        for (offset, stride, needed) in
            [(5, 5, 23), (0, 7, 24), (usize::MAX, 3, usize::MAX), (0, usize::MAX, usize::MAX)]
        {
            let error = new(offset, stride).unwrap_err();
            assert_eq!((error.expected(), error.found()), (needed, 22));
        }
        assert_eq!(new(0, 2).unwrap_err().expected(), 3);
        let view = new(0, 6).unwrap();
        assert!(view.window::<2, 2>(2, 1).is_ok());
        let error = view.window::<2, 2>(2, 2).unwrap_err();
        assert_eq!(error.to_string(), "expected 4 columns (a window of 2 x 2 at (2, 2)), got 3");
        assert!(view.window::<1, 1>(usize::MAX, 0).is_err());
    }

    #[test]
    fn a_view_without_elements_needs_no_buffer() {
        assert_eq!(MatrixView::<f32, 3, 0>::new(&[], 0, 4).unwrap().rows().len(), 3);
        assert_eq!(MatrixView::<f32, 0, 3>::new(&[], 0, 4).unwrap().rows().len(), 0);
    }

    #[test]
    #[should_panic(expected = "(0, 2) is outside of 2 x 2")]
    fn a_column_in_the_gap_panics() {
        let _ = MatrixView::<u8, 2, 2>::new(&[0; 8], 0, 4).unwrap()[(0, 2)];
    }
}
