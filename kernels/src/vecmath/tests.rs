//! Accuracy by the ruler, special values, and the same bits on every level.

use super::lanes::{exp, maximum, minimum, relu, sigmoid, tanh};
use super::ulp::{Exact, ulps};
use crate::arch::testing::{Check, every_level, lanes, same, samples};
use crate::arch::{Element, Simd};

/// A function under test, generic as `Simd` is.
trait Function {
    fn call<V: Simd>(x: V) -> V;
    fn exact(x: f64) -> Exact;
    /// The stated bounds, in ULP.
    const F32: f64;
    const F64: f64;
    /// Where they hold.
    fn covers<T: Element>(x: T) -> bool;
}

struct Exp;

impl Function for Exp {
    #[inline(always)]
    fn call<V: Simd>(x: V) -> V {
        exp(x)
    }

    fn exact(x: f64) -> Exact {
        Exact::exp(x)
    }

    const F32: f64 = 1.0;
    const F64: f64 = 1.0;

    /// Up to the largest argument whose result is finite; down to where it is surely 0.
    fn covers<T: Element>(x: T) -> bool {
        let x = x.to_f64();
        if size_of::<T>() == 4 {
            (-110.0..=88.722_84).contains(&x)
        } else {
            (-750.0..=709.782_712).contains(&x)
        }
    }
}

struct Sigmoid;

impl Function for Sigmoid {
    #[inline(always)]
    fn call<V: Simd>(x: V) -> V {
        sigmoid(x)
    }

    fn exact(x: f64) -> Exact {
        Exact::sigmoid(x)
    }

    const F32: f64 = 2.5;
    const F64: f64 = 2.5;

    fn covers<T: Element>(x: T) -> bool {
        Exp::covers(-x) || x > T::ONE
    }
}

struct Tanh;

impl Function for Tanh {
    #[inline(always)]
    fn call<V: Simd>(x: V) -> V {
        tanh(x)
    }

    fn exact(x: f64) -> Exact {
        Exact::tanh(x)
    }

    const F32: f64 = 1.5;
    const F64: f64 = 1.5;

    fn covers<T: Element>(_: T) -> bool {
        true
    }
}

/// Arguments of every exponent and sign, by walking the bit patterns in equal steps, and
/// more of them where the functions bend.
fn sweep<T: Element>(count: u64) -> Vec<T> {
    let pattern = |i: u64| {
        // An odd factor spreads the low bits too.
        let bits = (i * (u64::MAX / count)) ^ (i.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20);
        if size_of::<T>() == 4 { f32::from_bits((bits >> 32) as u32).into() } else { f64::from_bits(bits) }
    };
    let range = if size_of::<T>() == 4 { 110.0 } else { 750.0 };
    let spread = (0..count).map(|i| ((i as f64 + 0.123) / count as f64 * 2.0 - 1.0) * range);
    let near = (0..count).map(|i| ((i as f64 + 0.123) / count as f64 * 2.0 - 1.0) * 2.0);
    (0..count).map(pattern).chain(spread).chain(near).filter(|x| x.is_finite()).map(T::from_f64).collect()
}

/// The largest distance seen, and the argument.
fn worst<F: Function, T: Element>(x: &[T]) -> (f64, T) {
    let mut worst = (0.0, T::ZERO);
    for &x in x.iter().filter(|&&x| F::covers(x)) {
        let distance = ulps(F::call(x), F::exact(x.to_f64()));
        if distance > worst.0 || distance.is_nan() {
            worst = (distance, x);
        }
    }
    worst
}

fn assert_accuracy<F: Function>() {
    let (distance, x) = worst::<F, f32>(&sweep(200_000));
    println!("f32: {distance} at {x:?}");
    assert!(distance <= F::F32, "f32: {distance} ULP at {x:?}");
    let (distance, x) = worst::<F, f64>(&sweep(50_000));
    println!("f64: {distance} at {x:?}");
    assert!(distance <= F::F64, "f64: {distance} ULP at {x:?}");
}

#[test]
fn exp_is_within_its_bound() {
    assert_accuracy::<Exp>();
}

#[test]
fn sigmoid_is_within_its_bound() {
    assert_accuracy::<Sigmoid>();
}

#[test]
fn tanh_is_within_its_bound() {
    assert_accuracy::<Tanh>();
}

#[test]
fn special_values() {
    fn of<T: Element>(largest_finite: T, next: T) {
        let bits = |x: T| x.to_f64().to_bits();
        for f in [exp, sigmoid, tanh, relu] {
            assert!(f(T::from_f64(f64::NAN)).to_f64().is_nan());
        }
        assert_eq!(bits(exp(T::NEG_INFINITY)), 0.0_f64.to_bits());
        assert_eq!(exp(T::INFINITY), T::INFINITY);
        assert_eq!(exp(T::ZERO), T::ONE);
        assert_eq!(exp(-T::ZERO), T::ONE);
        assert!(exp(largest_finite) < T::INFINITY);
        assert_eq!(exp(next), T::INFINITY);
        assert_eq!(sigmoid(T::INFINITY), T::ONE);
        assert_eq!(bits(sigmoid(T::NEG_INFINITY)), 0.0_f64.to_bits());
        assert_eq!((tanh(T::INFINITY), tanh(T::NEG_INFINITY)), (T::ONE, -T::ONE));
        assert_eq!(bits(tanh(-T::ZERO)), (-0.0_f64).to_bits());
        assert_eq!(bits(relu(-T::ZERO)), (-0.0_f64).to_bits());
        assert_eq!(relu(-T::INFINITY), T::ZERO);
        assert_eq!(bits(maximum(T::ZERO, -T::ZERO)), (-0.0_f64).to_bits());
        assert_eq!(bits(minimum(-T::ZERO, T::ZERO)), 0.0_f64.to_bits());
    }
    // The thresholds: ln(MAX + ULP / 2) rounded down to the type, and its successor.
    of(88.722_83_f32, 88.722_84_f32);
    of(709.782_712_893_384_f64, 709.782_712_893_384_1);
    // The least denormal is the last before zero.
    assert_eq!(exp(-103.97_f32), f32::from_bits(1));
    assert_eq!(exp(-103.98_f32), 0.0);
    assert_eq!(exp(-745.13_f64), f64::from_bits(1));
    assert_eq!(exp(-745.14_f64), 0.0);
}

struct SameBits;

impl Check for SameBits {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let mut x = sweep::<V::Elem>(20_000);
        x.extend(samples::<V::Elem>(20_000, 5, 60));
        let agree = |name, v: V, scalar: &dyn Fn(usize) -> V::Elem| {
            for (l, got) in lanes(v).into_iter().enumerate() {
                let want = scalar(l);
                assert!(same(got, want), "{name}, lane {l}: {got:?}, not {want:?}");
            }
        };
        for pair in x.chunks_exact(2 * LANES) {
            let (a, b) = pair.split_at(LANES);
            // SAFETY: both have `LANES` elements.
            let [u, v] = unsafe { [a, b].map(|s| V::load(arch, s.as_ptr())) };
            agree("exp", exp(u), &|l| exp(a[l]));
            agree("sigmoid", sigmoid(u), &|l| sigmoid(a[l]));
            agree("tanh", tanh(u), &|l| tanh(a[l]));
            agree("relu", relu(u), &|l| relu(a[l]));
            agree("maximum", maximum(u, v), &|l| maximum(a[l], b[l]));
            agree("minimum", minimum(u, v), &|l| minimum(a[l], b[l]));
        }
    }
}

#[test]
fn every_level_gives_the_same_bits() {
    every_level(&SameBits);
}
