//! Which runs of the program a profile comes from.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::time::{SystemTime, UNIX_EPOCH};

use super::warning::Problem;

/// The id of one run of the program that recorded. Ids sort by the time they were made at.
///
/// ```
/// use kernels_plan::profile::Run;
/// let run: Run = "691f3a2d00001c5e".parse().unwrap();
/// assert_eq!(run.to_string(), "691f3a2d00001c5e");
/// assert!(run < Run::now() && "yesterday".parse::<Run>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run(u64);

impl Run {
    /// A new id: seconds since 1970 in the upper half, chance in the lower one.
    ///
    /// ```
    /// use kernels_plan::profile::Run;
    /// assert_ne!(Run::now(), Run::now());
    /// ```
    pub fn now() -> Self {
        let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let chance = RandomState::new().hash_one((std::process::id(), time)) >> 32;
        Run(time.as_secs() << 32 | chance)
    }
}

impl std::str::FromStr for Run {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        hex(text).map(Run).ok_or(Problem::Wrong { key: "runs", wanted: "hexadecimal numbers" })
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The number that this text writes in hexadecimal; `from_str_radix` would take a sign, too.
pub(super) fn hex(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if digits { u64::from_str_radix(text, 16).ok() } else { None }
}
