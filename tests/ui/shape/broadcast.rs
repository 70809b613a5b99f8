use kernels::prelude::*;

#[kernel]
fn row(a: &Matrix<f32, 4, 8>, v: &Vector<f32, 7>) -> Matrix<f32, 4, 8> {
    a + v
}

#[kernel]
fn row_that_is_a_column(a: &Matrix<f32, 4, 8>, v: &Vector<f32, 4>) -> Matrix<f32, 4, 8> {
    a - v
}

#[kernel]
fn column_of_another_length(a: &Matrix<f32, 4, 8>, v: &Vector<f32, 8>) -> Matrix<f32, 4, 8> {
    a + column(v)
}

#[kernel]
fn column_of_a_matrix(a: &Matrix<f32, 4, 8>) -> Matrix<f32, 4, 8> {
    a + column(a)
}

#[kernel]
fn column_alone(v: &Vector<f32, 4>) -> Vector<f32, 4> {
    exp(column(v))
}

#[kernel]
fn column_and_scalar(a: &Matrix<f32, 4, 8>, v: &Vector<f32, 4>) -> Matrix<f32, 4, 8> {
    a / (column(v) + 1.0)
}

#[kernel]
fn column_times_row(u: &Vector<f32, 4>, v: &Vector<f32, 8>) -> Matrix<f32, 4, 8> {
    column(u) * v
}

#[kernel]
fn column_plus_row(u: &Vector<f32, 4>, v: &Vector<f32, 8>) -> Matrix<f32, 4, 8> {
    column(u) + v
}

#[kernel]
fn result(v: &Vector<f32, 4>) -> Vector<f32, 4> {
    column(v)
}

fn main() {}
