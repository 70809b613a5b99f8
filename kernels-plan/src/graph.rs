//! The tensor graph: what a kernel computes, free of syntax and of instruction sets.
//!
//! Nodes are numbered in evaluation order, so an operand's [`Id`] is always smaller than
//! its user's. Equal operations on equal operands are one node.

use std::collections::BTreeSet;
use std::fmt;

/// An element type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Elem {
    /// `f32`
    F32,
    /// `f64`
    F64,
    /// `i32`, the sums of quantized products
    I32,
    /// `i8`
    I8,
    /// `u8`
    U8,
    /// `U7`, a `u8` of seven bits
    U7,
    /// `bf16`, the upper half of an `f32`, in which weights are stored
    Bf16,
}

impl Elem {
    /// The Rust name.
    ///
    /// ```
    /// assert_eq!(kernels_plan::graph::Elem::F64.name(), "f64");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Elem::F32 => "f32",
            Elem::F64 => "f64",
            Elem::I32 => "i32",
            Elem::I8 => "i8",
            Elem::U8 => "u8",
            Elem::U7 => "U7",
            Elem::Bf16 => "bf16",
        }
    }

    /// Bytes of one element.
    ///
    /// ```
    /// assert_eq!(kernels_plan::graph::Elem::F64.size(), 8);
    /// ```
    pub fn size(self) -> usize {
        match self {
            Elem::F32 | Elem::I32 => 4,
            Elem::F64 => 8,
            Elem::Bf16 => 2,
            Elem::I8 | Elem::U8 | Elem::U7 => 1,
        }
    }

    /// Whether it is a floating-point type with arithmetic, which a kernel has one of.
    ///
    /// ```
    /// use kernels_plan::graph::Elem;
    /// assert!(Elem::F64.is_float() && !Elem::I32.is_float() && !Elem::Bf16.is_float());
    /// ```
    pub fn is_float(self) -> bool {
        matches!(self, Elem::F32 | Elem::F64)
    }

    /// Whether registers hold it as `i32`; `f32` and `bf16` they hold as `f32`.
    ///
    /// ```
    /// use kernels_plan::graph::Elem;
    /// assert!(Elem::I8.is_integer() && !Elem::Bf16.is_integer());
    /// ```
    pub fn is_integer(self) -> bool {
        self == Elem::I32 || self.is_byte()
    }

    /// Whether the sum of two of its products with `i8` fits 16 bits.
    ///
    /// ```
    /// use kernels_plan::graph::Elem;
    /// assert!(Elem::U7.fits_pairs() && !Elem::U8.fits_pairs());
    /// ```
    pub fn fits_pairs(self) -> bool {
        self == Elem::U7
    }

    /// Whether it is a type of quantized tensors.
    ///
    /// ```
    /// use kernels_plan::graph::Elem;
    /// assert!(Elem::U7.is_byte() && !Elem::I32.is_byte());
    /// ```
    pub fn is_byte(self) -> bool {
        matches!(self, Elem::I8 | Elem::U8 | Elem::U7)
    }
}

/// An extent: a number, or a const parameter of a generic kernel.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Dim {
    /// Known now.
    Const(usize),
    /// Known to rustc once the kernel is instantiated.
    Param(String),
}

impl Dim {
    /// The number, where it is known.
    ///
    /// ```
    /// use kernels_plan::graph::Dim;
    /// assert_eq!((Dim::Const(3).value(), Dim::Param("N".into()).value()), (Some(3), None));
    /// ```
    pub fn value(&self) -> Option<usize> {
        match self {
            Dim::Const(n) => Some(*n),
            Dim::Param(_) => None,
        }
    }
}

impl fmt::Display for Dim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Dim::Const(n) => write!(f, "{n}"),
            Dim::Param(name) => write!(f, "{name}"),
        }
    }
}

/// The shape of a value.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One element.
    Scalar,
    /// `Vector<T, N>`.
    Vector(Dim),
    /// `Matrix<T, R, C>`, row-major.
    Matrix(Dim, Dim),
    /// A vector of R elements that stands for a column of equal rows; only an operand of
    /// elementwise operations with a matrix of R rows.
    Column(Dim),
}

impl Shape {
    /// Elements, where all extents are known.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Shape};
    /// assert_eq!(Shape::Matrix(Dim::Const(3), Dim::Const(4)).elements(), Some(12));
    /// ```
    pub fn elements(&self) -> Option<usize> {
        self.dims().iter().map(|dim| dim.value()).product()
    }

    /// The extents, outermost first.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Shape};
    /// assert_eq!(Shape::Vector(Dim::Const(3)).dims(), [&Dim::Const(3)]);
    /// ```
    pub fn dims(&self) -> Vec<&Dim> {
        match self {
            Shape::Scalar => vec![],
            Shape::Vector(n) | Shape::Column(n) => vec![n],
            Shape::Matrix(r, c) => vec![r, c],
        }
    }

    /// The type as users write it: `Vector<f32, 64>`, `f32`.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Shape};
    ///
    /// let shape = Shape::Matrix(Dim::Const(10), Dim::Param("C".into()));
    /// assert_eq!(shape.type_name(Elem::F32), "Matrix<f32, 10, C>");
    /// ```
    pub fn type_name(&self, elem: Elem) -> String {
        let elem = elem.name();
        match self {
            Shape::Scalar => elem.into(),
            Shape::Vector(n) => format!("Vector<{elem}, {n}>"),
            Shape::Column(n) => format!("Column<{elem}, {n}>"),
            Shape::Matrix(r, c) => format!("Matrix<{elem}, {r}, {c}>"),
        }
    }

    fn map(&self, f: impl Fn(&Dim) -> Dim) -> Shape {
        match self {
            Shape::Scalar => Shape::Scalar,
            Shape::Vector(n) => Shape::Vector(f(n)),
            Shape::Column(n) => Shape::Column(f(n)),
            Shape::Matrix(r, c) => Shape::Matrix(f(r), f(c)),
        }
    }
}

/// As users write it, without the element type: `Vector<64>`, `Matrix<10, 64>`.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Shape::Scalar => write!(f, "scalar"),
            Shape::Vector(n) => write!(f, "Vector<{n}>"),
            Shape::Column(n) => write!(f, "Column<{n}>"),
            Shape::Matrix(r, c) => write!(f, "Matrix<{r}, {c}>"),
        }
    }
}

/// A node's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub usize);

/// Elementwise functions of one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unary {
    /// `-x`
    Neg,
    /// `|x|`
    Abs,
    /// Square root.
    Sqrt,
    /// `max(0, x)`
    Relu,
    /// `i32` to `f32`, rounded to nearest even.
    ToFloat,
    /// A quantized element as `i32`, a `bf16` as `f32`.
    Widen,
}

/// Elementwise functions of two operands, with broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Binary {
    /// `a + b`
    Add,
    /// `a - b`
    Sub,
    /// `a * b`, element by element.
    Mul,
    /// `a / b`
    Div,
    /// The larger, NaN if either is.
    Maximum,
    /// The smaller, NaN if either is.
    Minimum,
    /// `a` rounded, plus the zero point `b`, saturated to this type of quantized elements.
    Quantize(Elem),
}

/// Functions of the lanes of floating-point vectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Function {
    /// The one of this name in the runtime's vector maths, as `exp`. A scalar may meet it in any
    /// place, as it meets an operator.
    Named(&'static str),
    /// A power with the integer constant of this number: the macro keeps its tokens.
    Power(usize),
    /// A function of the user: the macro keeps its path. The first operand has the shape of
    /// the result.
    User(usize),
}

/// Reductions to one element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reduction {
    /// The sum.
    Sum,
    /// The largest element, NaN if any is.
    Max,
    /// The smallest element, NaN if any is.
    Min,
}

/// What a node computes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Op {
    /// The parameter of this number, as the caller passed it.
    Input(usize),
    /// The constant of this number: the macro keeps its tokens.
    Constant(usize),
    /// The element count of a shape as a number of the element type.
    Count(Shape),
    /// An elementwise function.
    Unary(Unary, Id),
    /// An elementwise function, with broadcast.
    Binary(Binary, Id, Id),
    /// A function of the elements at one position, with broadcast; it has at least one operand.
    Apply(Function, Vec<Id>),
    /// A vector taken as a column.
    Column(Id),
    /// A matrix transposed: a matrix of its own.
    Transpose(Id),
    /// A matrix seen with rows and columns exchanged, `t()`: a product reads it where it lies,
    /// and one with a vector in the order of what is stored.
    Transposed(Id),
    /// Matrix × vector, vector × matrix or matrix × matrix.
    Product(Id, Id),
    /// A reduction to a scalar.
    Reduce(Reduction, Id),
    /// Each row of a matrix reduced to one element, in the order of [`crate::order`].
    ReduceRows(Reduction, Id),
    /// Each column of a matrix reduced to one element, row after row.
    ReduceCols(Reduction, Id),
    /// The inner product of two vectors.
    Dot(Id, Id),
    /// Softmax of a vector, or of each row of a matrix.
    Softmax(Id),
    /// One element, at constant positions.
    Index(Id, Vec<Dim>),
    /// Vectors one after the other.
    Concat(Vec<Id>),
    /// A call of another function: the macro keeps its tokens. The type is declared.
    Call(usize, Vec<Id>, Elem, Shape),
}

impl Op {
    /// The operands, in order.
    ///
    /// ```
    /// use kernels_plan::graph::{Id, Op};
    /// assert_eq!(Op::Product(Id(0), Id(1)).operands(), [Id(0), Id(1)]);
    /// ```
    pub fn operands(&self) -> Vec<Id> {
        match self {
            Op::Input(_) | Op::Constant(_) | Op::Count(_) => vec![],
            Op::Unary(_, a)
            | Op::Column(a)
            | Op::Transpose(a)
            | Op::Transposed(a)
            | Op::Reduce(_, a)
            | Op::ReduceRows(_, a)
            | Op::ReduceCols(_, a)
            | Op::Softmax(a)
            | Op::Index(a, _) => vec![*a],
            Op::Binary(_, a, b) | Op::Product(a, b) | Op::Dot(a, b) => vec![*a, *b],
            Op::Apply(_, parts) | Op::Concat(parts) | Op::Call(_, parts, ..) => parts.clone(),
        }
    }

    /// Whether an element of the result needs only the elements at its own position.
    ///
    /// ```
    /// use kernels_plan::graph::{Function, Id, Op};
    /// assert!(Op::Apply(Function::Named("exp"), vec![Id(0)]).is_elementwise());
    /// assert!(!Op::Softmax(Id(0)).is_elementwise());
    /// ```
    pub fn is_elementwise(&self) -> bool {
        matches!(self, Op::Unary(..) | Op::Binary(..) | Op::Apply(..))
    }

    /// Whether vectors of the result are made in registers from something else than the
    /// elements at their position: elementwise operations may follow before they are stored.
    ///
    /// ```
    /// use kernels_plan::graph::{Id, Op, Unary};
    /// assert!(Op::Product(Id(0), Id(1)).is_root());
    /// assert!(!Op::Unary(Unary::Abs, Id(0)).is_root());
    /// ```
    pub fn is_root(&self) -> bool {
        matches!(self, Op::Product(..) | Op::ReduceRows(..) | Op::ReduceCols(..))
    }
}

/// An operation with the shape of its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What is computed.
    pub op: Op,
    /// The shape of the result.
    pub shape: Shape,
    /// The type of its elements.
    pub elem: Elem,
}

/// Where a result goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Output {
    /// The n-th returned value.
    Return(usize),
    /// The `&mut` parameter of this number.
    Param(usize),
}

/// A kernel's computation.
///
/// ```
/// use kernels_plan::graph::{Dim, Elem, Graph, Op, Shape};
///
/// let mut graph = Graph::new(Elem::F32);
/// let w = graph.input(0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
/// let x = graph.input(1, Shape::Vector(Dim::Const(64)));
/// let y = graph.push(Op::Product(w, x)).unwrap();
/// assert_eq!(graph.shape(y).to_string(), "Vector<10>");
/// ```
#[derive(Debug, Clone)]
pub struct Graph {
    /// The floating-point type of the kernel: of every value that is not quantized.
    pub elem: Elem,
    /// The operations, in evaluation order.
    pub nodes: Vec<Node>,
    /// The results.
    pub outputs: Vec<(Output, Id)>,
    /// The parameters that are views: their rows lie a run-time distance apart.
    pub views: Vec<usize>,
    /// The parameters that are packed for quantized products.
    pub packed: Vec<usize>,
}

impl Graph {
    /// A graph without nodes.
    ///
    /// ```
    /// use kernels_plan::graph::{Elem, Graph};
    /// assert!(Graph::new(Elem::F32).nodes.is_empty());
    /// ```
    pub fn new(elem: Elem) -> Self {
        Graph { elem, nodes: Vec::new(), outputs: Vec::new(), views: Vec::new(), packed: Vec::new() }
    }

    /// The node of a parameter of the kernel's floating-point type.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let x = graph.input(0, Shape::Vector(Dim::Param("N".into())));
    /// assert_eq!(*graph.op(x), Op::Input(0));
    /// assert_eq!(graph.input(0, graph.shape(x).clone()), x, "the same node");
    /// ```
    pub fn input(&mut self, param: usize, shape: Shape) -> Id {
        self.input_of(self.elem, param, shape)
    }

    /// The node of a parameter of any element type.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let w = graph.input_of(Elem::I8, 0, Shape::Matrix(Dim::Const(10), Dim::Const(64)));
    /// let x = graph.input_of(Elem::U8, 1, Shape::Vector(Dim::Const(64)));
    /// let y = graph.push(Op::Product(w, x)).unwrap();
    /// assert_eq!(graph.elem_of(y), Elem::I32);
    /// ```
    pub fn input_of(&mut self, elem: Elem, param: usize, shape: Shape) -> Id {
        self.intern(Node { op: Op::Input(param), shape, elem })
    }

    /// The node of a constant of any element type.
    ///
    /// ```
    /// use kernels_plan::graph::{Elem, Graph};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let zero_point = graph.constant_of(Elem::U8, 0);
    /// assert_eq!(graph.elem_of(zero_point), Elem::U8);
    /// ```
    pub fn constant_of(&mut self, elem: Elem, number: usize) -> Id {
        self.intern(Node { op: Op::Constant(number), shape: Shape::Scalar, elem })
    }

    /// The node, appended or found.
    pub(crate) fn intern(&mut self, node: Node) -> Id {
        let known = self.nodes.iter().position(|other| *other == node);
        Id(known.unwrap_or_else(|| {
            self.nodes.push(node);
            self.nodes.len() - 1
        }))
    }

    /// The operation of a node.
    pub fn op(&self, id: Id) -> &Op {
        &self.nodes[id.0].op
    }

    /// The shape of a node.
    pub fn shape(&self, id: Id) -> &Shape {
        &self.nodes[id.0].shape
    }

    /// The element type of a node.
    pub fn elem_of(&self, id: Id) -> Elem {
        self.nodes[id.0].elem
    }

    /// The element types of its values, as `f32` or `f32, i32, u8`, sorted.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// graph.input(0, Shape::Vector(Dim::Const(3)));
    /// assert_eq!(graph.element_names(), "f32");
    /// ```
    pub fn element_names(&self) -> String {
        let names: BTreeSet<&str> = self.nodes.iter().map(|node| node.elem.name()).collect();
        names.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// Whether a node is a parameter that is packed for quantized products.
    pub fn is_packed(&self, id: Id) -> bool {
        matches!(self.op(id), Op::Input(param) if self.packed.contains(param))
    }

    /// Whether any value is an integer.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// assert!(!graph.has_integers());
    /// graph.input_of(Elem::I8, 0, Shape::Vector(Dim::Const(3)));
    /// assert!(graph.has_integers());
    /// ```
    pub fn has_integers(&self) -> bool {
        self.nodes.iter().any(|node| node.elem.is_integer())
    }

    /// How often each node's value is needed, by operations and outputs that matter.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Op, Output, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let x = graph.input(0, Shape::Vector(Dim::Param("N".into())));
    /// let square = graph.push(Op::Dot(x, x)).unwrap();
    /// graph.outputs.push((Output::Return(0), square));
    /// assert_eq!(graph.uses(), [2, 1]);
    /// ```
    pub fn uses(&self) -> Vec<usize> {
        let mut uses = vec![0; self.nodes.len()];
        for (_, id) in &self.outputs {
            uses[id.0] += 1;
        }
        for at in (0..self.nodes.len()).rev() {
            if uses[at] > 0 {
                for operand in self.nodes[at].op.operands() {
                    uses[operand.0] += 1;
                }
            }
        }
        uses
    }

    /// The same graph with const parameters replaced by numbers.
    ///
    /// ```
    /// use kernels_plan::graph::{Dim, Elem, Graph, Shape};
    ///
    /// let mut graph = Graph::new(Elem::F32);
    /// let x = graph.input(0, Shape::Vector(Dim::Param("N".into())));
    /// let known = graph.specialize(&[("N".into(), 7)]);
    /// assert_eq!(*known.shape(x), Shape::Vector(Dim::Const(7)));
    /// ```
    pub fn specialize(&self, sizes: &[(String, usize)]) -> Graph {
        let size = |dim: &Dim| match dim {
            Dim::Param(name) => sizes
                .iter()
                .find(|(param, _)| param == name)
                .map_or_else(|| dim.clone(), |(_, n)| Dim::Const(*n)),
            Dim::Const(_) => dim.clone(),
        };
        let mut graph = self.clone();
        for node in &mut graph.nodes {
            node.shape = node.shape.map(size);
            match &mut node.op {
                Op::Count(shape) | Op::Call(.., shape) => *shape = shape.map(size),
                Op::Index(_, at) => at.iter_mut().for_each(|dim| *dim = size(dim)),
                _ => {}
            }
        }
        graph
    }
}
