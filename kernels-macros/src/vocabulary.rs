//! The functions and methods that a kernel's body may call, by name.

use kernels_plan::graph::{Binary, Reduction, Unary};

/// What a name means.
#[derive(Clone, Copy)]
pub enum Function {
    /// Elementwise, one operand.
    Unary(Unary),
    /// Elementwise, two operands.
    Binary(Binary),
    /// All elements to a scalar.
    Reduce(Reduction),
    /// Their mean.
    Mean,
    /// Inner product.
    Dot,
    /// Softmax.
    Softmax,
    /// Outer product.
    Outer,
    /// Transposition.
    Transpose,
    /// A vector as a column.
    Column,
    /// One vector after the other.
    Concat,
}

/// Every function. The row's name is the function's in the runtime crate.
const FUNCTIONS: &[(&str, Function)] = &[
    ("relu", Function::Unary(Unary::Relu)),
    ("exp", Function::Unary(Unary::Exp)),
    ("sigmoid", Function::Unary(Unary::Sigmoid)),
    ("tanh", Function::Unary(Unary::Tanh)),
    ("sqrt", Function::Unary(Unary::Sqrt)),
    ("abs", Function::Unary(Unary::Abs)),
    ("maximum", Function::Binary(Binary::Maximum)),
    ("minimum", Function::Binary(Binary::Minimum)),
    ("hadamard", Function::Binary(Binary::Mul)),
    ("sum", Function::Reduce(Reduction::Sum)),
    ("max", Function::Reduce(Reduction::Max)),
    ("min", Function::Reduce(Reduction::Min)),
    ("mean", Function::Mean),
    ("dot", Function::Dot),
    ("softmax", Function::Softmax),
    ("outer", Function::Outer),
    ("transpose", Function::Transpose),
    ("column", Function::Column),
    ("concat", Function::Concat),
];

/// Methods, and the function each is another spelling of.
const METHODS: &[(&str, &str)] =
    &[("t", "transpose"), ("dot", "dot"), ("sum", "sum"), ("mean", "mean"), ("max", "max"), ("min", "min")];

impl Function {
    /// The function of this name.
    pub fn named(name: &str) -> Option<Function> {
        FUNCTIONS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// The function that the method of this name stands for.
    pub fn of_method(name: &str) -> Option<(&'static str, Function)> {
        let (_, function) = METHODS.iter().find(|(known, _)| *known == name)?;
        Some((function, Function::named(function)?))
    }

    /// How many operands it takes.
    pub fn arity(self) -> usize {
        match self {
            Function::Binary(_) | Function::Dot | Function::Outer | Function::Concat => 2,
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
pub fn unknown_function(name: &str) -> String {
    let known: Vec<String> = FUNCTIONS.iter().map(|(name, _)| format!("`{name}`")).collect();
    let hint = match name {
        "fmax" | "max_elem" => "; did you mean `maximum`?",
        "fmin" | "min_elem" => "; did you mean `minimum`?",
        "matmul" | "mm" | "mv" => "; a product is written `a * b`",
        "logistic" => "; did you mean `sigmoid`?",
        _ => "",
    };
    format!(
        "`{name}` is not a function that a kernel knows{hint}; known are {}. To call another function, give its result a type: `let y: Vector<f32, 64> = {name}(…);`",
        known.join(", ")
    )
}

/// What to write instead of an unknown method.
pub fn unknown_method(name: &str) -> String {
    let known: Vec<String> = METHODS.iter().map(|(name, _)| format!("`.{name}()`")).collect();
    let hint = match Function::named(name) {
        Some(_) => format!("; write it as a function: `{name}(…)`"),
        None => match name {
            "transpose" => "; write `.t()`".into(),
            "clone" | "to_owned" => "; values are copied: leave it out".into(),
            "iter" | "map" | "for_each" | "into_iter" => {
                "; there are no loops over elements: operations apply to whole vectors".into()
            }
            "powi" | "powf" => "; multiply instead".into(),
            _ => String::new(),
        },
    };
    format!("`.{name}()` is not a method that a kernel knows{hint}; known are {}", known.join(", "))
}
