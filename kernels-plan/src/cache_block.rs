//! The blocks of a matrix product's operands that are kept in the caches.

use crate::matrix_block::{Problem, Tile, even};

/// How the operands of a matrix product are brought to its tiles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operands {
    /// Both are read where they lie.
    InPlace,
    /// The columns of a tile are copied together first, all of the depth, for all rows.
    PackedColumns,
    /// They are copied together, block by block.
    Packed(CacheBlock),
}

/// The blocks of a product whose operands outgrow the caches.
///
/// A block of the right operand, `depth` × `cols`, is packed and stays in the second-level cache,
/// and under it pass the rows of the left one, a tile's rows × `depth` at a time. (K. Goto and
/// R. van de Geijn, Anatomy of high-performance matrix multiplication, 2008, with the roles of the
/// operands exchanged, as they are row-major.) The sums over a part of the depth wait in the
/// result.
///
/// The rows of the left operand are read where they lie: a tile takes single elements of them,
/// a cache line of each row at a time, which stays in the first-level cache meanwhile. To pack
/// them first took 2 to 4 % longer on Zen 5. Where it is transposed they are packed: a
/// line would be left for the next with each step of the depth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CacheBlock {
    /// Rows of a block, a multiple of the tile's. One thread takes all rows, unless the sums
    /// wait aside.
    pub rows: usize,
    /// Columns of a block, a multiple of the tile's.
    pub cols: usize,
    /// Depth of a block.
    pub depth: usize,
    /// How many tiles' worth of rows of the left operand are packed at once; `None` where they
    /// are read where they lie. Of a transposed operand the rows of one tile lie in a part of a
    /// cache line, and each line of them in a page of its own.
    pub left_tiles: Option<usize>,
    /// Whether the sums wait in a temporary of `rows` × `cols` instead.
    pub sums_aside: bool,
}

/// Depth of that block. The deeper, the less often sums are stored and loaded; the shallower, and its
/// rows longer, the less often the left operand comes from further away. For blocks of 512 KiB
/// a quarter to four times of it took up to 5 % longer on Zen 5 and a Xeon; for those of
/// 256 KiB half of it takes up to 8 % longer on the latter.
const DEPTH: usize = 512;
/// Depth of a block beside a transposed left operand, which is packed for each block: rows as
/// long as that leaves room for took up to 10 % less than those of 1 KiB on Zen 5.
const SHALLOW: usize = 128;
/// Rows that use a packed block where there are several threads: so many that packing costs
/// little beside them.
const ROWS: usize = 512;
/// Bytes of rows of a transposed left operand that are packed at once.
const LEFT: usize = 128 << 10;
/// Tiles of them, at most: from a few cache lines on, longer runs gain nothing.
const LEFT_TILES: usize = 8;
/// Bytes of the sums that wait aside.
const SUMS: usize = 256 << 10;
/// Bytes of a tile's columns where all of the depth is packed at once.
const COLUMNS: usize = 128 << 10;

/// Bytes of the first-level cache that hold one line of each set: 64 of 64, on all x86-64 processors.
const WAY: usize = 4 << 10;
/// Rows from which on it pays to pack columns that collide: for 32 it costs 5 to 15 % on a Xeon.
const ROWS_IN_PANEL: usize = 96;

/// How the operands are brought to the tiles.
///
/// A transposed right operand is always packed: a tile's columns lie apart, and to read them
/// where they are takes as many loads as there are lanes. So are columns whose rows throw each other
/// out of the first-level cache.
///
/// ```
/// use kernels_plan::graph::Elem;
/// use kernels_plan::cache_block::{CacheBlock, Operands, operands};
/// use kernels_plan::matrix_block::{Problem, Tile};
///
/// let of_cube = |n| operands(Tile { mr: 6, nv: 2 }, 8, &Problem::cube(Elem::F32, n));
/// assert_eq!(of_cube(120), Operands::InPlace);
/// assert_eq!(of_cube(128), Operands::PackedColumns);
/// let block = CacheBlock { rows: 510, cols: 176, depth: 512, left_tiles: None, sums_aside: false };
/// assert_eq!(of_cube(1024), Operands::Packed(block));
/// ```
pub fn operands(tile: Tile, lanes: usize, problem: &Problem) -> Operands {
    if !problem.outgrows() && !problem.b_transposed && !collide(tile, lanes, problem) {
        return Operands::InPlace;
    }
    if !problem.outgrows() && columns_fit(tile, lanes, problem) {
        return Operands::PackedColumns;
    }
    match packed_blocks(tile, lanes, problem, problem.caches.right_block()) {
        Some(block) => Operands::Packed(block),
        None => Operands::InPlace,
    }
}

/// Whether all of the depth of a tile's columns may be packed at once, on the stack: of a product
/// of known extents.
pub(crate) fn columns_fit(tile: Tile, lanes: usize, problem: &Problem) -> bool {
    let &Problem { rows: Some(_), cols: Some(_), depth: Some(depth), .. } = problem else { return false };
    depth * tile.nv * lanes * problem.elem.size() <= COLUMNS
}

/// Whether a tile's columns would stay in the first-level cache, but not where they lie: because
/// their rows are a power of two apart, say, and fall into few of the sets that it has. On a Xeon, 128³
/// takes 2 % less with packed columns at AVX-512, and 4 % less at AVX2.
fn collide(tile: Tile, lanes: usize, problem: &Problem) -> bool {
    let &Problem { rows: Some(rows), cols: Some(cols), depth: Some(depth), elem, caches, .. } = problem
    else {
        return false;
    };
    let width = tile.nv * lanes * elem.size();
    // Modulo a way, rows begin in multiples of this.
    let apart = 1 << (cols * elem.size()).trailing_zeros().min(WAY.trailing_zeros());
    let reached = WAY.min(WAY / apart * width);
    let fits = depth * width <= caches.first;
    rows >= ROWS_IN_PANEL && fits && depth * width > caches.first / WAY * reached
}

/// The blocks of a product of known extents whose right operand has blocks of `right` bytes.
pub(crate) fn packed_blocks(tile: Tile, lanes: usize, problem: &Problem, right: usize) -> Option<CacheBlock> {
    let &Problem { rows: Some(rows), cols: Some(cols), depth: Some(depth), .. } = problem else {
        return None;
    };
    let (size, width) = (problem.elem.size(), tile.nv * lanes);
    let deepest = if problem.a_transposed { SHALLOW } else { DEPTH };
    let panels = even(cols.div_ceil(width), right.div_ceil(deepest * width * size))[0].size;
    let row = panels * width * size;
    let block_depth = even(depth, right.div_ceil(row))[0].size;
    let sums_aside = !problem.holds_sums && block_depth < depth;
    let most = if sums_aside { SUMS / row } else { ROWS };
    let tile_rows = even(rows, tile.mr)[0];
    let tiles = even(tile_rows.count, most.div_ceil(tile_rows.size))[0].size;
    let (rows, cols) = (tiles * tile_rows.size, panels * width);
    let left_tiles =
        problem.a_transposed.then(|| (LEFT / (tile.mr * block_depth * size)).clamp(1, LEFT_TILES));
    Some(CacheBlock { rows, cols, depth: block_depth, left_tiles, sums_aside })
}
