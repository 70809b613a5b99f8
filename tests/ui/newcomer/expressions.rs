use kernels::prelude::*;

struct Layer {
    w: Matrix<f32, 4, 4>,
}

#[kernel]
fn array(x: &Vector<f32, 2>) -> Vector<f32, 2> {
    let bias = [1.0, 2.0];
    x + bias
}

#[kernel]
fn repeated(x: &Vector<f32, 2>) -> Vector<f32, 2> {
    x + [1.0; 2]
}

#[kernel]
fn mutable_argument(x: &Vector<f32, 2>, out: &mut Vector<f32, 2>) {
    let y: Vector<f32, 2> = fill(x, &mut out);
    *out = y;
}

#[kernel]
fn structure(x: &Vector<f32, 2>) -> f32 {
    let pair = Pair { a: x, b: x };
    sum(pair)
}

#[kernel]
fn tuple_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let pair = (x, x);
    pair.0
}

#[kernel]
fn cast_of_a_sum(x: &Vector<f32, 2>) -> f32 {
    (x[0] + x[1]) as f32
}

#[kernel]
fn ranges(x: &Vector<f32, 4>) -> f32 {
    sum(x[1..3])
}

#[kernel]
fn called_closure(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    (|x| x * 2.0)(x)
}

#[kernel]
fn async_block(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    async { x }.await
}

#[kernel]
fn vector_divided_by_matrix(x: &Vector<f32, 4>, a: &Matrix<f32, 4, 4>) -> Matrix<f32, 4, 4> {
    x / a
}

fn main() {}
