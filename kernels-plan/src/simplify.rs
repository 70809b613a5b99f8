//! Fusion: groups the graph's nodes into steps that run one after the other.
//!
//! Work is driven by demand, from the outputs backwards. A value that something needs in
//! memory (an operand of a product, an output) becomes one step; the elementwise nodes
//! that only it needs are inlined into that step, and a product among them becomes its
//! root, so that bias, activation and scaling are the product's epilogue and stay in
//! registers. What is left over are the temporaries.

use std::collections::BTreeMap;

use crate::graph::{Binary, Elem, Graph, Id, Op, Output, Shape, Unary};
use crate::step::{Buffer, Fused, Operand, Place, Step, Store};

/// Groups `graph` into steps.
///
/// ```
/// use kernels_plan::graph::{Binary, Dim, Elem, Graph, Op, Output, Shape, Unary};
/// use kernels_plan::{simplify::fuse, step::Step};
///
/// let (r, c) = (Dim::Const(10), Dim::Const(64));
/// let mut graph = Graph::new(Elem::F32);
/// let w = graph.input(0, Shape::Matrix(r.clone(), c.clone()));
/// let x = graph.input(1, Shape::Vector(c));
/// let b = graph.input(2, Shape::Vector(r));
/// let product = graph.push(Op::Product(w, x)).unwrap();
/// let sum = graph.push(Op::Binary(Binary::Add, product, b)).unwrap();
/// let relu = graph.push(Op::Unary(Unary::Relu, sum)).unwrap();
/// graph.outputs.push((Output::Return(0), relu));
///
/// let fused = fuse(&graph);
/// assert!(matches!(&fused.steps[..], [Step::Product { inlined, .. }] if *inlined == [sum, relu]));
/// assert!(fused.buffers.is_empty());
/// ```
pub fn fuse(graph: &Graph) -> Fused {
    let mut fuse = Fuse {
        graph,
        uses: graph.uses(),
        direct: BTreeMap::new(),
        scalars: Vec::new(),
        fused: Fused {
            steps: Vec::new(),
            buffers: Vec::new(),
            places: BTreeMap::new(),
            copies: BTreeMap::new(),
        },
    };
    fuse.inputs();
    fuse.outputs();
    fuse.fused
}

struct Fuse<'g> {
    graph: &'g Graph,
    uses: Vec<usize>,
    /// Results that may be computed straight into their output.
    direct: BTreeMap<Id, Output>,
    /// Scalars already computed.
    scalars: Vec<Id>,
    fused: Fused,
}

/// The elementwise region around a root.
struct Cone {
    inlined: Vec<Id>,
    leaves: Vec<Id>,
    /// A product, or reduction of rows or columns, that only this region uses, at the
    /// root's own positions.
    product: Option<Id>,
    /// Whether a leaf is a row or a column beside a matrix.
    broadcasts: bool,
}

impl Fuse<'_> {
    fn inputs(&mut self) {
        for (at, node) in self.graph.nodes.iter().enumerate() {
            if let Op::Input(param) = node.op
                && node.shape != Shape::Scalar
            {
                self.fused.places.insert(Id(at), Place::Input(param));
            }
        }
    }

    /// Outputs whose old value the kernel reads come last, when nothing else needs it.
    fn outputs(&mut self) {
        let (overwriting, plain): (Vec<_>, Vec<_>) =
            self.graph.outputs.iter().copied().partition(|(output, _)| self.reads(*output));
        for &(output, id) in &plain {
            self.direct.entry(id).or_insert(output);
        }
        for &(output, id) in &plain {
            if *self.graph.shape(id) == Shape::Scalar {
                self.scalar(id);
            } else if self.fused.places.get(&id) != Some(&Place::Output(output)) {
                self.write(id, Place::Output(output));
            }
        }
        // One result may overwrite its own operand element by element. Where there are
        // several, one could overwrite what another has still to read: all are computed
        // aside first.
        if let [(output, id)] = overwriting[..]
            && self.may_overwrite(id, output)
        {
            return self.write(id, Place::Output(output));
        }
        let sources: Vec<Place> = overwriting.iter().map(|&(_, id)| self.aside(id)).collect();
        for (&(output, id), from) in overwriting.iter().zip(sources) {
            self.copy(id, from, Place::Output(output), 0);
        }
    }

    /// Computes a tensor to where no output overwrites it.
    fn aside(&mut self, id: Id) -> Place {
        if let Some(&at @ Place::Input(param)) = self.fused.places.get(&id)
            && self.reads(Output::Param(param))
        {
            // An output as well: `copy` is the only step that reads it there from now on.
            let saved = self.buffer(id);
            self.copy(id, at, saved, 0);
            return saved;
        }
        self.tensor(id);
        self.fused.places[&id]
    }

    fn reads(&self, output: Output) -> bool {
        let Output::Param(param) = output else { return false };
        let input = self.graph.nodes.iter().position(|node| node.op == Op::Input(param));
        input.is_some_and(|at| self.uses[at] > 0)
    }

    /// Whether the step that computes `id` reads the output's old value only at the
    /// position that it is about to write.
    fn may_overwrite(&self, id: Id, output: Output) -> bool {
        let old =
            |leaf: Id| matches!((self.graph.op(leaf), output), (Op::Input(p), Output::Param(q)) if *p == q);
        let safe_root = |root: Id| match *self.graph.op(root) {
            Op::ReduceRows(_, a) | Op::ReduceCols(_, a) => {
                // The reduction reads the rows and columns beside its matrix again and again.
                let of_column = |leaf: Id| matches!(*self.graph.op(leaf), Op::Column(vector) if old(vector));
                !self.survey(a).leaves.into_iter().any(|leaf| old(leaf) || of_column(leaf))
            }
            _ => !self.product(root).iter().any(|operand| old(operand.tensor)),
        };
        match self.graph.op(id) {
            op if op.is_elementwise() => self.survey(id).product.is_none_or(safe_root),
            op if op.is_root() => safe_root(id),
            Op::Input(_) => true,
            _ => false,
        }
    }

    fn write(&mut self, id: Id, to: Place) {
        self.compute(id, to, 0);
        self.fused.places.entry(id).or_insert(to);
    }

    /// Makes sure that a tensor is in memory.
    fn tensor(&mut self, id: Id) {
        if self.fused.places.contains_key(&id) {
            return;
        }
        if matches!(self.graph.op(id), Op::Call(..)) {
            return self.call(id);
        }
        match self.direct.get(&id) {
            Some(&output) => self.write(id, Place::Output(output)),
            None => {
                let buffer = self.buffer(id);
                self.write(id, buffer);
            }
        }
    }

    /// Makes sure that a tensor is in memory as one range, without gaps between its rows.
    fn flat(&mut self, id: Id) {
        self.tensor(id);
        let at = self.fused.places[&id];
        if at.is_view(self.graph) && !self.fused.copies.contains_key(&id) {
            let buffer = self.buffer(id);
            self.copy(id, at, buffer, 0);
            self.fused.copies.insert(id, buffer);
        }
    }

    /// Whether a tensor lies, or will lie, in a view.
    fn is_in_view(&self, id: Id) -> bool {
        let direct = || self.direct.get(&id).map(|&output| Place::Output(output));
        let place = self.fused.places.get(&id).copied().or_else(direct);
        place.is_some_and(|place| place.is_view(self.graph))
    }

    /// A new temporary for a node.
    fn buffer(&mut self, id: Id) -> Place {
        let shape = self.graph.shape(id).clone();
        let op = self.graph.op(id);
        let by_vectors = op.is_elementwise() || matches!(op, Op::Input(_)) || op.is_root();
        let padded = matches!(shape, Shape::Vector(_)) && by_vectors;
        let elem = self.graph.elem_of(id);
        self.fused.buffers.push(Buffer { shape, elem, padded });
        Place::Buffer(self.fused.buffers.len() - 1)
    }

    fn copy(&mut self, id: Id, from: Place, to: Place, offset: usize) {
        let store = Store { value: id, to, offset, in_place: false };
        self.fused.steps.push(Step::Copy { from, store });
    }

    /// Appends the step that writes node `id` to `to`, after the steps it needs.
    fn compute(&mut self, id: Id, to: Place, offset: usize) {
        if let Some(&from) = self.fused.places.get(&id) {
            return self.copy(id, from, to, offset);
        }
        let mut store = Store { value: id, to, offset, in_place: false };
        let step = match self.graph.op(id) {
            op if op.is_root() => self.root(id, vec![], store, &[]),
            Op::Transpose(a) | Op::Transposed(a) => {
                self.tensor(*a);
                Step::Transpose { from: *a, store }
            }
            Op::Softmax(a) => {
                self.tensor(*a);
                Step::Softmax { from: *a, store }
            }
            Op::Concat(parts) => {
                let mut offset = offset;
                for &part in parts {
                    self.compute(part, to, offset);
                    offset += self.graph.shape(part).elements().expect("`concat` checks for known lengths");
                }
                return;
            }
            Op::Call(..) => {
                self.call(id);
                return self.copy(id, Place::Call(id), to, offset);
            }
            _ => {
                let cone = self.survey(id);
                store.in_place = cone.leaves.iter().any(|leaf| self.overwrites(*leaf, to));
                match cone.product {
                    Some(id) => self.root(id, cone.inlined, store, &cone.leaves),
                    None => {
                        self.ready(&cone.leaves);
                        Step::Map { inlined: cone.inlined, store }
                    }
                }
            }
        };
        self.fused.steps.push(step);
    }

    /// The step of a root and its epilogue, which reads `leaves`.
    fn root(&mut self, id: Id, inlined: Vec<Id>, store: Store, leaves: &[Id]) -> Step {
        match *self.graph.op(id) {
            Op::ReduceRows(_, a) | Op::ReduceCols(_, a) => {
                let operand = self.reduced(a, true);
                self.ready(leaves);
                Step::ReduceAxis { id, operand, inlined, store }
            }
            _ => {
                let operands = self.operands(id);
                self.ready(leaves);
                Step::Product { id, operands, inlined, store }
            }
        }
    }

    fn overwrites(&self, leaf: Id, to: Place) -> bool {
        matches!((self.fused.places.get(&leaf), to), (Some(Place::Input(p)), Place::Output(Output::Param(q))) if *p == q)
    }

    /// Finds the nodes to inline around `root`. Users have larger numbers than their
    /// operands, so one walk downwards meets every user of a node before the node.
    fn survey(&self, root: Id) -> Cone {
        let shape = self.graph.shape(root);
        let mut cone = Cone { inlined: vec![], leaves: vec![], product: None, broadcasts: false };
        let mut uses_inside = vec![0; root.0 + 1];
        for id in (0..=root.0).rev().map(Id) {
            if id != root && uses_inside[id.0] == 0 {
                continue;
            }
            let op = self.graph.op(id);
            let same_positions = self.graph.shape(id) == shape && !self.fused.places.contains_key(&id);
            let alone = self.uses[id.0] == uses_inside[id.0];
            if id == root || (same_positions && op.is_elementwise() && (alone || self.is_cheap(id))) {
                cone.inlined.push(id);
                for operand in op.operands() {
                    uses_inside[operand.0] += 1;
                }
            } else if same_positions && alone && cone.product.is_none() && op.is_root() {
                cone.product = Some(id);
            } else {
                let scalar = *self.graph.shape(id) == Shape::Scalar;
                cone.broadcasts |= !scalar && self.graph.shape(id) != shape;
                cone.leaves.push(id);
            }
        }
        cone.inlined.reverse();
        cone
    }

    /// Cheaper to compute twice than to store and load: one plain instruction on operands
    /// that are at hand.
    fn is_cheap(&self, id: Id) -> bool {
        let plain = match self.graph.op(id) {
            Op::Unary(unary, _) => matches!(unary, Unary::Neg | Unary::Abs | Unary::Relu),
            Op::Binary(binary, ..) => matches!(binary, Binary::Add | Binary::Sub | Binary::Mul),
            _ => false,
        };
        let at_hand = |id: &Id| *self.graph.shape(*id) == Shape::Scalar || self.fused.places.contains_key(id);
        plain && self.graph.op(id).operands().iter().all(at_hand)
    }

    /// Computes what a region's step reads.
    fn ready(&mut self, leaves: &[Id]) {
        for &leaf in leaves {
            match (self.graph.op(leaf), self.graph.shape(leaf)) {
                (_, Shape::Scalar) => self.scalar(leaf),
                (Op::Column(vector), _) => self.tensor(*vector),
                _ => self.tensor(leaf),
            }
        }
    }

    /// A product's operands, in memory.
    fn operands(&mut self, product: Id) -> [Operand; 2] {
        let operands = self.product(product);
        operands.iter().for_each(|operand| self.tensor(operand.tensor));
        operands
    }

    /// A product reads a transposed matrix where it lies.
    fn product(&self, product: Id) -> [Operand; 2] {
        let Op::Product(a, b) = *self.graph.op(product) else {
            unreachable!("only a product has operands in memory");
        };
        let matrix = |id| matches!(self.graph.shape(id), Shape::Matrix(..));
        // The left operand of a quantized product is read four neighbours of a row at once.
        let by_rows = |id| id == a && self.graph.elem_of(product) == Elem::I32;
        [a, b].map(|id| match matrix(a) && matrix(b) {
            true if by_rows(id) => Operand { tensor: id, transposed: false },
            true => self.of_matrices(id),
            false => self.with_vector(id),
        })
    }

    /// Beside a vector, the order of additions depends on how the matrix is stored: a view is
    /// always read through, and a copy never.
    fn with_vector(&self, id: Id) -> Operand {
        match *self.graph.op(id) {
            Op::Transposed(tensor) => Operand { tensor, transposed: true },
            _ => Operand { tensor: id, transposed: false },
        }
    }

    /// Beside a matrix it does not, and what is read is what is in memory first.
    fn of_matrices(&self, id: Id) -> Operand {
        match *self.graph.op(id) {
            Op::Transpose(inner) | Op::Transposed(inner) if !self.fused.places.contains_key(&id) => {
                let Operand { tensor, transposed } = self.of_matrices(inner);
                Operand { tensor, transposed: !transposed }
            }
            _ => Operand { tensor: id, transposed: false },
        }
    }

    fn call(&mut self, id: Id) {
        let operands = self.graph.op(id).operands();
        for operand in operands {
            match self.graph.shape(operand) {
                Shape::Scalar => self.scalar(operand),
                _ => self.flat(operand),
            }
        }
        self.fused.steps.push(Step::Call(id));
        self.fused.places.insert(id, Place::Call(id));
    }

    fn scalar(&mut self, id: Id) {
        if self.scalars.contains(&id) {
            return;
        }
        let op = self.graph.op(id);
        let step = match op {
            Op::Input(_) | Op::Constant(_) | Op::Count(_) => None,
            Op::Call(..) => return self.call_scalar(id),
            Op::Index(a, _) => {
                self.tensor(*a);
                Some(Step::Scalar(id))
            }
            Op::Dot(a, b) if self.graph.elem_of(id) == Elem::I32 => {
                self.flat(*a);
                self.flat(*b);
                Some(Step::Reduce { id, inlined: vec![] })
            }
            Op::Reduce(..) | Op::Dot(..) => {
                let mut inlined: Vec<Id> =
                    op.operands().into_iter().flat_map(|a| self.reduced(a, false)).collect();
                inlined.sort();
                inlined.dedup();
                Some(Step::Reduce { id, inlined })
            }
            _ => {
                op.operands().into_iter().for_each(|operand| self.scalar(operand));
                Some(Step::Scalar(id))
            }
        };
        self.fused.steps.extend(step);
        self.scalars.push(id);
    }

    fn call_scalar(&mut self, id: Id) {
        self.call(id);
        self.scalars.push(id);
    }

    /// The nodes to inline into a reduction of `id`: no product, and where it runs over a
    /// flat range, no row or column beside a matrix and no view.
    fn reduced(&mut self, id: Id, by_rows: bool) -> Vec<Id> {
        let at_hand = self.fused.places.contains_key(&id);
        let once = self.uses[id.0] == 1 || self.is_cheap(id);
        if !at_hand && once && self.graph.op(id).is_elementwise() {
            let cone = self.survey(id);
            let views = cone.leaves.iter().any(|&leaf| self.is_in_view(leaf));
            if cone.product.is_none() && (by_rows || !cone.broadcasts) && !views {
                self.ready(&cone.leaves);
                return cone.inlined;
            }
        }
        self.flat(id);
        vec![]
    }
}
