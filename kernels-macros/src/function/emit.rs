//! The expansion: the function as written, and a type of its name with its form for vectors.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Ident, ItemFn};

use super::expression::{arch, register};
use crate::paths::{self, Paths};
use crate::signature::Signature;

/// The expansion of a function of numbers; without a body, a stub of it.
pub fn function(
    item: &ItemFn,
    signature: &Signature,
    paths: &Paths,
    body: Option<TokenStream>,
) -> TokenStream {
    let (vis, name) = (&item.vis, &item.sig.ident);
    let (elem, private) = (paths::elem(signature.elem), paths.private());
    let (register, arch, error) = (register(), arch(), paths.public("SizeError"));
    let params: Vec<&Ident> = signature.params.iter().map(|param| &param.ident).collect();
    let mutable = signature.params.iter().map(|param| param.mutable.then(|| quote!(mut)));
    let (first, rest, count) = (params[0], &params[1..], params.len());
    let texts: Vec<String> = params.iter().map(|param| param.to_string()).collect();
    let (first_text, rest_texts) = (&texts[0], &texts[1..]);
    let stub = quote!(::core::panic!("this function did not compile"));
    let silent = body.is_none().then(|| quote!(#[allow(unused)]));
    let lanes = match &body {
        Some(body) => quote! {
            let #arch = #private::Simd::arch(#first);
            #body
        },
        None => stub.clone(),
    };
    // In a stub the body would be an error once more, if the compiler knows better.
    let mut plain = item.clone();
    if body.is_none() {
        *plain.block = syn::parse_quote!({ #stub });
    }
    // Not the user's: a parameter may be called `out`, or as the function is.
    let own = |name: &str| Ident::new(name, Span::mixed_site());
    let out = own("out");
    let passed: Vec<Ident> = texts.iter().map(|name| own(name)).collect();
    let docs = [
        "The function as written.",
        "The function of vectors, lane by lane: on every level the same bits.",
        "The function of each element, to `out`. Arguments are numbers, or references to as many elements.",
        "The function of each element, in its place. Other arguments are numbers, or references to as many elements.",
    ];
    let [reference_doc, lanes_doc, into_doc, in_place_doc] = docs;
    quote! {
        #silent
        #plain

        #[doc = "The function of this name over vectors and slices."]
        #[allow(non_camel_case_types, unused)]
        #vis enum #name {}

        #[allow(unused, unused_parens, clippy::all)]
        impl #name {
            #[doc = #reference_doc]
            #vis fn reference(#(#passed: #elem),*) -> #elem {
                #name(#(#passed),*)
            }

            #[doc = #lanes_doc]
            #[inline(always)]
            #vis fn lanes<#register: #private::Simd<Elem = #elem>>(#(#mutable #params: #register),*) -> #register {
                use #private::Simd as _;
                #lanes
            }

            #[doc = #into_doc]
            ///
            /// # Errors
            /// They differ in length.
            #vis fn map_into(
                #(#params: impl #private::Argument<#elem>,)*
                #out: &mut (impl ::core::convert::AsMut<[#elem]> + ?::core::marker::Sized),
            ) -> ::core::result::Result<(), #error> {
                #private::map_into::<Self, #elem, #count>(
                    [#((#texts, ::core::option::Option::Some(#private::Argument::operand(&#params)))),*],
                    ("out", ::core::convert::AsMut::as_mut(#out)),
                )
            }

            #[doc = #in_place_doc]
            ///
            /// # Errors
            /// They differ in length.
            #vis fn map_in_place(
                #first: &mut (impl ::core::convert::AsMut<[#elem]> + ?::core::marker::Sized),
                #(#rest: impl #private::Argument<#elem>,)*
            ) -> ::core::result::Result<(), #error> {
                #private::map_into::<Self, #elem, #count>(
                    [
                        (#first_text, ::core::option::Option::None)
                        #(, (#rest_texts, ::core::option::Option::Some(#private::Argument::operand(&#rest))))*
                    ],
                    (#first_text, ::core::convert::AsMut::as_mut(#first)),
                )
            }
        }

        impl #private::Lanewise<#elem, #count> for #name {
            #[inline(always)]
            fn lanes<#register: #private::Simd<Elem = #elem>>(operands: [#register; #count]) -> #register {
                let [#(#params),*] = operands;
                Self::lanes(#(#params),*)
            }
        }
    }
}
