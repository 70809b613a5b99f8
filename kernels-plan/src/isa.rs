//! The one table that says what an instruction-set level is.
//!
//! Detection, dispatch, emission, planning, tests and documentation all read it;
//! nothing else in the workspace spells a feature list. [`levels!`](crate::levels)
//! hands the table to a macro, for the places that need its rows as tokens (features
//! must be literals there); [`LEVELS`] holds the same rows as data.

use crate::graph::Elem;

/// Hands every row of the level table, narrowest first, to the macro `$consumer`.
///
/// A row reads `Type "name" architecture ["feature", …] { f32: lanes, f64: lanes,
/// registers: count }`, with its documentation in front. A level includes everything
/// that the levels above it in the table can do on its architecture.
///
/// ```
/// macro_rules! names {
///     ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:literal),*] {
///         f32: $f32:literal, f64: $f64:literal, registers: $registers:literal
///     })*) => { [$($name),*] };
/// }
/// assert_eq!(kernels_plan::levels!(names), ["portable", "avx2", "avx512"]);
/// ```
#[macro_export]
macro_rules! levels {
    ($consumer:ident) => {
        $consumer! {
            /// Plain arrays and `mul_add`, on every processor.
            Portable "portable" any [] { f32: 4, f64: 2, registers: 16 }
            /// 256-bit vectors with fused multiply-add (x86-64-v3).
            Avx2 "avx2" x86_64 ["avx2", "fma"] { f32: 8, f64: 4, registers: 16 }
            /// 512-bit vectors with masks (x86-64-v4).
            Avx512 "avx512" x86_64 ["avx512f", "avx512bw", "avx512dq", "avx512vl"] { f32: 16, f64: 8, registers: 32 }
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
    /// f32 elements in a vector register.
    pub f32_lanes: usize,
    /// f64 elements in a vector register.
    pub f64_lanes: usize,
    /// Vector registers a kernel may use.
    pub registers: usize,
}

impl Isa {
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
        f32: $f32:literal, f64: $f64:literal, registers: $registers:literal
    })*) => {
        /// Every level, narrowest first.
        pub const LEVELS: &[Isa] = &[$(Isa {
            type_name: stringify!($level),
            name: $name,
            arch: stringify!($arch),
            features: &[$($feature),*],
            f32_lanes: $f32,
            f64_lanes: $f64,
            registers: $registers,
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
