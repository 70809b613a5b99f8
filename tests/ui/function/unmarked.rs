//! A map of a function that is not under `#[kernel]`, and of one with other arguments.

use kernels::prelude::*;

fn plain(x: f32) -> f32 {
    x + 1.0
}

#[kernel]
fn marked(x: f32, y: f32) -> f32 {
    x + y
}

#[kernel]
fn a_plain_function(x: &Vector<f32, 3>) -> Vector<f32, 3> {
    map(plain, x)
}

#[kernel]
fn with_too_few(x: &Vector<f32, 3>) -> Vector<f32, 3> {
    map(marked, x)
}

fn main() {}
