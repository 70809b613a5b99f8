//! Beside the numbers of `exp`: those of 2ˣ and of eˣ − 1.

/// Numbers of `exp2` and `expm1`.
pub trait Exp: Sized + 'static {
    /// `(2ʳ − 1) / r` for |r| ≤ 1/2, by ascending power.
    const EXP2: &'static [Self];
    /// `exp2` of anything below is +0.
    const EXP2_LOW: Self;
    /// `exp2` of anything from here on is +∞.
    const EXP2_HIGH: Self;
    /// At smaller magnitudes 2 to the nearest integer is a normal number, and so is its inverse.
    const EXP2_NORMAL: Self;
    /// The same for `exp`, of the power of two that it removes.
    const EXP_NORMAL: Self;
    /// `expm1` of anything below rounds to −1.
    const EXPM1_LOW: Self;
    /// `expm1 x` is x up to here, to more than the type's precision.
    const EXPM1_TINY: Self;
}

impl Exp for f32 {
    // Error 2^-28.7.
    const EXP2: &'static [f32] = &[
        core::f32::consts::LN_2,
        0.240_226_5,
        0.055_504_102,
        0.009_618_037,
        0.001_333_392_6,
        0.000_154_671_23,
        1.519_955_55e-5,
    ];
    const EXP2_LOW: f32 = -151.0;
    const EXP2_HIGH: f32 = 128.0;
    const EXP2_NORMAL: f32 = 126.0;
    const EXP_NORMAL: f32 = 87.0;
    // e^-18 is under half an ULP of what is below 1.
    const EXPM1_LOW: f32 = -18.0;
    const EXPM1_TINY: f32 = 9.313_226e-10;
}

impl Exp for f64 {
    // Error 2^-55.6.
    const EXP2: &'static [f64] = &[
        core::f64::consts::LN_2,
        0.240_226_506_959_100_72,
        0.055_504_108_664_821_69,
        0.009_618_129_107_628_331,
        0.001_333_355_814_639_182,
        0.000_154_035_303_936_344_9,
        1.525_273_385_522_678_7e-5,
        1.321_548_660_223_500_3e-6,
        1.017_805_153_460_419e-7,
        7.054_970_977_311_121e-9,
        4.456_636_071_090_104_7e-10,
        2.563_128_210_967_528e-11,
    ];
    const EXP2_LOW: f64 = -1076.0;
    const EXP2_HIGH: f64 = 1024.0;
    const EXP2_NORMAL: f64 = 1022.0;
    const EXP_NORMAL: f64 = 708.0;
    // As well e^-38.
    const EXPM1_LOW: f64 = -38.0;
    const EXPM1_TINY: f64 = 8.673_617_379_884_035e-19;
}
