//! Products of a matrix and a vector, compared with other libraries, and with the rate at
//! which the matrix can be loaded. See "Comparing" in the README.
//!
//! `y = W x`, with `W` as it is, row-major, and "packed": stored as its transpose, so that
//! columns lie together.

mod common;
mod peers;

use common::{Case, Place, Way, Work, ours};
use kernels::prelude::*;
use peers::{Product, Real, crates, eigen, libxsmm, loops, nalgebra, openblas};

/// Those that take any size.
fn any<T: Real>(product: Product) -> Vec<Way<T>> {
    let mut ways = vec![crates::gemm(product), crates::faer(product), crates::matrixmultiply(product)];
    ways.extend(crates::nano_gemm(product));
    ways.extend(libxsmm::product(product));
    ways.extend(eigen::product(product));
    ways.extend(openblas::product(product));
    ways
}

fn case<T: Real>(
    set: &'static str,
    name: String,
    product: Product,
    ours: Way<T>,
    compiled: [Way<T>; 2],
) -> Case<T> {
    let Product { m, n, k, .. } = product;
    Case {
        name,
        set,
        lens: [m * k, k * n, m * n],
        // One of the inputs is the matrix, and longer than the other by far.
        work: Work::Loads((k * m.max(n) * size_of::<T>()) as f64),
        // As for products of matrices.
        tolerance: common::epsilon::<T>() * (k as f64).powf(1.5),
        ways: std::iter::once(ours).chain(compiled).chain(any(product)).collect(),
    }
}

macro_rules! cases {
    ($set:literal $T:ident $($rows:literal $columns:literal),*) => {
        vec![$(row_major!($set $T $rows $columns), packed!($set $T $rows $columns)),*]
    };
}

macro_rules! row_major {
    ($set:literal $T:ident $rows:literal $columns:literal) => {{
        #[kernel]
        fn multiply(w: &Matrix<$T, $rows, $columns>, x: &Vector<$T, $columns>, y: &mut Vector<$T, $rows>) {
            *y = w * x;
        }
        let product = Product { m: $rows, n: 1, k: $columns, a_transposed: false, b_transposed: false };
        let ours = ours(|Place::<$T> { a, b, c }| {
            // SAFETY: matrices and vectors are arrays of their elements, and the operands are as long.
            unsafe { multiply(&*a.cast(), &*b.cast(), &mut *c.cast()) }
        });
        let compiled = [loops::rows::<$T, $rows, $columns>(), nalgebra::rows::<$T, $rows, $columns>()];
        case($set, concat!($rows, "x", $columns).into(), product, ours, compiled)
    }};
}

macro_rules! packed {
    ($set:literal $T:ident $rows:literal $columns:literal) => {{
        #[kernel]
        fn multiply(x: &Vector<$T, $columns>, w: &Matrix<$T, $columns, $rows>, y: &mut Vector<$T, $rows>) {
            *y = x * w;
        }
        let product = Product { m: 1, n: $rows, k: $columns, a_transposed: false, b_transposed: false };
        let ours = ours(|Place::<$T> { a, b, c }| {
            // SAFETY: matrices and vectors are arrays of their elements, and the operands are as long.
            unsafe { multiply(&*a.cast(), &*b.cast(), &mut *c.cast()) }
        });
        let compiled =
            [loops::product::<$T, 1, $rows, $columns>(), nalgebra::product::<$T, 1, $rows, $columns>()];
        case($set, concat!($rows, "x", $columns, " packed").into(), product, ours, compiled)
    }};
}

fn main() {
    let options = common::prepare();
    peers::announce();
    let mut singles = cases!("matvec" f32 10 64, 64 64, 128 64, 256 256);
    // Transformations of space, and of many points.
    singles.extend(cases!("matvec_short" f32 3 3, 4 4, 64 3, 100 4));
    common::run(options, singles, cases!("matvec_short_f64" f64 3 3, 4 4, 64 3, 100 4));
}
