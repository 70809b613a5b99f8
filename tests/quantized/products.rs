//! Products of every pair of element types, in every spelling.

use kernels::prelude::*;
use kernels::{Byte, U7};

use crate::{check, draws, sizes};

/// Element `(i, j)` of a product, in 64 bits and cut off to 32.
fn sum(terms: impl Iterator<Item = (i32, i32)>) -> i32 {
    terms.map(|(a, b)| i64::from(a) * i64::from(b)).sum::<i64>() as i32
}

fn times<A: Byte, B: Byte, const R: usize, const K: usize, const C: usize>(
    a: &Matrix<A, R, K>,
    b: &Matrix<B, K, C>,
) -> Matrix<i32, R, C> {
    Matrix::from_fn(|i, j| sum((0..K).map(|k| (a[(i, k)].widen(), b[(k, j)].widen()))))
}

fn applied<A: Byte, B: Byte, const R: usize, const C: usize>(
    w: &Matrix<A, R, C>,
    x: &Vector<B, C>,
) -> Vector<i32, R> {
    Vector::from_fn(|i| sum((0..C).map(|k| (w[(i, k)].widen(), x[k].widen()))))
}

fn turned<T: Copy, const R: usize, const C: usize>(m: &Matrix<T, R, C>) -> Matrix<T, C, R> {
    Matrix::from_fn(|i, j| m[(j, i)])
}

/// The products of a pair of element types, and their tests.
macro_rules! products {
    ($($module:ident: $A:ty, $B:ty, [$($vectors:tt)*], [$($matrices:tt)*];)*) => {$(
        mod $module {
            use super::*;

            #[kernel]
            fn by_rows<const R: usize, const C: usize>(w: &Matrix<$A, R, C>, x: &Vector<$B, C>) -> Vector<i32, R> {
                w * x
            }

            #[kernel]
            fn by_columns<const R: usize, const C: usize>(x: &Vector<$A, R>, w: &Matrix<$B, R, C>) -> Vector<i32, C> {
                x * w
            }

            #[kernel]
            fn turned_by_columns<const R: usize, const C: usize>(
                w: &Matrix<$A, R, C>,
                x: &Vector<$B, R>,
            ) -> Vector<i32, C> {
                w.t() * x
            }

            #[kernel]
            fn turned_by_rows<const R: usize, const C: usize>(
                x: &Vector<$A, C>,
                w: &Matrix<$B, R, C>,
            ) -> Vector<i32, R> {
                x * w.t()
            }

            #[kernel]
            fn product<const R: usize, const K: usize, const C: usize>(
                a: &Matrix<$A, R, K>,
                b: &Matrix<$B, K, C>,
            ) -> Matrix<i32, R, C> {
                a * b
            }

            #[kernel]
            fn right_turned<const R: usize, const K: usize, const C: usize>(
                a: &Matrix<$A, R, K>,
                b: &Matrix<$B, C, K>,
            ) -> Matrix<i32, R, C> {
                a * b.t()
            }

            #[kernel]
            fn left_turned<const R: usize, const K: usize, const C: usize>(
                a: &Matrix<$A, K, R>,
                b: &Matrix<$B, K, C>,
            ) -> Matrix<i32, R, C> {
                a.t() * b
            }

            #[kernel]
            fn dots<const N: usize>(u: &Vector<$A, N>, v: &Vector<$B, N>) -> i32 {
                dot(u, v)
            }

            #[kernel(only, specialize = [(R = 5, K = 7, C = 9), (R = 13, K = 34, C = 33), (R = 32, K = 64, C = 64)])]
            fn listed<const R: usize, const K: usize, const C: usize>(
                a: &Matrix<$A, R, K>,
                b: &Matrix<$B, K, C>,
            ) -> Matrix<i32, R, C> {
                a * b
            }

            fn with_a_vector<const R: usize, const C: usize>() {
                draws(|draw| {
                    let (w, x) = (draw.table::<$A, R, C>(), draw.bytes::<$B, C>());
                    check!(by_rows(&w, &x), applied(&w, &x));
                    let (x, w) = (draw.bytes::<$A, C>(), draw.table::<$B, R, C>());
                    check!(turned_by_rows(&x, &w), applied(&w, &x));
                    let (w, x) = (draw.table::<$A, R, C>(), draw.bytes::<$B, R>());
                    check!(turned_by_columns(&w, &x), applied(&turned(&w), &x));
                    let (x, w) = (draw.bytes::<$A, R>(), draw.table::<$B, R, C>());
                    check!(by_columns(&x, &w), applied(&turned(&w), &x));
                    let (u, v) = (draw.bytes::<$A, C>(), draw.bytes::<$B, C>());
                    check!(dots(&u, &v), sum((0..C).map(|k| (u[k].widen(), v[k].widen()))));
                });
            }

            fn of_matrices<const R: usize, const K: usize, const C: usize>() {
                draws(|draw| {
                    let (a, b) = (draw.table::<$A, R, K>(), draw.table::<$B, K, C>());
                    let expected = times(&a, &b);
                    check!(product(&a, &b), expected);
                    check!(right_turned(&a, &turned(&b)), expected);
                    check!(left_turned(&turned(&a), &b), expected);
                });
            }

            fn of_listed_sizes<const R: usize, const K: usize, const C: usize>() {
                draws(|draw| {
                    let (a, b) = (draw.table::<$A, R, K>(), draw.table::<$B, K, C>());
                    check!(listed(&a, &b), times(&a, &b));
                });
            }

            #[test]
            fn matrix_and_vector() {
                sizes!(with_a_vector [$($vectors)*]);
            }

            #[test]
            fn matrices() {
                sizes!(of_matrices [$($matrices)*]);
                sizes!(of_listed_sizes [(5 7 9) (13 34 33) (32 64 64)]);
            }
        }
    )*};
}
products! {
    u8_by_i8: u8, i8,
        [(1 1) (2 3) (5 4) (7 8) (9 15) (17 31) (33 64) (67 9) (3 130) (20 257)],
        [(1 1 1) (2 3 4) (4 1 17) (5 7 9) (9 33 31) (7 130 5)];
    i8_by_i8: i8, i8, [(1 1) (3 5) (9 15) (17 33) (5 67)], [(1 2 3) (7 8 17) (9 34 5)];
    i8_by_u8: i8, u8, [(2 7) (17 65)], [(7 9 17)];
    seven_by_i8: U7, i8, [(2 7) (17 65)], [(7 9 17)];
    i8_by_seven: i8, U7, [(2 7) (17 65)], [(7 9 17)];
}
