//! Matrix products in blocks for the caches: see [`CacheBlock`].

use kernels_plan::cache_block::CacheBlock;
use kernels_plan::graph::Elem;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, offset, repeat};
use super::instance::Level;
use super::matrix::{Gemm, Panel, Place};
use super::runs::{Run, column_runs, row_runs};
use crate::paths::{self, RUNTIME, dim, number};

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
    block: CacheBlock,
}

/// `body` as a function, whose buffers are gone when it ends: without optimization those of
/// a block would keep their place on the stack.
pub fn framed(body: &TokenStream) -> TokenStream {
    quote!((|| { #body })();)
}

/// `count` runs of `body`, which nothing orders and which may run side by side: each writes
/// the rows and columns of its own blocks, the last block of rows those of the rest as well,
/// with masked ends, into buffers of its own otherwise, and of what it overwrites it reads
/// its own positions alone.
fn tasks(count: &Index, body: impl FnOnce(&Index) -> TokenStream) -> TokenStream {
    if count.known() == Some(1) {
        return framed(&body(&0.into()));
    }
    let task = Index::local("task");
    let body = body(&task);
    quote_spanned!(Span::mixed_site()=> #RUNTIME::tasks(#count, |#task| { #body });)
}

/// How many blocks of `size` cover an extent.
fn blocks(extent: &Index, size: usize) -> usize {
    known(extent).div_ceil(size)
}

/// The number of an extent that is packed.
pub fn known(extent: &Index) -> usize {
    extent.known().expect("only known extents are cut into blocks")
}

impl Level<'_> {
    /// Blocks for the caches: see [`CacheBlock`]. Each block of rows and of columns is a task
    /// of its own; the last block of rows has the tiles of the other height, too. One thread takes
    /// all rows at once, unless their sums wait aside.
    pub fn packed(&self, gemm: &Gemm, block: CacheBlock) -> TokenStream {
        let row_runs = row_runs(gemm.rows, gemm.tiles.wide.mr);
        let (main, rest) = (&row_runs[0], row_runs.get(1));
        let most = block.rows / main.size;
        let splits = !block.sums_aside && known(&main.count) > most;
        let tiles = if splits { Index::local("at_once") } else { most.into() };
        let lanes = self.plan.lanes();
        let panels = block.cols / (gemm.tiles.wide.nv * lanes);
        let sums = block.sums_aside.then(|| {
            let rest = rest.map_or(0, |run| run.step * known(&run.count));
            self.buffer("sums", block.rows + rest, block.cols)
        });
        let left = block.left_tiles.map(|tiles| self.buffer("left", block.depth, tiles * gemm.tiles.wide.mr));
        let right = self.buffer("right", block.depth, block.cols);
        let code = column_runs(gemm.cols, lanes, gemm.tiles.wide.nv, false).into_iter().map(|columns| {
            let groups = blocks(&columns.count, panels);
            tasks(&(main.count.clone().div_ceil(&tiles) * groups), |task| {
                let code = named("first", task / groups * &tiles, |first| {
                    named("tiles", (&main.count - first).min(&tiles), |count| {
                        let rows = Rows { main, first, count, rest };
                        named("panel", task % groups * panels, |panel| {
                            self.column_block(gemm, block, &rows, &columns, panel, panels)
                        })
                    })
                });
                quote!(#left #right #sums #code)
            })
        });
        let code: TokenStream = code.collect();
        if !splits {
            return code;
        }
        let (all, most) = (&main.count, number(most));
        quote!(let #tiles = #RUNTIME::at_once(#all, #most); #code)
    }

    /// Room for elements, and its view.
    pub fn buffer(&self, view: &str, rows: usize, cols: usize) -> TokenStream {
        self.room(view, self.plan.graph.elem, rows, cols)
    }

    /// Room for elements of any type, and its view.
    pub fn room(&self, view: &str, elem: Elem, rows: usize, cols: usize) -> TokenStream {
        let elem = paths::elem(elem);
        let (view, memory) = (Index::local(view), Index::local(&format!("{view}_memory")));
        let (rows, cols) = (number(rows), number(cols));
        quote_spanned! {Span::mixed_site()=>
            let #memory = #RUNTIME::Buffer::<#elem, #rows, #cols>::uninit();
            let #view = #memory.dst();
        }
    }

    /// The tiles of a block of rows and of columns: at most `most` panels of a run, from
    /// `panel` on.
    fn column_block(
        &self,
        gemm: &Gemm,
        block: CacheBlock,
        rows: &Rows,
        columns: &Run,
        panel: &Index,
        most: usize,
    ) -> TokenStream {
        let width = columns.size * self.plan.lanes();
        let depth = Index::from(gemm.depth);
        let (size, end) = (columns.size, columns.end.as_ref());
        named("panels", (&columns.count - panel).min(most), |panels| {
            named("left_col", &columns.start + panel * width, |col| {
                repeat("p", blocks(&depth, block.depth), |p| {
                    named("k", p * block.depth, |k| {
                        named("length", (&depth - k).min(block.depth), |length| {
                            self.block(gemm, rows, &Right { size, width, col, end, panels, k, length, block })
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
        let mr = rows.main.size;
        let main = self.rows_of_tiles(gemm, right, mr, rows.count, (&0.into(), &(rows.first * mr)));
        let rest = rows.rest.map(|rest| {
            let start = (&(rows.count * mr), &rest.start);
            let tiles = self.rows_of_tiles(gemm, right, rest.size, &rest.count, start);
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

    /// `count` times the rows of a tile are multiplied with the block of the right operand, from
    /// `row` on, with `above` of the block of rows above that.
    fn rows_of_tiles(
        &self,
        gemm: &Gemm,
        right: &Right,
        mr: usize,
        count: &Index,
        (above, row): (&Index, &Index),
    ) -> TokenStream {
        repeat("t", count, |t| {
            named("row", row + t * mr, |row| {
                let (pack, a) = self.left(gemm, right, mr, (t, count), row);
                let tiles = self.row_of_tiles(gemm, right, mr, &a, &(above + t * mr), row);
                quote!(#pack #tiles)
            })
        })
    }

    /// The `mr` rows of tile `t` of `count`, from `row` on: where they lie, or packed with those of
    /// the tiles after it.
    fn left(
        &self,
        gemm: &Gemm,
        right: &Right,
        mr: usize,
        (t, count): (&Index, &Index),
        row: &Index,
    ) -> (TokenStream, Panel) {
        let Some(at_once) = right.block.left_tiles else {
            return (quote!(), gemm.a.from(row, right.k));
        };
        let left = quote_spanned!(Span::mixed_site()=> left);
        let rows = (count - t).min(at_once) * mr;
        let pack = self.pack(&gemm.a, (row, right.k), mr, &rows, right.length, &left);
        let in_group = t % at_once;
        let panel = offset(&quote!(#left.src()), &(&in_group * mr * right.length));
        (quote!(if #in_group == 0 { #pack }), Panel::packed(panel, mr))
    }

    /// A row of tiles with the block of the right operand.
    fn row_of_tiles(
        &self,
        gemm: &Gemm,
        right: &Right,
        mr: usize,
        a: &Panel,
        above: &Index,
        row: &Index,
    ) -> TokenStream {
        let (width, length) = (right.width, right.length);
        repeat("j", right.panels, |j| {
            named("col", right.col + j * width, |col| {
                let live = right.end.map(|end| end - col);
                let view = quote_spanned!(Span::mixed_site()=> right);
                let b = offset(&quote!(#view.src()), &(j * width * length));
                let place = Place { row, col, size: (mr, right.size), live: live.as_ref() };
                let sums = above * right.panels * width + j * (mr * width);
                self.partial_tile(gemm, right, &place, a, &Panel::packed(b, width), &sums)
            })
        })
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
        let epilogue = self.tile_epilogue(gemm.product, gemm.cols, place);
        let (k, length) = (right.k, right.length);
        let (mr, nv, whole) = (number(place.size.0), number(place.size.1), dim(gemm.depth));
        let [a_row, a_k] = [&a.along, &a.by_k];
        let (a, b) = (&a.view, &b.view);
        let value = quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::gemm_streamed::<V, #mr, #nv>(arch, from, #a, #a_row, #a_k, #b, #length)
        };
        let zero = quote_spanned!(Span::mixed_site()=> [[V::splat(arch, 0.0); #nv]; #mr]);
        if k.known().is_some() {
            return quote_spanned!(Span::mixed_site()=> let from = #zero; let tile = #value; #epilogue);
        }
        let all = Index::from(right.width);
        let (waiting, stride, live, next) = if right.block.sums_aside {
            let sums = offset(&quote_spanned!(Span::mixed_site()=> sums), sums);
            (sums, number(right.width), &all, place.size.0 * right.width)
        } else {
            let store = gemm.product.store;
            let stride = self.stride(store.to, gemm.cols);
            let at = place.row * &stride + place.col + store.offset;
            (offset(&self.dst(store.to), &at), quote!(#stride), place.live.unwrap_or(&all), right.width)
        };
        let next = number(next);
        quote_spanned! {Span::mixed_site()=>
            let waiting = #waiting;
            // For the tile to the right.
            #RUNTIME::tile::prefetch_tile::<V, #mr, #nv>(waiting.src(), #stride, #next);
            let from = if #k == 0 {
                #zero
            } else {
                #RUNTIME::tile::load_tile(arch, waiting.src(), #stride, #live)
            };
            let tile = #value;
            if #k + #length < #whole {
                #RUNTIME::tile::store_tile(tile, waiting, #stride, #live);
            } else {
                #epilogue
            }
        }
    }
}
