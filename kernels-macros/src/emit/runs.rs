//! An extent, cut into blocks for registers.

use kernels_plan::graph::Dim;
use kernels_plan::matrix_block::{Pieces, even};
use proc_macro2::TokenStream;

use super::index::{Index, named, rolled};
use super::instance::Level;

/// A run of blocks along one extent.
pub struct Run {
    /// Vectors or rows in a block.
    pub size: usize,
    /// Blocks.
    pub count: Index,
    /// Where the first one begins.
    pub start: Index,
    /// Elements from one block to the next.
    pub step: usize,
    /// The end of the extent, where the last block goes past it.
    pub end: Option<Index>,
}

impl Level<'_> {
    /// `body` takes a block's position and how many elements it has; `None`: as many as
    /// its vectors have lanes.
    pub fn blocks(
        &self,
        run: &Run,
        position: &str,
        body: impl FnOnce(&Index, Option<Index>) -> TokenStream,
    ) -> TokenStream {
        self.repeat("i", &run.count, |i| block(run, position, i, body))
    }

    /// The same of rows; if `rolls`, in a loop that the compiler may not unroll.
    pub fn row_blocks(
        &self,
        run: &Run,
        rolls: bool,
        body: impl FnOnce(&Index, Option<Index>) -> TokenStream,
    ) -> TokenStream {
        match rolls {
            true => rolled("i", &run.count, |i| block(run, "row", i, body)),
            false => self.blocks(run, "row", body),
        }
    }
}

/// `body` of block `i` of a run.
fn block(
    run: &Run,
    position: &str,
    i: &Index,
    body: impl FnOnce(&Index, Option<Index>) -> TokenStream,
) -> TokenStream {
    named(position, &run.start + i * run.step, |at| {
        let live = run.end.as_ref().map(|end| end - at);
        body(at, live)
    })
}

/// Blocks of at most `mr` rows, of two sizes; where the extent is not known here, blocks of
/// `mr` and single rows.
pub fn row_runs(rows: &Dim, mr: usize) -> Vec<Run> {
    if let Some(rows) = rows.value() {
        return pieces(even(rows, mr), 1);
    }
    let extent = Index::from(rows);
    let main = Run { size: mr, count: &extent / mr, start: 0.into(), step: mr, end: None };
    let tail = Run { size: 1, count: &extent % mr, start: &extent / mr * mr, step: 1, end: None };
    vec![main, tail]
}

/// Blocks of at most `nv` vectors of columns, the last of which may be incomplete: masked,
/// or moved back over columns that the block before has computed too, if `overlap` allows
/// it. Where the extent is not known here, blocks of `nv` and single vectors.
pub fn column_runs(cols: &Dim, lanes: usize, nv: usize, overlap: bool) -> Vec<Run> {
    let extent = Index::from(cols);
    let Some(known) = cols.value() else {
        let step = nv * lanes;
        let main = Run { size: nv, count: &extent / step, start: 0.into(), step, end: None };
        // The last one masked; their number is a constant to rustc.
        let tail = Run {
            size: 1,
            count: (&extent % step).div_ceil(lanes),
            start: &extent / step * step,
            step: lanes,
            end: Some(extent),
        };
        return vec![main, tail];
    };
    let mut pieces_of = even(known.div_ceil(lanes), nv);
    if known.is_multiple_of(lanes) {
        return pieces(pieces_of, lanes);
    }
    // The last block apart.
    let last = if pieces_of[1].count > 0 { &mut pieces_of[1] } else { &mut pieces_of[0] };
    last.count -= 1;
    let size = last.size;
    let mut runs = pieces(pieces_of, lanes);
    let overlaps = overlap && known >= size * lanes;
    let start = if overlaps { known - size * lanes } else { (known.div_ceil(lanes) - size) * lanes };
    let end = (!overlaps).then_some(extent);
    runs.push(Run { size, count: 1.into(), start: start.into(), step: size * lanes, end });
    runs
}

/// Runs of pieces, one after the other, of which each unit has `width` elements.
fn pieces(pieces: [Pieces; 2], width: usize) -> Vec<Run> {
    let mut start = 0;
    let mut runs = Vec::new();
    for Pieces { size, count } in pieces {
        let step = size * width;
        if count > 0 {
            runs.push(Run { size, count: count.into(), start: start.into(), step, end: None });
        }
        start += count * step;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Start, count, size and whether the last block is masked.
    fn described(runs: Vec<Run>) -> Vec<(usize, usize, usize, bool)> {
        let number = |index: &Index| index.known().expect("a number");
        runs.iter().map(|run| (number(&run.start), number(&run.count), run.size, run.end.is_some())).collect()
    }

    #[test]
    fn rows_are_cut_evenly() {
        assert_eq!(described(row_runs(&Dim::Const(16), 6)), [(0, 1, 6, false), (6, 2, 5, false)]);
        assert_eq!(described(row_runs(&Dim::Const(3), 6)), [(0, 1, 3, false)]);
    }

    #[test]
    fn the_last_columns_are_masked_or_overlap() {
        let runs = |overlap| described(column_runs(&Dim::Const(33), 8, 2, overlap));
        assert_eq!(runs(false), [(0, 2, 2, false), (32, 1, 1, true)]);
        assert_eq!(runs(true), [(0, 2, 2, false), (25, 1, 1, false)]);
        assert_eq!(described(column_runs(&Dim::Const(5), 8, 1, true)), [(0, 1, 1, true)]);
        assert_eq!(described(column_runs(&Dim::Const(32), 8, 3, true)), [(0, 2, 2, false)]);
    }
}
