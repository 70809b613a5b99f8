//! Ways to compute a case: this library's, and each peer's.

use std::marker::PhantomData;

use kernels::arch::Arch;
use kernels::dispatch::{PerLevel, dispatch};

use super::Place;

/// The name of this library's way.
pub const OURS: &str = "kernels";

/// What another result means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// That the way is wrong, and not to be timed.
    Mistake,
    /// That the library adds in fewer bits than it should, as its documentation says.
    Known,
    /// Nothing: it computes something else, to compare times only.
    Meant,
}

/// One library's way: computes the operands at a place, so many times.
pub struct Way<T> {
    pub name: &'static str,
    /// What it means if the result is another than ours.
    pub difference: Difference,
    pub run: Box<dyn Fn(u64, Place<T>)>,
}

impl<T: 'static> Way<T> {
    /// Calls a function that chooses its instructions itself.
    pub fn calling(name: &'static str, call: impl Fn(Place<T>) + 'static) -> Self {
        Way {
            name,
            difference: Difference::Mistake,
            run: Box::new(move |calls, place| {
                for _ in 0..calls {
                    call(place.hidden());
                }
            }),
        }
    }

    /// The same, with another meaning of a difference.
    pub fn with(self, difference: Difference) -> Self {
        Way { difference, ..self }
    }

    /// Compiles plain Rust for every level and calls the active one's, as a kernel is called.
    pub fn compiled<C: Code<T> + 'static>(name: &'static str) -> Self {
        Way::calling(name, |place| dispatch(Call::<T, C>(place, PhantomData)))
    }
}

/// This library's way: a kernel, or what calls one.
pub fn ours<T: 'static>(call: impl Fn(Place<T>) + 'static) -> Way<T> {
    Way::calling(OURS, call)
}

/// Plain Rust to compile for a level. Implementations are `#[inline(always)]`.
pub trait Code<T> {
    /// # Safety
    /// The operands are as long as the case says.
    unsafe fn call(place: Place<T>);
}

struct Call<T, C>(Place<T>, PhantomData<C>);

impl<T, C: Code<T>> PerLevel for Call<T, C> {
    type Output = ();

    #[inline(always)]
    fn run<A: Arch>(self, _arch: A) {
        // SAFETY: the harness makes places as long as the case says.
        unsafe { C::call(self.0) };
    }
}
