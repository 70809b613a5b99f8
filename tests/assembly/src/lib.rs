//! Flagship kernels: one for each kind of inner loop.

use kernels::Packed;
use kernels::prelude::*;

#[kernel]
pub fn matvec(w: &Matrix<f32, 128, 64>, b: &Vector<f32, 128>, x: &Vector<f32, 64>) -> Vector<f32, 128> {
    relu(w * x + b)
}

#[kernel]
pub fn scores(x: &Vector<f32, 64>, w: &Matrix<f32, 64, 10>) -> Vector<f32, 10> {
    x * w
}

#[kernel]
pub fn matmul(a: &Matrix<f32, 64, 64>, b: &Matrix<f32, 64, 64>, c: &mut Matrix<f32, 64, 64>) {
    *c = a * b;
}

#[kernel]
pub fn similarity(u: &Vector<f32, 1024>, v: &Vector<f32, 1024>) -> f32 {
    dot(u, v)
}

#[kernel]
pub fn largest(x: &Vector<f32, 4096>) -> f32 {
    max(x)
}

#[kernel]
pub fn columns(m: &Matrix<f32, 64, 80>) -> Vector<f32, 80> {
    col_sums(m)
}

#[kernel]
pub fn transposed(m: &Matrix<f32, 64, 64>, t: &mut Matrix<f32, 64, 64>) {
    *t = transpose(m);
}

/// A quantized layer, of a vector and of a batch.
#[kernel]
pub fn quantized(
    w: &Packed<i8, 128, 64>,
    b: &Vector<i32, 128>,
    m: &Vector<f32, 128>,
    zero_point: u8,
    x: &Vector<u8, 64>,
) -> Vector<u8, 128> {
    requantize(relu(w * x + b), m, zero_point)
}

#[kernel]
pub fn quantized_batch(
    w: &Packed<i8, 128, 64>,
    b: &Vector<i32, 128>,
    m: &Vector<f32, 128>,
    zero_point: u8,
    x: &Matrix<u8, 32, 64>,
    y: &mut Matrix<u8, 32, 128>,
) {
    *y = requantize(relu(x * w.t() + b), m, zero_point);
}

/// Read by `benches/mca.rs` only, as what follows.
#[kernel]
pub fn matmul_f64(a: &Matrix<f64, 64, 64>, b: &Matrix<f64, 64, 64>, c: &mut Matrix<f64, 64, 64>) {
    *c = a * b;
}

/// Both operands are packed.
#[kernel]
pub fn matmul_1024(a: &Matrix<f32, 1024, 1024>, b: &Matrix<f32, 1024, 1024>, c: &mut Matrix<f32, 1024, 1024>) {
    *c = a * b;
}

/// Four-way dots.
#[kernel]
pub fn matmul_bytes(a: &Matrix<u8, 64, 64>, w: &Packed<i8, 64, 64>, c: &mut Matrix<i32, 64, 64>) {
    *c = a * w.t();
}

#[kernel]
pub fn matvec_bytes(w: &Packed<i8, 128, 64>, x: &Vector<u8, 64>, y: &mut Vector<i32, 128>) {
    *y = w * x;
}
