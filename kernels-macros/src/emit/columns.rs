//! Products of a vector and a matrix by columns.

use kernels_plan::column_block::ColumnBlock;
use kernels_plan::graph::{Dim, Id};
use kernels_plan::style::Tail;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat, rolled};
use super::instance::Level;
use super::product::Product;
use super::runs::column_runs;
use super::value::Lanes;
use crate::paths::{RUNTIME, dim, number};

impl Level<'_> {
    /// A few vectors of outputs at a time, along the rows of the matrix.
    pub fn columns(&self, product: &Product, w: Id, x: Id, depth: &Dim, block: ColumnBlock) -> TokenStream {
        let len = self.plan.graph.shape(product.id).dims()[0];
        if len.value().is_some() {
            return self.columns_of(product, w, x, depth, block);
        }
        // The cases of `order::column_chains`, decided by the compiler.
        let [four, two, one] =
            [4, 2, 1].map(|chains| self.columns_of(product, w, x, depth, self.plan.column_block(chains)));
        let (len, size) = (dim(len), number(self.plan.graph.elem.size()));
        quote! {
            match #RUNTIME::order::column_chains(#len, #size) {
                4 => { #four }
                2 => { #two }
                _ => { #one }
            }
        }
    }

    /// The blocks of one number of chains.
    fn columns_of(&self, product: &Product, w: Id, x: Id, depth: &Dim, block: ColumnBlock) -> TokenStream {
        let dense = !self.plan.has_gaps(w);
        let (w, x, depth, stride) = (self.tensor(w), self.tensor(x), dim(depth), self.row_stride(w));
        let (chains, rows) = (number(block.chains), number(block.rows));
        self.column_blocks(product, block.nv, |nv, col, live| {
            let w = offset(&w, col);
            quote_spanned! {Span::mixed_site()=>
                #RUNTIME::tile::col_dots::<V, #nv, #chains, #rows>(arch, #x, #w, #stride, #depth, #live, #dense)
            }
        })
    }

    /// All columns at once, and as many rows as there are chains.
    pub fn joined(
        &self,
        product: &Product,
        [w, x]: [Id; 2],
        depth: &Dim,
        chains: usize,
        vectors: usize,
    ) -> TokenStream {
        let (w, x, depth) = (self.tensor(w), self.tensor(x), dim(depth));
        let (chains, vectors) = (number(chains), number(vectors));
        let len = self.plan.graph.shape(product.id).dims()[0];
        self.column_blocks(product, usize::MAX, |nv, _, _| {
            let len = dim(len);
            quote_spanned! {Span::mixed_site()=>
                #RUNTIME::tile::joined_dots::<V, #nv, #chains, #vectors>(arch, #x, #w, #len, #depth)
            }
        })
    }

    /// Blocks of at most `most` vectors of columns, whose dots are `dots` of how many vectors there are,
    /// of the first column and of how many there are.
    pub fn column_blocks(
        &self,
        product: &Product,
        most: usize,
        dots: impl Fn(TokenStream, &Index, &Index) -> TokenStream,
    ) -> TokenStream {
        let len = self.plan.graph.shape(product.id).dims()[0];
        let lanes = self.plan.lanes();
        let runs = column_runs(len, lanes, most, false);
        let code = runs.iter().map(|run| {
            self.blocks(run, "col", |col, live| {
                let live_columns = live.clone().unwrap_or_else(|| (run.size * lanes).into());
                let computed = dots(number(run.size), col, &live_columns);
                let dots = quote_spanned!(Span::mixed_site()=> dots);
                let stores = repeat("j", run.size, |j| {
                    self.column_end(product, &quote!(#dots[#j]), col, j, live.as_ref())
                });
                quote!(let #dots = #computed; #stores)
            })
        });
        code.collect()
    }

    /// Strips of columns, each along all rows of the matrix in the order of memory.
    pub fn strips(
        &self,
        product: &Product,
        [w, x]: [Id; 2],
        depth: &Dim,
        chains: usize,
        most: usize,
        most_held: usize,
    ) -> TokenStream {
        let (w, x, depth, stride) = (self.tensor(w), self.tensor(x), dim(depth), self.row_stride(w));
        let len = self.plan.graph.shape(product.id).dims()[0];
        let lanes = self.plan.lanes();
        let runs = column_runs(len, lanes, most, false);
        let code = runs.iter().map(|run| {
            self.blocks(run, "col", |col, live| {
                let live_columns = live.clone().unwrap_or_else(|| (run.size * lanes).into());
                let w = offset(&w, col);
                let held = most_held.min(run.size);
                let stored = run.size - held;
                let in_registers = repeat("j", held, |j| {
                    let dots = quote_spanned!(Span::mixed_site()=> dots[#j]);
                    let live = live.as_ref().filter(|_| stored == 0);
                    self.column_end(product, &dots, col, j, live)
                });
                let end = |j: &Index, live| {
                    let sums = quote_spanned!(Span::mixed_site()=> sums);
                    let dots = quote_spanned!(Span::mixed_site()=> dots);
                    let at = j * lanes;
                    let end = self.column_end(product, &dots, col, &(j + held), live);
                    quote_spanned!(Span::mixed_site()=> let #dots = #sums.src().load::<V>(arch, #at); #end)
                };
                // Only the last vector may be incomplete.
                let whole = stored - usize::from(live.is_some() && stored > 0);
                let in_memory = rolled("j", whole, |j| end(j, None));
                let last = live.as_ref().filter(|_| stored > 0).map(|live| end(&whole.into(), Some(live)));
                let buffer = self.buffer("sums", chains, stored * lanes);
                let [held, stored, chains] = [held, stored, chains].map(number);
                quote_spanned! {Span::mixed_site()=>
                    #buffer
                    let dots = #RUNTIME::tile::strip_dots::<V, #held, #stored, #chains>(
                        arch, #x, #w, #stride, #depth, #live_columns, sums,
                    );
                    #in_registers
                    #in_memory
                    #last
                }
            })
        });
        // Each run has a `sums` of its own.
        code.map(|run| quote!({ #run })).collect()
    }

    /// The epilogue of vector `j` of a block of columns from `col` on.
    pub fn column_end(
        &self,
        product: &Product,
        dots: &TokenStream,
        col: &Index,
        j: &Index,
        live: Option<&Index>,
    ) -> TokenStream {
        let len = self.plan.graph.shape(product.id).dims()[0];
        let padded = self.plan.tail(len, product.store) == Tail::Padded;
        named("at", col + j * self.plan.lanes(), |at| {
            self.vector_of(j, live, |rest| {
                let (read, written) = match rest {
                    None => (Lanes::All, Lanes::All),
                    Some(rest) if padded => (Lanes::Padded(rest), Lanes::All),
                    Some(rest) => (Lanes::Padded(rest), Lanes::Some(rest)),
                };
                self.epilogue(product, dots, &self.along(product, at), read, written)
            })
        })
    }

    /// `body` with the live lanes of the vector `j` of a block of `live` elements.
    pub fn vector_of(
        &self,
        j: &Index,
        live: Option<&Index>,
        body: impl FnOnce(Option<&Index>) -> TokenStream,
    ) -> TokenStream {
        let Some(live) = live else { return body(None) };
        named("rest", live.clone().saturating_sub(j * self.plan.lanes()), |rest| body(Some(rest)))
    }
}
