//! Planning for the `kernels` crates.

pub mod isa;
pub mod order;

/// Called from a crate's build script.
pub fn build() {}
