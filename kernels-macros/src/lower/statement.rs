//! Statements: `let`, assignment, the result.

use kernels_plan::graph::Id;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{BinOp, Block, Expr, ExprBinary, Local, Pat, Stmt, UnOp};

use super::{Kind, Lower};
use crate::signature::{self, Ty};

const STATEMENTS: &str =
    "a kernel's body is `let` lines, assignments to `&mut` parameters, and a result on the last line";

impl Lower<'_> {
    pub(super) fn body(&mut self, block: &Block) {
        let expected = match self.signature.returns.as_slice() {
            [single] if !self.signature.tuple => Some(single.clone()),
            _ => None,
        };
        let Some(tail) = self.statements(block) else {
            return self.no_result(block);
        };
        let returns = self.signature.returns.len();
        match tail {
            Expr::Tuple(tuple) if self.signature.tuple => {
                if tuple.elems.len() != returns {
                    let found = tuple.elems.len();
                    return self
                        .errors
                        .on(tuple, format!("these are {found} values, and the signature returns {returns}"));
                }
                let values = tuple.elems.iter().map(|elem| (self.expression(elem), elem)).collect();
                self.finish(values);
            }
            tail if returns == 0 => {
                self.errors.on(tail, "the signature returns nothing: add `-> …`, or end this line with `;`");
            }
            tail if self.signature.tuple => {
                self.errors.on(tail, format!("the signature returns {returns} values: end with `(a, b, …)`"));
            }
            Expr::Tuple(tuple) => {
                self.errors.on(tuple, "the signature returns one value, and this is a tuple");
            }
            tail => {
                let value = self.expected_expression(tail, expected.as_ref());
                self.finish(vec![(value, tail)]);
            }
        }
    }

    fn no_result(&mut self, block: &Block) {
        if self.signature.returns.is_empty() {
            return self.finish(vec![]);
        }
        match block.stmts.last() {
            Some(last) => self.errors.on(last, "the last line is the result: an expression without `;`"),
            None => {
                let error =
                    syn::Error::new(block.span(), "the body is empty, and the signature returns a value");
                self.errors.push(error);
            }
        }
    }

    /// Lowers every statement but the result, which it returns.
    fn statements<'b>(&mut self, block: &'b Block) -> Option<&'b Expr> {
        let (last, front) = block.stmts.split_last()?;
        front.iter().for_each(|statement| self.statement(statement));
        match last {
            Stmt::Expr(expr, None) if !is_assignment(expr) => Some(expr),
            last => {
                self.statement(last);
                None
            }
        }
    }

    /// `{ let …; value }` as an expression.
    pub(super) fn nested(&mut self, block: &Block) -> Option<Id> {
        self.scopes.push(Default::default());
        let value = match self.statements(block) {
            Some(tail) => self.expression(tail),
            None => {
                self.errors.on(block, "a block inside a kernel ends with its value");
                None
            }
        };
        self.scopes.pop();
        value
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(Expr::Assign(assign), _) => {
                let value = self.expression(&assign.right);
                self.assign(&assign.left, value);
            }
            Stmt::Expr(Expr::Binary(binary), _) if is_compound(&binary.op) => self.compound(binary),
            Stmt::Expr(expr, _) => self.unsupported(expr),
            Stmt::Item(item) => {
                self.errors.on(item, format!("items are declared outside of a kernel; {STATEMENTS}"));
            }
            Stmt::Macro(call) => {
                self.errors.on(call, format!("macros cannot be called in a kernel; {STATEMENTS}"));
            }
        }
    }

    fn unsupported(&mut self, expr: &Expr) {
        let message = match expr {
            Expr::ForLoop(_) | Expr::While(_) | Expr::Loop(_) => {
                "there are no loops in a kernel: its operations apply to whole vectors and matrices, and the loops are generated"
            }
            Expr::If(_) | Expr::Match(_) => {
                "there are no branches in a kernel: `maximum`, `minimum` and `relu` choose element by element"
            }
            Expr::Return(_) => "leave out `return`: the last line is the result",
            Expr::Macro(_) => "macros cannot be called in a kernel",
            _ => "this line has no effect",
        };
        self.errors.on(expr, format!("{message}; {STATEMENTS}"));
    }

    fn local(&mut self, local: &Local) {
        let (pat, declared) = match &local.pat {
            Pat::Type(typed) => (&*typed.pat, signature::ty(&typed.ty, &self.signature.consts, self.errors)),
            pat => (pat, None),
        };
        let value = match &local.init {
            Some(init) => {
                if let Some((_, diverge)) = &init.diverge {
                    self.errors.on(diverge, "there is no `let … else` in a kernel: every operation succeeds");
                }
                let value = self.expected_expression(&init.expr, declared.as_ref());
                self.check_declared(&local.pat, declared, value)
            }
            None => {
                self.errors.on(local, "a `let` in a kernel has its value: `let y = …;`");
                None
            }
        };
        match pat {
            Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => {
                let kind = if name.mutability.is_some() { Kind::LetMut } else { Kind::Let };
                self.bind(name.ident.to_string(), value, kind);
            }
            Pat::Wild(_) => {}
            other => self.errors.on(other, "a `let` in a kernel binds one plain name"),
        }
    }

    fn check_declared(&self, at: impl ToTokens, declared: Option<Ty>, value: Option<Id>) -> Option<Id> {
        if let (Some(declared), Some(id)) = (declared, value)
            && declared != self.ty(id)
        {
            self.errors.on(at, format!("the value is {}, not {declared}", self.ty(id)));
        }
        value
    }

    fn compound(&mut self, binary: &ExprBinary) {
        let left = self.expression(&binary.left);
        let right = self.expression(&binary.right);
        let operator = match binary.op {
            BinOp::AddAssign(_) => "+",
            BinOp::SubAssign(_) => "-",
            BinOp::MulAssign(_) => "*",
            BinOp::DivAssign(_) => "/",
            _ => {
                self.errors.on(binary.op, "a kernel knows `+=`, `-=`, `*=` and `/=`");
                return;
            }
        };
        let (Some(left), Some(right)) = (left, right) else { return };
        let value = self.arithmetic(operator, left, right, binary);
        self.assign(&binary.left, value);
    }

    /// `*out = value`, or `name = value` for a `let mut`.
    fn assign(&mut self, target: &Expr, value: Option<Id>) {
        let (name, dereferenced) = match target {
            Expr::Path(path) => (path.path.get_ident(), false),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => match &*unary.expr {
                Expr::Path(path) => (path.path.get_ident(), true),
                _ => (None, true),
            },
            Expr::Index(_) => {
                self.errors.on(
                    target,
                    "single elements are not assigned in a kernel: compute the whole vector or matrix, and assign `*out = …`",
                );
                return;
            }
            _ => (None, false),
        };
        let Some(name) = name.map(ToString::to_string) else {
            self.errors
                .on(target, "only `*out`, for a `&mut` parameter, and `let mut` names can be assigned");
            return;
        };
        let Some(binding) = self.find(&name) else {
            self.errors.on(target, format!("there is no `{name}` here"));
            return;
        };
        match (binding.kind, dereferenced) {
            (Kind::Mutable(_), false) => {
                self.errors.on(target, format!("write through the reference: `*{name}`"))
            }
            (Kind::Shared, _) => {
                self.errors
                    .on(target, format!("`{name}` is a `&` parameter; to write it, take it as `&mut`"));
            }
            (Kind::Let, _) => {
                self.errors.on(target, format!("`{name}` is not mutable: declare it `let mut {name}`"))
            }
            (Kind::LetMut, true) => {
                self.errors.on(target, format!("`{name}` is no reference: leave out the `*`"))
            }
            (Kind::Mutable(_) | Kind::LetMut, _) => {
                if let (Some(old), Some(new)) = (binding.value, value)
                    && self.shape(old) != self.shape(new)
                {
                    let (old, new) = (self.ty(old), self.ty(new));
                    self.errors.on(target, format!("`{name}` is {old}, and the value is {new}"));
                    return;
                }
                self.rebind(&name, value);
            }
        }
    }
}

fn is_compound(op: &BinOp) -> bool {
    matches!(
        op,
        BinOp::AddAssign(_)
            | BinOp::SubAssign(_)
            | BinOp::MulAssign(_)
            | BinOp::DivAssign(_)
            | BinOp::RemAssign(_)
            | BinOp::BitXorAssign(_)
            | BinOp::BitAndAssign(_)
            | BinOp::BitOrAssign(_)
            | BinOp::ShlAssign(_)
            | BinOp::ShrAssign(_)
    )
}

fn is_assignment(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(_) => true,
        Expr::Binary(binary) => is_compound(&binary.op),
        _ => false,
    }
}
