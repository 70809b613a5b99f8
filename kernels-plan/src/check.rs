//! Shape rules: the shape of an operation's result, or why its operands do not fit.

use std::fmt;

use crate::graph::{Dim, Graph, Id, Node, Op, Shape};

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
    /// assert!(error.contains("Matrix<10, 64> and Vector<63>"));
    /// ```
    pub fn push(&mut self, op: Op) -> Result<Id, ShapeError> {
        if let Op::Transpose(inner) = op
            && let Op::Transpose(original) = self.op(inner)
        {
            return Ok(*original);
        }
        let shape = shape(self, &op)?;
        Ok(self.intern(Node { op, shape }))
    }
}

/// The shape of `op`'s result.
fn shape(graph: &Graph, op: &Op) -> Result<Shape, ShapeError> {
    let of = |id: &Id| graph.shape(*id);
    match op {
        Op::Input(_) => unreachable!("an input brings its shape: Graph::input"),
        Op::Constant(_) | Op::Count(_) => Ok(Shape::Scalar),
        Op::Unary(_, a) => not_column(of(a)).cloned(),
        Op::Binary(_, a, b) => broadcast(of(a), of(b)),
        Op::Column(a) => match of(a) {
            Shape::Vector(n) => Ok(Shape::Column(n.clone())),
            other => fail(format!("`column` takes a vector, and this is a {other}")),
        },
        Op::Transpose(a) => match of(a) {
            Shape::Matrix(r, c) => Ok(Shape::Matrix(c.clone(), r.clone())),
            other => fail(format!("only a matrix can be transposed, and this is a {other}")),
        },
        Op::Product(a, b) => product(of(a), of(b)),
        Op::Reduce(_, a) | Op::Softmax(a) => match (op, of(a)) {
            (Op::Reduce(..), Shape::Vector(_) | Shape::Matrix(..)) => Ok(Shape::Scalar),
            (_, tensor @ (Shape::Vector(_) | Shape::Matrix(..))) => Ok(tensor.clone()),
            (_, other) => fail(format!("a vector or a matrix is needed here, and this is a {other}")),
        },
        Op::Dot(a, b) => match (of(a), of(b)) {
            (Shape::Vector(n), Shape::Vector(m)) if n == m => Ok(Shape::Scalar),
            (Shape::Vector(n), Shape::Vector(m)) => {
                fail(format!("`dot` takes vectors of one length; these are Vector<{n}> and Vector<{m}>"))
            }
            (a, b) => fail(format!("`dot` takes two vectors; these are {a} and {b}")),
        },
        Op::Index(a, at) => index(of(a), at),
        Op::Concat(parts) => concat(parts.iter().map(of)),
        Op::Call(_, _, declared) => Ok(declared.clone()),
    }
}

fn fail<T>(message: String) -> Result<T, ShapeError> {
    Err(ShapeError(message))
}

fn not_column(shape: &Shape) -> Result<&Shape, ShapeError> {
    match shape {
        Shape::Column(n) => fail(format!(
            "a Column<{n}> only stands beside a matrix in `+`, `-`, `/` or `hadamard`; apply functions to the vector before `column`"
        )),
        shape => Ok(shape),
    }
}

fn broadcast(a: &Shape, b: &Shape) -> Result<Shape, ShapeError> {
    match (a, b) {
        (Shape::Column(_), Shape::Scalar | Shape::Column(_)) => not_column(a).cloned(),
        (Shape::Scalar, Shape::Column(_)) => not_column(b).cloned(),
        (Shape::Scalar, other) | (other, Shape::Scalar) => Ok(other.clone()),
        (a, b) if a == b => Ok(a.clone()),
        (Shape::Matrix(r, c), Shape::Vector(n)) | (Shape::Vector(n), Shape::Matrix(r, c)) => {
            if n == c {
                Ok(Shape::Matrix(r.clone(), c.clone()))
            } else if n == r {
                fail(format!(
                    "a vector beside a matrix is a row, and Vector<{n}> is not a row of Matrix<{r}, {c}>; to add it to every column, write `column(v)`"
                ))
            } else {
                fail(format!("Vector<{n}> is not a row of Matrix<{r}, {c}>: a row has {c} elements"))
            }
        }
        (Shape::Matrix(r, c), Shape::Column(n)) | (Shape::Column(n), Shape::Matrix(r, c)) => {
            if n == r {
                Ok(Shape::Matrix(r.clone(), c.clone()))
            } else {
                fail(format!("Column<{n}> is not a column of Matrix<{r}, {c}>: a column has {r} elements"))
            }
        }
        // `outer(u, v)`: a column of one length beside a row of another.
        (Shape::Column(r), Shape::Vector(c)) => Ok(Shape::Matrix(r.clone(), c.clone())),
        (a, b) => fail(format!("elementwise operations take equal shapes; these are {a} and {b}")),
    }
}

fn product(a: &Shape, b: &Shape) -> Result<Shape, ShapeError> {
    let mismatch = |inner: &Dim, outer: &Dim, fix: String| {
        fail(format!(
            "the product of {a} and {b} does not exist: the inner sizes {inner} and {outer} differ{fix}"
        ))
    };
    match (a, b) {
        (Shape::Matrix(r, k), Shape::Vector(n)) => {
            if k == n {
                return Ok(Shape::Vector(r.clone()));
            }
            let fix = if r == n { "; the transposed matrix fits: `w.t() * x`" } else { "" };
            mismatch(k, n, fix.into())
        }
        (Shape::Vector(n), Shape::Matrix(k, c)) => {
            if k == n {
                return Ok(Shape::Vector(c.clone()));
            }
            let fix = if c == n { "; the transposed matrix fits: `x * w.t()`" } else { "" };
            mismatch(n, k, fix.into())
        }
        (Shape::Matrix(r, k), Shape::Matrix(l, c)) => {
            if k == l {
                return Ok(Shape::Matrix(r.clone(), c.clone()));
            }
            let fix = if k == c {
                "; the transposed right side fits: `a * b.t()`"
            } else if r == l {
                "; the transposed left side fits: `a.t() * b`"
            } else {
                ""
            };
            mismatch(k, l, fix.into())
        }
        (a, b) => fail(format!("there is no product of {a} and {b}")),
    }
}

fn index(of: &Shape, at: &[Dim]) -> Result<Shape, ShapeError> {
    let dims = match of {
        Shape::Vector(_) | Shape::Matrix(..) => of.dims(),
        other => return fail(format!("only vectors and matrices have elements, and this is a {other}")),
    };
    if dims.len() != at.len() {
        let how = if dims.len() == 1 { "`v[i]`" } else { "`m[(i, j)]`" };
        return fail(format!("an element of a {of} is written {how}"));
    }
    for (dim, at) in dims.into_iter().zip(at) {
        if let (Some(len), Some(at)) = (dim.value(), at.value())
            && at >= len
        {
            return fail(format!(
                "{at} is outside of {of}: the last element here is {}",
                len.saturating_sub(1)
            ));
        }
    }
    Ok(Shape::Scalar)
}

fn concat<'a>(parts: impl Iterator<Item = &'a Shape>) -> Result<Shape, ShapeError> {
    let mut total = 0;
    for part in parts {
        match part {
            Shape::Vector(Dim::Const(n)) => total += n,
            Shape::Vector(n) => {
                return fail(format!("`concat` needs lengths that are numbers, and {n} is a parameter"));
            }
            other => return fail(format!("`concat` takes vectors, and this is a {other}")),
        }
    }
    Ok(Shape::Vector(Dim::Const(total)))
}
