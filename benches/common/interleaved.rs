//! Times of alternatives, taken in turn so that a slow moment meets all of them alike.

use std::time::{Duration, Instant};

/// A processor that has just run narrow code needs about a millisecond until wide vectors
/// run at full speed.
const SETTLING: Duration = Duration::from_millis(1);

/// The times of one run of each case, one per round; a round takes every case in turn. A
/// case runs once and returns its time.
pub fn rounds(rounds: usize, cases: &mut [&mut dyn FnMut() -> Duration]) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::with_capacity(rounds); cases.len()];
    for _ in 0..rounds {
        for (case, times) in cases.iter_mut().zip(&mut times) {
            times.push(settled(case));
        }
    }
    times
}

/// The median time of one run of each case.
pub fn medians(count: usize, cases: &mut [&mut dyn FnMut()]) -> Vec<Duration> {
    let mut timed: Vec<_> = cases.iter_mut().map(|case| || time(&mut *case)).collect();
    let mut timed: Vec<_> = timed.iter_mut().map(|case| case as &mut dyn FnMut() -> Duration).collect();
    rounds(count, &mut timed).into_iter().map(median).collect()
}

/// Runs a case until it has settled, and takes the shortest time of the second half: the
/// others were interrupted, or came too early.
fn settled(case: &mut dyn FnMut() -> Duration) -> Duration {
    let begin = Instant::now();
    let mut shortest = Duration::MAX;
    loop {
        let time = case();
        let elapsed = begin.elapsed();
        if elapsed >= SETTLING / 2 {
            shortest = shortest.min(time);
        }
        if elapsed >= SETTLING {
            return shortest;
        }
    }
}

/// The time of a run.
pub fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// The middle one.
pub fn median<T: PartialOrd + Copy>(values: impl IntoIterator<Item = T>) -> T {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort_unstable_by(|a, b| a.partial_cmp(b).expect("no NaN"));
    values[values.len() / 2]
}
