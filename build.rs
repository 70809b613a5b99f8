//! The build script of a crate that uses kernels: one line, and with the feature `peers`
//! the libraries that the benches compare with.

#[cfg(feature = "peers")]
#[path = "benches/peers/build.rs"]
mod peers;

fn main() {
    kernels_plan::build();
    #[cfg(feature = "peers")]
    peers::build();
}
