//! The libraries to compare with.
#![allow(dead_code, unused_macros, unused_imports, reason = "each bench uses its part")]

pub mod crates;
pub mod eigen;
pub mod elementwise;
pub mod glam;
pub mod libxsmm;
pub mod loops;
pub mod multiply;
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
    let (held, level) = ("nano-gemm, gemm", Level::active());
    if !cfg!(feature = "peers") {
        println!("PEER {held} are compiled without AVX-512");
    }
    if level.base() < Level::detect().base() {
        let not_held = if cfg!(feature = "peers") { format!("{held}, ") } else { String::new() };
        println!(
            "PEER {not_held}faer, matrixmultiply, numkong cannot be held at {level}: they run what the machine has"
        );
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
