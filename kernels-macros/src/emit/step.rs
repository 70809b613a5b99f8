//! Elementwise loops and the simple steps.

use kernels_plan::graph::{Dim, Elem, Id, Op, Shape};
use kernels_plan::plan::Block;
use kernels_plan::step::{Place, Step, Store};
use kernels_plan::style::Tail;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::axis::Axis;
use super::index::{Index, named, offset};
use super::instance::{Level, elements, mixed, rows_and_cols};
use super::product::Product;
use super::value::{At, Lanes, Values};
use crate::paths::{self, RUNTIME, dim, number};
use crate::signature::Ty;

impl Level<'_> {
    /// The code of a step.
    pub fn step(&self, step: &Step, block: Block) -> TokenStream {
        match step {
            Step::Scalar(id) => self.scalar_step(*id),
            Step::Reduce { id, inlined } => self.reduce(*id, inlined),
            Step::Map { inlined, store } => self.map(inlined, store),
            Step::Copy { from, store } => self.copy(*from, store),
            Step::Product { id, operands, inlined, store } => {
                self.product(&Product { id: *id, operands: *operands, inlined, store }, block)
            }
            Step::ReduceAxis { id, operand, inlined, store } => {
                self.reduce_axis(&Axis { id: *id, operand, inlined, store })
            }
            Step::Transpose { from, store } => self.transpose(*from, store),
            Step::Softmax { from, store } => self.softmax(*from, store),
            Step::Call(id) => self.call(*id),
        }
    }

    fn scalar_step(&self, id: Id) -> TokenStream {
        let graph = self.plan.graph;
        let elem = paths::elem(graph.elem_of(id));
        let name = mixed("s", id.0);
        let value = match graph.op(id) {
            Op::Index(of, at) => self.element(*of, at),
            _ => self.operation(id, |operand| self.single(operand)),
        };
        let value = match (graph.op(id), graph.elem_of(id)) {
            (Op::Index(..), _) => value,
            (_, Elem::I32) => quote!((#value).0),
            (_, of) if of.is_byte() => quote!(<#elem as #RUNTIME::Byte>::saturate((#value).0)),
            _ => value,
        };
        quote!(let #name: #elem = #value;)
    }

    fn element(&self, of: Id, at: &[Dim]) -> TokenStream {
        let shape = self.plan.graph.shape(of);
        let src = self.tensor(of);
        let position = match (at, shape) {
            ([row, col], Shape::Matrix(..)) => Index::from(row) * self.row_stride(of) + col,
            (at, _) => (&at[0]).into(),
        };
        // The dispatching functions check the positions that lowering could not.
        quote!(#src.get(#position))
    }

    fn map(&self, inlined: &[Id], store: &Store) -> TokenStream {
        let values = Values { product: None, inlined };
        if let Some(part) = self.plan.part_of_rows(inlined, store) {
            return self.rows_in_parts(&values, store, part);
        }
        let by_rows = self.plan.walks_rows(inlined, store);
        if let Some(rows) = self.rows_in_place(&values, by_rows, store) {
            return rows;
        }
        self.walk(by_rows, store, |at, lanes, store_lanes| {
            self.compute_and_store(&values, at, lanes, store, store_lanes)
        })
    }

    fn copy(&self, from: Place, store: &Store) -> TokenStream {
        self.walk(from.is_view(self.plan.graph), store, |at, lanes, store_lanes| {
            let elem = self.plan.graph.elem_of(store.value);
            let value = self.load(elem, from, &self.position(from, at), lanes);
            self.write(store, &value, at, store_lanes)
        })
    }

    /// A loop over the vectors of a step's result: over one range, or row by row, which the
    /// rows of a view need too.
    fn walk(
        &self,
        by_rows: bool,
        store: &Store,
        body: impl Fn(&At, Lanes, Lanes) -> TokenStream,
    ) -> TokenStream {
        let by_rows = by_rows || store.to.is_view(self.plan.graph);
        match self.plan.graph.shape(store.value) {
            Shape::Matrix(rows, cols) if by_rows => self.repeat("row", rows, |row| {
                self.vectors("col", cols, self.plan.tail(cols, store), |col, lanes, store_lanes| {
                    named("at", row * cols + col, |at| body(&At::Grid { at, row, col }, lanes, store_lanes))
                })
            }),
            shape => {
                let len = elements(shape);
                self.vectors("at", &len, self.plan.tail(&len, store), |at, lanes, store_lanes| {
                    body(&At::Flat(at), lanes, store_lanes)
                })
            }
        }
    }

    /// Rows that are overwritten, each with a vector at its end that overlaps the one before:
    /// it is computed before anything is written. A masked store instead would make the
    /// first load of the next row wait, because it may cover what that reads.
    fn rows_in_place(&self, values: &Values, by_rows: bool, store: &Store) -> Option<TokenStream> {
        let Shape::Matrix(rows, cols) = self.plan.graph.shape(store.value) else { return None };
        let (lanes, known) = (self.plan.lanes(), cols.value()?);
        let rest = known % lanes;
        let applies = by_rows && store.in_place && known > lanes && rest > 0;
        applies.then(|| self.repeat("row", rows, |row| self.row_in_place(values, row, cols, rest, store)))
    }

    fn row_in_place(
        &self,
        values: &Values,
        row: &Index,
        cols: &Dim,
        rest: usize,
        store: &Store,
    ) -> TokenStream {
        let (lanes, len) = (self.plan.lanes(), Index::from(cols));
        let last = quote_spanned!(Span::mixed_site()=> last);
        let col = &len - lanes;
        let end = row * cols + &col;
        let end = At::Grid { at: &end, row, col: &col };
        let lines = self.inlined(values, &end, Lanes::All);
        let value = self.operand(store.value, values, &end, Lanes::All);
        let main = self.repeat("i", (&len - rest) / lanes, |i| {
            named("col", i * lanes, |col| {
                named("at", row * cols + col, |at| {
                    let at = At::Grid { at, row, col };
                    self.compute_and_store(values, &at, Lanes::All, store, Lanes::All)
                })
            })
        });
        let write = self.write(store, &last, &end, Lanes::All);
        quote!(let #last = { #lines #value }; #main #write)
    }

    /// The lines that compute a step's expression at a position and store it.
    pub fn compute_and_store(
        &self,
        values: &Values,
        at: &At,
        lanes: Lanes,
        store: &Store,
        store_lanes: Lanes,
    ) -> TokenStream {
        let lines = self.inlined(values, at, lanes);
        let value = self.operand(store.value, values, at, lanes);
        let write = self.write(store, &value, at, store_lanes);
        quote!(#lines #write)
    }

    fn write(&self, store: &Store, value: &TokenStream, at: &At, lanes: Lanes) -> TokenStream {
        let dst = self.dst(store.to);
        if let At::Column { row, rows, col } = *at {
            let (_, cols) = rows_and_cols(self.plan.graph.shape(store.value));
            let (stride, rows) = (self.stride(store.to, &cols), number(rows));
            let at = row * &stride + col + store.offset;
            return quote!(#dst.store_strided(#value, #at, #stride, #rows););
        }
        let at = self.position(store.to, at) + store.offset;
        let is_plain = self.plan.graph.elem_of(store.value) == self.plan.graph.elem;
        match lanes {
            Lanes::All => quote!(#dst.store(#value, #at);),
            Lanes::Some(live) | Lanes::Padded(live) if is_plain && live.known().is_some() => {
                quote!(#dst.store_head(#value, #at, #live);)
            }
            Lanes::Some(live) | Lanes::Padded(live) => quote!(#dst.store_partial(#value, #at, #live);),
        }
    }

    /// A loop over `len` elements, whole vectors first. `body` takes the position, which
    /// has the given name, the lanes to read and the lanes to write.
    pub fn vectors(
        &self,
        position: &str,
        len: &Dim,
        tail: Tail,
        body: impl Fn(&Index, Lanes, Lanes) -> TokenStream,
    ) -> TokenStream {
        let lanes = self.plan.lanes();
        let len = Index::from(len);
        let main = self
            .repeat("i", &len / lanes, |i| named(position, i * lanes, |at| body(at, Lanes::All, Lanes::All)));
        let rest = &len % lanes;
        let start = match tail {
            Tail::Overlap => &len - lanes,
            Tail::Padded | Tail::Masked => &len / lanes * lanes,
        };
        let end = || {
            named(position, start, |at| match tail {
                Tail::Padded => body(at, Lanes::Padded(&rest), Lanes::All),
                Tail::Overlap => body(at, Lanes::All, Lanes::All),
                Tail::Masked => body(at, Lanes::Padded(&rest), Lanes::Some(&rest)),
            })
        };
        match rest.known() {
            Some(0) => main,
            Some(_) => {
                let end = end();
                quote!(#main #end)
            }
            None => {
                let end = end();
                quote!(#main if #rest != 0 { #end })
            }
        }
    }

    fn transpose(&self, from: Id, store: &Store) -> TokenStream {
        let (rows, cols) = rows_and_cols(self.plan.graph.shape(from));
        let (src, dst) = (self.tensor(from), offset(&self.dst(store.to), &store.offset.into()));
        let (src_stride, dst_stride) = (self.row_stride(from), self.stride(store.to, &rows));
        let (rows, cols) = (dim(&rows), dim(&cols));
        if !self.plan.graph.elem_of(from).is_float() {
            return quote_spanned! {Span::mixed_site()=>
                #RUNTIME::tile::transpose_scalars(#src, #src_stride, #dst, #dst_stride, #rows, #cols);
            };
        }
        quote_spanned! {Span::mixed_site()=>
            #RUNTIME::tile::transpose::<V>(arch, #src, #src_stride, #dst, #dst_stride, #rows, #cols);
        }
    }

    fn softmax(&self, from: Id, store: &Store) -> TokenStream {
        let (rows, cols) = rows_and_cols(self.plan.graph.shape(from));
        let (src, dst) = (self.tensor(from), self.dst(store.to));
        let w = number(self.plan.registers_per_chain());
        self.repeat("row", &rows, |row| {
            let to = row * self.stride(store.to, &cols) + store.offset;
            let (src, dst) = (offset(&src, &(row * self.row_stride(from))), offset(&dst, &to));
            let width = dim(&cols);
            quote_spanned!(Span::mixed_site()=> #RUNTIME::tile::softmax::<V, #w>(arch, #src, #dst, #width);)
        })
    }

    fn call(&self, id: Id) -> TokenStream {
        let Op::Call(callee, operands, elem, shape) = self.plan.graph.op(id) else {
            unreachable!("a call step's node is a call");
        };
        let kernel = self.instance.kernel;
        let callee = &kernel.lowered.calls[*callee];
        let ty = |elem: Elem, shape: &Shape| kernel.paths.ty(&Ty { elem, shape: shape.clone() });
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
                        let elem = self.plan.graph.elem_of(*operand);
                        let (src, ty) = (self.src(self.flat(*operand)), ty(elem, shape));
                        let view = quote!(#src.view::<#ty>());
                        if *by_reference { view } else { quote!(*#view) }
                    }
                };
                (Ident::new(&format!("__argument{number}"), *span), value)
            })
            .collect();
        let lines = arguments.iter().map(|(name, value)| quote!(let #name = #value;));
        let names = arguments.iter().map(|(name, _)| name);
        let (path, result) = (&callee.path, ty(*elem, shape));
        let call = quote_spanned!(callee.span=> #path(#(#names),*));
        let name = if *shape == Shape::Scalar { mixed("s", id.0) } else { mixed("call", id.0) };
        quote!(#(#lines)* let #name: #result = #call;)
    }
}
