//! glam's matrices of 3×3 and 4×4, compiled for the active level.

use std::any::Any;

use glam::{DMat3, DMat4, Mat3, Mat4};
use kernels::arch::Element;

use super::Product;
use crate::common::{Code, Place, Way};

const NAME: &str = "glam";

macro_rules! products {
    ($($T:ident $size:literal $Matrix:ident)*) => {
        $(impl Code<$T> for $Matrix {
            /// It has columns where we have rows, so it multiplies the transposes: cᵗ = bᵗ aᵗ.
            #[inline(always)]
            unsafe fn call(Place { a, b, c }: Place<$T>) {
                // SAFETY: a matrix is its elements, and no further aligned than operands are.
                unsafe { *c.cast::<Self>() = *b.cast::<Self>() * *a.cast::<Self>() };
            }
        })*

        /// A product, if glam has it.
        pub fn product<T: Element>(product: Product) -> Option<Way<T>> {
            let Product { m, n, k, .. } = product;
            let mut way: Box<dyn Any> = Box::new(());
            $(if [m, n, k] == [$size; 3] && size_of::<T>() == size_of::<$T>() {
                way = Box::new(Way::compiled::<$Matrix>(NAME) as Way<$T>);
            })*
            way.downcast().ok().map(|way| *way)
        }
    };
}
products!(f32 3 Mat3 f32 4 Mat4 f64 3 DMat3 f64 4 DMat4);
