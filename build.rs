//! The build script of a crate that uses kernels: one line.

fn main() {
    kernels_plan::build();
}
