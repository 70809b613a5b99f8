//! Truth values: comparisons, `&&`, `||`.

use quote::quote;
use syn::{BinOp, ExprBinary};

use super::body::{Body, Kind, Value};
use super::expression::register;

impl Body<'_> {
    /// Whether an operator gives a truth value.
    pub fn is_condition(operator: &BinOp) -> bool {
        use BinOp::{And, Eq, Ge, Gt, Le, Lt, Ne, Or};
        matches!(operator, And(_) | Or(_) | Eq(_) | Ne(_) | Lt(_) | Le(_) | Gt(_) | Ge(_))
    }

    /// A comparison, or two truth values joined. Both sides are computed.
    pub fn condition(&mut self, binary: &ExprBinary) -> Option<Value> {
        let register = register();
        let tokens = if let BinOp::And(_) | BinOp::Or(_) = binary.op {
            let (left, right) = (self.expression(&binary.left), self.conditional(&binary.right));
            let left = left.and_then(|value| self.truth(value, &binary.left));
            let right = right.and_then(|value| self.truth(value, &binary.right));
            let (left, right) = (left?, right?);
            match binary.op {
                BinOp::And(_) => quote!(#register::both(#left, #right)),
                _ => quote!(#register::either(#left, #right)),
            }
        } else {
            let (left, right) = (self.number_of(&binary.left), self.number_of(&binary.right));
            let (left, right) = (left?, right?);
            match binary.op {
                BinOp::Lt(_) => quote!(#register::lt(#left, #right)),
                BinOp::Le(_) => quote!(#register::le(#left, #right)),
                BinOp::Gt(_) => quote!(#register::gt(#left, #right)),
                BinOp::Ge(_) => quote!(#register::ge(#left, #right)),
                BinOp::Eq(_) => quote!(#register::equal(#left, #right)),
                _ => quote!(#register::not(#register::equal(#left, #right))),
            }
        };
        Some(Value { kind: Kind::Truth, tokens })
    }
}
