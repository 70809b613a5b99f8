//! Products and their epilogues: loops over register blocks.

use kernels_plan::graph::{Dim, Id};
use kernels_plan::plan::{Block, Form, Tail};
use kernels_plan::register_block::{RowBlock, Tile};
use kernels_plan::step::{Operand, Store};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat};
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

/// A run of blocks along one extent.
struct Run {
    /// Vectors or rows in a block.
    size: usize,
    /// Blocks.
    count: Index,
    /// Where the first one begins.
    start: Index,
    /// Elements from one block to the next.
    step: usize,
    /// The end of the extent, where the last block goes past it.
    end: Option<Index>,
}

impl Run {
    /// `body` takes a block's position and how many elements it has; `None`: as many as
    /// its vectors have lanes.
    fn emit(&self, position: &str, body: impl FnOnce(&Index, Option<Index>) -> TokenStream) -> TokenStream {
        repeat("i", &self.count, |i| {
            named(position, &self.start + i * self.step, |at| {
                let live = self.end.as_ref().map(|end| end - at);
                body(at, live)
            })
        })
    }
}

impl Level<'_> {
    /// The code of a product step.
    pub fn product(&self, product: &Product, block: Block) -> TokenStream {
        let depth = self.plan.depth(product.id);
        match (Form::of(self.plan.graph, product.operands), block) {
            (Form::Rows { w, x }, Block::Rows(block)) => self.rows(product, w, x, &depth, block),
            (Form::Columns { w, x }, Block::Columns { classes, nv }) => {
                self.columns(product, w, x, &depth, classes, nv)
            }
            (Form::Matrix { a, b }, Block::Matrix(tile)) => self.matrix(product, a, b, &depth, tile),
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
    fn columns(
        &self,
        product: &Product,
        w: Id,
        x: Id,
        depth: &Dim,
        classes: usize,
        nv: usize,
    ) -> TokenStream {
        let (w, x, depth, stride) = (self.tensor(w), self.tensor(x), dim(depth), self.row_stride(w));
        let len = self.plan.graph.shape(product.id).dims()[0];
        let (lanes, classes) = (self.plan.lanes(), number(classes));
        let padded = self.plan.tail(len, product.store) == Tail::Padded;
        let runs = self.column_runs(len, nv, false);
        let code = runs.iter().map(|run| {
            run.emit("col", |col, live| {
                let live_columns = live.clone().unwrap_or_else(|| (run.size * lanes).into());
                let w = offset(&w, col);
                let nv = number(run.size);
                let stores = repeat("j", run.size, |j| {
                    named("at", col + j * lanes, |at| {
                        self.vector_of(j, live.as_ref(), |rest| {
                            let dots = quote_spanned!(Span::mixed_site()=> dots[#j]);
                            let (read, written) = match rest {
                                None => (Lanes::All, Lanes::All),
                                Some(rest) if padded => (Lanes::Padded(rest), Lanes::All),
                                Some(rest) => (Lanes::Padded(rest), Lanes::Some(rest)),
                            };
                            self.epilogue(product, &dots, &At::Flat(at), read, written)
                        })
                    })
                });
                quote_spanned! {Span::mixed_site()=>
                    let dots = #RUNTIME::tile::col_dots::<V, #nv, #classes>(
                        arch, #x, #w, #stride, #depth, #live_columns,
                    );
                    #stores
                }
            })
        });
        code.collect()
    }

    /// Tiles of rows by vectors of columns. Columns are the outer loop, so that the panel
    /// of the right operand stays in the first-level cache.
    fn matrix(&self, product: &Product, a: Operand, b: Operand, depth: &Dim, tile: Tile) -> TokenStream {
        let dims = self.plan.graph.shape(product.id).dims();
        let (rows, cols) = (dims[0], dims[1]);
        // Distances between an operand's elements along the result and along the depth.
        let one = &Index::from(1);
        let (a_stride, b_stride) = (&self.row_stride(a.tensor), &self.row_stride(b.tensor));
        let (a_row, a_k) = if a.transposed { (one, a_stride) } else { (a_stride, one) };
        let (b_col, b_k) = if b.transposed { (b_stride, one) } else { (one, b_stride) };
        let (a, b) = (self.tensor(a.tensor), self.tensor(b.tensor));
        let lanes = self.plan.lanes();
        let overlap = self.plan.tail(cols, product.store) == Tail::Overlap;
        let (row_runs, column_runs) = (row_runs(rows, tile.mr), self.column_runs(cols, tile.nv, overlap));
        let tile = |rows: &Run, row: &Index, columns: &Run, col: &Index, live: Option<&Index>| {
            let (a, b) = (offset(&a, &(row * a_row)), offset(&b, &(col * b_col)));
            let live_columns = live.cloned().unwrap_or_else(|| (columns.size * lanes).into());
            let (mr, nv) = (number(rows.size), number(columns.size));
            let depth = dim(depth);
            let stores = repeat("r", rows.size, |r| {
                repeat("j", columns.size, |j| {
                    let (row, col) = (row + r, col + j * lanes);
                    named("at", &row * cols + &col, |at| {
                        self.vector_of(j, live, |rest| {
                            let element = quote_spanned!(Span::mixed_site()=> tile[#r][#j]);
                            let at = At::Grid { at, row: &row, col: &col };
                            let live = rest.map_or(Lanes::All, Lanes::Some);
                            self.epilogue(product, &element, &at, live, live)
                        })
                    })
                })
            });
            quote_spanned! {Span::mixed_site()=>
                let tile = #RUNTIME::tile::gemm::<V, #mr, #nv>(
                    arch, #a, #a_row, #a_k, #b, #b_k, #b_col, #depth, #live_columns,
                );
                #stores
            }
        };
        let code = column_runs.iter().map(|columns| {
            columns.emit("col", |col, live| {
                let tiles = row_runs
                    .iter()
                    .map(|rows| rows.emit("row", |row, _| tile(rows, row, columns, col, live.as_ref())));
                tiles.collect()
            })
        });
        code.collect()
    }

    /// `body` with the live lanes of the vector `j` of a block of `live` elements.
    fn vector_of(
        &self,
        j: &Index,
        live: Option<&Index>,
        body: impl FnOnce(Option<&Index>) -> TokenStream,
    ) -> TokenStream {
        let Some(live) = live else { return body(None) };
        named("rest", live.clone().saturating_sub(j * self.plan.lanes()), |rest| body(Some(rest)))
    }

    fn epilogue(
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

    /// Blocks of `nv` vectors along `cols`, and what is left.
    fn column_runs(&self, cols: &Dim, nv: usize, overlap: bool) -> Vec<Run> {
        let lanes = self.plan.lanes();
        let step = nv * lanes;
        let extent = Index::from(cols);
        let main = Run { size: nv, count: &extent / step, start: 0.into(), step, end: None };
        let tail = match cols.value() {
            Some(cols) => {
                let rest = cols % step;
                let size = rest.div_ceil(lanes);
                let overlaps = overlap && cols >= size * lanes;
                let start = if overlaps { cols - size * lanes } else { cols - rest };
                let end = (!overlaps && !rest.is_multiple_of(lanes)).then_some(extent);
                Run { size, count: rest.min(1).into(), start: start.into(), step, end }
            }
            // Single vectors, the last one masked; their number is a constant to rustc.
            None => Run {
                size: 1,
                count: (&extent % step).div_ceil(lanes),
                start: &extent / step * step,
                step: lanes,
                end: Some(extent),
            },
        };
        vec![main, tail]
    }
}

/// Blocks of `mr` rows, and the rows that are left: one smaller block, or single rows
/// where their number is not known here.
fn row_runs(rows: &Dim, mr: usize) -> Vec<Run> {
    let extent = Index::from(rows);
    let rest = &extent % mr;
    let start = &extent / mr * mr;
    let main = Run { size: mr, count: &extent / mr, start: 0.into(), step: mr, end: None };
    let tail = match rest.known() {
        Some(rest) => Run { size: rest, count: rest.min(1).into(), start, step: mr, end: None },
        None => Run { size: 1, count: rest, start, step: 1, end: None },
    };
    vec![main, tail]
}
