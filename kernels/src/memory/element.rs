//! Elements in memory, and the vectors that registers hold them as.

use half::bf16;

use crate::U7;
use crate::arch::{Int, Simd};

/// Elements in memory that registers hold as `R`: `f32` as a vector of `f32`, and so
/// `bf16`, which is widened.
///
/// ```
/// use kernels::{arch::Scalar, bf16, memory::Src};
/// let w = [bf16::from_f32(1.5), bf16::from_f32(-2.0)];
/// // SAFETY: there is an element 1.
/// let x: f32 = unsafe { Src::of(&w).load(Scalar, 1) };
/// assert_eq!(x, -2.0);
/// ```
pub trait LoadAs<R>: Copy {
    /// The level of the vector.
    type Arch;
    /// Its lanes.
    const LANES: usize;

    /// Reads `LANES` elements; any alignment.
    ///
    /// # Safety
    /// `p` points to `LANES` readable elements.
    unsafe fn load(arch: Self::Arch, p: *const Self) -> R;

    /// Reads `n` elements into the first lanes, +0 into the rest; `n >= LANES` is `load`,
    /// `n == 0` touches no memory.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` readable elements.
    unsafe fn load_partial(arch: Self::Arch, p: *const Self, n: usize) -> R;
}

/// Elements in memory that are made from vectors `R`.
///
/// ```
/// use kernels::memory::Dst;
/// let mut y = [0.0_f32; 2];
/// // SAFETY: there is an element 1.
/// unsafe { Dst::of(&mut y).store(7.0_f32, 1) };
/// assert_eq!(y, [0.0, 7.0]);
/// ```
pub trait StoreFrom<R>: LoadAs<R> {
    /// Writes all lanes; any alignment.
    ///
    /// # Safety
    /// `p` points to `LANES` writable elements.
    unsafe fn store(value: R, p: *mut Self);

    /// Writes the first `n` lanes; `n >= LANES` is `store`.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` writable elements.
    unsafe fn store_partial(value: R, p: *mut Self, n: usize);
}

macro_rules! float {
    ($($T:ident)*) => {$(
        impl<V: Simd<Elem = $T>> LoadAs<V> for $T {
            type Arch = V::Arch;
            const LANES: usize = V::LANES;

            #[inline(always)]
            unsafe fn load(arch: V::Arch, p: *const Self) -> V {
                // SAFETY: the caller's promise.
                unsafe { V::load(arch, p) }
            }

            #[inline(always)]
            unsafe fn load_partial(arch: V::Arch, p: *const Self, n: usize) -> V {
                // SAFETY: the caller's promise.
                unsafe { V::load_partial(arch, p, n) }
            }
        }

        impl<V: Simd<Elem = $T>> StoreFrom<V> for $T {
            #[inline(always)]
            unsafe fn store(value: V, p: *mut Self) {
                // SAFETY: the caller's promise.
                unsafe { value.store(p) }
            }

            #[inline(always)]
            unsafe fn store_partial(value: V, p: *mut Self, n: usize) {
                // SAFETY: the caller's promise.
                unsafe { value.store_partial(p, n) }
            }
        }
    )*};
}
float!(f32 f64);

impl<V: Simd<Elem = f32>> LoadAs<V> for bf16 {
    type Arch = V::Arch;
    const LANES: usize = V::LANES;

    #[inline(always)]
    unsafe fn load(arch: V::Arch, p: *const Self) -> V {
        // SAFETY: the caller's promise.
        unsafe { V::load_bf16(arch, p, V::LANES) }
    }

    #[inline(always)]
    unsafe fn load_partial(arch: V::Arch, p: *const Self, n: usize) -> V {
        // SAFETY: the caller's promise.
        unsafe { V::load_bf16(arch, p, n) }
    }
}

impl<I: Int> LoadAs<I> for i32 {
    type Arch = I::Arch;
    const LANES: usize = I::LANES;

    #[inline(always)]
    unsafe fn load(arch: I::Arch, p: *const Self) -> I {
        // SAFETY: the caller's promise.
        unsafe { I::load(arch, p) }
    }

    #[inline(always)]
    unsafe fn load_partial(arch: I::Arch, p: *const Self, n: usize) -> I {
        // SAFETY: the caller's promise.
        unsafe { I::load_partial(arch, p, n) }
    }
}

impl<I: Int> StoreFrom<I> for i32 {
    #[inline(always)]
    unsafe fn store(value: I, p: *mut Self) {
        // SAFETY: the caller's promise.
        unsafe { value.store(p) }
    }

    #[inline(always)]
    unsafe fn store_partial(value: I, p: *mut Self, n: usize) {
        // SAFETY: the caller's promise.
        unsafe { value.store_partial(p, n) }
    }
}

/// Widened to a lane each, and stored as the nearest value.
macro_rules! byte {
    ($($T:ident)*) => {$(
        impl<I: Int> LoadAs<I> for $T {
            type Arch = I::Arch;
            const LANES: usize = I::LANES;

            #[inline(always)]
            unsafe fn load(arch: I::Arch, p: *const Self) -> I {
                // SAFETY: the caller's promise.
                unsafe { I::load_byte(arch, p, I::LANES) }
            }

            #[inline(always)]
            unsafe fn load_partial(arch: I::Arch, p: *const Self, n: usize) -> I {
                // SAFETY: the caller's promise.
                unsafe { I::load_byte(arch, p, n) }
            }
        }

        impl<I: Int> StoreFrom<I> for $T {
            #[inline(always)]
            unsafe fn store(value: I, p: *mut Self) {
                // SAFETY: the caller's promise.
                unsafe { value.store_byte(p, I::LANES) }
            }

            #[inline(always)]
            unsafe fn store_partial(value: I, p: *mut Self, n: usize) {
                // SAFETY: the caller's promise.
                unsafe { value.store_byte(p, n) }
            }
        }
    )*};
}
byte!(i8 u8 U7);
