//! Products of two matrices, compared with other libraries. See "Comparing" in the README.
//!
//! Every operand is row-major, and every library writes into a matrix of the caller's.

mod common;
mod peers;

use common::{Case, Place, Way, Work, ours};
use kernels::prelude::*;
use peers::{Product, Real, crates, eigen, glam, libxsmm, loops, nalgebra, openblas};

/// Everything that multiplies small matrices.
fn small<T: Real, const M: usize, const N: usize, const K: usize>(product: Product) -> Vec<Way<T>> {
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

/// Those that transpose too.
fn transposed<T: Real>(product: Product) -> Vec<Way<T>> {
    let mut ways = vec![crates::faer(product)];
    ways.extend(libxsmm::product(product));
    ways.extend(eigen::product(product));
    ways.extend(openblas::product(product));
    ways
}

/// Those that are made for matrices past the caches.
fn large<T: Real>(product: Product) -> Vec<Way<T>> {
    let mut ways = vec![crates::gemm(product), crates::faer(product), crates::matrixmultiply(product)];
    ways.extend(openblas::product(product));
    ways
}

fn case<T: Real>(set: &'static str, product: Product, ours: Way<T>, peers: Vec<Way<T>>) -> Case<T> {
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

macro_rules! product {
    ($set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal) => {
        product!(@ $set $peers, $T $m $n $k [$m $k] [$k $n] false false |a, b| a * b)
    };
    ($set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal at*b) => {
        product!(@ $set $peers, $T $m $n $k [$k $m] [$k $n] true false |a, b| a.t() * b)
    };
    ($set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal a*bt) => {
        product!(@ $set $peers, $T $m $n $k [$m $k] [$n $k] false true |a, b| a * b.t())
    };
    (@ $set:literal $peers:expr, $T:ident $m:literal $n:literal $k:literal
        [$ra:literal $ca:literal] [$rb:literal $cb:literal] $ta:literal $tb:literal
        |$a:ident, $b:ident| $product:expr) => {{
        #[kernel]
        fn multiply($a: &Matrix<$T, $ra, $ca>, $b: &Matrix<$T, $rb, $cb>, c: &mut Matrix<$T, $m, $n>) {
            *c = $product;
        }
        let product = Product { m: $m, n: $n, k: $k, a_transposed: $ta, b_transposed: $tb };
        let ours = ours(|Place::<$T> { a, b, c }| {
            // SAFETY: a matrix is an array of its elements, and the operands are as long.
            unsafe { multiply(&*a.cast(), &*b.cast(), &mut *c.cast()) }
        });
        case($set, product, ours, $peers(product))
    }};
}

macro_rules! smalls {
    ($set:literal $T:ident $($m:literal $n:literal $k:literal),*) => {
        [$(product!($set small::<$T, $m, $n, $k>, $T $m $n $k)),*]
    };
}

macro_rules! both_transposed {
    ($set:literal $T:ident $($m:literal $n:literal $k:literal),*) => {
        [$(
            product!($set transposed, $T $m $n $k at*b),
            product!($set transposed, $T $m $n $k a*bt),
        )*]
    };
}

macro_rules! larges {
    ($set:literal $T:ident $($size:literal),*) => {
        [$(product!($set large, $T $size $size $size)),*]
    };
}

fn singles() -> Vec<Case<f32>> {
    let mut cases = Vec::new();
    cases.extend(smalls!("matmul" f32
        3 3 3, 4 4 4, 8 8 8, 16 16 16, 32 32 32, 64 64 64, 128 128 128, 5 17 9, 7 33 13));
    cases.extend(both_transposed!("matmul_transposed" f32 16 16 16, 64 64 64, 17 19 23));
    cases.extend(larges!("matmul_large" f32 256, 512, 1024, 2048));
    cases
}

fn doubles() -> Vec<Case<f64>> {
    let mut cases = Vec::new();
    cases.extend(smalls!("matmul_f64" f64 8 8 8, 16 16 16, 32 32 32, 64 64 64, 128 128 128));
    cases.extend(larges!("matmul_large_f64" f64 256, 512));
    cases
}

fn main() {
    let options = common::prepare();
    peers::announce();
    common::run(options, singles(), doubles());
}
