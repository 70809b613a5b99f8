//! Several runs into one profile.

use std::cmp::Ordering;

use super::entry::{LONGEST_NS, SHORTEST_NS};
use super::warning::{Ignored, Problem, Warning};
use super::{Candidate, Entry, Profile};

impl Profile {
    /// Adds what another profile has measured. Entries of one key are merged so:
    ///
    /// - **Of two graphs** the newer one's entry stays, the stale one goes: newer is the one
    ///   with the latest run.
    /// - **Of different runs** calls and timings add up. The machine may have been slower in one:
    ///   its times are first multiplied so that the model's choice takes the mean over the runs.
    ///   The median is then the mean of the medians, weighted by the number of timings; the spread
    ///   holds the spreads and the distance between the medians, so that runs which disagree
    ///   about a candidate are noise.
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
        for (key, theirs) in other.entries() {
            let Some(ours) = self.entries.get_mut(key) else {
                self.entries.insert(key.clone(), theirs.clone());
                continue;
            };
            let (merged, ignored) = ours.merged(theirs);
            *ours = merged;
            let entry = || Ignored::Entry(key.to_string());
            warnings.extend(ignored.map(|why| Warning { line: None, ignored: entry(), why }));
        }
        warnings
    }
}

impl Entry {
    /// Both as one, and why one of them was ignored.
    pub(super) fn merged(&self, other: &Entry) -> (Entry, Option<Problem>) {
        if self.graph != other.graph {
            let newest = |entry: &Entry| (entry.runs.last().copied(), entry.graph);
            let newer = if newest(self) < newest(other) { other } else { self };
            return (newer.clone(), Some(Problem::Stale));
        }
        if self.runs.is_disjoint(&other.runs) {
            return (sum(self, other), None);
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
fn sum(a: &Entry, b: &Entry) -> Entry {
    // The model may have changed in between: its choice in the newer run counts.
    let choice = |entry: &Entry| {
        let model = entry.model()?.blocks.clone();
        Some((entry.runs.last().copied(), model))
    };
    let model = choice(a).max(choice(b)).map(|(_, model)| model);
    let [mut candidates, others] = at_one_speed([a, b], model.as_deref());
    for candidate in others {
        match candidates.iter_mut().find(|ours| ours.blocks == candidate.blocks) {
            Some(ours) => *ours = pooled(ours, &candidate),
            None => candidates.push(candidate),
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

/// The candidates of both as if the machine had been as fast in all runs: with these blocks taking
/// the mean over the runs. Without a time of them in both, as they are.
///
/// Weighted by runs and not by timings: the levels of a kernel, whose candidates have different
/// numbers of timings in one race, stay comparable.
fn at_one_speed(entries: [&Entry; 2], blocks: Option<&str>) -> [Vec<Candidate>; 2] {
    let time = |entry: &Entry| Some(entry.candidate(blocks?)?.median_ns);
    let [Some(a), Some(b)] = entries.map(time) else { return entries.map(|entry| entry.candidates.clone()) };
    let [n, m] = entries.map(|entry| entry.runs.len() as f64);
    let mean = (a * n + b * m) / (n + m);
    let scaled = |entry: &Entry, factor: f64| {
        let scale = |candidate: &Candidate| Candidate {
            median_ns: (candidate.median_ns * factor).clamp(SHORTEST_NS, LONGEST_NS),
            spread_ns: (candidate.spread_ns * factor).min(LONGEST_NS),
            ..candidate.clone()
        };
        entry.candidates.iter().map(scale).collect()
    };
    [scaled(entries[0], mean / a), scaled(entries[1], mean / b)]
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
