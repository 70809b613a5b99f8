//! Functions of one slice.

use super::map::{Function, Map};
use crate::SizeError;
use crate::arch::{Element, Simd};
use crate::dispatch::dispatch;
use crate::vecmath::lanes;

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
                SizeError::same(("x", x.len()), ("y", y.len()))?;
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

                impl<T: crate::arch::Element> super::Function<T, 1, 1> for $name {
                    #[inline(always)]
                    fn call<V: super::Simd<Elem = T>>(self, [x]: [V; 1]) -> [V; 1] {
                        [super::lanes::$name(x)]
                    }
                }
            )*
        }

        /// Runs all of them at a level, and hands over name, function of an element, and results.
        #[cfg(test)]
        pub(in crate::vecmath) fn unary_at<T: Element>(
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
pub(in crate::vecmath) fn bounds() -> impl Iterator<Item = (&'static str, f64, f64)> {
    BOUNDS.iter().copied()
}
