//! Levels at run time: what this machine has, and which one this process runs.

use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering};

use kernels_plan::levels;

/// The environment variable that chooses a level.
pub(crate) const VARIABLE: &str = "KERNELS_ISA";

/// The base of a level: itself, or another.
macro_rules! base {
    ($level:ident itself) => {
        Level::$level
    };
    ($level:ident $base:ident) => {
        Level::$base
    };
}

macro_rules! define {
    ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:tt),*] {
        base: $base:ident, $($rest:tt)*
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
            pub(crate) const GUARANTEED: Level = {
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

            /// The level whose vectors this one uses: itself, or the one that it adds
            /// integer instructions to. What kernels without integers run.
            ///
            /// ```
            /// use kernels::Level;
            ///
            /// assert_eq!((Level::AvxVnni.base(), Level::Avx2.base()), (Level::Avx2, Level::Avx2));
            /// ```
            pub const fn base(self) -> Level {
                match self {
                    $(Level::$level => base!($level $base),)*
                }
            }

            /// Whether a processor that has these features has the level.
            #[inline(always)]
            fn is_in(self, has: impl Fn(&str) -> bool) -> bool {
                match self {
                    $(Level::$level => true $(&& has($feature))*,)*
                }
            }

            #[inline(always)]
            pub(crate) const fn from_code(code: u8) -> Option<Level> {
                $(if code == Level::$level.code() {
                    return Some(Level::$level);
                })*
                None
            }
        }

        /// Whether this processor has a feature of the table.
        #[inline(always)]
        fn detected(name: &str) -> bool {
            #[cfg(target_arch = "x86_64")]
            {
                $($(if name == $feature {
                    return std::is_x86_feature_detected!($feature);
                })*)*
            }
            let _ = name;
            false
        }
    };
}
levels!(define);

/// The active level's code; 0 until the first use.
static ACTIVE: AtomicU8 = AtomicU8::new(0);

impl Level {
    const WIDEST: Level = Level::ALL[Level::ALL.len() - 1];

    /// The code in [`ACTIVE`], where 0 means undecided.
    pub(crate) const fn code(self) -> u8 {
        self as u8 + 1
    }

    /// Whether this machine has the level.
    ///
    /// ```
    /// assert!(kernels::Level::Portable.is_supported());
    /// ```
    pub fn is_supported(self) -> bool {
        self.is_in(detected)
    }

    /// The widest level that this machine has.
    ///
    /// ```
    /// assert!(kernels::Level::ALL.contains(&kernels::Level::detect()));
    /// ```
    pub fn detect() -> Level {
        Level::widest(detected)
    }

    /// The last level that a processor with these features has.
    fn widest(has: impl Fn(&str) -> bool) -> Level {
        let level = Level::ALL.iter().copied().rfind(|level| level.is_in(&has));
        level.expect("every machine has the portable level")
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
    /// `KERNELS_ISA` names; kernels without integers run its [base](Level::base). Decided at
    /// the first use and constant from then on.
    ///
    /// In a build whose target features reach the widest level of all, it is that one at
    /// compile time, and `KERNELS_ISA` is not read. Where they reach the widest base, that is
    /// so for kernels without integers, and for the others `KERNELS_ISA` chooses among the
    /// levels from there on.
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

    /// Whether the build has decided the level of kernels without integers.
    pub(crate) const IS_BASE_FIXED: bool = Level::GUARANTEED.base() as u8 == Level::WIDEST.base() as u8;

    // Threads that meet here at once all come to the same answer.
    #[cold]
    #[inline(never)]
    fn decide() -> Level {
        let wish = std::env::var_os(VARIABLE);
        let level = match Level::wished(wish.as_ref().map(|name| name.to_string_lossy()).as_deref()) {
            // Kernels without integers run at that base, whatever the wish.
            Ok(level) if Level::IS_BASE_FIXED => level.max(Level::GUARANTEED),
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
    fn simulated_processors_run_their_last_level() {
        let avx2 = ["avx2", "fma"];
        let avx512 = ["avx2", "fma", "avx512f", "avx512bw", "avx512dq", "avx512vl"];
        let runs = |features: &[&str], more: &[&str]| {
            Level::widest(|name| features.contains(&name) || more.contains(&name))
        };
        assert_eq!(runs(&[], &[]), Level::Portable);
        assert_eq!(runs(&[], &["avx2"]), Level::Portable, "without fused multiply-add");
        assert_eq!(runs(&[], &["avx2", "avxvnni"]), Level::Portable, "without fused multiply-add");
        assert_eq!(runs(&avx2, &[]), Level::Avx2);
        assert_eq!(runs(&avx2, &["avxvnni"]), Level::AvxVnni);
        assert_eq!(runs(&avx2, &["avx512f", "avx512vnni"]), Level::Avx2, "without BW, DQ and VL");
        assert_eq!(runs(&avx512, &[]), Level::Avx512);
        assert_eq!(runs(&avx512, &["avxvnni"]), Level::Avx512);
        assert_eq!(runs(&avx512, &["avx512vnni"]), Level::Avx512Vnni);
        assert_eq!(runs(&avx512, &["avxvnni", "avx512vnni"]), Level::Avx512Vnni);
        assert_eq!(runs(&["avxvnni", "avx512vnni"], &[]), Level::Portable);
    }

    #[test]
    fn every_feature_of_the_table_is_looked_for() {
        for (level, isa) in Level::ALL.iter().zip(kernels_plan::isa::LEVELS) {
            let all = isa.features.iter().all(|feature| detected(feature));
            assert_eq!(level.is_supported(), all && ["any", std::env::consts::ARCH].contains(&isa.arch));
            assert_eq!(level.base().name(), isa.base().name);
        }
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
