//! The functions of whole slices: vector by vector at the level of this process, and what is
//! left in one vector more, of which only those lanes are read and written.

use super::lanes;
use super::polynomial::constant;
use crate::SizeError;
use crate::arch::{Arch, Element, Simd};
use crate::dispatch::{PerLevel, dispatch};

mod lanewise;
mod map;

pub use lanewise::{Argument, Lanewise, Operand, map_into};
use map::{Function, Map};

/// Functions of one slice: their names, and the bounds of their errors in ULP, which the
/// tests assert.
macro_rules! unary {
    ($($(#[$doc:meta])* $name:ident $in_place:ident $f32:literal $f64:literal;)*) => {
        $(
            $(#[$doc])*
            ///
            #[doc = concat!("Errors are at most ", $f32, " ULP of `f32` and ", $f64, " ULP of `f64`.")]
            ///
            /// # Errors
            /// The slices differ in length.
            ///
            /// ```
            /// use kernels::vecmath::{self, lanes};
            /// let (x, mut y) = ([0.25_f32; 21], [0.0; 21]);
            #[doc = concat!("vecmath::", stringify!($name), "(&x, &mut y)?;")]
            #[doc = concat!("assert_eq!(y, [lanes::", stringify!($name), "(0.25); 21]);")]
            /// # Ok::<(), kernels::SizeError>(())
            /// ```
            pub fn $name<T: Element>(x: &[T], y: &mut [T]) -> Result<(), SizeError> {
                same_length(("x", x.len()), ("y", y.len()))?;
                // SAFETY: both are as long.
                dispatch(unsafe { Map::new([x.as_ptr()], [y.as_mut_ptr()], x.len(), code::$name) });
                Ok(())
            }

            #[doc = concat!("[`", stringify!($name), "`] of a slice in its place.")]
            ///
            /// ```
            /// use kernels::vecmath::{self, lanes};
            /// let mut x = [0.25_f64; 21];
            #[doc = concat!("vecmath::", stringify!($in_place), "(&mut x);")]
            #[doc = concat!("assert_eq!(x, [lanes::", stringify!($name), "(0.25); 21]);")]
            /// ```
            pub fn $in_place<T: Element>(x: &mut [T]) {
                // SAFETY: the slice is read and written element by element.
                dispatch(unsafe { Map::new([x.as_ptr()], [x.as_mut_ptr()], x.len(), code::$name) });
            }
        )*

        /// The functions as types.
        mod code {
            $(
                #[derive(Clone, Copy)]
                #[expect(non_camel_case_types, reason = "the function's name")]
                pub struct $name;

                impl<T: super::Element> super::Function<T, 1, 1> for $name {
                    #[inline(always)]
                    fn call<V: super::Simd<Elem = T>>(self, [x]: [V; 1]) -> [V; 1] {
                        [super::lanes::$name(x)]
                    }
                }
            )*
        }

        /// Runs all of them at a level, and hands over name, function of an element, and results.
        #[cfg(test)]
        pub(super) fn unary_at<T: Element>(
            level: crate::Level,
            x: &[T],
            mut check: impl FnMut(&str, &dyn Fn(usize) -> T, &[T]),
        ) {
            let mut y = vec![T::ZERO; x.len()];
            $({
                // SAFETY: both are as long.
                let map = unsafe { Map::new([x.as_ptr()], [y.as_mut_ptr()], x.len(), code::$name) };
                level.run(map).expect("supported");
                check(stringify!($name), &|i| lanes::$name(x[i]), &y);
            })*
        }

        /// Names, and the bounds for `f32` and `f64`.
        #[cfg(test)]
        const BOUNDS: &[(&str, f64, f64)] = &[$((stringify!($name), $f32, $f64)),*];
    };
}

unary! {
    /// `eˣ`; +0 below the denormals, +∞ above the largest number.
    exp exp_in_place 1.0 1.0;
    /// `2ˣ`; as [`exp`].
    exp2 exp2_in_place 1.0 1.0;
    /// `eˣ − 1`, with small relative errors near 0 too.
    expm1 expm1_in_place 1.5 1.5;
    /// Natural logarithm; −∞ of zeros, NaN of negative numbers.
    ln ln_in_place 1.0 1.0;
    /// Binary logarithm; as [`ln`].
    log2 log2_in_place 1.0 1.0;
    /// `ln(1 + x)`, with small relative errors near 0 too.
    ln_1p ln_1p_in_place 1.5 1.5;
    /// Sine, of arguments of any size; NaN of infinities.
    sin sin_in_place 1.0 1.0;
    /// Cosine, of arguments of any size; NaN of infinities.
    cos cos_in_place 1.0 1.0;
    /// Tangent, of arguments of any size; NaN of infinities.
    tan tan_in_place 1.5 1.5;
    /// Hyperbolic tangent.
    tanh tanh_in_place 1.5 1.5;
    /// `1 / (1 + e⁻ˣ)`, through the denormals to +0 below.
    sigmoid sigmoid_in_place 1.5 1.5;
    /// `ln(1 + eˣ)`.
    softplus softplus_in_place 1.5 1.5;
    /// `x Φ(x)`, where Φ is the normal distribution: the form with [`erf`].
    gelu gelu_in_place 2.0 1.5;
    /// `x (1 + tanh u) / 2` with `u = √(2/π) (x + 0.044715 x³)`.
    gelu_tanh gelu_tanh_in_place 1.5 1.5;
    /// `x / (1 + e⁻ˣ)`.
    silu silu_in_place 1.5 1.5;
    /// `1.0507… x` above 0, `1.0507… 1.6732… (eˣ − 1)` below.
    selu selu_in_place 1.5 1.5;
    /// `x / 6 + 1/2` between 0 and 1.
    hard_sigmoid hard_sigmoid_in_place 1.5 1.5;
    /// `x` times [`hard_sigmoid`] of x.
    hard_swish hard_swish_in_place 1.5 1.5;
    /// `x tanh(ln(1 + eˣ))`.
    mish mish_in_place 1.5 1.5;
    /// The error function.
    erf erf_in_place 1.5 1.5;
    /// Cube root, of negative numbers too.
    cbrt cbrt_in_place 1.0 1.0;
    /// `1 / √x`.
    rsqrt rsqrt_in_place 1.5 1.5;
    /// `1 / x`.
    recip recip_in_place 0.5 0.5;
    /// Square root.
    sqrt sqrt_in_place 0.5 0.5;
    /// The magnitude.
    abs abs_in_place 0.0 0.0;
    /// `if 0 > x { 0 } else { x }`.
    relu relu_in_place 0.0 0.0;
    /// Rounds towards −∞.
    floor floor_in_place 0.0 0.0;
    /// Rounds towards +∞.
    ceil ceil_in_place 0.0 0.0;
    /// Rounds to the nearest integer, halves away from 0.
    round round_in_place 0.0 0.0;
    /// Rounds towards 0.
    trunc trunc_in_place 0.0 0.0;
}

/// The bounds of the functions of one slice: name, `f32`, `f64`.
#[cfg(test)]
pub(super) fn bounds() -> impl Iterator<Item = (&'static str, f64, f64)> {
    BOUNDS.iter().copied()
}

/// Functions of two slices.
macro_rules! binary {
    ($($(#[$doc:meta])* $name:ident($a:ident, $b:ident) $f32:literal $f64:literal;)*) => {
        $(
            $(#[$doc])*
            ///
            #[doc = concat!("Errors are at most ", $f32, " ULP of `f32` and ", $f64, " ULP of `f64`.")]
            ///
            /// # Errors
            /// The slices differ in length.
            ///
            /// ```
            /// use kernels::vecmath::{self, lanes};
            /// let (a, b, mut out) = ([0.5_f32; 21], [-3.0; 21], [0.0; 21]);
            #[doc = concat!("vecmath::", stringify!($name), "(&a, &b, &mut out)?;")]
            #[doc = concat!("assert_eq!(out, [lanes::", stringify!($name), "(0.5, -3.0); 21]);")]
            /// # Ok::<(), kernels::SizeError>(())
            /// ```
            pub fn $name<T: Element>($a: &[T], $b: &[T], out: &mut [T]) -> Result<(), SizeError> {
                same_length((stringify!($a), $a.len()), (stringify!($b), $b.len()))?;
                same_length((stringify!($a), $a.len()), ("out", out.len()))?;
                let from = [$a.as_ptr(), $b.as_ptr()];
                // SAFETY: all are as long.
                dispatch(unsafe { Map::new(from, [out.as_mut_ptr()], $a.len(), pairs::$name) });
                Ok(())
            }
        )*

        /// The functions as types.
        mod pairs {
            $(
                #[derive(Clone, Copy)]
                #[expect(non_camel_case_types, reason = "the function's name")]
                pub struct $name;

                impl<T: super::Element> super::Function<T, 2, 1> for $name {
                    #[inline(always)]
                    fn call<V: super::Simd<Elem = T>>(self, [a, b]: [V; 2]) -> [V; 1] {
                        [super::lanes::$name(a, b)]
                    }
                }
            )*
        }

        /// As [`unary_at`].
        #[cfg(test)]
        pub(super) fn binary_at<T: Element>(
            level: crate::Level,
            a: &[T],
            b: &[T],
            mut check: impl FnMut(&str, &dyn Fn(usize) -> T, &[T]),
        ) {
            let mut y = vec![T::ZERO; a.len().min(b.len())];
            $({
                // SAFETY: all are as long, or longer.
                let map = unsafe { Map::new([a.as_ptr(), b.as_ptr()], [y.as_mut_ptr()], y.len(), pairs::$name) };
                level.run(map).expect("supported");
                check(stringify!($name), &|i| lanes::$name(a[i], b[i]), &y);
            })*
        }
    };
}

binary! {
    /// `xʸ`, with the special cases of IEEE 754.
    pow(x, y) 1.5 1.5;
    /// The angle of the point `(x, y)` from the positive x axis.
    atan2(y, x) 1.5 1.5;
    /// The bits of x with the sign bit of `sign`.
    copysign(x, sign) 0.0 0.0;
    /// The greater; NaN where either is NaN; of two zeros the second.
    maximum(a, b) 0.0 0.0;
    /// The lesser; NaN where either is NaN; of two zeros the second.
    minimum(a, b) 0.0 0.0;
}

/// Functions of a slice and of numbers that are the same for all its elements.
macro_rules! with_numbers {
    ($($(#[$doc:meta])* $name:ident $in_place:ident($($number:ident = $example:literal),+) $f32:literal $f64:literal;)*) => {$(
        $(#[$doc])*
        ///
        #[doc = concat!("Errors are at most ", $f32, " ULP of `f32` and ", $f64, " ULP of `f64`.")]
        ///
        /// # Errors
        /// The slices differ in length.
        ///
        /// ```
        /// use kernels::vecmath::{self, lanes};
        /// let (x, mut y) = ([-0.25_f32; 21], [0.0; 21]);
        #[doc = concat!("vecmath::", stringify!($name), "(&x", $(", ", stringify!($example),)+ ", &mut y)?;")]
        #[doc = concat!("assert_eq!(y, [lanes::", stringify!($name), "(-0.25", $(", ", stringify!($example),)+ "); 21]);")]
        /// # Ok::<(), kernels::SizeError>(())
        /// ```
        pub fn $name<T: Element>(x: &[T], $($number: T,)+ y: &mut [T]) -> Result<(), SizeError> {
            same_length(("x", x.len()), ("y", y.len()))?;
            // SAFETY: both are as long.
            dispatch(unsafe { Map::new([x.as_ptr()], [y.as_mut_ptr()], x.len(), numbers::$name { $($number),+ }) });
            Ok(())
        }

        #[doc = concat!("[`", stringify!($name), "`] of a slice in its place.")]
        ///
        /// ```
        /// use kernels::vecmath::{self, lanes};
        /// let mut x = [-0.25_f64; 21];
        #[doc = concat!("vecmath::", stringify!($in_place), "(&mut x", $(", ", stringify!($example),)+ ");")]
        #[doc = concat!("assert_eq!(x, [lanes::", stringify!($name), "(-0.25", $(", ", stringify!($example),)+ "); 21]);")]
        /// ```
        pub fn $in_place<T: Element>(x: &mut [T], $($number: T),+) {
            // SAFETY: the slice is read and written element by element.
            dispatch(unsafe { Map::new([x.as_ptr()], [x.as_mut_ptr()], x.len(), numbers::$name { $($number),+ }) });
        }
    )*

        /// The functions as types, with their numbers.
        mod numbers {$(
            #[derive(Clone, Copy)]
            #[expect(non_camel_case_types, reason = "the function's name")]
            pub struct $name<T> { $(pub $number: T),+ }

            impl<T: super::Element> super::Function<T, 1, 1> for $name<T> {
                #[inline(always)]
                fn call<V: super::Simd<Elem = T>>(self, [x]: [V; 1]) -> [V; 1] {
                    [super::lanes::$name(x, $(super::constant(x, self.$number)),+)]
                }
            }
        )*}
    };
}

with_numbers! {
    /// x above 0, `alpha (eˣ − 1)` below.
    elu elu_in_place(alpha = 1.5) 1.5 1.5;
    /// x above 0, `slope x` elsewhere.
    leaky_relu leaky_relu_in_place(slope = 0.01) 0.5 0.5;
    /// `low` where x is less, `high` where it is greater, else x.
    clamp clamp_in_place(low = -0.125, high = 2.0) 0.0 0.0;
}

#[derive(Clone, Copy)]
struct Powi(i32);

impl<T: Element> Function<T, 1, 1> for Powi {
    #[inline(always)]
    fn call<V: Simd<Elem = T>>(self, [x]: [V; 1]) -> [V; 1] {
        [lanes::powi(x, self.0)]
    }
}

/// `xⁿ`.
///
/// Errors are at most 1.5 ULP of `f32` and of `f64`.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let (x, mut y) = ([-2.0_f32, 0.5], [0.0; 2]);
/// kernels::vecmath::powi(&x, 3, &mut y)?;
/// assert_eq!(y, [-8.0, 0.125]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn powi<T: Element>(x: &[T], n: i32, y: &mut [T]) -> Result<(), SizeError> {
    same_length(("x", x.len()), ("y", y.len()))?;
    // SAFETY: both are as long.
    dispatch(unsafe { Map::new([x.as_ptr()], [y.as_mut_ptr()], x.len(), Powi(n)) });
    Ok(())
}

/// [`powi`] of a slice in its place.
///
/// ```
/// let mut x = [-2.0_f32, 0.5];
/// kernels::vecmath::powi_in_place(&mut x, 3);
/// assert_eq!(x, [-8.0, 0.125]);
/// ```
pub fn powi_in_place<T: Element>(x: &mut [T], n: i32) {
    // SAFETY: the slice is read and written element by element.
    dispatch(unsafe { Map::new([x.as_ptr()], [x.as_mut_ptr()], x.len(), Powi(n)) });
}

#[derive(Clone, Copy)]
struct Sincos;

impl<T: Element> Function<T, 1, 2> for Sincos {
    #[inline(always)]
    fn call<V: Simd<Elem = T>>(self, [x]: [V; 1]) -> [V; 2] {
        let (sin, cos) = lanes::sincos(x);
        [sin, cos]
    }
}

/// [`sin`] and [`cos`] at once, with their bits.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let (x, mut s, mut c) = ([0.0_f64; 3], [1.0; 3], [0.0; 3]);
/// kernels::vecmath::sincos(&x, &mut s, &mut c)?;
/// assert_eq!((s, c), ([0.0; 3], [1.0; 3]));
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn sincos<T: Element>(x: &[T], sin: &mut [T], cos: &mut [T]) -> Result<(), SizeError> {
    same_length(("x", x.len()), ("sin", sin.len()))?;
    same_length(("x", x.len()), ("cos", cos.len()))?;
    // SAFETY: all are as long.
    dispatch(unsafe { Map::new([x.as_ptr()], [sin.as_mut_ptr(), cos.as_mut_ptr()], x.len(), Sincos) });
    Ok(())
}

#[derive(Clone, Copy)]
struct Select;

impl<T: Element> Function<T, 3, 1> for Select {
    #[inline(always)]
    fn call<V: Simd<Elem = T>>(self, [condition, yes, no]: [V; 3]) -> [V; 1] {
        [lanes::select_nonzero(condition, yes, no)]
    }
}

/// `yes` where the condition is not 0, `no` where it is.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let mut out = [0.0; 2];
/// kernels::vecmath::select(&[1.0, 0.0], &[2.0, 3.0], &[4.0, 5.0], &mut out)?;
/// assert_eq!(out, [2.0, 5.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn select<T: Element>(condition: &[T], yes: &[T], no: &[T], out: &mut [T]) -> Result<(), SizeError> {
    let n = condition.len();
    same_length(("condition", n), ("yes", yes.len()))?;
    same_length(("condition", n), ("no", no.len()))?;
    same_length(("condition", n), ("out", out.len()))?;
    // SAFETY: all are as long.
    dispatch(unsafe {
        Map::new([condition.as_ptr(), yes.as_ptr(), no.as_ptr()], [out.as_mut_ptr()], n, Select)
    });
    Ok(())
}

/// As [`unary_at`], of the other functions.
#[cfg(test)]
pub(super) fn others_at<T: Element>(
    level: crate::Level,
    x: &[T],
    mut check: impl FnMut(&str, &dyn Fn(usize) -> T, &[T]),
) {
    let (n, from) = (x.len(), x.as_ptr());
    let (mut y, mut z) = (vec![T::ZERO; n], vec![T::ZERO; n]);
    let number = T::from_f64;
    for power in [-3, 0, 1, 2, 7, 70, -1001, i32::MIN] {
        // SAFETY: all are as long; so below.
        level.run(unsafe { Map::new([from], [y.as_mut_ptr()], n, Powi(power)) }).expect("supported");
        check("powi", &|i| lanes::powi(x[i], power), &y);
    }
    let elu = numbers::elu { alpha: number(0.3) };
    // SAFETY: as above.
    level.run(unsafe { Map::new([from], [y.as_mut_ptr()], n, elu) }).expect("supported");
    check("elu", &|i| lanes::elu(x[i], number(0.3)), &y);
    let leaky_relu = numbers::leaky_relu { slope: number(0.01) };
    // SAFETY: as above.
    level.run(unsafe { Map::new([from], [y.as_mut_ptr()], n, leaky_relu) }).expect("supported");
    check("leaky_relu", &|i| lanes::leaky_relu(x[i], number(0.01)), &y);
    let clamp = numbers::clamp { low: number(-1.5), high: number(0.75) };
    // SAFETY: as above.
    level.run(unsafe { Map::new([from], [y.as_mut_ptr()], n, clamp) }).expect("supported");
    check("clamp", &|i| lanes::clamp(x[i], number(-1.5), number(0.75)), &y);
    // SAFETY: as above.
    level.run(unsafe { Map::new([from], [y.as_mut_ptr(), z.as_mut_ptr()], n, Sincos) }).expect("supported");
    check("sine of sincos", &|i| lanes::sin(x[i]), &y);
    check("cosine of sincos", &|i| lanes::cos(x[i]), &z);
    // SAFETY: as above.
    let select = unsafe { Map::new([from, y.as_ptr(), from], [z.as_mut_ptr()], n, Select) };
    level.run(select).expect("supported");
    check("select", &|i| if x[i] == T::ZERO { x[i] } else { y[i] }, &z);
}

/// An error that names both slices, if they differ.
fn same_length(first: (&'static str, usize), other: (&'static str, usize)) -> Result<(), SizeError> {
    if first.1 == other.1 { Ok(()) } else { Err(SizeError::slices(first, other)) }
}
