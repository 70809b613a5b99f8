//! `Vector`: storage, views and element access. The arithmetic is in [`crate::ops`].

use core::ops::{Index, IndexMut};
use core::slice;

use crate::error::SizeError;
use crate::ops::scalar::Zero;

/// `N` elements: an array with arithmetic.
///
/// It has the layout of `[T; N]`, so an array or a slice of the right length is viewed
/// as a vector without a copy ([`from_ref`](Self::from_ref), `TryFrom<&[T]>`). Any
/// alignment of `T` will do.
///
/// Operators and functions on vectors of `f32` and `f64`, of `i32` and of quantized tensors
/// (`i8`, `u8`, [`U7`](crate::U7)) are listed in [`ops`](crate::ops). A vector is a row or a column as the operation needs: `w * x`
/// takes it as a column, `x * w` and `w + x` as a row.
///
/// ```
/// use kernels::Vector;
///
/// let x = Vector::from([1.0_f32, 2.0, 3.0]);
/// assert_eq!(0.5 * x + 1.0, Vector::from([1.5, 2.0, 2.5]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(transparent)]
pub struct Vector<T, const N: usize>([T; N]);

impl<T, const N: usize> Vector<T, N> {
    /// Views an array as a vector.
    ///
    /// ```
    /// use kernels::Vector;
    ///
    /// let data = [1.0_f32, 2.0];
    /// assert_eq!(Vector::from_ref(&data)[1], 2.0);
    /// ```
    pub const fn from_ref(array: &[T; N]) -> &Self {
        // SAFETY: `Self` is `repr(transparent)` over `[T; N]`: same layout, same valid
        // values; the lifetime is that of the borrowed array.
        unsafe { &*core::ptr::from_ref(array).cast() }
    }

    /// Views an array as a vector that can be written.
    ///
    /// ```
    /// use kernels::Vector;
    ///
    /// let mut data = [1.0_f32, 2.0];
    /// *Vector::from_mut(&mut data) *= 2.0;
    /// assert_eq!(data, [2.0, 4.0]);
    /// ```
    pub const fn from_mut(array: &mut [T; N]) -> &mut Self {
        // SAFETY: as in `from_ref`; the borrow is exclusive and stays so.
        unsafe { &mut *core::ptr::from_mut(array).cast() }
    }

    /// The vector whose element `i` is `f(i)`.
    ///
    /// ```
    /// use kernels::Vector;
    ///
    /// let squares = Vector::<_, 4>::from_fn(|i| (i * i) as f32);
    /// assert_eq!(squares, Vector::from([0.0, 1.0, 4.0, 9.0]));
    /// ```
    pub fn from_fn(f: impl FnMut(usize) -> T) -> Self {
        Self(core::array::from_fn(f))
    }

    /// `x` in every element.
    ///
    /// ```
    /// assert_eq!(kernels::Vector::<f32, 2>::splat(3.0), [3.0, 3.0].into());
    /// ```
    pub const fn splat(x: T) -> Self
    where
        T: Copy,
    {
        Self([x; N])
    }

    /// `f` of every element, in order.
    ///
    /// ```
    /// use kernels::Vector;
    ///
    /// let bytes = Vector::from([1_u8, 2]);
    /// assert_eq!(bytes.map(f32::from), Vector::from([1.0, 2.0]));
    /// ```
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Vector<U, N> {
        Vector(self.0.map(f))
    }

    /// The elements as an array.
    ///
    /// ```
    /// assert_eq!(kernels::Vector::from([1.0, 2.0]).as_array(), &[1.0, 2.0]);
    /// ```
    pub const fn as_array(&self) -> &[T; N] {
        &self.0
    }

    /// The elements as a slice.
    ///
    /// ```
    /// assert_eq!(kernels::Vector::from([1.0, 2.0]).as_slice().len(), 2);
    /// ```
    pub const fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The elements as a slice that can be written.
    ///
    /// ```
    /// let mut x = kernels::Vector::from([1.0, 2.0, 3.0]);
    /// x.as_mut_slice().reverse();
    /// assert_eq!(x, [3.0, 2.0, 1.0].into());
    /// ```
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.0
    }

    /// Pointer to the first of the `N` elements.
    ///
    /// ```
    /// let x = kernels::Vector::from([1.0, 2.0]);
    /// assert_eq!(x.as_ptr(), &raw const x[0]);
    /// ```
    pub const fn as_ptr(&self) -> *const T {
        self.0.as_ptr()
    }

    /// Pointer to the first of the `N` elements, for writing.
    ///
    /// ```
    /// let mut x = kernels::Vector::from([1.0, 2.0]);
    /// assert_eq!(x.as_mut_ptr(), &raw mut x[0]);
    /// ```
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        self.0.as_mut_ptr()
    }

    /// The elements in order.
    ///
    /// ```
    /// let x = kernels::Vector::from([1.0, 2.0]);
    /// assert!(x.iter().all(|&element| element > 0.0));
    /// ```
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The elements in order, for writing.
    ///
    /// ```
    /// let mut x = kernels::Vector::from([1.0, 2.0]);
    /// for element in x.iter_mut() {
    ///     *element += 1.0;
    /// }
    /// assert_eq!(x, [2.0, 3.0].into());
    /// ```
    pub fn iter_mut(&mut self) -> slice::IterMut<'_, T> {
        self.0.iter_mut()
    }
}

impl<T: Zero, const N: usize> Vector<T, N> {
    /// Zero in every element, `+0` of floats.
    ///
    /// ```
    /// assert_eq!(kernels::Vector::<f32, 2>::zero(), [0.0, 0.0].into());
    /// ```
    pub const fn zero() -> Self {
        Self::splat(T::NOUGHT)
    }
}

impl<T: Default, const N: usize> Default for Vector<T, N> {
    /// The default of `T` (`+0` for floats) in every element.
    fn default() -> Self {
        Self::from_fn(|_| T::default())
    }
}

impl<T, const N: usize> AsRef<[T]> for Vector<T, N> {
    fn as_ref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T, const N: usize> AsMut<[T]> for Vector<T, N> {
    fn as_mut(&mut self) -> &mut [T] {
        self.as_mut_slice()
    }
}

impl<T, const N: usize> From<[T; N]> for Vector<T, N> {
    fn from(array: [T; N]) -> Self {
        Self(array)
    }
}

impl<T, const N: usize> From<Vector<T, N>> for [T; N] {
    fn from(vector: Vector<T, N>) -> Self {
        vector.0
    }
}

/// Views a slice of exactly `N` elements, without a copy.
impl<'a, T, const N: usize> TryFrom<&'a [T]> for &'a Vector<T, N> {
    type Error = SizeError;

    fn try_from(slice: &'a [T]) -> Result<Self, SizeError> {
        let error = SizeError::vector(N, slice.len());
        slice.try_into().map(Vector::from_ref).map_err(|_| error)
    }
}

/// Views a slice of exactly `N` elements, without a copy.
impl<'a, T, const N: usize> TryFrom<&'a mut [T]> for &'a mut Vector<T, N> {
    type Error = SizeError;

    fn try_from(slice: &'a mut [T]) -> Result<Self, SizeError> {
        let error = SizeError::vector(N, slice.len());
        slice.try_into().map(Vector::from_mut).map_err(|_| error)
    }
}

impl<T, const N: usize> Index<usize> for Vector<T, N> {
    type Output = T;

    /// Element `i`.
    ///
    /// # Panics
    /// If `i >= N`.
    fn index(&self, i: usize) -> &T {
        &self.0[i]
    }
}

impl<T, const N: usize> IndexMut<usize> for Vector<T, N> {
    fn index_mut(&mut self, i: usize) -> &mut T {
        &mut self.0[i]
    }
}

impl<'a, T, const N: usize> IntoIterator for &'a Vector<T, N> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_of_the_right_length_is_viewed_in_place() {
        let mut data = [1.0_f32, 2.0, 3.0, 4.0];
        let view: &Vector<f32, 3> = data[1..].try_into().unwrap();
        assert_eq!(view.as_ptr(), &raw const data[1]);
        let view: &mut Vector<f32, 2> = (&mut data[..2]).try_into().unwrap();
        view[1] = 7.0;
        assert_eq!(data, [1.0, 7.0, 3.0, 4.0]);
    }

    #[test]
    fn another_length_is_an_error_that_names_both() {
        let mut data = [0.0_f32; 4];
        for wrong in [0, 2, 4] {
            let error = <&Vector<f32, 3>>::try_from(&data[..wrong]).unwrap_err();
            assert_eq!((error.expected(), error.found()), (3, wrong));
        }
        let error = <&mut Vector<f32, 3>>::try_from(&mut data[..]).unwrap_err();
        assert_eq!(error.to_string(), "expected 3 elements (a vector of 3), got 4");
    }

    #[test]
    fn an_empty_vector_is_a_vector() {
        let none = <&Vector<f32, 0>>::try_from(&[][..]).unwrap();
        assert_eq!(none.iter().count(), 0);
        assert_eq!(*none, Vector::default());
    }

    #[test]
    #[should_panic(expected = "out of bounds")]
    fn an_index_past_the_end_panics() {
        let _ = Vector::from([1.0, 2.0])[2];
    }
}
