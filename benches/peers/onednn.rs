//! oneDNN: a primitive for products of `u8` and `i8`, made once for a shape.

use super::Product;
use crate::common::{Byte, Place, Way};

const NAME: &str = "onednn";

/// The product with weights `w`, if oneDNN is there and can: with `pack` in the order that it
/// likes best, else read as they are stored.
pub fn product<const BITS: u32>(product: Product, w: &[i8], pack: bool) -> Option<Way<Byte<BITS>>> {
    let run = there::find(product, w, pack)?;
    // Below 8 bits nothing saturates.
    let difference = there::difference(BITS);
    Some(
        Way::calling(NAME, move |Place { a, c, .. }: Place<Byte<BITS>>| run(a.cast(), c.cast()))
            .with(difference),
    )
}

pub use there::announce;

#[cfg(peer_onednn)]
mod there {
    use std::ffi::{c_char, c_int, c_void};

    use super::NAME;
    use crate::common::Difference;
    use crate::peers::{Product, text};

    unsafe extern "C" {
        fn peer_onednn_new(m: c_int, n: c_int, k: c_int, w: *const i8, pack: c_int) -> *const c_void;
        fn peer_onednn_run(product: *const c_void, a: *const u8, c: *mut i32);
        fn peer_onednn_level() -> *const c_char;
        fn peer_onednn_version(which: c_int) -> c_int;
    }

    fn level() -> String {
        // SAFETY: a constant text.
        unsafe { text(peer_onednn_level()) }
    }

    pub fn announce() {
        // SAFETY: a number.
        let [major, minor, patch] = [0, 1, 2].map(|which| unsafe { peer_onednn_version(which) });
        println!("PEER {NAME} {major}.{minor}.{patch} at {}", level());
    }

    /// Without VNNI it adds two products in 16 bits.
    pub fn difference(bits: u32) -> Difference {
        let vnni = ["vnni", "bf16"].iter().any(|part| level().contains(part));
        if bits < 8 || vnni { Difference::Mistake } else { Difference::Known }
    }

    pub fn find(product: Product, w: &[i8], pack: bool) -> Option<impl Fn(*const u8, *mut i32) + use<>> {
        let [m, n, k] = [product.m, product.n, product.k].map(|size| size as c_int);
        // The weights live as long as the program.
        let w = w.to_vec().leak();
        // SAFETY: there are `n * k` of them.
        let made = unsafe { peer_onednn_new(m, n, k, w.as_ptr(), pack.into()) };
        // SAFETY: the operands are as long as the product says.
        (!made.is_null()).then_some(move |a, c| unsafe { peer_onednn_run(made, a, c) })
    }
}

#[cfg(not(peer_onednn))]
mod there {
    use super::NAME;
    use crate::common::Difference;
    use crate::peers::Product;

    pub fn announce() {
        crate::peers::missing(NAME, "libdnnl-dev");
    }

    pub fn difference(_: u32) -> Difference {
        Difference::Mistake
    }

    pub fn find(_: Product, _: &[i8], _: bool) -> Option<fn(*const u8, *mut i32)> {
        None
    }
}
