//! Products whose result is narrow: several rows of it in one vector.

use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};

/// Multiply-adds up to which the loop over the depth is unrolled: those of eight vectors and
/// eight steps. The loop's body has as many.
const UNROLLED: usize = 64;

/// `a * b` of `rows` rows and `S` columns, or of fewer where the rows of `b` have fewer: a vector
/// holds `LANES / S` rows of the result, each in a part of `S` lanes, and `G` vectors hold all. Each
/// element is accumulated from +0 over the `depth`, ascending, with fused multiply-add.
///
/// The last vector begins earlier than it could: to compute rows twice costs nothing, and all its
/// loads and stores are whole.
///
/// A multiply-add takes a row of `b`, the same in every part, and a vector with an element
/// of `a` in all lanes of a part: one load and one shuffle. The operands lie without gaps,
/// so that a vector may begin in one row and end in the next: where `b` is narrower than
/// `S`, its rows are read past their end. Where it is not, they may be `b_k` apart.
///
/// Element (i, k) of `a` is at `i * a_row + k * a_k`. Where it is transposed, a vector's elements lie
/// together: they are loaded for each step, and shuffled alike.
///
/// ```
/// use kernels::arch::{Arch, Portable};
/// use kernels::memory::{Dst, Src};
/// use kernels::tile::{small_gemm, store_small};
///
/// let (a, b, mut c) = ([1.0_f32, 2.0], [10.0, 20.0], [0.0; 4]);
/// // SAFETY: the level needs no feature; 2 by 1, 1 by 2 and 2 by 2 elements.
/// unsafe {
///     let arch = Portable::assume();
///     let tile = small_gemm::<<Portable as Arch>::F32, 1, 2>(arch, Src::of(&a), 1, 1, Src::of(&b), 2, 2, 1);
///     store_small::<_, 1, 2>(tile, Dst::of(&mut c), 2, 2, 2);
/// }
/// assert_eq!(c, [10.0, 20.0, 20.0, 40.0]);
/// ```
///
/// # Safety
/// The operands have these elements: `a_row` is the depth and `a_k` 1, or `a_row` is 1 and `a_k`
/// the number of all rows, more than 1; `b_k` is the number of columns, or more where that is `S`.
/// `G` is `rows` divided by `LANES / S`, rounded up; `S` is as in [`Simd::load_rows`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with their strides")]
pub unsafe fn small_gemm<V: Simd, const G: usize, const S: usize>(
    arch: V::Arch,
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    b_k: usize,
    rows: usize,
    depth: usize,
) -> [V; G] {
    let size = Size { rows, a_row, a_k, b_k };
    let mut acc = [V::splat(arch, V::Elem::ZERO); G];
    // The last steps are apart. For them, where it can be, the last `S` elements of the rows
    // of `a` are loaded, not all of which are used.
    let last = depth - depth.saturating_sub(1) / S * S;
    let (chunks, loaded) = ((depth - last) / S, S.min(depth));
    let turns = if G * depth > UNROLLED { opaque(chunks) } else { chunks };
    for chunk in 0..turns {
        // SAFETY: the caller's promise; these `S` steps are below `depth`, and a last one
        // follows them.
        unsafe { steps::<V, G, S>(arch, a, b, size, (chunk * S, S), 0, 1, &mut acc) };
    }
    // SAFETY: as above, but for the last.
    unsafe { steps::<V, G, S>(arch, a, b, size, (depth - loaded, loaded), loaded - last, 0, &mut acc) };
    acc
}

/// Writes the vectors of [`small_gemm`], whose example shows it, to rows `stride` apart.
///
/// # Safety
/// `dst` has these `rows` of `cols` elements; the numbers are as there.
#[inline(always)]
pub unsafe fn store_small<V: Simd, const G: usize, const S: usize>(
    tile: [V; G],
    dst: Dst<V::Elem>,
    stride: usize,
    rows: usize,
    cols: usize,
) {
    for (g, vector) in tile.iter().enumerate() {
        let (row, live) = group::<V, S>(rows, g);
        // SAFETY: the caller's promise.
        unsafe { dst.store_rows(*vector, row * stride, stride, S, live, cols) };
    }
}

/// The rows of a product, and the strides of its operands.
#[derive(Clone, Copy)]
struct Size {
    rows: usize,
    a_row: usize,
    a_k: usize,
    b_k: usize,
}

/// The first row of a vector, and how many it has.
#[inline(always)]
fn group<V: Simd, const S: usize>(rows: usize, g: usize) -> (usize, usize) {
    let side_by_side = V::LANES / S;
    ((g * side_by_side).min(rows.saturating_sub(side_by_side)), rows.min(side_by_side))
}

/// The steps along the depth for the elements `from..from + loaded` of each row of `a`,
/// `loaded <= S`, without the first `skipped` ones. `after`: steps that follow, at least.
///
/// # Safety
/// As [`small_gemm`]; the elements are below the depth.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "the operands and a part of the depth")]
unsafe fn steps<V: Simd, const G: usize, const S: usize>(
    arch: V::Arch,
    a: Src<V::Elem>,
    b: Src<V::Elem>,
    size: Size,
    (from, loaded): (usize, usize),
    skipped: usize,
    after: usize,
    acc: &mut [V; G],
) {
    let Size { rows, a_row, a_k, b_k } = size;
    let is_turned = a_k != 1;
    // Of two rows whole parts, with what follows a row, or where that would go past the end, with
    // what is before it: how many elements too early, and how many.
    let part = |row: usize, live: usize| {
        let at = row * a_row + from;
        match V::LANES == 2 * S {
            true if at + (live - 1) * a_row + S <= rows * a_row => (0, S),
            true if at + loaded >= S => (S - loaded, S),
            _ => (0, loaded),
        }
    };
    let mut held = [V::splat(arch, V::Elem::ZERO); G];
    for (g, held) in held.iter_mut().enumerate().filter(|_| !is_turned) {
        let (row, live) = group::<V, S>(rows, g);
        let (early, n) = part(row, live);
        // SAFETY: the caller's promise, and the tests.
        *held = unsafe { a.load_rows(arch, row * a_row + from - early, a_row, S, live, n) };
    }
    for t in 0..S {
        if t < skipped || t >= loaded {
            continue;
        }
        let at = (from + t) * b_k;
        // What follows the row belongs to `b`, too, but for the last rows; no one looks at
        // the products with it.
        let whole = (loaded - t + after) * b_k >= S;
        let early = S.saturating_sub(b_k);
        // SAFETY: the caller's promise, and the tests.
        let row: V = unsafe {
            match whole {
                true => b.load_rows(arch, at, 0, S, 1, S),
                // What is before them belongs to `b`, too, but for the first rows.
                false if at >= early => b.load_rows::<V>(arch, at - early, 0, S, 1, S).rotate(S, early),
                false => b.load_rows(arch, at, 0, S, 1, b_k),
            }
        };
        for (g, (acc, held)) in acc.iter_mut().zip(&held).enumerate() {
            let (first, live) = group::<V, S>(rows, g);
            let left = if is_turned {
                // SAFETY: the caller's promise: neighbours, of which these rows are some.
                unsafe { a.load_each(arch, first + (from + t) * a_k, S, live) }
            } else {
                held.spread(S, part(first, live).0 + t)
            };
            *acc = left.mul_add(row, *acc);
        }
    }
}
