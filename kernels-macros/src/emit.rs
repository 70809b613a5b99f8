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
