//! Products of matrices with one column, of shapes around whole vectors of rows and whole parts of the
//! depth; with what may stand beside a column, and with operands in views.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare};
use crate::naive::{Table, matmul, pairs};
use crate::window::Window;

/// A case for each shape: rows, and the depth.
macro_rules! one_column {
    ($module:ident $T:ident: $($name:ident $R:literal $K:literal)*) => {
        mod $module {
            use super::*;

            $(mod $name {
                use super::*;

                #[kernel]
                pub fn plain(a: &Matrix<$T, $R, $K>, x: &Matrix<$T, $K, 1>, c: &mut Matrix<$T, $R, 1>) {
                    *c += relu(a * x);
                }

                #[kernel]
                pub fn left(a: &Matrix<$T, $K, $R>, x: &Matrix<$T, 1, $K>) -> Matrix<$T, $R, 1> {
                    a.t() * x.t()
                }

                #[kernel]
                pub fn windows(
                    a: &MatrixView<$T, $R, $K>,
                    x: &MatrixView<$T, $K, 1>,
                    row: &Vector<$T, 1>,
                    v: &Vector<$T, $R>,
                ) -> Matrix<$T, $R, 1> {
                    relu(a * x + row) - column(v)
                }

                #[kernel]
                pub fn turned(a: &MatrixView<$T, $K, $R>, x: &MatrixView<$T, $K, 1>, c: &mut MatrixViewMut<$T, $R, 1>) {
                    c.set(a.t() * x);
                }

                fn dense(run: &Run) -> Verdict {
                    let (a, x) = (run.draw::<$T>($R * $K), run.draw::<$T>($K));
                    let old = run.draw::<$T>($R);
                    let product: Table<$T> = matmul(&a.table($R, $K), &x.table($K, 1));
                    let kernel = |way: Way| {
                        let mut c = old.clone();
                        call!(way, plain(a.matrix(), x.matrix(), c.matrix_mut::<$R, 1>()));
                        c.guarded()
                    };
                    run.compare(kernel, pairs(&old.nums(), product.cells(), |old, new| old + new.relu()))?;
                    let product: Table<$T> = matmul(&a.table($K, $R).transposed(), &x.table($K, 1));
                    compare!(run, left(a.matrix(), x.matrix()), product.cells().to_vec())
                }

                fn in_views(run: &Run) -> Verdict {
                    let (a, x) = (Window::<$T>::draw(run, $R, $K), Window::<$T>::draw(run, $K, 1));
                    let (row, v) = (run.draw::<$T>(1), run.draw::<$T>($R));
                    let product = matmul(&a.table(), &x.table());
                    let naive = pairs(product.cells(), &v.nums(), |y, v| (y + row.nums()[0]).relu() - v);
                    compare!(run, windows(&a.view(), &x.view(), row.vector(), v.vector()), naive)?;
                    let (a, old) = (Window::<$T>::draw(run, $K, $R), Window::<$T>::draw(run, $R, 1));
                    let kernel = |way: Way| {
                        let mut c = old.clone();
                        call!(way, turned(&a.view(), &x.view(), &mut c.view_mut::<$R, 1>()));
                        c.guarded()
                    };
                    run.compare(kernel, matmul(&a.table().transposed(), &x.table()).cells().to_vec())
                }

                pub fn check(run: &Run) -> Verdict {
                    dense(run)?;
                    in_views(run)
                }
            })*

            pub fn case() -> Case {
                let sizes: Vec<(&'static str, fn(&Run) -> Verdict)> = vec![$((stringify!($name), $name::check)),*];
                Case::new(concat!("one_column::", stringify!($module)), sizes)
            }
        }
    };
}
one_column!(f32 f32:
    n1x1 1 1 n1x9 1 9 n2x2 2 2 n2x5 2 5 n3x4 3 4 n5x3 5 3 n5x5 5 5 n7x8 7 8 n8x9 8 9 n9x12 9 12 n16x8 16 8
    n16x13 16 13 n17x1 17 1 n17x4 17 4 n17x17 17 17 n33x7 33 7 n33x33 33 33 n35x41 35 41 n64x6 64 6 n81x67 81 67);
one_column!(f64 f64:
    n1x3 1 3 n2x2 2 2 n3x5 3 5 n4x3 4 3 n5x4 5 4 n7x6 7 6 n8x8 8 8 n9x2 9 2 n12x7 12 7 n17x17 17 17 n21x9 21 9
    n33x33 33 33 n45x5 45 5);

pub fn cases() -> Vec<Case> {
    vec![f32::case(), f64::case()]
}
