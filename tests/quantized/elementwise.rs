//! Conversions and arithmetic, element by element.

use kernels::prelude::*;
use kernels::quant::Quantization;
use kernels::{Byte, Level, U7};

use crate::{check, draws, sizes};

/// `scaled` rounded to even and moved into a type, the plain way.
fn rounded<T: Byte>(scaled: f32, zero_point: T) -> T {
    if scaled.is_nan() {
        return T::saturate(T::LOWEST);
    }
    let rounded = f64::from(scaled).round_ties_even() + f64::from(zero_point.widen());
    T::saturate(rounded as i32)
}

macro_rules! conversions {
    ($($module:ident: $T:ty;)*) => {$(
        mod $module {
            use super::*;

            #[kernel]
            fn quantized<const N: usize>(x: &Vector<f32, N>, q: Quantization<$T>) -> Vector<$T, N> {
                quantize(x, q.scale, q.zero_point)
            }

            #[kernel]
            fn dequantized<const N: usize>(x: &Vector<$T, N>, q: Quantization<$T>) -> Vector<f32, N> {
                dequantize(x, q.scale, q.zero_point)
            }

            #[kernel]
            fn by_channel<const R: usize, const C: usize>(
                sums: &Matrix<i32, R, C>,
                bias: &Vector<i32, C>,
                factors: &Vector<f32, C>,
                zero_point: $T,
            ) -> Matrix<$T, R, C> {
                requantize(relu(sums + bias), factors, zero_point)
            }

            #[kernel]
            fn by_column<const R: usize, const C: usize>(
                sums: &Matrix<i32, R, C>,
                factors: &Vector<f32, R>,
                zero_point: $T,
            ) -> Matrix<$T, R, C> {
                requantize(sums, column(factors), zero_point)
            }

            #[kernel]
            fn one(x: f32, sum: i32, q: Quantization<$T>) -> ($T, $T, f32, i32) {
                let y = quantize(x, q.scale, q.zero_point);
                (y, requantize(sum + widen(y), q.scale, q.zero_point), dequantize(y, q.scale, q.zero_point), widen(y) * 3)
            }

            fn of_vectors<const N: usize>() {
                draws(|draw| {
                    let q = Quantization { scale: draw.factor() / 100.0, zero_point: draw.byte::<$T>() };
                    let x = Vector::<f32, N>::from_fn(|_| draw.number());
                    check!(quantized(&x, q), Vector::from_fn(|i| rounded(x[i] / q.scale, q.zero_point)));
                    let bytes = draw.bytes::<$T, N>();
                    let number = |i: usize| (bytes[i].widen() - q.zero_point.widen()) as f32 * q.scale;
                    check!(dequantized(&bytes, q), Vector::from_fn(number));
                    // A scalar sum that overflows panics in the plain function without optimization.
                    let (x, sum) = (draw.number(), draw.sum() / 2);
                    let y = rounded(x / q.scale, q.zero_point);
                    let again = rounded(sum.wrapping_add(y.widen()) as f32 * q.scale, q.zero_point);
                    let number = (y.widen() - q.zero_point.widen()) as f32 * q.scale;
                    check!(one(x, sum, q), (y, again, number, y.widen() * 3));
                });
            }

            fn of_matrices<const R: usize, const C: usize>() {
                draws(|draw| {
                    let sums = Matrix::<i32, R, C>::from_fn(|_, _| draw.sum());
                    let bias = Vector::<i32, C>::from_fn(|_| draw.sum());
                    let zero_point = draw.byte::<$T>();
                    let factors = Vector::<f32, C>::from_fn(|_| draw.factor() / 1000.0);
                    let expected = Matrix::from_fn(|i, j| {
                        let sum = sums[(i, j)].wrapping_add(bias[j]).max(0);
                        rounded(sum as f32 * factors[j], zero_point)
                    });
                    check!(by_channel(&sums, &bias, &factors, zero_point), expected);
                    let factors = Vector::<f32, R>::from_fn(|_| draw.factor() / 1000.0);
                    let expected = Matrix::from_fn(|i, j| rounded(sums[(i, j)] as f32 * factors[i], zero_point));
                    check!(by_column(&sums, &factors, zero_point), expected);
                });
            }

            #[test]
            fn conversions_round_and_saturate() {
                sizes!(of_vectors [(1) (2) (3) (4) (5) (7) (8) (9) (15) (16) (17) (31) (33) (64) (67)]);
                sizes!(of_matrices [(1 1) (3 5) (4 8) (2 15) (5 16) (3 17) (2 67)]);
            }
        }
    )*};
}
conversions! {
    to_u8: u8;
    to_i8: i8;
    to_seven: U7;
}

#[kernel]
fn arithmetic<const N: usize>(a: &Vector<i32, N>, b: &Vector<i32, N>, c: i32) -> Vector<i32, N> {
    let largest = maximum(a * b + c, minimum(a, b) - 7);
    abs(largest) - (-a) * relu(b)
}

fn of_sums<const N: usize>() {
    draws(|draw| {
        let (a, b) = (Vector::<i32, N>::from_fn(|_| draw.sum()), Vector::<i32, N>::from_fn(|_| draw.sum()));
        let c = draw.sum();
        let expected = Vector::from_fn(|i| {
            let (a, b) = (a[i], b[i]);
            let largest = a.wrapping_mul(b).wrapping_add(c).max(a.min(b).wrapping_sub(7));
            largest.wrapping_abs().wrapping_sub(a.wrapping_neg().wrapping_mul(b.max(0)))
        });
        check!(arithmetic(&a, &b, c), expected);
    });
}

#[test]
fn sums_wrap_around() {
    sizes!(of_sums[(1)(3)(4)(7)(8)(15)(16)(17)(33)(67)]);
}

#[kernel]
fn written<const N: usize>(y: &mut Vector<u8, N>, x: &Vector<f32, N>) {
    *y = quantize(x, 1.0, 7_u8);
}

/// A result in front of other bytes, which stay as they are.
fn nothing_past_the_end<const N: usize>() {
    for level in Level::supported() {
        let (x, mut bytes) = (Vector::<f32, N>::splat(3.0), vec![99_u8; N + 64]);
        let y: &mut Vector<u8, N> = (&mut bytes[..N]).try_into().expect("as many bytes");
        written::at(level, y, &x).expect("the level is supported");
        assert!(bytes[..N].iter().all(|&byte| byte == 10), "level {level}, {N} bytes: {bytes:?}");
        assert!(bytes[N..].iter().all(|&byte| byte == 99), "level {level}, {N} bytes: {bytes:?}");
    }
}

#[test]
fn only_the_result_is_written() {
    sizes!(nothing_past_the_end[(1)(2)(3)(5)(8)(9)(15)(16)(17)(31)(33)(65)]);
}
