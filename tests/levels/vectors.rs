//! Elementwise operations on vectors of every length.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, compare, edges, few_edges, lengths, sizes, specialized};
use crate::naive::{Num, each, pairs};

/// The kernels and cases of an element type, with the arguments of the attribute.
///
/// Loops and tails are the same for every operation, so specializations are not tried at
/// all lengths: that would take minutes more to compile, most of them for long functions.
macro_rules! vectors {
    ($module:ident $T:ident [$all:ident $most:ident $long:ident] [$($arguments:tt)*]) => {
        mod $module {
            use super::*;

            /// A kernel of one operand, and its case.
            macro_rules! unary {
                ($kernel:ident $check:ident: |$x:ident| $body:expr, $naive:expr) => {
                    #[kernel($($arguments)*)]
                    pub fn $kernel<const N: usize>($x: &Vector<$T, N>) -> Vector<$T, N> {
                        $body
                    }

                    fn $check<const N: usize>(run: &Run) -> Verdict {
                        let x = run.draw::<$T>(N);
                        compare!(run, $kernel(x.vector::<N>()), each(&x.nums(), $naive))
                    }
                };
            }
            unary!(relus relu_case: |x| relu(x), Num::relu);
            unary!(exps exp_case: |x| exp(x), Num::exp);
            unary!(sigmoids sigmoid_case: |x| sigmoid(x), Num::sigmoid);
            unary!(tanhs tanh_case: |x| tanh(x), Num::tanh);
            unary!(roots sqrt_case: |x| sqrt(x), Num::sqrt);
            unary!(signs neg_abs: |x| -abs(x), |x| -x.abs());

            #[kernel($($arguments)*)]
            pub fn chains<const N: usize>(x: &Vector<$T, N>, y: &Vector<$T, N>, s: $T) -> Vector<$T, N> {
                let z = x * y + 0.5 * x;
                (z - y * s) / (abs(y) + 1.0)
            }

            fn chain<const N: usize>(run: &Run) -> Verdict {
                let (x, y, s) = (run.draw::<$T>(N), run.draw::<$T>(N), run.scalar::<$T>());
                let [half, one, factor] = [0.5, 1.0, s.into()].map(Num::exact);
                let naive = pairs(&x.nums(), &y.nums(), |x, y| {
                    (x * y + half * x - y * factor) / (y.abs() + one)
                });
                compare!(run, chains(x.vector::<N>(), y.vector(), s), naive)
            }

            #[kernel($($arguments)*)]
            pub fn clamps<const N: usize>(x: &Vector<$T, N>, low: &Vector<$T, N>, high: $T) -> Vector<$T, N> {
                minimum(maximum(x, low), high)
            }

            fn clamp<const N: usize>(run: &Run) -> Verdict {
                let (x, low, high) = (run.draw::<$T>(N), run.draw::<$T>(N), run.scalar::<$T>());
                let naive = pairs(&x.nums(), &low.nums(), |x, low| {
                    x.maximum(low).minimum(Num::exact(high.into()))
                });
                compare!(run, clamps(x.vector::<N>(), low.vector(), high), naive)
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("vectors::{}::{operation}", stringify!($module));
                vec![
                    Case::new(name("relu"), $all!(relu_case)),
                    Case::new(name("exp"), $long!(exp_case)),
                    Case::new(name("sigmoid"), $long!(sigmoid_case)),
                    Case::new(name("tanh"), $long!(tanh_case)),
                    Case::new(name("sqrt"), $most!(sqrt_case)),
                    Case::new(name("neg_abs"), $most!(neg_abs)),
                    Case::new(name("chain"), $all!(chain)),
                    Case::new(name("clamp"), $most!(clamp)),
                ]
            }
        }
    };
}

vectors!(f32_any f32 [lengths lengths lengths] []);
vectors!(f64_any f64 [edges few_edges few_edges] []);
specialized!(vectors);

pub fn cases() -> Vec<Case> {
    [f32_any::cases(), f64_any::cases(), f32_listed::cases(), f64_listed::cases()]
        .into_iter()
        .flatten()
        .collect()
}
