//! What the benches that compare with other libraries have in common.
#![allow(dead_code, unused_imports, reason = "each bench uses its part")]

mod clock;
mod compare;
mod cpuid;
mod dots;
mod groups;
mod interleaved;
mod operand;
mod place;
mod process;
mod rates;
mod times;
mod way;

use kernels::arch::Element;

pub use compare::{Case, Work};
pub use operand::{Byte, Operand};
pub use place::{Arena, Place};
pub use process::{Options, prepare};
pub use way::{Code, Difference, OURS, Way, ours};

use compare::Comparison;

/// Runs cases of both types: criterion's groups first, if wanted, then the comparison.
pub fn run<T: Operand, U: Operand>(options: Options, mut singles: Vec<Case<T>>, mut doubles: Vec<Case<U>>) {
    singles.retain(|case| options.want(case.set, &case.name));
    doubles.retain(|case| options.want(case.set, &case.name));
    singles.iter_mut().for_each(Case::check);
    doubles.iter_mut().for_each(Case::check);
    if options.criterion {
        let mut criterion = groups::criterion();
        singles.iter().for_each(|case| case.group(&mut criterion));
        doubles.iter().for_each(|case| case.group(&mut criterion));
        criterion.final_summary();
    }
    let mut bench = Comparison::default();
    singles.iter().for_each(|case| bench.add(case));
    doubles.iter().for_each(|case| bench.add(case));
    bench.finish();
}

/// One half of this times a number is the most that rounding to it changes.
pub fn epsilon<T: Element>() -> f64 {
    if size_of::<T>() == 4 { f32::EPSILON.into() } else { f64::EPSILON }
}
