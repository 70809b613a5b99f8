use kernels::prelude::*;

#[kernel]
fn integer(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    2 * x + 1
}

#[kernel]
fn integer_with_suffix(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * 2_i32
}

#[kernel]
fn other_suffix(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * 2.0_f64 + 1f64
}

#[kernel]
fn negative(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * -3
}

#[kernel]
fn other_literals(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * true + "2" + '2'
}

fn main() {}
