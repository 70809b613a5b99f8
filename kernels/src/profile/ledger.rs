//! The timings of a kernel's candidates: who is next, who is out, who has won.
//!
//! The candidates take turns, and each time is compared with that of the first candidate in the
//! same round: what disturbs the machine for longer, as work on the other half of a core does by
//! a third, disturbs both. One that is behind by more than the measurements are uncertain is out;
//! the race ends when one is left, when those left are equally fast, or after enough rounds.

use super::site::{About, Contender};
use crate::Level;

/// Rounds before anyone is out by the medians: of nine timings, seven lie between the second
/// and the eighth, which bounds the median with 96 %.
const FIRST_ROUNDS: usize = 9;
/// Rounds after which the fastest so far has won. The interval of the median shrinks with the
/// root of their number, so that more would hardly tell more.
const LAST_ROUND: usize = 63;
/// Rounds before anyone is out at all: a profile does not compare medians of fewer timings.
const EARLY_ROUNDS: usize = 5;
/// A candidate that takes so many times as long as the fastest is out early.
const HOPELESS: f64 = 1.5;
/// What is left of the race is a tie within this part of the time.
const TIE: f64 = 0.005;
/// Nanoseconds of a timing: fifty times what reading the clock takes, which it does four times.
const TIMING_NS: f64 = 5_000.0;
/// Calls of a timing, for kernels of a few nanoseconds.
const MOST_REPETITIONS: u32 = 1_000;
/// Calls of a turn without repetitions; the first is not counted, because its code and the
/// branches in it are cold.
const CALLS: usize = 5;

/// One candidate in the race.
#[derive(Debug)]
struct Runner {
    /// Its place among the site's candidates.
    candidate: usize,
    /// Nanoseconds of a call, one for each timing.
    timings: Vec<f64>,
    repetitions: u32,
    out: bool,
}

/// What the next call runs.
#[derive(Debug, Clone, Copy)]
pub struct Turn {
    runner: usize,
    /// The place among the site's candidates.
    pub candidate: usize,
    /// How often the call is repeated for a timing.
    pub repetitions: u32,
    /// Rounds before.
    pub round: usize,
}

/// The race of one site.
#[derive(Debug)]
pub struct Ledger {
    /// The level whose calls these are.
    pub level: Level,
    runners: Vec<Runner>,
    /// The runner of what would run without a record. It is timed to the end, for the others.
    first: usize,
    repeatable: bool,
    round: usize,
    /// Calls that the runner whose turn it is has had.
    calls: usize,
    /// The runner whose turn it is.
    next: usize,
    winner: Option<usize>,
}

/// The median of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Median {
    pub value: f64,
    /// Half the width of the interval that holds the median with 95 %.
    pub spread: f64,
    pub timings: usize,
}

/// Nanoseconds by which the coarsest clock advances: that of AMD's processors.
const CLOCK_NS: f64 = 10.0;

impl Median {
    /// Of at least one timing. The interval is that between two of the sorted timings, as many
    /// from the middle as the sign test says.
    pub fn of(timings: impl Iterator<Item = f64>) -> Option<Median> {
        let mut sorted: Vec<f64> = timings.collect();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len().checked_sub(1)? / 2;
        // 1.96 standard deviations of a binomial distribution, √n / 2 each.
        let steps = ((sorted.len() as f64).sqrt() * 0.98).ceil() as usize;
        let (low, high) = (middle.saturating_sub(steps), (middle + steps).min(sorted.len() - 1));
        let spread = (sorted[high] - sorted[low]) / 2.0;
        Some(Median { value: sorted[middle], spread, timings: sorted.len() })
    }

    fn times(self, factor: f64) -> Median {
        Median { value: self.value * factor, spread: self.spread * factor, ..self }
    }
}

impl Ledger {
    /// The race of a site whose calls would run `first`: with the candidates of that level, and
    /// those of the narrower ones that have vectors; with that one alone where calls are of
    /// different sizes.
    pub fn new(about: &About, first: &Contender) -> Self {
        let enters = |contender: &Contender| {
            if !about.comparable {
                return contender == first;
            }
            let narrower = contender.level < first.level && contender.level > Level::Portable;
            contender.level == first.level || (narrower && contender.level.is_supported())
        };
        let entrants = about.candidates.iter().enumerate().filter(|(_, contender)| enters(contender));
        let runner = |candidate| Runner {
            candidate,
            timings: Vec::with_capacity(LAST_ROUND),
            repetitions: 1,
            out: false,
        };
        let runners: Vec<Runner> = entrants.map(|(at, _)| runner(at)).collect();
        let winner = (runners.len() == 1).then(|| runners[0].candidate);
        let is_first = |runner: &Runner| about.candidates[runner.candidate] == *first;
        let at = runners.iter().position(is_first).expect("it is of that level");
        let repeatable = about.repeatable;
        Ledger { level: first.level, runners, first: at, repeatable, round: 0, calls: 0, next: 0, winner }
    }

    /// What the next call runs.
    pub fn turn(&self) -> Turn {
        let Runner { candidate, repetitions, .. } = self.runners[self.next];
        Turn { runner: self.next, candidate, repetitions, round: self.round }
    }

    /// The candidate that has won, once one has.
    pub fn winner(&self) -> Option<usize> {
        self.winner
    }

    /// What a turn took, per call.
    pub fn add(&mut self, turn: Turn, ns: f64) {
        let runner = &mut self.runners[turn.runner];
        self.calls += 1;
        if self.repeatable {
            let wanted = (TIMING_NS / ns.max(1.0)).ceil().min(f64::from(MOST_REPETITIONS)) as u32;
            // The first time says how often to repeat. It is a timing only where that is once.
            let counts = turn.repetitions > 1 || wanted == 1;
            runner.repetitions = runner.repetitions.max(wanted);
            if !counts {
                return;
            }
            runner.timings.push(ns);
        } else {
            if self.calls > 1 {
                runner.timings.push(ns);
            }
            if self.calls < CALLS {
                return;
            }
        }
        self.calls = 0;
        self.advance();
    }

    /// The next runner's turn; after the last one's the next round.
    fn advance(&mut self) {
        self.next = self.timed_from(self.next + 1).unwrap_or_else(|| {
            self.end_of_round();
            self.timed_from(0).expect("the first is always timed")
        });
    }

    fn timed_from(&self, at: usize) -> Option<usize> {
        (at..self.runners.len()).find(|&at| at == self.first || !self.runners[at].out)
    }

    /// The median of a runner's time in those of the first, times the first's median.
    fn median(&self, runner: &Runner) -> Option<Median> {
        let first = &self.runners[self.first].timings;
        // A clock with coarse steps may say that it took no time.
        let ratios = runner.timings.iter().zip(first).map(|(ns, first)| ns.max(1.0) / first.max(1.0));
        let ns = Median::of(first.iter().map(|first| first.max(1.0)))?.value;
        Some(Median::of(ratios)?.times(ns))
    }

    fn end_of_round(&mut self) {
        self.round += 1;
        let medians: Vec<_> = self.runners.iter().map(|runner| self.median(runner)).collect();
        let racing = self.runners.iter().zip(&medians).filter(|(runner, _)| !runner.out);
        let fastest = racing.filter_map(|(_, median)| *median).min_by(|a, b| a.value.total_cmp(&b.value));
        let Some(fastest) = fastest else { return };
        for (runner, median) in self.runners.iter_mut().zip(&medians) {
            let Some(median) = median else { continue };
            let behind = median.value - median.spread > fastest.value + fastest.spread;
            let hopeless = median.value > HOPELESS * fastest.value && self.round >= EARLY_ROUNDS;
            runner.out |= behind && (hopeless || self.round >= FIRST_ROUNDS);
        }
        let left: Vec<(usize, Median)> = self
            .runners
            .iter()
            .zip(&medians)
            .filter(|(runner, _)| !runner.out)
            .filter_map(|(runner, median)| Some((runner.candidate, (*median)?)))
            .collect();
        let slowest = left.iter().map(|(_, median)| median.value + median.spread).fold(0.0, f64::max);
        let tie = slowest <= fastest.value * (1.0 + TIE);
        if self.round >= LAST_ROUND || (self.round >= FIRST_ROUNDS && (left.len() == 1 || tie)) {
            self.winner = left.iter().find(|(_, median)| *median == fastest).map(|(candidate, _)| *candidate);
        }
    }

    /// The medians by candidate. The timings behind them are forgotten.
    pub fn take(&mut self) -> Vec<(usize, Median)> {
        let step = if self.repeatable { 0.0 } else { CLOCK_NS };
        let median = |runner: &Runner| {
            let mut median = self.median(runner)?;
            // A single call's time is known to a step of the clock alone.
            median.spread = median.spread.max(step);
            Some((runner.candidate, median))
        };
        let medians = self.runners.iter().filter_map(median).collect();
        self.runners.iter_mut().for_each(|runner| runner.timings.clear());
        medians
    }
}

#[cfg(test)]
mod tests;
