//! Reductions to a scalar, in the order of `kernels_plan::order`.

use kernels_plan::graph::{Dim, Id, Op, Reduction};
use kernels_plan::order;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::instance::{Level, mixed, rows_and_cols};
use super::value::{At, Lanes};
use crate::paths::{self, computed, dim, number};

impl Level<'_> {
    /// `let s = …` for a reduction with its operands' expressions fused in.
    pub fn reduce(&self, id: Id, inlined: &[Id]) -> TokenStream {
        let graph = self.plan.graph;
        let private = self.instance.kernel.paths.private();
        let elem = paths::elem(graph.elem);
        let name = mixed("s", id.0);
        let (rows, cols) = rows_and_cols(graph.shape(graph.op(id).operands()[0]));
        let len = match (rows.value(), cols.value()) {
            (Some(rows), Some(cols)) => Dim::Const(rows * cols),
            (Some(1), None) => cols,
            _ => Dim::Param(format!("({rows} * {cols})")),
        };
        let size = graph.elem.size();
        let value = match len.value() {
            Some(known) => self.chains(id, inlined, &len, order::chains(known, size)),
            None => {
                // The two cases of `order::chains`, decided by the compiler.
                let (one, four) = (self.chains(id, inlined, &len, 1), self.chains(id, inlined, &len, 4));
                let (len, size) = (dim(&len), number(size));
                quote!(if #private::order::chains(#len, #size) == 1 #one else #four)
            }
        };
        quote!(let #name: #elem = #value;)
    }

    fn chains(&self, id: Id, inlined: &[Id], len: &Dim, chains: usize) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let order_lanes = order::lanes(self.plan.graph.elem.size());
        let (lanes, w) = (number(self.plan.lanes()), number(self.plan.registers_per_chain()));
        let (known, extent) = (len.value(), dim(len));
        let (chunk, round) = (number(order_lanes), number(order_lanes * chains));
        let chains_tokens = number(chains);
        let neutral = self.neutral(id);
        let finish = Ident::new(self.finish(id), Span::mixed_site());

        let whole = self.accumulate(id, inlined, None);
        let rounds = computed(known.map(|n| n / order_lanes / chains), quote!(#extent / #round));
        let left =
            computed(known.map(|n| n / order_lanes % chains), quote!(#extent / #chunk % #chains_tokens));
        let done = computed(
            known.map(|n| n / order_lanes / chains * chains),
            quote!(#extent / #round * #chains_tokens),
        );
        let main = quote_spanned! {Span::mixed_site()=>
            for i in 0..#rounds {
                for c in 0..#chains_tokens {
                    for w in 0..#w {
                        let at = (i * #chains_tokens + c) * #chunk + w * #lanes;
                        #whole
                    }
                }
            }
        };
        let leftover = quote_spanned! {Span::mixed_site()=>
            for c in 0..#left {
                for w in 0..#w {
                    let at = (#done + c) * #chunk + w * #lanes;
                    #whole
                }
            }
        };
        let live = quote_spanned!(Span::mixed_site()=> live);
        let partial = self.accumulate(id, inlined, Some(&live));
        let start = computed(known.map(|n| n / order_lanes * order_lanes), quote!(#extent / #chunk * #chunk));
        let last = quote_spanned! {Span::mixed_site()=> {
            let c = #left;
            for w in 0..#w {
                let at = #start + w * #lanes;
                let live = usize::saturating_sub(#extent, at);
                #partial
            }
        }};
        let (main, leftover, last) = match known {
            None => (main, leftover, quote!(if #extent % #chunk != 0 #last)),
            Some(n) => (
                if n / order_lanes / chains > 0 { main } else { quote!() },
                if !(n / order_lanes).is_multiple_of(chains) { leftover } else { quote!() },
                if !n.is_multiple_of(order_lanes) { last } else { quote!() },
            ),
        };
        quote_spanned! {Span::mixed_site()=> {
            let mut acc = [[V::splat(arch, #neutral); #w]; #chains_tokens];
            #main
            #leftover
            #last
            #private::tile::#finish(acc)
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
    fn accumulate(&self, id: Id, inlined: &[Id], live: Option<&TokenStream>) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let at = quote_spanned!(Span::mixed_site()=> at);
        let at = At::Flat(&at);
        let lanes = live.map_or(Lanes::All, Lanes::Some);
        let lines = self.inlined(inlined, &[], &at, lanes);
        let neutral = self.neutral(id);
        let filled = |operand: Id| {
            let value = self.operand(operand, inlined, &at, lanes);
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
                quote_spanned!(Span::mixed_site()=> V::mul_add(#a, #b, acc[c][w]))
            }
            Op::Reduce(reduction, a) => {
                let a = filled(a);
                match reduction {
                    Reduction::Sum => quote_spanned!(Span::mixed_site()=> acc[c][w] + #a),
                    Reduction::Max => {
                        quote_spanned!(Span::mixed_site()=> #private::vecmath::maximum(acc[c][w], #a))
                    }
                    Reduction::Min => {
                        quote_spanned!(Span::mixed_site()=> #private::vecmath::minimum(acc[c][w], #a))
                    }
                }
            }
            _ => unreachable!("a reduction step's node is a reduction"),
        };
        quote_spanned!(Span::mixed_site()=> #lines acc[c][w] = #taken;)
    }
}
