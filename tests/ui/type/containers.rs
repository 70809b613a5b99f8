use kernels::prelude::*;

type Features = Vector<f32, 8>;

struct Layer {
    w: Matrix<f32, 4, 8>,
}

#[kernel]
fn vec(x: Vec<f32>) -> f32 {
    sum(x)
}

#[kernel]
fn vec_reference(x: &Vec<f32>) -> f32 {
    sum(x)
}

#[kernel]
fn slice(x: &[f32]) -> f32 {
    sum(x)
}

#[kernel]
fn array(x: &[f32; 8], w: &[[f32; 8]; 4]) -> Vector<f32, 4> {
    w * x
}

#[kernel]
fn alias(x: &Features) -> f32 {
    sum(x)
}

#[kernel]
fn structure(layer: &Layer, x: &Vector<f32, 8>) -> Vector<f32, 4> {
    layer.w * x
}

#[kernel]
fn string(name: String, x: &Vector<f32, 8>) -> f32 {
    sum(x)
}

#[kernel]
fn option(x: Option<f32>) -> f32 {
    0.0
}

#[kernel]
fn tuple(pair: (f32, f32)) -> f32 {
    pair.0
}

#[kernel]
fn column_parameter(v: &Column<f32, 4>, a: &Matrix<f32, 4, 8>) -> Matrix<f32, 4, 8> {
    a + v
}

fn main() {}
