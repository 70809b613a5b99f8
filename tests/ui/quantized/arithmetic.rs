use kernels::prelude::*;

#[kernel]
fn unsigned_by_unsigned(w: &Matrix<u8, 10, 64>, x: &Vector<u8, 64>) -> Vector<i32, 10> {
    w * x
}

#[kernel]
fn sum_of_bytes(x: &Vector<u8, 64>) -> Vector<u8, 64> {
    x + x
}

#[kernel]
fn bytes_and_sums(x: &Vector<i8, 64>, y: &Vector<i32, 64>) -> Vector<i32, 64> {
    x + y
}

#[kernel]
fn bytes_and_numbers(x: &Vector<u8, 64>, y: &Vector<f32, 64>) -> Vector<f32, 64> {
    x * y
}

#[kernel]
fn sums_and_numbers(w: &Matrix<i8, 10, 64>, x: &Vector<u8, 64>, b: &Vector<f32, 10>) -> Vector<f32, 10> {
    w * x + b
}

#[kernel]
fn weights_of_bytes(w: &Matrix<i8, 10, 64>, x: &Vector<f32, 64>) -> Vector<f32, 10> {
    w * x
}

#[kernel]
fn weights_of_numbers(w: &Matrix<f32, 10, 64>, x: &Vector<u8, 64>) -> Vector<f32, 10> {
    w * x
}

#[kernel]
fn weights_of_sums(w: &Matrix<i32, 10, 64>, x: &Vector<i32, 64>) -> Vector<i32, 10> {
    w * x
}

#[kernel]
fn quotient(x: &Vector<i32, 64>) -> Vector<i32, 64> {
    x / 2
}

#[kernel]
fn relu_of_bytes(x: &Vector<i8, 64>) -> Vector<i8, 64> {
    relu(x)
}

#[kernel]
fn root_of_sums(x: &Vector<i32, 64>) -> Vector<f32, 64> {
    sqrt(x)
}

#[kernel]
fn softmax_of_bytes(x: &Vector<u8, 10>) -> Vector<f32, 10> {
    softmax(x)
}

#[kernel]
fn softmax_of_sums(x: &Vector<i32, 10>) -> Vector<f32, 10> {
    softmax(x)
}

#[kernel]
fn total_of_bytes(x: &Vector<u8, 10>) -> i32 {
    sum(x)
}

#[kernel]
fn number_without_point(x: &Vector<f32, 10>, y: &Vector<i32, 10>) -> Vector<f32, 10> {
    x * 2 + to_f32(y)
}

#[kernel]
fn number_with_point(y: &Vector<i32, 10>) -> Vector<i32, 10> {
    y * 2.0
}

fn main() {}
