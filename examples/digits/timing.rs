//! Time for a digit.

#[path = "../../benches/common/interleaved.rs"]
mod interleaved;

/// Enough for a steady median, and the slow peers do not take long.
pub const ROUNDS: usize = 15;

/// Nanoseconds per digit of each case, which classifies all digits once.
pub fn time(digits: usize, cases: &mut [&mut dyn FnMut()]) -> Vec<f64> {
    let medians = interleaved::medians(ROUNDS, cases);
    medians.iter().map(|time| time.as_secs_f64() * 1e9 / digits as f64).collect()
}
