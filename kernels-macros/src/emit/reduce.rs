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
        let finish = match self.reduction(id) {
            Reduction::Sum => "reduce_sum",
            Reduction::Max => "reduce_max",
            Reduction::Min => "reduce_min",
        };
        let finish = Ident::new(finish, Span::mixed_site());
        let value = self.partials(
            Range { id, inlined, len: &len, row: None },
            |acc| quote!(#RUNTIME::tile::#finish(#acc)),
        );
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

    /// An expression: `finish` of the partial results of a range.
    pub fn partials(&self, range: Range, finish: impl Fn(&Ident) -> TokenStream) -> TokenStream {
        let size = self.plan.graph.elem.size();
        match range.len.value() {
            Some(known) => self.chains(range, order::chains(known, size), &finish),
            None => {
                // The two cases of `order::chains`, decided by the compiler.
                let (one, four) = (self.chains(range, 1, &finish), self.chains(range, 4, &finish));
                let (len, size) = (dim(range.len), number(size));
                quote!(if #RUNTIME::order::chains(#len, #size) == 1 #one else #four)
            }
        }
    }

    fn chains(&self, range: Range, chains: usize, finish: impl Fn(&Ident) -> TokenStream) -> TokenStream {
        let order_lanes = order::lanes(self.plan.graph.elem.size());
        let registers = self.plan.registers_per_chain();
        let len = Index::from(range.len);
        let (chunks, rounds) = (&len / order_lanes, &len / (order_lanes * chains));
        let pairs = chains > 1 && self.reduction(range.id) != Reduction::Sum;
        let round = |i: &Index| match pairs {
            true => repeat("c", chains / 2, |c| self.pair(range, c, (i * chains + c * 2) * order_lanes)),
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
        let acc = Ident::new("acc", Span::mixed_site());
        let (begin, end) = match pairs {
            true => self.nan_watch(&neutral, &self.combined(range.id, &quote!(#acc[0][0]), &nan(0))),
            false => (quote!(), quote!()),
        };
        let value = finish(&acc);
        let (chains, registers) = (number(chains), number(registers));
        quote_spanned! {Span::mixed_site()=> {
            let mut #acc = [[V::splat(arch, #neutral); #registers]; #chains];
            #begin
            #main
            #end
            #leftover
            #last
            #value
        }}
    }

    /// The rounds of all chains, of `vectors` vectors each. A few are for the compiler to
    /// unroll; more stay a loop, so that the code of a long reduction is no longer than that
    /// of a short one. Where all that a turn does is load, it has several.
    fn main_loop(
        &self,
        rounds: &Index,
        vectors: usize,
        loads_only: bool,
        round: impl Fn(&Index) -> TokenStream,
    ) -> TokenStream {
        if self.unrolls() && rounds.known().is_some_and(|rounds| rounds * vectors <= UNROLLED) {
            return repeat("i", rounds, |i| round(i));
        }
        let unroll = if loads_only && self.unrolls() { LOADS.div_ceil(vectors) } else { 1 };
        let turns = rounds / unroll;
        let main = rolled("i", &turns, |i| repeat("u", unroll, |u| named("i", i * unroll + u, &round)));
        let rest = repeat("u", rounds % unroll, |u| named("i", &turns * unroll + u, &round));
        quote!(#main #rest)
    }

    /// A chunk's registers, each into its accumulator of chain `c`; up to `end` elements,
    /// if it is the last one.
    fn chunk(&self, range: Range, c: &Index, start: Index, end: Option<&Index>) -> TokenStream {
        repeat("w", self.plan.registers_per_chain(), |w| {
            named("at", start + w * self.plan.lanes(), |at| {
                let acc = quote_spanned!(Span::mixed_site()=> acc[#c][#w]);
                let Some(end) = end else { return self.accumulate(range, &acc, at, None) };
                named("live", end.clone().saturating_sub(at), |live| {
                    self.accumulate(range, &acc, at, Some(live))
                })
            })
        })
    }

    /// The chunks of chains `2 c` and `2 c + 1` for a maximum or minimum: one comparison
    /// finds a NaN in either, apart from the accumulators, which then take one instruction
    /// each. What a NaN leaves in those does not matter.
    fn pair(&self, range: Range, c: &Index, start: Index) -> TokenStream {
        let order_lanes = order::lanes(self.plan.graph.elem.size());
        let elem = paths::elem(self.plan.graph.elem);
        let take = match self.reduction(range.id) {
            Reduction::Min => quote!(min_or),
            _ => quote!(max_or),
        };
        repeat("w", self.plan.registers_per_chain(), |w| {
            let (low, high) = (c * 2, c * 2 + 1);
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
                let nan = nan(c.clone());
                quote_spanned! {Span::mixed_site()=>
                    let (a, b) = ({ #a }, { #b });
                    acc[#low][#w] = V::#take(acc[#low][#w], a);
                    acc[#high][#w] = V::#take(acc[#high][#w], b);
                    #nan = V::select(V::unordered(a, b), V::splat(arch, #elem::NAN), #nan);
                }
            })
        })
    }

    /// The lines before and after the loop over pairs: two registers that hold the neutral
    /// element until a NaN was seen.
    fn nan_watch(&self, neutral: &TokenStream, first: &TokenStream) -> (TokenStream, TokenStream) {
        let (one, other) = (nan(0), nan(1));
        let begin = quote_spanned!(Span::mixed_site()=> let mut nan = [V::splat(arch, #neutral); 2];);
        let end = quote_spanned! {Span::mixed_site()=>
            #one = V::select(V::is_nan(#other), #other, #one);
            acc[0][0] = #first;
        };
        (begin, end)
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

    /// What changes no result.
    pub fn neutral(&self, id: Id) -> TokenStream {
        let elem = paths::elem(self.plan.graph.elem);
        match self.reduction(id) {
            Reduction::Sum => quote!(0.0),
            Reduction::Max => quote!(#elem::NEG_INFINITY),
            Reduction::Min => quote!(#elem::INFINITY),
        }
    }

    /// `value` taken into `acc`.
    pub fn combined(&self, id: Id, acc: &TokenStream, value: &TokenStream) -> TokenStream {
        match self.reduction(id) {
            Reduction::Sum => quote!(#acc + #value),
            Reduction::Max => quote!(#RUNTIME::vecmath::maximum(#acc, #value)),
            Reduction::Min => quote!(#RUNTIME::vecmath::minimum(#acc, #value)),
        }
    }

    /// `body` at the element `at` of a range.
    fn at(&self, range: Range, at: &Index, body: impl FnOnce(&At) -> TokenStream) -> TokenStream {
        let Some(row) = range.row else { return body(&At::Flat(at)) };
        named("element", row * range.len + at, |element| body(&At::Grid { at: element, row, col: at }))
    }

    /// Takes the vector at `at` into its accumulator. In the last, partial chunk the lanes
    /// past the end hold the neutral element.
    fn accumulate(&self, range: Range, acc: &TokenStream, at: &Index, live: Option<&Index>) -> TokenStream {
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
            let taken = match *self.plan.graph.op(id) {
                Op::Dot(a, b) => {
                    let (a, b) = (filled(a), filled(b));
                    quote_spanned!(Span::mixed_site()=> V::mul_add(#a, #b, #acc))
                }
                _ => self.combined(id, acc, &filled(self.plan.graph.op(id).operands()[0])),
            };
            quote_spanned!(Span::mixed_site()=> #lines #acc = #taken;)
        })
    }
}

/// The register that watches pair `c` of chains.
fn nan(c: impl Into<Index>) -> TokenStream {
    let c = c.into();
    quote_spanned!(Span::mixed_site()=> nan[#c])
}
