//! What a dispatched call costs over one whose level is known: a load of the active level
//! and a jump, and that the kernel is not inlined.
//!
//! The kernels are as small as kernels get, so that the cost shows. The last lines read
//! `DISPATCH <case> direct=<ns> dispatched=<ns> cost=<ns>`.

#[path = "common/interleaved.rs"]
mod interleaved;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::Criterion;
use kernels::Level;
use kernels::arch::Arch;
use kernels::dispatch::{PerLevel, dispatch};
use kernels::prelude::*;

#[kernel]
fn dot_4(a: &Vector<f32, 4>, b: &Vector<f32, 4>) -> f32 {
    dot(a, b)
}

#[kernel]
fn axpy_16(a: f32, x: &Vector<f32, 16>, y: &Vector<f32, 16>) -> Vector<f32, 16> {
    a * x + y
}

/// Calls a kernel this many times.
type Calls = fn(u64);

struct Case {
    name: &'static str,
    direct: Calls,
    dispatched: Calls,
    reference: Calls,
}

/// Enough calls that reading the clock does not count.
const CALLS: u64 = 20_000;
const ROUNDS: usize = 51;

macro_rules! repeat {
    ($calls:ident, $call:expr) => {
        for _ in 0..$calls {
            black_box(&$call);
        }
    };
}

/// A loop compiled for the active level, so that the kernel can be inlined into it.
macro_rules! direct {
    (|$calls:ident, $level:ident| $call:expr) => {{
        struct Direct(u64, Level);

        impl PerLevel for Direct {
            type Output = ();

            #[inline(always)]
            fn run<A: Arch>(self, _arch: A) {
                let Direct($calls, $level) = self;
                // SAFETY: the level is the active one, which this processor has.
                repeat!($calls, unsafe { $call });
            }
        }

        |calls| dispatch(Direct(calls, Level::active()))
    }};
}

static A: Vector<f32, 4> = Vector::splat(1.5);
static X: Vector<f32, 16> = Vector::splat(2.5);

fn cases() -> [Case; 2] {
    [
        Case {
            name: "dot_4",
            direct: direct!(|calls, level| dot_4::__run(level, black_box(&A), black_box(&A))),
            dispatched: |calls| repeat!(calls, dot_4(black_box(&A), black_box(&A))),
            reference: |calls| repeat!(calls, dot_4::reference(black_box(&A), black_box(&A))),
        },
        Case {
            name: "axpy_16",
            direct: direct!(|calls, level| axpy_16::__run(
                level,
                black_box(3.0),
                black_box(&X),
                black_box(&X)
            )),
            dispatched: |calls| repeat!(calls, axpy_16(black_box(3.0), black_box(&X), black_box(&X))),
            reference: |calls| {
                repeat!(calls, axpy_16::reference(black_box(3.0), black_box(&X), black_box(&X)))
            },
        },
    ]
}

fn main() {
    let mut criterion = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(500))
        .configure_from_args();
    let cases = cases();
    for case in &cases {
        let mut group = criterion.benchmark_group(case.name);
        let ways = [("direct", case.direct), ("dispatched", case.dispatched), ("reference", case.reference)];
        for (way, run) in ways {
            group.bench_function(way, |bencher| {
                bencher.iter_custom(|calls| {
                    let start = Instant::now();
                    run(calls);
                    start.elapsed()
                });
            });
        }
    }
    criterion.final_summary();
    for case in &cases {
        println!("{}", summary(case));
    }
}

fn summary(case: &Case) -> String {
    let times =
        interleaved::medians(ROUNDS, &mut [&mut || (case.direct)(CALLS), &mut || (case.dispatched)(CALLS)]);
    let [direct, dispatched] = [times[0], times[1]].map(|time| time.as_secs_f64() * 1e9 / CALLS as f64);
    let cost = dispatched - direct;
    format!("DISPATCH {} direct={direct:.2} dispatched={dispatched:.2} cost={cost:.2}", case.name)
}
