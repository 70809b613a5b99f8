//! Every candidate of a plan can be emitted.

use std::collections::BTreeMap;

use kernels_plan::isa::LEVELS;
use kernels_plan::plan::Plan;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{File, Item, ItemFn, Meta};

use crate::attribute::Arguments;
use crate::diagnostics::Errors;
use crate::emit::{Instance, Level};
use crate::tuning::Tuning;

/// Kernels with blocks that those of the snapshots lack.
fn more_kernels() -> TokenStream {
    quote! {
        #[kernel]
        fn tiny(a: &Matrix<f32, 4, 4>, b: &Matrix<f32, 4, 4>) -> Matrix<f32, 4, 4> {
            a * b
        }

        #[kernel]
        fn matmul(a: &Matrix<f64, 64, 100>, b: &Matrix<f64, 90, 100>) -> Matrix<f64, 64, 90> {
            relu(a * b.t())
        }

        #[kernel]
        fn streamed(x: &Vector<f32, 257>, w: &Matrix<f32, 257, 300>) -> Vector<f32, 300> {
            x * w
        }

        #[kernel]
        fn stored(w: &Matrix<i8, 20, 72>, x: &Vector<u8, 72>) -> Vector<i32, 20> {
            w * x
        }

        #[kernel]
        fn batch(x: &Matrix<u8, 9, 72>, w: &Matrix<i8, 20, 72>) -> Matrix<i32, 9, 20> {
            x * w.t()
        }

        #[kernel]
        fn halves(w: &Matrix<bf16, 128, 64>, x: &Vector<f32, 64>) -> Vector<f32, 128> {
            w * x
        }

        #[kernel]
        fn network(
            v: &Matrix<f32, 64, 64>,
            w: &Matrix<f32, 10, 64>,
            x: &Vector<f32, 64>,
        ) -> Vector<f32, 10> {
            softmax(w * relu(v * x))
        }
    }
}

/// `check` with every candidate of every kernel at every level, and the body of its function.
fn every_candidate(mut check: impl FnMut(&str, &[(Plan, TokenStream)])) {
    let tokens = [crate::snapshots::kernels(), more_kernels()];
    for item in tokens.into_iter().flat_map(|tokens| syn::parse2::<File>(tokens).expect("Rust").items) {
        let Item::Fn(mut function) = item else { unreachable!("every item is a kernel") };
        let errors = Errors::default();
        let arguments = match function.attrs.remove(0).meta {
            Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        let mut arguments = Arguments::read(arguments, &errors);
        let function: ItemFn = syn::parse2(function.to_token_stream()).expect("a function");
        let kernel = crate::expand::read(&function, &mut arguments, Ok(Tuning::default()), &errors);
        let kernel = kernel.unwrap_or_else(|| panic!("{}", errors.to_compile_errors()));
        for instance in crate::emit::instances(&kernel) {
            for isa in LEVELS {
                let plan = Plan::new(&instance.graph, &instance.fused, isa);
                let candidates =
                    plan.candidates().into_iter().map(|plan| (plan.clone(), body(&instance, plan)));
                let name = format!("{} at {}", function.sig.ident, isa.name);
                check(&name, &candidates.collect::<Vec<_>>());
            }
        }
    }
}

fn body<'a>(instance: &'a Instance<'a>, plan: Plan<'a>) -> TokenStream {
    let body = Level { instance, plan }.body();
    quote!({ #body })
}

#[test]
fn every_candidate_is_rust() {
    every_candidate(|name, candidates| {
        for (plan, body) in candidates {
            let parsed = syn::parse2::<syn::Block>(body.clone());
            assert!(parsed.is_ok(), "{name}: {}: {}", plan.describe(), parsed.unwrap_err());
        }
    });
}

#[test]
fn candidates_differ_in_their_code() {
    every_candidate(|name, candidates| {
        let mut codes = BTreeMap::new();
        for (plan, body) in candidates {
            let text = plan.describe();
            if let Some(other) = codes.insert(body.to_string(), text.clone()) {
                panic!("{name}: the code of `{text}` is that of `{other}`");
            }
        }
    });
}
