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
pub fn ways<T: Operand>(name: &str, n: usize) -> Vec<Way<T>> {
    let mut ways = vec![];
    #[cfg(peer_sleef)]
    ways.extend(found(name, n, "sleef", peer_sleef));
    // Up to 4 ULP are allowed to it: it is timed, and is not among the equals of which the best counts.
    #[cfg(peer_libmvec)]
    ways.extend(found(name, n, "libmvec-4ulp", peer_libmvec).map(|way| way.with(Difference::Meant)));
    #[cfg(peer_eigen)]
    ways.extend(eigen(name, n));
    ways.extend(match size_of::<T>() {
        4 => numkong::<f32, T>(name, n),
        _ => numkong::<f64, T>(name, n),
    });
    ways
}

/// numkong's sines and cosines, at the widest level that it finds.
fn numkong<E: EachSin + EachCos + 'static, T: Operand>(name: &str, n: usize) -> Option<Way<T>> {
    let run: fn(&[E], &mut [E]) -> Option<()> = match name {
        "sin" => E::sin,
        "cos" => E::cos,
        _ => return None,
    };
    Some(Way::calling("numkong", move |Place { a, c, .. }: Place<T>| {
        // SAFETY: operands of this length, whose elements are laid out as those of `E`.
        let (x, y) = unsafe { (from_raw_parts(a.cast::<E>(), n), from_raw_parts_mut(c.cast::<E>(), n)) };
        run(x, y).expect("as long");
    }))
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
fn eigen<T: Operand>(name: &str, n: usize) -> Option<Way<T>> {
    let run: Arrays = if vector()? == 64 { peer_eigen_arrays_avx512 } else { peer_eigen_arrays_avx2 };
    let name = CString::new(name).expect("a name");
    let element = size_of::<T>() as c_int;
    let (x, mut y) = ([T::ALONE; 16], [T::ALONE; 16]);
    // SAFETY: 16 elements each.
    let has = unsafe {
        run(name.as_ptr(), element, x.as_ptr().cast(), x.as_ptr().cast(), y.as_mut_ptr().cast(), 16)
    };
    (has != 0).then(|| {
        Way::calling("eigen", move |Place { a, b, c }: Place<T>| {
            // SAFETY: operands of this length.
            unsafe { run(name.as_ptr(), element, a.cast(), b.cast(), c.cast(), n as c_long) };
        })
    })
}
