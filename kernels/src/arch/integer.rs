//! Vectors of `i32`, what quantized kernels count in.

use core::ops::{Add, BitAnd, BitXor, Mul, Neg, Sub};

use super::Arch;
use crate::Byte;

/// A vector register of `i32` lanes, as many as [`Arch::F32`] has. Arithmetic wraps around.
///
/// The same register holds four bytes to a lane, for [`Quads`](super::Quads).
///
/// ```
/// use kernels::arch::{Arch, Int, Portable};
///
/// // SAFETY: the portable level needs no feature.
/// let arch = unsafe { Portable::assume() };
/// let most = <Portable as Arch>::I32::splat(arch, i32::MAX);
/// let mut bytes = [0_i8; 4];
/// // SAFETY: there are four bytes.
/// unsafe { (most - most + most).store_byte(bytes.as_mut_ptr(), 4) };
/// assert_eq!(bytes, [127; 4]);
/// ```
pub trait Int:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Neg<Output = Self>
    + BitAnd<Output = Self>
    + BitXor<Output = Self>
{
    /// The level.
    type Arch: Arch<I32 = Self>;
    /// Lanes in a register; a power of two.
    const LANES: usize;

    /// The token that this vector proves to exist.
    fn arch(self) -> Self::Arch;
    /// `x` in every lane.
    fn splat(arch: Self::Arch, x: i32) -> Self;
    /// Reads `LANES` elements; any alignment, of elements too.
    ///
    /// # Safety
    /// `p` points to `4 * LANES` readable bytes.
    unsafe fn load(arch: Self::Arch, p: *const i32) -> Self;
    /// Reads `n` elements into the first lanes, 0 into the rest; `n >= LANES` is `load`,
    /// `n == 0` touches no memory.
    ///
    /// # Safety
    /// `p` points to `4 * min(n, LANES)` readable bytes.
    unsafe fn load_partial(arch: Self::Arch, p: *const i32, n: usize) -> Self;
    /// Writes all lanes; any alignment.
    ///
    /// # Safety
    /// `p` points to `4 * LANES` writable bytes.
    unsafe fn store(self, p: *mut i32);
    /// Writes the first `n` lanes; `n >= LANES` is `store`.
    ///
    /// # Safety
    /// `p` points to `4 * min(n, LANES)` writable bytes.
    unsafe fn store_partial(self, p: *mut i32, n: usize);
    /// Reads `n` bytes, each widened to a lane; `n >= LANES` reads a whole vector, fewer leave
    /// 0 in the other lanes.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` readable elements.
    unsafe fn load_byte<B: Byte>(arch: Self::Arch, p: *const B, n: usize) -> Self;
    /// Writes the first `n` lanes, each as the nearest value of `B`; `n >= LANES` writes all.
    ///
    /// # Safety
    /// `p` points to `min(n, LANES)` writable elements.
    unsafe fn store_byte<B: Byte>(self, p: *mut B, n: usize);
    /// Reads `n` bytes as they lie, four to a lane, and 0 into the rest; `n >= 4 * LANES` is
    /// [`Int::load`].
    ///
    /// # Safety
    /// `p` points to `min(n, 4 * LANES)` readable bytes.
    unsafe fn load_quads(arch: Self::Arch, p: *const u8, n: usize) -> Self;

    /// The larger of two lanes.
    fn maximum(self, other: Self) -> Self;
    /// The smaller of two lanes.
    fn minimum(self, other: Self) -> Self;
    /// The magnitude; `i32::MIN` stays.
    fn abs(self) -> Self;
    /// The nearest floats, halves to even.
    fn to_f32(self) -> <Self::Arch as Arch>::F32;
    /// The lanes as integers, which they are: within `i32`, without a fraction. Of other
    /// lanes the result is anything.
    fn from_f32(x: <Self::Arch as Arch>::F32) -> Self;
    /// Lane `r` of the result is the sum of `rows[r]`'s lanes. `N` is `LANES`; anything else
    /// does not compile.
    fn sum_rows<const N: usize>(rows: [Self; N]) -> Self;
    /// The sum of the lanes.
    fn sum(self) -> i32;

    /// The low and the high half of each byte, `0..=15` both.
    fn nibbles(self) -> (Self, Self);

    /// Turns the sign bit of all bytes, four to a lane: an `i8` becomes the `u8` that is 128
    /// more, and the other way round.
    #[inline(always)]
    fn flip_bytes(self) -> Self {
        self ^ Self::splat(self.arch(), i32::from_ne_bytes([0x80; 4]))
    }
}

/// `n < 8` bytes in the low bytes of a number.
///
/// # Safety
/// They are readable.
#[inline(always)]
#[cfg(target_arch = "x86_64")]
pub(super) unsafe fn load_head(p: *const u8, n: usize) -> u64 {
    let (mut bits, mut at) = (0, 0);
    // SAFETY: the caller's promise; the parts make up `n` bytes.
    unsafe {
        if n & 4 != 0 {
            bits = u64::from(p.cast::<u32>().read_unaligned());
            at = 4;
        }
        if n & 2 != 0 {
            bits |= u64::from(p.add(at).cast::<u16>().read_unaligned()) << (8 * at);
            at += 2;
        }
        if n & 1 != 0 {
            bits |= u64::from(p.add(at).read()) << (8 * at);
        }
    }
    bits
}

/// Writes the `n < 8` low bytes of a number.
///
/// # Safety
/// They are writable.
#[inline(always)]
#[cfg(target_arch = "x86_64")]
pub(super) unsafe fn store_head(mut bits: u64, mut p: *mut u8, n: usize) {
    // SAFETY: the caller's promise; the parts make up `n` bytes.
    unsafe {
        if n & 4 != 0 {
            p.cast::<u32>().write_unaligned(bits as u32);
            bits >>= 32;
            p = p.add(4);
        }
        if n & 2 != 0 {
            p.cast::<u16>().write_unaligned(bits as u16);
            bits >>= 16;
            p = p.add(2);
        }
        if n & 1 != 0 {
            p.write(bits as u8);
        }
    }
}
