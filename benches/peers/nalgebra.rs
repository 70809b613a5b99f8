//! nalgebra's fixed-size matrices, compiled for the active level.

use nalgebra::SMatrix;

use super::Real;
use crate::common::{Code, Place, Way};

const NAME: &str = "nalgebra";

struct Product<const M: usize, const N: usize, const K: usize>;

impl<T: Real, const M: usize, const N: usize, const K: usize> Code<T> for Product<M, N, K> {
    /// It has columns where we have rows, so it multiplies the transposes: cᵗ = bᵗ aᵗ.
    #[inline(always)]
    unsafe fn call(Place { a, b, c }: Place<T>) {
        // SAFETY: a matrix is an array of its elements, and the operands are as long.
        let (a, b, c) = unsafe {
            (
                &*a.cast::<SMatrix<T, K, M>>(),
                &*b.cast::<SMatrix<T, N, K>>(),
                &mut *c.cast::<SMatrix<T, N, M>>(),
            )
        };
        b.mul_to(a, c);
    }
}

/// A product.
pub fn product<T: Real, const M: usize, const N: usize, const K: usize>() -> Way<T> {
    Way::compiled::<Product<M, N, K>>(NAME)
}
