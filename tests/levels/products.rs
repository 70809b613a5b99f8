//! Products of a matrix and a vector, by rows and by columns, with what follows them.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, compare, sizes};
use crate::naive::{Num, concat, each, pairs};
use crate::shapes::{listed_pairs, pairs_of_sizes, some_pairs, specialized_pairs};

/// The kernels and cases of an element type, with the arguments of the attribute.
macro_rules! products {
    ($module:ident $T:ident [$all:ident $most:ident] [$($arguments:tt)*]) => {
        mod $module {
            use super::*;

            #[kernel($($arguments)*)]
            pub fn by_rows<const R: usize, const C: usize>(
                w: &Matrix<$T, R, C>,
                x: &Vector<$T, C>,
            ) -> Vector<$T, R> {
                w * x
            }

            fn matvec<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (w, x) = (run.draw::<$T>(R * C), run.draw::<$T>(C));
                compare!(run, by_rows(w.matrix::<R, C>(), x.vector()), w.table(R, C).times(&x.nums()))
            }

            #[kernel($($arguments)*)]
            pub fn by_columns<const R: usize, const C: usize>(
                x: &Vector<$T, R>,
                w: &Matrix<$T, R, C>,
            ) -> Vector<$T, C> {
                x * w
            }

            fn vecmat<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (x, w) = (run.draw::<$T>(R), run.draw::<$T>(R * C));
                let naive = w.table(R, C).transposed().times(&x.nums());
                compare!(run, by_columns(x.vector(), w.matrix::<R, C>()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn by_columns_transposed<const R: usize, const C: usize>(
                w: &Matrix<$T, R, C>,
                x: &Vector<$T, R>,
            ) -> Vector<$T, C> {
                w.t() * x
            }

            fn transposed_matvec<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (w, x) = (run.draw::<$T>(R * C), run.draw::<$T>(R));
                let naive = w.table(R, C).transposed().times(&x.nums());
                compare!(run, by_columns_transposed(w.matrix::<R, C>(), x.vector()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn by_rows_transposed<const R: usize, const C: usize>(
                x: &Vector<$T, C>,
                w: &Matrix<$T, R, C>,
            ) -> Vector<$T, R> {
                x * w.t()
            }

            fn vecmat_transposed<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (x, w) = (run.draw::<$T>(C), run.draw::<$T>(R * C));
                compare!(run, by_rows_transposed(x.vector(), w.matrix::<R, C>()), w.table(R, C).times(&x.nums()))
            }

            /// Copies, which are rows and columns of their own.
            #[kernel($($arguments)*)]
            pub fn of_copies<const R: usize, const C: usize>(
                x: &Vector<$T, C>,
                w: &Matrix<$T, R, C>,
                y: &Vector<$T, R>,
            ) -> (Vector<$T, R>, Vector<$T, C>, Vector<$T, R>) {
                (x * transpose(w), transpose(w) * y, transpose(w).t() * x)
            }

            fn products_of_copies<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (x, w, y) = (run.draw::<$T>(C), run.draw::<$T>(R * C), run.draw::<$T>(R));
                let table = w.table(R, C);
                let (by_rows, by_columns) = (table.times(&x.nums()), table.transposed().times(&y.nums()));
                let naive = concat(&[&by_rows, &by_columns, &by_rows]);
                compare!(run, of_copies(x.vector(), w.matrix::<R, C>(), y.vector()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn denses<const R: usize, const C: usize>(
                w: &Matrix<$T, R, C>,
                b: &Vector<$T, R>,
                x: &Vector<$T, C>,
            ) -> Vector<$T, R> {
                relu(w * x + b)
            }

            fn dense<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (w, b, x) = (run.draw::<$T>(R * C), run.draw::<$T>(R), run.draw::<$T>(C));
                let naive = pairs(&w.table(R, C).times(&x.nums()), &b.nums(), |y, b| (y + b).relu());
                compare!(run, denses(w.matrix::<R, C>(), b.vector(), x.vector()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn residuals<const R: usize, const C: usize>(
                x: &Vector<$T, R>,
                w: &Matrix<$T, R, C>,
                skip: &Vector<$T, C>,
                s: $T,
            ) -> Vector<$T, C> {
                skip - s * (x * w)
            }

            fn residual<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (x, w) = (run.draw::<$T>(R), run.draw::<$T>(R * C));
                let (skip, s) = (run.draw::<$T>(C), run.scalar::<$T>());
                let product = w.table(R, C).transposed().times(&x.nums());
                let scaled = each(&product, |y| Num::exact(s.into()) * y);
                let naive = pairs(&skip.nums(), &scaled, |skip, y| skip - y);
                compare!(run, residuals(x.vector(), w.matrix::<R, C>(), skip.vector(), s), naive)
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("products::{}::{operation}", stringify!($module));
                vec![
                    Case::new(name("matvec"), $all!(matvec)),
                    Case::new(name("vecmat"), $all!(vecmat)),
                    Case::new(name("transposed_matvec"), $most!(transposed_matvec)),
                    Case::new(name("vecmat_transposed"), $most!(vecmat_transposed)),
                    Case::new(name("products_of_copies"), listed_pairs!(products_of_copies)),
                    Case::new(name("dense"), $most!(dense)),
                    Case::new(name("residual"), $most!(residual)),
                ]
            }
        }
    };
}

products!(f32_any f32 [pairs_of_sizes some_pairs] []);
products!(f64_any f64 [some_pairs listed_pairs] []);
specialized_pairs!(products f32_listed f32);
specialized_pairs!(products f64_listed f64);

pub fn cases() -> Vec<Case> {
    [f32_any::cases(), f64_any::cases(), f32_listed::cases(), f64_listed::cases()]
        .into_iter()
        .flatten()
        .collect()
}
