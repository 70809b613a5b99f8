//! Fixed-size compute as fast as the machine allows, from ordinary annotated Rust.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod arch;
mod error;
mod level;
mod matrix;
pub mod memory;
pub mod ops;
pub mod prelude;
mod report;
pub mod tile;
pub mod vecmath;
mod vector;

pub use error::SizeError;
pub use kernels_macros::kernel;
pub use level::{Level, UnsupportedLevel};
pub use matrix::Matrix;
pub use memory::Aligned;
pub use ops::column::Column;
pub use ops::scalar::Float;
pub use report::{Kernel, Report, Variant, report};
pub use vector::Vector;

// The crate's own doc tests and tests name it as its users do.
#[cfg(test)]
extern crate self as kernels;
