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
    /// The others, for |s| ≤ 1/5, by ascending power of s².
    const POW_5: &'static [Self];
    /// 2 to the power of anything beyond this is ∞, or 0 below its negative.
    const POW_HIGH: Self;
    /// `1 / ∛m` for 3/4 ≤ m ≤ 3/2, by ascending power.
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
    // Error 2^-34.1.
    const POW_5: &'static [f32] = &[0.577_083_65, 0.411_536_72, 0.344_429_55];
    const POW_HIGH: f32 = 200.0;
    // Error 2^-14.7.
    const INV_CBRT: &'static [f32] = &[1.838_080_3, -1.721_229, 1.360_849_1, -0.577_194, 0.099_455_945];
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
    // Error 2^-68.4.
    const POW_5: &'static [f64] = &[
        0.577_078_016_355_585_4,
        0.412_198_583_111_097_1,
        0.320_598_897_984_367_64,
        0.262_308_188_033_205_6,
        0.221_953_180_600_779_04,
        0.192_354_494_347_042_24,
        0.169_880_315_543_617_96,
        0.148_977_994_697_873_9,
        0.167_605_709_821_726_6,
    ];
    const POW_HIGH: f64 = 1_200.0;
    // Error 2^-17.4.
    const INV_CBRT: &'static [f64] = &[
        1.960_307_553_785_111_8,
        -2.298_182_926_483_740_6,
        2.433_710_820_760_073_3,
        -1.559_806_757_692_19,
        0.542_905_497_530_033_6,
        -0.078_935_748_737_694_8,
    ];
    const CBRT_2: f64 = 1.259_921_049_894_873_2;
    const CBRT_HALF: f64 = 0.793_700_525_984_099_8;
    // 1.5 * 2^27.
    const HALF_BITS: f64 = 201_326_592.0;
}
