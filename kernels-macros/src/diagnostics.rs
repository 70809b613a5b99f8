//! Collects every error of an item before giving up.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

/// The errors found so far. Reporting goes on with the next part of the item, so that a
/// user sees all mistakes at once.
#[derive(Default)]
pub struct Errors(RefCell<Vec<Error>>);

impl Errors {
    /// Reports `message` on the tokens of `at`.
    pub fn on(&self, at: impl ToTokens, message: impl Display) {
        self.push(Error::new_spanned(at, message));
    }

    /// Reports an error that has its place already.
    pub fn push(&self, error: Error) {
        self.0.borrow_mut().push(error);
    }

    /// How many were reported.
    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All errors as `compile_error!` items, in the order of reporting.
    pub fn to_compile_errors(&self) -> TokenStream {
        self.0.borrow().iter().map(Error::to_compile_error).collect()
    }
}
