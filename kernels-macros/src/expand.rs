//! From the annotated item to its expansion.

use kernels_plan::step::STACK_BUDGET;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ItemFn;

use crate::attribute::Arguments;
use crate::diagnostics::Errors;
use crate::emit::{self, Instance, Kernel};
use crate::lower::lower;
use crate::paths::Paths;
use crate::signature::Signature;

/// Expands `#[kernel(arguments)] item`: read, lower, plan and emit; or every error, beside
/// a stub that keeps the rest of the user's crate compiling.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let item: ItemFn = match syn::parse2(item.clone()) {
        Ok(item) => item,
        Err(error) => {
            let error = syn::Error::new(error.span(), format!("`#[kernel]` stands on a function: {error}"));
            let error = error.to_compile_error();
            return quote!(#error #item);
        }
    };
    let errors = Errors::default();
    let mut arguments = syn::parse2::<Arguments>(arguments).unwrap_or_else(|error| {
        errors.push(error);
        Arguments::default()
    });
    match read(&item, &mut arguments, &errors) {
        Some(kernel) => emit::kernel(&kernel),
        None => {
            let errors = errors.to_compile_errors();
            let stub = emit::stub(&item);
            quote!(#errors #stub)
        }
    }
}

fn read<'a>(item: &'a ItemFn, arguments: &mut Arguments, errors: &Errors) -> Option<Kernel<'a>> {
    let signature = Signature::read(item, errors);
    let consts: Vec<_> = item.sig.generics.const_params().map(|param| param.ident.clone()).collect();
    arguments.resolve(&consts, errors);
    let signature = signature?;
    let lowered = lower(item, &signature, errors)?;
    let specialize = arguments.specialize.iter().map(|sizes| sizes.0.clone()).collect();
    let only = arguments.only.is_some();
    let kernel =
        Kernel { item, signature, lowered, specialize, only, paths: Paths::new(arguments.runtime.clone()) };
    fits_the_stack(&kernel, errors).then_some(kernel)
}

fn fits_the_stack(kernel: &Kernel, errors: &Errors) -> bool {
    let needed = emit::instances(kernel).iter().filter_map(Instance::stack_bytes).max().unwrap_or(0);
    if needed > STACK_BUDGET {
        errors.on(
            &kernel.item.sig.ident,
            format!(
                "the intermediate results of this kernel take {} KiB, and a kernel keeps at most {} KiB on the stack: write the large ones to `&mut` parameters, or split the kernel",
                needed >> 10,
                STACK_BUDGET >> 10,
            ),
        );
    }
    needed <= STACK_BUDGET
}
