use kernels::prelude::*;

#[kernel]
fn matrix_vector(w: &Matrix<f32, 10, 64>, x: &Vector<f32, 32>) -> Vector<f32, 10> {
    relu(w * x)
}

#[kernel]
fn matrix_vector_transposed(w: &Matrix<f32, 10, 64>, x: &Vector<f32, 10>) -> Vector<f32, 64> {
    w * x
}

#[kernel]
fn vector_matrix(w: &Matrix<f32, 10, 64>, x: &Vector<f32, 3>) -> Vector<f32, 64> {
    x * w
}

#[kernel]
fn vector_matrix_transposed(w: &Matrix<f32, 10, 64>, x: &Vector<f32, 64>) -> Vector<f32, 10> {
    x * w
}

#[kernel]
fn matrix_matrix(a: &Matrix<f64, 4, 3>, b: &Matrix<f64, 7, 5>) -> Matrix<f64, 4, 5> {
    a * b
}

#[kernel]
fn matrix_matrix_right(a: &Matrix<f64, 4, 3>, b: &Matrix<f64, 5, 3>) -> Matrix<f64, 4, 5> {
    a * b
}

#[kernel]
fn matrix_matrix_left(a: &Matrix<f64, 3, 4>, b: &Matrix<f64, 3, 5>) -> Matrix<f64, 4, 5> {
    a * b
}

#[kernel]
fn generic<const R: usize, const C: usize>(w: &Matrix<f32, R, C>, x: &Vector<f32, R>) -> Vector<f32, R> {
    w * x
}

fn main() {}
