//! Products of two matrices, compared with other libraries. See "Comparing" in the README.
//!
//! Every operand is row-major, and every library writes into a matrix of the caller's.

mod common;
mod peers;

use common::{Case, Way};
use kernels::prelude::*;
use peers::multiply::{large, product, smalls};
use peers::{Product, Real, crates, eigen, libxsmm, openblas};

/// Those that transpose too.
fn transposed<T: Real>(product: Product) -> Vec<Way<T>> {
    let mut ways = vec![crates::faer(product)];
    ways.extend(libxsmm::product(product));
    ways.extend(eigen::product(product));
    ways.extend(openblas::product(product));
    ways
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
