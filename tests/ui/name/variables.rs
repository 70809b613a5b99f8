use kernels::prelude::*;

#[kernel]
fn unknown(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * factor
}

#[kernel]
fn misspelt(weights: &Matrix<f32, 4, 4>, input: &Vector<f32, 4>) -> Vector<f32, 4> {
    let hidden = relu(wieghts * input);
    hiden + input
}

#[kernel]
fn scoped(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = {
        let inner = x * 2.0;
        inner
    };
    y + inner
}

#[kernel]
fn field(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    self.scale * x
}

#[kernel]
fn function_as_value(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * relu
}

#[kernel]
fn value_as_function(x: &Vector<f32, 4>, y: f32) -> Vector<f32, 4> {
    x(y)
}

fn main() {}
