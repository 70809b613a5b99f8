//! Dots of rows of bytes as they lie in memory.

use super::opaque;
use super::quads::{Sums, corrected, dot, signed};
use crate::Byte;
use crate::arch::{Int, NIBBLES, Quads};
use crate::memory::Src;

/// What a dot with `x` starts from: 0, or what makes up for the flipped bytes of the other
/// side where both types are signed.
///
/// # Safety
/// `x` has `k` elements.
#[inline(always)]
pub unsafe fn rows_start<Q: Quads, W: Byte, X: Byte>(q: Q, x: Src<X>, k: usize) -> i32 {
    if !corrected::<W, X>() {
        return 0;
    }
    let (mut sums, ones) = (<Sums<Q>>::splat(q.arch(), 0), <Sums<Q>>::splat(q.arch(), 0x0101_0101));
    let bytes = 4 * <Sums<Q>>::LANES;
    for chunk in 0..k.div_ceil(bytes) {
        // SAFETY: the caller's promise.
        let x = unsafe { x.load_quads(q.arch(), chunk * bytes, k - chunk * bytes) };
        sums = q.dot(sums, ones, x);
    }
    sums.sum().wrapping_mul(-128)
}

/// The matrix-vector product with the matrix as it lies: lane `r` is `start` and the dot of
/// row `r` of `w`, `k` elements from `r * ld`, with `x`. There are `live` rows; other lanes
/// hold anything. `start` is what [`rows_start`] says.
///
/// `ROWS` is `LANES`, and `G` rows are in flight at once; where `live` is no multiple of `G`
/// the last group overlaps the one before. Types and `PAIRS` as for
/// [`quad_tile`](super::quad_tile), with `w` on the left; what `PAIRS` promises holds for any two
/// neighbours.
///
/// ```
/// use kernels::arch::{Int, Portable, Quads};
/// use kernels::{memory::Src, tile::{byte_rows, rows_start}};
///
/// let (w, x) = ([1_i8, 2, 3, -128, -128, -128], [1_i8, 10, -128]);
/// let (w, x) = (Src::of(&w), Src::of(&x));
/// // SAFETY: two rows of three.
/// let dots = unsafe {
///     let q = <Portable as Quads>::assume_quads();
///     let start = rows_start::<_, i8, i8>(q, x, 3);
///     byte_rows::<_, i8, i8, 4, 2, false>(q, w, 3, x, start, 3, 2)
/// };
/// let mut y = [0; 2];
/// // SAFETY: there is room for two.
/// unsafe { dots.store_partial(y.as_mut_ptr(), 2) };
/// assert_eq!(y, [1 + 20 - 384, -128 + -1280 + 16384]);
/// ```
///
/// # Safety
/// `w` and `x` have the elements named, and `1 <= live <= ROWS`.
#[inline(always)]
pub unsafe fn byte_rows<Q: Quads, W: Byte, X: Byte, const ROWS: usize, const G: usize, const PAIRS: bool>(
    q: Q,
    w: Src<W>,
    ld: usize,
    x: Src<X>,
    start: i32,
    k: usize,
    live: usize,
) -> Sums<Q> {
    const { assert!(ROWS == <Sums<Q>>::LANES && G >= 1 && G <= ROWS) };
    debug_assert!((1..=ROWS).contains(&live));
    let mut rows = [<Sums<Q>>::splat(q.arch(), 0); ROWS];
    for group in 0..ROWS.div_ceil(G) {
        if group * G < live {
            let first = live.saturating_sub(G).min(group * G);
            // SAFETY: the caller's promise; `first < live`.
            let sums = unsafe { group_dots::<Q, W, X, G, PAIRS>(q, w, ld, x, k, first, live) };
            for (g, sums) in sums.into_iter().enumerate() {
                rows[first + g] = sums;
            }
        }
    }
    <Sums<Q>>::sum_rows(rows) + <Sums<Q>>::splat(q.arch(), start)
}

/// The dot of two rows of `k` bytes. Types and `PAIRS` as for [`byte_rows`].
///
/// ```
/// use kernels::arch::Portable;
/// use kernels::{memory::Src, tile::byte_dot};
///
/// let (a, b) = ([255_u8; 37], [-128_i8; 37]);
/// // SAFETY: both have 37 elements.
/// let dot = unsafe { byte_dot::<_, u8, i8, false>(Portable, Src::of(&a), Src::of(&b), 37) };
/// assert_eq!(dot, -37 * 255 * 128);
/// ```
///
/// # Safety
/// Both have `k` elements.
#[inline(always)]
pub unsafe fn byte_dot<Q: Quads, A: Byte, B: Byte, const PAIRS: bool>(
    q: Q,
    a: Src<A>,
    b: Src<B>,
    k: usize,
) -> i32 {
    // Chains: an instruction of VNNI takes four or five cycles, and two of them start in one.
    // More would need more registers for the rest than they save.
    const CHAINS: usize = 4;
    let bytes = 4 * <Sums<Q>>::LANES;
    let rounds = k / (CHAINS * bytes);
    let mut acc = [[<Sums<Q>>::splat(q.arch(), 0)]; CHAINS];
    // SAFETY: the caller's promise.
    unsafe {
        for round in 0..opaque(rounds) {
            for (c, acc) in acc.iter_mut().enumerate() {
                add_chunk::<Q, A, B, 1, PAIRS>(q, a, 0, b, (round * CHAINS + c) * bytes, 0, 1, acc);
            }
        }
        let at = rounds * CHAINS * bytes;
        let rest = group_dots::<Q, A, B, 1, PAIRS>(q, a.offset(at), 0, b.offset(at), k - at, 0, 1);
        let [[s], [t], [u], [v]] = acc;
        ((s + t) + (u + v) + rest[0]).sum().wrapping_add(rows_start::<Q, A, B>(q, b, k))
    }
}

/// The partial sums of rows `first..first + G`; past the last live row it is repeated.
///
/// # Safety
/// As [`byte_rows`].
#[inline(always)]
unsafe fn group_dots<Q: Quads, W: Byte, X: Byte, const G: usize, const PAIRS: bool>(
    q: Q,
    w: Src<W>,
    ld: usize,
    x: Src<X>,
    k: usize,
    first: usize,
    live: usize,
) -> [Sums<Q>; G] {
    if const { Q::FAST_PAIRS && !PAIRS && signed::<W>() && !signed::<X>() } {
        // SAFETY: the caller's promise.
        return unsafe { group_nibbles::<Q, W, X, G>(q, w, ld, x, k, first, live) };
    }
    let bytes = 4 * <Sums<Q>>::LANES;
    let mut acc = [<Sums<Q>>::splat(q.arch(), 0); G];
    // SAFETY: the caller's promise.
    unsafe {
        for chunk in 0..turns(k / bytes) {
            add_chunk::<Q, W, X, G, PAIRS>(q, w, ld, x, chunk * bytes, first, live, &mut acc);
        }
        let rest = k % bytes;
        if rest > 0 && k >= bytes {
            let x = last_chunk::<Q, X>(q, x, k);
            add_rows::<Q, W, X, G, PAIRS>(q, w, ld, x, k - bytes, bytes, first, live, &mut acc);
        } else if rest > 0 {
            let x = x.load_quads(q.arch(), 0, rest);
            add_rows::<Q, W, X, G, PAIRS>(q, w, ld, x, 0, rest, first, live, &mut acc);
        }
    }
    acc
}

/// [`group_dots`] of signed rows and an unsigned `x` where there is no fast exact dot: the bytes of
/// `x` are taken apart into halves of four bits, for all rows of the group, and no row is widened.
///
/// # Safety
/// As [`byte_rows`].
#[inline(always)]
unsafe fn group_nibbles<Q: Quads, W: Byte, X: Byte, const G: usize>(
    q: Q,
    w: Src<W>,
    ld: usize,
    x: Src<X>,
    k: usize,
    first: usize,
    live: usize,
) -> [Sums<Q>; G] {
    let (zero, bytes) = (<Sums<Q>>::splat(q.arch(), 0), 4 * <Sums<Q>>::LANES);
    let (whole, rest) = (k / bytes, k % bytes);
    let mut acc = [zero; G];
    for start in (0..turns(k.div_ceil(bytes))).step_by(NIBBLES) {
        let mut sums = [[zero; 2]; G];
        // SAFETY: the caller's promise.
        unsafe {
            for chunk in start..start + turns(NIBBLES.min(whole - start)) {
                let (at, n) = (chunk * bytes, bytes);
                let x = x.load_quads(q.arch(), at, n);
                add_row_nibbles(q, w, ld, x, at, n, first, live, &mut sums);
            }
            if rest > 0 && whole - start < NIBBLES {
                if k >= bytes {
                    let x = last_chunk::<Q, X>(q, x, k);
                    add_row_nibbles(q, w, ld, x, k - bytes, bytes, first, live, &mut sums);
                } else {
                    let x = x.load_quads(q.arch(), 0, rest);
                    add_row_nibbles(q, w, ld, x, 0, rest, first, live, &mut sums);
                }
            }
        }
        for (acc, [low, high]) in acc.iter_mut().zip(sums) {
            *acc = q.widen_nibbles(q.widen_nibbles(*acc, low, 1), high, 16);
        }
    }
    acc
}

/// As many turns of a loop. Two are unrolled: rows are so short then that the loop itself counts, up
/// to a quarter of the time of 64 × 64; four were slower with VNNI.
#[inline(always)]
fn turns(n: usize) -> usize {
    if n <= 2 { n } else { opaque(n) }
}

/// The last whole chunk of `k` elements, without what whole chunks from the beginning hold: a 0 on
/// one side is enough, so that no row needs a mask.
///
/// # Safety
/// `x` has `k` elements, and a chunk at least.
#[inline(always)]
unsafe fn last_chunk<Q: Quads, X: Byte>(q: Q, x: Src<X>, k: usize) -> Sums<Q> {
    let bytes = 4 * <Sums<Q>>::LANES;
    // SAFETY: the caller's promise.
    unsafe {
        let keep = Src::of(KEEP).load_quads::<Sums<Q>>(q.arch(), KEEP.len() / 2 + k % bytes - bytes, bytes);
        x.load_quads::<Sums<Q>>(q.arch(), k - bytes, bytes) & keep
    }
}

/// Zeros and ones, for masks of the last bytes of a vector.
const KEEP: &[u8] = &{
    let mut bytes = [0; 128];
    let mut at = 64;
    while at < 128 {
        bytes[at] = 0xff;
        at += 1;
    }
    bytes
};

/// Adds the products with the whole chunk of `x` from `at`.
///
/// # Safety
/// As [`byte_rows`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands of a group, and a chunk of them")]
unsafe fn add_chunk<Q: Quads, W: Byte, X: Byte, const G: usize, const PAIRS: bool>(
    q: Q,
    w: Src<W>,
    ld: usize,
    x: Src<X>,
    at: usize,
    first: usize,
    live: usize,
    acc: &mut [Sums<Q>; G],
) {
    let bytes = 4 * <Sums<Q>>::LANES;
    // SAFETY: the caller's promise.
    unsafe {
        let x = x.load_quads(q.arch(), at, bytes);
        add_rows::<Q, W, X, G, PAIRS>(q, w, ld, x, at, bytes, first, live, acc);
    }
}

/// Adds the products of `x` with the `n` bytes from `at` of each row.
///
/// # Safety
/// As [`byte_rows`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands of a group, and a chunk of them")]
unsafe fn add_rows<Q: Quads, W: Byte, X: Byte, const G: usize, const PAIRS: bool>(
    q: Q,
    w: Src<W>,
    ld: usize,
    x: Sums<Q>,
    at: usize,
    n: usize,
    first: usize,
    live: usize,
    acc: &mut [Sums<Q>; G],
) {
    for (g, acc) in acc.iter_mut().enumerate() {
        let row = (first + g).min(live - 1);
        // SAFETY: the caller's promise, and the row is live.
        let w: Sums<Q> = unsafe { w.load_quads(q.arch(), row * ld + at, n) };
        let w = if corrected::<W, X>() { w.flip_bytes() } else { w };
        *acc = dot::<Q, W, X, PAIRS>(q, *acc, w, x);
    }
}

/// [`add_rows`], to the sums of both halves of `x`.
///
/// # Safety
/// As [`byte_rows`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands of a group, and a chunk of them")]
unsafe fn add_row_nibbles<Q: Quads, W: Byte, const G: usize>(
    q: Q,
    w: Src<W>,
    ld: usize,
    x: Sums<Q>,
    at: usize,
    n: usize,
    first: usize,
    live: usize,
    sums: &mut [[Sums<Q>; 2]; G],
) {
    let (x_low, x_high) = x.nibbles();
    for (g, [low, high]) in sums.iter_mut().enumerate() {
        let row = (first + g).min(live - 1);
        // SAFETY: the caller's promise, and the row is live.
        let w: Sums<Q> = unsafe { w.load_quads(q.arch(), row * ld + at, n) };
        (*low, *high) = (q.add_nibbles(*low, x_low, w), q.add_nibbles(*high, x_high, w));
    }
}
