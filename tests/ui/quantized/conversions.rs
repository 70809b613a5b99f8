use kernels::prelude::*;

#[kernel]
fn zero_point_of_sums(x: &Vector<f32, 64>, zero_point: i32) -> Vector<u8, 64> {
    quantize(x, 0.5, zero_point)
}

#[kernel]
fn zero_point_of_numbers(x: &Vector<f32, 64>) -> Vector<u8, 64> {
    quantize(x, 0.5, 128.0)
}

#[kernel]
fn zero_point_of_i32(x: &Vector<i32, 64>) -> Vector<u8, 64> {
    requantize(x, 0.5, 128)
}

#[kernel]
fn zero_points(x: &Vector<f32, 64>, zero_points: &Vector<u8, 64>) -> Vector<u8, 64> {
    quantize(x, 0.5, zero_points)
}

#[kernel]
fn another_result(x: &Vector<f32, 64>, zero_point: u8) -> Vector<i8, 64> {
    quantize(x, 0.5, zero_point)
}

#[kernel]
fn quantized_sums(w: &Matrix<i8, 10, 64>, x: &Vector<u8, 64>) -> Vector<u8, 10> {
    quantize(w * x, 0.5, 0_u8)
}

#[kernel]
fn requantized_numbers(x: &Vector<f32, 64>) -> Vector<u8, 64> {
    requantize(x, 0.5, 0_u8)
}

#[kernel]
fn dequantized_numbers(x: &Vector<f32, 64>) -> Vector<f32, 64> {
    dequantize(x, 0.5, 0.0)
}

#[kernel]
fn dequantized_by_another(x: &Vector<i8, 64>, zero_point: u8) -> Vector<f32, 64> {
    dequantize(x, 0.5, zero_point)
}

#[kernel]
fn scale_of_sums(x: &Vector<f32, 64>, scale: i32) -> Vector<u8, 64> {
    quantize(x, scale, 0_u8)
}

#[kernel]
fn scales_of_another_length(x: &Vector<f32, 64>, scales: &Vector<f32, 10>) -> Vector<u8, 64> {
    quantize(x, scales, 0_u8)
}

#[kernel]
fn scales_of_a_scalar(x: f32, scales: &Vector<f32, 10>) -> Vector<u8, 10> {
    quantize(x, scales, 0_u8)
}

#[kernel]
fn without_zero_point(x: &Vector<f32, 64>) -> Vector<u8, 64> {
    quantize(x, 0.5)
}

#[kernel]
fn numbers_of_bytes(x: &Vector<u8, 64>) -> Vector<f32, 64> {
    to_f32(x)
}

#[kernel]
fn widened_sums(x: &Vector<i32, 64>) -> Vector<f32, 64> {
    widen(x)
}

fn main() {}
