//! Every elementary function in a kernel's body: at every level, and in the plain body, the
//! function of [`lanes`] of each element, whose accuracy the crate's own tests assert.

use kernels::prelude::*;
use kernels::vecmath::lanes;
use kernels::{Level, ops};
use proptest::prelude::*;

use super::{SPECIAL, same};

/// Not a multiple of any level's lanes.
const N: usize = 19;

/// The operands: `x` alone is what functions of one have.
struct Operands<T> {
    x: Vector<T, N>,
    y: Vector<T, N>,
    z: Vector<T, N>,
}

/// For each function, its operands, of which those in parentheses are scalars, a kernel and a
/// check of it.
macro_rules! functions {
    ($module:ident $T:ident: $($name:ident [$($vector:ident)*] ($($scalar:ident)*);)*) => {
        mod $module {
            use super::*;

            $(
                #[kernel]
                pub fn $name($($vector: &Vector<$T, 19>,)* $($scalar: $T),*) -> Vector<$T, 19> {
                    ops::$name($($vector,)* $($scalar),*)
                }
            )*

            #[kernel]
            pub fn powers(x: &Vector<$T, 19>) -> Vector<$T, 19> {
                powi(x, 3) + powi(x, -2) * powi(x, super::POWER)
            }

            #[kernel]
            pub fn rotated(x: &Vector<$T, 19>, angle: &Vector<$T, 19>) -> (Vector<$T, 19>, Vector<$T, 19>) {
                let (mut s, c) = sincos(angle);
                let (_, half) = ops::sincos(0.5 * angle);
                s *= x;
                (s, x * c + half)
            }

            pub fn check(operands: &Operands<$T>) -> Result<(), TestCaseError> {
                $({
                    $(let $vector = &operands.$vector;)*
                    $(let $scalar = operands.$scalar[3];)*
                    let expected = Vector::<$T, N>::from_fn(|i| lanes::$name($($vector[i],)* $($scalar),*));
                    let results = Level::supported().map(|level| {
                        (level.name(), $name::at(level, $($vector,)* $($scalar),*).unwrap())
                    });
                    let plain = ("plain", $name::reference($($vector,)* $($scalar),*));
                    let called = ("the level of a call", $name($($vector,)* $($scalar),*));
                    for (level, got) in results.chain([plain, called]) {
                        for i in 0..N {
                            prop_assert!(
                                same(got[i], expected[i]),
                                "{} of {:?}: {:?}, not {:?} at {level}",
                                stringify!($name), ($($vector[i],)* $($scalar),*), got[i], expected[i],
                            );
                        }
                    }
                })*
                let (x, y) = (&operands.x, &operands.y);
                let results = Level::supported().map(|level| rotated::at(level, x, y).unwrap());
                for (s, c) in results.chain([rotated(x, y), rotated::reference(x, y)]) {
                    for i in 0..N {
                        let cosine = x[i] * lanes::cos(y[i]) + lanes::cos(0.5 * y[i]);
                        prop_assert!(same(s[i], lanes::sin(y[i]) * x[i]), "sine of {:?}", y[i]);
                        prop_assert!(same(c[i], cosine), "cosine of {:?}", y[i]);
                    }
                }
                let expected: Vector<$T, N> =
                    x.map(|x| lanes::powi(x, 3) + lanes::powi(x, -2) * lanes::powi(x, POWER));
                let results = Level::supported().map(|level| powers::at(level, x).unwrap());
                for got in results.chain([powers(x)]) {
                    for i in 0..N {
                        prop_assert!(same(got[i], expected[i]), "powers of {:?}", x[i]);
                    }
                }
                Ok(())
            }
        }
    };
    ($($of:tt)*) => {
        functions! { single f32: $($of)* }
        functions! { double f64: $($of)* }
    };
}

const POWER: i32 = 5;

functions! {
    exp [x] (); exp2 [x] (); expm1 [x] (); ln [x] (); log2 [x] (); ln_1p [x] ();
    sin [x] (); cos [x] (); tan [x] (); tanh [x] (); sigmoid [x] (); softplus [x] ();
    gelu [x] (); gelu_tanh [x] (); silu [x] (); selu [x] (); hard_sigmoid [x] (); hard_swish [x] ();
    mish [x] (); erf [x] (); cbrt [x] (); rsqrt [x] (); recip [x] ();
    floor [x] (); ceil [x] (); round [x] (); trunc [x] ();
    sqrt [x] (); abs [x] (); relu [x] ();
    pow [x y] (); atan2 [x y] (); copysign [x y] (); maximum [x y] (); minimum [x y] ();
    elu [x] (y); leaky_relu [x] (y);
    clamp [x] (y z);
}

#[kernel]
fn selected(x: &Matrix<f32, 5, 19>, row: &Vector<f32, 19>, side: &Vector<f32, 5>) -> Matrix<f32, 5, 19> {
    let angles = atan2(column(side), x) + atan2(row, x);
    select(x, row, -1.0) + clamp(x, 0.5, row) + angles
}

#[test]
fn choices_with_rows() {
    let x = Matrix::from_fn(|i, j| SPECIAL[(i * 7 + j) % 12]);
    let row = Vector::from_fn(|j| j as f32);
    let side = Vector::from_fn(|i| 1.5 - i as f32);
    let expected = Matrix::from_fn(|i, j| {
        let chosen = if x[(i, j)] == 0.0 { -1.0 } else { row[j] };
        let angles = lanes::atan2(side[i], x[(i, j)]) + lanes::atan2(row[j], x[(i, j)]);
        chosen + lanes::clamp(x[(i, j)], 0.5, row[j]) + angles
    });
    for level in Level::supported() {
        assert_eq!(selected::at(level, &x, &row, &side).unwrap(), expected, "{level}");
    }
    assert_eq!((selected::reference(&x, &row, &side), selected(&x, &row, &side)), (expected, expected));
}

fn check(x: [f32; N], y: [f32; N], z: [f32; N]) -> Result<(), TestCaseError> {
    single::check(&Operands { x: x.into(), y: y.into(), z: z.into() })?;
    let wide = |x: [f32; N]| x.map(f64::from).into();
    double::check(&Operands { x: wide(x), y: wide(y), z: wide(z) })
}

#[test]
fn special_values() {
    let x: [f32; N] = core::array::from_fn(|i| SPECIAL[i % SPECIAL.len()]);
    for turn in 0..N {
        let (mut y, mut z) = (x, x);
        y.rotate_left(turn);
        z.rotate_left(3 * turn % N);
        check(x, y, z).unwrap();
    }
}

fn bits() -> impl Strategy<Value = [f32; N]> {
    let any = prop_oneof![any::<u32>().prop_map(f32::from_bits), -10.0_f32..10.0];
    prop::collection::vec(any, N).prop_map(|x| x.try_into().expect("so many"))
}

proptest! {
    #[test]
    fn all_values(x in bits(), y in bits(), z in bits()) {
        check(x, y, z)?;
    }
}
