use kernels::prelude::*;

const COUNT: i32 = 3;

fn helper(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    *x
}

/// What the macro cannot see, the compiler finds.
#[kernel]
fn constant_of_another_type() -> f32 {
    COUNT
}

#[kernel]
fn argument_by_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = x * 2.0;
    let z: Vector<f32, 4> = helper(y);
    z
}

fn main() {}
