//! `merge`: several profiles into one file.

use std::path::Path;

use kernels_plan::profile::Profile;

use crate::{Failure, read};

/// Merges files and writes the whole. Nothing is written unless every file could be read: one
/// of another version, say, may be the one to write to.
pub fn merge(arguments: &[String]) -> Result<String, Failure> {
    let (files, out) = files(arguments)?;
    let mut whole = Profile::default();
    for file in &files {
        for warning in whole.merge(&read(file)?) {
            eprintln!("kernels-profile: {file}: {warning}");
        }
    }
    whole.write(Path::new(out)).map_err(|error| Failure::File(format!("{out}: {error}")))?;
    let (files, entries) = (files.len(), whole.entries().count());
    Ok(format!("{out}: {entries} entries of {files} files\n"))
}

/// The files to read, and the one to write.
fn files(arguments: &[String]) -> Result<(Vec<&str>, &str), Failure> {
    let usage = |what: &str| Err(Failure::Usage(what.into()));
    let (mut files, mut out) = (Vec::new(), None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument != "-o" {
            files.push(argument.as_str());
        } else if out.is_some() {
            return usage("`-o` stands there twice");
        } else {
            out = rest.next();
        }
    }
    match out {
        _ if files.len() < 2 => usage("`merge` takes two files or more"),
        None => usage("`merge` needs `-o OUT`, the file to write"),
        Some(out) => Ok((files, out)),
    }
}
