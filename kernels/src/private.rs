//! What generated code uses. Not for anyone else, and not stable.

pub use kernels_plan::order;
pub use linkme;

pub use crate::arch::{Arch, Element, Int, Quads, Simd};
pub use crate::memory::{Buffer, Dst, Src};
pub use crate::preferred::Preferred;
pub use crate::profile::{About, Contender, SITES, Site, Slot};
pub use crate::report::KERNELS;
pub use crate::vecmath::lanes as vecmath;
pub use crate::vecmath::{Argument, Lanewise, map_into};
pub use crate::{Byte, U7, bf16};
pub use crate::{arch, tile};

use core::mem::MaybeUninit;

use crate::{Level, MatrixView, MatrixViewMut, Packed, SizeError};

/// The vector of `T` at level `A`.
pub type VectorOf<T, A> = <T as Element>::Vector<A>;

/// The level of this process, for code without integers: one of the same base as
/// [`Level::active`]. Fixed in a build whose target features reach the widest base.
#[inline(always)]
pub fn active_level() -> Level {
    if Level::IS_BASE_FIXED { Level::GUARANTEED } else { Level::active() }
}

/// [`Level::active`], for code with integers.
#[inline(always)]
pub fn active_integer_level() -> Level {
    Level::active()
}

/// Threads that tasks run on.
#[inline]
fn threads() -> usize {
    #[cfg(feature = "rayon")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "rayon"))]
    1
}

/// How many of `all` tiles each task takes: all of them on one thread, `most` on several.
#[inline]
pub fn at_once(all: usize, most: usize) -> usize {
    if threads() > 1 { most.min(all) } else { all }
}

/// Runs `task` for each number below `count`: with the feature `rayon` on several threads,
/// where there are any.
#[inline]
pub fn tasks(count: usize, task: impl Fn(usize) + Sync) {
    #[cfg(feature = "rayon")]
    if threads() > 1 {
        use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
        return (0..count).into_par_iter().with_max_len(1).for_each(&task);
    }
    (0..count).for_each(task);
}

/// Passes a value on under another name of its type: a type that mentions a const
/// parameter, and the same type with the parameter's value.
///
/// # Safety
/// `A` and `B` are one type.
#[inline(always)]
pub unsafe fn same<A, B>(value: A) -> B {
    // Not a constant assertion: calls that never run are instantiated with other sizes.
    debug_assert_eq!(size_of::<A>(), size_of::<B>(), "one type has one size");
    let value = core::mem::ManuallyDrop::new(value);
    // SAFETY: `A` and `B` are one type, by the caller's promise; `value` is not used again.
    unsafe { core::mem::transmute_copy(&*value) }
}

/// The length of all of these slices, each with the name of its parameter.
///
/// # Errors
/// One is of another length than the first.
#[inline]
pub fn samples(slices: &[(&'static str, usize)]) -> Result<usize, SizeError> {
    let Some((&first, others)) = slices.split_first() else { return Ok(0) };
    match others.iter().find(|(_, len)| *len != first.1) {
        Some(&other) => Err(SizeError::batch(first, other)),
        None => Ok(first.1),
    }
}

/// A value that a kernel overwrites, as its result.
///
/// # Safety
/// It holds a value again when the borrow ends.
#[inline(always)]
pub unsafe fn overwritten<T>(value: &mut T) -> &mut MaybeUninit<T> {
    // SAFETY: `MaybeUninit<T>` has the layout of `T`, and by the caller's promise the value
    // is a `T` whenever it is used as one.
    unsafe { &mut *core::ptr::from_mut(value).cast() }
}

/// The elements of a view, what lies between its rows included, and its stride.
#[inline(always)]
pub fn window<T: Element, const R: usize, const C: usize>(view: &MatrixView<'_, T, R, C>) -> (Src<T>, usize) {
    (Src::of(view.elements()), view.stride())
}

/// As [`window`], to write.
#[inline(always)]
pub fn window_mut<T: Element, const R: usize, const C: usize>(
    view: &mut MatrixViewMut<'_, T, R, C>,
) -> (Dst<T>, usize) {
    let stride = view.stride();
    (Dst::of(view.elements()), stride)
}

/// Packed weights as generated code reads them.
#[derive(Clone, Copy)]
pub struct Panels {
    /// Panels for four-way dots.
    pub panels: Src<i8>,
    /// What products of two signed bytes start from.
    pub corrections: Src<i32>,
    /// Whether the sum of any two neighbouring products fits 16 bits.
    pub fit_pairs: bool,
}

/// The panels of packed weights.
#[inline(always)]
pub fn panels<const R: usize, const C: usize>(packed: &Packed<i8, R, C>) -> Panels {
    Panels { panels: packed.panels(), corrections: packed.corrections(), fit_pairs: packed.fits_pairs() }
}
