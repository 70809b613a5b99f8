//! What was recorded, into the profiles.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Error, ErrorKind};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Once, TryLockError};

use kernels_plan::processor;
use kernels_plan::profile::{Candidate, Entry, FILE, Key, Profile, Run};

use super::site::{SITES, Site};
use crate::Level;

/// The environment variable that names another folder for the profiles.
const FOLDER: &str = "KERNELS_PROFILE_FOLDER";

unsafe extern "C" {
    /// C's own, which std links on every platform: runs a function when the program ends.
    safe fn atexit(function: extern "C" fn()) -> i32;
}

/// Has the profiles written when the program ends. Once is enough.
pub fn write_at_exit() {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(|| {
        if atexit(at_exit) != 0 {
            eprintln!("kernels: the profile is written by kernels::profile::write() alone");
        }
    });
}

extern "C" fn at_exit() {
    if let Err(error) = write() {
        eprintln!("kernels: {error}");
    }
}

/// As [`super::write`].
pub fn write() -> io::Result<()> {
    let elsewhere = std::env::var_os(FOLDER).filter(|folder| !folder.is_empty());
    let mut folders: BTreeMap<&Path, Vec<&Site>> = BTreeMap::new();
    for site in SITES {
        let folder = elsewhere.as_deref().map_or(Path::new(site.about.folder), Path::new);
        folders.entry(folder).or_default().push(site);
    }
    let (run, processor) = (Run::now(), processor::name());
    let written = folders.into_iter().map(|(folder, sites)| {
        let path = folder.join(FILE);
        merge(folder, &path, &recorded(&sites, &processor, run))
            .map_err(|error| Error::new(error.kind(), format!("{} is not written: {error}", path.display())))
    });
    // All are tried before the first error is told.
    let written: Vec<io::Result<()>> = written.collect();
    written.into_iter().collect()
}

/// What was recorded since the last time.
fn recorded(sites: &[&Site], processor: &str, run: Run) -> Profile {
    let mut profile = Profile::default();
    for site in sites {
        let calls = site.calls.swap(0, Ordering::Relaxed);
        let mut ledger = match site.ledger.try_lock() {
            Ok(ledger) => Some(ledger),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            // It is being timed, by another thread or by this one, which a kernel's body has led
            // here: its timings are for the next time.
            Err(TryLockError::WouldBlock) => None,
        };
        let (level, medians) = match ledger.as_mut().and_then(|ledger| ledger.as_mut()) {
            Some(ledger) => (ledger.level, ledger.take()),
            // A kernel that was never called is worth an entry, too.
            None => (Level::active(), vec![]),
        };
        if site.written.swap(true, Ordering::Relaxed) && calls == 0 && medians.is_empty() {
            continue;
        }
        let candidate = |at: usize| &site.about.candidates[at];
        let mut levels: BTreeMap<Level, Vec<Candidate>> = BTreeMap::new();
        levels.entry(site.first(level).level).or_default();
        for (at, median) in medians {
            let contender = candidate(at);
            let measured =
                Candidate::new(contender.blocks, median.value, median.spread, median.timings as u64);
            let measured = if contender.model { measured.first_of_the_model() } else { measured };
            levels.entry(contender.level).or_default().push(measured);
        }
        for (of, candidates) in levels {
            let calls = if of == site.first(level).level { calls } else { 0 };
            let mut entry = Entry::new(site.about.graph, calls, run);
            entry.candidates = candidates;
            // A time that no file can hold is none to choose by either.
            let _ = profile.insert(key(site, processor, of), entry);
        }
    }
    profile
}

fn key(site: &Site, processor: &str, level: Level) -> Key {
    let about = &site.about;
    Key {
        processor: processor.into(),
        kernel: about.kernel.into(),
        sizes: about.sizes.into(),
        elements: about.elements.into(),
        level: level.name().into(),
    }
}

/// Adds a profile to the one in the file.
fn merge(folder: &Path, path: &Path, recorded: &Profile) -> io::Result<()> {
    // Programs that end at once write one after the other. Where a folder can't be locked, the
    // last one's file stays, whole.
    let folder = File::open(folder);
    let _locked = folder.as_ref().is_ok_and(|folder| folder.lock().is_ok());
    let read = Profile::read(path);
    if read.is_foreign() {
        let why = read.warnings.iter().map(ToString::to_string).next().unwrap_or_default();
        return Err(Error::new(ErrorKind::InvalidData, why));
    }
    let mut profile = read.profile;
    for warning in profile.merge(recorded) {
        eprintln!("kernels: {}: {warning}", path.display());
    }
    profile.write(path)
}
