//! What can be said of the probabilities for all digits.

use kernels::prelude::*;

use super::data::Digit;

/// The class of the highest probability.
pub fn class(answer: &Vector<f32, 10>) -> usize {
    (0..10).max_by(|&a, &b| answer[a].total_cmp(&answer[b])).expect("there are ten classes")
}

/// How many digits are read right.
pub fn right(digits: &[Digit], answers: &[Vector<f32, 10>]) -> usize {
    digits.iter().zip(answers).filter(|(digit, answer)| class(answer) == digit.label).count()
}

/// The largest difference from an expected probability; NaN where one is.
pub fn difference(digits: &[Digit], answers: &[Vector<f32, 10>]) -> f64 {
    let pairs = digits.iter().zip(answers).flat_map(|(digit, answer)| answer.iter().zip(&digit.expected));
    pairs.map(|(&p, expected)| (f64::from(p) - expected).abs()).fold(0.0, maximum)
}

/// FNV-1a over the bits of all probabilities: the same on every level.
pub fn bits(answers: &[Vector<f32, 10>]) -> u64 {
    let bytes = answers.iter().flatten().flat_map(|p| p.to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
