//! The command line, by running it.

use std::path::{Path, PathBuf};
use std::process::Command;

use kernels_plan::profile::Profile;

/// A folder of this test, with files in it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("profile-command-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        for (name, text) in files {
            std::fs::write(path.join(name), text).unwrap();
        }
        Folder(path)
    }

    /// The exit status, standard output and standard error of a command in the folder.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kernels-profile"));
        let output = command.args(arguments).current_dir(&self.0).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    /// What a command that does its work prints.
    fn done(&self, arguments: &[&str]) -> String {
        let (status, out, err) = self.run(arguments);
        assert_eq!((status, err.as_str()), (0, ""), "{out}");
        out
    }

    fn file(&self, name: &str) -> String {
        std::fs::read_to_string(Path::new(&self.0).join(name)).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn entry(kernel: &str, level: &str, run: &str, calls: u64, times: [u32; 2]) -> String {
    let [model, other] = times;
    format!(
        r#"
[[entry]]
processor = "Zen 5"
level = "{level}"
kernel = "demo::{kernel}"
sizes = "R = 8"
elements = "f32"
graph = "1f"
calls = {calls}
runs = ["{run}"]
candidates = [
    {{ blocks = "rows 4", median_ns = {model}, spread_ns = 1, timings = 9, model = true }},
    {{ blocks = "rows 8", median_ns = {other}, spread_ns = 1, timings = 9 }},
]
"#
    )
}

fn profile(entries: &[String]) -> String {
    format!("version = 1\n{}", entries.concat())
}

#[test]
fn show_prints_the_hottest_first() {
    let cold = entry("cold", "avx2", "1", 10, [100, 100]);
    let hot = entry("hot", "avx2", "1", 30, [125, 100]);
    let wide = entry("hot", "avx512", "1", 60, [300, 250]);
    let folder = Folder::new("show", &[("kernels.profile.toml", &profile(&[cold, hot, wide]))]);
    let expected = "\
Zen 5
kernel      sizes  types  level                     calls  share  model   profile   gain
demo::hot   R = 8  f32    avx512 (slower than avx2)    60  78.9%  rows 4  rows 8   1.20x
demo::hot   R = 8  f32    avx2                         30  15.8%  rows 4  rows 8   1.25x
demo::cold  R = 8  f32    avx2                         10   5.3%  rows 4  the same  1.00x
";
    let said = folder.done(&["show"]);
    let words = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    assert_eq!(words(&said), words(expected), "{said}");
    let ends: Vec<_> = said.lines().skip(1).map(|line| line.chars().count()).collect();
    assert!(ends.iter().all(|end| *end == ends[0]), "columns are aligned:\n{said}");
    assert_eq!(folder.done(&["show", "kernels.profile.toml"]), said);
}

#[test]
fn show_tells_what_it_ignores() {
    let text = profile(&[entry("k", "avx2", "1", 10, [100, 90])]).replace("calls = 10", "calls = x");
    let folder =
        Folder::new("ignored", &[("a.toml", &text), ("empty.toml", ""), ("new.toml", "version = 9")]);
    let (status, out, err) = folder.run(&["show", "a.toml"]);
    assert_eq!((status, out.as_str()), (0, "nothing is measured\n"));
    assert!(
        err.starts_with("kernels-profile: a.toml: line 10: an entry is ignored: it is not TOML"),
        "{err}"
    );
    assert_eq!(folder.run(&["show", "empty.toml"]).0, 0);
    let (status, out, err) = folder.run(&["show", "new.toml"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.contains("new.toml: line 1: the profile is ignored: its format has version 9"), "{err}");
}

#[test]
fn diff_prints_what_changed() {
    let a = profile(&[entry("a", "avx2", "1", 10, [100, 90]), entry("b", "avx2", "1", 10, [100, 100])]);
    let b = profile(&[entry("b", "avx2", "2", 12, [100, 80]), entry("c", "avx2", "1", 10, [100, 100])]);
    let folder = Folder::new("diff", &[("a.toml", &a), ("b.toml", &b)]);
    assert_eq!(folder.done(&["diff", "a.toml", "a.toml"]), "no difference\n");
    let expected = "\
- demo::a (R = 8) of f32 at avx2 on Zen 5: rows 8
~ demo::b (R = 8) of f32 at avx2 on Zen 5
    calls 10 -> 12
    runs 1 -> 1
    choice rows 4 -> rows 8
    rows 8: 100 ns (spread 1, 9 timings) -> 80 ns (spread 1, 9 timings), -20.0%
+ demo::c (R = 8) of f32 at avx2 on Zen 5: rows 4
";
    assert_eq!(folder.done(&["diff", "a.toml", "b.toml"]), expected);
}

#[test]
fn merge_writes_one_file_even_over_its_own() {
    let a = profile(&[entry("a", "avx2", "1", 10, [100, 90])]);
    let b = profile(&[entry("a", "avx2", "2", 12, [100, 80]), entry("b", "avx2", "2", 1, [5, 5])]);
    let folder = Folder::new("merge", &[("a.toml", &a), ("b.toml", &b)]);
    let said = folder.done(&["merge", "a.toml", "b.toml", "-o", "c.toml"]);
    assert_eq!(said, "c.toml: 2 entries of 2 files\n");
    let whole = folder.file("c.toml");
    let read = Profile::parse(&whole);
    assert_eq!(read.warnings, []);
    assert!(whole.contains("calls = 22") && whole.contains("median_ns = 85.0"), "{whole}");
    folder.done(&["merge", "-o", "a.toml", "a.toml", "c.toml"]);
    assert_eq!(folder.file("a.toml"), whole);
}

#[test]
fn merge_writes_nothing_where_a_file_cannot_be_read() {
    let good = profile(&[entry("a", "avx2", "1", 10, [100, 90])]);
    let folder = Folder::new("unread", &[("good.toml", &good), ("new.toml", "version = 9\n")]);
    for bad in ["new.toml", "none.toml", "."] {
        let (status, out, err) = folder.run(&["merge", "good.toml", bad, "-o", "new.toml"]);
        assert_eq!((status, out.as_str()), (1, ""));
        assert!(
            err.starts_with(&format!("kernels-profile: {bad}: the profile is ignored"))
                || err.starts_with("kernels-profile: new.toml: line 1:"),
            "{err}"
        );
        assert_eq!(folder.file("new.toml"), "version = 9\n");
    }
    let (status, _, err) = folder.run(&["merge", "good.toml", "good.toml", "-o", "none/out.toml"]);
    assert_eq!(status, 1);
    assert!(err.starts_with("kernels-profile: none/out.toml: "), "{err}");
}

#[test]
fn errors_of_use_have_their_own_status() {
    let folder = Folder::new("use", &[]);
    for (arguments, said) in [
        (&[][..], "a command is missing"),
        (&["list"], "there is no command `list`"),
        (&["show", "a", "b"], "`show` takes one file"),
        (&["show", "--json"], "there is no option `--json`"),
        (&["show", "-o", "a"], "only `merge` takes `-o`"),
        (&["diff", "a"], "`diff` takes two files"),
        (&["merge", "a", "-o", "b"], "`merge` takes two files or more"),
        (&["merge", "a", "b"], "`merge` needs `-o OUT`"),
        (&["merge", "a", "b", "-o"], "`merge` needs `-o OUT`"),
        (&["merge", "a", "b", "-o", "c", "-o", "d"], "`-o` stands there twice"),
    ] {
        let (status, out, err) = folder.run(arguments);
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains(said) && err.contains("--help"), "{arguments:?}: {err}");
    }
    for arguments in [&["--help"][..], &["merge", "-h"]] {
        assert!(folder.done(arguments).contains("Usage:"));
    }
}
