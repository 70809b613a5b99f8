//! Numbers of activation functions.

/// Numbers of activation functions.
pub trait Activation: Sized + 'static {
    /// 1/6.
    const SIXTH: Self;
    /// The rest of 1/6.
    const SIXTH_LOW: Self;
    /// λ of SELU, 1.0507009873554804934193349852946.
    const SELU_SCALE: Self;
    /// Its rest.
    const SELU_SCALE_LOW: Self;
    /// λ α, with α = 1.6732632423543772848170429916717.
    const SELU_LOWER: Self;
    /// Its rest.
    const SELU_LOWER_LOW: Self;
    /// 2 √(2/π).
    const GELU_TANH_1: Self;
    /// Its rest.
    const GELU_TANH_1_LOW: Self;
    /// 2 √(2/π) 0.044715.
    const GELU_TANH_3: Self;
    /// Its rest.
    const GELU_TANH_3_LOW: Self;
    /// e to the power of minus this is 0, also when it is multiplied by this.
    const LOGISTIC_HIGH: Self;
    /// Below, ln(1 + eˣ) is eˣ to more than the type's precision.
    const SOFTPLUS_LOW: Self;
}

impl Activation for f32 {
    const SIXTH: f32 = 0.166_666_67;
    const SIXTH_LOW: f32 = -4.967_054e-9;
    const SELU_SCALE: f32 = 1.050_701;
    const SELU_SCALE_LOW: f32 = -3.479_265_2e-8;
    const SELU_LOWER: f32 = 1.758_099_3;
    const SELU_LOWER_LOW: f32 = 2.329_671_7e-8;
    const GELU_TANH_1: f32 = 1.595_769_2;
    const GELU_TANH_1_LOW: f32 = -4.534_068e-8;
    const GELU_TANH_3: f32 = 0.071_354_814;
    const GELU_TANH_3_LOW: f32 = 2.398_832_5e-9;
    // 112 e^-112 = 2^-154.8.
    const LOGISTIC_HIGH: f32 = 112.0;
    const SOFTPLUS_LOW: f32 = -18.0;
}

impl Activation for f64 {
    const SIXTH: f64 = 0.166_666_666_666_666_66;
    const SIXTH_LOW: f64 = 9.251_858_538_542_97e-18;
    const SELU_SCALE: f64 = 1.050_700_987_355_480_5;
    const SELU_SCALE_LOW: f64 = 3.987_484_766_715_414_4e-17;
    const SELU_LOWER: f64 = 1.758_099_340_847_376_8;
    const SELU_LOWER_LOW: f64 = 1.415_351_938_008_45e-17;
    const GELU_TANH_1: f64 = 1.595_769_121_605_730_8;
    const GELU_TANH_1_LOW: f64 = -9.969_308_809_110_92e-17;
    const GELU_TANH_3: f64 = 0.071_354_816_272_600_25;
    const GELU_TANH_3_LOW: f64 = -6.175_149_918_155_315e-19;
    // 760 e^-760 = 2^-1086.9.
    const LOGISTIC_HIGH: f64 = 760.0;
    const SOFTPLUS_LOW: f64 = -38.0;
}
