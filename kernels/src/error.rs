//! What goes wrong where data arrives at run time.

use core::error::Error;
use core::fmt;

/// Data of the wrong size: a slice whose length is not the number of elements of the vector
/// or matrix it should be viewed as, or not that of the other slices of a batch or of a
/// function; a view that does not fit into its buffer; a class that a network does not have.
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
    wanted: Wanted,
    expected: usize,
    found: usize,
}

/// What was asked for. Pairs are rows and columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Vector,
    Matrix((usize, usize)),
    /// Two slices of a batch by name, the second as long as the first.
    Batch(&'static str, &'static str),
    /// Two slices by name, of which the second should be as long as the first.
    Slices(&'static str, &'static str),
    /// A slice by name, of whole rows of so many elements, or so many rows.
    Rows(&'static str),
    /// The channel of a network's layer.
    Channel,
    /// The class of a sample.
    Class(usize),
    /// A view of this shape, with offset and stride.
    View((usize, usize), (usize, usize)),
    /// The stride of a view of this shape.
    Stride((usize, usize)),
    /// A window of this shape at a position, with the side that it leaves.
    Window((usize, usize), (usize, usize), &'static str),
}

impl SizeError {
    /// `found` elements where a vector of `len` was asked for.
    pub(crate) const fn vector(len: usize, found: usize) -> Self {
        Self { wanted: Wanted::Vector, expected: len, found }
    }

    /// `found` elements where a matrix of `rows` x `cols` was asked for.
    pub(crate) const fn matrix(rows: usize, cols: usize, found: usize) -> Self {
        Self { wanted: Wanted::Matrix((rows, cols)), expected: rows * cols, found }
    }

    /// A slice of a batch that is not as long as the first one; both by name and length.
    pub(crate) const fn batch(
        (first, samples): (&'static str, usize),
        (other, found): (&'static str, usize),
    ) -> Self {
        Self { wanted: Wanted::Batch(first, other), expected: samples, found }
    }

    /// A slice that is not as long as another; both by name and length.
    pub(crate) const fn slices(
        (first, expected): (&'static str, usize),
        (other, found): (&'static str, usize),
    ) -> Self {
        Self { wanted: Wanted::Slices(first, other), expected, found }
    }

    /// That two slices have the same length; both by name and length.
    #[inline(always)]
    pub(crate) const fn same(
        (first, expected): (&'static str, usize),
        (other, found): (&'static str, usize),
    ) -> Result<(), Self> {
        if expected == found {
            return Ok(());
        }
        Err(Self::slices((first, expected), (other, found)))
    }

    /// That a slice, by name and length, is made of rows of `row` elements, or of `row` rows.
    pub(crate) const fn rows((name, found): (&'static str, usize), row: usize) -> Result<(), Self> {
        if found == 0 || row != 0 && found.is_multiple_of(row) {
            return Ok(());
        }
        Err(Self { wanted: Wanted::Rows(name), expected: row, found })
    }

    /// The class of a sample that is not one of `classes`.
    pub(crate) const fn class(sample: usize, classes: usize, found: usize) -> Self {
        Self { wanted: Wanted::Class(sample), expected: classes, found }
    }

    /// A channel that is not one of `channels`.
    pub(crate) const fn channel(channels: usize, found: usize) -> Self {
        Self { wanted: Wanted::Channel, expected: channels, found }
    }

    /// A buffer of fewer elements than a view needs.
    pub(crate) const fn view(
        shape: (usize, usize),
        offset_and_stride: (usize, usize),
        (expected, found): (usize, usize),
    ) -> Self {
        Self { wanted: Wanted::View(shape, offset_and_stride), expected, found }
    }

    /// A stride at which the rows of a view would overlap.
    pub(crate) const fn stride(rows: usize, cols: usize, found: usize) -> Self {
        Self { wanted: Wanted::Stride((rows, cols)), expected: cols, found }
    }

    /// A window that needs more rows or columns than there are.
    pub(crate) const fn window(
        shape: (usize, usize),
        at: (usize, usize),
        side: &'static str,
        (expected, found): (usize, usize),
    ) -> Self {
        Self { wanted: Wanted::Window(shape, at, side), expected, found }
    }

    /// The number of elements that the type, or the first slice of the batch, has; of a view
    /// the elements, rows, columns or stride that it needs.
    ///
    /// ```
    /// let error = <&kernels::Vector<f32, 3>>::try_from(&[1.0_f32; 5][..]).unwrap_err();
    /// assert_eq!(error.expected(), 3);
    /// ```
    pub fn expected(&self) -> usize {
        self.expected
    }

    /// The number that came.
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
        let Self { wanted, expected: n, found } = self;
        match wanted {
            Wanted::Vector => write!(f, "expected {n} elements (a vector of {n}), got {found}"),
            Wanted::Matrix((rows, cols)) => {
                write!(f, "expected {n} elements (a matrix of {rows} x {cols}), got {found}")
            }
            Wanted::Batch(first, other) => {
                write!(f, "expected {n} elements (a batch as long as `{first}`), got {found} in `{other}`")
            }
            Wanted::Slices(first, other) => {
                write!(f, "expected {n} elements (as many as `{first}` has), got {found} in `{other}`")
            }
            Wanted::Rows(name) => write!(f, "expected a multiple of {n} elements, got {found} in `{name}`"),
            Wanted::Channel => write!(f, "expected a channel below {n}, got {found}"),
            Wanted::Class(sample) => write!(f, "expected a class below {n}, got {found} for sample {sample}"),
            Wanted::View((rows, cols), (offset, stride)) => write!(
                f,
                "expected {n} elements (a view of {rows} x {cols} by {stride} from {offset}), got {found}"
            ),
            Wanted::Stride((rows, cols)) => {
                write!(f, "expected a stride of {n} at least (a view of {rows} x {cols}), got {found}")
            }
            Wanted::Window((rows, cols), (row, col), side) => {
                write!(f, "expected {n} {side} (a window of {rows} x {cols} at ({row}, {col})), got {found}")
            }
        }
    }
}

impl Error for SizeError {}
