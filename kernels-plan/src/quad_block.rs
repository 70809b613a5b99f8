//! Register blocks of quantized products, whose right operand is in panels for four-way
//! dots.

use crate::isa::Isa;
use crate::register_block::UNKNOWN;

/// Rows and vectors of outputs whose sums are in registers at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuadBlock {
    /// Rows of the left operand.
    pub mr: usize,
    /// Vectors of outputs.
    pub nv: usize,
    /// Chains of additions of each output.
    pub chains: usize,
}

/// Outputs of a panel: a vector of the widest level.
pub const PANEL: usize = 16;

/// The block for `rows` rows of results with `cols` columns.
///
/// A dot is one instruction with VNNI, of four cycles, and two begin in each: eight in flight
/// hide that. Elsewhere it is several, and four are enough. With one row the weights are read
/// once, whatever the block; with more, each step loads `nv` vectors of panels and a quad of
/// each row for `mr * nv` dots, and what a level without VNNI does to the weights first is
/// shared by the rows. The blocks were the fastest of those that keep their sums in registers
/// (Zen 5, all levels): more rows are computed twice at a batch of 32.
///
/// ```
/// use kernels_plan::{isa, quad_block::{QuadBlock, quad_block}};
///
/// let (avx2, vnni) = (isa::find("avx2").unwrap(), isa::find("avx512vnni").unwrap());
/// assert_eq!(quad_block(vnni, Some(32), Some(64)), QuadBlock { mr: 8, nv: 2, chains: 1 });
/// assert_eq!(quad_block(vnni, Some(1), Some(64)), QuadBlock { mr: 1, nv: 4, chains: 2 });
/// assert_eq!(quad_block(avx2, Some(1), Some(64)), QuadBlock { mr: 1, nv: 4, chains: 1 });
/// ```
pub fn quad_block(isa: &Isa, rows: Option<usize>, cols: Option<usize>) -> QuadBlock {
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
    QuadBlock { mr, nv, chains: in_flight.div_ceil((mr * nv).next_power_of_two()) }
}
