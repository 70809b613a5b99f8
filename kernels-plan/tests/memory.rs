//! Random graphs: whatever is fused, every step finds in memory what it reads, and every
//! output holds its value at the end.
//!
//! The steps run on symbols. An element of memory holds "element i of node n", or nothing
//! before its first write.

use std::collections::BTreeMap;

use kernels_plan::graph::{Binary, Dim, Elem, Function, Graph, Id, Op, Output, Reduction, Shape, Unary};
use kernels_plan::simplify::fuse;
use kernels_plan::step::{Fused, Operand, Place, Step, Store};
use proptest::prelude::*;

/// Element of a node. The parts of a `concat` stand for themselves.
type Symbol = (Id, usize);

struct Machine<'g> {
    graph: &'g Graph,
    fused: &'g Fused,
    memory: BTreeMap<String, Vec<Option<Symbol>>>,
    scalars: Vec<Id>,
}

/// A parameter and the output that overwrites it are one piece of memory.
fn memory_of(place: Place) -> String {
    match place {
        Place::Input(param) => format!("{:?}", Place::Output(Output::Param(param))),
        other => format!("{other:?}"),
    }
}

impl Machine<'_> {
    fn run(graph: &Graph) {
        let fused = fuse(graph);
        let mut machine = Machine { graph, fused: &fused, memory: BTreeMap::new(), scalars: vec![] };
        for (at, node) in graph.nodes.iter().enumerate() {
            match node.op {
                Op::Input(_) if node.shape == Shape::Scalar => machine.scalars.push(Id(at)),
                Op::Input(param) => machine.fill(Place::Input(param), Id(at), 0),
                Op::Constant(_) | Op::Count(_) => machine.scalars.push(Id(at)),
                _ => {}
            }
        }
        for step in &fused.steps {
            machine.step(step);
        }
        for &(output, id) in &graph.outputs {
            match graph.shape(id) {
                Shape::Scalar => assert!(machine.scalars.contains(&id), "no value for {output:?}"),
                _ => machine.holds(Place::Output(output), id),
            }
        }
    }

    fn symbol(&self, id: Id, mut at: usize) -> Symbol {
        let Op::Concat(parts) = self.graph.op(id) else { return (id, at) };
        for &part in parts {
            let len = self.len(part);
            if at < len {
                return self.symbol(part, at);
            }
            at -= len;
        }
        unreachable!("the parts make up the whole")
    }

    fn len(&self, id: Id) -> usize {
        self.graph.shape(id).elements().expect("all sizes are known here")
    }

    fn fill(&mut self, to: Place, id: Id, offset: usize) {
        let symbols: Vec<_> = (0..self.len(id)).map(|at| Some(self.symbol(id, at))).collect();
        let memory = self.memory.entry(memory_of(to)).or_default();
        memory.resize(memory.len().max(offset + symbols.len()), None);
        memory[offset..][..symbols.len()].copy_from_slice(&symbols);
    }

    fn holds(&self, place: Place, id: Id) {
        let expected: Vec<_> = (0..self.len(id)).map(|at| Some(self.symbol(id, at))).collect();
        let found = self.memory.get(&memory_of(place));
        assert_eq!(found, Some(&expected), "{place:?} does not hold {id:?}: {:#?}", self.fused);
    }

    fn reads(&self, id: Id) {
        match self.graph.shape(id) {
            Shape::Scalar => assert!(self.scalars.contains(&id), "{id:?} is not computed yet"),
            _ => self.holds(self.fused.places[&id], id),
        }
    }

    /// An operand of a step that reads a flat range.
    fn reads_flat(&self, id: Id) {
        if *self.graph.shape(id) == Shape::Scalar {
            return self.reads(id);
        }
        let place = *self.fused.copies.get(&id).unwrap_or(&self.fused.places[&id]);
        assert!(!place.is_view(self.graph), "{id:?} lies in a view: {:#?}", self.fused);
        self.holds(place, id);
    }

    /// What an elementwise expression reads: everything that is not inlined.
    fn expression(&self, root: Id, inlined: &[Id], product: Option<Id>, store: Option<&Store>) {
        let of_inlined = inlined.iter().flat_map(|id| self.graph.op(*id).operands());
        for leaf in of_inlined.chain([root]) {
            if inlined.contains(&leaf) || product == Some(leaf) {
                continue;
            }
            let tensor = if let Op::Column(vector) = self.graph.op(leaf) { *vector } else { leaf };
            match store {
                Some(_) => self.reads(tensor),
                // A reduction, over a flat range.
                None => self.reads_flat(tensor),
            }
            let overwritten = |store: &&Store| {
                *self.graph.shape(tensor) != Shape::Scalar
                    && memory_of(self.fused.places[&tensor]) == memory_of(store.to)
            };
            if let Some(store) = store.filter(overwritten) {
                let same_positions = self.graph.shape(leaf) == self.graph.shape(root) && store.offset == 0;
                assert!(store.in_place && same_positions, "{leaf:?} is overwritten: {:#?}", self.fused);
            }
        }
    }

    /// The matrix that a product with a vector reads for an operand, and whether transposed.
    fn through_views(&self, operand: Id) -> (Id, bool) {
        match *self.graph.op(operand) {
            Op::Transposed(tensor) => (tensor, true),
            _ => (operand, false),
        }
    }

    /// As much of an operand's transpositions as leads to `tensor`.
    fn through_transpositions(&self, operand: Id, tensor: Id) -> (Id, bool) {
        match *self.graph.op(operand) {
            Op::Transpose(inner) | Op::Transposed(inner) if operand != tensor => {
                let (id, transposed) = self.through_transpositions(inner, tensor);
                (id, !transposed)
            }
            _ => (operand, false),
        }
    }

    /// An operand that a step reads as a whole, while it writes.
    fn whole(&self, id: Id, store: &Store) {
        self.reads(id);
        assert_ne!(memory_of(self.fused.places[&id]), memory_of(store.to), "{id:?}: {:#?}", self.fused);
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Scalar(id) => {
                self.graph.op(*id).operands().into_iter().for_each(|operand| self.reads(operand));
                self.scalars.push(*id);
            }
            Step::Reduce { id, inlined } => {
                for operand in self.graph.op(*id).operands() {
                    self.expression(operand, inlined, None, None);
                }
                self.scalars.push(*id);
            }
            Step::Map { inlined, store } => {
                self.expression(store.value, inlined, None, Some(store));
                self.fill(store.to, store.value, store.offset);
            }
            Step::Copy { from, store } => {
                self.holds(*from, store.value);
                self.fill(store.to, store.value, store.offset);
            }
            Step::Product { id, operands, inlined, store } => {
                for (Operand { tensor, transposed }, read) in
                    operands.iter().zip(self.graph.op(*id).operands())
                {
                    let plain = match *self.graph.shape(*id) {
                        // The order of additions is that of the operand's type.
                        Shape::Vector(_) => self.through_views(read),
                        _ => self.through_transpositions(read, *tensor),
                    };
                    assert_eq!((*tensor, *transposed), plain, "no operand of {id:?}");
                    self.whole(*tensor, store);
                }
                self.expression(store.value, inlined, Some(*id), Some(store));
                self.fill(store.to, store.value, store.offset);
            }
            Step::ReduceAxis { id, operand, inlined, store } => {
                for read in self.graph.op(*id).operands() {
                    self.expression(read, operand, None, Some(store));
                }
                self.expression(store.value, inlined, Some(*id), Some(store));
                self.fill(store.to, store.value, store.offset);
            }
            Step::Transpose { from, store } | Step::Softmax { from, store } => {
                self.whole(*from, store);
                self.fill(store.to, store.value, store.offset);
            }
            Step::Call(id) => {
                self.graph.op(*id).operands().into_iter().for_each(|operand| self.reads_flat(operand));
                match self.graph.shape(*id) {
                    Shape::Scalar => self.scalars.push(*id),
                    _ => self.fill(Place::Call(*id), *id, 0),
                }
            }
        }
    }
}

/// The operation that a few random numbers stand for; its shapes may not fit.
fn operation(kind: usize, a: Id, b: Id, graph: &Graph) -> Op {
    match kind {
        0 => Op::Apply(Function::Named("exp"), vec![a]),
        1 => Op::Unary(Unary::Relu, a),
        2 => Op::Binary(Binary::Add, a, b),
        3 => Op::Binary(Binary::Mul, a, b),
        4 => Op::Column(a),
        5 => Op::Transpose(a),
        6 => Op::Transposed(a),
        7..=10 => Op::Product(a, b),
        11 => Op::Reduce(Reduction::Sum, a),
        12 => Op::Dot(a, b),
        13 => Op::Softmax(a),
        14 => Op::Concat(vec![a, b]),
        15 => Op::Index(a, vec![Dim::Const(1)]),
        16 => Op::ReduceRows(Reduction::Max, a),
        17 => Op::ReduceCols(Reduction::Sum, a),
        _ => Op::Call(0, vec![a, b], Elem::F32, graph.shape(a).clone()),
    }
}

/// A kernel of six parameters, some of them outputs too, some matrices among them views, and
/// as many operations as fit.
fn graph(operations: &[(usize, usize, usize)], outputs: &[(usize, usize)], views: [bool; 3]) -> Graph {
    let mut graph = Graph::new(Elem::F32);
    graph.views = (2..5).filter(|param| views[param - 2]).collect();
    let n = || Dim::Const(2);
    let m = || Dim::Const(3);
    let shapes = [
        Shape::Vector(n()),
        Shape::Vector(n()),
        Shape::Matrix(n(), n()),
        Shape::Matrix(n(), n()),
        Shape::Matrix(m(), n()),
        Shape::Scalar,
    ];
    let mut values: Vec<Id> =
        shapes.into_iter().enumerate().map(|(p, shape)| graph.input(p, shape)).collect();
    for &(kind, a, b) in operations {
        let (a, b) = (values[a % values.len()], values[b % values.len()]);
        let columns = [a, b].iter().any(|id| matches!(graph.shape(*id), Shape::Column(_)));
        let op = operation(kind, a, b, &graph);
        if matches!(op, Op::Call(..)) && columns {
            continue;
        }
        // The macro knows the lengths of the parts and the number of extents.
        let known = match &op {
            Op::Concat(parts) => parts.iter().all(|id| matches!(graph.shape(*id), Shape::Vector(_))),
            Op::Index(of, _) => matches!(graph.shape(*of), Shape::Vector(_)),
            _ => true,
        };
        if known && let Ok(id) = graph.push(op) {
            values.push(id);
        }
    }
    values.retain(|id| !matches!(graph.shape(*id), Shape::Column(_)));
    for (number, &(param, value)) in outputs.iter().enumerate() {
        let value = values[values.len() - 1 - value % values.len()];
        let fits = param < 5 && graph.shape(values[param]) == graph.shape(value);
        let output = if fits { Output::Param(param) } else { Output::Return(number) };
        if graph.outputs.iter().all(|(taken, _)| *taken != output) {
            graph.outputs.push((output, value));
        }
    }
    graph
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn every_step_finds_what_it_reads(
        operations in prop::collection::vec((0..20_usize, 0..32_usize, 0..32_usize), 0..16),
        outputs in prop::collection::vec((0..10_usize, 0..8_usize), 1..5),
        views in any::<[bool; 3]>(),
    ) {
        Machine::run(&graph(&operations, &outputs, views));
    }
}
