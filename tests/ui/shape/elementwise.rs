use kernels::prelude::*;

#[kernel]
fn vectors(x: &Vector<f32, 8>, y: &Vector<f32, 9>) -> Vector<f32, 8> {
    x + y
}

#[kernel]
fn matrices(a: &Matrix<f32, 2, 3>, b: &Matrix<f32, 3, 2>) -> Matrix<f32, 2, 3> {
    a - b
}

#[kernel]
fn in_a_chain(w: &Matrix<f32, 10, 64>, b: &Vector<f32, 64>, x: &Vector<f32, 64>) -> Vector<f32, 10> {
    sigmoid(w * x + b)
}

#[kernel]
fn of_functions(x: &Vector<f32, 8>, y: &Vector<f32, 7>) -> Vector<f32, 8> {
    maximum(x, y)
}

#[kernel]
fn hadamard_product(a: &Matrix<f32, 2, 3>, b: &Matrix<f32, 2, 4>) -> Matrix<f32, 2, 3> {
    hadamard(a, b)
}

fn main() {}
