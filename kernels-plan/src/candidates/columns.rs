//! Alternatives of products by columns.

use std::collections::BTreeSet;

use super::Alternative;
use crate::column_block::{ColumnBlock, fewer_vectors};
use crate::graph::Id;
use crate::matrix_block::even;
use crate::order;
use crate::plan::{Block, Plan};
use crate::row_block::UNKNOWN;

/// Cycles until a multiply-add may follow the one that it waits for.
const LATENCY: f64 = 4.0;
/// Cycles around each turn of a loop that nothing hides.
const TURN: f64 = 0.3;
/// Blocks of columns from the second-level cache take so much more than the order of memory.
const STREAMED: f64 = 1.15;
/// Moving the sums of rows that are joined to one.
const MOVED: f64 = 12.0;
/// The widest strip, and the rows a turn that are worth the code.
const STRIP: usize = 32;
const ROWS: usize = 8;

impl Plan<'_> {
    /// Vectors of a block and rows a turn; strips, and how many of their sums are in registers; rows
    /// joined to one. The chains are part of the order.
    pub(super) fn columns_and_strips(&self, id: Id, w: Id) -> Vec<Alternative> {
        let lanes = self.lanes();
        // For a number of columns that is not known, the code has a block for each number of chains.
        let Some(cols) = self.graph.shape(id).elements() else { return vec![] };
        let chains = order::column_chains(cols, self.graph.elem.size());
        let (vectors, depth) = (cols.div_ceil(lanes), self.depth(id).value().unwrap_or(UNKNOWN));
        // Beside the sums the vector's elements, apart or together, and a vector of the matrix.
        let most = (self.isa.registers - 4) / chains;
        let sizes: BTreeSet<usize> = (1..=most).map(|nv| even(vectors, nv)[0].size).collect();
        let turns: BTreeSet<usize> = [chains, 2 * chains, 4, 8].into();
        let turns: Vec<usize> =
            turns.into_iter().filter(|&rows| rows <= ROWS.min(depth.max(chains))).collect();
        let mut all = vec![];
        for nv in sizes {
            for &rows in &turns {
                let cycles = self.column_cycles(chains, nv, rows, vectors, depth);
                let block = Block::Columns(ColumnBlock { chains, nv, rows });
                all.push(Alternative::new(block, cycles, rows));
            }
        }
        let strips: BTreeSet<usize> =
            [8, 16, STRIP].into_iter().map(|nv| even(vectors, nv)[0].size).collect();
        for nv in strips {
            for held in [self.isa.registers / 4 * 3 / chains, self.isa.registers / 2 / chains] {
                if nv > held && held > 0 {
                    let block = Block::Strips { chains, nv, held };
                    let stored = (nv - held) as f64;
                    let strips = vectors as f64 / nv as f64;
                    let cycles = (held as f64 / 2.0 + 1.25 * stored + TURN) * depth as f64 * strips;
                    all.push(Alternative::new(block, cycles, 0));
                }
            }
        }
        let joined = fewer_vectors(self.isa, lanes, cols, chains).filter(|_| !self.has_gaps(w));
        all.extend(joined.map(|vectors| {
            let turn = LATENCY.max((vectors + 1) as f64 / 2.0) + TURN;
            let cycles = turn * depth as f64 / chains as f64 + MOVED;
            Alternative::new(Block::Joined { chains, vectors }, cycles, 0)
        }));
        all
    }

    fn column_cycles(&self, chains: usize, nv: usize, rows: usize, vectors: usize, depth: usize) -> f64 {
        let depth = depth as f64;
        let part = 16 / self.graph.elem.size();
        // Elements of the vector are loaded together where a turn has as many.
        let factor = if self.lanes() > part && rows.is_multiple_of(part) { 1.0 / part as f64 } else { 1.0 };
        let block = |nv: usize| {
            let throughput = (nv as f64 + factor) / 2.0 * depth;
            throughput.max(LATENCY * depth / chains as f64) + TURN * depth / rows as f64 + 2.0
        };
        let runs = even(vectors, nv);
        let cycles: f64 = runs.iter().map(|run| run.count as f64 * block(run.size)).sum();
        let apart = self.vector_products() > self.caches.first && runs[0].count + runs[1].count > 1;
        cycles * if apart { STREAMED } else { 1.0 }
    }
}
