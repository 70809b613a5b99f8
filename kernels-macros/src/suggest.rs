//! The name that a misspelt one was meant to be.

/// The candidate that is fewest edits away from `name`, if a slip of the fingers explains
/// the difference: one edit in short names, one for every three letters in longer ones.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (name.chars().count() / 3).max(1);
    let distances = candidates.into_iter().map(|candidate| (edits(name, candidate), candidate));
    let (distance, candidate) = distances.min_by_key(|(distance, _)| *distance)?;
    // A name of one letter is one edit away from any other.
    (distance <= allowed && distance < name.chars().count()).then_some(candidate)
}

/// Insertions, deletions, replacements and swaps of neighbours between two names.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replace = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let remove_or_insert = table[i - 1][j].min(table[i][j - 1]) + 1;
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                let swap = if swapped { table[i - 2][j - 2] + 1 } else { usize::MAX };
                replace.min(remove_or_insert).min(swap)
            };
        }
    }
    table[a.len()][b.len()]
}

/// Says that there is no such name in scope, and which was meant.
pub fn unknown_name<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> String {
    let mut known: Vec<&str> = known.map(String::as_str).collect();
    known.sort_unstable();
    known.dedup();
    let hint = match closest(name, known.iter().copied()) {
        Some(meant) => format!("; did you mean `{meant}`?"),
        None if known.is_empty() => String::new(),
        None => {
            let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            format!("; known are {}", known.join(", "))
        }
    };
    format!("there is no `{name}` here{hint}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(edits("", "abc"), 3);
        assert_eq!(edits("softmax", "softmax"), 0);
        assert_eq!(edits("sofmax", "softmax"), 1);
        assert_eq!(edits("rleu", "relu"), 1);
        assert_eq!(edits("bias", "w"), 4);
    }

    #[test]
    fn slips_and_other_words() {
        let known = ["relu", "softmax", "w1", "w2"];
        assert_eq!(closest("sofmax", known), Some("softmax"));
        assert_eq!(closest("w11", known), Some("w1"));
        assert_eq!(closest("gelu", known), Some("relu"));
        assert_eq!(closest("layer_norm", known), None);
        assert_eq!(closest("y", ["x"]), None);
    }
}
