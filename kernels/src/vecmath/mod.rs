//! Elementary functions of vectors: the same bits on every level, and for single elements.
//!
//! In progress.

mod constants;
mod huge;
pub mod lanes;
mod polynomial;
mod slices;
#[cfg(test)]
mod tests;
mod twofold;
#[cfg(test)]
mod ulp;

pub use constants::Constants;
pub use slices::*;
