//! The element types of quantized tensors.

use core::fmt;
use core::hash::Hash;

use crate::ops::Zero;

/// An element type of quantized tensors: `i8`, `u8` or [`U7`].
///
/// ```
/// use kernels::{Byte, U7};
///
/// assert_eq!((i8::LOWEST, u8::HIGHEST, U7::HIGHEST), (-128, 255, 127));
/// assert_eq!((u8::saturate(-3), i8::saturate(1000), U7::saturate(200).get()), (0, 127, 127));
/// assert_eq!(u8::saturate(7).widen(), 7);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no element type of quantized tensors",
    label = "`i8`, `u8` or `U7` is needed here"
)]
pub trait Byte: Zero + fmt::Display + Eq + Ord + Hash + private::Sealed {
    /// The smallest value.
    const LOWEST: i32;
    /// The largest value.
    const HIGHEST: i32;

    /// The same value.
    fn widen(self) -> i32;

    /// The nearest value of this type.
    fn saturate(value: i32) -> Self;
}

/// An unsigned number of seven bits, `0..=127`, in the layout of a `u8`.
///
/// As activations of a quantized layer it costs one bit of resolution, and makes products
/// fast on processors without VNNI: there, two products of a `u8` and an `i8` overflow the
/// 16 bits that the fast instruction adds them in, while 2 · 127 · 128 fits.
///
/// ```
/// use kernels::U7;
///
/// assert_eq!(U7::new(127).map(U7::get), Some(127));
/// assert_eq!(U7::new(128), None);
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct U7(u8);

impl U7 {
    /// The number, if it has no more than seven bits.
    ///
    /// ```
    /// assert!(kernels::U7::new(200).is_none());
    /// ```
    pub const fn new(value: u8) -> Option<U7> {
        if value < 128 { Some(U7(value)) } else { None }
    }

    /// The number.
    ///
    /// ```
    /// assert_eq!(kernels::U7::new(5).unwrap().get(), 5);
    /// ```
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Debug for U7 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for U7 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

macro_rules! byte {
    ($($T:ty: $lowest:literal..=$highest:literal, $widen:expr, $narrow:expr;)*) => {$(
        impl private::Sealed for $T {}

        impl Byte for $T {
            const LOWEST: i32 = $lowest;
            const HIGHEST: i32 = $highest;

            #[inline(always)]
            fn widen(self) -> i32 {
                $widen(self)
            }

            #[inline(always)]
            fn saturate(value: i32) -> Self {
                $narrow(value.clamp(Self::LOWEST, Self::HIGHEST))
            }
        }
    )*};
}
byte! {
    i8: -128..=127, i32::from, |value| value as i8;
    u8: 0..=255, i32::from, |value| value as u8;
    U7: 0..=127, |value: U7| i32::from(value.0), |value| U7(value as u8);
}

mod private {
    /// Keeps [`Byte`](super::Byte) to the types above.
    pub trait Sealed {}
}
