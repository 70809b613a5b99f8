//! What kernels return, as a list of elements.

use kernels::{Matrix, Vector};

use crate::data::Real;

/// A result.
pub trait Outcome {
    /// Its elements' type.
    type Elem: Real;

    /// Appends the elements in order.
    fn list(&self, to: &mut Vec<Self::Elem>);
}

macro_rules! scalars {
    ($($T:ident)*) => {$(
        impl Outcome for $T {
            type Elem = $T;

            fn list(&self, to: &mut Vec<$T>) {
                to.push(*self);
            }
        }
    )*};
}
scalars!(f32 f64);

impl<T: Real> Outcome for Vec<T> {
    type Elem = T;

    fn list(&self, to: &mut Vec<T>) {
        to.extend_from_slice(self);
    }
}

impl<T: Real, const N: usize> Outcome for Vector<T, N> {
    type Elem = T;

    fn list(&self, to: &mut Vec<T>) {
        to.extend_from_slice(self.as_slice());
    }
}

impl<T: Real, const R: usize, const C: usize> Outcome for Matrix<T, R, C> {
    type Elem = T;

    fn list(&self, to: &mut Vec<T>) {
        to.extend_from_slice(self.as_slice());
    }
}

impl<A: Outcome, B: Outcome<Elem = A::Elem>> Outcome for (A, B) {
    type Elem = A::Elem;

    fn list(&self, to: &mut Vec<A::Elem>) {
        self.0.list(to);
        self.1.list(to);
    }
}

impl<A: Outcome, B: Outcome<Elem = A::Elem>, C: Outcome<Elem = A::Elem>> Outcome for (A, B, C) {
    type Elem = A::Elem;

    fn list(&self, to: &mut Vec<A::Elem>) {
        self.0.list(to);
        self.1.list(to);
        self.2.list(to);
    }
}

impl<A, B, C, D> Outcome for (A, B, C, D)
where
    A: Outcome,
    B: Outcome<Elem = A::Elem>,
    C: Outcome<Elem = A::Elem>,
    D: Outcome<Elem = A::Elem>,
{
    type Elem = A::Elem;

    fn list(&self, to: &mut Vec<A::Elem>) {
        self.0.list(to);
        self.1.list(to);
        self.2.list(to);
        self.3.list(to);
    }
}
