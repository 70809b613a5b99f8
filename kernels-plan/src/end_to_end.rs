//! Shallow products whose result is narrow: its rows lie one after the other, in vectors that go
//! across their ends.

use crate::isa::Isa;
use crate::matrix_block::Problem;

/// Bytes of the narrowest vectors whose lanes one instruction brings into any order.
const SHUFFLED: usize = 32;

/// Steps along the depth up to which it was measured.
const DEPTH: usize = 5;

/// Columns times depth of products with rows of half a vector up to which these lie one after the other: on
/// Zen 5, at AVX2, 8 to 100 rows of 2 `f64` take 0.6 to 0.9 of the time, and of 4 `f32` 0.8.
const HALVES: usize = 6;

/// What the store of a row that fills no vector takes, in halves of what a shuffle does: measured on
/// Zen 5, where a mask that is a vector, without mask registers, costs twice as much.
fn partial_store(isa: &Isa) -> usize {
    if isa.registers > 16 { 6 } else { 13 }
}

/// Whether vectors of a product's result go across the ends of its rows, for a product whose operands
/// and result lie in memory without gaps.
///
/// A step takes a shuffle for each vector, besides the multiply-add, and the result is stored in whole
/// vectors. That pays where rows by themselves would leave many lanes idle, and where there are
/// enough of them to prepare the right operand for. By measurement on Zen 5 (3 to 64 rows, 1 to 12
/// columns, depth 1 to 5) such products take 0.15 to 1.15 of the time, 0.6 in the mean; many of those that
/// the condition leaves out would take up to twice as long.
///
/// ```
/// use kernels_plan::end_to_end::is_end_to_end;
/// use kernels_plan::{graph::Elem, isa, matrix_block::Problem};
///
/// let avx512 = isa::find("avx512").unwrap();
/// let points = Problem { rows: Some(64), ..Problem::cube(Elem::F32, 3) };
/// assert!(is_end_to_end(avx512, &points));
/// assert!(!is_end_to_end(avx512, &Problem::cube(Elem::F32, 3)), "too few rows");
/// ```
pub fn is_end_to_end(isa: &Isa, problem: &Problem) -> bool {
    let &Problem { elem, rows: Some(rows), cols: Some(cols), depth: Some(depth), .. } = problem else {
        return false;
    };
    let (lanes, size) = (isa.lanes(elem), elem.size());
    // Rows of whole parts lie side by side, and leave no lane idle. That they are loaded one by one counts
    // in vectors of two parts only, and until the multiply-adds outweigh it.
    let few = lanes * size == 32 && cols * size == 16 && cols * depth <= HALVES;
    let in_parts = cols.is_power_of_two() && cols * size >= 16 && !few;
    // A column has blocks of its own.
    let is_column = cols == 1 && !problem.a_transposed;
    if is_column || cols >= lanes || lanes * size < SHUFFLED || depth > DEPTH || in_parts {
        return false;
    }
    let enough = if cols <= 2 { rows >= lanes } else { 2 * rows >= 3 * lanes };
    enough && partial_store(isa) * (lanes - cols) > 2 * cols * depth && is_near(isa, lanes, cols, problem)
}

/// Whether the elements that a vector of results takes are as near to each other as one shuffle can
/// reach: of the right operand, and in one step of the left one, within a vector, and where a shuffle
/// has two operands, all those of the left one within two.
fn is_near(isa: &Isa, lanes: usize, cols: usize, problem: &Problem) -> bool {
    let depth = problem.depth.unwrap_or(1);
    let (a_step, a_last) = if problem.a_transposed { (1, 0) } else { (depth, depth - 1) };
    let b_step = if problem.b_transposed { depth } else { 1 };
    let rows_past_first = (0..cols).map(|v| ((v + 1) * lanes - 1) / cols - v * lanes / cols);
    let rows = rows_past_first.max().unwrap_or(0);
    let of_two = isa.registers > 16 && rows * a_step + a_last < 2 * lanes;
    (rows * a_step < lanes || of_two) && (cols - 1) * b_step < lanes
}
