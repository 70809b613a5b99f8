#![deny(warnings)]
#![warn(missing_docs, clippy::all)]

//! Kernels in every place that a function has, and with the attributes of functions.

/// Where a crate keeps its dependencies may be anywhere.
mod dependencies {
    pub mod compute {
        pub use kernels::*;
    }
}

/// In a module of its own, without the prelude.
mod layers {
    use crate::dependencies::compute;

    /// Documented.
    #[compute::kernel(crate = crate::dependencies::compute)]
    #[inline]
    #[must_use]
    pub(crate) fn dense(
        w: &compute::Matrix<f32, 2, 3>,
        b: &compute::Vector<f32, 2>,
        x: &compute::Vector<f32, 3>,
    ) -> compute::Vector<f32, 2> {
        compute::ops::relu(w * x + b)
    }

    #[kernels::kernel]
    #[doc(hidden)]
    #[inline(never)]
    pub(super) fn scale(x: &kernels::Vector<f64, 3>, s: f64) -> kernels::Vector<f64, 3> {
        x * s * core::f64::consts::PI
    }

    #[kernels::kernel]
    #[cfg(any())]
    pub fn left_out(x: &kernels::Vector<f64, 3>) -> kernels::NoSuchType {
        x
    }
}

/// Sizes by const parameters.
#[kernels::kernel(specialize = [(N = 8)])]
#[allow(clippy::needless_return)]
pub fn norm<const N: usize>(x: &kernels::Vector<f32, N>) -> f32 {
    kernels::prelude::sqrt(kernels::prelude::dot(x, x))
}

/// A function of the user, and a kernel that calls it and another kernel.
fn shifted(x: &kernels::Vector<f64, 3>) -> kernels::Vector<f64, 3> {
    x + 1.0
}

#[kernels::kernel]
fn calls(x: &kernels::Vector<f64, 3>) -> kernels::Vector<f64, 3> {
    let x = x;
    let y: kernels::Vector<f64, 3> = shifted(x);
    let z: kernels::Vector<f64, 3> = layers::scale(&y, 2.0);
    y + z
}

fn main() {
    use kernels::prelude::*;

    #[kernel]
    fn inner(x: &Vector<f32, 3>) -> Vector<f32, 3> {
        let y: Vector<f32, 3> = -x;
        y + { x * 2.0 }
    }

    let x = Vector::from([1.0, 2.0, 3.0]);
    assert_eq!(inner(&x), x);
    let w = Matrix::from([[1.0, 0.0, 0.0], [0.0, -1.0, 0.0]]);
    assert_eq!(layers::dense(&w, &Vector::splat(1.0), &x), [2.0, 0.0].into());
    assert_eq!(layers::dense::variants().len(), layers::scale::variants().len());
    assert_eq!(norm(&Vector::from([2.0_f32; 4])), 4.0);
    let x = Vector::from([1.0, 2.0, 3.0]);
    assert_eq!(layers::scale(&x, 1.0), layers::scale::reference(&x, 1.0));
    assert_eq!(calls(&x), calls::reference(&x));
}
