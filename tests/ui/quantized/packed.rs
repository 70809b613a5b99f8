use kernels::Packed;
use kernels::prelude::*;

#[kernel]
fn sum(w: &Packed<i8, 10, 64>, v: &Matrix<i8, 10, 64>) -> Matrix<i32, 10, 64> {
    widen(w) + widen(v)
}

#[kernel]
fn difference(w: &Packed<i8, 10, 64>, v: &Matrix<i32, 10, 64>) -> Matrix<i32, 10, 64> {
    v - w
}

#[kernel]
fn columns(w: &Packed<i8, 10, 64>, x: &Vector<u8, 10>) -> Vector<i32, 64> {
    x * w
}

#[kernel]
fn turned_columns(w: &Packed<i8, 10, 64>, x: &Vector<u8, 10>) -> Vector<i32, 64> {
    w.t() * x
}

#[kernel]
fn left(w: &Packed<i8, 10, 64>, a: &Matrix<u8, 64, 32>) -> Matrix<i32, 10, 32> {
    w * a
}

#[kernel]
fn right(w: &Packed<i8, 10, 64>, a: &Matrix<u8, 32, 10>) -> Matrix<i32, 32, 64> {
    a * w
}

#[kernel]
fn element(w: &Packed<i8, 10, 64>) -> i32 {
    widen(w[(0, 0)])
}

#[kernel]
fn returned(w: &Packed<i8, 10, 64>) -> Matrix<i8, 10, 64> {
    w
}

#[kernel]
fn made(x: &Matrix<i8, 10, 64>) -> Packed<i8, 10, 64> {
    x
}

#[kernel]
fn of_numbers(w: &Packed<f32, 10, 64>, x: &Vector<f32, 64>) -> Vector<f32, 10> {
    w * x
}

#[kernel]
fn written(w: &mut Packed<i8, 10, 64>, x: &Vector<u8, 64>) -> Vector<i32, 10> {
    w * x
}

#[kernel]
fn of_another_depth(w: &Packed<i8, 10, 64>, x: &Vector<u8, 32>) -> Vector<i32, 10> {
    w * x
}

fn main() {}
