//! Numbers of powers and roots.

/// Numbers of `pow` and `cbrt`.
pub trait Power: Sized + 'static {
    /// 2 / ln 2: the first coefficient of `log2((1 + s) / (1 − s))` by odd powers of s.
    const POW_1: Self;
    /// Its rest.
    const POW_1_LOW: Self;
    /// The second one.
    const POW_3: Self;
    /// Its rest.
    const POW_3_LOW: Self;
    /// The others, for |s| ≤ 0.1716, by ascending power of s².
    const POW_5: &'static [Self];
    /// 2 to the power of anything beyond this is ∞, or 0 below its negative.
    const POW_HIGH: Self;
    /// `1 / ∛m` for √½ ≤ m ≤ √2, by ascending power.
    const INV_CBRT: &'static [Self];
    /// ∛2, rounded.
    const CBRT_2: Self;
    /// ∛½, rounded.
    const CBRT_HALF: Self;
    /// Added and subtracted, it leaves half of the bits of a number near 1.
    const HALF_BITS: Self;
}

impl Power for f32 {
    const POW_1: f32 = 2.885_39;
    const POW_1_LOW: f32 = 3.851_926e-8;
    const POW_3: f32 = 0.961_796_7;
    const POW_3_LOW: f32 = -7.028_462e-9;
    // Error 2^-36.0.
    const POW_5: &'static [f32] = &[0.577_080_2, 0.411_848_16, 0.337_858_02];
    const POW_HIGH: f32 = 200.0;
    // Error 2^-14.7.
    const INV_CBRT: &'static [f32] = &[1.874_520_9, -1.861_837, 1.561_313, -0.702_390_3, 0.128_370_12];
    const CBRT_2: f32 = 1.259_921_1;
    const CBRT_HALF: f32 = 0.793_700_5;
    // 1.5 * 2^12.
    const HALF_BITS: f32 = 6_144.0;
}

impl Power for f64 {
    const POW_1: f64 = 2.885_390_081_777_926_8;
    const POW_1_LOW: f64 = 4.071_054_748_186_206_6e-17;
    const POW_3: f64 = 0.961_796_693_925_975_6;
    const POW_3_LOW: f64 = 5.057_761_664_812_590_7e-17;
    // Error 2^-65.9.
    const POW_5: &'static [f64] = &[
        0.577_078_016_355_585_1,
        0.412_198_583_111_371,
        0.320_598_897_907_723_6,
        0.262_308_199_186_705_45,
        0.221_952_238_882_367_2,
        0.192_402_398_573_565_17,
        0.168_431_810_432_192_74,
        0.172_967_034_856_775_9,
    ];
    const POW_HIGH: f64 = 1_200.0;
    // Error 2^-17.4.
    const INV_CBRT: &'static [f64] = &[
        1.999_171_332_557_365,
        -2.485_922_910_717_524_5,
        2.792_216_446_189_819_6,
        -1.898_137_806_719_255_4,
        0.700_741_460_606_157,
        -0.108_064_674_603_983_5,
    ];
    const CBRT_2: f64 = 1.259_921_049_894_873_2;
    const CBRT_HALF: f64 = 0.793_700_525_984_099_8;
    // 1.5 * 2^27.
    const HALF_BITS: f64 = 201_326_592.0;
}
