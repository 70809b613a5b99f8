//! `name::batch`: one call for many samples, dispatched once.
//!
//! The listed parameters become slices, results go to slices behind the parameters, and a
//! loop inside of a function of the level calls the level's function for each sample. The
//! bits are those of single calls, because it is that function.

use kernels_plan::isa::Isa;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{FnArg, ItemFn, Pat, ReturnType, Type};

use super::dispatch::{level_function, only_check, turbofish};
use super::instance::{Instance, cfg, target_feature};
use super::{Kernel, prefer, record};
use crate::paths::Paths;

/// The signature of a batch.
struct Batch<'a> {
    item: &'a ItemFn,
    listed: &'a [Ident],
    /// The parameters, the listed ones as slices.
    params: Vec<TokenStream>,
    /// The slices that take the results, and the types of their elements.
    results: Vec<(Ident, &'a Type)>,
}

impl<'a> Batch<'a> {
    fn new(item: &'a ItemFn, listed: &'a [Ident]) -> Self {
        let params = item.sig.inputs.iter().map(|input| param(input, listed)).collect();
        Batch { item, listed, params, results: results(&item.sig.output) }
    }

    /// `w: &Matrix<…>, x: &[Vector<…>], results: &mut [Vector<…>]`
    fn inputs(&self) -> TokenStream {
        let params = &self.params;
        let results = self.results.iter().map(|(name, ty)| quote!(#name: &mut [#ty]));
        let all = params.iter().cloned().chain(results);
        quote!(#(#all),*)
    }

    fn arguments(&self) -> Vec<TokenStream> {
        let params = self.item.sig.inputs.iter().filter_map(name).map(ToTokens::to_token_stream);
        params.chain(self.results.iter().map(|(name, _)| name.to_token_stream())).collect()
    }

    /// The slices, with the names that an error calls them by.
    fn lengths(&self) -> TokenStream {
        let results = self.results.iter().map(|(name, _)| name);
        let entries = self.listed.iter().chain(results).map(|name| {
            let text = name.to_string();
            quote!((#text, #name.len()))
        });
        quote!(&[#(#entries),*])
    }

    /// The arguments of sample `i`.
    fn sample(&self) -> Vec<TokenStream> {
        let argument = |input: &FnArg| {
            let name = name(input)?;
            if !self.listed.contains(name) {
                return Some(name.to_token_stream());
            }
            let i = i();
            Some(match input {
                FnArg::Typed(typed) => match &*typed.ty {
                    Type::Reference(reference) if reference.mutability.is_some() => {
                        quote!(#name.get_unchecked_mut(#i))
                    }
                    Type::Reference(_) => quote!(#name.get_unchecked(#i)),
                    _ => quote!(*#name.get_unchecked(#i)),
                },
                FnArg::Receiver(_) => return None,
            })
        };
        self.item.sig.inputs.iter().filter_map(argument).collect()
    }
}

/// The sample's number.
fn i() -> Ident {
    Ident::new("i", Span::mixed_site())
}

fn name(input: &FnArg) -> Option<&Ident> {
    match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pat) => Some(&pat.ident),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    }
}

fn param(input: &FnArg, listed: &[Ident]) -> TokenStream {
    let (FnArg::Typed(typed), Some(name)) = (input, name(input)) else { return input.to_token_stream() };
    match &*typed.ty {
        ty if !listed.contains(name) => quote!(#name: #ty),
        Type::Reference(reference) => {
            let (mutability, elem) = (&reference.mutability, &reference.elem);
            quote!(#name: &#mutability [#elem])
        }
        ty => quote!(#name: &[#ty]),
    }
}

/// `results` for one value, `results0`, `results1`, … for a tuple's.
fn results(output: &ReturnType) -> Vec<(Ident, &Type)> {
    let result = |name: &str| Ident::new(name, Span::mixed_site());
    match output {
        ReturnType::Default => vec![],
        ReturnType::Type(_, ty) => match &**ty {
            Type::Tuple(tuple) => {
                let number = |(at, ty)| (result(&format!("results{at}")), ty);
                tuple.elems.iter().enumerate().map(number).collect()
            }
            single => vec![(result("results"), single)],
        },
    }
}

/// `batch`, `batch_at` and what they call; nothing for a kernel without batches.
pub fn functions(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    if kernel.batch.is_empty() {
        return quote!();
    }
    let batch = Batch::new(kernel.item, &kernel.batch);
    let public = public(kernel, &batch, instances);
    let run = run(kernel, &batch);
    let levels = kernel.levels().map(|isa| level(kernel, instances, &batch, isa));
    quote!(#public #run #(#levels)*)
}

fn public(kernel: &Kernel, batch: &Batch, instances: &[Instance]) -> TokenStream {
    let ItemFn { vis, sig, .. } = kernel.item;
    let (generics, inputs, arguments) = (&sig.generics, batch.inputs(), batch.arguments());
    let (turbofish, check, checks) = (turbofish(kernel), only_check(kernel), &kernel.lowered.checks);
    let run = if kernel.tuning.recording {
        recorded(kernel, batch)
    } else {
        let level = prefer::level(kernel, instances);
        // SAFETY: that level is one that this processor has.
        quote!(unsafe { Self::__batch #turbofish (#level, #(#arguments),*) })
    };
    let [level, unsupported, error] =
        ["Level", "UnsupportedLevel", "SizeError"].map(|name| kernel.paths.public(name));
    quote_spanned! {Span::mixed_site()=>
        /// Runs the kernel for each sample of a batch: one dispatch, the bits of single calls.
        ///
        /// # Errors
        /// The slices differ in length. Nothing has run then.
        #vis fn batch #generics (#inputs) -> ::core::result::Result<(), #error> {
            #check
            #(#checks)*
            #run
        }
        /// Runs one level for each sample of a batch.
        ///
        /// # Errors
        /// Outside: the processor lacks the level. Inside: the slices differ in length.
        #vis fn batch_at #generics (level: #level, #inputs)
            -> ::core::result::Result<::core::result::Result<(), #error>, #unsupported>
        {
            #check
            #(#checks)*
            level.require()?;
            // SAFETY: the processor has the level.
            ::core::result::Result::Ok(unsafe { Self::__batch #turbofish (level, #(#arguments),*) })
        }
    }
}

/// In a recording build every sample is a call.
fn recorded(kernel: &Kernel, batch: &Batch) -> TokenStream {
    let (entry, turbofish) = (record::entry(kernel), turbofish(kernel));
    let (private, active, lengths, i) = (kernel.paths.private(), kernel.active_level(), batch.lengths(), i());
    let sample = sample(kernel, batch, &quote!(Self::#entry #turbofish), &quote!(#active,));
    quote_spanned! {Span::mixed_site()=>
        for #i in 0..#private::samples(#lengths)? {
            // SAFETY: the active level is one that this processor has, the slices have an
            // element `i`, and every candidate writes all of its result.
            unsafe { #sample }
        }
        ::core::result::Result::Ok(())
    }
}

fn run(kernel: &Kernel, batch: &Batch) -> TokenStream {
    let (generics, inputs, arguments) = (&kernel.item.sig.generics, batch.inputs(), batch.arguments());
    let (turbofish, lengths) = (turbofish(kernel), batch.lengths());
    let (private, error, level) =
        (kernel.paths.private(), kernel.paths.public("SizeError"), kernel.paths.public("Level"));
    let arms = kernel.levels().map(|isa| {
        let (cfg, level, function) = (cfg(isa), kernel.level_pattern(isa), level_name(isa));
        quote_spanned! {Span::mixed_site()=>
            #cfg
            // SAFETY: the caller's promise; and the slices are of that length.
            #level => unsafe { Self::#function #turbofish (samples, #(#arguments),*) },
        }
    });
    quote_spanned! {Span::mixed_site()=>
        /// # Safety
        /// The processor has `level`.
        unsafe fn __batch #generics (level: #level, #inputs) -> ::core::result::Result<(), #error> {
            let samples = #private::samples(#lengths)?;
            match level { #(#arms)* }
            ::core::result::Result::Ok(())
        }
    }
}

fn level_name(isa: &Isa) -> Ident {
    format_ident!("__{}_batch", isa.name)
}

/// The loop of a level.
fn level(kernel: &Kernel, instances: &[Instance], batch: &Batch, isa: &'static Isa) -> TokenStream {
    let (cfg, target_feature, name) = (cfg(isa), target_feature(isa), level_name(isa));
    let (generics, inputs, i) = (&kernel.item.sig.generics, batch.inputs(), i());
    let (function, turbofish) = (level_function(instances, isa), turbofish(kernel));
    let sample = sample(kernel, batch, &quote!(Self::#function #turbofish), &quote!());
    quote_spanned! {Span::mixed_site()=>
        /// # Safety
        /// Every slice has `samples` elements.
        #cfg
        #target_feature
        unsafe fn #name #generics (samples: usize, #inputs) {
            for #i in 0..samples {
                // SAFETY: the slices have an element `i`, by the caller's promise; and the
                // level's function writes all of its result.
                unsafe { #sample }
            }
        }
    }
}

/// The call for sample `i`, with an argument before the others, and where its results go.
fn sample(kernel: &Kernel, batch: &Batch, function: &TokenStream, first: &TokenStream) -> TokenStream {
    let arguments = batch.sample();
    let (private, i) = (kernel.paths.private(), i());
    let call = |result: TokenStream| quote!(#function (#first #result #(#arguments),*));
    let places = batch.results.iter().map(|(name, _)| quote!(#name.get_unchecked_mut(#i)));
    let places: Vec<TokenStream> = places.collect();
    match places.as_slice() {
        [place] if kernel.returns_memory() && !kernel.signature.tuple => {
            let call = call(quote!(#private::overwritten(#place),));
            quote!(#call;)
        }
        [place] if !kernel.signature.tuple => {
            let call = call(quote!());
            quote!(*#place = #call;)
        }
        [] => {
            let call = call(quote!());
            quote!(#call;)
        }
        places => {
            // The function writes a tuple, whose parts lie beside each other.
            let make = if kernel.returns_memory() {
                let call = call(quote_spanned!(Span::mixed_site()=> &mut result,));
                quote_spanned! {Span::mixed_site()=>
                    let mut result = ::core::mem::MaybeUninit::uninit();
                    #call;
                    let result = result.assume_init();
                }
            } else {
                let call = call(quote!());
                quote_spanned!(Span::mixed_site()=> let result = #call;)
            };
            let moves = places.iter().enumerate().map(|(at, place)| {
                let field = syn::Index::from(at);
                quote_spanned!(Span::mixed_site()=> *#place = result.#field;)
            });
            quote!(#make #(#moves)*)
        }
    }
}

/// What stands in for the functions of a kernel with errors.
pub fn stub(item: &ItemFn, listed: &[Ident], paths: &Paths) -> TokenStream {
    let impl_trait =
        matches!(&item.sig.output, ReturnType::Type(_, ty) if matches!(**ty, Type::ImplTrait(_)));
    if listed.is_empty() || impl_trait {
        return quote!();
    }
    let (vis, generics, inputs) = (&item.vis, &item.sig.generics, Batch::new(item, listed).inputs());
    let clause = &generics.where_clause;
    let [level, unsupported, error] =
        ["Level", "UnsupportedLevel", "SizeError"].map(|name| paths.public(name));
    let body = quote!({ ::core::panic!("this kernel did not compile") });
    quote! {
        #vis fn batch #generics (#inputs) -> ::core::result::Result<(), #error> #clause #body
        #vis fn batch_at #generics (_: #level, #inputs)
            -> ::core::result::Result<::core::result::Result<(), #error>, #unsupported> #clause #body
    }
}
