//! What a function of numbers cannot say.

use kernels::prelude::*;

#[kernel]
fn loops(x: f32) -> f32 {
    let mut y = x;
    for _ in 0..3 {
        y *= x;
    }
    while y > 1.0 {
        y /= 2.0;
    }
    y
}

#[kernel]
fn branches(x: f32) -> f32 {
    let mut y = 0.0;
    if x > 0.0 {
        y = x;
    }
    let z = if x > 1.0 { y = 2.0; y } else { 3.0 };
    if x > 2.0 { z }
}

#[kernel]
fn early(x: f32) -> f32 {
    if x < 0.0 {
        return 0.0;
    }
    match x {
        _ => x,
    }
}

#[kernel]
fn empty(x: f32) -> f32 {
    let y = x;
}

#[kernel]
fn constant(x: f32) -> f32 {
    let y = x;
    y = 2.0;
    let (a, b) = (x, y);
    a + b + w
}

fn main() {
    loops::map_in_place(&mut [1.0]).unwrap();
}
