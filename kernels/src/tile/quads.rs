//! Tiles of quantized products: four-way dots of rows of bytes with panels of weights.

use super::opaque;
use crate::Byte;
use crate::arch::{Arch, Int, NIBBLES, Quads};
use crate::memory::Src;

pub use kernels_plan::quad_block::PANEL;

/// The vector of integers of a level.
pub type Sums<Q> = <<Q as Quads>::Arch as Arch>::I32;

/// Whether the bytes of a type are signed.
pub(super) const fn signed<B: Byte>() -> bool {
    B::LOWEST < 0
}

/// Whether products of these types need corrections: of two signed bytes one is taken as the
/// unsigned one that is 128 more, and 128 times the sum of the others comes off.
pub(super) const fn corrected<A: Byte, W: Byte>() -> bool {
    signed::<A>() && signed::<W>()
}

/// Whether a tile has both signed types multiplied as they are, without corrections.
const fn direct<Q: Quads, A: Byte, W: Byte, const MR: usize, const PAIRS: bool>() -> bool {
    corrected::<A, W>() && Q::FAST_SIGNED && !(Q::FAST_PAIRS && (PAIRS || MR == 1))
}

/// One step of a product of bytes of `A`, which are flipped already if both types are signed,
/// with bytes of `W`.
#[inline(always)]
pub(super) fn dot<Q: Quads, A: Byte, W: Byte, const PAIRS: bool>(
    q: Q,
    acc: Sums<Q>,
    a: Sums<Q>,
    w: Sums<Q>,
) -> Sums<Q> {
    const { assert!(signed::<A>() || signed::<W>(), "one side of a product is signed") };
    let (unsigned, signed) = if signed::<W>() { (a, w) } else { (w, a) };
    if PAIRS && Q::FAST_PAIRS { q.dot_pairs(acc, unsigned, signed) } else { q.dot(acc, unsigned, signed) }
}

/// `MR` rows of a product of bytes with `NV` vectors of outputs: the dots of rows of `a`, `k`
/// elements from `r * a_row`, with the outputs from `col` on, exact up to wrapping around.
///
/// `panels` is what [`pack_quads`](super::pack_quads) writes, and `corrections` what
/// [`corrections`](super::corrections) does, read only if both types are signed. `col` is a
/// multiple of `LANES`. One of the types is signed, or it does not compile. Each output has
/// `C` chains of additions: where `MR * NV` is small, several are needed to hide how long one
/// takes. With `PAIRS`, bytes promise what [`Quads::dot_pairs`] asks; where both types are
/// signed, with 255 for the largest of `a`.
///
/// ```
/// use kernels::arch::{Int, Portable, Quads};
/// use kernels::memory::{Dst, Src};
/// use kernels::tile::{pack_quads, quad_tile};
///
/// // One output with five weights, which take two quads of a panel of 16.
/// let (a, w) = ([1_u8, 2, 3, 4, 255], [1_i8, 1, 1, 1, -128]);
/// let mut panel = [0_i8; 128];
/// // SAFETY: the strides are those of one row of five; the panel has two quads.
/// let dots = unsafe {
///     pack_quads(Src::of(&w), 5, 1, 5, 1, Dst::of(&mut panel));
///     let q = <Portable as Quads>::assume_quads();
///     let (panels, none) = (Src::of(&panel), Src::of(&[]));
///     quad_tile::<_, u8, i8, 1, 1, 1, false>(q, Src::of(&a), 5, panels, none, 0, 5)
/// };
/// assert_eq!(dots[0][0].sum(), 10 - 255 * 128, "and zeros");
/// ```
///
/// # Safety
/// The operands have the elements named: whole vectors of outputs, of which the panels past
/// the last output have zeros.
#[inline(always)]
pub unsafe fn quad_tile<
    Q: Quads,
    A: Byte,
    W: Byte,
    const MR: usize,
    const NV: usize,
    const C: usize,
    const PAIRS: bool,
>(
    q: Q,
    a: Src<A>,
    a_row: usize,
    panels: Src<W>,
    corrections: Src<i32>,
    col: usize,
    k: usize,
) -> [[Sums<Q>; NV]; MR] {
    let lanes = <Sums<Q>>::LANES;
    debug_assert!(col.is_multiple_of(lanes));
    let (whole, rest) = (k / 4, k % 4);
    let mut acc = [[[<Sums<Q>>::splat(q.arch(), 0); NV]; MR]; C];
    let corrected = const { corrected::<A, W>() && !direct::<Q, A, W, MR, PAIRS>() };
    let mut from = [panels; NV];
    for (v, from) in from.iter_mut().enumerate() {
        let at = col + v * lanes;
        // SAFETY: the caller's promise.
        unsafe {
            *from = panels.offset(at / PANEL * PANEL * 4 * k.div_ceil(4) + at % PANEL * 4);
            if corrected {
                let start = corrections.load(q.arch(), at);
                acc[0].iter_mut().for_each(|row| row[v] = start);
            }
        }
    }
    if MR == 1 && Q::FAST_PAIRS && !PAIRS && signed::<W>() {
        // SAFETY: the caller's promise.
        unsafe { row_by_nibbles::<Q, A, W, NV>(q, a, from, k, &mut acc[0][0]) };
        return acc[0];
    }
    for round in 0..opaque(whole / C) {
        for (c, acc) in acc.iter_mut().enumerate() {
            // SAFETY: a whole quad.
            unsafe { step::<Q, A, W, MR, NV, PAIRS>(q, a, a_row, from, round * C + c, 4, acc) };
        }
    }
    for (c, acc) in acc.iter_mut().enumerate() {
        let quad = whole / C * C + c;
        if quad < whole {
            // SAFETY: a whole quad.
            unsafe { step::<Q, A, W, MR, NV, PAIRS>(q, a, a_row, from, quad, 4, acc) };
        } else if quad == whole && rest > 0 {
            // SAFETY: the last quad, which has `rest` bytes in the rows of `a`.
            unsafe { step::<Q, A, W, MR, NV, PAIRS>(q, a, a_row, from, quad, rest, acc) };
        }
    }
    let mut sums = acc[0];
    for other in &acc[1..] {
        for (sums, other) in sums.iter_mut().zip(other) {
            for (sum, &other) in sums.iter_mut().zip(other) {
                *sum = *sum + other;
            }
        }
    }
    sums
}

/// Adds the dots of one row. Without a second row that weights would be widened for, too, they
/// are not: the bytes of `a` are taken apart instead, into halves of four bits, for which sums
/// of several products fit 16 bits.
///
/// # Safety
/// As [`quad_tile`].
#[inline(always)]
unsafe fn row_by_nibbles<Q: Quads, A: Byte, W: Byte, const NV: usize>(
    q: Q,
    a: Src<A>,
    from: [Src<W>; NV],
    k: usize,
    acc: &mut [Sums<Q>; NV],
) {
    let quads = k.div_ceil(4);
    for first in (0..opaque(quads)).step_by(NIBBLES) {
        let mut low = [<Sums<Q>>::splat(q.arch(), 0); NV];
        let mut high = low;
        // SAFETY: whole quads, and the rest of one.
        unsafe {
            // A loop, also where it is short: unrolled, the compiler would add up the products of
            // several quads first, for which there are no registers.
            let whole = NIBBLES.min(k / 4 - first);
            if whole >= 2 {
                add_nibbles(q, a, from, first, 4, &mut low, &mut high);
                add_nibbles(q, a, from, first + 1, 4, &mut low, &mut high);
                for pair in 1..opaque(whole / 2) {
                    add_nibbles(q, a, from, first + 2 * pair, 4, &mut low, &mut high);
                    add_nibbles(q, a, from, first + 2 * pair + 1, 4, &mut low, &mut high);
                }
            }
            if !whole.is_multiple_of(2) {
                add_nibbles(q, a, from, first + whole - 1, 4, &mut low, &mut high);
            }
            if !k.is_multiple_of(4) && quads - first <= NIBBLES {
                add_nibbles(q, a, from, k / 4, k % 4, &mut low, &mut high);
            }
        }
        for v in 0..NV {
            acc[v] = q.widen_nibbles(q.widen_nibbles(acc[v], low[v], 1), high[v], 16);
        }
    }
}

/// One quad of [`row_by_nibbles`], `n` bytes of it.
///
/// # Safety
/// As [`quad_tile`].
#[inline(always)]
unsafe fn add_nibbles<Q: Quads, A: Byte, W: Byte, const NV: usize>(
    q: Q,
    a: Src<A>,
    from: [Src<W>; NV],
    quad: usize,
    n: usize,
    low: &mut [Sums<Q>; NV],
    high: &mut [Sums<Q>; NV],
) {
    let arch = q.arch();
    // SAFETY: the caller's promise.
    let bytes = <Sums<Q>>::splat(arch, unsafe { a.quad(4 * quad, n) });
    let bytes = if corrected::<A, W>() { bytes.flip_bytes() } else { bytes };
    let (bytes_low, bytes_high) = bytes.nibbles();
    for v in 0..NV {
        // SAFETY: the caller's promise.
        let weights = unsafe { from[v].load_quads(arch, quad * PANEL * 4, 4 * <Sums<Q>>::LANES) };
        low[v] = q.add_nibbles(low[v], bytes_low, weights);
        high[v] = q.add_nibbles(high[v], bytes_high, weights);
    }
}

/// Adds the products of one quad, of whose bytes `n` are there in the rows of `a`.
///
/// # Safety
/// As [`quad_tile`].
#[inline(always)]
unsafe fn step<Q: Quads, A: Byte, W: Byte, const MR: usize, const NV: usize, const PAIRS: bool>(
    q: Q,
    a: Src<A>,
    a_row: usize,
    from: [Src<W>; NV],
    quad: usize,
    n: usize,
    acc: &mut [[Sums<Q>; NV]; MR],
) {
    let arch = q.arch();
    let mut weights = [<Sums<Q>>::splat(arch, 0); NV];
    for (weights, from) in weights.iter_mut().zip(from) {
        // SAFETY: the caller's promise.
        *weights = unsafe { from.load_quads(arch, quad * PANEL * 4, 4 * <Sums<Q>>::LANES) };
    }
    for (r, acc) in acc.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        let bytes = <Sums<Q>>::splat(arch, unsafe { a.quad(r * a_row + 4 * quad, n) });
        if const { direct::<Q, A, W, MR, PAIRS>() } {
            for (acc, &weights) in acc.iter_mut().zip(&weights) {
                *acc = q.dot_signed(*acc, bytes, weights);
            }
            continue;
        }
        let bytes = if corrected::<A, W>() { bytes.flip_bytes() } else { bytes };
        for (acc, &weights) in acc.iter_mut().zip(&weights) {
            *acc = dot::<Q, A, W, PAIRS>(q, *acc, bytes, weights);
        }
    }
}
