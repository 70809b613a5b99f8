//! Shape rules, and what their errors say.

use kernels_plan::graph::{Binary, Dim, Elem, Graph, Id, Op, Shape};

fn vector(n: usize) -> Shape {
    Shape::Vector(Dim::Const(n))
}

fn matrix(r: usize, c: usize) -> Shape {
    Shape::Matrix(Dim::Const(r), Dim::Const(c))
}

/// The shape of an operation on two inputs, or its error.
fn two(a: Shape, b: Shape, op: fn(Id, Id) -> Op) -> String {
    let mut graph = Graph::new(Elem::F32);
    let (a, b) = (graph.input(0, a), graph.input(1, b));
    match graph.push(op(a, b)) {
        Ok(id) => graph.shape(id).to_string(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn products() {
    assert_eq!(two(matrix(3, 4), vector(4), Op::Product), "Vector<3>");
    assert_eq!(two(vector(3), matrix(3, 4), Op::Product), "Vector<4>");
    assert_eq!(two(matrix(2, 3), matrix(3, 4), Op::Product), "Matrix<2, 4>");
    let transposed = two(matrix(3, 4), vector(3), Op::Product);
    assert!(
        transposed.contains("4 and 3 differ") && transposed.contains("the matrix transposed"),
        "{transposed}"
    );
    let transposed = two(matrix(2, 3), matrix(4, 3), Op::Product);
    assert!(transposed.contains("the right side transposed"), "{transposed}");
}

#[test]
fn broadcasts() {
    let add = |a, b| Op::Binary(Binary::Add, a, b);
    assert_eq!(two(matrix(3, 4), vector(4), add), "Matrix<3, 4>");
    assert_eq!(two(matrix(3, 4), Shape::Scalar, add), "Matrix<3, 4>");
    assert_eq!(two(matrix(3, 4), Shape::Column(Dim::Const(3)), add), "Matrix<3, 4>");
    let column = two(matrix(3, 4), vector(3), add);
    assert!(column.contains("column(…)"), "{column}");
    assert!(two(vector(3), vector(4), add).contains("`Vector<f32, 3>` and `Vector<f32, 4>`"));
    assert!(
        two(vector(3), Shape::Column(Dim::Const(3)), add)
            .contains("`Column<f32, 3>` only stands beside a matrix")
    );
    assert!(two(Shape::Scalar, Shape::Column(Dim::Const(3)), add).contains("only stands beside a matrix"));
}

#[test]
fn parameters_are_equal_only_to_themselves() {
    let r = || Shape::Vector(Dim::Param("R".into()));
    let add = |a, b| Op::Binary(Binary::Add, a, b);
    assert_eq!(two(r(), r(), add), "Vector<R>");
    assert!(two(r(), vector(4), add).contains("`Vector<f32, R>` and `Vector<f32, 4>`"));
    let mut graph = Graph::new(Elem::F32);
    let x = graph.input(0, r());
    graph.push(add(x, x)).unwrap();
    let known = graph.specialize(&[("R".into(), 7)]);
    assert!(known.nodes.iter().all(|node| node.shape == vector(7)));
}
