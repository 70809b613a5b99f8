//! Products whose operands outgrow the caches: packed, block by block. Each shape has more
//! blocks than one along another extent, and ends in the middle of a block, a tile and a
//! vector.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare};
use crate::naive::{Num, each, matmul, pairs};

#[kernel]
pub fn tall(
    a: &Matrix<f32, 1201, 220>,
    b: &Matrix<f32, 220, 3>,
    c: &Vector<f32, 1201>,
) -> Matrix<f32, 1201, 3> {
    relu(a * b + column(c))
}

/// Blocks of rows, and tiles of two heights.
fn rows(run: &Run) -> Verdict {
    let (a, b, c) = (run.draw::<f32>(1201 * 220), run.draw::<f32>(220 * 3), run.draw::<f32>(1201));
    let naive = {
        let (product, c) = (matmul(&a.table(1201, 220), &b.table(220, 3)), c.nums());
        product.each_row(|r, row| each(row, |y| (y + c[r]).relu()))
    };
    compare!(run, tall(a.matrix(), b.matrix(), c.vector()), naive.cells().to_vec())
}

#[kernel]
pub fn wide(a: &Matrix<f64, 61, 3>, b: &Matrix<f64, 61, 2203>) -> Matrix<f64, 3, 2203> {
    a.t() * b
}

/// Groups of panels, from a transposed left operand.
fn columns(run: &Run) -> Verdict {
    let (a, b) = (run.draw::<f64>(61 * 3), run.draw::<f64>(61 * 2203));
    let naive = matmul(&a.table(61, 3).transposed(), &b.table(61, 2203));
    compare!(run, wide(a.matrix(), b.matrix()), naive.cells().to_vec())
}

#[kernel]
pub fn turned(a: &Matrix<f64, 1491, 31>, b: &Matrix<f64, 1491, 57>) -> Matrix<f64, 31, 57> {
    a.t() * b
}

/// Groups of tiles whose rows, of a transposed left operand, are packed at once.
fn groups(run: &Run) -> Verdict {
    let (a, b) = (run.draw::<f64>(1491 * 31), run.draw::<f64>(1491 * 57));
    let naive = matmul(&a.table(1491, 31).transposed(), &b.table(1491, 57));
    compare!(run, turned(a.matrix(), b.matrix()), naive.cells().to_vec())
}

#[kernel]
pub fn deep(a: &Matrix<f32, 3, 32801>, b: &Matrix<f32, 32801, 5>) -> Matrix<f32, 3, 5> {
    tanh(a * b) + 1.0
}

/// Parts of the depth, whose sums wait in the result.
fn depths(run: &Run) -> Verdict {
    let (a, b) = (run.draw::<f32>(3 * 32801), run.draw::<f32>(32801 * 5));
    let product = matmul(&a.table(3, 32801), &b.table(32801, 5));
    compare!(run, deep(a.matrix(), b.matrix()), each(product.cells(), |y| y.tanh() + Num::exact(1.0)))
}

#[kernel]
pub fn accumulates(out: &mut Matrix<f64, 7, 9>, a: &Matrix<f64, 7, 9003>, b: &Matrix<f64, 9, 9003>) {
    *out += a * b.t();
}

/// Parts of the depth, whose sums wait aside, for what the result held is needed; the right
/// operand transposed.
fn depths_in_place(run: &Run) -> Verdict {
    let (old, a, b) = (run.draw::<f64>(7 * 9), run.draw::<f64>(7 * 9003), run.draw::<f64>(9 * 9003));
    let kernel = |way: Way| {
        let mut out = old.clone();
        call!(way, accumulates(out.matrix_mut(), a.matrix(), b.matrix()));
        out.guarded()
    };
    let product = matmul(&a.table(7, 9003), &b.table(9, 9003).transposed());
    run.compare(kernel, pairs(&old.nums(), product.cells(), |old, product| old + product))
}

#[kernel]
pub fn narrow(a: &Matrix<f32, 5, 2500>, b: &Matrix<f32, 20, 2500>) -> Matrix<f32, 5, 20> {
    a * b.t()
}

/// Not large, but too deep for all of the depth of a tile's columns to be packed at once.
fn deep_columns(run: &Run) -> Verdict {
    let (a, b) = (run.draw::<f32>(5 * 2500), run.draw::<f32>(20 * 2500));
    let naive = matmul(&a.table(5, 2500), &b.table(20, 2500).transposed());
    compare!(run, narrow(a.matrix(), b.matrix()), naive.cells().to_vec())
}

pub fn cases() -> Vec<Case> {
    macro_rules! cases {
        ($($check:ident)*) => { vec![$(Case::single(std::concat!("packed::", stringify!($check)), $check)),*] };
    }
    cases! { rows columns groups depths depths_in_place deep_columns }
}
