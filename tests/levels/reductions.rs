//! Reductions of vectors of every length, and what is made from them.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, compare, edges, few_edges, lengths, sizes, specialized};
use crate::naive::{self, Num, each, pairs};

/// The kernels and cases of an element type, with the arguments of the attribute, and the
/// lengths of most cases and of some.
macro_rules! reductions {
    ($module:ident $T:ident [$all:ident $most:ident $long:ident] [$($arguments:tt)*]) => {
        mod $module {
            use super::*;

            /// A kernel from a vector to a scalar, and its case.
            macro_rules! to_scalar {
                ($kernel:ident $check:ident: |$x:ident| $body:expr, $naive:expr) => {
                    #[kernel($($arguments)*)]
                    pub fn $kernel<const N: usize>($x: &Vector<$T, N>) -> $T {
                        $body
                    }

                    fn $check<const N: usize>(run: &Run) -> Verdict {
                        let x = run.draw::<$T>(N);
                        compare!(run, $kernel(x.vector::<N>()), vec![$naive(&x.nums())])
                    }
                };
            }
            to_scalar!(sums sum_case: |x| sum(x), naive::sum);
            to_scalar!(means mean_case: |x| x.mean(), naive::mean);
            to_scalar!(maxima max_case: |x| max(x), naive::max);
            to_scalar!(minima min_case: |x| min(x), naive::min);
            to_scalar!(norms norm: |x| sqrt(dot(x, x)), |x: &[_]| naive::dot(x, x).sqrt());
            // The elementwise part is computed inside of the reduction's loop.
            to_scalar!(totals fused_sum: |x| sum(0.5 - abs(x)), |x: &[_]| {
                naive::sum(&each(x, |x| Num::exact(0.5) - x.abs()))
            });

            #[kernel($($arguments)*)]
            pub fn dots<const N: usize>(x: &Vector<$T, N>, y: &Vector<$T, N>) -> $T {
                dot(x, y)
            }

            fn dot_case<const N: usize>(run: &Run) -> Verdict {
                let (x, y) = (run.draw::<$T>(N), run.draw::<$T>(N));
                let naive = vec![naive::dot(&x.nums(), &y.nums())];
                compare!(run, dots(x.vector::<N>(), y.vector()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn distances<const N: usize>(x: &Vector<$T, N>, y: &Vector<$T, N>) -> ($T, $T, $T) {
                let d = x - y;
                (dot(d, d), max(abs(d)), min(d) + sum(x))
            }

            fn distance<const N: usize>(run: &Run) -> Verdict {
                let (x, y) = (run.draw::<$T>(N), run.draw::<$T>(N));
                let naive = {
                    let d = pairs(&x.nums(), &y.nums(), |x, y| x - y);
                    let largest = naive::max(&each(&d, Num::abs));
                    vec![naive::dot(&d, &d), largest, naive::min(&d) + naive::sum(&x.nums())]
                };
                compare!(run, distances(x.vector::<N>(), y.vector()), naive)
            }

            #[kernel($($arguments)*)]
            pub fn shares<const N: usize>(x: &Vector<$T, N>) -> Vector<$T, N> {
                softmax(x)
            }

            fn softmax_case<const N: usize>(run: &Run) -> Verdict {
                let x = run.draw::<$T>(N);
                compare!(run, shares(x.vector::<N>()), naive::softmax(&x.nums()))
            }

            #[kernel($($arguments)*)]
            pub fn layers<const N: usize>(x: &Vector<$T, N>, scale: &Vector<$T, N>) -> Vector<$T, N> {
                let centred = x - mean(x);
                let variance = dot(centred, centred) / (N as $T);
                centred / sqrt(variance + 0.25) * scale
            }

            fn layer_norm<const N: usize>(run: &Run) -> Verdict {
                let (x, scale) = (run.draw::<$T>(N), run.draw::<$T>(N));
                let naive = {
                    let middle = naive::mean(&x.nums());
                    let centred = each(&x.nums(), |x| x - middle);
                    let variance = naive::dot(&centred, &centred) / Num::exact(N as f64);
                    let deviation = (variance + Num::exact(0.25)).sqrt();
                    pairs(&centred, &scale.nums(), |x, scale| x / deviation * scale)
                };
                compare!(run, layers(x.vector::<N>(), scale.vector()), naive)
            }

            pub fn cases() -> Vec<Case> {
                let name = |operation| format!("reductions::{}::{operation}", stringify!($module));
                vec![
                    Case::new(name("sum"), $most!(sum_case)),
                    Case::new(name("mean"), $most!(mean_case)),
                    Case::new(name("max"), $most!(max_case)),
                    Case::new(name("min"), $long!(min_case)),
                    Case::new(name("norm"), $long!(norm)),
                    Case::new(name("fused_sum"), $long!(fused_sum)),
                    Case::new(name("dot"), $all!(dot_case)),
                    Case::new(name("distance"), $long!(distance)),
                    Case::new(name("softmax"), $long!(softmax_case)),
                    Case::new(name("layer_norm"), $most!(layer_norm)),
                ]
            }
        }
    };
}

reductions!(f32_any f32 [lengths lengths lengths] []);
reductions!(f64_any f64 [edges edges few_edges] []);
specialized!(reductions);

pub fn cases() -> Vec<Case> {
    [f32_any::cases(), f64_any::cases(), f32_listed::cases(), f64_listed::cases()]
        .into_iter()
        .flatten()
        .collect()
}
