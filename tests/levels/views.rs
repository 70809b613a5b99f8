//! Views: operands and results in windows of larger buffers, with the bits of dense copies,
//! and nothing written around them.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, compare, sizes};
use crate::naive::{Num, Table, each, matmul, pairs};
use crate::shapes::{
    few_listed_triples, few_triples, listed_triples, some_pairs, some_triples, specialized_triples,
};
use crate::window::Window;

/// Kernels of views for an element type, with the arguments of the attribute for those of
/// products.
macro_rules! views {
    ($module:ident $T:ident [$all:ident $most:ident $some:ident] [$($arguments:tt)*]) => {
        mod $module {
            use super::*;

            /// A product of two views, each perhaps transposed, into a third.
            macro_rules! product {
                ($kernel:ident $check:ident [$A:ident $B:ident] [$I:ident $J:ident]:
                 |$a:ident, $b:ident| $body:expr, $naive:expr) => {
                    #[kernel($($arguments)*)]
                    pub fn $kernel<const R: usize, const C: usize, const K: usize>(
                        $a: &MatrixView<$T, $A, $B>,
                        $b: &MatrixView<$T, $I, $J>,
                        c: &mut MatrixViewMut<$T, R, C>,
                    ) {
                        c.set($body);
                    }

                    fn $check<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                        let (a, b) = (Window::<$T>::draw(run, $A, $B), Window::<$T>::draw(run, $I, $J));
                        let kernel = |way: Way| {
                            let mut c = Window::draw(run, R, C);
                            call!(way, $kernel(&a.view::<$A, $B>(), &b.view::<$I, $J>(), &mut c.view_mut()));
                            c.guarded()
                        };
                        let naive: Table<$T> = $naive(a.table(), b.table());
                        run.compare(kernel, naive.cells().to_vec())
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
            pub fn adds<const R: usize, const C: usize, const K: usize>(
                c: &mut MatrixViewMut<$T, R, C>,
                a: &Matrix<$T, R, K>,
                b: &MatrixView<$T, K, C>,
            ) {
                *c += a * b;
            }

            /// In place, and of a matrix with a view.
            fn accumulate<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (old, a) = (Window::<$T>::draw(run, R, C), run.draw::<$T>(R * K));
                let b = Window::<$T>::draw(run, K, C);
                let kernel = |way: Way| {
                    let mut c = old.clone();
                    call!(way, adds(&mut c.view_mut::<R, C>(), a.matrix::<R, K>(), &b.view()));
                    c.guarded()
                };
                let product = matmul(&a.table(R, K), &b.table());
                run.compare(kernel, pairs(&old.nums(), product.cells(), |c, ab| c + ab))
            }

            #[kernel($($arguments)*)]
            pub fn layers<const R: usize, const C: usize, const K: usize>(
                x: &MatrixView<$T, R, K>,
                w: &Matrix<$T, K, C>,
                skip: &MatrixView<$T, R, C>,
                b: &Vector<$T, C>,
            ) -> Matrix<$T, R, C> {
                relu(x * w + b) - skip
            }

            /// An epilogue that reads a view, to a result that is none.
            fn epilogue<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (x, w) = (Window::<$T>::draw(run, R, K), run.draw::<$T>(K * C));
                let (skip, b) = (Window::<$T>::draw(run, R, C), run.draw::<$T>(C));
                let product = matmul(&x.table(), &w.table(K, C));
                let relu = product.each_row(|_, row| pairs(row, &b.nums(), |y, b| (y + b).relu()));
                let naive = pairs(relu.cells(), &skip.nums(), |y, skip| y - skip);
                compare!(
                    run,
                    layers(&x.view::<R, K>(), w.matrix::<K, C>(), &skip.view(), b.vector()),
                    naive
                )
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("views::{}::{operation}", stringify!($module));
                vec![
                    Case::new(name("product"), $all!(plain)),
                    Case::new(name("left_transposed"), $most!(left)),
                    Case::new(name("right_transposed"), $most!(right)),
                    Case::new(name("both_transposed"), $some!(both)),
                    Case::new(name("accumulate"), $most!(accumulate)),
                    Case::new(name("epilogue"), $some!(epilogue)),
                ]
            }
        }
    };
}

views!(f32_any f32 [some_triples few_triples few_triples] []);
views!(f64_any f64 [few_triples few_triples few_triples] []);
specialized_triples!(views f32_listed f32);

/// What is no product of two matrices, for an element type.
macro_rules! single {
    ($module:ident $T:ident) => {
        mod $module {
            use super::*;

            #[kernel]
            pub fn times<const R: usize, const C: usize>(
                w: &MatrixView<$T, R, C>,
                x: &Vector<$T, C>,
                y: &Vector<$T, R>,
            ) -> (Vector<$T, R>, Vector<$T, C>, Vector<$T, C>) {
                (w * x, y * w, w.t() * relu(y))
            }

            fn with_vectors<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let w = Window::<$T>::draw(run, R, C);
                let (x, y) = (run.draw::<$T>(C), run.draw::<$T>(R));
                let naive = {
                    let (table, t) = (w.table(), w.table().transposed());
                    let positive = each(&y.nums(), Num::relu);
                    [table.times(&x.nums()), t.times(&y.nums()), t.times(&positive)].concat()
                };
                compare!(run, times(&w.view::<R, C>(), x.vector::<C>(), y.vector()), naive)
            }

            #[kernel]
            pub fn maps<const R: usize, const C: usize>(
                a: &MatrixView<$T, R, C>,
                b: &Matrix<$T, R, C>,
                row: &Vector<$T, C>,
                c: &mut MatrixViewMut<$T, R, C>,
            ) -> Matrix<$T, R, C> {
                let old = c.to_matrix();
                c.set(0.5 * relu(a) + b);
                *c *= column(b * row);
                maximum(hadamard(a, row), -old)
            }

            fn elementwise<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (a, b) = (Window::<$T>::draw(run, R, C), run.draw::<$T>(R * C));
                let (row, old) = (run.draw::<$T>(C), Window::<$T>::draw(run, R, C));
                let kernel = |way: Way| {
                    let mut c = old.clone();
                    let larger = call!(way, maps(&a.view::<R, C>(), b.matrix(), row.vector(), &mut c.view_mut()));
                    [c.guarded(), larger.as_slice().to_vec()].concat()
                };
                let sums = pairs(&a.nums(), &b.nums(), |a, b| Num::exact(0.5) * a.relu() + b);
                let factors = b.table(R, C).times(&row.nums());
                let new = Table::new(R, C, sums).each_row(|i, row| each(row, |x| x * factors[i]));
                let scaled = a.table().each_row(|_, elements| pairs(elements, &row.nums(), |a, row| a * row));
                let larger = pairs(scaled.cells(), &old.nums(), |a, old| a.maximum(-old));
                run.compare(kernel, [new.cells(), &larger].concat())
            }

            #[kernel]
            pub fn moves<const R: usize, const C: usize>(
                a: &MatrixView<$T, R, C>,
                c: &mut MatrixViewMut<$T, C, R>,
                d: &mut MatrixViewMut<$T, R, C>,
                e: &mut Matrix<$T, R, C>,
            ) -> (Matrix<$T, R, C>, $T) {
                c.set(a.t());
                d.set(a);
                *e = a.to_matrix();
                (transpose(c.as_view()), a[(0, 0)] + c[(0, 0)])
            }

            /// What only moves elements.
            fn copies<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let a = Window::<$T>::draw(run, R, C);
                let kernel = |way: Way| {
                    let (mut c, mut d) = (Window::draw(run, C, R), Window::draw(run, R, C));
                    let mut e = run.draw::<$T>(R * C);
                    let (c_view, d_view) = (&mut c.view_mut::<C, R>(), &mut d.view_mut::<R, C>());
                    let (t, sum) = call!(way, moves(&a.view(), c_view, d_view, e.matrix_mut()));
                    [c.guarded(), d.guarded(), e.guarded(), t.as_slice().to_vec(), vec![sum]].concat()
                };
                let (plain, t) = (a.nums(), a.table().transposed());
                let twice = vec![plain[0] + plain[0]];
                run.compare(kernel, [t.cells(), &plain, &plain, &plain, &twice].concat())
            }

            #[kernel]
            pub fn reduces<const R: usize, const C: usize>(
                a: &MatrixView<$T, R, C>,
                c: &mut MatrixViewMut<$T, R, C>,
            ) -> ($T, $T, $T, $T) {
                let least = min(hadamard(a, c.as_view()));
                c.set(softmax(a));
                (sum(a), a.max(), least, mean(c.as_view()))
            }

            fn reductions<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (a, old) = (Window::<$T>::draw(run, R, C), Window::<$T>::draw(run, R, C));
                let kernel = |way: Way| {
                    let mut c = old.clone();
                    let (sum, max, least, mean) = call!(way, reduces(&a.view::<R, C>(), &mut c.view_mut()));
                    [c.guarded(), vec![sum, max, least, mean]].concat()
                };
                let softmax = a.table().each_row(|_, row| crate::naive::softmax(row));
                let (x, products) = (a.nums(), pairs(&a.nums(), &old.nums(), |a, c| a * c));
                let scalars = vec![
                    crate::naive::sum(&x),
                    crate::naive::max(&x),
                    crate::naive::min(&products),
                    crate::naive::mean(softmax.cells()),
                ];
                run.compare(kernel, [softmax.cells(), &scalars].concat())
            }

            #[kernel]
            pub fn twice<const R: usize, const C: usize>(a: &Matrix<$T, R, C>) -> Matrix<$T, R, C> {
                a + a
            }

            #[kernel]
            pub fn calls<const R: usize, const C: usize>(
                a: &MatrixView<$T, R, C>,
                c: &mut MatrixViewMut<$T, R, C>,
            ) -> Matrix<$T, R, C> {
                let y: Matrix<$T, R, C> = twice(&a.to_matrix());
                c.set(y - 1.0);
                let z: Matrix<$T, R, C> = twice(&c.to_matrix());
                z
            }

            /// A callee takes a copy without gaps.
            fn passes<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let a = Window::<$T>::draw(run, R, C);
                let kernel = |way: Way| {
                    let mut c = Window::draw(run, R, C);
                    let z = call!(way, calls(&a.view::<R, C>(), &mut c.view_mut()));
                    [c.guarded(), z.as_slice().to_vec()].concat()
                };
                let y = each(&a.nums(), |x| x + x - Num::exact(1.0));
                run.compare(kernel, [y.clone(), each(&y, |y| y + y)].concat())
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("views::{}::{operation}", stringify!($T));
                vec![
                    Case::new(name("with_vectors"), some_pairs!(with_vectors)),
                    Case::new(name("elementwise"), some_pairs!(elementwise)),
                    Case::new(name("copies"), some_pairs!(copies)),
                    Case::new(name("reductions"), some_pairs!(reductions)),
                    Case::new(name("passes"), sizes!(passes [(1 1) (3 5) (16 8) (9 17)])),
                ]
            }
        }
    };
}

single!(f32s f32);
single!(f64s f64);

#[kernel]
pub fn packs(
    a: &MatrixView<f32, 20, 5501>,
    b: &MatrixView<f32, 5501, 30>,
    c: &mut MatrixViewMut<f32, 20, 30>,
    t: &mut MatrixViewMut<f32, 30, 20>,
) {
    c.set(a * b);
    *t += b.t() * a.t();
}

/// Operands that are packed, and sums that wait in a view.
fn large(run: &Run) -> Verdict {
    let (a, b) = (Window::<f32>::new(20, 5501, 11, || run.scalar()), Window::draw(run, 5501, 30));
    let old = Window::new(30, 20, 7, || run.scalar());
    let kernel = |way: Way| {
        let (mut c, mut t) = (Window::new(20, 30, 3, || 0.0), old.clone());
        call!(way, packs(&a.view(), &b.view(), &mut c.view_mut(), &mut t.view_mut()));
        [c.guarded(), t.guarded()].concat()
    };
    let product = matmul(&a.table(), &b.table());
    let added = pairs(&old.nums(), product.transposed().cells(), |t, product| t + product);
    run.compare(kernel, [product.cells(), &added].concat())
}

pub fn cases() -> Vec<Case> {
    let large = vec![Case::single("views::large", large)];
    [large, f32_any::cases(), f64_any::cases(), f32_listed::cases(), f32s::cases(), f64s::cases()]
        .into_iter()
        .flatten()
        .collect()
}
