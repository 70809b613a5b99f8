//! Plain loops over arrays of constant size, compiled for the active level.

use kernels::arch::Simd;

use super::Real;
use crate::common::{Code, Place, Way};

const NAME: &str = "loops";

struct Product<const M: usize, const N: usize, const K: usize>;

impl<T: Real, const M: usize, const N: usize, const K: usize> Code<T> for Product<M, N, K> {
    #[inline(always)]
    unsafe fn call(Place { a, b, c }: Place<T>) {
        // SAFETY: the operands are as long.
        let (a, b, c) =
            unsafe { (&*a.cast::<[[T; K]; M]>(), &*b.cast::<[[T; N]; K]>(), &mut *c.cast::<[[T; N]; M]>()) };
        for (a, c) in a.iter().zip(c) {
            // The row stays in registers where it fits.
            let mut row = [T::ZERO; N];
            for (a, b) in a.iter().zip(b) {
                for (sum, b) in row.iter_mut().zip(b) {
                    *sum = Simd::mul_add(*a, *b, *sum);
                }
            }
            *c = row;
        }
    }
}

/// A product, in the order rows of `a`, rows of `b`, columns.
pub fn product<T: Real, const M: usize, const N: usize, const K: usize>() -> Way<T> {
    Way::compiled::<Product<M, N, K>>(NAME)
}
