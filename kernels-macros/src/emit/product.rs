//! Products and their epilogues: loops over register blocks.

use kernels_plan::graph::{Dim, Id};
use kernels_plan::plan::{Block, Form};
use kernels_plan::register_block::{ColumnBlock, RowBlock};
use kernels_plan::step::{Operand, Store};
use kernels_plan::style::Tail;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat, rolled};
use super::instance::Level;
use super::runs::column_runs;
use super::value::{At, Lanes, Values};
use crate::paths::{RUNTIME, dim, number};

/// A product step, as in [`Step::Product`](kernels_plan::step::Step::Product).
pub struct Product<'a> {
    pub id: Id,
    pub operands: [Operand; 2],
    pub inlined: &'a [Id],
    pub store: &'a Store,
}

impl Level<'_> {
    /// The code of a product step.
    pub fn product(&self, product: &Product, block: Block) -> TokenStream {
        let depth = self.plan.depth(product.id);
        let form = Form::of(self.plan.graph, product.operands);
        match (form, block) {
            (Form::Rows { w, x }, Block::Rows(block)) => self.rows(product, w, x, &depth, block),
            (Form::Columns { w, x }, Block::Columns(block)) => self.columns(product, w, x, &depth, block),
            (Form::Columns { w, x }, Block::Strips { chains, nv, held }) => {
                self.strips(product, [w, x], &depth, chains, nv, held)
            }
            (Form::Matrix { a, b }, Block::Matrix { tiles, operands }) => {
                self.matrix(product, a, b, &depth, tiles, operands)
            }
            (Form::Matrix { a, b }, Block::SideBySide { rows, operands }) => {
                self.side_by_side(product, [a, b], &depth, rows, operands)
            }
            (Form::Rows { w, x }, Block::ByteRows(group)) => self.byte_rows(product, w, x, &depth, group),
            (form, Block::Quads(block)) => self.in_quads(product, &form, &depth, block),
            _ => unreachable!("the plan's block is of the product's form"),
        }
    }

    /// One vector of outputs at a time, each output the dot product of a row.
    fn rows(&self, product: &Product, w: Id, x: Id, depth: &Dim, block: RowBlock) -> TokenStream {
        let (w, x, stride) = (self.tensor(w), self.tensor(x), self.row_stride(w));
        let len = self.plan.graph.shape(product.id).dims()[0];
        let lanes = Index::from(self.plan.lanes());
        let (registers, unroll) = (number(self.plan.registers_per_chain()), number(block.unroll));
        let per_pass = number(block.per_pass);
        // Computing rows twice costs more than a masked store: the tail never overlaps.
        let tail = match self.plan.tail(len, product.store) {
            Tail::Overlap => Tail::Masked,
            other => other,
        };
        let width = dim(depth);
        let (hold, held) = match number(block.held) {
            _ if block.held == 0 => (quote!(), quote!(&[])),
            registers => (
                quote_spanned!(Span::mixed_site()=> let held = #RUNTIME::tile::hold::<V, #registers>(arch, #x, #width);),
                quote_spanned!(Span::mixed_site()=> &held),
            ),
        };
        let rows = self.vectors("at", len, tail, |at, lanes_read, lanes_written| {
            let (in_flight, live) = match lanes_read {
                Lanes::All => (number(block.rows), &lanes),
                Lanes::Some(live) | Lanes::Padded(live) => (number(block.tail), live),
            };
            let w = offset(&w, &(at * &stride));
            let depth = dim(depth);
            let dots = quote_spanned!(Span::mixed_site()=> dots);
            let end = self.epilogue(product, &dots, &At::Flat(at), lanes_read, lanes_written);
            quote_spanned! {Span::mixed_site()=>
                let dots = #RUNTIME::tile::row_dots::<V, #lanes, #in_flight, #registers, #per_pass, #unroll, _>(
                    arch, #w, #stride, #x, #held, #depth, #live,
                );
                #end
            }
        });
        quote!(#hold #rows)
    }

    /// A few vectors of outputs at a time, along the rows of the matrix.
    fn columns(&self, product: &Product, w: Id, x: Id, depth: &Dim, block: ColumnBlock) -> TokenStream {
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
        let len = self.plan.graph.shape(product.id).dims()[0];
        let (lanes, chains, rows) = (self.plan.lanes(), number(block.chains), number(block.rows));
        let runs = column_runs(len, lanes, block.nv, false);
        let code = runs.iter().map(|run| {
            self.blocks(run, "col", |col, live| {
                let live_columns = live.clone().unwrap_or_else(|| (run.size * lanes).into());
                let w = offset(&w, col);
                let nv = number(run.size);
                let stores = repeat("j", run.size, |j| {
                    let dots = quote_spanned!(Span::mixed_site()=> dots[#j]);
                    self.column_end(product, &dots, col, j, live.as_ref())
                });
                quote_spanned! {Span::mixed_site()=>
                    let dots = #RUNTIME::tile::col_dots::<V, #nv, #chains, #rows>(
                        arch, #x, #w, #stride, #depth, #live_columns, #dense,
                    );
                    #stores
                }
            })
        });
        code.collect()
    }

    /// Strips of columns, each along all rows of the matrix in the order of memory.
    fn strips(
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
                self.epilogue(product, dots, &At::Flat(at), read, written)
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

    pub fn epilogue(
        &self,
        product: &Product,
        value: &TokenStream,
        at: &At,
        read: Lanes,
        written: Lanes,
    ) -> TokenStream {
        let values = Values { product: Some((product.id, value)), inlined: product.inlined };
        self.compute_and_store(&values, at, read, product.store, written)
    }
}
