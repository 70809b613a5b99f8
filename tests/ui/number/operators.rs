use kernels::prelude::*;

#[kernel]
fn comparison(x: f32, y: f32) -> f32 {
    let larger = x > y;
    larger * x
}

#[kernel]
fn remainder(x: f32) -> f32 {
    x % 2.0
}

#[kernel]
fn logic(x: f32, y: f32) -> f32 {
    x && y
}

#[kernel]
fn power(x: f32) -> f32 {
    x ^ 2.0
}

#[kernel]
fn not(x: f32) -> f32 {
    !x
}

#[kernel]
fn cast(x: f32) -> f32 {
    x as f64
}

#[kernel]
fn cast_to_itself(x: f32) -> f32 {
    x as f32
}

#[kernel]
fn range(x: f32) -> f32 {
    x..2.0
}

fn main() {}
