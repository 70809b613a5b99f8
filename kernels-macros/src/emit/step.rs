//! Elementwise loops and the simple steps.

use kernels_plan::graph::{Dim, Id, Op, Shape};
use kernels_plan::plan::{Block, Tail};
use kernels_plan::simplify::{Step, Store};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::instance::{Level, mixed, rows_and_cols};
use super::value::{At, Lanes};
use crate::paths::{self, computed, dim, number};

impl Level<'_> {
    /// The code of a step.
    pub fn step(&self, step: &Step, block: Block) -> TokenStream {
        match step {
            Step::Scalar(id) => self.scalar_step(*id),
            Step::Reduce { id, inlined } => self.reduce(*id, inlined),
            Step::Map { inlined, store } => self.map(inlined, store),
            Step::Product { id, inlined, store } => self.product(*id, inlined, store, block),
            Step::Transpose { from, store } => self.transpose(*from, store),
            Step::Softmax { from, store } => self.softmax(*from, store),
            Step::Call(id) => self.call(*id),
        }
    }

    fn scalar_step(&self, id: Id) -> TokenStream {
        let elem = paths::elem(self.plan.graph.elem);
        let name = mixed("s", id.0);
        let value = match self.plan.graph.op(id) {
            Op::Index(of, at) => self.element(*of, at),
            _ => self.operation(id, |operand| self.scalar(operand)),
        };
        quote!(let #name: #elem = #value;)
    }

    fn element(&self, of: Id, at: &[Dim]) -> TokenStream {
        let shape = self.plan.graph.shape(of);
        let src = self.tensor(of);
        let position = match (at, shape) {
            ([row, col], Shape::Matrix(_, cols)) => {
                let (row, col, cols) = (dim(row), dim(col), dim(cols));
                quote!(#row * #cols + #col)
            }
            (at, _) => dim(&at[0]),
        };
        // The dispatching functions check the positions that lowering could not.
        quote!(#src.get(#position))
    }

    fn map(&self, inlined: &[Id], store: &Store) -> TokenStream {
        let shape = self.plan.graph.shape(store.value);
        match shape {
            Shape::Matrix(rows, cols) if self.has_broadcast(inlined, shape) => {
                let (rows, width) = (dim(rows), dim(cols));
                let row = quote_spanned!(Span::mixed_site()=> row);
                let body = self.vectors(cols, self.plan.tail(cols, store), |col, lanes, store_lanes| {
                    let at = At::Grid { row: &row, col, cols: &width };
                    let position = quote!(#row * #width + #col);
                    self.compute_and_store(inlined, &[], &at, lanes, store, &position, store_lanes)
                });
                quote_spanned!(Span::mixed_site()=> for row in 0..#rows { #body })
            }
            _ => {
                let (rows, cols) = rows_and_cols(shape);
                let len = match (rows.value(), cols.value()) {
                    (Some(rows), Some(cols)) => Dim::Const(rows * cols),
                    (Some(1), None) => cols,
                    _ => Dim::Param(format!("({rows} * {cols})")),
                };
                self.vectors(&len, self.plan.tail(&len, store), |at, lanes, store_lanes| {
                    self.compute_and_store(inlined, &[], &At::Flat(at), lanes, store, at, store_lanes)
                })
            }
        }
    }

    fn has_broadcast(&self, inlined: &[Id], shape: &Shape) -> bool {
        let graph = self.plan.graph;
        let operands = inlined.iter().flat_map(|id| graph.op(*id).operands());
        operands.map(|id| graph.shape(id)).any(|other| *other != Shape::Scalar && other != shape)
    }

    /// The lines that compute a step's expression at a position and store it. `ready`
    /// nodes have their vectors already.
    #[expect(
        clippy::too_many_arguments,
        reason = "a position is four of them, and they belong together only here"
    )]
    pub fn compute_and_store(
        &self,
        inlined: &[Id],
        ready: &[Id],
        at: &At,
        lanes: Lanes,
        store: &Store,
        position: &TokenStream,
        store_lanes: Lanes,
    ) -> TokenStream {
        let lines = self.inlined(inlined, ready, at, lanes);
        let known: Vec<Id> = inlined.iter().chain(ready).copied().collect();
        let value = self.operand(store.value, &known, at, lanes);
        let dst = self.dst(store.to);
        let position = match store.offset {
            0 => quote!(#position),
            offset => {
                let offset = number(offset);
                quote!(#offset + #position)
            }
        };
        let write = match store_lanes {
            Lanes::All => quote!(#dst.store(#value, #position);),
            Lanes::Some(live) | Lanes::Padded(live) => quote!(#dst.store_partial(#value, #position, #live);),
        };
        quote!(#lines #write)
    }

    /// A loop over `len` elements, whole vectors first. `body` takes the position, the
    /// lanes to read and the lanes to write.
    pub fn vectors(
        &self,
        len: &Dim,
        tail: Tail,
        body: impl Fn(&TokenStream, Lanes, Lanes) -> TokenStream,
    ) -> TokenStream {
        let lanes = self.plan.lanes();
        let lanes_tokens = number(lanes);
        let extent = dim(len);
        let known = len.value();
        let at = quote_spanned!(Span::mixed_site()=> at);
        let full = computed(known.map(|len| len / lanes), quote!(#extent / #lanes_tokens));
        let whole = body(&at, Lanes::All, Lanes::All);
        let main = quote_spanned! {Span::mixed_site()=>
            for i in 0..#full {
                let at = i * #lanes_tokens;
                #whole
            }
        };
        let rest = computed(known.map(|len| len % lanes), quote!(#extent % #lanes_tokens));
        let start =
            computed(known.map(|len| len / lanes * lanes), quote!(#extent / #lanes_tokens * #lanes_tokens));
        let end = match tail {
            Tail::Padded => {
                let lines = body(&at, Lanes::Padded(&rest), Lanes::All);
                quote_spanned!(Span::mixed_site()=> { let at = #start; #lines })
            }
            Tail::Overlap => {
                let last = computed(known.map(|len| len - lanes), quote!(#extent - #lanes_tokens));
                let lines = body(&at, Lanes::All, Lanes::All);
                quote_spanned!(Span::mixed_site()=> { let at = #last; #lines })
            }
            Tail::Masked => {
                let lines = body(&at, Lanes::Padded(&rest), Lanes::Some(&rest));
                quote_spanned!(Span::mixed_site()=> { let at = #start; #lines })
            }
        };
        match known {
            Some(len) if len % lanes == 0 => main,
            Some(len) if len < lanes => end,
            Some(_) => quote!(#main #end),
            None => quote!(#main if #rest != 0 #end),
        }
    }

    fn transpose(&self, from: Id, store: &Store) -> TokenStream {
        let Shape::Matrix(rows, cols) = self.plan.graph.shape(from) else {
            unreachable!("only a matrix is transposed");
        };
        let (src, dst) = (self.tensor(from), self.dst(store.to));
        let (height, width) = (dim(rows), dim(cols));
        let column = self.vectors(rows, Tail::Masked, |at, _, lanes| {
            let (load, write) = match lanes {
                Lanes::All => {
                    let all = number(self.plan.lanes());
                    (quote!(#all), quote_spanned!(Span::mixed_site()=> #dst.store(v, col * #height + #at);))
                }
                Lanes::Some(live) | Lanes::Padded(live) => (
                    quote!(#live),
                    quote_spanned!(Span::mixed_site()=> #dst.store_partial(v, col * #height + #at, #live);),
                ),
            };
            quote_spanned! {Span::mixed_site()=>
                let v = #src.load_strided::<V>(arch, #at * #width + col, #width, #load);
                #write
            }
        });
        quote_spanned!(Span::mixed_site()=> for col in 0..#width { #column })
    }

    fn softmax(&self, from: Id, store: &Store) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let (rows, cols) = rows_and_cols(self.plan.graph.shape(from));
        let (height, width) = (dim(&rows), dim(&cols));
        let (src, dst) = (self.tensor(from), self.dst(store.to));
        let offset = number(store.offset);
        let w = number(self.plan.registers_per_chain());
        quote_spanned! {Span::mixed_site()=>
            for row in 0..#height {
                #private::tile::softmax::<V, #w>(
                    arch, #src.offset(row * #width), #dst.offset(#offset + row * #width), #width,
                );
            }
        }
    }

    fn call(&self, id: Id) -> TokenStream {
        let Op::Call(callee, operands, shape) = self.plan.graph.op(id) else {
            unreachable!("a call step's node is a call");
        };
        let kernel = self.instance.kernel;
        let callee = &kernel.lowered.calls[*callee];
        let ty = |shape: &Shape| {
            kernel.paths.ty(&crate::signature::Ty { elem: self.plan.graph.elem, shape: shape.clone() })
        };
        // The compiler finds the same mistakes here and in the reference. On the same tokens
        // it says so once.
        let arguments: Vec<(Ident, TokenStream)> = operands
            .iter()
            .zip(&callee.arguments)
            .enumerate()
            .map(|(number, (operand, (by_reference, span)))| {
                let shape = self.plan.graph.shape(*operand);
                let value = match shape {
                    Shape::Scalar => self.scalar(*operand),
                    _ => {
                        let (src, ty) = (self.tensor(*operand), ty(shape));
                        let view = quote!(#src.view::<#ty>());
                        if *by_reference { view } else { quote!(*#view) }
                    }
                };
                (Ident::new(&format!("__argument{number}"), *span), value)
            })
            .collect();
        let lines = arguments.iter().map(|(name, value)| quote!(let #name = #value;));
        let names = arguments.iter().map(|(name, _)| name);
        let (path, result) = (&callee.path, ty(shape));
        let call = quote_spanned!(callee.span=> #path(#(#names),*));
        let name = if *shape == Shape::Scalar { mixed("s", id.0) } else { mixed("call", id.0) };
        quote!(#(#lines)* let #name: #result = #call;)
    }
}
