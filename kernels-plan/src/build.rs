//! The build-script side: what a user's `build.rs` calls.

/// Looks at the build and tells cargo what it should know. One line in `build.rs`:
///
/// ```
/// kernels_plan::build();
/// ```
///
/// Warns where the profile compiles without optimization: every vector operation is a
/// function call then, and kernels are hundreds of times slower.
pub fn build() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=OPT_LEVEL");
    if let Some(warning) = warning(std::env::var("OPT_LEVEL").ok().as_deref()) {
        println!("cargo::warning={warning}");
    }
}

fn warning(opt_level: Option<&str>) -> Option<&'static str> {
    (opt_level == Some("0")).then_some(
        "kernels are hundreds of times slower without optimization: put `[profile.dev]` with `opt-level = 1` into Cargo.toml",
    )
}

#[cfg(test)]
mod tests {
    use super::warning;

    #[test]
    fn only_an_unoptimized_build_is_warned_about() {
        assert!(warning(Some("0")).is_some());
        for fine in [None, Some("1"), Some("3"), Some("s")] {
            assert_eq!(warning(fine), None);
        }
    }
}
