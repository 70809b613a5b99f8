//! Beside the numbers of `exp`: those of 2ˣ and of eˣ − 1.

/// Numbers of `exp2` and `expm1`.
pub trait Exp: Sized + 'static {
    /// `(2ʳ − 1) / r` for |r| ≤ 1/2, by ascending power.
    const EXP2: &'static [Self];
    /// `exp2` of anything below is +0.
    const EXP2_LOW: Self;
    /// `exp2` of anything from here on is +∞.
    const EXP2_HIGH: Self;
    /// `expm1` of anything below rounds to −1.
    const EXPM1_LOW: Self;
    /// `expm1 x` is x up to here, to more than the type's precision.
    const EXPM1_TINY: Self;
}

impl Exp for f32 {
    // Error 2^-26.7.
    const EXP2: &'static [f32] =
        &[0.693_147_2, 0.240_226_4, 0.055_503_413, 0.009_619_245, 0.001_339_759_3, 0.000_151_647_75];
    const EXP2_LOW: f32 = -151.0;
    const EXP2_HIGH: f32 = 128.0;
    // e^-18 is under half an ULP of what is below 1.
    const EXPM1_LOW: f32 = -18.0;
    const EXPM1_TINY: f32 = 9.313_226e-10;
}

impl Exp for f64 {
    // Error 2^-54.8.
    const EXP2: &'static [f64] = &[
        0.693_147_180_559_945_3,
        0.240_226_506_959_101_33,
        0.055_504_108_664_820_06,
        0.009_618_129_107_593_562,
        0.001_333_355_814_677_989_8,
        0.000_154_035_304_578_847_64,
        1.525_273_348_961_444_5e-5,
        1.321_543_486_724_746_3e-6,
        1.017_820_039_715_475e-7,
        7.073_859_102_142_071e-9,
        4.434_739_850_494_898e-10,
    ];
    const EXP2_LOW: f64 = -1076.0;
    const EXP2_HIGH: f64 = 1024.0;
    // As well e^-38.
    const EXPM1_LOW: f64 = -38.0;
    const EXPM1_TINY: f64 = 8.673_617_379_884_035e-19;
}
