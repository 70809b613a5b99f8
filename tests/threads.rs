//! Products on several threads: the bits of one.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

use kernels::Level;
use kernels::prelude::*;

#[kernel]
fn scores(
    a: &Matrix<f32, 300, 200>,
    b: &Matrix<f32, 200, 1100>,
    c: &Vector<f32, 1100>,
) -> Matrix<f32, 300, 1100> {
    relu(a * b + c)
}

#[kernel]
fn accumulate(out: &mut Matrix<f64, 270, 260>, a: &Matrix<f64, 300, 270>, b: &Matrix<f64, 260, 300>) {
    *out += a.t() * b.t();
}

fn numbers<const N: usize>(seed: u32) -> Vec<f64> {
    let mut state = seed;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state) / f64::from(u32::MAX) - 0.5
    };
    (0..N).map(next).collect()
}

/// The stack of a thread that runs a test is too small for matrices of this size by value.
fn boxed<T: Copy + 'static, const R: usize, const C: usize>(values: Vec<T>) -> Box<Matrix<T, R, C>> {
    let values: &Matrix<T, R, C> = values.as_slice().try_into().expect("as many elements");
    Box::new(*values)
}

/// Runs `test` with a stack of 64 MiB.
fn roomy(test: fn()) {
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(test).expect("a thread starts");
    if let Err(panic) = thread.join() {
        std::panic::resume_unwind(panic);
    }
}

fn f32s(values: Vec<f64>) -> Vec<f32> {
    values.into_iter().map(|x| x as f32).collect()
}

fn pools() -> impl Iterator<Item = rayon::ThreadPool> {
    [1, 2, 3, 8].into_iter().map(|threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(64 << 20);
        pool.build().expect("threads start")
    })
}

#[test]
fn blocks_run_side_by_side() {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("threads start");
    let arrived = AtomicUsize::new(0);
    let begin = Instant::now();
    // Each waits for the other: one after the other they would wait in vain.
    pool.install(|| {
        kernels::__private::tasks(2, |_| {
            arrived.fetch_add(1, SeqCst);
            while arrived.load(SeqCst) < 2 && begin.elapsed() < Duration::from_secs(20) {
                std::thread::yield_now();
            }
        });
    });
    assert!(begin.elapsed() < Duration::from_secs(20), "the tasks ran one after the other");
}

#[test]
fn every_number_of_threads_gives_the_same_bits() {
    roomy(|| {
        let a = boxed::<f32, 300, 200>(f32s(numbers::<60_000>(1)));
        let b = boxed::<f32, 200, 1100>(f32s(numbers::<220_000>(2)));
        let c = f32s(numbers::<1100>(3));
        let c: &Vector<f32, 1100> = c.as_slice().try_into().expect("as many elements");
        let expected = scores::reference(&a, &b, c);
        for level in Level::supported() {
            for pool in pools() {
                let got = pool.install(|| Box::new(scores::at(level, &a, &b, c).expect("it is supported")));
                let same =
                    got.as_slice().iter().zip(expected.as_slice()).all(|(x, y)| x.to_bits() == y.to_bits());
                assert!(same, "level {level}, {} threads", pool.current_num_threads());
            }
        }
    });
}

#[test]
fn sums_that_wait_aside_are_each_threads_own() {
    roomy(|| {
        let a = boxed::<f64, 300, 270>(numbers::<81_000>(4));
        let b = boxed::<f64, 260, 300>(numbers::<78_000>(5));
        let old = boxed::<f64, 270, 260>(numbers::<70_200>(6));
        let mut expected = old.clone();
        accumulate::reference(&mut expected, &a, &b);
        for level in Level::supported() {
            for pool in pools() {
                let mut out = old.clone();
                pool.install(|| accumulate::at(level, &mut out, &a, &b).expect("it is supported"));
                let same =
                    out.as_slice().iter().zip(expected.as_slice()).all(|(x, y)| x.to_bits() == y.to_bits());
                assert!(same, "level {level}, {} threads", pool.current_num_threads());
            }
        }
    });
}
