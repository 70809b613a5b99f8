//! Products of matrices whose result is one column: its rows are the lanes of vectors.

use crate::graph::Id;
use crate::isa::Isa;
use crate::matrix_block::{Problem, even};
use crate::plan::{Block, Plan};
use crate::row_block::has_short_rows;
use crate::step::{Operand, Store};
use crate::tile_cost::{LATENCY, WINDOW};

/// Bytes of the parts of a vector whose columns are brought together: of the last ones at least.
pub const PART: usize = 16;

/// Rows from which on parts of the other width are faster: twice as wide ones of `f32`, in vectors of more
/// than two of these, and narrow ones of `f64`, in vectors of two.
const WIDE: usize = 8;

/// Depth from which on a vector that goes along it alone is too late: until there the processor begins with
/// it while the vectors before are not done.
const DEEP: usize = 40;

/// Shuffles and multiply-adds of such a column that start in a cycle: by measurement on a Xeon, for 2 to 33 rows
/// and a depth of 4 to 64.
const STARTED: f64 = 2.0;

/// How the only column of a product is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OneColumn {
    /// Columns of the left operand that are brought together at a time.
    pub part: usize,
    /// Vectors of rows that are kept in registers.
    pub vectors: usize,
}

impl OneColumn {
    /// Registers in use at once: sums, columns, and elements of the right operand in all lanes.
    pub(crate) fn registers(self) -> usize {
        self.vectors + 2 * self.part + 1
    }

    /// The model's estimate for all rows of a product, beside tiles that leave the ports of shuffles free. A
    /// column of the left operand takes a shuffle for each step of the transposition of its part, where it is
    /// not transposed, and a multiply-add.
    pub(crate) fn cycles(self, lanes: usize, problem: &Problem) -> f64 {
        let (rows, depth) = (problem.rows.unwrap_or(1), problem.depth.unwrap_or(1) as f64);
        let shuffles = if problem.a_transposed { 0.0 } else { f64::from(self.part.ilog2()) };
        let one = |vectors: usize| {
            let each = vectors as f64 * (1.0 + shuffles) / STARTED;
            let ahead = (WINDOW / (2.0 * each)).min(depth / 2.0);
            (each * depth).max(LATENCY * (depth - ahead))
        };
        let runs = even(rows.div_ceil(lanes), self.vectors);
        runs.iter().map(|run| run.count as f64 * one(run.size)).sum()
    }
}

/// The vectors of rows of a product with one column that are kept in registers, for a product whose result
/// lies in memory without gaps: where its extents are known.
///
/// Each element of the result is accumulated in ascending order, as in every product of matrices, and so in
/// a lane of its own. The columns of the left operand are brought together by shuffles; what is cheapest was
/// measured on Zen 5, for 2 to 64 rows and a depth of 2 to 64. Before, such products took twice as long.
///
/// ```
/// use kernels_plan::one_column::{OneColumn, one_column};
/// use kernels_plan::{graph::Elem, isa, matrix_block::Problem};
///
/// let avx2 = isa::find("avx2").unwrap();
/// let tall = Problem { cols: Some(1), ..Problem::cube(Elem::F32, 33) };
/// assert_eq!(one_column(avx2, &tall), Some(OneColumn { part: 4, vectors: 3 }));
/// assert_eq!(one_column(avx2, &Problem::cube(Elem::F32, 33)), None);
/// ```
pub fn one_column(isa: &Isa, problem: &Problem) -> Option<OneColumn> {
    let &Problem { elem, rows: Some(rows), cols: Some(1), depth: Some(depth), .. } = problem else {
        return None;
    };
    let (lanes, narrow) = (isa.lanes(elem), PART / elem.size());
    let vectors = rows.div_ceil(lanes);
    // A column that lies as it is needed takes one load, in which few rows leave most lanes idle.
    let is_full = !problem.a_transposed || 4 * rows >= lanes;
    if lanes < 2 * narrow || rows < 2 || depth < 2 || !is_full {
        return None;
    }
    let is_even = vectors == 1 || vectors.is_multiple_of(2);
    let is_wide = match narrow {
        // Two rows of `f64` to a load are few; but where four are a whole vector they take two shuffles
        // for a column, that cross its halves, in place of one: 64 rows and steps took 1.5 times as long on
        // Intel's processors, which have one port for these. (Zen 5 does it in 0.8 of the time.)
        2 => lanes > 2 * narrow || rows < WIDE,
        _ => lanes > 2 * narrow && rows >= WIDE && depth > narrow && (is_even || depth <= DEEP),
    };
    let part = if is_wide { 2 * narrow } else { narrow };
    let most = match part {
        // Columns and what comes between take most registers.
        8 => 2,
        // Of 16 registers, too. (Whole vectors of columns are operands in memory.)
        _ if isa.registers <= 16 && part < lanes => 4,
        // As many chains as hide the latency of the multiply-adds, beside the shuffles.
        _ => 5,
    };
    Some(OneColumn { part, vectors: even(vectors, most)[0].size })
}

/// Depth up to which columns are taken from whole rows that lie one after the other.
const SHORT: usize = 4;

impl Plan<'_> {
    /// The block of a product with one column: all that it and its epilogue read is of one type, and but for
    /// the operands it lies without gaps, as does the result.
    pub(crate) fn one_column(
        &self,
        problem: &Problem,
        [a, b]: [Operand; 2],
        inlined: &[Id],
        store: &Store,
    ) -> Option<Block> {
        let of_type = [a, b].iter().all(|operand| self.graph.elem_of(operand.tensor) == self.graph.elem);
        if problem.cols != Some(1) || !of_type || store.to.is_view(self.graph) || !self.is_uniform(inlined) {
            return None;
        }
        let is_short = problem.depth.is_some_and(|depth| depth <= SHORT)
            && has_short_rows(self.isa, self.lanes(), problem.rows, problem.depth);
        let lies_apart = a.transposed || self.has_gaps(a.tensor);
        if is_short && !lies_apart {
            return Some(Block::ShortRows);
        }
        one_column(self.isa, problem).map(Block::OneColumn)
    }
}
