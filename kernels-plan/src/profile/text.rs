//! Profile to text: the same profile is always the same text.

use std::fmt::{self, Write};

use super::{Candidate, Entry, Key, Profile, VERSION};

/// What people read first.
const HEAD: &str = "\
# What the kernels cost on real calls, per processor. Recorded with KERNELS_PROFILE=record;
# check it in. `kernels-profile show` prints it as a table.
";

/// The text of the file.
impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}version = {VERSION}")?;
        self.entries().try_for_each(|(key, entry)| write_entry(f, key, entry))
    }
}

fn write_entry(f: &mut fmt::Formatter<'_>, key: &Key, entry: &Entry) -> fmt::Result {
    writeln!(f, "\n[[entry]]")?;
    let texts = [
        ("processor", &key.processor),
        ("level", &key.level),
        ("kernel", &key.kernel),
        ("sizes", &key.sizes),
        ("elements", &key.elements),
    ];
    for (name, text) in texts {
        writeln!(f, "{name} = {}", Quoted(text))?;
    }
    let runs: Vec<String> = entry.runs.iter().map(|run| format!("\"{run}\"")).collect();
    writeln!(f, "graph = \"{:016x}\"\ncalls = {}", entry.graph, entry.calls)?;
    writeln!(f, "runs = [{}]\ncandidates = [", runs.join(", "))?;
    entry.candidates.iter().try_for_each(|candidate| write_candidate(f, candidate))?;
    writeln!(f, "]")
}

/// One line: a changed candidate is one changed line for the reviewer.
fn write_candidate(f: &mut fmt::Formatter<'_>, candidate: &Candidate) -> fmt::Result {
    let Candidate { blocks, median_ns, spread_ns, timings, model } = candidate;
    let model = if *model { ", model = true" } else { "" };
    writeln!(
        f,
        "    {{ blocks = {}, median_ns = {median_ns:?}, spread_ns = {spread_ns:?}, timings = {timings}{model} }},",
        Quoted(blocks)
    )
}

/// A basic string of TOML.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for c in self.0.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                // A text with the character for bytes that are no text can be read again, too.
                c if c.is_control() || c == char::REPLACEMENT_CHARACTER => write!(f, "\\u{:04X}", c as u32)?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}
