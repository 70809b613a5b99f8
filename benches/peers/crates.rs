//! Crates that multiply matrices of any size and strides.

use faer::linalg::matmul::matmul;
use faer::{Accum, MatMut, MatRef, Par};
use gemm::Parallelism;
use nano_gemm::Plan;

use super::product::ByColumns;
use super::{Product, Real};
use crate::common::{Place, Way};

/// m, k, n, alpha, a and its strides, b, beta, c.
type Gemm<T> = unsafe fn(
    usize,
    usize,
    usize,
    T,
    *const T,
    isize,
    isize,
    *const T,
    isize,
    isize,
    T,
    *mut T,
    isize,
    isize,
);

/// The functions that are named after an element.
pub trait Functions: Sized {
    const MATRIXMULTIPLY: Gemm<Self>;
    fn plan(m: usize, n: usize, k: usize) -> Plan<Self>;
}

macro_rules! functions {
    ($($T:ident $gemm:ident $plan:ident)*) => {
        $(impl Functions for $T {
            const MATRIXMULTIPLY: Gemm<Self> = matrixmultiply::$gemm;

            fn plan(m: usize, n: usize, k: usize) -> Plan<Self> {
                Plan::$plan(m, n, k)
            }
        })*
    };
}
functions!(f32 sgemm new_colmajor_lhs_and_dst_f32 f64 dgemm new_colmajor_lhs_and_dst_f64);

/// nano-gemm, with its plan made beforehand. Plans are for a left operand that has columns.
pub fn nano_gemm<T: Real>(product: Product) -> Option<Way<T>> {
    let product = product.by_columns();
    let ByColumns { m, n, k, a: ra, b: rb, c: rc, .. } = product;
    if ra.rows != 1 {
        return None;
    }
    let plan = T::plan(m, n, k);
    Some(Way::calling("nano-gemm", move |Place { a, b, c }| {
        let [a, b] = product.inputs(a, b);
        // SAFETY: operands of these lengths and strides.
        unsafe {
            plan.execute_unchecked(
                m,
                n,
                k,
                c,
                rc.rows,
                rc.columns,
                a,
                ra.rows,
                ra.columns,
                b,
                rb.rows,
                rb.columns,
                T::ZERO,
                T::ONE,
                false,
                false,
            );
        }
    }))
}

pub fn gemm<T: Real>(product: Product) -> Way<T> {
    let product = product.by_columns();
    let ByColumns { m, n, k, a: ra, b: rb, c: rc, .. } = product;
    Way::calling("gemm", move |Place { a, b, c }| {
        let [a, b] = product.inputs(a, b);
        // SAFETY: operands of these lengths and strides.
        unsafe {
            gemm::gemm(
                m,
                n,
                k,
                c,
                rc.columns,
                rc.rows,
                false,
                a,
                ra.columns,
                ra.rows,
                b,
                rb.columns,
                rb.rows,
                T::ZERO,
                T::ONE,
                false,
                false,
                false,
                Parallelism::None,
            );
        }
    })
}

pub fn faer<T: Real>(product: Product) -> Way<T> {
    let product = product.by_columns();
    let ByColumns { m, n, k, a: ra, b: rb, c: rc, .. } = product;
    Way::calling("faer", move |Place { a, b, c }| {
        let [a, b] = product.inputs(a, b);
        // SAFETY: operands of these lengths and strides, and `c` is not one of the others.
        let (a, b, c) = unsafe {
            (
                MatRef::from_raw_parts(a, m, k, ra.rows, ra.columns),
                MatRef::from_raw_parts(b, k, n, rb.rows, rb.columns),
                MatMut::from_raw_parts_mut(c, m, n, rc.rows, rc.columns),
            )
        };
        matmul(c, Accum::Replace, a, b, T::ONE, Par::Seq);
    })
}

pub fn matrixmultiply<T: Real>(product: Product) -> Way<T> {
    let Product { m, n, k, .. } = product;
    let [ra, rb, rc] = product.strides();
    Way::calling("matrixmultiply", move |Place { a, b, c }| {
        // SAFETY: operands of these lengths and strides.
        unsafe {
            T::MATRIXMULTIPLY(
                m,
                k,
                n,
                T::ONE,
                a,
                ra.rows,
                ra.columns,
                b,
                rb.rows,
                rb.columns,
                T::ZERO,
                c,
                rc.rows,
                rc.columns,
            );
        }
    })
}
