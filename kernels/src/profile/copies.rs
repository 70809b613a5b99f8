//! What a kernel writes to, and copies of it for calls that are only timed.

use std::mem::MaybeUninit;

/// Distances from a cache line at which copies lie: the stack, and most allocations, are aligned
/// to 16 bytes.
const PLACES: usize = 4;
/// Bytes between two of these.
const STEP: usize = 16;
/// A cache line.
const LINE: usize = 64;
/// Bytes from which on there are no copies at several distances: then it is lines that count, and
/// copying them would take the place of the operands in the caches.
const MOST: usize = 16 << 10;

/// A value that a kernel writes to: its place, without its type.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    place: *mut u8,
    size: usize,
}

impl Slot {
    /// The place of a value.
    #[inline(always)]
    pub fn of<T>(value: &mut T) -> Slot {
        Slot { place: std::ptr::from_mut(value).cast(), size: size_of::<T>() }
    }

    /// The value.
    ///
    /// # Safety
    /// The slot is that of a `T`, or a copy, and nothing else uses it.
    #[inline(always)]
    pub unsafe fn get<'a, T>(self) -> &'a mut T {
        debug_assert_eq!(self.size, size_of::<T>(), "a slot keeps its type");
        // SAFETY: the caller's promise.
        unsafe { &mut *self.place.cast() }
    }
}

/// Copies of slots, one behind the other, each so many bytes from a cache line.
pub struct Copies<const N: usize> {
    _memory: Vec<MaybeUninit<u8>>,
    slots: [Slot; N],
}

impl<const N: usize> Copies<N> {
    /// Copies at all distances; of large values one, on a cache line.
    pub fn everywhere(originals: &[Slot; N]) -> Vec<Self> {
        let bytes: usize = originals.iter().map(|slot| slot.size).sum();
        let places = if bytes > MOST { 1 } else { PLACES };
        (0..places).map(|place| Copies::of(originals, place * STEP)).collect()
    }

    /// Copies that lie so many bytes from a cache line.
    fn of(originals: &[Slot; N], distance: usize) -> Self {
        let room = |slot: &Slot| slot.size.next_multiple_of(LINE) + 2 * LINE;
        let mut memory = vec![MaybeUninit::<u8>::uninit(); originals.iter().map(room).sum::<usize>() + LINE];
        let mut free = memory.as_mut_ptr();
        let slots = originals.map(|original| {
            let place = free.wrapping_add(free.align_offset(LINE)).wrapping_add(distance);
            free = place.wrapping_add(original.size);
            // SAFETY: the place, at most `room` bytes behind the last one's end, lies in the
            // allocation, which nothing else knows; uninitialized bytes are copied as such.
            unsafe { place.copy_from_nonoverlapping(original.place.cast(), original.size) };
            Slot { place: place.cast(), size: original.size }
        });
        Copies { _memory: memory, slots }
    }

    /// The copies.
    pub fn slots(&mut self) -> [Slot; N] {
        self.slots
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_have_the_values_and_the_distance() {
        let (mut a, mut b) = ([1.5_f32; 37], 7_u64);
        for place in 0..PLACES {
            let mut copies = Copies::of(&[Slot::of(&mut a), Slot::of(&mut b)], place * STEP);
            let [first, second] = copies.slots();
            assert!([first, second].iter().all(|slot| slot.place as usize % LINE == place * STEP));
            // SAFETY: the slots are copies of values of these types, and used here alone.
            let (first, second) = unsafe { (first.get::<[f32; 37]>(), second.get::<u64>()) };
            assert_eq!((*first, *second), (a, b));
            *second = 8;
        }
        assert_eq!(b, 7, "what is written to a copy stays there");
    }

    #[test]
    fn large_values_lie_on_lines() {
        let mut large = [0_u8; MOST + 1];
        let copies = Copies::everywhere(&[Slot::of(&mut large)]);
        assert_eq!((copies.len(), copies[0].slots[0].place as usize % LINE), (1, 0));
    }

    #[test]
    fn nothing_to_write_to_is_nothing_to_copy() {
        assert_eq!(Copies::everywhere(&[])[3].slots().len(), 0);
    }
}
