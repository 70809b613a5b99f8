//! OpenBLAS, by its C interface.

use super::{Op, Product, Real};
use crate::common::Way;

const NAME: &str = "openblas";

/// A product, if OpenBLAS is there: by `gemv` where `b` or `a` is a vector.
pub fn product<T: Real>(product: Product) -> Option<Way<T>> {
    there::product(product)
}

/// An operation on vectors of `n` elements, or on square matrices of so many in all.
pub fn vector<T: Real>(op: Op, n: usize) -> Option<Way<T>> {
    there::vector(op, n)
}

pub use there::{Blas, announce};

#[cfg(peer_openblas)]
#[path = "openblas_there.rs"]
mod there;

#[cfg(not(peer_openblas))]
mod there {
    use super::NAME;
    use crate::common::Way;
    use crate::peers::{Op, Product, Real};

    pub trait Blas {}
    impl<T> Blas for T {}

    pub fn announce() {
        crate::peers::missing(NAME, "libopenblas-dev");
    }

    pub fn product<T: Real>(_: Product) -> Option<Way<T>> {
        None
    }

    pub fn vector<T: Real>(_: Op, _: usize) -> Option<Way<T>> {
        None
    }
}
