//! The `#[kernel]` attribute of the crate `kernels`, which re-exports and documents it.
//!
//! One direction, one stage per module:
//! `attribute`, `signature` and `types` read the item, `lower` turns its body into the tensor graph
//! of `kernels_plan`, which checks, fuses and plans it, and `emit` turns the plan of every
//! level into tokens. Functions of numbers go from
//! `signature` to `function`. `tuning` brings what a profile knows of the kernel. `vocabulary` lists the functions that a body may call, `paths` spells
//! the runtime crate's items, `diagnostics` collects errors, `suggest` knows what misspelt
//! names were meant to be.

mod attribute;
#[cfg(test)]
mod candidates;
mod diagnostics;
mod emit;
mod expand;
mod function;
mod lower;
mod paths;
mod signature;
#[cfg(test)]
mod snapshots;
mod suggest;
mod tuning;
mod types;
mod vocabulary;

use proc_macro::TokenStream;

/// Generates one function per instruction-set level and dispatches between them.
///
/// Documented, with examples, where users meet it: `kernels::kernel`.
#[proc_macro_attribute]
pub fn kernel(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(arguments.into(), item.into(), tuning::Tuning::of_this_build()).into()
}
