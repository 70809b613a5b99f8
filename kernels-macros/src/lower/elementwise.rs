//! Calls whose arguments are not all values, `map(f, x)` and `powi(x, 3)`, or that have two results,
//! `let (s, c) = sincos(x);`.

use kernels_plan::graph::{Function, Id, Op};
use quote::{ToTokens, quote};
use syn::{Expr, ExprCall, ExprLit, ExprPath, Lit, Local, Pat, PatIdent, UnOp};

use super::{Callee, Lower};
use crate::vocabulary::{self, wrong_arity};

/// The names of `let (s, c) = sincos(x);`, of which `_` is none, and `x`.
pub fn sine_and_cosine(local: &Local) -> Option<([Option<&PatIdent>; 2], &Expr)> {
    let (Pat::Tuple(pair), Some(init)) = (&local.pat, &local.init) else { return None };
    let (Expr::Call(call), None) = (&*init.expr, &init.diverge) else { return None };
    let Expr::Path(path) = &*call.func else { return None };
    let Some((_, vocabulary::Function::Sincos)) = vocabulary::Function::of_path(path) else { return None };
    match (pair.elems.len(), call.args.len()) {
        (2, 1) => Some(([plain_name(&pair.elems[0])?, plain_name(&pair.elems[1])?], &call.args[0])),
        _ => None,
    }
}

/// Whether an exponent is a whole number or the name of a constant.
pub fn is_whole(exponent: &Expr, is_local: &dyn Fn(&str) -> bool) -> bool {
    match exponent {
        Expr::Paren(inner) => is_whole(&inner.expr, is_local),
        Expr::Lit(ExprLit { lit: Lit::Int(_), .. }) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_)) && is_whole(&unary.expr, is_local),
        Expr::Path(path) => path.path.get_ident().is_none_or(|name| !is_local(&name.to_string())),
        _ => false,
    }
}

/// A plain name, or `_`.
pub fn plain_name(pattern: &Pat) -> Option<Option<&PatIdent>> {
    match pattern {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => Some(Some(name)),
        Pat::Wild(_) => Some(None),
        _ => None,
    }
}

impl Lower<'_> {
    /// `let (s, c) = sincos(x);`, which has the bits of `sin(x)` and `cos(x)`.
    pub(super) fn bind_sine_and_cosine(&mut self, names: [Option<&PatIdent>; 2], of: &Expr) {
        let value = self.expression(of);
        for (name, function) in names.into_iter().zip(["sin", "cos"]) {
            let Some(name) = name else { continue };
            let value = value.and_then(|x| self.push(Op::Apply(Function::Named(function), vec![x]), of));
            self.bind_value(name, value);
        }
    }

    /// `map(f, x)`, `map(f, (x, y))`: a function of the user, element by element.
    pub(super) fn map(&mut self, call: &ExprCall) -> Option<Id> {
        let (Some(function), Some(operands), None) = (call.args.get(0), call.args.get(1), call.args.get(2))
        else {
            return self.refuse(call, &wrong_arity("map", vocabulary::Function::Map, call.args.len()));
        };
        let tuple = match operands {
            Expr::Tuple(tuple) if !tuple.elems.is_empty() => Some(tuple.elems.iter()),
            _ => None,
        };
        let operands: Vec<&Expr> = tuple.map_or_else(|| vec![operands], Iterator::collect);
        let values: Vec<Option<Id>> = operands.iter().map(|operand| self.expression(operand)).collect();
        let path = self.mapped(function)?;
        let values = values.into_iter().collect::<Option<Vec<Id>>>()?;
        let number = self.callee(path);
        self.push(Op::Apply(Function::User(number), values), call)
    }

    /// The path of the function that is mapped.
    fn mapped<'e>(&self, function: &'e Expr) -> Option<&'e ExprPath> {
        let Expr::Path(path) = function else {
            self.refuse(
                function,
                "`map` takes the name of a function of numbers under `#[kernel]`: declare it outside of this kernel, `#[kernel] fn f(x: f32) -> f32 { … }`, and write `map(f, x)`",
            );
            return None;
        };
        if let Some(name) = path.path.get_ident() {
            let name = name.to_string();
            if self.find(&name).is_some() {
                self.refuse(path, &format!("`{name}` is a value, and `map` takes a function first"));
                return None;
            }
            if vocabulary::Function::named(&name).is_some() {
                self.refuse(path, &format!("`{name}` goes over all elements by itself: write `{name}(…)`"));
                return None;
            }
        }
        Some(path)
    }

    /// The number of a mapped function: one for each path.
    fn callee(&mut self, path: &ExprPath) -> usize {
        let text = path.to_token_stream().to_string();
        let known = |callee: &Callee| callee.arguments.is_empty() && callee.path.to_string() == text;
        self.calls.iter().position(known).unwrap_or_else(|| {
            let span = syn::spanned::Spanned::span(path);
            self.calls.push(Callee { path: path.to_token_stream(), span, arguments: vec![] });
            self.calls.len() - 1
        })
    }

    /// `powi(x, 3)`: the exponent is a whole number that the compiler knows.
    pub(super) fn power(&mut self, call: &ExprCall) -> Option<Id> {
        let (Some(of), Some(exponent), None) = (call.args.get(0), call.args.get(1), call.args.get(2)) else {
            return self.refuse(call, &wrong_arity("powi", vocabulary::Function::Power, call.args.len()));
        };
        let of = self.expression(of);
        if !is_whole(exponent, &|name| self.find(name).is_some()) {
            return self.refuse(exponent, vocabulary::EXPONENT);
        }
        // The number of its tokens; its type is `i32`, which the compiler sees to.
        let constant = self.constant(self.signature.elem, quote!((#exponent)))?;
        let Op::Constant(number) = *self.graph.op(constant) else { unreachable!("it is one") };
        self.push(Op::Apply(Function::Power(number), vec![of?]), call)
    }
}
