//! Small products of 49 shapes, compared with other libraries. See "Comparing" in the README.
//!
//! Any two of seven sizes, or one twice, are two of the sides of some shape, whichever two these are:
//! rows, columns and depth are a Latin square.

mod common;
mod peers;

use common::Case;
use kernels::prelude::*;
use peers::multiply::smalls;

macro_rules! square {
    ($set:literal $T:ident) => {
        Vec::<Case<$T>>::from(smalls!($set $T
        1 1 1, 1 2 2, 1 3 3, 1 5 5, 1 8 8, 1 17 17, 1 33 33,
        2 1 2, 2 2 3, 2 3 5, 2 5 8, 2 8 17, 2 17 33, 2 33 1,
        3 1 3, 3 2 5, 3 3 8, 3 5 17, 3 8 33, 3 17 1, 3 33 2,
        5 1 5, 5 2 8, 5 3 17, 5 5 33, 5 8 1, 5 17 2, 5 33 3,
        8 1 8, 8 2 17, 8 3 33, 8 5 1, 8 8 2, 8 17 3, 8 33 5,
        17 1 17, 17 2 33, 17 3 1, 17 5 2, 17 8 3, 17 17 5, 17 33 8,
        33 1 33, 33 2 1, 33 3 2, 33 5 3, 33 8 5, 33 17 8, 33 33 17))
    };
}

fn main() {
    let options = common::prepare();
    peers::announce();
    common::run(options, square!("shapes" f32), square!("shapes_f64" f64));
}
