//! LIBXSMM: a kernel generated for the shape as the program runs.

use super::{Product, Real};
use crate::common::{Place, Way};

const NAME: &str = "libxsmm";

/// A product, if LIBXSMM is there and can.
pub fn product<T: Real>(product: Product) -> Option<Way<T>> {
    let run = there::find::<T>(product)?;
    Some(Way::calling(NAME, move |Place { a, b, c }| {
        // It reads columns where we have rows, so it multiplies the transposes: cᵗ = bᵗ aᵗ.
        // SAFETY: the kernel for operands of these lengths.
        unsafe { run(b, a, c) }
    }))
}

type Run<T> = unsafe extern "C" fn(*const T, *const T, *mut T);

pub use there::{Jit, announce};

#[cfg(peer_libxsmm)]
mod there {
    use std::ffi::{c_char, c_int};

    use super::{NAME, Run};
    use crate::peers::{Product, text};

    type Find<T> =
        unsafe extern "C" fn(c_int, c_int, c_int, c_int, c_int, c_int, c_int, c_int) -> Option<Run<T>>;

    macro_rules! elements {
        ($($T:ident $find:ident)*) => {
            unsafe extern "C" {
                $(fn $find(
                    m: c_int, n: c_int, k: c_int,
                    lda: c_int, ldb: c_int, ldc: c_int,
                    ta: c_int, tb: c_int,
                ) -> Option<Run<$T>>;)*
            }
            $(impl Jit for $T {
                const FIND: Find<Self> = $find;
            })*
        };
    }
    elements!(f32 peer_libxsmm_f32 f64 peer_libxsmm_f64);

    unsafe extern "C" {
        fn peer_libxsmm_level() -> *const c_char;
        fn peer_libxsmm_version() -> *const c_char;
    }

    /// An element that it generates kernels for.
    pub trait Jit: Sized {
        const FIND: Find<Self>;
    }

    pub fn announce() {
        // SAFETY: constant texts.
        let (version, level) = unsafe { (text(peer_libxsmm_version()), text(peer_libxsmm_level())) };
        println!("PEER {NAME} {version} at {level}");
    }

    pub fn find<T: Jit>(product: Product) -> Option<Run<T>> {
        let Product { m, n, k, a_transposed, b_transposed } = product;
        let [lda, ldb] = [product.b_columns(), product.a_columns()];
        let [m, n, k, lda, ldb] = [m, n, k, lda, ldb].map(|size| size as c_int);
        // SAFETY: it reads numbers.
        unsafe { T::FIND(n, m, k, lda, ldb, n, b_transposed.into(), a_transposed.into()) }
    }
}

#[cfg(not(peer_libxsmm))]
mod there {
    use super::{NAME, Run};

    pub trait Jit {}
    impl<T> Jit for T {}

    pub fn announce() {
        crate::peers::missing(NAME, "libxsmm-dev");
    }

    pub fn find<T>(_: crate::peers::Product) -> Option<Run<T>> {
        None
    }
}
