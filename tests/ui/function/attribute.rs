//! Arguments that a function of numbers has not.

use kernels::prelude::*;

#[kernel(specialize = [(N = 3)])]
fn sizes(x: f32) -> f32 {
    x
}

#[kernel(batch = [x])]
fn batches(x: f32) -> f32 {
    x
}

#[kernel]
fn mixed(x: f32, y: f64) -> f32 {
    x + y as f32
}

fn main() {}
