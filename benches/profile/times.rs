//! Times that programs print, and what is made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The core that programs run on.
const CORE: &str = "KERNELS_CORE";

/// Runs a program on one core, and returns what it prints.
pub fn run(program: &Path, mode: &str) -> String {
    let core = std::env::var(CORE).unwrap_or_else(|_| "1".into());
    let output = Command::new("taskset").args(["-c", &core]).arg(program).arg(mode).output();
    let output = output.expect("taskset of util-linux runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program prints text")
}

/// Nanoseconds of each kernel in each run of each program.
#[derive(Default)]
pub struct Times {
    runs: BTreeMap<PathBuf, BTreeMap<String, Vec<f64>>>,
    hashes: BTreeMap<String, String>,
}

impl Times {
    /// Runs a program once more, in a mode that measures. All programs must compute the same bits.
    pub fn add(&mut self, program: &Path, mode: &str) {
        let kernels = self.runs.entry(program.into()).or_default();
        for line in run(program, mode).lines() {
            let [name, ns, hash] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            kernels.entry(name.into()).or_default().push(ns.parse().expect("a time"));
            let first = self.hashes.entry(name.into()).or_insert_with(|| hash.into());
            assert_eq!(first, hash, "{name} computes other bits in {}", program.display());
        }
    }

    pub fn medians(&self, program: &Path) -> BTreeMap<String, f64> {
        let medians = self.runs[program].iter().map(|(name, times)| (name.clone(), median(times.clone())));
        medians.collect()
    }
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

pub fn geomean(values: impl Iterator<Item = f64>) -> f64 {
    let logarithms: Vec<f64> = values.map(f64::ln).collect();
    (logarithms.iter().sum::<f64>() / logarithms.len() as f64).exp()
}

/// The least value, and whose it is.
pub fn worst(values: &[(String, f64)]) -> (&str, f64) {
    let least = values.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    least.map(|(name, value)| (name.as_str(), *value)).expect("there are values")
}

/// The kernels of which two programs report something different.
pub fn changed(one: &Path, other: &Path) -> BTreeSet<String> {
    let report = |program: &Path| -> BTreeMap<String, String> {
        let text = run(program, "report");
        let mut kernels: BTreeMap<String, String> = BTreeMap::new();
        let mut name = String::new();
        for line in text.lines().skip(1) {
            match line.strip_prefix(' ') {
                Some(variant) => kernels.entry(name.clone()).or_default().push_str(variant),
                None => name = line.rsplit("::").next().unwrap_or_default().into(),
            }
        }
        kernels
    };
    let (one, other) = (report(one), report(other));
    one.into_iter().filter(|(name, text)| other.get(name) != Some(text)).map(|(name, _)| name).collect()
}
