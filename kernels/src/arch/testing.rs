//! Runs a generic check on every level of the table, the way emitted kernels run: inside
//! a function with the level's features.

use super::{Arch, Element, Int, Quads, Scalar, Simd};

/// A check that is written once and instantiated for every level and element type.
pub(crate) trait Check {
    /// `LANES` is `V::LANES`, `W` the registers that hold the lanes of the order of
    /// additions, and `G` about a third of the lanes. Implementations are `#[inline(always)]`, so that they are compiled with
    /// the level's features.
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch);
}

/// Runs `check` for both element types on the level of single elements and on every base
/// of the table of levels that this processor has; returns the names of those it ran on, and prints
/// those it skipped.
pub(crate) fn every_level(check: &impl Check) -> Vec<&'static str> {
    let mut ran = vec!["scalar"];
    check.run::<f32, 1, 16, 1>(Scalar);
    check.run::<f64, 1, 8, 1>(Scalar);
    macro_rules! levels {
        ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt $features:tt {
            base: $base:ident, f32: $f32:literal, f64: $f64:literal, $($rest:tt)*
        })*) => { $(levels!(@base $base $arch $features $level $name $f32 $f64);)* };
        (@base itself $($row:tt)*) => { levels!(@level $($row)*); };
        (@base $base:ident $($row:tt)*) => {};
        (@level any [] $level:ident $name:literal $f32:literal $f64:literal) => {
            // SAFETY: the level needs no feature.
            let arch = unsafe { <super::$level as Arch>::assume() };
            check.run::<<super::$level as Arch>::F32, $f32, { 16 / $f32 }, { third($f32) }>(arch);
            check.run::<<super::$level as Arch>::F64, $f64, { 8 / $f64 }, { third($f64) }>(arch);
            ran.push($name);
        };
        (@level x86_64 [$($feature:tt),*] $level:ident $name:literal $f32:literal $f64:literal) => {
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature($(enable = $feature),*)]
                fn run(check: &impl Check) {
                    // SAFETY: this function has the level's features.
                    let arch = unsafe { <super::$level as Arch>::assume() };
                    check.run::<<super::$level as Arch>::F32, $f32, { 16 / $f32 }, { third($f32) }>(arch);
                    check.run::<<super::$level as Arch>::F64, $f64, { 8 / $f64 }, { third($f64) }>(arch);
                }
                if $(std::arch::is_x86_feature_detected!($feature))&&* {
                    // SAFETY: the features were just detected.
                    unsafe { run(check) };
                    ran.push($name);
                } else {
                    println!("skipped {}", $name);
                }
            }
            #[cfg(not(target_arch = "x86_64"))]
            println!("skipped {}: for x86-64", $name);
        };
    }
    kernels_plan::levels!(levels);
    ran
}

/// As [`Check`], for code with integers.
pub(crate) trait QuadCheck {
    /// `LANES` is that of the vectors of `i32`.
    fn run<Q: Quads, const LANES: usize>(&self, q: Q);
}

/// As [`every_level`], also on the levels that only add integer instructions.
pub(crate) fn every_quads(check: &impl QuadCheck) -> Vec<&'static str> {
    let mut ran = Vec::new();
    macro_rules! levels {
        ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt $features:tt {
            base: $base:ident, f32: $lanes:literal, $($rest:tt)*
        })*) => { $(levels!(@level $arch $features $level $name $lanes);)* };
        (@level any [] $level:ident $name:literal $lanes:literal) => {
            // SAFETY: the level needs no feature.
            check.run::<_, $lanes>(unsafe { <super::$level as Quads>::assume_quads() });
            ran.push($name);
        };
        (@level x86_64 [$($feature:tt),*] $level:ident $name:literal $lanes:literal) => {
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature($(enable = $feature),*)]
                fn run(check: &impl QuadCheck) {
                    // SAFETY: this function has the level's features.
                    check.run::<_, $lanes>(unsafe { <super::$level as Quads>::assume_quads() });
                }
                if $(std::arch::is_x86_feature_detected!($feature))&&* {
                    // SAFETY: the features were just detected.
                    unsafe { run(check) };
                    ran.push($name);
                } else {
                    println!("skipped {}", $name);
                }
            }
            #[cfg(not(target_arch = "x86_64"))]
            println!("skipped {}: for x86-64", $name);
        };
    }
    kernels_plan::levels!(levels);
    ran
}

/// The lanes of a vector of integers.
#[inline(always)]
pub(crate) fn integers<I: Int>(v: I) -> Vec<i32> {
    let mut out = vec![0; I::LANES];
    // SAFETY: `out` has `LANES` elements.
    unsafe { v.store(out.as_mut_ptr()) };
    out
}

/// Bits that find mistakes: a third of them extremes, of 32-bit numbers or of the bytes.
pub(crate) fn bits(count: usize, seed: u64) -> Vec<i32> {
    let extremes = [0, 1, -1, i32::MIN, i32::MAX, 0x7f7f_7f7f, -0x7f7f_7f80, 0x00ff_00ff, -0x7f01_7f01];
    let mut state = seed.wrapping_mul(2).wrapping_add(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move || {
        // Xorshift64*, the usual constants.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 20
    };
    let mut value =
        || if next() % 3 == 0 { extremes[next() as usize % extremes.len()] } else { next() as i32 };
    (0..count).map(|_| value()).collect()
}

/// A number of rows that divides nothing evenly, so that groups of it overlap.
const fn third(lanes: usize) -> usize {
    lanes.div_ceil(3)
}

/// Equal bit by bit, or both NaN.
pub(crate) fn same<T: Element>(a: T, b: T) -> bool {
    let (a, b) = (a.to_f64(), b.to_f64());
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

/// The lanes of a vector.
#[inline(always)]
pub(crate) fn lanes<V: Simd>(v: V) -> Vec<V::Elem> {
    let mut out = vec![V::Elem::ZERO; V::LANES];
    // SAFETY: `out` has `LANES` elements.
    unsafe { v.store(out.as_mut_ptr()) };
    out
}

/// Values that find mistakes: special ones (NaN, infinities, denormals, both zeros, the
/// extremes) among ordinary ones of mixed size and sign. `special` is their share in 256.
pub(crate) fn samples<T: Element>(count: usize, seed: u64, special: u64) -> Vec<T> {
    let tiny = if size_of::<T>() == 4 { f64::from(f32::from_bits(3)) } else { f64::from_bits(3) };
    let specials =
        [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, tiny, -tiny, 3e38, -3e38, 1e-30, -1e-30];
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut next = move || {
        // Xorshift64*, the usual constants.
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    };
    let mut sample = || {
        if next() % 256 < special {
            return specials[next() as usize % specials.len()];
        }
        let fraction = next() as f64 / (1_u64 << 52) as f64 - 1.0;
        fraction * 2.0_f64.powi((next() % 9) as i32 - 4)
    };
    (0..count).map(|_| T::from_f64(sample())).collect()
}
