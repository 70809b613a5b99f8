//! Reductions to a scalar, in the order of `kernels_plan::order`.

use kernels_plan::graph::{Dim, Id, Op, Reduction};
use kernels_plan::order;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::index::{Index, named, repeat};
use super::instance::{Level, elements, mixed};
use super::value::{At, Lanes, Values};
use crate::paths::{self, RUNTIME, dim, number};

impl Level<'_> {
    /// `let s = …` for a reduction with its operands' expressions fused in.
    pub fn reduce(&self, id: Id, inlined: &[Id]) -> TokenStream {
        let graph = self.plan.graph;
        let elem = paths::elem(graph.elem);
        let name = mixed("s", id.0);
        let len = elements(graph.shape(graph.op(id).operands()[0]));
        let size = graph.elem.size();
        let value = match len.value() {
            Some(known) => self.chains(id, inlined, &len, order::chains(known, size)),
            None => {
                // The two cases of `order::chains`, decided by the compiler.
                let (one, four) = (self.chains(id, inlined, &len, 1), self.chains(id, inlined, &len, 4));
                let (len, size) = (dim(&len), number(size));
                quote!(if #RUNTIME::order::chains(#len, #size) == 1 #one else #four)
            }
        };
        quote!(let #name: #elem = #value;)
    }

    fn chains(&self, id: Id, inlined: &[Id], len: &Dim, chains: usize) -> TokenStream {
        let order_lanes = order::lanes(self.plan.graph.elem.size());
        let (lanes, registers) = (self.plan.lanes(), self.plan.registers_per_chain());
        let len = Index::from(len);
        let chunks = &len / order_lanes;
        let rounds = &len / (order_lanes * chains);
        let neutral = self.neutral(id);
        let finish = Ident::new(self.finish(id), Span::mixed_site());
        // A chunk's registers, each into its accumulator of chain `c`.
        let chunk = |c: &Index, start: Index, partial: bool| {
            repeat("w", registers, |w| {
                named("at", start + w * lanes, |at| {
                    let acc = quote_spanned!(Span::mixed_site()=> acc[#c][#w]);
                    if !partial {
                        return self.accumulate(id, inlined, &acc, at, None);
                    }
                    named("live", len.clone().saturating_sub(at), |live| {
                        self.accumulate(id, inlined, &acc, at, Some(live))
                    })
                })
            })
        };
        let main = repeat("i", &rounds, |i| {
            repeat("c", chains, |c| chunk(c, (i * chains + c) * order_lanes, false))
        });
        let left = &chunks % chains;
        let leftover = repeat("c", &left, |c| chunk(c, (&rounds * chains + c) * order_lanes, false));
        let last = || named("c", left.clone(), |c| chunk(c, &chunks * order_lanes, true));
        let rest = &len % order_lanes;
        let last = match rest.known() {
            Some(0) => quote!(),
            Some(_) => last(),
            None => {
                let last = last();
                quote!(if #rest != 0 { #last })
            }
        };
        let (chains, registers) = (number(chains), number(registers));
        quote_spanned! {Span::mixed_site()=> {
            let mut acc = [[V::splat(arch, #neutral); #registers]; #chains];
            #main
            #leftover
            #last
            #RUNTIME::tile::#finish(acc)
        }}
    }

    fn neutral(&self, id: Id) -> TokenStream {
        let elem = paths::elem(self.plan.graph.elem);
        match self.plan.graph.op(id) {
            Op::Reduce(Reduction::Max, _) => quote!(#elem::NEG_INFINITY),
            Op::Reduce(Reduction::Min, _) => quote!(#elem::INFINITY),
            _ => quote!(0.0),
        }
    }

    fn finish(&self, id: Id) -> &'static str {
        match self.plan.graph.op(id) {
            Op::Reduce(Reduction::Max, _) => "reduce_max",
            Op::Reduce(Reduction::Min, _) => "reduce_min",
            _ => "reduce_sum",
        }
    }

    /// Takes the vector at `at` into its accumulator. In the last, partial chunk the lanes
    /// past the end hold the neutral element.
    fn accumulate(
        &self,
        id: Id,
        inlined: &[Id],
        acc: &TokenStream,
        at: &Index,
        live: Option<&Index>,
    ) -> TokenStream {
        let at = At::Flat(at);
        let lanes = live.map_or(Lanes::All, Lanes::Some);
        let values = Values { product: None, inlined };
        let lines = self.inlined(&values, &at, lanes);
        let neutral = self.neutral(id);
        let filled = |operand: Id| {
            let value = self.operand(operand, &values, &at, lanes);
            // A partial load fills with zero, which is neutral for sums.
            let zero_filled = !inlined.contains(&operand) && self.finish(id) == "reduce_sum";
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
            Op::Reduce(reduction, a) => {
                let a = filled(a);
                match reduction {
                    Reduction::Sum => quote_spanned!(Span::mixed_site()=> #acc + #a),
                    Reduction::Max => {
                        quote_spanned!(Span::mixed_site()=> #RUNTIME::vecmath::maximum(#acc, #a))
                    }
                    Reduction::Min => {
                        quote_spanned!(Span::mixed_site()=> #RUNTIME::vecmath::minimum(#acc, #a))
                    }
                }
            }
            _ => unreachable!("a reduction step's node is a reduction"),
        };
        quote_spanned!(Span::mixed_site()=> #lines #acc = #taken;)
    }
}
