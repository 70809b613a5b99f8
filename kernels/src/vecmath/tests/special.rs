//! Special values of every function, by the bit.

use crate::arch::Element;
use crate::vecmath::lanes::*;

/// The largest number, the least normal one and the least of all.
trait Extremes: Element {
    const MAX: Self;
    const NORMAL: Self;
    const LEAST: Self;
}

impl Extremes for f32 {
    const MAX: f32 = f32::MAX;
    const NORMAL: f32 = f32::MIN_POSITIVE;
    const LEAST: f32 = f32::from_bits(1);
}

impl Extremes for f64 {
    const MAX: f64 = f64::MAX;
    const NORMAL: f64 = f64::MIN_POSITIVE;
    const LEAST: f64 = f64::from_bits(1);
}

/// The same bits; NaN for NaN.
#[track_caller]
fn check<T: Element>(cases: &[(T, f64)]) {
    for (i, &(got, want)) in cases.iter().enumerate() {
        let (bits, got) = (T::from_f64(want).to_f64().to_bits(), got.to_f64());
        assert!(got.to_bits() == bits || got.is_nan() && want.is_nan(), "case {i}: {got:e}, not {want:e}");
    }
}

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;

#[test]
fn of_one_argument() {
    fn of<T: Extremes>() {
        let (zero, one, inf, nan) = (T::ZERO, T::ONE, T::INFINITY, T::from_f64(NAN));
        let functions: [fn(T) -> T; 26] = [
            exp,
            exp2,
            expm1,
            ln,
            log2,
            ln_1p,
            sin,
            cos,
            tan,
            tanh,
            sigmoid,
            softplus,
            gelu,
            gelu_tanh,
            silu,
            selu,
            hard_sigmoid,
            hard_swish,
            mish,
            erf,
            cbrt,
            rsqrt,
            sqrt,
            relu,
            floor,
            round,
        ];
        for (i, f) in functions.into_iter().enumerate() {
            assert!(f(nan).to_f64().is_nan(), "function {i}");
        }
        check(&[(exp(-inf), 0.0), (exp(inf), INF), (exp(zero), 1.0), (exp(-zero), 1.0)]);
        check(&[(exp2(-inf), 0.0), (exp2(inf), INF), (exp2(-zero), 1.0), (exp2(T::from_f64(-3.0)), 0.125)]);
        check(&[(expm1(-inf), -1.0), (expm1(inf), INF), (expm1(-zero), -0.0), (expm1(zero), 0.0)]);
        for log in [ln, log2] {
            check(&[
                (log(zero), -INF),
                (log(-zero), -INF),
                (log(one), 0.0),
                (log(inf), INF),
                (log(-one), NAN),
            ]);
            check(&[(log(-inf), NAN), (log(-T::LEAST), NAN)]);
        }
        check(&[(ln_1p(-one), -INF), (ln_1p(-zero), -0.0), (ln_1p(zero), 0.0), (ln_1p(inf), INF)]);
        check(&[(ln_1p(-inf), NAN), (ln_1p(-one - one), NAN)]);
        for f in [sin, tan] {
            check(&[(f(zero), 0.0), (f(-zero), -0.0), (f(inf), NAN), (f(-inf), NAN)]);
        }
        check(&[(cos(zero), 1.0), (cos(-zero), 1.0), (cos(inf), NAN), (cos(-inf), NAN)]);
        for f in [tanh, erf] {
            check(&[(f(inf), 1.0), (f(-inf), -1.0), (f(-zero), -0.0), (f(zero), 0.0), (f(T::MAX), 1.0)]);
        }
        check(&[(sigmoid(inf), 1.0), (sigmoid(-inf), 0.0), (sigmoid(-zero), 0.5), (sigmoid(T::MAX), 1.0)]);
        check(&[(softplus(inf), INF), (softplus(-inf), 0.0), (softplus(T::MAX), T::MAX.to_f64())]);
        for f in [gelu, gelu_tanh, silu, mish, hard_swish] {
            check(&[(f(inf), INF), (f(-inf), -0.0), (f(zero), 0.0), (f(-zero), -0.0), (f(-T::MAX), -0.0)]);
            check(&[(f(T::MAX), T::MAX.to_f64())]);
        }
        check(&[(selu(-zero), -0.0), (selu(zero), 0.0), (selu(inf), INF)]);
        check(&[(hard_sigmoid(inf), 1.0), (hard_sigmoid(-inf), 0.0), (hard_sigmoid(zero), 0.5)]);
        check(&[(cbrt(inf), INF), (cbrt(-inf), -INF), (cbrt(-zero), -0.0), (cbrt(T::from_f64(-27.0)), -3.0)]);
        check(&[(rsqrt(zero), INF), (rsqrt(-zero), -INF), (rsqrt(inf), 0.0), (rsqrt(-one), NAN)]);
        check(&[(recip(zero), INF), (recip(-inf), -0.0), (sqrt(-zero), -0.0), (sqrt(-one), NAN)]);
        check(&[(relu(-zero), -0.0), (relu(-inf), 0.0), (abs(-inf), INF), (abs(-zero), 0.0)]);
        let halves = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0.25, -0.0, INF, -INF];
        let rounded = [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 0.0, -0.0, INF, -INF];
        for (x, want) in halves.into_iter().zip(rounded) {
            check(&[(round(T::from_f64(x)), want)]);
        }
        // The greatest below a half, which the sum with a half would round up.
        let below =
            T::from_f64(if size_of::<T>() == 4 { 0.5_f32.next_down().into() } else { 0.5_f64.next_down() });
        check(&[(round(below), 0.0), (round(-below), -0.0), (round(T::MAX), T::MAX.to_f64())]);
        check(&[(ceil(-below), -0.0), (floor(below), 0.0), (trunc(-below), -0.0)]);
        // What is small stays what it is.
        for f in [sin, tan, tanh, expm1, ln_1p] {
            for x in [T::LEAST, -T::LEAST, T::NORMAL, -T::NORMAL] {
                check(&[(f(x), x.to_f64())]);
            }
        }
    }
    of::<f32>();
    of::<f64>();
}

#[test]
fn exponentials_at_their_ends() {
    // The thresholds: ln(MAX + ULP / 2) rounded down to the type, and its successor.
    assert!(exp(88.722_83_f32) < f32::INFINITY && exp(88.722_84_f32) == f32::INFINITY);
    assert!(exp(709.782_712_893_384_f64) < INF && exp(709.782_712_893_384_1_f64) == INF);
    assert!(expm1(88.722_83_f32) < f32::INFINITY && expm1(88.722_84_f32) == f32::INFINITY);
    // The least denormal is the last before zero.
    assert_eq!([exp(-103.97_f32), exp(-103.98)], [f32::from_bits(1), 0.0]);
    assert_eq!([exp(-745.13_f64), exp(-745.14)], [f64::from_bits(1), 0.0]);
    assert_eq!(
        [exp2(-149.0_f32), exp2(-150.0), exp2(127.0), exp2(128.0)],
        [f32::from_bits(1), 0.0, 2.0_f32.powi(127), f32::INFINITY]
    );
    assert_eq!([exp2(-1074.0_f64), exp2(-1075.0), exp2(1024.0)], [f64::from_bits(1), 0.0, INF]);
    assert_eq!(sigmoid(-103.97_f32), f32::from_bits(1));
}

#[test]
fn of_two_arguments() {
    fn of<T: Extremes>() {
        let n = T::from_f64;
        check(&[(pow(n(NAN), n(0.0)), 1.0), (pow(n(1.0), n(NAN)), 1.0), (pow(n(NAN), n(1.0)), NAN)]);
        check(&[(pow(n(-1.0), n(INF)), 1.0), (pow(n(-1.0), n(-INF)), 1.0), (pow(n(2.0), n(NAN)), NAN)]);
        check(&[(pow(n(0.0), n(-1.0)), INF), (pow(n(-0.0), n(-1.0)), -INF), (pow(n(-0.0), n(-2.0)), INF)]);
        check(&[(pow(n(-0.0), n(3.0)), -0.0), (pow(n(-0.0), n(2.0)), 0.0), (pow(n(-0.0), n(0.5)), 0.0)]);
        check(&[(pow(n(-0.0), n(-0.5)), INF), (pow(n(0.0), n(INF)), 0.0), (pow(n(0.0), n(-INF)), INF)]);
        check(&[(pow(n(0.5), n(INF)), 0.0), (pow(n(0.5), n(-INF)), INF), (pow(n(-2.0), n(INF)), INF)]);
        check(&[(pow(n(-INF), n(3.0)), -INF), (pow(n(-INF), n(-3.0)), -0.0), (pow(n(-INF), n(0.5)), INF)]);
        check(&[(pow(n(INF), n(-1.0)), 0.0), (pow(n(INF), n(0.5)), INF), (pow(n(-8.0), n(0.5)), NAN)]);
        check(&[(pow(n(-2.0), n(3.0)), -8.0), (pow(n(-2.0), n(-2.0)), 0.25), (pow(n(-2.0), T::MAX), INF)]);
        check(&[(pow(n(2.0), n(-INF)), 0.0), (pow(T::MAX, n(2.0)), INF), (pow(T::LEAST, n(2.0)), 0.0)]);
        let (pi, quarter) = (std::f64::consts::PI, std::f64::consts::FRAC_PI_4);
        check(&[(atan2(n(0.0), n(1.0)), 0.0), (atan2(n(-0.0), n(1.0)), -0.0), (atan2(n(0.0), n(-1.0)), pi)]);
        check(&[(atan2(n(0.0), n(0.0)), 0.0), (atan2(n(0.0), n(-0.0)), pi), (atan2(n(-0.0), n(-0.0)), -pi)]);
        check(&[(atan2(n(INF), n(INF)), quarter), (atan2(n(INF), n(-INF)), 3.0 * quarter)]);
        check(&[
            (atan2(n(1.0), n(INF)), 0.0),
            (atan2(n(-1.0), n(-INF)), -pi),
            (atan2(n(INF), n(5.0)), 2.0 * quarter),
        ]);
        check(&[
            (atan2(n(NAN), n(1.0)), NAN),
            (atan2(n(1.0), n(NAN)), NAN),
            (atan2(T::LEAST, T::LEAST), quarter),
        ]);
        check(&[(atan2(T::MAX, T::MAX), quarter), (atan2(T::LEAST, T::MAX), 0.0)]);
        check(&[
            (maximum(n(0.0), n(-0.0)), -0.0),
            (minimum(n(-0.0), n(0.0)), 0.0),
            (maximum(n(NAN), n(0.0)), NAN),
        ]);
        check(&[(elu(n(-INF), n(2.0)), -2.0), (elu(n(INF), n(2.0)), INF), (elu(n(-0.0), n(2.0)), -0.0)]);
        check(&[
            (elu(n(NAN), n(2.0)), NAN),
            (leaky_relu(n(-2.0), n(0.5)), -1.0),
            (leaky_relu(n(NAN), n(0.5)), NAN),
        ]);
        check(&[(clamp(n(NAN), n(0.0), n(1.0)), NAN), (clamp(n(2.0), n(0.0), n(1.0)), 1.0)]);
        check(&[
            (powi(n(0.0), -3), INF),
            (powi(n(-0.0), -3), -INF),
            (powi(n(-0.0), 101), -0.0),
            (powi(n(NAN), 0), 1.0),
        ]);
        check(&[(powi(n(-INF), 3), -INF), (powi(n(-INF), -101), -0.0), (powi(n(-1.0), i32::MIN), 1.0)]);
        check(&[(powi(n(NAN), 7), NAN), (powi(n(-1.0), i32::MAX), -1.0), (powi(T::LEAST, -1), INF)]);
    }
    of::<f32>();
    of::<f64>();
}
