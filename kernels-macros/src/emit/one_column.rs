//! Products of matrices with one column, and the last one of several: its rows are the lanes.

use kernels_plan::graph::Dim;
use kernels_plan::one_column::{OneColumn, PART};
use kernels_plan::step::Operand;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, repeat};
use super::instance::Level;
use super::matrix::{Gemm, Panel};
use super::packed::known;
use super::product::Product;
use super::runs::column_runs;
use super::value::{At, Lanes};
use crate::paths::{RUNTIME, dim, number};

/// A column of the result.
struct Column<'a> {
    left: &'a Panel,
    /// Whether the left operand enters transposed.
    turned: bool,
    right: &'a Panel,
    depth: &'a Dim,
    block: OneColumn,
}

impl Level<'_> {
    /// The rows of a product with one column, a few vectors of them at a time.
    pub fn one_column(
        &self,
        product: &Product,
        [a, b]: [Operand; 2],
        depth: &Dim,
        block: OneColumn,
    ) -> TokenStream {
        let (left, right) = (self.left_panel(a), self.right_panel(b));
        let column = Column { left: &left, turned: a.transposed, right: &right, depth, block };
        self.column_blocks(product, block.vectors, |nv, row, live| self.column_dots(&column, nv, row, live))
    }

    /// The last column of a product, behind those of whole vectors.
    pub fn last_column(&self, gemm: &Gemm, left: &Panel, block: OneColumn) -> TokenStream {
        let (product, col) = (gemm.product, Index::from(gemm.cols) - 1);
        let right = gemm.b.from(&col, &0.into());
        let turned = product.operands[0].transposed;
        let column = Column { left, turned, right: &right, depth: gemm.depth, block };
        let lanes = self.plan.lanes();
        let runs = column_runs(gemm.rows, lanes, block.vectors, false);
        let code = runs.iter().map(|run| {
            self.blocks(run, "row", |row, live| {
                let live = live.unwrap_or_else(|| (run.size * lanes).into());
                let computed = self.column_dots(&column, number(run.size), row, &live);
                let stores = self.column_stores(product, (row, &col), known(&live));
                quote_spanned!(Span::mixed_site()=> let dots = #computed; #stores)
            })
        });
        code.collect()
    }

    /// The expression of `nv` vectors of rows, from `row` on, of which `live` exist.
    fn column_dots(&self, column: &Column, nv: TokenStream, row: &Index, live: &Index) -> TokenStream {
        let &Column { left, turned, right, depth, block } = column;
        let (a, stride) = (left.at(row, &0.into()), if turned { &left.by_k } else { &left.along });
        let (part, last) = (number(block.part), number(PART / self.plan.graph.elem.size()));
        let (x, x_k, depth) = (&right.view, &right.by_k, dim(depth));
        quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::one_column::<V, #part, #last, #nv>(arch, #a, #stride, #turned, #x, #x_k, #live, #depth)
        }
    }

    /// The epilogue of `live` rows of a column of several, from `row` on.
    fn column_stores(&self, product: &Product, (row, col): (&Index, &Index), live: usize) -> TokenStream {
        let lanes = self.plan.lanes();
        let end = |g: &Index, rows: usize| {
            named("row", row + g * lanes, |row| {
                let dots = quote_spanned!(Span::mixed_site()=> dots[#g]);
                self.epilogue(product, &dots, &At::Column { row, rows, col }, Lanes::All, Lanes::All)
            })
        };
        let (whole, rest) = (live / lanes, live % lanes);
        let main = repeat("g", whole, |g| end(g, lanes));
        let rest = (rest > 0).then(|| end(&whole.into(), rest));
        quote!(#main #rest)
    }
}
