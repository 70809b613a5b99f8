//! Criterion's groups: one per case, a line per way.

use std::time::{Duration, Instant};

use criterion::Criterion;

use super::Operand;
use super::compare::Case;
use super::place::Arena;

/// Short times: there are hundreds of functions, and what counts is the interleaved
/// comparison.
pub fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(100))
        .configure_from_args()
}

impl<T: Operand> Case<T> {
    /// Runs the case as a group.
    pub fn group(&self, criterion: &mut Criterion) {
        let mut arena = Arena::new(self.lens);
        let place = arena.place(0);
        let mut group = criterion.benchmark_group(format!("{} {}", self.set, self.name));
        for way in &self.ways {
            group.bench_function(way.name, |bencher| {
                bencher.iter_custom(|calls| {
                    let start = Instant::now();
                    (way.run)(calls, place);
                    start.elapsed()
                });
            });
        }
    }
}
