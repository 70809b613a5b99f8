use kernels::prelude::*;

#[kernel]
fn through_the_reference(x: &Vector<f32, 4>, out: &mut Vector<f32, 4>) {
    out = x * 2.0;
}

#[kernel]
fn to_an_input(x: &Vector<f32, 4>) -> f32 {
    *x = x * 2.0;
    sum(x)
}

#[kernel]
fn to_a_scalar(x: f32, _v: &Vector<f32, 4>) -> f32 {
    x += 1.0;
    x
}

#[kernel]
fn to_a_let(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = x;
    y = 1.0;
    y
}

#[kernel]
fn to_an_element(x: &Vector<f32, 4>, out: &mut Vector<f32, 4>) {
    out[0] = x[1];
}

#[kernel]
fn to_a_field(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x.real = 1.0;
    x
}

#[kernel]
fn through_no_reference(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let mut y = x;
    *y = 1.0;
    y
}

#[kernel]
fn to_nothing(x: f32, out: &mut Vector<f32, 4>) {
    *oub = x;
}

#[kernel]
fn remainder(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let mut y = x;
    y %= 2.0;
    y
}

#[kernel]
fn inside(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let mut y = x;
    (y = 2.0)
}

fn main() {}
