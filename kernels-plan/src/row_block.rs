//! Register blocks of the products with a vector by rows: how many are in flight at once.

use crate::isa::Isa;

/// An unknown extent is planned as this one: large enough that tails don't decide.
pub(crate) const UNKNOWN: usize = 96;

/// Accumulators that hide the latency of a multiply-add.
const CHAINS: usize = 8;

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
    /// use kernels_plan::row_block::RowBlock;
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
/// the processor sees coming: on Zen 5 that takes a tenth less than the blocks above. Rows for
/// which `x` finds no registers are read a few at a time, several cache lines of each in a turn,
/// and in one pass: that takes a tenth to a half less than many rows.
///
/// ```
/// use kernels_plan::{isa, row_block::row_block};
///
/// let avx2 = isa::find("avx2").unwrap();
/// let short = row_block(avx2, 8, 16, Some(10), Some(32), false);
/// assert_eq!((short.rows, short.per_pass, short.held), (2, 2, 4));
/// let long = row_block(avx2, 8, 16, Some(10), Some(128), false);
/// assert_eq!((long.rows, long.per_pass, long.tail), (8, 1, 2));
/// let streamed = row_block(avx2, 8, 16, Some(10), Some(128), true);
/// assert_eq!((streamed.rows, streamed.held), (1, 16));
/// let streamed = row_block(avx2, 8, 16, Some(10), Some(600), true);
/// assert_eq!((streamed.rows, streamed.per_pass, streamed.unroll), (4, 2, 4));
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
    if streamed {
        let rows = (CHAINS / per_row).clamp(1, lanes);
        let unroll = if depth.is_some_and(|depth| (depth / order_lanes).is_multiple_of(8)) { 8 } else { 4 };
        return RowBlock { rows, tail: tail(rows), per_pass: per_row, unroll, held: 0 };
    }
    // A quarter of the registers hold accumulators. Finished rows wait for the others of
    // their vector: all of eight; of sixteen, the first have been added up by then.
    let few = (isa.registers / 4 / per_row).clamp(1, lanes);
    let room = isa.registers - few * per_row - lanes.min(8);
    if held <= room {
        return RowBlock { rows: few, tail: tail(few), per_pass: per_row, unroll: chunks, held };
    }
    // Half of the registers are left for `x`, the matrix and finished partial results.
    let per_pass = (CHAINS / lanes).clamp(1, per_row);
    let most = lanes.min(isa.registers / 2 / per_pass);
    // More than two chunks per turn gain nothing.
    RowBlock { rows: most, tail: tail(most), per_pass, unroll: 2, held: 0 }
}

/// Whether the rows of a matrix without gaps are so short that the vectors which `lanes` of them fill
/// are read, and each column is taken from those: for a dot of a row by itself most of a vector is
/// empty, and to add up the lanes of as many takes three instructions for each. A column takes one
/// for each further vector.
///
/// On Zen 5, 11 to 100 rows of 1 to 4 elements take 0.1 to 0.7 of the time of such dots, of `f32` and
/// `f64`, at AVX2 and AVX-512, and of 5 `f32` at AVX-512 0.5 to 0.7. More gain nothing.
///
/// ```
/// use kernels_plan::{isa, row_block::has_short_rows};
///
/// let avx2 = isa::find("avx2").unwrap();
/// assert!(has_short_rows(avx2, 8, Some(4), Some(4)) && !has_short_rows(avx2, 8, Some(4), Some(5)));
/// ```
pub fn has_short_rows(isa: &Isa, lanes: usize, rows: Option<usize>, depth: Option<usize>) -> bool {
    // Without instructions of its own the portable level moves an element at a time.
    let moves = !isa.features.is_empty();
    let most = if lanes == 16 { 5 } else { 4 };
    moves && rows.is_none_or(|rows| rows > 1) && depth.is_some_and(|depth| (1..=most).contains(&depth))
}

/// The block of [`row_block`] for a matrix that is stored in half the bits and widened as it is
/// loaded, which takes an instruction for each vector of it. So what decides is the number of
/// instructions, and not the order in which half as much memory is read: all rows of a vector
/// of outputs are in flight, and added up once, by code without a loop over groups of them.
///
/// On Zen 5 the network of the example `digits` (34 KB of `bf16`) took 0.7 of the time of rows
/// in the order of memory at AVX-512, and 0.85 of it at AVX2.
///
/// ```
/// use kernels_plan::{isa, row_block::widened_rows};
///
/// let (avx2, avx512) = (isa::find("avx2").unwrap(), isa::find("avx512").unwrap());
/// let held = widened_rows(avx512, 16, 16, Some(128), Some(64));
/// assert_eq!((held.rows, held.per_pass, held.held), (16, 1, 4));
/// let loaded = widened_rows(avx2, 8, 16, Some(10), Some(64));
/// assert_eq!((loaded.rows, loaded.tail, loaded.held), (8, 2, 0));
/// ```
pub fn widened_rows(
    isa: &Isa,
    lanes: usize,
    order_lanes: usize,
    rows: Option<usize>,
    depth: Option<usize>,
) -> RowBlock {
    let most = lanes.min(isa.registers / 2);
    let tail = rows.map_or(1, |rows| most.min(rows % lanes).max(1));
    let chunks = depth.unwrap_or(UNKNOWN).div_ceil(order_lanes);
    // A quarter of the registers is what accumulators and the matrix leave for `x`.
    if depth.is_some() && order_lanes == lanes && chunks <= isa.registers / 4 {
        return RowBlock { rows: most, tail, per_pass: 1, unroll: chunks, held: chunks };
    }
    // More than one chunk per turn gains nothing, and two spill.
    RowBlock { rows: most, tail, per_pass: 1, unroll: 1, held: 0 }
}
