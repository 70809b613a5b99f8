//! Fixed-size compute.

pub mod arch;
pub mod memory;
pub mod tile;
pub mod vecmath;
