//! What of a profile was ignored, and why. Nothing here stops a build.

use std::fmt;

use super::{Profile, VERSION};

/// What reading a profile gives: what is right in it, and what is not.
///
/// ```
/// use kernels_plan::profile::Profile;
/// let read = Profile::parse("version = 1\n\n[[entry]]\ncalls = many\n");
/// assert!(read.profile.is_empty());
/// assert_eq!(read.warnings[0].line, Some(4));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// What is right in it.
    pub profile: Profile,
    /// What was ignored, in the order of the file.
    pub warnings: Vec<Warning>,
}

impl Read {
    /// Whether the whole file was ignored: writing in its place would lose what others can read.
    ///
    /// ```
    /// use kernels_plan::profile::Profile;
    /// assert!(Profile::parse("version = 99").is_foreign());
    /// assert!(!Profile::parse("version = 1").is_foreign());
    /// ```
    pub fn is_foreign(&self) -> bool {
        let whole = |warning: &Warning| warning.ignored == Ignored::File;
        self.warnings
            .iter()
            .any(|warning| whole(warning) && !matches!(warning.why, Problem::NoFile | Problem::Empty))
    }
}

/// One thing that was ignored, and why. Its text is one line, fit for `cargo::warning`.
///
/// ```
/// use kernels_plan::profile::{Ignored, Problem, Profile};
/// let warning = &Profile::parse("version = 2").warnings[0];
/// assert_eq!(warning.ignored, Ignored::File);
/// assert_eq!(warning.why, Problem::Version("2".into()));
/// assert_eq!(
///     warning.to_string(),
///     "line 1: the profile is ignored: its format has version 2, and this is version 1"
/// );
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// The line of the file, counted from one; none where no file was read.
    pub line: Option<usize>,
    /// What was ignored.
    pub ignored: Ignored,
    /// Why.
    pub why: Problem,
}

/// What of a profile was ignored.
///
/// ```
/// use kernels_plan::profile::Ignored;
/// assert_eq!(Ignored::Candidate("tile 6x4".into()).to_string(), "the candidate `tile 6x4` is ignored");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ignored {
    /// The whole file.
    File,
    /// An entry, by the text of its key; empty where that could not be read.
    Entry(String),
    /// A candidate, by its blocks; empty where they could not be read.
    Candidate(String),
    /// A key of this name.
    Key(String),
    /// The mark of the model's first choice on a candidate of these blocks.
    Mark(String),
    /// One line.
    Line,
    /// Nothing: two entries of one key, which this is, were merged.
    Merged(String),
}

/// Why something was ignored.
///
/// ```
/// use kernels_plan::profile::Problem;
/// assert_eq!(Problem::Missing { key: "calls" }.to_string(), "`calls` is missing");
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// There is no file.
    NoFile,
    /// There is nothing in the file.
    Empty,
    /// The file cannot be read, in the words of the operating system.
    Unreadable(String),
    /// Bytes that are not UTF-8.
    NotText,
    /// A mark that `git merge` left.
    Conflict,
    /// Not TOML, in the words of its parser.
    Syntax(String),
    /// A version of the format that this crate does not know.
    Version(String),
    /// A key that this version of the format does not have.
    UnknownKey,
    /// A key that the format asks for.
    Missing {
        /// Its name.
        key: &'static str,
    },
    /// A value of another type.
    Wrong {
        /// The key's name.
        key: &'static str,
        /// What its value is.
        wanted: &'static str,
    },
    /// A name without letters.
    Blank {
        /// The key's name.
        key: &'static str,
    },
    /// A time that no call takes: negative, NaN, or more than a quarter of an hour.
    NoTime {
        /// The key's name.
        key: &'static str,
        /// The time.
        value: f64,
    },
    /// A median of no timings.
    NoTimings,
    /// It stands there twice.
    Twice,
    /// Another candidate is marked as the model's first choice.
    SecondModel,
    /// Measured with another graph: the kernel was changed since.
    Stale,
    /// Two entries share some of their runs, and each has others.
    Overlap,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        write!(f, "{}: {}", self.ignored, self.why)
    }
}

impl fmt::Display for Ignored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Ignored::File => write!(f, "the profile is ignored"),
            Ignored::Entry(name) if name.is_empty() => write!(f, "an entry is ignored"),
            Ignored::Entry(name) => write!(f, "the entry of {} is ignored", OneLine(name)),
            Ignored::Candidate(name) if name.is_empty() => write!(f, "a candidate is ignored"),
            Ignored::Candidate(name) => write!(f, "the candidate `{}` is ignored", OneLine(name)),
            Ignored::Key(name) => write!(f, "`{}` is ignored", OneLine(name)),
            Ignored::Mark(name) => write!(f, "`model` of `{}` is ignored", OneLine(name)),
            Ignored::Line => write!(f, "the line is ignored"),
            Ignored::Merged(name) => write!(f, "entries of {} are merged", OneLine(name)),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NoFile => write!(f, "there is no such file"),
            Problem::Empty => write!(f, "the file is empty"),
            Problem::Unreadable(why) => write!(f, "the file cannot be read ({})", OneLine(why)),
            Problem::NotText => write!(f, "it is not UTF-8"),
            Problem::Conflict => write!(f, "it is the mark of a merge conflict"),
            Problem::Syntax(why) => write!(f, "it is not TOML ({})", OneLine(why)),
            Problem::Version(found) => {
                let found = OneLine(found);
                write!(f, "its format has version {found}, and this is version {VERSION}")
            }
            Problem::UnknownKey => write!(f, "the format has no such key"),
            Problem::Missing { key } => write!(f, "`{key}` is missing"),
            Problem::Wrong { key, wanted } => write!(f, "`{key}` takes {wanted}"),
            Problem::Blank { key } => write!(f, "`{key}` is empty"),
            Problem::NoTime { key, value } => write!(f, "`{key}` is {value}, which is no time of a call"),
            Problem::NoTimings => write!(f, "`timings` is 0"),
            Problem::Twice => write!(f, "it stands there twice"),
            Problem::SecondModel => write!(f, "another candidate is the model's first choice"),
            Problem::Stale => write!(f, "its graph is older: the kernel was changed since"),
            Problem::Overlap => {
                write!(f, "it shares some of its runs with a larger entry, and none may count twice")
            }
        }
    }
}

/// A text of the file without line ends, which would cut a warning of cargo's.
struct OneLine<'t>(&'t str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            if c.is_control() { write!(f, "{}", c.escape_default())? } else { write!(f, "{c}")? }
        }
        Ok(())
    }
}
