//! The function's signature: parameters, results, and what a kernel's may not be.

use kernels_plan::graph::{Elem, Shape};
use syn::visit::{self, Visit};
use syn::{FnArg, GenericParam, Ident, ItemFn, Pat, PatIdent, Receiver, ReturnType, Type, WherePredicate};

use crate::diagnostics::Errors;
use crate::types::{Layout, Types};

/// A type that a kernel takes or returns.
#[derive(Clone, Debug, PartialEq)]
pub struct Ty {
    /// Its elements; the scalar itself.
    pub elem: Elem,
    /// Its extents.
    pub shape: Shape,
}

impl std::fmt::Display for Ty {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shape.type_name(self.elem))
    }
}

/// How a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// `&Vector`, `&Matrix`
    Shared,
    /// `&mut Vector`, `&mut Matrix`
    Mutable,
    /// Scalars.
    Value,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub ident: Ident,
    /// Its type, behind the reference.
    pub ty: Ty,
    /// How it is passed.
    pub access: Access,
    /// Whether it is declared `mut`.
    pub mutable: bool,
    /// Its type, if that is a matrix of a layout of its own.
    pub layout: Option<Layout>,
    /// Whether it is a `Quantization` of the type's elements, and no value itself.
    pub quantization: bool,
}

impl Param {
    /// Its type behind the reference, for errors.
    pub fn type_name(&self) -> String {
        if self.quantization {
            return format!("Quantization<{}>", self.ty.elem.name());
        }
        layout_name(&self.ty, self.layout)
    }

    /// Whether it is a window into a larger buffer.
    pub fn is_view(&self) -> bool {
        self.layout.is_some_and(Layout::is_view)
    }
}

fn layout_name(ty: &Ty, layout: Option<Layout>) -> String {
    let name = ty.to_string();
    layout.map_or(name.clone(), |layout| name.replacen("Matrix", layout.name(), 1))
}

/// A kernel's signature. After an error it lacks what could not be read, and is good for
/// looking for more errors only.
pub struct Signature {
    /// The parameters in order.
    pub params: Vec<Param>,
    /// The names of parameters that could not be read.
    pub unread: Vec<Ident>,
    /// The const parameters in order.
    pub consts: Vec<Ident>,
    /// Generic parameters that a kernel cannot have.
    reported: Vec<Ident>,
    /// The returned values: none, one, or a tuple's.
    pub returns: Vec<Ty>,
    /// Whether all of the return type could be read.
    pub returns_read: bool,
    /// Whether the return type is written as a tuple.
    pub tuple: bool,
    /// The one floating-point type.
    pub elem: Elem,
    /// Whether there are quantized types beside it.
    pub integers: bool,
}

impl Signature {
    /// Reads the signature and reports everything that a kernel's may not have.
    ///
    /// `None` for a method, whose body makes no sense without its `self`.
    pub fn read(item: &ItemFn, errors: &Errors) -> Option<Signature> {
        if let Some(FnArg::Receiver(receiver)) = item.sig.inputs.first() {
            method(receiver, errors);
            return None;
        }
        qualifiers(item, errors);
        let (consts, reported) = generics(item, errors);
        let types = Types { consts: &consts, reported: &reported, errors };
        let mut one = OneElem { first: None, integers: false, stored: false, errors };
        let (mut params, mut unread) = (vec![], vec![]);
        for input in &item.sig.inputs {
            let FnArg::Typed(typed) = input else { continue };
            match param(&typed.pat, &typed.ty, &types) {
                Some(param) => {
                    one.check(&typed.ty, &param.ty);
                    params.push(param);
                }
                None => unread.extend(names(&typed.pat)),
            }
        }
        let (syntax, tuple): (Vec<&Type>, bool) = match &item.sig.output {
            ReturnType::Default => (vec![], false),
            ReturnType::Type(_, ty) => match &**ty {
                Type::Tuple(tuple) => (tuple.elems.iter().collect(), true),
                single => (vec![single], false),
            },
        };
        let read: Vec<Option<Ty>> = syntax.iter().map(|ty| result(ty, &types)).collect();
        for (syntax, ty) in syntax.iter().zip(&read) {
            if let Some(ty) = ty {
                one.check(syntax, ty);
            }
        }
        let returns_read = read.iter().all(Option::is_some);
        let returns: Vec<Ty> = read.into_iter().flatten().collect();
        let (elem, integers) = (one.first.unwrap_or(Elem::F32), one.integers);
        Some(Signature { params, unread, consts, reported, returns, returns_read, tuple, elem, integers })
    }

    /// A reader of types in this signature's scope.
    pub fn types<'a>(&'a self, errors: &'a Errors) -> Types<'a> {
        Types { consts: &self.consts, reported: &self.reported, errors }
    }
}

/// Every name that a pattern binds.
pub fn names(pattern: &Pat) -> Vec<Ident> {
    struct Names(Vec<Ident>);
    impl<'ast> Visit<'ast> for Names {
        fn visit_pat_ident(&mut self, pat: &'ast PatIdent) {
            self.0.push(pat.ident.clone());
            visit::visit_pat_ident(self, pat);
        }
    }
    let mut names = Names(vec![]);
    names.visit_pat(pattern);
    names.0
}

fn method(receiver: &Receiver, errors: &Errors) {
    errors.on(
        receiver,
        "a kernel is a free function, not a method: move it out of the `impl` or trait, and pass what it needs of `self` as parameters",
    );
}

fn qualifiers(item: &ItemFn, errors: &Errors) {
    let sig = &item.sig;
    if let Some(asyncness) = &sig.asyncness {
        errors.on(
            asyncness,
            "a kernel cannot be `async`: it computes without waiting; call it from async code",
        );
    }
    if let syn::Safety::Unsafe(token) = &sig.safety {
        errors
            .on(token, "a kernel cannot be `unsafe`: its body has only safe operations; remove the keyword");
    }
    if let syn::Safety::Safe(token) = &sig.safety {
        errors.on(token, "`safe` belongs to extern blocks; remove the keyword");
    }
    if let Some(abi) = &sig.abi {
        errors.on(abi, "a kernel cannot be `extern`: wrap it in an `extern` function of your own");
    }
    if let Some(constness) = &sig.constness {
        errors.on(constness, "a kernel cannot be `const`: it depends on the processor it runs on");
    }
    if let Some(variadic) = &sig.variadic {
        errors.on(variadic, "a kernel has a fixed list of parameters");
    }
    let types: Vec<_> = sig.generics.type_params().map(|param| &param.ident).collect();
    let lifetimes: Vec<_> = sig.generics.lifetimes().map(|param| &param.lifetime).collect();
    for predicate in sig.generics.where_clause.iter().flat_map(|clause| &clause.predicates) {
        // The bound of a parameter that is an error itself is none of its own.
        let known = match predicate {
            WherePredicate::Type(bound) => {
                matches!(&bound.bounded_ty, Type::Path(path) if types.iter().any(|name| path.path.is_ident(*name)))
            }
            WherePredicate::Lifetime(bound) => lifetimes.contains(&&bound.lifetime),
            _ => false,
        };
        if !known {
            errors.on(predicate, "a kernel has no `where` clause: its const parameters are plain sizes");
        }
    }
}

/// The const parameters, and the others, which are errors.
fn generics(item: &ItemFn, errors: &Errors) -> (Vec<Ident>, Vec<Ident>) {
    let (mut consts, mut reported) = (vec![], vec![]);
    for generic in &item.sig.generics.params {
        match generic {
            GenericParam::Const(param) if matches!(&param.ty, Type::Path(path) if path.path.is_ident("usize")) =>
            {
                consts.push(param.ident.clone());
            }
            GenericParam::Const(param) => {
                errors.on(&param.ty, "a const parameter of a kernel is a size: `usize`");
                reported.push(param.ident.clone());
            }
            GenericParam::Type(param) => {
                errors.on(
                    param,
                    "a kernel has no type parameters: its elements are `f32` or `f64`; only sizes, `const N: usize`, stand here",
                );
                reported.push(param.ident.clone());
            }
            GenericParam::Lifetime(param) => {
                errors.on(
                    param,
                    "a kernel needs no lifetimes, because it returns values and never references: remove it",
                );
                reported.push(param.lifetime.ident.clone());
            }
        }
    }
    (consts, reported)
}

fn param(pattern: &Pat, syntax: &Type, types: &Types) -> Option<Param> {
    let errors = types.errors;
    let name = match pattern {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => pat,
        Pat::Wild(_) => {
            errors.on(pattern, "a kernel's parameter has a name; for one that is not used, write `_name`");
            return None;
        }
        other => {
            errors.on(
                other,
                "a kernel's parameter is one plain name: pass each value as a parameter of its own",
            );
            return None;
        }
    };
    let (inner, access) = match syntax {
        Type::Reference(reference) => {
            if let Some(lifetime) = &reference.lifetime
                && !types.reported.contains(&lifetime.ident)
            {
                errors.on(
                    lifetime,
                    "a kernel needs no lifetimes, because it returns values and never references: remove it",
                );
            }
            let access = if reference.mutability.is_some() { Access::Mutable } else { Access::Shared };
            (&*reference.elem, access)
        }
        other => (other, Access::Value),
    };
    let (ident, mutable) = (name.ident.clone(), name.mutability.is_some());
    if let Some(elem) = types.read_quantization(inner) {
        let elem = elem?;
        if access != Access::Value {
            errors.on(
                syntax,
                format!("a scale and zero point are passed by value: write `Quantization<{}>`", elem.name()),
            );
            return None;
        }
        let ty = Ty { elem, shape: Shape::Scalar };
        return Some(Param { ident, ty, access, mutable, layout: None, quantization: true });
    }
    let (ty, layout) = types.read_param(inner)?;
    let message = match (&ty.shape, access) {
        (_, Access::Shared | Access::Value) if layout == Some(Layout::ViewMut) => {
            format!("a view to write is passed by `&mut`: write `&mut {}`", layout_name(&ty, layout))
        }
        (_, Access::Mutable | Access::Value) if layout == Some(Layout::View) => {
            let (read, write) = (layout_name(&ty, layout), layout_name(&ty, Some(Layout::ViewMut)));
            format!("a view is `&{read}` to read, `&mut {write}` to write")
        }
        (_, Access::Mutable | Access::Value) if layout == Some(Layout::Packed) => {
            format!("a packed matrix is only read: write `&{}`", layout_name(&ty, layout))
        }
        (Shape::Scalar, Access::Shared) => format!("a scalar is passed by value: write `{ty}`"),
        (Shape::Scalar, Access::Mutable) => {
            format!("a scalar result is returned, not written through `&mut`: write `-> {ty}`")
        }
        (Shape::Vector(_) | Shape::Matrix(..), Access::Value) => {
            format!("vectors and matrices are passed by reference: write `&{ty}`")
        }
        _ => return Some(Param { ident, ty, access, mutable, layout, quantization: false }),
    };
    errors.on(syntax, message);
    None
}

fn result(syntax: &Type, types: &Types) -> Option<Ty> {
    let Type::Reference(reference) = syntax else { return types.read(syntax) };
    // What stands behind the `&` is looked at only to name it.
    let unheard = Errors::default();
    let message = match (Types { errors: &unheard, ..*types }).read(&reference.elem) {
        Some(ty) => format!("a kernel returns values, not references: write `{ty}`"),
        None => {
            "a kernel returns values, not references: `Vector<T, N>`, `Matrix<T, R, C>` or a scalar".into()
        }
    };
    types.errors.on(syntax, message);
    None
}

/// A kernel computes in the floating-point type that its signature names first. Beside
/// `f32` there may be the types of quantized tensors.
struct OneElem<'a> {
    first: Option<Elem>,
    integers: bool,
    /// Whether there are elements that are not computed with as they are.
    stored: bool,
    errors: &'a Errors,
}

impl OneElem<'_> {
    fn check(&mut self, syntax: &Type, ty: &Ty) {
        let elem = ty.elem;
        if elem.is_float() {
            self.first.get_or_insert(elem);
        } else {
            self.integers |= elem.is_integer();
        }
        self.stored |= !elem.is_float();
        let first = self.first.unwrap_or(Elem::F32);
        let message = match (elem.is_float(), first == elem) {
            (_, true) if self.stored && elem == Elem::F64 => {
                "beside quantized elements and `bf16` a kernel has numbers of `f32`, and no `f64`".into()
            }
            (true, false) => format!(
                "this is of `{}`, and the kernel began with `{}`: a kernel works in one floating-point type",
                elem.name(),
                first.name()
            ),
            (false, _) if first == Elem::F64 => format!(
                "this is of `{}`: beside quantized elements and `bf16` a kernel has numbers of `f32`, and no `f64`",
                elem.name()
            ),
            _ => return,
        };
        self.errors.on(syntax, message);
    }
}
