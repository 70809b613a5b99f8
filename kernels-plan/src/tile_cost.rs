//! What a tile of a matrix product costs, by a model of a core that starts two fused multiply-adds
//! and two vector loads per cycle, and a store, and finishes a multiply-add after four: true within
//! a few percent from Haswell and Zen 2 to Sapphire Rapids and Zen 5.

use crate::isa::Isa;
use crate::matrix_block::{Problem, Tile, even, takes_mask};
use crate::row_block::UNKNOWN;

/// Cycles until a tile's multiply-adds, each of which waits for the one before along the
/// depth, may follow on. Finished after four, but no scheduler finds the perfect order:
/// eight chains reach 92 % of the peak on Zen 5, ten reach 97 %.
pub(crate) const LATENCY: f64 = 4.4;

/// Instructions that the processor looks ahead, at least: it begins the next tile while the
/// last chains of this one wait. (224 on Skylake-X, 256 on Zen 3, 512 on Golden Cove.)
pub(crate) const WINDOW: f64 = 200.0;

/// What a load costs even where it finds a port of its own: of two tiles that keep the
/// multipliers as busy, the one with fewer loads is faster, by a percent on Zen 5, and by more
/// in the model of Skylake-X that `cargo bench --bench mca` asks.
const LOAD: f64 = 0.02;

/// Cycles of a tile besides its multiply-adds that the tiles beside it do not hide.
pub(crate) const TILE_OVERHEAD: f64 = 3.0;

/// Steps along the depth up to which a product is shallow: what counts is how its tiles follow each
/// other. (The figures for that are measurements on Zen 5.)
const SHALLOW: usize = 6;

/// Vectors of a tile that are stored while the next one begins, and what each further one costs
/// a shallow product.
const STORED_BESIDE: usize = 16;
const STORED_AFTER: f64 = 0.5;

/// What a row of such a tile costs besides: stores that follow each other in memory are faster.
const STORED_ROW: f64 = 0.05;

/// Vectors of a flat tile at most: see [`is_flat`].
const FLAT_VECTORS: usize = 8;

/// Multiply-adds of a tile up to which the runtime's `tile::gemm` unrolls its loop along the depth: the
/// number of that name there.
const UNROLLED: usize = 32;

/// Rows of a product of flat tiles at least, and twice its depth: for fewer it doesn't pay to hold the
/// right operand.
const FLAT_ROWS: usize = 5;

/// Cycles of a flat tile besides its multiply-adds, and for each of its rows.
const FLAT_OVERHEAD: f64 = 0.6;
const FLAT_ROW_OVERHEAD: f64 = 0.1;

/// The model's estimate for all rows of one run of columns, as wide as the tile.
///
/// ```
/// use kernels_plan::{graph::Elem, isa, matrix_block::{Problem, Tile}, tile_cost::cycles};
///
/// let avx2 = isa::find("avx2").unwrap();
/// let cube = Problem::cube(Elem::F32, 64);
/// let (wide, thin) = (Tile { mr: 6, nv: 2 }, Tile { mr: 1, nv: 2 });
/// assert!(cycles(avx2, wide, &cube) < cycles(avx2, thin, &cube));
/// ```
pub fn cycles(isa: &Isa, tile: Tile, problem: &Problem) -> f64 {
    let (rows, depth) = (problem.rows.unwrap_or(UNKNOWN), problem.depth.unwrap_or(UNKNOWN));
    let one = |mr: usize| {
        let tile = Tile { mr, ..tile };
        let is_flat = is_flat(tile, problem, isa);
        if is_flat { flat_cycles(tile, depth) } else { tile_cycles(tile, depth) }
    };
    even(rows, tile.mr).iter().map(|rows| rows.count as f64 * one(rows.size)).sum()
}

/// Whether a tile is one row, or all columns are one vector, and the rows of the right operand stay in
/// registers from tile to tile: the compiler loads them before the loop over tiles, where the one
/// along the depth is unrolled. (A single step has nothing to hold, and of a packed panel the compiler
/// holds more than there are registers.)
fn is_flat(tile: Tile, problem: &Problem, isa: &Isa) -> bool {
    let &Problem { rows: Some(rows), cols: Some(cols), depth: Some(depth), elem, .. } = problem else {
        return false;
    };
    let vectors = tile.mr * tile.nv;
    let lanes = isa.lanes(elem);
    let is_row = tile.mr == 1 && tile.nv >= 3 && !takes_mask(isa, cols, tile.nv * lanes);
    let has_shape = is_row || cols <= lanes;
    let fits = tile.nv * depth + tile.registers() <= isa.registers;
    let is_unrolled = (2..=SHALLOW).contains(&depth) && vectors * depth <= UNROLLED;
    let is_long = rows >= FLAT_ROWS.max(2 * depth);
    has_shape && fits && is_unrolled && is_long && vectors <= FLAT_VECTORS && !problem.b_transposed
}

/// Of a flat tile, which loads elements of the left operand only: it waits for its multiply-adds, for
/// its stores, one in a cycle, or for its instructions, of which those of several tiles overlap.
fn flat_cycles(tile: Tile, depth: usize) -> f64 {
    let [mr, vectors, depth] = [tile.mr, tile.mr * tile.nv, depth].map(|n| n as f64);
    let instructions = (vectors + mr) * depth + vectors;
    let throughput = ((vectors / 2.0).max(mr / 2.0) + LOAD * mr) * depth;
    let latency = LATENCY * depth * instructions / WINDOW;
    throughput.max(latency).max(vectors) + FLAT_OVERHEAD + FLAT_ROW_OVERHEAD * mr
}

/// Of any other.
fn tile_cycles(tile: Tile, steps: usize) -> f64 {
    let [vectors, loads, depth] = [tile.mr * tile.nv, tile.mr + tile.nv, steps].map(|n| n as f64);
    // Two of each start in a cycle.
    let throughput = ((vectors / 2.0).max(loads / 2.0) + LOAD * loads) * depth;
    let ahead = (WINDOW / (vectors + loads)).min(depth / 2.0);
    let after = STORED_AFTER * (vectors - STORED_BESIDE as f64).max(0.0) + STORED_ROW * tile.mr as f64;
    let after = if steps <= SHALLOW { after } else { 0.0 };
    throughput.max(LATENCY * (depth - ahead)).max(vectors) + TILE_OVERHEAD + after
}
