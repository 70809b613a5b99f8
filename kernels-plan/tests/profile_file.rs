//! The profile as a file: round trips, damage, and processes that write at once.

use kernels_plan::profile::{Candidate, Entry, Ignored, Key, Problem, Profile, Read, Run, VERSION};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

/// Entries of kernels whose names differ in more than a byte: damage makes none of another.
fn profiles() -> impl Strategy<Value = Profile> {
    vec(entries(), 0..6).prop_map(|entries| {
        let mut profile = Profile::default();
        for (number, (mut key, entry)) in entries.into_iter().enumerate() {
            key.kernel = format!("demo::{}", "abcdef"[number..=number].repeat(9));
            let _ = profile.insert(key, entry);
        }
        profile
    })
}

fn entries() -> impl Strategy<Value = (Key, Entry)> {
    let text = "[a-zA-Z0-9 =,;\"'\\\\#\\[\\]{}\n\t\u{0}\u{7f}é\u{fffd}]{0,12}x";
    let key = (text, "avx2|avx512|avx9", text, "f32|i8, f32");
    let key = key.prop_map(|(processor, level, sizes, elements)| Key {
        processor,
        level,
        sizes,
        elements,
        kernel: String::new(),
    });
    let run = "[0-9a-f]{1,16}".prop_map(|text| text.parse::<Run>().unwrap());
    let candidate = (text, 1e-4..1e13, -1.0..1e3, 0..=i64::MAX as u64, any::<bool>()).prop_map(
        |(blocks, median_ns, spread_ns, timings, model)| Candidate {
            blocks,
            median_ns,
            spread_ns,
            timings,
            model,
        },
    );
    let entry = (any::<u64>(), any::<u64>(), btree_set(run, 0..4), vec(candidate, 0..4));
    let entry = entry.prop_map(|(graph, calls, runs, candidates)| Entry { graph, calls, runs, candidates });
    (key, entry)
}

/// Where the n-th entry's text begins.
fn starts(text: &str) -> Vec<usize> {
    text.match_indices("[[entry]]").filter(|(at, _)| text[..*at].ends_with('\n')).map(|(at, _)| at).collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read(profile in profiles()) {
        let text = profile.to_string();
        let read = Profile::parse(&text);
        prop_assert_eq!(&read.warnings, &[]);
        prop_assert_eq!(read.profile.to_string(), text);
        prop_assert_eq!(read.profile, profile);
    }

    #[test]
    fn a_file_cut_short_keeps_its_whole_entries(profile in profiles(), cut in any::<prop::sample::Index>()) {
        let text = profile.to_string();
        let cut = cut.index(text.len() + 1);
        let Some(part) = text.get(..cut) else { return Ok(()) };
        let read = Profile::parse(part);
        let whole = profile.entries().zip(starts(&text).into_iter().skip(1).chain([text.len()]));
        for ((key, entry), end) in whole {
            // The text of an entry ends with a line end and an empty line.
            let kept = read.profile.get(key);
            prop_assert!(kept.is_none_or(|kept| kept == entry), "{part}");
            prop_assert!(kept.is_some() || cut < end, "{part}");
        }
        prop_assert!(read.profile.entries().all(|(key, _)| profile.get(key).is_some()));
    }

    #[test]
    fn damage_in_one_entry_leaves_the_others(
        profile in profiles(), at in any::<prop::sample::Index>(), remove in 0_usize..20, put in vec(any::<u8>(), 0..6),
    ) {
        let text = profile.to_string();
        let at = at.index(text.len() + 1);
        let end = (at + remove).min(text.len());
        let damaged = [&text.as_bytes()[..at], &put, &text.as_bytes()[end..]].concat();
        let read = Profile::parse(&String::from_utf8_lossy(&damaged));
        let starts = starts(&text);
        let Some(&first) = starts.first() else { return Ok(()) };
        if at <= first {
            return Ok(()); // The version is gone, or not: nothing to say.
        }
        let begin = |n: usize| starts[n].saturating_sub(1);
        let close = |n: usize| starts.get(n + 1).copied().unwrap_or(text.len());
        for (n, (key, entry)) in profile.entries().enumerate() {
            // An entry whose neighbour's head is damaged may become a part of the neighbour.
            let far = close(n) < at.saturating_sub(12) || begin(n) > end + 12;
            if far {
                prop_assert_eq!(read.profile.get(key), Some(entry));
            }
        }
    }

    #[test]
    fn no_text_is_a_panic(text in any::<String>(), bytes in vec(any::<u8>(), 0..200)) {
        let entry = format!("version = 1\n[[entry]]\n{text}");
        for text in [text, entry, String::from_utf8_lossy(&bytes).into_owned()] {
            for warning in Profile::parse(&text).warnings {
                prop_assert!(!warning.to_string().contains(['\n', '\r']));
            }
        }
    }

    #[test]
    fn no_toml_is_a_panic(lines in vec("(\\[\\[entry\\]\\]|\\[entry\\]|version|calls|entry|runs|candidates|graph|kernel|blocks)( = | )?(1|-1|nan|inf|1e999|\"x\"|\\[|\\]|\\{|\\}|\\[\\]|\\{ blocks = 1 \\}|true|0x10|1979-05-27)?", 0..12)) {
        let _ = Profile::parse(&format!("version = 1\n{}", lines.join("\n")));
        let _ = Profile::parse(&lines.join("\n"));
    }
}

const GOOD: &str = r#"version = 1

[[entry]]
processor = "p"
level = "avx2"
kernel = "demo::k"
sizes = ""
elements = "f32"
graph = "1f"
calls = 7
runs = ["0a"]
candidates = [
    { blocks = "tile 6x2", median_ns = 30, spread_ns = 1.5, timings = 9, model = true },
    { blocks = "tile 4x3", median_ns = 20.0, spread_ns = 1.0, timings = 9 },
]
"#;

/// What one replaced text makes of the good file.
fn with(from: &str, to: &str) -> Read {
    assert!(GOOD.contains(from), "{from}");
    Profile::parse(&GOOD.replacen(from, to, 1))
}

/// The one warning, as people read it.
fn only(read: &Read) -> String {
    assert_eq!(read.warnings.len(), 1, "{:?}", read.warnings);
    read.warnings[0].to_string()
}

#[test]
fn a_good_file_is_read() {
    let read = Profile::parse(GOOD);
    assert_eq!(read.warnings, []);
    let (key, entry) = read.profile.entries().next().unwrap();
    assert_eq!((key.kernel.as_str(), entry.graph, entry.calls), ("demo::k", 31, 7));
    assert_eq!(entry.model().unwrap().median_ns, 30.0);
    assert_eq!(Profile::parse(&GOOD.replace('\n', "\r\n")), read);
    assert_eq!(Profile::parse(&format!("\u{feff}{GOOD}")), read);
}

#[test]
fn faults_name_their_lines() {
    let entry = "the entry of demo::k is ignored";
    for (from, to, line, said) in [
        ("calls = 7\n", "", 3, "`calls` is missing"),
        ("calls = 7", "calls = -7", 10, "`calls` takes a count"),
        ("calls = 7", "calls = 9223372036854775808", 10, "`calls` takes a count"),
        ("\"1f\"", "\"+1f\"", 9, "`graph` takes a hexadecimal number"),
        ("\"1f\"", "31", 9, "`graph` takes a hexadecimal number"),
        ("\"0a\"", "\"monday\"", 11, "`runs` takes hexadecimal numbers"),
        ("\"p\"", "\" \"", 3, "`processor` is empty"),
    ] {
        let read = with(from, to);
        assert!(read.profile.is_empty(), "{from} {to}");
        assert_eq!(only(&read), format!("line {line}: {entry}: {said}"));
    }
    let read = with("calls = 7", "calls = \"7");
    assert!(read.profile.is_empty());
    assert!(only(&read).starts_with("line 10: an entry is ignored: it is not TOML ("), "{}", only(&read));
}

#[test]
fn a_bad_candidate_leaves_the_others() {
    for (to, said) in [
        ("nan", "`median_ns` is NaN, which is no time of a call"),
        ("-nan", "`median_ns` is NaN, which is no time of a call"),
        ("inf", "`median_ns` is inf, which is no time of a call"),
        ("-3.0", "`median_ns` is -3, which is no time of a call"),
        ("0.0", "`median_ns` is 0, which is no time of a call"),
        ("1e300", "which is no time of a call"),
        ("\"20\"", "`median_ns` takes a number"),
    ] {
        let read = with("20.0", to);
        assert_eq!(read.profile.entries().next().unwrap().1.candidates.len(), 1, "{to}");
        let warning = only(&read);
        assert!(warning.starts_with("line 14: the candidate `tile 4x3` is ignored: "), "{warning}");
        assert!(warning.ends_with(said), "{warning}");
    }
    let read = with("timings = 9 }", "timings = 0 }");
    assert_eq!(only(&read), "line 14: the candidate `tile 4x3` is ignored: `timings` is 0");
    let read = with("tile 4x3", "tile 6x2");
    assert_eq!(only(&read), "line 14: the candidate `tile 6x2` is ignored: it stands there twice");
}

#[test]
fn a_second_choice_of_the_model_loses_its_mark() {
    let read = with("timings = 9 }", "timings = 9, model = true }");
    assert!(only(&read).starts_with("line 14: `model` of `tile 4x3` is ignored"), "{}", only(&read));
    let (_, entry) = read.profile.entries().next().unwrap();
    assert_eq!((entry.candidates.len(), entry.model().unwrap().blocks.as_str()), (2, "tile 6x2"));
}

#[test]
fn unknown_keys_are_ignored_alone() {
    let good = Profile::parse(GOOD).profile;
    for (from, to, line, name) in [
        ("calls = 7", "calls = 7\nmood = 3", 11, "mood"),
        ("timings = 9 }", "timings = 9, mood = 3 }", 14, "mood"),
        ("version = 1", "version = 1\nmood = 3", 2, "mood"),
        ("version = 1", "version = 1\n[extra]\nmood = 3", 2, "extra"),
    ] {
        let read = with(from, to);
        assert_eq!(read.profile, good, "{to}");
        assert_eq!(only(&read), format!("line {line}: `{name}` is ignored: the format has no such key"));
    }
}

#[test]
fn files_that_cannot_be_read_are_ignored() {
    for (text, why, foreign) in [
        ("", Problem::Empty, false),
        (" \n\n", Problem::Empty, false),
        ("# nothing\n", Problem::Missing { key: "version" }, true),
        ("version = 2\n[[entry]]\n", Problem::Version("2".into()), true),
        ("version = \"1\"", Problem::Version("1".into()), true),
        ("version = []", Problem::Version("unknown".into()), true),
    ] {
        let read = Profile::parse(text);
        assert!(read.profile.is_empty());
        assert_eq!(read.is_foreign(), foreign, "{text}");
        let warning = &read.warnings[0];
        assert_eq!((&warning.ignored, &warning.why), (&Ignored::File, &why), "{text}");
    }
    assert!(Profile::parse("\u{0}\u{1}\u{2}").is_foreign());
    assert_eq!(Profile::parse(&format!("version = {VERSION}")), Read::default());
}

#[test]
fn a_conflict_of_a_merge_is_read_on_both_sides() {
    let (head, entry) = GOOD.split_once("\n\n").unwrap();
    let theirs = entry.replace("0a", "0b").replace("calls = 7", "calls = 5");
    let text = format!("{head}\n\n<<<<<<< HEAD\n{entry}=======\n{theirs}>>>>>>> other\n");
    let read = Profile::parse(&text);
    let (_, merged) = read.profile.entries().next().unwrap();
    assert_eq!((merged.calls, merged.runs.len(), merged.candidates[0].timings), (12, 2, 18));
    let said: Vec<_> = read.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!(said[0], "line 3: the line is ignored: it is the mark of a merge conflict");
    assert!(said[2].starts_with("line 18: entries of demo::k of f32 at avx2 on p are merged"), "{said:?}");
}

#[test]
fn bytes_that_are_no_text_spoil_their_entry_only() {
    let path = std::env::temp_dir().join(format!("profile-bytes-{}.toml", std::process::id()));
    let second = GOOD.split_once("\n\n").unwrap().1.replace("demo::k", "demo::l");
    let mut bytes = format!("{GOOD}\n{second}").into_bytes();
    let name = GOOD.find("\"p\"").unwrap() + 1;
    bytes[name] = 0xff;
    std::fs::write(&path, bytes).unwrap();
    let read = Profile::read(&path);
    std::fs::remove_file(&path).unwrap();
    let kernels: Vec<_> = read.profile.entries().map(|(key, _)| key.kernel.as_str()).collect();
    assert_eq!(kernels, ["demo::l"]);
    assert_eq!(only(&read), "line 4: an entry is ignored: it is not UTF-8");
}

#[test]
fn writers_at_once_leave_one_whole_file() {
    let folder = std::env::temp_dir().join(format!("profile-atomic-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("kernels.profile.toml");
    let profiles = [1, 40].map(|count| {
        let mut profile = Profile::default();
        for n in 0..count {
            let (key, mut entry) =
                Profile::parse(GOOD).profile.entries().map(|(k, e)| (k.clone(), e.clone())).next().unwrap();
            entry.calls = count;
            assert!(profile.insert(Key { kernel: format!("demo::k{n}"), ..key }, entry).is_empty());
        }
        profile
    });
    profiles[0].write(&path).unwrap();
    std::thread::scope(|scope| {
        for profile in profiles.iter().cycle().take(4) {
            scope.spawn(|| (0..25).for_each(|_| profile.write(&path).unwrap()));
        }
        for _ in 0..200 {
            let read = Profile::read(&path);
            assert_eq!(read.warnings, []);
            assert!(profiles.contains(&read.profile));
        }
    });
    let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, ["kernels.profile.toml"]);
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    Profile::read(&path).profile.write(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), before, "an equal file is not touched");
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(profiles[0].write(&path).is_err(), "there is no folder");
}
