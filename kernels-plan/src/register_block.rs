//! Register blocks of the products with a vector: how many rows and vectors are kept in
//! registers at once.

use crate::isa::Isa;

/// An unknown extent is planned as this one: large enough that tails don't decide.
pub(crate) const UNKNOWN: usize = 96;

/// The block of a matrix-vector product by rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowBlock {
    /// Rows in flight.
    ///
    /// One row with all of `x` held: the rows are read strictly in the order of memory.
    pub rows: usize,
    /// Rows in flight in the last, incomplete vector of outputs.
    pub tail: usize,
    /// Registers of partial results that a pass along the rows works on; a row has
    /// `order_lanes / lanes` of them.
    pub per_pass: usize,
    /// Chunks of the reduction order per turn of the loop along a row.
    pub unroll: usize,
    /// Registers that hold all of `x` for all rows; 0 where it is loaded for each group.
    pub held: usize,
}

impl RowBlock {
    /// Accumulators in use at once.
    ///
    /// ```
    /// use kernels_plan::register_block::RowBlock;
    /// let block = RowBlock { rows: 4, tail: 1, per_pass: 2, unroll: 2, held: 0 };
    /// assert_eq!(block.accumulators(), 8);
    /// ```
    pub fn accumulators(&self) -> usize {
        self.rows * self.per_pass
    }
}

/// The block for `rows` dot products over `depth` elements, whose partial results are
/// `order_lanes` elements.
///
/// Each multiply-add loads a vector of the matrix, so what decides is how often vectors of
/// `x` are loaded beside them. A short `x` stays in registers, and a few rows at a time
/// are enough, because the next ones don't wait for them. A long one is loaded for as
/// many rows as there are outputs in a vector, one register of partial results at a time
/// if all of them do not fit.
///
/// `streamed` says that the kernel's matrices exceed the first-level cache. Then what
/// decides is that they are read in the order of memory, one row after the other, which
/// the processor sees coming: on Zen 5 that takes a tenth less than the blocks above.
///
/// ```
/// use kernels_plan::{isa, register_block::row_block};
///
/// let avx2 = isa::find("avx2").unwrap();
/// let short = row_block(avx2, 8, 16, Some(10), Some(32), false);
/// assert_eq!((short.rows, short.per_pass, short.held), (2, 2, 4));
/// let long = row_block(avx2, 8, 16, Some(10), Some(128), false);
/// assert_eq!((long.rows, long.per_pass, long.tail), (8, 1, 2));
/// let streamed = row_block(avx2, 8, 16, Some(10), Some(128), true);
/// assert_eq!((streamed.rows, streamed.held), (1, 16));
/// ```
pub fn row_block(
    isa: &Isa,
    lanes: usize,
    order_lanes: usize,
    rows: Option<usize>,
    depth: Option<usize>,
    streamed: bool,
) -> RowBlock {
    let per_row = order_lanes / lanes;
    // A generic kernel's last rows may be any number: one by one.
    let tail = |most: usize| rows.map_or(1, |rows| most.min(rows % lanes).max(1));
    let chunks = depth.unwrap_or(UNKNOWN).div_ceil(order_lanes);
    let held = if depth.is_some() { chunks * per_row } else { usize::MAX };
    // Where not all of `x` finds a register, the rest is in the first-level cache.
    if streamed && held <= isa.registers {
        return RowBlock { rows: 1, tail: 1, per_pass: per_row, unroll: chunks, held };
    }
    // A quarter of the registers hold accumulators. Finished rows wait for the others of
    // their vector: all of eight; of sixteen, the first have been added up by then.
    let few = (isa.registers / 4 / per_row).clamp(1, lanes);
    let room = isa.registers - few * per_row - lanes.min(8);
    if held <= room {
        return RowBlock { rows: few, tail: tail(few), per_pass: per_row, unroll: chunks, held };
    }
    // Eight accumulators hide the latency of a multiply-add; half of the registers are
    // left for `x`, the matrix and finished partial results.
    let per_pass = (8 / lanes).clamp(1, per_row);
    let most = lanes.min(isa.registers / 2 / per_pass);
    // More than two chunks per turn gain nothing.
    RowBlock { rows: most, tail: tail(most), per_pass, unroll: 2, held: 0 }
}

/// The most columns of a strip of a vector-matrix product that is read in the order of
/// memory: its sums, 64 bytes per column, take half of a first-level cache of 32 KiB.
pub const STRIP: usize = 256;

/// Rows per sweep of a vector-matrix product of `cols` columns over `depth` rows that is
/// read in the order of memory, one lane class after the other; `None` where
/// [`column_block`] is better.
///
/// A matrix in the first-level cache is not worth it with 32 registers, where the blocks
/// are wide enough. With 16 they load one element of the vector for two multiply-adds, and
/// the sweeps one or two sums for eight. Columns of one vector are all read at once by
/// blocks of all lane classes, and with less than two chunks of rows there is no sweep.
///
/// More rows per sweep move fewer sums, but sixteen were 1.5 to 1.9 times as slow as eight at
/// 256 by 256 on Zen 5. Rows that fill no sweep are added one by one, so the best depth is the one with
/// the least sweeps.
///
/// ```
/// use kernels_plan::{isa, register_block::sweep_rows};
///
/// let (avx2, avx512) = (isa::find("avx2").unwrap(), isa::find("avx512").unwrap());
/// assert_eq!(sweep_rows(avx512, 16, 16, Some(256), Some(256), true), Some(8));
/// assert_eq!(sweep_rows(avx512, 16, 16, Some(64), Some(64), false), None);
/// assert_eq!(sweep_rows(avx2, 8, 16, Some(64), Some(64), false), Some(4));
/// ```
pub fn sweep_rows(
    isa: &Isa,
    lanes: usize,
    order_lanes: usize,
    cols: Option<usize>,
    depth: Option<usize>,
    streamed: bool,
) -> Option<usize> {
    let chunks = depth? / order_lanes;
    let worth = (streamed || isa.registers <= 16) && cols? > lanes && chunks >= 2;
    worth.then(|| (1..=chunks.min(8)).rev().min_by_key(|rows| chunks / rows + chunks % rows))?
}

/// The block of a vector-matrix product: lane classes of the reduction order per pass, a
/// power of two, and vectors of columns. A pass loads `nv` vectors and one element for
/// `nv` multiply-adds per class, so wide blocks are best; eight accumulators hide the
/// latency, and with 32 registers sixteen halve the passes over the vector.
///
/// ```
/// use kernels_plan::{isa, register_block::column_block};
///
/// assert_eq!(column_block(isa::find("avx2").unwrap(), 8, 16, Some(100)), (4, 2));
/// ```
pub fn column_block(isa: &Isa, lanes: usize, order_lanes: usize, cols: Option<usize>) -> (usize, usize) {
    let (accumulators, widest) = if isa.registers > 16 { (16, 4) } else { (8, 2) };
    let nv = cols.unwrap_or(UNKNOWN).div_ceil(lanes).clamp(1, widest);
    let classes = (accumulators / nv).min(order_lanes);
    (1 << classes.ilog2(), nv)
}
