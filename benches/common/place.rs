//! Where the operands of a case lie.

use std::arch::asm;

use super::Operand;

/// The operands of one call: two inputs, and what is written (or read and written).
///
/// They are aligned to 64 bytes and as long as the case says.
pub struct Place<T> {
    pub a: *const T,
    pub b: *const T,
    pub c: *mut T,
}

impl<T> Clone for Place<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Place<T> {}

impl<T> Place<T> {
    /// The same place, and the compiler does not know that, nor what is in it. Unlike
    /// `black_box` it leaves the pointers in registers.
    #[inline(always)]
    pub fn hidden(mut self) -> Self {
        // SAFETY: no instruction at all.
        unsafe {
            asm!("/* {0} {1} {2} */", inout(reg) self.a, inout(reg) self.b, inout(reg) self.c,
                options(nostack, preserves_flags));
        }
        self
    }
}

/// Memory for the operands.
pub struct Arena<T> {
    memory: Vec<T>,
    lens: [usize; 3],
}

/// Bytes of a cache line.
pub const LINE: usize = 64;
const PAGE: usize = 4096;

/// Operands whose addresses agree in the last 12 bits look to the processor as if the one
/// depended on the other: an 8×8 product took 18.8 ns instead of 11.9 between aligned
/// pages. So each operand starts this many cache lines further on, and some more with each
/// placement; the numbers are coprime, so that all distances differ.
const LINES: [usize; 3] = [1, 9, 22];
const MORE_LINES: [usize; 3] = [5, 11, 23];

impl<T: Operand> Arena<T> {
    pub fn new(lens: [usize; 3]) -> Self {
        let bytes = lens.iter().map(|len| len * size_of::<T>() + 3 * PAGE).sum::<usize>() + PAGE;
        Arena { memory: vec![T::ZERO; bytes / size_of::<T>()], lens }
    }

    /// The operands at placement number `which`, filled anew, with the same values at
    /// each placement.
    pub fn place(&mut self, which: usize) -> Place<T> {
        let page = self.memory.as_ptr().align_offset(PAGE);
        let start = self.memory[page..].as_mut_ptr();
        let mut at = 0;
        let [a, b, c] = [0, 1, 2].map(|i| {
            let lines = (LINES[i] + which * MORE_LINES[i]) % (PAGE / LINE);
            at += lines * LINE / size_of::<T>();
            // SAFETY: fewer than `len` elements and three pages per operand.
            let operand = unsafe { start.add(at) };
            at = (at + self.lens[i]).next_multiple_of(LINE / size_of::<T>());
            operand
        });
        let place = Place { a, b, c };
        self.fill(place);
        place
    }

    fn fill(&self, place: Place<T>) {
        let mut seed = 1_u64;
        for (which, operand) in [place.a.cast_mut(), place.b.cast_mut(), place.c].into_iter().enumerate() {
            let len = self.lens[which];
            if len == 1 {
                // SAFETY: inside the operand.
                unsafe { operand.write(T::ALONE) };
                continue;
            }
            for i in 0..len {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                // SAFETY: inside the operand.
                unsafe { operand.add(i).write(T::random(which, (seed >> 40) as u32)) };
            }
        }
    }

    /// The inputs.
    pub fn inputs(&self, place: Place<T>) -> [Vec<T>; 2] {
        // SAFETY: as long as that, and nothing runs now.
        unsafe {
            [
                std::slice::from_raw_parts(place.a, self.lens[0]).to_vec(),
                std::slice::from_raw_parts(place.b, self.lens[1]).to_vec(),
            ]
        }
    }

    /// The third operand.
    pub fn output(&self, place: Place<T>) -> Vec<T> {
        // SAFETY: as long as that, and nothing runs now.
        unsafe { std::slice::from_raw_parts(place.c, self.lens[2]).to_vec() }
    }

    /// Bytes of all operands.
    pub fn bytes(&self) -> usize {
        self.lens.iter().sum::<usize>() * size_of::<T>()
    }
}
