//! Statements: `let`, assignments, and the last line, which is the value.

use std::collections::HashMap;

use kernels_plan::graph::Elem;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Block, Expr, ExprAssign, ExprBinary, ItemFn, Local, Pat, PatIdent, Stmt, Type};

use super::expression::is_loop;
use crate::diagnostics::Errors;
use crate::lower::{MACROS, declared, is_assignment, is_compound, plain_name, refusal, sine_and_cosine};
use crate::paths::Paths;
use crate::signature::{Signature, names};
use crate::suggest::unknown_name;

/// What an expression is, lane by lane.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number,
    /// A truth value.
    Truth,
}

/// An expression over vectors.
pub struct Value {
    /// What it is.
    pub kind: Kind,
    /// Its tokens, which can stand anywhere.
    pub tokens: TokenStream,
}

/// A name in scope.
#[derive(Clone, Copy)]
pub struct Binding {
    /// `None` after an error: every use of it is right.
    pub kind: Option<Kind>,
    mutable: bool,
}

/// The names of a block.
#[derive(Default)]
struct Scope {
    names: HashMap<String, Binding>,
    /// Whether it is a side of an `if`, or right of `&&` or `||`, which is computed in any case.
    is_branch: bool,
}

/// The lowering of a body.
pub struct Body<'a> {
    /// The function's name.
    pub name: &'a Ident,
    /// The type of its numbers.
    pub elem: Elem,
    /// The runtime crate.
    pub paths: &'a Paths,
    pub errors: &'a Errors,
    scopes: Vec<Scope>,
}

impl<'a> Body<'a> {
    /// The body as an expression over vectors of the parameters' names; `None` after an error.
    pub fn lower(
        item: &'a ItemFn,
        signature: &Signature,
        paths: &'a Paths,
        errors: &'a Errors,
    ) -> Option<TokenStream> {
        let mut scope = Scope::default();
        for param in &signature.params {
            let binding = Binding { kind: Some(Kind::Number), mutable: param.mutable };
            scope.names.insert(param.ident.to_string(), binding);
        }
        let (name, elem) = (&item.sig.ident, signature.elem);
        let mut body = Body { name, elem, paths, errors, scopes: vec![scope] };
        let value = body.block(&item.block, false)?;
        body.number(value, item.block.stmts.last()?)
    }

    /// Reports `message` on `at`.
    pub fn refuse<T>(&self, at: impl ToTokens, message: impl std::fmt::Display) -> Option<T> {
        self.errors.on(at, message);
        None
    }

    /// What a name in scope is, and whether what is computed in any case lies between it and here.
    pub fn find(&self, name: &str) -> Option<(Binding, bool)> {
        let mut outside = false;
        for scope in self.scopes.iter().rev() {
            if let Some(binding) = scope.names.get(name) {
                return Some((*binding, outside));
            }
            outside |= scope.is_branch;
        }
        None
    }

    /// Says that there is no such name, and which was meant.
    pub fn unknown_name(&self, name: &str) -> String {
        unknown_name(name, self.scopes.iter().flat_map(|scope| scope.names.keys()))
    }

    fn bind(&mut self, name: &Ident, kind: Option<Kind>, mutable: bool) {
        let scope = self.scopes.last_mut().expect("the parameters' scope is never left");
        scope.names.insert(name.to_string(), Binding { kind, mutable });
    }

    /// `{ let …; value }`.
    pub fn block(&mut self, block: &Block, is_branch: bool) -> Option<Value> {
        self.scopes.push(Scope { is_branch, ..Scope::default() });
        let value = self.statements(block);
        self.scopes.pop();
        value
    }

    /// What stands right of `&&` or `||`.
    pub fn conditional(&mut self, expr: &Expr) -> Option<Value> {
        self.scopes.push(Scope { is_branch: true, ..Scope::default() });
        let value = self.expression(expr);
        self.scopes.pop();
        value
    }

    fn statements(&mut self, block: &Block) -> Option<Value> {
        let Some((Stmt::Expr(tail, None), front)) = block.stmts.split_last() else {
            return self.no_value(block);
        };
        let lines: Vec<Option<TokenStream>> = front.iter().map(|line| self.statement(line)).collect();
        let Value { kind, tokens } = self.expression(tail)?;
        let lines = lines.into_iter().collect::<Option<Vec<_>>>()?;
        let tokens = if lines.is_empty() { tokens } else { quote!({ #(#lines)* #tokens }) };
        Some(Value { kind, tokens })
    }

    /// Says what a block lacks at its end.
    fn no_value<T>(&mut self, block: &Block) -> Option<T> {
        let Some((last, front)) = block.stmts.split_last() else {
            return self
                .refuse(block, "the value is missing: a block here ends with an expression, without `;`");
        };
        front.iter().for_each(|line| drop(self.statement(line)));
        match last {
            Stmt::Expr(Expr::Return(_), _) => drop(self.statement(last)),
            Stmt::Expr(expr, Some(semicolon)) if !is_assignment(expr) => {
                drop(self.expression(expr));
                self.errors.on(semicolon, "remove this `;`: the last line is the value");
            }
            _ => {
                let reported = self.errors.count();
                self.statement(last);
                if self.errors.count() == reported {
                    self.errors.on(
                        last,
                        "the value is missing after this line: end with an expression, without `;`",
                    );
                }
            }
        }
        None
    }

    fn statement(&mut self, statement: &Stmt) -> Option<TokenStream> {
        match statement {
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(Expr::Assign(assign), _) => self.assign(assign),
            Stmt::Expr(Expr::Binary(binary), _) if is_compound(&binary.op) => self.compound(binary),
            Stmt::Expr(Expr::If(branch), _) => self.refuse(
                branch.if_token,
                "an `if` has a value here, because both of its sides are computed: write `y = if … { a } else { b };`",
            ),
            Stmt::Expr(expr, _) if is_loop(expr) => self.expression(expr).and(None),
            Stmt::Expr(expr, _) => match refusal(expr) {
                Some((at, message)) => self.refuse(at, message),
                None => self.refuse(
                    expr,
                    "the value of this line is not used; a line is `let y = …;`, an assignment to a `let mut` name, or the value at the end",
                ),
            },
            Stmt::Item(item) => {
                let (at, names) = declared(item);
                names.iter().for_each(|name| self.bind(name, None, false));
                self.refuse(at, "items are declared outside of a function under `#[kernel]`")
            }
            Stmt::Macro(call) => self.refuse(&call.mac, MACROS),
        }
    }

    /// `let (s, c) = sincos(x);`
    fn sine_and_cosine(&mut self, names: [Option<&PatIdent>; 2], of: &Expr) -> Option<TokenStream> {
        let value = self.number_of(of);
        let kind = value.is_some().then_some(Kind::Number);
        let names = names.map(|name| match name {
            Some(name) => {
                self.bind(&name.ident, kind, name.mutability.is_some());
                name.to_token_stream()
            }
            None => quote!(_),
        });
        let ([s, c], value, private) = (names, value?, self.paths.private());
        Some(quote!(let (#s, #c) = #private::vecmath::sincos(#value);))
    }

    fn local(&mut self, local: &Local) -> Option<TokenStream> {
        if let Some((names, of)) = sine_and_cosine(local) {
            return self.sine_and_cosine(names, of);
        }
        let (pat, ty) = match &local.pat {
            Pat::Type(typed) => (&*typed.pat, Some(&*typed.ty)),
            pat => (pat, None),
        };
        let is_name = plain_name(pat).is_some();
        let value = match &local.init {
            // `let (a, b) = (x, y);` is one mistake.
            Some(init) if !is_name && refusal(&init.expr).is_some() && init.diverge.is_none() => None,
            Some(init) if init.diverge.is_none() => self.expression(&init.expr),
            Some(init) => {
                names(pat).iter().for_each(|name| self.bind(name, None, false));
                let at = init.diverge.as_ref().map(|(at, _)| at);
                return self.refuse(at, "there is no `let … else` here: a number has no other case");
            }
            None => self.refuse(local, "a `let` has its value here: `let y = …;`"),
        };
        let value = match (value, ty) {
            (Some(value), Some(ty)) => self.of_type(value, ty),
            (value, _) => value,
        };
        match pat {
            Pat::Ident(name) if is_name => {
                let kind = value.as_ref().map(|value| value.kind);
                self.bind(&name.ident, kind, name.mutability.is_some());
                let (ident, mutable, tokens) = (&name.ident, &name.mutability, value?.tokens);
                Some(quote!(let #mutable #ident = #tokens;))
            }
            Pat::Wild(_) => value.map(|_| TokenStream::new()),
            other => {
                names(other).iter().for_each(|name| self.bind(name, None, false));
                self.refuse(other, "a `let` binds one plain name here: `let y = …;`")
            }
        }
    }

    /// A value whose type is declared: `f32`, of a truth value `bool`.
    fn of_type(&self, value: Value, ty: &Type) -> Option<Value> {
        let own = match value.kind {
            Kind::Number => self.elem.name(),
            Kind::Truth => "bool",
        };
        match ty {
            Type::Infer(_) => Some(value),
            Type::Path(path) if path.path.is_ident(own) => Some(value),
            other => self.refuse(other, format!("this is a value of `{own}`")),
        }
    }

    fn assign(&mut self, assign: &ExprAssign) -> Option<TokenStream> {
        let value = self.expression(&assign.right);
        let (name, kind) = self.target(&assign.left)?;
        let value = value?;
        if kind.is_some_and(|kind| kind != value.kind) {
            return self.refuse(&assign.right, format!("`{name}` is of the other type: {}", BOTH));
        }
        let tokens = value.tokens;
        Some(quote!(#name = #tokens;))
    }

    fn compound(&mut self, binary: &ExprBinary) -> Option<TokenStream> {
        let (left, right) = (self.target(&binary.left), self.expression(&binary.right));
        let ((name, kind), right) = (left?, right?);
        let right = self.number(right, &binary.right)?;
        if kind == Some(Kind::Truth) {
            return self.refuse(&binary.left, "this is a truth value, and there is no arithmetic with those");
        }
        let operator = self.compound_operator(binary)?;
        // As in Rust, the right side comes first.
        let value = Ident::new("right", Span::mixed_site());
        Some(quote!(let #value = #right; #name = #name #operator #value;))
    }

    /// The variable that an assignment writes.
    fn target(&self, left: &Expr) -> Option<(Ident, Option<Kind>)> {
        let name = match left {
            Expr::Path(path) => path.path.get_ident(),
            _ => None,
        };
        let Some(name) = name else {
            return self.refuse(left, "an assignment is to the name of a `let mut`");
        };
        match self.find(&name.to_string()) {
            None => self.refuse(name, self.unknown_name(&name.to_string())),
            Some((binding, true)) if binding.kind.is_some() => self.refuse(
                name,
                format!(
                    "all sides of `if`, `&&` and `||` are computed, so `{name}` of outside is not assigned in one: write `{name} = if … {{ a }} else {{ b }};`"
                ),
            ),
            Some((binding, _)) if binding.kind.is_some() && !binding.mutable => {
                self.refuse(name, format!("`{name}` is not `mut`: declare it as `mut {name}`"))
            }
            Some((binding, _)) => Some((name.clone(), binding.kind)),
        }
    }

    /// The tokens of a number; of a truth value, an error on `at`.
    pub fn number(&self, value: Value, at: impl ToTokens) -> Option<TokenStream> {
        match value.kind {
            Kind::Number => Some(value.tokens),
            Kind::Truth => self.refuse(
                at,
                "this is a truth value, and a number is needed here: write `if … { 1.0 } else { 0.0 }`",
            ),
        }
    }

    /// The tokens of a truth value; of a number, an error on `at`.
    pub fn truth(&self, value: Value, at: impl ToTokens) -> Option<TokenStream> {
        match value.kind {
            Kind::Truth => Some(value.tokens),
            Kind::Number => self.refuse(
                at,
                "this is a number, and a truth value is needed here: compare it, as in `x > 0.0`",
            ),
        }
    }
}

const BOTH: &str = "one is a number, the other a truth value";
