//! Products of matrices with a few columns past whole vectors: one, and up to those of 128 bits; with what may
//! stand beside them, and with operands and results in views.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare};
use crate::naive::{Table, matmul, pairs};
use crate::window::Window;

/// A case for each shape: rows and columns, and the depth.
macro_rules! last_columns {
    ($module:ident $T:ident: $($name:ident $R:literal $C:literal $K:literal)*) => {
        mod $module {
            use super::*;

            $(mod $name {
                use super::*;

                #[kernel]
                pub fn adds(a: &Matrix<$T, $R, $K>, b: &Matrix<$T, $K, $C>, c: &mut MatrixViewMut<$T, $R, $C>) {
                    *c += relu(a * b);
                }

                #[kernel]
                pub fn left(
                    a: &Matrix<$T, $K, $R>,
                    b: &Matrix<$T, $K, $C>,
                    v: &Vector<$T, $R>,
                ) -> Matrix<$T, $R, $C> {
                    a.t() * b - column(v)
                }

                #[kernel]
                pub fn windows(
                    a: &MatrixView<$T, $R, $K>,
                    b: &MatrixView<$T, $C, $K>,
                    row: &Vector<$T, $C>,
                    skip: &MatrixView<$T, $R, $C>,
                ) -> Matrix<$T, $R, $C> {
                    relu(a * b.t() + row) - skip
                }

                #[kernel]
                pub fn dense(a: &Matrix<$T, $R, $K>, b: &Matrix<$T, $K, $C>) -> Matrix<$T, $R, $C> {
                    a * b
                }

                fn from_matrices(run: &Run) -> Verdict {
                    let (a, b) = (run.draw::<$T>($R * $K), run.draw::<$T>($K * $C));
                    let (old, v) = (Window::<$T>::draw(run, $R, $C), run.draw::<$T>($R));
                    let product: Table<$T> = matmul(&a.table($R, $K), &b.table($K, $C));
                    compare!(run, dense(a.matrix(), b.matrix()), product.cells().to_vec())?;
                    let kernel = |way: Way| {
                        let mut c = old.clone();
                        call!(way, adds(a.matrix(), b.matrix(), &mut c.view_mut::<$R, $C>()));
                        c.guarded()
                    };
                    run.compare(kernel, pairs(&old.nums(), product.cells(), |old, new| old + new.relu()))?;
                    let product: Table<$T> = matmul(&a.table($K, $R).transposed(), &b.table($K, $C));
                    let naive = product.each_row(|r, row| row.iter().map(|&y| y - v.nums()[r]).collect());
                    compare!(run, left(a.matrix(), b.matrix(), v.vector()), naive.cells().to_vec())
                }

                fn from_views(run: &Run) -> Verdict {
                    let (a, b) = (Window::<$T>::draw(run, $R, $K), Window::<$T>::draw(run, $C, $K));
                    let (row, skip) = (run.draw::<$T>($C), Window::<$T>::draw(run, $R, $C));
                    let product = matmul(&a.table(), &b.table().transposed());
                    let relu = product.each_row(|_, y| pairs(y, &row.nums(), |y, row| (y + row).relu()));
                    let naive = pairs(relu.cells(), &skip.nums(), |y, skip| y - skip);
                    compare!(run, windows(&a.view(), &b.view(), row.vector(), &skip.view()), naive)
                }

                pub fn check(run: &Run) -> Verdict {
                    from_matrices(run)?;
                    from_views(run)
                }
            })*

            pub fn case() -> Case {
                let sizes: Vec<(&'static str, fn(&Run) -> Verdict)> = vec![$((stringify!($name), $name::check)),*];
                Case::new(concat!("last_columns::", stringify!($module)), sizes)
            }
        }
    };
}
last_columns!(f32 f32:
    n4x9x6 4 9 6 n8x17x8 8 17 8 n9x33x5 9 33 5 n33x17x13 33 17 13 n20x9x31 20 9 31 n17x41x4 17 41 4
    n9x18x5 9 18 5 n13x19x4 13 19 4 n35x20x9 35 20 9 n11x35x7 11 35 7);
last_columns!(f64 f64:
    n5x5x4 5 5 4 n8x9x6 8 9 6 n12x17x4 12 17 4 n33x33x5 33 33 5 n21x9x17 21 9 17 n9x6x4 9 6 4 n17x18x7 17 18 7);

pub fn cases() -> Vec<Case> {
    vec![f32::case(), f64::case()]
}
