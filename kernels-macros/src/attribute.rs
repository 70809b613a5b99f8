//! The arguments of `#[kernel(…)]`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Ident, LitInt, LitStr, Path, Token, bracketed, parenthesized, parse_quote};

use crate::diagnostics::Errors;
use crate::signature::{Access, Param, Signature};

const SPECIALIZE: &str = "the list of sizes is written `specialize = [(R = 128, C = 64), …]`";
const BATCH: &str = "the parameters that differ from sample to sample are written `batch = [x, …]`";

/// What the attribute says.
pub struct Arguments {
    /// One entry per specialization, in order.
    pub specialize: Vec<Sizes>,
    /// Whether other sizes are a compile error.
    pub only: Option<Ident>,
    /// The parameters that differ from sample to sample of a batch; empty without batches.
    pub batch: Vec<Ident>,
    /// Where the runtime crate is; `::kernels` unless `crate = path` says otherwise.
    pub runtime: Path,
}

/// The const parameters of one specialization, as `(R = 128, C = 64)`.
pub struct Sizes {
    /// In the order of the function's const parameters, once resolved.
    pub pairs: Vec<(Ident, usize)>,
    span: Span,
}

impl Arguments {
    /// Reads the arguments. One that is wrong is reported, and the others still hold.
    pub fn read(tokens: TokenStream, errors: &Errors) -> Arguments {
        let mut arguments =
            Arguments { specialize: vec![], only: None, batch: vec![], runtime: parse_quote!(::kernels) };
        let mut seen: Vec<String> = vec![];
        for argument in split_at_commas(tokens) {
            let name = argument.clone().into_iter().next().map(|token| token.to_string()).unwrap_or_default();
            if seen.contains(&name) {
                errors.on(argument, format!("`{name}` is given twice"));
                continue;
            }
            let parser = |input: ParseStream| arguments.argument(input);
            if let Err(error) = parser.parse2(argument) {
                errors.push(error);
            }
            seen.push(name);
        }
        arguments
    }

    fn argument(&mut self, input: ParseStream) -> syn::Result<()> {
        if input.peek(Token![crate]) {
            let name = input.parse::<Token![crate]>()?;
            let shape = "the path of the crate `kernels` is written `crate = some::path`";
            if input.is_empty() {
                return Err(syn::Error::new(name.span, shape));
            }
            input.parse::<Token![=]>().map_err(|error| syn::Error::new(error.span(), shape))?;
            if let Ok(text) = input.fork().parse::<LitStr>() {
                let path = text.value();
                return Err(syn::Error::new(text.span(), format!("a path has no quotes: `crate = {path}`")));
            }
            self.runtime =
                input.call(Path::parse_mod_style).map_err(|error| syn::Error::new(error.span(), shape))?;
            return rest(input, shape);
        }
        let allowed =
            "allowed are `specialize = [(R = 128, C = 64), …]`, `only`, `batch = [x, …]` and `crate = path`";
        let name: Ident = input.parse().map_err(|error| syn::Error::new(error.span(), allowed))?;
        match name.to_string().as_str() {
            "only" => {
                self.only = Some(name);
                rest(input, "`only` stands alone: `specialize = […], only`")
            }
            "specialize" => {
                self.specialize = list(&name, input)?;
                rest(input, SPECIALIZE)
            }
            "batch" => {
                self.batch = batch(&name, input)?;
                rest(input, BATCH)
            }
            other => Err(syn::Error::new_spanned(&name, format!("unknown argument `{other}`; {allowed}"))),
        }
    }

    /// Checks the list against the function's const parameters and puts each entry into
    /// their order.
    pub fn resolve(&mut self, consts: &[Ident], errors: &Errors) {
        if let Some(only) = &self.only
            && self.specialize.is_empty()
            && errors.is_empty()
        {
            errors.on(
                only,
                "`only` restricts a kernel to its listed sizes: add `specialize = [(R = 128, …), …]`",
            );
        }
        let names = consts.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let mut seen: Vec<Vec<usize>> = Vec::new();
        for Sizes { pairs, span } in &mut self.specialize {
            if consts.is_empty() {
                let message = "this function has no const parameters, so there is nothing to specialize";
                errors.push(syn::Error::new(*span, message));
                continue;
            }
            let mut unknown = 0;
            for (name, _) in pairs.iter().filter(|(name, _)| !consts.contains(name)) {
                unknown += 1;
                let message =
                    format!("`{name}` is not a const parameter of this function; its own are {names}");
                errors.on(name, message);
            }
            let mut twice = false;
            for (at, (name, _)) in pairs.iter().enumerate() {
                if pairs[..at].iter().any(|(other, _)| other == name) {
                    errors.on(name, format!("`{name}` is given twice"));
                    twice = true;
                }
            }
            let missing: Vec<_> = consts
                .iter()
                .filter(|name| !pairs.iter().any(|(given, _)| given == *name))
                .map(|name| format!("`{name}`"))
                .collect();
            // A misspelt name is missing under its right one: one mistake.
            if missing.len() > unknown && !twice {
                let missing = missing.join(", ");
                errors
                    .push(syn::Error::new(*span, format!("this specialization lacks a size for {missing}")));
            }
            pairs.sort_by_key(|(name, _)| consts.iter().position(|known| known == name));
            let sizes: Vec<usize> = pairs.iter().map(|(_, size)| *size).collect();
            if unknown == 0 && seen.contains(&sizes) {
                errors.push(syn::Error::new(*span, "these sizes are listed twice"));
            }
            seen.push(sizes);
        }
    }
}

impl Arguments {
    /// Checks the parameters of a batch against the signature.
    pub fn resolve_batch(&self, signature: &Signature, errors: &Errors) {
        let params = || signature.params.iter().map(|param| &param.ident).chain(&signature.unread);
        for (at, name) in self.batch.iter().enumerate() {
            if self.batch[..at].contains(name) {
                errors.on(name, format!("`{name}` is given twice"));
            } else if !params().any(|param| param == name) {
                let own: Vec<String> = params().map(|param| format!("`{param}`")).collect();
                let own = match own.as_slice() {
                    [] => "it has none".into(),
                    own => format!("its own are {}", own.join(", ")),
                };
                errors.on(name, format!("`{name}` is not a parameter of this function; {own}"));
            }
        }
        let shared = |param: &&Param| param.access == Access::Mutable && !self.batch.contains(&param.ident);
        for param in signature.params.iter().filter(shared).filter(|_| !self.batch.is_empty()) {
            let name = &param.ident;
            let message = format!(
                "every sample of a batch would overwrite the same `{name}`: list it in `batch = […]`"
            );
            errors.on(name, message);
        }
    }
}

/// One argument per part; commas inside of brackets belong to their argument.
fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            _ => parts.last_mut().expect("there is always a last part").extend([token]),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Refuses what is left of an argument.
fn rest(input: ParseStream, shape: &str) -> syn::Result<()> {
    if input.is_empty() { Ok(()) } else { Err(syn::Error::new(input.span(), shape)) }
}

fn list(name: &Ident, input: ParseStream) -> syn::Result<Vec<Sizes>> {
    let empty = "the list is empty: name sizes as in `[(R = 128, C = 64)]`, or leave it out";
    let list = bracketed(name, input, SPECIALIZE, empty)?;
    Ok(Punctuated::<Sizes, Token![,]>::parse_terminated.parse2(list)?.into_iter().collect())
}

fn batch(name: &Ident, input: ParseStream) -> syn::Result<Vec<Ident>> {
    let empty = "the list is empty: name the parameters that differ from sample to sample, as in `batch = [x]`, or leave it out";
    let list = bracketed(name, input, BATCH, empty)?;
    let names = Punctuated::<Ident, Token![,]>::parse_terminated.parse2(list);
    Ok(names.map_err(|error| syn::Error::new(error.span(), BATCH))?.into_iter().collect())
}

/// What stands in the brackets of `name = […]`.
fn bracketed(name: &Ident, input: ParseStream, shape: &str, empty: &str) -> syn::Result<TokenStream> {
    let wrong = |span| syn::Error::new(span, shape);
    if input.is_empty() {
        return Err(wrong(name.span()));
    }
    input.parse::<Token![=]>().map_err(|error| wrong(error.span()))?;
    if !input.peek(syn::token::Bracket) {
        return Err(wrong(input.span()));
    }
    let list;
    let bracket = bracketed!(list in input);
    if list.is_empty() {
        return Err(syn::Error::new(bracket.span.join(), empty));
    }
    list.parse()
}

impl Parse for Sizes {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if !input.peek(syn::token::Paren) {
            return Err(
                input.error("each specialization names its sizes in parentheses: `(R = 128, C = 64)`")
            );
        }
        let list;
        let paren = parenthesized!(list in input);
        let pairs = list.parse_terminated(pair, Token![,])?;
        Ok(Sizes { pairs: pairs.into_iter().collect(), span: paren.span.join() })
    }
}

fn pair(input: ParseStream) -> syn::Result<(Ident, usize)> {
    let shape = "a size is given by name: `R = 128`";
    let wrong = |error: syn::Error| syn::Error::new(error.span(), shape);
    let name: Ident = input.parse().map_err(wrong)?;
    input.parse::<Token![=]>().map_err(wrong)?;
    let size: LitInt = input.parse().map_err(|error: syn::Error| {
        let message = format!(
            "the size of `{name}` is written as a number: a macro cannot see the value of a constant"
        );
        syn::Error::new(error.span(), message)
    })?;
    let wrong = |_| syn::Error::new_spanned(&size, "a size is a positive number");
    match size.base10_parse::<usize>().map_err(wrong)? {
        0 => Err(syn::Error::new_spanned(size, "a size must be at least 1")),
        value => Ok((name, value)),
    }
}
