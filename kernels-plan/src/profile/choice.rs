//! The candidate that wins beyond noise, and the level that does.

use super::{Candidate, Entry, Key, Profile};
use crate::isa::LEVELS;

/// Timings that a median needs to be compared: of fewer than five, a single outlier is a quartile.
const ENOUGH: u64 = 5;

/// The blocks to use for a kernel, and why.
///
/// ```
/// use kernels_plan::profile::{Key, Profile, Reason};
/// let profile = Profile::default();
/// let choice = profile.choice(&Key::default(), 1, "tile 6x4");
/// assert_eq!((choice.blocks, choice.gain, choice.reason), ("tile 6x4", 1.0, Reason::Missing));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice<'a> {
    /// The text of the blocks.
    pub blocks: &'a str,
    /// The model's time ÷ this one's; 1 where they are the same, or one is not measured.
    pub gain: f64,
    /// Why.
    pub reason: Reason,
}

/// Why blocks were chosen.
///
/// ```
/// use kernels_plan::profile::Reason;
/// assert_ne!(Reason::Measured, Reason::Noise);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The model's: the profile has no such entry.
    Missing,
    /// The model's: the kernel was changed since it was measured.
    Stale,
    /// The model's: it was not measured, or not often enough.
    Unmeasured,
    /// The model's: none is faster by more than the noise.
    Noise,
    /// The profile's: it is faster by more than the noise.
    Measured,
}

/// The part of a time by which a candidate must be faster to be chosen. Two builds of the same
/// code differ by as much, because it lies elsewhere in the program.
const MARGIN: f64 = 0.02;
/// The same in nanoseconds, for calls that take a few: where their operands lie on the stack
/// decides as much, and calls in a row, which is what a recording times, hide it.
const MARGIN_NS: f64 = 0.5;
/// How many margins a narrower level must be faster by: on its processor each call then asks
/// which level it is to run, and work on the other half of a core slows wide vectors more.
const OF_LEVELS: f64 = 4.0;

impl Candidate {
    /// Whether this one is faster beyond noise: both have five timings or more, and its median
    /// is lower by more than both are uncertain, by 2 %, and by half a nanosecond.
    ///
    /// ```
    /// use kernels_plan::profile::Candidate;
    /// let model = Candidate::new("tile 6x4", 250.0, 9.0, 99);
    /// assert!(Candidate::new("tile 4x6", 239.0, 1.0, 99).beats(&model));
    /// assert!(!Candidate::new("tile 4x6", 241.0, 1.0, 99).beats(&model));
    /// assert!(!Candidate::new("tile 4x6", 200.0, 1.0, 4).beats(&model));
    /// ```
    pub fn beats(&self, other: &Candidate) -> bool {
        self.beats_by(other, 1.0)
    }

    fn beats_by(&self, other: &Candidate, margins: f64) -> bool {
        let measured = self.timings.min(other.timings) >= ENOUGH;
        let margin = margins * (MARGIN * other.median_ns).max(MARGIN_NS);
        measured && other.median_ns - self.median_ns > margin.max(self.spread_ns + other.spread_ns)
    }
}

impl Profile {
    /// The candidate that wins beyond noise: of those that [beat](Candidate::beats) the model's
    /// first choice, the one with the lowest median; otherwise the model's.
    ///
    /// `graph` is the hash of the kernel as it is now. Entries of other processors are about
    /// nothing here: the key names its own.
    ///
    /// ```
    /// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Reason, Run};
    /// let key = Key { processor: "p".into(), level: "avx2".into(), kernel: "k".into(), ..Key::default() };
    /// let key = Key { elements: "f32".into(), ..key };
    /// let mut entry = Entry::new(7, 10, Run::now());
    /// entry.candidates.push(Candidate::new("tile 4x3", 100.0, 1.0, 30));
    /// entry.candidates.push(Candidate::new("tile 6x2", 125.0, 1.0, 30));
    /// let mut profile = Profile::default();
    /// assert!(profile.insert(key.clone(), entry).is_empty());
    ///
    /// let choice = profile.choice(&key, 7, "tile 6x2");
    /// assert_eq!((choice.blocks, choice.gain, choice.reason), ("tile 4x3", 1.25, Reason::Measured));
    /// assert_eq!(profile.choice(&key, 8, "tile 6x2").reason, Reason::Stale);
    /// assert_eq!(profile.choice(&key, 7, "tile 5x2").reason, Reason::Unmeasured);
    /// ```
    pub fn choice<'a>(&'a self, key: &Key, graph: u64, model_first: &'a str) -> Choice<'a> {
        let model = |reason| Choice { blocks: model_first, gain: 1.0, reason };
        match self.get(key) {
            None => model(Reason::Missing),
            Some(entry) if entry.graph != graph => model(Reason::Stale),
            Some(entry) => entry.choice(model_first),
        }
    }

    /// The level to run a kernel at on this processor, where `key.level` would be chosen
    /// otherwise: a narrower one only where both are measured, and the narrower one's chosen
    /// candidate [beats](Candidate::beats) the wider one's by four times as much as blocks must.
    ///
    /// ```
    /// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
    /// let key = |level: &str| Key {
    ///     processor: "p".into(),
    ///     level: level.into(),
    ///     kernel: "k".into(),
    ///     elements: "f32".into(),
    ///     ..Key::default()
    /// };
    /// let mut profile = Profile::default();
    /// for (level, median_ns) in [("avx2", 80.0), ("avx512", 100.0)] {
    ///     let mut entry = Entry::new(7, 10, Run::now());
    ///     entry.candidates.push(Candidate::new("rows 8", median_ns, 1.0, 30).first_of_the_model());
    ///     assert!(profile.insert(key(level), entry).is_empty());
    /// }
    /// assert_eq!(profile.best_level(&key("avx512"), 7), "avx2");
    /// assert_eq!(profile.best_level(&key("avx512"), 8), "avx512");
    /// ```
    pub fn best_level<'a>(&'a self, key: &'a Key, graph: u64) -> &'a str {
        let chosen = |level: &str| {
            let key = Key { level: level.into(), ..key.clone() };
            self.get(&key).filter(|entry| entry.graph == graph)?.chosen()
        };
        let Some(wide) = chosen(&key.level) else { return &key.level };
        let narrower = LEVELS.iter().take_while(|isa| isa.name != key.level);
        let faster = narrower.filter_map(|isa| {
            let candidate = chosen(isa.name).filter(|candidate| candidate.beats_by(wide, OF_LEVELS))?;
            Some((isa.name, candidate.median_ns))
        });
        faster.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(&key.level, |(name, _)| name)
    }
}

impl Entry {
    /// [`Profile::choice`] for an entry that is known to be up to date.
    ///
    /// ```
    /// use kernels_plan::profile::{Entry, Reason, Run};
    /// assert_eq!(Entry::new(1, 10, Run::now()).choice("tile 6x4").reason, Reason::Unmeasured);
    /// ```
    pub fn choice<'a>(&'a self, model_first: &'a str) -> Choice<'a> {
        let Some(model) = self.candidate(model_first).filter(|model| model.timings >= ENOUGH) else {
            return Choice { blocks: model_first, gain: 1.0, reason: Reason::Unmeasured };
        };
        match fastest(self.candidates.iter().filter(|candidate| candidate.beats(model))) {
            None => Choice { blocks: model_first, gain: 1.0, reason: Reason::Noise },
            Some(best) => {
                let gain = model.median_ns / best.median_ns;
                Choice { blocks: &best.blocks, gain, reason: Reason::Measured }
            }
        }
    }

    /// What the next build runs, as far as the entry knows: its choice beside the marked
    /// candidate, or the fastest where none is marked.
    ///
    /// ```
    /// use kernels_plan::profile::{Candidate, Entry, Run};
    /// let mut entry = Entry::new(7, 10, Run::now());
    /// entry.candidates.push(Candidate::new("tile 4x3", 99.0, 1.0, 30));
    /// entry.candidates.push(Candidate::new("tile 6x2", 99.5, 1.0, 30).first_of_the_model());
    /// assert_eq!(entry.chosen().unwrap().blocks, "tile 6x2");
    /// ```
    pub fn chosen(&self) -> Option<&Candidate> {
        match self.model() {
            Some(model) => self.candidate(self.choice(&model.blocks).blocks),
            None => fastest(self.candidates.iter()),
        }
    }
}

/// The lowest median; of equals the first by name.
fn fastest<'a>(candidates: impl Iterator<Item = &'a Candidate>) -> Option<&'a Candidate> {
    candidates.min_by(|a, b| a.median_ns.total_cmp(&b.median_ns).then_with(|| a.blocks.cmp(&b.blocks)))
}
