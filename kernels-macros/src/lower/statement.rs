//! Statements: `let`, assignment, the result.

use kernels_plan::graph::Id;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Block, Expr, Ident, Item, Local, Pat, PatIdent, Stmt, Type, UseTree};

use super::assign::{is_assignment, is_compound, is_set};
use super::elementwise::{plain_name, sine_and_cosine};
use super::refusal::{MACROS, refusal};
use super::{Binding, Kind, Lower};
use crate::signature::{Ty, names};

const STATEMENTS: &str =
    "a kernel's body is `let` lines, assignments to `&mut` parameters, and a result on the last line";

impl Lower<'_> {
    pub(super) fn body(&mut self, block: &Block) {
        let before_last = match block.stmts.split_last() {
            Some((last, front)) => {
                front.iter().for_each(|statement| self.statement(statement));
                let before = self.errors.count();
                match last {
                    Stmt::Expr(expr, None) if !is_assignment(expr) => return self.result(expr),
                    Stmt::Expr(expr, Some(semi)) if self.is_result(expr) => {
                        self.errors.on(semi, "remove this `;`: the last line is the result");
                        return self.result(expr);
                    }
                    last => self.statement(last),
                }
                before
            }
            None => self.errors.count(),
        };
        // A last line that was refused may well have been the result.
        if self.errors.count() == before_last {
            self.no_result(block);
        }
        self.finish(vec![]);
    }

    /// Whether a line that ends with `;` was meant as the result.
    fn is_result(&self, expr: &Expr) -> bool {
        let is_value = !is_assignment(expr) && refusal(expr).is_none();
        is_value && (!self.signature.returns.is_empty() || !self.signature.returns_read)
    }

    fn result(&mut self, tail: &Expr) {
        let returns = &self.signature.returns;
        if !self.signature.returns_read {
            let parts: Vec<&Expr> = match tail {
                Expr::Tuple(tuple) if self.signature.tuple => tuple.elems.iter().collect(),
                single => vec![single],
            };
            let values = parts.into_iter().map(|part| (self.expression(part), part)).collect();
            return self.finish(values);
        }
        match tail {
            Expr::Tuple(tuple) if self.signature.tuple => {
                let values: Vec<_> = tuple
                    .elems
                    .iter()
                    .enumerate()
                    .map(|(at, part)| (self.expected_expression(part, returns.get(at)), part))
                    .collect();
                if values.len() != returns.len() {
                    let (found, wanted) = (values.len(), returns.len());
                    let message = format!("these are {found} values, and the signature returns {wanted}");
                    return self.errors.on(tuple, message);
                }
                self.finish(values);
            }
            tail if self.signature.tuple => {
                let wanted = returns.len();
                if self.expression(tail).is_some() {
                    self.errors
                        .on(tail, format!("the signature returns {wanted} values: end with `(a, b, …)`"));
                }
            }
            Expr::Tuple(tuple) if !returns.is_empty() => {
                self.errors.on(
                    tuple,
                    format!("the signature returns one value, `{}`, and this is a tuple", returns[0]),
                );
            }
            tail => {
                let value = self.expected_expression(tail, returns.first());
                if let (Some(id), true) = (value, returns.is_empty()) {
                    let ty = self.ty(id);
                    let message = format!(
                        "the signature returns nothing: add `-> {ty}`, or assign this to a `&mut` parameter"
                    );
                    return self.errors.on(tail, message);
                }
                self.finish(vec![(value, tail)]);
            }
        }
    }

    /// The body ends without a value: right only if it writes its results.
    fn no_result(&mut self, block: &Block) {
        let returns = &self.signature.returns;
        if returns.is_empty() && self.signature.returns_read {
            let writes =
                self.scopes[0].values().any(|it| matches!(it.kind, Kind::Mutable(_) | Kind::Unknown));
            if !writes {
                self.errors.on(
                    self.name,
                    "this kernel has no result: return a value, or take a `&mut` parameter to write it to",
                );
            }
            return;
        }
        let missing = match returns.as_slice() {
            [single] if !self.signature.tuple => format!("`{single}`"),
            _ => "a tuple".into(),
        };
        match block.stmts.last() {
            Some(last) => {
                let message = format!(
                    "the result is missing after this line: end with an expression, {missing}, without `;`"
                );
                self.errors.on(last, message);
            }
            None => {
                let message = format!("the body is empty, and the signature returns {missing}");
                self.errors.push(syn::Error::new(block.span(), message));
            }
        }
    }

    /// `{ let …; value }` as an expression.
    pub(super) fn nested(&mut self, block: &Block) -> Option<Id> {
        self.scopes.push(Default::default());
        let value = match block.stmts.split_last() {
            Some((Stmt::Expr(tail, None), front)) if !is_assignment(tail) => {
                front.iter().for_each(|statement| self.statement(statement));
                self.expression(tail)
            }
            _ => {
                self.errors.on(block, "a block inside of a kernel ends with its value, without `;`");
                None
            }
        };
        self.scopes.pop();
        value
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(Expr::Assign(assign), _) => self.assign(&assign.left, &assign.right),
            Stmt::Expr(Expr::Binary(binary), _) if is_compound(&binary.op) => self.compound(binary),
            Stmt::Expr(Expr::MethodCall(call), _) if is_set(call) => self.set(call),
            Stmt::Expr(expr, _) => match refusal(expr) {
                Some((at, message)) => self.errors.on(at, message),
                None => self.errors.on(expr, format!("the value of this line is not used; {STATEMENTS}")),
            },
            Stmt::Item(item) => self.item(item),
            Stmt::Macro(call) => self.errors.on(&call.mac, MACROS),
        }
    }

    fn item(&mut self, item: &Item) {
        let (at, declared) = declared(item);
        self.errors.on(at, "items are declared outside of a kernel, where its generated code sees them too");
        declared.iter().for_each(|name| self.bind_unknown(name));
    }

    /// Binds a name to a value that is none of the plain function's references.
    pub(super) fn bind_value(&mut self, name: &PatIdent, value: Option<Id>) {
        if value.is_none() {
            return self.bind_unknown(&name.ident);
        }
        let kind = if name.mutability.is_some() { Kind::LetMut } else { Kind::Let };
        self.bind(name.ident.to_string(), Binding { value, kind, is_reference: false, is_view: false });
    }

    fn local(&mut self, local: &Local) {
        if let Some((names, of)) = sine_and_cosine(local) {
            return self.bind_sine_and_cosine(names, of);
        }
        let (pat, declared) = match &local.pat {
            Pat::Type(typed) => (&*typed.pat, self.declared(&typed.ty)),
            pat => (pat, None),
        };
        let is_name = plain_name(pat).is_some();
        let value = match &local.init {
            // `let (a, b) = (x, y);` is one mistake.
            Some(init) if !is_name && refusal(&init.expr).is_some() && init.diverge.is_none() => None,
            Some(init) => match &init.diverge {
                None => {
                    let value = self.expected_expression(&init.expr, declared.as_ref());
                    self.check_declared(&init.expr, declared, value)
                }
                Some((at, _)) => {
                    self.errors.on(at, "there is no `let … else` in a kernel: every operation succeeds");
                    return names(pat).iter().for_each(|name| self.bind_unknown(name));
                }
            },
            None => {
                self.errors.on(local, "a `let` in a kernel has its value: `let y = …;`");
                None
            }
        };
        match pat {
            Pat::Ident(name) if is_name => {
                if value.is_none() {
                    return self.bind_unknown(&name.ident);
                }
                let kind = if name.mutability.is_some() { Kind::LetMut } else { Kind::Let };
                let is_reference = local.init.as_ref().is_some_and(|init| self.is_reference(&init.expr));
                let is_view = local.init.as_ref().is_some_and(|init| self.is_view(&init.expr));
                self.bind(name.ident.to_string(), Binding { value, kind, is_reference, is_view });
            }
            Pat::Wild(_) => {}
            other => {
                self.errors.on(other, "a `let` in a kernel binds one plain name: `let y = …;`");
                names(other).iter().for_each(|name| self.bind_unknown(name));
            }
        }
    }

    /// The type after `let y:`, behind a reference if it is one.
    fn declared(&self, syntax: &Type) -> Option<Ty> {
        match syntax {
            Type::Reference(reference) => self.signature.types(self.errors).read(&reference.elem),
            Type::Infer(_) => None,
            syntax => self.signature.types(self.errors).read(syntax),
        }
    }

    fn check_declared(&self, at: &Expr, declared: Option<Ty>, value: Option<Id>) -> Option<Id> {
        let (Some(declared), Some(id)) = (declared, value) else { return value };
        if declared != self.ty(id) {
            self.errors.on(at, format!("this is `{}`, and the `let` declares `{declared}`", self.ty(id)));
            return None;
        }
        self.matrix(id, at).then_some(id)
    }
}

/// The place of an item, for errors, and the names of values that it declares.
pub fn declared(item: &Item) -> (TokenStream, Vec<Ident>) {
    match item {
        Item::Fn(item) => (item.sig.to_token_stream(), vec![item.sig.ident.clone()]),
        Item::Const(item) => (item.to_token_stream(), vec![item.ident.clone()]),
        Item::Static(item) => (item.to_token_stream(), vec![item.ident.clone()]),
        Item::Use(item) => (item.to_token_stream(), used(&item.tree)),
        other => (other.to_token_stream(), vec![]),
    }
}

/// The names that a `use` brings, as far as it tells them.
fn used(tree: &UseTree) -> Vec<Ident> {
    match tree {
        UseTree::Path(path) => used(&path.tree),
        UseTree::Name(name) => vec![name.ident.clone()],
        UseTree::Rename(rename) => vec![rename.rename.clone()],
        UseTree::Group(group) => group.items.iter().flat_map(used).collect(),
        UseTree::Glob(_) => vec![],
    }
}
