//! Shares of time: where more code is worth it.

use std::collections::BTreeMap;

use super::{Entry, Key, Profile};

impl Profile {
    /// The share of time of each kernel on a processor, over all of its sizes, types and levels.
    ///
    /// They add up to one, or to zero where nothing was called. A kernel that is not here was
    /// never called while recording. The time of an entry is that of its calls with the
    /// [chosen](Entry::chosen) candidate, which is what the next build runs.
    ///
    /// ```
    /// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
    /// let mut profile = Profile::default();
    /// for (kernel, calls) in [("demo::cold", 1), ("demo::hot", 3)] {
    ///     let key = Key { processor: "p".into(), level: "avx2".into(), ..Key::default() };
    ///     let key = Key { kernel: kernel.into(), elements: "f32".into(), ..key };
    ///     let mut entry = Entry::new(1, calls, Run::now());
    ///     entry.candidates.push(Candidate::new("rows 8", 50.0, 1.0, 30));
    ///     assert!(profile.insert(key, entry).is_empty());
    /// }
    /// assert_eq!(profile.hotness("p")["demo::hot"], 0.75);
    /// ```
    pub fn hotness(&self, processor: &str) -> BTreeMap<&str, f64> {
        let mut kernels = BTreeMap::new();
        for (key, share) in self.shares(processor) {
            *kernels.entry(key.kernel.as_str()).or_insert(0.0) += share;
        }
        kernels
    }

    /// The same for each entry, in the order of the file.
    ///
    /// ```
    /// assert!(kernels_plan::profile::Profile::default().shares("p").is_empty());
    /// ```
    pub fn shares(&self, processor: &str) -> Vec<(&Key, f64)> {
        let here = || self.entries().filter(|(key, _)| key.processor == processor);
        let total: f64 = here().map(|(_, entry)| time_ns(entry)).sum();
        let share = |entry| if total > 0.0 { time_ns(entry) / total } else { 0.0 };
        here().map(|(key, entry)| (key, share(entry))).collect()
    }
}

/// What the calls of an entry take.
fn time_ns(entry: &Entry) -> f64 {
    entry.chosen().map_or(0.0, |candidate| entry.calls as f64 * candidate.median_ns)
}
