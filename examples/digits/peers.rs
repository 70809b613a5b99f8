//! The same network as one writes it without the library, to compare with.

use kernels::arch::Arch;
use kernels::dispatch::{PerLevel, dispatch};
use kernels::prelude::*;

use super::data::Network;

/// The obvious loops over nested vectors.
pub struct Nested {
    layers: [(Vec<Vec<f32>>, Vec<f32>); 3],
}

impl Nested {
    pub fn new(network: &Network) -> Self {
        fn layer<const R: usize, const C: usize>(
            w: &Matrix<f32, R, C>,
            b: &Vector<f32, R>,
        ) -> (Vec<Vec<f32>>, Vec<f32>) {
            (w.rows().map(|row| row.as_slice().to_vec()).collect(), b.as_slice().to_vec())
        }
        let Network { w1, b1, w2, b2, w3, b3 } = network;
        Nested { layers: [layer(w1, b1), layer(w2, b2), layer(w3, b3)] }
    }

    pub fn classify(&self, x: &[f32]) -> Vec<f32> {
        let [(w1, b1), (w2, b2), (w3, b3)] = &self.layers;
        let mut h1 = dense(w1, b1, x);
        relu_in_place(&mut h1);
        let mut h2 = dense(w2, b2, &h1);
        relu_in_place(&mut h2);
        let mut y = dense(w3, b3, &h2);
        softmax_in_place(&mut y);
        y
    }
}

fn dense(w: &[Vec<f32>], b: &[f32], x: &[f32]) -> Vec<f32> {
    let mut y = vec![0.0; b.len()];
    for i in 0..b.len() {
        let mut sum = b[i];
        for j in 0..x.len() {
            sum += w[i][j] * x[j];
        }
        y[i] = sum;
    }
    y
}

#[inline(always)]
fn relu_in_place(y: &mut [f32]) {
    for y in y {
        *y = y.max(0.0);
    }
}

#[inline(always)]
fn softmax_in_place(y: &mut [f32]) {
    let largest = y.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for y in y.iter_mut() {
        *y = (*y - largest).exp();
        sum += *y;
    }
    for y in y {
        *y /= sum;
    }
}

/// Loops tuned by hand: weights transposed beforehand, so that the inner loop runs along
/// the outputs and fills whole vectors with fused multiply-adds, whatever their width.
#[repr(align(64))]
pub struct Transposed {
    w1: [[f32; 128]; 64],
    b1: [f32; 128],
    w2: [[f32; 64]; 128],
    b2: [f32; 64],
    w3: [[f32; 10]; 64],
    b3: [f32; 10],
}

impl Transposed {
    pub fn new(network: &Network) -> Box<Self> {
        let Network { w1, b1, w2, b2, w3, b3 } = network;
        Box::new(Transposed {
            w1: transpose(w1.view()).into(),
            b1: b1.0.into(),
            w2: transpose(w2.view()).into(),
            b2: b2.0.into(),
            w3: transpose(w3.view()).into(),
            b3: b3.0.into(),
        })
    }

    /// The version compiled for the level that the kernel runs.
    pub fn classify(&self, x: &[f32; 64]) -> [f32; 10] {
        dispatch(Layers(self, x))
    }

    #[inline(always)]
    fn layers(&self, x: &[f32; 64]) -> [f32; 10] {
        let mut h1 = transposed(&self.w1, &self.b1, x);
        relu_in_place(&mut h1);
        let mut h2 = transposed(&self.w2, &self.b2, &h1);
        relu_in_place(&mut h2);
        let mut y = transposed(&self.w3, &self.b3, &h2);
        softmax_in_place(&mut y);
        y
    }
}

struct Layers<'a>(&'a Transposed, &'a [f32; 64]);

impl PerLevel for Layers<'_> {
    type Output = [f32; 10];

    #[inline(always)]
    fn run<A: Arch>(self, _arch: A) -> [f32; 10] {
        self.0.layers(self.1)
    }
}

#[inline(always)]
fn transposed<const IN: usize, const OUT: usize>(
    w: &[[f32; OUT]; IN],
    b: &[f32; OUT],
    x: &[f32; IN],
) -> [f32; OUT] {
    let mut y = *b;
    for (row, x) in w.iter().zip(x) {
        for (w, y) in row.iter().zip(&mut y) {
            *y = w.mul_add(*x, *y);
        }
    }
    y
}
