use kernels::prelude::*;

#[kernel]
fn by_value(a: MatrixView<f32, 2, 3>) -> f32 {
    sum(a)
}

#[kernel]
fn to_write(a: &mut MatrixView<f32, 2, 3>) -> f32 {
    sum(a)
}

#[kernel]
fn to_read(a: &MatrixViewMut<f32, 2, 3>) -> f32 {
    sum(a)
}

#[kernel]
fn sizes(a: &MatrixView<f32, 6>) -> f32 {
    sum(a)
}

#[kernel]
fn element(a: &MatrixView<u16, 2, 3>) -> f32 {
    sum(a)
}

#[kernel]
fn result(a: &Matrix<f32, 2, 3>) -> MatrixView<f32, 2, 3> {
    a.view()
}

#[kernel]
fn declared(a: &MatrixView<f32, 2, 3>) -> Matrix<f32, 2, 3> {
    let b: &MatrixView<f32, 2, 3> = a;
    b + b
}

#[kernel]
fn named_lifetime<'a>(a: &MatrixView<'a, f32, 2, 3>) -> f32 {
    sum(a)
}

fn main() {}
