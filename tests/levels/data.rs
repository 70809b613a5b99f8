//! Drawn values and where they lie.

use std::fmt::{Debug, LowerExp};

use kernels::{Float, Matrix, Vector};

use crate::naive::{Num, Precision, Table};

/// An element type, with its bits.
pub trait Real: Float + Precision + Debug + LowerExp + Into<f64> + Send + Sync + 'static {
    /// Exponents of [`Kind::Wide`]: a quarter of the range, so that a product of three
    /// numbers is one still.
    const WIDE: i64;
    /// What stands around a result: a number that no kernel computes.
    const CANARY: Self;

    /// The bits, NaNs all the same.
    fn bits(self) -> u64;

    /// Zeros, infinities, NaN, and the ends of the normal and denormal numbers.
    fn specials() -> [Self; 12];
}

macro_rules! real {
    ($($T:ident $wide:literal)*) => {$(
        impl Real for $T {
            const WIDE: i64 = $wide;
            const CANARY: Self = -1.234567e-30;

            fn bits(self) -> u64 {
                if self.is_nan() { $T::NAN.to_bits().into() } else { self.to_bits().into() }
            }

            fn specials() -> [Self; 12] {
                let (tiny, denormal) = ($T::from_bits(1), $T::MIN_POSITIVE / 3.0);
                [
                    0.0, -0.0, $T::NAN, $T::INFINITY, $T::NEG_INFINITY, $T::MAX, $T::MIN,
                    $T::MIN_POSITIVE, tiny, -tiny, denormal, -denormal,
                ]
            }
        }
    )*};
}
real! { f32 30 f64 240 }

/// What kind of values a run draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Between -1 and 1, with all the bits of `T` in use.
    Plain,
    /// Between -100 and 100: both ends of the exponential function in f32.
    Spread,
    /// Exponents across half of the range.
    Wide,
    /// Plain, but for one in eight that is special.
    Special,
}

impl Kind {
    /// Each kind.
    pub const ALL: [Kind; 4] = [Kind::Plain, Kind::Spread, Kind::Wide, Kind::Special];

    /// The value that `bits` stand for. 0 stands for +0, so that shrinking leaves zeros.
    fn value<T: Real>(self, bits: u64) -> T {
        // The low bits choose; they are past the precision that the value has.
        let fraction = bits as i64 as f64 / 2.0_f64.powi(63);
        let choice = (bits & 0xfff) as i64;
        match self {
            Kind::Special if choice % 8 == 7 => T::specials()[(choice / 8) as usize % 12],
            Kind::Plain | Kind::Special => T::from_f64(fraction),
            Kind::Spread => T::from_f64(100.0 * fraction),
            Kind::Wide => {
                let exponent = choice % (2 * T::WIDE + 1) - T::WIDE;
                T::from_f64(fraction * 2.0_f64.powi(exponent as i32))
            }
        }
    }
}

/// The value number `at` of a run: one of the drawn ones, or, past their end, one made
/// from it, so that large operands need no more draws than small ones.
pub fn value<T: Real>(kind: Kind, pool: &[u64], at: usize) -> T {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut bits = pool[at % pool.len()];
    let round = at / pool.len();
    if round > 0 {
        bits = bits.rotate_left(round as u32 % 64).wrapping_mul(ODD.wrapping_mul(2 * round as u64 + 1));
        bits = (bits ^ (bits >> 31)).wrapping_mul(ODD);
    }
    kind.value(bits)
}

/// Elements behind one other element: they begin where no vector and no cache line does.
/// As many canaries follow as the widest vector could write past the end.
#[derive(Clone)]
pub struct Data<T> {
    elements: Vec<T>,
}

const BEFORE: usize = 1;
const AFTER: usize = 16;

impl<T: Real> Data<T> {
    /// `len` elements, in order.
    pub fn new(len: usize, element: impl FnMut(usize) -> T) -> Self {
        let mut elements = vec![T::CANARY; BEFORE];
        elements.extend((0..len).map(element));
        elements.extend([T::CANARY; AFTER]);
        Data { elements }
    }

    /// The elements.
    pub fn slice(&self) -> &[T] {
        &self.elements[BEFORE..self.elements.len() - AFTER]
    }

    fn slice_mut(&mut self) -> &mut [T] {
        let end = self.elements.len() - AFTER;
        &mut self.elements[BEFORE..end]
    }

    /// The elements as a vector.
    pub fn vector<const N: usize>(&self) -> &Vector<T, N> {
        self.slice().try_into().expect("as many elements were drawn")
    }

    /// The elements as a matrix.
    pub fn matrix<const R: usize, const C: usize>(&self) -> &Matrix<T, R, C> {
        self.slice().try_into().expect("as many elements were drawn")
    }

    /// The elements as a vector to write.
    pub fn vector_mut<const N: usize>(&mut self) -> &mut Vector<T, N> {
        self.slice_mut().try_into().expect("as many elements were drawn")
    }

    /// The elements as a matrix to write.
    pub fn matrix_mut<const R: usize, const C: usize>(&mut self) -> &mut Matrix<T, R, C> {
        self.slice_mut().try_into().expect("as many elements were drawn")
    }

    /// The elements for plain loops.
    pub fn nums(&self) -> Vec<Num<T>> {
        self.slice().iter().map(|&x| Num::exact(x.into())).collect()
    }

    /// The elements for plain loops, as rows.
    pub fn table(&self, rows: usize, cols: usize) -> Table<T> {
        Table::new(rows, cols, self.nums())
    }

    /// The elements, once it is known that nothing was written around them.
    pub fn guarded(&self) -> Vec<T> {
        let around = self.elements[..BEFORE].iter().chain(&self.elements[self.elements.len() - AFTER..]);
        for (at, &element) in around.enumerate() {
            let place = if at < BEFORE { "before the start" } else { "past the end" };
            assert_eq!(element.bits(), T::CANARY.bits(), "written {place} of an output");
        }
        self.slice().to_vec()
    }
}
