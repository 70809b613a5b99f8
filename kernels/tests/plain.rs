//! Bodies of kernels as plain functions: what users write compiles and computes without
//! the attribute.

use kernels::prelude::*;

type M<const R: usize, const C: usize> = Matrix<f32, R, C>;
type V<const N: usize> = Vector<f32, N>;

/// Small numbers of both signs that are exact in f32, as are sums of a few.
fn vector<const N: usize>(seed: usize) -> V<N> {
    Vector::from_fn(|i| ((i * 7 + seed * 5) % 17) as f32 / 8.0 - 1.0)
}

fn matrix<const R: usize, const C: usize>(seed: usize) -> M<R, C> {
    Matrix::from_fn(|i, j| ((i * 11 + j * 7 + seed * 5) % 17) as f32 / 8.0 - 1.0)
}

fn classify(
    w1: &Matrix<f32, 24, 20>,
    b1: &Vector<f32, 24>,
    w2: &Matrix<f32, 17, 24>,
    b2: &Vector<f32, 17>,
    w3: &Matrix<f32, 10, 17>,
    b3: &Vector<f32, 10>,
    x: &Vector<f32, 20>,
) -> Vector<f32, 10> {
    let h1 = relu(w1 * x + b1);
    let h2 = relu(w2 * h1 + b2);
    softmax(w3 * h2 + b3)
}

/// The same network in f64, by loops.
fn classify_by_loops(layers: [(&[f32], &[f32]); 3], x: &[f32]) -> Vec<f64> {
    let mut h: Vec<f64> = x.iter().map(|&x| x.into()).collect();
    for (layer, (w, b)) in layers.into_iter().enumerate() {
        let rows = w.chunks_exact(h.len()).zip(b);
        h = rows
            .map(|(row, &b)| {
                let y = row.iter().zip(&h).map(|(&w, h)| f64::from(w) * h).sum::<f64>() + f64::from(b);
                if layer < 2 { y.max(0.0) } else { y.exp() }
            })
            .collect();
    }
    let total: f64 = h.iter().sum();
    h.iter().map(|e| e / total).collect()
}

#[test]
fn a_classifier_of_three_layers() {
    let (w1, b1) = (matrix(1), vector(2));
    let (w2, b2) = (matrix(3), vector(4));
    let (w3, b3) = (matrix(5), vector(6));
    let x = vector(7);
    let got = classify(&w1, &b1, &w2, &b2, &w3, &b3, &x);
    let layers =
        [(w1.as_slice(), b1.as_slice()), (w2.as_slice(), b2.as_slice()), (w3.as_slice(), b3.as_slice())];
    let expected = classify_by_loops(layers, x.as_slice());
    for (got, expected) in got.iter().zip(expected) {
        assert!((f64::from(*got) - expected).abs() < 1e-5, "{got} for {expected}");
    }
    assert!((got.sum() - 1.0).abs() < 1e-6);
}

fn dense<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>,
    b: &Vector<f32, R>,
    x: &Vector<f32, C>,
) -> Vector<f32, R> {
    relu(w * x + b)
}

fn dense_of_any_float<T: Float, const R: usize, const C: usize>(
    w: &Matrix<T, R, C>,
    b: &Vector<T, R>,
    x: &Vector<T, C>,
    floor: T,
) -> Vector<T, R> {
    maximum(w * x + b, maximum(floor, tanh(floor)))
}

#[test]
fn layers_generic_over_sizes_and_elements() {
    let y = dense::<3, 2>(&Matrix::splat(0.5), &Vector::splat(-1.0), &[4.0, 2.0].into());
    assert_eq!(y, Vector::splat(2.0));
    let y = dense_of_any_float(&Matrix::<f64, 1, 1>::splat(2.0), &[0.5].into(), &[-3.0].into(), 0.0);
    assert_eq!(y, [0.0].into());
}

fn scaled(x: &V<4>) -> V<4> {
    let y = 0.5 * x + 1.0;
    let s = dot(x, y);
    y / (s + 1.0)
}

fn transposed(a: &M<3, 2>, b: &M<3, 2>) -> (M<2, 2>, M<3, 3>, M<2, 2>) {
    (a.t() * b, a * b.t(), transpose(a) * b)
}

fn written(out: &mut V<3>, w: &M<3, 3>, x: &V<3>) {
    *out = relu(w * x) - mean(x);
    *out += x * 2.0;
    *out -= x;
    *out *= 0.5;
    *out /= maximum(abs(x), 1.0);
}

fn signs(x: &V<4>) -> (V<4>, V<4>, f32) {
    (-x, maximum(x, 0.0), -x[3])
}

#[test]
fn typical_bodies() {
    let x = Vector::from([1.0, -2.0, 0.5, 4.0]);
    // y = (1.5, 0, 1.25, 3), dot = 1.5 + 0 + 0.625 + 12 = 14.125.
    assert_eq!(scaled(&x), Vector::from([1.5, 0.0, 1.25, 3.0]) / 15.125);
    assert_eq!(signs(&x), ([-1.0, 2.0, -0.5, -4.0].into(), [1.0, 0.0, 0.5, 4.0].into(), -4.0));

    let a = Matrix::from([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]);
    let b = Matrix::from([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]);
    let (left, right, function) = transposed(&a, &b);
    assert_eq!(left, [[6.0, 8.0], [8.0, 10.0]].into());
    assert_eq!(right, [[1.0, 2.0, 3.0], [3.0, 4.0, 7.0], [5.0, 6.0, 11.0]].into());
    assert_eq!(function, left);

    // relu(w x) = (6, 0, 3); minus the mean 2: (4, -2, 1); plus x: (5, 0, 4); half of that
    // by (1, 2, 3).
    let w = Matrix::from([[1.0, 1.0, 1.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]);
    let mut out = Vector::splat(f32::NAN);
    written(&mut out, &w, &[1.0, 2.0, 3.0].into());
    assert_eq!(out, [2.5, 0.0, 2.0 / 3.0].into());
}

#[test]
fn literals_and_single_elements_take_the_type_of_the_vector() {
    let x: &V<4> = &Vector::from([1.0, 2.0, 3.0, 4.0]);
    let m: &M<2, 4> = &Matrix::from([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]);
    let y = x * x[3] + m[(1, 2)];
    assert_eq!(y, [11.0, 15.0, 19.0, 23.0].into());
    assert_eq!(1.0 / (1.0 + x) - 1.0, x.map(|x| 1.0 / (1.0 + x) - 1.0));
    assert_eq!(2.0 * m, m + m);
    assert_eq!(1.0 - sum(x) * 0.5, -4.0);
    assert_eq!(minimum(0.25, sigmoid(0.0 * x)), Vector::splat(0.25));
    let gate = sigmoid(dot(x, x) - 30.0);
    assert_eq!(gate * x, 0.5 * x);
    let factor = &0.5;
    assert_eq!(x * factor, factor * x);
}

#[test]
fn f64_bodies_read_the_same() {
    fn body(w: &Matrix<f64, 2, 2>, x: &Vector<f64, 2>) -> Vector<f64, 2> {
        let y = 0.5 * x + 1.0;
        maximum(w * y, 0.0) / (dot(x, y) + 1.0)
    }
    // y = (2, 3), w y = (5, -3), dot = 4 + 12.
    let w = Matrix::from([[1.0, 1.0], [0.0, -1.0]]);
    assert_eq!(body(&w, &[2.0, 4.0].into()), [5.0 / 17.0, 0.0].into());
}

#[test]
fn broadcasts() {
    let m = Matrix::from([[1.0, 2.0], [3.0, 4.0]]);
    let v = Vector::from([10.0, 100.0]);
    let c = column(v);
    assert_eq!(m + v, [[11.0, 102.0], [13.0, 104.0]].into());
    assert_eq!(v - m, [[9.0, 98.0], [7.0, 96.0]].into());
    assert_eq!(m / v, [[0.1, 0.02], [0.3, 0.04]].into());
    assert_eq!(m - c, [[-9.0, -8.0], [-97.0, -96.0]].into());
    assert_eq!(c * m, m * c);
    assert_eq!(c - m, -(m - c));
    assert_eq!(m * c, [[10.0, 20.0], [300.0, 400.0]].into());
    assert_eq!(m / c, [[0.1, 0.2], [0.03, 0.04]].into());
    assert_eq!(hadamard(m, c), m * c);
    assert_eq!(hadamard(v, m), hadamard(m, v));
    assert_eq!(maximum(m, v), maximum(v, m));
    assert_eq!(minimum(m, 2.0), [[1.0, 2.0], [2.0, 2.0]].into());
    assert_eq!(2.0 / m, [[2.0, 1.0], [2.0 / 3.0, 0.5]].into());

    let mut a = m;
    a += v;
    a -= &m;
    a *= c;
    a += column(v);
    a /= 10.0;
    a -= 1.0;
    assert_eq!(a, [[10.0, 100.0], [109.0, 1009.0]].into());
    a /= m;
    a -= a;
    assert_eq!(a, Matrix::default());
}

fn split_heads(x: &V<6>, w: &M<2, 6>) -> (V<2>, V<8>, f32) {
    let y = w * x;
    let both = concat(y, x);
    (y, both, both.max())
}

#[test]
fn results_may_be_several() {
    let (y, both, largest) = split_heads(&vector(1), &matrix(2));
    assert_eq!(both.as_slice()[..2], *y.as_slice());
    assert_eq!(both.as_slice()[2..], *vector::<6>(1).as_slice());
    assert_eq!(largest, both.iter().copied().fold(f32::NEG_INFINITY, f32::max));
}

/// A value is used in any mix of values and references.
#[test]
#[expect(clippy::op_ref, clippy::needless_borrows_for_generic_args, reason = "references are what is tried")]
fn values_and_references_mix() {
    let (m, n, v, s) = (matrix::<3, 3>(1), matrix::<3, 3>(2), vector::<3>(3), 0.5_f32);
    assert!([&m * &n, &m * n, m * &n, m * n].windows(2).all(|w| w[0] == w[1]));
    assert!([&m + &n, &m + n, m + &n, m + n].windows(2).all(|w| w[0] == w[1]));
    assert!([&m + &v, &m + v, m + &v, m + v].windows(2).all(|w| w[0] == w[1]));
    assert!([&m * &v, &m * v, m * &v, m * v].windows(2).all(|w| w[0] == w[1]));
    assert!([&v * &m, &v * m, v * &m, v * m].windows(2).all(|w| w[0] == w[1]));
    assert!([&s / &v, &s / v, s / &v, s / v].windows(2).all(|w| w[0] == w[1]));
    assert!([&m - &s, &m - s, m - &s, m - s].windows(2).all(|w| w[0] == w[1]));
    assert!([outer(&v, &v), outer(v, &v), outer(v, v)].windows(2).all(|w| w[0] == w[1]));
    assert!([-&m, -m].windows(2).all(|w| w[0] == w[1]));
    assert_eq!(relu(&s), relu(s));
    assert_eq!([sum(m), sum(&m), m.sum()], [m.sum(); 3]);
}
