//! Few of many candidates.

use super::unique;
use crate::plan::Plan;

impl<'g> Plan<'g> {
    /// The most promising of the [`candidates`](Plan::candidates): at most `most`, whose code takes
    /// `budget_bytes` at most by estimate, this plan first. (It is there even if it exceeds both.)
    /// They are spread over the kinds of alternatives: the best one of each kind comes before the
    /// second of any.
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
    /// let few = plan.shortlist(64 << 10, 8);
    /// assert_eq!(few.len(), 8);
    /// assert!(few.iter().map(Plan::code_bytes).sum::<usize>() <= 64 << 10);
    /// ```
    pub fn shortlist(&self, budget_bytes: usize, most: usize) -> Vec<Plan<'g>> {
        let mut plans = vec![self.clone(), self.model()];
        let mut kinds: Vec<((usize, usize), std::collections::VecDeque<Plan>)> = vec![];
        for change in self.changes() {
            match kinds.iter_mut().find(|(kind, _)| *kind == change.kind) {
                Some((_, plans)) => plans.push_back(change.plan),
                None => kinds.push((change.kind, [change.plan].into())),
            }
        }
        while kinds.iter().any(|(_, plans)| !plans.is_empty()) {
            plans.extend(kinds.iter_mut().filter_map(|(_, plans)| plans.pop_front()));
        }
        let mut left = budget_bytes.saturating_sub(self.code_bytes());
        let mut few = unique(plans).into_iter();
        let mut chosen: Vec<Plan> = few.next().into_iter().collect();
        for plan in few {
            let bytes = plan.code_bytes();
            if chosen.len() < most && bytes <= left {
                left -= bytes;
                chosen.push(plan);
            }
        }
        chosen
    }
}
