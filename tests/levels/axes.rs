//! Reductions of rows and columns, with what is fused into them and what follows, and
//! transposition.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare, sizes};
use crate::naive::{self, Num, Table, each, pairs};
use crate::shapes::{listed_pairs, some_pairs, specialized_pairs};

/// `f` of every row.
fn rows<T: naive::Precision>(m: &Table<T>, count: usize, f: impl Fn(&[Num<T>]) -> Num<T>) -> Vec<Num<T>> {
    (0..count).map(|i| f(&m.row(i))).collect()
}

/// The kernels and cases of an element type, with the arguments of the attribute.
macro_rules! axes {
    ($module:ident $T:ident [$all:ident $most:ident] [$($arguments:tt)*]) => {
        mod $module {
            use super::*;

            #[kernel($($arguments)*)]
            pub fn by_rows<const R: usize, const C: usize>(
                m: &Matrix<$T, R, C>,
            ) -> (Vector<$T, R>, Vector<$T, R>, Vector<$T, R>, Vector<$T, R>) {
                (row_sums(m), row_means(m), row_max(m), row_min(m))
            }

            fn of_rows<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let m = run.draw::<$T>(R * C);
                let table = m.table(R, C);
                let naive = naive::concat(&[
                    &rows(&table, R, naive::sum),
                    &rows(&table, R, naive::mean),
                    &rows(&table, R, naive::max),
                    &rows(&table, R, naive::min),
                ]);
                compare!(run, by_rows(m.matrix::<R, C>()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn by_columns<const R: usize, const C: usize>(
                m: &Matrix<$T, R, C>,
            ) -> (Vector<$T, C>, Vector<$T, C>, Vector<$T, C>, Vector<$T, C>) {
                (col_sums(m), col_means(m), col_max(m), col_min(m))
            }

            fn of_columns<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let m = run.draw::<$T>(R * C);
                let table = m.table(R, C).transposed();
                let naive = naive::concat(&[
                    &rows(&table, C, naive::sum),
                    &rows(&table, C, naive::mean),
                    &rows(&table, C, naive::max),
                    &rows(&table, C, naive::min),
                ]);
                compare!(run, by_columns(m.matrix::<R, C>()), naive)
            }

            // A row and a column beside the matrix, computed inside of the reductions.
            #[kernel($($arguments)*)]
            pub fn fusions<const R: usize, const C: usize>(
                m: &Matrix<$T, R, C>,
                b: &Vector<$T, C>,
                c: &Vector<$T, R>,
            ) -> (Vector<$T, R>, Vector<$T, C>) {
                (abs(row_sums(exp(m - b)) - c), col_max(column(c) - m) + b)
            }

            fn fused<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (m, b, c) = (run.draw::<$T>(R * C), run.draw::<$T>(C), run.draw::<$T>(R));
                let table = m.table(R, C);
                let powers =
                    table.each_row(|_, row| each(&pairs(row, &b.nums(), |m, b| m - b), Num::exp));
                let by_rows = pairs(&rows(&powers, R, naive::sum), &c.nums(), |sum, c| (sum - c).abs());
                let below = table.each_row(|i, row| each(row, |m| c.nums()[i] - m)).transposed();
                let by_columns = pairs(&rows(&below, C, naive::max), &b.nums(), |max, b| max + b);
                compare!(
                    run,
                    fusions(m.matrix::<R, C>(), b.vector(), c.vector()),
                    naive::concat(&[&by_rows, &by_columns])
                )
            }

            #[kernel($($arguments)*)]
            pub fn transposes<const R: usize, const C: usize>(m: &Matrix<$T, R, C>) -> Matrix<$T, C, R> {
                transpose(m)
            }

            fn transposed<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let m = run.draw::<$T>(R * C);
                compare!(
                    run,
                    transposes(m.matrix::<R, C>()),
                    m.table(R, C).transposed().cells().to_vec()
                )
            }

            // The row and the matrix are overwritten, with tails of every kind.
            #[kernel($($arguments)*)]
            pub fn updates<const R: usize, const C: usize>(
                u: &Vector<$T, R>,
                v: &mut Vector<$T, C>,
                m: &mut Matrix<$T, R, C>,
            ) {
                *m += outer(u, *v);
                *v += col_sums(*m);
            }

            fn update<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (u, v, m) = (run.draw::<$T>(R), run.draw::<$T>(C), run.draw::<$T>(R * C));
                let updated = m.table(R, C).each_row(|i, row| {
                    pairs(row, &v.nums(), |m, v| m + u.nums()[i] * v)
                });
                let sums = rows(&updated.transposed(), C, naive::sum);
                let naive = naive::concat(&[&pairs(&v.nums(), &sums, |v, sum| v + sum), updated.cells()]);
                let kernel = |way: Way| {
                    let (mut v, mut m) = (v.clone(), m.clone());
                    call!(way, updates(u.vector(), v.vector_mut::<C>(), m.matrix_mut::<R, C>()));
                    [v.guarded(), m.guarded()].concat()
                };
                run.compare(kernel, naive)
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("axes::{}::{operation}", stringify!($module));
                vec![
                    Case::new(name("rows"), $all!(of_rows)),
                    Case::new(name("columns"), $all!(of_columns)),
                    Case::new(name("fused"), $most!(fused)),
                    Case::new(name("transposed"), $all!(transposed)),
                    Case::new(name("update"), $most!(update)),
                ]
            }
        }
    };
}

axes!(f32_any f32 [some_pairs listed_pairs] []);
axes!(f64_any f64 [listed_pairs listed_pairs] []);
specialized_pairs!(axes f32_listed f32);

/// Rows of four chains, and strips of columns with each kind of end.
macro_rules! long {
    ($($kernel:ident $check:ident $T:ident $R:literal $C:literal)*) => {$(
        #[kernel]
        pub fn $kernel(m: &Matrix<$T, $R, $C>) -> (Vector<$T, $R>, Vector<$T, $R>, Vector<$T, $C>) {
            (row_sums(m), row_max(abs(m)), col_sums(m))
        }

        fn $check(run: &Run) -> Verdict {
            let m = run.draw::<$T>($R * $C);
            let table = m.table($R, $C);
            let magnitudes = table.each_row(|_, row| each(row, Num::abs));
            let naive = naive::concat(&[
                &rows(&table, $R, naive::sum),
                &rows(&magnitudes, $R, naive::max),
                &rows(&table.transposed(), $C, naive::sum),
            ]);
            compare!(run, $kernel(m.matrix()), naive)
        }
    )*};
}
long! {
    long_300 long_300_f32 f32 19 300
    long_1000 long_1000_f32 f32 3 1000
    long_200 long_200_f64 f64 9 200
    tall_130 tall_130_f64 f64 130 21
}

pub fn cases() -> Vec<Case> {
    macro_rules! singles {
        ($($check:ident)*) => { vec![$(Case::single(std::concat!("axes::", stringify!($check)), $check)),*] };
    }
    let singles = singles!(long_300_f32 long_1000_f32 long_200_f64 tall_130_f64);
    [singles, f32_any::cases(), f64_any::cases(), f32_listed::cases()].into_iter().flatten().collect()
}
