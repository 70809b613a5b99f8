//! Shallow products whose result is narrow, where vectors go across the ends of its rows, of shapes
//! around whole blocks of rows; and beside them some where they do not.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare};
use crate::naive::{Table, matmul, pairs};

/// A case for each shape: rows and columns of the result, and the depth.
macro_rules! narrow {
    ($module:ident $T:ident: $($name:ident $R:literal $C:literal $K:literal)*) => {
        mod $module {
            use super::*;

            $(mod $name {
                use super::*;

                #[kernel]
                pub fn plain(a: &Matrix<$T, $R, $K>, b: &Matrix<$T, $K, $C>, c: &mut Matrix<$T, $R, $C>) {
                    *c += relu(a * b);
                }

                #[kernel]
                pub fn left(a: &Matrix<$T, $K, $R>, b: &Matrix<$T, $K, $C>) -> Matrix<$T, $R, $C> {
                    a.t() * b
                }

                #[kernel]
                pub fn right(a: &Matrix<$T, $R, $K>, b: &Matrix<$T, $C, $K>) -> Matrix<$T, $R, $C> {
                    a * b.t()
                }

                pub fn check(run: &Run) -> Verdict {
                    let (a, b) = (run.draw::<$T>($R * $K), run.draw::<$T>($K * $C));
                    let old = run.draw::<$T>($R * $C);
                    let product: Table<$T> = matmul(&a.table($R, $K), &b.table($K, $C));
                    let kernel = |way: Way| {
                        let mut c = old.clone();
                        call!(way, plain(a.matrix(), b.matrix(), c.matrix_mut::<$R, $C>()));
                        c.guarded()
                    };
                    run.compare(kernel, pairs(&old.nums(), product.cells(), |old, new| old + new.relu()))?;
                    let product: Table<$T> = matmul(&a.table($K, $R).transposed(), &b.table($K, $C));
                    compare!(run, left(a.matrix(), b.matrix()), product.cells().to_vec())?;
                    let product: Table<$T> = matmul(&a.table($R, $K), &b.table($C, $K).transposed());
                    compare!(run, right(a.matrix(), b.matrix()), product.cells().to_vec())
                }
            })*

            pub fn case() -> Case {
                let sizes: Vec<(&'static str, fn(&Run) -> Verdict)> = vec![$((stringify!($name), $name::check)),*];
                Case::new(concat!("narrow::", stringify!($module)), sizes)
            }
        }
    };
}
narrow!(f32 f32:
    n16x1x1 16 1 1 n33x1x2 33 1 2 n8x2x2 8 2 2 n41x2x3 41 2 3 n24x3x1 24 3 1 n40x3x2 40 3 2 n64x3x3 64 3 3
    n31x3x5 31 3 5 n17x5x2 17 5 2 n48x5x5 48 5 5 n25x6x3 25 6 3 n33x7x3 33 7 3 n32x9x2 32 9 2
    n26x12x1 26 12 1 n16x33x1 16 33 1);
narrow!(f64 f64:
    n8x1x1 8 1 1 n19x1x2 19 1 2 n12x2x2 12 2 2 n12x3x1 12 3 1 n9x3x2 9 3 2 n16x3x3 16 3 3 n23x3x4 23 3 4
    n33x5x1 33 5 1 n17x6x2 17 6 2 n16x17x1 16 17 1);

pub fn cases() -> Vec<Case> {
    vec![f32::case(), f64::case()]
}
