//! Lowers a kernel's body to the tensor graph.

mod assign;
mod call;
mod elementwise;
mod expression;
mod quantized;
mod refusal;
mod statement;

use std::collections::{BTreeMap, HashMap};

use kernels_plan::check::ShapeError;
use kernels_plan::graph::{Elem, Graph, Id, Op, Output, Shape};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{Expr, Ident, ItemFn};

use crate::diagnostics::Errors;
use crate::signature::{Access, Param, Signature, Ty};
use crate::types::Layout;

pub use assign::{is_assignment, is_compound};
pub use elementwise::{is_whole, plain_name, sine_and_cosine};
pub use expression::is_constant;
pub use refusal::{MACROS, refusal};
pub use statement::declared;

/// A kernel as a graph, with the tokens that the graph refers to by number.
pub struct Lowered {
    /// The computation.
    pub graph: Graph,
    /// The expressions of [`Op::Constant`].
    pub constants: Vec<TokenStream>,
    /// The callees of [`Op::Call`].
    pub calls: Vec<Callee>,
    /// What must hold for sizes that only the compiler knows, on the tokens that ask for it.
    pub checks: Vec<TokenStream>,
}

/// A called function.
pub struct Callee {
    /// Its path.
    pub path: TokenStream,
    /// The span of the call.
    pub span: Span,
    /// For each argument, whether it is passed by reference, and its span.
    pub arguments: Vec<(bool, Span)>,
}

/// Lowers the body. `None` after any error, all of which are reported.
pub fn lower(item: &ItemFn, signature: &Signature, errors: &Errors) -> Option<Lowered> {
    let mut lower = Lower {
        name: &item.sig.ident,
        signature,
        errors,
        graph: Graph::new(signature.elem),
        constants: vec![],
        calls: vec![],
        checks: vec![],
        scopes: vec![HashMap::new()],
        written: BTreeMap::new(),
    };
    lower.parameters();
    lower.body(&item.block);
    errors.is_empty().then_some(Lowered {
        graph: lower.graph,
        constants: lower.constants,
        calls: lower.calls,
        checks: lower.checks,
    })
}

struct Lower<'a> {
    /// The kernel's name.
    name: &'a Ident,
    signature: &'a Signature,
    errors: &'a Errors,
    graph: Graph,
    constants: Vec<TokenStream>,
    calls: Vec<Callee>,
    checks: Vec<TokenStream>,
    scopes: Vec<HashMap<String, Binding>>,
    /// The `&mut` parameters that the body writes.
    written: BTreeMap<usize, Id>,
}

/// What a name stands for. The value is `None` after an error.
#[derive(Clone, Copy)]
struct Binding {
    value: Option<Id>,
    kind: Kind,
    /// Whether the name is a reference in the plain function, which calls pass on.
    is_reference: bool,
    /// Whether it is a view in the plain function.
    is_view: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Let,
    LetMut,
    /// A scalar parameter.
    Value,
    /// A parameter that is a scale and a zero point of this type.
    Quantization(Elem),
    Shared,
    Mutable(usize),
    /// Declared with an error: every use of it is right.
    Unknown,
}

impl Lower<'_> {
    fn parameters(&mut self) {
        for (number, param) in self.signature.params.iter().enumerate() {
            let value = (!param.quantization)
                .then(|| self.graph.input_of(param.ty.elem, number, param.ty.shape.clone()));
            let kind = match param.access {
                _ if param.quantization => Kind::Quantization(param.ty.elem),
                Access::Shared => Kind::Shared,
                Access::Mutable => Kind::Mutable(number),
                Access::Value if param.mutable => Kind::LetMut,
                Access::Value => Kind::Value,
            };
            let name = param.ident.to_string();
            let (is_reference, is_view) = (param.access != Access::Value, param.is_view());
            if is_view {
                self.graph.views.push(number);
            }
            if param.layout == Some(Layout::Packed) {
                self.graph.packed.push(number);
            }
            let binding = Binding { value, kind, is_reference, is_view };
            if self.scopes[0].insert(name.clone(), binding).is_some() {
                self.errors.on(&param.ident, format!("the name `{name}` is used for two parameters"));
            }
        }
        for name in &self.signature.unread {
            self.bind_unknown(name);
        }
    }

    /// Appends an operation; a shape error is reported on `at`.
    fn push(&mut self, op: Op, at: impl ToTokens) -> Option<Id> {
        let result = self.graph.push(op);
        self.report(result, at)
    }

    fn report(&self, result: Result<Id, ShapeError>, at: impl ToTokens) -> Option<Id> {
        result.map_err(|error| self.errors.on(at, error)).ok()
    }

    fn is_transposed(&self, id: Id) -> bool {
        matches!(self.graph.op(id), Op::Transposed(_))
    }

    /// Reports a value that is no matrix in the plain function, only a way to read one, on `at`,
    /// where a matrix is expected.
    fn matrix(&self, id: Id, at: impl ToTokens) -> bool {
        let message = match () {
            () if self.is_transposed(id) => {
                "`t()` is a transposed view, for products and expressions; to get a matrix, write `transpose(…)`"
            }
            () if self.graph.is_packed(id) => {
                "a packed matrix is only multiplied, in `w * x` and `a * w.t()`; where its elements are wanted, take it as `&Matrix<i8, R, C>`"
            }
            () => return true,
        };
        self.errors.on(at, message);
        false
    }

    fn shape(&self, id: Id) -> &Shape {
        self.graph.shape(id)
    }

    fn ty(&self, id: Id) -> Ty {
        Ty { elem: self.graph.elem_of(id), shape: self.shape(id).clone() }
    }

    fn find(&self, name: &str) -> Option<Binding> {
        self.scopes.iter().rev().find_map(|scope| scope.get(name)).copied()
    }

    fn bind(&mut self, name: String, binding: Binding) {
        self.scopes.last_mut().expect("the parameters' scope is never left").insert(name, binding);
    }

    /// Binds a name whose declaration is an error, so that its uses are none.
    fn bind_unknown(&mut self, name: &Ident) {
        let binding = Binding { value: None, kind: Kind::Unknown, is_reference: false, is_view: false };
        self.bind(name.to_string(), binding);
    }

    /// Gives an existing name a new value.
    fn rebind(&mut self, name: &str, value: Option<Id>) {
        if let Some(binding) = self.scopes.iter_mut().rev().find_map(|scope| scope.get_mut(name)) {
            binding.value = value;
            if let (Kind::Mutable(param), Some(id)) = (binding.kind, value) {
                self.written.insert(param, id);
            }
        }
    }

    /// Checks the results against the signature and names them as outputs.
    fn finish(&mut self, results: Vec<(Option<Id>, &Expr)>) {
        for (number, (value, at)) in results.into_iter().enumerate() {
            let (Some(id), Some(declared)) = (value, self.signature.returns.get(number)) else { continue };
            let ty = self.ty(id);
            // Another floating-point type than the kernel's is reported where it is declared.
            let wrong_type = ty.elem != declared.elem
                && !(declared.elem.is_float() && declared.elem != self.signature.elem);
            if self.signature.returns_read && (ty.shape != declared.shape || wrong_type) {
                let message = format!("this is `{}`, and the signature returns `{declared}`", self.ty(id));
                self.errors.on(at, message);
            } else {
                self.matrix(id, at);
            }
            self.graph.outputs.push((Output::Return(number), id));
        }
        for (number, param) in self.signature.params.iter().enumerate() {
            match self.written.get(&number) {
                Some(&id) => self.graph.outputs.push((Output::Param(number), id)),
                None if param.access == Access::Mutable && self.errors.is_empty() => {
                    self.errors.on(&param.ident, never_written(param));
                }
                None => {}
            }
        }
    }
}

fn never_written(param: &Param) -> String {
    let (name, ty) = (&param.ident, &param.ty);
    match param.layout {
        None | Some(Layout::Packed) => {
            format!("`{name}` is never written: assign `*{name} = …;`, or take it as `&{ty}`")
        }
        Some(_) => {
            let read = Param { layout: Some(Layout::View), ..param.clone() }.type_name();
            format!("`{name}` is never written: write `{name}.set(…);`, or take it as `&{read}`")
        }
    }
}
