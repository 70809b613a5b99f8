use kernels::prelude::*;

#[kernel(specialize = [(R = 8, C = 4), (R = 2, C = 8)], only)]
fn dense<const R: usize, const C: usize>(w: &Matrix<f32, R, C>, x: &Vector<f32, C>) -> Vector<f32, R> {
    w * x
}

fn main() {
    let listed = dense(&Matrix::<f32, 8, 4>::zero(), &Vector::zero());
    let unlisted = dense(&Matrix::<f32, 3, 4>::zero(), &Vector::zero());
    println!("{listed:?} {unlisted:?}");
}
