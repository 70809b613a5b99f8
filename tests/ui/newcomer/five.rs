use kernels::prelude::*;

/// Five mistakes, five errors.
#[kernel]
fn classify(
    w: &Matrix<f32, 10, 64>,
    b: Vector<f32, 10>,
    x: &Vector<f32, 32>,
) -> Vector<f32, 10> {
    let scaled = 2 * x;
    let hidden = w * x + b;
    let positive = hiden.relu();
    let shares = sofmax(scaled);
    shares
}

fn main() {}
