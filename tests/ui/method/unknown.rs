use kernels::prelude::*;

#[kernel]
fn function_as_method(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x.exp()
}

#[kernel]
fn function_of_two(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x.maximum(0.0)
}

#[kernel]
fn method_of_floats(x: f32, y: f32, _v: &Vector<f32, 4>) -> f32 {
    x.powi(2) + y.mul_add(x, x) + x.sqrt() + x.clamp(0.0, 1.0)
}

#[kernel]
fn max_of_floats(x: f32, y: f32, _v: &Vector<f32, 4>) -> f32 {
    x.max(y)
}

#[kernel]
fn iterator(x: &Vector<f32, 4>) -> f32 {
    x.iter().map(|x| x * x).sum()
}

#[kernel]
fn clone(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x.clone()
}

#[kernel]
fn transpose(a: &Matrix<f32, 4, 4>) -> Matrix<f32, 4, 4> {
    a.transpose() + a.T()
}

#[kernel]
fn size(x: &Vector<f32, 4>) -> f32 {
    sum(x) / x.len() as f32
}

#[kernel]
fn misspelt(x: &Vector<f32, 4>) -> f32 {
    x.meen() + x.normalize()
}

#[kernel]
fn arguments(x: &Vector<f32, 4>) -> f32 {
    x.sum(2.0) + x.dot()
}

#[kernel]
fn of_a_scalar(x: f32, _v: &Vector<f32, 4>) -> f32 {
    x.sum()
}

fn main() {}
