//! Shape rules: the shape of an operation's result, or why its operands do not fit.

use std::fmt;

use crate::graph::{Binary, Dim, Elem, Graph, Id, Node, Op, Shape};

/// Why an operation cannot be: what was found, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShapeError(String);

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
    /// The operands' shapes do not fit the operation.
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
        Ok(self.intern(Node { op, shape }))
    }
}

/// The shape of `op`'s result.
fn shape(graph: &Graph, op: &Op) -> Result<Shape, ShapeError> {
    let of = |id: &Id| graph.shape(*id);
    let rules = Rules(graph.elem);
    match op {
        Op::Input(_) => unreachable!("an input brings its shape: Graph::input"),
        Op::Constant(_) | Op::Count(_) => Ok(Shape::Scalar),
        Op::Unary(_, a) => rules.not_column(of(a)).cloned(),
        Op::Binary(binary, a, b) => match (binary, of(a), of(b)) {
            // `outer(u, v)`: a column of one length beside a row of another.
            (Binary::Mul, Shape::Column(r), Shape::Vector(c)) => Ok(Shape::Matrix(r.clone(), c.clone())),
            (_, a, b) => rules.broadcast(a, b),
        },
        Op::Column(a) => match of(a) {
            Shape::Vector(n) => Ok(Shape::Column(n.clone())),
            other => fail(format!("`column` takes a vector, and this is {}", rules.name(other))),
        },
        Op::Transpose(a) | Op::Transposed(a) => match of(a) {
            Shape::Matrix(r, c) => Ok(Shape::Matrix(c.clone(), r.clone())),
            other => fail(format!("only a matrix can be transposed, and this is {}", rules.name(other))),
        },
        Op::Product(a, b) => rules.product(of(a), of(b)),
        Op::Reduce(_, a) | Op::Softmax(a) => match (op, of(a)) {
            (Op::Reduce(..), Shape::Vector(_) | Shape::Matrix(..)) => Ok(Shape::Scalar),
            (_, tensor @ (Shape::Vector(_) | Shape::Matrix(..))) => Ok(tensor.clone()),
            (_, other) => {
                fail(format!("a vector or a matrix is needed here, and this is {}", rules.name(other)))
            }
        },
        Op::ReduceRows(_, a) | Op::ReduceCols(_, a) => match (op, of(a)) {
            (Op::ReduceRows(..), Shape::Matrix(r, _)) => Ok(Shape::Vector(r.clone())),
            (_, Shape::Matrix(_, c)) => Ok(Shape::Vector(c.clone())),
            (_, other) => {
                let instead = match other {
                    Shape::Vector(_) => "; all of a vector is reduced by `sum`, `mean`, `max` or `min`",
                    _ => "",
                };
                let other = rules.name(other);
                fail(format!("only a matrix has rows and columns to reduce, and this is {other}{instead}"))
            }
        },
        Op::Dot(a, b) => match (of(a), of(b)) {
            (Shape::Vector(n), Shape::Vector(m)) if n == m => Ok(Shape::Scalar),
            (a @ Shape::Vector(_), b @ Shape::Vector(_)) => fail(format!(
                "`dot` takes vectors of one length; these are {} and {}",
                rules.name(a),
                rules.name(b)
            )),
            (a, b) => {
                fail(format!("`dot` takes two vectors; these are {} and {}", rules.name(a), rules.name(b)))
            }
        },
        Op::Index(a, at) => rules.index(of(a), at),
        Op::Concat(parts) => rules.concat(parts.iter().map(of)),
        Op::Call(_, parts, declared) => {
            parts.iter().try_for_each(|part| rules.not_column(of(part)).map(drop))?;
            Ok(declared.clone())
        }
    }
}

fn fail<T>(message: String) -> Result<T, ShapeError> {
    Err(ShapeError(message))
}

/// The rules of one element type, which they name in their messages.
#[derive(Clone, Copy)]
struct Rules(Elem);

impl Rules {
    fn name(self, shape: &Shape) -> String {
        format!("`{}`", shape.type_name(self.0))
    }

    fn not_column(self, shape: &Shape) -> Result<&Shape, ShapeError> {
        match shape {
            Shape::Column(_) => fail(format!(
                "{} only stands beside a matrix, in `+ - * /`, `maximum`, `minimum` or `hadamard`; apply functions to the vector before `column`",
                self.name(shape)
            )),
            shape => Ok(shape),
        }
    }

    fn broadcast(self, a: &Shape, b: &Shape) -> Result<Shape, ShapeError> {
        match (a, b) {
            (Shape::Column(_), Shape::Scalar | Shape::Column(_) | Shape::Vector(_)) => {
                self.not_column(a).cloned()
            }
            (Shape::Scalar | Shape::Vector(_), Shape::Column(_)) => self.not_column(b).cloned(),
            (Shape::Scalar, other) | (other, Shape::Scalar) => Ok(other.clone()),
            (a, b) if a == b => Ok(a.clone()),
            (matrix @ Shape::Matrix(r, c), vector @ Shape::Vector(n))
            | (vector @ Shape::Vector(n), matrix @ Shape::Matrix(r, c)) => {
                let (vector, matrix_name) = (self.name(vector), self.name(matrix));
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
            (matrix @ Shape::Matrix(r, _), column @ Shape::Column(n))
            | (column @ Shape::Column(n), matrix @ Shape::Matrix(r, _)) => {
                if n == r {
                    return Ok(matrix.clone());
                }
                let (column, matrix) = (self.name(column), self.name(matrix));
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
                    "elementwise operations take equal shapes; these are {} and {}{transposed}",
                    self.name(a),
                    self.name(b)
                ))
            }
        }
    }

    fn product(self, a: &Shape, b: &Shape) -> Result<Shape, ShapeError> {
        let (result, inner, fix) = match (a, b) {
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
            (a, b) => return fail(format!("there is no product of {} and {}", self.name(a), self.name(b))),
        };
        if inner.0 == inner.1 {
            return Ok(result);
        }
        let (inner, outer) = inner;
        fail(format!(
            "{} times {} is no product: the inner sizes {inner} and {outer} differ{fix}",
            self.name(a),
            self.name(b)
        ))
    }

    fn index(self, of: &Shape, at: &[Dim]) -> Result<Shape, ShapeError> {
        let dims = match of {
            Shape::Vector(_) | Shape::Matrix(..) => of.dims(),
            other => {
                return fail(format!(
                    "only vectors and matrices have elements, and this is {}",
                    self.name(other)
                ));
            }
        };
        if dims.len() != at.len() {
            let how = if dims.len() == 1 { "`v[i]`" } else { "`m[(i, j)]`" };
            return fail(format!("an element of {} is written {how}", self.name(of)));
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
                    "{what} {at} is outside of {}: the last {what} is {}",
                    self.name(of),
                    len.saturating_sub(1)
                ));
            }
        }
        Ok(Shape::Scalar)
    }

    fn concat<'a>(self, parts: impl Iterator<Item = &'a Shape>) -> Result<Shape, ShapeError> {
        let mut total = 0;
        for part in parts {
            match part {
                Shape::Vector(Dim::Const(n)) => total += n,
                Shape::Vector(n) => {
                    return fail(format!(
                        "`concat` needs lengths that are numbers, and {n} is a const parameter"
                    ));
                }
                other => return fail(format!("`concat` takes vectors, and this is {}", self.name(other))),
            }
        }
        Ok(Shape::Vector(Dim::Const(total)))
    }
}
