use kernels::prelude::*;

#[kernel]
fn returned(a: &Matrix<f32, 3, 4>) -> Matrix<f32, 4, 3> {
    a.t()
}

#[kernel]
fn one_of_two(a: &Matrix<f32, 3, 4>) -> (f32, Matrix<f32, 4, 3>) {
    let b = a.t();
    (sum(b), b)
}

#[kernel]
fn assigned(a: &Matrix<f32, 3, 4>, out: &mut Matrix<f32, 4, 3>) {
    *out = a.t();
}

#[kernel]
fn declared(a: &Matrix<f32, 3, 4>, x: &Vector<f32, 3>) -> Vector<f32, 4> {
    let b: Matrix<f32, 4, 3> = a.t();
    b * x
}

#[kernel]
fn passed_on(a: &Matrix<f32, 3, 4>) -> f32 {
    let y: f32 = total(a.t());
    y
}

fn total(a: Matrix<f32, 4, 3>) -> f32 {
    sum(a)
}

fn main() {}
