//! Values that are stored in fewer bits: their numbers, scales, products and conversions.

use kernels_plan::graph::{Binary, Elem, Id, Op, Shape, Unary};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Expr, ExprField, LitInt, Member, Type};

use super::{Kind, Lower};
use crate::vocabulary::Function;

/// The element types of whole numbers.
const INTEGERS: [Elem; 3] = [Elem::I32, Elem::I8, Elem::U8];

impl Lower<'_> {
    /// A whole number: an `i32`, or what its suffix says.
    pub(super) fn integer(&mut self, number: &LitInt, tokens: TokenStream) -> Option<Id> {
        let suffix = number.suffix();
        let elem = match suffix {
            "" => Some(Elem::I32),
            suffix => INTEGERS.into_iter().find(|elem| elem.name() == suffix),
        };
        match elem {
            Some(elem) => self.constant(elem, tokens),
            None if suffix == "f32" || suffix == "f64" => self.refuse(
                number,
                &format!("a number in a kernel has a point: write `{}.0`", number.base10_digits()),
            ),
            None => self
                .refuse(number, "the whole numbers of a kernel are `i32`, and `i8` or `u8` as zero points"),
        }
    }

    /// The type that a constant may be cast to.
    pub(super) fn cast_to(&self, ty: &Type) -> Option<Elem> {
        let Type::Path(path) = ty else { return None };
        let integers = INTEGERS.into_iter().filter(|_| self.signature.integers);
        integers.chain([self.signature.elem]).find(|elem| path.path.is_ident(elem.name()))
    }

    /// The type of the zero point of the `Quantization` that an expression names.
    pub(super) fn quantization(&self, base: &Expr) -> Option<Elem> {
        let Expr::Path(path) = base else { return None };
        match self.find(&path.path.get_ident()?.to_string())?.kind {
            Kind::Quantization(elem) => Some(elem),
            _ => None,
        }
    }

    /// `q.scale`, `q.zero_point`
    pub(super) fn field(&mut self, field: &ExprField) -> Option<Id> {
        let elem = self.quantization(&field.base)?;
        match &field.member {
            Member::Named(name) if name == "scale" => self.constant(Elem::F32, field.to_token_stream()),
            Member::Named(name) if name == "zero_point" => self.constant(elem, field.to_token_stream()),
            other => self.refuse(other, "a quantization has the fields `scale` and `zero_point`"),
        }
    }

    /// `quantize`, `requantize` or `dequantize` of a value, a factor and a zero point.
    pub(super) fn conversion(
        &mut self,
        function: Function,
        operands: &[Id],
        at: impl ToTokens,
    ) -> Option<Id> {
        let &[value, factor, zero_point] = operands else { unreachable!("a conversion has three operands") };
        let (of, zero) = (self.graph.elem_of(value), self.graph.elem_of(zero_point));
        let result = match function {
            Function::Dequantize => of,
            _ => zero,
        };
        let message = match function {
            _ if *self.shape(zero_point) != Shape::Scalar => {
                "the zero point is one number for all elements; only scales may differ by channel".into()
            }
            _ if self.graph.elem_of(factor) != Elem::F32 => {
                format!("a scale or multiplier is of `f32`, and this one is `{}`", self.ty(factor))
            }
            Function::Dequantize if !(of.is_byte() || of == Elem::I32) => {
                format!(
                    "`dequantize` takes quantized elements or sums of `i32`, and this is `{}`",
                    self.ty(value)
                )
            }
            Function::Dequantize if zero != of => format!(
                "the zero point is of the type of the elements: these are `{}`, and the zero point is of `{}`",
                self.ty(value),
                zero.name()
            ),
            Function::Quantize if of == Elem::Bf16 => {
                format!(
                    "`quantize` takes numbers of `f32`, and this is `{}`: write `widen(…)` around it",
                    self.ty(value)
                )
            }
            Function::Quantize if of != Elem::F32 => format!(
                "`quantize` takes numbers of `f32`, and this is `{}`; sums of a product are scaled and rounded by `requantize`",
                self.ty(value)
            ),
            Function::Requantize if of != Elem::I32 => format!(
                "`requantize` takes sums of `i32`, and this is `{}`; numbers of `f32` are rounded by `quantize`",
                self.ty(value)
            ),
            Function::Quantize | Function::Requantize if !result.is_byte() => format!(
                "the zero point has the type of the result, `i8`, `u8` or `U7`, and this one is of `{}`: write `0_u8`, `ZERO as u8`, or take `zero_point: u8` as a parameter",
                zero.name()
            ),
            _ => return self.converted(function, [value, factor, zero_point], result, at),
        };
        self.refuse(at, &message)
    }

    fn converted(
        &mut self,
        function: Function,
        [value, factor, zero_point]: [Id; 3],
        result: Elem,
        at: impl ToTokens,
    ) -> Option<Id> {
        if let Function::Dequantize = function {
            let widened = self.widened(value, &at)?;
            let zero = self.widened(zero_point, &at)?;
            let difference = self.push(Op::Binary(Binary::Sub, widened, zero), &at)?;
            let number = self.push(Op::Unary(Unary::ToFloat, difference), &at)?;
            return self.push(Op::Binary(Binary::Mul, number, factor), &at);
        }
        let scaled = match function {
            Function::Quantize => Op::Binary(Binary::Div, value, factor),
            _ => Op::Binary(Binary::Mul, self.push(Op::Unary(Unary::ToFloat, value), &at)?, factor),
        };
        let scaled = self.push(scaled, &at)?;
        let shape = self.shape(scaled).clone();
        if shape != *self.shape(value) {
            let message = format!(
                "a scale or multiplier is one number, or one for each channel of a vector or matrix: for `{}` it cannot be `{}`",
                self.ty(value),
                self.ty(factor)
            );
            return self.refuse(at, &message);
        }
        self.push(Op::Binary(Binary::Quantize(result), scaled, zero_point), at)
    }

    /// A product. Weights of `bf16` are widened as a product with a vector loads them. That of
    /// two matrices computes more than it loads, and a vector is loaded again for every few
    /// rows: there they are widened once, before.
    pub(super) fn product(&mut self, left: Id, right: Id, at: impl ToTokens) -> Option<Id> {
        let matrix = |id: Id| matches!(self.shape(id), Shape::Matrix(..));
        let weights = matrix(left) != matrix(right);
        let both = [left, right].iter().all(|id| self.graph.elem_of(*id) == Elem::Bf16);
        let as_it_is = |id: Id| both || (weights && matrix(id));
        let before = |id: Id| self.graph.elem_of(id) == Elem::Bf16 && !as_it_is(id);
        let [left_before, right_before] = [before(left), before(right)];
        let left = if left_before { self.widened_before(left, &at)? } else { left };
        let right = if right_before { self.widened_before(right, &at)? } else { right };
        self.push(Op::Product(left, right), at)
    }

    fn widened_before(&mut self, id: Id, at: impl ToTokens) -> Option<Id> {
        match *self.graph.op(id) {
            Op::Transpose(original) | Op::Transposed(original) => {
                let widened = self.push(Op::Unary(Unary::Widen, original), &at)?;
                self.push(Op::Transpose(widened), &at)
            }
            _ => self.push(Op::Unary(Unary::Widen, id), &at),
        }
    }

    fn widened(&mut self, id: Id, at: impl ToTokens) -> Option<Id> {
        match self.graph.elem_of(id) {
            Elem::I32 => Some(id),
            _ => self.push(Op::Unary(Unary::Widen, id), at),
        }
    }
}
