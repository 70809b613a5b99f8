//! Which lanes [`Simd::grid`](super::Simd::grid) takes.

/// What is counted along the vectors of a row-major matrix.
///
/// ```
/// use kernels::arch::Axis;
/// assert_ne!(Axis::Rows, Axis::Columns);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// Its rows, from that of the vector's first element on.
    Rows,
    /// Its columns.
    Columns,
}

impl Axis {
    /// Where lane `l` of vector `v`, of so many `lanes`, lies in a matrix of `n` columns.
    ///
    /// ```
    /// use kernels::arch::Axis;
    /// // Elements 4 to 7 of rows of three are in rows 1 and 2.
    /// assert_eq!([0, 1, 2].map(|l| Axis::Rows.position(4, 3, 1, l)), [0, 0, 1]);
    /// assert_eq!([0, 1, 2].map(|l| Axis::Columns.position(4, 3, 1, l)), [1, 2, 0]);
    /// ```
    pub const fn position(self, lanes: usize, n: usize, v: usize, l: usize) -> usize {
        let element = v * lanes + l;
        match self {
            Axis::Rows => element / n - v * lanes / n,
            Axis::Columns => element % n,
        }
    }
}

/// The places of all vectors of `LANES` elements until they repeat, and from each offset, in `WORDS`
/// words of 32 bits.
#[cfg(target_arch = "x86_64")]
pub struct Places<const N: usize, const STEP: usize, const LANES: usize, const WORDS: usize>;

#[cfg(target_arch = "x86_64")]
impl<const N: usize, const STEP: usize, const LANES: usize, const WORDS: usize>
    Places<N, STEP, LANES, WORDS>
{
    const ROWS: &'static [[[i32; WORDS]; N]; STEP] = &Self::along(Axis::Rows);
    const COLUMNS: &'static [[[i32; WORDS]; N]; STEP] = &Self::along(Axis::Columns);

    const fn along(axis: Axis) -> [[[i32; WORDS]; N]; STEP] {
        let (mut places, parts) = ([[[0; WORDS]; N]; STEP], WORDS / LANES);
        let mut entry = 0;
        while entry < STEP * N * WORDS {
            let (offset, v, word) = (entry / WORDS / N, entry / WORDS % N, entry % WORDS);
            let lane = STEP * axis.position(LANES, N, v, word / parts) + offset;
            places[offset][v][word] = (lane * parts + word % parts) as i32;
            entry += 1;
        }
        places
    }

    /// Of vector `v`.
    #[inline(always)]
    pub fn of(axis: Axis, v: usize, offset: usize) -> &'static [i32; WORDS] {
        match axis {
            Axis::Rows => &Self::ROWS[offset][v],
            Axis::Columns => &Self::COLUMNS[offset][v],
        }
    }
}
