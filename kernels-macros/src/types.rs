//! The types that a kernel's signature and `let` lines name.

use kernels_plan::graph::{Dim, Elem, Shape};
use quote::ToTokens;
use syn::{Expr, GenericArgument, Ident, Lit, Path, PathArguments, Type, TypeArray};

use crate::diagnostics::Errors;
use crate::signature::Ty;

const TYPES: &str = "the types of a kernel are `Vector<T, N>`, `Matrix<T, R, C>`, `f32` and `f64`";

/// What the elements of a kernel may be.
const ELEMENTS: &str = "the elements of a kernel are `f32` or `f64`, and `i8`, `u8`, `U7` or `i32` where it is quantized, `bf16` where weights are stored";

/// A matrix parameter whose rows do not simply follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `MatrixView`: a window into a larger buffer.
    View,
    /// `MatrixViewMut`: such a window, to write.
    ViewMut,
    /// `Packed`: in panels for four-way dots.
    Packed,
}

impl Layout {
    fn named(name: &str) -> Option<Layout> {
        [Layout::View, Layout::ViewMut, Layout::Packed].into_iter().find(|layout| layout.name() == name)
    }

    /// The name of the type.
    pub fn name(self) -> &'static str {
        match self {
            Layout::View => "MatrixView",
            Layout::ViewMut => "MatrixViewMut",
            Layout::Packed => "Packed",
        }
    }

    /// Whether it is a window into a larger buffer.
    pub fn is_view(self) -> bool {
        self != Layout::Packed
    }
}

/// Reads types in the scope of a kernel.
pub struct Types<'a> {
    /// The const parameters.
    pub consts: &'a [Ident],
    /// Generic parameters that a kernel cannot have: reported where they are declared, so
    /// silent where they are used.
    pub reported: &'a [Ident],
    /// Where mistakes go.
    pub errors: &'a Errors,
}

impl Types<'_> {
    /// Reads `f32`, `f64`, `Vector<T, N>` or `Matrix<T, R, C>`.
    pub fn read(&self, syntax: &Type) -> Option<Ty> {
        match syntax {
            Type::Path(path) if path.qself.is_none() => self.path(syntax, &path.path),
            Type::Paren(inner) => self.read(&inner.elem),
            Type::Group(inner) => self.read(&inner.elem),
            Type::Array(array) => self.refuse(syntax, array_message(array)),
            Type::Slice(slice) => {
                let elem = slice.elem.to_token_stream();
                self.refuse(
                    syntax,
                    format!("a slice has no fixed size: take `&Vector<{elem}, N>`; the caller views a slice as one, without a copy: `slice.try_into()?`"),
                )
            }
            Type::Tuple(_) => self.refuse(syntax, format!("a tuple stands only in the return type; {TYPES}")),
            _ => self.refuse(syntax, TYPES.into()),
        }
    }

    /// Reads `Quantization<T>`, the scale and zero point of a quantized tensor: `T`, or
    /// nothing after an error. `None` for another type.
    pub fn read_quantization(&self, syntax: &Type) -> Option<Option<Elem>> {
        let Type::Path(path) = ungrouped(syntax) else { return None };
        let segment = path.path.segments.last().filter(|segment| segment.ident == "Quantization")?;
        let elem = match &segment.arguments {
            PathArguments::AngleBracketed(list) => list.args.first(),
            _ => None,
        };
        let elem = elem.and_then(|elem| self.elem(elem));
        if elem.is_none_or(|elem| !elem.is_byte()) {
            self.errors.on(
                syntax,
                "the zero point of a quantized tensor is of `i8`, `u8` or `U7`: write `Quantization<u8>`",
            );
            return Some(None);
        }
        Some(elem)
    }

    /// Reads the type behind a parameter's reference, which may have a layout of its own.
    pub fn read_param(&self, syntax: &Type) -> Option<(Ty, Option<Layout>)> {
        let segment = match ungrouped(syntax) {
            Type::Path(path) if path.qself.is_none() => path.path.segments.last(),
            _ => None,
        };
        let named = segment.and_then(|segment| Some((segment, Layout::named(&segment.ident.to_string())?)));
        let Some((segment, layout)) = named else { return Some((self.read(syntax)?, None)) };
        let arguments: Vec<&GenericArgument> = match &segment.arguments {
            // A lifetime of a name is reported where it is declared.
            PathArguments::AngleBracketed(list) => list
                .args
                .iter()
                .filter(|argument| !matches!(argument, GenericArgument::Lifetime(_)))
                .collect(),
            _ => vec![],
        };
        let [e, r, c] = arguments.as_slice() else {
            let kind = if layout.is_view() { "view" } else { "packed matrix" };
            let message =
                format!("a {kind} is written `{}<T, R, C>`: element type, rows and columns", layout.name());
            self.errors.on(syntax, message);
            return None;
        };
        let (elem, r, c) = (self.elem(e), self.dim(r), self.dim(c));
        if layout == Layout::Packed && elem.is_some_and(|elem| elem != Elem::I8) {
            self.errors.on(e, "the elements of a packed matrix are quantized weights, `i8`");
            return None;
        }
        Some((Ty { elem: elem?, shape: Shape::Matrix(r?, c?) }, Some(layout)))
    }

    fn path(&self, syntax: &Type, path: &Path) -> Option<Ty> {
        let last = path.segments.last()?;
        let name = last.ident.to_string();
        let arguments: Vec<&GenericArgument> = match &last.arguments {
            PathArguments::AngleBracketed(list) => list.args.iter().collect(),
            _ => vec![],
        };
        match (name.as_str(), arguments.as_slice()) {
            (_, []) if elem_named(&name).is_some() => {
                Some(Ty { elem: elem_named(&name)?, shape: Shape::Scalar })
            }
            ("Vector" | "Matrix", [GenericArgument::Const(_), ..]) => {
                self.refuse(syntax, format!("the element type comes first, {}", spelling(&name)))
            }
            ("Vector", [e, n]) => {
                let (elem, n) = (self.elem(e), self.dim(n));
                Some(Ty { elem: elem?, shape: Shape::Vector(n?) })
            }
            ("Matrix", [e, r, c]) => {
                let (elem, r, c) = (self.elem(e), self.dim(r), self.dim(c));
                Some(Ty { elem: elem?, shape: Shape::Matrix(r?, c?) })
            }
            ("Vector" | "Matrix", _) => {
                let kind = if name == "Vector" { "vector" } else { "matrix" };
                self.refuse(syntax, format!("a {kind} is written {}", spelling(&name)))
            }
            ("Column", _) => self.refuse(
                syntax,
                "a column is made in the body: take `&Vector<T, R>` here, and write `column(v)` where it meets a matrix".into(),
            ),
            ("MatrixView" | "MatrixViewMut", _) => self.refuse(
                syntax,
                "a view stands only in a parameter, `a: &MatrixView<T, R, C>` or `c: &mut MatrixViewMut<T, R, C>`; values in a kernel are `Matrix<T, R, C>`".into(),
            ),
            ("Packed", _) => self.refuse(
                syntax,
                "a packed matrix stands only in a parameter, `w: &Packed<i8, R, C>`; values in a kernel are `Matrix<T, R, C>`".into(),
            ),
            ("Quantization", _) => self.refuse(
                syntax,
                "a scale and a zero point stand only in a parameter, `q: Quantization<u8>`: return `q.scale` and `q.zero_point`".into(),
            ),
            ("Vec" | "Box", _) => self.refuse(
                syntax,
                format!("a `{name}` has no fixed size: take `&Vector<T, N>`; the caller views its elements as one, without a copy: `elements[..].try_into()?`"),
            ),
            (
                "usize" | "isize" | "u16" | "u32" | "u64" | "u128" | "i16" | "i64" | "i128",
                [],
            ) => self.refuse(
                syntax,
                "a number in a kernel is `f32` or `f64`, or where it is quantized `i32`, `i8`, `u8` or `U7`; a size is a const parameter, `const N: usize`".into(),
            ),
            _ if path.get_ident().is_some_and(|name| self.reported.contains(name)) => None,
            _ => self.refuse(
                syntax,
                format!("`{name}` is no type that a kernel knows, and a macro cannot see through aliases and structs; {TYPES}"),
            ),
        }
    }

    fn elem(&self, argument: &GenericArgument) -> Option<Elem> {
        let name = match argument {
            GenericArgument::Type(ty) => match ungrouped(ty) {
                Type::Path(path) => path.path.get_ident(),
                _ => None,
            },
            _ => None,
        };
        if name.is_some_and(|name| self.reported.contains(name)) {
            return None;
        }
        let elem = name.and_then(|name| elem_named(&name.to_string()));
        if elem.is_none() {
            self.errors.on(argument, ELEMENTS);
        }
        elem
    }

    fn dim(&self, argument: &GenericArgument) -> Option<Dim> {
        match argument {
            GenericArgument::Const(Expr::Lit(literal)) => {
                if let Lit::Int(number) = &literal.lit {
                    let size =
                        number.base10_parse::<usize>().map_err(|error| self.errors.push(error)).ok()?;
                    if size == 0 {
                        self.errors.on(number, "a size must be at least 1");
                        return None;
                    }
                    return Some(Dim::Const(size));
                }
                self.errors.on(argument, "a size is a whole number");
                return None;
            }
            GenericArgument::Type(Type::Path(path)) => {
                if let Some(name) = path.path.get_ident() {
                    if self.consts.contains(name) {
                        return Some(Dim::Param(name.to_string()));
                    }
                    if self.reported.contains(name) {
                        return None;
                    }
                }
                self.errors.on(
                    argument,
                    "a size is a number or a const parameter of this function: a macro cannot see the value of other constants",
                );
                return None;
            }
            _ => {}
        }
        self.errors
            .on(argument, "a size is a number or a const parameter of this function, and nothing computed");
        None
    }

    fn refuse(&self, at: &Type, message: String) -> Option<Ty> {
        self.errors.on(at, message);
        None
    }
}

/// The type in the group that a `$T:ty` of a declarative macro comes in.
fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        other => other,
    }
}

fn elem_named(name: &str) -> Option<Elem> {
    const ALL: [Elem; 7] = [Elem::F32, Elem::F64, Elem::I32, Elem::I8, Elem::U8, Elem::U7, Elem::Bf16];
    ALL.into_iter().find(|elem| elem.name() == name)
}

fn spelling(name: &str) -> &'static str {
    match name {
        "Vector" => "`Vector<T, N>`: element type and length",
        _ => "`Matrix<T, R, C>`: element type, rows and columns",
    }
}

/// The vector or matrix to write instead of an array.
fn array_message(array: &TypeArray) -> String {
    let len = array.len.to_token_stream();
    let (name, ty) = match &*array.elem {
        Type::Array(row) => {
            let (elem, cols) = (row.elem.to_token_stream(), row.len.to_token_stream());
            ("Matrix", format!("Matrix<{elem}, {len}, {cols}>"))
        }
        elem => ("Vector", format!("Vector<{}, {len}>", elem.to_token_stream())),
    };
    format!("write `{ty}`: an array is viewed as one without a copy, `{name}::from_ref(&array)`")
}
