//! Expressions of numbers: names, literals, operators, `if`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{BinOp, Expr, ExprBinary, ExprCast, ExprIf, ExprLit, ExprPath, ExprUnary, Lit, Type, UnOp};

use super::body::{Body, Kind, Value};
use crate::lower::{is_compound, is_constant, refusal};
use crate::vocabulary::Function;

/// The token of the level, in the function of vectors.
pub fn arch() -> Ident {
    Ident::new("arch", Span::mixed_site())
}

/// The type of the vectors.
pub fn register() -> Ident {
    Ident::new("V", Span::mixed_site())
}

impl Body<'_> {
    /// Lowers an expression; `None` after an error.
    pub fn expression(&mut self, expr: &Expr) -> Option<Value> {
        match expr {
            Expr::Paren(inner) => self.expression(&inner.expr),
            Expr::Group(inner) => self.expression(&inner.expr),
            Expr::Block(block) if block.label.is_none() => self.block(&block.block, false),
            Expr::Path(path) => self.name(path),
            Expr::Lit(literal) => self.literal(literal),
            Expr::Cast(cast) => self.cast(cast),
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => match Body::is_condition(&binary.op) {
                true => self.condition(binary),
                false => self.arithmetic(binary),
            },
            Expr::If(branch) => self.branch(branch),
            Expr::Call(call) => self.call(call),
            Expr::MethodCall(call) => self.method(call),
            Expr::Match(of) => self.refuse(
                of.match_token,
                "there is no `match` in a function under `#[kernel]`: write `if … { a } else if … { b } else { c }`",
            ),
            expr if is_loop(expr) => self.refuse(
                first_token(expr),
                "there are no loops in a function of numbers under `#[kernel]`: all lanes go the same way, so write the steps one after the other",
            ),
            Expr::Index(of) => self.refuse(of, "the values of this function are single numbers, without elements"),
            // Of a name that is an error itself.
            Expr::Field(field) if self.is_unknown(&field.base) => None,
            other => match refusal(other) {
                Some((at, message)) => self.refuse(at, message),
                None => self.refuse(
                    other,
                    "a function under `#[kernel]` does not know this expression; it knows names, numbers, `+ - * /`, `-x`, comparisons, `if`, and function calls",
                ),
            },
        }
    }

    /// The value of an expression that is a number.
    pub fn number_of(&mut self, expr: &Expr) -> Option<TokenStream> {
        let value = self.expression(expr)?;
        self.number(value, expr)
    }

    /// A constant in every lane.
    fn splat(&self, constant: impl ToTokens) -> Option<Value> {
        let (register, arch) = (register(), arch());
        Some(Value { kind: Kind::Number, tokens: quote!(#register::splat(#arch, #constant)) })
    }

    fn name(&mut self, path: &ExprPath) -> Option<Value> {
        if let Some(name) = path.path.get_ident() {
            let text = name.to_string();
            if let Some((binding, _)) = self.find(&text) {
                return Some(Value { kind: binding.kind?, tokens: name.to_token_stream() });
            }
            if Function::named(&text).is_some() {
                return self.refuse(path, format!("a function is no value: call it, `{text}(…)`"));
            }
            if !is_constant(&text) {
                return self.refuse(path, self.unknown_name(&text));
            }
        }
        self.splat(path)
    }

    /// Whether this is a name whose declaration is an error.
    fn is_unknown(&self, expr: &Expr) -> bool {
        let Expr::Path(path) = expr else { return false };
        let found = path.path.get_ident().and_then(|name| self.find(&name.to_string()));
        found.is_some_and(|(binding, _)| binding.kind.is_none())
    }

    fn literal(&self, literal: &ExprLit) -> Option<Value> {
        let elem = self.elem.name();
        match &literal.lit {
            Lit::Float(number) if number.suffix().is_empty() || number.suffix() == elem => {
                self.splat(literal)
            }
            Lit::Float(number) => {
                let plain = number.base10_digits();
                self.refuse(number, format!("the numbers of this function are `{elem}`: write `{plain}`"))
            }
            Lit::Int(number) => {
                let plain = number.base10_digits();
                self.refuse(number, format!("a number here has a point: write `{plain}.0`"))
            }
            Lit::Bool(_) => self.refuse(literal, "a condition is a comparison here, as in `x > 0.0`"),
            other => self.refuse(other, "the values here are numbers like `0.5`"),
        }
    }

    /// `N as f32`: a constant or a number.
    fn cast(&mut self, cast: &ExprCast) -> Option<Value> {
        let elem = self.elem.name();
        let to_own = matches!(&*cast.ty, Type::Path(path) if path.path.is_ident(elem));
        let is_local = |name: &Ident| self.find(&name.to_string()).is_some();
        match &*cast.expr {
            _ if !to_own => self.refuse(&cast.ty, format!("the values of this function are `{elem}`")),
            Expr::Lit(_) => self.splat(quote!((#cast))),
            Expr::Path(path) if !path.path.get_ident().is_some_and(is_local) => self.splat(quote!((#cast))),
            _ => self.refuse(cast, format!("only constants are cast here, as in `N as {elem}`")),
        }
    }

    fn unary(&mut self, unary: &ExprUnary) -> Option<Value> {
        let value = self.expression(&unary.expr);
        match unary.op {
            UnOp::Neg(_) => {
                let tokens = self.number(value?, &unary.expr)?;
                Some(Value { kind: Kind::Number, tokens: quote!((-#tokens)) })
            }
            UnOp::Not(_) => {
                let (tokens, register) = (self.truth(value?, &unary.expr)?, register());
                Some(Value { kind: Kind::Truth, tokens: quote!(#register::not(#tokens)) })
            }
            _ => self.refuse(unary.op, "there are no references here: leave out the `*`"),
        }
    }

    fn arithmetic(&mut self, binary: &ExprBinary) -> Option<Value> {
        let (left, right) = (self.number_of(&binary.left), self.number_of(&binary.right));
        let operator = match binary.op {
            BinOp::Add(_) => quote!(+),
            BinOp::Sub(_) => quote!(-),
            BinOp::Mul(_) => quote!(*),
            BinOp::Div(_) => quote!(/),
            op if is_compound(&op) => {
                return self.refuse(op, "an assignment stands on a line of its own");
            }
            op => {
                let message = format!(
                    "there is no `{}` here; numbers have `+ - * /` and comparisons",
                    op.to_token_stream()
                );
                return self.refuse(op, message);
            }
        };
        let (left, right) = (left?, right?);
        Some(Value { kind: Kind::Number, tokens: quote!((#left #operator #right)) })
    }

    /// The operator of `y += …`.
    pub fn compound_operator(&self, binary: &ExprBinary) -> Option<TokenStream> {
        match binary.op {
            BinOp::AddAssign(_) => Some(quote!(+)),
            BinOp::SubAssign(_) => Some(quote!(-)),
            BinOp::MulAssign(_) => Some(quote!(*)),
            BinOp::DivAssign(_) => Some(quote!(/)),
            op => self.refuse(op, "numbers have `+= -= *= /=`"),
        }
    }

    /// Both sides, of which the condition selects lane by lane.
    fn branch(&mut self, branch: &ExprIf) -> Option<Value> {
        let condition = match &*branch.cond {
            Expr::Let(of) => self.refuse(of, "there is no `if let` here: a condition is a comparison"),
            condition => self.expression(condition).and_then(|value| self.truth(value, condition)),
        };
        let yes = self.block(&branch.then_branch, true);
        let no = match &branch.else_branch {
            Some((_, block)) => match &**block {
                Expr::Block(block) => self.block(&block.block, true),
                other => self.expression(other),
            },
            None => {
                return self.refuse(
                    branch.if_token,
                    "an `if` has a value here, and so an `else`: `if … { a } else { b }`",
                );
            }
        };
        let (yes, no) = (yes?, no?);
        let yes = self.number(yes, &branch.then_branch);
        let no = self.number(no, &branch.else_branch.as_ref()?.1);
        let (condition, yes, no, register) = (condition?, yes?, no?, register());
        Some(Value { kind: Kind::Number, tokens: quote!(#register::select(#condition, #yes, #no)) })
    }
}

/// Whether it is a loop, or belongs to one.
pub fn is_loop(expr: &Expr) -> bool {
    use Expr::{Break, Continue, ForLoop, Loop, While};
    matches!(expr, ForLoop(_) | While(_) | Loop(_) | Break(_) | Continue(_))
}

/// The first token of a loop, its keyword.
fn first_token(expr: &Expr) -> TokenStream {
    expr.to_token_stream().into_iter().next().into_iter().collect()
}
