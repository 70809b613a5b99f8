//! The plan of a kernel at one level: its steps, each with its blocks.

use crate::cache_block::{Operands, operands};
use crate::caches::Caches;
use crate::column_block::{ColumnBlock, column_block, joined, strip};
use crate::end_to_end::is_end_to_end;
use crate::graph::{Dim, Elem, Graph, Id, Shape};
use crate::isa::Isa;
use crate::matrix_block::{Problem, Tiles, matrix_tiles};
use crate::narrow::{SideBySide, side_by_side};
use crate::one_column::OneColumn;
use crate::order;
use crate::quad_block::{QuadBlock, quad_block};
use crate::row_block::{RowBlock, UNKNOWN, has_short_rows, row_block, widened_rows};
use crate::step::{Fused, Operand, Step, Store};
use crate::style::Style;

/// How a product is computed: which operand is walked along its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// `w * x`, `x * w.t()`: every output is the dot product of a stored row of `w` with `x`.
    Rows {
        /// The matrix as stored, outputs × depth.
        w: Id,
        /// The vector.
        x: Id,
    },
    /// `x * w`, `w.t() * x`: outputs lie along the stored rows of `w`.
    Columns {
        /// The matrix as stored, depth × outputs.
        w: Id,
        /// The vector.
        x: Id,
    },
    /// `a * b` of matrices, each as stored or transposed.
    Matrix {
        /// The left operand.
        a: Operand,
        /// The right operand.
        b: Operand,
    },
}

impl Form {
    /// The form of a product, of any depth and extents, with these operands.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{plan::Form, simplify::fuse, step::Step};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), y));
    /// let Step::Product { operands, .. } = fuse(&graph).steps.remove(0) else { panic!() };
    /// assert_eq!(Form::of(&graph, operands), Form::Rows { w, x });
    /// ```
    pub fn of(graph: &Graph, [a, b]: [Operand; 2]) -> Form {
        match (graph.shape(a.tensor), graph.shape(b.tensor)) {
            (Shape::Vector(_), _) if b.transposed => Form::Rows { w: b.tensor, x: a.tensor },
            (Shape::Vector(_), _) => Form::Columns { w: b.tensor, x: a.tensor },
            (_, Shape::Vector(_)) if a.transposed => Form::Columns { w: a.tensor, x: b.tensor },
            (_, Shape::Vector(_)) => Form::Rows { w: a.tensor, x: b.tensor },
            _ => Form::Matrix { a, b },
        }
    }
}

/// The register block of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A scalar step, or one whose code has no choice.
    Fixed,
    /// The block of [`Form::Rows`].
    Rows(RowBlock),
    /// [`Form::Rows`] of rows that are shorter than a vector.
    ShortRows,
    /// The block of [`Form::Columns`]; where the number of columns is not known here, see
    /// [`Plan::column_block`].
    Columns(ColumnBlock),
    /// [`Form::Columns`] in the order of memory.
    Strips {
        /// Chains of the order.
        chains: usize,
        /// Vectors of a strip.
        nv: usize,
        /// Those of them whose sums stay in registers.
        held: usize,
    },
    /// [`Form::Columns`] of a narrow matrix: the rows of a turn, one for each chain, are read as one.
    Joined {
        /// Chains of the order.
        chains: usize,
        /// Vectors of the rows of a turn.
        vectors: usize,
    },
    /// The blocks of [`Form::Matrix`].
    Matrix {
        /// The register tiles.
        tiles: Tiles,
        /// How the operands are brought to it.
        operands: Operands,
    },
    /// [`Form::Matrix`] of little depth with a narrow result: its rows lie one after the other in
    /// vectors.
    EndToEnd,
    /// [`Form::Matrix`] of one column: its rows are the lanes of so many vectors at once.
    OneColumn(OneColumn),
    /// [`Form::Matrix`] with a narrow result: several rows in a vector, each in a part of it.
    SideBySide {
        /// The rows that are kept in registers.
        rows: SideBySide,
        /// How the operands are brought to them: read where they lie, or with the columns packed.
        operands: Operands,
    },
    /// [`Form::Rows`] of quantized elements, as the matrix is stored: so many rows in flight.
    ByteRows(usize),
    /// Quantized products whose right operand, or matrix, is in panels for four-way dots.
    Quads(QuadBlock),
}

/// What one level runs.
#[derive(Debug, Clone)]
pub struct Plan<'g> {
    /// The level.
    pub isa: &'static Isa,
    /// The computation.
    pub graph: &'g Graph,
    /// Its steps.
    pub fused: &'g Fused,
    /// The caches that the blocks are for.
    pub caches: Caches,
    /// A block per step.
    pub blocks: Vec<Block>,
    /// What is the same for all steps.
    pub style: Style,
}

impl<'g> Plan<'g> {
    /// Plans `fused` for a level, on no machine in particular.
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
    /// assert_eq!((plan.blocks.len(), plan.lanes()), (1, 8));
    /// assert!(plan.registers() <= 16);
    /// ```
    pub fn new(graph: &'g Graph, fused: &'g Fused, isa: &'static Isa) -> Self {
        Plan::for_caches(graph, fused, isa, Caches::usual(isa))
    }

    /// Plans `fused` for a level of a machine with these caches.
    ///
    /// ```
    /// use kernels_plan::graph::{Elem, Graph};
    /// use kernels_plan::{caches::Caches, isa, plan::Plan, simplify::fuse};
    ///
    /// let graph = Graph::new(Elem::F32);
    /// let fused = fuse(&graph);
    /// let caches = Caches { first: 48 << 10, second: 2 << 20 };
    /// let plan = Plan::for_caches(&graph, &fused, isa::find("avx2").unwrap(), caches);
    /// assert_eq!(plan.caches, caches);
    /// ```
    pub fn for_caches(graph: &'g Graph, fused: &'g Fused, isa: &'static Isa, caches: Caches) -> Self {
        let mut plan = Plan { isa, graph, fused, caches, blocks: vec![], style: Style::of(isa) };
        plan.blocks = fused.steps.iter().map(|step| plan.block(step)).collect();
        plan
    }

    /// Elements in a vector register.
    pub fn lanes(&self) -> usize {
        self.isa.lanes(self.graph.elem)
    }

    /// Registers that hold one chain of a reduction.
    pub fn registers_per_chain(&self) -> usize {
        order::lanes(self.graph.elem.size()) / self.lanes()
    }

    /// The model's block for a step.
    pub(crate) fn block(&self, step: &Step) -> Block {
        let Step::Product { id, operands: read, inlined, store } = step else { return Block::Fixed };
        let shape = self.graph.shape(*id);
        let form = Form::of(self.graph, *read);
        if self.graph.elem_of(*id) == Elem::I32 {
            return self.bytes(&form, shape, self.depth(*id).value());
        }
        match form {
            Form::Rows { w, .. } => {
                let order_lanes = order::lanes(self.graph.elem.size());
                let depth = self.depth(*id).value();
                // Past twice the cache, the order of memory decides again.
                if self.graph.elem_of(w) == Elem::Bf16 && self.vector_products() <= 2 * self.caches.first {
                    let rows = shape.elements();
                    return Block::Rows(widened_rows(self.isa, self.lanes(), order_lanes, rows, depth));
                }
                if has_short_rows(self.isa, self.lanes(), shape.elements(), depth) && !self.has_gaps(w) {
                    return Block::ShortRows;
                }
                let streamed = self.vector_products() > self.caches.first;
                Block::Rows(row_block(self.isa, self.lanes(), order_lanes, shape.elements(), depth, streamed))
            }
            Form::Columns { w, .. } => self.columns(w, shape.elements(), self.depth(*id).value()),
            Form::Matrix { a, b } => {
                let problem = self.problem(*id, [a, b], inlined, store);
                self.matrix(&problem, [a, b], inlined, store)
            }
        }
    }

    /// The block of a product of matrices.
    fn matrix(&self, problem: &Problem, read: [Operand; 2], inlined: &[Id], store: &Store) -> Block {
        let is_dense = self.may_lie_side_by_side(read, inlined, store);
        if is_dense && !self.walks_rows(inlined, store) && is_end_to_end(self.isa, problem) {
            return Block::EndToEnd;
        }
        if let Some(block) = self.one_column(problem, read, inlined, store) {
            return block;
        }
        if is_dense && let Some(rows) = side_by_side(self.isa, problem) {
            return Block::SideBySide { rows, operands: rows.operands(self.lanes(), problem) };
        }
        let tiles = matrix_tiles(self.isa, problem);
        let operands = operands(tiles.wide, self.lanes(), problem);
        Block::Matrix { tiles, operands }
    }

    /// A matrix product.
    pub(crate) fn problem(&self, id: Id, [a, b]: [Operand; 2], inlined: &[Id], store: &Store) -> Problem {
        let dims = self.graph.shape(id).dims();
        let problem = Problem {
            elem: self.graph.elem,
            rows: dims[0].value(),
            cols: dims[1].value(),
            depth: self.depth(id).value(),
            a_transposed: a.transposed,
            b_transposed: b.transposed,
            holds_sums: !store.in_place,
            last: None,
            caches: self.caches,
        };
        Problem { last: self.last_columns(&problem, [a, b], inlined, store), ..problem }
    }

    fn bytes(&self, form: &Form, result: &Shape, depth: Option<usize>) -> Block {
        let dims = result.dims();
        match *form {
            Form::Rows { w, .. } if !self.graph.is_packed(w) => {
                // Four sums hide the latency of a dot.
                let rows = dims[0].value().unwrap_or(usize::MAX);
                Block::ByteRows(rows.min(self.lanes()).min(4))
            }
            Form::Rows { .. } | Form::Columns { .. } => {
                Block::Quads(quad_block(self.isa, Some(1), dims[0].value(), depth))
            }
            Form::Matrix { .. } => {
                Block::Quads(quad_block(self.isa, dims[0].value(), dims[1].value(), depth))
            }
        }
    }

    fn columns(&self, w: Id, cols: Option<usize>, depth: Option<usize>) -> Block {
        let (lanes, size) = (self.lanes(), self.graph.elem.size());
        let streamed = self.vector_products() > self.caches.first;
        let chains = order::column_chains(cols.unwrap_or(UNKNOWN), size);
        let joined = joined(self.isa, lanes, cols, depth, chains).filter(|_| !self.has_gaps(w));
        if let Some(vectors) = joined {
            return Block::Joined { chains, vectors };
        }
        match strip(self.isa, lanes, cols, chains, streamed) {
            Some((nv, held)) => Block::Strips { chains, nv, held },
            None => Block::Columns(column_block(self.isa, lanes, cols, chains, streamed)),
        }
    }

    /// The block of [`Form::Columns`] for an unknown number of columns, of which is known that
    /// they have so many chains.
    ///
    /// ```
    /// use kernels_plan::graph::{Elem, Graph};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let graph = Graph::new(Elem::F32);
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// assert_eq!(plan.column_block(2).nv, 6);
    /// ```
    pub fn column_block(&self, chains: usize) -> ColumnBlock {
        column_block(self.isa, self.lanes(), None, chains, false)
    }

    /// Whether a tensor in memory lies in a view, with gaps between its rows.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
    /// graph.views.push(0);
    /// let fused = fuse(&graph);
    /// assert!(Plan::new(&graph, &fused, isa::find("avx2").unwrap()).has_gaps(w));
    /// ```
    pub fn has_gaps(&self, tensor: Id) -> bool {
        self.fused.places[&tensor].is_view(self.graph)
    }

    /// Whether neither these operands nor the result lie in views, with gaps between the rows.
    pub(crate) fn dense(&self, operands: [Id; 2], store: &Store) -> bool {
        !operands.into_iter().any(|id| self.has_gaps(id)) && !store.to.is_view(self.graph)
    }

    /// Bytes of all matrices that are multiplied by a vector; those of unknown extents
    /// don't count.
    pub(crate) fn vector_products(&self) -> usize {
        let matrices = self.fused.steps.iter().filter_map(|step| match *step {
            Step::Product { operands, .. } => match Form::of(self.graph, operands) {
                Form::Rows { w, .. } | Form::Columns { w, .. } => {
                    Some(self.graph.shape(w).elements()? * self.graph.elem_of(w).size())
                }
                Form::Matrix { .. } => None,
            },
            _ => None,
        });
        matrices.sum()
    }

    /// The summed extent of a product.
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
    /// assert_eq!(plan.depth(y), Dim::Const(64));
    /// ```
    pub fn depth(&self, product: Id) -> Dim {
        let left = self.graph.op(product).operands()[0];
        let dims = self.graph.shape(left).dims();
        (*dims.last().expect("an operand of a product is a vector or a matrix")).clone()
    }
}
