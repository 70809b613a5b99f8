//! Products and their epilogues: loops over register blocks.

use kernels_plan::graph::{Dim, Id};
use kernels_plan::plan::{Block, Form, Tail};
use kernels_plan::register_block::{RowBlock, Tile};
use kernels_plan::simplify::Store;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::instance::{Level, mixed};
use super::value::{At, Lanes};
use crate::paths::{computed, dim, number};

/// A product step: its node, epilogue and destination.
struct Epilogue<'a> {
    product: Id,
    inlined: &'a [Id],
    store: &'a Store,
}

/// A run of blocks along one extent: `count` blocks of `size`, each of `live` elements.
struct Run {
    /// Vectors or rows in a block.
    size: usize,
    /// The loop's range.
    range: TokenStream,
    /// The position of block `i`.
    start: TokenStream,
    /// Elements in a block; `None`: as many as its vectors have lanes.
    live: Option<TokenStream>,
}

impl Run {
    fn emit(&self, variable: &str, body: impl FnOnce(usize, Lanes) -> TokenStream) -> TokenStream {
        let variable = proc_macro2::Ident::new(variable, Span::mixed_site());
        let (range, start) = (&self.range, &self.start);
        let body = body(self.size, self.live.as_ref().map_or(Lanes::All, Lanes::Some));
        quote_spanned!(Span::mixed_site()=> for i in #range { let #variable = #start; #body })
    }
}

impl Level<'_> {
    /// The code of a product step.
    pub fn product(&self, id: Id, inlined: &[Id], store: &Store, block: Block) -> TokenStream {
        let epilogue = Epilogue { product: id, inlined, store };
        let depth = self.plan.depth(id);
        match (Form::of(self.plan.graph, self.plan.fused, id), block) {
            (Form::Rows { w, x }, Block::Rows(block)) => self.rows(&epilogue, w, x, &depth, block),
            (Form::Columns { w, x }, Block::Columns { classes, nv }) => {
                self.columns(&epilogue, w, x, &depth, classes, nv)
            }
            (Form::Matrix { a, a_transposed, b, b_transposed }, Block::Matrix(tile)) => {
                self.matrix(&epilogue, (a, a_transposed), (b, b_transposed), &depth, tile)
            }
            _ => unreachable!("the plan's block is of the product's form"),
        }
    }

    /// One vector of outputs at a time, each output the dot product of a row.
    fn rows(&self, epilogue: &Epilogue, w: Id, x: Id, depth: &Dim, block: RowBlock) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let (w, x, depth) = (self.tensor(w), self.tensor(x), dim(depth));
        let len = self.plan.graph.shape(epilogue.product).dims()[0];
        let (lanes, registers) = (number(self.plan.lanes()), number(self.plan.registers_per_chain()));
        let unroll = number(block.unroll);
        let dots = mixed("v", epilogue.product.0);
        // Computing rows twice costs more than a masked store: the tail never overlaps.
        let tail = match self.plan.tail(len, epilogue.store) {
            Tail::Overlap => Tail::Masked,
            other => other,
        };
        self.vectors(len, tail, |at, lanes_read, lanes_written| {
            let (in_flight, live) = match lanes_read {
                Lanes::All => (number(block.rows), quote!(#lanes)),
                Lanes::Some(live) | Lanes::Padded(live) => (number(block.tail), quote!(#live)),
            };
            let end = self.epilogue(epilogue, &At::Flat(at), lanes_read, at, lanes_written);
            quote_spanned! {Span::mixed_site()=>
                let #dots = #private::tile::row_dots::<V, #lanes, #in_flight, #registers, #unroll>(
                    arch, #w.offset(#at * #depth), #depth, #x, #depth, #live,
                );
                #end
            }
        })
    }

    /// A few vectors of outputs at a time, along the rows of the matrix.
    fn columns(
        &self,
        epilogue: &Epilogue,
        w: Id,
        x: Id,
        depth: &Dim,
        classes: usize,
        nv: usize,
    ) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let (w, x, depth) = (self.tensor(w), self.tensor(x), dim(depth));
        let len = self.plan.graph.shape(epilogue.product).dims()[0];
        let (width, lanes, classes) = (dim(len), self.plan.lanes(), number(classes));
        let lanes_tokens = number(lanes);
        let dots = mixed("v", epilogue.product.0);
        let padded = self.plan.tail(len, epilogue.store) == Tail::Padded;
        let runs = self.column_runs(len, nv, false);
        let code = runs.iter().map(|run| {
            run.emit("col", |nv, live| {
                let all = number(nv * lanes);
                let live_columns = match live {
                    Lanes::All => all,
                    Lanes::Some(live) | Lanes::Padded(live) => quote!(#live),
                };
                let at = quote_spanned!(Span::mixed_site()=> at);
                let rest = quote_spanned!(Span::mixed_site()=> rest);
                let (read, written, rest_line) = match live {
                    Lanes::All => (Lanes::All, Lanes::All, quote!()),
                    Lanes::Some(live) | Lanes::Padded(live) => (
                        Lanes::Padded(&rest),
                        if padded { Lanes::All } else { Lanes::Some(&rest) },
                        quote_spanned!(Span::mixed_site()=> let rest = usize::saturating_sub(#live, j * #lanes_tokens);),
                    ),
                };
                let end = self.epilogue(epilogue, &At::Flat(&at), read, &at, written);
                let nv = number(nv);
                quote_spanned! {Span::mixed_site()=>
                    let acc = #private::tile::col_dots::<V, #nv, #classes>(
                        arch, #x, #w.offset(col), #width, #depth, #live_columns,
                    );
                    for j in 0..#nv {
                        let at = col + j * #lanes_tokens;
                        #rest_line
                        let #dots = acc[j];
                        #end
                    }
                }
            })
        });
        quote!(#(#code)*)
    }

    /// Tiles of rows by vectors of columns. Columns are the outer loop, so that the panel
    /// of the right operand stays in the first-level cache.
    fn matrix(
        &self,
        epilogue: &Epilogue,
        a: (Id, bool),
        b: (Id, bool),
        depth: &Dim,
        tile: Tile,
    ) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let dims = self.plan.graph.shape(epilogue.product).dims();
        let (rows, cols) = (dims[0], dims[1]);
        let (height, width, depth) = (dim(rows), dim(cols), dim(depth));
        // Distances between an operand's elements along the result and along the depth.
        let one = number(1);
        let (a_row, a_k) = if a.1 { (&one, &height) } else { (&depth, &one) };
        let (b_col, b_k) = if b.1 { (&depth, &one) } else { (&one, &width) };
        let (a, b) = (self.tensor(a.0), self.tensor(b.0));
        let lanes = self.plan.lanes();
        let lanes_tokens = number(lanes);
        let result = mixed("v", epilogue.product.0);
        let overlap = self.plan.tail(cols, epilogue.store) == Tail::Overlap;
        let column_runs = self.column_runs(cols, tile.nv, overlap);
        let row_runs = row_runs(rows, tile.mr);
        let at_row = quote_spanned!(Span::mixed_site()=> at_row);
        let at_col = quote_spanned!(Span::mixed_site()=> at_col);
        let rest = quote_spanned!(Span::mixed_site()=> rest);
        let position = quote!(#at_row * #width + #at_col);
        let code = column_runs.iter().map(|columns| {
            columns.emit("col", |nv, live| {
                let (live_columns, read, rest_line) = match live {
                    Lanes::All => (number(nv * lanes), Lanes::All, quote!()),
                    Lanes::Some(live) | Lanes::Padded(live) => (
                        quote!(#live),
                        Lanes::Some(&rest),
                        quote_spanned!(Span::mixed_site()=> let rest = usize::saturating_sub(#live, j * #lanes_tokens);),
                    ),
                };
                let at = At::Grid { row: &at_row, col: &at_col, cols: &width };
                let end = self.epilogue(epilogue, &at, read, &position, read);
                let nv = number(nv);
                let tiles = row_runs.iter().map(|rows| {
                    rows.emit("row", |mr, _| {
                        let mr = number(mr);
                        quote_spanned! {Span::mixed_site()=>
                            let acc = #private::tile::gemm::<V, #mr, #nv>(
                                arch, #a.offset(row * #a_row), #a_row, #a_k,
                                #b.offset(col * #b_col), #b_k, #b_col, #depth, #live_columns,
                            );
                            for i in 0..#mr {
                                for j in 0..#nv {
                                    let (at_row, at_col) = (row + i, col + j * #lanes_tokens);
                                    #rest_line
                                    let #result = acc[i][j];
                                    #end
                                }
                            }
                        }
                    })
                });
                quote!(#(#tiles)*)
            })
        });
        quote!(#(#code)*)
    }

    fn epilogue(
        &self,
        epilogue: &Epilogue,
        at: &At,
        read: Lanes,
        position: &TokenStream,
        written: Lanes,
    ) -> TokenStream {
        self.compute_and_store(
            epilogue.inlined,
            &[epilogue.product],
            at,
            read,
            epilogue.store,
            position,
            written,
        )
    }

    /// Blocks of `nv` vectors along `cols`, and what is left.
    fn column_runs(&self, cols: &Dim, nv: usize, overlap: bool) -> Vec<Run> {
        let lanes = self.plan.lanes();
        let block = nv * lanes;
        let extent = dim(cols);
        let block_tokens = number(block);
        let i = quote_spanned!(Span::mixed_site()=> i);
        let blocks = computed(cols.value().map(|n| n / block), quote!(#extent / #block_tokens));
        let main = Run { size: nv, range: quote!(0..#blocks), start: quote!(#i * #block_tokens), live: None };
        match cols.value() {
            Some(cols) => {
                let rest = cols % block;
                let vectors = rest.div_ceil(lanes);
                let overlaps = overlap && cols >= vectors * lanes;
                let start = if overlaps { cols - vectors * lanes } else { cols - rest };
                let whole = overlaps || rest.is_multiple_of(lanes);
                let start = number(start);
                let live = (!whole).then(|| number(rest));
                let tail = Run { size: vectors, range: quote!(0..1), start, live };
                let (main, tail) = ((cols >= block).then_some(main), (rest > 0).then_some(tail));
                main.into_iter().chain(tail).collect()
            }
            None => {
                // Single vectors, the last one masked; their number is a constant to rustc.
                let lanes_tokens = number(lanes);
                let start = quote!(#extent / #block_tokens * #block_tokens + #i * #lanes_tokens);
                let col = quote_spanned!(Span::mixed_site()=> col);
                let tail = Run {
                    size: 1,
                    range: quote!(0..usize::div_ceil(#extent % #block_tokens, #lanes_tokens)),
                    start,
                    live: Some(quote!((#extent - #col))),
                };
                vec![main, tail]
            }
        }
    }
}

/// Blocks of `mr` rows, and the rows that are left: one smaller block, or single rows
/// where their number is not known here.
fn row_runs(rows: &Dim, mr: usize) -> Vec<Run> {
    let extent = dim(rows);
    let mr_tokens = number(mr);
    let i = quote_spanned!(Span::mixed_site()=> i);
    let blocks = computed(rows.value().map(|n| n / mr), quote!(#extent / #mr_tokens));
    let main = Run { size: mr, range: quote!(0..#blocks), start: quote!(#i * #mr_tokens), live: None };
    match rows.value() {
        Some(rows) => {
            let rest = rows % mr;
            let start = number(rows - rest);
            let tail = Run { size: rest, range: quote!(0..1), start, live: None };
            let (main, tail) = ((rows >= mr).then_some(main), (rest > 0).then_some(tail));
            main.into_iter().chain(tail).collect()
        }
        None => {
            let start = quote!(#extent / #mr_tokens * #mr_tokens + #i);
            let range = quote!(0..#extent % #mr_tokens);
            vec![main, Run { size: 1, range, start, live: None }]
        }
    }
}
