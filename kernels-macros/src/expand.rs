//! From the annotated item to its expansion.

use kernels_plan::step::STACK_BUDGET;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Item, ItemFn, TraitItemFn};

use crate::attribute::Arguments;
use crate::diagnostics::Errors;
use crate::emit::{self, Instance, Kernel};
use crate::function;
use crate::lower::lower;
use crate::paths::Paths;
use crate::signature::Signature;
use crate::tuning::Tuning;

/// What a build knows of kernels, or why its wish is not understood.
pub type Known = Result<Tuning, String>;

/// Expands `#[kernel(arguments)] item`: read, lower, plan and emit; or every error, beside
/// a stub that keeps the rest of the user's crate compiling.
pub fn expand(arguments: TokenStream, item: TokenStream, known: Known) -> TokenStream {
    let Ok(function) = syn::parse2::<ItemFn>(item.clone()) else {
        let error = no_function(&item).to_compile_error();
        return quote!(#error #item);
    };
    let errors = Errors::default();
    let mut arguments = Arguments::read(arguments, &errors);
    let unheard = Errors::default();
    if let Some(signature) = Signature::read(&function, &unheard)
        && unheard.is_empty()
        && function::is_function(&signature)
    {
        arguments.resolve(&[], &errors);
        return function::expand(&function, &signature, arguments, &errors);
    }
    match read(&function, &mut arguments, known, &errors) {
        Some(kernel) => emit::kernel(&kernel),
        None => {
            let errors = errors.to_compile_errors();
            let stub = emit::stub(&function, &arguments.batch, &Paths::new(arguments.runtime));
            quote!(#errors #stub)
        }
    }
}

/// The kernel, or `None` after errors.
pub fn read<'a>(
    item: &'a ItemFn,
    arguments: &mut Arguments,
    known: Known,
    errors: &Errors,
) -> Option<Kernel<'a>> {
    let signature = Signature::read(item, errors);
    let consts: Vec<_> = item.sig.generics.const_params().map(|param| param.ident.clone()).collect();
    arguments.resolve(&consts, errors);
    let signature = signature?;
    arguments.resolve_batch(&signature, errors);
    let lowered = lower(item, &signature, errors)?;
    let specialize = arguments.specialize.iter().map(|sizes| sizes.pairs.clone()).collect();
    let (only, batch) = (arguments.only.clone(), arguments.batch.clone());
    let paths = Paths::new(arguments.runtime.clone());
    let tuning = known.map_err(|why| errors.on(&item.sig.ident, why)).ok()?;
    let kernel = Kernel { item, signature, lowered, specialize, only, batch, paths, tuning };
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

/// Says what the attribute stands on instead of a function, at its name.
fn no_function(item: &TokenStream) -> syn::Error {
    let (kind, name) = match syn::parse2::<Item>(item.clone()) {
        Ok(Item::Struct(item)) => ("a struct", item.ident.into_token_stream()),
        Ok(Item::Enum(item)) => ("an enum", item.ident.into_token_stream()),
        Ok(Item::Trait(item)) => ("a trait", item.ident.into_token_stream()),
        Ok(Item::Mod(item)) => ("a module", item.ident.into_token_stream()),
        Ok(Item::Const(item)) => ("a constant", item.ident.into_token_stream()),
        Ok(Item::Static(item)) => ("a static", item.ident.into_token_stream()),
        Ok(Item::Type(item)) => ("a type alias", item.ident.into_token_stream()),
        Ok(Item::Use(item)) => ("a `use`", item.tree.into_token_stream()),
        Ok(Item::Impl(item)) => ("an `impl` block", item.self_ty.into_token_stream()),
        _ => match syn::parse2::<TraitItemFn>(item.clone()) {
            Ok(function) => ("a function without a body", function.sig.ident.into_token_stream()),
            Err(_) => ("something else", item.clone()),
        },
    };
    syn::Error::new_spanned(
        name,
        format!("`#[kernel]` stands on a free function with a body, and this is {kind}"),
    )
}
