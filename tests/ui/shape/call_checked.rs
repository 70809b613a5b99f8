use kernels::prelude::*;

fn half(x: &Vector<f32, 8>) -> Vector<f32, 4> {
    Vector::from_fn(|i| x[i])
}

#[kernel]
fn result(x: &Vector<f32, 8>) -> Vector<f32, 8> {
    let y: Vector<f32, 8> = half(x);
    y
}

#[kernel]
fn argument(x: &Vector<f32, 9>) -> Vector<f32, 4> {
    half(x)
}

fn main() {}
