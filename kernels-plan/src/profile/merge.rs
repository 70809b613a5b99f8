//! Several runs into one profile.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::entry::{LONGEST_NS, SHORTEST_NS};
use super::warning::{Ignored, Problem, Warning};
use super::{Candidate, Entry, Key, Profile};
use crate::isa::LEVELS;

impl Profile {
    /// Adds what another profile has measured. Entries of one key are merged so:
    ///
    /// - **Of two graphs** the newer one's entry stays, the stale one goes: newer is the one
    ///   with the latest run.
    /// - **Of different runs** calls and timings add up. The machine may have been slower in one:
    ///   its times are first multiplied so that the model's choice at the widest level takes the
    ///   mean over the runs. The median is then the mean of the medians, weighted by the number of
    ///   timings; the spread holds the spreads and the distance between the medians, so that runs
    ///   which disagree about a candidate are noise.
    /// - **Of shared runs** nothing may count twice: the entry with more runs stays alone, or of
    ///   as many runs the one with more calls and timings. Where one has all runs of the other
    ///   that loses nothing, so that merging a profile with itself, or a part of itself,
    ///   changes nothing; otherwise a warning says so. An entry remembers its last 32 runs.
    ///
    /// The order of the two does not matter, but for the rounding of times; nor does the order
    /// of several merges, unless a kernel or the model's choice was changed in between. What has
    /// been ignored is returned.
    ///
    /// ```
    /// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
    /// let key = Key { processor: "p".into(), level: "avx2".into(), kernel: "k".into(), ..Key::default() };
    /// let key = Key { elements: "f32".into(), ..key };
    /// let profile = |median_ns, timings| {
    ///     let mut entry = Entry::new(1, 10, Run::now());
    ///     entry.candidates.push(Candidate::new("tile 6x4", median_ns, 0.0, timings));
    ///     entry.candidates.push(Candidate::new("tile 4x6", 200.0, 0.0, 30).first_of_the_model());
    ///     let mut profile = Profile::default();
    ///     assert!(profile.insert(key.clone(), entry).is_empty());
    ///     profile
    /// };
    /// let mut both = profile(100.0, 30);
    /// assert!(both.merge(&profile(104.0, 10)).is_empty());
    /// let entry = both.get(&key).unwrap();
    /// assert_eq!((entry.calls, entry.candidate("tile 6x4").unwrap().median_ns), (20, 101.0));
    ///
    /// let again = both.clone();
    /// assert!(both.merge(&again).is_empty());
    /// assert_eq!(both, again);
    /// ```
    #[must_use = "it says what was ignored"]
    pub fn merge(&mut self, other: &Profile) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let speeds = self.speeds(other);
        for (key, theirs) in other.entries() {
            let Some(ours) = self.entries.get_mut(key) else {
                self.entries.insert(key.clone(), theirs.clone());
                continue;
            };
            let factors = speeds.get(&of_all_levels(key)).copied();
            let (merged, ignored) = ours.merged(theirs, factors.unwrap_or([1.0; 2]));
            *ours = merged;
            let entry = || Ignored::Entry(key.to_string());
            warnings.extend(ignored.map(|why| Warning { line: None, ignored: entry(), why }));
        }
        warnings
    }

    /// By kernel, what the times of both are multiplied by to be those of one machine: by the widest
    /// level that both have, because the levels of a kernel race together.
    fn speeds(&self, other: &Profile) -> BTreeMap<Key, [f64; 2]> {
        let mut common: Vec<_> = other
            .entries()
            .filter_map(|(key, theirs)| Some((key, self.get(key)?.factors(theirs)?)))
            .collect();
        common.sort_by_key(|(key, _)| LEVELS.iter().position(|isa| isa.name == key.level));
        // The last of equal keys stays.
        common.into_iter().map(|(key, factors)| (of_all_levels(key), factors)).collect()
    }
}

/// What the keys of a kernel's levels have in common.
fn of_all_levels(key: &Key) -> Key {
    Key { level: String::new(), ..key.clone() }
}

/// The model's choice. It may have changed in between: that in the newer run counts.
fn model(a: &Entry, b: &Entry) -> Option<String> {
    let choice = |entry: &Entry| Some((entry.runs.last().copied(), entry.model()?.blocks.clone()));
    choice(a).max(choice(b)).map(|(_, model)| model)
}

impl Entry {
    /// What the times of both are multiplied by, so that the model's choice takes the mean over the
    /// runs; none where they don't [add up](Self::adds_up).
    ///
    /// Weighted by runs and not by timings, of which candidates in one race have different numbers.
    pub(super) fn factors(&self, other: &Entry) -> Option<[f64; 2]> {
        let model = model(self, other).filter(|_| self.adds_up(other))?;
        let (ours, theirs) = (self.candidate(&model)?.median_ns, other.candidate(&model)?.median_ns);
        let (n, m) = (self.runs.len() as f64, other.runs.len() as f64);
        let mean = (ours * n + theirs * m) / (n + m);
        Some([mean / ours, mean / theirs])
    }

    /// Whether they are of one kernel, and of different runs.
    fn adds_up(&self, other: &Entry) -> bool {
        self.graph == other.graph && self.runs.is_disjoint(&other.runs)
    }

    /// Both as one, their times multiplied by these, and why one of them was ignored.
    pub(super) fn merged(&self, other: &Entry, factors: [f64; 2]) -> (Entry, Option<Problem>) {
        if self.graph != other.graph {
            let newest = |entry: &Entry| (entry.runs.last().copied(), entry.graph);
            let newer = if newest(self) < newest(other) { other } else { self };
            return (newer.clone(), Some(Problem::Stale));
        }
        if self.adds_up(other) {
            return (sum(self, other, factors), None);
        }
        let (less, more) = if weight(self, other).is_lt() { (self, other) } else { (other, self) };
        let part = less.runs.is_subset(&more.runs);
        (more.clone(), (!part).then_some(Problem::Overlap))
    }
}

/// Which entry has more behind it; equal only where they are the same in all that is written.
fn weight(a: &Entry, b: &Entry) -> Ordering {
    let timings =
        |entry: &Entry| entry.candidates.iter().map(|candidate| candidate.timings as u128).sum::<u128>();
    let behind = |entry: &Entry| (entry.runs.len(), entry.calls, timings(entry));
    let rest = |entry: &Entry| format!("{entry:?}");
    behind(a).cmp(&behind(b)).then_with(|| rest(a).cmp(&rest(b)))
}

/// Entries of one graph that share no run.
fn sum(a: &Entry, b: &Entry, factors: [f64; 2]) -> Entry {
    let model = model(a, b);
    let mut candidates: Vec<Candidate> = Vec::new();
    for (entry, factor) in [a, b].into_iter().zip(factors) {
        for candidate in entry.candidates.iter().map(|candidate| scaled(candidate, factor)) {
            match candidates.iter_mut().find(|ours| ours.blocks == candidate.blocks) {
                Some(ours) => *ours = pooled(ours, &candidate),
                None => candidates.push(candidate),
            }
        }
    }
    for candidate in &mut candidates {
        candidate.model = model.as_ref() == Some(&candidate.blocks);
    }
    let runs = a.runs.union(&b.runs).copied().collect();
    let mut whole = Entry { graph: a.graph, calls: a.calls.saturating_add(b.calls), runs, candidates };
    let dropped = whole.normalize();
    debug_assert!(dropped.is_empty(), "means of times are times: {dropped:?}");
    whole
}

fn scaled(candidate: &Candidate, factor: f64) -> Candidate {
    Candidate {
        median_ns: (candidate.median_ns * factor).clamp(SHORTEST_NS, LONGEST_NS),
        spread_ns: (candidate.spread_ns * factor).min(LONGEST_NS),
        ..candidate.clone()
    }
}

/// Two measurements of one candidate, weighted by their timings. The spread is the root of
/// the pooled variance: the mean of the squared spreads and of the squared distances from the
/// common median.
fn pooled(a: &Candidate, b: &Candidate) -> Candidate {
    let (n, m) = (a.timings as f64, b.timings as f64);
    let mean = |x: f64, y: f64| (x * n + y * m) / (n + m);
    let median = mean(a.median_ns, b.median_ns);
    let square = |part: &Candidate| part.spread_ns.powi(2) + (part.median_ns - median).powi(2);
    let spread = mean(square(a), square(b)).sqrt();
    Candidate::new(&a.blocks, median, spread, a.timings.saturating_add(b.timings))
}
