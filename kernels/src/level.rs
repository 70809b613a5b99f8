//! Levels at run time: what this machine has, and which one this process runs.

use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering};

use kernels_plan::levels;

/// The environment variable that chooses a level.
pub(crate) const VARIABLE: &str = "KERNELS_ISA";

/// Whether the processor has all of a row's features.
macro_rules! detected {
    (any []) => {
        true
    };
    (x86_64 [$($feature:tt),*]) => {{
        #[cfg(target_arch = "x86_64")]
        let has = true $(&& std::is_x86_feature_detected!($feature))*;
        #[cfg(not(target_arch = "x86_64"))]
        let has = false;
        has
    }};
}

macro_rules! define {
    ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:tt),*] {
        f32: $f32:literal, f64: $f64:literal, registers: $registers:literal
    })*) => {
        /// An instruction-set level, narrowest first.
        ///
        /// ```
        /// use kernels::Level;
        ///
        /// let widest = Level::detect();
        /// assert!(widest.is_supported() && widest >= Level::Portable);
        /// println!("this machine runs {widest}");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Level {
            $($(#[$doc])* $level,)*
        }

        impl Level {
            /// Every level, narrowest first.
            ///
            /// ```
            /// assert_eq!(kernels::Level::ALL[0], kernels::Level::Portable);
            /// ```
            pub const ALL: &[Level] = &[$(Level::$level),*];

            /// The level that the build's target features reach.
            const GUARANTEED: Level = {
                let mut level = Level::Portable;
                $(if cfg!(all($(target_feature = $feature),*)) {
                    level = Level::$level;
                })*
                level
            };

            /// The name, as `KERNELS_ISA` takes it.
            ///
            /// ```
            /// assert_eq!(kernels::Level::Avx2.name(), "avx2");
            /// ```
            pub const fn name(self) -> &'static str {
                match self {
                    $(Level::$level => $name,)*
                }
            }

            /// Whether this machine has the level.
            ///
            /// ```
            /// assert!(kernels::Level::Portable.is_supported());
            /// ```
            pub fn is_supported(self) -> bool {
                match self {
                    $(Level::$level => detected!($arch [$($feature),*]),)*
                }
            }

            #[inline(always)]
            const fn from_code(code: u8) -> Option<Level> {
                $(if code == Level::$level.code() {
                    return Some(Level::$level);
                })*
                None
            }
        }
    };
}
levels!(define);

/// The active level's code; 0 until the first use.
static ACTIVE: AtomicU8 = AtomicU8::new(0);

impl Level {
    const WIDEST: Level = Level::ALL[Level::ALL.len() - 1];

    /// The code in [`ACTIVE`], where 0 means undecided.
    const fn code(self) -> u8 {
        self as u8 + 1
    }

    /// The widest level that this machine has.
    ///
    /// ```
    /// assert!(kernels::Level::ALL.contains(&kernels::Level::detect()));
    /// ```
    pub fn detect() -> Level {
        let widest = Level::supported().last();
        widest.expect("every machine has the portable level")
    }

    /// The levels that this machine has, narrowest first.
    ///
    /// ```
    /// assert_eq!(kernels::Level::supported().next(), Some(kernels::Level::Portable));
    /// ```
    pub fn supported() -> impl Iterator<Item = Level> {
        Level::ALL.iter().copied().filter(|level| level.is_supported())
    }

    /// The level that kernels run in this process: the widest, or the one that
    /// `KERNELS_ISA` names. Decided at the first use and constant from then on. In a build
    /// whose target features reach the widest level of all, it is that one at compile
    /// time, and `KERNELS_ISA` is not read.
    ///
    /// # Panics
    /// At the first use, where `KERNELS_ISA` names no level, or one that this machine
    /// lacks.
    ///
    /// ```
    /// assert!(kernels::Level::active().is_supported());
    /// ```
    #[inline(always)]
    pub fn active() -> Level {
        if Level::is_fixed() {
            return Level::WIDEST;
        }
        match Level::from_code(ACTIVE.load(Ordering::Relaxed)) {
            Some(level) => level,
            None => Level::decide(),
        }
    }

    /// Whether the build has decided the level.
    pub(crate) const fn is_fixed() -> bool {
        Level::GUARANTEED as u8 == Level::WIDEST as u8
    }

    // Threads that meet here at once all come to the same answer.
    #[cold]
    #[inline(never)]
    fn decide() -> Level {
        let wish = std::env::var_os(VARIABLE);
        let level = match Level::wished(wish.as_ref().map(|name| name.to_string_lossy()).as_deref()) {
            Ok(level) => level,
            Err(message) => panic!("{message}"),
        };
        ACTIVE.store(level.code(), Ordering::Relaxed);
        level
    }

    /// The level for a value of the environment variable; none or empty is no wish.
    fn wished(name: Option<&str>) -> Result<Level, String> {
        let Some(name) = name.filter(|name| !name.is_empty()) else {
            return Ok(Level::detect());
        };
        match Level::ALL.iter().find(|level| level.name() == name) {
            None => Err(format!(
                "{VARIABLE}={name} is not a level of kernels; this machine has {}",
                supported_names()
            )),
            Some(level) => {
                level.require().map(|()| *level).map_err(|error| format!("{VARIABLE}={name}: {error}"))
            }
        }
    }

    /// Whether this machine has the level, as a `Result`.
    ///
    /// # Errors
    /// It has not.
    ///
    /// ```
    /// assert!(kernels::Level::Portable.require().is_ok());
    /// ```
    pub fn require(self) -> Result<(), UnsupportedLevel> {
        if self.is_supported() { Ok(()) } else { Err(UnsupportedLevel { level: self }) }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

fn supported_names() -> String {
    let names: Vec<_> = Level::supported().map(Level::name).collect();
    names.join(", ")
}

/// A level that this machine lacks was asked for.
///
/// ```
/// for &level in kernels::Level::ALL {
///     if let Err(error) = level.require() {
///         assert!(error.to_string().contains(level.name()));
///         assert_eq!(error.level(), level);
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnsupportedLevel {
    level: Level,
}

impl UnsupportedLevel {
    /// The level.
    pub fn level(self) -> Level {
        self.level
    }
}

impl fmt::Display for UnsupportedLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this machine does not have the level {}; it has {}", self.level, supported_names())
    }
}

impl std::error::Error for UnsupportedLevel {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wish_is_checked() {
        assert_eq!(Level::wished(None), Ok(Level::detect()));
        assert_eq!(Level::wished(Some("")), Ok(Level::detect()));
        assert_eq!(Level::wished(Some("portable")), Ok(Level::Portable));
        let unknown = Level::wished(Some("sse9")).unwrap_err();
        assert!(
            unknown.contains("KERNELS_ISA=sse9 is not a level") && unknown.contains("portable"),
            "{unknown}"
        );
    }

    #[test]
    fn codes_come_back() {
        for &level in Level::ALL {
            assert_eq!(Level::from_code(level.code()), Some(level));
        }
        assert_eq!(Level::from_code(0), None);
    }

    #[test]
    fn the_table_and_the_levels_agree() {
        for (level, isa) in Level::ALL.iter().zip(kernels_plan::isa::LEVELS) {
            assert_eq!(level.name(), isa.name);
        }
        assert_eq!(Level::ALL.len(), kernels_plan::isa::LEVELS.len());
    }
}
