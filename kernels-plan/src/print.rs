//! Plans as people read them.

use crate::cache_block::Operands;
use crate::graph::Op;
use crate::matrix_block::Tiles;
use crate::plan::{Block, Plan};
use crate::quad_block::QuadBlock;
use crate::register_block::RowBlock;
use crate::step::Step;

/// Bytes of an average vector instruction with a memory operand.
const INSTRUCTION: usize = 8;

impl Plan<'_> {
    /// The steps with their blocks, as `8 rows at once; 8 rows at once; softmax`.
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
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// assert_eq!(plan.describe(), "8 rows at once");
    /// ```
    pub fn describe(&self) -> String {
        let steps = self.fused.steps.iter().zip(&self.blocks);
        let text: Vec<String> = steps.filter_map(|(step, block)| self.describe_step(step, *block)).collect();
        if text.is_empty() { "scalar".into() } else { text.join("; ") }
    }

    fn describe_step(&self, step: &Step, block: Block) -> Option<String> {
        Some(match (step, block) {
            (_, Block::Rows(RowBlock { rows: 1, held: 1.., .. })) => "rows in order".into(),
            (_, Block::Rows(block)) => format!("{} rows at once", block.rows),
            (_, Block::Columns(block)) => format!("{} chains of {} vectors", block.chains, block.nv),
            (_, Block::Strips { chains, nv, .. }) => format!("{chains} chains of {nv} vectors, in order"),
            (_, Block::Matrix { tiles: Tiles { wide: tile, .. }, operands }) => {
                let tile = format!("tile of {} rows by {} columns", tile.mr, tile.nv * self.lanes());
                match operands {
                    Operands::InPlace => tile,
                    Operands::PackedColumns => format!("{tile}, columns packed"),
                    Operands::Packed(block) => {
                        format!("{tile}, packed blocks of {} by {}", block.depth, block.cols)
                    }
                }
            }
            (_, Block::SideBySide(block)) => {
                format!("{} vectors of {} rows", block.vectors, self.lanes() / block.part)
            }
            (_, Block::ByteRows(group)) => format!("{group} rows of bytes at once"),
            (_, Block::Quads(QuadBlock { mr, nv, .. })) => {
                format!("quads of {mr} rows by {} columns", nv * self.lanes())
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

    /// An estimate of the machine code's size in bytes, from the instructions in the
    /// bodies of the steps' loops; good for comparing variants.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), y));
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// assert!((100..10_000).contains(&plan.code_bytes()));
    /// ```
    pub fn code_bytes(&self) -> usize {
        let steps = self.fused.steps.iter().zip(&self.blocks);
        let instructions: usize = steps.map(|(step, block)| self.instructions(step, *block)).sum();
        (instructions + FUNCTION) * INSTRUCTION
    }

    fn instructions(&self, step: &Step, block: Block) -> usize {
        let inlined = match step {
            Step::Map { inlined, .. } | Step::Reduce { inlined, .. } | Step::Product { inlined, .. } => {
                inlined.len()
            }
            Step::ReduceAxis { operand, inlined, .. } => operand.len() + inlined.len(),
            _ => 1,
        };
        let w = self.registers_per_chain();
        let inner = match block {
            Block::Rows(block) => 2 * block.unroll * block.accumulators() * w + 4 * self.lanes(),
            // A multiply-add per vector and a shuffle per row, and the rows that are left.
            Block::Columns(block) => 2 * block.rows * (block.nv + 1),
            // A row per chain, with sums that are loaded and stored, and the rows that are left.
            Block::Strips { chains, nv, .. } => 4 * chains * nv,
            Block::Matrix { tiles: Tiles { wide: tile, .. }, .. } => {
                UNROLL * (tile.mr * tile.nv + tile.mr + tile.nv) + 2 * tile.mr * tile.nv
            }
            // A multiply-add and its shuffle, for as many steps as a part has lanes.
            Block::SideBySide(block) => block.part * (2 * block.vectors + 1) + 3 * block.vectors,
            // A load and a dot, for each row; the tree of their sums.
            Block::ByteRows(_) => 6 * self.lanes(),
            Block::Quads(QuadBlock { mr, nv, .. }) => UNROLL * (mr * nv + mr + nv) + 2 * mr * nv,
            Block::Fixed => UNROLL * w,
        };
        // The body of the main loop and of the tail.
        2 * (inner + inlined * OPERATION)
    }
}

/// Instructions around the steps of a function.
const FUNCTION: usize = 16;
/// How often the compiler repeats a short loop's body.
const UNROLL: usize = 4;
/// Instructions of an elementwise operation: one for most, twenty for `exp`.
const OPERATION: usize = 4;
