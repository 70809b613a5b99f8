use kernels::prelude::*;

#[kernel]
fn tuple(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let (a, b) = (x, x);
    a + b
}

#[kernel]
fn array(x: &Vector<f32, 2>) -> f32 {
    let [a, b] = x;
    a + b
}

#[kernel]
fn by_reference(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let ref y = x;
    y * 2.0
}

#[kernel]
fn structure(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let Pair { a, b } = x;
    a + b
}

fn main() {}
