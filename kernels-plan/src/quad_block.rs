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

/// Dots in flight that hide how long one takes: 4 cycles, two per cycle.
const IN_FLIGHT: usize = 8;

/// Outputs of a panel: a vector of the widest level.
pub const PANEL: usize = 16;

/// The block for `rows` rows of results with `cols` columns.
///
/// Each step loads `nv` vectors of the panels and one quad of each row for `mr * nv`
/// four-way dots, so that a block near square loads least.
///
/// ```
/// use kernels_plan::{isa, quad_block::{QuadBlock, quad_block}};
///
/// let avx512 = isa::find("avx512").unwrap();
/// assert_eq!(quad_block(avx512, Some(32), Some(64)), QuadBlock { mr: 6, nv: 4, chains: 1 });
/// assert_eq!(quad_block(avx512, Some(1), Some(64)), QuadBlock { mr: 1, nv: 4, chains: 2 });
/// ```
pub fn quad_block(isa: &Isa, rows: Option<usize>, cols: Option<usize>) -> QuadBlock {
    let lanes = isa.f32_lanes;
    let vectors = cols.unwrap_or(UNKNOWN).div_ceil(lanes).max(1);
    let (mr, nv) = match (isa.registers > 16, rows) {
        (true, Some(1)) => (1, 8),
        (true, _) => (6, 4),
        (false, Some(1)) => (1, 4),
        (false, _) => (4, 2),
    };
    let (mr, nv) = (rows.map_or(mr, |rows| mr.min(rows)).max(1), nv.min(vectors));
    QuadBlock { mr, nv, chains: IN_FLIGHT / (mr * nv).next_power_of_two().min(IN_FLIGHT) }
}
