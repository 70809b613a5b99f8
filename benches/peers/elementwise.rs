//! Libraries of elementwise functions: SLEEF, glibc's libmvec, Eigen's arrays, numkong.

use std::ffi::{CString, c_char, c_int, c_long, c_void};
use std::slice::{from_raw_parts, from_raw_parts_mut};

use kernels::Level;
use numkong::{EachCos, EachSin};

use crate::common::{Difference, Operand, Place, Way};

type Loop = unsafe extern "C" fn(*const c_void, *const c_void, *mut c_void, usize);
#[cfg(any(peer_sleef, peer_libmvec))]
type Find = unsafe extern "C" fn(*const c_char, c_int, c_int) -> Option<Loop>;
#[cfg(peer_eigen)]
type Arrays =
    unsafe extern "C" fn(*const c_char, c_int, *const c_void, *const c_void, *mut c_void, c_long) -> c_int;

unsafe extern "C" {
    #[cfg(peer_sleef)]
    fn peer_sleef(name: *const c_char, element: c_int, vector: c_int) -> Option<Loop>;
    #[cfg(peer_libmvec)]
    fn peer_libmvec(name: *const c_char, element: c_int, vector: c_int) -> Option<Loop>;
    #[cfg(peer_eigen)]
    fn peer_eigen_arrays_avx2(
        name: *const c_char,
        element: c_int,
        x: *const c_void,
        y: *const c_void,
        z: *mut c_void,
        n: c_long,
    ) -> c_int;
    #[cfg(peer_eigen)]
    fn peer_eigen_arrays_avx512(
        name: *const c_char,
        element: c_int,
        x: *const c_void,
        y: *const c_void,
        z: *mut c_void,
        n: c_long,
    ) -> c_int;
}

/// Bytes of a vector at the level, if these libraries are compiled for it.
fn vector() -> Option<c_int> {
    match Level::active().base() {
        Level::Avx2 => Some(32),
        Level::Avx512 => Some(64),
        _ => None,
    }
}

/// Says which of them there are.
pub fn announce() {
    for (name, there, package) in [
        ("sleef", cfg!(peer_sleef), "libsleef-dev"),
        ("libmvec", cfg!(peer_libmvec), "glibc 2.35"),
        ("eigen", cfg!(peer_eigen), "libeigen3-dev"),
    ] {
        match there {
            true if vector().is_none() => println!("PEER {name} is not compiled for this level"),
            true => println!("PEER {name} at {}", Level::active().base()),
            false => super::missing(name, package),
        }
    }
}

/// Every library that has the function, of `n` elements: a multiple of all vectors.
pub fn ways<T: Operand>(name: &'static str, n: usize) -> Vec<Way<T>> {
    let mut ways = vec![];
    #[cfg(peer_sleef)]
    ways.extend(found(name, n, "sleef", peer_sleef));
    // Up to 4 ULP are allowed to it: it is timed, and is not among the equals of which the best counts.
    #[cfg(peer_libmvec)]
    ways.extend(found(name, n, "libmvec-4ulp", peer_libmvec).map(|way| way.with(Difference::Meant)));
    #[cfg(peer_eigen)]
    ways.extend(eigen(name, n));
    ways.extend(match size_of::<T>() {
        4 => numkong::<f32, T>("numkong-60ulp", name, n),
        _ => numkong::<f64, T>("numkong-2ulp", name, n),
    });
    ways
}

/// numkong's sines and cosines, at the widest level that it finds. They are off by what its label
/// says, up to 10,000 (`f32`) and 1e9 (`f64`), so it is timed and not among the equals.
fn numkong<E: EachSin + EachCos + 'static, T: Operand>(
    label: &'static str,
    name: &str,
    n: usize,
) -> Option<Way<T>> {
    let run: fn(&[E], &mut [E]) -> Option<()> = match name {
        "sin" => E::sin,
        "cos" => E::cos,
        _ => return None,
    };
    let way = Way::calling(label, move |Place { a, c, .. }: Place<T>| {
        // SAFETY: operands of this length, whose elements are laid out as those of `E`.
        let (x, y) = unsafe { (from_raw_parts(a.cast::<E>(), n), from_raw_parts_mut(c.cast::<E>(), n)) };
        run(x, y).expect("as long");
    });
    Some(way.with(Difference::Meant))
}

#[cfg(any(peer_sleef, peer_libmvec))]
fn found<T: Operand>(name: &str, n: usize, library: &'static str, find: Find) -> Option<Way<T>> {
    let name = CString::new(name).expect("a name");
    // SAFETY: a text, and what it stands for.
    let run = unsafe { find(name.as_ptr(), size_of::<T>() as c_int, vector()?) }?;
    Some(Way::calling(library, move |Place { a, b, c }: Place<T>| {
        // SAFETY: operands of this length.
        unsafe { run(a.cast(), b.cast(), c.cast(), n) }
    }))
}

#[cfg(peer_eigen)]
fn eigen<T: Operand>(function: &'static str, n: usize) -> Option<Way<T>> {
    let run: Arrays = if vector()? == 64 { peer_eigen_arrays_avx512 } else { peer_eigen_arrays_avx2 };
    let name = CString::new(function).expect("a name");
    let element = size_of::<T>() as c_int;
    let (x, mut y) = ([T::ALONE; 16], [T::ALONE; 16]);
    // SAFETY: 16 elements each.
    let has = unsafe {
        run(name.as_ptr(), element, x.as_ptr().cast(), x.as_ptr().cast(), y.as_mut_ptr().cast(), 16)
    };
    if has == 0 {
        return None;
    }
    let careful = match element {
        4 => CAREFUL_F32.contains(&function),
        _ => CAREFUL_F64.contains(&function),
    };
    let label = if careful { "eigen" } else { "eigen-rough" };
    let way = Way::calling(label, move |Place { a, b, c }: Place<T>| {
        // SAFETY: operands of this length.
        unsafe { run(name.as_ptr(), element, a.cast(), b.cast(), c.cast(), n as c_long) };
    });
    Some(if careful { way } else { way.with(Difference::Meant) })
}

/// The functions in which Eigen 3.4.0 is as accurate as this library, measured against numbers of
/// 64 bits; in all others it is off by more, by 1.2 to 6,263 ULP (`f32`) and 1.2 to 6.7 (`f64`):
/// they are timed, and are not among the equals. The record in `benches/records` has them all.
#[cfg(peer_eigen)]
const CAREFUL_F32: &[&str] = &["ln", "tan", "round", "recip"];
/// The same for `f64`.
#[cfg(peer_eigen)]
const CAREFUL_F64: &[&str] = &["expm1", "ln_1p", "sin", "cos", "tan", "erf", "round", "recip"];
