//! Quantized products, compared with other libraries, and with our own of floats. See
//! "Comparing" in the README.
//!
//! `y = W x` with `W` of `i8` and `x` of `u8`, and batches of 32 vectors. Results are `i32`, and
//! exact. There are four sets: `int8` with packed weights, `int8-rows` with row-major ones, and
//! both with activations of 7 bits, `int8-7bit` and `int8-7bit-rows`.

mod common;
mod peers;

use common::{Arena, Byte, Case, Difference, Place, Way, Work, ours};
use kernels::prelude::*;
use kernels::{Packed, U7};
use peers::{Product, loops, onednn, rten};

/// Vectors of a batch.
const BATCH: usize = 32;

/// A set's name, and whether peers may pack the weights beforehand.
type Set = (&'static str, bool);

const fn bytes(m: usize, rows: usize, columns: usize) -> [usize; 3] {
    [m * columns, rows * columns, m * rows * size_of::<i32>()]
}

/// The weights, which are the same wherever they are placed.
fn weights<const BITS: u32, const R: usize, const C: usize>(m: usize) -> Box<Matrix<i8, R, C>> {
    let mut arena = Arena::<Byte<BITS>>::new(bytes(m, R, C));
    let place = arena.place(0);
    let [_, w] = arena.inputs(place);
    Box::new(Matrix::from_fn(|i, j| w[i * C + j].0.cast_signed()))
}

/// A case of `m` vectors.
///
/// # Panics
/// If ours is not what plain loops compute.
fn case<const BITS: u32, const R: usize, const C: usize>(
    (set, pack): Set,
    m: usize,
    ours: Way<Byte<BITS>>,
    compiled: Way<Byte<BITS>>,
    floats: Way<Byte<BITS>>,
) -> Case<Byte<BITS>> {
    let batch = if m == 1 { String::new() } else { format!(" batch {m}") };
    let name = format!("{R}x{C}{batch}");
    let lens = bytes(m, R, C);
    check::<BITS, R, C>(m, &ours).unwrap_or_else(|at| panic!("{set} {name}: element {at} is wrong"));
    let product = Product { m, n: R, k: C, a_transposed: false, b_transposed: true };
    let w = weights::<BITS, R, C>(m);
    let mut ways = vec![ours, compiled, floats.with(Difference::Meant)];
    ways.extend(rten::product(product, w.as_slice(), pack));
    ways.extend(onednn::product(product, w.as_slice(), pack));
    Case { name, set, lens, work: Work::Products((m * R * C) as f64), tolerance: 0.0, ways }
}

/// Whether a way computes the product; the first element that differs if not.
fn check<const BITS: u32, const R: usize, const C: usize>(
    m: usize,
    way: &Way<Byte<BITS>>,
) -> Result<(), usize> {
    let mut arena = Arena::new(bytes(m, R, C));
    let place = arena.place(0);
    let [a, w] = arena.inputs(place);
    (way.run)(1, place);
    let c = arena.output(place);
    let element = |at: usize| {
        let (a, w) = (&a[at / R * C..][..C], &w[at % R * C..][..C]);
        a.iter().zip(w).map(|(a, w)| i32::from(a.0) * i32::from(w.0.cast_signed())).sum::<i32>()
    };
    let bytes = |at: usize| [0, 1, 2, 3].map(|byte| c[4 * at + byte].0);
    (0..m * R).find(|&at| i32::from_ne_bytes(bytes(at)) != element(at)).map_or(Ok(()), Err)
}

/// Our product of floats of the same shape, on operands of its own.
fn floats<const BITS: u32>(
    m: usize,
    rows: usize,
    columns: usize,
    call: impl Fn(Place<f32>) + 'static,
) -> Way<Byte<BITS>> {
    let mut arena = Arena::<f32>::new([m * columns, rows * columns, m * rows]);
    let place = arena.place(0);
    Way::calling("kernels-f32", move |_| {
        // It is what the place points into.
        let _ = &arena;
        call(place.hidden());
    })
}

/// Kernels with activations of a type, and their cases.
macro_rules! kernels {
    ($($module:ident $X:ty, $bits:literal $packed:literal $rows:literal;)*) => {$(
        mod $module {
            use super::*;

            #[kernel(only, specialize = [(R = 64, C = 64), (R = 128, C = 64), (R = 256, C = 256), (R = 1024, C = 1024)])]
            fn packed<const R: usize, const C: usize>(w: &Packed<i8, R, C>, x: &Vector<$X, C>, y: &mut Vector<i32, R>) {
                *y = w * x;
            }

            #[kernel(only, specialize = [(R = 64, C = 64), (R = 128, C = 64), (R = 256, C = 256), (R = 1024, C = 1024)])]
            fn packed_batch<const R: usize, const C: usize>(
                w: &Packed<i8, R, C>,
                a: &Matrix<$X, 32, C>,
                c: &mut Matrix<i32, 32, R>,
            ) {
                *c = a * w.t();
            }

            #[kernel(only, specialize = [(R = 64, C = 64), (R = 128, C = 64), (R = 256, C = 256), (R = 1024, C = 1024)])]
            fn rows<const R: usize, const C: usize>(w: &Matrix<i8, R, C>, x: &Vector<$X, C>, y: &mut Vector<i32, R>) {
                *y = w * x;
            }

            #[kernel(only, specialize = [(R = 64, C = 64), (R = 128, C = 64), (R = 256, C = 256), (R = 1024, C = 1024)])]
            fn rows_batch<const R: usize, const C: usize>(
                w: &Matrix<i8, R, C>,
                a: &Matrix<$X, 32, C>,
                c: &mut Matrix<i32, 32, R>,
            ) {
                *c = a * w.t();
            }

            /// With packed weights and with row-major ones, one vector and a batch of them.
            pub fn cases<const R: usize, const C: usize>() -> [Case<Byte<$bits>>; 4] {
                let [packed_1, packed_32] = [1, BATCH].map(|m| Packed::new(&weights::<$bits, R, C>(m)));
                // SAFETY: the operands have the bytes of these types: those of `x` and `a` have
                // no more bits than theirs.
                unsafe {
                    [
                        one::<$bits, R, C>(($packed, true), ours(move |Place::<Byte<$bits>> { a, c, .. }| {
                            packed::<R, C>(&packed_1, &*a.cast(), &mut *c.cast())
                        })),
                        batch::<$bits, R, C>(($packed, true), ours(move |Place::<Byte<$bits>> { a, c, .. }| {
                            packed_batch::<R, C>(&packed_32, &*a.cast(), &mut *c.cast())
                        })),
                        one::<$bits, R, C>(($rows, false), ours(|Place::<Byte<$bits>> { a, b, c }| {
                            rows::<R, C>(&*b.cast(), &*a.cast(), &mut *c.cast())
                        })),
                        batch::<$bits, R, C>(($rows, false), ours(|Place::<Byte<$bits>> { a, b, c }| {
                            rows_batch::<R, C>(&*b.cast(), &*a.cast(), &mut *c.cast())
                        })),
                    ]
                }
            }
        }
    )*};
}
kernels! {
    full u8, 8 "int8" "int8-rows";
    seven U7, 7 "int8-7bit" "int8-7bit-rows";
}

#[kernel(only, specialize = [(R = 64, C = 64), (R = 128, C = 64), (R = 256, C = 256), (R = 1024, C = 1024)])]
fn float_rows<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>,
    x: &Vector<f32, C>,
    y: &mut Vector<f32, R>,
) {
    *y = w * x;
}

#[kernel(only, specialize = [(R = 64, C = 64), (R = 128, C = 64), (R = 256, C = 256), (R = 1024, C = 1024)])]
fn float_batch<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>,
    a: &Matrix<f32, 32, C>,
    c: &mut Matrix<f32, 32, R>,
) {
    *c = a * w.t();
}

/// A case of one vector.
fn one<const BITS: u32, const R: usize, const C: usize>(set: Set, ours: Way<Byte<BITS>>) -> Case<Byte<BITS>> {
    // SAFETY: the operands are as long.
    let floats = floats(1, R, C, |Place::<f32> { a, b, c }| unsafe {
        float_rows::<R, C>(&*b.cast(), &*a.cast(), &mut *c.cast());
    });
    case::<BITS, R, C>(set, 1, ours, loops::bytes::<BITS, 1, R, C>(), floats)
}

/// A case of many.
fn batch<const BITS: u32, const R: usize, const C: usize>(
    set: Set,
    ours: Way<Byte<BITS>>,
) -> Case<Byte<BITS>> {
    // SAFETY: the operands are as long.
    let floats = floats(BATCH, R, C, |Place::<f32> { a, b, c }| unsafe {
        float_batch::<R, C>(&*b.cast(), &*a.cast(), &mut *c.cast());
    });
    case::<BITS, R, C>(set, BATCH, ours, loops::bytes::<BITS, BATCH, R, C>(), floats)
}

/// The cases of all shapes.
macro_rules! shapes {
    ($module:ident: $($rows:literal $columns:literal),*) => {{
        let mut cases = Vec::new();
        $(cases.extend($module::cases::<$rows, $columns>());)*
        cases
    }};
}

fn main() {
    let options = common::prepare();
    peers::announce_bytes();
    let full = shapes!(full: 64 64, 128 64, 256 256, 1024 1024);
    let seven = shapes!(seven: 64 64, 128 64, 256 256, 1024 1024);
    common::run(options, full, seven);
}
