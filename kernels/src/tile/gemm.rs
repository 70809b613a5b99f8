//! The tile of the matrix product.

use super::held::{LEAST, held_steps};
use super::opaque;
use crate::arch::{Element, Simd};
use crate::memory::{Dst, Src};

/// Multiply-adds of a tile up to which its loop over `k` is unrolled. Beyond, rustc would
/// mix the steps and keep accumulators on the stack, and a loop costs nothing: its
/// instructions run beside the multiply-adds. (The planner's `tile_cost` counts on this number.)
const UNROLLED: usize = 32;

/// Steps of a turn of that loop with vectors of 512 bits, in loops of `SHORT` steps at most, and in tiles of
/// some rows of one vector: up to 7 % faster on a Xeon than turns of one step, 2 % in the mean. No other
/// loop gained.
const TURN: usize = 4;
const SHORT: usize = 32;

/// Multiply-adds up to which a loop of such turns is unrolled.
const UNROLLED_IN_TURNS: usize = 64;

/// A tile of `a * b`: `MR` rows by `NV` vectors of columns, each element accumulated from
/// +0 over `k` ascending with fused multiply-add.
///
/// Element (i, k) of `a` is at `i * a_row + k * a_k`, element (k, j) of `b` at
/// `k * b_k + j * b_col`; with `b_col == 1` its vectors are loaded whole. `live` of the
/// `NV * LANES` columns exist; the others come out as 0 times `a`.
///
/// The tile takes `MR * NV` registers for the results, `MR` or `NV`, what is less, for one operand
/// and one for the other.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::gemm};
/// let (a, b) = ([1.0_f32, 2.0], [10.0_f32, 20.0, 30.0, 40.0]);
/// let (a, b) = (Src::new(a.as_ptr(), 2), Src::new(b.as_ptr(), 4));
/// // SAFETY: `a` is 1 by 2 and `b` 2 by 2.
/// let c = unsafe { gemm::<f32, 1, 2>(Scalar, a, 2, 1, b, 2, 1, 2, 2) };
/// assert_eq!(c, [[70.0, 100.0]]);
/// ```
///
/// # Safety
/// `a` and `b` have the elements named.
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with two strides each")]
pub unsafe fn gemm<V: Simd, const MR: usize, const NV: usize>(
    arch: V::Arch,
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    b_k: usize,
    b_col: usize,
    k: usize,
    live: usize,
) -> [[V; NV]; MR] {
    let zero = [[V::splat(arch, V::Elem::ZERO); NV]; MR];
    // SAFETY: the caller's promise.
    unsafe { gemm_from::<V, MR, NV, 0>(arch, zero, a, a_row, a_k, b, b_k, b_col, k, live) }
}

/// As [`gemm`], from partial results. The columns are asked for `AHEAD` steps before, if that is
/// not 0.
///
/// # Safety
/// As [`gemm`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with two strides each")]
pub(super) unsafe fn gemm_from<V: Simd, const MR: usize, const NV: usize, const AHEAD: usize>(
    arch: V::Arch,
    mut acc: [[V; NV]; MR],
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    b_k: usize,
    b_col: usize,
    k: usize,
    live: usize,
) -> [[V; NV]; MR] {
    // SAFETY: the caller's promise.
    let done = unsafe { held_steps(arch, &mut acc, a, a_row, a_k, b, b_k, b_col, k, live) };
    let (turn, unrolled) = if AHEAD > 0 { (1, UNROLLED) } else { turn::<V>(MR, NV, k - done) };
    let turns = (k - done) / turn;
    let rolled = MR * NV * (k - done) > unrolled;
    for first in 0..if rolled { opaque(turns) } else { turns } {
        let at = done + first * turn;
        // Each element of such a tile is an operand of one multiply-add, in memory.
        let (a, b, at) = match rolled && turn > 1 && NV == 1 && a_row == 1 {
            // SAFETY: the caller's promise.
            true => unsafe { (a.offset(at * a_k).opaque(), b.offset(at * b_k), 0) },
            false => (a, b, at),
        };
        // Of constant length: a range from `done` on is unrolled too late.
        for t in 0..turn {
            let k = at + t;
            // SAFETY: the caller's promise.
            unsafe { step::<V, MR, NV, AHEAD>(arch, &mut acc, a, a_row, a_k, b, b_k, b_col, k, live) };
        }
    }
    for k in done + turns * turn..k {
        // SAFETY: the caller's promise.
        unsafe { step::<V, MR, NV, AHEAD>(arch, &mut acc, a, a_row, a_k, b, b_k, b_col, k, live) };
    }
    acc
}

/// Steps of a turn of the loop over `k`, and the multiply-adds up to which it is unrolled.
#[inline(always)]
fn turn<V: Simd>(mr: usize, nv: usize, k: usize) -> (usize, usize) {
    // With 16 registers the compiler would keep sums on the stack.
    let has_room = size_of::<V>() == 64;
    match has_room && (nv == 1 && mr >= LEAST || k <= SHORT) {
        true => (TURN, UNROLLED_IN_TURNS),
        false => (1, UNROLLED),
    }
}

/// Step `k` of [`gemm_from`].
///
/// # Safety
/// As [`gemm`].
#[inline(always)]
#[expect(clippy::too_many_arguments, reason = "two operands with two strides each")]
unsafe fn step<V: Simd, const MR: usize, const NV: usize, const AHEAD: usize>(
    arch: V::Arch,
    acc: &mut [[V; NV]; MR],
    a: Src<V::Elem>,
    a_row: usize,
    a_k: usize,
    b: Src<V::Elem>,
    b_k: usize,
    b_col: usize,
    k: usize,
    live: usize,
) {
    if AHEAD > 0 {
        prefetch_tile::<V, 1, NV>(b, b_k, (k + AHEAD) * b_k);
    }
    // The fewer stay in registers while the others pass.
    if MR < NV {
        let mut rows = [V::splat(arch, V::Elem::ZERO); MR];
        for (i, row) in rows.iter_mut().enumerate() {
            // SAFETY: the caller's promise.
            *row = V::splat(arch, unsafe { a.get(i * a_row + k * a_k) });
        }
        for j in 0..NV {
            // SAFETY: the caller's promise.
            let column: V = unsafe { load_column(arch, b, k * b_k, b_col, j, live) };
            for (acc, row) in acc.iter_mut().zip(rows) {
                acc[j] = row.mul_add(column, acc[j]);
            }
        }
    } else {
        let mut columns = [V::splat(arch, V::Elem::ZERO); NV];
        for (j, column) in columns.iter_mut().enumerate() {
            // SAFETY: the caller's promise.
            *column = unsafe { load_column(arch, b, k * b_k, b_col, j, live) };
        }
        for (i, acc) in acc.iter_mut().enumerate() {
            // SAFETY: the caller's promise.
            let row = V::splat(arch, unsafe { a.get(i * a_row + k * a_k) });
            for (acc, column) in acc.iter_mut().zip(columns) {
                *acc = row.mul_add(column, *acc);
            }
        }
    }
}

/// Vector `j` of the columns of [`gemm`], from a row of `b` at `at`.
///
/// # Safety
/// As there.
#[inline(always)]
pub(super) unsafe fn load_column<V: Simd>(
    arch: V::Arch,
    b: Src<V::Elem>,
    at: usize,
    b_col: usize,
    j: usize,
    live: usize,
) -> V {
    let first = j * V::LANES;
    let (at, n) = (at + first * b_col, live.saturating_sub(first));
    // SAFETY: the caller's promise, for the `n` live columns.
    unsafe { if b_col == 1 { b.load_partial(arch, at, n) } else { b.load_strided(arch, at, b_col, n) } }
}

/// The tile whose rows are `stride` elements apart. `live` of the `NV * LANES` columns exist;
/// the others are +0.
///
/// ```
/// use kernels::{arch::Scalar, memory::Src, tile::load_tile};
/// let c = [1.0_f32, 2.0, 3.0, 4.0];
/// // SAFETY: two rows of one element, two apart.
/// let tile = unsafe { load_tile::<f32, 2, 2>(Scalar, Src::of(&c), 2, 1) };
/// assert_eq!(tile, [[1.0, 0.0], [3.0, 0.0]]);
/// ```
///
/// # Safety
/// `src` has its elements.
#[inline(always)]
pub unsafe fn load_tile<V: Simd, const MR: usize, const NV: usize>(
    arch: V::Arch,
    src: Src<V::Elem>,
    stride: usize,
    live: usize,
) -> [[V; NV]; MR] {
    let mut tile = [[V::splat(arch, V::Elem::ZERO); NV]; MR];
    for (r, row) in tile.iter_mut().enumerate() {
        for (j, v) in row.iter_mut().enumerate() {
            let first = j * V::LANES;
            // SAFETY: the caller's promise.
            *v = unsafe { src.load_partial(arch, r * stride + first, live.saturating_sub(first)) };
        }
    }
    tile
}

/// The counterpart of [`load_tile`].
///
/// ```
/// use kernels::{memory::Dst, tile::store_tile};
/// let mut c = [0.0_f32; 4];
/// // SAFETY: two rows of one element, two apart.
/// unsafe { store_tile([[1.0_f32], [3.0]], Dst::of(&mut c), 2, 1) };
/// assert_eq!(c, [1.0, 0.0, 3.0, 0.0]);
/// ```
///
/// # Safety
/// `dst` has its elements.
#[inline(always)]
pub unsafe fn store_tile<V: Simd, const MR: usize, const NV: usize>(
    tile: [[V; NV]; MR],
    dst: Dst<V::Elem>,
    stride: usize,
    live: usize,
) {
    // By reference: an iterator over values would keep them in memory.
    for (r, row) in tile.iter().enumerate() {
        for (j, v) in row.iter().enumerate() {
            let first = j * V::LANES;
            // SAFETY: the caller's promise.
            unsafe { dst.store_partial(*v, r * stride + first, live.saturating_sub(first)) };
        }
    }
}

/// Asks for the cache lines of the tile from element `at` on, which need not be inside.
///
/// ```
/// use kernels::{memory::Src, tile::prefetch_tile};
/// prefetch_tile::<f32, 2, 1>(Src::of(&[1.0, 2.0]), 1, 0);
/// ```
#[inline(always)]
pub fn prefetch_tile<V: Simd, const MR: usize, const NV: usize>(src: Src<V::Elem>, stride: usize, at: usize) {
    let line = 64 / size_of::<V::Elem>();
    for r in 0..MR {
        for column in (0..NV * V::LANES).step_by(line) {
            src.prefetch(at + r * stride + column);
        }
    }
}
