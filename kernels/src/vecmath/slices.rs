//! The functions of whole slices: vector by vector at the level of this process, and what is
//! left in one vector more, of which only those lanes are read and written.

mod lanewise;
mod map;
mod of_one;
mod of_two;
mod others;
mod with_numbers;

#[cfg(test)]
pub(super) use {
    of_one::{bounds, unary_at},
    of_two::binary_at,
    others::others_at,
    with_numbers::numbers_at,
};

pub use lanewise::{Argument, Lanewise, Operand, map_into};
pub use of_one::*;
pub use of_two::*;
pub use others::*;
pub use with_numbers::*;
