//! Loops as the plan's style has them.

use kernels_plan::graph::Dim;
use kernels_plan::style::Unroll;
use proc_macro2::TokenStream;
use quote::quote;

use super::index::{Index, repeat, rolled};
use super::instance::Level;
use crate::paths::{RUNTIME, dim};

impl Level<'_> {
    /// Whether short loops are for the compiler to unroll.
    pub fn unrolls(&self) -> bool {
        self.plan.style.unroll == Unroll::Full
    }

    /// A loop over vectors, rows or blocks of them. (Not over registers, whose loops are always
    /// unrolled: [`repeat`].)
    pub fn repeat(
        &self,
        variable: &str,
        count: impl Into<Index>,
        body: impl FnOnce(&Index) -> TokenStream,
    ) -> TokenStream {
        if self.unrolls() { repeat(variable, count, body) } else { rolled(variable, count, body) }
    }

    /// The steps of a loop along the depth of a tile.
    pub fn steps(&self, depth: &Dim) -> TokenStream {
        let depth = dim(depth);
        if self.unrolls() { depth } else { quote!(#RUNTIME::tile::opaque(#depth)) }
    }
}
