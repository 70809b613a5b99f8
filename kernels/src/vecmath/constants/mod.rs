//! The numbers of the functions for each element type: here what several of them use.
//!
//! The polynomials are minimax fits of this project: Remez exchange in 60-digit
//! arithmetic, coefficients then rounded to the type. The errors beside them are
//! relative to the whole function, after rounding, over the interval of use.

mod activation;
mod error;
mod exp;
mod log;
mod power;
mod trig;

pub use activation::Activation;
pub use error::Error;
pub use exp::Exp;
pub use log::Log;
pub use power::Power;
pub use trig::Trig;

/// What `vecmath` needs to know of an element type.
///
/// ```
/// use kernels::vecmath::Constants;
/// assert_eq!(f64::HALF * 2.0, 1.0);
/// ```
pub trait Constants:
    exp::Exp + log::Log + trig::Trig + error::Error + power::Power + activation::Activation + Sized + 'static
{
    /// 1/2.
    const HALF: Self;
    /// The distance from 1 to the next number.
    const EPSILON: Self;
    /// 1 / ln 2.
    const LOG2_E: Self;
    /// ln 2 is `LN_2_HIGH + LN_2_LOW`, to twice the type's precision.
    const LN_2_HIGH: Self;
    /// The rest of ln 2.
    const LN_2_LOW: Self;
    /// `exp` of anything below is +0: the result is under half of the least denormal.
    const EXP_LOW: Self;
    /// `exp` of anything above is +∞.
    const EXP_HIGH: Self;
    /// `(eʳ − 1 − r) / r²` for |r| ≤ ln 2 / 2, by ascending power.
    const EXP: &'static [Self];
    /// `(tanh x − x) / x³` for |x| ≤ `TANH_SMALL`, by ascending power of x².
    const TANH: &'static [Self];
    /// Where `tanh` turns from the polynomial to the quotient.
    const TANH_SMALL: Self;
    /// `tanh` of anything above rounds to 1.
    const TANH_HIGH: Self;
}

impl Constants for f32 {
    const HALF: f32 = 0.5;
    const EPSILON: f32 = f32::EPSILON;
    const LOG2_E: f32 = core::f32::consts::LOG2_E;
    const LN_2_HIGH: f32 = core::f32::consts::LN_2;
    const LN_2_LOW: f32 = -1.904_654_2e-9;
    // e^-104 = 2^-150.04.
    const EXP_LOW: f32 = -104.0;
    // e^89 = 2^128.4.
    const EXP_HIGH: f32 = 89.0;
    // Error 2^-27.7.
    const EXP: &'static [f32] = &[0.499_999_94, 0.166_665_29, 0.041_668_26, 0.008_368_03, 0.001_381_809_1];
    // Error 2^-26.2.
    const TANH: &'static [f32] =
        &[-0.333_333_05, 0.133_318_99, -0.053_771_835, 0.020_730_501, -0.005_796_229_5];
    const TANH_SMALL: f32 = 0.625;
    // 1 - tanh 9.1 = 2^-25.3, less than half an ULP of what is below 1.
    const TANH_HIGH: f32 = 9.1;
}

impl Constants for f64 {
    const HALF: f64 = 0.5;
    const EPSILON: f64 = f64::EPSILON;
    const LOG2_E: f64 = core::f64::consts::LOG2_E;
    const LN_2_HIGH: f64 = core::f64::consts::LN_2;
    const LN_2_LOW: f64 = 2.319_046_813_846_299_6e-17;
    // e^-746 = 2^-1076.3.
    const EXP_LOW: f64 = -746.0;
    // e^710 = 2^1024.3.
    const EXP_HIGH: f64 = 710.0;
    // Error 2^-56.3.
    const EXP: &'static [f64] = &[
        0.500_000_000_000_000_4,
        0.166_666_666_666_664_63,
        0.041_666_666_666_574_37,
        0.008_333_333_333_479_89,
        0.001_388_888_893_306_185_5,
        0.000_198_412_695_113_980_67,
        2.480_150_318_127_531e-5,
        2.755_759_966_590_415e-6,
        2.762_690_556_749_297e-7,
        2.499_160_201_693_781e-8,
    ];
    // Error 2^-55.3.
    const TANH: &'static [f64] = &[
        -0.333_333_333_333_332_54,
        0.133_333_333_333_072_5,
        -0.053_968_253_949_238_28,
        0.021_869_487_935_368_477,
        -0.008_863_225_174_923_628,
        0.003_592_019_391_354_982,
        -0.001_455_099_675_627_826,
        0.000_586_738_878_017_613_5,
        -0.000_229_352_522_032_015_02,
        7.797_752_574_713_729e-5,
        -1.645_349_661_630_711_5e-5,
    ];
    const TANH_SMALL: f64 = 0.625;
    // 1 - tanh 19.1 = 2^-54.1, less than half an ULP of what is below 1.
    const TANH_HIGH: f64 = 19.1;
}
