//! The times of one case.

use std::time::{Duration, Instant};

use super::clock::Clock;
use super::compare::{Case, Work};
use super::place::Arena;
use super::way::Way;
use super::{Operand, Place, interleaved, rates};

/// A sample takes this long: a thousand times what reading the clock does.
const SAMPLE: Duration = Duration::from_micros(30);
/// Time for a case, all its ways, rounds and placements together.
const CASE: f64 = 1.0;
/// A sample with its settling, in seconds.
const SETTLED: f64 = 0.001;
/// Rounds that even a slow case has, and that are enough for any.
const ROUNDS: [f64; 2] = [5.0, 31.0];
/// Below this many nanoseconds addresses count: several placements then, with fewer
/// rounds each.
const SHORT: f64 = 20.0;
const PLACEMENTS: usize = 7;

/// Nanoseconds of one call, per way and sample; samples of one index were taken in one
/// round.
pub struct Times {
    ways: Vec<Vec<f64>>,
    /// What the core can do in a nanosecond, in the unit of the case's work.
    rate: Vec<f64>,
}

impl Times {
    /// Of all ways of a case.
    pub fn take<T: Operand>(case: &Case<T>, arena: &mut Arena<T>) -> Self {
        let mut times = Times { ways: vec![vec![]; case.ways.len()], rate: vec![] };
        let place = arena.place(0);
        let calls: Vec<u64> = case.ways.iter().map(|way| calls_in_a_sample(way, place)).collect();
        let once: Vec<f64> =
            case.ways.iter().zip(&calls).map(|(way, calls)| seconds(way, place, *calls)).collect();
        let round: f64 = once.iter().map(|time| time.max(SETTLED)).sum();
        let clock = Clock::of(once[0]);
        let short = once[0] / calls[0] as f64 * 1e9 < SHORT;
        let placements = if short { PLACEMENTS } else { 1 };
        let rounds = (CASE / round / placements as f64).clamp(ROUNDS[0], ROUNDS[1]) as usize;
        let yardstick = Yardstick::new::<T>(case.work, arena.bytes());
        for which in 0..placements {
            let place = arena.place(which);
            times.add(clock, &case.ways, &calls, &yardstick, place, rounds);
        }
        times
    }

    fn add<T: Operand>(
        &mut self,
        clock: Clock,
        ways: &[Way<T>],
        calls: &[u64],
        yardstick: &Yardstick,
        place: Place<T>,
        rounds: usize,
    ) {
        let yard = || clock.time(|| yardstick.run());
        let mut runs: Vec<Box<dyn FnMut() -> Duration + '_>> = vec![Box::new(yard)];
        for (way, calls) in ways.iter().zip(calls) {
            runs.push(Box::new(move || clock.time(|| (way.run)(*calls, place))));
        }
        runs.push(Box::new(yard));
        let mut runs: Vec<&mut dyn FnMut() -> Duration> =
            runs.iter_mut().map(|run| &mut **run as _).collect();
        let mut samples = interleaved::rounds(rounds, &mut runs);
        let nanoseconds = |time: Duration| time.as_secs_f64() * 1e9;
        // The better of the two in a round: nothing makes a core seem faster than it is.
        let yards = samples.pop().expect("the last run").into_iter().zip(samples.remove(0));
        self.rate.extend(yards.map(|(last, first)| yardstick.amount / nanoseconds(last.min(first))));
        for ((way, samples), calls) in self.ways.iter_mut().zip(samples).zip(calls) {
            way.extend(samples.into_iter().map(|time| nanoseconds(time) / *calls as f64));
        }
    }

    /// Of a way.
    pub fn median(&self, way: usize) -> f64 {
        interleaved::median(self.ways[way].iter().copied())
    }

    /// A way's time ÷ the first one's, round by round, so that a slow moment does not count.
    pub fn ratio(&self, way: usize) -> f64 {
        interleaved::median(self.ways[way].iter().zip(&self.ways[0]).map(|(theirs, ours)| theirs / ours))
    }

    /// The first way's share of what the core can do.
    pub fn share(&self, work: Work) -> String {
        let (amount, unit) = match work {
            Work::Operations(operations) => (operations, "GFLOP/s"),
            Work::Products(products) => (products, "G products/s"),
            Work::Loads(bytes) => (bytes, "GB/s"),
        };
        let share = self.ways[0].iter().zip(&self.rate).map(|(time, rate)| amount / time / rate);
        let rate = interleaved::median(self.rate.iter().copied());
        format!("{:.1} % of {rate:.0} {unit}", 100.0 * interleaved::median(share))
    }
}

/// As many digits as mean something.
pub fn nanoseconds(time: f64) -> String {
    let digits = match time {
        ..10.0 => 2,
        10.0..100.0 => 1,
        _ => 0,
    };
    format!("{time:.digits$} ns")
}

/// What the core can do, to run beside the ways.
struct Yardstick {
    /// Runs once.
    once: Box<dyn Fn()>,
    runs: u64,
    /// Operations or bytes of all runs.
    amount: f64,
}

impl Yardstick {
    /// For a case whose operands have so many bytes.
    fn new<T: Operand>(work: Work, bytes: usize) -> Self {
        let mut yardstick = match work {
            Work::Operations(_) | Work::Products(_) => {
                Yardstick { once: Box::new(|| _ = T::compute()), runs: 1, amount: T::compute() }
            }
            Work::Loads(_) => {
                let bytes = rates::footprint_bytes(bytes);
                let footprint = rates::Footprint::new(bytes);
                let once = Box::new(move || rates::loads(footprint.elements()));
                Yardstick { once, runs: 1, amount: bytes as f64 }
            }
        };
        let start = Instant::now();
        yardstick.run();
        let runs = SAMPLE.as_secs_f64() / start.elapsed().as_secs_f64();
        yardstick.runs = runs.ceil() as u64;
        yardstick.amount *= yardstick.runs as f64;
        yardstick
    }

    fn run(&self) {
        for _ in 0..self.runs {
            (self.once)();
        }
    }
}

fn calls_in_a_sample<T>(way: &Way<T>, place: Place<T>) -> u64 {
    let mut calls = 1;
    while seconds(way, place, calls) < SAMPLE.as_secs_f64() {
        calls *= 2;
    }
    calls
}

fn seconds<T>(way: &Way<T>, place: Place<T>, calls: u64) -> f64 {
    let start = Instant::now();
    (way.run)(calls, place);
    start.elapsed().as_secs_f64()
}
