//! The columns of a product past the last whole vector, as a block of their own.

use crate::graph::{Dim, Id};
use crate::isa::Isa;
use crate::matrix_block::{Problem, WIDEST, even};
use crate::narrow::{SideBySide, is_near, most_vectors};
use crate::one_column::{OneColumn, one_column};
use crate::plan::Plan;
use crate::step::{Operand, Store};

/// How these columns are computed. In tiles they would fill few lanes of the last vector of each row: on a
/// Xeon, products of 17 and 33 columns take up to 1.4 times as long so at AVX2, and 1.3 times at AVX-512.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastColumns {
    /// Several rows of as many columns as a part has, some of them for the second time.
    SideBySide(SideBySide),
    /// One, whose rows are the lanes.
    One(OneColumn),
}

/// Depth from which on a single column pays: below, what comes before and after the multiply-adds counts.
const DEEP: usize = 4;

/// Rows from which on a single column pays with 512 bits, where shuffles take a port of the multiply-adds: 5 rows
/// took up to 1.2 times as long on a Xeon.
const ROWS: usize = 8;

impl LastColumns {
    /// Registers in use at once.
    pub(crate) fn registers(self) -> usize {
        match self {
            LastColumns::SideBySide(block) => block.registers(),
            LastColumns::One(block) => block.registers(),
        }
    }

    /// The model's estimate for all rows.
    pub(crate) fn cycles(self, lanes: usize, problem: &Problem) -> f64 {
        match self {
            LastColumns::SideBySide(block) => block.cycles(lanes, problem),
            LastColumns::One(block) => block.cycles(lanes, problem),
        }
    }
}

/// The block of the last columns of a product of known extents, if they are few: one, or as many as a part of
/// 128 bits has. That takes a part of the multiply-adds, and shuffles.
/// [`matrix_tiles`](crate::matrix_block::matrix_tiles) decides whether it pays.
///
/// ```
/// use kernels_plan::last_columns::{LastColumns, last_columns};
/// use kernels_plan::narrow::SideBySide;
/// use kernels_plan::{graph::Elem, isa, matrix_block::Problem};
///
/// let avx2 = isa::find("avx2").unwrap();
/// let [one, two, five] = [33, 34, 37].map(|n| last_columns(avx2, &Problem::cube(Elem::F32, n)));
/// assert!(matches!(one, Some(LastColumns::One(_))));
/// assert_eq!(two, Some(LastColumns::SideBySide(SideBySide { part: 4, vectors: 6 })));
/// assert_eq!(five, None);
/// ```
pub fn last_columns(isa: &Isa, problem: &Problem) -> Option<LastColumns> {
    let &Problem { elem, rows: Some(rows), cols: Some(cols), depth: Some(depth), .. } = problem else {
        return None;
    };
    let (part, lanes) = (16 / elem.size(), isa.lanes(elem));
    let (few, in_vector) = (cols % lanes, lanes / part);
    if cols < lanes || rows < 2 || !is_near(isa, problem, WIDEST) {
        return None;
    }
    if few == 1 && depth >= DEEP {
        let pays = |one: &OneColumn| depth >= one.part && (in_vector <= 2 || rows >= ROWS);
        let one = one_column(isa, &Problem { cols: Some(1), ..*problem });
        return one.filter(pays).map(LastColumns::One);
    }
    // Parts of the rows of the left operand are loaded whole, and those of two elements would be half in vain
    // for three. A vector of more rows than a part has columns takes as long to load.
    let loads = depth >= part && depth != 3 && (2..=part).contains(&in_vector);
    if !loads || !(1..=part).contains(&few) {
        return None;
    }
    let rows = even(rows, most_vectors(isa) * in_vector)[0].size;
    Some(LastColumns::SideBySide(SideBySide { part, vectors: rows.div_ceil(in_vector) }))
}

impl Plan<'_> {
    /// The block of the last columns of a product, where what it and its epilogue read and write lies so that
    /// it can be.
    pub(crate) fn last_columns(
        &self,
        problem: &Problem,
        read: [Operand; 2],
        inlined: &[Id],
        store: &Store,
    ) -> Option<LastColumns> {
        last_columns(self.isa, problem).filter(|last| match last {
            LastColumns::SideBySide(_) => {
                let overlaps = problem.cols.is_some_and(|cols| self.may_overlap(&Dim::Const(cols), store));
                overlaps && self.may_lie_side_by_side(read, inlined, store)
            }
            LastColumns::One(_) => {
                let of_type = |operand: Operand| self.graph.elem_of(operand.tensor) == self.graph.elem;
                read.into_iter().all(of_type) && self.is_of_one_type(inlined)
            }
        })
    }
}
