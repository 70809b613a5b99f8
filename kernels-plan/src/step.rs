//! Steps: what fusion makes of a graph, and what planning and emission walk through.

use std::collections::BTreeMap;

use crate::graph::{Elem, Graph, Id, Output, Shape};

/// Where a tensor lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// A parameter's memory.
    Input(usize),
    /// A result's memory.
    Output(Output),
    /// The temporary of this number.
    Buffer(usize),
    /// The result of this call node.
    Call(Id),
}

impl Place {
    /// Whether the rows lie a run-time distance apart: those of a view.
    ///
    /// ```
    /// use kernels_plan::graph::{Elem, Graph};
    /// use kernels_plan::step::Place;
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// graph.views.push(1);
    /// assert!(Place::Input(1).is_view(&graph) && !Place::Input(0).is_view(&graph));
    /// ```
    pub fn is_view(self, graph: &Graph) -> bool {
        match self {
            Place::Input(param) | Place::Output(Output::Param(param)) => graph.views.contains(&param),
            _ => false,
        }
    }
}

/// A temporary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Buffer {
    /// The shape it holds.
    pub shape: Shape,
    /// The type of its elements.
    pub elem: Elem,
    /// Whether whole vectors were stored up to and past the end, so that whole vectors may
    /// be loaded there.
    pub padded: bool,
}

/// A value written to memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Store {
    /// The node.
    pub value: Id,
    /// The tensor it goes to.
    pub to: Place,
    /// Elements from that tensor's start (the parts of a `concat`).
    pub offset: usize,
    /// Whether the step also reads what it overwrites, each element before its own store.
    pub in_place: bool,
}

/// An operand of a product, as the product reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operand {
    /// The tensor in memory.
    pub tensor: Id,
    /// Whether it enters transposed.
    pub transposed: bool,
}

/// A unit of work. `inlined` lists elementwise nodes in evaluation order; every other
/// operand is ready when the step begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A scalar operation.
    Scalar(Id),
    /// A reduction of the inlined expressions: [`Op::Reduce`](crate::graph::Op::Reduce) or [`Op::Dot`](crate::graph::Op::Dot).
    Reduce {
        /// The reduction.
        id: Id,
        /// Its fused operands.
        inlined: Vec<Id>,
    },
    /// An elementwise loop.
    Map {
        /// The fused expression.
        inlined: Vec<Id>,
        /// Its destination.
        store: Store,
    },
    /// A tensor that is in memory, written to a second place.
    Copy {
        /// Where it is.
        from: Place,
        /// Its destination.
        store: Store,
    },
    /// A product and its epilogue.
    Product {
        /// The product.
        id: Id,
        /// Its left and right operand.
        operands: [Operand; 2],
        /// The epilogue.
        inlined: Vec<Id>,
        /// Its destination.
        store: Store,
    },
    /// Each row or column of a matrix reduced to one element, and the epilogue:
    /// [`Op::ReduceRows`](crate::graph::Op::ReduceRows) or [`Op::ReduceCols`](crate::graph::Op::ReduceCols).
    ReduceAxis {
        /// The reduction.
        id: Id,
        /// Its fused operand.
        operand: Vec<Id>,
        /// The epilogue.
        inlined: Vec<Id>,
        /// Its destination.
        store: Store,
    },
    /// A transposition that no product absorbed.
    Transpose {
        /// The matrix.
        from: Id,
        /// Its destination.
        store: Store,
    },
    /// Softmax, row by row.
    Softmax {
        /// The operand.
        from: Id,
        /// Its destination.
        store: Store,
    },
    /// A call of another function.
    Call(Id),
}

/// A graph in steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fused {
    /// In execution order.
    pub steps: Vec<Step>,
    /// The temporaries.
    pub buffers: Vec<Buffer>,
    /// Where each tensor node in memory lives: from the step that first writes it to the
    /// end, so that every later step finds it there.
    pub places: BTreeMap<Id, Place>,
    /// Copies of those that lie in views, for the steps that read a flat range:
    /// [`Step::Reduce`] and [`Step::Call`].
    pub copies: BTreeMap<Id, Place>,
}

/// Bytes that the temporaries of a kernel may take on the stack: a quarter of the 2 MiB
/// that Rust gives a thread. A product's packed blocks ([`crate::cache_block`]) take up to
/// another megabyte, while it runs.
pub const STACK_BUDGET: usize = 512 << 10;

impl Fused {
    /// Bytes of all temporaries; `None` where a size is a const parameter.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    /// use kernels_plan::{simplify::fuse};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
    /// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), y));
    /// let fused = fuse(&graph);
    /// assert_eq!(fused.stack_bytes(), Some(0), "the product goes straight to the result");
    /// ```
    pub fn stack_bytes(&self) -> Option<usize> {
        self.buffers.iter().map(|buffer| Some(buffer.shape.elements()? * buffer.elem.size())).sum()
    }
}
