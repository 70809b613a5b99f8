//! Arrays of elements, on every processor: each operation is the element's own, lane by
//! lane, and the compiler finds the vector instructions it can.

use core::array::from_fn;
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::{Arch, Element, InLanes, Simd};

mod int;

pub use int::PortableI32;

/// The level that needs no feature.
///
/// ```
/// use kernels::arch::{Arch, Portable, Simd};
/// assert_eq!(<Portable as Arch>::F32::LANES, 4);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Portable;

impl Arch for Portable {
    // 128 bits: what the processors without a level of their own have at least.
    type F32 = Lanes<f32, 4>;
    type F64 = Lanes<f64, 2>;
    type I32 = PortableI32;

    #[inline(always)]
    unsafe fn assume() -> Self {
        Portable
    }
}

/// A vector of `N` lanes of `T`.
///
/// ```
/// use kernels::arch::{Lanes, Portable, Simd};
/// let two = Lanes::<f64, 2>::splat(Portable, 2.0);
/// assert_eq!((two + two).first(), 4.0);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Lanes<T, const N: usize>([T; N]);

impl<T: Element, const N: usize> Lanes<T, N> {
    #[inline(always)]
    fn map(self, f: impl Fn(T) -> T) -> Self {
        Lanes(self.0.map(f))
    }

    #[inline(always)]
    fn zip(self, other: Self, f: impl Fn(T, T) -> T) -> Self {
        Lanes(from_fn(|l| f(self.0[l], other.0[l])))
    }

    #[inline(always)]
    fn compare(self, other: Self, f: impl Fn(T, T) -> bool) -> [bool; N] {
        from_fn(|l| f(self.0[l], other.0[l]))
    }
}

/// Whether the build's features have fused multiply-add as an instruction. (A kernel's own
/// level that has it does not run on arrays.)
const FUSED: bool = cfg!(any(not(target_arch = "x86_64"), target_feature = "fma"));

#[inline(always)]
fn mul_add_lanes<T: Element, const N: usize>(x: Lanes<T, N>, a: Lanes<T, N>, b: Lanes<T, N>) -> Lanes<T, N> {
    Lanes(from_fn(|l| x.0[l].mul_add(a.0[l], b.0[l])))
}

/// Without the instruction every lane is a call of the C library, around which all registers
/// are saved. One call here in place of each four halves what a kernel costs to compile.
#[inline(never)]
fn mul_add_called<T: Element, const N: usize>(x: Lanes<T, N>, a: Lanes<T, N>, b: Lanes<T, N>) -> Lanes<T, N> {
    mul_add_lanes(x, a, b)
}

impl<T: Element, const N: usize> Add for Lanes<T, N> {
    type Output = Self;

    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.zip(other, T::add)
    }
}

impl<T: Element, const N: usize> Sub for Lanes<T, N> {
    type Output = Self;

    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.zip(other, T::sub)
    }
}

impl<T: Element, const N: usize> Mul for Lanes<T, N> {
    type Output = Self;

    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.zip(other, T::mul)
    }
}

impl<T: Element, const N: usize> Div for Lanes<T, N> {
    type Output = Self;

    #[inline(always)]
    fn div(self, other: Self) -> Self {
        self.zip(other, T::div)
    }
}

impl<T: Element, const N: usize> Neg for Lanes<T, N> {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        self.map(T::neg)
    }
}

/// One for each element type: what its memory holds is said of the type, not of all types.
macro_rules! vectors {
    ($($T:ident)*) => {$(
        impl<const N: usize> Simd for Lanes<$T, N> {
            type Elem = $T;
            type Arch = Portable;
            type Mask = [bool; N];
            type Watch = InLanes<Self>;
            const LANES: usize = N;

            #[inline(always)]
            fn arch(self) -> Portable {
                Portable
            }

            #[inline(always)]
            fn splat(_: Portable, x: $T) -> Self {
                Lanes([x; N])
            }

            #[inline(always)]
            unsafe fn load(_: Portable, p: *const $T) -> Self {
                // SAFETY: the caller's promise; an array is aligned as its element.
                Lanes(unsafe { p.cast::<[$T; N]>().read() })
            }

            #[inline(always)]
            unsafe fn load_partial(arch: Portable, p: *const $T, n: usize) -> Self {
                // SAFETY: the caller's promise.
                unsafe { Self::load_strided(arch, p, 1, n) }
            }

            #[inline(always)]
            unsafe fn load_strided(_: Portable, p: *const $T, stride: usize, n: usize) -> Self {
                let mut lanes = [$T::ZERO; N];
                for (l, lane) in lanes.iter_mut().enumerate() {
                    if l < n {
                        // SAFETY: the caller's promise, `l < min(n, N)`.
                        *lane = unsafe { p.add(l * stride).read() };
                    }
                }
                Lanes(lanes)
            }

            #[inline(always)]
            unsafe fn store(self, p: *mut $T) {
                // SAFETY: the caller's promise; an array is aligned as its element.
                unsafe { p.cast::<[$T; N]>().write(self.0) }
            }

            #[inline(always)]
            unsafe fn store_partial(self, p: *mut $T, n: usize) {
                for (l, &lane) in self.0.iter().enumerate() {
                    if l < n {
                        // SAFETY: the caller's promise, `l < min(n, N)`.
                        unsafe { p.add(l).write(lane) };
                    }
                }
            }

            #[inline(always)]
            fn head(self, n: usize, fill: Self) -> Self {
                Lanes(from_fn(|l| if l < n { self.0[l] } else { fill.0[l] }))
            }

            #[inline(always)]
            fn mul_add(self, a: Self, b: Self) -> Self {
                if FUSED { mul_add_lanes(self, a, b) } else { mul_add_called(self, a, b) }
            }

            #[inline(always)]
            fn sqrt(self) -> Self {
                self.map($T::sqrt)
            }

            #[inline(always)]
            fn abs(self) -> Self {
                self.map($T::abs)
            }

            #[inline(always)]
            fn copysign(self, sign: Self) -> Self {
                self.zip(sign, $T::copysign)
            }

            #[inline(always)]
            fn round_ties_even(self) -> Self {
                self.map($T::round_ties_even)
            }

            #[inline(always)]
            fn floor(self) -> Self {
                self.map($T::floor)
            }

            #[inline(always)]
            fn ceil(self) -> Self {
                self.map($T::ceil)
            }

            #[inline(always)]
            fn trunc(self) -> Self {
                self.map($T::trunc)
            }

            #[inline(always)]
            fn max_or(self, other: Self) -> Self {
                self.zip(other, $T::max_or)
            }

            #[inline(always)]
            fn min_or(self, other: Self) -> Self {
                self.zip(other, $T::min_or)
            }

            #[inline(always)]
            fn pow2(self) -> Self {
                self.map($T::pow2)
            }

            #[inline(always)]
            fn split(self) -> (Self, Self) {
                let parts = self.0.map($T::split);
                (Lanes(parts.map(|(m, _)| m)), Lanes(parts.map(|(_, k)| k)))
            }

            #[inline(always)]
            fn all_ordinary(self) -> bool {
                self.0.iter().fold(true, |all, lane| all & lane.all_ordinary())
            }

            #[inline(always)]
            fn bit_xor(self, other: Self) -> Self {
                self.zip(other, $T::bit_xor)
            }

            #[inline(always)]
            fn bit_0(self) -> Self::Mask {
                self.0.map($T::bit_0)
            }

            #[inline(always)]
            fn bit_1_as_sign(self) -> Self {
                self.map($T::bit_1_as_sign)
            }

            #[inline(always)]
            fn both(a: Self::Mask, b: Self::Mask) -> Self::Mask {
                from_fn(|l| a[l] && b[l])
            }

            #[inline(always)]
            fn either(a: Self::Mask, b: Self::Mask) -> Self::Mask {
                from_fn(|l| a[l] || b[l])
            }

            #[inline(always)]
            fn not(mask: Self::Mask) -> Self::Mask {
                mask.map(|set| !set)
            }

            #[inline(always)]
            fn everywhere(_: Portable) -> Self::Mask {
                [true; N]
            }

            #[inline(always)]
            fn first_lanes(_: Portable, n: usize) -> Self::Mask {
                let mut mask = [false; N];
                mask[..n].fill(true);
                mask
            }

            #[inline(always)]
            fn any(mask: Self::Mask) -> bool {
                // No short cut, so that the lanes need no jumps.
                mask.iter().fold(false, |any, &lane| any | lane)
            }

            #[inline(always)]
            fn gt(self, other: Self) -> Self::Mask {
                self.compare(other, |a, b| a > b)
            }

            #[inline(always)]
            fn lt(self, other: Self) -> Self::Mask {
                self.compare(other, |a, b| a < b)
            }

            #[inline(always)]
            fn le(self, other: Self) -> Self::Mask {
                self.compare(other, |a, b| a <= b)
            }

            #[inline(always)]
            fn equal(self, other: Self) -> Self::Mask {
                self.compare(other, |a, b| a == b)
            }

            #[inline(always)]
            fn unordered(self, other: Self) -> Self::Mask {
                self.compare(other, |a, b| a.partial_cmp(&b).is_none())
            }

            #[inline(always)]
            fn select(mask: Self::Mask, yes: Self, no: Self) -> Self {
                Lanes(from_fn(|l| if mask[l] { yes.0[l] } else { no.0[l] }))
            }

            #[inline(always)]
            fn swap(self, distance: usize) -> Self {
                Lanes(from_fn(|l| self.0[l ^ distance]))
            }

            #[inline(always)]
            fn first(self) -> $T {
                self.0[0]
            }

            #[inline(always)]
            fn sum_rows<const ROWS: usize>(rows: [Self; ROWS]) -> Self {
                const { assert!(ROWS == N) };
                Lanes(from_fn(|r| {
                    let mut lanes = rows[r].0;
                    let mut half = N / 2;
                    while half > 0 {
                        for l in 0..half {
                            lanes[l] += lanes[l + half];
                        }
                        half /= 2;
                    }
                    lanes[0]
                }))
            }

            #[inline(always)]
            fn transpose<const ROWS: usize>(rows: [Self; ROWS]) -> [Self; ROWS] {
                const { assert!(ROWS == N) };
                from_fn(|c| Lanes(from_fn(|r| rows[r].0[c])))
            }

            #[inline(always)]
            unsafe fn transpose_block(
                arch: Portable,
                src: *const $T,
                src_stride: usize,
                dst: *mut $T,
                dst_stride: usize,
                rows: usize,
                cols: usize,
                stored: usize,
            ) {
                // SAFETY: the caller's promise.
                unsafe {
                    super::transpose_block::<Self, N>(arch, src, src_stride, dst, dst_stride, rows, cols, stored)
                }
            }
        }
    )*};
}
vectors!(f32 f64);
