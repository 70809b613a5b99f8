//! Which operands meet element by element, and the operators between them.

use core::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

use super::column::Column;
use super::operand::Map;
use super::scalar::{Float, Number};
use crate::{Matrix, MatrixView, MatrixViewMut, Vector};

/// An operand that meets another element by element, either of them by value or by
/// reference: equal shapes, a scalar with anything, a row (`Vector`) or a
/// [`Column`] with a matrix.
///
/// It is there for the bounds of functions such as [`maximum`](super::maximum); bodies
/// of kernels do not name it.
///
/// ```
/// use kernels::{Vector, ops::{Map, Zip}};
///
/// fn larger<A, B>(a: A, b: B) -> A::Output
/// where
///     A: Zip<B, Output: Map<Elem = f32>>,
/// {
///     a.zip_with(b, |a, b| if a > b { a } else { b })
/// }
/// assert_eq!(larger(Vector::from([1.0, -1.0]), 0.0), [1.0, 0.0].into());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{Rhs}` do not meet element by element",
    label = "equal shapes are needed here, or a scalar, or with a matrix a row (`Vector`) or a `column(…)`",
    note = "both must have the same element type: `f32`, `f64` or `i32`"
)]
pub trait Zip<Rhs> {
    /// The shape of the result, by value.
    type Output: Map;

    /// `f` of every pair of elements.
    fn zip_with(
        self,
        rhs: Rhs,
        f: impl Fn(Elem<Self::Output>, Elem<Self::Output>) -> Elem<Self::Output>,
    ) -> Self::Output;
}

type Elem<X> = <X as Map>::Elem;

/// One table of the operands that meet: `left, [operators] [assignments], right =>
/// result: |left, right, f| body`. A line gives [`Zip`] and the operators, for both
/// operands by value and by reference; the assignments need a result of the left type.
macro_rules! meetings {
    ($(
        $generics:tt $L:ty, [$($op:tt)*] [$($assign:tt)*], $R:ty => $Out:ty: |$a:ident, $b:ident, $f:ident| $body:expr;
    )*) => {$(
        zip! { $generics &$L, &$R => $Out: |$a, $b, $f| $body }
        zip! { $generics &$L, $R => $Out: |a, b, f| a.zip_with(&b, f) }
        zip! { $generics $L, &$R => $Out: |a, b, f| (&a).zip_with(b, f) }
        zip! { $generics $L, $R => $Out: |a, b, f| (&a).zip_with(&b, f) }
        $(
            operator! { $op $generics &$L, &$R => $Out }
            operator! { $op $generics &$L, $R => $Out }
            operator! { $op $generics $L, &$R => $Out }
            operator! { $op $generics $L, $R => $Out }
        )*
        $(
            assignment! { $assign $generics $L, &$R }
            assignment! { $assign $generics $L, $R }
        )*
    )*};
}

macro_rules! zip {
    ([$($generics:tt)*] $L:ty, $R:ty => $Out:ty: |$a:ident, $b:ident, $f:ident| $body:expr) => {
        impl<$($generics)*> Zip<$R> for $L {
            type Output = $Out;

            fn zip_with(self, $b: $R, $f: impl Fn(Elem<$Out>, Elem<$Out>) -> Elem<$Out>) -> $Out {
                let $a = self;
                $body
            }
        }
    };
}

// Integers have no division, so a line over numbers divides over floats.
macro_rules! operator {
    (+ $($operands:tt)*) => { operator! { @ Add add (Number::plus) $($operands)* } };
    (- $($operands:tt)*) => { operator! { @ Sub sub (Number::minus) $($operands)* } };
    (* $($operands:tt)*) => { operator! { @ Mul mul (Number::times) $($operands)* } };
    (/ [T: Number, $($rest:tt)*] $($operands:tt)*) => { operator! { / [T: Float, $($rest)*] $($operands)* } };
    (/ $($operands:tt)*) => { operator! { @ Div div (Div::div) $($operands)* } };
    (@ $Trait:ident $method:ident ($of_elements:path) [$($generics:tt)*] $L:ty, $R:ty => $Out:ty) => {
        impl<$($generics)*> $Trait<$R> for $L {
            type Output = $Out;

            fn $method(self, rhs: $R) -> $Out {
                self.zip_with(rhs, $of_elements)
            }
        }
    };
}

macro_rules! assignment {
    (+= $($operands:tt)*) => { assignment! { @ AddAssign add_assign (Number::plus) $($operands)* } };
    (-= $($operands:tt)*) => { assignment! { @ SubAssign sub_assign (Number::minus) $($operands)* } };
    (*= $($operands:tt)*) => { assignment! { @ MulAssign mul_assign (Number::times) $($operands)* } };
    (/= [T: Number, $($rest:tt)*] $($operands:tt)*) => {
        assignment! { @ DivAssign div_assign (Div::div) [T: Float, $($rest)*] $($operands)* }
    };
    (@ $Trait:ident $method:ident ($of_elements:path) [$($generics:tt)*] $L:ty, $R:ty) => {
        impl<$($generics)*> $Trait<$R> for $L {
            fn $method(&mut self, rhs: $R) {
                *self = (&*self).zip_with(rhs, $of_elements);
            }
        }
    };
}

meetings! {
    [T: Number, const N: usize]
    Vector<T, N>, [+ - * /] [+= -= *= /=], Vector<T, N> => Vector<T, N>:
        |a, b, f| Vector::from_fn(|i| f(a[i], b[i]));

    [T: Number, const N: usize]
    Vector<T, N>, [+ - * /] [+= -= *= /=], T => Vector<T, N>:
        |a, b, f| Vector::from_fn(|i| f(a[i], *b));
}

/// The lines of a matrix and, without the assignments, of a view of one.
macro_rules! matrices {
    ($M:ty, [$($sum:tt)*] [$($all:tt)*]) => {
        meetings! {
            [T: Number, const R: usize, const C: usize]
            $M, [+ - /] [$($sum)*], Matrix<T, R, C> => Matrix<T, R, C>:
                |a, b, f| Matrix::from_fn(|i, j| f(a[(i, j)], b[(i, j)]));

            [T: Number, const R: usize, const C: usize]
            $M, [+ - /] [$($sum)*], MatrixView<'_, T, R, C> => Matrix<T, R, C>:
                |a, b, f| Matrix::from_fn(|i, j| f(a[(i, j)], b[(i, j)]));

            [T: Number, const R: usize, const C: usize]
            $M, [+ - * /] [$($all)*], T => Matrix<T, R, C>:
                |a, b, f| Matrix::from_fn(|i, j| f(a[(i, j)], *b));

            [T: Number, const R: usize, const C: usize]
            $M, [+ - /] [$($sum)*], Vector<T, C> => Matrix<T, R, C>:
                |a, row, f| Matrix::from_fn(|i, j| f(a[(i, j)], row[j]));

            [T: Number, const R: usize, const C: usize]
            $M, [+ - * /] [$($all)*], Column<T, R> => Matrix<T, R, C>:
                |a, column, f| Matrix::from_fn(|i, j| f(a[(i, j)], column.as_vector()[i]));

            [T: Number, const R: usize, const C: usize]
            Vector<T, C>, [+ -] [], $M => Matrix<T, R, C>:
                |row, b, f| Matrix::from_fn(|i, j| f(row[j], b[(i, j)]));

            [T: Number, const R: usize, const C: usize]
            Column<T, R>, [+ - *] [], $M => Matrix<T, R, C>:
                |column, b, f| Matrix::from_fn(|i, j| f(column.as_vector()[i], b[(i, j)]));
        }
    };
}
matrices! { Matrix<T, R, C>, [+= -= /=] [+= -= *= /=] }
matrices! { MatrixView<'_, T, R, C>, [] [] }

// A scalar on the left cannot be generic: operators of a type parameter belong to its crate.
macro_rules! scalar_on_the_left {
    ($($S:ident [$($op:tt)*])*) => {$(
        meetings! {
            []
            $S, [] [], $S => $S:
                |a, b, f| f(*a, *b);

            [const N: usize]
            $S, [$($op)*] [], Vector<$S, N> => Vector<$S, N>:
                |a, b, f| Vector::from_fn(|i| f(*a, b[i]));

            [const R: usize, const C: usize]
            $S, [$($op)*] [], Matrix<$S, R, C> => Matrix<$S, R, C>:
                |a, b, f| Matrix::from_fn(|i, j| f(*a, b[(i, j)]));

            [const R: usize, const C: usize]
            $S, [$($op)*] [], MatrixView<'_, $S, R, C> => Matrix<$S, R, C>:
                |a, b, f| Matrix::from_fn(|i, j| f(*a, b[(i, j)]));
        }
    )*};
}
scalar_on_the_left!(f32 [+ - * /] f64 [+ - * /] i32 [+ - *]);

/// Assignments to a window: those that the left side as a `Matrix` has.
macro_rules! window_assignment {
    ($($op:tt $Trait:ident $method:ident $T:ident [$($R:ty),*];)*) => {$($(
        impl<T: $T, const R: usize, const C: usize> $Trait<$R> for MatrixViewMut<'_, T, R, C> {
            fn $method(&mut self, rhs: $R) {
                self.set(self.as_view() $op rhs);
            }
        }
    )*)*};
}
window_assignment! {
    + AddAssign add_assign Number [
        Matrix<T, R, C>, &Matrix<T, R, C>, MatrixView<'_, T, R, C>, &MatrixView<'_, T, R, C>,
        T, &T, Vector<T, C>, &Vector<T, C>, Column<T, R>, &Column<T, R>
    ];
    - SubAssign sub_assign Number [
        Matrix<T, R, C>, &Matrix<T, R, C>, MatrixView<'_, T, R, C>, &MatrixView<'_, T, R, C>,
        T, &T, Vector<T, C>, &Vector<T, C>, Column<T, R>, &Column<T, R>
    ];
    / DivAssign div_assign Float [
        Matrix<T, R, C>, &Matrix<T, R, C>, MatrixView<'_, T, R, C>, &MatrixView<'_, T, R, C>,
        T, &T, Vector<T, C>, &Vector<T, C>, Column<T, R>, &Column<T, R>
    ];
    * MulAssign mul_assign Number [T, &T, Column<T, R>, &Column<T, R>];
}

macro_rules! negation {
    ($([$($generics:tt)*] $X:ty;)*) => {$(
        impl<$($generics)*> Neg for $X {
            type Output = <Self as Map>::Output;

            fn neg(self) -> Self::Output {
                self.map_each(Number::negated)
            }
        }
    )*};
}
negation! {
    [T: Number, const N: usize] Vector<T, N>;
    [T: Number, const N: usize] &Vector<T, N>;
    [T: Number, const R: usize, const C: usize] Matrix<T, R, C>;
    [T: Number, const R: usize, const C: usize] &Matrix<T, R, C>;
    [T: Number, const R: usize, const C: usize] MatrixView<'_, T, R, C>;
    [T: Number, const R: usize, const C: usize] &MatrixView<'_, T, R, C>;
}
