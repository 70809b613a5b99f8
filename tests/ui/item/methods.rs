use kernels::prelude::*;

struct Layer {
    w: Matrix<f32, 4, 4>,
}

impl Layer {
    #[kernel]
    fn by_reference(&self, x: &Vector<f32, 4>) -> Vector<f32, 4> {
        self.w * x
    }

    #[kernel]
    fn by_value(self, x: &Vector<f32, 4>) -> Vector<f32, 4> {
        self.w * x
    }
}

trait Model {
    #[kernel]
    fn run(&self, x: &Vector<f32, 4>) -> Vector<f32, 4>;

    #[kernel]
    fn provided(&self, x: &Vector<f32, 4>) -> Vector<f32, 4> {
        x * 2.0
    }
}

fn callers(layer: Layer) {
    let x = Vector::zero();
    let _ = layer.by_reference(&x);
    let _ = layer.by_value(&x);
}

fn main() {}
