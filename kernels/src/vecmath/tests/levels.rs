//! The same bits on every level.

use super::sweep;
use crate::arch::testing::{Check, every_level, lanes, same, samples};
use crate::arch::{Element, Simd};
use crate::vecmath::lanes as f;

struct SameBits;

/// Compares each of the functions, of vectors, with that of their elements in lane `l`.
macro_rules! agree {
    ($($name:ident)*; $vectors:tt; $l:ident: $elements:tt) => {$(
        for ($l, got) in lanes(f::$name $vectors).into_iter().enumerate() {
            let want = f::$name $elements;
            assert!(same(got, want), "{}{:?}: {got:?}, not {want:?}", stringify!($name), $elements);
        }
    )*};
}

impl Check for SameBits {
    #[inline(always)]
    fn run<V: Simd, const LANES: usize, const W: usize, const G: usize>(&self, arch: V::Arch) {
        let mut x = sweep::<V::Elem>(3_000);
        x.extend(samples::<V::Elem>(3_000, 5, 60));
        for pair in x.chunks_exact(2 * LANES) {
            let (a, b) = pair.split_at(LANES);
            // SAFETY: both have `LANES` elements.
            let [u, v] = unsafe { [V::load(arch, a.as_ptr()), V::load(arch, b.as_ptr())] };
            unary::<V>(u, a);
            binary::<V>(u, v, a, b);
        }
    }
}

#[inline(always)]
fn unary<V: Simd>(u: V, a: &[V::Elem]) {
    agree!(exp exp2 expm1 ln log2 ln_1p sin cos tan tanh sigmoid softplus gelu gelu_tanh silu selu; (u); l: (a[l]));
    agree!(hard_sigmoid hard_swish mish erf cbrt rsqrt recip sqrt relu floor ceil round trunc; (u); l: (a[l]));
    let (sin, cos) = f::sincos(u);
    for (l, (sin, cos)) in lanes(sin).into_iter().zip(lanes(cos)).enumerate() {
        assert!(same(sin, f::sin(a[l])) && same(cos, f::cos(a[l])), "sincos({:?})", a[l]);
    }
    for n in [-3, 0, 1, 2, 7, 70, -1001, i32::MIN] {
        for (l, got) in lanes(f::powi(u, n)).into_iter().enumerate() {
            assert!(same(got, f::powi(a[l], n)), "powi({:?}, {n}): {got:?}", a[l]);
        }
    }
}

#[inline(always)]
fn binary<V: Simd>(u: V, v: V, a: &[V::Elem], b: &[V::Elem]) {
    let none = V::splat(u.arch(), V::Elem::ZERO);
    agree!(maximum minimum pow atan2 elu leaky_relu; (u, v); l: (a[l], b[l]));
    agree!(clamp; (u, none, v); l: (a[l], V::Elem::ZERO, b[l]));
    for (l, got) in lanes(f::select(u.gt(v), u, v)).into_iter().enumerate() {
        assert!(same(got, if a[l] > b[l] { a[l] } else { b[l] }));
    }
}

#[test]
fn every_level_gives_the_same_bits() {
    let ran = every_level(&SameBits);
    assert!(ran.starts_with(&["scalar", "portable"]), "{ran:?}");
}
