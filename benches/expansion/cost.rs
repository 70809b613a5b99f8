//! Times of compilers.

use std::time::{Duration, Instant};

use crate::fixture::Fixture;

/// What a crate costs, in milliseconds of processor time.
#[derive(Clone, Copy)]
pub struct Cost {
    /// To expand it.
    pub expand: f64,
    /// To expand and compile it.
    pub compile: f64,
}

impl Cost {
    /// More than any.
    pub const MOST: Cost = Cost { expand: f64::INFINITY, compile: f64::INFINITY };

    /// The less in each respect.
    pub fn min(self, other: Cost) -> Cost {
        Cost { expand: self.expand.min(other.expand), compile: self.compile.min(other.compile) }
    }

    /// What it is more than another.
    pub fn over(self, other: Cost) -> Cost {
        Cost { expand: self.expand - other.expand, compile: self.compile - other.compile }
    }
}

/// Compiles a crate of one kernel, once each way.
pub fn measure(fixture: &Fixture, name: &str, source: &str) -> Cost {
    fixture.write(source);
    let run = |emit: &str| {
        let before = children();
        let output = fixture.rustc(emit, name).output().expect("rustc runs");
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        (children() - before).as_secs_f64() * 1e3
    };
    Cost { expand: run("dep-info"), compile: run("dep-info,metadata,obj") }
}

/// Seconds in which cargo builds the crate, and those of the processor.
pub fn build(fixture: &Fixture, source: &str) -> (f64, f64) {
    fixture.write(source);
    let (start, before) = (Instant::now(), children());
    fixture.build();
    (start.elapsed().as_secs_f64(), (children() - before).as_secs_f64())
}

/// Processor time of the processes that were started here and have ended.
fn children() -> Duration {
    /// The C library's `struct rusage`: two times, of the program and of the system for it,
    /// and 14 numbers.
    #[repr(C)]
    struct Usage {
        times: [[i64; 2]; 2],
        _rest: [i64; 14],
    }
    unsafe extern "C" {
        fn getrusage(who: i32, usage: *mut Usage) -> i32;
    }
    const CHILDREN: i32 = -1;
    let mut usage = Usage { times: [[0; 2]; 2], _rest: [0; 14] };
    // SAFETY: `usage` is laid out as the C library's structure on 64-bit Linux.
    let status = unsafe { getrusage(CHILDREN, &mut usage) };
    assert_eq!(status, 0, "the time of children is known");
    let [program, system] = usage
        .times
        .map(|[seconds, micros]| Duration::from_secs(seconds as u64) + Duration::from_micros(micros as u64));
    program + system
}
