//! Whole networks of quantized layers in one kernel.

use kernels::prelude::*;
use kernels::{Packed, quant::Quantization};

use crate::{check, draws};

#[kernel]
#[allow(clippy::too_many_arguments, reason = "two layers with their weights")]
fn network(
    w1: &Packed<i8, 33, 20>,
    b1: &Vector<i32, 33>,
    m1: &Vector<f32, 33>,
    w2: &Matrix<i8, 10, 33>,
    b2: &Vector<i32, 10>,
    m2: &Vector<f32, 10>,
    input: Quantization<u8>,
    hidden: Quantization<u8>,
    x: &Vector<f32, 20>,
) -> (Vector<u8, 33>, Vector<f32, 10>) {
    let x = quantize(x, input.scale, input.zero_point);
    let h = requantize(relu(w1 * x + b1), m1, hidden.zero_point);
    (h, to_f32(w2 * h + b2) * m2)
}

#[test]
fn layers_are_fused() {
    draws(|draw| {
        let (w1, w2) = (draw.table::<i8, 33, 20>(), draw.table::<i8, 10, 33>());
        let b1 = Vector::<i32, 33>::from_fn(|_| draw.sum() / 64);
        let b2 = Vector::<i32, 10>::from_fn(|_| draw.sum() / 64);
        let m1 = Vector::<f32, 33>::from_fn(|_| draw.factor() / 500.0);
        let m2 = Vector::<f32, 10>::from_fn(|_| draw.factor() / 500.0);
        let input = Quantization { scale: 0.01, zero_point: draw.byte::<u8>() };
        let hidden = Quantization { scale: 0.02, zero_point: draw.byte::<u8>() };
        let x = Vector::<f32, 20>::from_fn(|_| draw.number());
        let quantized = quantize(x, input.scale, input.zero_point);
        let sums = Vector::<i32, 33>::from_fn(|i| {
            let products = (0..20).map(|k| i32::from(w1[(i, k)]) * i32::from(quantized[k]));
            products.sum::<i32>().wrapping_add(b1[i]).max(0)
        });
        let h = requantize(sums, m1, hidden.zero_point);
        let y = Vector::<f32, 10>::from_fn(|i| {
            let products = (0..33).map(|k| i32::from(w2[(i, k)]) * i32::from(h[k]));
            products.sum::<i32>().wrapping_add(b2[i]) as f32 * m2[i]
        });
        let packed = Packed::new(&w1);
        check!(network(&packed, &b1, &m1, &w2, &b2, &m2, input, hidden, &x), (h, y));
    });
}
