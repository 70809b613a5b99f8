//! Weights stored as `bf16`: the bits of the same kernels with those weights in `f32`.

use kernels::Level;
use kernels::prelude::*;

use crate::sizes;
use crate::values::{Draw, Kind};

/// The bits of a result, of all NaNs the same.
trait Bits {
    fn bits(&self) -> Vec<u32>;
}

fn bits(x: f32) -> u32 {
    if x.is_nan() { f32::NAN.to_bits() } else { x.to_bits() }
}

impl Bits for f32 {
    fn bits(&self) -> Vec<u32> {
        vec![bits(*self)]
    }
}

impl<const N: usize> Bits for Vector<f32, N> {
    fn bits(&self) -> Vec<u32> {
        self.as_slice().iter().copied().map(bits).collect()
    }
}

impl<const R: usize, const C: usize> Bits for Matrix<f32, R, C> {
    fn bits(&self) -> Vec<u32> {
        self.as_slice().iter().copied().map(bits).collect()
    }
}

/// `same!(kernel(arguments), wide(arguments))`: both kernels, their references and every
/// level give the same bits.
macro_rules! same {
    ($($kernel:ident)::+ ($($argument:expr),*), $($wide:ident)::+ ($($other:expr),*)) => {
        let expected = $($wide)::+($($other),*).bits();
        assert_eq!($($wide)::+::reference($($other),*).bits(), expected, "the reference of f32");
        assert_eq!($($kernel)::+::reference($($argument),*).bits(), expected, "the reference");
        assert_eq!($($kernel)::+($($argument),*).bits(), expected, "a plain call");
        for &level in Level::ALL {
            let both = ($($kernel)::+::at(level, $($argument),*), $($wide)::+::at(level, $($other),*));
            match both {
                (Ok(got), Ok(wide)) => {
                    assert_eq!(wide.bits(), expected, "f32 at level {level}");
                    assert_eq!(got.bits(), expected, "level {level}");
                }
                _ => assert!(!level.is_supported()),
            }
        }
    };
}

/// Kernels of weights `$W`.
macro_rules! kernels {
    ($module:ident: $W:ty) => {
        mod $module {
            use kernels::prelude::*;

            #[kernel]
            pub fn rows<const R: usize, const C: usize>(
                w: &Matrix<$W, R, C>,
                x: &Vector<f32, C>,
            ) -> Vector<f32, R> {
                w * x
            }

            #[kernel]
            pub fn columns<const R: usize, const C: usize>(
                x: &Vector<f32, R>,
                w: &Matrix<$W, R, C>,
            ) -> Vector<f32, C> {
                x * w
            }

            #[kernel]
            pub fn turned_columns<const R: usize, const C: usize>(
                w: &Matrix<$W, R, C>,
                x: &Vector<f32, R>,
            ) -> Vector<f32, C> {
                w.t() * x
            }

            #[kernel]
            pub fn turned_rows<const R: usize, const C: usize>(
                x: &Vector<f32, C>,
                w: &Matrix<$W, R, C>,
            ) -> Vector<f32, R> {
                x * w.t()
            }

            #[kernel]
            pub fn right<const B: usize, const R: usize, const C: usize>(
                a: &Matrix<f32, B, C>,
                w: &Matrix<$W, R, C>,
            ) -> Matrix<f32, B, R> {
                a * w.t()
            }

            #[kernel]
            pub fn left<const B: usize, const R: usize, const C: usize>(
                w: &Matrix<$W, R, C>,
                a: &Matrix<f32, C, B>,
            ) -> Matrix<f32, R, B> {
                w * a
            }

            #[kernel]
            pub fn stored_vector<const R: usize, const C: usize>(
                w: &Matrix<f32, R, C>,
                x: &Vector<$W, C>,
            ) -> Vector<f32, R> {
                w * x
            }

            #[kernel]
            pub fn dots<const N: usize>(u: &Vector<$W, N>, v: &Vector<f32, N>) -> f32 {
                dot(u, v)
            }

            #[kernel]
            pub fn layers(
                w1: &Matrix<$W, 33, 20>,
                b1: &Vector<f32, 33>,
                w2: &Matrix<$W, 10, 33>,
                x: &Vector<f32, 20>,
            ) -> Vector<f32, 10> {
                softmax(w2 * relu(w1 * x + b1) * 0.5)
            }
        }
    };
}
kernels!(stored: bf16);
kernels!(wide: f32);

#[kernel]
fn widened<const R: usize, const C: usize>(w: &Matrix<bf16, R, C>, b: &Vector<f32, C>) -> Matrix<f32, R, C> {
    widen(w) + b
}

/// Any bits of a `bf16`: numbers near 1, or NaN, infinities and denormals among them.
fn weight(draw: &mut Draw, any: bool) -> bf16 {
    let x = draw.number();
    match any {
        true => bf16::from_bits((draw.sum() as u32 >> 3) as u16),
        false => bf16::from_f32(x),
    }
}

fn products<const R: usize, const C: usize>() {
    for (seed, (kind, any)) in
        (0..).zip([(Kind::Any, false), (Kind::Any, false), (Kind::Any, true), (Kind::Ends, false)])
    {
        let mut draw = Draw::new(seed, kind);
        let w = Matrix::<bf16, R, C>::from_fn(|_, _| weight(&mut draw, any));
        let (x, y) =
            (Vector::<f32, C>::from_fn(|_| draw.number()), Vector::<f32, R>::from_fn(|_| draw.number()));
        let (a, b) = (
            Matrix::<f32, 5, C>::from_fn(|_, _| draw.number()),
            Matrix::<f32, C, 9>::from_fn(|_, _| draw.number()),
        );
        let w32 = widen(w);
        same!(stored::rows(&w, &x), wide::rows(&w32, &x));
        same!(stored::columns(&y, &w), wide::columns(&y, &w32));
        same!(stored::turned_columns(&w, &y), wide::turned_columns(&w32, &y));
        same!(stored::turned_rows(&x, &w), wide::turned_rows(&x, &w32));
        same!(stored::right(&a, &w), wide::right(&a, &w32));
        same!(stored::left(&w, &b), wide::left(&w32, &b));
        same!(stored::dots(w.row(0), &x), wide::dots(w32.row(0), &x));
        let z = *w.row(R - 1);
        same!(stored::stored_vector(&w32, &z), wide::stored_vector(&w32, &widen(z)));
        let expected = (w32 + x).bits();
        assert_eq!(widened(&w, &x).bits(), expected);
        for level in Level::supported() {
            assert_eq!(
                widened::at(level, &w, &x).expect("it is supported").bits(),
                expected,
                "level {level}"
            );
        }
    }
}

#[test]
fn products_have_the_bits_of_f32() {
    sizes!(products [(1 1) (3 5) (4 7) (5 8) (9 15) (2 17) (16 16) (17 31) (33 64) (35 67) (7 129)]);
}

#[test]
fn layers_have_the_bits_of_f32() {
    for kind in [Kind::Any, Kind::Ends] {
        let mut draw = Draw::new(3, kind);
        let w1 = Matrix::from_fn(|_, _| bf16::from_f32(draw.number()));
        let w2 = Matrix::from_fn(|_, _| bf16::from_f32(draw.number()));
        let (b1, x) = (Vector::from_fn(|_| draw.number()), Vector::from_fn(|_| draw.number()));
        same!(stored::layers(&w1, &b1, &w2, &x), wide::layers(&widen(w1), &b1, &widen(w2), &x));
    }
}

/// Widening keeps all 2^16 values, and so does loading them.
#[test]
fn every_value_is_widened() {
    for block in 0..64_u16 {
        let w = Matrix::<bf16, 4, 256>::from_fn(|i, j| bf16::from_bits((block << 10) + (256 * i + j) as u16));
        for level in Level::supported() {
            let wide = widened::at(level, &w, &Vector::splat(-0.0)).expect("it is supported");
            for (narrow, wide) in w.as_slice().iter().zip(wide.as_slice()) {
                let exact = f32::from_bits(u32::from(narrow.to_bits()) << 16);
                assert_eq!(bits(*wide), bits(exact), "level {level}");
            }
        }
    }
}
