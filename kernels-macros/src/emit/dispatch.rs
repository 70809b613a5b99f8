//! The dispatching function and the kernel's namespace.

use std::fmt::Write as _;

use kernels_plan::isa::Isa;
use kernels_plan::plan::Plan;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{FnArg, Pat};

use super::instance::{Instance, cfg, result_param, target_feature};
use super::{Kernel, batch};
use crate::paths::number;

/// The user's function, which runs the process's level.
pub fn function(kernel: &Kernel) -> TokenStream {
    let syn::ItemFn { attrs, vis, sig, .. } = kernel.item;
    let name = &sig.ident;
    let (arguments, active) = (arguments(kernel), kernel.active_level());
    let turbofish = turbofish(kernel);
    let (check, checks) = (only_check(kernel), &kernel.lowered.checks);
    let has_own = attrs.iter().any(|attr| attr.path().is_ident("inline"));
    // Inlined elsewhere, the copy of the result would not be dropped.
    let inline = (!has_own && !kernel.returns_memory()).then(|| quote!(#[inline]));
    let mut sig = sig.clone();
    for input in &mut sig.inputs {
        // The body's business, which is elsewhere.
        if let FnArg::Typed(typed) = input
            && let Pat::Ident(pat) = &mut *typed.pat
        {
            pat.mutability = None;
        }
    }
    quote! {
        #(#attrs)*
        #inline
        #vis #sig {
            #check
            #(#checks)*
            // SAFETY: the active level is one that this processor has.
            unsafe { #name::__run #turbofish (#active, #(#arguments),*) }
        }
    }
}

/// The type of the function's name.
pub fn namespace(kernel: &Kernel) -> TokenStream {
    let syn::ItemFn { attrs, vis, sig, .. } = kernel.item;
    let name = &sig.ident;
    // Where the function is left out, its namespace is.
    let cfgs: Vec<_> = attrs.iter().filter(|attr| attr.path().is_ident("cfg")).collect();
    let instances = instances(kernel);
    let reference = reference(kernel);
    let at = at(kernel);
    let run = run(kernel);
    let variants = variants(kernel, &instances);
    let batch = batch::functions(kernel);
    let functions = instances.iter().flat_map(|instance| kernel.levels().map(|isa| instance.function(isa)));
    let selectors = kernel
        .levels()
        .filter(|_| !kernel.specialize.is_empty())
        .map(|isa| selector(kernel, &instances, isa));
    let about = format!("The variants of the kernel [`{name}`](fn@{name}), and its reference.");
    quote! {
        #(#cfgs)*
        #[doc = #about]
        #[allow(non_camel_case_types)]
        #vis enum #name {}
        #(#cfgs)*
        #[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
        #[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
        impl #name {
            #reference
            #at
            #variants
            #run
            #batch
            #(#selectors)*
            #(#functions)*
        }
    }
}

/// The specializations, and the generic instance unless `only` excludes it.
pub fn instances<'a>(kernel: &'a Kernel<'a>) -> Vec<Instance<'a>> {
    let listed = kernel.specialize.iter().map(|sizes| Instance::new(kernel, sizes));
    let generic = kernel.only.is_none().then(|| Instance::new(kernel, &[]));
    listed.chain(generic).collect()
}

/// The parameters' names.
pub fn arguments(kernel: &Kernel) -> Vec<TokenStream> {
    let name = |input: &FnArg| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pat) => pat.ident.to_token_stream(),
            other => other.to_token_stream(),
        },
        FnArg::Receiver(receiver) => receiver.self_token.to_token_stream(),
    };
    kernel.item.sig.inputs.iter().map(name).collect()
}

/// `::<R, C>`, or nothing.
pub fn turbofish(kernel: &Kernel) -> TokenStream {
    let consts = &kernel.signature.consts;
    if consts.is_empty() { quote!() } else { quote!(::<#(#consts),*>) }
}

/// `only`: other sizes do not compile.
pub fn only_check(kernel: &Kernel) -> TokenStream {
    let Some(only) = &kernel.only else { return quote!() };
    let conditions = kernel.specialize.iter().map(|sizes| {
        let equal = sizes.iter().map(|(name, size)| {
            let size = number(*size);
            quote!(#name == #size)
        });
        quote!((#(#equal)&&*))
    });
    let listed: Vec<String> = kernel.specialize.iter().map(|sizes| sizes_text(sizes)).collect();
    let name = &kernel.item.sig.ident;
    let message = format!(
        "`{name}` is compiled only for ({}); list the sizes of this call in `specialize`, or remove `only`",
        listed.join("), (")
    );
    quote_spanned!(only.span()=> const { ::core::assert!(#(#conditions)||*, #message) };)
}

/// `R = 128, C = 64`
fn sizes_text(sizes: &[(Ident, usize)]) -> String {
    let mut text = String::new();
    for (at, (name, size)) in sizes.iter().enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let _ = write!(text, "{comma}{name} = {size}");
    }
    text
}

fn reference(kernel: &Kernel) -> TokenStream {
    let syn::ItemFn { vis, sig, block, .. } = kernel.item;
    let (generics, inputs, output) = (&sig.generics, &sig.inputs, &sig.output);
    quote! {
        /// The body as written, without generated code: slow, and the same bits.
        #vis fn reference #generics (#inputs) #output #block
    }
}

fn at(kernel: &Kernel) -> TokenStream {
    let syn::ItemFn { vis, sig, .. } = kernel.item;
    let (generics, inputs) = (&sig.generics, &sig.inputs);
    let output = match &sig.output {
        syn::ReturnType::Default => quote!(()),
        syn::ReturnType::Type(_, ty) => ty.to_token_stream(),
    };
    let (level, unsupported) = (kernel.paths.public("Level"), kernel.paths.public("UnsupportedLevel"));
    let arguments = arguments(kernel);
    let (turbofish, check) = (turbofish(kernel), only_check(kernel));
    let checks = &kernel.lowered.checks;
    quote_spanned! {Span::mixed_site()=>
        /// Runs one level.
        ///
        /// # Errors
        /// The processor lacks the level.
        #vis fn at #generics (level: #level, #inputs) -> ::core::result::Result<#output, #unsupported> {
            #check
            #(#checks)*
            level.require()?;
            // SAFETY: the processor has the level.
            ::core::result::Result::Ok(unsafe { Self::__run #turbofish (level, #(#arguments),*) })
        }
    }
}

fn run(kernel: &Kernel) -> TokenStream {
    let sig = &kernel.item.sig;
    let (generics, inputs, output) = (&sig.generics, &sig.inputs, &sig.output);
    let level_type = kernel.paths.public("Level");
    let (arguments, turbofish) = (arguments(kernel), turbofish(kernel));
    let arms = kernel.levels().map(|isa| {
        let cfg = cfg(isa);
        let level = kernel.level_pattern(isa);
        let function = level_function(kernel, isa);
        let call = quote!(Self::#function #turbofish (#(#arguments),*));
        if kernel.returns_memory() {
            // One local per arm, so that each copy has one call before it.
            quote_spanned! {Span::mixed_site()=>
                #cfg
                #level => {
                    let mut result = ::core::mem::MaybeUninit::uninit();
                    // SAFETY: the caller's promise; and the function writes all of the result.
                    unsafe {
                        Self::#function #turbofish (&mut result, #(#arguments),*);
                        result.assume_init()
                    }
                }
            }
        } else if isa.features.is_empty() {
            quote!(#cfg #level => #call,)
        } else {
            quote! {
                #cfg
                // SAFETY: the caller's promise.
                #level => unsafe { #call },
            }
        }
    });
    quote_spanned! {Span::mixed_site()=>
        /// # Safety
        /// The processor has `level`.
        #[inline(always)]
        unsafe fn __run #generics (level: #level_type, #inputs) #output {
            match level { #(#arms)* }
        }
    }
}

/// The function of a level, of any sizes.
pub fn level_function(kernel: &Kernel, isa: &Isa) -> Ident {
    if kernel.specialize.is_empty() { generic_name(isa) } else { selector_name(isa) }
}

fn generic_name(isa: &Isa) -> Ident {
    quote::format_ident!("__{}", isa.name)
}

fn selector_name(isa: &Isa) -> Ident {
    quote::format_ident!("__{}_any", isa.name)
}

/// One level's choice between the listed sizes and the generic instance. The comparisons
/// are of constants: nothing of them is left at run time.
fn selector(kernel: &Kernel, instances: &[Instance], isa: &'static Isa) -> TokenStream {
    let sig = &kernel.item.sig;
    let (generics, inputs) = (&sig.generics, &sig.inputs);
    let (result, pass, output) = match &sig.output {
        syn::ReturnType::Type(_, ty) if kernel.returns_memory() => {
            let pass = quote_spanned!(Span::mixed_site()=> result);
            (Some(result_param(&ty.to_token_stream())), Some(pass), quote!())
        }
        other => (None, None, other.to_token_stream()),
    };
    let pass = pass.into_iter().chain(self::arguments(kernel));
    let arguments: Vec<_> = pass.collect();
    let private = kernel.paths.private();
    let name = selector_name(isa);
    let cfg = cfg(isa);
    let target_feature = target_feature(isa);
    let turbofish = turbofish(kernel);
    let choices = instances.iter().filter(|instance| !instance.sizes.is_empty()).map(|instance| {
        let equal = instance.sizes.iter().map(|(name, size)| {
            let size = number(*size);
            quote!(#name == #size)
        });
        let function = instance.name(isa);
        quote! {
            if #(#equal)&&* {
                // SAFETY: the sizes are equal, so the types on both sides are.
                return unsafe { #private::same(Self::#function(#(#private::same(#arguments)),*)) };
            }
        }
    });
    let otherwise = if kernel.only.is_some() {
        quote!(::core::unreachable!("other sizes do not compile"))
    } else {
        let generic = generic_name(isa);
        quote!(Self::#generic #turbofish (#(#arguments),*))
    };
    quote! {
        #cfg
        #target_feature
        #[inline]
        fn #name #generics (#result #inputs) #output {
            #(#choices)*
            #otherwise
        }
    }
}

fn variants(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let vis = &kernel.item.vis;
    let private = kernel.paths.private();
    let variant = kernel.paths.public("Variant");
    let kernel_type = kernel.paths.public("Kernel");
    let name = kernel.item.sig.ident.to_string();
    let entries = instances.iter().flat_map(|instance| {
        kernel.levels().map(|isa| {
            let plan = Plan::new(&instance.graph, &instance.fused, isa);
            let (cfg, level) = (cfg(isa), kernel.paths.level(isa));
            let sizes = if instance.sizes.is_empty() && !kernel.signature.consts.is_empty() {
                "any".to_string()
            } else {
                sizes_text(instance.sizes)
            };
            let (blocks, registers, bytes) =
                (plan.describe(), number(plan.registers()), number(plan.code_bytes()));
            quote! {
                #cfg
                #variant {
                    level: #level,
                    sizes: #sizes,
                    blocks: #blocks,
                    registers: #registers,
                    code_bytes: #bytes,
                },
            }
        })
    });
    quote! {
        /// What was generated: one entry per choice of sizes and level.
        #vis fn variants() -> &'static [#variant] {
            static VARIANTS: &[#variant] = &[#(#entries)*];
            #[#private::linkme::distributed_slice(#private::KERNELS)]
            #[linkme(crate = #private::linkme)]
            static ENTRY: #kernel_type = #kernel_type {
                name: ::core::concat!(::core::module_path!(), "::", #name),
                variants: VARIANTS,
            };
            VARIANTS
        }
    }
}
