#![deny(warnings)]

//! The names of generated code meet no name of the user's.

use kernels::prelude::*;

const V: f32 = 3.0;
const C0: f32 = 2.0;

#[kernel]
fn locals(
    arch: &Vector<f32, 19>,
    i: &Vector<f32, 19>,
    at: f32,
    acc: f32,
    live: &Matrix<f32, 19, 19>,
    level: f32,
    v0: f32,
    c0: f32,
    s1: f32,
    t0: &mut Vector<f32, 19>,
) -> (Vector<f32, 19>, f32) {
    let row = live * arch + i * at;
    let col = acc + level * V * C0 + v0 + c0 + s1 + sum(row);
    let r0 = softmax(row) * col;
    *t0 += r0 + *t0;
    (r0, col)
}

#[kernel(specialize = [(V = 5, T = 3)])]
fn consts<const V: usize, const T: usize>(w: &Matrix<f32, V, T>, x: &Vector<f32, T>) -> Vector<f32, V> {
    let this = w * x + V as f32;
    softmax(this + sum(this) * T as f32)
}

#[kernel]
#[allow(non_snake_case)]
fn upper(A: &Vector<f32, 3>, T0: f32) -> Vector<f32, 3> {
    A * T0
}

#[kernel]
fn mutable(mut x: f32) -> f32 {
    x += 1.0;
    x *= C0;
    x
}

#[kernel]
fn r#type(r#in: &Vector<f32, 3>) -> Vector<f32, 3> {
    r#in + 1.0
}

mod named_like_functions {
    use kernels::prelude::*;

    #[kernel]
    pub fn softmax(x: &Vector<f32, 3>) -> Vector<f32, 3> {
        kernels::ops::softmax(x) + 1.0
    }
}

fn main() {
    let x = Vector::from_fn(|i| i as f32);
    let w = Matrix::from_fn(|i, j| (i + j) as f32 / 100.0);
    let (mut out, mut expected_out) = (Vector::splat(1.0), Vector::splat(1.0));
    let results = locals(&x, &x, 1.0, 2.0, &w, 3.0, 4.0, 5.0, 6.0, &mut out);
    let expected = locals::reference(&x, &x, 1.0, 2.0, &w, 3.0, 4.0, 5.0, 6.0, &mut expected_out);
    assert_eq!(results, expected);
    assert_eq!(out, expected_out);

    let x = Vector::from([0.5, 0.25, 0.125]);
    let w = Matrix::from_fn(|i, j| (i + j) as f32);
    assert_eq!(consts::<5, 3>(&w, &x), consts::reference(&w, &x));
    let w = Matrix::from_fn(|i, j| (i + j) as f32);
    assert_eq!(consts::<7, 3>(&w, &x), consts::reference(&w, &x));
    assert_eq!(upper(&x, 2.0), [1.0, 0.5, 0.25].into());
    assert_eq!(mutable(3.0), 8.0);
    assert_eq!(r#type(&x), [1.5, 1.25, 1.125].into());
    assert_eq!(named_like_functions::softmax(&x), named_like_functions::softmax::reference(&x));
}
