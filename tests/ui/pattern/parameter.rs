use kernels::prelude::*;

#[kernel]
fn tuple((a, b): (f32, f32)) -> f32 {
    a + b
}

#[kernel]
fn wildcard(_: &Vector<f32, 4>, x: f32) -> f32 {
    x
}

#[kernel]
fn reference(&x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel]
fn twice(x: &Vector<f32, 4>, x: f32) -> Vector<f32, 4> {
    x
}

fn main() {}
