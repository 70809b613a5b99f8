//! Text to profile. What is wrong becomes a warning, what is right is kept.
//!
//! The text is cut where tables begin, and every piece is read on its own: a mistake in one
//! entry leaves the others as they are, which a parser of the whole file would not.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::Fields;
use super::warning::{Ignored, Problem, Read, Warning};
use super::{Profile, VERSION};

/// Lines that `git merge` leaves begin with one of these.
const CONFLICT: [&str; 4] = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

/// Some lines of the file.
struct Piece<'t> {
    /// The number of the first line.
    line: usize,
    text: &'t str,
}

impl Profile {
    /// Reads the text of a profile. Entries that stand there twice, as after a merge of two
    /// branches that keeps both sides, are merged by the rule of [`Profile::merge`].
    ///
    /// ```
    /// use kernels_plan::profile::{Problem, Profile};
    /// let read = Profile::parse("version = 1\nhumidity = 80\n");
    /// assert!(read.profile.is_empty());
    /// assert_eq!(read.warnings[0].why, Problem::UnknownKey);
    /// ```
    pub fn parse(text: &str) -> Read {
        let mut read = Read::default();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.trim().is_empty() {
            read.warnings.push(Warning { line: None, ignored: Ignored::File, why: Problem::Empty });
            return read;
        }
        let text = without_conflicts(text, &mut read.warnings);
        let pieces = pieces(&text);
        if head(&pieces[0], &mut read.warnings) {
            for piece in &pieces[1..] {
                table(piece, &mut read);
            }
        }
        read.warnings.sort_by_key(|warning| warning.line);
        read
    }
}

/// The text with the marks of merge conflicts made empty lines: both sides are read then.
fn without_conflicts(text: &str, warnings: &mut Vec<Warning>) -> String {
    let mut whole = String::with_capacity(text.len());
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if CONFLICT.iter().any(|mark| line.starts_with(mark)) {
            let line = Some(number + 1);
            warnings.push(Warning { line, ignored: Ignored::Line, why: Problem::Conflict });
            whole.push('\n');
        } else {
            whole.push_str(line);
        }
    }
    whole
}

/// The text before the first table, then each table.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut first, mut at) = (0, 1, 0);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        // A candidate's line begins with a brace, so that no line within an entry does so.
        if line.trim_start().starts_with('[') {
            pieces.push(Piece { line: first, text: &text[start..at] });
            (start, first) = (at, number + 1);
        }
        at += line.len();
    }
    pieces.push(Piece { line: first, text: &text[start..] });
    pieces
}

/// Reads what stands before the first entry: whether the rest can be read.
fn head(piece: &Piece, warnings: &mut Vec<Warning>) -> bool {
    let Some(table) = toml(piece, Ignored::File, warnings) else { return false };
    let mut fields = Fields::new(piece.line, piece.text, warnings);
    fields.only(table.get_ref(), &["version"]);
    let Some(version) = table.get_ref().get("version") else {
        fields.warn(0, Ignored::File, Problem::Missing { key: "version" });
        return false;
    };
    let found = match version.get_ref() {
        DeValue::Integer(found) => found.to_string(),
        DeValue::Float(found) => found.to_string(),
        DeValue::String(found) => found.to_string(),
        _ => "unknown".into(),
    };
    let same = version.get_ref().is_integer() && found == VERSION.to_string();
    if !same {
        fields.warn(version.span().start, Ignored::File, Problem::Version(found));
    }
    same
}

/// Reads one entry into the profile.
fn table(piece: &Piece, read: &mut Read) {
    let Some(root) = toml(piece, Ignored::Entry(String::new()), &mut read.warnings) else { return };
    let mut fields = Fields::new(piece.line, piece.text, &mut read.warnings);
    fields.only(root.get_ref(), &["entry"]);
    let array = root.get_ref().get("entry").map(Spanned::get_ref);
    let table = match array.and_then(DeValue::as_array).and_then(|array| array.first()).map(Spanned::get_ref)
    {
        Some(DeValue::Table(table)) => table,
        _ if array.is_none() => return,
        _ => {
            let why = Problem::Wrong { key: "entry", wanted: "tables, each below a `[[entry]]`" };
            return fields.warn(0, Ignored::Entry(String::new()), why);
        }
    };
    let Some((key, mut entry)) = fields.entry(table) else { return };
    let dropped = entry.normalize();
    debug_assert!(dropped.is_empty(), "the fields are checked where their lines are known");
    if let Some(first) = read.profile.get(&key) {
        let (merged, ignored) = first.merged(&entry, first.factors(&entry).unwrap_or([1.0; 2]));
        let line = Some(piece.line);
        read.warnings.push(Warning { line, ignored: Ignored::Merged(key.to_string()), why: Problem::Twice });
        let lost = ignored.map(|why| Warning { line, ignored: Ignored::Entry(key.to_string()), why });
        read.warnings.extend(lost);
        entry = merged;
    }
    read.profile.entries.insert(key, entry);
}

/// The piece as TOML.
fn toml<'t>(
    piece: &Piece<'t>,
    ignored: Ignored,
    warnings: &mut Vec<Warning>,
) -> Option<Spanned<DeTable<'t>>> {
    let mut fields = Fields::new(piece.line, piece.text, warnings);
    if let Some(at) = piece.text.find(char::REPLACEMENT_CHARACTER) {
        fields.warn(at, ignored, Problem::NotText);
        return None;
    }
    match DeTable::parse(piece.text) {
        Ok(table) => Some(table),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            fields.warn(at, ignored, Problem::Syntax(error.message().into()));
            None
        }
    }
}
