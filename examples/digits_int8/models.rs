//! The networks that are compared, each as a function of an image.

use kernels::memory::Aligned;
use kernels::prelude::*;
use kernels::quant::{Method, QuantError};
use kernels::{Factor, Level};

use super::data::{Digit, Network};
use super::network::classify;
use super::networks::{classify_bf16, classify_seven_bits, classify_u8};
use super::quantized::Quantized;

/// Class probabilities of an image, at a level or by a plain call.
type Classify<'a> = dyn Fn(Option<Level>, &Vector<f32, 64>) -> Vector<f32, 10> + 'a;

/// One of the networks.
pub struct Model<'a> {
    pub name: &'static str,
    /// What the kernel reads for a digit, beside the image.
    pub bytes: usize,
    classify: Box<Classify<'a>>,
}

impl<'a> Model<'a> {
    fn new(
        name: &'static str,
        bytes: usize,
        classify: impl Fn(Option<Level>, &Vector<f32, 64>) -> Vector<f32, 10> + 'a,
    ) -> Self {
        Model { name, bytes, classify: Box::new(classify) }
    }

    /// The class probabilities at a level of this machine, or by a plain call.
    pub fn answer(&self, level: Option<Level>, digit: &Digit) -> Vector<f32, 10> {
        (self.classify)(level, &digit.pixels)
    }

    /// Those of all images.
    pub fn answers(&self, level: Option<Level>, digits: &[Digit]) -> Vec<Vector<f32, 10>> {
        digits.iter().map(|digit| self.answer(level, digit)).collect()
    }
}

/// A kernel's plain call, or that at a level.
macro_rules! call {
    ($kernel:ident, $level:expr, ($($argument:expr),*)) => {
        match $level {
            None => $kernel($($argument),*),
            Some(level) => $kernel::at(level, $($argument),*).expect("only supported levels"),
        }
    };
}

/// Every tenth image shows the values that activations take.
pub const STEP: usize = 10;

/// The network with activations `T`.
pub fn quantized<T: Byte>(network: &Network, digits: &[Digit]) -> Result<Quantized<T>, QuantError>
where
    i8: Factor<T, Sum = i32>,
{
    Quantized::new(network, digits.iter().step_by(STEP), Method::MinMax)
}

/// Of weights `W` and biases `f32`.
fn bytes<W>() -> usize {
    (128 * 64 + 64 * 128 + 10 * 64) * size_of::<W>() + (128 + 64 + 10) * size_of::<f32>()
}

/// The network as it was trained.
pub fn trained(network: &Network) -> Model<'_> {
    let Network { w1, b1, w2, b2, w3, b3 } = network;
    Model::new("f32", bytes::<f32>(), move |level, x| call!(classify, level, (w1, b1, w2, b2, w3, b3, x)))
}

/// The one with weights of `bf16`, each the nearest to that of `f32`.
pub fn stored(network: &Network) -> Model<'_> {
    let Network { w1, b1, w2, b2, w3, b3 } = network;
    let w1 = Box::new(Aligned(w1.map(bf16::from_f32)));
    let w2 = Box::new(Aligned(w2.map(bf16::from_f32)));
    let w3 = Box::new(Aligned(w3.map(bf16::from_f32)));
    Model::new("bf16", bytes::<bf16>(), move |level, x| {
        call!(classify_bf16, level, (&w1, b1, &w2, b2, &w3, b3, x))
    })
}

/// The kernel of bytes with activations `$T`.
macro_rules! of_bytes {
    ($name:ident, $kernel:ident, $T:ty, $text:literal) => {
        /// A quantized network.
        pub fn $name(network: &Quantized<$T>) -> Model<'_> {
            let Quantized { first, second, third, packed: (w1, w2, w3) } = network;
            Model::new($text, network.bytes(), move |level, x| {
                let (b1, m1, b2, m2) = (&first.bias, &first.multipliers, &second.bias, &second.multipliers);
                let (b3, s3, q0, q1, q2) =
                    (&third.bias, &third.scales, first.input, second.input, third.input);
                call!($kernel, level, (w1, b1, m1, w2, b2, m2, w3, b3, s3, q0, q1, q2, x))
            })
        }
    };
}
of_bytes!(eight_bits, classify_u8, u8, "i8, u8");
of_bytes!(seven_bits, classify_seven_bits, U7, "i8, U7");
