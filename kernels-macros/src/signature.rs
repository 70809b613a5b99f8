//! The function's signature: parameters, results, and what a kernel's may not be.

use kernels_plan::graph::{Dim, Elem, Shape};
use syn::spanned::Spanned;
use syn::{
    Expr, FnArg, GenericArgument, GenericParam, Ident, ItemFn, Lit, Pat, PathArguments, ReturnType, Type,
};

use crate::diagnostics::Errors;

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
        let elem = self.elem.name();
        match &self.shape {
            Shape::Scalar => write!(f, "{elem}"),
            Shape::Vector(n) => write!(f, "Vector<{elem}, {n}>"),
            Shape::Column(n) => write!(f, "Column<{elem}, {n}>"),
            Shape::Matrix(r, c) => write!(f, "Matrix<{elem}, {r}, {c}>"),
        }
    }
}

/// How a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// `&Vector`, `&Matrix`
    Shared,
    /// `&mut Vector`, `&mut Matrix`
    Mutable,
    /// `f32`, `f64`
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
}

/// A kernel's signature.
pub struct Signature {
    /// The parameters in order.
    pub params: Vec<Param>,
    /// The const parameters in order.
    pub consts: Vec<Ident>,
    /// The returned values: none, one, or a tuple's.
    pub returns: Vec<Ty>,
    /// Whether the return type is written as a tuple.
    pub tuple: bool,
    /// The one element type.
    pub elem: Elem,
}

const PARAMETERS: &str =
    "a kernel takes `&Vector<T, N>`, `&Matrix<T, R, C>`, `&mut` of both, and scalars `f32` or `f64` by value";

impl Signature {
    /// Reads the signature. Reports everything that a kernel's may not have; `None` if
    /// what is left cannot be lowered.
    pub fn read(item: &ItemFn, errors: &Errors) -> Option<Signature> {
        qualifiers(item, errors);
        let consts = generics(item, errors);
        let params: Vec<Option<Param>> =
            item.sig.inputs.iter().map(|input| param(input, &consts, errors)).collect();
        let returns = returns(&item.sig.output, &consts, errors);
        let (returns, tuple) = returns?;
        let params: Vec<Param> = params.into_iter().collect::<Option<_>>()?;
        let elem = one_elem(item, &params, &returns, errors)?;
        let writes = params.iter().any(|param| param.access == Access::Mutable);
        if returns.is_empty() && !writes {
            errors.on(
                &item.sig.ident,
                "this kernel has no result: return a value, or take an output as `&mut`",
            );
        }
        Some(Signature { params, consts, returns, tuple, elem })
    }
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
    if let Some(clause) = &sig.generics.where_clause {
        errors.on(clause, "a kernel has no `where` clause: its const parameters are plain sizes");
    }
}

fn generics(item: &ItemFn, errors: &Errors) -> Vec<Ident> {
    let mut consts = Vec::new();
    for generic in &item.sig.generics.params {
        match generic {
            GenericParam::Const(param) => {
                let is_usize = matches!(&param.ty, Type::Path(path) if path.path.is_ident("usize"));
                if !is_usize {
                    errors.on(&param.ty, "a const parameter of a kernel is a size: `usize`");
                }
                consts.push(param.ident.clone());
            }
            GenericParam::Type(param) => errors.on(
                param,
                "a kernel works on one element type, `f32` or `f64`, and has no type parameters; only `const N: usize` is allowed here",
            ),
            GenericParam::Lifetime(param) => {
                errors.on(param, "a kernel needs no lifetimes: it returns values, never references");
            }
        }
    }
    consts
}

fn param(input: &FnArg, consts: &[Ident], errors: &Errors) -> Option<Param> {
    let typed = match input {
        FnArg::Typed(typed) => typed,
        FnArg::Receiver(receiver) => {
            errors.on(
                receiver,
                "a kernel is a free function: pass what it needs as parameters instead of `self`",
            );
            return None;
        }
    };
    let ident = match &*typed.pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => Some(pat.ident.clone()),
        other => {
            errors.on(other, "a kernel's parameter is a plain name");
            None
        }
    };
    let (inner, access) = match &*typed.ty {
        Type::Reference(reference) => {
            if let Some(lifetime) = &reference.lifetime {
                errors.on(lifetime, "a kernel needs no lifetimes: it returns values, never references");
            }
            let access = if reference.mutability.is_some() { Access::Mutable } else { Access::Shared };
            (&*reference.elem, access)
        }
        other => (other, Access::Value),
    };
    let ty = ty(inner, consts, errors)?;
    match (&ty.shape, access) {
        (Shape::Scalar, Access::Shared) => {
            errors.on(&typed.ty, format!("a scalar is passed by value: write `{}`", ty.elem.name()));
            return None;
        }
        (Shape::Scalar, Access::Mutable) => {
            errors.on(&typed.ty, "a scalar result is returned, not written through `&mut`");
            return None;
        }
        (Shape::Vector(_) | Shape::Matrix(..), Access::Value) => {
            errors.on(&typed.ty, format!("vectors and matrices are passed by reference: write `&{ty}`"));
            return None;
        }
        _ => {}
    }
    Some(Param { ident: ident?, ty, access })
}

fn returns(output: &ReturnType, consts: &[Ident], errors: &Errors) -> Option<(Vec<Ty>, bool)> {
    let ty = match output {
        ReturnType::Default => return Some((vec![], false)),
        ReturnType::Type(_, ty) => &**ty,
    };
    match ty {
        Type::Tuple(tuple) => {
            let all: Vec<Option<Ty>> = tuple.elems.iter().map(|ty| value(ty, consts, errors)).collect();
            Some((all.into_iter().collect::<Option<_>>()?, true))
        }
        single => Some((vec![value(single, consts, errors)?], false)),
    }
}

fn value(ty_syntax: &Type, consts: &[Ident], errors: &Errors) -> Option<Ty> {
    if let Type::Reference(reference) = ty_syntax {
        errors.on(
            reference,
            "a kernel returns values: `Vector<T, N>`, `Matrix<T, R, C>`, a scalar, or a tuple of them; large results are best written to a `&mut` parameter",
        );
        return None;
    }
    ty(ty_syntax, consts, errors)
}

/// Reads `f32`, `f64`, `Vector<T, N>` or `Matrix<T, R, C>`.
pub fn ty(syntax: &Type, consts: &[Ident], errors: &Errors) -> Option<Ty> {
    let refuse = |message: String| {
        errors.on(syntax, message);
        None
    };
    let path = match syntax {
        Type::Path(path) if path.qself.is_none() => &path.path,
        Type::Paren(inner) => return ty(&inner.elem, consts, errors),
        Type::Group(inner) => return ty(&inner.elem, consts, errors),
        Type::Array(_) | Type::Slice(_) => {
            return refuse(
                "arrays and slices are viewed as `Vector` or `Matrix` by the caller, without a copy: `Vector::from_ref(&array)`, `<&Vector<f32, 64>>::try_from(slice)`"
                    .into(),
            );
        }
        _ => return refuse(PARAMETERS.into()),
    };
    let last = path.segments.last()?;
    let name = last.ident.to_string();
    let arguments: Vec<&GenericArgument> = match &last.arguments {
        PathArguments::AngleBracketed(list) => list.args.iter().collect(),
        _ => vec![],
    };
    match (name.as_str(), arguments.as_slice()) {
        ("f32" | "f64", []) => Some(Ty { elem: elem_named(&name)?, shape: Shape::Scalar }),
        ("Vector", [e, n]) => {
            let (elem, n) = (elem(e, errors), dim(n, consts, errors));
            Some(Ty { elem: elem?, shape: Shape::Vector(n?) })
        }
        ("Matrix", [e, r, c]) => {
            let (elem, r, c) = (elem(e, errors), dim(r, consts, errors), dim(c, consts, errors));
            Some(Ty { elem: elem?, shape: Shape::Matrix(r?, c?) })
        }
        ("Vector", _) => refuse("a vector is written `Vector<T, N>`: element type and length".into()),
        ("Matrix", _) => {
            refuse("a matrix is written `Matrix<T, R, C>`: element type, rows and columns".into())
        }
        ("Vec" | "Box", _) => refuse(format!("`{name}` has no fixed size; {PARAMETERS}")),
        _ => refuse(PARAMETERS.into()),
    }
}

fn elem_named(name: &str) -> Option<Elem> {
    [Elem::F32, Elem::F64].into_iter().find(|elem| elem.name() == name)
}

fn elem(argument: &GenericArgument, errors: &Errors) -> Option<Elem> {
    let named = match argument {
        GenericArgument::Type(Type::Path(path)) => {
            path.path.get_ident().and_then(|name| elem_named(&name.to_string()))
        }
        _ => None,
    };
    if named.is_none() {
        errors.on(argument, "elements of a kernel are `f32` or `f64`");
    }
    named
}

fn dim(argument: &GenericArgument, consts: &[Ident], errors: &Errors) -> Option<Dim> {
    match argument {
        GenericArgument::Const(Expr::Lit(literal)) => {
            if let Lit::Int(number) = &literal.lit {
                let size = number.base10_parse::<usize>().map_err(|error| errors.push(error)).ok()?;
                if size == 0 {
                    errors.on(number, "a size must be at least 1");
                    return None;
                }
                return Some(Dim::Const(size));
            }
        }
        GenericArgument::Type(Type::Path(path)) => {
            if let Some(name) = path.path.get_ident()
                && consts.contains(name)
            {
                return Some(Dim::Param(name.to_string()));
            }
        }
        _ => {}
    }
    errors.on(
        argument,
        "a size here is a number, or a const parameter of this function: a macro cannot see the value of other constants",
    );
    None
}

fn one_elem(item: &ItemFn, params: &[Param], returns: &[Ty], errors: &Errors) -> Option<Elem> {
    let inputs = item.sig.inputs.iter().map(|input| input.span()).zip(params.iter().map(|param| &param.ty));
    let output = item.sig.output.span();
    let mut all = inputs.chain(returns.iter().map(|ty| (output, ty)));
    let Some((_, first)) = all.next() else {
        errors.on(&item.sig.ident, format!("this kernel has nothing to compute with: {PARAMETERS}"));
        return None;
    };
    for (span, ty) in all {
        if ty.elem != first.elem {
            errors.push(syn::Error::new(
                span,
                format!("this is {ty}, and the first parameter's elements are {}: a kernel works in one element type", first.elem.name()),
            ));
            return None;
        }
    }
    Some(first.elem)
}
