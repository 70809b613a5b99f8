//! Memory as kernels see it: operands as pointers with a length, temporaries on the
//! stack, and aligned storage for users.

use core::cell::UnsafeCell;
use core::mem::MaybeUninit;
use core::ops::{Deref, DerefMut};

mod element;
mod quads;

pub use element::{LoadAs, StoreFrom};

use crate::arch::{Element, Simd};

/// Elements that a [`Buffer`] has past its end: one vector of the widest level, so that
/// any vector whose first lane is inside may be stored whole; of bytes, the lanes of one.
///
/// ```
/// assert_eq!(kernels::memory::PADDING * size_of::<f32>(), 64);
/// ```
pub const PADDING: usize = 16;

/// Elements that are read: a pointer and a count that only debug builds check.
///
/// ```
/// use kernels::memory::Src;
/// let x = [1.0_f32, 2.0, 3.0];
/// let src = Src::new(x.as_ptr(), x.len());
/// // SAFETY: `x` has three elements and outlives `src`.
/// assert_eq!(unsafe { src.offset(1).get(1) }, 3.0);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Src<T> {
    start: *const T,
    len: usize,
}

// SAFETY: a pointer, and each use of it is `unsafe`: the caller promises that no one writes
// the elements meanwhile, on any thread.
unsafe impl<T: Sync> Sync for Src<T> {}

impl<T: Copy> Src<T> {
    /// `len` elements from `start`.
    #[inline(always)]
    pub fn new(start: *const T, len: usize) -> Self {
        Src { start, len }
    }

    /// The elements of a slice.
    #[inline(always)]
    pub fn of(elements: &[T]) -> Self {
        Src::new(elements.as_ptr(), elements.len())
    }

    /// The elements as a tensor of the caller's type.
    ///
    /// # Safety
    /// `M` is a transparent array of at most as many elements `T`, all initialized, and no
    /// one writes them while the reference lives.
    #[inline(always)]
    pub unsafe fn view<'a, M>(self) -> &'a M {
        debug_assert!(size_of::<M>() <= self.len * size_of::<T>());
        // SAFETY: the caller's promise.
        unsafe { &*self.start.cast::<M>() }
    }

    /// The elements from `at` on.
    ///
    /// # Safety
    /// `at` is at most the length, and the memory is one living object.
    #[inline(always)]
    pub unsafe fn offset(self, at: usize) -> Self {
        debug_assert!(at <= self.len, "offset {at} of {}", self.len);
        // SAFETY: the caller's promise.
        Src { start: unsafe { self.start.add(at) }, len: self.len - at }
    }

    /// The same elements, of which the compiler does not know where their address came from.
    ///
    /// In a loop it would add one index to the addresses of all loads; and a multiply-add that reads
    /// memory at the sum of two registers is two instructions for Intel's processors, where one of
    /// a single register is one. On a Xeon `x * w` took 6 % less at AVX2 with such addresses. And elements
    /// that were read before it would put together to vectors, one by one.
    #[inline(always)]
    #[cfg_attr(
        any(target_arch = "x86_64", target_arch = "aarch64"),
        expect(clippy::pointers_in_nomem_asm_block, reason = "there is no instruction that could read")
    )]
    pub fn opaque(self) -> Self {
        #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
        {
            let mut start = self.start;
            // SAFETY: no instruction, and no effect besides hiding where the value came from.
            unsafe {
                core::arch::asm!("/* {0} */", inout(reg) start, options(pure, nomem, nostack, preserves_flags));
            }
            Src { start, len: self.len }
        }
        #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
        self
    }

    /// The vector of elements `at..at + LANES`.
    ///
    /// # Safety
    /// They are inside, initialized, and written by no one meanwhile.
    #[inline(always)]
    pub unsafe fn load<V>(self, arch: T::Arch, at: usize) -> V
    where
        T: LoadAs<V>,
    {
        debug_assert!(at + T::LANES <= self.len, "load at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { T::load(arch, self.start.add(at)) }
    }

    /// The elements `at..at + n`, then +0; at most `LANES`.
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_partial<V>(self, arch: T::Arch, at: usize, n: usize) -> V
    where
        T: LoadAs<V>,
    {
        debug_assert!(n == 0 || at + n.min(T::LANES) <= self.len, "load of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { T::load_partial(arch, self.start.wrapping_add(at), n) }
    }

    /// The elements `at`, `at + stride`, … (`n`, at most `LANES`), then +0.
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_strided<V: Simd<Elem = T>>(
        self,
        arch: V::Arch,
        at: usize,
        stride: usize,
        n: usize,
    ) -> V
    where
        T: Element,
    {
        debug_assert!(
            n == 0 || at + (n.min(V::LANES) - 1) * stride < self.len,
            "load of {n} by {stride} at {at} of {}",
            self.len
        );
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { V::load_strided(arch, self.start.wrapping_add(at), stride, n) }
    }

    /// Rows side by side: see [`Simd::load_rows`].
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_rows<V: Simd<Elem = T>>(
        self,
        arch: V::Arch,
        at: usize,
        stride: usize,
        s: usize,
        rows: usize,
        n: usize,
    ) -> V
    where
        T: Element,
    {
        debug_assert!(at + (rows - 1) * stride + n <= self.len, "{rows} rows at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { V::load_rows(arch, self.start.add(at), stride, s, rows, n) }
    }

    /// Neighbours, each in a part of a vector: see [`Simd::load_each`].
    ///
    /// # Safety
    /// As [`Src::load`], for the elements named.
    #[inline(always)]
    pub unsafe fn load_each<V: Simd<Elem = T>>(self, arch: V::Arch, at: usize, s: usize, rows: usize) -> V
    where
        T: Element,
    {
        debug_assert!(at + rows <= self.len, "{rows} neighbours at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { V::load_each(arch, self.start.add(at), s, rows) }
    }

    /// Asks for the cache line of element `at`, which need not be inside.
    #[inline(always)]
    pub fn prefetch(self, at: usize) {
        let _address = self.start.wrapping_add(at);
        #[cfg(target_arch = "x86_64")]
        // SAFETY: a hint, for any address; every x86-64 processor has the instruction.
        unsafe {
            use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
            _mm_prefetch::<_MM_HINT_T0>(_address.cast());
        }
    }

    /// The address of the `n` elements from `at` on, `n > 0`.
    ///
    /// # Safety
    /// They are inside.
    #[inline(always)]
    pub(crate) unsafe fn run(self, at: usize, n: usize) -> *const T {
        debug_assert!(at + n <= self.len, "{n} at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { self.start.add(at) }
    }

    /// Element `at`.
    ///
    /// # Safety
    /// As [`Src::load`], for this element.
    #[inline(always)]
    pub unsafe fn get(self, at: usize) -> T {
        debug_assert!(at < self.len, "get {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { self.start.add(at).read() }
    }
}

/// Elements that are written: a pointer and a count that only debug builds check.
///
/// ```
/// use kernels::memory::Dst;
/// let mut y = [0.0_f32; 3];
/// let dst = Dst::new(y.as_mut_ptr(), y.len());
/// // SAFETY: `y` has three elements and outlives `dst`.
/// unsafe { dst.set(2, 5.0) };
/// assert_eq!(y, [0.0, 0.0, 5.0]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dst<T> {
    start: *mut T,
    len: usize,
}

// SAFETY: a pointer, and each use of it is `unsafe`: the caller promises that no one else uses
// the elements meanwhile, on any thread.
unsafe impl<T: Send> Sync for Dst<T> {}

impl<T: Copy> Dst<T> {
    /// `len` elements from `start`.
    #[inline(always)]
    pub fn new(start: *mut T, len: usize) -> Self {
        Dst { start, len }
    }

    /// The elements of a slice.
    #[inline(always)]
    pub fn of(elements: &mut [T]) -> Self {
        Dst::new(elements.as_mut_ptr(), elements.len())
    }

    /// The elements of a result, which need not be written yet. `R` is a transparent array
    /// of `T`.
    #[inline(always)]
    pub fn result<R>(result: *mut R) -> Self {
        Dst::new(result.cast(), size_of::<R>() / size_of::<T>())
    }

    /// To read what was written.
    #[inline(always)]
    pub fn src(self) -> Src<T> {
        Src::new(self.start, self.len)
    }

    /// The elements from `at` on.
    ///
    /// # Safety
    /// `at` is at most the length, and the memory is one living object.
    #[inline(always)]
    pub unsafe fn offset(self, at: usize) -> Self {
        debug_assert!(at <= self.len, "offset {at} of {}", self.len);
        // SAFETY: the caller's promise.
        Dst { start: unsafe { self.start.add(at) }, len: self.len - at }
    }

    /// Writes `v` to the elements `at..at + LANES`.
    ///
    /// # Safety
    /// They are inside and no one else uses them meanwhile.
    #[inline(always)]
    pub unsafe fn store<V>(self, v: V, at: usize)
    where
        T: StoreFrom<V>,
    {
        debug_assert!(at + T::LANES <= self.len, "store at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { T::store(v, self.start.add(at)) }
    }

    /// Writes the first `n` lanes of `v`, at most all, to the elements from `at`.
    ///
    /// # Safety
    /// As [`Dst::store`], for the elements named.
    #[inline(always)]
    pub unsafe fn store_partial<V>(self, v: V, at: usize, n: usize)
    where
        T: StoreFrom<V>,
    {
        debug_assert!(n == 0 || at + n.min(T::LANES) <= self.len, "store of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { T::store_partial(v, self.start.wrapping_add(at), n) }
    }

    /// [`Dst::store_partial`] of a number that the compiler knows: see [`Simd::store_head`].
    ///
    /// # Safety
    /// As [`Dst::store`], for the elements named.
    #[inline(always)]
    pub unsafe fn store_head<V: Simd<Elem = T>>(self, v: V, at: usize, n: usize)
    where
        T: Element,
    {
        debug_assert!(n == 0 || at + n.min(V::LANES) <= self.len, "store of {n} at {at} of {}", self.len);
        // SAFETY: the caller's promise; with `n == 0` the address is not used.
        unsafe { v.store_head(self.start.wrapping_add(at), n) }
    }

    /// Writes the first `n` lanes of `v`, at most all, to the elements `at`, `at + stride`, …
    ///
    /// # Safety
    /// As [`Dst::store`], for the elements named.
    #[inline(always)]
    pub unsafe fn store_strided<V: Simd<Elem = T>>(self, v: V, at: usize, stride: usize, n: usize)
    where
        T: Element,
    {
        let mut lanes = [T::ZERO; PADDING];
        // SAFETY: no vector has more lanes.
        unsafe { v.store(lanes.as_mut_ptr()) };
        for (l, lane) in lanes.into_iter().enumerate().take(n.min(V::LANES)) {
            // SAFETY: the caller's promise.
            unsafe { self.set(at + l * stride, lane) };
        }
    }

    /// Writes rows that lie side by side: see [`Simd::store_rows`].
    ///
    /// # Safety
    /// As [`Dst::store`], for the elements named.
    #[inline(always)]
    pub unsafe fn store_rows<V: Simd<Elem = T>>(
        self,
        v: V,
        at: usize,
        stride: usize,
        s: usize,
        rows: usize,
        n: usize,
    ) where
        T: Element,
    {
        debug_assert!(at + (rows - 1) * stride + n <= self.len, "{rows} rows at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { v.store_rows(self.start.add(at), stride, s, rows, n) }
    }

    /// The address of the `n` elements from `at` on, `n > 0`.
    ///
    /// # Safety
    /// They are inside.
    #[inline(always)]
    pub(crate) unsafe fn run(self, at: usize, n: usize) -> *mut T {
        debug_assert!(at + n <= self.len, "{n} at {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { self.start.add(at) }
    }

    /// Writes element `at`.
    ///
    /// # Safety
    /// As [`Dst::store`], for this element.
    #[inline(always)]
    pub unsafe fn set(self, at: usize, x: T) {
        debug_assert!(at < self.len, "set {at} of {}", self.len);
        // SAFETY: the caller's promise.
        unsafe { self.start.add(at).write(x) }
    }
}

/// Uninitialized room on the stack for a temporary of `R` rows of `C` elements, aligned to
/// a cache line, with [`PADDING`] elements past its end.
///
/// Views of it may be kept and used side by side.
///
/// ```
/// use kernels::memory::Buffer;
/// let buffer = Buffer::<f32, 1, 3>::uninit();
/// // SAFETY: three elements and padding; what is read was written.
/// unsafe {
///     buffer.dst().set(2, 1.5);
///     assert_eq!(buffer.src().get(2), 1.5);
/// }
/// ```
#[repr(C, align(64))]
pub struct Buffer<T, const R: usize, const C: usize> {
    elements: UnsafeCell<MaybeUninit<[[T; C]; R]>>,
    padding: UnsafeCell<MaybeUninit<[T; PADDING]>>,
}

impl<T: Copy, const R: usize, const C: usize> Buffer<T, R, C> {
    /// Room, nothing in it.
    #[inline(always)]
    pub fn uninit() -> Self {
        Buffer {
            elements: UnsafeCell::new(MaybeUninit::uninit()),
            padding: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    /// To read from: the elements and the padding, as far as they were written.
    #[inline(always)]
    pub fn src(&self) -> Src<T> {
        Src::new(core::ptr::from_ref(self).cast(), R * C + PADDING)
    }

    /// To write to: the elements and the padding.
    #[inline(always)]
    pub fn dst(&self) -> Dst<T> {
        // All of it is inside `UnsafeCell`s, so writing through `&self` is allowed.
        Dst::new(core::ptr::from_ref(self).cast::<T>().cast_mut(), R * C + PADDING)
    }
}

/// Storage aligned to 64 bytes, a cache line and the widest vector. No kernel asks for
/// it; loads that cross no line are faster.
///
/// ```
/// use kernels::memory::Aligned;
/// let x = Aligned([1.0_f32; 20]);
/// assert_eq!(x.as_ptr() as usize % 64, 0);
/// assert_eq!(x[19], 1.0);
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[repr(C, align(64))]
pub struct Aligned<T>(pub T);

impl<T> Deref for Aligned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Aligned<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arch::{Lanes, Portable};

    #[test]
    fn buffer_takes_whole_vectors_past_its_end() {
        let buffer = Buffer::<f64, 1, 5>::uninit();
        assert_eq!(core::ptr::from_ref(&buffer) as usize % 64, 0);
        let (src, dst) = (buffer.src(), buffer.dst());
        // SAFETY: all is inside the elements and the padding, and written before it is read.
        unsafe {
            dst.store(Lanes::<f64, 8>::splat(Portable, 2.0), 4);
            dst.offset(3).set(0, 1.0);
            let v: Lanes<f64, 8> = src.load(Portable, 4);
            assert_eq!((v.first(), src.get(11), src.offset(2).get(1)), (2.0, 2.0, 1.0));
            dst.store_partial(v + v, 3, 1);
            assert_eq!((src.get(3), src.get(4)), (4.0, 2.0));
        }
    }

    #[test]
    #[cfg(debug_assertions)]
    fn debug_builds_check_the_bounds() {
        let x = [0.0_f32; 3];
        let src = Src::new(x.as_ptr(), x.len());
        // SAFETY: not held, and the panic comes before the access.
        let past = std::panic::catch_unwind(|| unsafe { src.get(3) });
        assert!(past.is_err());
    }
}
