//! Functions that go element by element.

use super::elementwise::Zip;
use super::operand::Map;
use super::scalar::{Float, Number};
use crate::arch::Simd;

/// Defines functions of one operand by its elements and what is done to one.
macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident of $Elem:ident = $of_element:path;)*) => {$(
        $(#[$doc])*
        pub fn $name<X: Map<Elem: $Elem>>(x: X) -> X::Output {
            x.map_each($of_element)
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
    /// assert_eq!(relu(Vector::from([-1, 2])), [0, 2].into());
    /// assert!(relu(f32::NAN).is_nan());
    /// ```
    relu of Number = Number::rectified;

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
    sqrt of Float = Simd::sqrt;

    /// Each element without its sign; the sign of zero and NaN is cleared too. The smallest
    /// `i32`, whose magnitude does not fit, stays as it is.
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(abs(Vector::from([-1.0, 2.0])), [1.0, 2.0].into());
    /// assert_eq!(abs(i32::MIN), i32::MIN);
    /// ```
    abs of Number = Number::magnitude;
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
/// assert_eq!(maximum(Vector::from([-1, 2]), 1), [1, 2].into());
/// assert!(maximum(f32::NAN, 1.0).is_nan() && maximum(1.0, f32::NAN).is_nan());
/// ```
pub fn maximum<A: Zip<B>, B>(a: A, b: B) -> A::Output {
    a.zip_with(b, Number::greater)
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
    a.zip_with(b, Number::lesser)
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
    a.zip_with(b, Number::times)
}

#[cfg(test)]
mod tests {
    use crate::prelude::*;

    const SPECIAL: [f32; 8] = [0.0, -0.0, 1.0, -1.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN, 1e-45];

    fn bits<const N: usize>(x: Vector<f32, N>) -> Vector<u32, N> {
        x.map(f32::to_bits)
    }

    #[test]
    fn signs_of_zeros_infinities_and_nan() {
        let x = Vector::from(SPECIAL);
        let of = |f: fn(f32) -> f32| bits(x.map(f));
        assert_eq!(bits(-x), of(|x| f32::from_bits(x.to_bits() ^ 1 << 31)));
        assert_eq!(bits(abs(x)), of(|x| f32::from_bits(x.to_bits() & !(1 << 31))));
        assert_eq!(bits(relu(x)), of(|x| if x < 0.0 { 0.0 } else { x }));
        let roots = sqrt(x);
        assert_eq!(roots[1].to_bits(), (-0.0_f32).to_bits());
        assert!(roots[3].is_nan() && roots[5].is_nan() && roots[6].is_nan());
    }

    #[test]
    fn maximum_and_minimum_of_every_special_pair() {
        for a in SPECIAL {
            for b in SPECIAL {
                let (larger, smaller) = (maximum(a, b), minimum(a, b));
                if a.is_nan() || b.is_nan() {
                    assert!(larger.is_nan() && smaller.is_nan());
                } else if a == b {
                    assert_eq!((larger.to_bits(), smaller.to_bits()), (b.to_bits(), b.to_bits()));
                } else {
                    assert_eq!((larger, smaller), (a.max(b), a.min(b)));
                }
            }
        }
    }

    #[test]
    fn the_ends_of_exp_sigmoid_and_tanh() {
        let x = Vector::from(SPECIAL);
        let (e, s, t) = (exp(x), sigmoid(x), tanh(x));
        assert_eq!(e.as_slice()[..2], [1.0, 1.0]);
        assert_eq!(e.as_slice()[4..6], [f32::INFINITY, 0.0]);
        assert_eq!(s.as_slice()[..2], [0.5, 0.5]);
        assert_eq!(s.as_slice()[4..6], [1.0, 0.0]);
        assert_eq!(bits(t).as_slice()[..2], [0, 1 << 31]);
        assert_eq!(t.as_slice()[4..6], [1.0, -1.0]);
        assert!(e[6].is_nan() && s[6].is_nan() && t[6].is_nan());
    }

    #[test]
    fn against_f64() {
        let relative = |got: f32, exact: f64| ((f64::from(got) - exact) / exact).abs();
        let bound = 4.0 * f64::from(f32::EPSILON);
        for i in -800..800 {
            let x = i as f32 / 10.0 + 0.05;
            let wide = f64::from(x);
            assert!(relative(exp(x), wide.exp()) < bound, "exp({x})");
            assert!(relative(tanh(x), wide.tanh()) < bound, "tanh({x})");
            assert!(relative(sigmoid(x), 1.0 / (1.0 + (-wide).exp())) < bound, "sigmoid({x})");
        }
    }

    #[test]
    fn operators_round_once_each() {
        // Fused, a * a - (1 + 2^-11) would be 2^-24.
        let a = Vector::<f32, 17>::splat(1.0 + 1.0 / 4096.0);
        assert_eq!(a * a - (1.0 + 1.0 / 2048.0), Vector::splat(0.0));
    }
}
