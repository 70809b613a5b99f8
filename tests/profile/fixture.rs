//! A copy of the fixture, and what building and running it says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kernels_plan::profile::{FILE, Profile};

/// A crate in a folder of its own.
pub struct Fixture {
    folder: PathBuf,
    target: PathBuf,
    release: bool,
}

/// What cargo said.
pub struct Built {
    /// Whether the crate itself was compiled.
    pub compiled: bool,
    pub stderr: String,
}

/// What the program said.
pub struct Run {
    /// The hash of all results.
    pub bits: String,
    pub report: String,
}

impl Fixture {
    /// A fresh copy of the fixture of the tests. What its dependencies compiled to is kept from
    /// run to run.
    pub fn new(name: &str, with_build_script: bool) -> Fixture {
        let source = workspace().join("tests/profile/fixture");
        let fixture = Fixture::with_main(name, &read(&source.join("src/main.rs")));
        if with_build_script {
            fixture.write("build.rs", "fn main() { kernels_plan::build(); }\n");
        }
        fixture.settle();
        fixture
    }

    /// The same crate with another program, and a module of it.
    pub fn of_kernels(name: &str, program: &str, kernels: &str) -> Fixture {
        let mut fixture = Fixture::with_main(name, program);
        fixture.write("src/kernels_of_the_grid.rs", kernels);
        fixture.release = true;
        fixture.settle();
        fixture
    }

    fn with_main(name: &str, program: &str) -> Fixture {
        let folder = std::env::temp_dir().join(format!("kernels-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("src")).expect("the temporary folder can be written to");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let fixture = Fixture { folder, target, release: false };
        let manifest = read(&workspace().join("tests/profile/fixture/Cargo.toml"));
        fixture.write(
            "Cargo.toml",
            &manifest.replace("KERNELS", &workspace().join("kernels").to_string_lossy()),
        );
        // The same versions as the workspace's: nothing is downloaded.
        fixture.write("Cargo.lock", &read(&workspace().join("Cargo.lock")));
        fixture.write("src/main.rs", program);
        fixture
    }

    /// Has cargo cut the lock file down to what is used, so that no build changes it, and forget
    /// what an earlier copy in another folder was built from.
    fn settle(&self) {
        for arguments in
            [&["update", "--offline", "--workspace"][..], &["clean", "--offline", "-p", "fixture"]]
        {
            let output = self.command("cargo", arguments).output().expect("cargo starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }

    /// Writes a file of the crate.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.folder.join(name);
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// Builds with these variables, and keeps the program under a name of its own.
    pub fn keep(&self, name: &str, variables: &[(&str, &str)]) -> PathBuf {
        self.build(variables);
        let program = self.target.join(name);
        fs::copy(self.program(), &program).expect("the program can be copied");
        program
    }

    fn program(&self) -> PathBuf {
        self.target.join(if self.release { "release/fixture" } else { "debug/fixture" })
    }

    /// Builds with these variables.
    pub fn build(&self, variables: &[(&str, &str)]) -> Built {
        let arguments: &[&str] = if self.release { &["--release"] } else { &[] };
        let output = self
            .command("cargo", &[&["build", "--offline"], arguments].concat())
            .env_remove("KERNELS_PROFILE")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .envs(variables.iter().copied())
            .output()
            .expect("cargo starts");
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "the build failed:\n{stderr}");
        Built { compiled: stderr.contains("Compiling fixture "), stderr }
    }

    /// Runs what was built last.
    pub fn run(&self) -> Run {
        let output =
            self.command(&self.program().to_string_lossy(), &[]).output().expect("the program starts");
        let (stdout, stderr) =
            (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "the program failed:\n{stderr}");
        assert_eq!(stderr, "", "the program complained");
        let (bits, report) = stdout.split_once('\n').expect("the program prints several lines");
        Run { bits: bits.into(), report: report.into() }
    }

    /// Runs it with another folder for its profile, and counts the entries there.
    pub fn run_elsewhere(&self) -> usize {
        let folder = self.folder.join("src");
        let program = self.program();
        let output =
            self.command(&program.to_string_lossy(), &[]).env("KERNELS_PROFILE_FOLDER", &folder).output();
        assert!(output.expect("the program starts").status.success());
        let path = folder.join(FILE);
        let entries = Profile::read(&path).profile.entries().count();
        fs::remove_file(path).expect("the profile is there");
        entries
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.folder).env("CARGO_TARGET_DIR", &self.target);
        // Of the test's own build nothing must reach the fixture's.
        for variable in ["KERNELS_ISA", "KERNELS_PLAN", "CARGO_MANIFEST_DIR"] {
            command.env_remove(variable);
        }
        command
    }

    /// The profile, which must be free of mistakes.
    pub fn profile(&self) -> Profile {
        let read = Profile::read(&self.folder.join(FILE));
        assert_eq!(read.warnings, [], "the profile has mistakes");
        read.profile
    }

    pub fn write_profile(&self, text: &str) {
        self.write(FILE, text);
    }

    pub fn remove_profile(&self) {
        fs::remove_file(self.folder.join(FILE)).expect("there is a profile");
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        // What is left of a test that fails is for people to look at.
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

impl Built {
    /// The lines about the profile.
    pub fn warnings(&self) -> String {
        let lines = self.stderr.lines().filter(|line| line.contains(FILE));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Run {
    /// What the report says of a kernel.
    pub fn lines(&self, kernel: &str) -> impl Iterator<Item = &str> {
        let name = format!("fixture::{kernel}");
        let lines = self.report.lines().skip_while(move |line| *line != name).skip(1);
        lines.take_while(|line| line.starts_with(' '))
    }

    /// Whether it says that calls of a kernel run these blocks.
    pub fn runs(&self, kernel: &str, blocks: &str) -> bool {
        self.lines(kernel).any(|line| line.ends_with(&format!("  {blocks}")))
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
