//! Products whose narrow result lies in vectors that go across the ends of its rows.

use kernels_plan::graph::Dim;
use kernels_plan::step::Operand;
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::index::{Index, named};
use super::instance::Level;
use super::matrix::Panel;
use super::packed::known;
use super::product::Product;
use super::value::{At, Lanes};
use crate::paths::{RUNTIME, number};

/// A product in blocks of as many rows as a vector has lanes.
struct Blocks<'a> {
    product: &'a Product<'a>,
    a: Panel,
    /// Elements of `a` from a row to the next.
    a_step: usize,
    rows: usize,
    cols: usize,
    depth: usize,
    lanes: usize,
}

impl Blocks<'_> {
    /// How many there are that need no partial load.
    fn whole(&self) -> usize {
        let &Blocks { a_step, rows, cols, depth, lanes, .. } = self;
        let (size, first) = (lanes * a_step, (cols - 1) * lanes / cols);
        // What the last vector of a block loads ends so many elements after the block's first one.
        let end = first * a_step
            + match self.a.by_k.known() {
                Some(1) => ((lanes - 1 - first) * a_step + depth).next_multiple_of(lanes),
                _ => (depth - 1) * known(&self.a.by_k) + lanes,
            };
        ((rows * depth + size).saturating_sub(end) / size).min(rows / lanes)
    }

    /// Rows from the first one of block `i` on.
    fn behind(&self, i: usize) -> usize {
        self.rows - i * self.lanes
    }

    /// The generic arguments for vector `v` of a block, for an operand with this step.
    fn generics(&self, step: usize, v: usize) -> TokenStream {
        let [cols, depth, step, v] = [self.cols, self.depth, step, v].map(number);
        quote_spanned!(Span::mixed_site()=> V, #cols, #depth, #step, #v)
    }
}

impl Level<'_> {
    /// A product whose rows lie one after the other in vectors.
    pub fn end_to_end(&self, product: &Product, [a, b]: [Operand; 2], depth: &Dim) -> TokenStream {
        let dims = self.plan.graph.shape(product.id).dims();
        let [rows, cols, depth] = [dims[0], dims[1], depth].map(|dim| known(&Index::from(dim)));
        let (a, b, lanes) = (self.left_panel(a), self.right_panel(b), self.plan.lanes());
        let a_step = known(&a.along);
        let blocks = Blocks { product, a, a_step, rows, cols, depth, lanes };
        let whole = blocks.whole();
        let main = self.repeat("i", whole, |i| {
            named("row", i * lanes, |row| self.block_end_to_end(&blocks, row, lanes, whole - 1))
        });
        let rest = (whole..rows.div_ceil(lanes)).map(|i| {
            let live = blocks.behind(i).min(lanes);
            self.block_end_to_end(&blocks, &(i * lanes).into(), live, i)
        });
        let columns = (0..cols).map(|v| {
            let generics = blocks.generics(known(&b.along), v);
            quote_spanned!(Span::mixed_site()=> #RUNTIME::tile::columns_end_to_end::<#generics>(&rows))
        });
        let (b, b_k, elements, depth) = (&b.view, &b.by_k, number(depth * cols), number(depth));
        quote_spanned! {Span::mixed_site()=>
            let rows = #RUNTIME::tile::rows_of::<V, #depth>(arch, #b, #b_k, #elements);
            let right = [#(#columns),*];
            #main
            #(#rest)*
        }
    }

    /// `live` rows from `row` on, of a block that is no later than block `at_most`.
    fn block_end_to_end(&self, blocks: &Blocks, row: &Index, live: usize, at_most: usize) -> TokenStream {
        let &Blocks { product, ref a, a_step, rows, cols, depth, lanes } = blocks;
        let elements = number(rows * depth - (rows - blocks.behind(at_most)) * a_step);
        let (from, a_k) = (a.at(row, &0.into()), &a.by_k);
        let vectors = (0..(live * cols).div_ceil(lanes)).map(|v| {
            let dots = quote_spanned!(Span::mixed_site()=> dots);
            let store = named("at", row * cols + v * lanes, |at| {
                let left = live * cols - v * lanes;
                let index = Index::from(left);
                let lanes = if left >= lanes { Lanes::All } else { Lanes::Some(&index) };
                self.epilogue(product, &dots, &At::Flat(at), lanes, lanes)
            });
            let (generics, v) = (blocks.generics(a_step, v), number(v));
            quote_spanned! {Span::mixed_site()=>
                let #dots = #RUNTIME::tile::rows_end_to_end::<#generics>(
                    arch, #from, #a_k, #elements, &right[#v],
                );
                #store
            }
        });
        vectors.collect()
    }
}
