//! Functions of two slices.

use super::map::{Function, Map};
use crate::SizeError;
use crate::arch::{Element, Simd};
use crate::dispatch::dispatch;
use crate::vecmath::lanes;

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
                SizeError::same((stringify!($a), $a.len()), (stringify!($b), $b.len()))?;
                SizeError::same((stringify!($a), $a.len()), ("out", out.len()))?;
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

        /// Runs all of them at a level, and hands over name, function of an element, and results.
        #[cfg(test)]
        pub(in crate::vecmath) fn binary_at<T: Element>(
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
