//! Calls: the vocabulary's functions and methods, and functions of the user.

use kernels_plan::graph::{Binary, Id, Op, Reduction, Shape};
use quote::ToTokens;
use syn::{Expr, ExprCall, ExprMethodCall, ExprPath};

use super::{Callee, Kind, Lower};
use crate::signature::Ty;
use crate::vocabulary::{Function, unknown_function, unknown_method, wrong_arity};

impl Lower<'_> {
    pub(super) fn call(&mut self, call: &ExprCall, expected: Option<&Ty>) -> Option<Id> {
        let Expr::Path(path) = &*call.func else {
            return self.refuse(&call.func, "a function is called by its name");
        };
        let name = path.path.segments.last()?.ident.to_string();
        let operands: Vec<Option<Id>> = call.args.iter().map(|arg| self.expression(arg)).collect();
        match Function::named(&name) {
            Some(function) if operands.len() == function.arity() => {
                let operands: Vec<Id> = operands.into_iter().collect::<Option<_>>()?;
                self.function(function, &operands, call)
            }
            Some(function) => self.refuse(call, &wrong_arity(&name, function, operands.len())),
            None => self.foreign(call, path, &name, operands, expected),
        }
    }

    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Option<Id> {
        let receiver = self.expression(&call.receiver);
        let arguments: Vec<Option<Id>> = call.args.iter().map(|arg| self.expression(arg)).collect();
        let name = call.method.to_string();
        let Some((function_name, function)) = Function::of_method(&name) else {
            return self.refuse(&call.method, &unknown_method(&name));
        };
        let operands: Vec<Id> = [receiver].into_iter().chain(arguments).collect::<Option<_>>()?;
        if operands.len() != function.arity() {
            return self.refuse(call, &wrong_arity(function_name, function, operands.len()));
        }
        if *self.shape(operands[0]) == Shape::Scalar {
            let message = format!("`.{name}()` belongs to vectors and matrices, and this is a scalar");
            return self.refuse(&call.method, &message);
        }
        self.function(function, &operands, call)
    }

    fn function(&mut self, function: Function, operands: &[Id], at: impl ToTokens) -> Option<Id> {
        let a = operands[0];
        let op = match function {
            Function::Unary(unary) => Op::Unary(unary, a),
            Function::Binary(binary) => Op::Binary(binary, a, operands[1]),
            Function::Reduce(reduction) => Op::Reduce(reduction, a),
            Function::Mean => {
                let sum = self.push(Op::Reduce(Reduction::Sum, a), &at)?;
                let count = self.push(Op::Count(self.shape(a).clone()), &at)?;
                Op::Binary(Binary::Div, sum, count)
            }
            Function::Dot => Op::Dot(a, operands[1]),
            Function::Softmax => Op::Softmax(a),
            Function::Outer => {
                let (Shape::Vector(_), Shape::Vector(_)) = (self.shape(a), self.shape(operands[1])) else {
                    let (a, b) = (self.ty(a), self.ty(operands[1]));
                    return self.refuse(at, &format!("`outer` takes two vectors; these are {a} and {b}"));
                };
                let column = self.push(Op::Column(a), &at)?;
                Op::Binary(Binary::Mul, column, operands[1])
            }
            Function::Transpose => Op::Transpose(a),
            Function::Column => Op::Column(a),
            Function::Concat => Op::Concat(operands.to_vec()),
        };
        self.push(op, at)
    }

    /// A function of the user: its result's type must be declared, because a macro cannot
    /// see other items.
    fn foreign(
        &mut self,
        call: &ExprCall,
        path: &ExprPath,
        name: &str,
        operands: Vec<Option<Id>>,
        expected: Option<&Ty>,
    ) -> Option<Id> {
        let Some(ty) = expected else {
            return self.refuse(path, &unknown_function(name));
        };
        if ty.elem != self.signature.elem {
            let elem = self.signature.elem.name();
            return self.refuse(call, &format!("this gives {ty}, and the kernel's elements are {elem}"));
        }
        let by_reference = call.args.iter().map(|arg| self.is_reference(arg)).collect();
        let operands = operands.into_iter().collect::<Option<Vec<Id>>>()?;
        self.calls.push(Callee { path: path.to_token_stream(), by_reference });
        self.push(Op::Call(self.calls.len() - 1, operands, ty.shape.clone()), call)
    }

    fn is_reference(&self, argument: &Expr) -> bool {
        match argument {
            Expr::Reference(_) => true,
            Expr::Path(path) => {
                let binding = path.path.get_ident().and_then(|name| self.find(&name.to_string()));
                binding.is_some_and(|binding| matches!(binding.kind, Kind::Shared | Kind::Mutable(_)))
            }
            _ => false,
        }
    }
}
