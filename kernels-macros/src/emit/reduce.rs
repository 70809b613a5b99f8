//! Reductions to a scalar and of rows, in the order of `kernels_plan::order`.

use kernels_plan::graph::{Dim, Id, Op, Reduction};
use kernels_plan::order;
use kernels_plan::style::{LOADS, UNROLLED};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, repeat, rolled};
use super::instance::{Level, elements, mixed};
use super::value::{At, Lanes, Values};
use crate::paths::{self, RUNTIME, dim, number};

/// A reduction over one range of elements.
#[derive(Clone, Copy)]
pub struct Range<'a> {
    /// The node.
    pub id: Id,
    /// Its fused operands.
    pub inlined: &'a [Id],
    /// The elements of the range.
    pub len: &'a Dim,
    /// The row that it is; otherwise, all of a tensor.
    pub row: Option<&'a Index>,
}

impl Level<'_> {
    /// `let s = …` for a reduction with its operands' expressions fused in.
    pub fn reduce(&self, id: Id, inlined: &[Id]) -> TokenStream {
        let graph = self.plan.graph;
        let elem = paths::elem(graph.elem);
        let name = mixed("s", id.0);
        let len = elements(graph.shape(graph.op(id).operands()[0]));
        if !graph.elem_of(id).is_float() {
            return self.byte_dot(id, &len);
        }
        let value = self.partials(Range { id, inlined, len: &len, row: None });
        quote!(let #name: #elem = #value;)
    }

    /// The dot product of two vectors of quantized elements, which are in memory.
    fn byte_dot(&self, id: Id, len: &Dim) -> TokenStream {
        let operands = self.plan.graph.op(id).operands();
        let (name, len) = (mixed("s", id.0), dim(len));
        let (a, b) = (self.src(self.flat(operands[0])), self.src(self.flat(operands[1])));
        let pairs = operands.iter().any(|id| self.plan.graph.elem_of(*id).fits_pairs());
        quote_spanned!(Span::mixed_site()=> let #name = #RUNTIME::tile::byte_dot::<_, _, _, #pairs>(quads, #a, #b, #len);)
    }

    /// An expression: the element that a range becomes; of a row, the vector before it.
    pub fn partials(&self, range: Range) -> TokenStream {
        let size = self.plan.graph.elem.size();
        match range.len.value() {
            Some(known) => self.chains(range, order::chains(known, size)),
            None => {
                // The two cases of `order::chains`, decided by the compiler.
                let (one, four) = (self.chains(range, 1), self.chains(range, 4));
                let (len, size) = (dim(range.len), number(size));
                quote!(if #RUNTIME::order::chains(#len, #size) == 1 #one else #four)
            }
        }
    }

    fn chains(&self, range: Range, chains: usize) -> TokenStream {
        let order_lanes = order::lanes(self.plan.graph.elem.size());
        let registers = self.plan.registers_per_chain();
        let len = Index::from(range.len);
        let (chunks, rounds) = (&len / order_lanes, &len / (order_lanes * chains));
        let pairs = chains > 1 && self.extreme(range.id).is_some();
        let round = |i: &Index, turn: &Index| match pairs {
            true => {
                repeat("c", chains / 2, |c| self.pair(range, c, turn, (i * chains + c * 2) * order_lanes))
            }
            false => repeat("c", chains, |c| self.chunk(range, c, (i * chains + c) * order_lanes, None)),
        };
        let main = self.main_loop(&rounds, chains * registers, range.inlined.is_empty(), round);
        let left = &chunks % chains;
        let leftover =
            repeat("c", &left, |c| self.chunk(range, c, (&rounds * chains + c) * order_lanes, None));
        let last = || named("c", left.clone(), |c| self.chunk(range, c, &chunks * order_lanes, Some(&len)));
        let rest = &len % order_lanes;
        let last = match rest.known() {
            Some(0) => quote!(),
            Some(_) => last(),
            None => {
                let last = last();
                quote!(if #rest != 0 { #last })
            }
        };
        let neutral = self.neutral(range.id);
        let (watch, value) = self.folded(range);
        let (chains, registers) = (number(chains), number(registers));
        quote_spanned! {Span::mixed_site()=> {
            let mut acc = [[V::splat(arch, #neutral); #registers]; #chains];
            #watch
            #main
            #leftover
            #last
            #value
        }}
    }

    /// The watch for NaN beside the accumulators of a maximum or minimum, and what these become.
    fn folded(&self, range: Range) -> (Option<TokenStream>, TokenStream) {
        let combine = self.combine(range.id);
        let watched = self.extreme(range.id).is_some();
        let function = match (watched, range.row) {
            (false, None) => "fold",
            (false, Some(_)) => "fold_chains",
            (true, None) => "reduce_watched",
            (true, Some(_)) => "chains_watched",
        };
        let function = Ident::new(function, Span::mixed_site());
        let watch = watched.then(
            || quote_spanned!(Span::mixed_site()=> let mut watch = #RUNTIME::tile::NanWatch::new(arch);),
        );
        let argument = watched.then(|| quote_spanned!(Span::mixed_site()=> , watch));
        let value = quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::#function::<_, _, _, #combine>(acc #argument)
        };
        (watch, value)
    }

    /// The rounds of all chains, of `vectors` vectors each. A few are for the compiler to
    /// unroll; more stay a loop, so that the code of a long reduction is no longer than that
    /// of a short one. Where all that a turn does is load, it has several. `round` gets its number,
    /// and its number in the turn.
    fn main_loop(
        &self,
        rounds: &Index,
        vectors: usize,
        loads_only: bool,
        round: impl Fn(&Index, &Index) -> TokenStream,
    ) -> TokenStream {
        if self.unrolls() && rounds.known().is_some_and(|rounds| rounds * vectors <= UNROLLED) {
            return repeat("i", rounds, |i| round(i, i));
        }
        let unroll = if loads_only && self.unrolls() { LOADS.div_ceil(vectors) } else { 1 };
        let turns = rounds / unroll;
        let at = |i: Index, u: &Index| named("i", i, |i| round(i, u));
        let main = rolled("i", &turns, |i| repeat("u", unroll, |u| at(i * unroll + u, u)));
        let rest = repeat("u", rounds % unroll, |u| at(&turns * unroll + u, u));
        quote!(#main #rest)
    }

    /// A chunk's registers, each into its accumulator of chain `c`; up to `end` elements,
    /// if it is the last one.
    fn chunk(&self, range: Range, c: &Index, start: Index, end: Option<&Index>) -> TokenStream {
        repeat("w", self.plan.registers_per_chain(), |w| {
            named("at", start + w * self.plan.lanes(), |at| {
                let acc = quote_spanned!(Span::mixed_site()=> acc[#c][#w]);
                let Some(end) = end else { return self.accumulate(range, c, &acc, at, None) };
                named("live", end.clone().saturating_sub(at), |live| {
                    self.accumulate(range, c, &acc, at, Some(live))
                })
            })
        })
    }

    /// The chunks of chains `2 c` and `2 c + 1` for a maximum or minimum: one comparison watches both.
    fn pair(&self, range: Range, c: &Index, turn: &Index, start: Index) -> TokenStream {
        let order_lanes = order::lanes(self.plan.graph.elem.size());
        let take = self.extreme(range.id);
        repeat("w", self.plan.registers_per_chain(), |w| {
            let (low, high, which) = (c * 2, c * 2 + 1, c * 2 + turn % 2);
            named("at", start + w * self.plan.lanes(), |at| {
                let operand = self.plan.graph.op(range.id).operands()[0];
                let value = |at: &Index| {
                    self.at(range, at, |at| {
                        let values = Values { product: None, inlined: range.inlined };
                        let lines = self.inlined(&values, at, Lanes::All);
                        let value = self.operand(operand, &values, at, Lanes::All);
                        quote!(#lines #value)
                    })
                };
                let (a, b) = (value(at), named("at", at + order_lanes, value));
                quote_spanned! {Span::mixed_site()=>
                    let (a, b) = ({ #a }, { #b });
                    acc[#low][#w] = V::#take(acc[#low][#w], a);
                    acc[#high][#w] = V::#take(acc[#high][#w], b);
                    watch.see(#which, a, b);
                }
            })
        })
    }

    /// What a reduction does to its elements.
    pub fn reduction(&self, id: Id) -> Reduction {
        match self.plan.graph.op(id) {
            Op::Reduce(reduction, _) | Op::ReduceRows(reduction, _) | Op::ReduceCols(reduction, _) => {
                *reduction
            }
            _ => Reduction::Sum,
        }
    }

    /// How its partial results become one.
    pub fn combine(&self, id: Id) -> TokenStream {
        match self.reduction(id) {
            Reduction::Sum => quote!(#RUNTIME::tile::Sum),
            Reduction::Max => quote!(#RUNTIME::tile::Max),
            Reduction::Min => quote!(#RUNTIME::tile::Min),
        }
    }

    /// The method that takes a number into a maximum or minimum.
    pub fn extreme(&self, id: Id) -> Option<Ident> {
        let name = match self.reduction(id) {
            Reduction::Sum => return None,
            Reduction::Max => "max_or",
            Reduction::Min => "min_or",
        };
        Some(Ident::new(name, Span::mixed_site()))
    }

    /// What changes no result.
    pub fn neutral(&self, id: Id) -> TokenStream {
        let elem = paths::elem(self.plan.graph.elem);
        match self.reduction(id) {
            Reduction::Sum => quote!(0.0),
            Reduction::Max => quote!(#elem::NEG_INFINITY),
            Reduction::Min => quote!(#elem::INFINITY),
        }
    }

    /// `body` at the element `at` of a range.
    fn at(&self, range: Range, at: &Index, body: impl FnOnce(&At) -> TokenStream) -> TokenStream {
        let Some(row) = range.row else { return body(&At::Flat(at)) };
        named("element", row * range.len + at, |element| body(&At::Grid { at: element, row, col: at }))
    }

    /// Takes the vector at `at` into its accumulator, of chain `c`. In the last, partial chunk the lanes
    /// past the end hold the neutral element.
    fn accumulate(
        &self,
        range: Range,
        c: &Index,
        acc: &TokenStream,
        at: &Index,
        live: Option<&Index>,
    ) -> TokenStream {
        let lanes = live.map_or(Lanes::All, Lanes::Some);
        let Range { id, inlined, .. } = range;
        let values = Values { product: None, inlined };
        self.at(range, at, |at| {
            let lines = self.inlined(&values, at, lanes);
            let neutral = self.neutral(id);
            let filled = |operand: Id| {
                let value = self.operand(operand, &values, at, lanes);
                // A partial load fills with zero, which is neutral for sums.
                let zero_filled = !inlined.contains(&operand) && self.reduction(id) == Reduction::Sum;
                match live {
                    Some(live) if !zero_filled => {
                        quote_spanned!(Span::mixed_site()=> V::head(#value, #live, V::splat(arch, #neutral)))
                    }
                    _ => value,
                }
            };
            let taken = match (self.plan.graph.op(id), self.extreme(id)) {
                (&Op::Dot(a, b), _) => {
                    let (a, b) = (filled(a), filled(b));
                    quote_spanned!(Span::mixed_site()=> #acc = V::mul_add(#a, #b, #acc);)
                }
                (op, None) => {
                    let value = filled(op.operands()[0]);
                    quote_spanned!(Span::mixed_site()=> #acc = #acc + #value;)
                }
                (op, Some(take)) => {
                    let value = filled(op.operands()[0]);
                    quote_spanned! {Span::mixed_site()=>
                        let value = #value;
                        #acc = V::#take(#acc, value);
                        watch.see(#c, value, value);
                    }
                }
            };
            quote!(#lines #taken)
        })
    }
}
