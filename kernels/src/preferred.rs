//! Kernels that run faster at a narrower level on some processors, as profiles say.

use std::sync::atomic::{AtomicU8, Ordering};

use kernels_plan::processor;

use crate::Level;
use crate::level::VARIABLE;

/// A kernel's levels by processor.
#[derive(Debug)]
pub struct Preferred {
    /// A processor, the level that it would run, and the one that it runs instead.
    choices: &'static [(&'static str, Level, Level)],
    /// The code of the level on this processor; 0 until the first use.
    chosen: AtomicU8,
}

impl Preferred {
    /// None chosen yet.
    pub const fn new(choices: &'static [(&'static str, Level, Level)]) -> Self {
        Preferred { choices, chosen: AtomicU8::new(0) }
    }

    /// The level to run in place of the process's. One that the environment asks for stays.
    #[inline]
    pub fn instead_of(&self, active: Level) -> Level {
        Level::from_code(self.chosen.load(Ordering::Relaxed)).unwrap_or_else(|| self.choose(active))
    }

    #[cold]
    fn choose(&self, active: Level) -> Level {
        let level = if is_level_asked_for() { active } else { self.on(&processor::name(), active) };
        self.chosen.store(level.code(), Ordering::Relaxed);
        level
    }

    /// The level on a processor. Kernels without integers run the base of a level.
    fn on(&self, processor: &str, active: Level) -> Level {
        let applies = |(of, level, faster): &&(&str, Level, Level)| {
            *of == processor && [active, active.base()].contains(level) && faster.is_supported()
        };
        self.choices.iter().find(applies).map_or(active, |(_, _, faster)| *faster)
    }
}

/// Whether the environment asks for a level, which then runs.
pub fn is_level_asked_for() -> bool {
    std::env::var_os(VARIABLE).is_some_and(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_of_its_processor_and_level() {
        let preferred = Preferred::new(&[("here", Level::Avx512, Level::Portable)]);
        assert_eq!(preferred.on("here", Level::Avx512), Level::Portable);
        assert_eq!(preferred.on("here", Level::Avx512Vnni), Level::Portable);
        assert_eq!(preferred.on("here", Level::Avx2), Level::Avx2);
        assert_eq!(preferred.on("there", Level::Avx512), Level::Avx512);
    }

    #[test]
    fn it_is_looked_up_once() {
        let preferred = Preferred::new(&[("no such processor", Level::Avx512, Level::Avx2)]);
        assert_eq!(preferred.instead_of(Level::Portable), Level::Portable);
        assert_eq!(preferred.chosen.load(Ordering::Relaxed), Level::Portable.code());
    }
}
