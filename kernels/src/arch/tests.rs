//! Every operation of every level against the operation on single elements.

use half::bf16;

use super::testing::{Check, every_level, lanes, same, samples};
use super::{Axis, Element, Simd, Watch};

mod integers;

/// Fresh random vectors for every operation this many times: each pair of special values
/// meets in some lane.
const ROUNDS: usize = 400;

fn expect<T: Element>(name: &str, got: &[T], want: impl Fn(usize) -> T) {
    for (l, &got) in got.iter().enumerate() {
        let want = want(l);
        assert!(same(got, want), "{name}: lane {l} is {got:?}, not {want:?}");
    }
}

struct Arithmetic;

impl Check for Arithmetic {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for round in 0..ROUNDS {
            let x = samples::<V::Elem>(3 * LANES, round as u64, 100);
            let (a, rest) = x.split_at(LANES);
            let (b, c) = rest.split_at(LANES);
            // SAFETY: each slice has `LANES` elements.
            let [u, v, w] = unsafe { [a, b, c].map(|s| V::load(arch, s.as_ptr())) };
            expect("add", &lanes(u + v), |l| a[l] + b[l]);
            expect("sub", &lanes(u - v), |l| a[l] - b[l]);
            expect("mul", &lanes(u * v), |l| a[l] * b[l]);
            expect("div", &lanes(u / v), |l| a[l] / b[l]);
            expect("neg", &lanes(-u), |l| -a[l]);
            expect("mul_add", &lanes(u.mul_add(v, w)), |l| a[l].mul_add(b[l], c[l]));
            expect("sqrt", &lanes(u.sqrt()), |l| a[l].sqrt());
            expect("abs", &lanes(u.abs()), |l| a[l].abs());
            expect("copysign", &lanes(u.copysign(v)), |l| a[l].copysign(b[l]));
            expect("round", &lanes(u.round_ties_even()), |l| a[l].round_ties_even());
            expect("max_or", &lanes(u.max_or(v)), |l| if a[l] > b[l] { a[l] } else { b[l] });
            expect("min_or", &lanes(u.min_or(v)), |l| if a[l] < b[l] { a[l] } else { b[l] });
            expect("gt", &lanes(V::select(u.gt(v), u, w)), |l| if a[l] > b[l] { a[l] } else { c[l] });
            expect("lt", &lanes(V::select(u.lt(v), u, w)), |l| if a[l] < b[l] { a[l] } else { c[l] });
            expect("le", &lanes(V::select(u.le(v), u, w)), |l| if a[l] <= b[l] { a[l] } else { c[l] });
            expect("ge", &lanes(V::select(u.ge(v), u, w)), |l| if a[l] >= b[l] { a[l] } else { c[l] });
            expect(
                "not",
                &lanes(V::select(V::not(u.le(v)), u, w)),
                |l| if a[l] <= b[l] { c[l] } else { a[l] },
            );
            expect("equal", &lanes(V::select(u.equal(v), u, w)), |l| if a[l] == b[l] { a[l] } else { c[l] });
            expect("is_nan", &lanes(V::select(u.is_nan(), v, w)), |l| {
                if a[l].to_f64().is_nan() { b[l] } else { c[l] }
            });
            expect("unordered", &lanes(V::select(u.unordered(v), v, w)), |l| {
                if a[l].to_f64().is_nan() || b[l].to_f64().is_nan() { b[l] } else { c[l] }
            });
            let of = |f: fn(f64) -> f64, x: V::Elem| V::Elem::from_f64(f(x.to_f64()));
            expect("floor", &lanes(u.floor()), |l| of(f64::floor, a[l]));
            expect("ceil", &lanes(u.ceil()), |l| of(f64::ceil, a[l]));
            expect("trunc", &lanes(u.trunc()), |l| of(f64::trunc, a[l]));
            let (less, more) = (u.lt(v), u.gt(w));
            let (is_less, is_more) = (|l: usize| a[l] < b[l], |l: usize| a[l] > c[l]);
            let choose = |yes, l: usize| if yes { b[l] } else { c[l] };
            expect("both", &lanes(V::select(V::both(less, more), v, w)), |l| {
                choose(is_less(l) && is_more(l), l)
            });
            expect("either", &lanes(V::select(V::either(less, more), v, w)), |l| {
                choose(is_less(l) || is_more(l), l)
            });
            let numbers = |l: usize| [a[l], b[l], c[l]].iter().all(|x| !x.to_f64().is_nan());
            let everywhere = V::everywhere(arch);
            let mask = V::both_ordered(V::both_ordered(everywhere, u, v), w, w);
            expect("both_ordered", &lanes(V::select(mask, v, w)), |l| choose(numbers(l), l));
            let none = V::Watch::new(arch);
            let watch = none.see(u, v).see(u, u).and(none.see(w, w));
            assert_eq!((none.saw_none(), watch.saw_none()), (true, (0..LANES).all(numbers)));
            assert!(V::all(everywhere) && V::all(V::either(less, V::not(less))));
            assert_eq!(V::all(less), (0..LANES).all(is_less));
            assert_eq!(V::any(less), (0..LANES).any(is_less));
            assert!(!V::any(V::both(less, u.gt(v))));
            expect("splat", &lanes(V::splat(arch, a[0])), |_| a[0]);
            assert!(same(u.first(), a[0]));
            for d in (0..LANES.ilog2()).map(|d| 1 << d) {
                expect("swap", &lanes(u.swap(d)), |l| a[l ^ d]);
            }
        }
    }
}

#[test]
fn arithmetic_is_that_of_elements() {
    every_level(&Arithmetic);
}

struct Scaling;

impl Check for Scaling {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let (normal, most) = if size_of::<V::Elem>() == 4 { (126, 250) } else { (1022, 2000) };
        for n in -normal..=normal {
            let power = V::splat(arch, V::Elem::from_f64(n.into())).pow2();
            expect("pow2", &lanes(power), |_| V::Elem::from_f64(2.0_f64.powi(n)));
        }
        for n in -most..=most {
            let x = samples::<V::Elem>(LANES, n as u64, 0);
            // SAFETY: `x` has `LANES` elements.
            let v = unsafe { V::load(arch, x.as_ptr()) };
            let one = V::splat(arch, V::Elem::ONE);
            // In 1..=2, where every bit of the fraction matters to the rounding.
            let v = one + v.abs() - v.abs().round_ties_even().min_or(v.abs());
            let scaled = lanes(v.scale_by_pow2(V::splat(arch, V::Elem::from_f64(n.into()))));
            let v = lanes(v);
            expect("scale", &scaled, |l| {
                // Exact in f64 for an f32, whatever `n`; the reference of f64 is its own.
                if size_of::<V::Elem>() == 4 {
                    V::Elem::from_f64(v[l].to_f64() * 2.0_f64.powi(n))
                } else {
                    v[l].scale_by_pow2(V::Elem::from_f64(n.into()))
                }
            });
        }
    }
}

#[test]
fn scaling_rounds_once() {
    every_level(&Scaling);
}

struct Bits;

impl Check for Bits {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let single = size_of::<V::Elem>() == 4;
        let least = if single { f64::from(f32::from_bits(1)) } else { f64::from_bits(1) };
        for round in 0..4 * ROUNDS {
            let bits: Vec<u64> =
                samples::<f64>(2 * LANES, round as u64, 20).iter().map(|x| x.to_bits()).collect();
            // Of all exponents, by shuffled bits.
            let x: Vec<V::Elem> = (bits.iter())
                .map(|bits| bits.wrapping_mul(0x9E37_79B9_7F4A_7C15))
                .map(|bits| match single {
                    true => V::Elem::from_f64(f32::from_bits((bits >> 32) as u32).into()),
                    false => V::Elem::from_f64(f64::from_bits(bits)),
                })
                .collect();
            let (a, b) = x.split_at(LANES);
            // SAFETY: each slice has `LANES` elements.
            let [u, v] = unsafe { [a, b].map(|s| V::load(arch, s.as_ptr())) };
            expect("xor", &lanes(u.bit_xor(v).bit_xor(u)), |l| b[l]);
            expect("bit_0", &lanes(V::select(u.bit_0(), u, v)), |l| {
                V::Elem::select(a[l].bit_0(), a[l], b[l])
            });
            expect("bit_1", &lanes(u.bit_1_as_sign()), |l| a[l].bit_1_as_sign());
            // By the bits: the compiler makes comparisons an instruction that emulators get wrong.
            let finite = 1..f64::INFINITY.to_bits();
            let positive = |x: V::Elem| match x.abs() {
                x if finite.contains(&x.to_f64().to_bits()) => x,
                _ => V::Elem::from_f64(least),
            };
            let p: Vec<V::Elem> = a.iter().map(|&x| positive(x)).collect();
            // SAFETY: as above.
            let (m, k) = unsafe { V::load(arch, p.as_ptr()) }.split();
            let (m, k) = (lanes(m), lanes(k));
            let ordinary = |x: &[V::Elem]| {
                x.iter().all(|x| {
                    x.to_f64() >= least * 2.0_f64.powi(if single { 23 } else { 52 }) && *x < V::Elem::INFINITY
                })
            };
            assert_eq!(u.all_ordinary(), ordinary(a));
            // One lane that is not, at a time.
            let ones = vec![V::Elem::ONE; LANES];
            for odd in [f64::NAN, f64::INFINITY, 0.0, -0.0, least, -1.0, f64::NEG_INFINITY, 2.0] {
                let mut x = ones.clone();
                x[round % LANES] = V::Elem::from_f64(odd);
                // SAFETY: `x` has `LANES` elements.
                assert_eq!(unsafe { V::load(arch, x.as_ptr()) }.all_ordinary(), odd == 2.0);
            }
            if ordinary(&p) {
                // SAFETY: as above.
                let (n, j) = unsafe { V::load(arch, p.as_ptr()) }.split_ordinary();
                assert_eq!((lanes(n), lanes(j)), (m.clone(), k.clone()));
            }
            for (l, &p) in p.iter().enumerate() {
                let (m, k) = (m[l].to_f64(), k[l].to_f64());
                let root = std::f64::consts::SQRT_2;
                let root = if single { f64::from(root as f32) } else { root };
                assert!((root / 2.0..root).contains(&m), "{p:?} = {m} * 2^{k}");
                let half = (k / 2.0).trunc();
                assert_eq!(m * 2.0_f64.powi(half as i32) * 2.0_f64.powi((k - half) as i32), p.to_f64());
            }
        }
    }
}

#[test]
fn bits_are_those_of_elements() {
    every_level(&Bits);
    for bits in 0..4_u32 {
        let (x, y) = (f32::from_bits(bits), f64::from_bits(bits.into()));
        assert_eq!((x.bit_0(), y.bit_0()), (bits & 1 == 1, bits & 1 == 1));
        assert_eq!(x.bit_1_as_sign().to_bits(), bits >> 1 << 31);
        assert_eq!(y.bit_1_as_sign().to_bits(), u64::from(bits >> 1) << 63);
    }
}

struct Partial;

impl Check for Partial {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let mark = V::Elem::from_f64(77.0);
        let marks = V::splat(arch, mark);
        for n in 0..=LANES + 2 {
            let n_in = n.min(LANES);
            // Exactly as long as may be touched, so that a checker of memory can tell.
            let x = samples::<V::Elem>(n_in, n as u64, 20);
            // SAFETY: `x` has `min(n, LANES)` elements.
            let v = unsafe { V::load_partial(arch, x.as_ptr(), n) };
            expect("load_partial", &lanes(v), |l| if l < n { x[l] } else { V::Elem::ZERO });
            let narrow: Vec<bf16> = x.iter().map(|x| bf16::from_f64(x.to_f64())).collect();
            // SAFETY: as many.
            let v_bf16 = unsafe { V::load_bf16(arch, narrow.as_ptr(), n) };
            expect("load_bf16", &lanes(v_bf16), |l| {
                if l < n { V::Elem::from_bf16(narrow[l]) } else { V::Elem::ZERO }
            });
            let single: Vec<f32> = x.iter().map(|x| x.to_f64() as f32).collect();
            // SAFETY: as many.
            let v_f32 = unsafe { V::load_f32(arch, single.as_ptr(), n) };
            expect("load_f32", &lanes(v_f32), |l| {
                if l < n { V::Elem::from_f64(single[l].into()) } else { V::Elem::ZERO }
            });
            expect("head", &lanes(v.head(n, marks)), |l| if l < n { x[l] } else { mark });
            let mut out = vec![mark; LANES + 1];
            // SAFETY: `out` has more than `LANES` elements.
            unsafe { v.store_partial(out.as_mut_ptr(), n) };
            expect("store_partial", &out, |l| if l < n_in { x[l] } else { mark });
            out.fill(mark);
            // SAFETY: as above.
            unsafe { v.store_head(out.as_mut_ptr(), n) };
            expect("store_head", &out, |l| if l < n_in { x[l] } else { mark });
            for stride in [1, 2, 5] {
                let x = samples::<V::Elem>((n_in * stride + 1).saturating_sub(stride), n as u64, 20);
                // SAFETY: `x` ends with the last element that is read.
                let v = unsafe { V::load_strided(arch, x.as_ptr(), stride, n) };
                expect("load_strided", &lanes(v), |l| if l < n { x[l * stride] } else { V::Elem::ZERO });
            }
        }
        // SAFETY: nothing is read or written.
        unsafe {
            let v = V::load_partial(arch, core::ptr::null(), 0);
            v.store_partial(core::ptr::null_mut(), 0);
        }
    }
}

#[test]
fn partial_vectors_touch_their_elements_only() {
    every_level(&Partial);
}

struct Rows;

impl Rows {
    #[inline(always)]
    fn with<V: Simd>(arch: V::Arch, s: usize) {
        for rows in 1..=V::LANES / s {
            let x = samples::<V::Elem>(rows, s as u64, 20);
            // SAFETY: `x` ends with the last element that is read.
            let each = lanes(unsafe { V::load_each(arch, x.as_ptr(), s, rows) });
            expect("load_each", &each[..rows * s], |l| x[l / s]);
            for n in 1..=s {
                for stride in [0, n, n + 1, s + 3] {
                    // Exactly as long as may be touched.
                    let read = if stride == 0 { 1 } else { rows };
                    let x = samples::<V::Elem>((read - 1) * stride + n, n as u64, 20);
                    // SAFETY: `x` ends with the last row.
                    let v = unsafe { V::load_rows(arch, x.as_ptr(), stride, s, rows, n) };
                    let got = lanes(v);
                    for q in 0..if stride == 0 { V::LANES / s } else { rows } {
                        expect("load_rows", &got[q * s..][..n], |t| x[q * stride + t]);
                    }
                    for t in 0..s {
                        expect("spread", &lanes(v.opaque().spread(s, t)), |l| got[l / s * s + t]);
                    }
                    for t in 1..s {
                        expect("rotate", &lanes(v.opaque().rotate(s, t)), |l| got[l / s * s + (l + t) % s]);
                    }
                    for apart in [n, n + 1, s + 3] {
                        let mut out = vec![V::Elem::ONE; rows * apart];
                        // SAFETY: `out` has as many rows.
                        unsafe { v.store_rows(out.as_mut_ptr(), apart, s, rows, n) };
                        expect("store_rows", &out, |i| match i % apart {
                            column if column < n => got[i / apart * s + column],
                            _ => V::Elem::ONE,
                        });
                    }
                }
            }
        }
    }
}

impl Check for Rows {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let least = 16 / size_of::<V::Elem>();
        for s in [2, 4, 8] {
            if s < LANES && (s >= least || LANES <= least) {
                Rows::with::<V>(arch, s);
            }
        }
    }
}

#[test]
fn rows_lie_side_by_side() {
    every_level(&Rows);
}

struct Straddling;

impl Check for Straddling {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let x = samples::<V::Elem>(2 * LANES, 1, 20);
        // SAFETY: `x` has two vectors.
        let [a, b] = [0, LANES].map(|at| unsafe { V::load(arch, x.as_ptr().add(at)) });
        for by in 0..LANES {
            expect("followed_by", &lanes(a.opaque().followed_by(b.opaque(), by)), |l| x[l + by]);
        }
        for n in 1..LANES {
            let chosen = V::select(V::first_lanes(arch, n), a, b);
            expect("first_lanes", &lanes(chosen), |l| if l < n { x[l] } else { x[LANES + l] });
        }
        for by in 1..LANES {
            expect("rotate", &lanes(a.opaque().rotate(LANES, by)), |l| x[(l + by) % LANES]);
        }
    }
}

#[test]
fn vectors_straddle_two() {
    every_level(&Straddling);
}

struct Strided;

impl Strided {
    #[inline(always)]
    fn with<V: Simd, const D: usize>(arch: V::Arch) {
        if D <= V::LANES {
            let x = samples::<V::Elem>(D * V::LANES, D as u64, 20);
            let mut from = [V::splat(arch, V::Elem::ZERO); D];
            for (v, x) in from.iter_mut().zip(x.chunks(V::LANES)) {
                // SAFETY: each chunk has `LANES` elements.
                *v = unsafe { V::load(arch, x.as_ptr()) }.opaque();
            }
            for filled in 1..=D {
                let rows = filled * V::LANES / D;
                for first in 0..D {
                    let column = lanes(V::strided(from, first, filled));
                    expect("strided", &column[..rows], |l| x[l * D + first]);
                }
            }
        }
    }
}

impl Check for Strided {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        Strided::with::<V, 1>(arch);
        Strided::with::<V, 2>(arch);
        Strided::with::<V, 3>(arch);
        Strided::with::<V, 4>(arch);
        Strided::with::<V, 5>(arch);
        Strided::with::<V, 7>(arch);
    }
}

#[test]
fn columns_of_short_rows_are_taken() {
    every_level(&Strided);
}

struct Parts;

impl Parts {
    #[inline(always)]
    fn with<V: Simd, const S: usize>(arch: V::Arch) {
        if S > V::LANES || !matches!(S * size_of::<V::Elem>(), 16 | 32) {
            return;
        }
        let x = samples::<V::Elem>(S * V::LANES, S as u64, 20);
        let mut rows = [V::splat(arch, V::Elem::ZERO); S];
        for (row, x) in rows.iter_mut().zip(x.chunks(V::LANES)) {
            // SAFETY: each chunk has `LANES` elements.
            *row = unsafe { V::load(arch, x.as_ptr()) }.opaque();
        }
        for (t, turned) in V::turn_parts(rows).into_iter().enumerate() {
            expect("turn_parts", &lanes(turned), |l| x[l % S * V::LANES + l / S * S + t]);
        }
    }
}

impl Check for Parts {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        Parts::with::<V, 2>(arch);
        Parts::with::<V, 4>(arch);
        Parts::with::<V, 8>(arch);
    }
}

#[test]
fn parts_are_transposed_each_by_itself() {
    every_level(&Parts);
}

struct Grid;

impl Grid {
    #[inline(always)]
    fn with<V: Simd, const N: usize, const STEP: usize>(arch: V::Arch) {
        if N > V::LANES {
            return;
        }
        let x = samples::<V::Elem>(2 * V::LANES, (N * STEP) as u64, 20);
        // SAFETY: twice `LANES` elements.
        let [a, b] = [0, V::LANES].map(|at| unsafe { V::load(arch, x[at..].as_ptr()) }.opaque());
        for v in 0..N {
            let element = |l: usize| v * V::LANES + l;
            for offset in 0..STEP {
                let row = |l: usize| (element(l) / N - element(0) / N) * STEP + offset;
                let column = |l: usize| element(l) % N * STEP + offset;
                for last in [V::LANES, 2 * V::LANES] {
                    let next = (last > V::LANES).then_some(b);
                    let (rows, columns) = (
                        lanes(a.grid::<N, STEP>(next, Axis::Rows, v, offset)),
                        lanes(a.grid::<N, STEP>(next, Axis::Columns, v, offset)),
                    );
                    for l in 0..V::LANES {
                        if row(l) < last {
                            expect("grid", &rows[l..=l], |_| x[row(l)]);
                        }
                        if column(l) < last {
                            expect("grid", &columns[l..=l], |_| x[column(l)]);
                        }
                    }
                }
            }
        }
    }
}

impl Check for Grid {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        Grid::with::<V, 1, 1>(arch);
        Grid::with::<V, 1, 2>(arch);
        Grid::with::<V, 2, 3>(arch);
        Grid::with::<V, 3, 1>(arch);
        Grid::with::<V, 3, 3>(arch);
        Grid::with::<V, 4, 5>(arch);
        Grid::with::<V, 7, 2>(arch);
        Grid::with::<V, 12, 2>(arch);
    }
}

#[test]
fn rows_and_columns_of_a_grid_are_taken() {
    every_level(&Grid);
}

struct SumRows;

impl Check for SumRows {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        for round in 0..ROUNDS {
            let x = samples::<V::Elem>(LANES * LANES, round as u64, if round % 2 == 0 { 0 } else { 8 });
            let mut rows = [V::splat(arch, V::Elem::ZERO); LANES];
            for (row, x) in rows.iter_mut().zip(x.chunks(LANES)) {
                // SAFETY: each chunk has `LANES` elements.
                *row = unsafe { V::load(arch, x.as_ptr()) };
            }
            expect("sum_rows", &lanes(V::sum_rows(rows)), |r| {
                let mut sums = x[r * LANES..][..LANES].to_vec();
                while sums.len() > 1 {
                    let half = sums.split_off(sums.len() / 2);
                    sums.iter_mut().zip(half).for_each(|(a, b)| *a = *a + b);
                }
                sums[0]
            });
        }
    }
}

#[test]
fn sum_rows_adds_in_the_order_of_the_plan() {
    let ran = every_level(&SumRows);
    assert!(ran.starts_with(&["scalar", "portable"]), "{ran:?}");
}

struct Transpose;

impl Check for Transpose {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let x: Vec<V::Elem> = (0..LANES * LANES).map(|i| V::Elem::from_f64(i as f64)).collect();
        let mut rows = [V::splat(arch, V::Elem::ZERO); LANES];
        for (row, x) in rows.iter_mut().zip(x.chunks(LANES)) {
            // SAFETY: each chunk has `LANES` elements.
            *row = unsafe { V::load(arch, x.as_ptr()) };
        }
        for (c, column) in V::transpose(rows).into_iter().enumerate() {
            expect("transpose", &lanes(column), |r| x[r * LANES + c]);
        }
        let mark = V::Elem::from_f64(-1.0);
        for rows in 0..=LANES {
            for cols in 0..=LANES {
                let mut y = vec![mark; LANES * LANES];
                // SAFETY: both are `LANES` by `LANES`.
                unsafe {
                    V::transpose_block(arch, x.as_ptr(), LANES, y.as_mut_ptr(), LANES, rows, cols, rows)
                };
                expect("transpose_block", &y, |i| {
                    let (c, r) = (i / LANES, i % LANES);
                    if r < rows && c < cols { x[r * LANES + c] } else { mark }
                });
            }
        }
    }
}

#[test]
fn transposing_moves_every_lane() {
    every_level(&Transpose);
}
