//! Times that programs print, and what is made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

/// The core that programs run on.
const CORE: &str = "KERNELS_CORE";

fn on_one_core(program: &Path, mode: &str) -> Command {
    let core = std::env::var(CORE).unwrap_or_else(|_| "1".into());
    let mut command = Command::new("taskset");
    command.args(["-c", &core]).arg(program).arg(mode);
    command
}

/// Runs a program on one core, and returns what it prints.
pub fn run(program: &Path, mode: &str) -> String {
    let output = on_one_core(program, mode).output().expect("taskset of util-linux runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("the program prints text")
}

/// A program that waits for names of kernels.
pub struct Running {
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Running {
    pub fn start(program: &Path, mode: &str) -> Running {
        let mut command = on_one_core(program, mode);
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let mut child = child.expect("taskset of util-linux runs");
        let answers = BufReader::new(child.stdout.take().expect("it is piped"));
        Running { child, answers }
    }

    /// Nanoseconds of a call of this kernel, and the hash of its result.
    pub fn measure(&mut self, kernel: &str) -> (f64, String) {
        let input = self.child.stdin.as_mut().expect("it is piped");
        writeln!(input, "{kernel}").expect("the program reads");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("the program prints text");
        let (ns, hash) = line.trim_end().split_once('\t').expect("a time and a hash");
        (ns.parse().expect("a time"), hash.into())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Without an input it ends.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// One kernel's times in two programs, and hashes in both.
#[derive(Default)]
pub struct Pairs {
    before: Vec<f64>,
    after: Vec<f64>,
    pub hashes: BTreeSet<String>,
}

impl Pairs {
    /// Measures the kernel twice in each program, within milliseconds: what disturbs the machine for
    /// longer disturbs both.
    pub fn add(&mut self, kernel: &str, before: &mut Running, after: &mut Running) {
        let mut of = |program: &mut Running| {
            let (ns, hash) = program.measure(kernel);
            self.hashes.insert(hash);
            ns
        };
        let (first, second, third, last) = (of(before), of(after), of(after), of(before));
        self.before.push((first + last) / 2.0);
        self.after.push((second + third) / 2.0);
    }

    /// The medians of both, and that of the ratios of each pair.
    fn medians(&self) -> [f64; 3] {
        let ratios = self.before.iter().zip(&self.after).map(|(before, after)| before / after);
        [median(self.before.clone()), median(self.after.clone()), median(ratios.collect())]
    }
}

/// The geometric means of the [medians](Pairs::medians).
pub fn means(pairs: &[Pairs]) -> [f64; 3] {
    [0, 1, 2].map(|of| geomean(pairs.iter().map(|pairs| pairs.medians()[of])))
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
