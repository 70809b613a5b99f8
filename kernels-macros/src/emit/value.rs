//! Values at a position: the vectors and scalars that a step's expressions are made of.

use kernels_plan::graph::{Binary, Elem, Function, Id, Op, Shape, Unary};
use kernels_plan::step::Place;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::index::Index;
use super::instance::{Level, elements, mixed};
use crate::paths::{self, RUNTIME, number};

/// Where in a tensor a vector begins.
pub enum At<'a> {
    /// At this element, in row-major order.
    Flat(&'a Index),
    /// The same, with its row and column.
    Grid {
        /// Element, in row-major order.
        at: &'a Index,
        /// Row.
        row: &'a Index,
        /// Column.
        col: &'a Index,
    },
    /// At this row of a matrix of one column.
    Down(&'a Index),
    /// These rows of one of the columns of a matrix.
    Column {
        /// The first row.
        row: &'a Index,
        /// How many there are.
        rows: usize,
        /// Column.
        col: &'a Index,
    },
    /// Several rows of a matrix side by side, each in its part of the lanes.
    Parts {
        /// The first row.
        row: &'a Index,
        /// How many there are.
        rows: usize,
        /// Lanes of a part.
        part: usize,
        /// The first column.
        col: &'a Index,
        /// How many columns there are.
        cols: usize,
    },
}

/// How many lanes of a vector are elements.
#[derive(Clone, Copy)]
pub enum Lanes<'a> {
    /// All.
    All,
    /// This many, the rest is filled with zero.
    Some(&'a Index),
    /// This many; temporaries with room past their end are read whole.
    Padded(&'a Index),
}

/// The vectors that a step makes, besides those it reads.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    /// The product of which this is the epilogue, and its vector.
    pub product: Option<(Id, &'a TokenStream)>,
    /// The elementwise nodes computed in this step, in order.
    pub inlined: &'a [Id],
}

impl Level<'_> {
    /// `let` lines for the inlined nodes of a step, at a position.
    pub fn inlined(&self, values: &Values, at: &At, lanes: Lanes) -> TokenStream {
        let lines = values.inlined.iter().map(|&id| {
            let value = self.operation(id, |operand| self.operand(operand, values, at, lanes));
            let name = mixed("v", id.0);
            quote!(let #name = #value;)
        });
        lines.collect()
    }

    /// A node's vector: computed in this step, or read.
    pub fn operand(&self, id: Id, values: &Values, at: &At, lanes: Lanes) -> TokenStream {
        match values.product {
            Some((product, value)) if product == id => value.clone(),
            _ if values.inlined.contains(&id) => mixed("v", id.0).to_token_stream(),
            _ => self.leaf(id, at, lanes),
        }
    }

    fn leaf(&self, id: Id, at: &At, lanes: Lanes) -> TokenStream {
        let graph = self.plan.graph;
        let elem = graph.elem_of(id);
        if *graph.shape(id) == Shape::Scalar {
            return self.splat(elem, &self.scalar(id));
        }
        if let At::Parts { .. } = at {
            return self.parts(id, at);
        }
        if let At::Column { row, rows, col } = *at {
            return self.down(id, row, rows, col);
        }
        if let (Op::Column(vector), At::Grid { row, .. }) = (graph.op(id), at) {
            let src = self.tensor(*vector);
            return self.splat(elem, &quote!(#src.get(#row)));
        }
        if let At::Down(at) = at {
            match (graph.op(id), graph.shape(id)) {
                (Op::Column(vector), _) => return self.load(elem, self.place(*vector), at, lanes),
                (_, Shape::Vector(_)) => {
                    let src = self.tensor(id);
                    return self.splat(elem, &quote!(#src.get(0)));
                }
                _ => {}
            }
        }
        let place = match at {
            At::Flat(_) | At::Down(_) => self.flat(id),
            At::Grid { .. } | At::Column { .. } | At::Parts { .. } => self.place(id),
        };
        let at = match (at, graph.shape(id)) {
            (At::Grid { col, .. }, Shape::Vector(_)) => (*col).clone(),
            _ => self.position(place, at),
        };
        self.load(elem, place, &at, lanes)
    }

    /// Rows of a tensor side by side: those of a matrix, the same vector in each, or an element of
    /// a column.
    fn parts(&self, id: Id, at: &At) -> TokenStream {
        let graph = self.plan.graph;
        let &At::Parts { row, rows, part, col, cols } = at else {
            unreachable!("rows side by side are read as such")
        };
        let [rows, part, cols] = [rows, part, cols].map(number);
        if let Op::Column(vector) = graph.op(id) {
            let src = self.tensor(*vector);
            return quote_spanned! {Span::mixed_site()=>
                #src.load_rows::<V>(arch, #row, 1, #part, #rows, 1).spread(#part, 0)
            };
        }
        let src = self.tensor(id);
        match graph.shape(id) {
            Shape::Vector(_) => {
                quote_spanned!(Span::mixed_site()=> #src.load_rows::<V>(arch, #col, 0, #part, 1, #cols))
            }
            _ => {
                let stride = self.row_stride(id);
                let at = row * &stride + col;
                quote_spanned! {Span::mixed_site()=>
                    #src.load_rows::<V>(arch, #at, #stride, #part, #rows, #cols)
                }
            }
        }
    }

    /// Rows of a column of a tensor.
    fn down(&self, id: Id, row: &Index, rows: usize, col: &Index) -> TokenStream {
        let (graph, rows) = (self.plan.graph, number(rows));
        if let Op::Column(vector) = graph.op(id) {
            let src = self.tensor(*vector);
            return quote_spanned!(Span::mixed_site()=> #src.load_partial::<V>(arch, #row, #rows));
        }
        let src = self.tensor(id);
        if let Shape::Vector(_) = graph.shape(id) {
            return self.splat(graph.elem_of(id), &quote!(#src.get(#col)));
        }
        let stride = self.row_stride(id);
        let at = row * &stride + col;
        quote_spanned!(Span::mixed_site()=> #src.load_strided::<V>(arch, #at, #stride, #rows))
    }

    fn splat(&self, elem: Elem, scalar: &TokenStream) -> TokenStream {
        let (register, scalar) = (self.register(elem), widened(elem, scalar));
        quote_spanned!(Span::mixed_site()=> #register::splat(arch, #scalar))
    }

    /// A scalar as a vector of one lane.
    pub fn single(&self, id: Id) -> TokenStream {
        let elem = self.plan.graph.elem_of(id);
        let value = widened(elem, &self.scalar(id));
        if elem.is_integer() { quote!(::core::num::Wrapping(#value)) } else { value }
    }

    /// The element of a tensor of the step's own shape.
    pub fn position(&self, place: Place, at: &At) -> Index {
        match (at, self.view_stride(place)) {
            (At::Grid { row, col, .. }, Some(stride)) => *row * stride + *col,
            (At::Flat(_) | At::Down(_), Some(_)) => unreachable!("the rows of a view are walked one by one"),
            (At::Flat(at) | At::Down(at) | At::Grid { at, .. }, None) => (*at).clone(),
            (At::Column { .. } | At::Parts { .. }, _) => unreachable!("they are read as such"),
        }
    }

    /// The vector of a tensor in memory from element `at` on.
    pub fn load(&self, elem: Elem, from: Place, at: &Index, lanes: Lanes) -> TokenStream {
        let (src, register) = (self.src(from), self.register(elem));
        let padded = matches!(from, Place::Buffer(number) if self.plan.fused.buffers[number].padded);
        match lanes {
            Lanes::Some(live) => {
                quote_spanned!(Span::mixed_site()=> #src.load_partial::<#register>(arch, #at, #live))
            }
            Lanes::Padded(live) if !padded => {
                quote_spanned!(Span::mixed_site()=> #src.load_partial::<#register>(arch, #at, #live))
            }
            Lanes::All | Lanes::Padded(_) => {
                quote_spanned!(Span::mixed_site()=> #src.load::<#register>(arch, #at))
            }
        }
    }

    /// The readable view of a tensor that is in memory.
    pub fn tensor(&self, id: Id) -> TokenStream {
        self.src(self.place(id))
    }

    /// Where a tensor lies without gaps between its rows.
    pub fn flat(&self, id: Id) -> Place {
        self.plan.fused.copies.get(&id).copied().unwrap_or_else(|| self.place(id))
    }

    /// Where a tensor lies.
    pub fn place(&self, id: Id) -> Place {
        *self.plan.fused.places.get(&id).expect("fusion puts every operand of a step in memory")
    }

    /// A scalar node's name or value.
    pub fn scalar(&self, id: Id) -> TokenStream {
        match self.plan.graph.op(id) {
            Op::Input(param) => self.instance.kernel.signature.params[*param].ident.to_token_stream(),
            Op::Constant(number) => self.constant(*number),
            Op::Count(shape) => match shape.elements() {
                Some(count) => Literal::f64_unsuffixed(count as f64).to_token_stream(),
                None => {
                    let elem = paths::elem(self.plan.graph.elem);
                    let count = paths::dim(&elements(shape));
                    quote!(#count as #elem)
                }
            },
            _ => mixed("s", id.0).to_token_stream(),
        }
    }

    /// An elementwise operation on vectors, or on scalars, which are vectors of one lane.
    pub fn operation(&self, id: Id, operand: impl Fn(Id) -> TokenStream) -> TokenStream {
        let graph = self.plan.graph;
        let whole = |id: Id| graph.elem_of(id).is_integer();
        let function = |name: &str, operands: &[Id]| {
            let name = proc_macro2::Ident::new(name, Span::mixed_site());
            let module = if whole(operands[0]) { quote!(arch::whole) } else { quote!(vecmath) };
            let operands = operands.iter().map(|id| operand(*id));
            quote!(#RUNTIME::#module::#name(#(#operands),*))
        };
        let infix = |a: Id, operator: TokenStream, b: Id| {
            let (a, b) = (operand(a), operand(b));
            quote!(#a #operator #b)
        };
        match *graph.op(id) {
            Op::Apply(Function::Named(name), ref operands) => function(name, operands),
            Op::Apply(Function::Power(number), ref operands) => {
                let (x, power) = (operand(operands[0]), &self.instance.kernel.lowered.constants[number]);
                quote!(#RUNTIME::vecmath::powi(#x, #power))
            }
            Op::Apply(Function::User(number), ref operands) => {
                let path = &self.instance.kernel.lowered.calls[number].path;
                let (elem, count) = (paths::elem(graph.elem_of(id)), operands.len());
                let operands = operands.iter().map(|id| operand(*id));
                quote!(<#path as #RUNTIME::Lanewise<#elem, #count>>::lanes([#(#operands),*]))
            }
            // Registers hold such elements widened.
            Op::Unary(Unary::Widen, a) => operand(a),
            Op::Unary(Unary::ToFloat, a) => {
                let a = operand(a);
                quote!(#a.to_f32())
            }
            Op::Binary(Binary::Quantize(elem), a, b) => {
                let (elem, a, b) = (paths::elem(elem), operand(a), operand(b));
                quote!(#RUNTIME::arch::whole::quantize::<#elem, _>(#a, #b))
            }
            Op::Unary(Unary::Neg, a) => {
                let a = operand(a);
                quote!(-#a)
            }
            Op::Unary(unary, a) => function(unary_name(unary), &[a]),
            Op::Binary(Binary::Add, a, b) => infix(a, quote!(+), b),
            Op::Binary(Binary::Sub, a, b) => infix(a, quote!(-), b),
            Op::Binary(Binary::Mul, a, b) => infix(a, quote!(*), b),
            Op::Binary(Binary::Div, a, b) => infix(a, quote!(/), b),
            Op::Binary(Binary::Maximum, a, b) => function("maximum", &[a, b]),
            Op::Binary(Binary::Minimum, a, b) => function("minimum", &[a, b]),
            _ => unreachable!("only elementwise operations are inlined"),
        }
    }
}

/// A scalar as registers hold its type.
fn widened(elem: Elem, scalar: &TokenStream) -> TokenStream {
    match elem {
        Elem::Bf16 => quote!(#scalar.to_f32()),
        elem if elem.is_byte() => quote!(#RUNTIME::Byte::widen(#scalar)),
        _ => scalar.clone(),
    }
}

/// The function of the runtime's vector maths.
fn unary_name(unary: Unary) -> &'static str {
    match unary {
        Unary::Neg => unreachable!("negation is an operator"),
        Unary::Abs => "abs",
        Unary::Sqrt => "sqrt",
        Unary::Relu => "relu",
        Unary::ToFloat | Unary::Widen => unreachable!("conversions are methods"),
    }
}
