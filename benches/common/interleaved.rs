//! Times of alternatives, taken in turn so that a slow moment meets all of them alike.

use std::time::{Duration, Instant};

/// The median time of one run of each case, over `rounds` rounds that run every case
/// once; one more round warms up.
pub fn medians(rounds: usize, cases: &mut [&mut dyn FnMut()]) -> Vec<Duration> {
    let mut times = vec![Vec::with_capacity(rounds); cases.len()];
    for round in 0..=rounds {
        for (case, times) in cases.iter_mut().zip(&mut times) {
            let start = Instant::now();
            case();
            let time = start.elapsed();
            if round > 0 {
                times.push(time);
            }
        }
    }
    times.into_iter().map(median).collect()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
