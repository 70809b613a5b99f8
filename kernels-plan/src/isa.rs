//! The one table that says what an instruction-set level is.
//!
//! Detection, dispatch, emission, planning, tests and documentation all read it;
//! nothing else in the workspace spells a feature list. [`levels!`](crate::levels)
//! hands the table to a macro, for the places that need its rows as tokens (features
//! must be literals there); [`LEVELS`] holds the same rows as data.

use crate::graph::Elem;

/// Hands every row of the level table, narrowest first, to the macro `$consumer`.
///
/// A row reads `Type "name" architecture ["feature", …] { base: Type, f32: lanes, f64: lanes,
/// registers: count, second_kib: count }`, with its documentation in front; a consumer that needs
/// not all of it takes the end as `$($rest:tt)*`.
///
/// The base of a level is the one whose vectors it uses: `itself`, or the type of the one that
/// it adds integer instructions to, whose features are all among its own. A base includes what the
/// bases above it can do on its architecture; of the additions a processor may have any, so a
/// level need not include one that stands above it. A processor runs the last level of
/// the table that it has.
///
/// ```
/// macro_rules! names {
///     ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:literal),*] {
///         base: $base:ident, $($rest:tt)*
///     })*) => { [$($name),*] };
/// }
/// assert_eq!(kernels_plan::levels!(names), ["portable", "avx2", "avxvnni", "avx512", "avx512vnni"]);
/// ```
#[macro_export]
macro_rules! levels {
    // The second-level caches are those of Zen 2 and 3, and, where vectors have 512 bits, of
    // Skylake-X and Zen 4. Where one is half as large, what does not fit comes from the third at
    // the same rate.
    ($consumer:ident) => {
        $consumer! {
            /// Plain arrays and `mul_add`, on every processor.
            Portable "portable" any [] {
                base: itself, f32: 4, f64: 2, registers: 16, second_kib: 512
            }
            /// 256-bit vectors with fused multiply-add (x86-64-v3).
            Avx2 "avx2" x86_64 ["avx2", "fma"] {
                base: itself, f32: 8, f64: 4, registers: 16, second_kib: 512
            }
            /// The same with products of bytes, four to a lane (AVX-VNNI).
            AvxVnni "avxvnni" x86_64 ["avx2", "fma", "avxvnni"] {
                base: Avx2, f32: 8, f64: 4, registers: 16, second_kib: 512
            }
            /// 512-bit vectors with masks (x86-64-v4).
            Avx512 "avx512" x86_64 ["avx512f", "avx512bw", "avx512dq", "avx512vl"] {
                base: itself, f32: 16, f64: 8, registers: 32, second_kib: 1024
            }
            /// The same with products of bytes, four to a lane (AVX512-VNNI).
            Avx512Vnni "avx512vnni" x86_64 ["avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512vnni"] {
                base: Avx512, f32: 16, f64: 8, registers: 32, second_kib: 1024
            }
        }
    };
}

/// One row of the level table.
///
/// ```
/// let avx2 = kernels_plan::isa::find("avx2").unwrap();
/// assert_eq!((avx2.f32_lanes, avx2.registers), (8, 16));
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Isa {
    /// The level's type in `kernels`, as `Avx2`.
    pub type_name: &'static str,
    /// The name users write, as in `KERNELS_ISA=avx2`.
    pub name: &'static str,
    /// The `target_arch` it exists on; `any` for all.
    pub arch: &'static str,
    /// Its `target_feature`s.
    pub features: &'static [&'static str],
    /// The type of its base, as `Avx2`, or `itself`.
    base: &'static str,
    /// f32 elements in a vector register.
    pub f32_lanes: usize,
    /// f64 elements in a vector register.
    pub f64_lanes: usize,
    /// Vector registers a kernel may use.
    pub registers: usize,
    /// Bytes of the second-level cache of the processors that have the level, usually.
    pub second_level: usize,
}

impl Isa {
    /// The level whose vectors this one uses: all that kernels without integers need.
    ///
    /// ```
    /// use kernels_plan::isa;
    /// assert_eq!(isa::find("avxvnni").unwrap().base().name, "avx2");
    /// assert_eq!(isa::find("avx512").unwrap().base().name, "avx512");
    /// ```
    pub fn base(&self) -> &'static Isa {
        let name = if self.is_base() { self.type_name } else { self.base };
        let base = LEVELS.iter().find(|isa| isa.type_name == name);
        base.expect("the base of a level is in the table")
    }

    /// Whether it is a base: if not, it differs from its own in instructions on integers only.
    ///
    /// ```
    /// use kernels_plan::isa;
    /// assert!(isa::find("avx2").unwrap().is_base() && !isa::find("avx512vnni").unwrap().is_base());
    /// ```
    pub fn is_base(&self) -> bool {
        self.base == "itself"
    }

    /// Whether products of bytes are faster where the sum of two fits 16 bits: on levels with
    /// that instruction and without one that adds four products to 32 bits.
    ///
    /// ```
    /// use kernels_plan::isa;
    /// assert!(isa::find("avx512").unwrap().has_byte_pairs());
    /// assert!(!isa::find("avx512vnni").unwrap().has_byte_pairs());
    /// ```
    pub fn has_byte_pairs(&self) -> bool {
        self.is_base() && !self.features.is_empty()
    }

    /// Elements in a vector register.
    ///
    /// ```
    /// use kernels_plan::{graph::Elem, isa};
    /// assert_eq!(isa::find("avx512").unwrap().lanes(Elem::F64), 8);
    /// ```
    pub fn lanes(&self, elem: Elem) -> usize {
        match elem {
            Elem::F64 => self.f64_lanes,
            // Quantized elements are `i32` in registers.
            _ => self.f32_lanes,
        }
    }
}

macro_rules! rows {
    ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:literal),*] {
        base: $base:ident, f32: $f32:literal, f64: $f64:literal, registers: $registers:literal,
        second_kib: $second_kib:literal
    })*) => {
        /// Every level, narrowest first.
        pub const LEVELS: &[Isa] = &[$(Isa {
            type_name: stringify!($level),
            name: $name,
            arch: stringify!($arch),
            features: &[$($feature),*],
            base: stringify!($base),
            f32_lanes: $f32,
            f64_lanes: $f64,
            registers: $registers,
            second_level: $second_kib << 10,
        }),*];
    };
}
levels!(rows);

/// The level of this name.
///
/// ```
/// assert!(kernels_plan::isa::find("sse9").is_none());
/// ```
pub fn find(name: &str) -> Option<&'static Isa> {
    LEVELS.iter().find(|isa| isa.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_has_what_its_base_has() {
        for isa in LEVELS {
            let base = isa.base();
            assert!(base.is_base(), "{}", isa.name);
            assert!(base.features.iter().all(|feature| isa.features.contains(feature)), "{}", isa.name);
            let shape = |isa: &Isa| (isa.arch, isa.f32_lanes, isa.f64_lanes, isa.registers);
            assert_eq!(shape(isa), shape(base), "{}", isa.name);
        }
    }
}
