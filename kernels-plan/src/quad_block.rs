//! Register blocks of quantized products, whose right operand is in panels for four-way
//! dots.

use crate::isa::Isa;
use crate::row_block::UNKNOWN;

/// Rows and vectors of outputs whose sums are in registers at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuadBlock {
    /// Rows of the left operand.
    pub mr: usize,
    /// Vectors of outputs.
    pub nv: usize,
    /// Chains of additions of each output.
    pub chains: usize,
    /// Whether the panels of a block of columns are packed before, for all of its tiles.
    /// Otherwise each tile packs what it reads, a part of the depth at a time.
    pub packed: bool,
}

/// Outputs of a panel: a vector of the widest level. The layout is the same on all of them.
pub const PANEL: usize = 16;

/// The most bytes of packed panels: they are on the stack ([`crate::step::STACK_BUDGET`]).
const MOST_PANELS: usize = 256 << 10;

/// The block for `rows` rows of results with `cols` columns, from `depth` products each.
///
/// A dot is one instruction with VNNI, of four cycles, and two begin in each: eight in flight
/// hide that. Elsewhere it is several, and four are enough. With one row the weights are read
/// once, whatever the block; with more, each step loads `nv` vectors of panels and a quad of
/// each row for `mr * nv` dots, and what a level without VNNI does to the weights first is
/// shared by the rows. The blocks were the fastest of those that keep their sums in registers
/// (Zen 5, all levels): more rows are computed twice at a batch of 32.
///
/// Panels are packed before where several tiles read them and their size is known and small
/// enough for the stack.
///
/// ```
/// use kernels_plan::{isa, quad_block::{QuadBlock, quad_block}};
///
/// let (avx2, vnni) = (isa::find("avx2").unwrap(), isa::find("avx512vnni").unwrap());
/// let batch = quad_block(vnni, Some(32), Some(64), Some(64));
/// assert_eq!(batch, QuadBlock { mr: 8, nv: 2, chains: 1, packed: true });
/// let row = quad_block(vnni, Some(1), Some(64), Some(64));
/// assert_eq!(row, QuadBlock { mr: 1, nv: 4, chains: 2, packed: false });
/// assert_eq!(quad_block(avx2, Some(1), Some(64), Some(64)).chains, 1);
/// assert!(!quad_block(vnni, Some(32), Some(64), Some(1 << 20)).packed);
/// ```
pub fn quad_block(isa: &Isa, rows: Option<usize>, cols: Option<usize>, depth: Option<usize>) -> QuadBlock {
    let vectors = cols.unwrap_or(UNKNOWN).div_ceil(isa.f32_lanes).max(1);
    let vnni = !isa.is_base();
    let (mr, nv) = match rows {
        Some(1) if vnni || isa.registers > 16 => (1, 8),
        Some(1) => (1, 4),
        _ if isa.registers > 16 => (8, 2),
        _ => (4, 2),
    };
    let (mr, nv) = (rows.map_or(mr, |rows| mr.min(rows)).max(1), nv.min(vectors));
    let in_flight: usize = if vnni { 8 } else { 4 };
    let several_tiles = rows.is_none_or(|rows| rows > mr);
    let packed = several_tiles && panels_fit(isa, nv, depth);
    QuadBlock { mr, nv, chains: in_flight.div_ceil((mr * nv).next_power_of_two()), packed }
}

/// Whether there is room for the panels of a block of columns.
pub(crate) fn panels_fit(isa: &Isa, nv: usize, depth: Option<usize>) -> bool {
    let bytes = |depth: usize| depth.next_multiple_of(4) * (nv * isa.f32_lanes).next_multiple_of(PANEL);
    depth.is_some_and(|depth| bytes(depth) <= MOST_PANELS)
}
