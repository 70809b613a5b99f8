//! What a plan takes: registers and bytes of code.

use crate::matrix_block::{SideBySide, Tiles};
use crate::plan::{Block, Plan};
use crate::quad_block::QuadBlock;
use crate::step::Step;
use crate::style::Unroll;

/// Bytes of an average vector instruction with a memory operand.
const INSTRUCTION: usize = 8;

impl Plan<'_> {
    /// Vector registers that the hungriest step keeps live.
    pub fn registers(&self) -> usize {
        let live = self.blocks.iter().map(|block| self.live(block));
        live.max().unwrap_or(0).min(self.isa.registers)
    }

    /// Vector registers that a block keeps live.
    pub(crate) fn live(&self, block: &Block) -> usize {
        match *block {
            Block::Fixed => 4 * self.registers_per_chain(),
            Block::Rows(block) => block.accumulators() + block.unroll * self.registers_per_chain() + 2,
            // The vector's elements, apart or together, and a vector of the matrix.
            Block::Columns(block) => block.accumulators() + 3,
            Block::Strips { chains, held, .. } => chains * held + 3,
            Block::Matrix { tiles: Tiles { wide, .. }, .. } => wide.mr * wide.nv + wide.nv + 1,
            Block::SideBySide(SideBySide { vectors, .. }) => 2 * vectors + 2,
            // A vector of sums for each row, of which a few are in flight.
            Block::ByteRows(group) => self.lanes() + group,
            Block::Quads(QuadBlock { mr, nv, chains, .. }) => mr * nv * chains + nv + 1,
        }
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
        let unroll = if self.style.unroll == Unroll::Full { UNROLL } else { 1 };
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
            Block::Fixed => unroll * w,
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
