//! Plans as people read them.

use crate::cache_block::{CacheBlock, Operands};
use crate::column_block::ColumnBlock;
use crate::graph::Op;
use crate::isa::Isa;
use crate::last_columns::LastColumns;
use crate::matrix_block::{Tiles, even};
use crate::narrow::SideBySide;
use crate::one_column::OneColumn;
use crate::plan::{Block, Plan};
use crate::quad_block::QuadBlock;
use crate::row_block::RowBlock;
use crate::step::Step;
use crate::style::{Style, Tails, Unroll};

impl Plan<'_> {
    /// The steps with their blocks, as `rows in order; 8 rows at once, 2 chunks a turn; softmax`.
    ///
    /// Exact: plans of one kernel at one level have the same text if their code is the same, and
    /// only then. [`Plan::find`] is the way back.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(64), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), y));
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx512").unwrap());
    /// assert_eq!(plan.describe(), "8 rows at once, the vector held");
    /// ```
    pub fn describe(&self) -> String {
        let steps = self.fused.steps.iter().zip(&self.blocks);
        let mut text: Vec<String> =
            steps.filter_map(|(step, block)| self.describe_step(step, *block)).collect();
        if text.is_empty() {
            text.push("scalar".into());
        }
        text.extend(self.style.describe(self.isa).into_iter().map(String::from));
        text.join(SEPARATOR)
    }

    /// The text of a step, if it has any.
    pub(crate) fn describe_step(&self, step: &Step, block: Block) -> Option<String> {
        Some(match (step, block) {
            (_, Block::Rows(block)) => self.describe_rows(block),
            (_, Block::ShortRows) => "columns of short rows".into(),
            (_, Block::Columns(ColumnBlock { chains, nv, rows })) => {
                let chains = count(chains, "chain");
                format!("{chains} of {}, {} a turn", count(nv, "vector"), count(rows, "row"))
            }
            (_, Block::Strips { chains, nv, held }) => {
                format!("{} of {}, in order, {held} held", count(chains, "chain"), count(nv, "vector"))
            }
            (_, Block::Joined { chains, vectors }) => {
                format!("{} joined to {}", count(chains, "row"), count(vectors, "vector"))
            }
            (Step::Product { id, .. }, Block::Matrix { tiles, operands }) => {
                let cols = self.graph.shape(*id).dims()[1].value();
                self.describe_tiles(tiles, operands, cols)
            }
            (_, Block::EndToEnd) => "rows across vectors".into(),
            (_, Block::OneColumn(OneColumn { vectors, .. })) => {
                format!("one column of {}", count(vectors, "vector"))
            }
            (_, Block::SideBySide { rows: SideBySide { part, vectors }, operands }) => {
                let packed = if operands == Operands::InPlace { "" } else { COLUMNS_PACKED };
                format!("{} of {}{packed}", count(vectors, "vector"), count(self.lanes() / part, "row"))
            }
            (_, Block::ByteRows(group)) => format!("{} of bytes at once", count(group, "row")),
            (_, Block::Quads(QuadBlock { mr, nv, chains, packed })) => {
                let (rows, cols) = (count(mr, "row"), count(nv * self.lanes(), "column"));
                let chains = if chains > 1 { format!(" in {chains} chains") } else { String::new() };
                format!("quads of {rows} by {cols}{chains}{}", if packed { ", packed before" } else { "" })
            }
            (Step::Map { .. }, _) => "elementwise".into(),
            (Step::Reduce { .. }, _) => "reduction".into(),
            (Step::ReduceAxis { id, .. }, _) => match self.graph.op(*id) {
                Op::ReduceRows(..) => "rows reduced".into(),
                _ => "columns reduced".into(),
            },
            (Step::Transpose { .. }, _) => "transposition".into(),
            (Step::Softmax { .. }, _) => "softmax".into(),
            (Step::Call(_), _) => "call".into(),
            (Step::Scalar(_) | Step::Copy { .. } | Step::Product { .. }, _) => return None,
        })
    }

    fn describe_rows(&self, block: RowBlock) -> String {
        let RowBlock { rows, per_pass, unroll, held, .. } = block;
        let all = self.registers_per_chain();
        let pass =
            if per_pass < all { format!(", {per_pass} of {all} registers a pass") } else { String::new() };
        match (rows, held) {
            (1, 1..) => format!("rows in order{pass}"),
            (_, 1..) => format!("{} at once{pass}, the vector held", count(rows, "row")),
            (_, 0) => format!("{} at once{pass}, {} a turn", count(rows, "row"), count(unroll, "chunk")),
        }
    }

    fn describe_tiles(&self, tiles: Tiles, operands: Operands, cols: Option<usize>) -> String {
        let Tiles { wide, narrow_rows, .. } = tiles;
        let last = match tiles.last_in(operands) {
            Some(LastColumns::SideBySide(_)) => ", the last columns side by side",
            Some(LastColumns::One(_)) => ", the last column by itself",
            None => "",
        };
        let vectors = |cols: usize| tiles.run_columns(operands, cols, self.lanes()).div_ceil(self.lanes());
        let tile =
            format!("tile of {} by {}", count(wide.mr, "row"), count(wide.nv * self.lanes(), "column"));
        // Packed products have tiles of one height.
        let narrow = match cols {
            _ if matches!(operands, Operands::Packed(_)) => false,
            Some(cols) => even(vectors(cols), wide.nv)[1].count > 0,
            None => wide.nv > 1,
        };
        let narrow = if narrow { format!(" ({narrow_rows} in the narrow run)") } else { String::new() };
        match operands {
            Operands::InPlace => format!("{tile}{narrow}{last}"),
            Operands::PackedColumns => format!("{tile}{narrow}{last}{COLUMNS_PACKED}"),
            Operands::Packed(CacheBlock { rows, cols, depth, sums_aside, .. }) => {
                let all = if sums_aside { "" } else { ", or all on one thread" };
                format!("{tile}, packed blocks of {depth} by {cols} for {}{all}", count(rows, "row"))
            }
        }
    }
}

/// Where the columns of the right operand are packed.
const COLUMNS_PACKED: &str = ", columns packed";

/// Between the steps of a plan's text.
pub(crate) const SEPARATOR: &str = "; ";

impl Style {
    /// What differs from the model's choice.
    pub(crate) fn describe(self, isa: &Isa) -> Vec<&'static str> {
        let tails = (self.tails != Style::of(isa).tails).then_some(match self.tails {
            Tails::Overlap => "overlapping tails",
            Tails::Masked => "masked tails",
        });
        let unroll = (self.unroll == Unroll::Rolled).then_some("rolled");
        tails.into_iter().chain(unroll).collect()
    }
}

/// `1 row`, `2 rows`.
fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}
