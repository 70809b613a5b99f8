//! The same bits on every level.

use super::sweep;
use crate::Level;
use crate::arch::Element;
use crate::arch::testing::{same, samples};
use crate::vecmath::slices::{binary_at, numbers_at, others_at, unary_at};

/// Each function at each level against that of single elements, which is the reference.
fn compare<T: Element>(level: Level) {
    let mut x = sweep::<T>(3_000);
    x.extend(samples::<T>(3_001, 5, 60));
    let check = |name: &str, want: &dyn Fn(usize) -> T, got: &[T]| {
        for (i, &got) in got.iter().enumerate() {
            let want = want(i);
            assert!(same(got, want), "{level}: {name}({:?}) is {got:?}, not {want:?}", x[i]);
        }
    };
    unary_at(level, &x, check);
    numbers_at(level, &x, check);
    others_at(level, &x, check);
    // Neighbours, and numbers far apart.
    binary_at(level, &x, &x[1..], check);
    binary_at(level, &x, &x[2003..], check);
}

#[test]
fn every_level_gives_the_same_bits() {
    for level in Level::supported().filter(|level| level.base() == *level) {
        println!("level {level}");
        compare::<f32>(level);
        compare::<f64>(level);
    }
    for level in Level::ALL.iter().filter(|level| !Level::supported().any(|there| there == **level)) {
        println!("skipped {level}");
    }
}
