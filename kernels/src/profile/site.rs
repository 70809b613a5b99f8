//! A kernel with its candidates.

use std::cell::Cell;
use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::time::Instant;

use super::copies::{Copies, Slot};
use super::file;
use super::ledger::{Ledger, Turn};
use crate::Level;

/// What a profile calls a kernel, and its candidates.
#[derive(Debug)]
pub struct About {
    /// The folder of the manifest that the profile lies beside.
    pub folder: &'static str,
    /// `crate::module::name`.
    pub kernel: &'static str,
    /// The sizes of a specialization, as `R = 128, C = 64`.
    pub sizes: &'static str,
    /// The element types.
    pub elements: &'static str,
    /// The fingerprint of the kernel's graph.
    pub graph: u64,
    /// Whether all calls do the same: those of a generic instance are of several sizes.
    pub comparable: bool,
    /// Whether a call may run several times without another effect.
    pub repeatable: bool,
    /// The candidates, level by level, narrowest first.
    pub candidates: &'static [Contender],
}

/// One candidate: a function of the kernel.
#[derive(Debug, PartialEq, Eq)]
pub struct Contender {
    /// Its level.
    pub level: Level,
    /// Its number among those of its level; what runs without a record is 0.
    pub number: usize,
    /// The text of its blocks.
    pub blocks: &'static str,
    /// Whether it is the cost model's first choice.
    pub model: bool,
}

/// Every kernel of this program that records.
#[linkme::distributed_slice]
pub static SITES: [&'static Site];

thread_local! {
    /// Whether a kernel is being timed: what it calls is not timed inside of it.
    static TIMING: Cell<bool> = const { Cell::new(false) };
}

/// No candidate has won yet.
const UNDECIDED: usize = usize::MAX;

/// Where a kernel's calls are recorded.
#[derive(Debug)]
pub struct Site {
    pub(super) about: About,
    /// Calls since the last [`write`](super::write).
    pub(super) calls: AtomicU64,
    /// Whether the profile has it.
    pub(super) written: AtomicBool,
    /// The candidate that has won.
    winner: AtomicUsize,
    pub(super) ledger: Mutex<Option<Ledger>>,
}

impl Site {
    /// Nothing recorded yet.
    pub const fn new(about: About) -> Self {
        let (calls, written) = (AtomicU64::new(0), AtomicBool::new(false));
        Site { about, calls, written, winner: AtomicUsize::new(UNDECIDED), ledger: Mutex::new(None) }
    }

    /// Runs a call of the kernel, which would run `level`, with one of its candidates.
    ///
    /// `memory` is all that the call writes to. What `run` gets stands for it: the same places, or
    /// copies of them.
    #[inline]
    pub fn call<R, const N: usize>(
        &'static self,
        level: Level,
        memory: [Slot; N],
        mut run: impl FnMut(&'static Contender, [Slot; N]) -> R,
    ) -> R {
        self.calls.fetch_add(1, Ordering::Relaxed);
        let winner = self.winner.load(Ordering::Relaxed);
        match self.about.candidates.get(winner) {
            Some(winner) => run(winner, memory),
            None => self.trial(level, memory, run),
        }
    }

    /// A call that may be timed. Threads that come while another one is timed run the model's
    /// choice.
    #[cold]
    fn trial<R, const N: usize>(
        &'static self,
        level: Level,
        memory: [Slot; N],
        mut run: impl FnMut(&'static Contender, [Slot; N]) -> R,
    ) -> R {
        let Some(_timing) = Timing::begin() else { return run(self.first(level), memory) };
        let Ok(mut ledger) = self.ledger.try_lock() else { return run(self.first(level), memory) };
        let ledger = ledger.get_or_insert_with(|| {
            file::write_at_exit();
            Ledger::new(&self.about, self.first(level))
        });
        let turn = ledger.turn();
        let contender = &self.about.candidates[turn.candidate];
        let (result, ns) = match self.about.repeatable {
            true => repeated(turn, contender, memory, run),
            false => once(contender, memory, run),
        };
        ledger.add(turn, ns);
        if let Some(winner) = ledger.winner() {
            self.winner.store(winner, Ordering::Relaxed);
        }
        result
    }

    /// What runs without a record: the first candidate of the widest level up to this one.
    pub(super) fn first(&self, level: Level) -> &'static Contender
    where
        Self: 'static,
    {
        let fits = |contender: &&Contender| contender.level <= level && contender.level.is_supported();
        let widest = self.about.candidates.iter().rfind(fits).map_or(Level::Portable, |found| found.level);
        let first = self.about.candidates.iter().find(|contender| contender.level == widest);
        first.expect("every kernel has a candidate at the portable level")
    }
}

/// Runs a call often enough for the clock, and returns the time of one.
///
/// All but the call that counts write to copies: a kernel that reads what it overwrites would
/// compute something else the second time. The copies lie at several distances from a cache line,
/// a part of the calls at each: where a caller has them is chance, and decides as much as the code.
fn repeated<R, const N: usize>(
    turn: Turn,
    contender: &'static Contender,
    memory: [Slot; N],
    mut run: impl FnMut(&'static Contender, [Slot; N]) -> R,
) -> (R, f64) {
    let mut copies = Copies::everywhere(&memory);
    // Its code and data are in the caches when the clock starts.
    copies.iter_mut().for_each(|copies| drop(run(contender, copies.slots())));
    let (mut ns, mut calls) = (0, 0);
    // Long calls are timed at one distance, another one in each round.
    let repetitions = turn.repetitions.div_ceil(copies.len() as u32);
    for place in 0..copies.len().min(turn.repetitions as usize) {
        let at = (turn.round + place) % copies.len();
        let slots = copies[at].slots();
        let start = Instant::now();
        for _ in 0..repetitions {
            // Otherwise the compiler might see that one of the calls is enough.
            black_box(run(black_box(contender), slots));
        }
        ns += start.elapsed().as_nanos();
        calls += repetitions;
    }
    (run(contender, memory), ns as f64 / f64::from(calls))
}

/// Runs a call once, and returns its time.
fn once<R, const N: usize>(
    contender: &'static Contender,
    memory: [Slot; N],
    mut run: impl FnMut(&'static Contender, [Slot; N]) -> R,
) -> (R, f64) {
    let start = Instant::now();
    let result = run(contender, memory);
    (result, start.elapsed().as_nanos() as f64)
}

/// As long as it lives, this thread is timing.
struct Timing;

impl Timing {
    fn begin() -> Option<Timing> {
        (!TIMING.replace(true)).then_some(Timing)
    }
}

impl Drop for Timing {
    fn drop(&mut self) {
        TIMING.set(false);
    }
}
