use kernels::prelude::*;
use kernels::quant::Quantization;

#[kernel]
fn by_reference(x: &Vector<f32, 64>, q: &Quantization<u8>) -> Vector<u8, 64> {
    quantize(x, q.scale, q.zero_point)
}

#[kernel]
fn whole(x: &Vector<f32, 64>, q: Quantization<u8>) -> Vector<u8, 64> {
    quantize(x, q, q.zero_point)
}

#[kernel]
fn unknown_field(x: &Vector<f32, 64>, q: Quantization<u8>) -> Vector<u8, 64> {
    quantize(x, q.scales, q.zero_point)
}

#[kernel]
fn method_of_it(x: f32, q: Quantization<u8>) -> u8 {
    q.quantize(x)
}

#[kernel]
fn of_numbers(x: &Vector<f32, 64>, q: Quantization<f32>) -> Vector<u8, 64> {
    quantize(x, q.scale, q.zero_point)
}

#[kernel]
fn returned(q: Quantization<u8>) -> Quantization<u8> {
    q
}

#[kernel]
fn beside_f64(x: &Vector<f64, 64>, y: &Vector<u8, 64>) -> Vector<f64, 64> {
    x
}

#[kernel]
fn other_integers(x: &Vector<u16, 64>, w: &Matrix<i16, 10, 64>) -> Vector<i32, 10> {
    w * x
}

#[kernel]
fn half_precision(x: &Vector<f16, 64>) -> Vector<f32, 64> {
    widen(x)
}

#[kernel]
fn scalar_of_64_bits(x: &Vector<i32, 64>, y: i64) -> Vector<i32, 64> {
    x + y
}

fn main() {}
