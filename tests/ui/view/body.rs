use kernels::prelude::*;

#[kernel]
fn assigned(c: &mut MatrixViewMut<f32, 2, 2>, a: &Matrix<f32, 2, 2>) {
    *c = a * a;
}

#[kernel]
fn read(c: &mut MatrixViewMut<f32, 2, 2>) {
    c.set(relu(*c));
}

#[kernel]
fn without_star(c: &mut MatrixViewMut<f32, 2, 2>) {
    c += 1.0;
}

#[kernel]
fn only_read(a: &MatrixView<f32, 2, 2>) {
    a.set(a * a);
}

#[kernel]
fn no_view(c: &mut Matrix<f32, 2, 2>, a: &Matrix<f32, 2, 2>) {
    c.set(a * a);
}

#[kernel]
fn no_parameter(a: &MatrixView<f32, 2, 2>) -> Matrix<f32, 2, 2> {
    let mut b = a * a;
    b.set(a);
    b
}

#[kernel]
fn shape(c: &mut MatrixViewMut<f32, 2, 2>, a: &MatrixView<f32, 2, 3>) {
    c.set(a);
}

#[kernel]
fn two_values(c: &mut MatrixViewMut<f32, 2, 2>, a: &Matrix<f32, 2, 2>) {
    c.set(a, a);
}

#[kernel]
fn as_value(c: &mut MatrixViewMut<f32, 2, 2>, a: &Matrix<f32, 2, 2>) {
    let d = c.set(a);
}

#[kernel]
fn never_written(c: &mut MatrixViewMut<f32, 2, 2>) -> f32 {
    sum(c.as_view())
}

fn other(a: &Matrix<f32, 2, 2>) -> f32 {
    a[(0, 0)]
}

#[kernel]
fn passed_on(a: &MatrixView<f32, 2, 2>) -> f32 {
    let y: f32 = other(a);
    y
}

#[kernel]
fn unknown(c: &mut MatrixViewMut<f32, 2, 2>) {
    d.set(c.as_view());
}

fn main() {}
