//! Turns a kernel and its plans into tokens.
//!
//! The expansion of `fn name` is: the function itself, which dispatches; and a type of
//! the same name (types and functions have separate namespaces), whose associated
//! functions are the reference, the levels and the introspection.

mod dispatch;
mod index;
mod instance;
mod product;
mod reduce;
mod step;
mod value;

pub use dispatch::instances;
pub use instance::Instance;
use kernels_plan::graph::Shape;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ItemFn;

use crate::lower::Lowered;
use crate::paths::Paths;
use crate::signature::Signature;

/// All that the expansion is made from.
pub struct Kernel<'a> {
    /// The function as written.
    pub item: &'a ItemFn,
    /// Its signature.
    pub signature: Signature,
    /// Its body.
    pub lowered: Lowered,
    /// The listed sizes.
    pub specialize: Vec<Vec<(Ident, usize)>>,
    /// Whether there are no others.
    pub only: bool,
    /// The runtime crate.
    pub paths: Paths,
}

impl Kernel<'_> {
    /// Whether there is a vector or matrix to return. The functions of the levels then write
    /// to memory that the dispatching function passes: it is the caller's own, because LLVM
    /// drops a copy that follows right behind the only call that knows its source. A result
    /// that a function makes as a local and returns is copied, at any size.
    fn returns_memory(&self) -> bool {
        self.signature.returns.iter().any(|ty| ty.shape != Shape::Scalar)
    }
}

/// The expansion of a kernel.
pub fn kernel(kernel: &Kernel) -> TokenStream {
    let dispatched = dispatch::function(kernel);
    let namespace = dispatch::namespace(kernel);
    quote!(#dispatched #namespace)
}

/// What stands in for a kernel with errors: its signature, so that calls of it are no
/// errors as well.
pub fn stub(item: &ItemFn) -> TokenStream {
    let ItemFn { attrs, vis, sig, .. } = item;
    let mut sig = sig.clone();
    // These were reported; in the stub they would be reported again, by the compiler.
    sig.asyncness = None;
    sig.constness = None;
    let name = &sig.ident;
    let generics = &sig.generics;
    let (inputs, output) = (&sig.inputs, &sig.output);
    quote! {
        #(#attrs)*
        #[allow(unused_variables)]
        #vis #sig { ::core::unimplemented!("this kernel did not compile") }
        #[allow(non_camel_case_types, dead_code)]
        #vis enum #name {}
        #[allow(dead_code, unused_variables)]
        impl #name {
            #vis fn reference #generics (#inputs) #output { ::core::unimplemented!("this kernel did not compile") }
        }
    }
}
