//! Alternatives of products by rows.

use super::Alternative;
use crate::graph::{Elem, Id};
use crate::order;
use crate::plan::{Block, Plan};
use crate::row_block::{RowBlock, UNKNOWN};

/// Cycles until a multiply-add may follow the one that it waits for.
const LATENCY: f64 = 4.0;
/// Instructions that the processor looks ahead, at least.
const WINDOW: f64 = 200.0;
/// Cycles around each turn of a loop, and around each group of rows, that nothing hides.
const TURN: f64 = 0.3;
const GROUP: f64 = 1.0;
/// Rows side by side from the second-level cache take a tenth more than rows in order.
const STREAMED: f64 = 1.1;

impl Plan<'_> {
    /// Rows in flight, registers of a row at a time, chunks a turn, the vector in registers or not.
    pub(super) fn rows(&self, id: Id, w: Id) -> Vec<Alternative> {
        let lanes = self.lanes();
        let order_lanes = order::lanes(self.graph.elem.size());
        let all = self.registers_per_chain();
        let (len, depth) = (self.graph.shape(id).elements(), self.depth(id).value());
        let widened = self.graph.elem_of(w) == Elem::Bf16;
        let chunks = depth.unwrap_or(UNKNOWN).div_ceil(order_lanes);
        let whole = (depth.unwrap_or(UNKNOWN) / order_lanes).max(1);
        let tail = |rows: usize| len.map_or(1, |len| rows.min(len % lanes).max(1));
        let mut blocks = vec![];
        for rows in powers(lanes.min(len.unwrap_or(lanes).max(1).next_power_of_two())) {
            let block = |per_pass, unroll, held| RowBlock { rows, tail: tail(rows), per_pass, unroll, held };
            if depth.is_some() {
                blocks.push(block(all, chunks, chunks * all));
            }
            for per_pass in powers(all) {
                // As many as there are.
                let turns = powers(4.min(whole));
                blocks.extend(turns.map(|unroll| block(per_pass, unroll, 0)));
            }
        }
        let fitting = blocks.into_iter().filter(|block| self.row_fits(block, widened));
        fitting
            .map(|block| {
                let kind = usize::from(block.held > 0) * (1 + usize::from(block.rows == 1));
                Alternative::new(Block::Rows(block), self.row_cycles(&block, len, chunks), kind)
            })
            .collect()
    }

    /// Whether a block keeps its sums in registers, by the rules of
    /// [`row_block`](crate::row_block::row_block).
    fn row_fits(&self, block: &RowBlock, widened: bool) -> bool {
        let (registers, all) = (self.isa.registers, self.registers_per_chain());
        // A widened vector takes a register, too; more than one chunk a turn spills beside eight.
        let loads = if widened { block.per_pass * block.unroll } else { 1 };
        match (block.held, block.rows) {
            (0, _) => {
                block.accumulators() <= registers / 2 && block.accumulators() + 2 * loads + 4 <= registers
            }
            (held, 1) => held + all + loads < registers,
            (held, rows) => held + rows * all + self.lanes().min(8) + (loads - 1) <= registers,
        }
    }

    fn row_cycles(&self, block: &RowBlock, len: Option<usize>, chunks: usize) -> f64 {
        let (all, chunks) = (self.registers_per_chain() as f64, chunks as f64);
        let len = len.unwrap_or(UNKNOWN);
        let groups = (len / self.lanes() * self.lanes().div_ceil(block.rows)
            + (len % self.lanes()).div_ceil(block.tail)) as f64;
        let (rows, per_pass) = (block.rows as f64, block.per_pass as f64);
        let loads = per_pass * (rows + if block.held > 0 { 0.0 } else { 1.0 });
        // The next groups wait for nothing: those that the processor sees begin meanwhile.
        let waiting = ((loads + rows * per_pass) * chunks / WINDOW).min(1.0);
        let turns = if block.held > 0 { 0.0 } else { chunks / block.unroll as f64 };
        let pass = (loads / 2.0 * chunks).max(LATENCY * chunks * waiting) + turns * TURN + GROUP;
        let streamed = self.vector_products() > self.caches.first && block.rows > 1;
        pass * all / per_pass * groups * if streamed { STREAMED } else { 1.0 }
    }

    /// What the code of a block of rows depends on: rows that there are none of take no part, nor
    /// chunks.
    pub(super) fn row_code(&self, id: Id, block: RowBlock) -> RowBlock {
        let (len, depth) = (self.graph.shape(id).elements(), self.depth(id).value());
        let chunks = depth.map(|depth| (depth / order::lanes(self.graph.elem.size())).max(1));
        let rows = match len {
            Some(len) if len < self.lanes() => block.tail,
            _ => block.rows,
        };
        RowBlock { rows, unroll: chunks.map_or(block.unroll, |chunks| block.unroll.min(chunks)), ..block }
    }
}

/// 1, 2, 4, … up to `most`.
pub(super) fn powers(most: usize) -> impl Iterator<Item = usize> {
    (0..usize::BITS).map(|power| 1 << power).take_while(move |&n| n <= most)
}
