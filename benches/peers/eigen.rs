//! Eigen's fixed-size matrices.

use kernels::arch::Element;

use super::Product;
use crate::common::{Place, Way};

const NAME: &str = "eigen";

/// The function for an operation of `eigen.cpp`, or none where Eigen is missing.
///
/// # Panics
/// If Eigen is not compiled for the shape.
fn way<T: Element>(op: &str, shape: [usize; 3]) -> Option<Way<T>> {
    let run = there::find::<T>(op, shape)?;
    let run = run.unwrap_or_else(|| panic!("add {op} {shape:?} to benches/peers/eigen_shapes.h"));
    Some(Way::calling(NAME, move |Place { a, b, c }| {
        // SAFETY: Eigen's function for operands of these lengths.
        unsafe { run(a, b, c) }
    }))
}

/// A product.
pub fn product<T: Element>(product: Product) -> Option<Way<T>> {
    let op = match (product.a_transposed, product.b_transposed) {
        (false, false) => "nn",
        (true, false) => "tn",
        (false, true) => "nt",
        (true, true) => return None,
    };
    way(op, [product.m, product.n, product.k])
}

type Run<T> = unsafe extern "C" fn(*const T, *const T, *mut T);

pub use there::announce;

#[cfg(peer_eigen)]
mod there {
    use std::ffi::{CString, c_char, c_int, c_void};

    use kernels::Level;

    use super::{NAME, Run};
    use crate::peers::text;

    unsafe extern "C" {
        fn peer_eigen_avx2(op: *const c_char, size: c_int, m: c_int, n: c_int, k: c_int) -> *const c_void;
        fn peer_eigen_avx512(op: *const c_char, size: c_int, m: c_int, n: c_int, k: c_int) -> *const c_void;
        fn peer_eigen_version() -> *const c_char;
    }

    pub fn announce() {
        // SAFETY: a constant text.
        let version = unsafe { text(peer_eigen_version()) };
        match Level::active() {
            Level::Portable => println!("PEER {NAME} {version} is not compiled for the portable level"),
            level => println!("PEER {NAME} {version} compiled for {level}"),
        }
    }

    pub fn find<T>(op: &str, shape: [usize; 3]) -> Option<Option<Run<T>>> {
        let find = match Level::active() {
            Level::Portable => return None,
            Level::Avx2 => peer_eigen_avx2,
            Level::Avx512 => peer_eigen_avx512,
        };
        let op = CString::new(op).expect("no zero inside");
        let [m, n, k] = shape.map(|size| size as c_int);
        // SAFETY: it compares numbers and a text; what it returns is null or a function of this type.
        Some(unsafe {
            let found = find(op.as_ptr(), size_of::<T>() as c_int, m, n, k);
            std::mem::transmute::<*const c_void, Option<Run<T>>>(found)
        })
    }
}

#[cfg(not(peer_eigen))]
mod there {
    use super::{NAME, Run};

    pub fn announce() {
        crate::peers::missing(NAME, "libeigen3-dev");
    }

    pub fn find<T>(_: &str, _: [usize; 3]) -> Option<Option<Run<T>>> {
        None
    }
}
