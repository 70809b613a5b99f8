//! Elementwise functions of slices, compared with SLEEF, glibc's libmvec, Eigen's arrays, numkong and
//! plain loops over the standard library's functions. See "Comparing" in the README.

mod common;
mod peers;

use std::slice::{from_raw_parts, from_raw_parts_mut};

use common::{Case, Operand, Place, Way, Work, ours};
use kernels::arch::Element;
use kernels::vecmath;

/// Arguments: the first positive, of several sizes; the second, of powers, small.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
struct Argument<T>(T);

impl<T: Element> Operand for Argument<T> {
    const ZERO: Self = Argument(T::ZERO);
    const ALONE: Self = Argument(T::ONE);

    fn random(operand: usize, bits: u32) -> Self {
        // In −1..1.
        let x = f64::from(bits) / f64::from(1 << 23) - 1.0;
        Argument(T::from_f64(if operand == 1 { 3.0 * x } else { (3.3 * x).exp2() }))
    }

    /// Relative: results have all sizes.
    fn distance(self, other: Self) -> f64 {
        let (a, b) = (self.0.to_f64(), other.0.to_f64());
        if a == b { 0.0 } else { (a - b).abs() / a.abs() }
    }

    fn compute() -> f64 {
        unreachable!("the work is loads")
    }
}

fn case<T: Element>(
    set: &'static str,
    name: &'static str,
    n: usize,
    ours: Way<Argument<T>>,
    std: Option<Way<Argument<T>>>,
) -> Case<Argument<T>> {
    let peers = peers::elementwise::ways(name, n);
    Case {
        name: format!("{name} {n}"),
        set,
        lens: [n; 3],
        work: Work::Loads((n * size_of::<T>()) as f64),
        // Four of theirs, two of ours and some for the quotient.
        tolerance: 8.0 * common::epsilon::<T>(),
        ways: std::iter::once(ours).chain(std).chain(peers).collect(),
    }
}

/// Cases of functions of one slice: their names, and a plain loop's element.
macro_rules! unary {
    ($cases:ident $set:literal $T:ident $n:literal; $($name:ident $(= $std:expr)?;)*) => {$({
        // SAFETY: operands of so many elements.
        let run = |Place { a, c, .. }: Place<Argument<$T>>| unsafe {
            vecmath::$name(from_raw_parts(a.cast::<$T>(), $n), from_raw_parts_mut(c.cast::<$T>(), $n)).expect("as long");
        };
        let std: Option<Way<Argument<$T>>> = [$(plain::<$T>($n, $std))?].into_iter().next();
        $cases.push(case::<$T>($set, stringify!($name), $n, ours(run), std));
    })*};
}

/// Of two slices.
macro_rules! binary {
    ($cases:ident $set:literal $T:ident $n:literal; $($name:ident = $std:expr;)*) => {$({
        // SAFETY: operands of so many elements.
        let run = |Place { a, b, c }: Place<Argument<$T>>| unsafe {
            let (x, y) = (from_raw_parts(a.cast::<$T>(), $n), from_raw_parts(b.cast::<$T>(), $n));
            vecmath::$name(x, y, from_raw_parts_mut(c.cast::<$T>(), $n)).expect("as long");
        };
        let std: fn($T, $T) -> $T = $std;
        // SAFETY: as above.
        let std = Way::calling("std", move |Place { a, b, c }: Place<Argument<$T>>| unsafe {
            for i in 0..$n {
                c.cast::<$T>().add(i).write(std(a.cast::<$T>().add(i).read(), b.cast::<$T>().add(i).read()));
            }
        });
        $cases.push(case::<$T>($set, stringify!($name), $n, ours(run), Some(std)));
    })*};
}

/// A loop over the standard library's function of an element.
fn plain<T: Element>(n: usize, f: impl Fn(T) -> T + Copy + 'static) -> Way<Argument<T>> {
    Way::calling("std", move |Place { a, c, .. }: Place<Argument<T>>| {
        for i in 0..n {
            // SAFETY: operands of so many elements.
            unsafe { c.cast::<T>().add(i).write(f(a.cast::<T>().add(i).read())) };
        }
    })
}

macro_rules! cases {
    ($set:literal $T:ident $($n:literal)*) => {{
        let mut cases = Vec::new();
        $(
            unary! {
                cases $set $T $n;
                exp = $T::exp; exp2 = $T::exp2; expm1 = $T::exp_m1; ln = $T::ln; log2 = $T::log2; ln_1p = $T::ln_1p;
                sin = $T::sin; cos = $T::cos; tan = $T::tan; tanh = $T::tanh; cbrt = $T::cbrt; erf;
                sigmoid = |x: $T| 1.0 / (1.0 + (-x).exp());
                softplus = |x: $T| x.exp().ln_1p();
                silu = |x: $T| x / (1.0 + (-x).exp());
                gelu_tanh = |x: $T| {
                    // √(2/π)
                    let root = std::$T::consts::FRAC_2_SQRT_PI * $T::sqrt(0.5);
                    0.5 * x * (1.0 + (root * (x + 0.044_715 * x * x * x)).tanh())
                };
                mish = |x: $T| x * x.exp().ln_1p().tanh();
                rsqrt = |x: $T| 1.0 / x.sqrt();
                recip = |x: $T| 1.0 / x;
                round = $T::round;
            }
            binary! {
                cases $set $T $n;
                pow = $T::powf;
                atan2 = $T::atan2;
            }
        )*
        cases
    }};
}

/// The first cache, half of it, and the second one.
fn main() {
    let options = common::prepare();
    peers::elementwise::announce();
    common::run(options, cases!("vecmath" f32 64 1024 65536), cases!("vecmath_f64" f64 64 1024 65536));
}
