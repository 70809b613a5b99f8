//! What the vectors of all x86-64 levels have in common.

/// An intrinsic on vectors: they exist only where a token of their level does.
macro_rules! proven {
    ($e:expr) => {
        // SAFETY: `self` (or `arch`) proves the level's features, which are those of every intrinsic here.
        unsafe { $e }
    };
}

/// Operators with two operands of a vector type, from the intrinsic of each.
macro_rules! binary_operators {
    ($name:ident: $($trait:ident $method:ident $intrinsic:ident),*) => {
        $(impl core::ops::$trait for $name {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                $name(proven!($intrinsic(self.0, other.0)))
            }
        })*
    };
}

/// The operators of a vector of integers, from the intrinsic of each.
macro_rules! integer_operators {
    ($name:ident: $($trait:ident $method:ident $intrinsic:ident),*; Neg $zero:ident $sub:ident) => {
        binary_operators!($name: $($trait $method $intrinsic),*);

        impl core::ops::Neg for $name {
            type Output = Self;

            #[inline(always)]
            fn neg(self) -> Self {
                $name(proven!($sub($zero(), self.0)))
            }
        }
    };
}

/// The arithmetic operators of a vector of floats, from the intrinsic of each.
macro_rules! operators {
    ($name:ident: $($trait:ident $method:ident $intrinsic:ident),*; Neg $xor:ident $set1:ident) => {
        binary_operators!($name: $($trait $method $intrinsic),*);

        impl core::ops::Neg for $name {
            type Output = Self;

            #[inline(always)]
            fn neg(self) -> Self {
                $name(proven!($xor(self.0, $set1(-0.0))))
            }
        }
    };
}

/// `Simd::opaque` of a vector type, in registers of a class.
macro_rules! opaque {
    ($name:ident($register:ident) in $class:ident with $feature:literal) => {
        #[inline(always)]
        fn opaque(self) -> Self {
            /// An operand of the class needs the feature.
            #[target_feature(enable = $feature)]
            #[inline]
            fn opaque(mut v: $register) -> $register {
                // SAFETY: no instruction, and no effect besides hiding where the value came from.
                unsafe {
                    core::arch::asm!(
                        "/* {0} */", inout($class) v, options(pure, nomem, nostack, preserves_flags)
                    );
                }
                v
            }
            $name(proven!(opaque(self.0)))
        }
    };
}

/// The same number, of which the compiler knows nothing.
#[inline(always)]
pub(super) fn hidden(mut n: u32) -> u32 {
    // SAFETY: no instruction, and no effect besides hiding where the value came from.
    unsafe {
        core::arch::asm!("/* {0:e} */", inout(reg) n, options(pure, nomem, nostack, preserves_flags));
    }
    n
}
