//! OpenBLAS, by its C interface.

use super::{Product, Real};
use crate::common::Way;

const NAME: &str = "openblas";

/// A product, if OpenBLAS is there.
pub fn product<T: Real>(product: Product) -> Option<Way<T>> {
    there::product(product)
}

pub use there::{Blas, announce};

#[cfg(peer_openblas)]
mod there {
    use std::ffi::{c_char, c_int};

    use super::NAME;
    use crate::common::{Place, Way};
    use crate::peers::{Product, Real, text};

    const ROW_MAJOR: c_int = 101;
    const PLAIN: c_int = 111;
    const TRANSPOSED: c_int = 112;

    unsafe extern "C" {
        fn peer_openblas_level() -> *const c_char;
        fn peer_openblas_version() -> *const c_char;
    }

    /// order, op(a), op(b), m, n, k, alpha, a, lda, b, ldb, beta, c, ldc
    type Gemm<T> = unsafe extern "C" fn(
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        c_int,
        T,
        *const T,
        c_int,
        *const T,
        c_int,
        T,
        *mut T,
        c_int,
    );

    macro_rules! elements {
        ($($T:ident $gemm:ident)*) => {
            unsafe extern "C" {
                $(fn $gemm(
                    order: c_int, ta: c_int, tb: c_int, m: c_int, n: c_int, k: c_int,
                    alpha: $T, a: *const $T, lda: c_int, b: *const $T, ldb: c_int,
                    beta: $T, c: *mut $T, ldc: c_int,
                );)*
            }
            $(impl Blas for $T {
                const GEMM: Gemm<Self> = $gemm;
            })*
        };
    }
    elements!(f32 cblas_sgemm f64 cblas_dgemm);

    /// An element that a BLAS computes with.
    pub trait Blas: Sized {
        const GEMM: Gemm<Self>;
    }

    pub fn announce() {
        // SAFETY: constant texts.
        let (version, level) = unsafe { (text(peer_openblas_version()), text(peer_openblas_level())) };
        println!("PEER {NAME} {version} at {level}");
    }

    pub fn product<T: Real>(product: Product) -> Option<Way<T>> {
        let Product { m, n, k, a_transposed, b_transposed } = product;
        let [m, n, k, lda, ldb] =
            [m, n, k, product.a_columns(), product.b_columns()].map(|size| size as c_int);
        let [ta, tb] =
            [a_transposed, b_transposed].map(|transposed| if transposed { TRANSPOSED } else { PLAIN });
        Some(Way::calling(NAME, move |Place { a, b, c }| {
            // SAFETY: operands of these lengths.
            unsafe { T::GEMM(ROW_MAJOR, ta, tb, m, n, k, T::ONE, a, lda, b, ldb, T::ZERO, c, n) }
        }))
    }
}

#[cfg(not(peer_openblas))]
mod there {
    use super::NAME;
    use crate::common::Way;
    use crate::peers::{Product, Real};

    pub trait Blas {}
    impl<T> Blas for T {}

    pub fn announce() {
        crate::peers::missing(NAME, "libopenblas-dev");
    }

    pub fn product<T: Real>(_: Product) -> Option<Way<T>> {
        None
    }
}
