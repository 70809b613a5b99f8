//! The build script of a crate that uses kernels: one line, and with the features `peers`
//! the libraries that the benches compare with.

#[cfg(feature = "peers-avx2")]
#[path = "benches/peers/build.rs"]
mod peers;

fn main() {
    kernels_plan::build();
    #[cfg(feature = "peers-avx2")]
    peers::build();
}
