//! How far quantized layers are from those in `f32`.

use core::fmt;

use super::Quantization;
use crate::{Byte, SizeError};

/// The errors of one layer's output, over all samples seen.
///
/// ```
/// use kernels::quant::{ErrorReport, Quantization};
///
/// let mut report = ErrorReport::new();
/// let q = Quantization { scale: 0.5, zero_point: 0_u8 };
/// report.observe("first", &[1.0, 2.25, 200.0], &[2, 4, 255], q)?;
/// let layer = &report.layers()[0];
/// assert_eq!((layer.name(), layer.values()), ("first", 3));
/// assert_eq!((layer.max(), layer.mean()), (72.5, 72.75 / 3.0));
/// assert_eq!(layer.saturated(), 1.0 / 3.0);
/// assert_eq!(layer.signal_to_noise().round(), 9.0);
/// # Ok::<(), kernels::SizeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LayerError {
    name: String,
    values: u64,
    /// The sum of magnitudes of differences, and the largest one.
    sum: f64,
    max: f64,
    /// Sums of squares.
    signal: f64,
    noise: f64,
    saturated: u64,
}

impl LayerError {
    fn new(name: &str) -> Self {
        let name = name.to_owned();
        Self { name, values: 0, sum: 0.0, max: 0.0, signal: 0.0, noise: 0.0, saturated: 0 }
    }

    fn add(&mut self, exact: f32, near: f32) {
        let (exact, near) = (f64::from(exact), f64::from(near));
        let error = (near - exact).abs();
        self.values += 1;
        self.sum += error;
        // Not `f64::max`, which drops a NaN.
        self.max = if error <= self.max { self.max } else { error };
        self.signal += exact * exact;
        self.noise += error * error;
    }

    /// The layer's name.
    ///
    /// ```
    /// use kernels::quant::ErrorReport;
    ///
    /// let mut report = ErrorReport::new();
    /// report.observe_numbers("last", &[10.0, 0.0], &[10.0, 1.0])?;
    /// assert_eq!(report.layers()[0].name(), "last");
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many values were compared.
    ///
    /// ```
    /// use kernels::quant::ErrorReport;
    ///
    /// let mut report = ErrorReport::new();
    /// report.observe_numbers("last", &[10.0, 0.0], &[10.0, 1.0])?;
    /// assert_eq!(report.layers()[0].values(), 2);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn values(&self) -> u64 {
        self.values
    }

    /// The mean magnitude of the differences; 0 of none.
    ///
    /// ```
    /// use kernels::quant::ErrorReport;
    ///
    /// let mut report = ErrorReport::new();
    /// report.observe_numbers("last", &[10.0, 0.0], &[10.0, 1.0])?;
    /// assert_eq!(report.layers()[0].mean(), 0.5);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn mean(&self) -> f64 {
        self.sum / self.values.max(1) as f64
    }

    /// The largest magnitude of a difference; NaN where one was.
    ///
    /// ```
    /// use kernels::quant::ErrorReport;
    ///
    /// let mut report = ErrorReport::new();
    /// report.observe_numbers("last", &[10.0, 0.0], &[10.0, 1.0])?;
    /// assert_eq!(report.layers()[0].max(), 1.0);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn max(&self) -> f64 {
        self.max
    }

    /// The signal-to-noise ratio in dB: ten times the decimal logarithm of the sum of squares
    /// of the exact values by that of the differences. `+∞` without differences.
    ///
    /// ```
    /// use kernels::quant::ErrorReport;
    ///
    /// let mut report = ErrorReport::new();
    /// report.observe_numbers("last", &[10.0, 0.0], &[10.0, 1.0])?;
    /// assert_eq!(report.layers()[0].signal_to_noise(), 20.0);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn signal_to_noise(&self) -> f64 {
        if self.noise == 0.0 { f64::INFINITY } else { 10.0 * (self.signal / self.noise).log10() }
    }

    /// The share of values, 0 to 1, for which the type had no value within half a step.
    ///
    /// ```
    /// use kernels::quant::ErrorReport;
    ///
    /// let mut report = ErrorReport::new();
    /// report.observe_numbers("last", &[10.0, 0.0], &[10.0, 1.0])?;
    /// assert_eq!(report.layers()[0].saturated(), 0.0);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn saturated(&self) -> f64 {
        self.saturated as f64 / self.values.max(1) as f64
    }
}

/// The errors of each layer of a quantized network, printed as a table.
///
/// A layer that gets its input from quantized layers before it shows their errors too; one
/// whose input is the quantized output of the `f32` layer shows its own alone.
///
/// ```
/// use kernels::quant::{ErrorReport, Quantization};
///
/// let q = Quantization { scale: 0.5, zero_point: 0_u8 };
/// let mut report = ErrorReport::new();
/// report.observe("hidden", &[1.0, 2.25, 200.0, 0.0], &[2, 4, 255, 0], q)?;
/// report.observe_numbers("logits", &[1.0, -3.0], &[1.0, -3.25])?;
/// let table = report.to_string();
/// let lines: Vec<&str> = table.lines().collect();
/// assert_eq!(lines[0], "layer   values  mean error   max error  SNR dB  saturated");
/// assert_eq!(lines[1], "hidden       4   1.8188e+1   7.2500e+1     8.8    25.00 %");
/// assert_eq!(lines[2], "logits       2   1.2500e-1   2.5000e-1    22.0     0.00 %");
/// # Ok::<(), kernels::SizeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorReport {
    layers: Vec<LayerError>,
}

impl ErrorReport {
    /// One without layers.
    ///
    /// ```
    /// assert!(kernels::quant::ErrorReport::new().layers().is_empty());
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// Compares a sample's output of a layer: `exact` in `f32`, `quantized` as bytes. A layer
    /// is known by its name; the first sample adds it.
    ///
    /// # Errors
    /// The slices are not of one length.
    ///
    /// ```
    /// use kernels::quant::{ErrorReport, Quantization};
    ///
    /// let q = Quantization { scale: 0.5, zero_point: 0_u8 };
    /// let mut report = ErrorReport::new();
    /// report.observe("first", &[0.75], &[2], q)?;
    /// report.observe("first", &[0.5], &[1], q)?;
    /// assert_eq!(report.layers()[0].mean(), 0.125);
    /// assert!(report.observe("first", &[0.75, 1.0], &[2], q).is_err());
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn observe<T: Byte>(
        &mut self,
        layer: &str,
        exact: &[f32],
        quantized: &[T],
        quantization: Quantization<T>,
    ) -> Result<(), SizeError> {
        same_length(exact.len(), ("quantized", quantized.len()))?;
        let layer = self.layer(layer);
        for (&exact, &byte) in exact.iter().zip(quantized) {
            layer.add(exact, quantization.dequantize(byte));
            layer.saturated += u64::from(quantization.saturates(exact));
        }
        Ok(())
    }

    /// Compares a sample's output of a layer that gives numbers, such as the dequantized one
    /// of the last layer; nothing of it is saturated.
    ///
    /// # Errors
    /// The slices are not of one length.
    ///
    /// ```
    /// let mut report = kernels::quant::ErrorReport::new();
    /// report.observe_numbers("logits", &[1.0, 2.0], &[1.0, 2.5])?;
    /// assert_eq!(report.layers()[0].max(), 0.5);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn observe_numbers(&mut self, layer: &str, exact: &[f32], near: &[f32]) -> Result<(), SizeError> {
        same_length(exact.len(), ("near", near.len()))?;
        let layer = self.layer(layer);
        exact.iter().zip(near).for_each(|(&exact, &near)| layer.add(exact, near));
        Ok(())
    }

    /// The layers, in the order of their first samples.
    ///
    /// ```
    /// let mut report = kernels::quant::ErrorReport::new();
    /// report.observe_numbers("b", &[1.0], &[1.0])?;
    /// report.observe_numbers("a", &[1.0], &[1.0])?;
    /// assert_eq!(report.layers().iter().map(|layer| layer.name()).collect::<Vec<_>>(), ["b", "a"]);
    /// # Ok::<(), kernels::SizeError>(())
    /// ```
    pub fn layers(&self) -> &[LayerError] {
        &self.layers
    }

    fn layer(&mut self, name: &str) -> &mut LayerError {
        let at = self.layers.iter().position(|layer| layer.name == name).unwrap_or_else(|| {
            self.layers.push(LayerError::new(name));
            self.layers.len() - 1
        });
        &mut self.layers[at]
    }
}

fn same_length(exact: usize, (name, found): (&'static str, usize)) -> Result<(), SizeError> {
    if exact == found { Ok(()) } else { Err(SizeError::batch(("exact", exact), (name, found))) }
}

impl fmt::Display for ErrorReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width =
            self.layers.iter().map(|layer| layer.name.chars().count()).fold("layer".len(), usize::max);
        write!(f, "{:width$}  values  mean error   max error  SNR dB  saturated", "layer")?;
        for layer in &self.layers {
            write!(
                f,
                "\n{:width$}  {:>6}  {:>10}  {:>10}  {:>6.1}  {:>7.2} %",
                layer.name,
                layer.values,
                scientific(layer.mean()),
                scientific(layer.max()),
                layer.signal_to_noise(),
                100.0 * layer.saturated(),
            )?;
        }
        Ok(())
    }
}

/// Five digits and the exponent, with its sign.
fn scientific(x: f64) -> String {
    let digits = format!("{x:.4e}");
    match digits.split_once('e') {
        Some((mantissa, power)) if !power.starts_with('-') => format!("{mantissa}e+{power}"),
        _ => digits,
    }
}
