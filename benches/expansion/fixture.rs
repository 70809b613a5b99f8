//! The crate that is compiled: one file, and `kernels` to depend on.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with the crate, the dependencies of which are built.
pub struct Fixture {
    folder: PathBuf,
    /// The library `kernels`, between its own dependencies.
    library: PathBuf,
}

/// Spelled out, so that a word of the workspace's own profile does not count.
const MANIFEST: &str = "[workspace]\n[package]\nname = \"fixture\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
    [dependencies]\nkernels = { path = ";

impl Fixture {
    /// Writes the crate without kernels and builds it, and with it what it depends on.
    pub fn new() -> Fixture {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("expansion");
        std::fs::create_dir_all(folder.join("src")).expect("a folder for the crate");
        let manifest = format!("{MANIFEST}{:?} }}\n", root.join("kernels"));
        std::fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
        // The versions that are here, so that nothing is asked of a registry.
        std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file");
        let mut fixture = Fixture { folder, library: PathBuf::new() };
        fixture.write("");
        fixture.library = fixture.build();
        fixture
    }

    /// Makes kernels the crate's only contents.
    pub fn write(&self, kernels: &str) {
        let text = format!("pub use kernels::prelude::*;\n\n{kernels}");
        std::fs::write(self.source(), text).expect("the source can be written");
    }

    /// Builds the crate, optimized, and returns the library it depends on.
    pub fn build(&self) -> PathBuf {
        let output = Command::new(env!("CARGO"))
            .args(["build", "--release", "--offline", "--message-format=json", "--manifest-path"])
            .arg(self.folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(self.folder.join("target"))
            .env("CARGO_ENCODED_RUSTFLAGS", "")
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
        let mut strings = messages.split('"');
        let library = strings.find(|text| text.contains("/libkernels-") && text.ends_with(".rlib"));
        library.expect("cargo names the library").into()
    }

    /// The compiler, about to compile the crate as cargo does for releases; `emit` is what it
    /// is to write.
    pub fn rustc(&self, emit: &str, name: &str) -> Command {
        let outputs = self.outputs(name);
        std::fs::create_dir_all(&outputs).expect("a folder for what rustc writes");
        let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()));
        let dependencies = self.library.parent().expect("a folder of libraries").display();
        command
            // One unit, as one kernel would be in a larger crate.
            .args(["--edition=2024", "--crate-type=lib", "--crate-name=fixture", "-Ccodegen-units=1"])
            .args(["-Copt-level=3", "-Cembed-bitcode=no", "--cap-lints=allow"])
            .arg(format!("-Ldependency={dependencies}"))
            .arg(format!("--extern=kernels={}", self.library.display()))
            .arg(format!("--emit={emit}"))
            .arg("--out-dir")
            .arg(outputs)
            .arg(self.source());
        command
    }

    /// Bytes of a kernel's functions for a level, in the object file that rustc wrote last.
    pub fn code_bytes(&self, name: &str, level: &str) -> usize {
        let object = self.outputs(name).join("fixture.o");
        let output = Command::new("nm").args(["--print-size", "--defined-only"]).arg(object).output();
        let symbols = String::from_utf8(output.expect("nm of the binutils runs").stdout).expect("names");
        let function = format!("__{level}");
        let sizes = symbols.lines().filter_map(|line| {
            let [_address, size, kind, symbol] = line.split_whitespace().collect::<Vec<_>>()[..] else {
                return None;
            };
            let is_it = kind.eq_ignore_ascii_case("t") && symbol.contains(&function);
            is_it.then(|| usize::from_str_radix(size, 16).expect("nm writes sizes in hexadecimal"))
        });
        sizes.sum()
    }

    fn source(&self) -> PathBuf {
        self.folder.join("src/lib.rs")
    }

    fn outputs(&self, name: &str) -> PathBuf {
        self.folder.join("outputs").join(name)
    }
}
