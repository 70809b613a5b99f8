//! What a profile gains: records a grid of kernels, builds again, and measures both programs.
//!
//! ```sh
//! cargo bench --bench profile
//! ```
//!
//! A crate outside of the workspace is built as it is, with `KERNELS_PROFILE=record`, and with
//! the profile that its own run wrote. The first and the last program then run on one core
//! (`KERNELS_CORE`, by `taskset`), many times, kernel by kernel in turn.
//!
//! - `PROFILE`: how many kernels there are, of how many the profile changed the blocks, and the
//!   time without ÷ the time with the profile (the median of the ratios of times that were taken
//!   within milliseconds): the geometric mean, and the worst kernel. The line of
//!   the unchanged ones, which are the same code in both programs, says how large the noise is.
//! - `REGRET`: the time of the model's first choice ÷ that of the best candidate, while recording.
//! - `EXHAUSTIVE`: ten kernels with all candidates there are; the time of the choice that was
//!   recorded among a few of them ÷ the best of all.
//! - `RECORDING`: what a call costs more in the program that records, once it is decided, and how
//!   long recording all kernels takes.

#[allow(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/profile/fixture.rs"]
mod fixture;
#[path = "profile/grid.rs"]
mod grid;
#[path = "profile/times.rs"]
mod times;

use std::collections::BTreeMap;

use fixture::Fixture;
use kernels_plan::profile::{Entry, Key, Profile};
use times::{Pairs, Running, geomean, worst};

/// How often both programs run: a third of a second each time.
const ROUNDS: usize = 41;

/// Functions begin on cache lines in all programs: where they lie otherwise changes with every
/// build, and calls of a few nanoseconds with it, by a tenth and more.
const ALIGNED: (&str, &str) = ("RUSTFLAGS", "-Cllvm-args=-align-all-functions=6");

fn main() {
    let grid = grid::kernels();
    let fixture =
        Fixture::of_kernels("bench", include_str!("profile/program.rs"), &grid::source(grid.iter()));
    let plain = fixture.keep("plain", &[ALIGNED]);
    let recording = fixture.keep("recording", &[ALIGNED, ("KERNELS_PROFILE", "record")]);
    let start = std::time::Instant::now();
    times::run(&recording, "record");
    println!("recorded {} kernels in {:.1} s", grid.len(), start.elapsed().as_secs_f64());
    let profile = fixture.profile();
    let tuned = fixture.keep("tuned", &[ALIGNED]);

    let mut pairs: BTreeMap<&str, Pairs> = BTreeMap::new();
    for _ in 0..ROUNDS {
        // Where a process lies in memory is chance, too: each round has processes of its own.
        let (mut before, mut after) = (Running::start(&plain, "measure"), Running::start(&tuned, "measure"));
        for kernel in &grid {
            pairs.entry(&kernel.name).or_default().add(&kernel.name, &mut before, &mut after);
        }
    }
    let changed = times::changed(&plain, &tuned);
    let mut during = Running::start(&recording, "decided");
    let (mut gains, mut overheads): (Vec<(String, f64)>, Vec<f64>) = Default::default();
    for (name, mut pairs) in pairs {
        let [before, after, gain] = pairs.medians();
        let (decided, hash) = during.measure(name);
        pairs.hashes.insert(hash);
        assert!(pairs.hashes.len() == 1, "{name} does not compute the same bits in all programs");
        let mark = if changed.contains(name) { "changed" } else { "" };
        println!("{name:<24} {before:>10.1} {after:>10.1} ns  {gain:.3} {mark}");
        gains.push((name.into(), gain));
        overheads.push(decided - after);
    }
    // It writes its profile when it ends, while the folder is there.
    drop(during);
    let (those, others): (Vec<_>, Vec<_>) =
        gains.iter().cloned().partition(|(name, _)| changed.contains(name));
    for (what, gains) in [("changed ", &those), ("unchanged ", &others), ("", &gains)] {
        if gains.is_empty() {
            continue;
        }
        let ((slowest, loss), kernels) = (worst(gains), gains.len());
        let geomean = geomean(gains.iter().map(|(_, gain)| *gain));
        let changed = if what.is_empty() { format!(" changed={}", changed.len()) } else { String::new() };
        println!(
            "PROFILE {what}kernels={kernels}{changed} geomean={geomean:.3} worst={loss:.3} at={slowest}"
        );
    }
    regret(&profile);
    println!("RECORDING overhead_ns={:.1}", times::median(overheads));
    exhaustive(&profile);
}

/// Entries of the level that calls run.
fn called(profile: &Profile) -> impl Iterator<Item = (&Key, &Entry)> {
    profile.entries().filter(|(_, entry)| entry.calls > 0)
}

fn best(entry: &Entry) -> f64 {
    entry.candidates.iter().map(|candidate| candidate.median_ns).fold(f64::INFINITY, f64::min)
}

/// How far the model's first choice is from the best.
fn regret(profile: &Profile) {
    let regrets = called(profile).filter_map(|(key, entry)| {
        let regret = entry.model()?.median_ns / best(entry) - 1.0;
        Some((name(key), 1.0 / (1.0 + regret)))
    });
    let regrets: Vec<(String, f64)> = regrets.collect();
    for (name, ratio) in regrets.iter().filter(|(_, ratio)| *ratio < 0.95) {
        println!("regret of {name}: {:.1} %", (1.0 / ratio - 1.0) * 100.0);
    }
    let mean = regrets.iter().map(|(_, ratio)| 1.0 / ratio - 1.0).sum::<f64>() / regrets.len() as f64;
    let (at, least) = worst(&regrets);
    println!("REGRET mean={:.1}% worst={:.1}% at={at}", mean * 100.0, (1.0 / least - 1.0) * 100.0);
}

/// The recorded choice among all candidates.
fn exhaustive(recorded: &Profile) {
    let grid = grid::kernels();
    let ten = grid.iter().filter(|kernel| grid::EXHAUSTIVE.contains(&kernel.name.as_str()));
    let fixture = Fixture::of_kernels("bench", include_str!("profile/program.rs"), &grid::source(ten));
    let program = fixture.keep("exhaustive", &[ALIGNED, ("KERNELS_PROFILE", "exhaustive")]);
    // The medians of several runs are merged.
    for _ in 0..3 {
        times::run(&program, "record");
    }
    let all = fixture.profile();
    let ratios: Vec<(String, f64)> = called(&all)
        .map(|(key, entry)| {
            let choice = recorded.get(key).and_then(Entry::chosen).expect("it was recorded");
            let time = entry.candidate(&choice.blocks).expect("all candidates are there").median_ns;
            let ratio = time / best(entry);
            println!("EXHAUSTIVE {} candidates={} choice={ratio:.3}", name(key), entry.candidates.len());
            (name(key), 1.0 / ratio)
        })
        .collect();
    let (at, least) = worst(&ratios);
    println!("EXHAUSTIVE kernels={} worst={:.3} at={at}", ratios.len(), 1.0 / least);
}

fn name(key: &Key) -> String {
    key.kernel.rsplit("::").next().unwrap_or_default().into()
}
