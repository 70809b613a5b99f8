//! Vectors of integers, to and from memory.

use super::{Dst, Src};
use crate::Byte;
use crate::arch::Int;

impl Src<i32> {
    /// The vector of elements `at..at + LANES`.
    ///
    /// # Safety
    /// As [`Src::load`].
    #[inline(always)]
    pub unsafe fn load_int<I: Int>(self, arch: I::Arch, at: usize) -> I {
        debug_assert!(at + I::LANES <= self.len, "load at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { I::load(arch, self.start.add(at)) }
    }

    /// The elements `at..at + n`, then 0; at most `LANES`.
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_int_partial<I: Int>(self, arch: I::Arch, at: usize, n: usize) -> I {
        debug_assert!(n == 0 || at + n.min(I::LANES) <= self.len, "load of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { I::load_partial(arch, self.start.wrapping_add(at), n) }
    }
}

impl<B: Byte> Src<B> {
    /// The elements `at..at + n`, each widened to a lane, then 0; at most `LANES`.
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_byte<I: Int>(self, arch: I::Arch, at: usize, n: usize) -> I {
        debug_assert!(n == 0 || at + n.min(I::LANES) <= self.len, "load of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { I::load_byte(arch, self.start.wrapping_add(at), n) }
    }

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

impl Dst<i32> {
    /// Writes `v` to the elements `at..at + LANES`.
    ///
    /// # Safety
    /// As [`Dst::store`].
    #[inline(always)]
    pub unsafe fn store_int<I: Int>(self, v: I, at: usize) {
        debug_assert!(at + I::LANES <= self.len, "store at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { v.store(self.start.add(at)) }
    }

    /// Writes the first `n` lanes of `v`, at most all, to the elements from `at`.
    ///
    /// # Safety
    /// As [`Dst::store`], for the elements named.
    #[inline(always)]
    pub unsafe fn store_int_partial<I: Int>(self, v: I, at: usize, n: usize) {
        debug_assert!(n == 0 || at + n.min(I::LANES) <= self.len, "store of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { v.store_partial(self.start.wrapping_add(at), n) }
    }
}

impl<B: Byte> Dst<B> {
    /// Writes the first `n` lanes of `v`, at most all, each as the nearest value of `B`.
    ///
    /// # Safety
    /// As [`Dst::store`], for the elements named.
    #[inline(always)]
    pub unsafe fn store_byte<I: Int>(self, v: I, at: usize, n: usize) {
        debug_assert!(n == 0 || at + n.min(I::LANES) <= self.len, "store of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { v.store_byte(self.start.wrapping_add(at), n) }
    }
}
