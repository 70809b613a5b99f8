//! The plans that may be faster than the model's: what a program that records a profile times.
//!
//! All of them compute the same bits: the order of additions, its lanes and its chains are part
//! of the contract ([`crate::order`]) and never vary.
//!
//! Each step has a fixed list of alternatives, which depends on the kernel, the level and a
//! little on the caches, and not on the blocks that a plan has now. So a plan that differs from
//! the model's in many steps is found by the text of each ([`Plan::find`]), and a later
//! recording goes on from an earlier winner.

mod alternative;
mod columns;
mod matrix;
mod quads;
mod rows;
mod shortlist;

use alternative::Alternative;

use crate::plan::Plan;
use crate::print::SEPARATOR;
use crate::style::{Style, Tails, Unroll};

/// A plan that differs from another in one thing.
struct Change<'g> {
    plan: Plan<'g>,
    /// What it is estimated to cost.
    cycles: f64,
    /// The step, or one past the last for the style, and the kind of its new block.
    kind: (usize, usize),
}

/// What the other end of a loop or a loop that stays one is estimated to cost, of all cycles:
/// enough to try blocks first that the model finds as good as its own.
const STYLE: f64 = 0.02;

impl<'g> Plan<'g> {
    /// This plan, and those that differ from it in one thing and may be faster, the most promising
    /// ones first: other blocks of a step, other tails, loops that stay loops. If it is not the
    /// model's plan, that is the second. The last is the second choice for all steps at once.
    ///
    /// All have different texts, fit the registers and compute the same bits.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(64), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), y));
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx512").unwrap());
    /// let texts: Vec<String> = plan.candidates().iter().map(Plan::describe).collect();
    /// assert_eq!(texts[0], "8 rows at once, the vector held");
    /// assert!(texts.iter().any(|text| text == "rows in order"));
    /// ```
    pub fn candidates(&self) -> Vec<Plan<'g>> {
        let mut plans: Vec<Plan> = vec![self.clone(), self.model()];
        plans.extend(self.changes().into_iter().map(|change| change.plan));
        plans.push(self.second_choice());
        unique(plans)
    }

    /// The plan of this kernel, level and caches whose text this is; `None` if there is none, for
    /// the kernel or the list of alternatives is another one now.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(64), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), y));
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx512").unwrap());
    /// assert_eq!(plan.find("rows in order; rolled").unwrap().describe(), "rows in order; rolled");
    /// assert!(plan.find("tile of 6 rows by 64 columns").is_none());
    /// ```
    pub fn find(&self, text: &str) -> Option<Plan<'g>> {
        let mut plan = self.model();
        let mut parts = text.split(SEPARATOR).peekable();
        for (at, step) in self.fused.steps.iter().enumerate() {
            if plan.describe_step(step, plan.blocks[at]).is_none() {
                continue;
            }
            let part = parts.next()?;
            let mut alternatives = self.alternatives(step).into_iter();
            let has_text =
                |other: &Alternative| self.describe_step(step, other.block).as_deref() == Some(part);
            plan.blocks[at] = alternatives.find(has_text)?.block;
        }
        parts.next_if_eq(&"scalar");
        let style = parts.collect::<Vec<_>>();
        let has_style = |other: &Style| other.describe(self.isa) == style;
        plan.style = plan.styles().into_iter().find(has_style)?;
        (plan.describe() == text).then_some(plan)
    }

    /// The plan with the least code: for kernels that are seldom called.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{isa, plan::Plan, simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let a = graph.input(0, Shape::Matrix(Dim::Const(96), Dim::Const(96)));
    /// let square = graph.push(Op::Product(a, a)).unwrap();
    /// graph.outputs.push((Output::Return(0), square));
    /// let fused = fuse(&graph);
    /// let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    /// assert!(plan.small().code_bytes() < plan.code_bytes());
    /// ```
    pub fn small(&self) -> Plan<'g> {
        let mut plan = self.model();
        plan.style.unroll = Unroll::Rolled;
        for (at, step) in self.fused.steps.iter().enumerate() {
            let alternatives = self.alternatives(step).into_iter();
            let least = alternatives.min_by_key(|other| plan.step_bytes(step, other.block));
            plan.blocks[at] = least.expect("the model's own block is the first").block;
        }
        plan.with_style_that_counts()
    }

    /// The model's plan.
    fn model(&self) -> Plan<'g> {
        Plan::for_caches(self.graph, self.fused, self.isa, self.caches)
    }

    /// Every plan that differs from this one in one thing, the most promising one first.
    fn changes(&self) -> Vec<Change<'g>> {
        let mut changes = vec![];
        let mut total = 0.0;
        for (at, step) in self.fused.steps.iter().enumerate() {
            let alternatives = self.alternatives(step);
            let now = alternatives.iter().find(|other| other.block == self.blocks[at]);
            let now = now.unwrap_or(&alternatives[0]);
            total += now.cycles;
            let others = alternatives.iter().filter(|other| other.block != now.block);
            changes.extend(others.filter(|other| other.is_one_change(now)).map(|other| {
                let mut plan = self.clone();
                plan.blocks[at] = other.block;
                let plan = plan.with_style_that_counts();
                Change { plan, cycles: other.cycles - now.cycles, kind: (at, other.kind) }
            }));
        }
        let styles = self.styles().into_iter().enumerate();
        let other = |style: &Style| *style != self.style && is_one_style(self.style, *style);
        changes.extend(styles.filter(|(_, style)| other(style)).map(|(kind, style)| {
            let plan = Plan { style, ..self.clone() };
            Change { plan, cycles: STYLE * total, kind: (self.blocks.len(), kind) }
        }));
        changes.sort_by(|a, b| a.cycles.total_cmp(&b.cycles));
        changes
    }

    /// The best alternative of each step at once.
    fn second_choice(&self) -> Plan<'g> {
        let mut plan = self.clone();
        for (at, step) in self.fused.steps.iter().enumerate() {
            let other = self.alternatives(step).into_iter().find(|other| other.block != self.blocks[at]);
            plan.blocks[at] = other.map_or(self.blocks[at], |other| other.block);
        }
        plan.with_style_that_counts()
    }

    /// The styles that make a difference to this plan's code, the model's own first.
    fn styles(&self) -> Vec<Style> {
        let mut styles = vec![Style::of(self.isa)];
        for tails in [Tails::Overlap, Tails::Masked] {
            for unroll in [Unroll::Full, Unroll::Rolled] {
                let Plan { style, .. } =
                    Plan { style: Style { tails, unroll }, ..self.clone() }.with_style_that_counts();
                if !styles.contains(&style) {
                    styles.push(style);
                }
            }
        }
        styles
    }

    /// This plan, with the model's style where another one makes no difference to the code.
    fn with_style_that_counts(mut self) -> Self {
        let model = Style::of(self.isa);
        if !self.has_tails() {
            self.style.tails = model.tails;
        }
        if !self.has_loops() {
            self.style.unroll = model.unroll;
        }
        self
    }
}

fn is_one_style(from: Style, to: Style) -> bool {
    from.tails == to.tails || from.unroll == to.unroll
}

/// The first plan of each text.
fn unique(plans: Vec<Plan>) -> Vec<Plan> {
    let mut texts = std::collections::BTreeSet::new();
    plans.into_iter().filter(|plan| texts.insert(plan.describe())).collect()
}
