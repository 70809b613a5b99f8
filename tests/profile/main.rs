//! Recording and building with a profile, as a crate outside of the workspace does it: built
//! again and again, with a build script and without.

#[allow(dead_code, reason = "the bench of profiles uses the rest of it")]
mod fixture;

use fixture::{Built, Fixture};
use kernels_plan::profile::{Entry, Key, Profile};

/// Calls of each kernel in `fixture/src/main.rs`; `layer` is called for batches, too.
const CALLS: u64 = 3_000;
const SAMPLES: u64 = 3 * CALLS / 100;

#[test]
fn without_a_build_script() {
    let fixture = Fixture::new("plain", false);
    let (_, bits) = record_and_build(&fixture);
    every_candidate(&fixture, &bits);
}

#[test]
fn with_a_build_script() {
    let fixture = Fixture::new("scripted", true);
    let (profile, _) = record_and_build(&fixture);
    foreign(&fixture);
    cold(&fixture, &profile);
}

/// Cargo looks for nothing besides what such lines say.
#[test]
fn with_a_build_script_that_has_lines_of_its_own() {
    let fixture = Fixture::new("lines", true);
    fixture.write(
        "build.rs",
        "fn main() {\n    println!(\"cargo::rerun-if-env-changed=KERNELS_PROFILE\");\n    kernels_plan::build();\n}\n",
    );
    fixture.build(&[]);
    let bits = fixture.run().bits;
    fixture.build(&[("KERNELS_PROFILE", "record")]);
    fixture.run();
    forced_choice(&fixture, &bits);
}

/// The whole way: measure, build with what was measured, and with everything that can be wrong.
/// Returns the profile, and the hash of all results.
fn record_and_build(fixture: &Fixture) -> (Profile, String) {
    let before = fixture.build(&[]);
    assert!(before.compiled, "the first build compiles");
    // What cargo finds changed, should it find something.
    let again = fixture.build(&[("CARGO_LOG", "cargo::core::compiler::fingerprint=info")]);
    assert!(!again.compiled, "nothing changed: {}", again.stderr);
    let bits = fixture.run().bits;

    let recording = fixture.build(&[("KERNELS_PROFILE", "record")]);
    assert!(recording.compiled, "the variable changed");
    assert_eq!(fixture.run().bits, bits, "while recording");
    let once = fixture.profile();
    check_entries(&once, 1);
    assert_eq!(fixture.run_elsewhere(), once.entries().count(), "entries in another folder");
    assert_eq!(fixture.profile(), once, "what is written elsewhere is not here");
    assert_eq!(fixture.run().bits, bits, "recorded again");
    check_entries(&fixture.profile(), 2);

    let after = fixture.build(&[]);
    assert!(after.compiled, "the profile is new");
    assert_eq!(after.warnings(), "", "a profile of this machine is no reason to warn");
    assert_eq!(fixture.run().bits, bits, "with the profile");
    assert!(!fixture.build(&[]).compiled, "the profile is the same");

    let recorded = fixture.profile();
    forced_choice(fixture, &bits);
    damaged(fixture, &bits);
    (recorded, bits)
}

/// What one entry of each kernel says after so many runs of the program.
fn check_entries(profile: &Profile, runs: u64) {
    let calls = |name: &str, sizes: &str| {
        let same = |key: &Key| key.kernel == format!("fixture::{name}") && key.sizes == sizes;
        let entries: Vec<(&Key, &Entry)> = profile.entries().filter(|(key, _)| same(key)).collect();
        assert!(!entries.is_empty(), "no entry of {name} ({sizes})");
        entries.iter().map(|(_, entry)| entry.calls).sum::<u64>()
    };
    for (name, sizes, expected) in [
        ("product", "", CALLS),
        ("layer", "", CALLS + SAMPLES),
        ("dense", "R = 12, C = 20", 2 * CALLS),
        ("dense", "any", CALLS),
        ("accumulate", "", CALLS),
        ("nested", "", CALLS),
        ("bytes", "", CALLS),
        ("pair", "", CALLS),
        ("never", "", 0),
    ] {
        assert_eq!(calls(name, sizes), runs * expected, "{name} ({sizes}) after {runs} runs");
    }
    for name in ["product", "layer", "accumulate", "bytes"] {
        let timed = |(key, entry): &(&Key, &Entry)| {
            key.kernel == format!("fixture::{name}") && entry.calls > 0 && entry.candidates.len() > 1
        };
        let (key, entry) = profile.entries().find(timed).expect("several candidates are timed");
        let fewest = entry.candidates.iter().map(|candidate| candidate.timings).min();
        assert!(fewest >= Some(1), "{key}");
        assert!(entry.model().is_some(), "{key} does not say what the model chose");
    }
}

/// A profile in which another candidate than the model's is by far the fastest.
fn forced_choice(fixture: &Fixture, bits: &str) {
    let mut profile = fixture.profile();
    let (key, mut entry) = profile
        .entries()
        .filter(|(key, entry)| key.kernel == "fixture::product" && entry.calls > 0)
        .map(|(key, entry)| (key.clone(), entry.clone()))
        .next()
        .expect("the product was called");
    let model = entry.model().expect("the model's choice is marked").blocks.clone();
    let winner = entry.candidates.iter().position(|candidate| !candidate.model).expect("there are others");
    for (at, candidate) in entry.candidates.iter_mut().enumerate() {
        (candidate.median_ns, candidate.spread_ns, candidate.timings) =
            (if at == winner { 10.0 } else { 100.0 }, 0.1, 60);
    }
    let chosen = entry.candidates[winner].blocks.clone();
    assert!(profile.insert(key.clone(), entry).is_empty());
    fixture.write_profile(&profile.to_string());
    assert!(fixture.build(&[]).compiled, "the profile changed");
    let run = fixture.run();
    assert_eq!(run.bits, bits, "with another candidate");
    assert!(run.runs("product", &chosen), "{chosen} was not built:\n{}", run.report);
    assert!(!run.runs("product", &model));
    assert!(!fixture.build(&[]).compiled, "the profile is the same");

    narrower_level(fixture, &profile, &key, bits);
}

/// A profile in which a narrower level is by far the fastest.
fn narrower_level(fixture: &Fixture, profile: &Profile, key: &Key, bits: &str) {
    let narrower = profile.entries().find(|(other, entry)| {
        other.kernel == key.kernel && other.level != key.level && !entry.candidates.is_empty()
    });
    let Some((narrow, entry)) = narrower else {
        println!("skipped: levels, because this machine has one alone");
        return;
    };
    let (narrow, mut entry, mut profile) = (narrow.clone(), entry.clone(), profile.clone());
    for candidate in &mut entry.candidates {
        (candidate.median_ns, candidate.spread_ns, candidate.timings) = (1.0, 0.1, 60);
    }
    assert!(profile.insert(narrow.clone(), entry).is_empty());
    fixture.write_profile(&profile.to_string());
    assert!(fixture.build(&[]).compiled);
    let run = fixture.run();
    assert_eq!(run.bits, bits, "at a narrower level");
    let line = run.lines("product").next().expect("the report names the kernel").trim().to_string();
    assert!(line.starts_with(&narrow.level), "{line} is not of level {}", narrow.level);
}

/// Profiles that say nothing, or nonsense: the build warns and goes on with what is right.
fn damaged(fixture: &Fixture, bits: &str) {
    let good = fixture.profile().to_string();
    let graph = good.lines().find(|line| line.starts_with("graph")).expect("an entry has a graph");
    let stale = good.replace(graph, "graph = \"0000000000000001\"");
    let version = good.replace("version = 1", "version = 99");
    let cut = &good[..good.len() / 2];
    for (name, text, warned) in [
        ("stale", stale.as_str(), "changed since"),
        ("of another version", &version, "version 99"),
        ("cut in two", cut, ""),
        ("no text", "\u{1}\u{2} = [[[", "not TOML"),
        ("empty", "", ""),
    ] {
        fixture.write_profile(text);
        let built = fixture.build(&[]);
        assert!(built.compiled, "{name}");
        assert!(built.warnings().contains(warned), "{name}: {}", built.stderr);
        assert_eq!(fixture.run().bits, bits, "{name}");
    }
    fixture.remove_profile();
    let Built { stderr, .. } = fixture.build(&[]);
    assert!(!stderr.contains("kernels.profile.toml"), "no profile is nothing to warn about: {stderr}");
    assert_eq!(fixture.run().bits, bits, "without a profile");
}

/// A profile of another processor in a build for this one.
fn foreign(fixture: &Fixture) {
    fixture.write_profile(
        "version = 1\n\n[[entry]]\nprocessor = \"another\"\nlevel = \"avx2\"\nkernel = \"fixture::product\"\nsizes = \"\"\nelements = \"f32\"\ngraph = \"0000000000000001\"\ncalls = 5\nruns = [\"691f3a2d00001c5e\"]\ncandidates = []\n",
    );
    let built = fixture.build(&[("RUSTFLAGS", "-Ctarget-cpu=native")]);
    assert!(built.warnings().contains("the entries of another are ignored"), "{}", built.stderr);
    fixture.remove_profile();
}

/// A build script that wants little code for kernels that were never called.
fn cold(fixture: &Fixture, recorded: &Profile) {
    fixture.write_profile(&recorded.to_string());
    fixture.build(&[]);
    let line = |kernel: &str| fixture.run().lines(kernel).collect::<String>();
    let (never, product) = (line("never"), line("product"));
    fixture.write("build.rs", "fn main() { kernels_plan::Build::new().small_cold_kernels().run(); }\n");
    assert!(fixture.build(&[]).compiled, "the build script changed");
    assert_ne!(line("never"), never, "a kernel that was never called is small");
    assert!(line("never").contains("rolled"), "{}", line("never"));
    assert_eq!(line("product"), product, "one that was called is as it was");
}

/// All candidates that there are take their turns, and what each computes goes into the hash.
fn every_candidate(fixture: &Fixture, bits: &str) {
    fixture.build(&[("KERNELS_PROFILE", "exhaustive")]);
    assert_eq!(fixture.run().bits, bits, "with every candidate");
    let profile = fixture.profile();
    let most = profile.entries().map(|(_, entry)| entry.candidates.len()).max();
    assert!(most > Some(12), "at most {most:?} candidates ran");
}
