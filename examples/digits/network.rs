//! The network as a kernel.

use kernels::prelude::*;

/// Class probabilities of an 8×8 image.
#[kernel]
pub fn classify(
    w1: &Matrix<f32, 128, 64>,
    b1: &Vector<f32, 128>,
    w2: &Matrix<f32, 64, 128>,
    b2: &Vector<f32, 64>,
    w3: &Matrix<f32, 10, 64>,
    b3: &Vector<f32, 10>,
    x: &Vector<f32, 64>,
) -> Vector<f32, 10> {
    let h1 = relu(w1 * x + b1);
    let h2 = relu(w2 * h1 + b2);
    softmax(w3 * h2 + b3)
}
