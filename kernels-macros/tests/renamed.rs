//! Every generated path goes through `crate = …`: here the runtime crate has another name,
//! and `kernels` does not exist.

use renamed::prelude::*;

#[renamed::kernel(crate = renamed)]
fn project(
    w: &Matrix<f32, 13, 21>,
    b: &Vector<f32, 13>,
    x: &Vector<f32, 21>,
    y: &mut Vector<f32, 13>,
) -> (Vector<f32, 21>, f32) {
    let h = tanh(w * x + b);
    let mean = mean(h);
    *y = softmax(h - mean) * 0.5;
    (h * w, max(h))
}

#[renamed::kernel(crate = ::renamed, specialize = [(R = 13, C = 21)])]
fn gram<const R: usize, const C: usize>(a: &Matrix<f32, R, C>) -> Matrix<f32, R, R> {
    a * a.t()
}

#[renamed::kernel(crate = renamed)]
fn composed(a: &Matrix<f32, 13, 21>) -> f32 {
    let g: Matrix<f32, 13, 13> = gram(a);
    sum(relu(g)) / 13.0
}

#[test]
fn a_renamed_runtime_computes_the_same_bits() {
    let w = Matrix::<f32, 13, 21>::from_fn(|i, j| ((i * 5 + j * 3) % 17) as f32 * 0.125 - 1.0);
    let b = Vector::<f32, 13>::from_fn(|i| i as f32 * 0.25 - 1.5);
    let x = Vector::<f32, 21>::from_fn(|i| 1.0 - i as f32 * 0.0625);
    let mut wanted = Vector::splat(0.0);
    let result = project::reference(&w, &b, &x, &mut wanted);
    for level in renamed::Level::supported() {
        let mut y = Vector::splat(0.0);
        assert_eq!(project::at(level, &w, &b, &x, &mut y), Ok(result), "{level}");
        assert_eq!(y, wanted, "{level}");
        assert_eq!(gram::at(level, &w), Ok(gram::reference(&w)), "{level}");
        assert_eq!(composed::at(level, &w), Ok(composed::reference(&w)), "{level}");
    }
    assert!((wanted.sum() - 0.5).abs() < 1e-6, "softmax sums to one");
}
