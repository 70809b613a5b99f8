use kernels::prelude::*;

/// Names that the macro takes for items outside of the kernel, the compiler looks up.
#[kernel]
fn constant(x: f32, _v: &Vector<f32, 4>) -> f32 {
    x * SCALE
}

#[kernel]
fn function(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    no_such_function(x)
}

#[kernel]
fn misspelt(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    sofmax(x)
}

fn main() {}
