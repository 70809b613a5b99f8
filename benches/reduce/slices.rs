//! Reductions of slices: compensated sums beside the plain ones, and what peers do not have.
//! A ratio to `plain` is the time of the plain sum ÷ that of the compensated one: 0.87 and more
//! is what 1.15 times as long comes to.

use kernels::Float;
use kernels::arch::Element;
use kernels::dispatch::{PerLevel, dispatch};
use kernels::reduce::{self, Moments};
use numkong::Dot;

use super::common::{self, Case, Difference, Place, Way, Work, ours};
use super::peers::{Op, Real, vectors};

/// Elements of the cases: the first cache twice, the second.
const LENS: [usize; 3] = [64, 1024, 65_536];

/// The first `len` elements at a place.
///
/// # Safety
/// There are so many.
unsafe fn slice<'a, T>(operand: *const T, len: usize) -> &'a [T] {
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(operand, len) }
}

fn case<T: Real>(set: &'static str, name: &str, lens: [usize; 3], ways: Vec<Way<T>>) -> Case<T> {
    let len = lens[0];
    Case {
        name: format!("{name} {len}"),
        set,
        lens,
        work: Work::Loads(((lens[0] + lens[1]) * size_of::<T>()) as f64),
        tolerance: common::epsilon::<T>() * (len as f64).powf(1.5).max(4.0),
        ways,
    }
}

/// A reduction of one slice.
fn of_one<T: Real>(name: &'static str, len: usize, reduce: fn(&[T]) -> T) -> Way<T> {
    // SAFETY: the place is as long as the case says.
    Way::calling(name, move |Place { a, c, .. }| unsafe { *c = reduce(slice(a, len)) })
}

/// A reduction of two slices.
fn of_two<T: Real>(name: &'static str, len: usize, reduce: fn(&[T], &[T]) -> T) -> Way<T> {
    Way::calling(name, move |Place { a, b, c }| {
        // SAFETY: the place is as long as the case says.
        unsafe { *c = reduce(slice(a, len), slice(b, len)) }
    })
}

/// Plain Rust, compiled for the level.
struct Loop<'a, T, const ARGMIN: bool>(&'a [T]);

impl<T: Float, const ARGMIN: bool> PerLevel for Loop<'_, T, ARGMIN> {
    type Output = T;

    #[inline(always)]
    fn run<A: kernels::arch::Arch>(self, _arch: A) -> T {
        let x = self.0;
        if ARGMIN {
            let mut best = 0;
            for (i, x_i) in x.iter().enumerate() {
                if *x_i < x[best] {
                    best = i;
                }
            }
            return T::from_f64(best as f64);
        }
        let n = T::from_f64(x.len() as f64);
        let mean = x.iter().fold(T::ZERO, |sum, &x| sum + x) / n;
        let squares = x.iter().fold(T::ZERO, |sum, &x| (x - mean).mul_add(x - mean, sum));
        squares / n
    }
}

/// Cases of one type.
pub fn cases<T: Real + Float + Dot<Output = f64>>(plain: &'static str, set: &'static str) -> Vec<Case<T>> {
    let mut cases = Vec::new();
    for len in LENS {
        let sums = vec![
            of_one(common::OURS, len, reduce::sum_compensated),
            of_one("plain", len, reduce::sum).with(Difference::Meant),
        ];
        cases.push(case(plain, "sum_compensated", [len, 0, 1], sums));
        let dots = [
            of_two(common::OURS, len, |a, b| reduce::dot_compensated(a, b).expect("of one length")),
            of_two("plain", len, |a, b| reduce::dot(a, b).expect("of one length")).with(Difference::Meant),
        ];
        let dots = dots.into_iter().chain(vectors::numkong(Op::Dot, len));
        cases.push(case(plain, "dot_compensated", [len, len, 1], dots.collect()));
        let moments = vec![
            of_one(common::OURS, len, |a| <T as Element>::from_f64(Moments::of(a).population_variance())),
            of_one("loops", len, |a| dispatch(Loop::<T, false>(a))),
        ];
        cases.push(case(set, "moments", [len, 0, 1], moments));
        let argmin = vec![
            ours(move |Place { a, c, .. }| {
                // SAFETY: the place is as long as the case says.
                unsafe {
                    *c = <T as Element>::from_f64(reduce::argmin(slice(a, len)).map_or(0.0, |at| at as f64))
                }
            }),
            of_one("loops", len, |a| dispatch(Loop::<T, true>(a))),
        ];
        cases.push(case(set, "argmin", [len, 0, 1], argmin));
    }
    cases
}
