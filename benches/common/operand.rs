//! Elements of operands.

use std::fmt::Debug;

use super::{dots, rates};

/// An element of a case's operands.
pub trait Operand: Copy + Debug + PartialEq + 'static {
    const ZERO: Self;
    /// The element of an operand that has no other: what it scales neither grows nor vanishes.
    const ALONE: Self;

    /// The element of operand 0, 1 or 2 that 24 random bits stand for.
    fn random(operand: usize, bits: u32) -> Self;
    /// How far results are apart.
    fn distance(self, other: Self) -> f64;
    /// Computes as fast as the core can, and returns how much that was, in the unit of
    /// [`Work::Operations`](super::Work) or [`Work::Products`](super::Work).
    fn compute() -> f64;
}

macro_rules! floats {
    ($($T:ident)*) => {
        $(impl Operand for $T {
            const ZERO: Self = 0.0;
            const ALONE: Self = -1.0;

            /// Between −1 and 1; 24 bits are exact in both types.
            fn random(_: usize, bits: u32) -> Self {
                (f64::from(bits) / f64::from(1 << 23) - 1.0) as $T
            }

            fn distance(self, other: Self) -> f64 {
                (f64::from(self) - f64::from(other)).abs()
            }

            fn compute() -> f64 {
                rates::multiply_adds::<$T>()
            }
        })*
    };
}
floats!(f32 f64);

/// A byte of a quantized product, whose operands are counted in bytes: activations of so many
/// bits, weights, which are `i8`, and results, which are four of them each.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
pub struct Byte<const BITS: u32>(pub u8);

impl<const BITS: u32> Operand for Byte<BITS> {
    const ZERO: Self = Byte(0);
    const ALONE: Self = Byte(1);

    /// Weights are symmetric: -127 to 127.
    fn random(operand: usize, bits: u32) -> Self {
        match operand {
            0 => Byte((bits >> (24 - BITS)) as u8),
            _ => Byte(((bits >> 16) as i8).max(-i8::MAX).cast_unsigned()),
        }
    }

    fn distance(self, other: Self) -> f64 {
        f64::from(self.0.abs_diff(other.0))
    }

    fn compute() -> f64 {
        dots::quads(BITS == u8::BITS - 1)
    }
}
