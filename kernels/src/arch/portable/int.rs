//! Arrays of `i32`.

use core::array::from_fn;
use core::ops::{Add, BitAnd, BitXor, Mul, Neg, Sub};

use super::{Lanes, Portable};
use crate::Byte;
use crate::arch::{Int, Quads};

/// Lanes of the level.
const N: usize = 4;

/// Four `i32`.
///
/// ```
/// use kernels::arch::{Int, PortableI32};
/// assert_eq!(PortableI32::LANES, 4);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PortableI32([i32; N]);

impl PortableI32 {
    #[inline(always)]
    fn zip(self, other: Self, f: impl Fn(i32, i32) -> i32) -> Self {
        PortableI32(from_fn(|l| f(self.0[l], other.0[l])))
    }
}

macro_rules! operators {
    ($($trait:ident $method:ident = $function:expr;)*) => {$(
        impl $trait for PortableI32 {
            type Output = Self;

            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                self.zip(other, $function)
            }
        }
    )*};
}
operators! {
    Add add = i32::wrapping_add;
    Sub sub = i32::wrapping_sub;
    Mul mul = i32::wrapping_mul;
    BitAnd bitand = i32::bitand;
    BitXor bitxor = i32::bitxor;
}

impl Neg for PortableI32 {
    type Output = Self;

    #[inline(always)]
    fn neg(self) -> Self {
        PortableI32(self.0.map(i32::wrapping_neg))
    }
}

impl Int for PortableI32 {
    type Arch = Portable;
    const LANES: usize = N;

    #[inline(always)]
    fn arch(self) -> Portable {
        Portable
    }

    #[inline(always)]
    fn splat(_: Portable, x: i32) -> Self {
        PortableI32([x; N])
    }

    #[inline(always)]
    unsafe fn load(_: Portable, p: *const i32) -> Self {
        // SAFETY: the caller's promise.
        PortableI32(unsafe { p.cast::<[i32; N]>().read_unaligned() })
    }

    #[inline(always)]
    unsafe fn load_partial(_: Portable, p: *const i32, n: usize) -> Self {
        let mut lanes = [0; N];
        for (l, lane) in lanes.iter_mut().enumerate() {
            if l < n {
                // SAFETY: the caller's promise, `l < min(n, N)`.
                *lane = unsafe { p.add(l).read_unaligned() };
            }
        }
        PortableI32(lanes)
    }

    #[inline(always)]
    unsafe fn store(self, p: *mut i32) {
        // SAFETY: the caller's promise.
        unsafe { p.cast::<[i32; N]>().write_unaligned(self.0) }
    }

    #[inline(always)]
    unsafe fn store_partial(self, p: *mut i32, n: usize) {
        for (l, &lane) in self.0.iter().enumerate() {
            if l < n {
                // SAFETY: the caller's promise, `l < min(n, N)`.
                unsafe { p.add(l).write_unaligned(lane) };
            }
        }
    }

    #[inline(always)]
    unsafe fn load_byte<B: Byte>(_: Portable, p: *const B, n: usize) -> Self {
        let mut lanes = [0; N];
        for (l, lane) in lanes.iter_mut().enumerate() {
            if l < n {
                // SAFETY: the caller's promise, `l < min(n, N)`.
                *lane = unsafe { p.add(l).read() }.widen();
            }
        }
        PortableI32(lanes)
    }

    #[inline(always)]
    unsafe fn store_byte<B: Byte>(self, p: *mut B, n: usize) {
        for (l, &lane) in self.0.iter().enumerate() {
            if l < n {
                // SAFETY: the caller's promise, `l < min(n, N)`.
                unsafe { p.add(l).write(B::saturate(lane)) };
            }
        }
    }

    #[inline(always)]
    unsafe fn load_quads(_: Portable, p: *const u8, n: usize) -> Self {
        let mut bytes = [[0; 4]; N];
        for (at, byte) in bytes.as_flattened_mut().iter_mut().enumerate() {
            if at < n {
                // SAFETY: the caller's promise, `at < min(n, 4 * N)`.
                *byte = unsafe { p.add(at).read() };
            }
        }
        PortableI32(bytes.map(i32::from_ne_bytes))
    }

    #[inline(always)]
    fn maximum(self, other: Self) -> Self {
        self.zip(other, i32::max)
    }

    #[inline(always)]
    fn minimum(self, other: Self) -> Self {
        self.zip(other, i32::min)
    }

    #[inline(always)]
    fn abs(self) -> Self {
        PortableI32(self.0.map(i32::wrapping_abs))
    }

    #[inline(always)]
    fn nibbles(self) -> (Self, Self) {
        let half = |shift: i32| PortableI32(self.0.map(|lane| (lane >> shift) & 0x0f0f_0f0f));
        (half(0), half(4))
    }

    #[inline(always)]
    fn to_f32(self) -> Lanes<f32, N> {
        Lanes(self.0.map(|lane| lane as f32))
    }

    #[inline(always)]
    fn from_f32(x: Lanes<f32, N>) -> Self {
        PortableI32(x.0.map(|lane| lane as i32))
    }

    #[inline(always)]
    fn sum_rows<const ROWS: usize>(rows: [Self; ROWS]) -> Self {
        const { assert!(ROWS == N) };
        PortableI32(from_fn(|r| rows[r].sum()))
    }

    #[inline(always)]
    fn sum(self) -> i32 {
        self.0.into_iter().fold(0, i32::wrapping_add)
    }
}

/// Four-way dots, with what the bytes of `a` mean.
#[inline(always)]
fn dot_by(acc: PortableI32, a: PortableI32, b: PortableI32, widen: impl Fn(u8) -> i32) -> PortableI32 {
    PortableI32(from_fn(|l| {
        let (a, b) = (a.0[l].to_ne_bytes(), b.0[l].to_ne_bytes());
        let products: [i32; 4] = from_fn(|i| widen(a[i]) * i32::from(b[i].cast_signed()));
        acc.0[l].wrapping_add(products[0] + products[1] + products[2] + products[3])
    }))
}

impl Quads for Portable {
    type Arch = Portable;
    const FAST_PAIRS: bool = false;
    const FAST_SIGNED: bool = true;

    #[inline(always)]
    unsafe fn assume_quads() -> Self {
        Portable
    }

    #[inline(always)]
    fn arch(self) -> Portable {
        self
    }

    #[inline(always)]
    fn dot(self, acc: PortableI32, a: PortableI32, b: PortableI32) -> PortableI32 {
        dot_by(acc, a, b, i32::from)
    }

    #[inline(always)]
    fn dot_signed(self, acc: PortableI32, a: PortableI32, b: PortableI32) -> PortableI32 {
        dot_by(acc, a, b, |byte| byte.cast_signed().into())
    }
}
