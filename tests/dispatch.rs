//! Which level runs, what says so, and what was generated.

use std::io::Write;
use std::process::{Command, Output};

use kernels::prelude::*;
use kernels::{Level, Report};
use kernels_plan::isa::LEVELS;

#[kernel(specialize = [(R = 8, C = 16), (R = 3, C = 5)])]
fn dense<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>,
    b: &Vector<f32, R>,
    x: &Vector<f32, C>,
) -> Vector<f32, R> {
    relu(w * x + b)
}

#[kernel]
fn total(x: &Vector<f64, 40>) -> f64 {
    sum(x)
}

#[test]
fn there_is_a_variant_for_each_level_and_size() {
    let found: Vec<_> = dense::variants().iter().map(|variant| (variant.sizes, variant.level)).collect();
    let sizes = ["R = 8, C = 16", "R = 3, C = 5", "any"];
    let exists = |level: &&Level| {
        let isa = LEVELS.iter().find(|isa| isa.name == level.name()).expect("one table has every level");
        isa.is_base() && (isa.arch == "any" || isa.arch == std::env::consts::ARCH)
    };
    let levels: Vec<Level> = Level::ALL.iter().filter(exists).copied().collect();
    let expected: Vec<_> =
        sizes.iter().flat_map(|&size| levels.iter().map(move |&level| (size, level))).collect();
    assert_eq!(found, expected);

    let plain: Vec<_> = total::variants().iter().map(|variant| (variant.sizes, variant.level)).collect();
    assert_eq!(plain, levels.iter().map(|&level| ("", level)).collect::<Vec<_>>());

    for variant in dense::variants().iter().chain(total::variants()) {
        let isa = kernels_plan::isa::find(variant.level.name()).expect("one table has every level");
        assert!((1..=isa.registers).contains(&variant.registers), "{variant}");
        assert!(variant.code_bytes > 0 && !variant.blocks.is_empty(), "{variant}");
    }
}

#[cfg(target_arch = "x86_64")]
#[test]
fn a_variant_tells_whose_code_it_runs() {
    let at_avx512 = |sizes| {
        let mut variants = dense::variants().iter();
        let found = variants.find(|variant| variant.sizes == sizes && variant.level == Level::Avx512);
        found.expect("every level has a variant")
    };
    let [small, full] = ["R = 3, C = 5", "R = 8, C = 16"].map(at_avx512);
    assert_eq!((small.runs, full.runs), (Level::Avx2, Level::Avx512));
    assert!(small.to_string().ends_with(", as avx2") && !full.to_string().contains(", as "));
    // The blocks are those of the level that runs.
    let mut variants = dense::variants().iter();
    let avx2 = variants.find(|variant| variant.sizes == small.sizes && variant.level == Level::Avx2);
    assert_eq!(avx2.map(|avx2| (avx2.blocks, avx2.registers)), Some((small.blocks, small.registers)));
}

#[test]
fn every_level_that_there_is_can_be_called() {
    let (w, b, x) = (Matrix::<f32, 8, 16>::splat(0.5), Vector::splat(-1.0), Vector::splat(0.25));
    for level in Level::supported() {
        assert_eq!(dense::at(level, &w, &b, &x), Ok(dense::reference(&w, &b, &x)));
    }
    assert_eq!(dense(&w, &b, &x), Vector::splat(1.0));
}

/// Runs on machines that lack a level, and says there that it did.
#[test]
fn a_level_that_is_missing_is_an_error() {
    let missing: Vec<Level> = Level::ALL.iter().copied().filter(|level| !level.is_supported()).collect();
    for level in &missing {
        let error = total::at(*level, &Vector::splat(1.0)).expect_err("the machine lacks the level");
        assert_eq!(error.level(), *level);
        let message = error.to_string();
        assert!(
            message.starts_with(&format!("this machine does not have the level {level}; it has ")),
            "{message}"
        );

        let child = child(Some(level.name()));
        assert!(!child.status.success());
        let expected =
            format!("KERNELS_ISA={level}: this machine does not have the level {level}; it has portable");
        assert!(stderr(&child).contains(&expected), "{}", stderr(&child));
    }
    if missing.is_empty() {
        skipped("a_level_that_is_missing_is_an_error", "this machine has every level");
    }
}

/// Says so past the capture of a test's output.
fn skipped(test: &str, reason: &str) {
    let line = format!("skipped {test}: {reason}\n");
    std::io::stderr().write_all(line.as_bytes()).expect("stderr can be written");
}

/// Whether the variable is read: not where the build's target features reach the widest base.
fn the_variable_counts(test: &str) -> bool {
    let fixed = Report::new().to_string().contains("fixed by the build's target features)");
    if fixed {
        skipped(test, "the build's target features decide the level");
    }
    !fixed
}

/// Set for a process that [`child`] starts.
const CHILD: &str = "DISPATCH_CHILD";

/// This program again, running [`report_of_a_child`] with a value of `KERNELS_ISA`.
fn child(isa: Option<&str>) -> Output {
    let program = std::env::current_exe().expect("this program has a path");
    let mut command = Command::new(program);
    command.args(["--exact", "report_of_a_child", "--nocapture"]).env(CHILD, "1");
    match isa {
        Some(name) => command.env("KERNELS_ISA", name),
        None => command.env_remove("KERNELS_ISA"),
    };
    command.output().expect("this program runs again")
}

fn stdout(child: &Output) -> String {
    String::from_utf8_lossy(&child.stdout).into_owned()
}

fn stderr(child: &Output) -> String {
    String::from_utf8_lossy(&child.stderr).into_owned()
}

/// What a child does: a call, and the report. In the parent only the latter.
#[test]
fn report_of_a_child() {
    let report = Report::new().to_string();
    for name in ["dispatch::dense", "dispatch::total"] {
        assert!(report.lines().any(|line| line == name), "{report}");
    }
    if std::env::var_os(CHILD).is_some() {
        let (w, b, x) = (Matrix::<f32, 3, 5>::splat(2.0), Vector::splat(1.0), Vector::splat(0.1));
        println!("bits {:08x}", dense(&w, &b, &x)[2].to_bits());
        kernels::report();
    }
}

#[test]
fn the_variable_chooses_the_level() {
    if !the_variable_counts("the_variable_chooses_the_level") {
        return;
    }
    let mut bits = Vec::new();
    for level in Level::supported() {
        let child = child(Some(level.name()));
        let text = stdout(&child);
        assert!(child.status.success(), "{text}{}", stderr(&child));
        assert!(
            text.contains(&format!("level {level} (KERNELS_ISA={level}); this machine has portable")),
            "{text}"
        );
        // Of the kernels it lists the variants that this level runs, all sizes, and no others.
        let variants: Vec<&str> = text.lines().filter(|line| line.starts_with("  ")).collect();
        assert_eq!(variants.len(), 4, "{text}");
        let name = format!("{} ", level.base());
        assert!(variants.iter().all(|line| line.trim_start().starts_with(&name)), "{text}");
        bits.extend(text.lines().find(|line| line.starts_with("bits ")).map(String::from));
    }
    assert_eq!(bits.len(), Level::supported().count());
    assert!(bits.windows(2).all(|pair| pair[0] == pair[1]), "{bits:?}");
}

#[test]
fn without_the_variable_the_widest_level_runs() {
    if !the_variable_counts("without_the_variable_the_widest_level_runs") {
        return;
    }
    for child in [child(None), child(Some(""))] {
        let text = stdout(&child);
        let expected = format!("level {} (the widest of this machine)", Level::detect());
        assert!(child.status.success() && text.contains(&expected), "{text}{}", stderr(&child));
    }
}

#[test]
fn an_unknown_name_is_refused() {
    if !the_variable_counts("an_unknown_name_is_refused") {
        return;
    }
    for name in ["sse9", "AVX2", "avx2,avx512"] {
        let child = child(Some(name));
        let expected = format!("KERNELS_ISA={name} is not a level of kernels; this machine has portable");
        assert!(!child.status.success(), "{}", stdout(&child));
        assert!(stderr(&child).contains(&expected), "{}", stderr(&child));
    }
}
