//! The functions and methods that a kernel's body may call, by name.

use kernels_plan::graph::{Binary, Reduction, Unary};
use syn::ExprPath;

use crate::suggest::closest;

/// What a name means.
#[derive(Clone, Copy)]
pub enum Function {
    /// Elementwise, one operand.
    Unary(Unary),
    /// Elementwise, two operands.
    Binary(Binary),
    /// The function of this name in the runtime's vector maths, and how many operands it has.
    Apply(&'static str, usize),
    /// A power whose exponent is a constant integer.
    Power,
    /// A function of the user, element by element.
    Map,
    /// Sine and cosine, for `let (s, c) = …;` only.
    Sincos,
    /// All elements to a scalar.
    Reduce(Reduction),
    /// Each row to one element.
    Rows(Reduction),
    /// Each column to one element.
    Cols(Reduction),
    /// The mean of all elements.
    Mean,
    /// The mean of each row.
    RowMeans,
    /// The mean of each column.
    ColMeans,
    /// Inner product.
    Dot,
    /// Softmax.
    Softmax,
    /// Outer product.
    Outer,
    /// Transposition, to a matrix of its own.
    Transpose,
    /// The matrix seen with rows and columns exchanged.
    Transposed,
    /// A vector as a column.
    Column,
    /// One vector after the other.
    Concat,
    /// Numbers to quantized elements, by scale and zero point.
    Quantize,
    /// Sums of a quantized product to quantized elements, by multiplier and zero point.
    Requantize,
    /// Quantized elements to numbers, by scale and zero point.
    Dequantize,
}

/// The row of a function of the runtime's vector maths.
const fn lanes(name: &'static str, arity: usize) -> (&'static str, Function) {
    (name, Function::Apply(name, arity))
}

/// Every function. The row's name is the function's in the runtime crate.
const FUNCTIONS: &[(&str, Function)] = &[
    ("relu", Function::Unary(Unary::Relu)),
    lanes("exp", 1),
    lanes("exp2", 1),
    lanes("expm1", 1),
    lanes("ln", 1),
    lanes("log2", 1),
    lanes("ln_1p", 1),
    lanes("sin", 1),
    lanes("cos", 1),
    lanes("tan", 1),
    lanes("tanh", 1),
    lanes("sigmoid", 1),
    lanes("softplus", 1),
    lanes("gelu", 1),
    lanes("gelu_tanh", 1),
    lanes("silu", 1),
    lanes("selu", 1),
    lanes("hard_sigmoid", 1),
    lanes("hard_swish", 1),
    lanes("mish", 1),
    lanes("erf", 1),
    lanes("cbrt", 1),
    lanes("rsqrt", 1),
    lanes("recip", 1),
    lanes("floor", 1),
    lanes("ceil", 1),
    lanes("round", 1),
    lanes("trunc", 1),
    lanes("pow", 2),
    lanes("atan2", 2),
    lanes("copysign", 2),
    lanes("elu", 2),
    lanes("leaky_relu", 2),
    lanes("clamp", 3),
    // Which of two by a number, as there are no truth values in a kernel.
    ("select", Function::Apply("select_nonzero", 3)),
    ("powi", Function::Power),
    ("map", Function::Map),
    ("sincos", Function::Sincos),
    ("sqrt", Function::Unary(Unary::Sqrt)),
    ("abs", Function::Unary(Unary::Abs)),
    ("maximum", Function::Binary(Binary::Maximum)),
    ("minimum", Function::Binary(Binary::Minimum)),
    ("hadamard", Function::Binary(Binary::Mul)),
    ("sum", Function::Reduce(Reduction::Sum)),
    ("max", Function::Reduce(Reduction::Max)),
    ("min", Function::Reduce(Reduction::Min)),
    ("mean", Function::Mean),
    ("row_sums", Function::Rows(Reduction::Sum)),
    ("row_means", Function::RowMeans),
    ("row_max", Function::Rows(Reduction::Max)),
    ("row_min", Function::Rows(Reduction::Min)),
    ("col_sums", Function::Cols(Reduction::Sum)),
    ("col_means", Function::ColMeans),
    ("col_max", Function::Cols(Reduction::Max)),
    ("col_min", Function::Cols(Reduction::Min)),
    ("dot", Function::Dot),
    ("softmax", Function::Softmax),
    ("outer", Function::Outer),
    ("transpose", Function::Transpose),
    ("column", Function::Column),
    ("concat", Function::Concat),
    ("quantize", Function::Quantize),
    ("requantize", Function::Requantize),
    ("dequantize", Function::Dequantize),
    ("to_f32", Function::Unary(Unary::ToFloat)),
    ("widen", Function::Unary(Unary::Widen)),
];

/// Methods: `t()`, and other spellings of functions.
const METHODS: &[(&str, Function)] = &[
    ("t", Function::Transposed),
    ("dot", Function::Dot),
    ("sum", Function::Reduce(Reduction::Sum)),
    ("mean", Function::Mean),
    ("max", Function::Reduce(Reduction::Max)),
    ("min", Function::Reduce(Reduction::Min)),
];

impl Function {
    /// The function of this name.
    pub fn named(name: &str) -> Option<Function> {
        FUNCTIONS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// The function of the runtime that a path names: by itself, or below one of the
    /// modules that it is found in. Of any other path it is another function.
    pub fn of_path(path: &ExprPath) -> Option<(String, Function)> {
        let segments: Vec<String> = path.path.segments.iter().map(|it| it.ident.to_string()).collect();
        let (name, module) = segments.split_last()?;
        let is_runtime = module.last().is_none_or(|module| module == "ops" || module == "prelude");
        Some((name.clone(), Function::named(name).filter(|_| is_runtime)?))
    }

    /// What the method of this name stands for.
    pub fn of_method(name: &str) -> Option<Function> {
        METHODS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// How many operands it takes.
    pub fn arity(self) -> usize {
        match self {
            Function::Apply(_, arity) => arity,
            Function::Power | Function::Map => 2,
            Function::Binary(_) | Function::Dot | Function::Outer | Function::Concat => 2,
            Function::Quantize | Function::Requantize | Function::Dequantize => 3,
            _ => 1,
        }
    }
}

/// Of other exponents of `powi`.
pub const EXPONENT: &str = "the exponent of `powi` is a whole number or a constant, as in `powi(x, 3)`; for any other power, write `pow(x, …)`";

/// Of `sincos` anywhere else.
pub const PAIR: &str = "`sincos` gives two values: write `let (s, c) = sincos(x);`";

/// Why a function has no place in one of numbers.
pub fn of_tensors(name: &str) -> String {
    match name {
        "hadamard" => "the product of two numbers is written `a * b`".into(),
        "map" => "a function of numbers is called by its name, `f(x)`".into(),
        "max" | "min" => {
            format!("`{name}` goes over all elements of a tensor; of two numbers it is `{name}imum(a, b)`")
        }
        _ => format!(
            "`{name}` goes over vectors and matrices, and the values of this function are single numbers"
        ),
    }
}

/// Why `name` with `given` operands is no call of the vocabulary.
pub fn wrong_arity(name: &str, function: Function, given: usize) -> String {
    let takes = function.arity();
    let operands = if takes == 1 { "operand" } else { "operands" };
    let instead = match (name, given) {
        ("max", 2) => "; the larger of two is `maximum(a, b)`",
        ("min", 2) => "; the smaller of two is `minimum(a, b)`",
        ("maximum" | "minimum", 1) => "; over all elements of one tensor it is `max(x)` or `min(x)`",
        ("concat", 3..) => "; chain them: `let ab: Vector<T, N> = concat(a, b);`",
        _ => "",
    };
    format!("`{name}` takes {takes} {operands}, not {given}{instead}")
}

/// What to write instead of an unknown function.
pub fn unknown_function(path: &str) -> String {
    let foreign =
        format!("for a function of your own, declare what it returns: `let y: Vector<f32, 64> = {path}(…);`");
    let instead = match path {
        "matmul" | "mm" | "mv" | "matvec" => Some("a product is written `a * b`"),
        "logistic" => Some("it is called `sigmoid`"),
        "swish" => Some("it is called `silu`"),
        "log" => Some("the natural logarithm is called `ln`"),
        "powf" => Some("it is called `pow`"),
        "norm" => Some("write `sqrt(dot(x, x))`"),
        "Some" | "Ok" | "Err" => Some("the values of a kernel are numbers, vectors and matrices"),
        _ => None,
    };
    if let Some(instead) = instead {
        return format!("a kernel knows no function `{path}`: {instead}");
    }
    match closest(path, FUNCTIONS.iter().map(|(name, _)| *name)) {
        Some(meant) => format!("a kernel knows no function `{path}`; did you mean `{meant}`? Or, {foreign}"),
        None => {
            let known: Vec<&str> = FUNCTIONS.iter().map(|(name, _)| *name).collect();
            format!("a kernel knows no function `{path}`; {foreign}. It knows {}", known.join(", "))
        }
    }
}

/// What to write instead of the unknown method `name` of the value `of`.
pub fn unknown_method(name: &str, of: &str) -> String {
    let instead = match name {
        "clone" | "to_owned" | "copied" | "cloned" | "as_ref" => {
            "leave it out, values are never moved".into()
        }
        "map" => format!("for a function `f` of one element under `#[kernel]`, write `map(f, {of})`"),
        "iter" | "iter_mut" | "into_iter" | "for_each" | "zip" | "fold" => {
            "operations apply to whole vectors and matrices, and their loops are generated".into()
        }
        "powi" => format!("it is a function, `powi({of}, 3)`"),
        "powf" => format!("it is called `pow({of}, …)`"),
        "mul_add" => "write `a * b + c`".into(),
        "norm" => format!("write `sqrt(dot({of}, {of}))`"),
        "len" | "rows" | "cols" | "nrows" | "ncols" => {
            "sizes stand in the types; a const parameter as a number is `N as f32`".into()
        }
        _ => match Function::named(name).map(Function::arity) {
            Some(1) => format!("it is a function, `{name}({of})`"),
            Some(_) => format!("it is a function, `{name}({of}, …)`"),
            None => match closest(name, METHODS.iter().map(|(name, _)| *name)) {
                Some(meant) => format!("did you mean `.{meant}()`?"),
                None => {
                    let known: Vec<String> = METHODS.iter().map(|(name, _)| format!("`.{name}()`")).collect();
                    format!("it knows {}", known.join(", "))
                }
            },
        },
    };
    format!("a kernel knows no method `.{name}()`; {instead}")
}
