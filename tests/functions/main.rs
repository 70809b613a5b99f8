//! Functions of numbers under `#[kernel]`: their vectors on every level, their slices and their
//! maps against the functions as written, bit by bit.

mod vocabulary;

use kernels::arch::{Arch, Element, Simd};
use kernels::dispatch::PerLevel;
use kernels::prelude::*;
use kernels::vecmath::Lanewise;
use kernels::{Level, vecmath};
use proptest::prelude::*;

const KNEE: f32 = 0.75;

mod limits {
    pub const TOP: f32 = 6.0;
    pub const STEPS: usize = 4;
}

/// All comparisons, `if` chains, `let`, shadowing, constants.
#[kernel]
fn piecewise(x: f32) -> f32 {
    let y = x - KNEE;
    let low = y <= -2.0;
    let y = if low {
        -1.0
    } else if y < 0.0 && !(x == -0.25) {
        let square = y * y;
        square / 4.0
    } else if x >= limits::TOP || y != x - KNEE {
        limits::TOP
    } else {
        y * (limits::STEPS as f32)
    };
    if y > 2.5 { y + 1.0 } else { y }
}

/// `let mut`, assignments, blocks, several arguments.
#[kernel]
fn smooth(mut x: f32, slope: f32, limit: f32) -> f32 {
    let mut sum = 0.5;
    x *= slope;
    sum += x;
    sum = {
        let half = sum / 2.0;
        half - x / 3.0
    };
    sum -= limit;
    minimum(maximum(-sum, -limit), limit)
}

/// Functions of the vocabulary, and other functions.
#[kernel]
pub fn composed(x: f32, y: f32) -> f32 {
    let bounded = clamp(tanh(x), -0.5, 0.5) + kernels::ops::sigmoid(y);
    let piece = piecewise(bounded * 8.0);
    let (s, mut c) = sincos(y);
    c *= 0.5;
    let piece = piece + 0.25 * (s - c);
    select(piece, exp(piece), powi(x, 3)) + pow(abs(y), 1.5) + self::smooth(x, y, 2.0)
}

/// Methods, truth values that are kept, in `f64`.
#[kernel]
fn methods(x: f64, y: f64) -> f64 {
    let whole: bool = x.floor() == x.ceil() && x.round() == x.trunc();
    let odd = !x.is_finite() || y.is_nan();
    let rounded: f64 = if whole && !odd { x.mul_add(2.0, y.abs()) } else { y.copysign(x) };
    if x.is_infinite() { rounded.recip() } else { sqrt(rounded.abs()) }
}

/// A parameter may have any name; what stands first is computed first.
#[kernel]
fn gain(gain: f32, out: f32) -> f32 {
    let mut y = out;
    y *= {
        y = gain - y;
        2.0
    };
    let mut z = 1.0;
    let above = z >= {
        z = 3.0;
        2.0
    };
    if above { z } else { y + z }
}

/// A constant function has lanes, too.
#[kernel]
fn seven(_x: f32) -> f32 {
    7.0
}

/// The same bits, or both NaN.
fn same<T: Element>(a: T, b: T) -> bool {
    let (a, b) = (a.to_f64(), b.to_f64());
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

const SPECIAL: [f32; 16] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    KNEE,
    -0.25,
    -1.25,
    6.0,
    1e-45,
    -1e-40,
    f32::MIN_POSITIVE,
    f32::MAX,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NAN,
    1e30,
];

/// `F` of the first lanes of arrays.
struct Lanes<'a, F, T, const N: usize>(core::marker::PhantomData<F>, [&'a [T; 16]; N]);

impl<T: Element, F: Lanewise<T, N>, const N: usize> PerLevel for Lanes<'_, F, T, N> {
    type Output = Vec<T>;

    #[inline(always)]
    fn run<A: Arch>(self, arch: A) -> Vec<T> {
        let lanes = <T::Vector<A> as Simd>::LANES;
        let mut results = vec![T::ZERO; 16];
        for at in (0..16).step_by(lanes) {
            // SAFETY: 16 elements are whole vectors of every level.
            let operands =
                self.1.map(|operand| unsafe { T::Vector::<A>::load(arch, operand[at..].as_ptr()) });
            // SAFETY: as above.
            unsafe { F::lanes(operands).store(results[at..].as_mut_ptr()) };
        }
        results
    }
}

/// Checks `F` at every level against `f` of single elements.
fn check<F: Lanewise<T, N>, T: Element, const N: usize>(
    name: &str,
    operands: [&[T; 16]; N],
    f: impl Fn([T; N]) -> T,
) -> Result<(), TestCaseError> {
    for level in Level::supported() {
        let results = level.run(Lanes::<F, T, N>(core::marker::PhantomData, operands)).unwrap();
        for (l, result) in results.into_iter().enumerate() {
            let of = operands.map(|operand| operand[l]);
            let expected = f(of);
            prop_assert!(same(result, expected), "{name}({of:?}) = {expected:?}, {level}: {result:?}");
        }
    }
    Ok(())
}

fn check_all(a: [f32; 16], b: [f32; 16], c: [f32; 16]) -> Result<(), TestCaseError> {
    check::<piecewise, f32, 1>("piecewise", [&a], |[x]| piecewise(x))?;
    check::<smooth, f32, 3>("smooth", [&a, &b, &c], |[x, y, z]| smooth(x, y, z))?;
    check::<composed, f32, 2>("composed", [&a, &b], |[x, y]| composed(x, y))?;
    check::<gain, f32, 2>("gain", [&a, &b], |[x, y]| gain(x, y))?;
    check::<seven, f32, 1>("seven", [&a], |[x]| seven(x))?;
    let (a, b) = (a.map(f64::from), b.map(f64::from));
    check::<methods, f64, 2>("methods", [&a, &b], |[x, y]| methods(x, y))
}

#[test]
fn special_values() {
    for turn in 0..SPECIAL.len() {
        let (mut b, mut c) = (SPECIAL, SPECIAL);
        b.rotate_left(turn);
        c.rotate_left(3 * turn % SPECIAL.len());
        check_all(SPECIAL, b, c).unwrap();
    }
}

fn bits() -> impl Strategy<Value = [f32; 16]> {
    prop::array::uniform16(prop_oneof![any::<u32>().prop_map(f32::from_bits), -10.0_f32..10.0])
}

proptest! {
    #[test]
    fn all_values(a in bits(), b in bits(), c in bits()) {
        check_all(a, b, c)?;
    }
}

#[test]
fn the_reference_is_the_function() {
    assert_eq!(smooth::reference(0.3, 0.5, 2.0), smooth(0.3, 0.5, 2.0));
    assert_eq!(smooth::lanes(0.3, 0.5, 2.0), smooth(0.3, 0.5, 2.0), "a number is a vector of one lane");
}

#[test]
fn slices_of_all_lengths() {
    for n in (0..70).chain([255, 1024]) {
        let x: Vec<f32> = (0..n).map(|i| i as f32 / 3.0 - 7.0).collect();
        let y: Vec<f32> = (0..n).map(|i| 2.0 - i as f32 / 5.0).collect();
        let mut out = vec![9.0; n + 1];
        let expect = |got: &[f32], f: &dyn Fn(usize) -> f32| {
            for (i, got) in got.iter().enumerate() {
                assert!(same(*got, f(i)), "{i} of {n}: {got}, not {}", f(i));
            }
        };
        composed::map_into(&x, &y, &mut out[..n]).unwrap();
        expect(&out[..n], &|i| composed(x[i], y[i]));
        assert_eq!(out[n], 9.0, "behind the end");
        // Numbers in any place, from a slice that is not aligned.
        smooth::map_into(&x, 0.25, &y, &mut out[1..]).unwrap();
        expect(&out[1..], &|i| smooth(x[i], 0.25, y[i]));
        smooth::map_into(-1.5, &x, 3.0, &mut out[1..]).unwrap();
        expect(&out[1..], &|i| smooth(-1.5, x[i], 3.0));
        smooth::map_into(1.0, 0.5, 3.0, &mut out).unwrap();
        expect(&out, &|_| smooth(1.0, 0.5, 3.0));
        let mut z = x.clone();
        smooth::map_in_place(&mut z, &y, 0.5).unwrap();
        expect(&z, &|i| smooth(x[i], y[i], 0.5));
    }
}

#[test]
fn vectors_and_matrices_are_slices() {
    let x = Matrix::<f32, 3, 5>::from_fn(|i, j| i as f32 - j as f32);
    let (mut y, mut v) = (Matrix::<f32, 3, 5>::zero(), Vector::from([0.5_f32, 9.0]));
    composed::map_into(&x, &vec![0.5; 15], &mut y).unwrap();
    assert_eq!(y, Matrix::from_fn(|i, j| composed(x[(i, j)], 0.5)));
    piecewise::map_in_place(&mut v).unwrap();
    assert_eq!(v, [piecewise(0.5), piecewise(9.0)].into());
}

#[test]
fn other_lengths_are_errors() {
    let error = composed::map_into(&[1.0; 3], &[1.0; 4], &mut [0.0; 3]).unwrap_err();
    assert_eq!(error.to_string(), "expected 3 elements (as many as `x` has), got 4 in `y`");
    let error = composed::map_into(1.0, &[1.0; 4], &mut [0.0; 3]).unwrap_err();
    assert_eq!(error.to_string(), "expected 4 elements (as many as `y` has), got 3 in `out`");
    let error = composed::map_in_place(&mut [0.0; 3], &[1.0; 4]).unwrap_err();
    assert_eq!(error.to_string(), "expected 3 elements (as many as `x` has), got 4 in `y`");
}

#[kernel]
fn mapped(
    m: &Matrix<f32, 7, 13>,
    row: &Vector<f32, 13>,
    side: &Vector<f32, 7>,
    s: f32,
) -> (Matrix<f32, 7, 13>, Vector<f32, 13>, f32) {
    let a = map(smooth, (m, column(side), row));
    let b = map(composed, (a, s)) + map(piecewise, m);
    (b, map(composed, (row, 0.5)), map(smooth, (s, 2.0, s)))
}

#[test]
fn maps_in_kernels() {
    let m = Matrix::from_fn(|i, j| (i * 13 + j) as f32 / 9.0 - 5.0);
    let (row, side) = (Vector::from_fn(|j| 1.0 - j as f32 / 4.0), Vector::from_fn(|i| i as f32 / 7.0));
    let (expected, expected_row, scalar) = mapped::reference(&m, &row, &side, 0.3);
    assert_eq!(expected[(2, 3)], composed(smooth(m[(2, 3)], side[2], row[3]), 0.3) + piecewise(m[(2, 3)]));
    assert_eq!(mapped(&m, &row, &side, 0.3), (expected, expected_row, scalar));
    for level in Level::supported() {
        assert_eq!(
            mapped::at(level, &m, &row, &side, 0.3).unwrap(),
            (expected, expected_row, scalar),
            "{level}"
        );
    }
}

#[test]
fn the_same_bits_as_vecmath() {
    #[kernel]
    fn exponential(x: f32) -> f32 {
        exp(x)
    }
    let x: Vec<f32> = (0..1000).map(|i| i as f32 / 7.0 - 80.0).collect();
    let (mut a, mut b) = (vec![0.0; x.len()], vec![0.0; x.len()]);
    exponential::map_into(&x, &mut a).unwrap();
    vecmath::exp(&x, &mut b).unwrap();
    assert_eq!(a, b);
}
