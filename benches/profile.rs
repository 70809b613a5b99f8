//! What a profile gains: records a grid of kernels, builds again, and measures both programs.
//!
//! ```sh
//! cargo bench --bench profile
//! ```
//!
//! A crate outside of the workspace is built as it is, with `KERNELS_PROFILE=record`, and with
//! the profile that its own runs wrote, some time apart. The first and the last program then run on one core
//! (`KERNELS_CORE`, by `taskset`), many times, kernel by kernel in turn.
//!
//! - `PROFILE`: how many kernels there are, of how many the profile changed the blocks, and the
//!   time without ÷ the time with the profile (the median of the ratios of times that were taken
//!   within milliseconds; the mean of several addresses of the code): the geometric mean, and the
//!   worst kernel. The line of the unchanged ones, which are the same code in both programs, says
//!   how large the noise is.
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
use std::path::{Path, PathBuf};

use fixture::Fixture;
use grid::Kernel;
use kernels_plan::profile::{Entry, Key, Profile};
use times::{Pairs, Running, geomean, worst};

/// How often the program runs that records. Between its runs all candidates of ten kernels race,
/// with their code at each address, for most of a minute: what disturbs the machine in one run is
/// gone in another.
const RECORDINGS: usize = 4;

/// How often both programs run with their code at each address: a third of a second each time.
const ROUNDS: usize = 15;

/// Functions begin on cache lines in all programs: where they lie otherwise changes with every
/// build, and calls of a few nanoseconds with it, by a tenth and more.
const ALIGNED: (&str, &str) = ("RUSTFLAGS", "-Cllvm-args=-align-all-functions=6");

/// Where the code of a program begins. The same kernel at another address takes up to 4 % more or
/// less where it reads from the second cache, whose prefetchers follow the addresses of instructions:
/// programs are compared at all of these.
const ADDRESSES: [&str; 3] = ["0x100000", "0x10ab40", "0x115d80"];
/// Has the linker put it there.
const BUILD_SCRIPT: &str = r#"fn main() {
    println!("cargo::rerun-if-env-changed=ADDRESS");
    println!("cargo::rerun-if-env-changed=KERNELS_PROFILE");
    println!("cargo::rustc-link-arg-bins=-Wl,--section-start=.text={}", std::env::var("ADDRESS").unwrap());
    kernels_plan::build();
}
"#;

/// The program at each address.
fn programs(fixture: &Fixture, name: &str, mode: Option<&str>) -> Vec<PathBuf> {
    let program = |address: &str| {
        let mode = mode.map(|mode| ("KERNELS_PROFILE", mode));
        let variables: Vec<_> = [ALIGNED, ("ADDRESS", address)].into_iter().chain(mode).collect();
        fixture.keep(&format!("{name}-{address}"), &variables)
    };
    ADDRESSES.map(program).into()
}

fn fixture<'a>(name: &str, kernels: impl Iterator<Item = &'a Kernel>) -> Fixture {
    let fixture = Fixture::of_kernels(name, include_str!("profile/program.rs"), &grid::source(kernels));
    fixture.write("build.rs", BUILD_SCRIPT);
    fixture
}

fn main() {
    let grid = grid::kernels();
    let ten = grid.iter().filter(|kernel| grid::EXHAUSTIVE.contains(&kernel.name.as_str()));
    let (ten, fixture) = (fixture("exhaustive", ten), fixture("bench", grid.iter()));
    let plain = programs(&fixture, "plain", None);
    let recording =
        fixture.keep("recording", &[ALIGNED, ("ADDRESS", ADDRESSES[0]), ("KERNELS_PROFILE", "record")]);
    let of_all_candidates = programs(&ten, "exhaustive", Some("exhaustive"));
    let mut races = Vec::new();
    for _ in 0..RECORDINGS {
        let start = std::time::Instant::now();
        times::run(&recording, "record");
        println!("recorded {} kernels in {:.1} s", grid.len(), start.elapsed().as_secs_f64());
        races.extend(of_all_candidates.iter().map(|program| race(&ten, program)));
    }
    let profile = fixture.profile();
    let tuned = programs(&fixture, "tuned", None);

    let mut pairs: BTreeMap<&str, Vec<Pairs>> = BTreeMap::new();
    for (plain, tuned) in plain.iter().zip(&tuned) {
        grid.iter().for_each(|kernel| pairs.entry(&kernel.name).or_default().push(Pairs::default()));
        for _ in 0..ROUNDS {
            // Where a process lies in memory is chance, too: each round has processes of its own.
            let (mut before, mut after) =
                (Running::start(plain, "measure"), Running::start(tuned, "measure"));
            for (name, pairs) in &mut pairs {
                let last = pairs.last_mut().expect("there is one for this address");
                last.add(name, &mut before, &mut after);
            }
        }
    }
    let changed = times::changed(&plain[0], &tuned[0]);
    let (mut during, mut beside) =
        (Running::start(&recording, "decided"), Running::start(&tuned[0], "measure"));
    let (mut gains, mut overheads): (Vec<(String, f64)>, Vec<f64>) = Default::default();
    for (name, pairs) in pairs {
        let [before, after, gain] = times::means(&pairs);
        let ((decided, hash), (undisturbed, _)) = (during.measure(name), beside.measure(name));
        let hashes = pairs.iter().flat_map(|pairs| &pairs.hashes);
        assert!(hashes.into_iter().all(|other| *other == hash), "{name} computes other bits in a program");
        let mark = if changed.contains(name) { "changed" } else { "" };
        println!("{name:<24} {before:>10.1} {after:>10.1} ns  {gain:.3} {mark}");
        gains.push((name.into(), gain));
        overheads.push(decided - undisturbed);
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
    exhaustive(&profile, &races);
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

/// What all candidates of the ten kernels take in one run.
fn race(ten: &Fixture, program: &Path) -> Profile {
    times::run(program, "record");
    let profile = ten.profile();
    // Each run is compared with itself, and so not merged.
    ten.remove_profile();
    profile
}

/// The recorded choice among all candidates: what they take of its time, in the median of the runs.
fn exhaustive(recorded: &Profile, runs: &[Profile]) {
    let ratios: Vec<(String, f64)> = called(&runs[0])
        .map(|(key, entry)| {
            let choice = &recorded.get(key).and_then(Entry::chosen).expect("it was recorded").blocks;
            let part = |blocks: &str| -> Option<f64> {
                let of_choice = runs.iter().map(|run| {
                    let time = |blocks| Some(run.get(key)?.candidate(blocks)?.median_ns);
                    Some(time(blocks)? / time(choice)?)
                });
                Some(times::median(of_choice.collect::<Option<Vec<f64>>>()?))
            };
            let parts = entry.candidates.iter().filter_map(|candidate| part(&candidate.blocks));
            let ratio = 1.0 / parts.fold(1.0, f64::min);
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
