//! Products of quantized elements: four-way dots.

use kernels_plan::graph::{Dim, Elem, Id, Shape};
use kernels_plan::plan::{Form, Tail};
use kernels_plan::quad_block::{PANEL, QuadBlock};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, offset, repeat};
use super::instance::Level;
use super::matrix::Place;
use super::product::Product;
use super::runs::{Run, column_runs, row_runs};
use super::value::{At, Lanes};
use crate::paths::{RUNTIME, dim, number};

/// A product in quads.
struct Quads<'a> {
    product: &'a Product<'a>,
    depth: &'a Dim,
    block: QuadBlock,
    left: Left,
    right: Right,
}

/// The left operand: rows of neighbours along the depth.
struct Left {
    view: TokenStream,
    stride: Index,
    rows: Dim,
    elem: Elem,
}

/// The right operand.
enum Right {
    /// A parameter that is packed.
    Packed(Id),
    /// A matrix in memory, of which each block of columns is packed first.
    Stored(Stored),
}

struct Stored {
    view: TokenStream,
    /// Elements between neighbours along the result, and along the depth.
    along: Index,
    by_k: Index,
}

impl Level<'_> {
    /// A vector of outputs at a time, each output the dot product of a row as it is stored.
    pub fn byte_rows(&self, product: &Product, w: Id, x: Id, depth: &Dim) -> TokenStream {
        let len = self.plan.graph.shape(product.id).dims()[0];
        let lanes = Index::from(self.plan.lanes());
        let (view, vector, stride) = (self.tensor(w), self.tensor(x), self.row_stride(w));
        let pairs = fit_pairs(self.plan.graph.elem_of(x));
        let depth = dim(depth);
        // Computing rows twice costs more than a masked store: the tail never overlaps.
        let tail = match self.plan.tail(len, product.store) {
            Tail::Overlap => Tail::Masked,
            other => other,
        };
        self.vectors("at", len, tail, |at, read, written| {
            let live = match read {
                Lanes::All => &lanes,
                Lanes::Some(live) | Lanes::Padded(live) => live,
            };
            let w = offset(&view, &(at * &stride));
            let dots = quote_spanned!(Span::mixed_site()=> dots);
            let end = self.epilogue(product, &dots, &At::Flat(at), read, written);
            quote_spanned! {Span::mixed_site()=>
                let dots = #RUNTIME::tile::byte_rows::<_, _, _, #pairs>(
                    quads, #w, #stride, #vector, #depth, #live,
                );
                #end
            }
        })
    }

    /// A product whose right operand is in panels, or is brought there.
    pub fn in_quads(&self, product: &Product, form: &Form, depth: &Dim, block: QuadBlock) -> TokenStream {
        let (left, right) = self.sides(form, depth);
        let quads = Quads { product, depth, block, left, right };
        let by_type = fit_pairs(quads.left.elem);
        match &quads.right {
            // Whether pairs of products fit 16 bits is known of the weights at run time.
            Right::Packed(w) if self.plan.isa.has_byte_pairs() && !by_type => {
                let w = self.tensor(*w);
                let [fit, any] = [true, false].map(|pairs| self.quad_runs(&quads, pairs));
                quote!(if #w.fit_pairs() { #fit } else { #any })
            }
            _ => self.quad_runs(&quads, by_type),
        }
    }

    fn sides(&self, form: &Form, depth: &Dim) -> (Left, Right) {
        let graph = self.plan.graph;
        let vector = |x: Id| Left {
            view: self.tensor(x),
            stride: depth.into(),
            rows: Dim::Const(1),
            elem: graph.elem_of(x),
        };
        let right = |id: Id, transposed: bool| match (graph.is_packed(id), transposed) {
            (true, _) => Right::Packed(id),
            (false, true) => {
                Right::Stored(Stored { view: self.tensor(id), along: self.row_stride(id), by_k: 1.into() })
            }
            (false, false) => {
                Right::Stored(Stored { view: self.tensor(id), along: 1.into(), by_k: self.row_stride(id) })
            }
        };
        match form {
            Form::Rows { w, x } => (vector(*x), right(*w, true)),
            Form::Columns { w, x } => (vector(*x), right(*w, false)),
            Form::Matrix { a, b } => {
                let rows = graph.shape(a.tensor).dims()[0].clone();
                let (view, stride) = (self.tensor(a.tensor), self.row_stride(a.tensor));
                let left = Left { view, stride, rows, elem: graph.elem_of(a.tensor) };
                (left, right(b.tensor, b.transposed))
            }
        }
    }

    /// Blocks of columns, and of rows inside of them, so that a block's panels stay in the
    /// first-level cache.
    fn quad_runs(&self, quads: &Quads, pairs: bool) -> TokenStream {
        let dims = self.plan.graph.shape(quads.product.id).dims();
        let cols = dims.last().expect("a product is a vector or a matrix");
        let runs = column_runs(cols, self.plan.lanes(), quads.block.nv, false);
        let code = runs.iter().map(|columns| {
            columns.emit("col", |col, live| {
                let (packing, panels) = self.panels(quads, columns, col, live.as_ref());
                let rows = row_runs(&quads.left.rows, quads.block.mr);
                let tiles = rows.iter().map(|rows| {
                    rows.emit("row", |row, _| {
                        let size = (rows.size, columns.size);
                        let place = Place { row, col, size, live: live.as_ref() };
                        self.quad_tile(quads, &place, &panels, pairs)
                    })
                });
                quote!(#packing #(#tiles)*)
            })
        });
        // Each run has panels of its own.
        code.map(|run| quote!({ #run })).collect()
    }

    /// What packs the panels of a block of columns, and what the tiles read them from.
    fn panels(
        &self,
        quads: &Quads,
        columns: &Run,
        col: &Index,
        live: Option<&Index>,
    ) -> (TokenStream, Panels) {
        let stored = match &quads.right {
            Right::Packed(w) => {
                let w = self.tensor(*w);
                return (quote!(), Panels::Packed(quote!(#w.from(#col))));
            }
            Right::Stored(stored) => stored,
        };
        let width = columns.size * self.plan.lanes();
        let live = live.cloned().unwrap_or_else(|| width.into());
        let view = offset(&stored.view, &(col * &stored.along));
        let (along, by_k) = (&stored.along, &stored.by_k);
        let stored = quote!(#RUNTIME::tile::Stored::new(#view, #along, #by_k, #live));
        let rows = quads.left.rows.value();
        match quads.depth {
            // Panels that are read more than once, and whose size is known.
            Dim::Const(depth) if rows.is_none_or(|rows| rows > quads.block.mr) => {
                let (bytes, outputs) = room(*depth, width);
                let packing = quote_spanned! {Span::mixed_site()=>
                    let room = #RUNTIME::tile::Room::<#bytes, #outputs>::uninit();
                    let panels = #RUNTIME::tile::pack_quads(&room, #stored, #depth);
                };
                (packing, Panels::Packed(quote_spanned!(Span::mixed_site()=> panels)))
            }
            _ => (quote!(), Panels::Stored(stored)),
        }
    }

    fn quad_tile(&self, quads: &Quads, place: &Place, panels: &Panels, pairs: bool) -> TokenStream {
        let (mr, nv) = (number(place.size.0), number(place.size.1));
        let (stride, depth) = (&quads.left.stride, dim(quads.depth));
        let rows = offset(&quads.left.view, &(place.row * stride));
        let (function, panels) = match panels {
            Panels::Packed(panels) => (quote!(quad_tile), panels),
            Panels::Stored(stored) => (quote!(stored_quad_tile), stored),
        };
        let tile = quote_spanned! {Span::mixed_site()=>
            let tile = #RUNTIME::tile::#function::<_, _, #mr, #nv, #pairs>(
                quads, #rows, #stride, #panels, #depth,
            );
        };
        let end = match self.plan.graph.shape(quads.product.id) {
            Shape::Matrix(_, cols) => self.tile_epilogue(quads.product, cols, place),
            _ => repeat("j", place.size.1, |j| {
                let dots = quote_spanned!(Span::mixed_site()=> tile[0][#j]);
                self.column_end(quads.product, &dots, place.col, j, place.live)
            }),
        };
        quote!(#tile #end)
    }
}

/// The panels of a block of columns, as an expression.
enum Panels {
    /// They are in memory.
    Packed(TokenStream),
    /// They are made as the tile is.
    Stored(TokenStream),
}

/// Whether the type of the left elements says that pairs of products fit 16 bits.
fn fit_pairs(elem: Elem) -> bool {
    elem == Elem::U7
}

/// The generic arguments of the room for panels of so many outputs: bytes, and outputs.
fn room(depth: usize, width: usize) -> (TokenStream, TokenStream) {
    let outputs = width.next_multiple_of(PANEL);
    (number(depth.next_multiple_of(4) * outputs), number(outputs))
}
