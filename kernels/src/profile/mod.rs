//! Recording: what the candidates of each kernel cost on the program's own calls.
//!
//! A build with `KERNELS_PROFILE=record` in its environment contains several candidates of
//! every kernel: other blocks, other loops, the same bits. The program times them on its own
//! calls, in turn, keeps the fastest when the measurements have decided, and writes
//! `kernels.profile.toml` beside the manifest of the crate that the kernels are in, when it
//! ends or when [`write()`] is called. The next build reads that file.
//!
//! ```sh
//! KERNELS_PROFILE=record cargo run --release   # writes kernels.profile.toml
//! cargo run --release                          # the same program, with the winners
//! ```
//!
//! A program that runs elsewhere than it was built is told where to write, by
//! `KERNELS_PROFILE_FOLDER` in its environment.
//!
//! Results are right all the while. What recording costs: code for all candidates; per call a
//! counter, and until a kernel is decided its timings, each some microseconds of repeated
//! calls. A kernel that reads what it overwrites in a view, or calls other functions, runs once per
//! call and is timed so, with the resolution of the clock. Calls at a level of choice (`name::at`) are not recorded.
//!
//! | file | does |
//! |---|---|
//! | `site` | a kernel with its candidates: which one does a call run |
//! | `copies` | what repeated calls write to |
//! | `ledger` | the timings of a site, and who is still in the race |
//! | `file` | timings to entries of the profile, into the file |

mod copies;
mod file;
mod ledger;
mod site;

pub use copies::Slot;
pub use site::{About, Contender, SITES, Site};

/// Writes what was recorded since the last time into the profiles, as the end of the program
/// does; does nothing in a build that does not record. For programs that do not end, or end
/// without running what C's `atexit` has registered.
///
/// What the file holds already is kept: the new timings are merged into it as a run of their
/// own.
///
/// # Errors
/// A profile can't be read or written, or is of another version of this crate. The others are
/// written.
///
/// ```
/// kernels::profile::write()?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn write() -> std::io::Result<()> {
    file::write()
}
