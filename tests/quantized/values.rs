//! Drawn values: bytes of every kind, and a width of their own for numbers.

use kernels::{Byte, Matrix, Vector};

/// What a run draws.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any values.
    Any,
    /// The ends of the range, and zero.
    Ends,
    /// All at the largest magnitude: the sums that overflow 16 bits first.
    Largest,
}

/// Each kind.
pub const KINDS: [Kind; 3] = [Kind::Any, Kind::Ends, Kind::Largest];

/// A stream of numbers (SplitMix64), the same for the same seed.
pub struct Draw {
    state: u64,
    kind: Kind,
}

impl Draw {
    /// The stream of a seed.
    pub fn new(seed: u64, kind: Kind) -> Self {
        Draw { state: seed, kind }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A byte.
    pub fn byte<T: Byte>(&mut self) -> T {
        let bits = self.next() >> 8;
        let largest = if T::LOWEST < 0 { T::LOWEST } else { T::HIGHEST };
        T::saturate(match self.kind {
            Kind::Any => T::LOWEST + (bits % (T::HIGHEST - T::LOWEST + 1) as u64) as i32,
            Kind::Ends => [T::LOWEST, 0, T::HIGHEST, T::HIGHEST][bits as usize % 4],
            Kind::Largest => largest,
        })
    }

    /// A number of 32 bits: any, or near the ends, where sums wrap around.
    pub fn sum(&mut self) -> i32 {
        let bits = self.next();
        match self.kind {
            Kind::Any => (bits >> 44) as i32 - (1 << 19),
            Kind::Ends | Kind::Largest => [i32::MIN, i32::MAX, 0, -1, 1, i32::MAX - 5][bits as usize % 6],
        }
    }

    /// A number between -1 and 1, or one that is special.
    pub fn number(&mut self) -> f32 {
        let bits = self.next();
        let special = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.0, -0.0, 1e-42, -3e38, 0.5, 1.5, -2.5];
        match self.kind {
            Kind::Any => (bits as i64 as f64 / 2.0_f64.powi(63)) as f32,
            Kind::Ends | Kind::Largest => special[bits as usize % special.len()],
        }
    }

    /// A positive factor.
    pub fn factor(&mut self) -> f32 {
        0.001 + (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    /// A vector of bytes.
    pub fn bytes<T: Byte, const N: usize>(&mut self) -> Vector<T, N> {
        Vector::from_fn(|_| self.byte())
    }

    /// A matrix of bytes.
    pub fn table<T: Byte, const R: usize, const C: usize>(&mut self) -> Matrix<T, R, C> {
        Matrix::from_fn(|_, _| self.byte())
    }
}
