//! `show`: what a profile says.

use kernels_plan::profile::{Entry, Key, Profile, Reason};

use crate::table::table;

const HEADS: [&str; 9] = ["kernel", "sizes", "types", "level", "calls", "share", "model", "profile", "gain"];

/// Which columns are numbers.
const NUMBERS: [bool; 9] = [false, false, false, false, true, true, false, false, true];

/// A table per processor, the hottest kernel first.
pub fn show(profile: &Profile) -> String {
    if profile.is_empty() {
        return "nothing is measured\n".into();
    }
    let tables = profile.processors().into_iter().map(|processor| of_processor(profile, processor));
    tables.collect::<Vec<_>>().join("\n")
}

fn of_processor(profile: &Profile, processor: &str) -> String {
    let mut shares = profile.shares(processor);
    // Stable: of equals the order of the file.
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let row = |(key, share): &(&Key, f64)| Some(row(profile, key, profile.get(key)?, *share));
    let rows: Vec<_> = shares.iter().filter_map(row).collect();
    format!("{processor}\n{}", table(HEADS, NUMBERS, &rows))
}

fn row(profile: &Profile, key: &Key, entry: &Entry, share: f64) -> [String; 9] {
    let (model, choice, gain) = choice(entry);
    let best = profile.best_level(key, entry.graph);
    let level =
        if best == key.level { best.to_string() } else { format!("{} (slower than {best})", key.level) };
    [
        key.kernel.clone(),
        key.sizes.clone(),
        key.elements.clone(),
        level,
        entry.calls.to_string(),
        format!("{:.1}%", share * 100.0),
        model,
        choice,
        gain,
    ]
}

/// The model's choice, the profile's, and what it gains.
fn choice(entry: &Entry) -> (String, String, String) {
    let none = || "-".to_string();
    let Some(model) = entry.model() else {
        let chosen = entry.chosen().map_or_else(none, |candidate| candidate.blocks.clone());
        return (none(), chosen, none());
    };
    let choice = entry.choice(&model.blocks);
    let (blocks, gain) = match choice.reason {
        Reason::Measured => (choice.blocks.to_string(), format!("{:.2}x", choice.gain)),
        Reason::Unmeasured => ("too few timings".to_string(), none()),
        _ => ("the same".to_string(), "1.00x".to_string()),
    };
    (model.blocks.clone(), blocks, gain)
}
