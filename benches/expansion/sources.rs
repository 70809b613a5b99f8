//! The kernels that are compiled.

use std::fmt::Write as _;

/// The name of the product that has a target.
pub const PRODUCT: &str = "matmul_64";

const DIGITS: &str = "#[kernel]
pub fn digits(
    w1: &Matrix<f32, 128, 64>, b1: &Vector<f32, 128>,
    w2: &Matrix<f32, 64, 128>, b2: &Vector<f32, 64>,
    w3: &Matrix<f32, 10, 64>, b3: &Vector<f32, 10>,
    x: &Vector<f32, 64>,
) -> Vector<f32, 10> {
    let h1 = relu(w1 * x + b1);
    let h2 = relu(w2 * h1 + b2);
    softmax(w3 * h2 + b3)
}
";

/// Kernels of many kinds, by name.
pub fn single() -> Vec<(&'static str, String)> {
    let vector = |rows, cols| {
        format!(
            "#[kernel]\npub fn k(w: &Matrix<f32, {rows}, {cols}>, x: &Vector<f32, {cols}>) -> Vector<f32, {rows}> {{ w * x }}\n"
        )
    };
    vec![
        ("matmul_8", product(8, 8, 8)),
        ("matmul_16", product(16, 16, 16)),
        (PRODUCT, product(64, 64, 64)),
        ("matmul_128", product(128, 128, 128)),
        ("matmul_512", product(512, 512, 512)),
        (
            "matmul_bt_64",
            "#[kernel]\npub fn k(a: &Matrix<f32, 64, 64>, b: &Matrix<f32, 64, 64>, c: &mut Matrix<f32, 64, 64>) { *c = a * b.t(); }\n".into(),
        ),
        ("matvec_64", vector(64, 64)),
        ("matvec_256", vector(256, 256)),
        (
            "vecmat_64",
            "#[kernel]\npub fn k(x: &Vector<f32, 64>, w: &Matrix<f32, 64, 64>) -> Vector<f32, 64> { x * w }\n".into(),
        ),
        ("dense_128x64", layer(128, 64)),
        (
            "softmax_100",
            "#[kernel]\npub fn k(x: &Vector<f32, 100>) -> Vector<f32, 100> { softmax(x) }\n".into(),
        ),
        (
            "dot_1000",
            "#[kernel]\npub fn k(x: &Vector<f32, 1000>, y: &Vector<f32, 1000>) -> f32 { dot(x, y) }\n".into(),
        ),
        (
            "exp_tanh_1000",
            "#[kernel]\npub fn k(x: &Vector<f32, 1000>) -> Vector<f32, 1000> { tanh(exp(x)) + sigmoid(x) }\n".into(),
        ),
        ("digits", DIGITS.into()),
    ]
}

fn product(rows: usize, depth: usize, cols: usize) -> String {
    format!(
        "#[kernel]\npub fn product_{rows}_{depth}_{cols}(a: &Matrix<f32, {rows}, {depth}>, b: &Matrix<f32, {depth}, {cols}>, c: &mut Matrix<f32, {rows}, {cols}>) {{ *c = a * b; }}\n"
    )
}

fn layer(rows: usize, cols: usize) -> String {
    format!(
        "#[kernel]\npub fn layer_{rows}_{cols}(w: &Matrix<f32, {rows}, {cols}>, b: &Vector<f32, {rows}>, x: &Vector<f32, {cols}>) -> Vector<f32, {rows}> {{ relu(w * x + b) }}\n"
    )
}

/// A crate of 100 kernels, each of other sizes: 30 products and 30 layers, and 20 of each as
/// specializations of a generic one.
pub fn hundred() -> String {
    let mut text = String::new();
    for n in 0..30 {
        // From 3 × 5 × 4 to 148 × 92 × 120, round ones among them.
        text += &product(3 + 5 * n, 5 + 3 * n, 4 + 4 * n);
        text += &layer(8 + 8 * n, 10 + 7 * n);
    }
    let list = |sizes: &dyn Fn(usize) -> String| (0..20).map(sizes).collect::<Vec<_>>().join(", ");
    let products = list(&|n| format!("(R = {}, K = {}, C = {})", 16 + 16 * n, 8 + 8 * n, 256 - 12 * n));
    let layers = list(&|n| format!("(R = {}, C = {})", 10 + 13 * n, 400 - 19 * n));
    let _ = writeln!(text, "#[kernel(specialize = [{products}])]\n{GENERIC_PRODUCT}");
    let _ = writeln!(text, "#[kernel(specialize = [{layers}])]\n{GENERIC_LAYER}");
    text
}

const GENERIC_PRODUCT: &str = "pub fn generic_product<const R: usize, const K: usize, const C: usize>(
    a: &Matrix<f32, R, K>, b: &Matrix<f32, K, C>, c: &mut Matrix<f32, R, C>,
) {
    *c = a * b;
}
";

const GENERIC_LAYER: &str = "pub fn generic_layer<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>, b: &Vector<f32, R>, x: &Vector<f32, C>,
) -> Vector<f32, R> {
    relu(w * x + b)
}
";
