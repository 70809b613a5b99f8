//! The functions and methods that a kernel's body may call, by name.

use kernels_plan::graph::{Binary, Reduction, Unary};

use crate::suggest::closest;

/// What a name means.
#[derive(Clone, Copy)]
pub enum Function {
    /// Elementwise, one operand.
    Unary(Unary),
    /// Elementwise, two operands.
    Binary(Binary),
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
const fn unary(name: &'static str) -> (&'static str, Function) {
    (name, Function::Unary(Unary::Function(name)))
}

/// The same for two operands.
const fn binary(name: &'static str) -> (&'static str, Function) {
    (name, Function::Binary(Binary::Function(name)))
}

/// Every function. The row's name is the function's in the runtime crate.
const FUNCTIONS: &[(&str, Function)] = &[
    ("relu", Function::Unary(Unary::Relu)),
    unary("exp"),
    unary("exp2"),
    unary("expm1"),
    unary("ln"),
    unary("log2"),
    unary("ln_1p"),
    unary("sin"),
    unary("cos"),
    unary("tan"),
    unary("tanh"),
    unary("sigmoid"),
    unary("softplus"),
    unary("gelu"),
    unary("gelu_tanh"),
    unary("silu"),
    unary("selu"),
    unary("hard_sigmoid"),
    unary("hard_swish"),
    unary("mish"),
    unary("erf"),
    unary("cbrt"),
    unary("rsqrt"),
    unary("recip"),
    unary("floor"),
    unary("ceil"),
    unary("round"),
    unary("trunc"),
    binary("pow"),
    binary("atan2"),
    binary("copysign"),
    binary("elu"),
    binary("leaky_relu"),
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

    /// What the method of this name stands for.
    pub fn of_method(name: &str) -> Option<Function> {
        METHODS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// How many operands it takes.
    pub fn arity(self) -> usize {
        match self {
            Function::Binary(_) | Function::Dot | Function::Outer | Function::Concat => 2,
            Function::Quantize | Function::Requantize | Function::Dequantize => 3,
            _ => 1,
        }
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
        "powi" => Some("multiply, or write `pow(x, 3.0)`"),
        "clamp" => Some("write `minimum(maximum(x, low), high)`"),
        "sincos" => Some("write `sin(x)` and `cos(x)`"),
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
        "iter" | "iter_mut" | "into_iter" | "map" | "for_each" | "zip" | "fold" => {
            "operations apply to whole vectors and matrices, and their loops are generated".into()
        }
        "powi" | "powf" => format!("multiply, `{of} * {of}`, or write `pow({of}, …)`"),
        "mul_add" => "write `a * b + c`".into(),
        "clamp" => format!("write `minimum(maximum({of}, low), high)`"),
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
