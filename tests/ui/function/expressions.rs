//! Values that a function of numbers has not.

use kernels::prelude::*;

#[kernel]
fn numbers(x: f32) -> f32 {
    x * 2 + 0.5_f64 - x % 2.0 + x as f32
}

#[kernel]
fn truths(x: f32) -> f32 {
    let inside = x > 0.0 && x;
    inside + if x { 1.0 } else { 2.0 } + if !x { 1.0 } else { x < 1.0 }
}

#[kernel]
fn methods(x: f32, y: f32) -> f32 {
    x.exp() + x.max(y) + x.powf(2.0) + x.signum()
}

#[kernel]
fn functions(x: f32, y: f32) -> f32 {
    sum(x) + max(x, y) + hadamard(x, y) + exp(x, y) + powi(x, y) + f32::sqrt(x) + functions(x, y) + x(y) + sincos(x)
}

#[kernel]
fn conditional(x: f32) -> f32 {
    let mut y = x;
    if x > 0.0 && { y = 1.0; y > x } || { y += 2.0; y < x } { y } else { y = 0.0; y }
}

fn main() {}
