//! Kernels for which vectors of half the width do.

use crate::graph::{Dim, Id};
use crate::isa::{Isa, LEVELS};
use crate::narrow::SideBySide;
use crate::plan::{Block, Form, Plan};
use crate::step::{Operand, Step};

/// Elements of a matrix of short rows: of more, wide vectors turn more columns at once.
const SHORT: usize = 16;

impl Isa {
    /// The level of the same architecture whose vectors are half as wide.
    ///
    /// ```
    /// use kernels_plan::isa;
    /// assert_eq!(isa::find("avx512vnni").unwrap().half(), isa::find("avx2"));
    /// assert_eq!(isa::find("avx2").unwrap().half(), None);
    /// ```
    pub fn half(&self) -> Option<&'static Isa> {
        let is_half = |isa: &&Isa| isa.arch == self.arch && 2 * isa.f32_lanes == self.f32_lanes;
        LEVELS.iter().filter(|isa| isa.is_base()).find(is_half)
    }
}

impl Plan<'_> {
    /// Whether vectors of half the width do for all steps: where half of the lanes of wide ones would be
    /// empty, these gain nothing, and cost masks, loads across cache lines, and on Intel's processors
    /// one of the three ports that vectors have. By measurement on one of these, and on Zen 5:
    ///
    /// - products of up to half a vector's columns take 0.5 to 0.95 of the time with half the width on the
    ///   one, and 0.6 to 1.1 on the other,
    ///   and a single row of up to three quarters 0.8 to 1.05 on the one;
    /// - where two rows lie side by side in a wide vector, 0.7 to 1.05, and 0.65 to 1.25: the narrow
    ///   one takes an element in place of a shuffle; with four rows the wide one is faster, unless it
    ///   is filled less than twice, and not by whole vectors;
    /// - dots of rows that fill no wide vector take 0.6 to 0.9 of the time on Intel's: they have fewer lanes
    ///   to add up;
    /// - rows that lie end to end, or are joined, fill the wide ones.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let half_does = |rows| {
    ///     let mut graph = Graph::new(Elem::F32);
    ///     let w = graph.input(0, Shape::Matrix(Dim::Const(rows), Dim::Const(3)));
    ///     let x = graph.input(1, Shape::Vector(Dim::Const(3)));
    ///     let y = graph.push(Op::Product(w, x)).unwrap();
    ///     graph.outputs.push((Output::Return(0), y));
    ///     Plan::new(&graph, &fuse(&graph), isa::find("avx512").unwrap()).half_does()
    /// };
    /// assert!(half_does(3) && !half_does(64));
    /// ```
    pub fn half_does(&self) -> bool {
        let mut steps = self.fused.steps.iter().zip(&self.blocks);
        !self.graph.has_integers() && steps.all(|(step, block)| self.half_does_for(step, *block))
    }

    fn half_does_for(&self, step: &Step, block: Block) -> bool {
        match step {
            Step::Scalar(_) => true,
            Step::Map { store, .. } | Step::Copy { store, .. } => self.fit_half(store.value),
            Step::Reduce { id, .. } | Step::ReduceAxis { id, .. } => {
                self.graph.op(*id).operands().into_iter().all(|id| self.fit_half(id))
            }
            Step::Transpose { from, .. } | Step::Softmax { from, .. } => self.fit_half(*from),
            Step::Product { id, operands, .. } => self.half_multiplies(*id, *operands, block),
            // It chooses for itself.
            Step::Call(_) => false,
        }
    }

    /// Whether half a vector has room for all elements of a tensor.
    fn fit_half(&self, tensor: Id) -> bool {
        self.graph.shape(tensor).elements().is_some_and(|elements| 2 * elements <= self.lanes())
    }

    fn half_multiplies(&self, id: Id, operands: [Operand; 2], block: Block) -> bool {
        let (lanes, dims) = (self.lanes(), self.graph.shape(id).dims());
        let fits = |dim: &Dim| dim.value().is_some_and(|extent| 2 * extent <= lanes);
        match block {
            Block::Rows(_) => self.depth(id).value().is_some_and(|depth| depth < lanes),
            Block::ShortRows => match Form::of(self.graph, operands) {
                Form::Rows { w: short, .. } | Form::Matrix { a: Operand { tensor: short, .. }, .. } => {
                    fits(dims[0]) && self.graph.shape(short).elements().is_some_and(|n| n <= SHORT)
                }
                Form::Columns { .. } => false,
            },
            Block::Columns(_) | Block::OneColumn(_) => fits(dims[0]),
            Block::Matrix { .. } => {
                let is_row = dims[0].value() == Some(1);
                fits(dims[1]) || is_row && dims[1].value().is_some_and(|cols| 4 * cols <= 3 * lanes)
            }
            Block::SideBySide { rows: SideBySide { part, .. }, .. } => {
                let in_vector = lanes / part;
                let few = |rows| rows < 2 * in_vector && rows % in_vector != 0;
                in_vector == 2 || dims[0].value().is_some_and(few)
            }
            // They fill wide vectors, or are of integers.
            Block::Strips { .. } | Block::Joined { .. } | Block::EndToEnd => false,
            Block::Fixed | Block::ByteRows(_) | Block::Quads(_) => false,
        }
    }
}
