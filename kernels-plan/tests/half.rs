//! Which kernels run with vectors of half the width.

use kernels_plan::graph::{Dim, Elem, Graph, Id, Op, Output, Shape, Unary};
use kernels_plan::isa;
use kernels_plan::plan::Plan;
use kernels_plan::simplify::fuse;

fn shape(sizes: &[usize]) -> Shape {
    match *sizes {
        [n] => Shape::Vector(Dim::Const(n)),
        [r, c] => Shape::Matrix(Dim::Const(r), Dim::Const(c)),
        _ => panic!("a vector or a matrix"),
    }
}

/// Whether half of `avx512` does for what is built of two inputs.
fn half_does(elem: Elem, a: Shape, b: Shape, build: impl FnOnce(&mut Graph, Id, Id) -> Id) -> bool {
    let mut graph = Graph::new(elem);
    let (a, b) = (graph.input(0, a), graph.input(1, b));
    let result = build(&mut graph, a, b);
    graph.outputs.push((Output::Return(0), result));
    let fused = fuse(&graph);
    Plan::new(&graph, &fused, isa::find("avx512").unwrap()).half_does()
}

fn product(elem: Elem, a: &[usize], b: &[usize]) -> bool {
    half_does(elem, shape(a), shape(b), |graph, a, b| graph.push(Op::Product(a, b)).unwrap())
}

#[test]
fn a_few_columns_are_enough_for_half() {
    assert!(product(Elem::F32, &[5, 33], &[33, 5]) && product(Elem::F64, &[1, 3], &[3, 4]));
    assert!(!product(Elem::F32, &[5, 33], &[33, 9]) && !product(Elem::F64, &[2, 3], &[3, 5]));
    assert!(product(Elem::F32, &[1, 33], &[33, 12]) && !product(Elem::F32, &[1, 33], &[33, 13]), "a row");
    assert!(product(Elem::F32, &[8, 33], &[33, 1]) && !product(Elem::F32, &[9, 33], &[33, 1]));
}

#[test]
fn rows_that_fill_wide_vectors_together_stay_there() {
    assert!(!product(Elem::F32, &[4, 4], &[4, 4]), "four rows in a vector");
    assert!(product(Elem::F32, &[6, 4], &[4, 4]), "and half a vector");
    assert!(product(Elem::F32, &[6, 8], &[8, 8]), "two rows");
    assert!(!product(Elem::F32, &[64, 3], &[3, 3]), "rows end to end");
    assert!(!product(Elem::F32, &[64], &[64, 4]), "joined rows");
}

#[test]
fn products_with_a_vector_count_what_lies_along_the_lanes() {
    assert!(product(Elem::F32, &[64, 15], &[15]) && !product(Elem::F32, &[64, 16], &[16]), "rows");
    assert!(product(Elem::F32, &[5], &[5, 8]) && !product(Elem::F32, &[5], &[5, 9]), "columns");
    assert!(product(Elem::F64, &[4, 4], &[4]) && !product(Elem::F64, &[5, 4], &[4]), "short rows");
}

#[test]
fn one_wide_step_keeps_a_kernel_wide() {
    let layer = |rows, depth| {
        half_does(Elem::F32, shape(&[rows, depth]), shape(&[depth]), |graph, w, x| {
            let x = graph.push(Op::Softmax(x)).unwrap();
            graph.push(Op::Product(w, x)).unwrap()
        })
    };
    assert!(layer(4, 3) && !layer(4, 64));
    let abs = |n: usize| {
        half_does(Elem::F32, shape(&[n]), shape(&[1]), |graph, x, _| {
            graph.push(Op::Unary(Unary::Abs, x)).unwrap()
        })
    };
    assert!(abs(1) && abs(8) && !abs(9));
}

#[test]
fn what_is_unknown_or_of_bytes_stays_wide() {
    let n = || Dim::Param("N".into());
    let unknown = half_does(Elem::F32, Shape::Matrix(n(), Dim::Const(3)), shape(&[3]), |graph, w, x| {
        graph.push(Op::Product(w, x)).unwrap()
    });
    let bytes = half_does(Elem::I8, shape(&[3, 3]), shape(&[3]), |graph, w, x| {
        graph.push(Op::Product(w, x)).unwrap()
    });
    assert!(!unknown && !bytes);
}
