//! Times of alternatives, taken in turn so that a slow moment meets all of them alike.

use std::time::{Duration, Instant};

/// A processor that has just run narrow code needs about a millisecond until wide vectors
/// run at full speed.
const SETTLING: Duration = Duration::from_millis(1);

/// The median time of one run of each case, over `rounds` rounds that take every case in
/// turn.
pub fn medians(rounds: usize, cases: &mut [&mut dyn FnMut()]) -> Vec<Duration> {
    let mut times = vec![Vec::with_capacity(rounds); cases.len()];
    for _ in 0..rounds {
        for (case, times) in cases.iter_mut().zip(&mut times) {
            times.push(settled(case));
        }
    }
    times.into_iter().map(median).collect()
}

/// Runs a case until it has settled, and takes the time of the last run.
fn settled(case: &mut dyn FnMut()) -> Duration {
    let begin = Instant::now();
    loop {
        let start = Instant::now();
        case();
        let time = start.elapsed();
        if begin.elapsed() >= SETTLING {
            return time;
        }
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
