//! Expressions: operators, names, literals, indices.

use kernels_plan::graph::{Binary, Dim, Elem, Id, Op, Shape, Unary};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprBinary, ExprCast, ExprIndex, ExprLit, ExprPath, ExprUnary, Lit, UnOp};

use super::assign::is_compound;
use super::refusal::refusal;
use super::{Kind, Lower};
use crate::paths;
use crate::signature::Ty;
use crate::suggest::unknown_name;
use crate::vocabulary::Function;

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
                Some(_) => {
                    self.refuse(expr, "`&mut` is not taken in a kernel: functions return what they compute, `let y = …;`")
                }
            },
            Expr::Block(block) if block.label.is_none() => self.nested(&block.block),
            Expr::Path(path) => self.name(path, expected),
            Expr::Lit(literal) => self.literal(literal),
            Expr::Cast(cast) => self.cast(cast),
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Index(index) => self.index(index),
            Expr::Call(call) => self.call(call, expected),
            Expr::MethodCall(call) => self.method(call),
            Expr::Field(field) if self.is_unknown(&field.base) => None,
            Expr::Field(field) if self.quantization(&field.base).is_some() => self.field(field),
            other => match refusal(other) {
                Some((at, message)) => self.refuse(at, message),
                None => self.refuse(
                    other,
                    "a kernel does not know this expression; it knows names, numbers, `+ - * /`, `-x`, `x[3]` and function calls",
                ),
            },
        }
    }

    pub(super) fn refuse(&self, at: impl ToTokens, message: &str) -> Option<Id> {
        self.errors.on(at, message);
        None
    }

    fn name(&mut self, path: &ExprPath, expected: Option<&Ty>) -> Option<Id> {
        if let Some(name) = path.path.get_ident() {
            let text = name.to_string();
            if let Some(binding) = self.find(&text) {
                if let (Kind::Mutable(_), true) = (binding.kind, binding.is_view) {
                    return self
                        .refuse(path, &format!("a view that is written is read as `{text}.as_view()`"));
                }
                if let Kind::Quantization(_) = binding.kind {
                    let message = format!(
                        "this is a scale and a zero point: write `{text}.scale` or `{text}.zero_point`"
                    );
                    return self.refuse(path, &message);
                }
                return binding.value;
            }
            if Function::named(&text).is_some() {
                return self.refuse(path, &format!("a function is no value: call it, `{text}(…)`"));
            }
            if !is_constant(&text) {
                return self.refuse(path, &self.unknown_name(&text));
            }
            if self.signature.consts.contains(name) {
                let elem = self.signature.elem.name();
                return self
                    .refuse(path, &format!("`{text}` is a size: as a number, write `{text} as {elem}`"));
            }
        }
        // Its type is what the context declares.
        let elem = expected.filter(|ty| ty.shape == Shape::Scalar).map_or(self.signature.elem, |ty| ty.elem);
        self.constant(elem, path.to_token_stream())
    }

    /// Whether this is a name whose declaration is an error.
    fn is_unknown(&self, expr: &Expr) -> bool {
        let Expr::Path(path) = expr else { return false };
        let binding = path.path.get_ident().and_then(|name| self.find(&name.to_string()));
        binding.is_some_and(|binding| binding.kind == Kind::Unknown)
    }

    /// Says that there is no such name, and which was meant.
    pub(super) fn unknown_name(&self, name: &str) -> String {
        unknown_name(name, self.scopes.iter().flat_map(|scope| scope.keys()))
    }

    pub(super) fn constant(&mut self, elem: Elem, tokens: proc_macro2::TokenStream) -> Option<Id> {
        let text = tokens.to_string();
        let known = self.constants.iter().position(|other| other.to_string() == text);
        let number = known.unwrap_or_else(|| {
            self.constants.push(tokens);
            self.constants.len() - 1
        });
        Some(self.graph.constant_of(elem, number))
    }

    /// `N as f32`: a constant, or a number.
    fn cast(&mut self, cast: &ExprCast) -> Option<Id> {
        let of = self.cast_to(&cast.ty);
        let elem = of.unwrap_or(self.signature.elem).name();
        let Some(of) = of else {
            return self.refuse(
                &cast.ty,
                &format!(
                    "the values of this kernel are `{elem}`, and only constants are cast, as in `N as {elem}`"
                ),
            );
        };
        let plain = match &*cast.expr {
            Expr::Lit(_) => true,
            Expr::Path(path) => match path.path.get_ident().map(ToString::to_string) {
                Some(name) if self.find(&name).is_none() && !is_constant(&name) => {
                    return self.refuse(path, &self.unknown_name(&name));
                }
                Some(name) => self.find(&name).is_none(),
                None => true,
            },
            _ => false,
        };
        if plain {
            return self.constant(of, quote!((#cast)));
        }
        let value = self.expression(&cast.expr)?;
        if self.ty(value) == (Ty { elem: of, shape: Shape::Scalar }) {
            return self.refuse(&cast.ty, &format!("this is `{elem}` already: leave out `as {elem}`"));
        }
        let message = format!(
            "only constants are cast in a kernel, as in `N as {elem}`, and this is a value: `{}`",
            self.ty(value)
        );
        self.refuse(cast, &message)
    }

    fn literal(&mut self, literal: &ExprLit) -> Option<Id> {
        let elem = self.signature.elem.name();
        match &literal.lit {
            Lit::Float(number) if number.suffix().is_empty() || number.suffix() == elem => {
                self.constant(self.signature.elem, literal.to_token_stream())
            }
            Lit::Float(number) => {
                let plain = number.base10_digits();
                self.refuse(number, &format!("the numbers of this kernel are `{elem}`: write `{plain}`"))
            }
            Lit::Int(number) if self.signature.integers => self.integer(number, literal.to_token_stream()),
            Lit::Int(number) => {
                let plain = number.base10_digits();
                self.refuse(number, &format!("a number in a kernel has a point: write `{plain}.0`"))
            }
            other => self.refuse(other, "the values of a kernel are numbers like `0.5`"),
        }
    }

    fn unary(&mut self, unary: &ExprUnary) -> Option<Id> {
        if let (UnOp::Neg(_), Expr::Lit(ExprLit { lit: Lit::Int(number), .. })) = (unary.op, &*unary.expr)
            && self.signature.integers
        {
            return self.integer(number, quote!((#unary)));
        }
        let operand = self.expression(&unary.expr);
        match unary.op {
            UnOp::Deref(_) => operand,
            UnOp::Neg(_) => self.push(Op::Unary(Unary::Neg, operand?), unary),
            _ => self.refuse(unary.op, "there is no `!` in a kernel: its values are floating-point numbers"),
        }
    }

    fn binary(&mut self, binary: &ExprBinary) -> Option<Id> {
        let operator = match binary.op {
            BinOp::Add(_) => "+",
            BinOp::Sub(_) => "-",
            BinOp::Mul(_) => "*",
            BinOp::Div(_) => "/",
            BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_) | BinOp::Eq(_) | BinOp::Ne(_) => {
                return self.refuse(
                    binary.op,
                    "there are no comparisons in a kernel: `maximum(a, b)`, `minimum(a, b)` and `relu(x)` choose element by element; for a choice by a condition, write a function of numbers with `if`, under `#[kernel]`, and `map(f, x)`",
                );
            }
            op if is_compound(&op) => return self.refuse(op, "an assignment stands on a line of its own"),
            op => {
                let message =
                    format!("there is no `{}` in a kernel; it knows `+ - * /`", op.to_token_stream());
                return self.refuse(op, &message);
            }
        };
        let (left, right) = (self.expression(&binary.left), self.expression(&binary.right));
        self.arithmetic(operator, left?, right?, binary)
    }

    /// `*` is the product wherever a matrix meets a matrix or a vector, as in mathematics.
    pub(super) fn arithmetic(&mut self, operator: &str, left: Id, right: Id, at: &ExprBinary) -> Option<Id> {
        let is_product = matches!(
            (self.shape(left), self.shape(right)),
            (Shape::Matrix(..), Shape::Matrix(..) | Shape::Vector(_)) | (Shape::Vector(_), Shape::Matrix(..))
        );
        if let ("*", Shape::Column(_), Shape::Vector(_)) = (operator, self.shape(left), self.shape(right)) {
            return self.refuse(at, "a column meets a matrix; the product of all pairs is `outer(u, v)`");
        }
        if let ("/", Shape::Vector(_) | Shape::Column(_), Shape::Matrix(..)) =
            (operator, self.shape(left), self.shape(right))
        {
            return self.refuse(at, "a row or a column is not divided by a matrix, only a matrix by them");
        }
        if operator == "*" && is_product {
            return self.product(left, right, at);
        }
        let op = match operator {
            "*" => Op::Binary(Binary::Mul, left, right),
            "/" => Op::Binary(Binary::Div, left, right),
            "-" => Op::Binary(Binary::Sub, left, right),
            _ => Op::Binary(Binary::Add, left, right),
        };
        self.push(op, at)
    }

    fn index(&mut self, index: &ExprIndex) -> Option<Id> {
        // An element of a view that is written is read as that of any other.
        let view = self.view(&index.expr).map(|binding| binding.value);
        let of = view.unwrap_or_else(|| self.expression(&index.expr));
        let positions: Option<Vec<Dim>> = match &*index.index {
            Expr::Tuple(tuple) => {
                let all: Vec<Option<Dim>> = tuple.elems.iter().map(|elem| self.position(elem)).collect();
                all.into_iter().collect()
            }
            single => self.position(single).map(|dim| vec![dim]),
        };
        let (of, positions) = (of?, positions?);
        let element = self.push(Op::Index(of, positions.clone()), index)?;
        self.check_positions(of, &positions, index);
        Some(element)
    }

    /// Leaves positions or extents that are known by name only to the compiler.
    fn check_positions(&mut self, of: Id, positions: &[Dim], at: &ExprIndex) {
        let ty = self.ty(of);
        for (extent, position) in ty.shape.dims().into_iter().zip(positions) {
            if extent.value().is_none() || position.value().is_none() {
                let message = format!("position {position} is outside of `{ty}`");
                let (extent, position) = (paths::dim(extent), paths::dim(position));
                self.checks.push(quote_spanned! {at.index.span()=>
                    const { ::core::assert!(#position < #extent, #message) };
                });
            }
        }
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
                let name = path.path.get_ident().map(ToString::to_string);
                match name {
                    Some(name) if self.find(&name).is_none() && !is_constant(&name) => {
                        self.refuse(path, &self.unknown_name(&name));
                        None
                    }
                    Some(name) if self.find(&name).is_some() => self.no_position(path),
                    _ => Some(Dim::Param(path.to_token_stream().to_string())),
                }
            }
            other => self.no_position(other),
        }
    }

    fn no_position(&self, at: impl ToTokens) -> Option<Dim> {
        self.refuse(at, "an element is taken at a constant position: a number or a named constant");
        None
    }
}

/// Rust's own convention tells a constant, which a macro cannot look up, from a misspelt
/// variable.
pub fn is_constant(name: &str) -> bool {
    name == name.to_uppercase()
}
