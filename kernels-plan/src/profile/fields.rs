//! The fields of an entry, with the lines that they stand in.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::run::hex;
use super::warning::{Ignored, Problem, Warning};
use super::{Candidate, Entry, Key, Run};

type Value<'t> = Spanned<DeValue<'t>>;

/// Reads fields of one piece of the file, and says what is wrong with each.
pub(super) struct Fields<'p> {
    /// The number of the piece's first line.
    line: usize,
    text: &'p str,
    warnings: &'p mut Vec<Warning>,
}

impl<'p> Fields<'p> {
    pub(super) fn new(line: usize, text: &'p str, warnings: &'p mut Vec<Warning>) -> Self {
        Fields { line, text, warnings }
    }

    /// Warns about what stands at this byte of the piece.
    pub(super) fn warn(&mut self, at: usize, ignored: Ignored, why: Problem) {
        let before = &self.text.as_bytes()[..at.min(self.text.len())];
        let line = self.line + before.iter().filter(|&&byte| byte == b'\n').count();
        self.warnings.push(Warning { line: Some(line), ignored, why });
    }

    /// Warns about keys that are not among these.
    pub(super) fn only(&mut self, table: &DeTable, known: &[&str]) {
        for (key, _) in table.iter() {
            if !known.contains(&key.get_ref().as_ref()) {
                let ignored = Ignored::Key(key.get_ref().to_string());
                self.warn(key.span().start, ignored, Problem::UnknownKey);
            }
        }
    }

    /// An entry, or warnings about everything that keeps it from being one.
    pub(super) fn entry(&mut self, table: &DeTable) -> Option<(Key, Entry)> {
        self.only(
            table,
            &["processor", "level", "kernel", "sizes", "elements", "graph", "calls", "runs", "candidates"],
        );
        let name = table.get("kernel").and_then(|value| value.get_ref().as_str());
        let whole = Ignored::Entry(name.unwrap_or_default().into());
        let text = |key| field(table, key, 0, "a text", |value| Some(value.as_str()?.to_string()));
        let texts = ["processor", "level", "kernel", "sizes", "elements"].map(text);
        let graph = field(table, "graph", 0, "a hexadecimal number", |value| hex(value.as_str()?));
        let calls = field(table, "calls", 0, "a count", count);
        let runs = field(table, "runs", 0, "hexadecimal numbers", runs);
        let list = field(table, "candidates", 0, "a list of tables", |value| {
            let list = value.as_array()?;
            list.iter().all(|item| item.get_ref().is_table()).then_some(list)
        });
        let [processor, level, kernel, sizes, elements] = texts.map(|text| self.checked(text, &whole));
        let (graph, calls) = (self.checked(graph, &whole), self.checked(calls, &whole));
        let (runs, list) = (self.checked(runs, &whole), self.checked(list, &whole));
        let (processor, level, kernel) = (processor?, level?, kernel?);
        let key = Key { processor, level, kernel, sizes: sizes?, elements: elements? };
        if let Some(why) = key.fault() {
            self.warn(0, whole, why);
            return None;
        }
        let (graph, calls, runs, list) = (graph?, calls?, runs?, list?);
        let candidates = self.candidates(list.iter());
        Some((key, Entry { graph, calls, runs, candidates }))
    }

    /// The candidates that are right.
    fn candidates<'t: 'v, 'v>(&mut self, list: impl Iterator<Item = &'v Value<'t>>) -> Vec<Candidate> {
        let mut kept: Vec<Candidate> = Vec::new();
        for value in list {
            let (Some(table), at) = (value.get_ref().as_table(), value.span().start) else { continue };
            let ignored = self.candidate(table, at).and_then(|candidate| candidate.place(&mut kept));
            if let Some((ignored, why)) = ignored {
                self.warn(at, ignored, why);
            }
        }
        kept
    }

    fn candidate(&mut self, table: &DeTable, at: usize) -> Option<Candidate> {
        self.only(table, &["blocks", "median_ns", "spread_ns", "timings", "model"]);
        let name = table.get("blocks").and_then(|value| value.get_ref().as_str());
        let whole = Ignored::Candidate(name.unwrap_or_default().into());
        let blocks = field(table, "blocks", at, "a text", |value| Some(value.as_str()?.to_string()));
        let [median, spread] =
            ["median_ns", "spread_ns"].map(|key| field(table, key, at, "a number", number));
        let timings = field(table, "timings", at, "a count", count);
        let model = match table.get("model") {
            None => Ok(false),
            Some(_) => field(table, "model", at, "`true` or `false`", DeValue::as_bool),
        };
        let (blocks, timings) = (self.checked(blocks, &whole), self.checked(timings, &whole));
        let (median, spread) = (self.checked(median, &whole), self.checked(spread, &whole));
        let model = self.checked(model, &Ignored::Mark(name.unwrap_or_default().into())).unwrap_or(false);
        let candidate = Candidate::new(&blocks?, median?, spread?, timings?);
        Some(Candidate { model, ..candidate })
    }

    /// The value, or a warning.
    fn checked<T>(&mut self, field: Result<T, (usize, Problem)>, ignored: &Ignored) -> Option<T> {
        field.map_err(|(at, why)| self.warn(at, ignored.clone(), why)).ok()
    }
}

/// The value of a key of this table, which begins at the byte `at`.
fn field<'v, 't, T>(
    table: &'v DeTable<'t>,
    key: &'static str,
    at: usize,
    wanted: &'static str,
    read: impl FnOnce(&'v DeValue<'t>) -> Option<T>,
) -> Result<T, (usize, Problem)> {
    let value = table.get(key).ok_or((at, Problem::Missing { key }))?;
    read(value.get_ref()).ok_or((value.span().start, Problem::Wrong { key, wanted }))
}

fn count(value: &DeValue) -> Option<u64> {
    let count = value.as_integer()?;
    u64::from_str_radix(count.as_str(), count.radix()).ok().filter(|&count| count <= i64::MAX as u64)
}

/// A number, which people also write without a fraction.
fn number(value: &DeValue) -> Option<f64> {
    match value {
        DeValue::Float(number) => number.as_str().parse().ok(),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).ok().map(|number| number as f64)
        }
        _ => None,
    }
}

fn runs(value: &DeValue) -> Option<BTreeSet<Run>> {
    value.as_array()?.iter().map(|run| run.get_ref().as_str()?.parse().ok()).collect()
}
