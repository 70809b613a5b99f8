//! Functions that go element by element.

use super::elementwise::Zip;
use super::operand::Map;
use super::scalar::{Float, Number};
use crate::arch::Simd;

/// The long functions of an element, compiled once per type. Loops of a constant length
/// are unrolled, and with these inlined into every one of them a program with many sizes
/// would mostly be that.
pub(super) mod once {
    use crate::Float;
    use crate::vecmath::lanes;

    macro_rules! once {
        ($($name:ident($($x:ident)*))*) => {$(
            #[inline(never)]
            pub fn $name<T: Float>($($x: T),*) -> T {
                lanes::$name($($x),*)
            }
        )*};
    }
    #[inline(never)]
    pub fn powi<T: Float>(x: T, n: i32) -> T {
        lanes::powi(x, n)
    }

    once! {
        exp(x)
        exp2(x)
        expm1(x)
        ln(x)
        log2(x)
        ln_1p(x)
        sin(x)
        cos(x)
        tan(x)
        tanh(x)
        sigmoid(x)
        softplus(x)
        gelu(x)
        gelu_tanh(x)
        silu(x)
        selu(x)
        hard_sigmoid(x)
        hard_swish(x)
        mish(x)
        erf(x)
        cbrt(x)
        rsqrt(x)
        recip(x)
        floor(x)
        ceil(x)
        round(x)
        trunc(x)
        pow(x y)
        atan2(x y)
        copysign(x y)
        elu(x y)
        leaky_relu(x y)
    }
}

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

    /// `e` to the power of each element, over the full range: `+∞` where that overflows,
    /// through the denormals to `+0` where it underflows; NaN stays NaN. Algorithm and
    /// accuracy are those of [`lanes::exp`](crate::vecmath::lanes::exp).
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(exp(Vector::from([0.0, -200.0_f32, 200.0])), [1.0, 0.0, f32::INFINITY].into());
    /// ```
    exp of Float = once::exp;

    /// `1 / (1 + exp(-x))` of each element, every operation rounded; NaN stays NaN.
    /// Accuracy is that of [`lanes::sigmoid`](crate::vecmath::lanes::sigmoid).
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(sigmoid(Vector::from([0.0, 200.0_f32])), [0.5, 1.0].into());
    /// ```
    sigmoid of Float = once::sigmoid;

    /// The hyperbolic tangent of each element: `±1` far from zero, `-0` stays `-0`, NaN
    /// stays NaN. Algorithm and accuracy are those of [`lanes::tanh`](crate::vecmath::lanes::tanh).
    ///
    /// `x` is a scalar, vector or matrix; the result has its shape.
    ///
    /// ```
    /// use kernels::prelude::*;
    ///
    /// assert_eq!(tanh(Vector::from([0.0, 50.0, -50.0_f32])), [0.0, 1.0, -1.0].into());
    /// ```
    tanh of Float = once::tanh;

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

/// Defines functions of one operand that are those of [`vecmath::lanes`](crate::vecmath::lanes).
macro_rules! elementary {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        #[doc = concat!(
            "Algorithm, special cases and accuracy are those of [`vecmath::", stringify!($name),
            "`](crate::vecmath::", stringify!($name), ")."
        )]
        ///
        /// `x` is a scalar, vector or matrix; the result has its shape.
        ///
        /// ```
        /// use kernels::prelude::*;
        /// use kernels::vecmath::lanes;
        ///
        /// let x = Vector::from([0.25, 0.75_f32]);
        #[doc = concat!("assert_eq!(", stringify!($name), "(x), x.map(lanes::", stringify!($name), "));")]
        /// ```
        pub fn $name<X: Map<Elem: Float>>(x: X) -> X::Output {
            x.map_each(once::$name)
        }
    )*};
}

elementary! {
    /// 2 to the power of each element, as [`exp`].
    exp2;
    /// `exp(x) - 1` of each element, with small relative errors near zero too.
    expm1;
    /// The natural logarithm of each element: `-∞` of zeros, NaN below.
    ln;
    /// The binary logarithm of each element, as [`ln`].
    log2;
    /// `ln(1 + x)` of each element, with small relative errors near zero too.
    ln_1p;
    /// The sine of each element, of any size in radians; NaN of infinities.
    sin;
    /// The cosine of each element, of any size in radians; NaN of infinities.
    cos;
    /// The tangent of each element, of any size in radians; NaN of infinities.
    tan;
    /// `ln(1 + exp(x))` of each element.
    softplus;
    /// `x Φ(x)` of each element, Φ being the normal distribution: the form with [`erf`].
    gelu;
    /// `x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2` of each element.
    gelu_tanh;
    /// `x / (1 + exp(-x))` of each element.
    silu;
    /// `1.0507… x` of each element above zero, `1.0507… 1.6732… (exp(x) - 1)` below.
    selu;
    /// `x / 6 + 1/2` of each element, between 0 and 1.
    hard_sigmoid;
    /// Each element times its [`hard_sigmoid`].
    hard_swish;
    /// `x tanh(ln(1 + exp(x)))` of each element.
    mish;
    /// The error function of each element.
    erf;
    /// The cube root of each element, of negative ones too.
    cbrt;
    /// `1 / √x` of each element.
    rsqrt;
    /// `1 / x` of each element.
    recip;
    /// Each element rounded towards `-∞`.
    floor;
    /// Each element rounded towards `+∞`.
    ceil;
    /// Each element rounded to the nearest integer, halves away from zero.
    round;
    /// Each element rounded towards zero.
    trunc;
}

/// The same for two operands.
macro_rules! elementary_of_two {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        #[doc = concat!(
            "Algorithm, special cases and accuracy are those of [`vecmath::lanes::", stringify!($name),
            "`](crate::vecmath::lanes::", stringify!($name), ")."
        )]
        ///
        /// Shapes are as for [`maximum`].
        ///
        /// ```
        /// use kernels::prelude::*;
        /// use kernels::vecmath::lanes;
        ///
        /// let x = Vector::from([0.25, -0.75_f32]);
        #[doc = concat!(
            "assert_eq!(", stringify!($name), "(x, 2.0), x.map(|x| lanes::", stringify!($name), "(x, 2.0)));"
        )]
        /// ```
        pub fn $name<A: Zip<B, Output: Map<Elem: Float>>, B>(a: A, b: B) -> A::Output {
            a.zip_with(b, once::$name)
        }
    )*};
}

elementary_of_two! {
    /// Each element of `a` to the power of that of `b`, with the special cases of IEEE 754.
    pow;
    /// The angle of each point `(b, a)` from the positive x axis, in radians.
    atan2;
    /// Each element of `a` with the sign of that of `b`.
    copysign;
    /// `x` above zero, `alpha (exp(x) - 1)` below, of each `x` in `a` and `alpha` in `b`.
    elu;
    /// `x` above zero, `slope x` below, of each `x` in `a` and `slope` in `b`.
    leaky_relu;
}

/// [`sin`] and [`cos`] of each element. In a kernel it stands in `let (s, c) = sincos(x);`.
///
/// `x` is a scalar, vector or matrix; the results have its shape.
///
/// ```
/// use kernels::prelude::*;
///
/// let x = Vector::from([0.0, 2.5]);
/// let (s, c) = sincos(x);
/// assert_eq!((s, c), (sin(x), cos(x)));
/// ```
pub fn sincos<X: Map<Elem: Float>>(x: X) -> (X::Output, X::Output) {
    (x.map_each(once::sin), x.map_each(once::cos))
}

/// `xⁿ` of each element. Algorithm, special cases and accuracy are those of
/// [`vecmath::lanes::powi`](crate::vecmath::lanes::powi).
///
/// `x` is a scalar, vector or matrix; the result has its shape. In a kernel `n` is a whole
/// number or a named constant.
///
/// ```
/// use kernels::prelude::*;
///
/// assert_eq!(powi(Vector::from([-2.0, 0.5]), 3), [-8.0, 0.125].into());
/// ```
pub fn powi<X: Map<Elem: Float>>(x: X, n: i32) -> X::Output {
    x.map_each(|x| once::powi(x, n))
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
