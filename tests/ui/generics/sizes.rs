use kernels::prelude::*;

const LEN: usize = 8;

#[kernel]
fn named_constant(x: &Vector<f32, LEN>) -> f32 {
    sum(x)
}

#[kernel]
fn computed<const N: usize>(x: &Vector<f32, N>) -> Vector<f32, { N + 1 }> {
    x * 2.0
}

#[kernel]
fn zero(x: &Vector<f32, 0>) -> f32 {
    sum(x)
}

#[kernel]
fn inferred(x: &Vector<f32, _>) -> f32 {
    sum(x)
}

#[kernel]
fn no_whole_number(x: &Vector<f32, 2.0>) -> f32 {
    sum(x)
}

#[kernel]
fn as_a_number<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x) / N
}

#[kernel]
fn as_another_number<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x) / N as f64
}

fn main() {}
