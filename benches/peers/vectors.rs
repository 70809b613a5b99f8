//! Operations on vectors, as peers see them, and the numkong crate, which has one of them.

use kernels::arch::Element;
use numkong::Dot;

use super::Real;
use crate::common::{Place, Way};

/// What is computed; the first operands are `a` and `b`, and `c` is the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `c = a · b`.
    Dot,
    /// The sum of `a`.
    Sum,
    /// The largest of `a`.
    Max,
    /// `c = b a + c`, where `b` is a number.
    Axpy,
    /// `c = b c`, where `b` is a number.
    Scale,
    /// `c = c + a bᵗ`, where `c` is a square matrix.
    Rank1,
    /// `c = aᵗ`, both square matrices.
    Transpose,
}

impl Op {
    /// As in `dot`.
    pub fn name(self) -> &'static str {
        match self {
            Op::Dot => "dot",
            Op::Sum => "sum",
            Op::Max => "max",
            Op::Axpy => "axpy",
            Op::Scale => "scale",
            Op::Rank1 => "rank1",
            Op::Transpose => "transpose",
        }
    }

    /// Elements of the three operands, for vectors or matrices of so many.
    pub fn lens(self, len: usize) -> [usize; 3] {
        match self {
            Op::Dot => [len, len, 1],
            Op::Sum | Op::Max => [len, 0, 1],
            Op::Axpy => [len, 1, len],
            Op::Scale => [0, 1, len],
            Op::Rank1 => [len.isqrt(), len.isqrt(), len],
            Op::Transpose => [len, 0, len],
        }
    }

    /// How many elements are read.
    pub fn loads(self, len: usize) -> usize {
        match self {
            Op::Dot | Op::Axpy => 2 * len,
            Op::Rank1 => len + 2 * len.isqrt(),
            Op::Sum | Op::Max | Op::Scale | Op::Transpose => len,
        }
    }
}

/// numkong's dot product. It adds up `f32` in `f64`.
pub fn numkong<T: Real + Dot<Output = f64>>(op: Op, len: usize) -> Option<Way<T>> {
    (op == Op::Dot).then(|| {
        Way::calling("numkong", move |Place { a, b, c }| {
            // SAFETY: operands of these lengths.
            unsafe {
                let [a, b] = [a, b].map(|operand| std::slice::from_raw_parts(operand, len));
                *c = Element::from_f64(<T as Dot>::dot(a, b).expect("of one length"));
            }
        })
    })
}
