//! Planning for the crate `kernels`: from a tensor graph to what each instruction-set
//! level runs. Nothing here knows tokens or intrinsics.
//!
//! The way of the data, one module per stage:
//!
//! | module | makes |
//! |---|---|
//! | [`graph`] | the computation: operations on scalars, vectors and matrices |
//! | [`check`] | each operation's shape, or the reason why it has none |
//! | [`simplify`] | fusion: [`step`]s, which are products with their epilogues, loops, reductions |
//! | [`caches`] | what of it stays close to the processor |
//! | [`matrix_block`] | the register tiles of a matrix product |
//! | [`tile_cost`] | what a tile costs, by a model of a core |
//! | [`narrow`] | rows of a narrow result that share a vector |
//! | [`last_columns`] | the columns of a product past the last whole vector |
//! | [`end_to_end`] | rows of a narrow result that lie one after the other in vectors |
//! | [`one_column`] | how the only column of a product is computed |
//! | [`cache_block`] | how its operands are brought to the tiles |
//! | [`row_block`] | the register block of a product with a vector, by rows |
//! | [`column_block`] | and by columns |
//! | [`plan`] | the steps with their blocks, for one level |
//! | [`style`] | what a plan decides for all of its steps |
//! | [`candidates`] | the plans that may be faster, for measuring |
//! | [`mod@print`] | a plan as people read it |
//!
//! [`isa`] holds the one table of levels, [`order`] the order of additions that makes
//! results the same bits on all of them, [`profile`] what candidates cost on real calls.
//! [`build()`] is for build scripts.

mod build;
pub mod cache_block;
pub mod caches;
pub mod candidates;
pub mod check;
pub mod column_block;
mod elements;
pub mod end_to_end;
mod fingerprint;
pub mod graph;
mod half;
pub mod isa;
pub mod last_columns;
pub mod matrix_block;
pub mod narrow;
pub mod one_column;
pub mod order;
pub mod plan;
pub mod print;
pub mod processor;
pub mod profile;
pub mod quad_block;
pub mod resolved;
pub mod row_block;
pub mod simplify;
mod size;
pub mod step;
pub mod style;
pub mod tile_cost;

pub use build::{Build, build};
