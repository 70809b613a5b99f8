//! Generated kernels, level by level: the same bits as the reference and as the next
//! narrower level, and within the error bound of plain f64 loops.
//!
//! A trial is one case at one level, over all the sizes it has kernels for. Trials of a
//! level that this machine lacks are listed as ignored, `skipped …`; with
//! `KERNELS_REQUIRE=avx512` (names with commas) such a level is a failure.
//!
//! `PROPTEST_CASES` says how much is drawn: a 32nd of it for each size, at least once.

mod case;
mod data;
mod outcome;
mod packed;

#[path = "../naive/mod.rs"]
mod naive;

mod axes;
mod forms;
mod large;
mod last_columns;
mod matrices;
mod narrow;
mod one_column;
mod places;
mod products;
mod reductions;
mod shapes;
mod vectors;
mod views;
mod window;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use kernels::Level;
use libtest_mimic::{Arguments, Trial};

use case::Case;

/// Every case.
fn cases() -> Vec<Case> {
    let modules = [
        vectors::cases(),
        reductions::cases(),
        products::cases(),
        matrices::cases(),
        last_columns::cases(),
        narrow::cases(),
        one_column::cases(),
        axes::cases(),
        forms::cases(),
        places::cases(),
        large::cases(),
        packed::cases(),
        views::cases(),
    ];
    modules.into_iter().flatten().collect()
}

/// The levels that kernels of floats have functions for; the others run those.
fn bases() -> impl Iterator<Item = Level> {
    Level::ALL.iter().copied().filter(|level| level.base() == *level)
}

/// How a level's trials went.
struct Tally {
    level: Level,
    trials: usize,
    passed: AtomicUsize,
    failed: AtomicUsize,
}

impl Tally {
    fn new(level: Level, trials: usize) -> Arc<Self> {
        Arc::new(Tally { level, trials, passed: AtomicUsize::new(0), failed: AtomicUsize::new(0) })
    }

    fn trial(self: &Arc<Self>, case: Arc<Case>) -> Trial {
        let tally = Arc::clone(self);
        let name = format!("{}::{}", self.level, case.name);
        if !self.level.is_supported() {
            return Trial::test(format!("skipped {name}"), || Ok(())).with_ignored_flag(true);
        }
        Trial::test(name, move || {
            // A panic counts as well, so the failure is taken back after a success.
            tally.failed.fetch_add(1, Relaxed);
            case.run(tally.level)?;
            tally.failed.fetch_sub(1, Relaxed);
            tally.passed.fetch_add(1, Relaxed);
            Ok(())
        })
    }

    fn print(&self) {
        let Tally { level, trials, .. } = self;
        if !level.is_supported() {
            println!(
                "level {level}: skipped {trials} (this machine lacks it; .ci/run runs them under the emulator)"
            );
            return;
        }
        let (passed, failed) = (self.passed.load(Relaxed), self.failed.load(Relaxed));
        print!("level {level}: {passed} passed");
        if failed > 0 {
            print!(", {failed} failed");
        }
        println!();
    }
}

/// The levels of `KERNELS_REQUIRE` that cannot be tested here.
fn missing() -> Vec<String> {
    let required = std::env::var("KERNELS_REQUIRE").unwrap_or_default();
    let names = required.split(',').map(str::trim).filter(|name| !name.is_empty());
    let supported = |name: &str| Level::supported().any(|level| level.name() == name);
    names.filter(|name| !supported(name)).map(String::from).collect()
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let cases: Vec<Arc<Case>> = cases().into_iter().map(Arc::new).collect();
    let tallies: Vec<Arc<Tally>> = bases().map(|level| Tally::new(level, cases.len())).collect();
    let trials = tallies.iter().flat_map(|tally| cases.iter().map(|case| tally.trial(Arc::clone(case))));
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    if arguments.list {
        return conclusion.exit_code();
    }
    tallies.iter().for_each(|tally| tally.print());
    let missing = missing();
    if !missing.is_empty() {
        println!("KERNELS_REQUIRE names levels that this machine lacks: {}", missing.join(", "));
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}
