//! Products of matrices in all four transpositions, with what follows them.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare, sizes};
use crate::naive::{Num, Table, each, matmul, pairs};
use crate::shapes::{few_listed_triples, few_triples, listed_triples, some_triples, specialized_triples};

/// The kernels and cases of an element type, with the arguments of the attribute.
macro_rules! matrices {
    ($module:ident $T:ident [$all:ident $most:ident $some:ident] [$($arguments:tt)*]) => {
        mod $module {
            use super::*;

            /// A product of two matrices of the sizes given, each perhaps transposed.
            macro_rules! product {
                ($kernel:ident $check:ident [$A:ident $B:ident] [$I:ident $J:ident]:
                 |$a:ident, $b:ident| $body:expr, $naive:expr) => {
                    #[kernel($($arguments)*)]
                    pub fn $kernel<const R: usize, const C: usize, const K: usize>(
                        $a: &Matrix<$T, $A, $B>,
                        $b: &Matrix<$T, $I, $J>,
                    ) -> Matrix<$T, R, C> {
                        $body
                    }

                    fn $check<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                        let (a, b) = (run.draw::<$T>(R * K), run.draw::<$T>(K * C));
                        let naive: Table<$T> = $naive(a.table($A, $B), b.table($I, $J));
                        compare!(run, $kernel(a.matrix::<$A, $B>(), b.matrix::<$I, $J>()), naive.cells().to_vec())
                    }
                };
            }
            product!(nn plain [R K] [K C]: |a, b| a * b, |a, b| matmul(&a, &b));
            product!(tn left [K R] [K C]: |a, b| a.t() * b, |a: Table<_>, b| matmul(&a.transposed(), &b));
            product!(nt right [R K] [C K]: |a, b| a * b.t(), |a, b: Table<_>| matmul(&a, &b.transposed()));
            product!(tt both [K R] [C K]: |a, b| transpose(a) * transpose(b), |a: Table<_>, b: Table<_>| {
                matmul(&a.transposed(), &b.transposed())
            });

            #[kernel($($arguments)*)]
            pub fn layers<const R: usize, const C: usize, const K: usize>(
                x: &Matrix<$T, R, K>,
                w: &Matrix<$T, K, C>,
                b: &Vector<$T, C>,
            ) -> Matrix<$T, R, C> {
                relu(x * w + b)
            }

            fn bias_row_relu<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (x, w, b) = (run.draw::<$T>(R * K), run.draw::<$T>(K * C), run.draw::<$T>(C));
                let product = matmul(&x.table(R, K), &w.table(K, C));
                let naive = product.each_row(|_, row| pairs(row, &b.nums(), |y, b| (y + b).relu()));
                compare!(
                    run,
                    layers(x.matrix::<R, K>(), w.matrix::<K, C>(), b.vector()),
                    naive.cells().to_vec()
                )
            }

            #[kernel($($arguments)*)]
            pub fn columns<const R: usize, const C: usize, const K: usize>(
                w: &Matrix<$T, R, K>,
                x: &Matrix<$T, K, C>,
                b: &Vector<$T, R>,
                s: $T,
            ) -> Matrix<$T, R, C> {
                s * (w * x) + column(b)
            }

            fn scale_bias_column<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (w, x) = (run.draw::<$T>(R * K), run.draw::<$T>(K * C));
                let (b, s) = (run.draw::<$T>(R), run.scalar::<$T>());
                let product = matmul(&w.table(R, K), &x.table(K, C));
                let naive = product.each_row(|i, row| {
                    each(row, |y| Num::exact(s.into()) * y + b.nums()[i])
                });
                compare!(
                    run,
                    columns(w.matrix::<R, K>(), x.matrix::<K, C>(), b.vector(), s),
                    naive.cells().to_vec()
                )
            }

            #[kernel($($arguments)*)]
            pub fn skips<const R: usize, const C: usize, const K: usize>(
                a: &Matrix<$T, R, K>,
                b: &Matrix<$T, C, K>,
                skip: &Matrix<$T, R, C>,
            ) -> Matrix<$T, R, C> {
                skip + tanh(a * b.t())
            }

            fn tanh_residual<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (a, b, skip) = (run.draw::<$T>(R * K), run.draw::<$T>(C * K), run.draw::<$T>(R * C));
                let product = matmul(&a.table(R, K), &b.table(C, K).transposed());
                let naive = pairs(&skip.nums(), product.cells(), |skip, y| skip + y.tanh());
                compare!(run, skips(a.matrix::<R, K>(), b.matrix::<C, K>(), skip.matrix()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn adds<const R: usize, const C: usize, const K: usize>(
                out: &mut Matrix<$T, R, C>,
                a: &Matrix<$T, R, K>,
                b: &Matrix<$T, K, C>,
                row: &Vector<$T, C>,
            ) {
                *out += relu(a * b + row);
            }

            fn add_in_place<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (old, a, b) = (run.draw::<$T>(R * C), run.draw::<$T>(R * K), run.draw::<$T>(K * C));
                let row = run.draw::<$T>(C);
                let kernel = |way: Way| {
                    let mut out = old.clone();
                    call!(way, adds(out.matrix_mut::<R, C>(), a.matrix::<R, K>(), b.matrix(), row.vector()));
                    out.guarded()
                };
                let product: Table<$T> = matmul(&a.table(R, K), &b.table(K, C));
                let new = product.each_row(|_, sums| pairs(sums, &row.nums(), |y, b| (y + b).relu()));
                run.compare(kernel, pairs(&old.nums(), new.cells(), |old, new| old + new))
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("matrices::{}::{operation}", stringify!($module));
                vec![
                    Case::new(name("product"), $all!(plain)),
                    Case::new(name("left_transposed"), $most!(left)),
                    Case::new(name("right_transposed"), $most!(right)),
                    Case::new(name("both_transposed"), $most!(both)),
                    Case::new(name("bias_row_relu"), $some!(bias_row_relu)),
                    Case::new(name("scale_bias_column"), $some!(scale_bias_column)),
                    Case::new(name("add_in_place"), $some!(add_in_place)),
                    Case::new(name("tanh_residual"), $most!(tanh_residual)),
                ]
            }
        }
    };
}

matrices!(f32_any f32 [some_triples few_triples few_triples] []);
matrices!(f64_any f64 [few_triples few_triples few_triples] []);
specialized_triples!(matrices f32_listed f32);
specialized_triples!(matrices f64_listed f64);

pub fn cases() -> Vec<Case> {
    [f32_any::cases(), f64_any::cases(), f32_listed::cases(), f64_listed::cases()]
        .into_iter()
        .flatten()
        .collect()
}
