//! What kernels should give: plain loops over f64 that know how far rounding may lead.
//!
//! A [`Num`] is an f64 with the absolute error that a computation in `T` may have made on
//! the way to it (running error analysis, N. Higham, *Accuracy and Stability of Numerical
//! Algorithms*, section 3.3). So every expression brings its own bound, which holds in any
//! order of additions, fused or not. Nothing here knows the types of `kernels`.

mod functions;
mod loops;

use std::marker::PhantomData;

pub use functions::{concat, each, pairs};
pub use loops::{Table, dot, matmul, max, mean, min, softmax, sum};

/// The arithmetic of an element type.
pub trait Precision: Copy {
    /// Half an ULP of 1, the largest relative error of one rounding. For f64 it is
    /// doubled, because the f64 here rounds as often as the kernel does.
    const UNIT: f64;
    /// The largest finite number.
    const LARGEST: f64;
    /// The smallest normal number.
    const NORMAL: f64;
    /// The smallest number above 0, the absolute error of a rounding among denormals.
    const TINY: f64;
}

impl Precision for f32 {
    const UNIT: f64 = f32::EPSILON as f64 / 2.0;
    const LARGEST: f64 = f32::MAX as f64;
    const NORMAL: f64 = f32::MIN_POSITIVE as f64;
    const TINY: f64 = f32::from_bits(1) as f64;
}

impl Precision for f64 {
    const UNIT: f64 = f64::EPSILON;
    const LARGEST: f64 = f64::MAX;
    const NORMAL: f64 = f64::MIN_POSITIVE;
    const TINY: f64 = 2.0 * f64::from_bits(1);
}

/// A value and how far from it the same computation in `T` may end.
#[derive(Clone, Copy, Debug)]
pub struct Num<T> {
    value: f64,
    /// 0 where the value is NaN or infinite, which is then expected exactly; infinite
    /// where nothing is known.
    error: f64,
    elem: PhantomData<T>,
}

impl<T: Precision> Num<T> {
    /// A number that `T` has.
    pub fn exact(value: f64) -> Self {
        Num { value, error: 0.0, elem: PhantomData }
    }

    /// Anything: an overflow that depends on the order, a division by what may be 0.
    pub fn unknown() -> Self {
        Num { value: f64::NAN, error: f64::INFINITY, elem: PhantomData }
    }

    /// Whether there is a bound.
    pub fn is_known(self) -> bool {
        self.error.is_finite()
    }

    /// Whether a kernel may give `got`.
    pub fn admits(self, got: f64) -> bool {
        !self.is_known()
            || (self.value.is_nan() && got.is_nan())
            || self.value == got
            || (self.value - got).abs() <= self.error
    }

    /// A value that is `error` away before it is rounded to `T` once.
    fn rounded(value: f64, error: f64) -> Self {
        let error = error + T::UNIT * (value.abs() + error) + T::TINY;
        Num { value, error, elem: PhantomData }.in_range()
    }

    /// What overflows for certain is infinite; what may overflow is unknown.
    fn in_range(self) -> Self {
        if !self.is_known() || self.value.is_nan() {
            return Num::unknown();
        }
        if self.value.abs() + self.error < T::LARGEST {
            self
        } else if self.value.is_finite() && self.value.abs() - self.error > T::LARGEST * (1.0 + 2.0 * T::UNIT)
        {
            Num::exact(f64::INFINITY.copysign(self.value))
        } else {
            Num::unknown()
        }
    }

    /// The result of an operation on infinities and NaNs: IEEE 754 as f64 has it.
    fn special(operands: &[Self], value: f64) -> Option<Self> {
        if operands.iter().any(|operand| !operand.is_known()) {
            // A NaN makes one of anything beside it.
            let nan = operands.iter().any(|operand| operand.is_known() && operand.value.is_nan());
            return Some(if nan { Num::exact(f64::NAN) } else { Num::unknown() });
        }
        let special = operands.iter().any(|operand| !operand.value.is_finite());
        special.then(|| Num::exact(value))
    }

    /// Whether the computation in `T` may have come to 0 here although it is not, or to
    /// the other 0.
    fn may_vanish(self) -> bool {
        self.value.abs() <= self.error
    }

    fn magnitude(self) -> f64 {
        self.value.abs() + self.error
    }
}

impl<T: Precision> std::ops::Add for Num<T> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let value = self.value + other.value;
        Num::special(&[self, other], value).unwrap_or_else(|| Num::rounded(value, self.error + other.error))
    }
}

impl<T: Precision> std::ops::Sub for Num<T> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl<T: Precision> std::ops::Mul for Num<T> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let value = self.value * other.value;
        let meets_infinity = self.value.is_infinite() && other.may_vanish() && other.error > 0.0
            || other.value.is_infinite() && self.may_vanish() && self.error > 0.0;
        if meets_infinity {
            return Num::unknown();
        }
        let error = self.value.abs() * other.error + other.magnitude() * self.error;
        Num::special(&[self, other], value).unwrap_or_else(|| Num::rounded(value, error))
    }
}

impl<T: Precision> std::ops::Div for Num<T> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let value = self.value / other.value;
        // The sign of a 0 is not followed here.
        if other.may_vanish() && !self.value.is_nan() {
            return Num::unknown();
        }
        let special = Num::special(&[self, other], value);
        special.unwrap_or_else(|| {
            let error = (self.error + value.abs() * other.error) / (other.value.abs() - other.error);
            Num::rounded(value, error)
        })
    }
}

impl<T: Precision> std::ops::Neg for Num<T> {
    type Output = Self;

    fn neg(self) -> Self {
        Num { value: -self.value, ..self }
    }
}
