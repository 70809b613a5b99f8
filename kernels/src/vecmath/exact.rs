//! The ruler of the accuracy tests: exact values to more than 80 bits, and distances to
//! them in units in the last place. Numbers of twice the precision of `f64` are enough for
//! that, and a library of any precision would be slower by orders of magnitude; their own
//! functions are checked with digits from such a library in `tests/known.rs`.

use crate::arch::Element;

mod functions;

pub(super) use functions::*;

/// `(high + low) * 2^power`, where `low` is below half an ULP of `high` (double-double
/// arithmetic by Dekker and Knuth, products by fused multiply-add).
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    pub high: f64,
    pub low: f64,
    pub power: i32,
}

impl Exact {
    pub const fn new(x: f64) -> Self {
        Exact { high: x, low: 0.0, power: 0 }
    }

    /// Of the numbers with `power == 0`.
    pub fn add(self, other: Exact) -> Exact {
        let high = self.high + other.high;
        let part = high - self.high;
        let low = (self.high - (high - part)) + (other.high - part);
        Exact::normalized(high, low + self.low + other.low)
    }

    /// As `add`, of normal numbers.
    pub fn mul(self, other: Exact) -> Exact {
        let high = self.high * other.high;
        let low = self.high.mul_add(other.high, -high);
        Exact::normalized(high, low + self.high * other.low + self.low * other.high)
    }

    pub fn div(self, other: Exact) -> Exact {
        let first = Exact::new(self.high / other.high);
        let rest = self.add(other.mul(Exact::new(-first.high)));
        let second = rest.high / other.high;
        first.add(Exact::new(second))
    }

    pub fn neg(self) -> Exact {
        Exact { high: -self.high, low: -self.low, ..self }
    }

    /// Times a power of two.
    pub fn shifted(self, power: i32) -> Exact {
        Exact { power: self.power + power, ..self }
    }

    fn normalized(high: f64, low: f64) -> Exact {
        let sum = high + low;
        Exact { high: sum, low: low - (sum - high), power: 0 }
    }

    /// With the power of two multiplied in; that of a normal number.
    pub fn unscaled(self) -> Exact {
        Exact { high: scale(self.high, self.power), low: scale(self.low, self.power), power: 0 }
    }
}

/// `x * 2^n`, rounded at most once.
fn scale(x: f64, n: i32) -> f64 {
    let half = n / 2;
    x * 2.0_f64.powi(half) * 2.0_f64.powi(n - half)
}

/// The distance of `got` from the exact number in units in the last place of `T` at that
/// number: the spacing of `T`'s numbers in its binade, or of the denormals below them.
pub(super) fn ulps<T: Element>(got: T, exact: Exact) -> f64 {
    let (fraction_bits, least_exponent) = if size_of::<T>() == 4 { (23, -126) } else { (52, -1022) };
    let got = scale(got.to_f64(), -exact.power);
    let exponent = (exact.high.abs().to_bits() >> 52) as i32 - 1023;
    let spacing = scale(1.0, exponent.max(least_exponent - exact.power) - fraction_bits);
    ((got - exact.high) - exact.low).abs() / spacing
}

#[test]
fn ruler_measures_known_distances() {
    let one = Exact::new(1.0);
    assert_eq!(ulps(1.0_f32, one), 0.0);
    assert_eq!(ulps(1.0_f32.next_up(), one), 1.0);
    assert_eq!(ulps(1.0_f32.next_down(), one), 0.5);
    assert_eq!(ulps(1.0_f64.next_up().next_up(), one), 2.0);
    // Between two numbers, and with a power of two aside.
    assert_eq!(ulps(1.0_f32, Exact::new(1.0 + f64::from(f32::EPSILON) / 4.0)), 0.25);
    assert_eq!(ulps(4.0_f64.next_up(), Exact { power: 2, ..one }), 1.0);
    // Denormals and zero have the spacing of the least number.
    assert_eq!(ulps(f32::from_bits(3), Exact::new(f32::from_bits(1).into())), 2.0);
    assert_eq!(ulps(f64::from_bits(1), Exact { power: -1074, ..one }), 0.0);
    assert_eq!(ulps(0.0_f64, Exact { power: -1075, ..one }), 0.5);
    assert_eq!(ulps(0.0_f32, Exact::new(0.0)), 0.0);
    assert_eq!(ulps(f32::from_bits(1), Exact::new(0.0)), 1.0);
    assert!(ulps(f32::NAN, one).is_nan());
    assert_eq!(ulps(f32::INFINITY, one), f64::INFINITY);
}
