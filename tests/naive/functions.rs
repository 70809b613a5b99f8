//! Elementary functions of a [`Num`], and elementwise loops.

use super::{Num, Precision};

impl<T: Precision> Num<T> {
    /// `|x|`
    pub fn abs(self) -> Self {
        Num { value: self.value.abs(), ..self }
    }

    /// The square root.
    pub fn sqrt(self) -> Self {
        let value = self.value.sqrt();
        if let Some(special) = Num::special(&[self], value) {
            return special;
        }
        if self.error == 0.0 && value.is_nan() {
            return Num::exact(value);
        }
        if self.value < self.error {
            // Between the root of a negative number and that of the largest one.
            return if self.error == 0.0 { Num::exact(value) } else { Num::unknown() };
        }
        let error = if self.error == 0.0 { 0.0 } else { value - (self.value - self.error).sqrt() };
        Num::rounded(value, error)
    }

    /// `x`, or 0 where `x` is below; NaN stays.
    pub fn relu(self) -> Self {
        Num { value: if self.value < 0.0 { 0.0 } else { self.value }, ..self }
    }

    /// `eˣ` within one ULP.
    pub fn exp(self) -> Self {
        let value = self.value.exp();
        Num::special(&[self], value).unwrap_or_else(|| {
            // Past f64 as well: the range decides.
            let value = value.min(f64::MAX);
            let spread = value * self.error.exp_m1();
            Num::within(value, spread, 2.0)
        })
    }

    /// `1 / (1 + e⁻ˣ)` within 2.5 ULP above the denormals, +0 somewhere among them. Its
    /// slope is at most a quarter.
    pub fn sigmoid(self) -> Self {
        let value = 1.0 / (1.0 + (-self.value).exp());
        Num::special(&[self], value).unwrap_or_else(|| Num::within(value, self.error / 4.0 + T::NORMAL, 5.0))
    }

    /// Hyperbolic tangent within two ULP. Its slope is at most one.
    pub fn tanh(self) -> Self {
        let value = self.value.tanh();
        Num::special(&[self], value).unwrap_or_else(|| Num::within(value, self.error, 4.0))
    }

    /// A function with an accuracy of `units` half ULP.
    fn within(value: f64, error: f64, units: f64) -> Self {
        let error = error + units * (T::UNIT * (value.abs() + error) + T::TINY);
        Num { value, error, elem: std::marker::PhantomData }.in_range()
    }

    /// The larger; NaN if either is.
    pub fn maximum(self, other: Self) -> Self {
        self.choose(other, |a, b| a > b)
    }

    /// The smaller; NaN if either is.
    pub fn minimum(self, other: Self) -> Self {
        self.choose(other, |a, b| a < b)
    }

    fn choose(self, other: Self, first: impl Fn(f64, f64) -> bool) -> Self {
        let value =
            if self.value.is_nan() || first(self.value, other.value) { self.value } else { other.value };
        let nan = self.is_known() && self.value.is_nan() || other.is_known() && other.value.is_nan();
        if nan {
            return Num::exact(f64::NAN);
        }
        Num { value, error: if value.is_finite() { self.error.max(other.error) } else { 0.0 }, ..self }
            .unless(!self.is_known() || !other.is_known())
    }

    fn unless(self, unknown: bool) -> Self {
        if unknown { Num::unknown() } else { self }
    }
}

/// `f` of each element.
pub fn each<T: Precision>(x: &[Num<T>], f: impl Fn(Num<T>) -> Num<T>) -> Vec<Num<T>> {
    let mut y = Vec::new();
    for &x in x {
        y.push(f(x));
    }
    y
}

/// `f` of elements at one position.
pub fn pairs<T: Precision>(a: &[Num<T>], b: &[Num<T>], f: impl Fn(Num<T>, Num<T>) -> Num<T>) -> Vec<Num<T>> {
    assert_eq!(a.len(), b.len());
    let mut y = Vec::new();
    for i in 0..a.len() {
        y.push(f(a[i], b[i]));
    }
    y
}

/// One after the other.
pub fn concat<T: Precision>(parts: &[&[Num<T>]]) -> Vec<Num<T>> {
    let mut y = Vec::new();
    for part in parts {
        y.extend_from_slice(part);
    }
    y
}
