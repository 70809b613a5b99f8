//! Bytes as they lie in memory, four to a lane.

use super::Src;
use crate::Byte;
use crate::arch::Int;

impl<B: Byte> Src<B> {
    /// The elements `at..at + n` as they lie, four to a lane, then 0; at most `4 * LANES`.
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_quads<I: Int>(self, arch: I::Arch, at: usize, n: usize) -> I {
        debug_assert!(n == 0 || at + n.min(4 * I::LANES) <= self.len, "load of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { I::load_quads(arch, self.start.wrapping_add(at).cast(), n) }
    }

    /// Elements `at..at + n`, at most four, as the bytes of a number, then 0.
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn quad(self, at: usize, n: usize) -> i32 {
        debug_assert!(at + n.min(4) <= self.len, "quad of {n} at {at} of {}", self.len);
        if n >= 4 {
            // SAFETY: the caller's promise.
            return unsafe { self.start.add(at).cast::<i32>().read_unaligned() };
        }
        let mut bytes = [0_u8; 4];
        for (i, byte) in bytes.iter_mut().enumerate() {
            if i < n {
                // SAFETY: the caller's promise; each type of byte has the layout of `u8`.
                *byte = unsafe { self.start.add(at + i).cast::<u8>().read() };
            }
        }
        i32::from_ne_bytes(bytes)
    }
}
