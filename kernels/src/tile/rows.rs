//! `w * x` by rows: dot products side by side.

use super::opaque;
use super::reduce::{Sum, fold_registers};
use crate::arch::{Element, Simd};
use crate::memory::{LoadAs, Src};

/// The `k` elements of `x` in `X` registers, then +0: for [`row_dots`] of many rows with a
/// short `x`.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::hold};
/// let x = [1.0_f32, 2.0];
/// // SAFETY: `x` has two elements.
/// assert_eq!(unsafe { hold::<f32, 3>(Scalar, Src::new(x.as_ptr(), 2), 2) }, [1.0, 2.0, 0.0]);
/// ```
///
/// # Safety
/// `x` has `k` elements.
#[inline(always)]
pub unsafe fn hold<V: Simd, const X: usize>(arch: V::Arch, x: Src<V::Elem>, k: usize) -> [V; X] {
    let mut held = [V::splat(arch, V::Elem::ZERO); X];
    for (i, held) in held.iter_mut().enumerate() {
        // SAFETY: the caller's promise.
        *held = unsafe { x.load_partial(arch, i * V::LANES, k.saturating_sub(i * V::LANES)) };
    }
    held
}

/// Lane `r < live` is the dot of row `r` of `w` (its `k` elements from `r * ld`) with
/// `x[0..k]`; the lanes past `live` hold nothing of meaning.
///
/// One chain, in the order of `kernels_plan::order`: `W` registers of partial results per
/// row, `W * LANES` being `order::lanes`. `ROWS` is `LANES`. `G` rows are in flight at
/// once; where `live` is no multiple of `G` the last group overlaps the one before. Each
/// pass over `k` works on `P` of a row's registers, with `G * P` accumulators in all, and
/// takes `U` chunks of `W * LANES` elements per turn. `w` may be stored in elements that
/// are widened as they are loaded. All of `x` is in `held` ([`hold`]), or
/// that is empty.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::row_dots};
/// let (w, x) = ([1.0_f64, 2.0, 3.0], [1.0, 10.0, 100.0]);
/// let (w, x) = (Src::new(w.as_ptr(), 3), Src::new(x.as_ptr(), 3));
/// // SAFETY: both have three elements.
/// let y: f64 = unsafe { row_dots::<f64, 1, 1, 8, 8, 1, 0>(Scalar, w, 3, x, &[], 3, 1) };
/// assert_eq!(y, 321.0);
/// ```
///
/// # Safety
/// `w` and `x` have the elements named, and `1 <= live <= ROWS`.
#[inline(always)]
pub unsafe fn row_dots<
    V: Simd,
    const ROWS: usize,
    const G: usize,
    const W: usize,
    const P: usize,
    const U: usize,
    const X: usize,
>(
    arch: V::Arch,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    ld: usize,
    x: Src<V::Elem>,
    held: &[V; X],
    k: usize,
    live: usize,
) -> V {
    const { assert!(ROWS == V::LANES && G >= 1 && G <= ROWS && W.is_multiple_of(P)) };
    debug_assert!((1..=ROWS).contains(&live));
    let mut rows = [V::splat(arch, V::Elem::ZERO); ROWS];
    if G == 1 && X > 0 {
        // In the order of memory: unrolled, the compiler would mix the loads of many rows.
        for (r, row) in rows.iter_mut().enumerate().take(opaque(live)) {
            // SAFETY: the caller's promise; `r < live`.
            let [acc] = unsafe { group_dots::<V, 1, W, P, U, X>(arch, w, ld, x, held, k, r, live) };
            *row = fold_registers::<V, W, Sum>(acc);
        }
        return V::sum_rows(rows);
    }
    for group in 0..ROWS.div_ceil(G) {
        if group * G < live {
            let start = live.saturating_sub(G).min(group * G);
            // SAFETY: the caller's promise; `start < live`.
            let acc = unsafe { group_dots::<V, G, W, P, U, X>(arch, w, ld, x, held, k, start, live) };
            for (g, acc) in acc.into_iter().enumerate() {
                rows[start + g] = fold_registers::<V, W, Sum>(acc);
            }
        }
    }
    V::sum_rows(rows)
}

/// The partial results of rows `start..start + G`; past the last live row it is repeated.
///
/// # Safety
/// As [`row_dots`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands, and a group of rows")]
unsafe fn group_dots<
    V: Simd,
    const G: usize,
    const W: usize,
    const P: usize,
    const U: usize,
    const X: usize,
>(
    arch: V::Arch,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    ld: usize,
    x: Src<V::Elem>,
    held: &[V; X],
    k: usize,
    start: usize,
    live: usize,
) -> [[V; W]; G] {
    let lanes = W * V::LANES;
    let chunks = k / lanes;
    let mut acc = [[V::splat(arch, V::Elem::ZERO); W]; G];
    // A longer product stays a loop: unrolled, the compiler would load all of `x` first and
    // keep it on the stack.
    let rolled = chunks > U;
    for pass in 0..W / P {
        for round in 0..if rolled { opaque(chunks / U) } else { chunks / U } {
            // SAFETY: whole chunks below `k`.
            unsafe {
                let first = round * U * lanes;
                let (w, x, first) = match rolled && X == 0 {
                    true => (w.offset(first).opaque(), x.offset(first), 0),
                    false => (w, x, first),
                };
                for u in 0..U {
                    let at = first + u * lanes;
                    add_chunk::<V, G, W, P, X>(arch, w, ld, x, held, at, lanes, start, live, pass, &mut acc);
                }
            }
        }
        for chunk in chunks / U * U..k.div_ceil(lanes) {
            let (at, n) = (chunk * lanes, lanes.min(k - chunk * lanes));
            // SAFETY: what is left below `k`.
            unsafe { add_chunk::<V, G, W, P, X>(arch, w, ld, x, held, at, n, start, live, pass, &mut acc) };
        }
    }
    acc
}

/// Takes the chunk of `n` elements from `at` into the partial results of a pass. Past its
/// end both sides are +0: the addition turns a −0 into +0.
///
/// # Safety
/// As [`row_dots`]; `at + n <= k`.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands of a group, and a chunk of them")]
unsafe fn add_chunk<V: Simd, const G: usize, const W: usize, const P: usize, const X: usize>(
    arch: V::Arch,
    w: Src<impl LoadAs<V, Arch = V::Arch>>,
    ld: usize,
    x: Src<V::Elem>,
    held: &[V; X],
    at: usize,
    n: usize,
    start: usize,
    live: usize,
    pass: usize,
    acc: &mut [[V; W]; G],
) {
    for r in pass * P..pass * P + P {
        let (at, n) = (at + r * V::LANES, n.saturating_sub(r * V::LANES));
        // SAFETY: the caller's promise, and the row is live.
        unsafe {
            let x: V = if X > 0 { held[at / V::LANES] } else { x.load_partial(arch, at, n) };
            for (g, acc) in acc.iter_mut().enumerate() {
                let row = (start + g).min(live - 1);
                acc[r] = w.load_partial::<V>(arch, row * ld + at, n).mul_add(x, acc[r]);
            }
        }
    }
}
