//! The messages of `#[kernel]`, as users see them: each program in a folder of
//! `tests/ui` fails to compile with the text beside it, and those in `pass` run.
//!
//! `TRYBUILD=overwrite cargo test --test ui` writes the texts anew; read them before
//! committing.

use std::fs;
use std::path::{Path, PathBuf};

/// Errors that the macro finds, and with them those of type checking.
#[test]
fn messages() {
    let tests = trybuild::TestCases::new();
    for class in classes() {
        tests.compile_fail(format!("{}/*.rs", class.display()));
    }
}

/// Valid programs, and errors that appear only in code generation. A valid program makes
/// trybuild build where it would only check, which these errors need.
#[test]
fn programs() {
    let tests = trybuild::TestCases::new();
    tests.pass("tests/ui/pass/*.rs");
    tests.compile_fail("tests/ui/specialization/*.rs");
}

#[test]
fn every_text_has_its_program() {
    for class in classes().into_iter().chain([PathBuf::from("tests/ui/specialization")]) {
        let (programs, texts) = (files(&class, "rs"), files(&class, "stderr"));
        assert!(!programs.is_empty(), "{} has no programs", class.display());
        assert_eq!(programs, texts, "programs and texts in {}", class.display());
    }
    assert!(files(Path::new("tests/ui/pass"), "stderr").is_empty(), "valid programs have no messages");
}

/// The folders of programs whose errors the macro or the type checker finds.
fn classes() -> Vec<PathBuf> {
    let entries = fs::read_dir("tests/ui").expect("tests run in the package's folder");
    let mut folders: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a folder can be listed").path()).collect();
    folders.retain(|folder| !folder.ends_with("pass") && !folder.ends_with("specialization"));
    folders.sort();
    folders
}

/// The names, without extension, of the files with an extension.
fn files(folder: &Path, extension: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a class is a folder");
    let paths = entries.map(|entry| entry.expect("a folder can be listed").path());
    let wanted = paths.filter(|path| path.extension().is_some_and(|found| found == extension));
    let mut names: Vec<String> = wanted
        .map(|path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
