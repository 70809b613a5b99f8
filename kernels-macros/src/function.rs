//! Functions of numbers: `fn f(x: f32) -> f32` becomes a function of vectors, lane by lane.
//!
//! They have no shapes to plan for, so their way is short: `signature` is read as that of any
//! kernel, `body` and `expression` turn the body into operations on vectors, in which both
//! sides of an `if` are computed and one is selected, and `emit` puts them beside the function.

mod body;
mod call;
mod condition;
mod emit;
mod expression;

use proc_macro2::TokenStream;
use syn::ItemFn;

use crate::attribute::Arguments;
use crate::diagnostics::Errors;
use crate::paths::Paths;
use crate::signature::{Access, Signature};

use body::Body;
use kernels_plan::graph::Shape;

/// Whether a signature is that of a function of numbers: all parameters and the only result are
/// floating-point scalars, with a name of its own each. It was read without an error.
pub fn is_function(signature: &Signature) -> bool {
    let scalars = signature.params.iter().all(|param| {
        param.access == Access::Value && param.ty.shape == Shape::Scalar && param.ty.elem.is_float()
    });
    let result =
        matches!(signature.returns.as_slice(), [ty] if ty.shape == Shape::Scalar && ty.elem.is_float());
    let name = |at: usize| &signature.params[at].ident;
    let distinct = (0..signature.params.len()).all(|at| (0..at).all(|other| name(at) != name(other)));
    scalars
        && result
        && distinct
        && !signature.params.is_empty()
        && !signature.params.iter().any(|param| param.quantization)
        && signature.consts.is_empty()
        && !signature.tuple
}

/// The expansion of a function of numbers; after errors, a stub.
pub fn expand(item: &ItemFn, signature: &Signature, arguments: Arguments, errors: &Errors) -> TokenStream {
    if let Some(name) = arguments.batch.first() {
        errors.on(
            name,
            "a function of numbers has no batches: `map_into` of its type goes over slices, and `map(f, x)` over vectors in kernels",
        );
    }
    let paths = Paths::new(arguments.runtime);
    let body = Body::lower(item, signature, &paths, errors);
    let body = body.filter(|_| errors.is_empty());
    let expansion = emit::function(item, signature, &paths, body);
    let errors = errors.to_compile_errors();
    quote::quote!(#errors #expansion)
}
