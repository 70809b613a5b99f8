//! A graph's fingerprint is the same everywhere, and another one for another computation.

use kernels_plan::graph::{Binary, Dim, Elem, Graph, Id, Op, Output, Reduction, Shape, Unary};

fn vector(n: usize) -> Shape {
    Shape::Vector(Dim::Const(n))
}

/// `relu(w * x + b)` of 10 by 64.
fn layer(elem: Elem, cols: usize, activation: Unary) -> Graph {
    let mut graph = Graph::new(elem);
    let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(cols)));
    let (b, x) = (graph.input(1, vector(10)), graph.input(2, vector(cols)));
    let product = graph.push(Op::Product(w, x)).unwrap();
    let sum = graph.push(Op::Binary(Binary::Add, product, b)).unwrap();
    let result = graph.push(Op::Unary(activation, sum)).unwrap();
    graph.outputs.push((Output::Return(0), result));
    graph
}

#[test]
fn the_value_is_pinned() {
    // Profiles are checked in: another value makes all of their entries stale.
    assert_eq!(
        layer(Elem::F32, 64, Unary::Relu).fingerprint(),
        PINNED,
        "{:#x}",
        layer(Elem::F32, 64, Unary::Relu).fingerprint()
    );
}

const PINNED: u64 = 0x21c9_d053_f945_8635;

#[test]
fn every_change_of_the_computation_changes_it() {
    let layer = || self::layer(Elem::F32, 64, Unary::Relu);
    let changed = |change: &dyn Fn(&mut Graph)| {
        let mut graph = layer();
        change(&mut graph);
        graph
    };
    let graphs = [
        layer(),
        self::layer(Elem::F64, 64, Unary::Relu),
        self::layer(Elem::F32, 65, Unary::Relu),
        self::layer(Elem::F32, 64, Unary::Abs),
        changed(&|graph| graph.views.push(0)),
        changed(&|graph| graph.packed.push(0)),
        changed(&|graph| graph.outputs[0].0 = Output::Param(2)),
        changed(&|graph| graph.outputs[0].1 = graph.outputs[0].1.min(Id(3))),
        changed(&|graph| graph.outputs.push((Output::Return(1), Id(3)))),
        changed(&|graph| graph.nodes[0].elem = Elem::Bf16),
        changed(&|graph| graph.nodes[1].op = Op::Input(3)),
        changed(&|graph| graph.nodes[1].shape = Shape::Vector(Dim::Param("R".into()))),
        changed(&|graph| {
            graph.push(Op::Reduce(Reduction::Max, Id(2))).unwrap();
        }),
        changed(&|graph| {
            graph.push(Op::Reduce(Reduction::Min, Id(2))).unwrap();
        }),
        changed(&|graph| {
            graph.push(Op::Index(Id(2), vec![Dim::Const(1)])).unwrap();
        }),
        changed(&|graph| {
            graph.push(Op::Index(Id(2), vec![Dim::Const(2)])).unwrap();
        }),
    ];
    for (at, graph) in graphs.iter().enumerate() {
        for (other_at, other) in graphs.iter().enumerate() {
            assert_eq!(graph.fingerprint() == other.fingerprint(), at == other_at, "{at} and {other_at}");
        }
    }
}

#[test]
fn the_order_of_lists_of_parameters_does_not_count() {
    let with = |views: &[usize]| {
        let mut graph = layer(Elem::F32, 64, Unary::Relu);
        graph.views = views.to_vec();
        graph.fingerprint()
    };
    assert_eq!(with(&[0, 2]), with(&[2, 0]));
    assert_ne!(with(&[0, 2]), with(&[2]));
}

#[test]
fn a_specialization_has_a_fingerprint_of_its_own() {
    let mut graph = Graph::new(Elem::F32);
    let x = graph.input(0, Shape::Vector(Dim::Param("N".into())));
    let sum = graph.push(Op::Reduce(Reduction::Sum, x)).unwrap();
    graph.outputs.push((Output::Return(0), sum));
    let sized = |n| graph.specialize(&[("N".into(), n)]).fingerprint();
    assert_eq!(sized(7), sized(7));
    assert_ne!(sized(7), sized(8));
    assert_ne!(sized(7), graph.fingerprint());
}
