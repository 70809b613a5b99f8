//! Calls: the vocabulary's functions, other functions under `#[kernel]`, and those methods of
//! the standard library that give the same bits everywhere.

use kernels_plan::graph::{Binary, Unary};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Expr, ExprCall, ExprMethodCall, ExprPath};

use super::body::{Body, Kind, Value};
use super::expression::{arch, register};
use crate::lower::is_whole;
use crate::vocabulary::{Function, PAIR, of_tensors, wrong_arity};

/// Methods with one result by IEEE 754, and the function of vectors that is each.
const METHODS: &[(&str, &str, usize)] = &[
    ("abs", "abs", 0),
    ("sqrt", "sqrt", 0),
    ("floor", "floor", 0),
    ("ceil", "ceil", 0),
    ("round", "round", 0),
    ("trunc", "trunc", 0),
    ("recip", "recip", 0),
    ("copysign", "copysign", 1),
];

impl Body<'_> {
    pub(super) fn call(&mut self, call: &ExprCall) -> Option<Value> {
        let Expr::Path(path) = &*call.func else {
            return self.refuse(&call.func, "a function is called by its name");
        };
        if let Some(name) = path.path.get_ident() {
            if let Some((binding, _)) = self.find(&name.to_string()) {
                binding.kind?;
                return self.refuse(path, format!("`{name}` is a value, not a function"));
            }
            if name == self.name {
                return self.refuse(path, "a function under `#[kernel]` cannot call itself");
            }
        }
        match Function::of_path(path) {
            Some((name, function)) => self.vocabulary(&name, function, call),
            None => self.foreign(path, call),
        }
    }

    fn vocabulary(&mut self, name: &str, function: Function, call: &ExprCall) -> Option<Value> {
        let lanes = match function {
            Function::Apply(lanes, _) => lanes,
            Function::Unary(Unary::Relu | Unary::Sqrt | Unary::Abs) => name,
            Function::Binary(Binary::Maximum | Binary::Minimum) => name,
            Function::Power => return self.power(call),
            Function::Sincos => return self.refuse(call, PAIR),
            _ => return self.refuse(&call.func, of_tensors(name)),
        };
        if call.args.len() != function.arity() {
            return self.refuse(call, wrong_arity(name, function, call.args.len()));
        }
        let operands = self.operands(call.args.iter());
        self.lanes(lanes, operands?)
    }

    /// A function of the runtime's vector maths.
    fn lanes(&self, name: &str, operands: Vec<TokenStream>) -> Option<Value> {
        let (private, name) = (self.paths.private(), Ident::new(name, Span::mixed_site()));
        Some(Value { kind: Kind::Number, tokens: quote!(#private::vecmath::#name(#(#operands),*)) })
    }

    fn operands<'e>(&mut self, operands: impl Iterator<Item = &'e Expr>) -> Option<Vec<TokenStream>> {
        // All of them, so that every error is found.
        let operands: Vec<Option<TokenStream>> = operands.map(|operand| self.number_of(operand)).collect();
        operands.into_iter().collect()
    }

    /// `powi(x, 3)`: the exponent is known to the compiler.
    fn power(&mut self, call: &ExprCall) -> Option<Value> {
        if call.args.len() != 2 {
            return self.refuse(call, wrong_arity("powi", Function::Power, call.args.len()));
        }
        let (of, exponent) = (self.number_of(&call.args[0]), &call.args[1]);
        if !is_whole(exponent, &|name| self.find(name).is_some()) {
            return self.refuse(exponent, crate::vocabulary::EXPONENT);
        }
        self.lanes("powi", vec![of?, quote!(#exponent)])
    }

    /// Another function of numbers, which has `#[kernel]` too.
    fn foreign(&mut self, path: &ExprPath, call: &ExprCall) -> Option<Value> {
        if path.path.segments.len() == 2 && path.path.segments[0].ident == self.elem.name() {
            return self.refuse(path, "write it as a method, `x.abs()`, or as a function, `abs(x)`");
        }
        let operands = self.operands(call.args.iter())?;
        let (private, register, count) = (self.paths.private(), register(), operands.len());
        Some(Value {
            kind: Kind::Number,
            tokens: quote!(<#path as #private::Lanewise<<#register as #private::Simd>::Elem, #count>>::lanes([#(#operands),*])),
        })
    }

    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Option<Value> {
        let of = self.number_of(&call.receiver);
        let name = call.method.to_string();
        let arguments = self.operands(call.args.iter())?;
        let (of, given, register) = (of?, arguments.len(), register());
        if let Some((_, lanes, _)) =
            METHODS.iter().find(|(known, _, takes)| *known == name && *takes == given)
        {
            return self.lanes(lanes, [of].into_iter().chain(arguments).collect());
        }
        let truth = |tokens| Some(Value { kind: Kind::Truth, tokens });
        let infinity = || {
            let (arch, private) = (arch(), self.paths.private());
            quote!(#register::splat(#arch, #private::Element::INFINITY))
        };
        match (name.as_str(), given) {
            ("mul_add", 2) => {
                Some(Value { kind: Kind::Number, tokens: quote!(#register::mul_add(#of, #(#arguments),*)) })
            }
            ("is_nan", 0) => truth(quote!(#register::is_nan(#of))),
            ("is_infinite", 0) => {
                let infinity = infinity();
                truth(quote!(#register::equal(#register::abs(#of), #infinity)))
            }
            ("is_finite", 0) => {
                let infinity = infinity();
                truth(quote!(#register::lt(#register::abs(#of), #infinity)))
            }
            _ => self.refuse(&call.method, unknown_method(&name)),
        }
    }
}

/// What to write instead of a method of the standard library.
fn unknown_method(name: &str) -> String {
    let function = match name {
        "max" => "maximum",
        "min" => "minimum",
        "powf" => "pow",
        "exp_m1" => "expm1",
        other => other,
    };
    match Function::named(function) {
        Some(Function::Apply(..) | Function::Binary(_) | Function::Power) => format!(
            "the standard library's `.{name}()` is not the same on every machine, or with NaN: write `{function}(…)`"
        ),
        _ => {
            let known: Vec<String> = METHODS.iter().map(|(name, ..)| format!("`.{name}()`")).collect();
            format!(
                "there is no method `.{name}()` here; it knows {}, `.mul_add()`, `.is_nan()`, `.is_finite()`, `.is_infinite()`, and the functions of `kernels::prelude`",
                known.join(", ")
            )
        }
    }
}
