//! The level of a call, where a profile says that the widest one is not the fastest.

use kernels_plan::isa::Isa;
use kernels_plan::resolved::Narrower;
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Kernel;
use super::instance::Instance;

/// The level that calls run: the process's, or on the processors of a profile a narrower one.
pub fn level(kernel: &Kernel, instances: &[Instance]) -> TokenStream {
    let active = kernel.active_level();
    let choices: Vec<TokenStream> = instances.iter().filter_map(choice).collect();
    if choices.is_empty() {
        return active;
    }
    quote_spanned! {Span::mixed_site()=>
        {
            let level = #active;
            #(#choices)*
            level
        }
    }
}

/// For the sizes of an instance. The comparisons are of constants.
fn choice(instance: &Instance) -> Option<TokenStream> {
    let kernel = instance.kernel;
    let choices: Vec<TokenStream> = kernel
        .levels()
        .flat_map(|isa| {
            let level = kernel.paths.level(isa);
            let narrower = choices(instance, isa).into_iter();
            narrower.map(move |(processor, faster)| quote!((#processor, #level, #faster)))
        })
        .collect();
    if choices.is_empty() {
        return None;
    }
    let (private, condition) = (kernel.paths.private(), instance.is_these_sizes());
    Some(quote_spanned! {Span::mixed_site()=>
        let level = if #condition {
            static PREFERRED: #private::Preferred = #private::Preferred::new(&[#(#choices),*]);
            PREFERRED.instead_of(level)
        } else {
            level
        };
    })
}

/// The processors on which another level runs in place of this one, as pairs with that level.
pub fn narrower(instance: &Instance, isa: &Isa) -> Vec<TokenStream> {
    let pairs = choices(instance, isa).into_iter();
    pairs.map(|(processor, faster)| quote!((#processor, #faster))).collect()
}

/// Those processors, and the levels. Calls of the generic instance are of all sizes, and their
/// times say nothing.
fn choices<'a>(instance: &'a Instance, isa: &Isa) -> Vec<(&'a str, TokenStream)> {
    let kernel = instance.kernel;
    let measured = kernel.tuning.measured(&instance.about).filter(|_| !instance.is_generic());
    let of_level = measured.into_iter().flat_map(|measured| &measured.narrower);
    let of_level = of_level.filter(|narrower| narrower.level == isa.name);
    let faster = |name: &str| kernel.levels().find(|own| own.name == name);
    of_level
        .filter_map(|Narrower { processor, faster: name, .. }| {
            Some((processor.as_str(), kernel.paths.level(faster(name)?)))
        })
        .collect()
}
