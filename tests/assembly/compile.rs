//! Compiles the kernels of this folder.

use std::path::Path;
use std::process::Command;

/// Compiles the flagships for a processor and returns the listing.
pub fn compile(target_cpu: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/assembly");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("assembly").join(target_cpu);
    let listing = target.join("flagship.s");
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--release", "--offline", "--lib", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .args(["--", "-C", "debuginfo=0", "--emit"])
        .arg(format!("asm={}", listing.display()))
        // In place of flags for the tests' own build, which would change the code.
        .env("CARGO_ENCODED_RUSTFLAGS", format!("-Ctarget-cpu={target_cpu}"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(listing).expect("the listing was written")
}
