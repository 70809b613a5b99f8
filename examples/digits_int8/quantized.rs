//! The network made of bytes, by calibration.

use kernels::Factor;
use kernels::prelude::*;
use kernels::quant::{Calibration, ErrorReport, Method, QuantError, Quantization, QuantizedDense};

use super::data::{Digit, Network};

/// The values behind each layer for an image, in `f32`; the last ones are logits.
struct Layers {
    h1: Vector<f32, 128>,
    h2: Vector<f32, 64>,
    logits: Vector<f32, 10>,
}

impl Layers {
    fn of(network: &Network, x: &Vector<f32, 64>) -> Self {
        let Network { w1, b1, w2, b2, w3, b3 } = network;
        let h1 = relu(w1.0 * x + b1.0);
        let h2 = relu(w2.0 * h1 + b2.0);
        Layers { h1, h2, logits: w3.0 * h2 + b3.0 }
    }
}

/// The network with activations `T`.
pub struct Quantized<T: Byte> {
    pub first: QuantizedDense<T, 128, 64>,
    pub second: QuantizedDense<T, 64, 128>,
    pub third: QuantizedDense<T, 10, 64>,
    pub packed: (Packed<i8, 128, 64>, Packed<i8, 64, 128>, Packed<i8, 10, 64>),
}

impl<T: Byte> Quantized<T>
where
    i8: Factor<T, Sum = i32>,
{
    /// Ranges of activations are those of the samples. Weights need none.
    pub fn new<'a>(
        network: &Network,
        samples: impl Iterator<Item = &'a Digit>,
        method: Method,
    ) -> Result<Self, QuantError> {
        let mut seen = [(); 4].map(|()| Calibration::new());
        for digit in samples {
            let Layers { h1, h2, logits } = Layers::of(network, &digit.pixels);
            seen[0].observe(digit.pixels.as_slice())?;
            seen[1].observe(h1.as_slice())?;
            seen[2].observe(h2.as_slice())?;
            seen[3].observe(logits.as_slice())?;
        }
        let range = |at: usize| seen[at].quantization::<T>(method);
        let (input, hidden1, hidden2, output) = (range(0)?, range(1)?, range(2)?, range(3)?);
        let Network { w1, b1, w2, b2, w3, b3 } = network;
        let first = QuantizedDense::new(w1, b1, input, hidden1)?;
        let second = QuantizedDense::new(w2, b2, hidden1, hidden2)?;
        let third = QuantizedDense::new(w3, b3, hidden2, output)?;
        let packed = (Packed::new(&first.weights), Packed::new(&second.weights), Packed::new(&third.weights));
        Ok(Quantized { first, second, third, packed })
    }

    /// Bytes that the kernel reads for a digit: weights, biases, multipliers.
    pub fn bytes(&self) -> usize {
        let (w1, w2, w3) = &self.packed;
        w1.bytes() + w2.bytes() + w3.bytes() + (128 + 64 + 10) * (size_of::<i32>() + size_of::<f32>())
    }

    /// How far each layer is from `f32`, over all digits.
    pub fn report(&self, network: &Network, digits: &[Digit]) -> Result<ErrorReport, kernels::SizeError> {
        let Quantized { first, second, third, .. } = self;
        let mut report = ErrorReport::new();
        for digit in digits {
            let exact = Layers::of(network, &digit.pixels);
            let Quantization { scale, zero_point } = first.input;
            let x = quantize(digit.pixels.0, scale, zero_point);
            let h1 = requantize(relu(first.accumulators(&x)), first.multipliers, first.output.zero_point);
            let h2 = requantize(relu(second.accumulators(&h1)), second.multipliers, second.output.zero_point);
            let logits = dequantize(third.accumulators(&h2), third.scales, 0);
            report.observe("pixels", digit.pixels.as_slice(), x.as_slice(), first.input)?;
            report.observe("hidden1", exact.h1.as_slice(), h1.as_slice(), first.output)?;
            report.observe("hidden2", exact.h2.as_slice(), h2.as_slice(), second.output)?;
            report.observe_numbers("logits", exact.logits.as_slice(), logits.as_slice())?;
        }
        Ok(report)
    }
}
