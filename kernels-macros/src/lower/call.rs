//! Calls: the vocabulary's functions and methods, and functions of the user.

use kernels_plan::graph::{self, Binary, Id, Op, Reduction, Shape};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, ExprMethodCall, ExprPath, UnOp};

use super::assign::is_set;
use super::{Binding, Callee, Kind, Lower};
use crate::signature::Ty;
use crate::vocabulary::{Function, PAIR, unknown_function, unknown_method, wrong_arity};

impl Lower<'_> {
    pub(super) fn call(&mut self, call: &ExprCall, expected: Option<&Ty>) -> Option<Id> {
        let Expr::Path(path) = &*call.func else {
            return self.refuse(&call.func, "a function is called by its name");
        };
        if let Some(name) = path.path.get_ident() {
            if let Some(binding) = self.find(&name.to_string()) {
                return match binding.kind {
                    Kind::Unknown => None,
                    _ => self.refuse(path, &format!("`{name}` is a value, not a function")),
                };
            }
            if name == self.name {
                return self.refuse(path, &self.recursion());
            }
        }
        let called = Function::of_path(path);
        match called {
            Some((_, Function::Map)) => return self.map(call),
            Some((_, Function::Power)) => return self.power(call),
            Some((_, Function::Sincos)) => return self.refuse(call, PAIR),
            _ => {}
        }
        let operands: Vec<Option<Id>> = call.args.iter().map(|arg| self.expression(arg)).collect();
        match called {
            Some((_, function)) if operands.len() == function.arity() => {
                let operands: Vec<Id> = operands.into_iter().collect::<Option<_>>()?;
                self.function(function, &operands, call)
            }
            Some((name, function)) => self.refuse(call, &wrong_arity(&name, function, operands.len())),
            None => self.foreign(call, path, operands, expected),
        }
    }

    fn recursion(&self) -> String {
        let name = self.name;
        match Function::named(&name.to_string()) {
            Some(_) => format!(
                "`{name}` is this kernel here, as in any function of that name; write `kernels::ops::{name}(…)`, or rename the kernel"
            ),
            None => "a kernel cannot call itself: without a branch, it would never end".into(),
        }
    }

    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Option<Id> {
        let name = call.method.to_string();
        if let Some(value) = self.read_of_view(call) {
            return value;
        }
        if is_set(call) {
            return self.refuse(call, "an assignment, `.set(…)` too, stands on a line of its own");
        }
        let receiver = self.expression(&call.receiver);
        receiver?;
        let Some(function) = Function::of_method(&name) else {
            let of = match &*call.receiver {
                Expr::Path(path) => path.to_token_stream().to_string(),
                _ => "x".into(),
            };
            return self.refuse(&call.method, &unknown_method(&name, &of));
        };
        let arguments: Vec<Option<Id>> = call.args.iter().map(|arg| self.expression(arg)).collect();
        let operands: Vec<Id> = [receiver].into_iter().chain(arguments).collect::<Option<_>>()?;
        if operands.len() != function.arity() {
            return self.refuse(call, &wrong_arity(&name, function, operands.len()));
        }
        if *self.shape(operands[0]) == Shape::Scalar {
            let message = format!("`.{name}()` belongs to vectors and matrices, and this is a scalar");
            return self.refuse(&call.method, &message);
        }
        self.function(function, &operands, call)
    }

    /// The value of `view.to_matrix()`, or of `view.as_view()` for one that is written: in
    /// the graph, the view's elements.
    fn read_of_view(&self, call: &ExprMethodCall) -> Option<Option<Id>> {
        let binding = self.view(&call.receiver).filter(|_| call.args.is_empty())?;
        let written = matches!(binding.kind, Kind::Mutable(_));
        (call.method == "to_matrix" || (written && call.method == "as_view")).then_some(binding.value)
    }

    /// The view that an expression names.
    pub(super) fn view(&self, expr: &Expr) -> Option<Binding> {
        match expr {
            Expr::Paren(inner) => self.view(&inner.expr),
            Expr::Reference(reference) => self.view(&reference.expr),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.view(&unary.expr),
            Expr::Path(path) => {
                let binding = path.path.get_ident().and_then(|name| self.find(&name.to_string()));
                binding.filter(|binding| binding.is_view)
            }
            Expr::MethodCall(call) if call.method == "as_view" => self.view(&call.receiver),
            _ => None,
        }
    }

    pub(super) fn is_view(&self, expr: &Expr) -> bool {
        self.view(expr).is_some()
    }

    fn function(&mut self, function: Function, operands: &[Id], at: impl ToTokens) -> Option<Id> {
        let a = operands[0];
        let op = match function {
            Function::Unary(unary) => Op::Unary(unary, a),
            Function::Binary(binary) => Op::Binary(binary, a, operands[1]),
            Function::Apply(name, _) => Op::Apply(graph::Function::Named(name), operands.to_vec()),
            Function::Reduce(reduction) => Op::Reduce(reduction, a),
            Function::Rows(reduction) => Op::ReduceRows(reduction, a),
            Function::Cols(reduction) => Op::ReduceCols(reduction, a),
            Function::Mean => self.mean(Op::Reduce(Reduction::Sum, a), self.shape(a).clone(), &at)?,
            Function::RowMeans | Function::ColMeans => {
                let rows = matches!(function, Function::RowMeans);
                let op = if rows { Op::ReduceRows } else { Op::ReduceCols };
                // Of each row, its elements; a shape that is no matrix is an error anyway.
                let count = match self.shape(a) {
                    Shape::Matrix(r, c) => Shape::Vector(if rows { c.clone() } else { r.clone() }),
                    other => other.clone(),
                };
                self.mean(op(Reduction::Sum, a), count, &at)?
            }
            Function::Dot => Op::Dot(a, operands[1]),
            Function::Softmax => Op::Softmax(a),
            Function::Outer => {
                let (Shape::Vector(_), Shape::Vector(_)) = (self.shape(a), self.shape(operands[1])) else {
                    let (a, b) = (self.ty(a), self.ty(operands[1]));
                    return self.refuse(at, &format!("`outer` takes two vectors; these are `{a}` and `{b}`"));
                };
                let column = self.push(Op::Column(a), &at)?;
                Op::Binary(Binary::Mul, column, operands[1])
            }
            Function::Transpose => Op::Transpose(a),
            Function::Transposed => Op::Transposed(a),
            Function::Column => Op::Column(a),
            Function::Concat => Op::Concat(operands.to_vec()),
            Function::Quantize | Function::Requantize | Function::Dequantize => {
                return self.conversion(function, operands, at);
            }
            Function::Map | Function::Power | Function::Sincos => {
                unreachable!("arguments or results are no single values")
            }
        };
        self.push(op, at)
    }

    /// Sums over as many elements as a tensor of the shape has.
    fn mean(&mut self, sums: Op, of: Shape, at: impl ToTokens) -> Option<Op> {
        let sums = self.push(sums, &at)?;
        let count = self.push(Op::Count(of), &at)?;
        Some(Op::Binary(Binary::Div, sums, count))
    }

    /// A function of the user: its result's type must be declared, because a macro cannot
    /// see other items.
    fn foreign(
        &mut self,
        call: &ExprCall,
        path: &ExprPath,
        operands: Vec<Option<Id>>,
        expected: Option<&Ty>,
    ) -> Option<Id> {
        let Some(ty) = expected else {
            let names: Vec<String> = path.path.segments.iter().map(|it| it.ident.to_string()).collect();
            return self.refuse(path, &unknown_function(&names.join("::")));
        };
        if ty.elem.is_float() && ty.elem != self.signature.elem {
            let elem = self.signature.elem.name();
            return self
                .refuse(call, &format!("this gives `{ty}`, and the elements of this kernel are `{elem}`"));
        }
        for argument in call.args.iter().filter(|argument| self.is_view(argument)) {
            self.errors.on(argument, "a view is not passed on: pass a copy, `&a.to_matrix()`");
        }
        let arguments = call.args.iter().map(|arg| (self.is_reference(arg), arg.span())).collect();
        let operands = operands.into_iter().collect::<Option<Vec<Id>>>()?;
        for (&operand, argument) in operands.iter().zip(&call.args) {
            if !self.is_reference(argument) {
                self.matrix(operand, argument);
            }
        }
        self.calls.push(Callee { path: path.to_token_stream(), span: call.span(), arguments });
        self.push(Op::Call(self.calls.len() - 1, operands, ty.elem, ty.shape.clone()), call)
    }

    pub(super) fn is_reference(&self, argument: &Expr) -> bool {
        match argument {
            Expr::Reference(_) => true,
            Expr::Paren(inner) => self.is_reference(&inner.expr),
            Expr::Path(path) => {
                let binding = path.path.get_ident().and_then(|name| self.find(&name.to_string()));
                binding.is_some_and(|binding| binding.is_reference)
            }
            _ => false,
        }
    }
}
