//! OpenBLAS where it is there. Its enumerations are numbers here.

use std::ffi::{c_char, c_int};

use super::NAME;
use crate::common::{Place, Way};
use crate::peers::{Op, Product, Real, text};

const ROW_MAJOR: c_int = 101;
const PLAIN: c_int = 111;
const TRANSPOSED: c_int = 112;

unsafe extern "C" {
    fn peer_openblas_level() -> *const c_char;
    fn peer_openblas_version() -> *const c_char;
}

/// Declares a type's functions.
macro_rules! functions {
    ($T:ident $gemm:ident $gemv:ident $ger:ident $dot:ident $sum:ident $axpy:ident $scal:ident $copy:ident) => {
        unsafe extern "C" {
            fn $gemm(
                order: c_int,
                ta: c_int,
                tb: c_int,
                m: c_int,
                n: c_int,
                k: c_int,
                alpha: $T,
                a: *const $T,
                lda: c_int,
                b: *const $T,
                ldb: c_int,
                beta: $T,
                c: *mut $T,
                ldc: c_int,
            );
            fn $gemv(
                order: c_int,
                ta: c_int,
                m: c_int,
                n: c_int,
                alpha: $T,
                a: *const $T,
                lda: c_int,
                x: *const $T,
                stride_x: c_int,
                beta: $T,
                y: *mut $T,
                stride_y: c_int,
            );
            fn $ger(
                order: c_int,
                m: c_int,
                n: c_int,
                alpha: $T,
                x: *const $T,
                stride_x: c_int,
                y: *const $T,
                stride_y: c_int,
                a: *mut $T,
                lda: c_int,
            );
            fn $dot(n: c_int, x: *const $T, stride_x: c_int, y: *const $T, stride_y: c_int) -> $T;
            fn $sum(n: c_int, x: *const $T, stride_x: c_int) -> $T;
            fn $axpy(n: c_int, alpha: $T, x: *const $T, stride_x: c_int, y: *mut $T, stride_y: c_int);
            fn $scal(n: c_int, alpha: $T, x: *mut $T, stride_x: c_int);
            fn $copy(
                order: c_int,
                ta: c_int,
                m: c_int,
                n: c_int,
                alpha: $T,
                a: *const $T,
                lda: c_int,
                b: *mut $T,
                ldb: c_int,
            );
        }

        impl Blas for $T {
            fn product(product: Product) -> Way<Self> {
                let Product { m, n, k, a_transposed, b_transposed } = product;
                let [m, n, k, lda, ldb] =
                    [m, n, k, product.a_columns(), product.b_columns()].map(|size| size as c_int);
                let [ta, tb] = [a_transposed, b_transposed]
                    .map(|transposed| if transposed { TRANSPOSED } else { PLAIN });
                match (m, n) {
                    // SAFETY: operands of these lengths.
                    (_, 1) => Way::calling(NAME, move |Place { a, b, c }| unsafe {
                        $gemv(ROW_MAJOR, PLAIN, m, k, 1.0, a, lda, b, 1, 0.0, c, 1)
                    }),
                    // SAFETY: operands of these lengths.
                    (1, _) => Way::calling(NAME, move |Place { a, b, c }| unsafe {
                        $gemv(ROW_MAJOR, TRANSPOSED, k, n, 1.0, b, ldb, a, 1, 0.0, c, 1)
                    }),
                    // SAFETY: operands of these lengths.
                    _ => Way::calling(NAME, move |Place { a, b, c }| unsafe {
                        $gemm(ROW_MAJOR, ta, tb, m, n, k, 1.0, a, lda, b, ldb, 0.0, c, n)
                    }),
                }
            }

            fn vector(op: Op, len: usize) -> Option<Way<Self>> {
                let [n, side] = [len, len.isqrt()].map(|size| size as c_int);
                Some(match op {
                    Op::Dot => {
                        // SAFETY: operands of these lengths.
                        Way::calling(NAME, move |Place { a, b, c }| unsafe { *c = $dot(n, a, 1, b, 1) })
                    }
                    // SAFETY: operands of these lengths.
                    Op::Sum => Way::calling(NAME, move |Place { a, c, .. }| unsafe { *c = $sum(n, a, 1) }),
                    Op::Axpy => {
                        // SAFETY: operands of these lengths.
                        Way::calling(NAME, move |Place { a, b, c }| unsafe { $axpy(n, *b, a, 1, c, 1) })
                    }
                    // SAFETY: operands of these lengths.
                    Op::Scale => Way::calling(NAME, move |Place { b, c, .. }| unsafe { $scal(n, *b, c, 1) }),
                    // SAFETY: operands of these lengths.
                    Op::Rank1 => Way::calling(NAME, move |Place { a, b, c }| unsafe {
                        $ger(ROW_MAJOR, side, side, 1.0, a, 1, b, 1, c, side)
                    }),
                    // SAFETY: operands of these lengths.
                    Op::Transpose => Way::calling(NAME, move |Place { a, c, .. }| unsafe {
                        $copy(ROW_MAJOR, TRANSPOSED, side, side, 1.0, a, side, c, side)
                    }),
                    // It has the largest magnitude only.
                    Op::Max => return None,
                })
            }
        }
    };
}
functions!(f32 cblas_sgemm cblas_sgemv cblas_sger cblas_sdot cblas_ssum cblas_saxpy cblas_sscal cblas_somatcopy);
functions!(f64 cblas_dgemm cblas_dgemv cblas_dger cblas_ddot cblas_dsum cblas_daxpy cblas_dscal cblas_domatcopy);

/// An element that a BLAS computes with.
pub trait Blas: Sized {
    fn product(product: Product) -> Way<Self>;
    fn vector(op: Op, len: usize) -> Option<Way<Self>>;
}

pub fn announce() {
    // SAFETY: constant texts.
    let (version, level) = unsafe { (text(peer_openblas_version()), text(peer_openblas_level())) };
    println!("PEER {NAME} {} at {level}", version.trim());
}

pub fn product<T: Real>(product: Product) -> Option<Way<T>> {
    Some(<T as Blas>::product(product))
}

pub fn vector<T: Real>(op: Op, len: usize) -> Option<Way<T>> {
    <T as Blas>::vector(op, len)
}
