//! What the accuracy of `f32` functions is measured by: the same functions in `f64`, which the
//! platform's C library and the crate `libm` (for `erf`) give to within an ULP of `f64`. That is
//! 2^-29 ULP of `f32`; with the sums and products behind it, less than 2^-20. No crate of this
//! workspace, so that the command `ulp` shares it.

/// A function of one argument by its name.
pub type Reference = fn(f64) -> f64;

/// The functions of one argument.
pub const REFERENCES: &[(&str, Reference)] = &[
    ("exp", f64::exp),
    ("exp2", f64::exp2),
    ("expm1", f64::exp_m1),
    ("ln", f64::ln),
    ("log2", f64::log2),
    ("ln_1p", f64::ln_1p),
    ("sin", f64::sin),
    ("cos", f64::cos),
    ("tan", f64::tan),
    ("tanh", f64::tanh),
    ("sigmoid", sigmoid),
    ("softplus", softplus),
    ("gelu", gelu),
    ("gelu_tanh", gelu_tanh),
    ("silu", |x| times_share(x, sigmoid(x))),
    ("selu", selu),
    ("hard_sigmoid", hard_sigmoid),
    ("hard_swish", |x| times_share(x, hard_sigmoid(x))),
    ("mish", |x| times_share(x, tanh_of_softplus(x))),
    ("erf", libm::erf),
    ("cbrt", f64::cbrt),
    ("rsqrt", |x| 1.0 / x.sqrt()),
    ("recip", |x| 1.0 / x),
    ("sqrt", f64::sqrt),
    ("abs", f64::abs),
    ("relu", |x| if 0.0 > x { 0.0 } else { x }),
    ("floor", f64::floor),
    ("ceil", f64::ceil),
    ("round", f64::round),
    ("trunc", f64::trunc),
];

/// `x * share`, where −∞ times 0 is −0.
fn times_share(x: f64, share: f64) -> f64 {
    if share == 0.0 { 0.0_f64.copysign(x) } else { x * share }
}

pub fn sigmoid(x: f64) -> f64 {
    if x < 0.0 { x.exp() / (1.0 + x.exp()) } else { 1.0 / (1.0 + (-x).exp()) }
}

pub fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p() + if x.is_nan() { x } else { 0.0 }
}

fn gelu(x: f64) -> f64 {
    times_share(x, 0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2))
}

fn gelu_tanh(x: f64) -> f64 {
    if x.is_infinite() {
        return if x > 0.0 { x } else { -0.0 };
    }
    times_share(x, sigmoid(2.0 * (2.0 / std::f64::consts::PI).sqrt() * (x + 0.044715 * x * x * x)))
}

fn selu(x: f64) -> f64 {
    let (scale, alpha) = (1.050_700_987_355_480_5, 1.673_263_242_354_377_2);
    if x > 0.0 { scale * x } else { scale * alpha * x.exp_m1() }
}

fn hard_sigmoid(x: f64) -> f64 {
    (x + 3.0).clamp(0.0, 6.0) / 6.0
}

fn tanh_of_softplus(x: f64) -> f64 {
    // By e^−|x|, which does not overflow.
    let a = (-x.abs()).exp();
    if x < 0.0 {
        a * (2.0 + a) / (2.0 + a * (2.0 + a))
    } else {
        (1.0 + 2.0 * a) / (1.0 + 2.0 * a * (1.0 + a))
    }
}

/// The distance of `got` from the exact number in units in the last place of `f32` at that
/// number: the spacing of numbers in its binade, or of the denormals below them. What overflows
/// counts as 2^128, and an infinity that it should be as no distance; one NaN, or a zero of the
/// wrong sign, as infinitely many.
pub fn ulps_f32(got: f32, exact: f64) -> f64 {
    if got.is_nan() || exact.is_nan() {
        return if got.is_nan() && exact.is_nan() { 0.0 } else { f64::INFINITY };
    }
    if exact == 0.0 && got == 0.0 {
        return if got.is_sign_negative() == exact.is_sign_negative() { 0.0 } else { f64::INFINITY };
    }
    if got.is_infinite() && f64::from(got) == f64::from(exact as f32) {
        return 0.0;
    }
    let got = if got.is_infinite() { 2.0_f64.powi(128).copysign(got.into()) } else { got.into() };
    // The exponent's bits of the exact number, as those of its spacing.
    let exponent = ((exact.abs().to_bits() >> 52) as i64 - 1023).clamp(-126, 127) - 23;
    let spacing = f64::from_bits(((exponent + 1023) as u64) << 52);
    (got - exact).abs() / spacing
}
