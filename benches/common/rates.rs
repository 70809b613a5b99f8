//! What the core can do at the active level: multiply-adds and loads, measured beside
//! each case.

use std::hint::black_box;

use kernels::arch::{Arch, Element, Simd};
use kernels::dispatch::{PerLevel, dispatch};

use super::place::LINE;

/// Independent sums: two units with latencies of 4 or 5 cycles keep 10 of them busy, and
/// 12 with their factors fit into 16 registers.
const CHAINS: usize = 12;
/// Steps of each chain in a run: many to a call, few to a sample.
const STEPS: usize = 100;

/// Runs multiply-adds as fast as the core can, and returns how many operations (two each)
/// on elements that were.
pub fn multiply_adds<T: Element>() -> f64 {
    struct MultiplyAdds<T>(T);

    impl<T: Element> PerLevel for MultiplyAdds<T> {
        type Output = f64;

        #[inline(always)]
        fn run<A: Arch>(self, arch: A) -> f64 {
            let factor = T::Vector::<A>::splat(arch, self.0);
            let mut chains = [factor; CHAINS];
            for _ in 0..STEPS {
                for chain in &mut chains {
                    *chain = factor.mul_add(factor, *chain);
                }
            }
            let mut sum = chains[0];
            for chain in &chains[1..] {
                sum = sum + *chain;
            }
            black_box(sum.first());
            (2 * CHAINS * STEPS * T::Vector::<A>::LANES) as f64
        }
    }
    dispatch(MultiplyAdds(black_box(T::HALF)))
}

/// Vectors to load before the next step of the loop; each goes to a sum of its own.
const STREAMS: usize = 8;

/// Loads the elements once, as fast as the core can.
pub fn loads(elements: &[f32]) {
    struct Loads<'a>(&'a [f32]);

    impl PerLevel for Loads<'_> {
        type Output = ();

        #[inline(always)]
        fn run<A: Arch>(self, arch: A) {
            let lanes = A::F32::LANES;
            let mut sums = [A::F32::splat(arch, 0.0); STREAMS];
            for chunk in self.0.chunks_exact(STREAMS * lanes) {
                for (i, sum) in sums.iter_mut().enumerate() {
                    // SAFETY: the chunk has so many vectors.
                    *sum = *sum + unsafe { A::F32::load(arch, chunk.as_ptr().add(i * lanes)) };
                }
            }
            let mut sum = sums[0];
            for other in &sums[1..] {
                sum = sum + *other;
            }
            black_box(sum.first());
        }
    }
    dispatch(Loads(black_box(elements)));
}

/// Elements to load, aligned: a vector across two cache lines takes twice the time.
pub struct Footprint {
    memory: Vec<f32>,
    len: usize,
}

impl Footprint {
    pub fn new(bytes: usize) -> Self {
        let len = bytes / size_of::<f32>();
        Footprint { memory: vec![1.0; len + LINE / size_of::<f32>()], len }
    }

    pub fn elements(&self) -> &[f32] {
        &self.memory[self.memory.as_ptr().align_offset(LINE)..][..self.len]
    }
}

/// Bytes to load again and again, to see the rate of the cache that holds a case's
/// operands: half of the first level's, or as many as the operands past it.
pub fn footprint_bytes(operands: usize) -> usize {
    let first_level = first_level_bytes();
    if operands <= first_level { first_level / 2 } else { operands.next_multiple_of(4096) }
}

/// Of the first data cache.
fn first_level_bytes() -> usize {
    // SAFETY: asks for a number.
    let bytes = unsafe { libc::sysconf(libc::_SC_LEVEL1_DCACHE_SIZE) };
    // Every x86-64 processor has at least 32 KiB.
    usize::try_from(bytes).unwrap_or(0).max(32 << 10)
}
