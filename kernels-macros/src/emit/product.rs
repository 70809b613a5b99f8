//! Products and their epilogues: loops over register blocks.

use kernels_plan::graph::{Dim, Id, Shape};
use kernels_plan::plan::{Block, Form};
use kernels_plan::row_block::RowBlock;
use kernels_plan::step::{Operand, Store};
use kernels_plan::style::Tail;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, offset};
use super::instance::Level;
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
            (Form::Rows { w, x }, Block::ShortRows) => {
                self.short_rows(product, w, (&self.tensor(x), &1.into()), &depth, false)
            }
            (Form::Matrix { a, b }, Block::ShortRows) => {
                let x = self.right_panel(b);
                self.short_rows(product, a.tensor, (&x.view, &x.by_k), &depth, true)
            }
            (Form::Columns { w, x }, Block::Columns(block)) => self.columns(product, w, x, &depth, block),
            (Form::Columns { w, x }, Block::Strips { chains, nv, held }) => {
                self.strips(product, [w, x], &depth, chains, nv, held)
            }
            (Form::Columns { w, x }, Block::Joined { chains, vectors }) => {
                self.joined(product, [w, x], &depth, chains, vectors)
            }
            (Form::Matrix { a, b }, Block::Matrix { tiles, operands }) => {
                self.matrix(product, a, b, &depth, tiles, operands)
            }
            (Form::Matrix { a, b }, Block::EndToEnd) => self.end_to_end(product, [a, b], &depth),
            (Form::Matrix { a, b }, Block::OneColumn(block)) => {
                self.one_column(product, [a, b], &depth, block)
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
        let lanes = number(self.plan.lanes());
        let (registers, unroll) = (number(self.plan.registers_per_chain()), number(block.unroll));
        let per_pass = number(block.per_pass);
        let width = dim(depth);
        let (hold, held) = match number(block.held) {
            _ if block.held == 0 => (quote!(), quote!(&[])),
            registers => (
                quote_spanned!(Span::mixed_site()=> let held = #RUNTIME::tile::hold::<V, #registers>(arch, #x, #width);),
                quote_spanned!(Span::mixed_site()=> &held),
            ),
        };
        let rows = self.row_vectors(product, |at, live, is_whole| {
            let in_flight = number(if is_whole { block.rows } else { block.tail });
            let w = offset(&w, &(at * &stride));
            quote_spanned! {Span::mixed_site()=>
                #RUNTIME::tile::row_dots::<V, #lanes, #in_flight, #registers, #per_pass, #unroll, _>(
                    arch, #w, #stride, #x, #held, #width, #live,
                )
            }
        });
        quote!(#hold #rows)
    }

    /// The same of rows that are shorter than a vector, or of a matrix of them and one column.
    fn short_rows(
        &self,
        product: &Product,
        w: Id,
        (x, x_k): (&TokenStream, &Index),
        depth: &Dim,
        ascending: bool,
    ) -> TokenStream {
        let (w, stride, depth) = (self.tensor(w), self.row_stride(w), dim(depth));
        let splats = quote_spanned!(Span::mixed_site()=> splats);
        let rows = self.row_vectors(product, |at, live, _| {
            let w = offset(&w, &(at * &stride));
            quote_spanned! {Span::mixed_site()=>
                #RUNTIME::tile::short_dots::<V, #depth, #ascending>(arch, #w, &#splats, #live)
            }
        });
        quote_spanned! {Span::mixed_site()=>
            let #splats = #RUNTIME::tile::splats::<V, #depth>(arch, #x, #x_k);
            #rows
        }
    }

    /// The vectors of outputs, whose dots are `dots` of the first row, of how many rows there are, and
    /// of whether they are as many as a vector has lanes.
    fn row_vectors(
        &self,
        product: &Product,
        dots: impl Fn(&Index, &Index, bool) -> TokenStream,
    ) -> TokenStream {
        let len = self.plan.graph.shape(product.id).dims()[0];
        let lanes = Index::from(self.plan.lanes());
        // Computing rows twice costs more than a masked store: the tail never overlaps.
        let tail = match self.plan.tail(len, product.store) {
            Tail::Overlap => Tail::Masked,
            other => other,
        };
        self.vectors("at", len, tail, |at, lanes_read, lanes_written| {
            let computed = match lanes_read {
                Lanes::All => dots(at, &lanes, true),
                Lanes::Some(live) | Lanes::Padded(live) => dots(at, live, false),
            };
            let dots = quote_spanned!(Span::mixed_site()=> dots);
            let end = self.epilogue(product, &dots, &self.along(product, at), lanes_read, lanes_written);
            quote!(let #dots = #computed; #end)
        })
    }

    /// Element `at` of a vector, or of the only column of a matrix.
    pub fn along<'a>(&self, product: &Product, at: &'a Index) -> At<'a> {
        match self.plan.graph.shape(product.id) {
            Shape::Matrix(..) => At::Down(at),
            _ => At::Flat(at),
        }
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
