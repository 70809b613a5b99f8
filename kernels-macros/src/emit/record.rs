//! Recording builds: a call runs one of a kernel's candidates, and may be timed.

use kernels_plan::graph::Op;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::Kernel;
use super::dispatch::{Selector, arguments, turbofish};
use super::instance::{Instance, cfg};
use crate::paths::number;
use crate::signature::{Access, Param};

/// The functions through which a recording build's calls go.
pub fn functions(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    if !kernel.tuning.recording {
        return quote!();
    }
    let sites = instances.iter().map(site);
    let selector = (!kernel.specialize.is_empty()).then(|| {
        let level = kernel.paths.public("Level");
        let selector = Selector {
            name: format_ident!("__record_any"),
            attributes: quote!(),
            first: Some((
                quote_spanned!(Span::mixed_site()=> level: #level,),
                quote_spanned!(Span::mixed_site()=> level),
            )),
            function: &name,
        };
        selector.emit(kernel, instances)
    });
    quote!(#(#sites)* #selector)
}

/// The function that a call goes through, of any sizes.
pub fn entry(kernel: &Kernel) -> Ident {
    if kernel.specialize.is_empty() { format_ident!("__record") } else { format_ident!("__record_any") }
}

fn name(instance: &Instance) -> Ident {
    instance.prefixed("__record")
}

/// The call of the user's function: its place among the candidates decides.
pub fn call(kernel: &Kernel) -> TokenStream {
    let (kernel_name, entry, turbofish) = (&kernel.item.sig.ident, entry(kernel), turbofish(kernel));
    let (arguments, active) = (arguments(kernel), kernel.active_level());
    let call = |result| quote!(#kernel_name::#entry #turbofish (#active, #result #(#arguments),*));
    if !kernel.returns_memory() {
        let call = call(None);
        // SAFETY: the active level is one that this processor has.
        return quote!(unsafe { #call });
    }
    let result = quote_spanned!(Span::mixed_site()=> result);
    let call = call(Some(quote!(&mut #result,)));
    quote! {
        let mut #result = ::core::mem::MaybeUninit::uninit();
        // SAFETY: the active level is one that this processor has, and every candidate writes
        // all of the result.
        unsafe { #call; #result.assume_init() }
    }
}

/// The site of an instance, and the calls of its candidates.
fn site(instance: &Instance) -> TokenStream {
    let kernel = instance.kernel;
    let name = name(instance);
    let generics = instance.sizes.is_empty().then_some(&kernel.item.sig.generics);
    let turbofish = instance.sizes.is_empty().then(|| turbofish(kernel));
    let (params, (result, output)) = (instance.params(), instance.result());
    let (private, level_type) = (kernel.paths.private(), kernel.paths.public("Level"));
    let (memory, arguments) = memory(kernel);
    let (mut contenders, mut arms) = (vec![], vec![]);
    for isa in kernel.levels() {
        let (cfg, level) = (cfg(isa), kernel.paths.level(isa));
        for (at, (plan, model)) in instance.candidates(isa).into_iter().enumerate() {
            let (function, blocks, number) = (instance.candidate(isa, at), plan.describe(), number(at));
            contenders.push(quote! {
                #cfg
                #private::Contender { level: #level, number: #number, blocks: #blocks, model: #model },
            });
            arms.push(quote! {
                #cfg
                // SAFETY: a site runs what this processor has, and hands over the slots it was
                // given, or copies.
                (#level, #number) => unsafe { Self::#function #turbofish (#(#arguments),*) },
            });
        }
    }
    let about = about(instance, &quote!(&[#(#contenders)*]));
    quote_spanned! {Span::mixed_site()=>
        /// # Safety
        /// The processor has `level`.
        unsafe fn #name #generics (level: #level_type, #result #(#params),*) #output {
            static SITE: #private::Site = #private::Site::new(#about);
            #[#private::linkme::distributed_slice(#private::SITES)]
            #[linkme(crate = #private::linkme)]
            static ENTRY: &#private::Site = &SITE;
            let memory = [#(#private::Slot::of(#memory)),*];
            SITE.call(level, memory, |contender, slots| match (contender.level, contender.number) {
                #(#arms)*
                _ => ::core::unreachable!("the site knows its candidates alone"),
            })
        }
    }
}

/// What the profile calls it.
fn about(instance: &Instance, candidates: &TokenStream) -> TokenStream {
    let private = instance.kernel.paths.private();
    let crate::tuning::About { function, sizes, elements, graph } = &instance.about;
    let (comparable, repeatable) = (!instance.is_generic(), is_repeatable(instance));
    quote! {
        #private::About {
            folder: ::core::env!("CARGO_MANIFEST_DIR"),
            kernel: ::core::concat!(::core::module_path!(), "::", #function),
            sizes: #sizes,
            elements: #elements,
            graph: #graph,
            comparable: #comparable,
            repeatable: #repeatable,
            candidates: #candidates,
        }
    }
}

/// What a call writes to, and the arguments of the functions, with slots in its place. Views stay
/// where they are.
fn memory(kernel: &Kernel) -> (Vec<TokenStream>, Vec<TokenStream>) {
    let (mut memory, mut arguments) = (vec![], vec![]);
    let result = kernel.returns_memory().then(|| quote_spanned!(Span::mixed_site()=> result));
    let params = kernel.signature.params.iter();
    let params = params.map(|param| (param.ident.to_token_stream(), is_written_in_place(param)));
    for (name, written) in result.into_iter().map(|result| (result, true)).chain(params) {
        if written {
            let slot = number(memory.len());
            arguments.push(quote_spanned!(Span::mixed_site()=> slots[#slot].get()));
            memory.push(name);
        } else {
            arguments.push(name);
        }
    }
    (memory, arguments)
}

fn is_written_in_place(param: &Param) -> bool {
    param.access == Access::Mutable && !param.is_view()
}

/// Whether a call may run twice on copies of what it writes to: it overwrites nothing in a view
/// that it reads, and calls nothing that might.
fn is_repeatable(instance: &Instance) -> bool {
    let params = &instance.kernel.signature.params;
    let nodes = instance.graph.nodes.iter().zip(instance.graph.uses());
    let mut used = nodes.filter(|(_, uses)| *uses > 0).map(|(node, _)| &node.op);
    !used.any(|op| match op {
        Op::Input(param) => params[*param].access == Access::Mutable && params[*param].is_view(),
        Op::Call(..) => true,
        _ => false,
    })
}
