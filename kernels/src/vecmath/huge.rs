//! Trigonometric functions of huge arguments, by Payne and Hanek's method: of the binary
//! expansion of 2/π only the digits count whose product with the argument is neither a
//! multiple of four nor below all precision. It works on integers, for a lane at a time.

use super::constants::Trig;
use super::lanes::quarter;
use crate::arch::{Element, Simd};
use crate::memory::PADDING;

/// The binary digits of 2/π, from 2^-1 on, after 64 zeros.
const DIGITS: [u64; 21] = [
    0,
    0xa2f9_836e_4e44_1529,
    0xfc27_57d1_f534_ddc0,
    0xdb62_9599_3c43_9041,
    0xfe51_63ab_debb_c561,
    0xb724_6e3a_424d_d2e0,
    0x0649_2eea_09d1_921c,
    0xfe1d_eb1c_b129_a73e,
    0xe882_35f5_2ebb_4484,
    0xe99c_7026_b45f_7e41,
    0x3991_d639_8353_39f4,
    0x9c84_5f8b_bdf9_283b,
    0x1ff8_97ff_de05_980f,
    0xef2f_118b_5a0a_6d1f,
    0x6d36_7ecf_27cb_09b7,
    0x4f46_3f66_9e5f_ea2d,
    0x7527_bac7_ebe5_f17b,
    0x3d07_39f7_8a52_92ea,
    0x6bfb_5fb1_1f8d_5d08,
    0x5603_3046_fc7b_6bab,
    0xf0cf_bc20_9af4_361d,
];

/// How many quarter turns there are in a finite x of at least 1, modulo 4, and what is left
/// (in -π/4..=π/4) as an unevaluated sum.
fn reduce(x: f64) -> (u32, (f64, f64)) {
    // |x| = m * 2^e.
    let bits = x.to_bits();
    let m = bits & ((1 << 52) - 1) | 1 << 52;
    let e = (bits >> 52 & 0x7ff) as i32 - 1075;
    // Of the digit of 2^-j the product with 2^e is a multiple of 4 up to j = e - 2. 192 digits
    // from the next on leave an error of 2^-137 quarter turns: no double comes nearer than 2^-61
    // to a multiple of one.
    let at = (e - 2 + 64) as usize;
    let (word, shift) = (at / 64, at % 64);
    let digits = |i: usize| {
        let next = DIGITS.get(word + i + 1).copied().unwrap_or(0);
        if shift == 0 { DIGITS[word + i] } else { DIGITS[word + i] << shift | next >> (64 - shift) }
    };
    // Modulo 2^192, of which the two highest bits count the quarter turns.
    let low = u128::from(m) * u128::from(digits(2));
    let middle = u128::from(m) * u128::from(digits(1)) + (low >> 64);
    let high = (m.wrapping_mul(digits(0))).wrapping_add((middle >> 64) as u64);
    let (middle, low) = (middle as u64, low as u64);
    let fraction = u128::from(high << 2 | middle >> 62) << 64 | u128::from(middle << 2 | low >> 62);
    // Rounded to the nearest.
    let is_over = fraction >> 127 != 0;
    let turns = (high >> 62) as u32 + u32::from(is_over);
    let rest = if is_over { fraction.wrapping_neg() } else { fraction };
    let sign = if is_over != (x < 0.0) { -1.0 } else { 1.0 };
    (if x < 0.0 { turns.wrapping_neg() } else { turns }, in_radians(rest, sign))
}

/// `sign * rest * 2^-128 * π / 2`.
fn in_radians(rest: u128, sign: f64) -> (f64, f64) {
    // Two times 53 bits from the first one on.
    let zeros = rest.leading_zeros().min(127);
    let bits = rest << zeros;
    let part = |shift: u32| ((bits >> shift) as u64 & ((1 << 53) - 1)) as f64;
    let unit = 2.0_f64.powi(-53 - zeros as i32);
    let (high, low) = (part(75) * unit, part(22) * unit * 2.0_f64.powi(-53));
    let product = high * f64::PI_2_HIGH;
    let error = high.mul_add(f64::PI_2_HIGH, -product);
    let error = high.mul_add(f64::PI_2_MIDDLE, low.mul_add(f64::PI_2_HIGH, error));
    let sum = product + error;
    (sign * sum, sign * (error - (sum - product)))
}

/// Sine, cosine and tangent.
fn all(x: f64) -> (f64, f64, f64) {
    if x.is_infinite() {
        return (f64::NAN, f64::NAN, f64::NAN);
    }
    let (turns, rest) = reduce(x);
    quarter(turns, rest)
}

pub(super) fn sin<T: Element>(x: T) -> T {
    T::from_f64(all(x.to_f64()).0)
}

pub(super) fn cos<T: Element>(x: T) -> T {
    T::from_f64(all(x.to_f64()).1)
}

pub(super) fn tan<T: Element>(x: T) -> T {
    T::from_f64(all(x.to_f64()).2)
}

/// `y`, and in the lanes where `x` is beyond `TRIG_HIGH` the function by this file. Those are
/// rare, so that a vector with none of them pays for one comparison.
#[inline(always)]
pub(super) fn patch<V: Simd>(x: V, y: V, function: fn(V::Elem) -> V::Elem) -> V {
    let high = V::splat(x.arch(), V::Elem::TRIG_HIGH);
    if !V::any(x.abs().gt(high)) {
        return y;
    }
    let (mut xs, mut ys) = ([V::Elem::ZERO; PADDING], [V::Elem::ZERO; PADDING]);
    // SAFETY: no vector has more lanes.
    unsafe {
        x.store(xs.as_mut_ptr());
        y.store(ys.as_mut_ptr());
    }
    patch_lanes(&xs[..V::LANES], &mut ys[..V::LANES], function);
    // SAFETY: as above.
    unsafe { V::load(x.arch(), ys.as_ptr()) }
}

/// Compiled once for an element type, of single elements only.
#[cold]
#[inline(never)]
fn patch_lanes<T: Element>(xs: &[T], ys: &mut [T], function: fn(T) -> T) {
    for (&x, y) in xs.iter().zip(ys) {
        if Simd::abs(x) > T::TRIG_HIGH {
            *y = function(x);
        }
    }
}
