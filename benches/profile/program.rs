//! The program of the bench `profile`: calls of kernels, to record or to time.
//!
//! `program record` calls each kernel for a while. `program measure` reads names of kernels and
//! prints a line for each, nanoseconds per call and a hash of the result; `program decided`
//! records the kernel before. `program report` prints what is run.

mod kernels_of_the_grid;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::hint::black_box;
use std::time::{Duration, Instant};

use kernels::prelude::*;
use kernels::quant::Quantization;

/// How long each kernel is called to be recorded.
const RECORD: Duration = Duration::from_millis(150);
/// Calls until the clock's own time is nothing beside them.
const SAMPLE: Duration = Duration::from_micros(30);
/// Of each place on the stack.
const SAMPLES: usize = 9;

/// A kernel with its operands.
pub struct Case {
    name: &'static str,
    /// Runs so many calls, and hashes the last one's result where that is asked for.
    run: Box<dyn FnMut(u32, bool) -> u64>,
}

pub fn case<R: Bits>(name: &'static str, mut call: impl FnMut() -> R + 'static) -> Case {
    let run = move |calls, hash| {
        for _ in 1..calls {
            black_box(call());
        }
        let last = black_box(call());
        let mut hasher = DefaultHasher::new();
        if hash {
            last.bits(&mut hasher);
        }
        hasher.finish()
    };
    Case { name, run: Box::new(run) }
}

impl Case {
    fn time(&mut self, calls: u32) -> Duration {
        let start = Instant::now();
        (self.run)(calls, false);
        start.elapsed()
    }

    fn record(&mut self) {
        let start = Instant::now();
        while start.elapsed() < RECORD {
            (self.run)(10, false);
        }
    }

    /// Nanoseconds of a call and the hash of its result.
    fn measure(&mut self) -> (f64, u64) {
        let hash = (self.run)(1, true);
        let mut calls = 1;
        while self.time(calls) < SAMPLE {
            calls *= 2;
        }
        let mut median = || {
            let mut samples: Vec<f64> =
                (0..SAMPLES).map(|_| self.time(calls).as_nanos() as f64 / f64::from(calls)).collect();
            samples.sort_by(f64::total_cmp);
            samples[SAMPLES / 2]
        };
        let places = [lower::<16>, lower::<32>, lower::<48>, lower::<64>];
        let mean = places.map(|place| place(&mut median)).iter().sum::<f64>() / places.len() as f64;
        (mean, hash)
    }
}

/// Calls with the stack lower by so many bytes. Where a result lies in its cache line decides as
/// much as its kernel, up to half of a call of a few nanoseconds, and the system draws it for
/// each process: all four places are timed, so that none is by luck.
#[inline(never)]
fn lower<const BYTES: usize>(f: &mut dyn FnMut() -> f64) -> f64 {
    let room = [0_u8; BYTES];
    black_box(&room);
    let time = f();
    black_box(&room);
    time
}

fn main() {
    let mode = std::env::args().nth(1);
    let mut cases = kernels_of_the_grid::cases();
    match mode.as_deref() {
        Some("record") => cases.iter_mut().for_each(Case::record),
        Some("measure") => answer(|name| find(&mut cases, name).measure()),
        Some("decided") => answer(|name| {
            let case = find(&mut cases, name);
            case.record();
            case.measure()
        }),
        _ => kernels::report(),
    }
}

fn find<'a>(cases: &'a mut [Case], name: &str) -> &'a mut Case {
    cases.iter_mut().find(|case| case.name == name).expect("a kernel of this program")
}

/// Answers each line that comes in.
fn answer(mut measure: impl FnMut(&str) -> (f64, u64)) {
    for name in std::io::stdin().lines() {
        let (ns, hash) = measure(&name.expect("the bench writes names"));
        println!("{ns}\t{hash:016x}");
    }
}

/// An operand, different for each place.
pub trait Sample {
    fn sample(place: usize) -> Self;
}

fn number(i: usize, place: usize) -> f32 {
    ((i * 7 + place * 13) % 61) as f32 * 0.015 - 0.4
}

macro_rules! floats {
    ($($elem:ident)*) => {$(
        impl Sample for $elem {
            fn sample(place: usize) -> Self {
                number(1, place).into()
            }
        }

        impl<const N: usize> Sample for Vector<$elem, N> {
            fn sample(place: usize) -> Self {
                Vector::from_fn(|i| number(i, place).into())
            }
        }

        impl<const R: usize, const C: usize> Sample for Matrix<$elem, R, C> {
            fn sample(place: usize) -> Self {
                Matrix::from_fn(|i, j| number(i * C + j, place).into())
            }
        }

        impl Bits for $elem {
            fn bits(&self, hasher: &mut DefaultHasher) {
                self.to_bits().hash(hasher);
            }
        }
    )*};
}
floats!(f32 f64);

impl<const N: usize> Sample for Vector<u8, N> {
    fn sample(place: usize) -> Self {
        Vector::from_fn(|i| (i * 7 + place) as u8)
    }
}

impl<const R: usize, const C: usize> Sample for Matrix<u8, R, C> {
    fn sample(place: usize) -> Self {
        Matrix::from_fn(|i, j| (i * 5 + j * 3 + place) as u8)
    }
}

impl<const R: usize, const C: usize> Sample for Matrix<i8, R, C> {
    fn sample(place: usize) -> Self {
        Matrix::from_fn(|i, j| (i * 11 + j * 3 + place) as u8 as i8)
    }
}

impl<const R: usize, const C: usize> Sample for Packed<i8, R, C> {
    fn sample(place: usize) -> Self {
        Packed::new(&Matrix::sample(place))
    }
}

impl Sample for Quantization<u8> {
    fn sample(_: usize) -> Self {
        Quantization { scale: 0.05, zero_point: 3 }
    }
}

/// A result.
pub trait Bits {
    fn bits(&self, hasher: &mut DefaultHasher);
}

impl Bits for () {
    fn bits(&self, _: &mut DefaultHasher) {}
}

macro_rules! integers {
    ($($elem:ident)*) => {$(
        impl Bits for $elem {
            fn bits(&self, hasher: &mut DefaultHasher) {
                self.hash(hasher);
            }
        }
    )*};
}
integers!(u8 i32);

impl<T: Bits, const N: usize> Bits for Vector<T, N> {
    fn bits(&self, hasher: &mut DefaultHasher) {
        self.as_slice().iter().for_each(|element| element.bits(hasher));
    }
}

impl<T: Bits, const R: usize, const C: usize> Bits for Matrix<T, R, C> {
    fn bits(&self, hasher: &mut DefaultHasher) {
        self.as_slice().iter().for_each(|element| element.bits(hasher));
    }
}
