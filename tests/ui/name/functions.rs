use kernels::prelude::*;

fn helper(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    *x
}

#[kernel]
fn misspelt(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = sofmax(x);
    y * 2.0
}

#[kernel]
fn other_language(x: &Vector<f32, 4>, w: &Matrix<f32, 4, 4>) -> Vector<f32, 4> {
    logistic(matmul(w, x)) + 1.0
}

#[kernel]
fn undeclared_type(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = helper(x);
    y * 2.0
}

#[kernel]
fn undeclared_type_inside(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    relu(helper(x))
}

#[kernel]
fn constructor(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x + Vector::splat(1.0)
}

#[kernel]
fn constructor_from_array(x: &Vector<f32, 2>) -> Vector<f32, 2> {
    x + Vector::from([1.0, 2.0])
}

#[kernel]
fn max_of_two(x: f32, y: f32, _v: &Vector<f32, 4>) -> f32 {
    max(x, y)
}

#[kernel]
fn maximum_of_one(x: &Vector<f32, 4>) -> f32 {
    maximum(x)
}

#[kernel]
fn concat_of_three(x: &Vector<f32, 2>) -> Vector<f32, 6> {
    concat(x, x, x)
}

#[kernel]
fn operands(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    relu() + relu(x, x) + dot(x)
}

#[kernel]
fn itself(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    itself(x)
}

#[kernel]
fn exp(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    exp(x)
}

fn main() {}
