//! Operations that do little with each element: reductions, updates and a transpose,
//! compared with other libraries, and with the rate at which the operands can be loaded.
//! See "Comparing" in the README.

mod common;
mod peers;
#[path = "reduce/slices.rs"]
mod slices;

use common::{Case, Place, Way, Work, ours};
use kernels::prelude::*;
use numkong::Dot;
use peers::{Op, Real, eigen, loops, nalgebra, openblas, vectors};

fn case<T: Real + Dot<Output = f64>>(
    set: &'static str,
    op: Op,
    len: usize,
    ours: Way<T>,
    compiled: [Option<Way<T>>; 2],
) -> Case<T> {
    let side = len.isqrt();
    let peers = compiled.into_iter().chain([
        vectors::numkong(op, len),
        eigen::vector(op, len),
        openblas::vector(op, len),
    ]);
    Case {
        name: match op {
            Op::Rank1 | Op::Transpose => format!("{} {side}x{side}", op.name()),
            _ => format!("{} {len}", op.name()),
        },
        set,
        lens: op.lens(len),
        work: Work::Loads((op.loads(len) * size_of::<T>()) as f64),
        // The rounding errors of so many additions, if all went the same way, of sums as
        // large as those of random numbers are.
        tolerance: common::epsilon::<T>() * (len as f64).powf(1.5).max(4.0),
        ways: std::iter::once(ours).chain(peers.flatten()).collect(),
    }
}

macro_rules! vectors {
    ($set:literal $T:ident $($len:literal),*) => {{
        let mut cases = Vec::new();
        $({
            #[kernel]
            fn dot_of(a: &Vector<$T, $len>, b: &Vector<$T, $len>) -> $T {
                dot(a, b)
            }
            #[kernel]
            fn sum_of(a: &Vector<$T, $len>) -> $T {
                sum(a)
            }
            #[kernel]
            fn max_of(a: &Vector<$T, $len>) -> $T {
                max(a)
            }
            // Rounded once, as by all of the peers.
            #[kernel]
            fn fused(a: $T, factor: $T, c: $T) -> $T {
                a.mul_add(factor, c)
            }
            #[kernel]
            fn axpy(factor: $T, a: &Vector<$T, $len>, c: &mut Vector<$T, $len>) {
                *c = map(fused, (a, factor, *c));
            }
            #[kernel]
            fn scale(factor: $T, c: &mut Vector<$T, $len>) {
                *c = factor * *c;
            }
            let mut add = |op, ours| {
                cases.push(case($set, op, $len, ours, [loops::vector::<$T, $len>(op), nalgebra::vector::<$T, $len>(op)]));
            };
            add(Op::Dot, ours(|Place::<$T> { a, b, c }| {
                // SAFETY: vectors are arrays of their elements, and the operands are as long.
                unsafe { *c = dot_of(&*a.cast(), &*b.cast()) }
            }));
            add(Op::Sum, ours(|Place::<$T> { a, c, .. }| {
                // SAFETY: vectors are arrays of their elements, and the operands are as long.
                unsafe { *c = sum_of(&*a.cast()) }
            }));
            add(Op::Max, ours(|Place::<$T> { a, c, .. }| {
                // SAFETY: vectors are arrays of their elements, and the operands are as long.
                unsafe { *c = max_of(&*a.cast()) }
            }));
            add(Op::Axpy, ours(|Place::<$T> { a, b, c }| {
                // SAFETY: vectors are arrays of their elements, and the operands are as long.
                unsafe { axpy(*b, &*a.cast(), &mut *c.cast()) }
            }));
            add(Op::Scale, ours(|Place::<$T> { b, c, .. }| {
                // SAFETY: vectors are arrays of their elements, and the operands are as long.
                unsafe { scale(*b, &mut *c.cast()) }
            }));
        })*
        cases
    }};
}

macro_rules! rank1s {
    ($set:literal $T:ident $($side:literal),*) => {
        [$({
            #[kernel]
            fn rank1(u: &Vector<$T, $side>, v: &Vector<$T, $side>, m: &mut Matrix<$T, $side, $side>) {
                *m += outer(u, v);
            }
            let op = Op::Rank1;
            let ours = ours(|Place::<$T> { a, b, c }| {
                // SAFETY: matrices and vectors are arrays of their elements, and the operands are as long.
                unsafe { rank1(&*a.cast(), &*b.cast(), &mut *c.cast()) }
            });
            case($set, op, $side * $side, ours, [loops::matrix::<$T, $side>(op), nalgebra::matrix::<$T, $side>(op)])
        }),*]
    };
}

macro_rules! transposes {
    ($set:literal $T:ident $($side:literal),*) => {
        [$({
            #[kernel]
            fn transposed(m: &Matrix<$T, $side, $side>, out: &mut Matrix<$T, $side, $side>) {
                *out = transpose(m);
            }
            let op = Op::Transpose;
            let ours = ours(|Place::<$T> { a, c, .. }| {
                // SAFETY: a matrix is an array of its elements, and the operands are as long.
                unsafe { transposed(&*a.cast(), &mut *c.cast()) }
            });
            case($set, op, $side * $side, ours, [loops::matrix::<$T, $side>(op), nalgebra::matrix::<$T, $side>(op)])
        }),*]
    };
}

/// Cases of one type: 64 to 4,096 elements fit the first cache, 65,536 the second.
/// Sums of rows and of columns have their place here.
macro_rules! cases {
    ($set:literal $T:ident) => {{
        let mut cases = vectors!($set $T 64, 1024, 4096, 65536);
        cases.extend(rank1s!($set $T 8, 32, 64, 256));
        cases.extend(transposes!($set $T 16, 64, 256));
        cases
    }};
}

fn main() {
    let options = common::prepare();
    peers::announce();
    let (mut singles, mut doubles) = (cases!("reduce" f32), cases!("reduce_f64" f64));
    singles.extend(slices::cases("compensated", "slices"));
    doubles.extend(slices::cases("compensated_f64", "slices_f64"));
    common::run(options, singles, doubles);
}
