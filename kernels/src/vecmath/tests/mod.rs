//! Accuracy by the rulers, special values, the same bits on every level, and slices.

mod accuracy;
mod known;
mod levels;
mod slices;
mod special;

use crate::arch::Element;

/// Arguments of every exponent and sign, by walking the bit patterns in equal steps, and
/// more of them where the functions bend.
fn sweep<T: Element>(count: u64) -> Vec<T> {
    let pattern = |i: u64| {
        // An odd factor spreads the low bits too.
        let bits = (i * (u64::MAX / count)) ^ (i.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20);
        if size_of::<T>() == 4 { f32::from_bits((bits >> 32) as u32).into() } else { f64::from_bits(bits) }
    };
    let range = if size_of::<T>() == 4 { 110.0 } else { 750.0 };
    let within =
        |range: f64| (0..count).map(move |i| ((i as f64 + 0.123) / count as f64 * 2.0 - 1.0) * range);
    let all = (0..count).map(pattern).chain(within(range)).chain(within(2.0)).chain(within(16.0));
    all.filter(|x| x.is_finite()).map(T::from_f64).collect()
}
