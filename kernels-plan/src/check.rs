//! Shape rules: the shape of an operation's result, or why its operands do not fit.

use std::fmt;

use crate::elements::elem;
use crate::graph::{Binary, Dim, Elem, Function, Graph, Id, Node, Op, Shape};

/// Why an operation cannot be: what was found, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeError(pub(crate) String);

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ShapeError {}

impl Graph {
    /// Appends an operation, or finds the same one.
    ///
    /// # Errors
    /// The operands' shapes or elements do not fit the operation.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(63)));
    /// let error = graph.push(Op::Product(w, x)).unwrap_err().to_string();
    /// assert!(error.contains("`Matrix<f32, 10, 64>` times `Vector<f32, 63>`"));
    /// ```
    pub fn push(&mut self, op: Op) -> Result<Id, ShapeError> {
        // Not `transpose(a).t()`, which is a view of a copy: with a vector, the products of it
        // and of `a` take another order.
        if let Op::Transpose(inner) | Op::Transposed(inner) = op
            && let Op::Transpose(original) | Op::Transposed(original) = *self.op(inner)
            && !matches!((&op, self.op(inner)), (Op::Transposed(_), Op::Transpose(_)))
        {
            return Ok(original);
        }
        let shape = shape(self, &op)?;
        let elem = elem(self, &op)?;
        Ok(self.intern(Node { op, shape, elem }))
    }

    /// A node as an operand, which says its type in messages.
    pub(crate) fn operand(&self, id: Id) -> Operand<'_> {
        Operand { shape: self.shape(id), elem: self.elem_of(id), packed: self.is_packed(id) }
    }
}

/// An operand of an operation.
#[derive(Clone, Copy)]
pub(crate) struct Operand<'g> {
    pub shape: &'g Shape,
    pub elem: Elem,
    packed: bool,
}

impl fmt::Display for Operand<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.shape.type_name(self.elem);
        match self.packed {
            true => write!(f, "`{}`", name.replacen("Matrix", "Packed", 1)),
            false => write!(f, "`{name}`"),
        }
    }
}

/// The shape of `op`'s result.
fn shape(graph: &Graph, op: &Op) -> Result<Shape, ShapeError> {
    let of = |id: &Id| graph.operand(*id);
    match op {
        Op::Input(_) => unreachable!("an input brings its shape: Graph::input"),
        Op::Constant(_) | Op::Count(_) => Ok(Shape::Scalar),
        Op::Unary(_, a) => not_column(of(a)).cloned(),
        Op::Binary(binary, a, b) => match (binary, graph.shape(*a), graph.shape(*b)) {
            // `outer(u, v)`: a column of one length beside a row of another.
            (Binary::Mul, Shape::Column(r), Shape::Vector(c)) => Ok(Shape::Matrix(r.clone(), c.clone())),
            _ => broadcast(of(a), of(b)),
        },
        Op::Apply(function, operands) => apply(*function, operands.iter().map(of)),
        Op::Column(a) => match graph.shape(*a) {
            Shape::Vector(n) => Ok(Shape::Column(n.clone())),
            _ => fail(format!("`column` takes a vector, and this is {}", of(a))),
        },
        Op::Transpose(a) | Op::Transposed(a) => match graph.shape(*a) {
            Shape::Matrix(r, c) => Ok(Shape::Matrix(c.clone(), r.clone())),
            _ => fail(format!("only a matrix can be transposed, and this is {}", of(a))),
        },
        Op::Product(a, b) => product(of(a), of(b)),
        Op::Reduce(_, a) | Op::Softmax(a) => match (op, graph.shape(*a)) {
            (Op::Reduce(..), Shape::Vector(_) | Shape::Matrix(..)) => Ok(Shape::Scalar),
            (_, tensor @ (Shape::Vector(_) | Shape::Matrix(..))) => Ok(tensor.clone()),
            _ => fail(format!("a vector or a matrix is needed here, and this is {}", of(a))),
        },
        Op::ReduceRows(_, a) | Op::ReduceCols(_, a) => match (op, graph.shape(*a)) {
            (Op::ReduceRows(..), Shape::Matrix(r, _)) => Ok(Shape::Vector(r.clone())),
            (_, Shape::Matrix(_, c)) => Ok(Shape::Vector(c.clone())),
            (_, other) => {
                let instead = match other {
                    Shape::Vector(_) => "; all of a vector is reduced by `sum`, `mean`, `max` or `min`",
                    _ => "",
                };
                let other = of(a);
                fail(format!("only a matrix has rows and columns to reduce, and this is {other}{instead}"))
            }
        },
        Op::Dot(a, b) => match (graph.shape(*a), graph.shape(*b)) {
            (Shape::Vector(n), Shape::Vector(m)) if n == m => Ok(Shape::Scalar),
            (Shape::Vector(_), Shape::Vector(_)) => {
                fail(format!("`dot` takes vectors of one length; these are {} and {}", of(a), of(b)))
            }
            _ => fail(format!("`dot` takes two vectors; these are {} and {}", of(a), of(b))),
        },
        Op::Index(a, at) => index(of(a), at),
        Op::Concat(parts) => concat(parts.iter().map(of)),
        Op::Call(_, parts, _, declared) => {
            parts.iter().try_for_each(|part| not_column(of(part)).map(drop))?;
            Ok(declared.clone())
        }
    }
}

pub(crate) fn fail<T>(message: String) -> Result<T, ShapeError> {
    Err(ShapeError(message))
}

fn not_column(operand: Operand<'_>) -> Result<&Shape, ShapeError> {
    match operand.shape {
        Shape::Column(_) => fail(format!(
            "{operand} only stands beside a matrix, in `+ - * /`, `maximum`, `minimum` or `hadamard`; apply functions to the vector before `column`"
        )),
        shape => Ok(shape),
    }
}

fn broadcast(left: Operand, right: Operand) -> Result<Shape, ShapeError> {
    match (left.shape, right.shape) {
        (Shape::Column(_), Shape::Scalar | Shape::Column(_) | Shape::Vector(_)) => not_column(left).cloned(),
        (Shape::Scalar | Shape::Vector(_), Shape::Column(_)) => not_column(right).cloned(),
        (Shape::Scalar, other) | (other, Shape::Scalar) => Ok(other.clone()),
        (a, b) if a == b => Ok(a.clone()),
        (matrix @ Shape::Matrix(r, c), Shape::Vector(n))
        | (Shape::Vector(n), matrix @ Shape::Matrix(r, c)) => {
            let (matrix_name, vector) = matrix_first(left, right);
            if n == c {
                Ok(matrix.clone())
            } else if n == r {
                fail(format!(
                    "a vector beside a matrix is a row, and {vector} is not a row of {matrix_name}; to apply it to every column, write `column(…)` around it"
                ))
            } else {
                fail(format!("{vector} is not a row of {matrix_name}: a row has {c} elements"))
            }
        }
        (matrix @ Shape::Matrix(r, _), Shape::Column(n))
        | (Shape::Column(n), matrix @ Shape::Matrix(r, _)) => {
            if n == r {
                return Ok(matrix.clone());
            }
            let (matrix, column) = matrix_first(left, right);
            fail(format!("{column} is not a column of {matrix}: a column has {r} elements"))
        }
        (a, b) => {
            let transposed = match (a, b) {
                (Shape::Matrix(r, c), Shape::Matrix(s, d)) if r == d && c == s => {
                    "; with one of them transposed, `.t()`, they fit"
                }
                _ => "",
            };
            fail(format!(
                "elementwise operations take equal shapes; these are {left} and {right}{transposed}"
            ))
        }
    }
}

/// The operands of a function of the elements at one position.
fn apply<'g>(
    function: Function,
    mut operands: impl Iterator<Item = Operand<'g>>,
) -> Result<Shape, ShapeError> {
    let first = operands.next().expect("a function has an operand");
    let mut shape = first.shape.clone();
    for operand in operands {
        let beside = Operand { shape: &shape, ..first };
        let met = broadcast(beside, operand)?;
        if matches!(function, Function::User(_)) && met != shape {
            return fail(format!(
                "the first operand of a function has the shape of the result, and others are scalars, of that shape, or rows and columns of it; these are {first} and {operand}"
            ));
        }
        shape = met;
    }
    not_column(Operand { shape: &shape, ..first }).cloned()
}

/// The two operands of an operation of a matrix with something else, the matrix first.
fn matrix_first<'g>(left: Operand<'g>, right: Operand<'g>) -> (Operand<'g>, Operand<'g>) {
    match left.shape {
        Shape::Matrix(..) => (left, right),
        _ => (right, left),
    }
}

fn product(left: Operand, right: Operand) -> Result<Shape, ShapeError> {
    let (result, inner, fix) = match (left.shape, right.shape) {
        (Shape::Matrix(r, k), Shape::Vector(n)) => {
            let fix = if r == n { "; with the matrix transposed, `.t()`, it fits" } else { "" };
            (Shape::Vector(r.clone()), (k, n), fix)
        }
        (Shape::Vector(n), Shape::Matrix(k, c)) => {
            let fix = if c == n { "; with the matrix transposed, `.t()`, it fits" } else { "" };
            (Shape::Vector(c.clone()), (n, k), fix)
        }
        (Shape::Matrix(r, k), Shape::Matrix(l, c)) => {
            let fix = if k == c {
                "; with the right side transposed, `.t()`, it fits"
            } else if r == l {
                "; with the left side transposed, `.t()`, it fits"
            } else {
                ""
            };
            (Shape::Matrix(r.clone(), c.clone()), (k, l), fix)
        }
        _ => return fail(format!("there is no product of {left} and {right}")),
    };
    if inner.0 == inner.1 {
        return Ok(result);
    }
    let (inner, outer) = inner;
    fail(format!("{left} times {right} is no product: the inner sizes {inner} and {outer} differ{fix}"))
}

fn index(of: Operand, at: &[Dim]) -> Result<Shape, ShapeError> {
    let dims = match of.shape {
        Shape::Vector(_) | Shape::Matrix(..) => of.shape.dims(),
        _ => return fail(format!("only vectors and matrices have elements, and this is {of}")),
    };
    if dims.len() != at.len() {
        let how = if dims.len() == 1 { "`v[i]`" } else { "`m[(i, j)]`" };
        return fail(format!("an element of {of} is written {how}"));
    }
    for (axis, (dim, at)) in dims.iter().zip(at).enumerate() {
        if let (Some(len), Some(at)) = (dim.value(), at.value())
            && at >= len
        {
            let what = match (dims.len(), axis) {
                (1, _) => "element",
                (_, 0) => "row",
                _ => "column",
            };
            return fail(format!(
                "{what} {at} is outside of {of}: the last {what} is {}",
                len.saturating_sub(1)
            ));
        }
    }
    Ok(Shape::Scalar)
}

fn concat<'g>(parts: impl Iterator<Item = Operand<'g>>) -> Result<Shape, ShapeError> {
    let mut total = 0;
    for part in parts {
        match part.shape {
            Shape::Vector(Dim::Const(n)) => total += n,
            Shape::Vector(n) => {
                return fail(format!(
                    "`concat` needs lengths that are numbers, and {n} is a const parameter"
                ));
            }
            _ => return fail(format!("`concat` takes vectors, and this is {part}")),
        }
    }
    Ok(Shape::Vector(Dim::Const(total)))
}
