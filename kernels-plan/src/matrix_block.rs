//! The tiles of a matrix product: blocks of the result that are kept in registers.
//!
//! The tile is the cheapest of all that fit, by the model of [`tile_cost`](crate::tile_cost).

use crate::cache_block::Operands;
use crate::caches::Caches;
use crate::graph::Elem;
use crate::isa::Isa;
use crate::last_columns::LastColumns;
use crate::row_block::UNKNOWN;
use crate::tile_cost::cycles;

/// The register tile of a matrix product: `mr` rows by `nv` vectors of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// Rows.
    pub mr: usize,
    /// Vectors of columns.
    pub nv: usize,
}

/// A matrix product. Its extents are known or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The element type.
    pub elem: Elem,
    /// Rows of the result.
    pub rows: Option<usize>,
    /// Columns of the result.
    pub cols: Option<usize>,
    /// The summed extent.
    pub depth: Option<usize>,
    /// Whether the left operand enters transposed.
    pub a_transposed: bool,
    /// Whether the right operand does.
    pub b_transposed: bool,
    /// Whether the result may hold sums over a part of the depth, because the epilogue reads
    /// nothing of what it overwrites.
    pub holds_sums: bool,
    /// The block of the last columns, where they may have one.
    pub last: Option<LastColumns>,
    /// The caches.
    pub caches: Caches,
}

impl Problem {
    /// The product of square matrices of `n` rows, each as stored, with the caches of Zen 2.
    ///
    /// ```
    /// use kernels_plan::{graph::Elem, matrix_block::Problem};
    /// assert_eq!(Problem::cube(Elem::F32, 8).depth, Some(8));
    /// ```
    pub fn cube(elem: Elem, n: usize) -> Problem {
        let (rows, cols, depth) = (Some(n), Some(n), Some(n));
        let caches = Caches { first: 32 << 10, second: 512 << 10 };
        let (a_transposed, b_transposed) = (false, false);
        Problem { elem, rows, cols, depth, a_transposed, b_transposed, holds_sums: true, last: None, caches }
    }

    /// Whether the right operand takes half of the first-level cache at most.
    fn right_is_near(&self) -> bool {
        let (Some(cols), Some(depth)) = (self.cols, self.depth) else { return false };
        cols * depth * self.elem.size() <= self.caches.first / 2
    }

    /// Whether both operands together outgrow the caches: from then on they are packed.
    pub(crate) fn outgrows(&self) -> bool {
        let (Some(rows), Some(cols), Some(depth)) = (self.rows, self.cols, self.depth) else { return false };
        (rows + cols) * depth * self.elem.size() >= self.caches.second
    }
}

/// Rows of a tile of a product that outgrows the caches: the smallest first-level cache has so
/// many places for lines that lie a multiple of 4 KiB apart, as those of neighbouring rows of the
/// left operand and of the result often do.
const WAYS: usize = 8;

/// Vectors of the widest tile. Wider ones have too few rows.
pub(crate) const WIDEST: usize = 6;

/// Vectors of the widest tile of a product of one row, as many as 16 registers have room for: along the depth
/// the multiply-adds of a tile wait for each other, and so fewer tiles are faster, by a twelfth on Zen 5.
const WIDEST_ROW: usize = 13;

/// Steps from which on this is so: where there are fewer, one tile is done while the next one begins.
const LONG_ROW: usize = 8;

/// Pieces of one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pieces {
    /// The size of each.
    pub size: usize,
    /// How many.
    pub count: usize,
}

/// Cuts `extent` into as few pieces of at most `most` as there can be, the sizes of which
/// differ by one at most: a small piece has too few chains to keep the multipliers busy.
/// The larger ones come first.
///
/// ```
/// use kernels_plan::matrix_block::{Pieces, even};
/// assert_eq!(even(16, 6), [Pieces { size: 6, count: 1 }, Pieces { size: 5, count: 2 }]);
/// assert_eq!(even(12, 6), [Pieces { size: 6, count: 2 }, Pieces { size: 5, count: 0 }]);
/// ```
pub fn even(extent: usize, most: usize) -> [Pieces; 2] {
    let count = extent.div_ceil(most).max(1);
    let size = extent.div_ceil(count);
    let smaller = size.saturating_sub(1);
    let larger = extent - count * smaller;
    [Pieces { size, count: larger }, Pieces { size: smaller, count: count - larger }]
}

impl Tile {
    /// Registers of a step along the depth: accumulators, the elements of A or the vectors of B,
    /// what is less, and one of the other.
    pub(crate) fn registers(self) -> usize {
        self.mr * self.nv + self.mr.min(self.nv) + 1
    }
}

/// Whether a tile leaves no register spilled. One stays free, which rustc's schedule needs where
/// it is the vectors that are held; with 32 registers two do, for the epilogue.
///
/// ```
/// use kernels_plan::matrix_block::{Tile, fits};
/// assert!(fits(Tile { mr: 6, nv: 2 }, 16) && !fits(Tile { mr: 4, nv: 3 }, 16));
/// assert!(fits(Tile { mr: 3, nv: 4 }, 16) && !fits(Tile { mr: 3, nv: 5 }, 16));
/// ```
pub fn fits(tile: Tile, registers: usize) -> bool {
    let reserve = match registers {
        ..=16 if tile.mr < tile.nv => 0,
        ..=16 => 1,
        _ => 2,
    };
    tile.registers() + reserve <= registers
}

/// Whether a register holds the mask of columns that fill no run of whole vectors. (With 32 there
/// are others for masks.)
pub(crate) fn takes_mask(isa: &Isa, cols: usize, width: usize) -> bool {
    isa.registers <= 16 && cols < width
}

/// The tiles of a matrix product. The vectors of columns are cut evenly into runs of two
/// widths, each of which has tiles of its own height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tiles {
    /// The tile of the wider run.
    pub wide: Tile,
    /// The rows of the tile of the other run, one vector narrower, if there is one.
    pub narrow_rows: usize,
    /// The block of the columns past the last whole vector, where they have one: then the runs are without
    /// them, if the operands are not packed for the caches.
    pub last: Option<LastColumns>,
}

impl Tiles {
    /// The rows of the tile of `nv` vectors.
    ///
    /// ```
    /// use kernels_plan::matrix_block::{Tile, Tiles};
    /// let tiles = Tiles { wide: Tile { mr: 4, nv: 2 }, narrow_rows: 7, last: None };
    /// assert_eq!((tiles.rows(2), tiles.rows(1)), (4, 7));
    /// ```
    pub fn rows(&self, nv: usize) -> usize {
        if nv == self.wide.nv { self.wide.mr } else { self.narrow_rows }
    }

    /// The block of the last columns, where the operands come in this way.
    ///
    /// ```
    /// use kernels_plan::cache_block::{CacheBlock, Operands};
    /// use kernels_plan::{last_columns::LastColumns, matrix_block::{Tile, Tiles}, narrow::SideBySide};
    /// let last = Some(LastColumns::SideBySide(SideBySide { part: 4, vectors: 2 }));
    /// let tiles = Tiles { wide: Tile { mr: 4, nv: 2 }, narrow_rows: 7, last };
    /// let blocks = CacheBlock { rows: 8, cols: 16, depth: 9, left_tiles: None, sums_aside: false };
    /// assert_eq!(tiles.last_in(Operands::InPlace), last);
    /// assert_eq!(tiles.last_in(Operands::Packed(blocks)), None);
    /// ```
    pub fn last_in(&self, operands: Operands) -> Option<LastColumns> {
        self.last.filter(|_| !matches!(operands, Operands::Packed(_)))
    }

    /// How many of `cols` columns the runs have: all, or those of whole vectors beside the block
    /// of the last ones.
    ///
    /// ```
    /// use kernels_plan::{cache_block::Operands, last_columns::LastColumns};
    /// use kernels_plan::{matrix_block::{Tile, Tiles}, narrow::SideBySide};
    /// let last = Some(LastColumns::SideBySide(SideBySide { part: 4, vectors: 2 }));
    /// let tiles = Tiles { wide: Tile { mr: 4, nv: 2 }, narrow_rows: 7, last };
    /// assert_eq!(tiles.run_columns(Operands::InPlace, 17, 8), 16);
    /// let tiles = Tiles { last: None, ..tiles };
    /// assert_eq!(tiles.run_columns(Operands::InPlace, 17, 8), 17);
    /// ```
    pub fn run_columns(&self, operands: Operands, cols: usize, lanes: usize) -> usize {
        if self.last_in(operands).is_some() { cols / lanes * lanes } else { cols }
    }
}

/// The tiles for a matrix product: the cheapest of all that fit.
///
/// ```
/// use kernels_plan::{graph::Elem, isa, matrix_block::{Problem, Tile, matrix_tiles}};
///
/// let avx2 = isa::find("avx2").unwrap();
/// assert_eq!(matrix_tiles(avx2, &Problem::cube(Elem::F32, 96)).wide, Tile { mr: 6, nv: 2 });
/// assert_eq!(matrix_tiles(avx2, &Problem::cube(Elem::F32, 8)).wide, Tile { mr: 8, nv: 1 });
/// ```
pub fn matrix_tiles(isa: &Isa, problem: &Problem) -> Tiles {
    let all = all_tiles(isa, problem).into_iter();
    let (_, tiles) = all.min_by(|a, b| a.0.total_cmp(&b.0)).expect("a tile of one vector fits every level");
    tiles
}

/// The tiles that fit, one for each height and width of the wide run, with the best height for the
/// narrow one, and the cycles of all of them by the model. Heights that cut the rows alike are one.
/// Where the last columns may be a block of their own, they are so and not.
pub(crate) fn all_tiles(isa: &Isa, problem: &Problem) -> Vec<(f64, Tiles)> {
    let (cols, lanes) = (problem.cols.unwrap_or(UNKNOWN), isa.lanes(problem.elem));
    let mut all = tiles_beside(None, cols.div_ceil(lanes), isa, problem);
    if let Some(last) = problem.last {
        let beside = tiles_beside(Some(last), cols / lanes, isa, problem);
        let apart = last.cycles(lanes, problem);
        all.extend(beside.into_iter().map(|(cycles, tiles)| (cycles + apart, tiles)));
    }
    all
}

/// The tiles for so many vectors of columns, beside the block of the last ones.
fn tiles_beside(
    last: Option<LastColumns>,
    vectors: usize,
    isa: &Isa,
    problem: &Problem,
) -> Vec<(f64, Tiles)> {
    let (cols, lanes) = (problem.cols.unwrap_or(UNKNOWN), isa.lanes(problem.elem));
    let vectors = vectors.max(1);
    let most = if problem.outgrows() { WAYS } else { isa.registers };
    let rows = problem.rows.unwrap_or(UNKNOWN).max(1);
    let is_cut = |mr: &usize| even(rows, *mr)[0].size == *mr;
    // A tile wider than it is high runs through many lines of B for few rows, which pays where
    // they are all in the first-level cache: 128³ `f32` of AVX2 on Zen 5 lost 7 %.
    let near = problem.right_is_near();
    // The heights of tiles of `nv` vectors, with the cycles of a run of them.
    let heights = |nv: usize| {
        let tiles = (1..=rows.min(most)).filter(is_cut).map(move |mr| Tile { mr, nv });
        let registers = isa.registers - usize::from(takes_mask(isa, cols, nv * lanes));
        let fitting =
            tiles.filter(move |tile| fits(*tile, registers) && (near || tile.mr >= tile.nv.min(rows)));
        fitting.map(|tile| (cycles(isa, tile, problem), tile.mr)).collect::<Vec<_>>()
    };
    let mut all = vec![];
    let is_long_row = rows == 1 && problem.depth.is_none_or(|depth| depth >= LONG_ROW);
    let widest = if is_long_row { WIDEST_ROW } else { WIDEST };
    for nv in 1..=vectors.min(widest) {
        let [wide, narrow] = even(vectors, nv);
        if wide.size != nv {
            continue;
        }
        let best = heights(narrow.size).into_iter().min_by(|a, b| a.0.total_cmp(&b.0));
        for (cost, mr) in heights(nv) {
            let (narrow_cost, narrow_rows) =
                if narrow.count > 0 { best.unwrap_or((0.0, mr)) } else { (0.0, mr) };
            let cycles = cost * wide.count as f64 + narrow_cost * narrow.count as f64;
            all.push((cycles, Tiles { wide: Tile { mr, nv }, narrow_rows, last }));
        }
    }
    all
}
