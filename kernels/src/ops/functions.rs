//! Functions that go element by element.

use super::elementwise::Zip;
use super::operand::Map;
use super::scalar;

/// Defines functions of one operand, all of one form.
macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        pub fn $name<X: Map>(x: X) -> X::Output {
            x.map_each(scalar::$name)
        }
    )*};
}

unary! {
    /// `0` where an element is less than zero, else the element: NaN stays NaN, `-0`
    /// stays `-0`.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(relu(Vector::from([-1.0, 0.5, 2.0])), [0.0, 0.5, 2.0].into());
    /// assert!(relu(f32::NAN).is_nan());
    /// ```
    relu

    /// `e` to the power of each element, over the full range: `+∞` where that overflows,
    /// through the denormals to `+0` where it underflows; NaN stays NaN.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(exp(Vector::from([0.0, -200.0_f32, 200.0])), [1.0, 0.0, f32::INFINITY].into());
    /// ```
    exp

    /// `1 / (1 + exp(-x))` of each element, every operation rounded; NaN stays NaN.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(sigmoid(Vector::from([0.0, 200.0_f32])), [0.5, 1.0].into());
    /// ```
    sigmoid

    /// The hyperbolic tangent of each element: `±1` far from zero, `-0` stays `-0`, NaN
    /// stays NaN.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(tanh(Vector::from([0.0, 50.0, -50.0_f32])), [0.0, 1.0, -1.0].into());
    /// ```
    tanh

    /// The square root of each element, correctly rounded: NaN below zero, `-0` stays
    /// `-0`.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(sqrt(Vector::from([4.0, 9.0])), [2.0, 3.0].into());
    /// ```
    sqrt

    /// Each element without its sign; the sign of zero and NaN is cleared too.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(abs(Vector::from([-1.0, 2.0])), [1.0, 2.0].into());
    /// ```
    abs
}

/// The larger of each pair of elements: NaN if either is NaN; of two zeros the one of `b`.
///
/// Shapes are as for `+`: two vectors or matrices of one shape, a scalar with anything,
/// a row or [`column`](super::column) with a matrix.
///
/// ```
/// use kernels::prelude::*;
///
/// let x = Vector::from([-1.0, 2.0]);
/// assert_eq!(maximum(x, 0.0), [0.0, 2.0].into());
/// assert_eq!(maximum(&x, -x), [1.0, 2.0].into());
/// assert!(maximum(f32::NAN, 1.0).is_nan() && maximum(1.0, f32::NAN).is_nan());
/// ```
pub fn maximum<A: Zip<B>, B>(a: A, b: B) -> A::Output {
    a.zip_with(b, scalar::maximum)
}

/// The smaller of each pair of elements: NaN if either is NaN; of two zeros the one of `b`.
///
/// Shapes are as for [`maximum`].
///
/// ```
/// use kernels::prelude::*;
///
/// let x = Vector::from([-1.0, 2.0]);
/// assert_eq!(minimum(1.0, x), [-1.0, 1.0].into());
/// ```
pub fn minimum<A: Zip<B>, B>(a: A, b: B) -> A::Output {
    a.zip_with(b, scalar::minimum)
}

/// The product of each pair of elements, for matrices above all, where `*` is the matrix
/// product.
///
/// Shapes are as for [`maximum`].
///
/// ```
/// use kernels::prelude::*;
///
/// let m = Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
/// assert_eq!(hadamard(m, m), Matrix::from([[1.0, 4.0], [9.0, 16.0]]));
/// let row = Vector::from([1.0, 10.0]);
/// assert_eq!(hadamard(m, row), Matrix::from([[1.0, 20.0], [3.0, 40.0]]));
/// ```
pub fn hadamard<A: Zip<B>, B>(a: A, b: B) -> A::Output {
    a.zip_with(b, |a, b| a * b)
}
