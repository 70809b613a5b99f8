//! Matrix products: tiles in registers, and the packed blocks around them.

use kernels_plan::graph::Dim;
use kernels_plan::matrix_block::{CacheBlock, Operands, Tiles};
use kernels_plan::plan::Tail;
use kernels_plan::step::Operand;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat};
use super::instance::Level;
use super::product::Product;
use super::runs::{Run, column_runs, row_runs};
use super::value::{At, Lanes};
use crate::paths::{self, RUNTIME, argument, dim, number};

/// An operand as tiles read it.
struct Panel {
    view: TokenStream,
    /// Elements between neighbours along the result.
    along: Index,
    /// Elements between neighbours along the depth.
    by_k: Index,
}

impl Panel {
    /// From an element on.
    fn at(&self, along: &Index, k: &Index) -> TokenStream {
        offset(&self.view, &(along * &self.along + k * &self.by_k))
    }

    /// Tiles' worth of columns or rows, packed, from its first element on.
    fn packed(view: TokenStream, width: usize) -> Panel {
        Panel { view, along: 1.into(), by_k: width.into() }
    }
}

/// A matrix product.
struct Gemm<'a> {
    product: &'a Product<'a>,
    rows: &'a Dim,
    cols: &'a Dim,
    depth: &'a Dim,
    tiles: Tiles,
    a: Panel,
    b: Panel,
}

/// A tile's place in the result.
struct Place<'a> {
    row: &'a Index,
    col: &'a Index,
    /// Rows and vectors of the tile.
    size: (usize, usize),
    /// How many columns there are, if not all of the vectors'.
    live: Option<&'a Index>,
}

/// A block of rows: tiles of the main run, and after the last of them the rest.
struct Rows<'a> {
    main: &'a Run,
    /// Tiles above, and in the block.
    first: &'a Index,
    count: &'a Index,
    rest: Option<&'a Run>,
}

/// A block of the right operand.
struct Right<'a> {
    /// Vectors and elements in a row of its panels.
    size: usize,
    width: usize,
    /// Its first column; the end of all columns, if its last panel goes past it.
    col: &'a Index,
    end: Option<&'a Index>,
    panels: &'a Index,
    /// Its part of the depth.
    k: &'a Index,
    length: &'a Index,
    /// Whether sums wait in a temporary.
    aside: bool,
}

/// How many blocks of `size` cover an extent.
fn blocks(extent: &Index, size: usize) -> usize {
    known(extent).div_ceil(size)
}

fn known(extent: &Index) -> usize {
    extent.known().expect("only known extents are cut into blocks")
}

impl Level<'_> {
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
        let one = || Index::from(1);
        let (a_stride, b_stride) = (self.row_stride(a.tensor), self.row_stride(b.tensor));
        let (a_row, a_k) = if a.transposed { (one(), a_stride) } else { (a_stride, one()) };
        let (b_col, b_k) = if b.transposed { (b_stride, one()) } else { (one(), b_stride) };
        let a = Panel { view: self.tensor(a.tensor), along: a_row, by_k: a_k };
        let b = Panel { view: self.tensor(b.tensor), along: b_col, by_k: b_k };
        let gemm = Gemm { product, rows, cols, depth, tiles, a, b };
        match operands {
            Operands::InPlace => self.in_place(&gemm, false),
            Operands::PackedColumns => self.in_place(&gemm, true),
            Operands::Packed(block) => self.packed(&gemm, block),
        }
    }

    /// Columns are the outer loop, so that those of the right operand stay in the
    /// first-level cache.
    fn in_place(&self, gemm: &Gemm, pack: bool) -> TokenStream {
        let lanes = self.plan.lanes();
        let overlap = self.plan.tail(gemm.cols, gemm.product.store) == Tail::Overlap;
        let runs = column_runs(gemm.cols, lanes, gemm.tiles.wide.nv, overlap);
        let code = runs.iter().map(|columns| {
            columns.emit("col", |col, live| {
                let (packing, b) = if pack {
                    self.pack_columns(gemm, columns, col, live.as_ref())
                } else {
                    let view = gemm.b.at(col, &0.into());
                    (quote!(), Panel { view, along: gemm.b.along.clone(), by_k: gemm.b.by_k.clone() })
                };
                let runs = row_runs(gemm.rows, gemm.tiles.rows(columns.size));
                let tiles = runs.iter().map(|rows| {
                    rows.emit("row", |row, _| {
                        let a = gemm.a.at(row, &0.into());
                        let a = Panel { view: a, along: gemm.a.along.clone(), by_k: gemm.a.by_k.clone() };
                        let size = (rows.size, columns.size);
                        let place = Place { row, col, size, live: live.as_ref() };
                        let value = self.tile(&place, None, &a, &b, &dim(gemm.depth), pack);
                        let epilogue = self.tile_epilogue(gemm, &place);
                        quote_spanned!(Span::mixed_site()=> let tile = #value; #epilogue)
                    })
                });
                let tiles: TokenStream = tiles.collect();
                quote!(#packing #tiles)
            })
        });
        code.collect()
    }

    /// All of the depth of a tile's columns.
    fn pack_columns(
        &self,
        gemm: &Gemm,
        columns: &Run,
        col: &Index,
        live: Option<&Index>,
    ) -> (TokenStream, Panel) {
        let width = columns.size * self.plan.lanes();
        let (elem, rows, cols) = (paths::elem(self.plan.graph.elem), argument(gemm.depth), number(width));
        let view = quote_spanned!(Span::mixed_site()=> columns);
        let live = live.cloned().unwrap_or_else(|| width.into());
        let pack = self.pack(&gemm.b, (col, &0.into()), width, &live, &gemm.depth.into(), &view);
        let code = quote_spanned! {Span::mixed_site()=>
            let memory = #RUNTIME::Buffer::<#elem, #rows, #cols>::uninit();
            let #view = memory.dst();
            #pack
        };
        (code, Panel::packed(quote!(#view.src()), width))
    }

    /// Copies `live` rows or columns together, in panels of `width`.
    fn pack(
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

    /// Blocks for the caches: see [`CacheBlock`]. The last block of rows has the tiles of
    /// the other height, too.
    fn packed(&self, gemm: &Gemm, block: CacheBlock) -> TokenStream {
        let row_runs = row_runs(gemm.rows, gemm.tiles.wide.mr);
        let (main, rest) = (&row_runs[0], row_runs.get(1));
        let tiles = block.rows / main.size;
        let column_runs = column_runs(gemm.cols, self.plan.lanes(), gemm.tiles.wide.nv, false);
        let code = repeat("i", blocks(&main.count, tiles), |i| {
            named("first", i * tiles, |first| {
                named("tiles", (&main.count - first).min(tiles), |count| {
                    let rows = Rows { main, first, count, rest };
                    column_runs
                        .iter()
                        .map(|columns| self.column_blocks(gemm, block, &rows, columns))
                        .collect()
                })
            })
        });
        let rest = rest.map_or(0, |run| run.step * known(&run.count));
        let sums = (block.sums_aside && blocks(&gemm.depth.into(), block.depth) > 1)
            .then(|| self.buffer("sums", block.rows + rest, block.cols));
        let left = self.buffer("left", block.depth, gemm.tiles.wide.mr);
        let right = self.buffer("right", block.depth, block.cols);
        quote!(#left #right #sums #code)
    }

    /// Room for packed elements, and its view.
    fn buffer(&self, view: &str, rows: usize, cols: usize) -> TokenStream {
        let elem = paths::elem(self.plan.graph.elem);
        let (view, memory) = (Index::local(view), Index::local(&format!("{view}_memory")));
        let (rows, cols) = (number(rows), number(cols));
        quote_spanned! {Span::mixed_site()=>
            let #memory = #RUNTIME::Buffer::<#elem, #rows, #cols>::uninit();
            let #view = #memory.dst();
        }
    }

    /// The tiles of a run of columns, for a block of rows.
    fn column_blocks(&self, gemm: &Gemm, block: CacheBlock, rows: &Rows, columns: &Run) -> TokenStream {
        let width = columns.size * self.plan.lanes();
        let panels = block.cols / (gemm.tiles.wide.nv * self.plan.lanes());
        let depth = Index::from(gemm.depth);
        repeat("g", blocks(&columns.count, panels), |g| {
            named("panel", g * panels, |panel| {
                named("panels", (&columns.count - panel).min(panels), |panels| {
                    named("left_col", &columns.start + panel * width, |col| {
                        repeat("p", blocks(&depth, block.depth), |p| {
                            named("k", p * block.depth, |k| {
                                named("length", (&depth - k).min(block.depth), |length| {
                                    let end = columns.end.as_ref();
                                    let right = Right {
                                        size: columns.size,
                                        width,
                                        col,
                                        end,
                                        panels,
                                        k,
                                        length,
                                        aside: block.sums_aside,
                                    };
                                    self.block(gemm, rows, &right)
                                })
                            })
                        })
                    })
                })
            })
        })
    }

    /// The tiles of a block of the right operand: it is packed, then passed by the rows.
    fn block(&self, gemm: &Gemm, rows: &Rows, right: &Right) -> TokenStream {
        let live = right.end.map_or(right.panels * right.width, |end| end - right.col);
        let view = quote_spanned!(Span::mixed_site()=> right);
        let pack = self.pack(&gemm.b, (right.col, right.k), right.width, &live, right.length, &view);
        let main = repeat("t", rows.count, |t| {
            named("above", t * rows.main.size, |above| {
                named("row", rows.first * rows.main.size + above, |row| {
                    self.row_of_tiles(gemm, right, rows.main.size, above, row)
                })
            })
        });
        let rest = rows.rest.map(|rest| {
            let tiles = repeat("t", &rest.count, |t| {
                named("above", rows.count * rows.main.size + t * rest.size, |above| {
                    named("row", &rest.start + t * rest.size, |row| {
                        self.row_of_tiles(gemm, right, rest.size, above, row)
                    })
                })
            });
            match rows.first.known() {
                Some(_) => tiles,
                None => {
                    let (first, count, all) = (rows.first, rows.count, &rows.main.count);
                    quote!(if #first + #count == #all { #tiles })
                }
            }
        });
        quote!(#pack #main #rest)
    }

    /// A tile's rows are packed, and multiplied with the block of the right operand. `above`:
    /// the rows of the block of rows that lie above.
    fn row_of_tiles(&self, gemm: &Gemm, right: &Right, mr: usize, above: &Index, row: &Index) -> TokenStream {
        let (width, length) = (right.width, right.length);
        let left = quote_spanned!(Span::mixed_site()=> left);
        let pack = self.pack(&gemm.a, (row, right.k), mr, &mr.into(), length, &left);
        let a = Panel::packed(quote!(#left.src()), mr);
        let tiles = repeat("j", right.panels, |j| {
            named("col", right.col + j * width, |col| {
                let live = right.end.map(|end| end - col);
                let view = quote_spanned!(Span::mixed_site()=> right);
                let b = offset(&quote!(#view.src()), &(j * width * length));
                let place = Place { row, col, size: (mr, right.size), live: live.as_ref() };
                let sums = above * right.panels * width + j * (mr * width);
                self.partial_tile(gemm, right, &place, &a, &Panel::packed(b, width), &sums)
            })
        });
        quote!(#pack #tiles)
    }

    /// A tile over a part of the depth: the sums of the parts before it wait at `sums`.
    fn partial_tile(
        &self,
        gemm: &Gemm,
        right: &Right,
        place: &Place,
        a: &Panel,
        b: &Panel,
        sums: &Index,
    ) -> TokenStream {
        let epilogue = self.tile_epilogue(gemm, place);
        let (k, length) = (right.k, right.length);
        let depth = quote!(#length);
        if k.known().is_some() {
            let value = self.tile(place, None, a, b, &depth, true);
            return quote_spanned!(Span::mixed_site()=> let tile = #value; #epilogue);
        }
        let (mr, nv, whole) = (number(place.size.0), number(place.size.1), dim(gemm.depth));
        let all = Index::from(right.width);
        let (waiting, stride, live) = if right.aside {
            (offset(&quote_spanned!(Span::mixed_site()=> sums), sums), number(right.width), &all)
        } else {
            let store = gemm.product.store;
            let stride = self.stride(store.to, gemm.cols);
            let at = place.row * &stride + place.col + store.offset;
            (offset(&self.dst(store.to), &at), quote!(#stride), place.live.unwrap_or(&all))
        };
        let next = number(right.width);
        let from = quote_spanned!(Span::mixed_site()=> from);
        let value = self.tile(place, Some(&from), a, b, &depth, true);
        quote_spanned! {Span::mixed_site()=>
            let waiting = #waiting;
            // For the tile to the right.
            #RUNTIME::tile::prefetch_tile::<V, #mr, #nv>(waiting.src(), #stride, #next);
            let from = if #k == 0 {
                [[V::splat(arch, 0.0); #nv]; #mr]
            } else {
                #RUNTIME::tile::load_tile(arch, waiting.src(), #stride, #live)
            };
            let tile: [[V; #nv]; #mr] = #value;
            if #k + #length < #whole {
                #RUNTIME::tile::store_tile(tile, waiting, #stride, #live);
            } else {
                #epilogue
            }
        }
    }

    /// The expression of a tile, from `sums` if there are any. `whole`: the columns past the
    /// live ones may be read.
    fn tile(
        &self,
        place: &Place,
        sums: Option<&TokenStream>,
        a: &Panel,
        b: &Panel,
        depth: &TokenStream,
        whole: bool,
    ) -> TokenStream {
        let (mr, nv) = (number(place.size.0), number(place.size.1));
        let all = Index::from(place.size.1 * self.plan.lanes());
        let live = place.live.filter(|_| !whole).unwrap_or(&all);
        let [a_row, a_k, b_k, b_col] = [&a.along, &a.by_k, &b.by_k, &b.along];
        let (a, b) = (&a.view, &b.view);
        let (name, sums) = match sums {
            None => (quote!(gemm), quote!()),
            Some(sums) => (quote!(gemm_from), quote!(#sums,)),
        };
        quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::#name::<V, #mr, #nv>(
                arch, #sums #a, #a_row, #a_k, #b, #b_k, #b_col, #depth, #live,
            )
        }
    }

    /// What follows a tile, vector by vector.
    fn tile_epilogue(&self, gemm: &Gemm, place: &Place) -> TokenStream {
        let lanes = self.plan.lanes();
        let (mr, nv) = place.size;
        repeat("r", mr, |r| {
            repeat("j", nv, |j| {
                let (row, col) = (place.row + r, place.col + j * lanes);
                named("at", &row * gemm.cols + &col, |at| {
                    self.vector_of(j, place.live, |rest| {
                        let element = quote_spanned!(Span::mixed_site()=> tile[#r][#j]);
                        let at = At::Grid { at, row: &row, col: &col };
                        let live = rest.map_or(Lanes::All, Lanes::Some);
                        self.epilogue(gemm.product, &element, &at, live, live)
                    })
                })
            })
        })
    }
}
