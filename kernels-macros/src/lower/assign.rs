//! Assignments: `*out = value`, `name += value`, `view.set(value)`.

use kernels_plan::graph::Id;
use syn::{BinOp, Expr, ExprBinary, ExprMethodCall, UnOp};

use super::{Binding, Kind, Lower};

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
        let name = self.target(target).filter(|name| !self.refuse_view(name, target));
        let expected = name.as_ref().and_then(|name| self.find(name)?.value).map(|id| self.ty(id));
        let value = self.expected_expression(right, expected.as_ref());
        if let Some(name) = name {
            let was_matrix =
                self.find(&name).and_then(|it| it.value).is_some_and(|old| !self.is_transposed(old));
            let value = value.filter(|&new| !was_matrix || self.matrix(new, right));
            self.store(&name, target, value);
        }
    }

    /// `view.set(value)`: what `*out = value` is for a matrix.
    pub(super) fn set(&mut self, call: &ExprMethodCall) {
        let Expr::Path(path) = &*call.receiver else {
            return self
                .errors
                .on(&call.receiver, "`.set(…)` writes a `&mut MatrixViewMut` parameter, by its name");
        };
        let [value] = call.args.iter().collect::<Vec<_>>()[..] else {
            return self.errors.on(call, "`.set(…)` takes one value, the new elements");
        };
        let name = path.path.get_ident().map(ToString::to_string).unwrap_or_default();
        let binding = self.find(&name);
        let message = match binding {
            None => self.unknown_name(&name),
            Some(Binding { kind: Kind::Unknown, .. }) => String::new(),
            Some(Binding { kind: Kind::Mutable(_), is_view: true, .. }) => String::new(),
            Some(Binding { is_view: true, .. }) => {
                format!("`{name}` is a `&` parameter; to write it, take it as `&mut MatrixViewMut`")
            }
            Some(Binding { kind: Kind::Mutable(_), .. }) => {
                format!("`.set(…)` writes a view, and this is none: assign `*{name} = …;`")
            }
            Some(_) => format!("`.set(…)` writes a view, and this is none: assign `{name} = …;`"),
        };
        if !message.is_empty() {
            return self.errors.on(path, message);
        }
        let expected = binding.and_then(|binding| binding.value).map(|id| self.ty(id));
        let value = self.expected_expression(value, expected.as_ref());
        self.store(&name, &call.receiver, value);
    }

    /// Reports `*view = value`, which in the plain function would replace the view itself.
    fn refuse_view(&self, name: &str, target: &Expr) -> bool {
        let is_view = self.find(name).is_some_and(|binding| binding.is_view);
        if is_view {
            self.errors.on(target, format!("a view is written with `{name}.set(…);`, or `*{name} += …;`"));
        }
        is_view
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
            (Kind::Quantization(_), _) => {
                format!("`{name}` is a scale and a zero point, which a kernel only reads")
            }
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
            && self.ty(old) != self.ty(new)
        {
            let (old, new) = (self.ty(old), self.ty(new));
            self.errors.on(target, format!("`{name}` is `{old}`, and the value is `{new}`"));
            return self.rebind(name, None);
        }
        self.rebind(name, value);
    }
}

pub fn is_compound(op: &BinOp) -> bool {
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

/// Whether this is `view.set(value)`.
pub(super) fn is_set(call: &ExprMethodCall) -> bool {
    call.method == "set"
}

pub fn is_assignment(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => is_set(call),
        Expr::Assign(_) => true,
        Expr::Binary(binary) => is_compound(&binary.op),
        _ => false,
    }
}
