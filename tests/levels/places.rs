//! Where operands and results lie: outputs written in place, over what they are made
//! from, and nothing around them.
//!
//! All operands of these tests begin one element past an aligned address ([`Data`]); here
//! outputs do as well, between canaries.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, Way, call, edges, few_edges, sizes};
use crate::data::{Data, Real};
use crate::naive::{Num, Table, each, matmul, pairs};
use crate::shapes::{few_triples, some_pairs};

/// An output of `len` elements that hold nothing of use.
fn fresh<T: Real>(len: usize) -> Data<T> {
    Data::new(len, |_| T::CANARY)
}

/// The kernels and cases of an element type.
macro_rules! places {
    ($module:ident $T:ident) => {
        mod $module {
            use super::*;

            #[kernel]
            pub fn relu_in_place<const N: usize>(out: &mut Vector<$T, N>) {
                *out = relu(*out);
            }

            fn own_elements<const N: usize>(run: &Run) -> Verdict {
                let old = run.draw::<$T>(N);
                let kernel = |way: Way| {
                    let mut out = old.clone();
                    call!(way, relu_in_place(out.vector_mut::<N>()));
                    out.guarded()
                };
                run.compare(kernel, each(&old.nums(), Num::relu))
            }

            #[kernel]
            pub fn accumulates<const N: usize>(out: &mut Vector<$T, N>, a: &Vector<$T, N>, b: &Vector<$T, N>) {
                *out += a * b;
            }

            fn accumulate<const N: usize>(run: &Run) -> Verdict {
                let (old, a, b) = (run.draw::<$T>(N), run.draw::<$T>(N), run.draw::<$T>(N));
                let kernel = |way: Way| {
                    let mut out = old.clone();
                    call!(way, accumulates(out.vector_mut::<N>(), a.vector(), b.vector()));
                    out.guarded()
                };
                let naive = pairs(&old.nums(), &pairs(&a.nums(), &b.nums(), |a, b| a * b), |out, ab| out + ab);
                run.compare(kernel, naive)
            }

            #[kernel]
            pub fn swaps<const N: usize>(x: &mut Vector<$T, N>, y: &mut Vector<$T, N>) -> $T {
                let old = 0.5 * *x;
                *x = 2.0 * *y;
                *y = old;
                dot(*x, *y)
            }

            fn swap<const N: usize>(run: &Run) -> Verdict {
                let (x, y) = (run.draw::<$T>(N), run.draw::<$T>(N));
                let kernel = |way: Way| {
                    let (mut x, mut y) = (x.clone(), y.clone());
                    let product = call!(way, swaps(x.vector_mut::<N>(), y.vector_mut()));
                    [x.guarded(), y.guarded(), vec![product]].concat()
                };
                let naive = {
                    let new_x = each(&y.nums(), |y| Num::exact(2.0) * y);
                    let new_y = each(&x.nums(), |x| Num::exact(0.5) * x);
                    let product = crate::naive::dot(&new_x, &new_y);
                    [new_x, new_y, vec![product]].concat()
                };
                run.compare(kernel, naive)
            }

            #[kernel]
            pub fn softmax_in_place<const N: usize>(out: &mut Vector<$T, N>) {
                *out = softmax(*out);
            }

            fn own_softmax<const N: usize>(run: &Run) -> Verdict {
                let old = run.draw::<$T>(N);
                let kernel = |way: Way| {
                    let mut out = old.clone();
                    call!(way, softmax_in_place(out.vector_mut::<N>()));
                    out.guarded()
                };
                run.compare(kernel, crate::naive::softmax(&old.nums()))
            }

            #[kernel]
            pub fn writes_rows<const R: usize, const C: usize>(
                out: &mut Vector<$T, R>,
                w: &Matrix<$T, R, C>,
                x: &Vector<$T, C>,
            ) {
                *out = w * x;
            }

            fn matvec<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (w, x) = (run.draw::<$T>(R * C), run.draw::<$T>(C));
                let kernel = |way: Way| {
                    let mut out = fresh::<$T>(R);
                    call!(way, writes_rows(out.vector_mut::<R>(), w.matrix(), x.vector::<C>()));
                    out.guarded()
                };
                run.compare(kernel, w.table(R, C).times(&x.nums()))
            }

            #[kernel]
            pub fn steps<const R: usize, const C: usize>(
                state: &mut Vector<$T, C>,
                w: &Matrix<$T, C, C>,
                u: &Matrix<$T, R, C>,
                x: &Vector<$T, R>,
            ) {
                // Every element of the product needs all of the old state.
                *state = tanh(w * *state + x * u);
            }

            fn recurrent<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (old, w) = (run.draw::<$T>(C), run.draw::<$T>(C * C));
                let (u, x) = (run.draw::<$T>(R * C), run.draw::<$T>(R));
                let kernel = |way: Way| {
                    let mut state = old.clone();
                    call!(way, steps(state.vector_mut::<C>(), w.matrix(), u.matrix::<R, C>(), x.vector()));
                    state.guarded()
                };
                let naive = {
                    let own = w.table(C, C).times(&old.nums());
                    let new = u.table(R, C).transposed().times(&x.nums());
                    pairs(&own, &new, |own, new| (own + new).tanh())
                };
                run.compare(kernel, naive)
            }

            #[kernel]
            pub fn adds_product<const R: usize, const C: usize, const K: usize>(
                out: &mut Matrix<$T, R, C>,
                a: &Matrix<$T, R, K>,
                b: &Matrix<$T, K, C>,
            ) {
                *out += a * b;
            }

            fn add_matmul<const R: usize, const C: usize, const K: usize>(run: &Run) -> Verdict {
                let (old, a, b) = (run.draw::<$T>(R * C), run.draw::<$T>(R * K), run.draw::<$T>(K * C));
                let kernel = |way: Way| {
                    let mut out = old.clone();
                    call!(way, adds_product(out.matrix_mut::<R, C>(), a.matrix::<R, K>(), b.matrix()));
                    out.guarded()
                };
                let naive = {
                    let product: Table<$T> = matmul(&a.table(R, K), &b.table(K, C));
                    pairs(&old.nums(), product.cells(), |out, ab| out + ab)
                };
                run.compare(kernel, naive)
            }

            #[kernel]
            pub fn writes_transposed<const R: usize, const C: usize>(
                out: &mut Matrix<$T, C, R>,
                a: &Matrix<$T, R, C>,
            ) {
                *out = transpose(a);
            }

            fn transpose_alone<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let a = run.draw::<$T>(R * C);
                let kernel = |way: Way| {
                    let mut out = fresh::<$T>(R * C);
                    call!(way, writes_transposed(out.matrix_mut::<C, R>(), a.matrix::<R, C>()));
                    out.guarded()
                };
                run.compare(kernel, a.table(R, C).transposed().cells().to_vec())
            }

            #[kernel]
            pub fn exchanges<const N: usize>(x: &mut Vector<$T, N>, y: &mut Vector<$T, N>) -> $T {
                let old = *x;
                *x = *y;
                *y = old;
                sum(old)
            }

            fn exchange<const N: usize>(run: &Run) -> Verdict {
                let (x, y) = (run.draw::<$T>(N), run.draw::<$T>(N));
                let kernel = |way: Way| {
                    let (mut x, mut y) = (x.clone(), y.clone());
                    let sum = call!(way, exchanges(x.vector_mut::<N>(), y.vector_mut()));
                    [x.guarded(), y.guarded(), vec![sum]].concat()
                };
                run.compare(kernel, [y.nums(), x.nums(), vec![crate::naive::sum(&x.nums())]].concat())
            }

            #[kernel]
            pub fn returns_operand<const R: usize, const C: usize>(
                a: &Matrix<$T, R, C>,
                b: &Matrix<$T, R, C>,
            ) -> (Matrix<$T, C, C>, Matrix<$T, C, R>) {
                let t = transpose(a);
                (t * b, t)
            }

            /// The product reads `a` where it lies, and its transpose is a result besides.
            fn transpose_and_product<const R: usize, const C: usize>(run: &Run) -> Verdict {
                let (a, b) = (run.draw::<$T>(R * C), run.draw::<$T>(R * C));
                let kernel = |way: Way| {
                    let (product, t) = call!(way, returns_operand(a.matrix::<R, C>(), b.matrix()));
                    [product.as_slice(), t.as_slice()].concat()
                };
                let t = a.table(R, C).transposed();
                let product = matmul(&t, &b.table(R, C));
                run.compare(kernel, [product.cells(), t.cells()].concat())
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("places::{}::{operation}", stringify!($T));
                vec![
                    Case::new(name("own_elements"), edges!(own_elements)),
                    Case::new(name("accumulate"), edges!(accumulate)),
                    Case::new(name("swap"), few_edges!(swap)),
                    Case::new(name("exchange"), few_edges!(exchange)),
                    Case::new(name("transpose_and_product"), some_pairs!(transpose_and_product)),
                    Case::new(name("own_softmax"), sizes!(own_softmax [1 33 131])),
                    Case::new(name("matvec"), some_pairs!(matvec)),
                    Case::new(name("recurrent"), sizes!(recurrent [(1 1) (3 5) (16 8) (9 17) (33 31) (8 64)])),
                    Case::new(name("add_matmul"), few_triples!(add_matmul)),
                    Case::new(name("transpose_alone"), some_pairs!(transpose_alone)),
                ]
            }
        }
    };
}

places!(f32s f32);
places!(f64s f64);

pub fn cases() -> Vec<Case> {
    f32s::cases().into_iter().chain(f64s::cases()).collect()
}
