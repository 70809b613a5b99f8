//! Counts of values by magnitude, of any range.

use std::collections::BTreeMap;

/// Bits of the mantissa that numbers of one bin share. With 10, the numbers of a bin are
/// nearer to each other than 2⁻¹⁰ of their magnitude: at the end of a range of 256 steps that
/// is a quarter of a step, and everywhere else less of one.
const SHARED: u32 = 10;

/// Bits of a number that its bin forgets.
const FORGOTTEN: u32 = f32::MANTISSA_DIGITS - 1 - SHARED;

/// How often values occur, in bins of numbers that share sign, exponent and the first bits of
/// the mantissa: no range has to be known before, and no order of the values matters.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Histogram {
    /// By [`bin`].
    bins: BTreeMap<i32, Bin>,
    count: u64,
    /// The smallest and the largest value, exactly.
    ends: Option<(f32, f32)>,
}

/// The values of one bin.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Bin {
    pub(super) count: u64,
    /// Exact, in any order, up to 2²⁹ values: they share an exponent, and an f64 has 29 bits
    /// more than an f32.
    sum: f64,
}

impl Bin {
    /// The mean of the values.
    pub(super) fn mean(&self) -> f32 {
        (self.sum / self.count as f64) as f32
    }
}

impl Histogram {
    /// Counts a finite value.
    pub(super) fn add(&mut self, value: f32) {
        let taken = self.bins.entry(bin(value)).or_default();
        taken.count += 1;
        taken.sum += f64::from(value);
        self.count += 1;
        let (min, max) = self.ends.unwrap_or((value, value));
        self.ends = Some((min.min(value), max.max(value)));
    }

    /// Counts all that another one has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        for (&bin, more) in &other.bins {
            let taken = self.bins.entry(bin).or_default();
            taken.count += more.count;
            taken.sum += more.sum;
        }
        self.count += other.count;
        self.ends = match (self.ends, other.ends) {
            (Some((min, max)), Some((less, more))) => Some((min.min(less), max.max(more))),
            (ends, others) => ends.or(others),
        };
    }

    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// The smallest and the largest value.
    pub(super) fn ends(&self) -> Option<(f32, f32)> {
        self.ends
    }

    /// The bins that have values, from the smallest.
    pub(super) fn bins(&self) -> impl Iterator<Item = &Bin> {
        self.bins.values()
    }

    /// The range that is left without the `dropped` smallest and the `dropped` largest values:
    /// its ends are those of their bins, and not outside of all values.
    pub(super) fn without(&self, dropped: u64) -> Option<(f32, f32)> {
        let (min, max) = self.ends?;
        let low = nth(self.bins.iter(), dropped).map(|bin| edges(bin).0)?;
        let high = nth(self.bins.iter().rev(), dropped).map(|bin| edges(bin).1)?;
        Some((low.max(min), high.min(max)))
    }
}

/// The bin of the value before which `skipped` ones come.
fn nth<'a>(bins: impl Iterator<Item = (&'a i32, &'a Bin)>, skipped: u64) -> Option<i32> {
    let mut seen = 0;
    for (&bin, values) in bins {
        seen += values.count;
        if seen > skipped {
            return Some(bin);
        }
    }
    None
}

/// The bin of a number; bins are ordered as their numbers.
fn bin(x: f32) -> i32 {
    // −0 is 0, in whose bin it is.
    let magnitude = (x.abs().to_bits() >> FORGOTTEN) as i32;
    if x < 0.0 { -1 - magnitude } else { magnitude }
}

/// The smallest and the largest number of a bin.
fn edges(bin: i32) -> (f32, f32) {
    let magnitude = (if bin < 0 { -1 - bin } else { bin }) as u32;
    let near = f32::from_bits(magnitude << FORGOTTEN);
    let far = f32::from_bits((magnitude << FORGOTTEN) | ((1 << FORGOTTEN) - 1));
    if bin < 0 { (-far, -near) } else { (near, far) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_are_ordered_and_narrow() {
        let numbers = [f32::MIN, -1.001, -1.0, -1e-45, 0.0, 1e-45, 0.999_9, 1.0, 1.001, 77.7, f32::MAX];
        for pair in numbers.windows(2) {
            assert!(bin(pair[0]) <= bin(pair[1]), "{pair:?}");
        }
        assert_ne!(bin(-1e-45), bin(1e-45));
        assert_eq!(bin(-0.0), bin(0.0));
        for x in numbers {
            let (low, high) = edges(bin(x));
            assert!((low..=high).contains(&x));
            assert_eq!(bin(low), bin(x));
            assert!(bin(high) == bin(x) || high == 0.0);
            assert!(f64::from(high) - f64::from(low) < f64::from(x.abs()) / 1024.0 + 1e-40);
        }
    }

    #[test]
    fn no_order_and_no_split_matters() {
        let values: Vec<f32> = (0..1000).map(|i| (i as f32 * 0.7).sin() * 3.0).collect();
        let of = |values: &mut dyn Iterator<Item = &f32>| {
            let mut histogram = Histogram::default();
            values.for_each(|&value| histogram.add(value));
            histogram
        };
        let forth = of(&mut values.iter());
        assert_eq!(of(&mut values.iter().rev()), forth);
        let (mut left, right) = (of(&mut values[..300].iter()), of(&mut values[300..].iter()));
        left.merge(&right);
        assert_eq!(left, forth);
        let mut none = Histogram::default();
        none.merge(&forth);
        assert_eq!((none.count(), none), (1000, forth));
    }
}
