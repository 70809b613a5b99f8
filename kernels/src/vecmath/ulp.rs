//! The ruler of the accuracy tests: exact values to more than 80 bits, and distances to
//! them in units in the last place.

use crate::arch::Element;

/// `(high + low) * 2^power`, where `low` is below half an ULP of `high` (double-double
/// arithmetic by Dekker and Knuth, products by fused multiply-add).
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    pub high: f64,
    pub low: f64,
    pub power: i32,
}

impl Exact {
    pub fn new(x: f64) -> Self {
        Exact { high: x, low: 0.0, power: 0 }
    }

    /// Of the numbers with `power == 0`.
    fn add(self, other: Exact) -> Exact {
        let high = self.high + other.high;
        let part = high - self.high;
        let low = (self.high - (high - part)) + (other.high - part);
        Exact::normalized(high, low + self.low + other.low)
    }

    fn mul(self, other: Exact) -> Exact {
        let high = self.high * other.high;
        let low = self.high.mul_add(other.high, -high);
        Exact::normalized(high, low + self.high * other.low + self.low * other.high)
    }

    fn div(self, other: Exact) -> Exact {
        let first = Exact::new(self.high / other.high);
        let rest = self.add(other.mul(Exact::new(-first.high)));
        let second = rest.high / other.high;
        first.add(Exact::new(second))
    }

    fn normalized(high: f64, low: f64) -> Exact {
        let sum = high + low;
        Exact { high: sum, low: low - (sum - high), power: 0 }
    }

    /// With the power of two multiplied in; that of a normal number.
    fn unscaled(self) -> Exact {
        Exact { high: scale(self.high, self.power), low: scale(self.low, self.power), power: 0 }
    }

    /// eˣ by Taylor's series around 0 after removing a multiple of ln 2.
    pub fn exp(x: f64) -> Exact {
        let n = (x * std::f64::consts::LOG2_E).round();
        // ln 2 to 160 bits in three parts; the first product is exact by `mul_add`.
        let parts = [std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17, 5.707_708_438_416_212e-34];
        let mut r = Exact::new(x);
        for part in parts {
            r = r.add(Exact::new(-n).mul(Exact::new(part)));
        }
        // 0.35^27 / 27! < 2^-130.
        let mut sum = Exact::new(1.0);
        for term in (1..=27).rev() {
            sum = sum.mul(r).div(Exact::new(term.into())).add(Exact::new(1.0));
        }
        Exact { power: n as i32, ..sum }
    }

    pub fn sigmoid(x: f64) -> Exact {
        let one = Exact::new(1.0);
        let e = Exact::exp(-x.abs());
        let small = if e.power < -200 { Exact::new(0.0) } else { e.unscaled() };
        if x >= 0.0 {
            one.div(one.add(small))
        } else {
            Exact { power: e.power, ..Exact { power: 0, ..e }.div(one.add(small)) }
        }
    }

    pub fn tanh(x: f64) -> Exact {
        if x.abs() < 1e-6 {
            // The next term is below 2^-100 of the result.
            let square = x * x;
            return Exact { high: x, low: x * square * (2.0 / 15.0 * square - 1.0 / 3.0), power: 0 };
        }
        let one = Exact::new(1.0);
        let e = Exact::exp((2.0 * x).clamp(-120.0, 120.0)).unscaled();
        e.add(Exact::new(-1.0)).div(e.add(one))
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
    let exponent = exact.high.abs().log2().floor() as i32;
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

#[test]
fn exact_values_have_80_bits() {
    // Digits from the constants' published expansions: e, 1/e.
    let e = Exact::exp(1.0).unscaled();
    assert_eq!(e.high, std::f64::consts::E);
    assert!((e.low - 1.445_646_891_729_250_2e-16).abs() < 1e-31, "{e:?}");
    // e^x * e^-x = 1, and the identities that tie the other two to it.
    for x in [0.1, 0.7, 3.0, 20.5, 300.25] {
        let (up, down) = (Exact::exp(x), Exact::exp(-x));
        let product = Exact { power: 0, ..up }.mul(Exact { power: 0, ..down });
        let one = Exact { power: up.power + down.power, ..product }.unscaled();
        assert!((one.high - 1.0 + one.low).abs() < 1e-25, "{x}: {one:?}");
    }
    for x in [1e-7, 9.9e-7, 1.1e-6, 0.01, 0.5, 2.0, 15.0] {
        // tanh x = 2 sigmoid 2x - 1
        let s = Exact::sigmoid(2.0 * x);
        let difference = s.add(s).add(Exact::new(-1.0)).add(Exact::tanh(-x));
        assert!(difference.high.abs() < 1e-25, "{x}: {difference:?}");
        let one = Exact::sigmoid(-x).unscaled().add(Exact::sigmoid(x)).add(Exact::new(-1.0));
        assert!(one.high.abs() < 1e-25, "{x}: {one:?}");
    }
}
