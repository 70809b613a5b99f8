//! What is measured, and of what.

use std::collections::BTreeSet;
use std::fmt;

use super::Run;
use super::warning::{Ignored, Problem, Warning};

/// No call of a kernel takes a quarter of an hour: a longer time is a mistake in the file.
pub(super) const LONGEST_NS: f64 = 1e12;
/// A median below a picosecond rounds to nothing.
pub(super) const SHORTEST_NS: f64 = 1e-3;

/// Runs that an entry remembers. Thirty-two ids are a line that still can be read, and the
/// median of so many runs hardly moves: an older one that is merged again counts twice.
const RUNS: usize = 32;

/// What an entry is about. Entries are sorted by its fields, in this order: the levels of a
/// kernel stand beside each other.
///
/// ```
/// use kernels_plan::profile::Key;
/// let key = Key {
///     processor: "AMD EPYC 9575F 64-Core Processor".into(),
///     level: "avx512".into(),
///     kernel: "demo::dense".into(),
///     sizes: "R = 128, C = 64".into(),
///     elements: "f32".into(),
/// };
/// assert_eq!(
///     key.to_string(),
///     "demo::dense (R = 128, C = 64) of f32 at avx512 on AMD EPYC 9575F 64-Core Processor"
/// );
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The processor's model, as it calls itself.
    pub processor: String,
    /// `crate::module::name`.
    pub kernel: String,
    /// The sizes of a specialization, as `R = 128, C = 64`; empty without any.
    pub sizes: String,
    /// The element types, as `f32` or `i8, f32`.
    pub elements: String,
    /// The name of the level, as in [`crate::isa::LEVELS`].
    pub level: String,
}

impl Key {
    /// Why no entry can have this key.
    pub(super) fn fault(&self) -> Option<Problem> {
        let named = [
            ("processor", &self.processor),
            ("level", &self.level),
            ("kernel", &self.kernel),
            ("elements", &self.elements),
        ];
        let (key, _) = named.into_iter().find(|(_, value)| value.trim().is_empty())?;
        Some(Problem::Blank { key })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Key { processor, level, kernel, sizes, elements } = self;
        let sizes = if sizes.is_empty() { String::new() } else { format!(" ({sizes})") };
        write!(f, "{kernel}{sizes} of {elements} at {level} on {processor}")
    }
}

/// One kernel at one level: how often it was called, and what its candidates cost.
///
/// ```
/// use kernels_plan::profile::{Candidate, Entry, Run};
/// let mut entry = Entry::new(0x75bcd15, 5000, Run::now());
/// entry.candidates.push(Candidate::new("tile 6x4; unroll 2", 250.0, 3.0, 99).first_of_the_model());
/// assert_eq!(entry.model().unwrap().blocks, "tile 6x4; unroll 2");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The hash of the kernel's graph: measured with another one, the entry is stale.
    pub graph: u64,
    /// Calls of the running program.
    pub calls: u64,
    /// The runs it comes from, so that none counts twice.
    pub runs: BTreeSet<Run>,
    /// What was timed, sorted by [`Candidate::blocks`] once it is in a profile.
    pub candidates: Vec<Candidate>,
}

impl Entry {
    /// An entry of one run, without candidates yet.
    ///
    /// ```
    /// use kernels_plan::profile::{Entry, Run};
    /// assert_eq!(Entry::new(1, 10, Run::now()).calls, 10);
    /// ```
    pub fn new(graph: u64, calls: u64, run: Run) -> Self {
        Entry { graph, calls, runs: BTreeSet::from([run]), candidates: Vec::new() }
    }

    /// The candidate that the cost model had chosen.
    ///
    /// ```
    /// use kernels_plan::profile::{Entry, Run};
    /// assert_eq!(Entry::new(1, 10, Run::now()).model(), None);
    /// ```
    pub fn model(&self) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.model)
    }

    /// The candidate with these blocks.
    ///
    /// ```
    /// use kernels_plan::profile::{Entry, Run};
    /// assert_eq!(Entry::new(1, 10, Run::now()).candidate("tile 6x4"), None);
    /// ```
    pub fn candidate(&self, blocks: &str) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.blocks == blocks)
    }

    /// Brings the entry into the form of the file, without what no file can hold.
    pub(super) fn normalize(&mut self) -> Vec<Warning> {
        self.calls = self.calls.min(i64::MAX as u64);
        while self.runs.len() > RUNS {
            self.runs.pop_first();
        }
        let mut warnings = Vec::new();
        let mut kept: Vec<Candidate> = Vec::new();
        for candidate in std::mem::take(&mut self.candidates) {
            let ignored = candidate.place(&mut kept);
            warnings.extend(ignored.map(|(ignored, why)| Warning { line: None, ignored, why }));
        }
        kept.sort_by(|a, b| a.blocks.cmp(&b.blocks));
        self.candidates = kept;
        warnings
    }
}

/// One way to compute a kernel, and what it cost.
///
/// ```
/// use kernels_plan::profile::Candidate;
/// let slow = Candidate::new("tile 6x4; unroll 2", 250.0, 3.0, 99);
/// let fast = Candidate::new("tile 4x6; unroll 2", 210.0, 2.5, 99);
/// assert!(fast.beats(&slow) && !slow.beats(&fast));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The text of its blocks, as `tile 6x4; unroll 2`.
    pub blocks: String,
    /// The median time of a call, in nanoseconds.
    pub median_ns: f64,
    /// By how much the median is uncertain, in nanoseconds: half the width of the interval that
    /// holds it with 95 %, where what would have run otherwise takes exactly its median.
    pub spread_ns: f64,
    /// How many timings are behind both.
    pub timings: u64,
    /// Whether it was the cost model's first choice.
    pub model: bool,
}

impl Candidate {
    /// A measured candidate that is not the model's first choice.
    ///
    /// ```
    /// use kernels_plan::profile::Candidate;
    /// assert!(!Candidate::new("rows 8; unroll 4", 31.5, 0.25, 99).model);
    /// ```
    pub fn new(blocks: &str, median_ns: f64, spread_ns: f64, timings: u64) -> Self {
        Candidate { blocks: blocks.into(), median_ns, spread_ns, timings, model: false }
    }

    /// The same, marked as the model's first choice.
    ///
    /// ```
    /// use kernels_plan::profile::Candidate;
    /// assert!(Candidate::new("rows 8; unroll 4", 31.5, 0.25, 99).first_of_the_model().model);
    /// ```
    pub fn first_of_the_model(self) -> Self {
        Candidate { model: true, ..self }
    }

    /// Puts it beside these, or says what of it cannot stand there.
    pub(super) fn place(mut self, others: &mut Vec<Candidate>) -> Option<(Ignored, Problem)> {
        self.round();
        if let Some(why) = self.fault_beside(others) {
            return Some((Ignored::Candidate(self.blocks), why));
        }
        let second = self.model && others.iter().any(|other| other.model);
        self.model &= !second;
        let ignored = second.then(|| (Ignored::Mark(self.blocks.clone()), Problem::SecondModel));
        others.push(self);
        ignored
    }

    /// To picoseconds: merged medians would have seventeen digits to review otherwise.
    fn round(&mut self) {
        for time in [&mut self.median_ns, &mut self.spread_ns] {
            // Adding zero makes -0.0 positive.
            *time = (*time * 1e3).round() / 1e3 + 0.0;
        }
        self.timings = self.timings.min(i64::MAX as u64);
    }

    /// Why it cannot stand beside these, or at all.
    fn fault_beside(&self, others: &[Candidate]) -> Option<Problem> {
        let time = |key, value, least| {
            let fits = (least..=LONGEST_NS).contains(&value);
            (!fits).then_some(Problem::NoTime { key, value })
        };
        if self.blocks.trim().is_empty() {
            return Some(Problem::Blank { key: "blocks" });
        }
        if others.iter().any(|other| other.blocks == self.blocks) {
            return Some(Problem::Twice);
        }
        if self.timings == 0 {
            return Some(Problem::NoTimings);
        }
        time("median_ns", self.median_ns, SHORTEST_NS).or_else(|| time("spread_ns", self.spread_ns, 0.0))
    }
}
