use kernels::prelude::*;

#[kernel]
fn integers(x: &Vector<i64, 4>) -> Vector<i64, 4> {
    x + x
}

#[kernel]
fn half_precision(x: &Vector<f16, 4>, y: &Vector<f32, 4>) -> Vector<f32, 4> {
    y + 1.0
}

#[kernel]
fn mixed(x: &Vector<f32, 4>, y: &Vector<f64, 4>) -> Vector<f32, 4> {
    x * 2.0
}

#[kernel]
fn mixed_result(x: &Vector<f32, 4>) -> f64 {
    sum(x)
}

#[kernel]
fn size_parameter(x: &Vector<f32, 4>, n: usize) -> f32 {
    sum(x)
}

#[kernel]
fn swapped(x: &Vector<4, f32>) -> f32 {
    sum(x)
}

#[kernel]
fn without_arguments(x: &Vector, w: &Matrix<f32, 4>) -> f32 {
    sum(x)
}

fn main() {}
