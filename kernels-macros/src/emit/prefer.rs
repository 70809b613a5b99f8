//! The level of a call, where a profile says that the widest one is not the fastest.

use kernels_plan::isa;
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
    let measured = kernel.tuning.measured(&instance.about)?;
    let known = |name: &str| isa::find(name).filter(|isa| kernel.levels().any(|own| own == *isa));
    let choices = measured.narrower.iter().filter_map(|Narrower { processor, level, faster }| {
        let [level, faster] = [known(level)?, known(faster)?].map(|isa| kernel.paths.level(isa));
        Some(quote!((#processor, #level, #faster)))
    });
    let choices: Vec<TokenStream> = choices.collect();
    if choices.is_empty() || instance.is_generic() {
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
