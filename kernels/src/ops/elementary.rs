//! The elementary functions, element by element: those of [`vecmath::lanes`](crate::vecmath::lanes).

use super::elementwise::Zip;
use super::operand::Map;
use super::scalar::Float;

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
    /// `e` to the power of each element: `+∞` where that overflows, through the denormals to `+0`
    /// where it underflows.
    exp;
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
    /// The hyperbolic tangent of each element: `±1` far from zero, `-0` stays `-0`.
    tanh;
    /// `1 / (1 + exp(-x))` of each element.
    sigmoid;
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
        /// Shapes are as for [`maximum`](super::maximum).
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
