//! Matrix products: tiles in registers.

use kernels_plan::cache_block::Operands;
use kernels_plan::graph::Dim;
use kernels_plan::last_columns::LastColumns;
use kernels_plan::matrix_block::{Tile, Tiles};
use kernels_plan::step::Operand;
use kernels_plan::style::Tail;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat};
use super::instance::Level;
use super::packed::{framed, known};
use super::product::Product;
use super::runs::{Run, column_runs, row_runs};
use super::value::{At, Lanes};
use crate::paths::{RUNTIME, number};

/// An operand as tiles read it.
pub struct Panel {
    pub view: TokenStream,
    /// Elements between neighbours along the result.
    pub along: Index,
    /// Elements between neighbours along the depth.
    pub by_k: Index,
}

impl Panel {
    /// From an element on.
    pub fn at(&self, along: &Index, k: &Index) -> TokenStream {
        offset(&self.view, &(along * &self.along + k * &self.by_k))
    }

    /// The same operand from an element on.
    pub fn from(&self, along: &Index, k: &Index) -> Panel {
        Panel { view: self.at(along, k), along: self.along.clone(), by_k: self.by_k.clone() }
    }

    /// Tiles' worth of columns or rows, packed, from its first element on.
    pub fn packed(view: TokenStream, width: usize) -> Panel {
        Panel { view, along: 1.into(), by_k: width.into() }
    }
}

/// A matrix product.
pub struct Gemm<'a> {
    pub product: &'a Product<'a>,
    pub rows: &'a Dim,
    pub cols: &'a Dim,
    pub depth: &'a Dim,
    pub tiles: Tiles,
    pub a: Panel,
    pub b: Panel,
}

/// What uses a panel, after the code that fills it.
pub fn after(packing: Option<TokenStream>, code: TokenStream) -> TokenStream {
    match packing {
        Some(packing) => framed(&quote!(#packing #code)),
        None => code,
    }
}

/// What comes before is stored before anything that follows is loaded.
pub fn fence() -> TokenStream {
    quote!(::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);)
}

/// A tile's place in the result.
pub struct Place<'a> {
    pub row: &'a Index,
    pub col: &'a Index,
    /// Rows and vectors of the tile.
    pub size: (usize, usize),
    /// How many columns there are, if not all of the vectors'.
    pub live: Option<&'a Index>,
}

impl Level<'_> {
    /// The left operand of a product.
    pub fn left_panel(&self, a: Operand) -> Panel {
        let (view, stride, one) = (self.tensor(a.tensor), self.row_stride(a.tensor), Index::from(1));
        let (along, by_k) = if a.transposed { (one, stride) } else { (stride, one) };
        Panel { view, along, by_k }
    }

    /// The right one: its columns are along the result.
    pub fn right_panel(&self, b: Operand) -> Panel {
        self.left_panel(Operand { transposed: !b.transposed, ..b })
    }

    /// The product, in the way that `operands` says.
    pub fn matrix(
        &self,
        product: &Product,
        a: Operand,
        b: Operand,
        depth: &Dim,
        tiles: Tiles,
        operands: Operands,
    ) -> TokenStream {
        let dims = self.plan.graph.shape(product.id).dims();
        let (rows, cols) = (dims[0], dims[1]);
        let gemm = Gemm { product, rows, cols, depth, tiles, a: self.left_panel(a), b: self.right_panel(b) };
        match operands {
            Operands::InPlace | Operands::PackedColumns => self.in_place(&gemm, operands),
            Operands::Packed(block) => self.packed(&gemm, block),
        }
    }

    /// Columns are the outer loop, so that those of the right operand stay in the
    /// first-level cache.
    fn in_place(&self, gemm: &Gemm, operands: Operands) -> TokenStream {
        let (lanes, pack) = (self.plan.lanes(), operands == Operands::PackedColumns);
        let overlap = self.plan.tail(gemm.cols, gemm.product.store) == Tail::Overlap;
        let in_runs = match gemm.cols.value() {
            Some(cols) => &Dim::Const(gemm.tiles.run_columns(operands, cols, lanes)),
            None => gemm.cols,
        };
        let sums = gemm.rows.value().zip(in_runs.value()).map(|(rows, cols)| rows * cols.div_ceil(lanes));
        let apart = self.plan.parts_columns(gemm.depth, sums);
        let runs = column_runs(in_runs, lanes, gemm.tiles.wide.nv, overlap);
        let code = runs.iter().map(|columns| {
            self.blocks(columns, "col", |col, live| {
                let width = columns.size * lanes;
                let end = live.clone().unwrap_or_else(|| width.into());
                let (packing, b) = self.columns_from(&gemm.b, operands, gemm.depth, (col, &end), width);
                let runs = row_runs(gemm.rows, gemm.tiles.rows(columns.size));
                let tiles = runs.iter().map(|rows| {
                    self.blocks_of_tiles(gemm.depth, rows, columns.size, |row, _| {
                        let a = gemm.a.from(row, &0.into());
                        let size = (rows.size, columns.size);
                        let place = Place { row, col, size, live: live.as_ref() };
                        let value = self.tile(&place, &a, &b, &self.steps(gemm.depth), pack);
                        let epilogue = self.tile_epilogue(gemm.product, gemm.cols, &place);
                        quote_spanned!(Span::mixed_site()=> let tile = #value; #epilogue)
                    })
                });
                let tiles = tiles.chain(apart.then(fence)).collect();
                after(packing, tiles)
            })
        });
        let last = gemm.tiles.last_in(operands).map(|last| self.last_columns(gemm, last, operands));
        code.chain(last).collect()
    }

    /// The columns past the last whole vector.
    fn last_columns(&self, gemm: &Gemm, last: LastColumns, operands: Operands) -> TokenStream {
        let left = quote_spanned!(Span::mixed_site()=> left);
        let a = Panel { view: left.clone(), ..gemm.a.from(&0.into(), &0.into()) };
        let code = match last {
            LastColumns::SideBySide(block) => self.last_side_by_side(gemm, &a, block, operands),
            LastColumns::One(block) => self.last_column(gemm, &a, block),
        };
        // What is before it is stored first: mixed with it, it would take too many registers. And the
        // compiler would take its vectors from elements that the tiles have loaded of the same rows.
        let (fence, whole) = (fence(), &gemm.a.view);
        quote!(#fence let #left = #whole.opaque(); #code)
    }

    /// A loop over tiles of `nv` vectors, which the plan may keep from being unrolled.
    fn blocks_of_tiles(
        &self,
        depth: &Dim,
        rows: &Run,
        nv: usize,
        body: impl FnOnce(&Index, Option<Index>) -> TokenStream,
    ) -> TokenStream {
        let sums = rows.count.known().map(|count| count * rows.size * nv);
        let rolls = self.plan.rolls_tiles(depth, Tile { mr: rows.size, nv }, sums);
        self.row_blocks(rows, rolls, body)
    }

    /// All of the depth of some columns, from the first on: where they lie, or in a panel of `width`,
    /// with the code that copies them there.
    pub fn columns_from(
        &self,
        b: &Panel,
        operands: Operands,
        depth: &Dim,
        (col, live): (&Index, &Index),
        width: usize,
    ) -> (Option<TokenStream>, Panel) {
        if operands == Operands::InPlace {
            return (None, b.from(col, &0.into()));
        }
        let depth = Index::from(depth);
        let buffer = self.buffer("columns", known(&depth), width);
        let view = quote_spanned!(Span::mixed_site()=> columns);
        let pack = self.pack(b, (col, &0.into()), width, live, &depth, &view);
        (Some(quote!(#buffer #pack)), Panel::packed(quote!(#view.src()), width))
    }

    /// Copies `live` rows or columns together, in panels of `width`.
    pub fn pack(
        &self,
        panel: &Panel,
        (along, k): (&Index, &Index),
        width: usize,
        live: &Index,
        depth: &Index,
        to: &TokenStream,
    ) -> TokenStream {
        let from = panel.at(along, k);
        let (along, by_k, width) = (&panel.along, &panel.by_k, number(width));
        quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::pack::<V, #width>(arch, #from, #along, #by_k, #depth, #live, #to);
        }
    }

    /// The expression of a tile. `whole`: the columns past the live ones may be read.
    pub fn tile(&self, place: &Place, a: &Panel, b: &Panel, depth: &TokenStream, whole: bool) -> TokenStream {
        let (mr, nv) = (number(place.size.0), number(place.size.1));
        let all = Index::from(place.size.1 * self.plan.lanes());
        let live = place.live.filter(|_| !whole).unwrap_or(&all);
        let [a_row, a_k, b_k, b_col] = [&a.along, &a.by_k, &b.by_k, &b.along];
        let (a, b) = (&a.view, &b.view);
        quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::gemm::<V, #mr, #nv>(
                arch, #a, #a_row, #a_k, #b, #b_k, #b_col, #depth, #live,
            )
        }
    }

    /// What follows a tile, vector by vector.
    pub fn tile_epilogue(&self, product: &Product, cols: &Dim, place: &Place) -> TokenStream {
        let lanes = self.plan.lanes();
        let (mr, nv) = place.size;
        repeat("r", mr, |r| {
            repeat("j", nv, |j| {
                let (row, col) = (place.row + r, place.col + j * lanes);
                named("at", &row * cols + &col, |at| {
                    self.vector_of(j, place.live, |rest| {
                        let element = quote_spanned!(Span::mixed_site()=> tile[#r][#j]);
                        let at = At::Grid { at, row: &row, col: &col };
                        let live = rest.map_or(Lanes::All, Lanes::Some);
                        self.epilogue(product, &element, &at, live, live)
                    })
                })
            })
        })
    }
}
