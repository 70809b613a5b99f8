//! What the vectors of all x86-64 levels have in common.

/// An intrinsic on vectors: they exist only where a token of their level does.
macro_rules! proven {
    ($e:expr) => {
        // SAFETY: `self` (or `arch`) proves the level's features, which are those of every intrinsic here.
        unsafe { $e }
    };
}

/// The operators of a vector of integers, from the intrinsic of each.
macro_rules! integer_operators {
    ($name:ident: $($trait:ident $method:ident $intrinsic:ident),*; Neg $zero:ident $sub:ident) => {
        $(impl core::ops::$trait for $name {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                $name(proven!($intrinsic(self.0, other.0)))
            }
        })*

        impl core::ops::Neg for $name {
            type Output = Self;

            #[inline(always)]
            fn neg(self) -> Self {
                $name(proven!($sub($zero(), self.0)))
            }
        }
    };
}

/// The arithmetic operators of a vector type, from the intrinsic of each.
macro_rules! operators {
    ($name:ident: $($trait:ident $method:ident $intrinsic:ident),*; Neg $xor:ident $set1:ident) => {
        $(impl core::ops::$trait for $name {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                $name(proven!($intrinsic(self.0, other.0)))
            }
        })*

        impl core::ops::Neg for $name {
            type Output = Self;

            #[inline(always)]
            fn neg(self) -> Self {
                $name(proven!($xor(self.0, $set1(-0.0))))
            }
        }
    };
}
