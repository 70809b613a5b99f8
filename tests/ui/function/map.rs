//! Maps of what is no function of numbers.

use kernels::prelude::*;

fn plain(x: f32) -> f32 {
    x + 1.0
}

#[kernel]
fn marked(x: f32, y: f32) -> f32 {
    x + y
}

#[kernel]
fn a_closure(x: &Vector<f32, 3>) -> Vector<f32, 3> {
    map(|x| x + 1.0, x)
}

#[kernel]
fn a_function_of_all(x: &Vector<f32, 3>) -> Vector<f32, 3> {
    map(exp, x) + map(x, x) + map(marked)
}

#[kernel]
fn of_another_shape(x: &Vector<f32, 3>, y: &Vector<f32, 4>) -> Vector<f32, 3> {
    map(marked, (x, y))
}

#[kernel]
fn the_smaller_first(x: &Vector<f32, 3>) -> Vector<f32, 3> {
    map(marked, (2.0, x))
}

#[kernel]
fn exponents(x: &Vector<f32, 3>, n: f32) -> Vector<f32, 3> {
    powi(x, n) + powi(x, 0.5) + sincos(x)
}

fn main() {}
