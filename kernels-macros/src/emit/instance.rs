//! One instance of a kernel, its sizes given or generic, at one level: a function.

use std::collections::BTreeSet;

use kernels_plan::caches::Caches;
use kernels_plan::graph::{Dim, Elem, Graph, Id, Op, Output, Shape};
use kernels_plan::isa::{Isa, LEVELS};
use kernels_plan::plan::Plan;
use kernels_plan::simplify::fuse;
use kernels_plan::step::{Fused, Place};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::Kernel;
use super::index::Index;
use crate::paths::{self, RUNTIME};
use crate::signature::{Access, Param, Ty};
use crate::tuning::About;
use crate::types::Layout;

/// A kernel with a choice of sizes.
pub struct Instance<'a> {
    pub kernel: &'a Kernel<'a>,
    /// Empty for the generic instance, and for a kernel without const parameters.
    pub sizes: &'a [(Ident, usize)],
    pub graph: Graph,
    pub fused: Fused,
    /// What a profile calls it.
    pub about: About,
}

impl<'a> Instance<'a> {
    pub fn new(kernel: &'a Kernel<'a>, sizes: &'a [(Ident, usize)]) -> Self {
        let named: Vec<_> = sizes.iter().map(|(name, size)| (name.to_string(), *size)).collect();
        let graph = kernel.lowered.graph.specialize(&named);
        let fused = fuse(&graph);
        let about = About {
            function: kernel.item.sig.ident.unraw().to_string(),
            sizes: sizes_text(kernel, sizes),
            elements: graph.element_names(),
            graph: graph.fingerprint(),
        };
        Instance { kernel, sizes, graph, fused, about }
    }

    /// The level whose code a level runs: its own, or the one with vectors half as wide, where these do,
    /// unless this build measures or was told what is faster.
    pub fn code(&self, isa: &'static Isa) -> &'static Isa {
        let tuning = &self.kernel.tuning;
        let by_model = !tuning.recording && tuning.measured(&self.about).is_none();
        match isa.half() {
            Some(half) if by_model && self.model(isa).half_does() => half,
            _ => isa,
        }
    }

    /// The model's plan for a level.
    fn model(&self, isa: &'static Isa) -> Plan<'_> {
        let caches = self.kernel.tuning.caches().unwrap_or_else(|| Caches::usual(isa));
        Plan::for_caches(&self.graph, &self.fused, isa, caches)
    }

    /// The plan for a level.
    pub fn plan(&self, isa: &'static Isa) -> Plan<'_> {
        self.kernel.tuning.plan(&self.about, self.model(self.code(isa)))
    }

    /// What a level of a recording build has: the plan first, and other candidates; and whether
    /// each is the model's choice.
    ///
    /// The generic instance has the plan alone: calls of all sizes run the same function, and
    /// their times can't be compared.
    pub fn candidates(&self, isa: &'static Isa) -> Vec<(Plan<'_>, bool)> {
        let (model, plan) = (self.model(isa), self.plan(isa));
        let candidates = match self.is_generic() {
            true => vec![plan],
            false => self.kernel.tuning.candidates(&self.about, &model, &plan),
        };
        let of_model = model.describe();
        candidates
            .into_iter()
            .map(|plan| (plan.describe() == of_model, plan))
            .map(|(is, plan)| (plan, is))
            .collect()
    }

    /// Whether it has sizes that are known when it is called only.
    pub fn is_generic(&self) -> bool {
        self.sizes.is_empty() && !self.kernel.signature.consts.is_empty()
    }

    /// Bytes of its temporaries, where its sizes are known.
    pub fn stack_bytes(&self) -> Option<usize> {
        self.fused.stack_bytes()
    }

    /// The name of the function that a level runs: `__avx2`, `__avx2_128_64`.
    pub fn name(&self, isa: &'static Isa) -> Ident {
        self.prefixed(&format!("__{}", self.code(isa).name))
    }

    /// A name with the sizes behind it.
    pub fn prefixed(&self, prefix: &str) -> Ident {
        let sizes: String = self.sizes.iter().map(|(_, size)| format!("_{size}")).collect();
        format_ident!("{prefix}{sizes}")
    }

    /// The condition that the const parameters have its sizes.
    pub fn is_these_sizes(&self) -> TokenStream {
        let equal = self.sizes.iter().map(|(name, size)| {
            let size = paths::number(*size);
            quote!(#name == #size)
        });
        if self.sizes.is_empty() { quote!(true) } else { quote!(#(#equal)&&*) }
    }

    /// A type of the signature, with this instance's sizes.
    fn sized(&self, ty: &Ty) -> Ty {
        let size = |dim: &Dim| match dim {
            Dim::Param(name) => {
                self.sizes.iter().find(|(known, _)| known == name).map_or(dim.clone(), |s| Dim::Const(s.1))
            }
            Dim::Const(_) => dim.clone(),
        };
        let shape = match &ty.shape {
            Shape::Vector(n) => Shape::Vector(size(n)),
            Shape::Matrix(r, c) => Shape::Matrix(size(r), size(c)),
            other => other.clone(),
        };
        Ty { elem: ty.elem, shape }
    }

    fn ty(&self, ty: &Ty) -> TokenStream {
        self.kernel.paths.ty(&self.sized(ty))
    }

    /// The functions of this instance at a level: one, or in a recording build one for each
    /// candidate; none where it runs another's code.
    pub fn functions(&self, isa: &'static Isa) -> TokenStream {
        if self.code(isa) != isa {
            return quote!();
        }
        if !self.kernel.tuning.recording {
            return self.function(self.plan(isa), &self.name(isa));
        }
        let candidates = self.candidates(isa).into_iter().enumerate();
        candidates.map(|(number, (plan, _))| self.function(plan, &self.candidate(isa, number))).collect()
    }

    /// The name of a candidate's function: the first one's is the level's.
    pub fn candidate(&self, isa: &'static Isa, number: usize) -> Ident {
        let name = self.name(isa);
        if number == 0 { name } else { format_ident!("{name}_c{number}") }
    }

    fn function(&self, plan: Plan, name: &Ident) -> TokenStream {
        let isa = plan.isa;
        let level = Level { instance: self, plan };
        let cfg = cfg(isa);
        let target_feature = target_feature(isa);
        // A specialization is a plain function; only the generic instance has parameters.
        let generics = self.sizes.is_empty().then_some(&self.kernel.item.sig.generics);
        let params = self.params();
        let (result, output) = self.result();
        let body = level.body();
        quote! {
            #cfg
            #target_feature
            fn #name #generics (#result #(#params),*) #output { #body }
        }
    }

    /// The parameters, with this instance's types.
    pub fn params(&self) -> Vec<TokenStream> {
        self.kernel.signature.params.iter().map(|param| self.param(param)).collect()
    }

    fn param(&self, param: &Param) -> TokenStream {
        let name = &param.ident;
        if param.quantization {
            let ty = self.kernel.paths.quantization(param.ty.elem);
            return quote!(#name: #ty);
        }
        let ty = self.kernel.paths.param_type(&self.sized(&param.ty), param.layout);
        match param.access {
            Access::Shared => quote!(#name: &#ty),
            Access::Mutable => quote!(#name: &mut #ty),
            Access::Value => quote!(#name: #ty),
        }
    }

    /// The parameter that takes the result, or the type that is returned.
    pub fn result(&self) -> (Option<TokenStream>, Option<TokenStream>) {
        let ty = self.output();
        match self.kernel.returns_memory() {
            true => (Some(result_param(&ty)), None),
            false if self.kernel.signature.returns.is_empty() => (None, None),
            false => (None, Some(quote!(-> #ty))),
        }
    }

    /// The type of the result.
    fn output(&self) -> TokenStream {
        let signature = &self.kernel.signature;
        let types: Vec<TokenStream> = signature.returns.iter().map(|ty| self.ty(ty)).collect();
        match types.as_slice() {
            [single] if !signature.tuple => quote!(#single),
            all => quote!((#(#all,)*)),
        }
    }
}

/// The beginning of the names of strides: the leading dimension.
const STRIDE: &str = "ld";

/// The parameter that takes the result of a kernel that returns memory.
pub fn result_param(ty: &TokenStream) -> TokenStream {
    quote_spanned!(Span::mixed_site()=> result: &mut ::core::mem::MaybeUninit<#ty>,)
}

/// The `cfg` of a level's architecture.
pub fn cfg(isa: &Isa) -> TokenStream {
    let arch = isa.arch;
    if arch == "any" { quote!() } else { quote!(#[cfg(target_arch = #arch)]) }
}

/// The attribute of a level's functions. What needs no features stays out of calls that choose
/// between it and other levels: inlined there, it would have them save its registers.
pub fn target_feature(isa: &Isa) -> TokenStream {
    if isa.features.is_empty() {
        let others = LEVELS.iter().map(|isa| isa.arch).filter(|arch| *arch != "any");
        let others = others.collect::<BTreeSet<_>>().into_iter();
        return quote!(#[cfg_attr(any(#(target_arch = #others),*), inline(never))]);
    }
    let features = isa.features.join(",");
    quote!(#[target_feature(enable = #features)])
}

/// An instance with its plan: what the emission of steps and values looks at.
pub struct Level<'a> {
    pub instance: &'a Instance<'a>,
    pub plan: Plan<'a>,
}

impl Level<'_> {
    /// The body of the function.
    pub fn body(&self) -> TokenStream {
        let private = self.instance.kernel.paths.private();
        let arch = paths::arch(self.plan.isa.base());
        let elem = paths::elem(self.plan.graph.elem);
        // Sizes and constants stand outside of the block with the names that generated
        // code brings, so that they mean what they mean in the user's body.
        let sizes = self.instance.sizes.iter().map(|(name, size)| {
            let size = paths::number(*size);
            quote!(#[allow(dead_code)] const #name: usize = #size;)
        });
        let constants = self.constants();
        let inputs = self.inputs();
        let storage = self.storage();
        let steps =
            self.plan.fused.steps.iter().zip(&self.plan.blocks).map(|(step, block)| self.step(step, *block));
        let results = self.results();
        let (integers, quads) = (self.integers(), self.quads());
        let body = quote_spanned! {Span::mixed_site()=>
            use #private::{self, Arch as _, Simd as _};
            type V = #RUNTIME::VectorOf<#elem, #arch>;
            #integers
            // SAFETY: the processor has the level's features, because this function
            // has them; and every index lies within the shapes of the signature, which
            // the loop bounds below are made from.
            unsafe {
                let arch = #arch::assume();
                #quads
                #inputs
                #storage
                #(#steps)*
                #results
            }
        };
        let outside = quote!(#(#sizes)* #constants);
        if outside.is_empty() { body } else { quote!(#outside { #body }) }
    }

    /// The vector of quantized elements, which are `i32` in registers.
    fn integers(&self) -> Option<TokenStream> {
        let arch = paths::arch(self.plan.isa.base());
        self.plan.graph.has_integers().then(|| {
            quote_spanned! {Span::mixed_site()=>
                use #RUNTIME::Int as _;
                type I = <#arch as #RUNTIME::Arch>::I32;
            }
        })
    }

    /// The token of the level's four-way dots, where there are any.
    fn quads(&self) -> Option<TokenStream> {
        let graph = self.plan.graph;
        let is_dots = |op: &Op| matches!(op, Op::Product(..) | Op::Dot(..));
        let any = graph.nodes.iter().any(|node| is_dots(&node.op) && node.elem == Elem::I32);
        let level = paths::arch(self.plan.isa);
        any.then(
            || quote_spanned!(Span::mixed_site()=> let quads = <#level as #RUNTIME::Quads>::assume_quads();),
        )
    }

    /// The vector that holds elements of a type.
    pub fn register(&self, elem: Elem) -> TokenStream {
        let name = if elem.is_integer() { "I" } else { "V" };
        Ident::new(name, Span::mixed_site()).to_token_stream()
    }

    fn constants(&self) -> TokenStream {
        let uses = self.plan.graph.uses();
        let used = self.plan.graph.nodes.iter().zip(uses).filter(|(_, uses)| *uses > 0);
        let all = used.filter_map(|(node, _)| match node.op {
            Op::Constant(number) => {
                let tokens = &self.instance.kernel.lowered.constants[number];
                let (name, elem) = (mixed("c", number), self.instance.kernel.paths.elem(node.elem));
                (!is_literal(tokens)).then(|| quote!(let #name: #elem = #tokens;))
            }
            _ => None,
        });
        quote!(#(#all)*)
    }

    /// A constant's name, or the literal itself.
    pub fn constant(&self, number: usize) -> TokenStream {
        let tokens = &self.instance.kernel.lowered.constants[number];
        if is_literal(tokens) { tokens.clone() } else { mixed("c", number).to_token_stream() }
    }

    /// Every tensor parameter becomes a pointer to its elements, under its own name; beside
    /// that of a view stands its stride.
    fn inputs(&self) -> TokenStream {
        let views = self.instance.kernel.signature.params.iter().enumerate().map(|(number, param)| {
            let (name, stride) = (&param.ident, mixed(STRIDE, number));
            match param.access {
                Access::Shared if param.layout == Some(Layout::Packed) => {
                    quote!(let #name = #RUNTIME::panels(#name);)
                }
                Access::Shared if param.is_view() => {
                    quote!(let (#name, #stride) = #RUNTIME::window(#name);)
                }
                Access::Mutable if param.is_view() => {
                    quote!(let (#name, #stride) = #RUNTIME::window_mut(#name);)
                }
                Access::Shared => quote!(let #name = #RUNTIME::Src::of(#name.as_slice());),
                Access::Mutable => quote!(let #name = #RUNTIME::Dst::of(#name.as_mut_slice());),
                Access::Value => quote!(),
            }
        });
        quote!(#(#views)*)
    }

    /// Temporaries and results, not yet written.
    fn storage(&self) -> TokenStream {
        let buffers = self.plan.fused.buffers.iter().enumerate().map(|(number, buffer)| {
            let elem = paths::elem(buffer.elem);
            let (memory, view) = (mixed("buffer", number), mixed("t", number));
            let (rows, cols) = rows_and_cols(&buffer.shape);
            let (rows, cols) = (paths::argument(&rows), paths::argument(&cols));
            quote_spanned! {Span::mixed_site()=>
                let #memory = #RUNTIME::Buffer::<#elem, #rows, #cols>::uninit();
                let #view = #memory.dst();
            }
        });
        let kernel = self.instance.kernel;
        let returns = kernel.signature.returns.iter().enumerate();
        let returns = returns.filter(|(_, ty)| ty.shape != Shape::Scalar).map(|(number, ty)| {
            let (view, part, elem) = (mixed("r", number), self.part(number), paths::elem(ty.elem));
            quote_spanned!(Span::mixed_site()=> let #view = #RUNTIME::Dst::<#elem>::result(#part);)
        });
        // The parts of a tuple are parts of one object, so their pointers have one origin.
        let result = (kernel.returns_memory() && kernel.signature.tuple)
            .then(|| quote_spanned!(Span::mixed_site()=> let result = result.as_mut_ptr();));
        quote!(#(#buffers)* #result #(#returns)*)
    }

    /// The place of a result in the function's result.
    fn part(&self, number: usize) -> TokenStream {
        if self.instance.kernel.signature.tuple {
            let field = syn::Index::from(number);
            quote_spanned!(Span::mixed_site()=> &raw mut (*result).#field)
        } else {
            quote_spanned!(Span::mixed_site()=> result.as_mut_ptr())
        }
    }

    /// The end of the function: scalars that are returned with vectors go beside them.
    fn results(&self) -> TokenStream {
        let kernel = self.instance.kernel;
        let returns = kernel.signature.returns.iter().enumerate();
        let scalars = returns.filter(|(_, ty)| ty.shape == Shape::Scalar);
        let scalars = scalars.map(|(number, _)| (number, self.scalar(self.output(Output::Return(number)).1)));
        if kernel.returns_memory() {
            let writes = scalars.map(|(number, value)| {
                let part = self.part(number);
                quote!((#part).write(#value);)
            });
            return writes.collect();
        }
        let values: Vec<TokenStream> = scalars.map(|(_, value)| value).collect();
        match values.as_slice() {
            [] => quote!(),
            [single] if !kernel.signature.tuple => quote!(#single),
            all => quote!((#(#all,)*)),
        }
    }

    fn output(&self, wanted: Output) -> (Output, kernels_plan::graph::Id) {
        let found = self.plan.graph.outputs.iter().find(|(output, _)| *output == wanted);
        *found.expect("lowering names every output")
    }

    /// Elements from row to row of a view, which it says at run time.
    pub fn view_stride(&self, place: Place) -> Option<Index> {
        match place {
            Place::Input(param) | Place::Output(Output::Param(param)) if place.is_view(self.plan.graph) => {
                Some(Index::local(&format!("{STRIDE}{param}")))
            }
            _ => None,
        }
    }

    /// Elements from row to row of a place of `cols` columns.
    pub fn stride(&self, place: Place, cols: &Dim) -> Index {
        self.view_stride(place).unwrap_or_else(|| cols.into())
    }

    /// Elements from row to row of a tensor that is in memory.
    pub fn row_stride(&self, id: Id) -> Index {
        self.stride(self.place(id), &rows_and_cols(self.plan.graph.shape(id)).1)
    }

    /// The readable view of a place.
    pub fn src(&self, place: Place) -> TokenStream {
        match place {
            Place::Input(param) => {
                let param = &self.instance.kernel.signature.params[param];
                let name = &param.ident;
                match param.access {
                    Access::Mutable => quote!(#name.src()),
                    _ => quote!(#name),
                }
            }
            Place::Call(id) => {
                let name = mixed("call", id.0);
                quote!(#RUNTIME::Src::of(#name.as_slice()))
            }
            other => {
                let dst = self.dst(other);
                quote!(#dst.src())
            }
        }
    }

    /// The writable view of a place.
    pub fn dst(&self, place: Place) -> TokenStream {
        match place {
            Place::Buffer(number) => {
                let name = mixed("t", number);
                quote!(#name)
            }
            Place::Output(Output::Return(number)) => {
                let name = mixed("r", number);
                quote!(#name)
            }
            Place::Output(Output::Param(param)) => {
                let name = &self.instance.kernel.signature.params[param].ident;
                quote!(#name)
            }
            Place::Input(_) | Place::Call(_) => unreachable!("no step writes to an operand"),
        }
    }
}

/// `R = 128, C = 64`; `any` for the generic instance; empty without const parameters.
fn sizes_text(kernel: &Kernel, sizes: &[(Ident, usize)]) -> String {
    if sizes.is_empty() && !kernel.signature.consts.is_empty() { "any".into() } else { listed(sizes) }
}

/// `R = 128, C = 64`
pub fn listed(sizes: &[(Ident, usize)]) -> String {
    let sizes: Vec<String> = sizes.iter().map(|(name, size)| format!("{name} = {size}")).collect();
    sizes.join(", ")
}

/// A tensor's extents; a vector is one row.
pub fn rows_and_cols(shape: &Shape) -> (Dim, Dim) {
    match shape {
        Shape::Matrix(r, c) => (r.clone(), c.clone()),
        Shape::Vector(n) | Shape::Column(n) => (Dim::Const(1), n.clone()),
        Shape::Scalar => (Dim::Const(1), Dim::Const(1)),
    }
}

/// A tensor's elements, as one extent.
pub fn elements(shape: &Shape) -> Dim {
    let (rows, cols) = rows_and_cols(shape);
    match (rows.value(), cols.value()) {
        (Some(rows), Some(cols)) => Dim::Const(rows * cols),
        (Some(1), None) => cols,
        _ => Dim::Param(format!("({rows} * {cols})")),
    }
}

/// A local name of generated code, which no name of the user's can meet.
pub fn mixed(prefix: &str, number: usize) -> Ident {
    Ident::new(&format!("{prefix}{number}"), Span::mixed_site())
}

/// Whether tokens mean the same wherever they stand.
fn is_literal(tokens: &TokenStream) -> bool {
    syn::parse2::<syn::LitFloat>(tokens.clone()).is_ok()
}
