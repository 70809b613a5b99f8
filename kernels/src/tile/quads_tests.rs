//! Quantized products at every level, against sums of 64 bits.

use crate::arch::testing::{QuadCheck, bits, every_quads, integers};
use crate::arch::{Int, Portable, Quads};
use crate::memory::{Dst, Src};
use crate::tile::{PANEL, Sums, byte_dot, byte_rows, corrections, pack_quads, quad_tile, rows_start};
use crate::{Byte, U7};

/// Bytes of a type; every fourth seed gives extremes only.
fn bytes<B: Byte>(count: usize, seed: usize) -> Vec<B> {
    let value = |x: i32| match seed % 4 {
        0 if x & 1 == 0 => B::LOWEST,
        0 => B::HIGHEST,
        1 => B::HIGHEST,
        _ => (x >> 8) & 0xff,
    };
    let random = |x: i32| if B::LOWEST < 0 && seed % 4 > 1 { value(x) - 128 } else { value(x) };
    bits(count, seed as u64).into_iter().map(|x| B::saturate(random(x))).collect()
}

/// The sum of products, wrapped around.
fn naive<A: Byte, B: Byte>(k: usize, a: impl Fn(usize) -> A, b: impl Fn(usize) -> B) -> i32 {
    (0..k).map(|p| i64::from(a(p).widen()) * i64::from(b(p).widen())).sum::<i64>() as i32
}

/// Shapes: each of 1..=20 rows, of 1..=40 outputs, of 1..=70 deep, in changing company; and
/// some deep ones.
fn shapes() -> impl Iterator<Item = (usize, usize, usize, usize)> {
    let deep = [512, 513, 1030].into_iter().enumerate().map(|(seed, k)| (1, 5, k, seed));
    (0..70).map(|seed| (1 + seed * 7 % 20, 1 + seed * 11 % 40, 1 + seed % 70, seed)).chain(deep)
}

/// How weights lie: `(along, by_k)` for `n` outputs `k` deep.
fn strides(seed: usize, n: usize, k: usize) -> (usize, usize) {
    match seed % 3 {
        0 => (1, n + seed % 2),
        1 => (k + seed % 2, 1),
        _ => (2, 2 * n + 1),
    }
}

/// A product and its operands: rows of `a` are `k + 1` elements apart.
struct Product<A, W> {
    shape: (usize, usize, usize, usize),
    a: Vec<A>,
    w: Vec<W>,
    panels: Vec<W>,
    starts: Vec<i32>,
    /// Outputs up to the end of the last panel, at least 64: four of the widest vectors.
    wide: usize,
}

impl<A: Byte, W: Byte> Product<A, W> {
    // None of it is compiled for a level: it would be for each of them.
    #[inline(never)]
    fn new(shape: (usize, usize, usize, usize)) -> Self {
        let (m, n, k, seed) = shape;
        let (along, by_k) = strides(seed, n, k);
        let a = bytes(m * (k + 1) - 1, seed);
        let w = bytes((n - 1) * along + (k - 1) * by_k + 1, seed / 4);
        let wide = n.next_multiple_of(PANEL).max(64);
        let mut panels = vec![W::saturate(99); n.next_multiple_of(PANEL) * k.next_multiple_of(4)];
        let mut starts = vec![99; wide];
        // SAFETY: the strides are at least the extents, and the panels have room.
        unsafe { pack_quads(Src::of(&w), along, by_k, k, n, Dst::of(&mut panels)) };
        panels.resize(wide * k.next_multiple_of(4), W::default());
        if A::LOWEST < 0 && W::LOWEST < 0 {
            let panels = Src::new(panels.as_ptr().cast::<i8>(), panels.len());
            // SAFETY: there are that many panels and numbers.
            unsafe { corrections(Portable, panels, k, wide / PANEL, Dst::of(&mut starts)) };
        }
        Product { shape, a, w, panels, starts, wide }
    }

    #[inline(never)]
    fn check(&self, c: &[i32], block: (usize, usize)) {
        let (m, n, k, seed) = self.shape;
        let (along, by_k) = strides(seed, n, k);
        for (at, &got) in c.iter().enumerate() {
            let (i, j) = (at / self.wide, at % self.wide);
            let want = match j < n {
                true => naive(k, |p| self.a[i * (k + 1) + p], |p| self.w[j * along + p * by_k]),
                false => 0,
            };
            assert_eq!(got, want, "{m} by {n} by {k} at {i}, {j}, seed {seed}, {block:?}");
        }
    }
}

struct Tiles;

impl Tiles {
    /// Products by blocks of `MR` rows and `NV` vectors; the last ones overlap others.
    #[inline(always)]
    fn with<
        Q: Quads,
        A: Byte,
        W: Byte,
        const MR: usize,
        const NV: usize,
        const C: usize,
        const PAIRS: bool,
    >(
        q: Q,
    ) {
        for (m, n, k, seed) in shapes() {
            let m = m.max(MR);
            let product = Product::<A, W>::new((m, n, k, seed));
            let Product { wide, .. } = product;
            let mut c = vec![99; m * wide];
            let (a, panels) = (Src::of(&product.a), Src::of(&product.panels));
            let (starts, dst) = (Src::of(&product.starts), Dst::of(&mut c));
            for row in (0..m).step_by(MR).map(|row| row.min(m - MR)) {
                let lanes = <Sums<Q>>::LANES;
                for col in (0..wide).step_by(NV * lanes).map(|col| col.min(wide - NV * lanes)) {
                    // SAFETY: the tile is inside.
                    unsafe {
                        let a = a.offset(row * (k + 1));
                        let tile =
                            quad_tile::<Q, A, W, MR, NV, C, PAIRS>(q, a, k + 1, panels, starts, col, k);
                        for (at, x) in tile.as_flattened().iter().enumerate() {
                            dst.store(*x, (row + at / NV) * wide + col + at % NV * lanes);
                        }
                    }
                }
            }
            product.check(&c, (MR, NV));
        }
    }
}

impl QuadCheck for Tiles {
    #[inline(always)]
    fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
        Tiles::with::<Q, u8, i8, 1, 4, 2, false>(q);
        Tiles::with::<Q, i8, i8, 3, 2, 1, false>(q);
        Tiles::with::<Q, U7, i8, 1, 1, 4, true>(q);
        Tiles::with::<Q, i8, u8, 2, 1, 3, false>(q);
        Tiles::with::<Q, i8, U7, 1, 2, 1, true>(q);
    }
}

#[test]
fn tiles_are_exact() {
    every_quads(&Tiles);
}

struct Rows;

impl Rows {
    #[inline(always)]
    fn with<Q: Quads, W: Byte, X: Byte, const LANES: usize, const G: usize, const PAIRS: bool>(q: Q) {
        for k in (1..=70).chain([127, 128, 129, 255, 300, 520]) {
            let (live, ld) = (1 + k % LANES, k + k % 3);
            // Exactly as long as may be touched, so that a checker of memory can tell.
            let (w, x) = (bytes::<W>((live - 1) * ld + k, k / 4), bytes::<X>(k, k));
            // SAFETY: the strides are at least the extents.
            let dots = unsafe {
                let (w, x) = (Src::of(&w), Src::of(&x));
                let start = rows_start::<Q, W, X>(q, x, k);
                let dots = byte_rows::<Q, W, X, LANES, G, PAIRS>(q, w, ld, x, start, k, live);
                assert_eq!(byte_dot::<Q, W, X, PAIRS>(q, w, x, k), integers(dots)[0]);
                dots
            };
            check_rows(&w, ld, &x, &integers(dots)[..live]);
        }
    }
}

#[inline(never)]
fn check_rows<W: Byte, X: Byte>(w: &[W], ld: usize, x: &[X], got: &[i32]) {
    for (r, &got) in got.iter().enumerate() {
        assert_eq!(got, naive(x.len(), |p| w[r * ld + p], |p| x[p]), "row {r}, {} long", x.len());
    }
}

impl QuadCheck for Rows {
    #[inline(always)]
    fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
        Rows::with::<Q, i8, u8, LANES, 4, false>(q);
        Rows::with::<Q, i8, i8, LANES, 2, false>(q);
        Rows::with::<Q, i8, U7, LANES, 3, true>(q);
        Rows::with::<Q, u8, i8, LANES, 1, false>(q);
    }
}

#[test]
fn dots_of_rows_are_exact() {
    every_quads(&Rows);
}

#[test]
fn long_sums_wrap_around() {
    // 2^31 / (255 * 128) is 65,793.
    let (a, w) = (vec![255_u8; 70_000], vec![-128_i8; 70_000]);
    // SAFETY: both have that many elements.
    let dot = unsafe { byte_dot::<_, u8, i8, false>(Portable, Src::of(&a), Src::of(&w), a.len()) };
    assert_eq!(dot, (-70_000_i64 * 255 * 128) as i32);
}
