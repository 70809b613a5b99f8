use kernels::prelude::*;

#[kernel]
fn for_loop(x: &Vector<f32, 8>) -> f32 {
    let mut s = 0.0;
    for i in 0..8 {
        s += x[i] * x[i];
    }
    s
}

#[kernel]
fn for_loop_into_output(x: &Vector<f32, 8>, out: &mut Vector<f32, 8>) {
    for i in 0..8 {
        out[i] = x[i] * 2.0;
    }
}

#[kernel]
fn while_loop(x: &Vector<f32, 8>) -> f32 {
    let mut i = 0.0;
    while i < 8.0 {
        i += 1.0;
    }
    i
}

#[kernel]
fn endless_loop(x: &Vector<f32, 8>) -> f32 {
    loop {
        break x[0];
    }
}

fn main() {}
