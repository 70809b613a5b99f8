//! What goes wrong where data arrives at run time.

use core::error::Error;
use core::fmt;

/// A slice whose length is not the number of elements of the vector or matrix it
/// should be viewed as, or not that of the other slices of a batch.
///
/// ```
/// use kernels::Matrix;
///
/// let data = [0.0_f32; 11];
/// let error = <&Matrix<f32, 3, 4>>::try_from(&data[..]).unwrap_err();
/// assert_eq!(error.to_string(), "expected 12 elements (a matrix of 3 x 4), got 11");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeError {
    shape: Shape,
    found: usize,
}

/// The shape that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Vector(usize),
    Matrix(usize, usize),
    /// As many samples as the first slice of a batch has.
    Batch(Sides),
}

/// Two slices of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sides {
    first: &'static str,
    samples: usize,
    other: &'static str,
}

impl SizeError {
    /// `found` elements where a vector of `len` was asked for.
    pub(crate) const fn vector(len: usize, found: usize) -> Self {
        Self { shape: Shape::Vector(len), found }
    }

    /// `found` elements where a matrix of `rows` x `cols` was asked for.
    pub(crate) const fn matrix(rows: usize, cols: usize, found: usize) -> Self {
        Self { shape: Shape::Matrix(rows, cols), found }
    }

    /// A slice of a batch that is not as long as the first one; both by name and length.
    pub(crate) const fn batch(
        (first, samples): (&'static str, usize),
        (other, found): (&'static str, usize),
    ) -> Self {
        Self { shape: Shape::Batch(Sides { first, samples, other }), found }
    }

    /// The number of elements that the type, or the first slice of the batch, has.
    ///
    /// ```
    /// let error = <&kernels::Vector<f32, 3>>::try_from(&[1.0_f32; 5][..]).unwrap_err();
    /// assert_eq!(error.expected(), 3);
    /// ```
    pub fn expected(&self) -> usize {
        match self.shape {
            Shape::Vector(len) => len,
            Shape::Matrix(rows, cols) => rows * cols,
            Shape::Batch(Sides { samples, .. }) => samples,
        }
    }

    /// The number of elements that came.
    ///
    /// ```
    /// let error = <&kernels::Vector<f32, 3>>::try_from(&[1.0_f32; 5][..]).unwrap_err();
    /// assert_eq!(error.found(), 5);
    /// ```
    pub fn found(&self) -> usize {
        self.found
    }
}

impl fmt::Display for SizeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} elements (", self.expected())?;
        match self.shape {
            Shape::Vector(len) => write!(f, "a vector of {len}")?,
            Shape::Matrix(rows, cols) => write!(f, "a matrix of {rows} x {cols}")?,
            Shape::Batch(Sides { first, .. }) => write!(f, "a batch as long as `{first}`")?,
        }
        write!(f, "), got {}", self.found)?;
        match self.shape {
            Shape::Batch(Sides { other, .. }) => write!(f, " in `{other}`"),
            _ => Ok(()),
        }
    }
}

impl Error for SizeError {}
