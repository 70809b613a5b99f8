//! Functions of a slice and of numbers that are the same for all its elements.

use super::map::{Function, Map};
use crate::SizeError;
use crate::arch::{Element, Simd};
use crate::dispatch::dispatch;
use crate::vecmath::lanes;
use crate::vecmath::polynomial::constant;

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
            SizeError::same(("x", x.len()), ("y", y.len()))?;
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
    SizeError::same(("x", x.len()), ("y", y.len()))?;
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

/// Runs all of them at a level, and hands over name, function of an element, and results.
#[cfg(test)]
pub(in crate::vecmath) fn numbers_at<T: Element>(
    level: crate::Level,
    x: &[T],
    mut check: impl FnMut(&str, &dyn Fn(usize) -> T, &[T]),
) {
    let (n, from) = (x.len(), x.as_ptr());
    let mut y = vec![T::ZERO; n];
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
}
