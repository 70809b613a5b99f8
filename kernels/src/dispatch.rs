//! Hand-written code, compiled once per level.

use kernels_plan::levels;

use crate::__private::active_level;
use crate::arch::{self, Arch};
use crate::{Level, UnsupportedLevel};

/// Code that is compiled for every level with vectors of its own ([`Level::base`]): a value
/// that holds its operands.
///
/// `run` must be `#[inline(always)]`, and so must what it calls, down to the last loop:
/// what is inlined into a function of the level is compiled with the level's instructions.
/// `arch` gives the level's vectors; plain loops need it not and are vectorized by the
/// compiler.
///
/// ```
/// use kernels::arch::Arch;
/// use kernels::dispatch::{PerLevel, dispatch};
///
/// struct Scale<'a>(f32, &'a mut [f32]);
///
/// impl PerLevel for Scale<'_> {
///     type Output = ();
///
///     #[inline(always)]
///     fn run<A: Arch>(self, _arch: A) {
///         let Scale(factor, values) = self;
///         values.iter_mut().for_each(|value| *value *= factor);
///     }
/// }
///
/// let mut values = vec![1.5; 100];
/// dispatch(Scale(2.0, &mut values));
/// assert_eq!(values, [3.0; 100]);
/// ```
pub trait PerLevel {
    /// The result.
    type Output;

    /// The code. Make it `#[inline(always)]`.
    fn run<A: Arch>(self, arch: A) -> Self::Output;
}

/// Runs `code` at the base of [`Level::active`]. Example: [`PerLevel`].
#[inline(always)]
pub fn dispatch<C: PerLevel>(code: C) -> C::Output {
    // SAFETY: the active level is one that this processor has.
    unsafe { run(active_level(), code) }
}

impl Level {
    /// Runs `code` at the base of this level.
    ///
    /// # Errors
    /// The machine lacks the level.
    ///
    /// ```
    /// use kernels::arch::{Arch, Simd};
    /// use kernels::{Level, dispatch::PerLevel};
    ///
    /// struct Lanes;
    ///
    /// impl PerLevel for Lanes {
    ///     type Output = usize;
    ///
    ///     #[inline(always)]
    ///     fn run<A: Arch>(self, _arch: A) -> usize {
    ///         A::F32::LANES
    ///     }
    /// }
    ///
    /// assert_eq!(Level::Portable.run(Lanes), Ok(4));
    /// ```
    #[inline(always)]
    pub fn run<C: PerLevel>(self, code: C) -> Result<C::Output, UnsupportedLevel> {
        self.require()?;
        // SAFETY: the processor has the level, as was just seen.
        Ok(unsafe { run(self, code) })
    }
}

/// The arm of a level.
macro_rules! arm {
    (@base itself $($row:tt)*) => { arm!($($row)*) };
    (@base $base:ident $($row:tt)*) => { unreachable!("no base") };
    (any [] $level:ident $code:ident) => {
        // SAFETY: the level needs no feature.
        $code.run(unsafe { arch::$level::assume() })
    };
    (x86_64 [$($feature:tt),*] $level:ident $code:ident) => {{
        #[cfg(target_arch = "x86_64")]
        {
            $(#[target_feature(enable = $feature)])*
            fn at_level<C: PerLevel>(code: C) -> C::Output {
                // SAFETY: this function has the level's features.
                code.run(unsafe { arch::$level::assume() })
            }
            // SAFETY: the processor has the level, by the caller's promise.
            unsafe { at_level($code) }
        }
        #[cfg(not(target_arch = "x86_64"))]
        unreachable!("a level of another architecture")
    }};
}

macro_rules! define {
    ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt [$($feature:tt),*] {
        base: $base:ident, $($rest:tt)*
    })*) => {
        /// # Safety
        /// The processor has `level`.
        #[inline(always)]
        unsafe fn run<C: PerLevel>(level: Level, code: C) -> C::Output {
            match level.base() {
                $(Level::$level => arm!(@base $base $arch [$($feature),*] $level code),)*
            }
        }
    };
}
levels!(define);
