//! Products whose result is narrow: several rows of it in one vector.

use kernels_plan::graph::{Dim, Id};
use kernels_plan::matrix_block::SideBySide;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::index::{Index, offset};
use super::instance::Level;
use super::product::Product;
use super::runs::row_runs;
use crate::paths::{RUNTIME, dim, number};

impl Level<'_> {
    /// Blocks of rows, each of which stays in registers for all of the depth.
    pub fn side_by_side(
        &self,
        product: &Product,
        a: Id,
        b: Id,
        depth: &Dim,
        block: SideBySide,
    ) -> TokenStream {
        let dims = self.plan.graph.shape(product.id).dims();
        let (rows, cols) = (dims[0], dims[1]);
        let in_vector = self.plan.lanes() / block.part;
        let (a, b, store) = (self.tensor(a), self.tensor(b), product.store);
        let runs = row_runs(rows, block.vectors * in_vector);
        let code = runs.iter().map(|run| {
            self.blocks(run, "row", |row, _| {
                let a = offset(&a, &(row * &Index::from(depth)));
                let dst = offset(&self.dst(store.to), &(row * &Index::from(cols) + store.offset));
                let (vectors, part) = (number(run.size.div_ceil(in_vector)), number(block.part));
                let (rows, cols, depth) = (number(run.size), dim(cols), dim(depth));
                quote_spanned!(Span::mixed_site()=> #RUNTIME::tile::small_gemm::<V, #vectors, #part>(arch, #a, #b, #dst, #rows, #cols, #depth);)
            })
        });
        code.collect()
    }
}
