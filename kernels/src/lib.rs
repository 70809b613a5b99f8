//! Fixed-size compute.

pub mod arch;
