//! The dispatching function and the kernel's namespace.

use kernels_plan::isa::Isa;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{FnArg, Pat};

use super::instance::{Instance, cfg, listed, result_param, target_feature};
use super::{Kernel, batch, prefer, record};
use crate::paths::number;

/// The user's function, which runs the process's level.
pub fn function(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let syn::ItemFn { attrs, vis, sig, .. } = kernel.item;
    let run = if kernel.tuning.recording { record::call(kernel) } else { self::call(kernel, instances) };
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
            #run
        }
    }
}

/// Runs the level of this process, or what is faster.
fn call(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let (name, arguments, turbofish) = (&kernel.item.sig.ident, arguments(kernel), turbofish(kernel));
    let level = prefer::level(kernel, instances);
    quote! {
        // SAFETY: that level is one that this processor has.
        unsafe { #name::__run #turbofish (#level, #(#arguments),*) }
    }
}

/// The type of the function's name.
pub fn namespace(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let syn::ItemFn { attrs, vis, sig, .. } = kernel.item;
    let name = &sig.ident;
    // Where the function is left out, its namespace is.
    let cfgs: Vec<_> = attrs.iter().filter(|attr| attr.path().is_ident("cfg")).collect();
    let reference = reference(kernel);
    let at = at(kernel);
    let run = run(kernel, instances);
    let variants = variants(kernel, instances);
    let batch = batch::functions(kernel, instances);
    let record = record::functions(kernel, instances);
    let functions = instances.iter().flat_map(|instance| kernel.levels().map(|isa| instance.functions(isa)));
    let selectors =
        kernel.levels().filter(|_| !kernel.specialize.is_empty()).map(|isa| selector(kernel, instances, isa));
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
            #record
            #(#selectors)*
            #(#functions)*
        }
    }
}

/// Names what the expansion was made from beside its own tokens, so that cargo builds anew when
/// it changes: a macro's own reads are invisible to it.
fn watched(kernel: &Kernel) -> TokenStream {
    let variable = crate::tuning::VARIABLE;
    let profile = kernel.tuning.profile.as_ref().map(|path| {
        let path = path.to_string_lossy();
        quote!(
            const _: &[u8] = ::core::include_bytes!(#path);
        )
    });
    quote! {
        const _: ::core::option::Option<&str> = ::core::option_env!(#variable);
        #profile
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
    let all: Vec<String> = kernel.specialize.iter().map(|sizes| listed(sizes)).collect();
    let name = &kernel.item.sig.ident;
    let message = format!(
        "`{name}` is compiled only for ({}); list the sizes of this call in `specialize`, or remove `only`",
        all.join("), (")
    );
    quote_spanned!(only.span()=> const { ::core::assert!(#(#conditions)||*, #message) };)
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

fn run(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let sig = &kernel.item.sig;
    let (generics, inputs, output) = (&sig.generics, &sig.inputs, &sig.output);
    let level_type = kernel.paths.public("Level");
    let (arguments, turbofish) = (arguments(kernel), turbofish(kernel));
    let arms = kernel.levels().map(|isa| {
        let cfg = cfg(isa);
        let level = kernel.level_pattern(isa);
        let function = level_function(instances, isa);
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

/// The function that a level runs, of any sizes.
pub fn level_function(instances: &[Instance], isa: &'static Isa) -> Ident {
    match instances {
        [only] if only.sizes.is_empty() => only.name(isa),
        _ => selector_name(isa),
    }
}

fn selector_name(isa: &Isa) -> Ident {
    quote::format_ident!("__{}_any", isa.name)
}

/// A function's choice between the listed sizes and the generic instance. The comparisons are
/// of constants: nothing of them is left at run time.
pub struct Selector<'a> {
    pub name: Ident,
    pub attributes: TokenStream,
    /// A parameter before the others, and the argument for it.
    pub first: Option<(TokenStream, TokenStream)>,
    /// The function of an instance.
    pub function: &'a dyn Fn(&Instance) -> Ident,
}

impl Selector<'_> {
    pub fn emit(&self, kernel: &Kernel, instances: &[Instance]) -> TokenStream {
        let sig = &kernel.item.sig;
        let (generics, inputs) = (&sig.generics, &sig.inputs);
        let (result, pass, output) = match &sig.output {
            syn::ReturnType::Type(_, ty) if kernel.returns_memory() => {
                let pass = quote_spanned!(Span::mixed_site()=> result);
                (Some(result_param(&ty.to_token_stream())), Some(pass), quote!())
            }
            other => (None, None, other.to_token_stream()),
        };
        let (first, level) = self.first.clone().unzip();
        let arguments: Vec<_> = level.into_iter().chain(pass).chain(self::arguments(kernel)).collect();
        let private = kernel.paths.private();
        let turbofish = turbofish(kernel);
        let choices = instances.iter().filter(|instance| !instance.sizes.is_empty()).map(|instance| {
            let (function, condition) = ((self.function)(instance), instance.is_these_sizes());
            quote! {
                if #condition {
                    // SAFETY: the sizes are equal, so the types on both sides are.
                    return unsafe { #private::same(Self::#function(#(#private::same(#arguments)),*)) };
                }
            }
        });
        let generic = instances.iter().find(|instance| instance.sizes.is_empty()).map(self.function);
        let otherwise = match generic {
            None => quote!(::core::unreachable!("other sizes do not compile")),
            Some(generic) => quote!(Self::#generic #turbofish (#(#arguments),*)),
        };
        let (name, attributes) = (&self.name, &self.attributes);
        // What takes a level trusts its caller to have it.
        let safety = self.first.is_some().then(|| quote!(unsafe));
        // SAFETY: the level that the caller promises, passed on.
        let otherwise = if safety.is_some() { quote!(unsafe { #otherwise }) } else { otherwise };
        quote! {
            #attributes
            #[inline]
            #safety fn #name #generics (#first #result #inputs) #output {
                #(#choices)*
                #otherwise
            }
        }
    }
}

/// The choice of a level.
fn selector(kernel: &Kernel, instances: &[Instance], isa: &'static Isa) -> TokenStream {
    let (cfg, target_feature) = (cfg(isa), target_feature(isa));
    let selector = Selector {
        name: selector_name(isa),
        attributes: quote!(#cfg #target_feature),
        first: None,
        function: &|instance| instance.name(isa),
    };
    selector.emit(kernel, instances)
}

fn variants(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let vis = &kernel.item.vis;
    let private = kernel.paths.private();
    let variant = kernel.paths.public("Variant");
    let kernel_type = kernel.paths.public("Kernel");
    let name = kernel.item.sig.ident.to_string();
    let watched = watched(kernel);
    let entries = instances.iter().flat_map(|instance| {
        kernel.levels().map(|isa| {
            let plan = instance.plan(isa);
            let (cfg, level, sizes) = (cfg(isa), kernel.paths.level(isa), &instance.about.sizes);
            let runs = kernel.paths.level(instance.code(isa));
            let (blocks, registers, bytes) =
                (plan.describe(), number(plan.registers()), number(plan.code_bytes()));
            let narrower = prefer::narrower(instance, isa);
            quote! {
                #cfg
                #variant {
                    level: #level,
                    sizes: #sizes,
                    runs: #runs,
                    blocks: #blocks,
                    registers: #registers,
                    code_bytes: #bytes,
                    narrower: &[#(#narrower),*],
                },
            }
        })
    });
    quote! {
        /// What was generated: one entry per choice of sizes and level.
        #vis fn variants() -> &'static [#variant] {
            #watched
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
