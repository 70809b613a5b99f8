use kernels::prelude::*;

#[kernel]
fn unknown(x: f32) -> f32 {
    x * factor
}

#[kernel]
fn misspelt(weights: &Matrix<f32, 4, 4>, input: &Vector<f32, 4>) -> Vector<f32, 4> {
    let hidden = relu(wieghts * input);
    hiden + input
}

#[kernel]
fn scoped(x: f32) -> f32 {
    let y = {
        let inner = x * 2.0;
        inner
    };
    y + inner
}

#[kernel]
fn field(x: f32) -> f32 {
    self.scale * x
}

#[kernel]
fn function_as_value(x: f32) -> f32 {
    x * relu
}

#[kernel]
fn value_as_function(x: f32, y: f32) -> f32 {
    x(y)
}

fn main() {}
