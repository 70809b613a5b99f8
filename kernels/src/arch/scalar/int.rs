//! One `i32`.

use core::num::Wrapping;

use super::Scalar;
use crate::Byte;
use crate::arch::Int;

impl Int for Wrapping<i32> {
    type Arch = Scalar;
    const LANES: usize = 1;

    #[inline(always)]
    fn arch(self) -> Scalar {
        Scalar
    }

    #[inline(always)]
    fn splat(_: Scalar, x: i32) -> Self {
        Wrapping(x)
    }

    #[inline(always)]
    unsafe fn load(_: Scalar, p: *const i32) -> Self {
        // SAFETY: the caller's promise.
        Wrapping(unsafe { p.read_unaligned() })
    }

    #[inline(always)]
    unsafe fn load_partial(_: Scalar, p: *const i32, n: usize) -> Self {
        // SAFETY: the caller's promise.
        Wrapping(if n == 0 { 0 } else { unsafe { p.read_unaligned() } })
    }

    #[inline(always)]
    unsafe fn store(self, p: *mut i32) {
        // SAFETY: the caller's promise.
        unsafe { p.write_unaligned(self.0) }
    }

    #[inline(always)]
    unsafe fn store_partial(self, p: *mut i32, n: usize) {
        if n > 0 {
            // SAFETY: the caller's promise.
            unsafe { p.write_unaligned(self.0) }
        }
    }

    #[inline(always)]
    unsafe fn load_byte<B: Byte>(_: Scalar, p: *const B, n: usize) -> Self {
        // SAFETY: the caller's promise.
        Wrapping(if n == 0 { 0 } else { unsafe { p.read() }.widen() })
    }

    #[inline(always)]
    unsafe fn store_byte<B: Byte>(self, p: *mut B, n: usize) {
        if n > 0 {
            // SAFETY: the caller's promise.
            unsafe { p.write(B::saturate(self.0)) }
        }
    }

    #[inline(always)]
    unsafe fn load_quads(_: Scalar, p: *const u8, n: usize) -> Self {
        let mut bytes = [0; 4];
        for (at, byte) in bytes.iter_mut().enumerate().take(n) {
            // SAFETY: the caller's promise, `at < min(n, 4)`.
            *byte = unsafe { p.add(at).read() };
        }
        Wrapping(i32::from_ne_bytes(bytes))
    }

    #[inline(always)]
    fn maximum(self, other: Self) -> Self {
        Ord::max(self, other)
    }

    #[inline(always)]
    fn minimum(self, other: Self) -> Self {
        Ord::min(self, other)
    }

    #[inline(always)]
    fn abs(self) -> Self {
        Wrapping(self.0.wrapping_abs())
    }

    #[inline(always)]
    fn nibbles(self) -> (Self, Self) {
        (Wrapping(self.0 & 0x0f0f_0f0f), Wrapping((self.0 >> 4) & 0x0f0f_0f0f))
    }

    #[inline(always)]
    fn to_f32(self) -> f32 {
        self.0 as f32
    }

    #[inline(always)]
    fn from_f32(x: f32) -> Self {
        Wrapping(x as i32)
    }

    #[inline(always)]
    fn sum_rows<const N: usize>(rows: [Self; N]) -> Self {
        const { assert!(N == 1) };
        rows[0]
    }

    #[inline(always)]
    fn sum(self) -> i32 {
        self.0
    }
}
