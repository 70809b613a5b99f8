//! Positions and extents: sums and products that fold where their parts are numbers, so
//! that the generated code says `292` and not `288 / 8 * 8 + 4 * 1`.

use std::ops::{Add, Div, Mul, Rem, Sub};

use kernels_plan::graph::Dim;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use crate::paths::{RUNTIME, dim, number};

/// An expression of type `usize`.
#[derive(Clone)]
pub struct Index {
    /// Its value, where it is a number.
    known: Option<usize>,
    tokens: TokenStream,
    binding: Binding,
}

/// How tightly an expression holds together.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Sum,
    Product,
    Atom,
}

impl Index {
    /// A local of the generated code.
    pub fn local(name: &str) -> Index {
        Index::atom(Ident::new(name, Span::mixed_site()).to_token_stream())
    }

    fn atom(tokens: TokenStream) -> Index {
        Index { known: None, tokens, binding: Binding::Atom }
    }

    /// Its value, where it is a number.
    pub fn known(&self) -> Option<usize> {
        self.known
    }

    /// `self - other`, or 0 where that is negative.
    pub fn saturating_sub(self, other: impl Into<Index>) -> Index {
        let other = other.into();
        match (self.known, other.known) {
            (Some(a), Some(b)) => a.saturating_sub(b).into(),
            (_, Some(0)) => self,
            _ => Index::atom(quote!(usize::saturating_sub(#self, #other))),
        }
    }

    /// `self / other`, rounded up.
    pub fn div_ceil(self, other: impl Into<Index>) -> Index {
        let other = other.into();
        match (self.known, other.known) {
            (Some(a), Some(b)) => a.div_ceil(b).into(),
            _ => Index::atom(quote!(usize::div_ceil(#self, #other))),
        }
    }

    /// The smaller.
    pub fn min(self, other: impl Into<Index>) -> Index {
        let other = other.into();
        match (self.known, other.known) {
            (Some(a), Some(b)) => a.min(b).into(),
            _ => Index::atom(quote!(usize::min(#self, #other))),
        }
    }

    /// As an operand that holds together at least as tightly as `binding`.
    fn operand(&self, binding: Binding) -> TokenStream {
        if self.binding < binding { quote!((#self)) } else { self.to_token_stream() }
    }
}

impl From<usize> for Index {
    fn from(n: usize) -> Index {
        Index { known: Some(n), ..Index::atom(number(n)) }
    }
}

impl From<&Dim> for Index {
    fn from(extent: &Dim) -> Index {
        Index { known: extent.value(), ..Index::atom(dim(extent)) }
    }
}

impl From<&Index> for Index {
    fn from(index: &Index) -> Index {
        index.clone()
    }
}

impl ToTokens for Index {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}

/// Both owned and borrowed left operands, by one rule.
macro_rules! operator {
    ($trait:ident, $method:ident, |$a:ident, $b:ident| { $($rule:tt)* }) => {
        impl<T: Into<Index>> $trait<T> for Index {
            type Output = Index;

            fn $method(self, other: T) -> Index {
                let ($a, $b) = (self, other.into());
                match ($a.known, $b.known) { $($rule)* }
            }
        }

        impl<T: Into<Index>> $trait<T> for &Index {
            type Output = Index;

            fn $method(self, other: T) -> Index {
                self.clone().$method(other)
            }
        }
    };
}
operator!(Add, add, |a, b| {
    (Some(a), Some(b)) => (a + b).into(),
    (Some(0), _) => b,
    (_, Some(0)) => a,
    _ => spelled(Binding::Sum, &a, quote!(+), &b, Binding::Product),
});
operator!(Sub, sub, |a, b| {
    (Some(a), Some(b)) => (a - b).into(),
    (_, Some(0)) => a,
    _ => spelled(Binding::Sum, &a, quote!(-), &b, Binding::Product),
});
operator!(Mul, mul, |a, b| {
    (Some(a), Some(b)) => (a * b).into(),
    (Some(0), _) | (_, Some(1)) => a,
    _ => spelled(Binding::Product, &a, quote!(*), &b, Binding::Atom),
});
operator!(Div, div, |a, b| {
    (Some(a), Some(b)) => (a / b).into(),
    (_, Some(1)) => a,
    _ => spelled(Binding::Product, &a, quote!(/), &b, Binding::Atom),
});
operator!(Rem, rem, |a, b| {
    (Some(a), Some(b)) => (a % b).into(),
    (_, Some(1)) => 0.into(),
    _ => spelled(Binding::Product, &a, quote!(%), &b, Binding::Atom),
});

/// `a operator b`. The operators associate to the left, so the right operand has to hold
/// together more tightly.
fn spelled(binding: Binding, a: &Index, operator: TokenStream, b: &Index, right: Binding) -> Index {
    let (a, b) = (a.operand(binding), b.operand(right));
    Index { known: None, tokens: quote!(#a #operator #b), binding }
}

/// A loop of `count` turns; where there is only one, the body alone, at 0.
pub fn repeat(
    variable: &str,
    count: impl Into<Index>,
    body: impl FnOnce(&Index) -> TokenStream,
) -> TokenStream {
    let count = count.into();
    match count.known {
        Some(0) => quote!(),
        Some(1) => body(&0.into()),
        _ => {
            let variable = Index::local(variable);
            let body = body(&variable);
            quote_spanned!(Span::mixed_site()=> for #variable in 0..#count { #body })
        }
    }
}

/// A loop that the compiler may not unroll, of any number of turns.
pub fn rolled(
    variable: &str,
    count: impl Into<Index>,
    body: impl FnOnce(&Index) -> TokenStream,
) -> TokenStream {
    let count = count.into();
    if count.known.is_some_and(|count| count < 2) {
        return repeat(variable, count, body);
    }
    let variable = Index::local(variable);
    let body = body(&variable);
    quote_spanned!(Span::mixed_site()=> for #variable in 0..#RUNTIME::tile::opaque(#count) { #body })
}

/// `body` at an expression, which gets a name unless it is a number or a name already.
pub fn named(name: &str, value: Index, body: impl FnOnce(&Index) -> TokenStream) -> TokenStream {
    if value.tokens.clone().into_iter().count() == 1 {
        return body(&value);
    }
    let name = Index::local(name);
    let body = body(&name);
    quote!(let #name = #value; #body)
}

/// A view from an element on.
pub fn offset(view: &TokenStream, at: &Index) -> TokenStream {
    if at.known == Some(0) { view.clone() } else { quote!(#view.offset(#at)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(index: Index) -> String {
        index.to_token_stream().to_string()
    }

    #[test]
    fn numbers_fold() {
        let (i, eight) = (Index::local("i"), Index::from(8));
        assert_eq!(text(&eight * 3 + 4), "28");
        assert_eq!(text(&i * 8 + 0), "i * 8");
        assert_eq!(text(Index::from(0) + &i * 1), "i");
        assert_eq!(text(Index::from(0) * &i), "0");
        assert_eq!(text(Index::from(13).saturating_sub(16)), "0");
        assert_eq!(text(Index::from(13).saturating_sub(&i * 8)), "usize :: saturating_sub (13 , i * 8)");
    }

    #[test]
    fn parentheses_stand_where_they_matter() {
        let (i, j) = (Index::local("i"), Index::local("j"));
        assert_eq!(text((&i + 1) * 8 + &j), "(i + 1) * 8 + j");
        assert_eq!(text(&i - (&j + 1)), "i - (j + 1)");
        assert_eq!(text(&i / 8 * 8), "i / 8 * 8");
        assert_eq!(text(Index::from(8) * (&i / 8)), "8 * (i / 8)");
    }
}
