//! Eigen's fixed-size matrices.

use kernels::arch::Element;

use super::{Op, Product};
use crate::common::{Place, Way};

const NAME: &str = "eigen";

fn way<T: Element>(name: &'static str, run: Run<T>) -> Way<T> {
    Way::calling(name, move |Place { a, b, c }| {
        // SAFETY: Eigen's function for operands of these lengths.
        unsafe { run(a, b, c) }
    })
}

/// A product: as Eigen does it of itself, and by `lazyProduct` for those sizes where that
/// can be faster.
///
/// # Panics
/// If Eigen is not compiled for the shape.
pub fn product<T: Element>(product: Product) -> Vec<Way<T>> {
    let Product { m, n, k, .. } = product;
    let [op, lazy] = match (product.a_transposed, product.b_transposed) {
        (false, false) => ["nn", "lazy_nn"],
        (true, false) => ["tn", "lazy_tn"],
        (false, true) => ["nt", "lazy_nt"],
        (true, true) => return vec![],
    };
    if !there::can() {
        return vec![];
    }
    let run = there::find(op, [m, n, k]).unwrap_or_else(|| panic!("eigen_shapes.h has no {op} {m} {n} {k}"));
    let lazy = there::find(lazy, [m, n, k]).map(|run| way("eigen-lazy", run));
    std::iter::once(way("eigen", run)).chain(lazy).collect()
}

/// An operation on vectors of `n` elements, or on square matrices of so many in all.
///
/// # Panics
/// If Eigen is not compiled for the length.
pub fn vector<T: Element>(op: Op, n: usize) -> Option<Way<T>> {
    there::can().then(|| {
        let op = op.name();
        let run = there::find(op, [n, 1, 1]).unwrap_or_else(|| panic!("eigen_shapes.h has no {op} {n}"));
        way("eigen", run)
    })
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
            level => println!("PEER {NAME} {version} compiled for {}", level.base()),
        }
    }

    pub fn can() -> bool {
        Level::active() != Level::Portable
    }

    pub fn find<T>(op: &str, shape: [usize; 3]) -> Option<Run<T>> {
        let find = match Level::active() {
            Level::Portable => return None,
            Level::Avx2 | Level::AvxVnni => peer_eigen_avx2,
            Level::Avx512 | Level::Avx512Vnni => peer_eigen_avx512,
        };
        let op = CString::new(op).expect("no zero inside");
        let [m, n, k] = shape.map(|size| size as c_int);
        // SAFETY: it compares numbers and a text; what it returns is null or a function of this type.
        unsafe {
            let found = find(op.as_ptr(), size_of::<T>() as c_int, m, n, k);
            std::mem::transmute::<*const c_void, Option<Run<T>>>(found)
        }
    }
}

#[cfg(not(peer_eigen))]
mod there {
    use super::{NAME, Run};

    pub fn announce() {
        crate::peers::missing(NAME, "libeigen3-dev");
    }

    pub fn can() -> bool {
        false
    }

    pub fn find<T>(_: &str, _: [usize; 3]) -> Option<Run<T>> {
        None
    }
}
