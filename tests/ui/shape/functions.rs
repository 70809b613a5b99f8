use kernels::prelude::*;

#[kernel]
fn dot_of_lengths(x: &Vector<f32, 8>, y: &Vector<f32, 9>) -> f32 {
    dot(x, y)
}

#[kernel]
fn dot_of_matrices(a: &Matrix<f32, 2, 2>, b: &Matrix<f32, 2, 2>) -> f32 {
    a.dot(b)
}

#[kernel]
fn outer_of_a_matrix(a: &Matrix<f32, 2, 2>, v: &Vector<f32, 2>) -> Matrix<f32, 2, 2> {
    outer(a, v)
}

#[kernel]
fn concat_of_a_matrix(a: &Matrix<f32, 2, 2>, v: &Vector<f32, 2>) -> Vector<f32, 6> {
    concat(a, v)
}

#[kernel]
fn concat_of_lengths(u: &Vector<f32, 3>, v: &Vector<f32, 2>) -> Vector<f32, 6> {
    concat(u, v)
}

#[kernel]
fn concat_of_parameters<const N: usize>(u: &Vector<f32, N>, v: &Vector<f32, 2>) -> Vector<f32, 6> {
    concat(u, v)
}

#[kernel]
fn transposed_vector(v: &Vector<f32, 2>) -> Vector<f32, 2> {
    v.t()
}

#[kernel]
fn softmax_of_a_scalar(s: f32, _v: &Vector<f32, 4>) -> f32 {
    softmax(s)
}

#[kernel]
fn sum_of_a_scalar(x: &Vector<f32, 4>) -> f32 {
    sum(sum(x))
}

#[kernel]
fn row_sums_of_a_vector(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    row_sums(x)
}

#[kernel]
fn col_means_of_a_scalar(s: f32, _v: &Vector<f32, 4>) -> f32 {
    col_means(s)
}

#[kernel]
fn rows_for_columns(m: &Matrix<f32, 2, 3>) -> Vector<f32, 3> {
    row_max(m)
}

#[kernel]
fn columns_of_two(a: &Matrix<f32, 2, 3>, b: &Matrix<f32, 2, 3>) -> Vector<f32, 3> {
    col_max(a, b)
}

fn main() {}
