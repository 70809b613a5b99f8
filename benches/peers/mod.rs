//! The libraries to compare with.
#![allow(dead_code, reason = "each bench uses its part")]

pub mod crates;
pub mod eigen;
pub mod elementwise;
pub mod glam;
pub mod libxsmm;
pub mod loops;
pub mod nalgebra;
pub mod onednn;
pub mod openblas;
pub mod product;
pub mod rten;
pub mod vectors;

use kernels::Level;
use kernels::arch::Element;

pub use product::Product;
pub use vectors::Op;

/// An element type, with each library's functions for it.
pub trait Real:
    Element
    + ::faer::traits::ComplexField
    + ::nalgebra::RealField
    + crates::Functions
    + libxsmm::Jit
    + openblas::Blas
{
}

impl Real for f32 {}
impl Real for f64 {}

/// Says which peers there are, at what level and in what version.
pub fn announce() {
    eigen::announce();
    libxsmm::announce();
    openblas::announce();
    let products = "nano-gemm, gemm, faer, matrixmultiply";
    if !cfg!(feature = "peers") {
        println!("PEER {products} are compiled without AVX-512");
    } else if Level::active().base() < Level::detect().base() {
        println!("PEER {products} are not held at {}: the feature `peers-avx2` does", Level::active());
    }
    if Level::active().base() < Level::detect().base() {
        println!("PEER numkong cannot be held at {}: it runs what the machine has", Level::active());
    }
}

/// The same of those that multiply bytes.
pub fn announce_bytes() {
    onednn::announce();
    rten::announce();
}

/// Says that a library was not there when the benches were compiled.
fn missing(name: &str, package: &str) {
    println!("PEER {name} missing: install {package}");
}

/// A text that C returns.
///
/// # Safety
/// `text` ends in a zero and lives for ever.
unsafe fn text(text: *const std::ffi::c_char) -> String {
    // SAFETY: the caller's promise.
    unsafe { std::ffi::CStr::from_ptr(text) }.to_string_lossy().into_owned()
}
