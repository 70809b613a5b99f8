//! The only place that spells paths of the runtime crate.

use kernels_plan::graph::{Dim, Elem};
use kernels_plan::isa::Isa;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Path;

use crate::signature::Ty;
use crate::types::Layout;

/// Paths below the runtime crate's root, wherever the user has it.
pub struct Paths {
    root: Path,
}

impl Paths {
    /// Paths below `root`.
    pub fn new(root: Path) -> Self {
        Paths { root }
    }

    /// What only generated code uses.
    pub fn private(&self) -> TokenStream {
        let root = &self.root;
        quote!(#root::__private)
    }

    /// A public item.
    pub fn public(&self, name: &str) -> TokenStream {
        let root = &self.root;
        let name = format_ident!("{name}");
        quote!(#root::#name)
    }

    /// The level as a value of `Level`.
    pub fn level(&self, isa: &Isa) -> TokenStream {
        let level = self.public("Level");
        let name = format_ident!("{}", isa.type_name);
        quote!(#level::#name)
    }

    /// An element type of the user's signature.
    pub fn elem(&self, elem: Elem) -> TokenStream {
        match elem {
            Elem::U7 | Elem::Bf16 => self.public(elem.name()),
            primitive => self::elem(primitive),
        }
    }

    /// A type of the user's signature.
    pub fn ty(&self, ty: &Ty) -> TokenStream {
        let elem = self.elem(ty.elem);
        let dims = ty.shape.dims().into_iter().map(argument);
        let name = match ty.shape.dims().len() {
            0 => return quote!(#elem),
            1 => self.public("Vector"),
            _ => self.public("Matrix"),
        };
        quote!(#name<#elem #(, #dims)*>)
    }
}

impl Paths {
    /// The type behind the reference of a parameter, which may have a layout of its own.
    pub fn param_type(&self, ty: &Ty, layout: Option<Layout>) -> TokenStream {
        let Some(layout) = layout else { return self.ty(ty) };
        let (name, elem) = (self.public(layout.name()), self.elem(ty.elem));
        let dims = ty.shape.dims().into_iter().map(argument);
        let lifetime = layout.is_view().then(|| quote!('_,));
        quote!(#name<#lifetime #elem #(, #dims)*>)
    }

    /// The scale and zero point of a quantized tensor.
    pub fn quantization(&self, elem: Elem) -> TokenStream {
        let (quant, elem) = (self.public("quant"), self.elem(elem));
        quote!(#quant::Quantization<#elem>)
    }
}

/// [`Paths::private`] by the short name that the function of a level imports.
pub struct Runtime;

/// The only one.
pub const RUNTIME: Runtime = Runtime;

impl ToTokens for Runtime {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(quote!(__private));
    }
}

/// The element type, in the function of a level.
pub fn elem(elem: Elem) -> TokenStream {
    let name = Ident::new(elem.name(), Span::mixed_site());
    match elem {
        Elem::U7 | Elem::Bf16 => quote!(#RUNTIME::#name),
        _ => quote!(#name),
    }
}

/// The level's token type.
pub fn arch(isa: &Isa) -> TokenStream {
    let name = format_ident!("{}", isa.type_name);
    quote!(#RUNTIME::arch::#name)
}

/// An extent as an expression.
pub fn dim(dim: &Dim) -> TokenStream {
    match dim {
        Dim::Const(n) => number(*n),
        Dim::Param(name) => name.parse().expect("a parameter's name came from tokens"),
    }
}

/// An extent as a generic argument: in braces, because a name alone would be looked up
/// among the types first.
pub fn argument(extent: &Dim) -> TokenStream {
    let value = dim(extent);
    match extent {
        Dim::Const(_) => value,
        Dim::Param(_) => quote!({ #value }),
    }
}

/// A number without a suffix.
pub fn number(n: usize) -> TokenStream {
    let literal = proc_macro2::Literal::usize_unsuffixed(n);
    quote!(#literal)
}
