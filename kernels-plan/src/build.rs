//! The build-script side: what a user's `build.rs` calls.

use std::env;
use std::path::Path;
use std::{fs, io};

use crate::caches::Caches;
use crate::processor;
use crate::profile::{FILE, Problem, Profile};
use crate::resolved::Resolved;

/// Looks at the build, and hands the macros the plan that the profile makes for it. One line in
/// `build.rs`:
///
/// ```no_run
/// kernels_plan::build();
/// ```
///
/// [`Build`] with nothing said.
pub fn build() {
    Build::new().run();
}

/// What a build script may say about the plan of a crate's kernels.
///
/// Reads `kernels.profile.toml` beside the manifest, and tells the macros the fastest
/// candidates, and on which processors a narrower level is faster. In a build for this very
/// machine (`-C target-cpu=native`) the entries of other processors do not count, and the plan
/// is made for this machine's caches.
///
/// Cargo runs the script again when the profile changes or comes into being. Where the script prints
/// `rerun-if` lines of its own, cargo looks for nothing else: have it print
/// `cargo::rerun-if-env-changed=KERNELS_PROFILE`, too, and the first profile that is recorded is seen.
///
/// Says by `cargo::warning` what of the profile is ignored and why; nothing in a profile stops
/// a build. Warns where the build compiles without optimization: every vector operation is a
/// function call then, and kernels are hundreds of times slower.
///
/// ```no_run
/// kernels_plan::Build::new().small_cold_kernels().run();
/// ```
#[derive(Debug, Clone, Default)]
pub struct Build {
    small_cold: bool,
}

impl Build {
    /// Nothing said.
    ///
    /// ```
    /// let build = kernels_plan::Build::new();
    /// # let _ = build;
    /// ```
    pub fn new() -> Self {
        Build::default()
    }

    /// Kernels that the profile lists, and that were never called while it was recorded, get
    /// little code: their loops stay loops.
    ///
    /// ```
    /// let build = kernels_plan::Build::new().small_cold_kernels();
    /// # let _ = build;
    /// ```
    pub fn small_cold_kernels(mut self) -> Self {
        self.small_cold = true;
        self
    }

    /// Tells cargo and the macros.
    ///
    /// # Panics
    /// Outside of a build script; or the build's own folder can't be written to.
    ///
    /// ```no_run
    /// kernels_plan::Build::new().run();
    /// ```
    pub fn run(self) {
        let folder = variable("CARGO_MANIFEST_DIR");
        let target = Target::of_this_build();
        let profile = Path::new(&folder).join(FILE);
        let (resolved, warnings) = self.resolve(&profile, &target);
        let out = Path::new(&variable("OUT_DIR")).join("kernels.plan");
        if let Err(error) = write_if_new(&out, &resolved.to_string()) {
            panic!("{}: {error}", out.display());
        }
        println!("cargo::rustc-env=KERNELS_PLAN={}", out.display());
        // Without any line of this kind cargo runs the script when a file of the package
        // changes, and so when a profile comes into being. A file that is named and missing would
        // make it run every time. (After a profile was removed cargo builds once more than it must.)
        if profile.exists() {
            println!("cargo::rerun-if-changed=build.rs");
            println!("cargo::rerun-if-changed={}", profile.display());
        }
        let unoptimized = unoptimized(env::var("OPT_LEVEL").ok().as_deref());
        for warning in warnings.iter().map(String::as_str).chain(unoptimized) {
            println!("cargo::warning={warning}");
        }
    }

    fn resolve(&self, path: &Path, target: &Target) -> (Resolved, Vec<String>) {
        let read = Profile::read(path);
        let said = read.warnings.iter().filter(|warning| warning.why != Problem::NoFile);
        let mut warnings: Vec<String> = said.map(|warning| format!("{FILE}: {warning}")).collect();
        let processors = read.profile.processors();
        if let Some(here) = &target.processor {
            let foreign = processors.iter().filter(|name| *name != here);
            warnings.extend(foreign.map(|name| {
                format!("{FILE}: the entries of {name} are ignored: this build is for {here} alone (target-cpu=native)")
            }));
        }
        let mut resolved = Resolved::new(&read.profile, target.processor.as_deref());
        (resolved.caches, resolved.small_cold) = (target.caches, self.small_cold);
        (resolved, warnings)
    }
}

/// What a build is for.
#[derive(Debug, Clone, Default)]
struct Target {
    /// The only processor, if it is.
    processor: Option<String>,
    /// Its caches, if it says them.
    caches: Option<Caches>,
}

impl Target {
    fn of_this_build() -> Target {
        let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
        let at_home = env::var("HOST").ok() == env::var("TARGET").ok();
        if !(at_home && is_native(&flags)) {
            return Target::default();
        }
        Target { processor: Some(processor::name()), caches: Caches::of_this_machine() }
    }
}

/// Whether these flags of rustc, as cargo hands them to build scripts, are for the machine that
/// compiles. The last one counts.
fn is_native(flags: &str) -> bool {
    let words = flags.split('\x1f').flat_map(|flag| flag.split_whitespace());
    let mut values =
        words.filter_map(|word| word.strip_prefix("-C").unwrap_or(word).strip_prefix("target-cpu="));
    values.next_back() == Some("native")
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set: this is for build scripts"))
}

/// Leaves a file alone that has this text already.
fn write_if_new(path: &Path, text: &str) -> io::Result<()> {
    match fs::read(path) {
        Ok(old) if old == text.as_bytes() => Ok(()),
        _ => fs::write(path, text),
    }
}

fn unoptimized(opt_level: Option<&str>) -> Option<&'static str> {
    (opt_level == Some("0")).then_some(
        "kernels are hundreds of times slower without optimization: put `[profile.dev]` with `opt-level = 1` into Cargo.toml",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_unoptimized_build_is_warned_about() {
        assert!(unoptimized(Some("0")).is_some());
        for fine in [None, Some("1"), Some("3"), Some("s")] {
            assert_eq!(unoptimized(fine), None);
        }
    }

    #[test]
    fn native_builds_are_recognized_by_the_last_flag() {
        for native in
            ["-Ctarget-cpu=native", "-C\x1ftarget-cpu=native", "-Ctarget-cpu=znver4\x1f-Ctarget-cpu=native"]
        {
            assert!(is_native(native), "{native:?}");
        }
        for other in
            ["", "-Ctarget-cpu=znver4", "-Ctarget-cpu=native\x1f-Ctarget-cpu=x86-64-v3", "--cfg\x1fnative"]
        {
            assert!(!is_native(other), "{other:?}");
        }
    }
}
