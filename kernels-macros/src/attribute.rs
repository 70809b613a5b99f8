//! The arguments of `#[kernel(…)]`.

use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Ident, LitInt, Path, Token, bracketed, parenthesized, parse_quote};

use crate::diagnostics::Errors;

/// What the attribute says.
pub struct Arguments {
    /// One entry per specialization, in order.
    pub specialize: Vec<Sizes>,
    /// Whether other sizes are a compile error.
    pub only: Option<Ident>,
    /// Where the runtime crate is; `::kernels` unless `crate = path` says otherwise.
    pub runtime: Path,
}

/// The const parameters of one specialization, as `(R = 128, C = 64)`.
pub struct Sizes(pub Vec<(Ident, usize)>);

impl Default for Arguments {
    fn default() -> Self {
        Arguments { specialize: vec![], only: None, runtime: parse_quote!(::kernels) }
    }
}

impl Parse for Arguments {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut arguments = Arguments::default();
        while !input.is_empty() {
            if input.peek(Token![crate]) {
                input.parse::<Token![crate]>()?;
                input.parse::<Token![=]>()?;
                arguments.runtime = input.call(Path::parse_mod_style)?;
            } else {
                let name: Ident = input.parse()?;
                match name.to_string().as_str() {
                    "only" => arguments.only = Some(name),
                    "specialize" => {
                        input.parse::<Token![=]>()?;
                        let list;
                        bracketed!(list in input);
                        let sizes = Punctuated::<Sizes, Token![,]>::parse_terminated(&list)?;
                        arguments.specialize.extend(sizes);
                    }
                    other => {
                        return Err(syn::Error::new_spanned(
                            &name,
                            format!(
                                "unknown argument `{other}`; allowed are `specialize = [(R = 128, C = 64), …]`, `only` and `crate = path`"
                            ),
                        ));
                    }
                }
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(arguments)
    }
}

impl Parse for Sizes {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if !input.peek(syn::token::Paren) {
            return Err(
                input.error("each specialization names its sizes in parentheses: `(R = 128, C = 64)`")
            );
        }
        let list;
        parenthesized!(list in input);
        let pair = |input: ParseStream| {
            let name: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            let size: LitInt = input.parse().map_err(|error| {
                syn::Error::new(error.span(), format!("the size of `{name}` must be a number"))
            })?;
            let value = size.base10_parse::<usize>()?;
            if value == 0 {
                return Err(syn::Error::new_spanned(size, "a size must be at least 1"));
            }
            Ok((name, value))
        };
        let pairs = list.parse_terminated(pair, Token![,])?;
        Ok(Sizes(pairs.into_iter().collect()))
    }
}

impl Arguments {
    /// Checks the list against the function's const parameters and puts each entry into
    /// their order.
    pub fn resolve(&mut self, consts: &[Ident], errors: &Errors) {
        if let Some(only) = &self.only
            && self.specialize.is_empty()
        {
            errors.on(
                only,
                "`only` restricts a kernel to its listed sizes: add `specialize = [(R = 128, …), …]`",
            );
        }
        let mut seen: Vec<Vec<usize>> = Vec::new();
        for Sizes(pairs) in &mut self.specialize {
            let names = || consts.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
            for (name, _) in pairs.iter().filter(|(name, _)| !consts.contains(name)) {
                let known = match consts.len() {
                    0 => "it has none".into(),
                    _ => format!("they are {}", names()),
                };
                errors.on(name, format!("`{name}` is not a const parameter of this function; {known}"));
            }
            for (at, (name, _)) in pairs.iter().enumerate() {
                if pairs[..at].iter().any(|(other, _)| other == name) {
                    errors.on(name, format!("`{name}` is given twice"));
                }
            }
            let missing: Vec<_> =
                consts.iter().filter(|name| !pairs.iter().any(|(given, _)| given == *name)).collect();
            if let (Some(missing), Some((first, _))) = (missing.first(), pairs.first()) {
                errors.on(
                    first,
                    format!("this specialization lacks a size for `{missing}`; it must name {}", names()),
                );
            }
            pairs.sort_by_key(|(name, _)| consts.iter().position(|known| known == name));
            let sizes: Vec<usize> = pairs.iter().map(|(_, size)| *size).collect();
            if let Some((first, _)) = pairs.first()
                && seen.contains(&sizes)
            {
                errors.on(first, "these sizes are listed twice");
            }
            seen.push(sizes);
        }
    }
}
