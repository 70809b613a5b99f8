//! What a plan decides for all of its steps together: how loops end, and whether short ones
//! are unrolled.

use crate::cache_block::Operands;
use crate::column_block::ColumnBlock;
use crate::graph::{Dim, Id, Shape};
use crate::isa::Isa;
use crate::matrix_block::{Pieces, Tile, even};
use crate::narrow::SideBySide;
use crate::one_column::OneColumn;
use crate::order;
use crate::plan::{Block, Plan};
use crate::quad_block::QuadBlock;
use crate::step::{Place, Step, Store};

/// How a loop over vectors treats the elements that fill no whole vector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// Whole vectors into a temporary that has room for them.
    Padded,
    /// The last whole vector, which overlaps the one before.
    Overlap,
    /// Masked loads and stores.
    Masked,
}

/// How loops end that could end in both ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tails {
    /// As [`Tail::Overlap`].
    Overlap,
    /// As [`Tail::Masked`].
    Masked,
}

/// What becomes of loops whose extents are constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unroll {
    /// The compiler unrolls those that are short.
    Full,
    /// They stay loops, so that the code is small.
    Rolled,
}

/// Registers for the factors of a step, while the sums of all blocks of columns wait: two of the
/// right operand, and one of the left.
const FACTORS: usize = 3;

/// What is the same for all steps of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// How loops end.
    pub tails: Tails,
    /// What becomes of short loops.
    pub unroll: Unroll,
}

impl Style {
    /// The model's choice: levels with mask registers have no use for a vector that computes
    /// some elements twice; and short loops are unrolled.
    ///
    /// ```
    /// use kernels_plan::{isa, style::{Style, Tails}};
    /// let tails = ["avx2", "avx512"].map(|name| Style::of(isa::find(name).unwrap()).tails);
    /// assert_eq!(tails, [Tails::Overlap, Tails::Masked]);
    /// ```
    pub fn of(isa: &Isa) -> Style {
        let tails = if isa.registers > 16 { Tails::Masked } else { Tails::Overlap };
        Style { tails, unroll: Unroll::Full }
    }
}

impl Plan<'_> {
    /// How a flat loop of `len` elements ends.
    ///
    /// An overlapping vector computes some elements twice: wrong where the first time
    /// overwrote an operand, and impossible below one vector.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Id, Output};
    /// use kernels_plan::step::{Place, Store};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse, style::Tail};
    ///
    /// let graph = Graph::new(Elem::F32);
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// let store = Store { value: Id(0), to: Place::Output(Output::Return(0)), offset: 0, in_place: false };
    /// assert_eq!([9, 7].map(|len| plan.tail(&Dim::Const(len), &store)), [Tail::Overlap, Tail::Masked]);
    /// ```
    pub fn tail(&self, len: &Dim, store: &Store) -> Tail {
        if self.is_padded(store) {
            return Tail::Padded;
        }
        let overlaps = self.style.tails == Tails::Overlap && self.may_overlap(len, store);
        if overlaps { Tail::Overlap } else { Tail::Masked }
    }

    /// Whether the elements after the last one are there to be written.
    fn is_padded(&self, store: &Store) -> bool {
        let Place::Buffer(number) = store.to else { return false };
        store.offset == 0 && self.fused.buffers[number].padded
    }

    /// Whether elements may be written twice, and there is a whole vector of them, whatever the style.
    pub(crate) fn may_overlap(&self, len: &Dim, store: &Store) -> bool {
        let whole = len.value().is_some_and(|len| len >= self.lanes());
        whole && !store.in_place && !self.is_padded(store)
    }

    /// Whether a step that makes `shape` from these expressions walks it row by row: where an
    /// operand has another shape, or the rows of one lie apart.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Binary, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse, step::Step};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let m = graph.input(0, Shape::Matrix(Dim::Const(3), Dim::Const(20)));
    /// let v = graph.input(1, Shape::Vector(Dim::Const(20)));
    /// let sum = graph.push(Op::Binary(Binary::Add, m, v)).unwrap();
    /// graph.outputs.push((Output::Return(0), sum));
    /// let fused = fuse(&graph);
    /// let Step::Map { inlined, store } = &fused.steps[0] else { panic!() };
    /// assert!(Plan::new(&graph, &fused, isa::find("avx2").unwrap()).walks_rows(inlined, store));
    /// ```
    pub fn walks_rows(&self, inlined: &[Id], store: &Store) -> bool {
        store.to.is_view(self.graph) || self.has_broadcast(inlined, store) || self.reads_view(inlined)
    }

    fn has_broadcast(&self, inlined: &[Id], store: &Store) -> bool {
        let shape = self.graph.shape(store.value);
        let operands = inlined.iter().flat_map(|id| self.graph.op(*id).operands());
        operands.map(|id| self.graph.shape(id)).any(|other| *other != Shape::Scalar && other != shape)
    }

    /// Whether an expression reads elements of a view.
    fn reads_view(&self, inlined: &[Id]) -> bool {
        let operands = inlined.iter().flat_map(|id| self.graph.op(*id).operands());
        let leaves = operands.filter(|id| !inlined.contains(id));
        let places = leaves.filter_map(|id| self.fused.places.get(&id));
        places.into_iter().any(|place| place.is_view(self.graph))
    }

    /// Whether the code depends on [`Style::tails`].
    pub(crate) fn has_tails(&self) -> bool {
        let overlapping = Plan { style: Style { tails: Tails::Overlap, ..self.style }, ..self.clone() };
        self.fused.steps.iter().zip(&self.blocks).any(|(step, block)| overlapping.overlaps(step, block))
    }

    /// Whether a step of a plan with overlapping tails has one.
    fn overlaps(&self, step: &Step, block: &Block) -> bool {
        let lanes = self.lanes();
        let ends = |len: &Dim, store| {
            self.tail(len, store) == Tail::Overlap
                && len.value().is_some_and(|len| !len.is_multiple_of(lanes))
        };
        match (step, block) {
            (Step::Map { store, .. } | Step::Copy { store, .. }, _) => {
                let by_rows = match step {
                    Step::Map { inlined, .. } => self.walks_rows(inlined, store),
                    Step::Copy { from, .. } => from.is_view(self.graph) || store.to.is_view(self.graph),
                    _ => false,
                };
                match self.graph.shape(store.value) {
                    Shape::Matrix(_, cols) if by_rows => ends(cols, store),
                    shape => shape.elements().is_some_and(|len| ends(&Dim::Const(len), store)),
                }
            }
            (Step::Product { id, store, .. }, Block::Matrix { tiles, operands }) => {
                let cols = self.graph.shape(*id).dims()[1];
                let last = |cols: usize| {
                    let [wide, narrow] = even(cols.div_ceil(lanes), tiles.wide.nv);
                    if narrow.count > 0 { narrow.size } else { wide.size }
                };
                let fits = cols.value().is_some_and(|cols| cols >= last(cols) * lanes);
                let by_vectors =
                    !matches!(operands, Operands::Packed(_)) && tiles.last_in(*operands).is_none();
                by_vectors && fits && ends(cols, store)
            }
            _ => false,
        }
    }

    /// Whether a loop over tiles of a product, with so many sums in all, stays a loop whatever the style:
    /// where the depth is at most 3 and the sums exceed the registers. Unrolled, the compiler would begin the
    /// next tiles before it stores the sums of the first ones, and keep those on the stack: at
    /// AVX2 such products take up to twice as long on Zen 5 and on a Xeon. From depth 2 on it does so with
    /// tiles of several vectors, and with single rows that leave few registers beside the right operand.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph};
    /// use kernels_plan::{isa, matrix_block::Tile, plan::Plan, simplify::fuse};
    ///
    /// let graph = Graph::new(Elem::F32);
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// let (block, column, row) = (Tile { mr: 6, nv: 2 }, Tile { mr: 6, nv: 1 }, Tile { mr: 1, nv: 3 });
    /// let rolls = |k, tile, sums| plan.rolls_tiles(&Dim::Const(k), tile, Some(sums));
    /// assert_eq!([16, 17].map(|sums| rolls(2, block, sums)), [false, true]);
    /// assert_eq!([block, column, row].map(|tile| rolls(2, tile, 18)), [true, false, false]);
    /// assert_eq!([1, 2, 3, 4].map(|k| rolls(k, row, 27)), [true, false, true, false]);
    /// ```
    pub fn rolls_tiles(&self, depth: &Dim, Tile { mr, nv }: Tile, sums: Option<usize>) -> bool {
        let mixes = match depth.value() {
            Some(1) => true,
            Some(depth @ (2 | 3)) if mr == 1 => 2 * nv * depth >= self.isa.registers,
            Some(2 | 3) => nv > 1,
            _ => false,
        };
        mixes && sums.is_some_and(|sums| sums > self.isa.registers)
    }

    /// The same of rows that lie side by side, with so many sums in all, at any depth: at AVX2 the compiler
    /// mixed those of 33 rows, and `f64` 33 x 5 x 3 took 1.2 times as long on a Xeon, `f32` 64 x 9 x 4 1.4 times.
    ///
    /// ```
    /// use kernels_plan::graph::{Elem, Graph};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let graph = Graph::new(Elem::F32);
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// assert_eq!([16, 17].map(|sums| plan.rolls_parts(Some(sums))), [false, true]);
    /// ```
    pub fn rolls_parts(&self, sums: Option<usize>) -> bool {
        sums.is_some_and(|sums| sums > self.isa.registers)
    }

    /// Whether the blocks of columns of a product, with so many sums in all, are kept apart: where the depth is
    /// at most 3 and the sums exceed the registers, or leave too few for the factors of a second step. The
    /// compiler would compute them side by side, and keep many sums on the stack: at AVX2 such products
    /// take up to 1.6 times as long on Zen 5, and up to 1.7 times on a Xeon.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let graph = Graph::new(Elem::F32);
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// let parts = [(1, 16), (2, 14), (2, 13), (4, 17)];
    /// let parts = parts.map(|(k, sums)| plan.parts_columns(&Dim::Const(k), Some(sums)));
    /// assert_eq!(parts, [false, true, false, false]);
    /// ```
    pub fn parts_columns(&self, depth: &Dim, sums: Option<usize>) -> bool {
        let factors = match depth.value() {
            Some(1) => 0,
            Some(2 | 3) => FACTORS,
            _ => return false,
        };
        sums.is_some_and(|sums| sums + factors > self.isa.registers)
    }

    /// Whether the code depends on [`Style::unroll`].
    pub(crate) fn has_loops(&self) -> bool {
        let mut steps = self.fused.steps.iter().zip(&self.blocks);
        steps.any(|(step, block)| self.is_loop(step, block))
    }

    /// Whether a step has a loop that the style may keep from being unrolled: over vectors, rows or
    /// blocks of them.
    fn is_loop(&self, step: &Step, block: &Block) -> bool {
        let lanes = self.lanes();
        let several = |extent: Option<usize>, size: usize| extent.is_none_or(|extent| extent >= 2 * size);
        match step {
            Step::Scalar(_) | Step::Call(_) | Step::Transpose { .. } => false,
            Step::Map { store, .. } | Step::Copy { store, .. } => {
                several(self.graph.shape(store.value).elements(), lanes)
            }
            Step::Reduce { id, inlined } => self.has_rounds(*id, inlined.is_empty()),
            Step::ReduceAxis { .. } => true,
            Step::Softmax { from, .. } => matches!(self.graph.shape(*from), Shape::Matrix(..)),
            Step::Product { id, .. } => self.has_blocks(*id, block),
        }
    }

    /// Whether the rounds of a reduction are few enough to be unrolled, or a turn of several.
    fn has_rounds(&self, id: Id, loads_only: bool) -> bool {
        let size = self.graph.elem.size();
        let operand = self.graph.op(id).operands()[0];
        let Some(len) = self.graph.shape(operand).elements() else { return true };
        let chains = order::chains(len, size);
        let (rounds, vectors) = (len / (order::lanes(size) * chains), chains * self.registers_per_chain());
        let turns = rounds * vectors <= UNROLLED || loads_only && vectors < LOADS;
        self.graph.elem_of(id).is_float() && rounds > 1 && turns
    }

    /// Whether a product has several blocks of one size.
    fn has_blocks(&self, id: Id, block: &Block) -> bool {
        let dims: Vec<Option<usize>> = self.graph.shape(id).dims().iter().map(|dim| dim.value()).collect();
        let cols = dims.last().copied().flatten();
        let rows = if dims.len() > 1 { dims[0] } else { Some(1) };
        let is_run = |pieces: [Pieces; 2]| pieces.iter().any(|pieces| pieces.count > 1);
        let rows = |most: usize| rows.is_none_or(|rows| is_run(even(rows, most)));
        let columns = |most: usize| cols.is_none_or(|cols| is_run(self.column_pieces(cols, most)));
        match *block {
            Block::Fixed | Block::Joined { .. } => false,
            Block::Rows(_) | Block::ShortRows | Block::ByteRows(_) => {
                cols.is_none_or(|len| len >= 2 * self.lanes())
            }
            Block::Columns(ColumnBlock { nv, .. }) | Block::Strips { nv, .. } => columns(nv),
            // Blocks for the caches are loops anyway.
            Block::Matrix { operands: Operands::Packed(_), .. } => false,
            Block::Matrix { tiles, .. } => {
                let Tile { mr, nv } = tiles.wide;
                let short = self.depth(id).value().is_none_or(|depth| depth * mr * nv <= SHORT);
                let has_narrow = cols.is_none_or(|cols| even(cols.div_ceil(self.lanes()), nv)[1].count > 0);
                columns(nv) || short || rows(mr) || has_narrow && rows(tiles.narrow_rows)
            }
            Block::EndToEnd => rows(self.lanes()),
            Block::OneColumn(OneColumn { vectors, .. }) => rows(vectors * self.lanes()),
            Block::SideBySide { rows: SideBySide { part, vectors }, .. } => {
                rows(vectors * (self.lanes() / part))
            }
            Block::Quads(QuadBlock { mr, nv, .. }) => rows(mr) || columns(nv),
        }
    }

    /// Runs of at most `nv` vectors of columns, without the last one where it is incomplete.
    fn column_pieces(&self, cols: usize, nv: usize) -> [Pieces; 2] {
        let mut pieces = even(cols.div_ceil(self.lanes()), nv);
        let last = if pieces[1].count > 0 { 1 } else { 0 };
        if !cols.is_multiple_of(self.lanes()) {
            pieces[last].count -= 1;
        }
        pieces
    }
}

/// Multiply-adds of a tile up to which its loop along the depth is unrolled
/// (`kernels::tile::gemm`).
pub(crate) const SHORT: usize = 32;

/// Vectors of a reduction up to which it is left to the compiler to unroll it.
pub const UNROLLED: usize = 16;

/// Loads that a turn of a longer one has at least where it does nothing else: four cycles of two
/// load ports, in which the loop's own instructions are lost.
pub const LOADS: usize = 8;
