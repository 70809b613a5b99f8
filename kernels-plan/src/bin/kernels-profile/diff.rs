//! `diff`: what one profile has that another has not.

use std::collections::BTreeSet;

use kernels_plan::profile::{Candidate, Entry, Key, Profile};

/// Entries of one profile only, and what changed in those of both.
pub fn diff(a: &Profile, b: &Profile) -> String {
    let keys: BTreeSet<&Key> = a.entries().chain(b.entries()).map(|(key, _)| key).collect();
    let lines: String = keys.into_iter().map(|key| entry(key, a.get(key), b.get(key))).collect();
    if lines.is_empty() { "no difference\n".into() } else { lines }
}

fn entry(key: &Key, a: Option<&Entry>, b: Option<&Entry>) -> String {
    match (a, b) {
        (Some(a), Some(b)) => {
            let lines: String = changes(a, b).iter().map(|line| format!("    {line}\n")).collect();
            if lines.is_empty() { lines } else { format!("~ {key}\n{lines}") }
        }
        (Some(a), None) => format!("- {key}: {}\n", blocks(a)),
        (None, Some(b)) => format!("+ {key}: {}\n", blocks(b)),
        (None, None) => String::new(),
    }
}

/// What the next build runs.
fn blocks(entry: &Entry) -> &str {
    entry.chosen().map_or("no candidate", |candidate| &candidate.blocks)
}

fn changes(a: &Entry, b: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    if a.graph != b.graph {
        lines.push(format!("graph {:016x} -> {:016x}: the kernel was changed", a.graph, b.graph));
    }
    if a.calls != b.calls {
        lines.push(format!("calls {} -> {}", a.calls, b.calls));
    }
    if a.runs != b.runs {
        lines.push(format!("runs {} -> {}", a.runs.len(), b.runs.len()));
    }
    if blocks(a) != blocks(b) {
        lines.push(format!("choice {} -> {}", blocks(a), blocks(b)));
    }
    let model = |entry: &Entry| entry.model().map_or("none", |model| &model.blocks).to_string();
    if model(a) != model(b) {
        lines.push(format!("model's choice {} -> {}", model(a), model(b)));
    }
    let names: BTreeSet<&str> =
        a.candidates.iter().chain(&b.candidates).map(|candidate| candidate.blocks.as_str()).collect();
    lines.extend(names.into_iter().filter_map(|name| candidate(name, a.candidate(name), b.candidate(name))));
    lines
}

fn candidate(name: &str, a: Option<&Candidate>, b: Option<&Candidate>) -> Option<String> {
    let time = |candidate: Option<&Candidate>| {
        let Some(Candidate { median_ns, spread_ns, timings, .. }) = candidate else { return "none".into() };
        format!("{median_ns} ns (spread {spread_ns}, {timings} timings)")
    };
    let (before, after) = (time(a), time(b));
    if before == after {
        return None;
    }
    let change = a.zip(b).map(|(a, b)| format!(", {:+.1}%", (b.median_ns / a.median_ns - 1.0) * 100.0));
    Some(format!("{name}: {before} -> {after}{}", change.unwrap_or_default()))
}
