use kernels::prelude::*;

#[kernel]
fn vector_by_value(x: Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel]
fn scalar_by_reference(x: &f32) -> f32 {
    x * 2.0
}

#[kernel]
fn scalar_output(x: &Vector<f32, 4>, out: &mut f32) {
    *out = sum(x);
}

#[kernel]
fn lifetime(x: &'static Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel]
fn reference_of_reference(x: &&Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel]
fn returned_reference(x: &Vector<f32, 4>) -> &Vector<f32, 4> {
    x
}

#[kernel]
fn returned_box(x: &Vector<f32, 4>) -> Box<Vector<f32, 4>> {
    x * 2.0
}

#[kernel]
fn returned_impl(x: &Vector<f32, 4>) -> impl Sized {
    x * 2.0
}

#[kernel]
fn function(f: fn(f32) -> f32, x: f32) -> f32 {
    f(x)
}

fn main() {}
