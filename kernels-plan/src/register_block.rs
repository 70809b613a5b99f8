//! Register blocks: how many rows and vectors a product keeps in registers at once.
//!
//! The choice is the cheapest of all blocks that fit, by a model of a core that starts
//! two fused multiply-adds and two loads per cycle and finishes a multiply-add after
//! four: true within a few percent from Haswell and Zen 2 to Sapphire Rapids and Zen 5.

use crate::isa::Isa;

/// The register tile of a matrix product: `mr` rows by `nv` vectors of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Rows.
    pub mr: usize,
    /// Vectors of columns.
    pub nv: usize,
}

/// The extents of a matrix product, where they are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extents {
    /// Rows of the result.
    pub rows: Option<usize>,
    /// Columns of the result.
    pub cols: Option<usize>,
    /// The summed extent.
    pub depth: Option<usize>,
}

/// An unknown extent is planned as this one: large enough that tails don't decide.
const UNKNOWN: usize = 96;

/// Cycles around a tile besides its multiply-adds: loop, addresses, first latency.
const TILE_OVERHEAD: f64 = 6.0;

/// Whether a tile leaves no register spilled: accumulators, one row of B's vectors, and
/// the broadcast element of A. With 32 registers two stay free for the epilogue.
///
/// ```
/// use kernels_plan::register_block::{Tile, fits};
/// assert!(fits(Tile { mr: 6, nv: 2 }, 16) && !fits(Tile { mr: 8, nv: 2 }, 16));
/// ```
pub fn fits(tile: Tile, registers: usize) -> bool {
    let reserve = if registers > 16 { 2 } else { 0 };
    tile.mr * tile.nv + tile.nv + 1 + reserve <= registers
}

/// The tile for a matrix product.
///
/// ```
/// use kernels_plan::{isa, register_block::{Extents, matrix_tile}};
///
/// let avx2 = isa::find("avx2").unwrap();
/// let cube = |n| Extents { rows: Some(n), cols: Some(n), depth: Some(n) };
/// let tile = matrix_tile(avx2, 8, cube(96));
/// assert!(tile.mr * tile.nv >= 10, "enough chains to hide the latency of a multiply-add");
/// ```
pub fn matrix_tile(isa: &Isa, lanes: usize, extents: Extents) -> Tile {
    let most_vectors = extents.cols.unwrap_or(UNKNOWN).div_ceil(lanes).clamp(1, 6);
    let most_rows = extents.rows.unwrap_or(UNKNOWN).clamp(1, 14);
    (1..=most_vectors)
        .flat_map(|nv| (1..=most_rows).map(move |mr| Tile { mr, nv }))
        .filter(|tile| fits(*tile, isa.registers))
        .min_by(|a, b| cycles(*a, lanes, extents).total_cmp(&cycles(*b, lanes, extents)))
        .unwrap_or(Tile { mr: 1, nv: 1 })
}

/// The model's estimate for a whole product cut into tiles, tails included.
///
/// ```
/// use kernels_plan::register_block::{Extents, Tile, cycles};
///
/// let cube = Extents { rows: Some(64), cols: Some(64), depth: Some(64) };
/// let (wide, thin) = (Tile { mr: 6, nv: 2 }, Tile { mr: 1, nv: 1 });
/// assert!(cycles(wide, 8, cube) < cycles(thin, 8, cube));
/// ```
pub fn cycles(tile: Tile, lanes: usize, extents: Extents) -> f64 {
    let rows = extents.rows.unwrap_or(UNKNOWN);
    let cols = extents.cols.unwrap_or(UNKNOWN);
    let depth = extents.depth.unwrap_or(UNKNOWN) as f64;
    let one = |mr: usize, nv: usize| {
        let (mr, nv) = (mr as f64, nv as f64);
        let multiply_adds = mr * nv / 2.0;
        let loads = (mr + nv) / 2.0;
        let latency = 4.0;
        depth * multiply_adds.max(loads).max(latency) + mr * nv + TILE_OVERHEAD
    };
    let vectors = cols.div_ceil(lanes);
    let column = |mr: usize| {
        let tail = vectors % tile.nv;
        (vectors / tile.nv) as f64 * one(mr, tile.nv) + if tail > 0 { one(mr, tail) } else { 0.0 }
    };
    let tail = rows % tile.mr;
    (rows / tile.mr) as f64 * column(tile.mr) + if tail > 0 { column(tail) } else { 0.0 }
}

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
