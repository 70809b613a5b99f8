use kernels::prelude::*;

struct Layer;

impl Layer {
    #[kernel]
    fn twice(x: &Vector<f32, 4>) -> Vector<f32, 4> {
        x * 2.0
    }
}

fn main() {}
