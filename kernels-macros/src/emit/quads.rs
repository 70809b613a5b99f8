//! Products of quantized elements: four-way dots.

use kernels_plan::graph::{Dim, Elem, Id, Shape};
use kernels_plan::plan::Form;
use kernels_plan::quad_block::{PANEL, QuadBlock};
use kernels_plan::style::Tail;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, offset, repeat};
use super::instance::Level;
use super::matrix::Place;
use super::packed::known;
use super::product::Product;
use super::runs::{Run, column_runs, row_runs};
use super::value::{At, Lanes};
use crate::paths::{self, RUNTIME, dim, number};

/// A product in quads.
struct Quads<'a> {
    product: &'a Product<'a>,
    depth: &'a Dim,
    block: QuadBlock,
    left: Left,
    right: Right,
    /// Whether pairs of products fit 16 bits.
    pairs: bool,
}

/// The left operand: rows of neighbours along the depth.
struct Left {
    view: TokenStream,
    stride: Index,
    rows: Dim,
    elem: Elem,
}

/// The right operand.
struct Right {
    view: TokenStream,
    elem: Elem,
    /// Elements between neighbours along the result, and along the depth; `None` for a
    /// parameter that is packed.
    strides: Option<[Index; 2]>,
}

/// What tiles read the right operand from.
enum Panels {
    /// Panels, what signed products start from, and the column that they begin with.
    Packed(TokenStream, TokenStream, Index),
    /// The matrix as it is stored, from its first column on, and how many columns there are:
    /// each tile packs what it reads.
    Stored(TokenStream, Index),
}

impl Level<'_> {
    /// A vector of outputs at a time, each output the dot product of a row as it is stored.
    pub fn byte_rows(&self, product: &Product, w: Id, x: Id, depth: &Dim, group: usize) -> TokenStream {
        let len = self.plan.graph.shape(product.id).dims()[0];
        let lanes = Index::from(self.plan.lanes());
        let (view, vector, stride) = (self.tensor(w), self.tensor(x), self.row_stride(w));
        let [w_elem, x_elem] = [w, x].map(|id| paths::elem(self.plan.graph.elem_of(id)));
        let pairs = self.plan.graph.elem_of(x).fits_pairs();
        let (rows, depth) = (number(self.plan.lanes()), dim(depth));
        // Computing rows twice costs more than a masked store: the tail never overlaps.
        let tail = match self.plan.tail(len, product.store) {
            Tail::Overlap => Tail::Masked,
            other => other,
        };
        let code = self.vectors("at", len, tail, |at, read, written| {
            let (live, in_flight) = match read {
                Lanes::All => (&lanes, group),
                // Of a generic kernel, the last rows may be any number: one by one.
                Lanes::Some(live) | Lanes::Padded(live) => (live, live.known().unwrap_or(1).min(group)),
            };
            let in_flight = number(in_flight);
            let w = offset(&view, &(at * &stride));
            let dots = quote_spanned!(Span::mixed_site()=> dots);
            let end = self.epilogue(product, &dots, &At::Flat(at), read, written);
            quote_spanned! {Span::mixed_site()=>
                let dots = #RUNTIME::tile::byte_rows::<_, _, _, #rows, #in_flight, #pairs>(
                    quads, #w, #stride, #vector, start, #depth, #live,
                );
                #end
            }
        });
        quote_spanned! {Span::mixed_site()=>
            let start = #RUNTIME::tile::rows_start::<_, #w_elem, #x_elem>(quads, #vector, #depth);
            #code
        }
    }

    /// A product whose right operand is in panels, or is brought there.
    pub fn in_quads(&self, product: &Product, form: &Form, depth: &Dim, block: QuadBlock) -> TokenStream {
        let (left, right) = self.sides(form, depth);
        let pairs = left.elem.fits_pairs();
        let mut quads = Quads { product, depth, block, left, right, pairs };
        if pairs || quads.right.strides.is_some() || !self.plan.isa.has_byte_pairs() {
            return self.quad_runs(&quads);
        }
        // Of weights that are packed, it is known at run time.
        let any = self.quad_runs(&quads);
        quads.pairs = true;
        let fit = self.quad_runs(&quads);
        let view = &quads.right.view;
        quote!(if #view.fit_pairs { #fit } else { #any })
    }

    fn sides(&self, form: &Form, depth: &Dim) -> (Left, Right) {
        let graph = self.plan.graph;
        let vector = |x: Id| Left {
            view: self.tensor(x),
            stride: depth.into(),
            rows: Dim::Const(1),
            elem: graph.elem_of(x),
        };
        let right = |id: Id, transposed: bool| {
            let strides = match transposed {
                true => [self.row_stride(id), 1.into()],
                false => [1.into(), self.row_stride(id)],
            };
            let strides = (!graph.is_packed(id)).then_some(strides);
            Right { view: self.tensor(id), elem: graph.elem_of(id), strides }
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
    fn quad_runs(&self, quads: &Quads) -> TokenStream {
        let dims = self.plan.graph.shape(quads.product.id).dims();
        let cols = dims.last().expect("a product is a vector or a matrix");
        let runs = column_runs(cols, self.plan.lanes(), quads.block.nv, false);
        let code = runs.iter().map(|columns| {
            self.blocks(columns, "col", |col, live| {
                let (packing, panels) = self.panels(quads, columns, col, live.as_ref());
                let rows = row_runs(&quads.left.rows, quads.block.mr);
                let tiles = rows.iter().map(|rows| {
                    self.blocks(rows, "row", |row, _| {
                        let size = (rows.size, columns.size);
                        let place = Place { row, col, size, live: live.as_ref() };
                        self.quad_tile(quads, &place, &panels)
                    })
                });
                quote!(#packing #(#tiles)*)
            })
        });
        // Each run has panels of its own.
        code.map(|run| quote!({ #run })).collect()
    }

    /// What packs the panels of a block of columns, and what the tiles read.
    fn panels(
        &self,
        quads: &Quads,
        columns: &Run,
        col: &Index,
        live: Option<&Index>,
    ) -> (TokenStream, Panels) {
        let view = &quads.right.view;
        let Some([along, by_k]) = &quads.right.strides else {
            return (quote!(), Panels::Packed(quote!(#view.panels), quote!(#view.corrections), col.clone()));
        };
        let width = columns.size * self.plan.lanes();
        let live = live.cloned().unwrap_or_else(|| width.into());
        let view = offset(view, &(col * along));
        if !quads.block.packed {
            return (quote!(), Panels::Stored(view, live));
        }
        let depth = known(&quads.depth.into());
        let count = width.div_ceil(PANEL);
        let buffer = self.room("panels", quads.right.elem, count, depth.next_multiple_of(4) * PANEL);
        let depth = number(depth);
        let panels = quote_spanned!(Span::mixed_site()=> panels);
        let packing = quote! {
            #buffer
            #RUNTIME::tile::pack_quads(#view, #along, #by_k, #depth, #live, #panels);
        };
        let (corrections, starts) = if quads.left.elem == Elem::I8 && quads.right.elem == Elem::I8 {
            let buffer = self.room("starts", Elem::I32, count, PANEL);
            let (count, starts) = (number(count), quote_spanned!(Span::mixed_site()=> starts));
            let code = quote_spanned! {Span::mixed_site()=>
                #buffer
                #RUNTIME::tile::corrections(quads, #panels.src(), #depth, #count, #starts);
            };
            (code, quote!(#starts.src()))
        } else {
            (quote!(), quote!(#RUNTIME::Src::of(&[])))
        };
        (quote!(#packing #corrections), Panels::Packed(quote!(#panels.src()), starts, 0.into()))
    }

    fn quad_tile(&self, quads: &Quads, place: &Place, panels: &Panels) -> TokenStream {
        let (mr, nv, chains) = (number(place.size.0), number(place.size.1), number(quads.block.chains));
        let (stride, depth, pairs) = (&quads.left.stride, dim(quads.depth), quads.pairs);
        let rows = offset(&quads.left.view, &(place.row * stride));
        let tile = match panels {
            Panels::Packed(panels, corrections, col) => quote_spanned! {Span::mixed_site()=>
                let tile = #RUNTIME::tile::quad_tile::<_, _, _, #mr, #nv, #chains, #pairs>(
                    quads, #rows, #stride, #panels, #corrections, #col, #depth,
                );
            },
            Panels::Stored(view, live) => {
                let [along, by_k] = quads.right.strides.as_ref().expect("it is stored");
                quote_spanned! {Span::mixed_site()=>
                    let tile = #RUNTIME::tile::stored_quad_tile::<_, _, _, #mr, #nv, #chains, #pairs>(
                        quads, #rows, #stride, #view, #along, #by_k, #live, #depth,
                    );
                }
            }
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
