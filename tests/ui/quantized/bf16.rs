use kernels::prelude::*;

#[kernel]
fn sum(x: &Vector<bf16, 64>, y: &Vector<f32, 64>) -> Vector<f32, 64> {
    x + y
}

#[kernel]
fn scaled(x: &Matrix<bf16, 10, 64>) -> Matrix<f32, 10, 64> {
    x * 0.5
}

#[kernel]
fn activation(x: &Vector<bf16, 64>) -> Vector<f32, 64> {
    relu(x)
}

#[kernel]
fn root(x: &Vector<bf16, 64>) -> Vector<f32, 64> {
    sqrt(x)
}

#[kernel]
fn both_stored(w: &Matrix<bf16, 10, 64>, x: &Vector<bf16, 64>) -> Vector<f32, 10> {
    w * x
}

#[kernel]
fn both_matrices(a: &Matrix<bf16, 10, 64>, b: &Matrix<bf16, 64, 10>) -> Matrix<f32, 10, 10> {
    a * b
}

#[kernel]
fn with_bytes(w: &Matrix<bf16, 10, 64>, x: &Vector<u8, 64>) -> Vector<f32, 10> {
    w * x
}

#[kernel]
fn stored_result(w: &Matrix<bf16, 10, 64>, x: &Vector<f32, 64>) -> Vector<bf16, 10> {
    w * x
}

#[kernel]
fn beside_f64(w: &Matrix<bf16, 10, 64>, x: &Vector<f64, 64>) -> Vector<f64, 10> {
    w * x
}

#[kernel]
fn quantized(x: &Vector<bf16, 64>) -> Vector<u8, 64> {
    quantize(x, 0.5, 0_u8)
}

fn main() {}
