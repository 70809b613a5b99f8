//! Fixed-size compute.

pub mod arch;
mod error;
mod matrix;
pub mod memory;
pub mod ops;
pub mod prelude;
pub mod tile;
pub mod vecmath;
mod vector;

pub use error::SizeError;
pub use matrix::Matrix;
pub use ops::column::Column;
pub use ops::scalar::Float;
pub use vector::Vector;
