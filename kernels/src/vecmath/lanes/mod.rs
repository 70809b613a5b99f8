//! The functions of vectors, and of single elements, which are vectors of one lane: what
//! kernels inline. Each lane's result is that of its own arguments alone, bit by bit the same
//! on every level. Bounds of errors: [`vecmath`](super).

mod activation;
mod compare;
mod error;
mod exp;
mod hyperbolic;
mod log;
mod power;
mod root;
mod round;
mod trig;

pub use activation::{
    elu, gelu, gelu_tanh, hard_sigmoid, hard_swish, leaky_relu, mish, selu, sigmoid, silu, softplus,
};
pub use compare::{abs, clamp, copysign, maximum, minimum, relu, select, select_nonzero};
pub use error::erf;
pub use exp::{exp, exp2, expm1};
pub use hyperbolic::tanh;
pub use log::{ln, ln_1p, log2};
pub use power::{pow, powi};
pub use root::{cbrt, recip, rsqrt, sqrt};
pub use round::{ceil, floor, round, trunc};
pub use trig::{atan2, cos, sin, sincos, tan};

use super::{polynomial, twofold};

pub(super) use trig::quarter;
