//! The rate of four-way dots at the active level.

use std::arch::asm;
use std::hint::black_box;

use kernels::Level;
use kernels::arch::{Arch, Int, Quads};

/// Vectors of weights.
const VECTORS: usize = 2;
/// Steps in a run: many to a call, few to a sample.
const STEPS: usize = 100;

/// Runs four-way dots, exact ones or those of 7-bit bytes, as fast as the core can, and returns
/// how many products of two bytes that were.
///
/// Both operands are at hand: quads of bytes to broadcast, and weights in registers, where there
/// is no VNNI already widened. It is a tile whose weights are never loaded.
pub fn quads(pairs: bool) -> f64 {
    macro_rules! levels {
        ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt $features:tt {
            base: $base:ident, $($rest:tt)*
        })*) => {
            match Level::active() {
                $(Level::$level => levels!(@level $arch $features $level),)*
            }
        };
        (@level any [] $level:ident) => {
            // SAFETY: the level needs no feature.
            run(unsafe { <kernels::arch::$level as Quads>::assume_quads() }, pairs)
        };
        (@level x86_64 [$($feature:tt),*] $level:ident) => {{
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature($(enable = $feature),*)]
                fn at_level(pairs: bool) -> f64 {
                    // SAFETY: this function has the level's features.
                    run(unsafe { <kernels::arch::$level as Quads>::assume_quads() }, pairs)
                }
                // SAFETY: the processor has the active level.
                unsafe { at_level(pairs) }
            }
            #[cfg(not(target_arch = "x86_64"))]
            unreachable!("a level of another architecture")
        }};
    }
    kernels_plan::levels!(levels)
}

#[inline(always)]
fn run<Q: Quads>(q: Q, pairs: bool) -> f64 {
    // Without VNNI a sum is ready in a cycle, and 8 with their factors fit into 16 registers; an
    // instruction of VNNI takes 4 or 5 cycles, and two of them start in one.
    match (pairs, Q::FAST_PAIRS) {
        (true, true) => tile::<Q, 4, true>(q),
        (false, true) => tile::<Q, 4, false>(q),
        (_, false) => tile::<Q, 6, false>(q),
    }
}

#[inline(always)]
fn tile<Q: Quads, const ROWS: usize, const PAIRS: bool>(q: Q) -> f64 {
    let splat = |bytes| <<Q::Arch as Arch>::I32 as Int>::splat(q.arch(), bytes);
    let bytes = black_box([0x1122_3344; ROWS]);
    let weights = black_box([0x0102_0304, 0x0506_0708]).map(splat);
    let mut sums = [[splat(0); VECTORS]; ROWS];
    let mut from = bytes.as_ptr();
    for _ in 0..STEPS {
        // SAFETY: no instruction at all. The compiler has to take the bytes for new ones.
        unsafe { asm!("/* {0} */", inout(reg) from, options(nostack, preserves_flags)) };
        for (r, sums) in sums.iter_mut().enumerate() {
            // SAFETY: there are so many.
            let bytes = splat(unsafe { from.add(r).read() });
            for (sum, weights) in sums.iter_mut().zip(weights) {
                *sum = match PAIRS {
                    true => q.dot_pairs(*sum, bytes, weights),
                    false => q.dot(*sum, bytes, weights),
                };
            }
        }
    }
    let mut sum = splat(0);
    for other in sums.as_flattened() {
        sum = sum + *other;
    }
    black_box(sum.sum());
    (4 * <<Q::Arch as Arch>::I32 as Int>::LANES * VECTORS * ROWS * STEPS) as f64
}
