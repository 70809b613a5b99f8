//! The forms that a body can take: names, blocks, calls, tuples, indices, broadcasts.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, compare};
use crate::naive::{self, Num, Table, concat as joined, each, pairs};

/// The kernels and cases of an element type.
macro_rules! forms {
    ($module:ident $T:ident) => {
        mod $module {
            use super::*;

            /// A constant of the caller's.
            const SHIFT: $T = 0.75;

            #[kernel]
            pub fn rebinds(x: &Vector<$T, 37>, s: $T) -> Vector<$T, 37> {
                let mut y = x * s;
                y += x;
                let x = {
                    let y = abs(y);
                    let x = y + SHIFT;
                    sqrt(x)
                };
                y = y / x;
                y -= 0.5;
                y
            }

            fn names_and_blocks(run: &Run) -> Verdict {
                let (x, s) = (run.draw::<$T>(37), run.scalar::<$T>());
                let naive = each(&x.nums(), |x| {
                    let y = x * Num::exact(s.into()) + x;
                    y / (y.abs() + Num::exact(0.75)).sqrt() - Num::exact(0.5)
                });
                compare!(run, rebinds(x.vector(), s), naive)
            }

            #[kernel]
            pub fn halves(x: &Vector<$T, 19>) -> Vector<$T, 19> {
                0.5 * x
            }

            #[kernel]
            pub fn means(x: &Vector<$T, 19>, s: $T) -> $T {
                mean(x) * s
            }

            #[kernel]
            pub fn calls(x: &Vector<$T, 19>, s: $T) -> Vector<$T, 19> {
                let half: Vector<$T, 19> = halves(x);
                let y = half + x;
                let again: Vector<$T, 19> = halves(&y);
                let middle: $T = means(&again, s);
                again - middle
            }

            fn calls_of_kernels(run: &Run) -> Verdict {
                let (x, s) = (run.draw::<$T>(19), run.scalar::<$T>());
                let naive = {
                    let half = Num::exact(0.5);
                    let again = each(&x.nums(), |x| half * (half * x + x));
                    let middle = naive::mean(&again) * Num::exact(s.into());
                    each(&again, |y| y - middle)
                };
                compare!(run, calls(x.vector(), s), naive)
            }

            #[kernel]
            pub fn several(
                w: &Matrix<$T, 11, 18>,
                x: &Vector<$T, 18>,
                s: $T,
            ) -> (Vector<$T, 11>, $T, Matrix<$T, 11, 18>) {
                let y = w * x;
                (y * s, sum(y) + s, w - x)
            }

            fn tuple(run: &Run) -> Verdict {
                let (w, x, s) = (run.draw::<$T>(11 * 18), run.draw::<$T>(18), run.scalar::<$T>());
                let naive = {
                    let (table, s) = (w.table(11, 18), Num::exact(s.into()));
                    let y = table.times(&x.nums());
                    let moved = table.each_row(|_, row| pairs(row, &x.nums(), |w, x| w - x));
                    joined(&[&each(&y, |y| y * s), &[naive::sum(&y) + s], moved.cells()])
                };
                compare!(run, several(w.matrix(), x.vector(), s), naive)
            }

            #[kernel]
            pub fn cells(
                w: &Matrix<$T, 7, 21>,
                x: &Vector<$T, 21>,
                h: &Vector<$T, 13>,
            ) -> (Vector<$T, 7>, $T) {
                let both: Vector<$T, 34> = concat(x, tanh(h));
                let y = w * x;
                (relu(y * both[33]) + w[(6, 20)], both[0] - max(both) * both[21])
            }

            fn concat_and_indices(run: &Run) -> Verdict {
                let (w, x, h) = (run.draw::<$T>(7 * 21), run.draw::<$T>(21), run.draw::<$T>(13));
                let naive = {
                    let both = joined(&[&x.nums(), &each(&h.nums(), Num::tanh)]);
                    let y = w.table(7, 21).times(&x.nums());
                    let y = each(&y, |y| (y * both[33]).relu() + w.nums()[6 * 21 + 20]);
                    joined(&[&y, &[both[0] - naive::max(&both) * both[21]]])
                };
                compare!(run, cells(w.matrix(), x.vector(), h.vector()), naive)
            }

            #[kernel]
            pub fn joins(a: &Vector<$T, 5>, w: &Matrix<$T, 9, 5>, b: &Vector<$T, 16>) -> Vector<$T, 30> {
                let front: Vector<$T, 14> = concat(a, w * a);
                concat(front, b * 2.0)
            }

            fn concat_of_products(run: &Run) -> Verdict {
                let (a, w, b) = (run.draw::<$T>(5), run.draw::<$T>(45), run.draw::<$T>(16));
                let naive = {
                    let doubled = each(&b.nums(), |b| b * Num::exact(2.0));
                    joined(&[&a.nums(), &w.table(9, 5).times(&a.nums()), &doubled])
                };
                compare!(run, joins(a.vector(), w.matrix(), b.vector()), naive)
            }

            #[kernel]
            pub fn updates(
                m: &Matrix<$T, 13, 22>,
                u: &Vector<$T, 13>,
                v: &Vector<$T, 22>,
                s: $T,
            ) -> Matrix<$T, 13, 22> {
                m - s * outer(u, v)
            }

            fn rank_one_update(run: &Run) -> Verdict {
                let (m, u) = (run.draw::<$T>(13 * 22), run.draw::<$T>(13));
                let (v, s) = (run.draw::<$T>(22), run.scalar::<$T>());
                let naive = m.table(13, 22).each_row(|i, row| {
                    pairs(row, &v.nums(), |m, v| m - Num::exact(s.into()) * (u.nums()[i] * v))
                });
                compare!(run, updates(m.matrix(), u.vector(), v.vector(), s), naive.cells().to_vec())
            }

            #[kernel]
            pub fn broadcasts(
                m: &Matrix<$T, 10, 19>,
                n: &Matrix<$T, 10, 19>,
                row: &Vector<$T, 19>,
                col: &Vector<$T, 10>,
            ) -> Matrix<$T, 10, 19> {
                let scaled = hadamard(m, n) + row;
                hadamard(scaled - column(col), column(abs(col))) / (abs(row) + 1.0)
            }

            fn rows_and_columns(run: &Run) -> Verdict {
                let (m, n) = (run.draw::<$T>(190), run.draw::<$T>(190));
                let (row, col) = (run.draw::<$T>(19), run.draw::<$T>(10));
                let product = pairs(&m.nums(), &n.nums(), |m, n| m * n);
                let naive = Table::new(10, 19, product).each_row(|i, scaled| {
                    let c = col.nums()[i];
                    pairs(scaled, &row.nums(), |y, r| (y + r - c) * c.abs() / (r.abs() + Num::exact(1.0)))
                });
                compare!(
                    run,
                    broadcasts(m.matrix(), n.matrix(), row.vector(), col.vector()),
                    naive.cells().to_vec()
                )
            }

            #[kernel]
            pub fn row_shares(m: &Matrix<$T, 6, 23>, v: &Matrix<$T, 23, 9>) -> Matrix<$T, 6, 9> {
                softmax(m) * v
            }

            fn softmax_of_rows(run: &Run) -> Verdict {
                let (m, v) = (run.draw::<$T>(6 * 23), run.draw::<$T>(23 * 9));
                let shares = m.table(6, 23).each_row(|_, row| naive::softmax(row));
                let naive = naive::matmul(&shares, &v.table(23, 9));
                compare!(run, row_shares(m.matrix(), v.matrix()), naive.cells().to_vec())
            }

            #[kernel]
            pub fn matrix_scalars(m: &Matrix<$T, 12, 15>) -> ($T, $T, $T) {
                (mean(m), max(m) - min(m), sum(m.t()))
            }

            fn reductions_of_matrices(run: &Run) -> Verdict {
                let m = run.draw::<$T>(180);
                let naive = {
                    let all = m.nums();
                    vec![naive::mean(&all), naive::max(&all) - naive::min(&all), naive::sum(&all)]
                };
                compare!(run, matrix_scalars(m.matrix()), naive)
            }

            #[kernel]
            pub fn scalars(a: $T, b: $T) -> ($T, $T) {
                (maximum(a * b + 0.5, tanh(a)) - sigmoid(-b), a - b)
            }

            fn scalars_only(run: &Run) -> Verdict {
                let (a, b) = (run.scalar::<$T>(), run.scalar::<$T>());
                let naive = {
                    let [a, b, half] = [a.into(), b.into(), 0.5].map(Num::exact);
                    vec![(a * b + half).maximum(a.tanh()) - (-b).sigmoid(), a - b]
                };
                compare!(run, scalars(a, b), naive)
            }

            #[kernel]
            pub fn shared(
                a: &Matrix<$T, 9, 14>,
                x: &Vector<$T, 14>,
                y: &Vector<$T, 9>,
            ) -> (Vector<$T, 9>, Vector<$T, 14>) {
                let h = sigmoid(a * x + y);
                let back = h * a;
                (h - y, back + a.t() * h)
            }

            fn one_value_used_often(run: &Run) -> Verdict {
                let (a, x, y) = (run.draw::<$T>(126), run.draw::<$T>(14), run.draw::<$T>(9));
                let naive = {
                    let table = a.table(9, 14);
                    let h = pairs(&table.times(&x.nums()), &y.nums(), |ax, y| (ax + y).sigmoid());
                    let back = table.transposed().times(&h);
                    joined(&[&pairs(&h, &y.nums(), |h, y| h - y), &each(&back, |b| b + b)])
                };
                compare!(run, shared(a.matrix(), x.vector(), y.vector()), naive)
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("forms::{}::{operation}", stringify!($T));
                vec![
                    Case::single(name("names_and_blocks"), names_and_blocks),
                    Case::single(name("calls_of_kernels"), calls_of_kernels),
                    Case::single(name("tuple"), tuple),
                    Case::single(name("concat_and_indices"), concat_and_indices),
                    Case::single(name("concat_of_products"), concat_of_products),
                    Case::single(name("rank_one_update"), rank_one_update),
                    Case::single(name("rows_and_columns"), rows_and_columns),
                    Case::single(name("softmax_of_rows"), softmax_of_rows),
                    Case::single(name("reductions_of_matrices"), reductions_of_matrices),
                    Case::single(name("scalars_only"), scalars_only),
                    Case::single(name("one_value_used_often"), one_value_used_often),
                ]
            }
        }
    };
}

forms!(f32s f32);
forms!(f64s f64);

pub fn cases() -> Vec<Case> {
    f32s::cases().into_iter().chain(f64s::cases()).collect()
}
