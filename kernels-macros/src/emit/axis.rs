//! Reductions of the rows or columns of a matrix.

use kernels_plan::graph::{Dim, Id, Op};
use kernels_plan::step::Store;
use kernels_plan::style::Tail;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, repeat, rolled};
use super::instance::{Level, rows_and_cols};
use super::reduce::Range;
use super::value::{At, Lanes, Values};
use crate::paths::{RUNTIME, number};

/// Accumulators of the columns that go down the rows together: as many additions in flight
/// as hide their latency on every level, and half of the fewest registers.
const STRIP: usize = 8;

/// Vectors of a loop over rows up to which it is left to the compiler to unroll it.
const UNROLLED: usize = 32;

/// A step of this kind, as in [`Step::ReduceAxis`](kernels_plan::step::Step::ReduceAxis).
pub struct Axis<'a> {
    pub id: Id,
    pub operand: &'a [Id],
    pub inlined: &'a [Id],
    pub store: &'a Store,
}

impl Level<'_> {
    /// The code of a reduction along an axis.
    pub fn reduce_axis(&self, axis: &Axis) -> TokenStream {
        let graph = self.plan.graph;
        let (rows, cols) = rows_and_cols(graph.shape(graph.op(axis.id).operands()[0]));
        match graph.op(axis.id) {
            Op::ReduceRows(..) => self.reduce_rows(axis, &rows, &cols),
            _ => self.reduce_cols(axis, &rows, &cols),
        }
    }

    /// As many rows as a vector has lanes, each reduced to one register, and these together
    /// to one vector of results.
    fn reduce_rows(&self, axis: &Axis, rows: &Dim, cols: &Dim) -> TokenStream {
        let lanes = Index::from(self.plan.lanes());
        let combine = self.combine(axis.id);
        // Reducing rows twice costs more than a masked store: the tail never overlaps.
        let tail = match self.plan.tail(rows, axis.store) {
            Tail::Overlap => Tail::Masked,
            other => other,
        };
        // Vectors of as many rows.
        let block = cols.value().map(|cols| cols.div_ceil(self.plan.lanes()) * self.plan.lanes());
        let is_short = self.unrolls() && block.is_some_and(|vectors| vectors <= UNROLLED);
        self.vectors("at", rows, tail, |at, read, written| {
            let live = match read {
                Lanes::All => &lanes,
                Lanes::Some(live) | Lanes::Padded(live) => live,
            };
            let row = named("row", at + Index::local("r"), |row| {
                let range = Range { id: axis.id, inlined: axis.operand, len: cols, row: Some(row) };
                let value = self.partials(range);
                quote_spanned!(Span::mixed_site()=> *reduced = #value;)
            });
            let live = if is_short { quote!(#live) } else { quote!(#RUNTIME::tile::opaque(#live)) };
            let neutral = self.neutral(axis.id);
            let value = quote_spanned!(Span::mixed_site()=> value);
            let end = self.finish(axis, &value, at, read, written);
            quote_spanned! {Span::mixed_site()=>
                let mut rows = [V::splat(arch, #neutral); #lanes];
                for (r, reduced) in rows.iter_mut().enumerate().take(#live) { #row }
                let value = <#combine as #RUNTIME::tile::Combine>::rows(rows);
                #end
            }
        })
    }

    /// Strips of columns down the rows. A strip is whole vectors, or the last of them and
    /// what is left.
    fn reduce_cols(&self, axis: &Axis, rows: &Dim, cols: &Dim) -> TokenStream {
        let (lanes, extent) = (self.plan.lanes(), Index::from(cols));
        let watched = self.extreme(axis.id).is_some();
        // The watch for NaN takes a register beside each accumulator.
        let vectors = if watched && self.plan.isa.registers <= 2 * STRIP { STRIP / 2 } else { STRIP };
        let step = vectors * lanes;
        let strip = |col: &Index, whole: usize, rest: Option<&Index>| {
            let code = named("first", col.clone(), |col| self.strip(axis, rows, cols, col, whole, rest));
            quote!({ #code })
        };
        let main = self.repeat("i", &extent / step, |i| strip(&(i * step), vectors, None));
        let start = &extent / step * step;
        let (over, rest) = (&extent % step, &extent % lanes);
        let tail = match (over.known(), rest.known()) {
            (Some(0), _) => quote!(),
            (Some(over), Some(0)) => strip(&start, over / lanes, None),
            (Some(over), Some(_)) => strip(&start, over / lanes, Some(&rest)),
            _ => {
                let single = repeat("i", over / lanes, |i| strip(&(&start + i * lanes), 1, None));
                let last = strip(&(&extent / lanes * lanes), 0, Some(&rest));
                quote!(#single if #rest != 0 #last)
            }
        };
        quote!(#main #tail)
    }

    fn strip(
        &self,
        axis: &Axis,
        rows: &Dim,
        cols: &Dim,
        first: &Index,
        whole: usize,
        rest: Option<&Index>,
    ) -> TokenStream {
        let lanes = self.plan.lanes();
        let operand = self.plan.graph.op(axis.id).operands()[0];
        let values = Values { product: None, inlined: axis.operand };
        let count = whole + usize::from(rest.is_some());
        // `body` for each vector: its number, its column and the lanes it has.
        let each = |body: &dyn Fn(&Index, &Index, Option<&Index>) -> TokenStream| {
            let at = |j: &Index, live| named("col", first + j * lanes, |col| body(j, col, live));
            let all = repeat("j", whole, |j| at(j, None));
            let last = rest.map(|rest| at(&whole.into(), Some(rest)));
            quote!(#all #last)
        };
        let extreme = self.extreme(axis.id);
        let row = |row: &Index| {
            each(&|j, col, live| {
                named("element", row * cols + col, |element| {
                    let (at, lanes) =
                        (At::Grid { at: element, row, col }, live.map_or(Lanes::All, Lanes::Some));
                    let lines = self.inlined(&values, &at, lanes);
                    let value = self.operand(operand, &values, &at, lanes);
                    let Some(take) = &extreme else {
                        return quote_spanned!(Span::mixed_site()=> #lines acc[#j] = acc[#j] + #value;);
                    };
                    // A NaN is kept aside, so that the accumulator waits for nothing else: in a
                    // vector, because there are fewer masks than columns.
                    quote_spanned! {Span::mixed_site()=>
                        #lines
                        let value = #value;
                        acc[#j] = V::#take(acc[#j], value);
                        nan[#j] = V::select(V::is_nan(value), value, nan[#j]);
                    }
                })
            })
        };
        let result = |j: &Index| match extreme {
            None => quote_spanned!(Span::mixed_site()=> acc[#j]),
            Some(_) => quote_spanned!(Span::mixed_site()=> V::select(V::is_nan(nan[#j]), nan[#j], acc[#j])),
        };
        let is_short = self.unrolls() && rows.value().is_some_and(|rows| rows * count <= UNROLLED);
        let sums = if is_short { repeat("row", rows, row) } else { rolled("row", rows, row) };
        let padded = self.plan.tail(cols, axis.store) == Tail::Padded;
        let ends = each(&|j, col, live| {
            let (read, written) = match live {
                None => (Lanes::All, Lanes::All),
                Some(live) if padded => (Lanes::Padded(live), Lanes::All),
                Some(live) => (Lanes::Padded(live), Lanes::Some(live)),
            };
            self.finish(axis, &result(j), col, read, written)
        });
        let (neutral, count) = (self.neutral(axis.id), number(count));
        let nan = extreme
            .is_some()
            .then(|| quote_spanned!(Span::mixed_site()=> let mut nan = [V::splat(arch, #neutral); #count];));
        quote_spanned! {Span::mixed_site()=>
            let mut acc = [V::splat(arch, #neutral); #count];
            #nan
            #sums
            #ends
        }
    }

    /// The epilogue of a vector of results, and its store.
    fn finish(
        &self,
        axis: &Axis,
        value: &TokenStream,
        at: &Index,
        read: Lanes,
        written: Lanes,
    ) -> TokenStream {
        let values = Values { product: Some((axis.id, value)), inlined: axis.inlined };
        self.compute_and_store(&values, &At::Flat(at), read, axis.store, written)
    }
}
