//! Alternatives of quantized products.

use std::collections::BTreeSet;

use super::Alternative;
use super::rows::powers;
use crate::graph::{Dim, Id};
use crate::matrix_block::even;
use crate::plan::{Block, Form, Plan};
use crate::quad_block::{PANEL, QuadBlock, panels_fit};
use crate::row_block::UNKNOWN;

/// Panels whose room is on the stack while a tile packs what it reads.
const PANELS: usize = 8;

impl Plan<'_> {
    /// Rows of bytes in flight.
    pub(super) fn byte_rows(&self, id: Id) -> Vec<Alternative> {
        let rows = self.graph.shape(id).elements().unwrap_or(usize::MAX);
        // Beside the sums of all rows those in flight, the vector and what is loaded.
        let room = self.isa.registers - self.lanes() - 2;
        let most = room.min(rows).min(self.lanes()).min(8);
        let alternative = |group: usize| {
            // More than four in flight gain nothing.
            let cycles = 4.0 / group.min(4) as f64 + group as f64 / 64.0;
            Alternative::new(Block::ByteRows(group), cycles, 0)
        };
        powers(most).map(alternative).collect()
    }

    /// Rows, vectors, chains, and panels packed before or not. The chains may vary: the sums are
    /// exact.
    pub(super) fn quads(&self, id: Id, form: &Form, own: Block) -> Vec<Alternative> {
        let Block::Quads(own) = own else { return vec![] };
        let dims = self.graph.shape(id).dims();
        let (rows, cols, right) = match *form {
            Form::Matrix { b, .. } => (dims[0].value(), dims[1].value(), b.tensor),
            Form::Rows { w, .. } | Form::Columns { w, .. } => (Some(1), dims[0].value(), w),
        };
        let (lanes, depth) = (self.lanes(), self.depth(id).value());
        let vectors = cols.unwrap_or(UNKNOWN).div_ceil(lanes).max(1);
        let widest = vectors.min(PANELS * PANEL / lanes);
        let widths: BTreeSet<usize> = powers(widest).map(|nv| even(vectors, nv)[0].size).collect();
        let heights: BTreeSet<usize> = match rows {
            Some(rows) => [1, 2, 4, 6, 8, 12].map(|mr| even(rows, mr)[0].size).into(),
            None => [1, 2, 4, 6, 8, 12].into(),
        };
        let mut all = vec![];
        for (&nv, &mr) in widths.iter().flat_map(|nv| heights.iter().map(move |mr| (nv, mr))) {
            for chains in [1, 2, 4] {
                let stored = !self.graph.is_packed(right);
                let several = rows.is_none_or(|rows| rows > mr);
                let packed: &[bool] = match stored && several && panels_fit(self.isa, nv, depth) {
                    true => &[true, false],
                    // What has no meaning for the code is as the model has it.
                    false if stored => &[false],
                    false => &[own.packed],
                };
                for &packed in packed {
                    let block = QuadBlock { mr, nv, chains, packed };
                    if self.quads_fit(&block) {
                        let cycles = self.quad_cycles(&block, rows, vectors, depth, stored);
                        let kind = 2 * mr + usize::from(packed);
                        all.push(Alternative::new(Block::Quads(block), cycles, kind));
                    }
                }
            }
        }
        all
    }

    /// Whether the sums stay in registers. A level without an instruction for four products has
    /// several parts of each dot in registers, and one row there has sums of halves of bytes.
    fn quads_fit(&self, block: &QuadBlock) -> bool {
        let &QuadBlock { mr, nv, chains, .. } = block;
        match (self.isa.is_base(), mr) {
            (true, 1) => chains == 1 && 3 * nv + 3 <= self.isa.registers,
            (true, _) => mr * nv * chains + nv + 5 <= self.isa.registers,
            (false, _) => mr * nv * chains + nv + 2 <= self.isa.registers,
        }
    }

    /// What the code of a block depends on: rows and columns are cut evenly.
    pub(super) fn quad_code(&self, id: Id, block: QuadBlock) -> QuadBlock {
        let dims = self.graph.shape(id).dims();
        let cut = |extent: Option<usize>, most| extent.map_or(most, |extent| even(extent, most)[0].size);
        let vectors = |cols: &Dim| cols.value().map(|cols| cols.div_ceil(self.lanes()));
        match dims[..] {
            [rows, cols] => {
                QuadBlock { mr: cut(rows.value(), block.mr), nv: cut(vectors(cols), block.nv), ..block }
            }
            [cols] => QuadBlock { nv: cut(vectors(cols), block.nv), ..block },
            _ => block,
        }
    }

    fn quad_cycles(
        &self,
        block: &QuadBlock,
        rows: Option<usize>,
        vectors: usize,
        depth: Option<usize>,
        stored: bool,
    ) -> f64 {
        let &QuadBlock { mr, nv, chains, packed } = block;
        let (rows, steps) = (rows.unwrap_or(UNKNOWN), depth.unwrap_or(UNKNOWN).div_ceil(4) as f64);
        let vnni = !self.isa.is_base();
        let tile = |mr: usize, nv: usize| {
            let (dots, weights) = ((mr * nv) as f64, nv as f64);
            let work = if vnni { dots / 2.0 } else { dots + weights };
            let loads = (mr + nv) as f64 / 2.0;
            // A dot of VNNI waits four cycles for the one before, the last addition of another one.
            let latency = if vnni { 4.0 } else { 1.0 } / chains as f64;
            work.max(loads).max(latency) * steps + 3.0 + chains as f64
        };
        let tiles = even(rows, mr);
        let count = (tiles[0].count + tiles[1].count) as f64;
        let packs = if !stored {
            0.0
        } else if packed {
            1.0
        } else {
            count
        };
        let run = |nv: usize| {
            let all: f64 = tiles.iter().map(|rows| rows.count as f64 * tile(rows.size, nv)).sum();
            all + packs * 4.0 * nv as f64 * steps
        };
        even(vectors, nv).iter().map(|run_of| run_of.count as f64 * run(run_of.size)).sum()
    }
}
