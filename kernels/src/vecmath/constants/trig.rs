//! Numbers of the trigonometric functions.

/// Numbers of the trigonometric functions and the arc tangent.
pub trait Trig: Sized + 'static {
    /// 2 / π.
    const TWO_OVER_PI: Self;
    /// Added to a number it leaves the nearest integer in the low bits.
    const INTEGERS: Self;
    /// π / 2 is `PI_2_HIGH + PI_2_MIDDLE + PI_2_LOW`, to three times the type's precision.
    const PI_2_HIGH: Self;
    /// The second part of π / 2.
    const PI_2_MIDDLE: Self;
    /// The third part.
    const PI_2_LOW: Self;
    /// Up to here the multiples of the three parts are accurate.
    const TRIG_HIGH: Self;
    /// `(sin r − r) / r³` for |r| ≤ 0.788 (π / 4, and what rounding adds), by ascending power of r².
    const SIN: &'static [Self];
    /// `(cos r − 1 + r² / 2) / r⁴` there.
    const COS: &'static [Self];
    /// `(tan r − r) / r³` there.
    const TAN: &'static [Self];
    /// `(atan t − t) / t³` for 0 ≤ t ≤ 1, by ascending power of t².
    const ATAN: &'static [Self];
    /// Below, arguments of `atan2` are scaled up.
    const ATAN_SMALL: Self;
    /// Above, they are scaled down.
    const ATAN_LARGE: Self;
    /// The factor up, a power of two.
    const ATAN_UP: Self;
    /// The factor down.
    const ATAN_DOWN: Self;
}

impl Trig for f32 {
    const TWO_OVER_PI: f32 = core::f32::consts::FRAC_2_PI;
    const INTEGERS: f32 = 12_582_912.0;
    const PI_2_HIGH: f32 = core::f32::consts::FRAC_PI_2;
    const PI_2_MIDDLE: f32 = -4.371_139e-8;
    const PI_2_LOW: f32 = -1.715_124_5e-15;
    // The number of quarter turns has 15 bits, so that what 72 bits of π / 2 lack stays small.
    const TRIG_HIGH: f32 = 32_768.0;
    // Error 2^-27.1.
    const SIN: &'static [f32] = &[-0.166_666_54, 0.008_332_141, -0.000_195_125_66];
    // Error 2^-31.4.
    const COS: &'static [f32] = &[0.041_666_646, -0.001_388_729, 2.443_007_5e-5];
    // Error 2^-27.0.
    const TAN: &'static [f32] = &[
        0.333_333_52,
        0.133_326_22,
        0.054_064_784,
        0.021_256_303,
        0.010_904_742,
        -6.264_613e-8,
        0.004_421_517_3,
    ];
    // Error 2^-26.1.
    const ATAN: &'static [f32] = &[
        -0.333_333,
        0.199_985_49,
        -0.142_642_42,
        0.109_521_86,
        -0.084_034_5,
        0.057_957_597,
        -0.031_177_847,
        0.010_914_606,
        -0.001_793_621_8,
    ];
    const ATAN_SMALL: f32 = 1e-30;
    const ATAN_LARGE: f32 = 1e30;
    // 2^120.
    const ATAN_UP: f32 = 1.329_228e36;
    // 2^-120.
    const ATAN_DOWN: f32 = 7.523_164e-37;
}

impl Trig for f64 {
    const TWO_OVER_PI: f64 = core::f64::consts::FRAC_2_PI;
    const INTEGERS: f64 = 6_755_399_441_055_744.0;
    const PI_2_HIGH: f64 = core::f64::consts::FRAC_PI_2;
    const PI_2_MIDDLE: f64 = 6.123_233_995_736_766e-17;
    const PI_2_LOW: f64 = -1.497_384_904_859_169_8e-33;
    // 30 bits of 53.
    const TRIG_HIGH: f64 = 1_073_741_824.0;
    // Error 2^-56.7.
    const SIN: &'static [f64] = &[
        -0.166_666_666_666_666_3,
        0.008_333_333_333_321_641,
        -0.000_198_412_698_291_932_52,
        2.755_731_347_956_312_5e-6,
        -2.505_072_492_570_782e-8,
        1.589_487_218_990_186e-10,
    ];
    // Error 2^-60.4.
    const COS: &'static [f64] = &[
        0.041_666_666_666_666_59,
        -0.001_388_888_888_887_237_5,
        2.480_158_728_841_557e-5,
        -2.755_731_405_048_338e-7,
        2.087_568_297_019_681_4e-9,
        -1.135_759_338_069_157e-11,
    ];
    // Error 2^-56.3.
    const TAN: &'static [f64] = &[
        0.333_333_333_333_333_87,
        0.133_333_333_333_247_12,
        0.053_968_253_973_246_88,
        0.021_869_488_389_890_127,
        0.008_863_238_075_143_436,
        0.003_592_099_283_565_208_7,
        0.001_456_056_919_231_192_7,
        0.000_588_807_656_831_822_8,
        0.000_243_954_979_227_499_14,
        8.303_427_281_238_921e-5,
        6.818_321_937_791_48e-5,
        -2.685_742_484_899_328_3e-5,
        4.966_392_368_556_543e-5,
        -2.478_630_332_391_343_7e-5,
        9.913_766_991_497_884e-6,
    ];
    // Error 2^-54.7.
    const ATAN: &'static [f64] = &[
        -0.333_333_333_333_330_7,
        0.199_999_999_999_514_6,
        -0.142_857_142_825_750_85,
        0.111_111_110_070_256_17,
        -0.090_909_070_029_833_71,
        0.076_922_798_392_099_98,
        -0.066_664_040_569_698_78,
        0.058_805_278_114_335_27,
        -0.052_535_185_408_461_61,
        0.047_223_221_835_864_81,
        -0.042_191_788_885_127_965,
        0.036_641_909_937_153_87,
        -0.029_903_857_539_507_14,
        0.021_984_852_913_446_62,
        -0.013_900_560_394_485_962,
        0.007_196_503_926_443_089,
        -0.002_884_919_111_350_973_7,
        0.000_831_322_176_355_627_8,
        -0.000_152_160_957_240_188_14,
        1.322_508_676_614_347_4e-5,
    ];
    const ATAN_SMALL: f64 = 1e-290;
    const ATAN_LARGE: f64 = 1e290;
    // 2^200.
    const ATAN_UP: f64 = 1.606_938_044_258_990_3e60;
    // 2^-200.
    const ATAN_DOWN: f64 = 6.223_015_277_861_142e-61;
}
