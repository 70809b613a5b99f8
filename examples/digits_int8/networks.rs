//! The network over other weights.
#![allow(clippy::too_many_arguments, reason = "a network has as many parameters as its layers need")]

use kernels::prelude::*;
use kernels::quant::Quantization;

/// The network of `examples/digits` over bytes: activations `$T`, weights `i8`, sums `i32`.
macro_rules! over_bytes {
    ($name:ident: $T:ty) => {
        #[kernel]
        pub fn $name(
            w1: &Packed<i8, 128, 64>,
            b1: &Vector<i32, 128>,
            m1: &Vector<f32, 128>,
            w2: &Packed<i8, 64, 128>,
            b2: &Vector<i32, 64>,
            m2: &Vector<f32, 64>,
            w3: &Packed<i8, 10, 64>,
            b3: &Vector<i32, 10>,
            s3: &Vector<f32, 10>,
            input: Quantization<$T>,
            hidden1: Quantization<$T>,
            hidden2: Quantization<$T>,
            x: &Vector<f32, 64>,
        ) -> Vector<f32, 10> {
            let x = quantize(x, input.scale, input.zero_point);
            let h1 = requantize(relu(w1 * x + b1), m1, hidden1.zero_point);
            let h2 = requantize(relu(w2 * h1 + b2), m2, hidden2.zero_point);
            softmax(dequantize(w3 * h2 + b3, s3, 0))
        }
    };
}
over_bytes!(classify_u8: u8);
over_bytes!(classify_seven_bits: U7);

/// The network of `examples/digits` with weights in half the bits, in the arithmetic of `f32`.
#[kernel]
pub fn classify_bf16(
    w1: &Matrix<bf16, 128, 64>,
    b1: &Vector<f32, 128>,
    w2: &Matrix<bf16, 64, 128>,
    b2: &Vector<f32, 64>,
    w3: &Matrix<bf16, 10, 64>,
    b3: &Vector<f32, 10>,
    x: &Vector<f32, 64>,
) -> Vector<f32, 10> {
    let h1 = relu(w1 * x + b1);
    let h2 = relu(w2 * h1 + b2);
    softmax(w3 * h2 + b3)
}
