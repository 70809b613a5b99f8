//! What a plan takes: registers and bytes of code.

use crate::cache_block::Operands;
use crate::column_block::ColumnBlock;
use crate::graph::Id;
use crate::last_columns::LastColumns;
use crate::matrix_block::{Pieces, Tiles, even};
use crate::narrow::SideBySide;
use crate::one_column::OneColumn;
use crate::plan::{Block, Plan};
use crate::quad_block::QuadBlock;
use crate::row_block::RowBlock;
use crate::step::Step;
use crate::style::{SHORT, Unroll};

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
            // The vectors of the rows, columns of them, and the vector's elements.
            Block::ShortRows => 12,
            // The vector's elements, apart or together, and a vector of the matrix.
            Block::Columns(block) => block.accumulators() + 3,
            Block::Strips { chains, held, .. } => chains * held + 3,
            Block::Joined { chains, vectors } => vectors + chains + 2,
            Block::Matrix { tiles, operands } => {
                let last = tiles.last_in(operands).map_or(0, LastColumns::registers);
                tiles.wide.registers().max(last)
            }
            // The right factors are many, and those without a register are read from memory.
            Block::EndToEnd => 16,
            Block::OneColumn(block) => block.registers(),
            Block::SideBySide { rows, .. } => rows.registers(),
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
        let bytes: usize = steps.map(|(step, block)| self.step_bytes(step, *block)).sum();
        bytes + FUNCTION * INSTRUCTION
    }

    /// The part of a step with this block.
    pub(crate) fn step_bytes(&self, step: &Step, block: Block) -> usize {
        let instructions = match step {
            Step::Product { id, inlined, .. } => {
                self.product_code(*id, block, STORE + inlined.len() * OPERATION)
            }
            Step::Map { inlined, store } => {
                self.loop_code(STORE + inlined.len() * OPERATION, self.graph.shape(store.value).elements())
            }
            Step::Reduce { id, inlined } => {
                let operand = self.graph.op(*id).operands()[0];
                self.loop_code(STORE + inlined.len() * OPERATION, self.graph.shape(operand).elements()) + FOLD
            }
            Step::ReduceAxis { operand, inlined, .. } => {
                self.loop_code(STORE + operand.len() * OPERATION, None)
                    + FOLD
                    + STORE
                    + inlined.len() * OPERATION
            }
            Step::Copy { .. } => self.loop_code(STORE, None),
            // A square of vectors, transposed in registers.
            Step::Transpose { .. } => 6 * self.lanes(),
            // A maximum, exponentials and their sum, quotients.
            Step::Softmax { .. } => 4 * UNROLL * 4 * OPERATION,
            Step::Scalar(_) | Step::Call(_) => OPERATION,
        };
        instructions * INSTRUCTION
    }

    /// A loop over the vectors of `len` elements, and its end.
    fn loop_code(&self, body: usize, len: Option<usize>) -> usize {
        let vectors = len.map_or(UNROLL, |len| (len / self.lanes()).min(UNROLL));
        let main = if self.style.unroll == Unroll::Full { vectors } else { vectors.min(1) };
        let end = len.is_none_or(|len| !len.is_multiple_of(self.lanes()));
        body * (main + usize::from(end))
    }

    /// A product, with so many instructions for what follows each vector of its results.
    fn product_code(&self, id: Id, block: Block, end: usize) -> usize {
        let dims: Vec<Option<usize>> = self.graph.shape(id).dims().iter().map(|dim| dim.value()).collect();
        let depth = self.depth(id).value();
        let (rows, cols) = if dims.len() > 1 { (dims[0], dims[1]) } else { (Some(1), dims[0]) };
        let vnni = !self.isa.is_base();
        match block {
            Block::Fixed => 0,
            Block::Rows(block) => self.ends(cols).map(|live| self.rows_code(block, live) + end).sum(),
            Block::ShortRows => {
                let depth = depth.unwrap_or(1);
                self.ends(cols).map(|_| depth * (depth + 3) + end).sum()
            }
            Block::ByteRows(group) => {
                let rows = if vnni { 4 * group } else { 12 * group } + 8;
                self.ends(cols).map(|live| live.div_ceil(group) * rows + 3 * self.lanes() + end).sum()
            }
            Block::Columns(ColumnBlock { chains, nv, rows }) => {
                let left = depth.map_or(rows, |depth| depth % rows);
                let block = |nv: usize| (rows + left) * (nv + 1) + nv * (chains + end);
                self.widths(cols, nv).into_iter().map(block).sum()
            }
            Block::Strips { chains, nv, .. } => {
                self.widths(cols, nv).into_iter().map(|nv| 6 * chains * nv + 2 * end).sum()
            }
            // Two turns, and the rows after them, which are read by themselves.
            Block::Joined { chains, vectors } => {
                let rows = chains * cols.map_or(1, |cols| cols.div_ceil(self.lanes()));
                2 * (2 * vectors + chains) + 4 * rows + end * rows / chains
            }
            Block::Matrix { tiles, operands } => self.tiles_code(tiles, operands, [rows, cols, depth], end),
            Block::EndToEnd => {
                let (cols, depth) = (cols.unwrap_or(1), depth.unwrap_or(1));
                // The right factors, and the rows in a loop and at the end.
                depth * (cols + 1) + 2 * cols * (3 * depth + end)
            }
            Block::OneColumn(block) => self.column_code(block, end),
            // A multiply-add and its shuffle, for as many steps as a part has lanes.
            Block::SideBySide { rows, operands } => {
                let packing = if operands == Operands::InPlace { 0 } else { PACK };
                packing + Self::parts_code(rows, end)
            }
            Block::Quads(QuadBlock { mr, nv, chains, packed }) => {
                let dot = if vnni { 1 } else { 3 };
                let tile =
                    |mr: usize, nv: usize| 2 * chains * (dot * mr * nv + mr + nv) + mr * nv * (chains + end);
                let run = |nv: usize| heights(rows, mr).map(|mr| tile(mr, nv)).sum::<usize>();
                let runs: usize = self.widths(cols, nv).into_iter().map(run).sum();
                runs + if packed { PACK_QUADS } else { 0 }
            }
        }
    }

    /// A vector of outputs, of which `live` are there: a body for each group of rows.
    fn rows_code(&self, block: RowBlock, live: usize) -> usize {
        let w = self.registers_per_chain();
        let load = usize::from(block.held == 0);
        let group = |rows: usize| w * (rows + load) * (block.unroll + 1) + rows * w;
        let rows = if live < self.lanes() { block.tail } else { block.rows };
        let groups = match (block.rows, block.held) {
            (1, 1..) => UNROLL * group(1),
            _ => live.div_ceil(rows) * group(rows),
        };
        groups + 2 * self.lanes()
    }

    /// Tiles of all heights and widths.
    fn tiles_code(
        &self,
        tiles: Tiles,
        operands: Operands,
        [rows, cols, depth]: [Option<usize>; 3],
        end: usize,
    ) -> usize {
        let Tiles { wide, narrow_rows, .. } = tiles;
        let cols = cols.map(|cols| tiles.run_columns(operands, cols, self.lanes()));
        // Sums over a part of the depth are loaded and stored, too.
        let (packing, sums) = match operands {
            Operands::InPlace => (0, 1),
            Operands::PackedColumns => (PACK, 1),
            Operands::Packed(_) => (2 * PACK, 3),
        };
        let is_short = depth.is_some_and(|depth| depth <= SHORT_LOOP);
        let is_streamed = matches!(operands, Operands::Packed(_));
        let in_turns = |nv: usize| self.isa.registers > 16 && !is_streamed && (nv == 1 || is_short);
        let tile = |mr: usize, nv: usize| {
            let steps = match depth {
                Some(depth) if mr * nv * depth <= SHORT => depth,
                _ if mr * nv < SMALL => UNROLL,
                // Turns of several steps, and the steps after them: see the runtime's `tile::gemm`.
                _ if in_turns(nv) => UNROLL + depth.map_or(1, |depth| depth % UNROLL),
                _ => 1,
            };
            steps * (mr * nv + mr + nv) + mr * nv * (sums + end)
        };
        let height = |nv: usize| match operands {
            Operands::InPlace | Operands::PackedColumns if nv < wide.nv => narrow_rows,
            _ => wide.mr,
        };
        let run = |nv: usize| packing + heights(rows, height(nv)).map(|mr| tile(mr, nv)).sum::<usize>();
        let last = tiles.last_in(operands).map_or(0, |last| match last {
            LastColumns::SideBySide(block) => packing + Self::parts_code(block, end),
            LastColumns::One(block) => self.column_code(block, end + self.lanes()),
        });
        self.widths(cols, wide.nv).into_iter().map(run).sum::<usize>() + last
    }

    /// For each vector of rows and column of the left operand a few loads, two shuffles and a multiply-add, in
    /// a loop and behind it.
    fn column_code(&self, OneColumn { part, vectors }: OneColumn, end: usize) -> usize {
        let loads = self.lanes() / part;
        2 * vectors * (part * (loads + 3) + end)
    }

    /// Several rows side by side.
    fn parts_code(SideBySide { part, vectors }: SideBySide, end: usize) -> usize {
        part * (2 * vectors + 1) + (4 + end) * vectors
    }

    /// The widths of blocks of `nv` vectors of columns, the last one's among them where it is apart.
    fn widths(&self, cols: Option<usize>, nv: usize) -> Vec<usize> {
        let Some(cols) = cols else { return vec![nv, 1] };
        let pieces = even(cols.div_ceil(self.lanes()), nv);
        let mut widths: Vec<usize> = sizes(pieces).collect();
        let last = *widths.last().unwrap_or(&nv);
        let alone = pieces.iter().rev().find(|piece| piece.count > 0).is_some_and(|piece| piece.count == 1);
        if !cols.is_multiple_of(self.lanes()) && !alone {
            widths.push(last);
        }
        widths
    }

    /// The lanes of the vectors of `len` outputs: all of them, and those of the last one.
    fn ends(&self, len: Option<usize>) -> impl Iterator<Item = usize> {
        let lanes = self.lanes();
        let (whole, rest) = len.map_or((1, lanes - 1), |len| (len / lanes, len % lanes));
        (whole > 0).then_some(lanes).into_iter().chain((rest > 0).then_some(rest))
    }
}

/// The heights of blocks of `mr` rows.
fn heights(rows: Option<usize>, mr: usize) -> impl Iterator<Item = usize> {
    let pieces =
        rows.map_or([Pieces { size: mr, count: 1 }, Pieces { size: 1, count: 1 }], |rows| even(rows, mr));
    sizes(pieces)
}

fn sizes(pieces: [Pieces; 2]) -> impl Iterator<Item = usize> {
    pieces.into_iter().filter(|piece| piece.count > 0).map(|piece| piece.size)
}

/// Instructions around the steps of a function.
const FUNCTION: usize = 16;
/// How often the compiler repeats a short loop's body.
const UNROLL: usize = 4;
/// Steps along the depth of a loop whose turns are of several steps.
const SHORT_LOOP: usize = 32;
/// Multiply-adds of a loop's body that is short.
const SMALL: usize = 4;
/// Instructions of an elementwise operation: one for most, twenty for `exp`.
const OPERATION: usize = 4;
/// Instructions that load and store a vector.
const STORE: usize = 2;
/// Instructions that add up the partial results of a reduction.
const FOLD: usize = 16;
/// Instructions that pack panels of floats, and of bytes.
const PACK: usize = 100;
const PACK_QUADS: usize = 50;
