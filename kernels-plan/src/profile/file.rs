//! Reading, and writing atomically.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::warning::{Ignored, Problem, Read, Warning};
use super::{Profile, Run};

impl Profile {
    /// Reads a profile. That there is none is a warning, too, which a build without a profile
    /// leaves unsaid: [`Problem::NoFile`].
    ///
    /// ```
    /// use kernels_plan::profile::{Problem, Profile};
    /// let read = Profile::read("no/such/file".as_ref());
    /// assert_eq!(read.warnings[0].why, Problem::NoFile);
    /// ```
    pub fn read(path: &Path) -> Read {
        let why = match fs::read(path) {
            // Where the bytes are no text, the entry says so; the others are read.
            Ok(bytes) => return Profile::parse(&String::from_utf8_lossy(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Problem::NoFile,
            Err(error) => Problem::Unreadable(error.to_string()),
        };
        let warnings = vec![Warning { line: None, ignored: Ignored::File, why }];
        Read { profile: Profile::default(), warnings }
    }

    /// Writes the profile, atomically: into a file beside it, which then takes its name. Of
    /// processes that write at once, the last one's whole file stays; a process that dies
    /// leaves the file as it was. A file that already has this text is not touched, so that
    /// cargo rebuilds nothing.
    ///
    /// # Errors
    ///
    /// Those of the file system; the file is then as it was.
    ///
    /// ```
    /// use kernels_plan::profile::Profile;
    /// let path = std::env::temp_dir().join(format!("profile-doc-{}.toml", std::process::id()));
    /// Profile::default().write(&path)?;
    /// assert!(Profile::read(&path).warnings.is_empty());
    /// # std::fs::remove_file(&path)?;
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let text = self.to_string();
        if fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        // The file that a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let beside = beside(&path)?;
        let written = fill(&beside, &text).and_then(|()| fs::rename(&beside, &path));
        if written.is_err() {
            // The error to report is the first one.
            let _ = fs::remove_file(&beside);
        }
        written
    }
}

/// A name beside the file that no other process or thread uses.
fn beside(path: &Path) -> io::Result<PathBuf> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().ok_or_else(|| io::Error::from(ErrorKind::InvalidInput))?;
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}-{count}-{}", std::process::id(), Run::now()));
    Ok(path.with_file_name(hidden))
}

/// Writes a new file down to the disk: a name must never lead to half of it.
fn fill(path: &Path, text: &str) -> io::Result<()> {
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
