//! The blocks that a step may have.

use crate::cache_block::Operands;
use crate::graph::Elem;
use crate::matrix_block::Tiles;
use crate::plan::{Block, Form, Plan};
use crate::step::Step;

/// A block that a step may have.
#[derive(Debug, Clone, Copy)]
pub struct Alternative {
    pub block: Block,
    /// The model's estimate, good for comparing alternatives of one step.
    pub cycles: f64,
    /// Alternatives of one kind are near to each other.
    pub kind: usize,
    /// How operands are brought to the tiles of a matrix product, as a number.
    pub way: usize,
}

impl Alternative {
    pub fn new(block: Block, cycles: f64, kind: usize) -> Alternative {
        Alternative { block, cycles, kind, way: 0 }
    }

    /// Whether it differs in one thing from another one of its step: of a matrix product, in the
    /// tiles or in the way of the operands.
    pub fn is_one_change(&self, from: &Alternative) -> bool {
        match (from.block, self.block) {
            (Block::Matrix { tiles, .. }, Block::Matrix { tiles: other, .. }) => {
                tiles == other || from.way == self.way
            }
            _ => true,
        }
    }
}

/// Blocks that take up to so many times as long as the best, by the model, are tried. It errs by
/// less, but not by much less: caches and ports differ from processor to processor.
const WORSE: f64 = 2.0;

impl Plan<'_> {
    /// The blocks that a step may have: the model's own first, then the best by its estimate.
    pub(super) fn alternatives(&self, step: &Step) -> Vec<Alternative> {
        let own = self.block(step);
        let Step::Product { id, operands, inlined, store } = step else {
            return vec![Alternative::new(own, 0.0, 0)];
        };
        let form = Form::of(self.graph, *operands);
        let mut others = match (&form, own) {
            (Form::Rows { .. }, Block::ByteRows(_)) => self.byte_rows(*id),
            _ if self.graph.elem_of(*id) == Elem::I32 => self.quads(*id, &form, own),
            (Form::Rows { w, .. }, _) => self.rows(*id, *w),
            (Form::Columns { w, .. }, _) => self.columns_and_strips(*id, *w),
            (Form::Matrix { a, b }, _) => {
                let problem = self.problem(*id, [*a, *b], inlined, store);
                let narrow = self.may_lie_side_by_side([*a, *b], inlined, store);
                self.tiles(&problem, narrow)
            }
        };
        others.sort_by(|a, b| a.cycles.total_cmp(&b.cycles));
        let is_own = |other: &Alternative| other.block == own;
        let best = others.first().map_or(0.0, |best| best.cycles);
        let known = others.iter().find(|other| is_own(other)).copied();
        let mut all = vec![known.unwrap_or(Alternative::new(own, best, 0))];
        let mut codes = vec![self.code(step, own)];
        for other in others.into_iter().filter(|other| other.cycles <= WORSE * best) {
            let code = self.code(step, other.block);
            if !codes.contains(&code) {
                codes.push(code);
                all.push(other);
            }
        }
        all
    }

    /// What the code of a block depends on: blocks that make the same code are one.
    fn code(&self, step: &Step, block: Block) -> Block {
        match (block, step) {
            (Block::Rows(block), Step::Product { id, .. }) => Block::Rows(self.row_code(*id, block)),
            (Block::Quads(block), Step::Product { id, .. }) => Block::Quads(self.quad_code(*id, block)),
            // Packed products have tiles of one height.
            (Block::Matrix { tiles: Tiles { wide, .. }, operands: operands @ Operands::Packed(_) }, _) => {
                Block::Matrix { tiles: Tiles { wide, narrow_rows: wide.mr, last: None }, operands }
            }
            _ => block,
        }
    }
}
