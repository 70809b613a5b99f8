//! Assignments: `*out = value`, `name += value`.

use kernels_plan::graph::Id;
use syn::{BinOp, Expr, ExprBinary, UnOp};

use super::{Kind, Lower};

impl Lower<'_> {
    pub(super) fn compound(&mut self, binary: &ExprBinary) {
        let operator = match binary.op {
            BinOp::AddAssign(_) => "+",
            BinOp::SubAssign(_) => "-",
            BinOp::MulAssign(_) => "*",
            BinOp::DivAssign(_) => "/",
            _ => return self.errors.on(binary.op, "a kernel knows `+=`, `-=`, `*=` and `/=`"),
        };
        // The target is looked at first: a wrong one is one mistake, not two.
        if let Some(name) = self.target(&binary.left) {
            let left = self.find(&name).and_then(|binding| binding.value);
            let right = self.expression(&binary.right);
            let value = match (left, right) {
                (Some(left), Some(right)) => self.arithmetic(operator, left, right, binary),
                _ => None,
            };
            self.store(&name, &binary.left, value);
        }
    }

    /// `*out = value`, or `name = value` for a `let mut`.
    pub(super) fn assign(&mut self, target: &Expr, right: &Expr) {
        let name = self.target(target);
        let expected = name.as_ref().and_then(|name| self.find(name)?.value).map(|id| self.ty(id));
        let value = self.expected_expression(right, expected.as_ref());
        if let Some(name) = name {
            self.store(&name, target, value);
        }
    }

    /// The name that an assignment to `target` writes, if it may.
    fn target(&mut self, target: &Expr) -> Option<String> {
        let (name, dereferenced) = match target {
            Expr::Path(path) => (path.path.get_ident(), false),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => match &*unary.expr {
                Expr::Path(path) => (path.path.get_ident(), true),
                _ => (None, true),
            },
            Expr::Index(_) => {
                self.errors.on(
                    target,
                    "single elements are not assigned in a kernel: compute the whole vector or matrix, and assign `*out = …;`",
                );
                return None;
            }
            _ => (None, false),
        };
        let Some(name) = name.map(ToString::to_string) else {
            self.errors
                .on(target, "only `*out`, for a `&mut` parameter, and `let mut` names can be assigned");
            return None;
        };
        let Some(binding) = self.find(&name) else {
            self.errors.on(target, self.unknown_name(&name));
            return None;
        };
        let message = match (binding.kind, dereferenced) {
            (Kind::Mutable(_), false) => format!("write through the reference: `*{name}`"),
            (Kind::Shared, _) => format!("`{name}` is a `&` parameter; to write it, take it as `&mut`"),
            (Kind::Let, _) => format!("`{name}` is not mutable: declare it `let mut {name}`"),
            (Kind::Value, _) => format!("`{name}` is not mutable: declare the parameter `mut {name}`"),
            (Kind::LetMut, true) => format!("`{name}` is no reference: leave out the `*`"),
            (Kind::Mutable(_), true) | (Kind::LetMut, false) | (Kind::Unknown, _) => return Some(name),
        };
        self.errors.on(target, message);
        None
    }

    fn store(&mut self, name: &str, target: &Expr, value: Option<Id>) {
        let old = self.find(name).and_then(|binding| binding.value);
        if let (Some(old), Some(new)) = (old, value)
            && self.shape(old) != self.shape(new)
        {
            let (old, new) = (self.ty(old), self.ty(new));
            self.errors.on(target, format!("`{name}` is `{old}`, and the value is `{new}`"));
            return self.rebind(name, None);
        }
        self.rebind(name, value);
    }
}

pub(super) fn is_compound(op: &BinOp) -> bool {
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

pub(super) fn is_assignment(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(_) => true,
        Expr::Binary(binary) => is_compound(&binary.op),
        _ => false,
    }
}
