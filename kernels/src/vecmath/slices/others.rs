//! Functions of one slice with two results, and of three slices.

use super::map::{Function, Map};
use crate::SizeError;
use crate::arch::{Element, Simd};
use crate::dispatch::dispatch;
use crate::vecmath::lanes;

#[derive(Clone, Copy)]
struct Sincos;

impl<T: Element> Function<T, 1, 2> for Sincos {
    #[inline(always)]
    fn call<V: Simd<Elem = T>>(self, [x]: [V; 1]) -> [V; 2] {
        let (sin, cos) = lanes::sincos(x);
        [sin, cos]
    }
}

/// [`sin`](crate::vecmath::sin) and [`cos`](crate::vecmath::cos) at once, with their bits.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let (x, mut s, mut c) = ([0.0_f64; 3], [1.0; 3], [0.0; 3]);
/// kernels::vecmath::sincos(&x, &mut s, &mut c)?;
/// assert_eq!((s, c), ([0.0; 3], [1.0; 3]));
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn sincos<T: Element>(x: &[T], sin: &mut [T], cos: &mut [T]) -> Result<(), SizeError> {
    SizeError::same(("x", x.len()), ("sin", sin.len()))?;
    SizeError::same(("x", x.len()), ("cos", cos.len()))?;
    // SAFETY: all are as long.
    dispatch(unsafe { Map::new([x.as_ptr()], [sin.as_mut_ptr(), cos.as_mut_ptr()], x.len(), Sincos) });
    Ok(())
}

#[derive(Clone, Copy)]
struct Select;

impl<T: Element> Function<T, 3, 1> for Select {
    #[inline(always)]
    fn call<V: Simd<Elem = T>>(self, [condition, yes, no]: [V; 3]) -> [V; 1] {
        [lanes::select_nonzero(condition, yes, no)]
    }
}

/// `yes` where the condition is not 0, `no` where it is.
///
/// # Errors
/// The slices differ in length.
///
/// ```
/// let mut out = [0.0; 2];
/// kernels::vecmath::select(&[1.0, 0.0], &[2.0, 3.0], &[4.0, 5.0], &mut out)?;
/// assert_eq!(out, [2.0, 5.0]);
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub fn select<T: Element>(condition: &[T], yes: &[T], no: &[T], out: &mut [T]) -> Result<(), SizeError> {
    let n = condition.len();
    SizeError::same(("condition", n), ("yes", yes.len()))?;
    SizeError::same(("condition", n), ("no", no.len()))?;
    SizeError::same(("condition", n), ("out", out.len()))?;
    // SAFETY: all are as long.
    dispatch(unsafe {
        Map::new([condition.as_ptr(), yes.as_ptr(), no.as_ptr()], [out.as_mut_ptr()], n, Select)
    });
    Ok(())
}

/// Runs all of them at a level, and hands over name, function of an element, and results.
#[cfg(test)]
pub(in crate::vecmath) fn others_at<T: Element>(
    level: crate::Level,
    x: &[T],
    mut check: impl FnMut(&str, &dyn Fn(usize) -> T, &[T]),
) {
    let (n, from) = (x.len(), x.as_ptr());
    let (mut y, mut z) = (vec![T::ZERO; n], vec![T::ZERO; n]);
    // SAFETY: all are as long.
    level.run(unsafe { Map::new([from], [y.as_mut_ptr(), z.as_mut_ptr()], n, Sincos) }).expect("supported");
    check("sine of sincos", &|i| lanes::sin(x[i]), &y);
    check("cosine of sincos", &|i| lanes::cos(x[i]), &z);
    // SAFETY: as above.
    let select = unsafe { Map::new([from, y.as_ptr(), from], [z.as_mut_ptr()], n, Select) };
    level.run(select).expect("supported");
    check("select", &|i| if x[i] == T::ZERO { x[i] } else { y[i] }, &z);
}
