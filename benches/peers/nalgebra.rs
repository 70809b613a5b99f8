//! nalgebra's fixed-size matrices, compiled for the active level as far as the compiler
//! inlines them: the rest has the features of the build.

use nalgebra::{SMatrix, SVector};

use super::{Op, Real};
use crate::common::{Code, Place, Way};

const NAME: &str = "nalgebra";

/// Defines plain Rust for an operation: its operands are views of the types. A matrix of
/// nalgebra is an array of its elements, column by column.
macro_rules! code {
    ($Name:ident[$($N:ident),*]($a:ident: $A:ty, $b:ident: $B:ty, $c:ident: $C:ty) $body:expr) => {
        struct $Name<$(const $N: usize),*>;

        impl<T: Real, $(const $N: usize),*> Code<T> for $Name<$($N),*> {
            #[inline(always)]
            unsafe fn call(Place { a, b, c }: Place<T>) {
                // SAFETY: the operands are as long.
                let ($a, $b, $c) = unsafe { (&*a.cast::<$A>(), &*b.cast::<$B>(), &mut *c.cast::<$C>()) };
                $body;
            }
        }
    };
}

// It has columns where we have rows, so it multiplies the transposes: cᵗ = bᵗ aᵗ.
code!(Product[M, N, K](a: SMatrix<T, K, M>, b: SMatrix<T, N, K>, c: SMatrix<T, N, M>) b.mul_to(a, c));
code!(Rows[M, K](w: SMatrix<T, K, M>, x: SVector<T, K>, y: SVector<T, M>) w.tr_mul_to(x, y));
code!(Dot[N](a: SVector<T, N>, b: SVector<T, N>, c: [T; 1]) c[0] = a.dot(b));
code!(Sum[N](a: SVector<T, N>, _b: [T; 0], c: [T; 1]) c[0] = a.sum());
code!(Max[N](a: SVector<T, N>, _b: [T; 0], c: [T; 1]) c[0] = a.max());
code!(Axpy[N](a: SVector<T, N>, factor: [T; 1], c: SVector<T, N>) c.axpy(factor[0], a, T::ONE));
code!(Scale[N](_a: [T; 0], factor: [T; 1], c: SVector<T, N>) c.scale_mut(factor[0]));
code!(Rank1[N](a: SVector<T, N>, b: SVector<T, N>, c: SMatrix<T, N, N>) c.ger(T::ONE, b, a, T::ONE));
code!(Transpose[N](a: SMatrix<T, N, N>, _b: [T; 0], c: SMatrix<T, N, N>) a.transpose_to(c));

/// A product.
pub fn product<T: Real, const M: usize, const N: usize, const K: usize>() -> Way<T> {
    Way::compiled::<Product<M, N, K>>(NAME)
}

/// `c = a b` for a vector `b`.
pub fn rows<T: Real, const M: usize, const K: usize>() -> Way<T> {
    Way::compiled::<Rows<M, K>>(NAME)
}

/// An operation on vectors of `N` elements.
pub fn vector<T: Real, const N: usize>(op: Op) -> Option<Way<T>> {
    Some(match op {
        Op::Dot => Way::compiled::<Dot<N>>(NAME),
        Op::Sum => Way::compiled::<Sum<N>>(NAME),
        Op::Max => Way::compiled::<Max<N>>(NAME),
        Op::Axpy => Way::compiled::<Axpy<N>>(NAME),
        Op::Scale => Way::compiled::<Scale<N>>(NAME),
        Op::Rank1 | Op::Transpose => return None,
    })
}

/// An operation on matrices of `N` × `N` elements.
pub fn matrix<T: Real, const N: usize>(op: Op) -> Option<Way<T>> {
    Some(match op {
        Op::Rank1 => Way::compiled::<Rank1<N>>(NAME),
        Op::Transpose => Way::compiled::<Transpose<N>>(NAME),
        _ => return None,
    })
}
