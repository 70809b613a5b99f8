use kernels::prelude::*;

/// What is wrong in the signature does not hide what is wrong in the body.
#[kernel(specialize = [(M = 4)])]
fn several<const N: usize>(x: &Vector<f32, N>, y: &[f32]) -> Vec<f32> {
    let a = x + y;
    let b = x % 2.0;
    if a > b {
        a
    } else {
        b
    }
}

/// Uses of a kernel with errors are no errors.
fn callers() {
    let x = Vector::<f32, 4>::zero();
    let _ = several(&x, &[]);
    let _ = several::reference(&x, &[]);
    let _ = several::at(kernels::Level::Portable, &x, &[]);
    let _ = several::variants();
}

fn main() {}
