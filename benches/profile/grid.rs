//! The kernels of the bench: every form of product at sizes from tiny to past the caches, and
//! what is no product.

/// A kernel: its name, parameters, result and body.
pub struct Kernel {
    pub name: String,
    params: Vec<(&'static str, String)>,
    result: String,
    body: &'static str,
}

fn matrix(elem: &str, rows: usize, cols: usize) -> String {
    format!("Matrix<{elem}, {rows}, {cols}>")
}

fn vector(elem: &str, len: usize) -> String {
    format!("Vector<{elem}, {len}>")
}

fn kernel(name: String, params: &[(&'static str, String)], result: String, body: &'static str) -> Kernel {
    Kernel { name, params: params.to_vec(), result, body }
}

/// Sizes at which all candidates of a kernel are measured.
pub const EXHAUSTIVE: [&str; 10] = [
    "matvec_f32_64x64",
    "matvec_f32_37x53",
    "matvec_f32_256x256",
    "vecmat_f32_128x128",
    "vecmat_f32_53x37",
    "matmul_f32_8x8x8",
    "matmul_f32_7x33x13",
    "matmul_f32_64x64x64",
    "matmul_f64_33x33x33",
    "bytes_packed_64x64",
];

/// All of them.
pub fn kernels() -> Vec<Kernel> {
    let mut kernels = vec![];
    with_vectors(&mut kernels);
    of_matrices(&mut kernels);
    of_bytes(&mut kernels);
    without_products(&mut kernels);
    kernels
}

fn with_vectors(kernels: &mut Vec<Kernel>) {
    for (elem, rows, cols) in [
        ("f32", 10, 64),
        ("f32", 64, 64),
        ("f32", 128, 64),
        ("f32", 37, 53),
        ("f32", 3, 300),
        ("f32", 256, 256),
        ("f64", 64, 64),
        ("f64", 17, 100),
    ] {
        let params = [("w", matrix(elem, rows, cols)), ("x", vector(elem, cols))];
        kernels.push(kernel(format!("matvec_{elem}_{rows}x{cols}"), &params, vector(elem, rows), "w * x"));
    }
    for (rows, cols) in [(64, 128), (128, 64), (50, 20)] {
        let params =
            [("w", matrix("f32", rows, cols)), ("b", vector("f32", rows)), ("x", vector("f32", cols))];
        kernels.push(kernel(format!("layer_{rows}x{cols}"), &params, vector("f32", rows), "relu(w * x + b)"));
    }
    for (elem, rows, cols) in [
        ("f32", 64, 10),
        ("f32", 64, 64),
        ("f32", 128, 128),
        ("f32", 53, 37),
        ("f32", 256, 256),
        ("f64", 64, 64),
        ("f64", 30, 50),
    ] {
        let params = [("x", vector(elem, rows)), ("w", matrix(elem, rows, cols))];
        kernels.push(kernel(format!("vecmat_{elem}_{rows}x{cols}"), &params, vector(elem, cols), "x * w"));
    }
}

fn of_matrices(kernels: &mut Vec<Kernel>) {
    for (elem, m, k, n) in [
        ("f32", 3, 3, 3),
        ("f32", 4, 4, 4),
        ("f32", 8, 8, 8),
        ("f32", 16, 16, 16),
        ("f32", 32, 32, 32),
        ("f32", 64, 64, 64),
        ("f32", 96, 96, 96),
        ("f32", 5, 17, 9),
        ("f32", 7, 33, 13),
        ("f32", 100, 20, 30),
        ("f32", 256, 256, 256),
        ("f32", 384, 384, 384),
        ("f64", 4, 4, 4),
        ("f64", 16, 16, 16),
        ("f64", 33, 33, 33),
        ("f64", 64, 64, 64),
    ] {
        let params = [("a", matrix(elem, m, k)), ("b", matrix(elem, k, n))];
        kernels.push(kernel(format!("matmul_{elem}_{m}x{k}x{n}"), &params, matrix(elem, m, n), "a * b"));
    }
    for n in [16, 33] {
        let params = [("a", matrix("f32", n, n)), ("b", matrix("f32", n, n))];
        kernels.push(kernel(format!("left_transposed_{n}"), &params, matrix("f32", n, n), "a.t() * b"));
        kernels.push(kernel(format!("right_transposed_{n}"), &params, matrix("f32", n, n), "a * b.t()"));
    }
    let params = [("a", matrix("f32", 24, 40)), ("b", matrix("f32", 40, 30)), ("bias", vector("f32", 30))];
    kernels.push(kernel("dense_24x40x30".into(), &params, matrix("f32", 24, 30), "relu(a * b + bias)"));
    for n in [8, 24] {
        let params = [("a", matrix("f32", n, n)), ("b", matrix("f32", n, n)), ("mut c", matrix("f32", n, n))];
        kernels.push(kernel(format!("accumulate_{n}"), &params, String::new(), "*c += a * b;"));
    }
}

fn of_bytes(kernels: &mut Vec<Kernel>) {
    for (rows, cols) in [(64, 64), (20, 100)] {
        let packed = [("w", format!("Packed<i8, {rows}, {cols}>")), ("x", vector("u8", cols))];
        kernels.push(kernel(format!("bytes_packed_{rows}x{cols}"), &packed, vector("i32", rows), "w * x"));
        let stored = [("w", matrix("i8", rows, cols)), ("x", vector("u8", cols))];
        kernels.push(kernel(format!("bytes_stored_{rows}x{cols}"), &stored, vector("i32", rows), "w * x"));
    }
    let batch = [("a", matrix("u8", 32, 64)), ("w", "Packed<i8, 64, 64>".into())];
    kernels.push(kernel("bytes_batch_32x64x64".into(), &batch, matrix("i32", 32, 64), "a * w.t()"));
}

fn without_products(kernels: &mut Vec<Kernel>) {
    for (name, len, body) in [
        ("exp", 100, "exp(x)"),
        ("tanh", 37, "tanh(x)"),
        ("affine", 1000, "relu(x * 0.5 + 1.0)"),
        ("softmax", 100, "softmax(x)"),
        ("standardize", 300, "(x - mean(x)) / sqrt(mean(x * x) + 0.5)"),
    ] {
        kernels.push(kernel(format!("{name}_{len}"), &[("x", vector("f32", len))], vector("f32", len), body));
    }
    for (name, len, body) in
        [("sum", 1000, "sum(x)"), ("largest", 300, "max(x)"), ("norm", 77, "sqrt(dot(x, x))")]
    {
        kernels.push(kernel(format!("{name}_{len}"), &[("x", vector("f32", len))], "f32".into(), body));
    }
    let m = [("m", matrix("f32", 30, 41))];
    kernels.push(kernel("row_sums_30x41".into(), &m, vector("f32", 30), "row_sums(m)"));
    kernels.push(kernel("col_max_30x41".into(), &m, vector("f32", 41), "col_max(m)"));
    let (m, v) = (("m", matrix("f32", 20, 37)), ("v", vector("f32", 37)));
    kernels.push(kernel("broadcast_20x37".into(), &[m, v], matrix("f32", 20, 37), "m * 2.0 - v"));
}

/// The module with these kernels, and the cases of the program.
pub fn source<'a>(kernels: impl Iterator<Item = &'a Kernel>) -> String {
    let (mut functions, mut cases) = (String::new(), String::new());
    for Kernel { name, params, result, body } in kernels {
        let declared: Vec<String> = params
            .iter()
            .map(|(name, ty)| match name.strip_prefix("mut ") {
                Some(name) => format!("{name}: &mut {ty}"),
                None => format!("{name}: &{ty}"),
            })
            .collect();
        let arrow = if result.is_empty() { String::new() } else { format!(" -> {result}") };
        functions +=
            &format!("#[kernel]\npub fn {name}({}){arrow} {{\n    {body}\n}}\n\n", declared.join(", "));
        let operands: String = (0..params.len())
            .map(|place| {
                let (name, ty) = &params[place];
                format!("let {name}: Box<{ty}> = Box::new(Sample::sample({place})); ")
            })
            .collect();
        let passed: Vec<String> = params
            .iter()
            .map(|(name, _)| match name.strip_prefix("mut ") {
                Some(name) => format!("black_box(&mut *{name})"),
                None => format!("black_box(&*{name})"),
            })
            .collect();
        cases += &format!("        {{ {operands}case({name:?}, move || {name}({})) }},\n", passed.join(", "));
    }
    format!(
        "use std::hint::black_box;\nuse kernels::prelude::*;\nuse crate::{{Case, Sample, case}};\n\n{functions}\
         pub fn cases() -> Vec<Case> {{\n    vec![\n{cases}    ]\n}}\n"
    )
}
