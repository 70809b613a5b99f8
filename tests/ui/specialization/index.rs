use kernels::prelude::*;

#[kernel]
fn fourth<const N: usize>(x: &Vector<f32, N>) -> f32 {
    x[3]
}

fn main() {
    println!("{} {}", fourth(&Vector::<f32, 4>::zero()), fourth(&Vector::<f32, 2>::zero()));
}
