//! Which nodes share a step, and what goes to memory.

use kernels_plan::graph::{Binary, Dim, Elem, Function, Graph, Id, Op, Output, Reduction, Shape, Unary};
use kernels_plan::simplify::fuse;
use kernels_plan::step::{Fused, Place, Step};

/// A graph under construction; every operation is expected to be well formed.
struct Kernel(Graph);

impl Kernel {
    fn new() -> Self {
        Kernel(Graph::new(Elem::F32))
    }

    fn vector(&mut self, param: usize, n: usize) -> Id {
        self.0.input(param, Shape::Vector(Dim::Const(n)))
    }

    fn matrix(&mut self, param: usize, r: usize, c: usize) -> Id {
        self.0.input(param, Shape::Matrix(Dim::Const(r), Dim::Const(c)))
    }

    fn push(&mut self, op: Op) -> Id {
        self.0.push(op).expect("well formed")
    }

    fn add(&mut self, a: Id, b: Id) -> Id {
        self.push(Op::Binary(Binary::Add, a, b))
    }

    fn returns(&mut self, values: &[Id]) -> Fused {
        self.0.outputs = values.iter().enumerate().map(|(n, id)| (Output::Return(n), *id)).collect();
        fuse(&self.0)
    }

    fn writes(&mut self, values: &[(usize, Id)]) -> Fused {
        self.0.outputs = values.iter().map(|(param, id)| (Output::Param(*param), *id)).collect();
        fuse(&self.0)
    }
}

/// The steps by kind, each with the number of nodes inlined into it.
fn kinds(fused: &Fused) -> String {
    let kind = |step: &Step| match step {
        Step::Scalar(_) => "scalar".to_string(),
        Step::Reduce { inlined, .. } => format!("reduce+{}", inlined.len()),
        Step::Map { inlined, .. } => format!("map+{}", inlined.len()),
        Step::Copy { .. } => "copy".into(),
        Step::Product { inlined, .. } => format!("product+{}", inlined.len()),
        Step::ReduceAxis { operand, inlined, .. } => format!("axis+{}+{}", operand.len(), inlined.len()),
        Step::Transpose { .. } => "transpose".into(),
        Step::Softmax { .. } => "softmax".into(),
        Step::Call(_) => "call".into(),
    };
    fused.steps.iter().map(kind).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_network_keeps_only_its_hidden_layers_in_memory() {
    let mut k = Kernel::new();
    let (w1, b1) = (k.matrix(0, 128, 64), k.vector(1, 128));
    let (w2, b2) = (k.matrix(2, 10, 128), k.vector(3, 10));
    let x = k.vector(4, 64);
    let product = k.push(Op::Product(w1, x));
    let sum = k.add(product, b1);
    let hidden = k.push(Op::Unary(Unary::Relu, sum));
    let product = k.push(Op::Product(w2, hidden));
    let logits = k.add(product, b2);
    let y = k.push(Op::Softmax(logits));
    let fused = k.returns(&[y]);
    assert_eq!(kinds(&fused), "product+2 product+1 softmax");
    assert_eq!(fused.buffers.len(), 2);
    assert!(fused.buffers.iter().all(|buffer| buffer.padded));
}

#[test]
fn one_of_two_products_is_an_epilogue_of_the_other() {
    let mut k = Kernel::new();
    let (u, v) = (k.matrix(0, 8, 8), k.matrix(1, 8, 8));
    let x = k.vector(2, 8);
    let (a, b) = (k.push(Op::Product(u, x)), k.push(Op::Product(v, x)));
    let y = k.add(a, b);
    let fused = k.returns(&[y]);
    assert_eq!(kinds(&fused), "product+0 product+1");
    assert_eq!(fused.buffers.len(), 1);
}

#[test]
fn a_product_used_twice_is_computed_once() {
    let mut k = Kernel::new();
    let (w, x) = (k.matrix(0, 8, 8), k.vector(1, 8));
    let product = k.push(Op::Product(w, x));
    let tanh = k.push(Op::Apply(Function::Named("tanh"), vec![product]));
    let sum = k.push(Op::Reduce(Reduction::Sum, product));
    let y = k.push(Op::Binary(Binary::Div, tanh, sum));
    assert_eq!(kinds(&k.returns(&[y])), "product+0 reduce+0 map+2");
}

#[test]
fn elementwise_operands_are_fused_into_a_reduction() {
    let mut k = Kernel::new();
    let x = k.vector(0, 50);
    let e = k.push(Op::Apply(Function::Named("exp"), vec![x]));
    let sum = k.push(Op::Reduce(Reduction::Sum, e));
    assert_eq!(kinds(&k.returns(&[sum])), "reduce+1");
}

#[test]
fn a_reduction_of_rows_takes_operands_and_an_epilogue() {
    let mut k = Kernel::new();
    let (m, b, c) = (k.matrix(0, 8, 50), k.vector(1, 50), k.vector(2, 8));
    let shifted = k.add(m, b);
    let e = k.push(Op::Apply(Function::Named("exp"), vec![shifted]));
    let sums = k.push(Op::ReduceRows(Reduction::Sum, e));
    let y = k.add(sums, c);
    let fused = k.returns(&[y]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("axis+2+1", 0));
}

#[test]
fn a_reduction_overwrites_what_only_its_epilogue_reads() {
    let mut k = Kernel::new();
    let (m, b) = (k.matrix(0, 8, 50), k.vector(1, 50));
    let sums = k.push(Op::ReduceCols(Reduction::Sum, m));
    let y = k.add(b, sums);
    let fused = k.writes(&[(1, y)]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("axis+0+1", 0));

    // Here every row meets the old value.
    let shifted = k.add(m, b);
    let sums = k.push(Op::ReduceCols(Reduction::Sum, shifted));
    let fused = k.writes(&[(1, sums)]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("axis+1+0 copy", 1));
}

#[test]
fn what_is_dear_and_used_twice_is_stored_and_what_is_cheap_is_not() {
    let mut k = Kernel::new();
    let x = k.vector(0, 50);
    let dear = k.push(Op::Apply(Function::Named("exp"), vec![x]));
    let sum = k.push(Op::Reduce(Reduction::Sum, dear));
    let y = k.push(Op::Binary(Binary::Div, dear, sum));
    let fused = k.returns(&[y]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("map+1 reduce+0 map+1", 1));

    let mut k = Kernel::new();
    let x = k.vector(0, 50);
    let cheap = k.add(x, x);
    let sum = k.push(Op::Reduce(Reduction::Sum, cheap));
    let y = k.push(Op::Binary(Binary::Div, cheap, sum));
    let fused = k.returns(&[y]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("reduce+1 map+2", 0));
}

#[test]
fn a_transposed_operand_is_read_where_it_lies() {
    for transposed in [Op::Transpose, Op::Transposed] {
        let mut k = Kernel::new();
        let (a, b) = (k.matrix(0, 5, 7), k.matrix(1, 5, 9));
        let t = k.push(transposed(a));
        let y = k.push(Op::Product(t, b));
        assert_eq!(kinds(&k.returns(&[y])), "product+0");
    }
}

#[test]
fn transpositions_cancel_but_for_a_view_of_a_copy() {
    let mut k = Kernel::new();
    let a = k.matrix(0, 5, 7);
    let (copy, view) = (k.push(Op::Transpose(a)), k.push(Op::Transposed(a)));
    assert_eq!([Op::Transpose(copy), Op::Transpose(view), Op::Transposed(view)].map(|op| k.push(op)), [a; 3]);
    let seen = k.push(Op::Transposed(copy));
    assert!(seen != a && copy != view);
    // Of matrices, both are read through.
    let b = k.matrix(1, 7, 9);
    let y = k.push(Op::Product(seen, b));
    let Step::Product { operands: [left, _], .. } = k.returns(&[y]).steps[0] else { panic!("a product") };
    assert_eq!((left.tensor, left.transposed), (a, false));
}

#[test]
fn beside_a_vector_views_are_read_through_and_copies_made() {
    let mut k = Kernel::new();
    let (a, x) = (k.matrix(0, 5, 7), k.vector(1, 5));
    let (copy, view) = (k.push(Op::Transpose(a)), k.push(Op::Transposed(a)));
    let y = k.push(Op::Product(copy, x));
    assert_eq!(kinds(&k.returns(&[y])), "transpose product+0");
    // Also where the transposed matrix is in memory already.
    let z = k.push(Op::Product(view, x));
    let e = k.push(Op::Apply(Function::Named("exp"), vec![view]));
    let fused = k.returns(&[e, z]);
    assert_eq!(kinds(&fused), "transpose map+1 product+0");
    let Step::Product { operands: [left, _], .. } = fused.steps[2] else { panic!("a product") };
    assert_eq!((left.tensor, left.transposed), (a, true));
    // A view of a copy: the copy is made, and read in its own order.
    let seen = k.push(Op::Transposed(copy));
    let v = k.vector(2, 7);
    let w = k.push(Op::Product(seen, v));
    let fused = k.returns(&[w]);
    assert_eq!(kinds(&fused), "transpose product+0");
    let Step::Product { operands: [left, _], .. } = fused.steps[1] else { panic!("a product") };
    assert_eq!((left.tensor, left.transposed), (copy, true));
}

#[test]
fn an_output_may_overwrite_its_own_operand_element_by_element() {
    let mut k = Kernel::new();
    let (out, x) = (k.vector(0, 50), k.vector(1, 50));
    let y = k.add(out, x);
    let fused = k.writes(&[(0, y)]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("map+1", 0));
    assert!(matches!(fused.steps[0], Step::Map { store, .. } if store.in_place));
}

#[test]
fn a_product_does_not_overwrite_its_operand() {
    let mut k = Kernel::new();
    let (w, out) = (k.matrix(0, 50, 50), k.vector(1, 50));
    let y = k.push(Op::Product(w, out));
    let fused = k.writes(&[(1, y)]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("product+0 copy", 1));
}

#[test]
fn swapped_outputs_are_both_saved_first() {
    let mut k = Kernel::new();
    let (a, b) = (k.vector(0, 50), k.vector(1, 50));
    let fused = k.writes(&[(0, b), (1, a)]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("copy copy copy copy", 2));
    let destinations: Vec<Place> = fused
        .steps
        .iter()
        .map(|step| match step {
            Step::Copy { store, .. } => store.to,
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        Place::Buffer(0),
        Place::Buffer(1),
        Place::Output(Output::Param(0)),
        Place::Output(Output::Param(1)),
    ];
    assert_eq!(destinations, expected);
}

#[test]
fn a_value_saved_for_later_is_still_read_where_it_is() {
    let mut k = Kernel::new();
    let (a, b) = (k.vector(0, 50), k.vector(1, 50));
    let sum = k.push(Op::Reduce(Reduction::Sum, a));
    k.0.outputs = vec![(Output::Param(0), b), (Output::Param(1), a), (Output::Return(0), sum)];
    let fused = fuse(&k.0);
    assert_eq!(kinds(&fused), "reduce+0 copy copy copy copy");
    assert_eq!(fused.places[&a], Place::Input(0));
}

#[test]
fn a_transpose_that_is_returned_too_is_no_operand_before_it_is_written() {
    let mut k = Kernel::new();
    let (a, b) = (k.matrix(0, 5, 7), k.matrix(1, 5, 9));
    let t = k.push(Op::Transpose(a));
    let y = k.push(Op::Product(t, b));
    let fused = k.returns(&[y, t]);
    assert_eq!(kinds(&fused), "product+0 transpose");
    let Step::Product { operands: [left, _], .. } = fused.steps[0] else { panic!("a product") };
    assert_eq!((left.tensor, left.transposed), (a, true));
}

#[test]
fn a_value_returned_and_used_is_written_once() {
    let mut k = Kernel::new();
    let (w, v, x) = (k.matrix(0, 8, 8), k.matrix(1, 8, 8), k.vector(2, 8));
    let h = k.push(Op::Product(w, x));
    let y = k.push(Op::Product(v, h));
    let fused = k.returns(&[y, h]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("product+0 product+0", 0));
}

#[test]
fn parts_of_a_concat_are_computed_in_place() {
    let mut k = Kernel::new();
    let (x, y) = (k.vector(0, 5), k.vector(1, 6));
    let e = k.push(Op::Apply(Function::Named("exp"), vec![x]));
    let both = k.push(Op::Concat(vec![e, y]));
    let fused = k.returns(&[both]);
    assert_eq!((kinds(&fused).as_str(), fused.buffers.len()), ("map+1 copy", 0));
    assert!(matches!(fused.steps[1], Step::Copy { store, .. } if store.offset == 5));
}
