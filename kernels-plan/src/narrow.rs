//! Narrow results: several rows side by side in one vector, of products and elementwise steps.

use crate::cache_block::{Operands, columns_fit, operands};
use crate::graph::{Elem, Id, Shape};
use crate::isa::Isa;
use crate::matrix_block::{Problem, Tile, even};
use crate::plan::Plan;
use crate::step::{Operand, Store};
use crate::tile_cost::{LATENCY, TILE_OVERHEAD, WINDOW};

/// The lanes for a row where several rows of a narrow matrix share a vector: a power of two, of
/// 128 bits at least, for the instructions that repeat and shuffle such parts.
fn part(isa: &Isa, elem: Elem, rows: usize, cols: usize) -> Option<usize> {
    let part = cols.next_power_of_two().max(16 / elem.size());
    // Two rows of 5 to 7 elements of four bytes take masks across cache lines for every load
    // and store, which is slower than a row by itself: by a third on Zen 5.
    let ragged = part == 8 && cols < part;
    (2 * part <= isa.lanes(elem) && rows >= 2 && !ragged).then_some(part)
}

/// Instructions of a block of rows side by side that start in a cycle, by measurement on Zen 5.
const STARTED: f64 = 4.5;
/// Cycles that it takes to turn the columns of such a block apart from all others.
const TURN: f64 = 8.0;

/// Several rows of a narrow result side by side in one vector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideBySide {
    /// Lanes for a row.
    pub part: usize,
    /// Vectors of the result that are kept in registers.
    pub vectors: usize,
}

impl SideBySide {
    /// Registers in use at once: sums, as many vectors of the left operand, a row of the right one
    /// and what is being shuffled.
    pub(crate) fn registers(self) -> usize {
        2 * self.vectors + 2
    }

    /// The model's estimate for all rows of a product. For each vector a step has a multiply-add and
    /// a shuffle, and it has a row of the right operand; vectors of the left one are loaded for as many
    /// steps as a part has lanes, or for each where it is transposed.
    pub(crate) fn cycles(self, lanes: usize, problem: &Problem) -> f64 {
        let (rows, depth) = (problem.rows.unwrap_or(1), problem.depth.unwrap_or(1) as f64);
        let in_vector = lanes / self.part;
        let steps = if problem.a_transposed { 1 } else { self.part };
        let one = |rows: usize| {
            let vectors = rows.div_ceil(in_vector) as f64;
            let instructions = 2.0 * vectors + 1.0 + vectors / steps as f64;
            let ahead = (WINDOW / instructions).min(depth / 2.0);
            (instructions / STARTED * depth).max(LATENCY * (depth - ahead)) + TILE_OVERHEAD
        };
        let turn = if problem.b_transposed { TURN } else { 0.0 };
        let runs = even(rows, self.vectors * in_vector);
        turn + runs.iter().map(|run| run.count as f64 * one(run.size)).sum::<f64>()
    }

    /// How the operands of a narrow product are brought to the rows: a transposed right one's columns
    /// are packed.
    pub(crate) fn operands(self, lanes: usize, problem: &Problem) -> Operands {
        operands(Tile { mr: 1, nv: 1 }, lanes, problem)
    }
}

/// Vectors of results that are kept in registers at most. Eight chains keep both multipliers busy;
/// beside them are a vector of the left operand for each, a row of the right one, and what is
/// being shuffled.
pub(crate) fn most_vectors(isa: &Isa) -> usize {
    ((isa.registers - 4) / 2).min(8)
}

/// Whether several rows of the result share a vector, of a product whose operands and result,
/// and those of its epilogue, lie in memory without gaps: where its extents are
/// known and the columns take half of the lanes at most.
///
/// The multiply-adds become a half or a quarter, and each takes a shuffle in place of a
/// load. So it never costs more, and takes fewer stores; but for a transposed right operand,
/// the columns of which are turned first.
///
/// ```
/// use kernels_plan::narrow::{SideBySide, side_by_side};
/// use kernels_plan::{graph::Elem, isa, matrix_block::Problem};
///
/// let avx512 = isa::find("avx512").unwrap();
/// let tiny = side_by_side(avx512, &Problem::cube(Elem::F32, 3));
/// assert_eq!(tiny, Some(SideBySide { part: 4, vectors: 1 }));
/// assert_eq!(side_by_side(avx512, &Problem::cube(Elem::F32, 9)), None);
/// ```
pub fn side_by_side(isa: &Isa, problem: &Problem) -> Option<SideBySide> {
    let &Problem { elem, rows: Some(rows), cols: Some(cols), depth: Some(depth), .. } = problem else {
        return None;
    };
    // To turn the right operand and shuffle the left one takes longer than the tiles of a few
    // rows: by a quarter for 3³ `f32` of AVX-512 on Zen 5.
    let pays = !problem.b_transposed || rows * depth >= isa.lanes(Elem::F32);
    let part = part(isa, elem, rows, cols).filter(|_| pays && is_near(isa, problem, 1))?;
    let in_vector = isa.lanes(elem) / part;
    let rows = even(rows, most_vectors(isa) * in_vector)[0].size;
    Some(SideBySide { part, vectors: rows.div_ceil(in_vector) })
}

/// Whether the operands are read where they lie, or the columns of up to so many vectors packed.
pub(crate) fn is_near(isa: &Isa, problem: &Problem, nv: usize) -> bool {
    let fit = !problem.b_transposed || columns_fit(Tile { mr: 1, nv }, isa.lanes(problem.elem), problem);
    fit && !problem.outgrows()
}

impl Plan<'_> {
    /// Whether several rows of a product's result may share a vector: all that the product and its
    /// epilogue read and write lies in rows without gaps, of elements of one type.
    pub(crate) fn may_lie_side_by_side(&self, [a, b]: [Operand; 2], inlined: &[Id], store: &Store) -> bool {
        self.dense([a.tensor, b.tensor], store) && self.is_uniform(inlined)
    }

    /// Whether all that expressions read lies in rows without gaps, of elements of the graph's type,
    /// as are the results.
    pub(crate) fn is_uniform(&self, inlined: &[Id]) -> bool {
        let gaps = |id: Id| self.fused.places.get(&id).is_some_and(|place| place.is_view(self.graph));
        let mut read = inlined.iter().flat_map(|id| self.graph.op(*id).operands());
        self.is_of_one_type(inlined) && !read.any(gaps)
    }

    /// Whether expressions and all that they read are of the graph's type.
    pub(crate) fn is_of_one_type(&self, inlined: &[Id]) -> bool {
        let of_type = |id: Id| self.graph.elem_of(id) == self.graph.elem;
        inlined.iter().all(|id| of_type(*id) && self.graph.op(*id).operands().into_iter().all(of_type))
    }

    /// The lanes for a row, where an elementwise step takes several rows at a time: those of a
    /// narrow matrix that stand beside a vector.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Binary, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse, step::Step};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let m = graph.input(0, Shape::Matrix(Dim::Const(9), Dim::Const(4)));
    /// let v = graph.input(1, Shape::Vector(Dim::Const(4)));
    /// let sum = graph.push(Op::Binary(Binary::Add, m, v)).unwrap();
    /// graph.outputs.push((Output::Return(0), sum));
    /// let fused = fuse(&graph);
    /// let Step::Map { inlined, store } = &fused.steps[0] else { panic!() };
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// assert_eq!(plan.part_of_rows(inlined, store), Some(4));
    /// ```
    pub fn part_of_rows(&self, inlined: &[Id], store: &Store) -> Option<usize> {
        let Shape::Matrix(rows, cols) = self.graph.shape(store.value) else { return None };
        let part = part(self.isa, self.graph.elem, rows.value()?, cols.value()?)?;
        let uniform = !store.to.is_view(self.graph) && self.is_uniform(inlined);
        (uniform && self.walks_rows(inlined, store)).then_some(part)
    }
}
