//! The functions in numbers of twice the precision, by series that need no others.

use super::Exact;

const ONE: Exact = Exact::new(1.0);
/// ln 2 to 160 bits in three parts; π / 2 as well.
const LN_2: [f64; 3] = [std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17, 5.707_708_438_416_212e-34];
const PI_2: [f64; 3] = [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33];
/// 1 / √π.
const INV_SQRT_PI: Exact = Exact { high: 0.564_189_583_547_756_3, low: 7.667_729_806_582_94e-18, power: 0 };

fn of(high: f64, low: f64) -> Exact {
    Exact { high, low, power: 0 }
}

/// `x - n * constant`.
fn remove(mut x: Exact, n: f64, constant: [f64; 3]) -> Exact {
    for part in constant {
        x = x.add(Exact::new(-n).mul(Exact::new(part)));
    }
    x
}

/// The sum of `r^k / k!` from k = `first` in steps of `step`, with alternating signs if wanted,
/// divided by `r^first`.
fn series(r: Exact, first: i32, step: i32, alternate: bool) -> Exact {
    let factor = if step == 1 { r } else { r.mul(r) };
    let mut sum = Exact::new(0.0);
    // 0.79^33 / 33! < 2^-130.
    for k in (0..=33 / step).rev() {
        let k = first + k * step;
        let mut term = ONE.add(if alternate { sum.neg() } else { sum });
        // The quotient of this term and the one before.
        for j in (k - step + 1).max(1)..=k {
            term = term.div(Exact::new(j.into()));
        }
        sum = if k == first { term } else { term.mul(factor) };
    }
    sum
}

/// eˣ after removing a multiple of ln 2.
pub fn exp(x: f64) -> Exact {
    exp_of(Exact::new(x))
}

pub fn exp_of(x: Exact) -> Exact {
    let n = (x.high * std::f64::consts::LOG2_E).round();
    series(remove(x, n, LN_2), 0, 1, false).shifted(n as i32)
}

pub fn exp2(x: f64) -> Exact {
    let n = x.round();
    exp_of(Exact::new(x - n).mul(of(LN_2[0], LN_2[1]))).shifted(n as i32)
}

pub fn expm1(x: f64) -> Exact {
    if x.abs() < 0.4 {
        return Exact::new(x).mul(series(Exact::new(x), 1, 1, false));
    }
    if x > 80.0 { exp(x) } else { exp(x.max(-200.0)).unscaled().add(ONE.neg()) }
}

/// `ln(1 + x)` where x > −1: 2 artanh(x / (2 + x)) near 0, else of a factor near 1.
pub fn ln_1p_of(x: Exact) -> Exact {
    if x.high < -0.3 || x.high > 0.45 {
        return ln_of(ONE.add(x));
    }
    let s = x.div(x.add(Exact::new(2.0)));
    let square = s.mul(s);
    let mut sum = Exact::new(0.0);
    // 0.19^50 < 2^-119.
    for k in (0..=25).rev() {
        sum = sum.mul(square).add(ONE.div(Exact::new((2 * k + 1).into())));
    }
    s.add(s).mul(sum)
}

pub fn ln_1p(x: f64) -> Exact {
    if x > 1e20 { ln(x) } else { ln_1p_of(Exact::new(x)) }
}

fn split(x: f64) -> (f64, i32) {
    let (x, less) = if x < f64::MIN_POSITIVE { (x * 2.0_f64.powi(60), 60) } else { (x, 0) };
    let n = x.log2().round() as i32;
    (super::scale(x, -n), n - less)
}

fn ln_of(x: Exact) -> Exact {
    let (_, n) = split(x.high);
    let factor = Exact { power: -n, ..x }.unscaled();
    remove(ln_1p_of(factor.add(ONE.neg())), -f64::from(n), LN_2)
}

pub fn ln(x: f64) -> Exact {
    let (m, n) = split(x);
    remove(ln_1p_of(Exact::new(m - 1.0)), -f64::from(n), LN_2)
}

pub fn log2(x: f64) -> Exact {
    let (m, n) = split(x);
    ln_1p_of(Exact::new(m - 1.0)).div(of(LN_2[0], LN_2[1])).add(Exact::new(n.into()))
}

/// Sine and cosine, for |x| up to 2^40.
pub fn sin_cos(x: f64) -> (Exact, Exact) {
    let n = (x * std::f64::consts::FRAC_2_PI).round();
    let r = remove(Exact::new(x), n, PI_2);
    let (s, c) = (r.mul(series(r, 1, 2, true)), series(r, 0, 2, true));
    match n.rem_euclid(4.0) as u32 {
        0 => (s, c),
        1 => (c, s.neg()),
        2 => (s.neg(), c.neg()),
        _ => (c.neg(), s),
    }
}

pub fn sin(x: f64) -> Exact {
    sin_cos(x).0
}

pub fn cos(x: f64) -> Exact {
    sin_cos(x).1
}

pub fn tan(x: f64) -> Exact {
    let (s, c) = sin_cos(x);
    s.div(c)
}

/// From the platform's angle, by the tangent of what it is off.
pub fn atan2(y: f64, x: f64) -> Exact {
    let near = y.atan2(x);
    let (s, c) = sin_cos(near);
    let (ex, ey) = (Exact::new(x), Exact::new(y));
    let up = ey.mul(c).add(ex.mul(s).neg());
    Exact::new(near).add(up.div(ex.mul(c).add(ey.mul(s))))
}

pub fn tanh(x: f64) -> Exact {
    if x.abs() < 1e-6 {
        // The next term is below 2^-100 of the result.
        let square = x * x;
        return of(x, x * square * (2.0 / 15.0 * square - 1.0 / 3.0));
    }
    let e = exp((2.0 * x).clamp(-120.0, 120.0)).unscaled();
    e.add(ONE.neg()).div(e.add(ONE))
}

/// `x / (1 + e^−w)`.
fn logistic(x: f64, w: Exact) -> Exact {
    let e = exp_of(if w.high < 0.0 { w } else { w.neg() });
    let small = if e.power < -200 { Exact::new(0.0) } else { e.unscaled() };
    let share = Exact::new(x).div(ONE.add(small));
    if w.high < 0.0 { share.mul(Exact { power: 0, ..e }).shifted(e.power) } else { share }
}

pub fn sigmoid(x: f64) -> Exact {
    logistic(1.0, Exact::new(x))
}

pub fn silu(x: f64) -> Exact {
    logistic(x, Exact::new(x))
}

pub fn gelu_tanh(x: f64) -> Exact {
    // 2 √(2/π) and 0.044715 times that.
    let (c1, c3) = (
        of(1.595_769_121_605_730_8, -9.969_308_809_110_92e-17),
        of(0.071_354_816_272_600_25, -6.175_149_918_155_315e-19),
    );
    let x1 = Exact::new(x);
    logistic(x, x1.mul(c1.add(x1.mul(x1).mul(c3))))
}

pub fn softplus(x: f64) -> Exact {
    let e = exp(-x.abs());
    let small = if e.power < -200 { Exact::new(0.0) } else { ln_1p_of(e.unscaled()) };
    match x {
        _ if x > 0.0 => Exact::new(x).add(small),
        _ if e.power < -200 => e,
        _ => small,
    }
}

pub fn mish(x: f64) -> Exact {
    let two = Exact::new(2.0);
    let e = exp(-x.abs());
    let a = if e.power < -200 { Exact::new(0.0) } else { e.unscaled() };
    if x >= 0.0 {
        let up = ONE.add(a).add(a);
        return Exact::new(x).mul(up.div(up.add(two.mul(a).mul(a))));
    }
    let up = two.add(a);
    let share = up.div(two.add(a.mul(up)));
    Exact::new(x).mul(share).mul(Exact { power: 0, ..e }).shifted(e.power)
}

/// `(1 − erf x) e^x²` for x ≥ 3, by its continued fraction.
fn erfc_scaled(x: Exact) -> Exact {
    let half = Exact::new(0.5).div(x.mul(x));
    let mut tail = Exact::new(0.0);
    // Enough for 100 bits from 3 on.
    for k in (1..=300).rev() {
        tail = half.mul(Exact::new(k.into())).div(ONE.add(tail));
    }
    INV_SQRT_PI.div(x).div(ONE.add(tail))
}

/// By the series with positive terms, up to where it is 1.
pub fn erf_of(x: Exact) -> Exact {
    let square = x.mul(x);
    let twice = square.add(square);
    let mut sum = Exact::new(0.0);
    for k in (0..180).rev() {
        sum = ONE.add(sum.mul(twice).div(Exact::new((2 * k + 3).into())));
    }
    let e = exp_of(square.neg()).unscaled();
    INV_SQRT_PI.add(INV_SQRT_PI).mul(x).mul(sum).mul(e)
}

pub fn erf(x: f64) -> Exact {
    if x.abs() > 6.5 { Exact::new(1.0_f64.copysign(x)) } else { erf_of(Exact::new(x)) }
}

pub fn gelu(x: f64) -> Exact {
    let z = Exact::new(x).mul(of(std::f64::consts::FRAC_1_SQRT_2, -4.833_646_656_726_457e-17));
    if x > -4.5 {
        let share = if x > 13.0 { ONE } else { ONE.add(erf_of(z)).mul(Exact::new(0.5)) };
        return Exact::new(x).mul(share);
    }
    let e = exp_of(z.mul(z).neg());
    let half = erfc_scaled(z.neg()).mul(Exact::new(0.5));
    Exact::new(x).mul(half).mul(Exact { power: 0, ..e }).shifted(e.power)
}

pub fn selu(x: f64) -> Exact {
    if x > 0.0 {
        return Exact::new(x).mul(of(1.050_700_987_355_480_5, 3.987_484_766_715_414_4e-17));
    }
    expm1(x).mul(of(1.758_099_340_847_376_8, 1.415_351_938_008_45e-17))
}

pub fn hard_sigmoid(x: f64) -> Exact {
    match x {
        _ if x <= -3.0 => Exact::new(0.0),
        _ if x >= 3.0 => ONE,
        _ => Exact::new(x).add(Exact::new(3.0)).div(Exact::new(6.0)),
    }
}

pub fn hard_swish(x: f64) -> Exact {
    Exact::new(x).mul(hard_sigmoid(x))
}

/// One step of Newton's method from the platform's root.
pub fn cbrt(x: f64) -> Exact {
    if x.abs() < 1e-200 {
        return cbrt(x * 2.0_f64.powi(300)).shifted(-100);
    }
    let near = Exact::new(x.cbrt());
    let square = near.mul(near);
    let rest = Exact::new(x).add(square.mul(near).neg());
    near.add(rest.div(square.mul(Exact::new(3.0))))
}

pub fn rsqrt(x: f64) -> Exact {
    let root = sqrt(x);
    ONE.div(Exact { power: 0, ..root }).shifted(-root.power)
}

pub fn recip(x: f64) -> Exact {
    ONE.div(Exact::new(x))
}

pub fn sqrt(x: f64) -> Exact {
    if x < 1e-200 {
        return sqrt(x * 2.0_f64.powi(300)).shifted(-150);
    }
    let near = Exact::new(x.sqrt());
    near.add(Exact::new(x).add(near.mul(near).neg()).div(near.add(near)))
}

/// For x > 0.
pub fn pow(x: f64, y: f64) -> Exact {
    exp_of(ln(x).mul(Exact::new(y)))
}
