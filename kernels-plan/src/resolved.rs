//! What a build takes from a profile: one choice per kernel and level.
//!
//! The build script makes it and writes it down; the macros read it. Where there is no build
//! script the macros make it themselves.

mod text;

use std::collections::BTreeMap;

use crate::caches::Caches;
use crate::isa;
use crate::profile::{Entry, Key, Profile};

/// A plan for all kernels of a crate.
///
/// ```
/// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
/// use kernels_plan::resolved::{Question, Resolved};
///
/// let mut entry = Entry::new(7, 10, Run::now());
/// entry.candidates.push(Candidate::new("4 rows at once", 100.0, 1.0, 30));
/// entry.candidates.push(Candidate::new("8 rows at once", 125.0, 1.0, 30).first_of_the_model());
/// let key = Key {
///     processor: "p".into(),
///     kernel: "demo::layers::dense".into(),
///     sizes: "".into(),
///     elements: "f32".into(),
///     level: "avx2".into(),
/// };
/// let mut profile = Profile::default();
/// assert!(profile.insert(key, entry).is_empty());
///
/// let resolved = Resolved::new(&profile, None);
/// let dense = Question { crate_name: "demo", function: "dense", sizes: "", elements: "f32" };
/// let answer = resolved.answer(&dense, 7).unwrap();
/// assert_eq!(answer.blocks("avx2"), Some("4 rows at once"));
/// assert!(resolved.answer(&dense, 8).is_none() && resolved.is_stale(&dense, 8));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resolved {
    /// The caches to plan for, if they are known.
    pub caches: Option<Caches>,
    /// Whether kernels that were never called get little code.
    pub small_cold: bool,
    kernels: BTreeMap<Subject, Answer>,
}

/// Which kernel.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    /// `crate::module::name`
    kernel: String,
    sizes: String,
    elements: String,
    graph: u64,
}

/// A kernel as its expansion knows it: not in which module it stands.
///
/// ```
/// let dense = kernels_plan::resolved::Question { crate_name: "demo", function: "dense", sizes: "", elements: "f32" };
/// assert_eq!(dense.function, "dense");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// The crate, as rustc calls it.
    pub crate_name: &'a str,
    /// The function.
    pub function: &'a str,
    /// The sizes of a specialization, as `R = 128, C = 64`.
    pub sizes: &'a str,
    /// The element types, as `f32` or `i8, f32`.
    pub elements: &'a str,
}

/// What was measured for a kernel. Example: [`Resolved`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// Its share of the time of all kernels, on the processor where that is largest.
    pub share: f64,
    /// Whether it was never called.
    pub cold: bool,
    /// Where a narrower level is faster.
    pub narrower: Vec<Narrower>,
    /// By level. Where the model's choice is the fastest, there is none.
    blocks: BTreeMap<String, String>,
}

/// A processor on which a narrower level is faster.
///
/// ```
/// use kernels_plan::resolved::Narrower;
/// let here = Narrower { processor: "p".into(), level: "avx512".into(), faster: "avx2".into() };
/// assert_ne!(here.level, here.faster);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrower {
    /// The processor.
    pub processor: String,
    /// The level that runs otherwise.
    pub level: String,
    /// The one that is faster.
    pub faster: String,
}

impl Answer {
    /// The blocks that were faster than the model's choice at a level.
    ///
    /// ```
    /// assert_eq!(kernels_plan::resolved::Answer::default().blocks("avx2"), None);
    /// ```
    pub fn blocks(&self, level: &str) -> Option<&str> {
        self.blocks.get(level).map(String::as_str)
    }
}

impl Resolved {
    /// The choices that a profile makes for a build for `processor`, or for every processor
    /// that it knows: then the candidate with the least product of times, among those that all
    /// of them have measured.
    ///
    /// Example: [`Resolved`].
    pub fn new(profile: &Profile, processor: Option<&str>) -> Self {
        let mut resolved = Resolved::default();
        let counts = |key: &Key| processor.is_none_or(|processor| key.processor == processor);
        // Levels that nobody knows are of a later version, or of another's imagination.
        let entries = || profile.entries().filter(|(key, _)| counts(key) && isa::find(&key.level).is_some());
        let mut levels: BTreeMap<(Subject, &str), Vec<&Entry>> = BTreeMap::new();
        for (key, entry) in entries() {
            levels.entry((Subject::of(key, entry), &key.level)).or_default().push(entry);
            let answer = resolved.kernels.entry(Subject::of(key, entry)).or_insert_with(Answer::cold);
            answer.cold &= entry.calls == 0;
            let faster = profile.best_level(key, entry.graph);
            if faster != key.level && entry.calls > 0 {
                let (processor, level) = (key.processor.clone(), key.level.clone());
                answer.narrower.push(Narrower { processor, level, faster: faster.into() });
            }
        }
        for ((subject, level), entries) in levels {
            let answer = resolved.kernels.entry(subject).or_default();
            answer.blocks.extend(chosen(&entries).map(|blocks| (level.to_string(), blocks.to_string())));
        }
        for processor in
            profile.processors().into_iter().filter(|name| processor.is_none_or(|only| only == *name))
        {
            for (key, share) in profile.shares(processor) {
                let answer =
                    profile.get(key).and_then(|entry| resolved.kernels.get_mut(&Subject::of(key, entry)));
                if let Some(answer) = answer {
                    answer.share = answer.share.max(share);
                }
            }
        }
        resolved
    }

    /// What was measured for a kernel whose graph has this fingerprint. Of kernels of one name
    /// and one graph in several modules it is the one with the largest share.
    ///
    /// Example: [`Resolved`].
    pub fn answer(&self, question: &Question, graph: u64) -> Option<&Answer> {
        let same = self.kernels.iter().filter(|(subject, _)| subject.graph == graph && subject.is(question));
        same.map(|(_, answer)| answer).max_by(|a, b| a.share.total_cmp(&b.share))
    }

    /// Whether the kernel was measured, with other graphs only: it was changed since.
    ///
    /// Example: [`Resolved`].
    pub fn is_stale(&self, question: &Question, graph: u64) -> bool {
        let mut same = self.kernels.keys().filter(|subject| subject.is(question)).peekable();
        same.peek().is_some() && same.all(|subject| subject.graph != graph)
    }
}

impl Answer {
    fn cold() -> Answer {
        Answer { cold: true, ..Answer::default() }
    }
}

impl Subject {
    fn of(key: &Key, entry: &Entry) -> Subject {
        let Key { kernel, sizes, elements, .. } = key.clone();
        Subject { kernel, sizes, elements, graph: entry.graph }
    }

    fn is(&self, question: &Question) -> bool {
        let ends = self.kernel.split_once("::").zip(self.kernel.rsplit_once("::"));
        ends.is_some_and(|((first, _), (_, last))| (first, last) == (question.crate_name, question.function))
            && self.sizes == question.sizes
            && self.elements == question.elements
    }
}

/// The blocks that are better than the model's choice on these processors taken together.
fn chosen<'a>(entries: &[&'a Entry]) -> Option<&'a str> {
    let (first, others) = entries.split_first()?;
    let model = first.model()?;
    if others.is_empty() {
        return first.chosen().map(|best| best.blocks.as_str()).filter(|blocks| *blocks != model.blocks);
    }
    // The times of a candidate, multiplied: of processors as different as fast and slow ones,
    // each counts as much.
    let product = |blocks: &str| -> Option<f64> {
        entries.iter().map(|entry| Some(entry.candidate(blocks)?.median_ns.ln())).sum()
    };
    let won_somewhere =
        |blocks: &str| entries.iter().any(|entry| entry.chosen().is_some_and(|best| best.blocks == blocks));
    let of_model = product(&model.blocks)?;
    let candidates = first.candidates.iter().filter(|candidate| won_somewhere(&candidate.blocks));
    let products =
        candidates.filter_map(|candidate| Some((candidate.blocks.as_str(), product(&candidate.blocks)?)));
    let best = products.min_by(|a, b| a.1.total_cmp(&b.1))?;
    (best.1 < of_model).then_some(best.0)
}
