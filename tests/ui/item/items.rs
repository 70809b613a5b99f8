use kernels::prelude::*;

#[kernel]
struct Layer {
    w: Matrix<f32, 4, 4>,
}

#[kernel]
enum Kind {
    Dense,
}

#[kernel]
trait Model {
    fn run(&self);
}

#[kernel]
impl Layer {
    fn new(w: Matrix<f32, 4, 4>) -> Layer {
        Layer { w }
    }
}

#[kernel]
mod layers {}

#[kernel]
const HALF: f32 = 0.5;

#[kernel]
type Features = Vector<f32, 4>;

#[kernel]
use std::fmt;

fn main() {}
