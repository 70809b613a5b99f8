//! Kernels of quantized values: at every level the same as the reference and as plain loops
//! in 64 bits.
//!
//! A level that this machine lacks is named with the result of each test.

mod bf16;
mod elementwise;
mod layers;
mod packed;
mod products;
mod values;

use std::fmt::Debug;

use kernels::Level;
use values::{Draw, KINDS};

/// Runs a check for each kind of values, some times.
pub fn draws(check: impl Fn(&mut Draw)) {
    for kind in KINDS {
        for seed in 0..2 {
            check(&mut Draw::new(seed, kind));
        }
    }
}

/// Compares what a kernel gives at each level, in a plain call and by its reference with what
/// is expected.
#[track_caller]
pub fn same<T: PartialEq + Debug>(
    expected: &T,
    called: &T,
    reference: &T,
    at: impl Fn(Level) -> Result<T, kernels::UnsupportedLevel>,
) {
    assert_eq!(reference, expected, "the reference");
    assert_eq!(called, expected, "a plain call");
    for &level in Level::ALL {
        match at(level) {
            Ok(got) => assert_eq!(got, *expected, "level {level}"),
            Err(_) => assert!(!level.is_supported()),
        }
    }
}

/// `check!(kernel(arguments), expected)`
macro_rules! check {
    ($kernel:ident($($argument:expr),* $(,)?), $expected:expr) => {
        $crate::same(
            &$expected,
            &$kernel($($argument),*),
            &$kernel::reference($($argument),*),
            |level| $kernel::at(level, $($argument),*),
        )
    };
}

/// Calls a check for each size.
macro_rules! sizes {
    ($check:ident [$(($($N:literal)*))*]) => {$(
        $check::<$($N),*>();
    )*};
}

pub(crate) use {check, sizes};

/// What the tests ran on, for whoever reads that the widest levels were among them.
#[test]
fn levels_are_named() {
    for &level in Level::ALL {
        let what = if level.is_supported() { "tested" } else { "this machine lacks it, skipped" };
        println!("quantized kernels at level {level}: {what}");
    }
}
