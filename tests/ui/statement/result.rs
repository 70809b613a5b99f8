use kernels::prelude::*;

#[kernel]
fn semicolon(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * 2.0;
}

#[kernel]
fn empty(x: &Vector<f32, 4>) -> Vector<f32, 4> {}

#[kernel]
fn ends_with_let(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = x * 2.0;
}

#[kernel]
fn no_return_type(x: &Vector<f32, 4>) {
    x * 2.0
}

#[kernel]
fn nothing(x: &Vector<f32, 4>) {}

#[kernel]
fn nothing_at_all() {}

#[kernel]
fn output_never_written(x: &Vector<f32, 4>, out: &mut Vector<f32, 4>) {
    let y = x * 2.0;
}

#[kernel]
fn result_and_output(x: &Vector<f32, 4>, out: &mut Vector<f32, 4>) {
    x * 2.0
}

#[kernel]
fn unit() -> () {}

fn main() {}
