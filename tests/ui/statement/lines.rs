use kernels::prelude::*;

#[kernel]
fn macro_line(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    println!("{x}");
    x
}

#[kernel]
fn macro_result(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    todo!()
}

#[kernel]
fn macro_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = dbg!(x);
    y
}

#[kernel]
fn items(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    use std::f32::consts::PI;
    const HALF: f32 = 0.5;
    fn twice(x: f32) -> f32 {
        x * 2.0
    }
    twice(x) * HALF * PI
}

#[kernel]
fn closure(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let twice = |x: f32| x * 2.0;
    twice(x)
}

#[kernel]
fn unused_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * 2.0;
    x
}

#[kernel]
fn unused_call(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    sigmoid(x);
    x
}

#[kernel]
fn unsafe_block(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    unsafe { x }
}

#[kernel]
fn block_without_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = {
        let z = x;
    };
    y
}

#[kernel]
fn let_without_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y;
    y = x;
    y
}

fn main() {}
