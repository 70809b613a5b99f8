//! Expressions: operators, names, literals, indices.

use kernels_plan::graph::{Binary, Dim, Id, Op, Shape, Unary};
use quote::{ToTokens, quote};
use syn::{BinOp, Expr, ExprBinary, ExprIndex, ExprLit, ExprPath, ExprUnary, Lit, UnOp};

use super::Lower;
use crate::signature::Ty;

impl Lower<'_> {
    pub(super) fn expression(&mut self, expr: &Expr) -> Option<Id> {
        self.expected_expression(expr, None)
    }

    /// Lowers an expression; `expected` is the type that its context declares, which only
    /// the call of a foreign function needs.
    pub(super) fn expected_expression(&mut self, expr: &Expr, expected: Option<&Ty>) -> Option<Id> {
        match expr {
            Expr::Paren(inner) => self.expected_expression(&inner.expr, expected),
            Expr::Group(inner) => self.expected_expression(&inner.expr, expected),
            Expr::Reference(reference) => match &reference.mutability {
                None => self.expression(&reference.expr),
                Some(token) => self.refuse(token, "`&mut` is not taken inside a kernel: assign results to names"),
            },
            Expr::Block(block) if block.label.is_none() => self.nested(&block.block),
            Expr::Path(path) => self.name(path),
            Expr::Lit(literal) => self.literal(literal),
            Expr::Cast(cast) => match self.constant_if_plain(&cast.expr, quote!((#cast))) {
                None => self.refuse(cast, "only constants are cast in a kernel, as in `N as f32`"),
                constant => constant,
            },
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Index(index) => self.index(index),
            Expr::Call(call) => self.call(call, expected),
            Expr::MethodCall(call) => self.method(call),
            Expr::If(_) | Expr::Match(_) => self.refuse(
                expr,
                "there are no branches in a kernel: `maximum`, `minimum` and `relu` choose element by element",
            ),
            Expr::Closure(_) => {
                self.refuse(expr, "there are no closures in a kernel: operations apply to whole vectors")
            }
            Expr::Return(_) => self.refuse(expr, "leave out `return`: the last line is the result"),
            Expr::Macro(_) => self.refuse(expr, "macros cannot be called in a kernel"),
            Expr::Array(_) | Expr::Repeat(_) => {
                self.refuse(expr, "arrays are made outside of a kernel and passed in as `&Vector` or `&Matrix`")
            }
            Expr::Tuple(_) => self.refuse(expr, "a tuple only stands on the last line, as the result"),
            Expr::Range(_) => self.refuse(expr, "there are no ranges in a kernel: `x[3]` takes one element"),
            Expr::Field(_) => self.refuse(
                expr,
                "there are no fields in a kernel: pass what it needs as parameters of their own",
            ),
            Expr::Assign(_) => self.refuse(expr, "an assignment stands on a line of its own"),
            Expr::Unsafe(_) => self.refuse(expr, "there is no `unsafe` in a kernel: its operations are all safe"),
            Expr::Await(_) | Expr::Async(_) => self.refuse(expr, "a kernel computes without waiting"),
            Expr::Try(_) => self.refuse(expr, "there is no `?` in a kernel: every operation succeeds"),
            other => self.refuse(
                other,
                "a kernel does not know this expression; it knows names, numbers, `+ - * /`, `-x`, indices and function calls",
            ),
        }
    }

    pub(super) fn refuse(&self, at: impl ToTokens, message: &str) -> Option<Id> {
        self.errors.on(at, message);
        None
    }

    fn name(&mut self, path: &ExprPath) -> Option<Id> {
        if let Some(name) = path.path.get_ident() {
            let text = name.to_string();
            if let Some(binding) = self.find(&text) {
                return binding.value;
            }
            // Rust's own convention tells a constant from a misspelt variable.
            if text != text.to_uppercase() {
                let known = self.known_names();
                return self.refuse(path, &format!("there is no `{text}` here; known are {known}"));
            }
            if self.signature.consts.contains(name) {
                let elem = self.signature.elem.name();
                return self
                    .refuse(path, &format!("`{text}` is a size: as a number, write `{text} as {elem}`"));
            }
        }
        self.constant(path.to_token_stream())
    }

    fn known_names(&self) -> String {
        let mut names: Vec<_> =
            self.scopes.iter().flat_map(|scope| scope.keys()).map(|n| format!("`{n}`")).collect();
        names.sort();
        names.join(", ")
    }

    fn constant(&mut self, tokens: proc_macro2::TokenStream) -> Option<Id> {
        let text = tokens.to_string();
        let known = self.constants.iter().position(|other| other.to_string() == text);
        let number = known.unwrap_or_else(|| {
            self.constants.push(tokens);
            self.constants.len() - 1
        });
        self.graph.push(Op::Constant(number)).ok()
    }

    /// `tokens` as a constant, if `inner` is a path or a number that no variable hides.
    fn constant_if_plain(&mut self, inner: &Expr, tokens: proc_macro2::TokenStream) -> Option<Id> {
        let plain = match inner {
            Expr::Lit(_) => true,
            Expr::Path(path) => {
                path.path.get_ident().is_none_or(|name| self.find(&name.to_string()).is_none())
            }
            _ => false,
        };
        if plain { self.constant(tokens) } else { None }
    }

    fn literal(&mut self, literal: &ExprLit) -> Option<Id> {
        match &literal.lit {
            Lit::Float(_) => self.constant(literal.to_token_stream()),
            Lit::Int(number) if number.suffix().is_empty() => {
                self.refuse(number, &format!("numbers in a kernel have a point: write `{number}.0`"))
            }
            other => self.refuse(other, "only numbers like `0.5` stand in a kernel"),
        }
    }

    fn unary(&mut self, unary: &ExprUnary) -> Option<Id> {
        let operand = self.expression(&unary.expr);
        match unary.op {
            UnOp::Deref(_) => operand,
            UnOp::Neg(_) => self.push(Op::Unary(Unary::Neg, operand?), unary),
            _ => self.refuse(unary.op, "a kernel knows no `!`: its values are floating-point numbers"),
        }
    }

    fn binary(&mut self, binary: &ExprBinary) -> Option<Id> {
        let (left, right) = (self.expression(&binary.left), self.expression(&binary.right));
        let operator = match binary.op {
            BinOp::Add(_) => "+",
            BinOp::Sub(_) => "-",
            BinOp::Mul(_) => "*",
            BinOp::Div(_) => "/",
            BinOp::Rem(_) => return self.refuse(binary.op, "a kernel knows no `%`; it knows `+ - * /`"),
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Eq(_) | BinOp::Ne(_) => {
                return self.refuse(
                    binary.op,
                    "there are no comparisons in a kernel: `maximum`, `minimum` and `relu` choose element by element",
                );
            }
            _ => return self.refuse(binary.op, "a kernel knows `+ - * /` between values"),
        };
        self.arithmetic(operator, left?, right?, binary)
    }

    /// `*` is the product wherever a matrix meets a matrix or a vector, as in mathematics.
    pub(super) fn arithmetic(&mut self, operator: &str, left: Id, right: Id, at: &ExprBinary) -> Option<Id> {
        let is_product = matches!(
            (self.shape(left), self.shape(right)),
            (Shape::Matrix(..), Shape::Matrix(..) | Shape::Vector(_)) | (Shape::Vector(_), Shape::Matrix(..))
        );
        let op = match operator {
            "*" if is_product => Op::Product(left, right),
            "*" => Op::Binary(Binary::Mul, left, right),
            "/" => Op::Binary(Binary::Div, left, right),
            "-" => Op::Binary(Binary::Sub, left, right),
            _ => Op::Binary(Binary::Add, left, right),
        };
        self.push(op, at)
    }

    fn index(&mut self, index: &ExprIndex) -> Option<Id> {
        let of = self.expression(&index.expr);
        let positions: Option<Vec<Dim>> = match &*index.index {
            Expr::Tuple(tuple) => {
                let all: Vec<Option<Dim>> = tuple.elems.iter().map(|elem| self.position(elem)).collect();
                all.into_iter().collect()
            }
            single => self.position(single).map(|dim| vec![dim]),
        };
        self.push(Op::Index(of?, positions?), index)
    }

    /// A constant position: a number, or the path of a constant.
    fn position(&mut self, expr: &Expr) -> Option<Dim> {
        match expr {
            Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => match number.base10_parse() {
                Ok(at) => Some(Dim::Const(at)),
                Err(error) => {
                    self.errors.push(error);
                    None
                }
            },
            Expr::Path(path) => {
                let local = path.path.get_ident().and_then(|name| self.find(&name.to_string()));
                if local.is_some() {
                    self.refuse(
                        path,
                        "an element is taken at a constant position: a number or a named constant",
                    );
                    return None;
                }
                Some(Dim::Param(path.to_token_stream().to_string()))
            }
            other => {
                self.refuse(
                    other,
                    "an element is taken at a constant position: a number or a named constant",
                );
                None
            }
        }
    }
}
