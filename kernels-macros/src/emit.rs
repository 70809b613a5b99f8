//! Turns a kernel and its plans into tokens.
//!
//! The expansion of `fn name` is: the function itself, which dispatches; and a type of
//! the same name (types and functions have separate namespaces), whose associated
//! functions are the reference, the levels and the introspection.

mod axis;
mod batch;
mod columns;
mod dispatch;
mod end_to_end;
mod index;
mod instance;
mod matrix;
mod one_column;
mod packed;
mod prefer;
mod product;
mod quads;
mod record;
mod reduce;
mod runs;
mod small;
mod step;
mod unroll;
mod value;

pub use dispatch::instances;
pub use instance::Instance;
#[cfg(test)]
pub use instance::Level;
use kernels_plan::graph::Shape;
use kernels_plan::isa::{Isa, LEVELS};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{ItemFn, ReturnType, Type};

use crate::lower::Lowered;
use crate::paths::Paths;
use crate::signature::Signature;
use crate::tuning::Tuning;

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
    /// The argument which says that there are no others.
    pub only: Option<Ident>,
    /// The parameters that differ from sample to sample of a batch; empty without batches.
    pub batch: Vec<Ident>,
    /// The runtime crate.
    pub paths: Paths,
    /// What this build knows of kernels.
    pub tuning: Tuning,
}

impl Kernel<'_> {
    /// The levels that have functions of their own: where there are no integers, those that
    /// are their own base, because the others add instructions on integers only.
    fn levels(&self) -> impl Iterator<Item = &'static Isa> {
        let integers = self.lowered.graph.has_integers();
        LEVELS.iter().filter(move |isa| isa.is_base() || integers)
    }

    /// The function that tells the level of this process.
    fn active_level(&self) -> TokenStream {
        let private = self.paths.private();
        match self.lowered.graph.has_integers() {
            true => quote!(#private::active_integer_level()),
            false => quote!(#private::active_level()),
        }
    }

    /// `Level::Avx2 | Level::AvxVnni`: the levels that run the functions of this one.
    fn level_pattern(&self, isa: &Isa) -> TokenStream {
        let own = |level: &&Isa| self.levels().any(|own| own == *level);
        let runs = |level: &&Isa| if own(level) { *level == isa } else { level.base() == isa };
        let levels = LEVELS.iter().filter(runs).map(|level| self.paths.level(level));
        quote!(#(#levels)|*)
    }

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
    let instances = instances(kernel);
    instances.iter().for_each(|instance| kernel.tuning.tell_if_stale(&instance.about));
    let dispatched = dispatch::function(kernel, &instances);
    let namespace = dispatch::namespace(kernel, &instances);
    quote!(#dispatched #namespace)
}

/// What stands in for a kernel with errors: everything that its expansion offers, so that
/// uses of it are no errors as well.
pub fn stub(item: &ItemFn, batch: &[Ident], paths: &Paths) -> TokenStream {
    let ItemFn { attrs, vis, sig, .. } = item;
    let mut sig = sig.clone();
    // Reported; in the stub, the compiler would find types that no other language knows.
    sig.abi = None;
    let body = quote!({ ::core::panic!("this kernel did not compile") });
    let function = quote! {
        #(#attrs)*
        #[allow(warnings)]
        #vis #sig #body
    };
    if sig.receiver().is_some() {
        // Beside a method there is no place for the kernel's type.
        return function;
    }
    let name = &sig.ident;
    let (generics, inputs) = (&sig.generics, &sig.inputs);
    let clause = &generics.where_clause;
    let output = match &sig.output {
        ReturnType::Default => quote!(()),
        ReturnType::Type(_, ty) => quote!(#ty),
    };
    let (level, unsupported) = (paths.public("Level"), paths.public("UnsupportedLevel"));
    let variant = paths.public("Variant");
    // No `impl Trait` could be inferred from a body that never returns a `Result` of it.
    let at = (!matches!(&sig.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)))).then(|| {
        quote! {
            #vis fn at #generics (_: #level, #inputs) -> ::core::result::Result<#output, #unsupported> #clause #body
        }
    });
    let batch = batch::stub(item, batch, paths);
    quote! {
        #function
        #[allow(warnings)]
        #vis enum #name {}
        #[allow(warnings)]
        impl #name {
            #vis fn reference #generics (#inputs) -> #output #clause #body
            #at
            #batch
            #vis fn variants() -> &'static [#variant] #body
        }
    }
}
