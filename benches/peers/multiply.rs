//! Products of matrices as cases: this library's kernel for a shape, and every peer that takes it.

use crate::common::{self, Case, Way, Work};

use super::{Product, Real, crates, eigen, glam, libxsmm, loops, nalgebra, openblas};

/// Everything that multiplies small matrices.
pub fn small<T: Real, const M: usize, const N: usize, const K: usize>(product: Product) -> Vec<Way<T>> {
    let mut ways = vec![loops::product::<T, M, N, K>()];
    // Past it nalgebra takes minutes to compile.
    if M.max(N).max(K) <= 64 {
        ways.push(nalgebra::product::<T, M, N, K>());
    }
    ways.extend(glam::product(product));
    ways.extend(crates::nano_gemm(product));
    ways.extend(libxsmm::product(product));
    ways.extend(eigen::product(product));
    ways.extend(large(product));
    ways
}

/// Those that are made for matrices past the caches.
pub fn large<T: Real>(product: Product) -> Vec<Way<T>> {
    let mut ways = vec![crates::gemm(product), crates::faer(product), crates::matrixmultiply(product)];
    ways.extend(openblas::product(product));
    ways
}

/// A product in a set, done by this library and by others.
pub fn case<T: Real>(set: &'static str, product: Product, ours: Way<T>, peers: Vec<Way<T>>) -> Case<T> {
    let Product { m, n, k, .. } = product;
    Case {
        name: product.name(),
        set,
        lens: [m * k, k * n, m * n],
        work: Work::Operations((2 * m * n * k) as f64),
        // The rounding errors of k additions of numbers up to k, each at most half an ulp:
        // far above what is likely, far below what a wrong product gives.
        tolerance: common::epsilon::<T>() * k as f64 * (k as f64).sqrt().max(4.0),
        ways: std::iter::once(ours).chain(peers).collect(),
    }
}

/// The case of a product of one shape.
macro_rules! product {
    ($set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal) => {
        $crate::peers::multiply::product!(@ $set $peers, $T $m $n $k [$m $k] [$k $n] false false |a, b| a * b)
    };
    ($set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal at*b) => {
        $crate::peers::multiply::product!(@ $set $peers, $T $m $n $k [$k $m] [$k $n] true false |a, b| a.t() * b)
    };
    ($set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal a*bt) => {
        $crate::peers::multiply::product!(@ $set $peers, $T $m $n $k [$m $k] [$n $k] false true |a, b| a * b.t())
    };
    (@ $set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal
        [$ra:literal $ca:literal] [$rb:literal $cb:literal] $ta:literal $tb:literal
        |$a:ident, $b:ident| $product:expr) => {{
        #[kernel]
        fn multiply($a: &Matrix<$T, $ra, $ca>, $b: &Matrix<$T, $rb, $cb>, c: &mut Matrix<$T, $m, $n>) {
            *c = $product;
        }
        let product = $crate::peers::Product { m: $m, n: $n, k: $k, a_transposed: $ta, b_transposed: $tb };
        let ours = $crate::common::ours(|$crate::common::Place::<$T> { a, b, c }| {
            // SAFETY: a matrix is an array of its elements, and the operands are as long.
            unsafe { multiply(&*a.cast(), &*b.cast(), &mut *c.cast()) }
        });
        $crate::peers::multiply::case($set, product, ours, $peers(product))
    }};
}

/// Those of several shapes, with everything that multiplies small matrices.
macro_rules! smalls {
    ($set:literal $T:ident $($m:literal $n:literal $k:literal),*) => {
        [$($crate::peers::multiply::product!($set $crate::peers::multiply::small::<$T, $m, $n, $k>, $T $m $n $k)),*]
    };
}

pub(crate) use {product, smalls};
