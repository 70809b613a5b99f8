use kernels::prelude::*;

#[kernel(batch = [y])]
fn unknown(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel(batch = [x, x])]
fn twice(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel(batch = [])]
fn empty(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel(batch = x)]
fn no_list(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel(batch)]
fn no_names(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel(batch = [&x])]
fn no_name(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel(batch = [x])]
fn overwritten(x: &Vector<f32, 4>, out: &mut Vector<f32, 4>) {
    *out += x;
}

#[kernel(batch = [x])]
fn nothing() -> f32 {
    1.0
}

// What stands in for a kernel with errors has its batch too.
fn uses(x: &[Vector<f32, 4>], results: &mut [f32]) {
    twice::batch(x, results).unwrap();
}

fn main() {}
