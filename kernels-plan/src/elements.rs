//! Element rules: the element type of an operation's result, or why its operands' do not fit.

use crate::check::{Operand, ShapeError, fail};
use crate::graph::{Binary, Elem, Graph, Id, Op, Shape, Unary};

/// The element type of `op`'s result. The shapes fit.
pub(crate) fn elem(graph: &Graph, op: &Op) -> Result<Elem, ShapeError> {
    let of = |id: &Id| graph.operand(*id);
    packed_only_multiplies(graph, op)?;
    match op {
        Op::Input(_) => unreachable!("an input brings its type: Graph::input"),
        Op::Constant(_) | Op::Count(_) => Ok(graph.elem),
        Op::Unary(unary, a) => of_unary(*unary, of(a)),
        Op::Binary(binary, a, b) => of_binary(*binary, of(a), of(b)),
        Op::Apply(_, operands) => {
            let first = float(of(&operands[0]), "this function")?;
            for operand in &operands[1..] {
                float(of(operand), "this function")?;
                equal(of(&operands[0]), of(operand), "a function takes elements of one type")?;
            }
            Ok(first)
        }
        Op::Column(a) | Op::Transpose(a) | Op::Transposed(a) | Op::Index(a, _) => Ok(graph.elem_of(*a)),
        Op::Product(a, b) => of_product("product", of(a), of(b)),
        Op::Dot(a, b) => of_product("dot product", of(a), of(b)),
        Op::Reduce(_, a) | Op::ReduceRows(_, a) | Op::ReduceCols(_, a) | Op::Softmax(a) => {
            float(of(a), "a reduction or a softmax")
        }
        Op::Concat(parts) => {
            let (first, second) = (of(&parts[0]), of(&parts[1]));
            equal(first, second, "`concat` takes vectors of one element type")
        }
        Op::Call(_, _, declared, _) => Ok(*declared),
    }
}

/// A packed matrix is read by the products it is packed for, and by nothing else.
fn packed_only_multiplies(graph: &Graph, op: &Op) -> Result<(), ShapeError> {
    let multiplies = match *op {
        Op::Product(w, x) => {
            let transposed = |id| matches!(*graph.op(id), Op::Transposed(inner) if graph.is_packed(inner));
            let (left, right) = (graph.is_packed(w), graph.is_packed(x));
            let by_vector = matches!(graph.shape(x), Shape::Vector(_));
            !transposed(w) && !right && (!left || by_vector)
        }
        Op::Transposed(_) => true,
        _ => !op.operands().into_iter().any(|id| graph.is_packed(id)),
    };
    let read = |id: Id| {
        let view = matches!(*graph.op(id), Op::Transposed(inner) if graph.is_packed(inner));
        view && !matches!(op, Op::Product(..) | Op::Transposed(_))
    };
    if multiplies && !op.operands().into_iter().any(read) {
        return Ok(());
    }
    fail("a packed matrix stands in `w * x` with a vector and in `a * w.t()` with a matrix; for anything else, pass it as `&Matrix<i8, R, C>`".into())
}

fn of_unary(unary: Unary, a: Operand) -> Result<Elem, ShapeError> {
    match unary {
        Unary::ToFloat if a.elem == Elem::I32 => Ok(Elem::F32),
        Unary::ToFloat if a.elem.is_byte() => fail(format!(
            "`to_f32` takes elements of `i32`, and this is {a}: write `dequantize(q, scale, zero_point)` for the numbers that it stands for, or `to_f32(widen(q))`"
        )),
        Unary::ToFloat => fail(format!("`to_f32` takes elements of `i32`, and this is {a}")),
        Unary::Widen if a.elem.is_byte() => Ok(Elem::I32),
        Unary::Widen if a.elem == Elem::Bf16 => Ok(Elem::F32),
        Unary::Widen => {
            let instead = if a.elem == Elem::I32 { ": `to_f32(…)` makes `f32` of it" } else { "" };
            fail(format!("`widen` takes elements of `i8`, `u8`, `U7` or `bf16`, and this is {a}{instead}"))
        }
        Unary::Neg | Unary::Abs | Unary::Relu => number(a),
        Unary::Sqrt => float(a, "this function"),
    }
}

fn of_binary(binary: Binary, a: Operand, b: Operand) -> Result<Elem, ShapeError> {
    match binary {
        Binary::Quantize(elem) => Ok(elem),
        Binary::Div if a.elem == Elem::I32 && b.elem == Elem::I32 => {
            fail("integers are not divided: `requantize` scales and rounds them, `to_f32` makes numbers with a fraction of them".into())
        }
        _ => {
            number(a)?;
            number(b)?;
            equal(a, b, "both sides of an operator have elements of one type")
        }
    }
}

/// Floating-point operands of one type, or quantized ones, at least one of them signed.
fn of_product(what: &str, a: Operand, b: Operand) -> Result<Elem, ShapeError> {
    match (a.elem, b.elem) {
        (left, right) if left == right && left.is_float() => Ok(left),
        (Elem::Bf16, Elem::F32) | (Elem::F32, Elem::Bf16) => Ok(Elem::F32),
        (left, right) if left.is_byte() && right.is_byte() => match left == Elem::I8 || right == Elem::I8 {
            true => Ok(Elem::I32),
            false => fail(format!(
                "a {what} of quantized elements has a signed side: `i8` weights and `u8`, `U7` or `i8` activations; these are {a} and {b}"
            )),
        },
        (left, right) => fail(format!(
            "a {what} is of two floating-point operands of one type, of `bf16` and `f32`, or of two quantized ones; these are {a} and {b}{}",
            other_factor(left, right)
        )),
    }
}

/// What makes factors of two that are none.
fn other_factor(left: Elem, right: Elem) -> &'static str {
    let is = |elem: Elem| left == elem || right == elem;
    match () {
        () if left == Elem::Bf16 && right == Elem::Bf16 => ": write `widen(…)` around one of them",
        () if is(Elem::I32) => {
            ": sums of a product become quantized elements by `requantize(sums, multiplier, zero_point)`"
        }
        () if left.is_byte() || right.is_byte() => {
            ": write `quantize(x, scale, zero_point)` for the numbers, or `dequantize(q, scale, zero_point)` for the quantized elements"
        }
        () => "",
    }
}

/// An element type with arithmetic.
fn number(a: Operand) -> Result<Elem, ShapeError> {
    if a.elem == Elem::Bf16 {
        return fail(format!(
            "`bf16` is a type to store weights in: they have products with `f32`, and `widen(…)` makes them `f32`; this is {a}"
        ));
    }
    if a.elem.is_byte() {
        return fail(format!(
            "quantized elements have products and no other arithmetic: write `dequantize(…)`, or `widen(…)` for `i32`; this is {a}"
        ));
    }
    Ok(a.elem)
}

fn float(a: Operand, what: &str) -> Result<Elem, ShapeError> {
    if a.elem.is_float() {
        return Ok(a.elem);
    }
    let by = match a.elem {
        Elem::Bf16 => "widen",
        elem if elem.is_byte() => "dequantize",
        _ => "to_f32",
    };
    fail(format!("{what} takes floating-point numbers, and this is {a}: write `{by}(…)` around it"))
}

fn equal(a: Operand, b: Operand, rule: &str) -> Result<Elem, ShapeError> {
    if a.elem == b.elem {
        return Ok(a.elem);
    }
    let integer = [a, b].into_iter().find(|operand| operand.elem == Elem::I32);
    let instead = match integer.map(|operand| *operand.shape == Shape::Scalar) {
        Some(true) => {
            ": a number beside `f32` has a point, as in `2.0`, and a value is converted by `to_f32(…)`"
        }
        Some(false) => ": write `to_f32(…)` around the `i32`, or keep the other side in `i32` too",
        None => "",
    };
    fail(format!("{rule}; these are {a} and {b}{instead}"))
}
