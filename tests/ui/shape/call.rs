use kernels::prelude::*;

fn half(x: &Vector<f32, 8>) -> Vector<f32, 4> {
    Vector::from_fn(|i| x[i])
}

#[kernel]
fn element_type(x: &Vector<f32, 8>) -> f32 {
    let y: f64 = half(x);
    sum(x)
}

#[kernel]
fn column_argument(x: &Vector<f32, 8>) -> Vector<f32, 4> {
    half(column(x))
}

fn main() {}
