//! What has no place in a kernel, and what to write instead.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Expr;

/// Where and why an expression is none of a kernel's; `None` for those that can be.
///
/// The place is as small as the mistake: of a loop or a branch, its keyword.
pub fn refusal(expr: &Expr) -> Option<(TokenStream, &'static str)> {
    let (at, message): (&dyn ToTokens, _) = match expr {
        Expr::ForLoop(e) => (&e.for_token, LOOPS),
        Expr::While(e) => (&e.while_token, LOOPS),
        Expr::Loop(e) => (&e.loop_token, LOOPS),
        Expr::Break(_) | Expr::Continue(_) => (expr, LOOPS),
        Expr::If(e) => (&e.if_token, BRANCHES),
        Expr::Match(e) => (&e.match_token, BRANCHES),
        Expr::Closure(_) => {
            (expr, "there are no closures in a kernel: its operations apply to whole vectors and matrices")
        }
        Expr::Return(e) => (&e.return_token, "leave out `return`: the last line, without `;`, is the result"),
        Expr::Macro(_) => (expr, MACROS),
        Expr::Array(_) | Expr::Repeat(_) => (
            expr,
            "an array is no value of a kernel: take it as a parameter, `&Vector` or `&Matrix`; a number needs none, it meets every element by itself",
        ),
        Expr::Struct(_) => (expr, "a kernel makes no structs: return a tuple of values"),
        Expr::Tuple(_) => (expr, "a tuple only stands on the last line, as the result"),
        Expr::Range(_) => (expr, "there are no ranges in a kernel: `x[3]` takes one element"),
        Expr::Field(_) => (expr, "there are no fields in a kernel: pass the value as a parameter of its own"),
        Expr::Assign(_) => (expr, "an assignment stands on a line of its own"),
        Expr::Unsafe(e) => (&e.unsafe_token, "there is no `unsafe` in a kernel: its operations are all safe"),
        Expr::Await(_) | Expr::Async(_) => (expr, "a kernel computes without waiting: await before the call"),
        Expr::Try(e) => (&e.question_token, "there is no `?` in a kernel: every operation succeeds"),
        Expr::Const(e) => (&e.const_token, "constants are declared outside of a kernel"),
        _ => return None,
    };
    Some((at.to_token_stream(), message))
}

/// Of macro calls, as expressions and as statements.
pub const MACROS: &str = "macros cannot be called in a kernel: checks and output belong around its call";

const LOOPS: &str = "there are no loops in a kernel: its operations apply to whole vectors and matrices, as in `relu(w * x + b)`, and their loops are generated";

const BRANCHES: &str = "there are no branches in a kernel: `maximum(a, b)`, `minimum(a, b)` and `relu(x)` choose element by element; for a choice by a condition, write a function of numbers with `if`, under `#[kernel]`, and `map(f, x)`";
