//! Vectors of integers against single ones, and four-way dots against sums of 64 bits.

use core::num::Wrapping;

use crate::arch::testing::{QuadCheck, bits, every_quads, integers, lanes, same};
use crate::arch::{Arch, Int, NIBBLES, Quads, Scalar};
use crate::{Byte, U7};

/// Fresh random vectors this many times.
const ROUNDS: u64 = 300;

/// The vector of integers of a level.
type I32<Q> = <<Q as Quads>::Arch as Arch>::I32;

fn expect(name: &str, got: &[i32], want: impl Fn(usize) -> i32) {
    for (l, &got) in got.iter().enumerate() {
        assert_eq!(got, want(l), "{name}: lane {l}");
    }
}

/// Vectors of random bits, and the bits.
#[inline(always)]
fn random<Q: Quads, const N: usize>(q: Q, seed: u64) -> ([I32<Q>; N], Vec<Vec<i32>>) {
    let lanes = <I32<Q>>::LANES;
    let x = bits(N * lanes, seed);
    // SAFETY: each chunk has `LANES` elements.
    let load = |i| unsafe { <I32<Q>>::load(q.arch(), x[i * lanes..][..lanes].as_ptr()) };
    let mut vectors = [<I32<Q>>::splat(q.arch(), 0); N];
    for (i, vector) in vectors.iter_mut().enumerate() {
        *vector = load(i);
    }
    (vectors, x.chunks(lanes).map(<[i32]>::to_vec).collect())
}

struct Arithmetic;

impl QuadCheck for Arithmetic {
    #[inline(always)]
    fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
        assert_eq!(<I32<Q>>::LANES, LANES);
        for round in 0..ROUNDS {
            let ([u, v], x) = random::<Q, 2>(q, round);
            let (a, b) = (&x[0], &x[1]);
            expect("add", &integers(u + v), |l| a[l].wrapping_add(b[l]));
            expect("sub", &integers(u - v), |l| a[l].wrapping_sub(b[l]));
            expect("mul", &integers(u * v), |l| a[l].wrapping_mul(b[l]));
            expect("and", &integers(u & v), |l| a[l] & b[l]);
            expect("xor", &integers(u ^ v), |l| a[l] ^ b[l]);
            expect("neg", &integers(-u), |l| a[l].wrapping_neg());
            expect("maximum", &integers(u.maximum(v)), |l| a[l].max(b[l]));
            expect("minimum", &integers(u.minimum(v)), |l| a[l].min(b[l]));
            expect("abs", &integers(u.abs()), |l| a[l].wrapping_abs());
            expect("flip_bytes", &integers(u.flip_bytes()), |l| a[l] ^ 0x8080_8080_u32.cast_signed());
            assert_eq!(u.sum(), a.iter().fold(0, |sum: i32, &x| sum.wrapping_add(x)));
            let floats = u.to_f32();
            for (&got, &x) in lanes(floats).iter().zip(a) {
                assert!(same(got, x as f32), "{x} as {got}");
            }
            // Back from floats that are integers in range.
            let small = u.maximum(<I32<Q>>::splat(q.arch(), -(1 << 24)));
            let small = small.minimum(<I32<Q>>::splat(q.arch(), 1 << 24));
            expect("from_f32", &integers(<I32<Q>>::from_f32(small.to_f32())), |l| integers(small)[l]);
        }
    }
}

#[test]
fn arithmetic_wraps_and_is_that_of_elements() {
    let ran = every_quads(&Arithmetic);
    assert_eq!(ran[0], "portable");
}

struct SumRows;

impl QuadCheck for SumRows {
    #[inline(always)]
    fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
        for round in 0..ROUNDS {
            let (rows, x) = random::<Q, LANES>(q, round);
            expect("sum_rows", &integers(<I32<Q>>::sum_rows(rows)), |r| {
                x[r].iter().fold(0, |sum: i32, &x| sum.wrapping_add(x))
            });
        }
    }
}

#[test]
fn sums_of_rows_are_in_order() {
    every_quads(&SumRows);
}

struct Partial;

impl Partial {
    #[inline(always)]
    fn bytes<I: Int, B: Byte>(arch: I::Arch, n: usize) {
        let n_in = n.min(I::LANES);
        let values = bits(n_in, n as u64);
        let x: Vec<B> = values.iter().map(|&x| B::saturate(x >> (x & 31))).collect();
        // SAFETY: `x` has `min(n, LANES)` elements.
        let v = unsafe { I::load_byte(arch, x.as_ptr(), n) };
        expect("load_byte", &integers(v), |l| if l < n { x[l].widen() } else { 0 });
        // SAFETY: `values` has `min(n, LANES)` elements.
        let v = unsafe { I::load_partial(arch, values.as_ptr(), n) };
        let mut out = vec![B::saturate(77); I::LANES + 1];
        // SAFETY: `out` has more than `LANES` elements.
        unsafe { v.store_byte(out.as_mut_ptr(), n) };
        for (l, &got) in out.iter().enumerate() {
            let want = if l < n_in { values[l] } else { 77 };
            assert_eq!(got, B::saturate(want), "store_byte: lane {l} of {n}");
        }
    }

    #[inline(always)]
    fn of<I: Int>(arch: I::Arch) {
        for n in 0..=I::LANES + 2 {
            let n_in = n.min(I::LANES);
            // Exactly as long as may be touched, so that a checker of memory can tell.
            let x = bits(n_in, n as u64);
            // SAFETY: `x` has `min(n, LANES)` elements.
            let v = unsafe { I::load_partial(arch, x.as_ptr(), n) };
            expect("load_partial", &integers(v), |l| if l < n { x[l] } else { 0 });
            let mut out = vec![77; I::LANES + 1];
            // SAFETY: `out` has more than `LANES` elements.
            unsafe { v.store_partial(out.as_mut_ptr(), n) };
            expect("store_partial", &out, |l| if l < n_in { x[l] } else { 77 });
            Partial::bytes::<I, i8>(arch, n);
            Partial::bytes::<I, u8>(arch, n);
            Partial::bytes::<I, U7>(arch, n);
        }
        for n in 0..=4 * I::LANES + 2 {
            let n_in = n.min(4 * I::LANES);
            let x: Vec<u8> = bits(n_in, n as u64).into_iter().map(|x| x as u8).collect();
            // SAFETY: `x` has `min(n, 4 * LANES)` bytes.
            let v = unsafe { I::load_quads(arch, x.as_ptr(), n) };
            let byte = |at: usize| x.get(at).copied().unwrap_or(0);
            expect("load_quads", &integers(v), |l| i32::from_ne_bytes([0, 1, 2, 3].map(|i| byte(4 * l + i))));
        }
    }
}

impl QuadCheck for Partial {
    #[inline(always)]
    fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
        Partial::of::<I32<Q>>(q.arch());
    }
}

#[test]
fn partial_vectors_touch_their_elements_only() {
    every_quads(&Partial);
    Partial::of::<Wrapping<i32>>(Scalar);
}

struct Dots;

/// The dot of the `u8` of one number and the `i8` of another.
fn dot(a: i32, b: i32) -> i64 {
    let (a, b) = (a.to_ne_bytes(), b.to_ne_bytes());
    (0..4).map(|i| i64::from(a[i]) * i64::from(b[i].cast_signed())).sum()
}

impl QuadCheck for Dots {
    #[inline(always)]
    fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
        for round in 0..ROUNDS {
            let ([acc, u, v], x) = random::<Q, 3>(q, round);
            expect("dot", &integers(q.dot(acc, u, v)), |l| {
                (i64::from(x[0][l]) + dot(x[1][l], x[2][l])) as i32
            });
            expect("dot_signed", &integers(q.dot_signed(acc, u, v)), |l| {
                let all = 0x8080_8080_u32.cast_signed();
                (i64::from(x[0][l]) + dot(x[1][l] ^ all, x[2][l]) - dot(all, x[2][l])) as i32
            });
            let ((low, high), zero) = (u.nibbles(), <I32<Q>>::splat(q.arch(), 0));
            let low = q.widen_nibbles(acc, q.add_nibbles(zero, low, v), 1);
            let both = q.widen_nibbles(low, q.add_nibbles(zero, high, v), 16);
            expect("nibbles", &integers(both), |l| (i64::from(x[0][l]) + dot(x[1][l], x[2][l])) as i32);
            let (seven, mask) = (random::<Q, 1>(q, round + ROUNDS), 0x7f7f_7f7f);
            let low: Vec<i32> = seven.1[0].iter().map(|x| x & mask).collect();
            // SAFETY: `low` has `LANES` elements.
            let u = unsafe { <I32<Q>>::load(q.arch(), low.as_ptr()) };
            expect("dot_pairs", &integers(q.dot_pairs(acc, u, v)), |l| {
                (i64::from(x[0][l]) + dot(low[l], x[2][l])) as i32
            });
        }
        let quad = |bytes: [i8; 4]| i32::from_ne_bytes(bytes.map(i8::cast_unsigned));
        let splat = |x| <I32<Q>>::splat(q.arch(), x);
        // Weights whose pairs just fit: 255 * (100 + 28) is 32,640, and 129 would not.
        for weights in [[100, 28, -128, 0], [-100, -28, 0, 127], [64, 64, -64, -64]] {
            let dots = q.dot_pairs(splat(7), splat(-1), splat(quad(weights)));
            expect("pairs that fit", &integers(dots), |_| (7 + dot(-1, quad(weights))) as i32);
        }
        for weight in [-128, 127] {
            let mut sums = splat(0);
            for _ in 0..NIBBLES {
                sums = q.add_nibbles(sums, splat(0x0f0f_0f0f), splat(quad([weight; 4])));
            }
            let most = 7 + 16 * NIBBLES as i32 * 4 * 15 * i32::from(weight);
            expect("most nibbles", &integers(q.widen_nibbles(splat(7), sums, 16)), |_| most);
        }
        for weights in [[-128; 4], [127; 4], [127, -128, -128, 127]] {
            for acc in [0, i32::MAX, i32::MIN] {
                let dots = q.dot(splat(acc), splat(-1), splat(quad(weights)));
                expect("extremes", &integers(dots), |_| (i64::from(acc) + dot(-1, quad(weights))) as i32);
            }
        }
    }
}

#[test]
fn dots_are_exact() {
    every_quads(&Dots);
}

#[test]
fn the_table_knows_the_levels_with_fast_pairs() {
    macro_rules! agree {
        ($($(#[$doc:meta])* $level:ident $name:literal $arch:tt $features:tt { $($row:tt)* })*) => {
            $(agree!(@$arch $level $name);)*
        };
        (@any $level:ident $name:literal) => {
            let isa = kernels_plan::isa::find($name).expect("a row of the table");
            assert_eq!(isa.has_byte_pairs(), <crate::arch::$level as Quads>::FAST_PAIRS, $name);
        };
        (@x86_64 $level:ident $name:literal) => {
            #[cfg(target_arch = "x86_64")]
            {
                agree!(@any $level $name);
            }
        };
    }
    kernels_plan::levels!(agree);
}
