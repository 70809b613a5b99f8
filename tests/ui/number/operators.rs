use kernels::prelude::*;

#[kernel]
fn comparison(x: f32, y: f32, _v: &Vector<f32, 4>) -> f32 {
    let larger = x > y;
    larger * x
}

#[kernel]
fn remainder(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x % 2.0
}

#[kernel]
fn logic(x: &Vector<f32, 4>, y: f32) -> Vector<f32, 4> {
    x && y
}

#[kernel]
fn power(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x ^ 2.0
}

#[kernel]
fn not(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    !x
}

#[kernel]
fn cast(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x as f64
}

#[kernel]
fn cast_to_itself(x: f32, _v: &Vector<f32, 4>) -> f32 {
    x as f32
}

#[kernel]
fn range(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x..2.0
}

fn main() {}
