use kernels::prelude::*;

#[kernel]
fn macro_line(x: f32) -> f32 {
    println!("{x}");
    x
}

#[kernel]
fn macro_result(x: f32) -> f32 {
    todo!()
}

#[kernel]
fn macro_value(x: f32) -> f32 {
    let y = dbg!(x);
    y
}

#[kernel]
fn items(x: f32) -> f32 {
    use std::f32::consts::PI;
    const HALF: f32 = 0.5;
    fn twice(x: f32) -> f32 {
        x * 2.0
    }
    twice(x) * HALF * PI
}

#[kernel]
fn closure(x: f32) -> f32 {
    let twice = |x: f32| x * 2.0;
    twice(x)
}

#[kernel]
fn unused_value(x: f32) -> f32 {
    x * 2.0;
    x
}

#[kernel]
fn unused_call(x: f32) -> f32 {
    sigmoid(x);
    x
}

#[kernel]
fn unsafe_block(x: f32) -> f32 {
    unsafe { x }
}

#[kernel]
fn block_without_value(x: f32) -> f32 {
    let y = {
        let z = x;
    };
    y
}

#[kernel]
fn let_without_value(x: f32) -> f32 {
    let y;
    y = x;
    y
}

fn main() {}
