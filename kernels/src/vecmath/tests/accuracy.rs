//! Every function within the bounds that its documentation states: `f32` by the functions of
//! `f64`, these by numbers of twice their precision. The command `ulp` does the first for all
//! 2³² arguments.

use super::known::{HUGE, KNOWN};
use super::sweep;
use crate::SizeError;
use crate::arch::Element;
use crate::vecmath::exact::{self, Exact, ulps};
use crate::vecmath::reference::{REFERENCES, ulps_f32};
use crate::vecmath::{self, bounds};

/// A function of a slice.
type Function<T> = fn(&[T], &mut [T]) -> Result<(), SizeError>;

macro_rules! functions {
    ($T:ident: $($name:ident)*) => { &[$((stringify!($name), vecmath::$name::<$T> as Function<$T>)),*] };
}

const F32: &[(&str, Function<f32>)] = functions!(f32:
    exp exp2 expm1 ln log2 ln_1p sin cos tan tanh sigmoid softplus gelu gelu_tanh silu selu hard_sigmoid
    hard_swish mish erf cbrt rsqrt recip sqrt abs relu floor ceil round trunc);

/// An `f64` function, its exact values, and where those hold and are finite.
macro_rules! doubles {
    ($($name:ident $low:literal..$high:literal;)*) => {
        &[$((stringify!($name), vecmath::$name::<f64> as Function<f64>, exact::$name as fn(f64) -> Exact, $low, $high)),*]
    };
}

#[expect(clippy::type_complexity, reason = "a table")]
const F64: &[(&str, Function<f64>, fn(f64) -> Exact, f64, f64)] = doubles! {
    exp -745.2..709.78;
    exp2 -1075.5..1023.99;
    expm1 -1e300..709.78;
    ln 0.0..1e308;
    log2 0.0..1e308;
    ln_1p -0.999_999_999..1e308;
    sin -1e9..1e9;
    cos -1e9..1e9;
    tan -1e9..1e9;
    tanh -1e300..1e300;
    sigmoid -745.2..1e300;
    softplus -745.2..1e300;
    gelu -38.4..1e300;
    gelu_tanh -25.0..1e100;
    silu -750.0..1e300;
    selu -1e300..1e300;
    hard_sigmoid -1e300..1e300;
    hard_swish -1e300..1e300;
    mish -750.0..1e100;
    erf -1e300..1e300;
    cbrt -1e300..1e300;
    rsqrt 0.0..1e300;
    recip 1e-290..1e290;
    sqrt 0.0..1e300;
};

fn bound(name: &str) -> (f64, f64) {
    let (_, f32, f64) = bounds().find(|(known, ..)| *known == name).expect("a bound");
    (f32, f64)
}

#[test]
fn singles_are_within_their_bounds() {
    let mut x: Vec<f32> = sweep(150_000);
    // Each power of two and its neighbours, which are where binades and ranges end.
    let powers = (1..255_u32).map(|exponent| f32::from_bits(exponent << 23));
    x.extend(powers.flat_map(|x| [x, -x, x.next_up(), x.next_down(), -x.next_up(), -x.next_down()]));
    x.extend([f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.0, -0.0]);
    x.extend((0..40).map(f32::from_bits).flat_map(|x| [x, -x]));
    let mut y = vec![0.0; x.len()];
    for (name, function) in F32 {
        let (_, reference) = REFERENCES.iter().find(|(known, _)| known == name).expect("a reference");
        function(&x, &mut y).expect("as long");
        let distances = x.iter().zip(&y).map(|(&x, &y)| (ulps_f32(y, reference(x.into())), x, y));
        let (distance, x, y) = distances.max_by(|a, b| a.0.total_cmp(&b.0)).expect("arguments");
        println!("{name} f32: {distance:.3} at {x:e}");
        assert!(distance <= bound(name).0, "{name}({x:e}) = {y:e} is off by {distance} ULP");
    }
}

#[test]
fn doubles_are_within_their_bounds() {
    let all: Vec<f64> = sweep(2_000);
    for &(name, function, exact, low, high) in F64 {
        let x: Vec<f64> = all.iter().copied().filter(|x| (low..high).contains(x) && *x != 0.0).collect();
        assert!(x.len() > 1000);
        let mut y = vec![0.0; x.len()];
        function(&x, &mut y).expect("as long");
        let distances = x.iter().zip(&y).map(|(&x, &y)| (ulps(y, exact(x)), x, y));
        let (distance, x, y) = distances.max_by(|a, b| a.0.total_cmp(&b.0)).expect("arguments");
        println!("{name} f64: {distance:.3} at {x:e}");
        assert!(distance <= bound(name).1, "{name}({x:e}) = {y:e} is off by {distance} ULP");
    }
}

#[test]
fn huge_angles_are_within_their_bounds() {
    for &(x, want) in HUGE {
        let functions: [Function<f64>; 3] = [vecmath::sin, vecmath::cos, vecmath::tan];
        for (f, want) in functions.into_iter().zip(want) {
            // In the midst of a vector of others.
            let (x, mut y) = ([0.5, x, 0.25, 3e5, -1.0, 2.0, x, 4.0, x], [0.0; 9]);
            f(&x, &mut y).expect("as long");
            // The number that it is compared with is itself rounded.
            assert!(ulps(y[1], Exact::new(want)) <= 1.0, "{:e}: {:e}, not {want:e}", x[1], y[1]);
            assert_eq!([y[1], y[1]], [y[6], y[8]]);
        }
    }
}

#[test]
fn exact_values_have_80_bits() {
    for &(name, x, high, low) in KNOWN {
        let (_, _, exact, ..) = F64.iter().find(|row| row.0 == name).expect("a function");
        let got = exact(x);
        let got = if got.power == 0 { got } else { got.unscaled() };
        let off = (got.high - high + (got.low - low)) / high;
        assert!(off.abs() < 1e-24, "{name}({x:e}) = {got:?}, off by {off:e}");
    }
}

/// Pairs of positive numbers of many exponents, and ordinary ones.
fn pairs<T: Element>(count: usize, range: f64) -> Vec<(T, T)> {
    let mut state = 7_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let mut pair = |i: usize| {
        let range = if i.is_multiple_of(2) { range } else { 4.0 };
        let x = ((next() * 2.0 - 1.0) * range).exp2();
        (T::from_f64(x), T::from_f64(next()))
    };
    (0..count).map(&mut pair).collect()
}

#[test]
fn powers_are_within_their_bounds() {
    // Exponents such that results have all exponents.
    fn arguments<T: Element>(count: usize, range: f64) -> (Vec<T>, Vec<T>) {
        let power = |(x, y): (T, T)| {
            let bits = (y.to_f64() * 2.0 - 1.0) * (range + 24.0);
            (x, T::from_f64(bits / x.to_f64().log2()))
        };
        pairs::<T>(count, range).into_iter().map(power).filter(|p| p.1.to_f64().is_finite()).unzip()
    }
    let (x, y) = arguments::<f32>(200_000, 126.0);
    let mut z = vec![0.0; x.len()];
    vecmath::pow(&x, &y, &mut z).expect("as long");
    let mut worst = 0.0_f64;
    for ((&x, &y), &z) in x.iter().zip(&y).zip(&z) {
        let distance = ulps_f32(z, f64::from(x).powf(y.into()));
        worst = worst.max(distance);
        assert!(distance <= 1.5, "{x:e}^{y:e} = {z:e}: {distance}");
    }
    println!("pow f32: {worst:.3}");
    let (x, y) = arguments::<f64>(10_000, 1022.0);
    let mut z = vec![0.0; x.len()];
    vecmath::pow(&x, &y, &mut z).expect("as long");
    let mut worst = 0.0_f64;
    for ((&x, &y), &z) in x.iter().zip(&y).zip(&z).filter(|(_, z)| z.is_finite()) {
        let distance = ulps(z, exact::pow(x, y));
        worst = worst.max(distance);
        assert!(distance <= 1.5, "{x:e}^{y:e} = {z:e}: {distance}");
    }
    println!("pow f64: {worst:.3}");
}

#[test]
fn integer_powers_are_within_their_bounds() {
    let mut worst = (0.0_f64, 0.0_f64);
    for n in [
        0,
        1,
        2,
        3,
        4,
        5,
        7,
        10,
        31,
        63,
        64,
        65,
        100,
        1000,
        12_345,
        1 << 20,
        i32::MAX,
        i32::MIN,
        -1,
        -2,
        -3,
        -7,
        -64,
        -65,
        -999,
    ] {
        let most = 127.0 / f64::from(n).abs().max(1.0);
        let x: Vec<f32> = (pairs::<f32>(2000, 1.0).iter())
            .map(|(_, u)| ((f64::from(*u) * 2.0 - 1.0) * 1.19 * most).exp2() as f32)
            .flat_map(|x| [x, -x])
            .collect();
        let mut y = vec![0.0; x.len()];
        vecmath::powi(&x, n, &mut y).expect("as long");
        for (&x, &y) in x.iter().zip(&y) {
            let distance = ulps_f32(y, f64::from(x).powf(n.into()));
            worst.0 = worst.0.max(distance);
            assert!(distance <= 1.5, "{x:e}^{n} = {y:e}: {distance}");
        }
        let x: Vec<f64> =
            (pairs::<f64>(500, 1.0).iter()).map(|(_, u)| ((u * 2.0 - 1.0) * 8.3 * most).exp2()).collect();
        let mut y = vec![0.0; x.len()];
        vecmath::powi(&x, n, &mut y).expect("as long");
        for (&x, &y) in x.iter().zip(&y).filter(|(x, y)| x.is_finite() && y.is_finite()) {
            let distance = ulps(y, exact::pow(x, n.into()));
            worst.1 = worst.1.max(distance);
            assert!(distance <= 1.5, "{x:e}^{n} = {y:e}: {distance}");
        }
    }
    println!("powi: {worst:?}");
}

#[test]
fn angles_of_points_are_within_their_bounds() {
    let signs = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)];
    let mut worst = (0.0_f64, 0.0_f64);
    let points: Vec<(f64, f64)> = (pairs::<f64>(20_000, 120.0)
        .iter()
        .zip(pairs::<f64>(20_000, 120.0).iter().skip(3)))
    .enumerate()
    .map(|(i, (a, b))| {
        (a.0 * signs[i % 4].0, if i.is_multiple_of(3) { a.0 * b.1 * 2.0 } else { b.0 } * signs[i % 4].1)
    })
    .collect();
    let (y, x): (Vec<f32>, Vec<f32>) = points.iter().map(|&(y, x)| (y as f32, x as f32)).unzip();
    let mut angle = vec![0.0; x.len()];
    vecmath::atan2(&y, &x, &mut angle).expect("as long");
    for ((&y, &x), &angle) in y.iter().zip(&x).zip(&angle) {
        let distance = ulps_f32(angle, f64::from(y).atan2(x.into()));
        worst.0 = worst.0.max(distance);
        assert!(distance <= 1.5, "atan2({y:e}, {x:e}) = {angle:e}: {distance}");
    }
    let (y, x): (Vec<f64>, Vec<f64>) = points.into_iter().unzip();
    let mut angle = vec![0.0; x.len()];
    vecmath::atan2(&y, &x, &mut angle).expect("as long");
    for ((&y, &x), &angle) in y.iter().zip(&x).zip(&angle) {
        let distance = ulps(angle, exact::atan2(y, x));
        worst.1 = worst.1.max(distance);
        assert!(distance <= 1.5, "atan2({y:e}, {x:e}) = {angle:e}: {distance}");
    }
    println!("atan2: {worst:?}");
}

#[test]
fn functions_with_numbers_are_within_their_bounds() {
    let x: Vec<f32> = sweep(20_000);
    let mut y = vec![0.0; x.len()];
    let wide: Vec<f64> = sweep(1000);
    let mut wide_y = vec![0.0; wide.len()];
    for alpha in [1.0, 0.3, 1.673_263_2_f32, 7.7] {
        vecmath::elu(&x, alpha, &mut y).expect("as long");
        for (&x, &y) in x.iter().zip(&y) {
            let exact = if x > 0.0 { x.into() } else { f64::from(alpha) * f64::from(x).exp_m1() };
            assert!(ulps_f32(y, exact) <= 1.5, "elu({x:e}, {alpha}) = {y:e}, not {exact:e}");
        }
        vecmath::leaky_relu(&x, alpha, &mut y).expect("as long");
        for (&x, &y) in x.iter().zip(&y) {
            assert_eq!(y.to_bits(), if x > 0.0 { x } else { x * alpha }.to_bits());
        }
        vecmath::elu(&wide, alpha.into(), &mut wide_y).expect("as long");
        for (&x, &y) in wide.iter().zip(&wide_y) {
            let exact = if x > 0.0 { Exact::new(x) } else { exact::expm1(x).mul(Exact::new(alpha.into())) };
            assert!(ulps(y, exact) <= 1.5, "elu({x:e}, {alpha}) = {y:e}, not {exact:?}");
        }
    }
}
