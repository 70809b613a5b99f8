//! Register blocks of the products with a vector by columns: how many vectors of sums are kept in
//! registers at once.

use crate::isa::Isa;
use crate::matrix_block::even;
use crate::row_block::UNKNOWN;

/// The block of a vector-matrix product by columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnBlock {
    /// Chains of the order, all in flight.
    pub chains: usize,
    /// Vectors of columns.
    pub nv: usize,
    /// Rows per turn of the loop along the matrix, a multiple of the chains.
    pub rows: usize,
}

impl ColumnBlock {
    /// Accumulators in use at once.
    ///
    /// ```
    /// use kernels_plan::column_block::ColumnBlock;
    /// assert_eq!(ColumnBlock { chains: 2, nv: 4, rows: 4 }.accumulators(), 8);
    /// ```
    pub fn accumulators(&self) -> usize {
        self.chains * self.nv
    }
}

/// The block of a vector-matrix product of `cols` columns in `chains` chains.
///
/// A row loads `nv` vectors for as many multiply-adds, and its element of the vector is one
/// more load or shuffle, so wide blocks are best: twelve accumulators of sixteen registers. 24
/// of 32 make 128 columns of f32 in two chains or 256 in one a single block, which reads the
/// matrix in the order of memory.
///
/// Four rows per turn share a load of the vector. With `streamed`, which says that the kernel's
/// matrices exceed the first-level cache, the prefetcher decides: it follows each load
/// instruction of the loop. A row of half a KiB or more is taken by itself, with as few rows in a
/// turn as there are chains, and shorter ones of columns that are read block by block eight at a
/// time: either took 0.7 to 0.9 of the time of other numbers on Zen 5.
///
/// ```
/// use kernels_plan::{column_block::column_block, isa};
///
/// let (avx2, avx512) = (isa::find("avx2").unwrap(), isa::find("avx512").unwrap());
/// let block = column_block(avx2, 8, Some(64), 2, false);
/// assert_eq!((block.nv, block.rows), (4, 4));
/// let block = column_block(avx512, 16, Some(256), 1, true);
/// assert_eq!((block.nv, block.rows), (16, 1));
/// ```
pub fn column_block(
    isa: &Isa,
    lanes: usize,
    cols: Option<usize>,
    chains: usize,
    streamed: bool,
) -> ColumnBlock {
    let most = accumulators(isa) / chains;
    let nv = cols.map_or(most, |cols| even(cols.div_ceil(lanes), most)[0].size.max(1));
    let rows = match streamed && nv > 4 {
        true if nv * isa.f32_lanes * size_of::<f32>() >= LONG_ROW => chains,
        true => 8,
        false => 4,
    };
    ColumnBlock { chains, nv, rows }
}

/// Accumulators of a vector-matrix product.
fn accumulators(isa: &Isa) -> usize {
    isa.registers / 4 * 3
}

/// Bytes of a row of a block from which on it is taken by itself.
const LONG_ROW: usize = 512;

/// Vectors of a strip.
const STRIP: usize = 24;

/// Vectors of columns of a vector-matrix product that is read in the order of memory, row after
/// row, of `cols` columns in `chains` chains, and how many of them have their sums in
/// registers; those of the others lie in memory. `None` where blocks of columns are better: for
/// a matrix in the first-level cache, where one block has all columns, which is the order
/// of memory too, and for longer rows, whose sums take as many loads as the matrix.
///
/// On Zen 5, matrices of 300 by 64 `f64` and by 120 `f32` in the second-level cache took 0.65 of
/// the time of blocks of AVX2, and those of 100 by 200 and 256 by 256 took 1.1 times as long.
///
/// ```
/// use kernels_plan::{column_block::strip, isa};
///
/// let (avx2, avx512) = (isa::find("avx2").unwrap(), isa::find("avx512").unwrap());
/// assert_eq!(strip(avx512, 16, Some(256), 1, true), None);
/// assert_eq!(strip(avx2, 8, Some(120), 1, true), Some((15, 12)));
/// assert_eq!(strip(avx2, 8, Some(256), 1, true), None);
/// ```
pub fn strip(
    isa: &Isa,
    lanes: usize,
    cols: Option<usize>,
    chains: usize,
    streamed: bool,
) -> Option<(usize, usize)> {
    let held = accumulators(isa) / chains;
    let vectors = cols?.div_ceil(lanes);
    (streamed && (held + 1..=STRIP).contains(&vectors) && vectors >= 8).then_some((vectors, held))
}

/// Cycles by which rows joined to one have to be the faster ones, and one more for each vector of
/// the sums of a chain: they move to vectors of their own, which the last multiply-adds wait for.
const MOVED: usize = 8;

/// Vectors of the rows of `cols` columns that a turn takes, one for each of the `chains`, where they
/// are read as one row: for a matrix without gaps between rows that end in a few elements.
/// `None` where to read each row by itself is better, or takes as many vectors.
///
/// Of two loads and two multiply-adds in a cycle, the vectors that are saved would take at least
/// half a cycle each, and a load across two cache lines takes twice as long, so about one. On Zen 5,
/// for 20 to 200 rows of 1 to 116 columns of `f32` and `f64`, what this chooses takes 0.35 to 1.07 of
/// the time of rows by themselves, 0.74 in the geometric mean, on AVX2 and on AVX-512.
///
/// ```
/// use kernels_plan::{column_block::joined, isa};
///
/// let (avx2, avx512) = (isa::find("avx2").unwrap(), isa::find("avx512").unwrap());
/// assert_eq!(joined(avx2, 8, Some(10), Some(64), 4), Some(5));
/// assert_eq!(joined(avx512, 16, Some(10), Some(64), 4), Some(3));
/// assert_eq!(joined(avx2, 8, Some(16), Some(64), 4), None);
/// assert_eq!(joined(avx2, 8, Some(10), Some(12), 4), None);
/// ```
pub fn joined(
    isa: &Isa,
    lanes: usize,
    cols: Option<usize>,
    depth: Option<usize>,
    chains: usize,
) -> Option<usize> {
    let vectors = fewer_vectors(isa, lanes, cols?, chains)?;
    let apart = chains * cols?.div_ceil(lanes);
    let turns = depth.unwrap_or(UNKNOWN) / chains;
    ((apart - vectors) * turns >= MOVED + apart).then_some(vectors)
}

/// Vectors of as many rows as there are `chains`, read as one, if they are fewer than those of each
/// row by itself and registers hold their sums.
pub(crate) fn fewer_vectors(isa: &Isa, lanes: usize, cols: usize, chains: usize) -> Option<usize> {
    let vectors = (chains * cols).div_ceil(lanes);
    // The factor of each row, one that mixes them, and a vector of the matrix.
    let fits = vectors + chains + 2 <= isa.registers;
    // Without instructions of its own the portable level mixes an element at a time.
    let mixes = !isa.features.is_empty();
    (fits && mixes && vectors < chains * cols.div_ceil(lanes)).then_some(vectors)
}
