use kernels::prelude::*;

#[kernel]
fn past_the_end(x: &Vector<f32, 8>) -> f32 {
    x[8]
}

#[kernel]
fn past_the_last_row(a: &Matrix<f32, 2, 3>) -> f32 {
    a[(2, 0)] + a[(0, 3)]
}

#[kernel]
fn rows(a: &Matrix<f32, 2, 3>) -> f32 {
    a[0][1]
}

#[kernel]
fn pair(x: &Vector<f32, 8>) -> f32 {
    x[(0, 1)]
}

#[kernel]
fn of_a_scalar(s: f32, _v: &Vector<f32, 4>) -> f32 {
    s[0]
}

#[kernel]
fn computed(x: &Vector<f32, 8>) -> f32 {
    let y = x * 2.0;
    x[1 + 2] + x[y] + x[i] + x[0..4]
}

fn main() {}
