//! The profile: what candidates of a kernel's blocks cost on real calls, per processor.
//!
//! It lives in `kernels.profile.toml`, a text file that people check in, review and merge by
//! hand: sorted, one small table per entry, one line per candidate.
//!
//! ```toml
//! version = 1
//!
//! [[entry]]
//! processor = "AMD EPYC 9575F 64-Core Processor"
//! level = "avx512"
//! kernel = "demo::dense"
//! sizes = "R = 128, C = 64"
//! elements = "f32"
//! graph = "00000000075bcd15"
//! calls = 5000
//! runs = ["691f3a2d00001c5e"]
//! candidates = [
//!     { blocks = "tile 4x6; unroll 2", median_ns = 210.0, spread_ns = 2.5, timings = 99 },
//!     { blocks = "tile 6x4; unroll 2", median_ns = 250.0, spread_ns = 3.0, timings = 99, model = true },
//! ]
//! ```
//!
//! | file | does |
//! |---|---|
//! | `entry` | what is measured, and of what |
//! | `run` | which runs of the program it comes from |
//! | `warning` | what of a file was ignored, and why |
//! | `parse`, `fields` | text to profile: never an error, never a panic |
//! | `text` | profile to text |
//! | `merge` | several runs into one |
//! | `choice` | the candidate that wins beyond noise, the level that does |
//! | `hotness` | shares of time |
//! | `file` | reading, and writing atomically |

mod choice;
mod entry;
mod fields;
mod file;
mod hotness;
mod merge;
mod parse;
mod run;
mod text;
mod warning;

use std::collections::BTreeMap;

pub use choice::{Choice, Reason};
pub use entry::{Candidate, Entry, Key};
pub use run::Run;
pub use warning::{Ignored, Problem, Read, Warning};

/// The version of the file's format that this crate reads and writes.
///
/// ```
/// use kernels_plan::profile::{Profile, VERSION};
/// assert!(Profile::default().to_string().contains(&format!("version = {VERSION}")));
/// ```
pub const VERSION: u64 = 1;

/// The name of the file, beside the manifest of the crate whose kernels it is about.
///
/// ```
/// let beside = std::path::Path::new("demo").join(kernels_plan::profile::FILE);
/// assert!(beside.ends_with("kernels.profile.toml"));
/// ```
pub const FILE: &str = "kernels.profile.toml";

/// Everything that is measured: at most one entry per [`Key`], sorted.
///
/// ```
/// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
///
/// let key = Key {
///     processor: "AMD EPYC 9575F 64-Core Processor".into(),
///     level: "avx512".into(),
///     kernel: "demo::dense".into(),
///     sizes: "R = 128, C = 64".into(),
///     elements: "f32".into(),
/// };
/// let mut entry = Entry::new(123456789, 5000, Run::now());
/// entry.candidates.push(Candidate::new("tile 6x4; unroll 2", 250.0, 3.0, 99).first_of_the_model());
/// entry.candidates.push(Candidate::new("tile 4x6; unroll 2", 210.0, 2.5, 99));
/// let mut profile = Profile::default();
/// assert!(profile.insert(key.clone(), entry).is_empty());
///
/// let choice = profile.choice(&key, 123456789, "tile 6x4; unroll 2");
/// assert_eq!(choice.blocks, "tile 4x6; unroll 2");
/// assert_eq!(Profile::parse(&profile.to_string()).profile, profile);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    entries: BTreeMap<Key, Entry>,
}

impl Profile {
    /// Puts an entry in, in place of the one of this key. What no file can hold is left out
    /// and returned: candidates with a time that is no time, entries without a name.
    ///
    /// Times are rounded to picoseconds, so that what is written is what is read.
    ///
    /// ```
    /// use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
    /// let key = Key { processor: "p".into(), level: "avx2".into(), kernel: "k".into(), ..Key::default() };
    /// let key = Key { elements: "f32".into(), ..key };
    /// let mut entry = Entry::new(1, 10, Run::now());
    /// entry.candidates.push(Candidate::new("tile 6x4", f64::NAN, 0.0, 9));
    /// let mut profile = Profile::default();
    /// let warnings = profile.insert(key.clone(), entry);
    /// assert!(warnings[0].to_string().contains("`median_ns` is NaN"));
    /// assert!(profile.get(&key).unwrap().candidates.is_empty());
    /// ```
    #[must_use = "it says what was left out"]
    pub fn insert(&mut self, key: Key, mut entry: Entry) -> Vec<Warning> {
        if let Some(why) = key.fault() {
            return vec![Warning { line: None, ignored: Ignored::Entry(key.to_string()), why }];
        }
        let warnings = entry.normalize();
        self.entries.insert(key, entry);
        warnings
    }

    /// The entry of this key, whatever graph it was measured with.
    ///
    /// ```
    /// use kernels_plan::profile::{Key, Profile};
    /// assert!(Profile::default().get(&Key::default()).is_none());
    /// ```
    pub fn get(&self, key: &Key) -> Option<&Entry> {
        self.entries.get(key)
    }

    /// Every entry, in the order of the file.
    ///
    /// ```
    /// use kernels_plan::profile::Profile;
    /// assert_eq!(Profile::default().entries().count(), 0);
    /// ```
    pub fn entries(&self) -> impl Iterator<Item = (&Key, &Entry)> {
        self.entries.iter()
    }

    /// Whether nothing is measured.
    ///
    /// ```
    /// assert!(kernels_plan::profile::Profile::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The processors that entries are about, sorted.
    ///
    /// ```
    /// assert!(kernels_plan::profile::Profile::default().processors().is_empty());
    /// ```
    pub fn processors(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.entries.keys().map(|key| key.processor.as_str()).collect();
        names.dedup();
        names
    }
}
