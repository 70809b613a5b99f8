//! Products and expressions whose result is narrow: several rows of it in one vector.

use kernels_plan::cache_block::Operands;
use kernels_plan::graph::Dim;
use kernels_plan::narrow::SideBySide;
use kernels_plan::step::{Operand, Store};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat};
use super::instance::{Level, rows_and_cols};
use super::matrix::{Gemm, Panel, after};
use super::packed::known;
use super::product::Product;
use super::runs::row_runs;
use super::value::{At, Lanes, Values};
use crate::paths::{RUNTIME, dim, number};

/// Columns that are computed several rows at a time.
struct Columns {
    first: Index,
    count: usize,
}

impl Level<'_> {
    /// Blocks of rows, each of which stays in registers for all of the depth.
    pub fn side_by_side(
        &self,
        product: &Product,
        [a, b]: [Operand; 2],
        depth: &Dim,
        block: SideBySide,
        operands: Operands,
    ) -> TokenStream {
        let cols = self.plan.graph.shape(product.id).dims()[1];
        let all = Columns { first: 0.into(), count: known(&Index::from(cols)) };
        self.columns_in_parts(
            product,
            [&self.left_panel(a), &self.right_panel(b)],
            depth,
            block,
            operands,
            &all,
        )
    }

    /// The last columns of a product, as many as a part has: some of them for the second time.
    pub fn last_side_by_side(
        &self,
        gemm: &Gemm,
        a: &Panel,
        block: SideBySide,
        operands: Operands,
    ) -> TokenStream {
        let last = Columns { first: Index::from(gemm.cols) - block.part, count: block.part };
        self.columns_in_parts(gemm.product, [a, &gemm.b], gemm.depth, block, operands, &last)
    }

    /// Some columns of a product whose operands lie without gaps.
    fn columns_in_parts(
        &self,
        product: &Product,
        [a, b]: [&Panel; 2],
        depth: &Dim,
        block: SideBySide,
        operands: Operands,
        columns: &Columns,
    ) -> TokenStream {
        let dims = self.plan.graph.shape(product.id).dims();
        let (in_vector, stride, store) =
            (self.plan.lanes() / block.part, Index::from(dims[1]), product.store);
        let extent = (&columns.first, &columns.count.into());
        let (packing, b) = self.columns_from(b, operands, depth, extent, block.part);
        let (a_row, a_k, b, b_k) = (&a.along, &a.by_k, &b.view, &b.by_k);
        let runs = row_runs(dims[0], block.vectors * in_vector);
        let code = runs.iter().map(|run| {
            let sums = run.count.known().map(|count| count * run.size.div_ceil(in_vector));
            self.row_blocks(run, self.plan.rolls_parts(sums), |row, _| {
                let a = a.at(row, &0.into());
                let dst = offset(&self.dst(store.to), &(row * &stride + &columns.first + store.offset));
                let (mutable, epilogue) = self.small_epilogue(product, (row, run.size), block.part, columns);
                let vectors = number(run.size.div_ceil(in_vector));
                let [part, rows, cols] = [block.part, run.size, columns.count].map(number);
                let depth = dim(depth);
                quote_spanned! {Span::mixed_site()=>
                    let #mutable tile = #RUNTIME::tile::small_gemm::<V, #vectors, #part>(
                        arch, #a, #a_row, #a_k, #b, #b_k, #rows, #depth,
                    );
                    #epilogue
                    #RUNTIME::tile::store_small::<V, #vectors, #part>(tile, #dst, #stride, #rows, #cols);
                }
            })
        });
        after(packing, code.collect())
    }

    /// What follows `size` rows from `first` on, and whether it changes their vectors. It reads all
    /// that it reads before anything is written: the last vector has rows of the one before.
    fn small_epilogue(
        &self,
        product: &Product,
        (first, size): (&Index, usize),
        part: usize,
        columns: &Columns,
    ) -> (Option<TokenStream>, TokenStream) {
        if product.inlined.is_empty() {
            return (None, quote!());
        }
        let in_vector = self.plan.lanes() / part;
        let rows = size.min(in_vector);
        let code = repeat("g", size.div_ceil(in_vector), |g| {
            let from = g * in_vector;
            let from = if size.is_multiple_of(rows) { from } else { from.min(size - rows) };
            named("first", first + &from, |row| {
                let vector = quote_spanned!(Span::mixed_site()=> tile[#g]);
                let values = Values { product: Some((product.id, &vector)), inlined: product.inlined };
                let at = At::Parts { row, rows, part, col: &columns.first, cols: columns.count };
                let lines = self.inlined(&values, &at, Lanes::All);
                let value = self.operand(product.store.value, &values, &at, Lanes::All);
                quote!(#lines #vector = #value;)
            })
        });
        (Some(quote!(mut)), code)
    }

    /// An elementwise loop over several rows at a time.
    pub fn rows_in_parts(&self, values: &Values, store: &Store, part: usize) -> TokenStream {
        let (rows, cols) = rows_and_cols(self.plan.graph.shape(store.value));
        let (rows, in_vector) = (Index::from(&rows), self.plan.lanes() / part);
        let body = |row: &Index, live: usize| {
            let at = At::Parts { row, rows: live, part, col: &0.into(), cols: known(&Index::from(&cols)) };
            let lines = self.inlined(values, &at, Lanes::All);
            let value = self.operand(store.value, values, &at, Lanes::All);
            let (dst, to) = (self.dst(store.to), row * &cols + store.offset);
            let (part, live, cols) = (number(part), number(live), dim(&cols));
            quote!(#lines #dst.store_rows(#value, #to, #cols, #part, #live, #cols);)
        };
        let main =
            self.repeat("i", &rows / in_vector, |i| named("row", i * in_vector, |row| body(row, in_vector)));
        let rest = (&rows % in_vector).known().expect("the extents of narrow matrices are known");
        let end = (rest > 0).then(|| body(&(&rows - rest), rest));
        quote!(#main #end)
    }
}
