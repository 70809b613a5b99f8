//! Products with weights that are packed for four-way dots.

use kernels::prelude::*;
use kernels::{Byte, Packed, U7};

use crate::{check, draws, sizes};

macro_rules! packed {
    ($($module:ident: $X:ty;)*) => {$(
        mod $module {
            use super::*;

            #[kernel]
            fn by_vector<const R: usize, const C: usize>(w: &Packed<i8, R, C>, x: &Vector<$X, C>) -> Vector<i32, R> {
                w * x
            }

            #[kernel]
            fn by_batch<const B: usize, const R: usize, const C: usize>(
                a: &Matrix<$X, B, C>,
                w: &Packed<i8, R, C>,
            ) -> Matrix<i32, B, R> {
                a * w.t()
            }

            #[kernel(only, specialize = [(B = 5, R = 9, C = 7), (B = 32, R = 64, C = 64), (B = 3, R = 33, C = 34)])]
            fn listed<const B: usize, const R: usize, const C: usize>(
                a: &Matrix<$X, B, C>,
                w: &Packed<i8, R, C>,
            ) -> Matrix<i32, B, R> {
                a * w.t()
            }

            fn products<const B: usize, const R: usize, const C: usize>() {
                draws(|draw| {
                    let any = draw.table::<i8, R, C>();
                    // Weights of which any two products with a byte fit 16 bits, so that levels
                    // with an instruction for that take it.
                    let small = Matrix::from_fn(|i, j| any[(i, j)].clamp(-64, 64));
                    assert!(Packed::new(&small).fits_pairs());
                    for w in [any, small] {
                        let (packed, x) = (Packed::new(&w), draw.bytes::<$X, C>());
                        assert_eq!(packed.to_matrix(), w);
                        check!(by_vector(&packed, &x), &w * &x);
                        let a = draw.table::<$X, B, C>();
                        check!(by_batch(&a, &packed), expected(&a, &w));
                    }
                });
            }

            fn listed_products<const B: usize, const R: usize, const C: usize>() {
                draws(|draw| {
                    let (w, a) = (draw.table::<i8, R, C>(), draw.table::<$X, B, C>());
                    check!(listed(&a, &Packed::new(&w)), expected(&a, &w));
                });
            }

            #[test]
            fn packed_weights() {
                sizes!(products [
                    (1 1 1) (2 3 4) (3 4 5) (4 15 7) (5 16 8) (6 17 9) (7 31 30) (8 32 33) (9 33 64) (13 67 65)
                    (2 130 130)
                ]);
                sizes!(listed_products [(5 9 7) (32 64 64) (3 33 34)]);
            }
        }
    )*};
}
packed! {
    with_u8: u8;
    with_i8: i8;
    with_seven: U7;
}

fn expected<X: Byte, const B: usize, const R: usize, const C: usize>(
    a: &Matrix<X, B, C>,
    w: &Matrix<i8, R, C>,
) -> Matrix<i32, B, R> {
    Matrix::from_fn(|i, j| (0..C).map(|k| a[(i, k)].widen() * w[(j, k)].widen()).sum())
}
