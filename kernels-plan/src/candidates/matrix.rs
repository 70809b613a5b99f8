//! Alternatives of matrix products.

use std::collections::BTreeSet;

use super::Alternative;
use crate::cache_block::{Operands, columns_fit, packed_blocks};
use crate::matrix_block::{Problem, Tile, all_tiles, even};
use crate::narrow::{SideBySide, most_vectors, side_by_side};
use crate::plan::{Block, Plan};

/// Tiles that take up to so many times as long as the best, by the model, are tried.
const WORSE: f64 = 1.3;
/// Bytes of both operands from which on packed blocks are tried.
const PACK_FROM: usize = 64 << 10;
/// Cycles that it takes to pack a vector.
const PACK: f64 = 1.5;
/// What tiles take where their operands come from far away.
const FAR: f64 = 1.3;

impl Plan<'_> {
    /// Tiles, each with the ways to bring the operands to it; and, for a narrow result, rows side by
    /// side.
    pub(super) fn tiles(&self, problem: &Problem, narrow: bool) -> Vec<Alternative> {
        let all = all_tiles(self.isa, problem);
        let best = all.iter().map(|(cycles, _)| *cycles).fold(f64::INFINITY, f64::min);
        let mut alternatives = vec![];
        for (cycles, tiles) in all.into_iter().filter(|(cycles, _)| *cycles <= WORSE * best) {
            for (way, operands) in self.ways(tiles.wide, problem) {
                let cycles = self.with_packing(cycles, tiles.wide, operands, problem);
                // Widths stay below it.
                let kind = 8 * way + tiles.wide.nv;
                let block = Block::Matrix { tiles, operands };
                alternatives.push(Alternative { way, ..Alternative::new(block, cycles, kind) });
            }
        }
        if narrow && let Some(block) = side_by_side(self.isa, problem) {
            alternatives.extend(self.side_by_side_blocks(block, problem));
        }
        alternatives
    }

    fn side_by_side_blocks(&self, block: SideBySide, problem: &Problem) -> Vec<Alternative> {
        let rows = problem.rows.unwrap_or(1);
        let in_vector = self.lanes() / block.part;
        let vectors = |most: usize| even(rows, most * in_vector)[0].size.div_ceil(in_vector);
        let sizes: BTreeSet<usize> = (1..=most_vectors(self.isa)).map(vectors).collect();
        let operands = block.operands(self.lanes(), problem);
        let alternative = |vectors: usize| {
            let rows = SideBySide { vectors, ..block };
            Alternative::new(Block::SideBySide { rows, operands }, rows.cycles(self.lanes(), problem), 0)
        };
        sizes.into_iter().map(alternative).collect()
    }

    /// The ways to bring operands to a tile, numbered alike for all tiles.
    fn ways(&self, tile: Tile, problem: &Problem) -> Vec<(usize, Operands)> {
        let lanes = self.lanes();
        let &Problem { rows: Some(rows), cols: Some(cols), depth: Some(depth), .. } = problem else {
            return vec![(0, Operands::InPlace)];
        };
        let mut ways = vec![];
        // As stored, a transposed right operand takes a load for each element.
        if !problem.b_transposed {
            ways.push((0, Operands::InPlace));
        }
        if columns_fit(tile, lanes, problem) && rows > tile.mr {
            ways.push((1, Operands::PackedColumns));
        }
        if (rows + cols) * depth * problem.elem.size() >= PACK_FROM {
            let rights = [512 << 10, 256 << 10, 128 << 10, 64 << 10, self.caches.right_block()];
            ways.extend(rights.into_iter().enumerate().filter_map(|(number, right)| {
                Some((2 + number, Operands::Packed(packed_blocks(tile, lanes, problem, right)?)))
            }));
        }
        ways
    }

    /// The cycles of all tiles and of packing.
    fn with_packing(&self, tiles: f64, tile: Tile, operands: Operands, problem: &Problem) -> f64 {
        let (Some(rows), Some(cols), Some(depth)) = (problem.rows, problem.cols, problem.depth) else {
            return tiles;
        };
        let vectors = |elements: usize| elements as f64 / self.lanes() as f64;
        let far = problem.outgrows();
        match operands {
            Operands::InPlace => tiles * if far { FAR } else { 1.0 },
            Operands::PackedColumns => {
                let columns = vectors(cols.next_multiple_of(tile.nv * self.lanes()) * depth);
                tiles * if far { FAR } else { 1.0 } + PACK * columns
            }
            Operands::Packed(block) => {
                // One thread packs each block once for all rows, unless their sums wait aside.
                let times = if block.sums_aside { rows.div_ceil(block.rows) } else { 1 };
                let right = vectors(cols * depth) * times as f64;
                let sums = vectors(rows * cols) * (depth.div_ceil(block.depth) - 1) as f64;
                tiles + PACK * (right + sums)
            }
        }
    }
}
