//! Plain loops over arrays of constant size, compiled for the active level.

use kernels::arch::Simd;

use super::{Op, Real};
use crate::common::{self, Code, Place, Way};

const NAME: &str = "loops";

/// An operand as an array.
///
/// # Safety
/// It is as long as `A`, and written by no one meanwhile.
#[inline(always)]
unsafe fn view<'a, T, A>(operand: *const T) -> &'a A {
    // SAFETY: the caller's promise.
    unsafe { &*operand.cast() }
}

/// As [`view`], to write.
///
/// # Safety
/// It is as long as `A`, and read and written by no one else meanwhile.
#[inline(always)]
unsafe fn view_mut<'a, T, A>(operand: *mut T) -> &'a mut A {
    // SAFETY: the caller's promise.
    unsafe { &mut *operand.cast() }
}

/// Defines plain Rust for an operation: its operands are views of the types.
macro_rules! code {
    ($Name:ident[$($N:ident),*]($a:ident: $A:ty, $b:ident: $B:ty, $c:ident: $C:ty) $body:block) => {
        struct $Name<$(const $N: usize),*>;

        impl<T: Real, $(const $N: usize),*> Code<T> for $Name<$($N),*> {
            #[inline(always)]
            unsafe fn call(Place { a, b, c }: Place<T>) {
                // SAFETY: the operands are as long.
                let ($a, $b, $c) = unsafe { (view::<T, $A>(a), view::<T, $B>(b), view_mut::<T, $C>(c)) };
                $body
            }
        }
    };
}

code!(Product[M, N, K](a: [[T; K]; M], b: [[T; N]; K], c: [[T; N]; M]) {
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
});

code!(Rows[M, K](w: [[T; K]; M], x: [T; K], y: [T; M]) {
    for (w, y) in w.iter().zip(y) {
        *y = w.iter().zip(x).fold(T::ZERO, |sum, (w, x)| Simd::mul_add(*w, *x, sum));
    }
});

code!(Dot[N](a: [T; N], b: [T; N], c: [T; 1]) {
    c[0] = a.iter().zip(b).fold(T::ZERO, |sum, (a, b)| Simd::mul_add(*a, *b, sum));
});

code!(Sum[N](a: [T; N], _b: [T; 0], c: [T; 1]) {
    c[0] = a.iter().fold(T::ZERO, |sum, a| sum + *a);
});

code!(Max[N](a: [T; N], _b: [T; 0], c: [T; 1]) {
    c[0] = a.iter().fold(T::NEG_INFINITY, |max, a| if *a > max { *a } else { max });
});

code!(Axpy[N](a: [T; N], factor: [T; 1], c: [T; N]) {
    let [factor] = *factor;
    for (a, c) in a.iter().zip(c) {
        *c = Simd::mul_add(factor, *a, *c);
    }
});

code!(Scale[N](_a: [T; 0], factor: [T; 1], c: [T; N]) {
    let [factor] = *factor;
    for c in c {
        *c = factor * *c;
    }
});

code!(Rank1[N](a: [T; N], b: [T; N], c: [[T; N]; N]) {
    for (a, c) in a.iter().zip(c) {
        for (b, c) in b.iter().zip(c) {
            *c = Simd::mul_add(*a, *b, *c);
        }
    }
});

code!(Transpose[N](a: [[T; N]; N], _b: [T; 0], c: [[T; N]; N]) {
    for (i, c) in c.iter_mut().enumerate() {
        for (a, c) in a.iter().zip(c) {
            *c = a[i];
        }
    }
});

/// `c = a bᵗ` of `u8` and `i8`.
struct Bytes<const M: usize, const N: usize, const K: usize>;

impl<const BITS: u32, const M: usize, const N: usize, const K: usize> Code<common::Byte<BITS>>
    for Bytes<M, N, K>
{
    #[inline(always)]
    unsafe fn call(Place { a, b, c }: Place<common::Byte<BITS>>) {
        // SAFETY: the operand is as long, and aligned; so below.
        let a: &[[u8; K]; M] = unsafe { view(a) };
        // SAFETY: as above.
        let b: &[[i8; K]; N] = unsafe { view(b) };
        // SAFETY: as above.
        let c: &mut [[i32; N]; M] = unsafe { view_mut(c) };
        for (a, c) in a.iter().zip(c) {
            for (b, c) in b.iter().zip(c) {
                *c = a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
            }
        }
    }
}

/// A product of bytes whose right operand is stored as its transpose.
pub fn bytes<const BITS: u32, const M: usize, const N: usize, const K: usize>() -> Way<common::Byte<BITS>> {
    Way::compiled::<Bytes<M, N, K>>(NAME)
}

/// A product, in the order rows of `a`, rows of `b`, columns.
pub fn product<T: Real, const M: usize, const N: usize, const K: usize>() -> Way<T> {
    Way::compiled::<Product<M, N, K>>(NAME)
}

/// `c = a b` for a vector `b`: a dot product per row.
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
