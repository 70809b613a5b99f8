//! Shows, compares and merges profiles: `kernels-profile --help`.

mod diff;
mod merge;
mod show;
mod table;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use kernels_plan::profile::{Profile, Read};

const HELP: &str = "\
Looks at kernels.profile.toml: what kernels cost on real calls, per processor.

Usage:
  kernels-profile show [FILE]          a table per processor; FILE is kernels.profile.toml
  kernels-profile diff A B             what B has that A has not, and what changed
  kernels-profile merge A B... -o OUT  several runs into one file; OUT may be one of them
  kernels-profile --help               this text

Columns of show: calls while recording; share of the processor's time; the model's choice;
the profile's choice, where one is faster beyond noise; and the gain,
the model's time over the profile's.

What is wrong in a file is told on standard error and left out.

Exit status: 0 done, 1 a file could not be read or written, 2 the command was not understood.
";

/// Why nothing was done.
enum Failure {
    /// The command was not understood.
    Usage(String),
    /// A file could not be read or written.
    File(String),
}

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    match run(&arguments) {
        Ok(text) => {
            // A reader that has seen enough, as `head`, is no failure.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(Failure::Usage(what)) => {
            eprintln!("kernels-profile: {what}\n\nTry `kernels-profile --help`.");
            ExitCode::from(2)
        }
        Err(Failure::File(what)) => {
            eprintln!("kernels-profile: {what}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<String, Failure> {
    let usage = |what: &str| Err(Failure::Usage(what.into()));
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        return Ok(HELP.into());
    }
    let Some((command, rest)) = arguments.split_first() else {
        return usage("a command is missing: show, diff or merge");
    };
    let option = rest.iter().find(|argument| argument.starts_with('-') && *argument != "-o");
    if let Some(option) = option {
        return usage(&format!("there is no option `{option}`"));
    }
    match (command.as_str(), rest) {
        ("show" | "diff", rest) if rest.iter().any(|argument| argument == "-o") => {
            usage("only `merge` takes `-o`")
        }
        ("show", []) => Ok(show::show(&read(kernels_plan::profile::FILE)?)),
        ("show", [file]) => Ok(show::show(&read(file)?)),
        ("show", _) => usage("`show` takes one file"),
        ("diff", [a, b]) => Ok(diff::diff(&read(a)?, &read(b)?)),
        ("diff", _) => usage("`diff` takes two files"),
        ("merge", rest) => merge::merge(rest),
        _ => usage(&format!("there is no command `{command}`: show, diff or merge")),
    }
}

/// What is right in a file; what is not is told.
fn read(path: &str) -> Result<Profile, Failure> {
    let read = Profile::read(Path::new(path));
    if let Some(why) = whole_file(&read) {
        return Err(Failure::File(format!("{path}: {why}")));
    }
    for warning in &read.warnings {
        eprintln!("kernels-profile: {path}: {warning}");
    }
    Ok(read.profile)
}

/// Why nothing of the file was read.
fn whole_file(read: &Read) -> Option<String> {
    use kernels_plan::profile::{Ignored, Problem};
    let whole = |ignored: &Ignored| *ignored == Ignored::File;
    let warning = read.warnings.iter().find(|warning| whole(&warning.ignored))?;
    (warning.why != Problem::Empty).then(|| warning.to_string())
}
