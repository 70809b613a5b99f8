use kernels::prelude::*;

#[kernel]
fn result(w: &Matrix<f32, 10, 64>, x: &Vector<f32, 64>) -> Vector<f32, 64> {
    w * x
}

#[kernel]
fn results(x: &Vector<f32, 64>) -> (f32, Vector<f32, 3>) {
    (x + 1.0, sum(x))
}

#[kernel]
fn number_of_results(x: &Vector<f32, 64>) -> (f32, f32) {
    (sum(x), max(x), min(x))
}

#[kernel]
fn one_of_two(x: &Vector<f32, 64>) -> (f32, f32) {
    sum(x)
}

#[kernel]
fn two_of_one(x: &Vector<f32, 64>) -> f32 {
    (sum(x), max(x))
}

#[kernel]
fn annotation(x: &Vector<f32, 64>) -> Vector<f32, 64> {
    let y: Vector<f32, 32> = x * 2.0;
    y + x
}

#[kernel]
fn annotation_of_a_scalar(x: &Vector<f32, 64>) -> f32 {
    let s: f32 = x * 2.0;
    s
}

#[kernel]
fn output(x: &Vector<f32, 64>, out: &mut Vector<f32, 32>) {
    *out = x + 1.0;
}

#[kernel]
fn accumulated(x: &Vector<f32, 64>, out: &mut Vector<f32, 32>) {
    *out += x;
}

#[kernel]
fn local(x: &Vector<f32, 64>) -> f32 {
    let mut y = x + 1.0;
    y = sum(x);
    y
}

fn main() {}
