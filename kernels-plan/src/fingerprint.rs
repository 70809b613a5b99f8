//! A number that stands for a computation: measured times belong to it, and to no other.

use std::fmt::Write as _;

use crate::graph::{Dim, Graph, Id, Node, Op, Output};

/// FNV-1a of 64 bits: a hash that is the same in every process and on every machine, and short.
/// (G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm,
/// draft-eastlake-fnv; the offset basis and the prime are its.)
fn fnv1a(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

impl Graph {
    /// A hash of the computation: of its operations, element types, shapes, results, views and
    /// packed parameters. The values of constants and the names of called functions, which
    /// take no part in planning, do not count.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Shape};
    ///
    /// let [mut single, mut double] = [Elem::F32, Elem::F64].map(Graph::new);
    /// for graph in [&mut single, &mut double] {
    ///     graph.input(0, Shape::Vector(Dim::Const(3)));
    /// }
    /// assert_eq!(single.fingerprint(), single.clone().fingerprint());
    /// assert_ne!(single.fingerprint(), double.fingerprint());
    /// ```
    pub fn fingerprint(&self) -> u64 {
        fnv1a(&self.canonical())
    }

    /// The text that is hashed: a line for each node, result and list of parameters.
    fn canonical(&self) -> String {
        let mut text = format!("kernel of {}\n", self.elem.name());
        for node in &self.nodes {
            let Node { op, shape, elem } = node;
            let _ = writeln!(text, "{} -> {}", operation(op), shape.type_name(*elem));
        }
        for (output, id) in &self.outputs {
            let _ = match output {
                Output::Return(number) => writeln!(text, "result {number} = {}", id.0),
                Output::Param(number) => writeln!(text, "parameter {number} = {}", id.0),
            };
        }
        let _ = writeln!(text, "views {}\npacked {}", numbers(&self.views), numbers(&self.packed));
        text
    }
}

/// `3 5`: sorted, for the order of such lists has no meaning.
fn numbers(list: &[usize]) -> String {
    let mut list = list.to_vec();
    list.sort_unstable();
    list.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}

/// An operation with its operands.
fn operation(op: &Op) -> String {
    let list = |ids: &[Id]| ids.iter().map(|id| id.0.to_string()).collect::<Vec<_>>().join(" ");
    let kind = match op {
        Op::Input(number) => format!("input {number}"),
        Op::Constant(number) => format!("constant {number}"),
        Op::Count(shape) => format!("count {shape}"),
        Op::Unary(unary, _) => format!("unary {unary:?}"),
        Op::Binary(binary, ..) => format!("binary {binary:?}"),
        Op::Apply(function, _) => format!("apply {function:?}"),
        Op::Column(_) => "column".into(),
        Op::Transpose(_) => "transpose".into(),
        Op::Transposed(_) => "transposed".into(),
        Op::Product(..) => "product".into(),
        Op::Reduce(reduction, _) => format!("reduce {reduction:?}"),
        Op::ReduceRows(reduction, _) => format!("reduce rows {reduction:?}"),
        Op::ReduceCols(reduction, _) => format!("reduce columns {reduction:?}"),
        Op::Dot(..) => "dot".into(),
        Op::Softmax(_) => "softmax".into(),
        Op::Index(_, at) => {
            let at: Vec<String> = at.iter().map(Dim::to_string).collect();
            format!("element {}", at.join(" "))
        }
        Op::Concat(_) => "concat".into(),
        Op::Call(number, ..) => format!("call {number}"),
    };
    format!("{kind} of {}", list(&op.operands()))
}
