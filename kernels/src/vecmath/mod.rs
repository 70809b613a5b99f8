//! Elementary functions of vectors: the same bits on every level, and for single elements.
//!
//! In progress.

mod constants;
#[cfg(test)]
mod exact;
mod huge;
pub mod lanes;
mod polynomial;
#[cfg(test)]
mod reference;
mod slices;
#[cfg(test)]
mod tests;
mod twofold;

pub use constants::Constants;
#[cfg(test)]
use slices::bounds;
pub use slices::*;
