//! Sizes that outgrow the registers and the first cache, and long chains of operations.

use kernels::prelude::*;

use crate::case::{Case, Run, Verdict, compare};
use crate::naive::{self, Num, Table, each, matmul, pairs};

#[kernel]
pub fn matvecs(w: &Matrix<f32, 256, 256>, b: &Vector<f32, 256>, x: &Vector<f32, 256>) -> Vector<f32, 256> {
    relu(w * x + b)
}

fn matvec_256(run: &Run) -> Verdict {
    let (w, b, x) = (run.draw::<f32>(256 * 256), run.draw::<f32>(256), run.draw::<f32>(256));
    let naive = pairs(&w.table(256, 256).times(&x.nums()), &b.nums(), |y, b| (y + b).relu());
    compare!(run, matvecs(w.matrix(), b.vector(), x.vector()), naive)
}

#[kernel]
pub fn long_rows(w: &Matrix<f32, 37, 601>, x: &Vector<f32, 601>) -> Vector<f32, 37> {
    w * x
}

fn matvec_37x601(run: &Run) -> Verdict {
    let (w, x) = (run.draw::<f32>(37 * 601), run.draw::<f32>(601));
    compare!(run, long_rows(w.matrix(), x.vector()), w.table(37, 601).times(&x.nums()))
}

#[kernel]
pub fn vecmats(x: &Vector<f64, 200>, w: &Matrix<f64, 200, 129>) -> Vector<f64, 129> {
    x * w
}

fn vecmat_200x129(run: &Run) -> Verdict {
    let (x, w) = (run.draw::<f64>(200), run.draw::<f64>(200 * 129));
    let naive = w.table(200, 129).transposed().times(&x.nums());
    compare!(run, vecmats(x.vector(), w.matrix()), naive)
}

/// One chain, and on AVX2 in the order of memory.
#[kernel]
pub fn strips(x: &Vector<f64, 130>, w: &Matrix<f64, 130, 70>) -> Vector<f64, 70> {
    x * w
}

fn vecmat_130x70(run: &Run) -> Verdict {
    let (x, w) = (run.draw::<f64>(130), run.draw::<f64>(130 * 70));
    compare!(run, strips(x.vector(), w.matrix()), w.table(130, 70).transposed().times(&x.nums()))
}

/// As many rows as there are chains read as one, four here, and three rows are left.
#[kernel]
pub fn narrow_layers(x: &Vector<f32, 103>, w: &Matrix<f32, 103, 17>, b: &Vector<f32, 17>) -> Vector<f32, 17> {
    relu(x * w + b)
}

fn vecmat_103x17(run: &Run) -> Verdict {
    let (x, w, b) = (run.draw::<f32>(103), run.draw::<f32>(103 * 17), run.draw::<f32>(17));
    let product = w.table(103, 17).transposed().times(&x.nums());
    let naive = pairs(&product, &b.nums(), |y, b| (y + b).relu());
    compare!(run, narrow_layers(x.vector(), w.matrix(), b.vector()), naive)
}

/// And two; three vectors of columns on AVX-512.
#[kernel]
pub fn narrow_transposed(w: &Matrix<f64, 65, 18>, x: &Vector<f64, 65>) -> Vector<f64, 18> {
    w.t() * x
}

fn transposed_matvec_65x18(run: &Run) -> Verdict {
    let (w, x) = (run.draw::<f64>(65 * 18), run.draw::<f64>(65));
    let naive = w.table(65, 18).transposed().times(&x.nums());
    compare!(run, narrow_transposed(w.matrix(), x.vector()), naive)
}

#[kernel]
pub fn vecmat_layers(
    x: &Vector<f32, 93>,
    w: &Matrix<f32, 93, 301>,
    b: &Vector<f32, 301>,
) -> Vector<f32, 301> {
    relu(x * w + b)
}

fn vecmat_93x301(run: &Run) -> Verdict {
    let (x, w, b) = (run.draw::<f32>(93), run.draw::<f32>(93 * 301), run.draw::<f32>(301));
    let product = w.table(93, 301).transposed().times(&x.nums());
    let naive = pairs(&product, &b.nums(), |y, b| (y + b).relu());
    compare!(run, vecmat_layers(x.vector(), w.matrix(), b.vector()), naive)
}

/// Two chains, and on AVX2 in the order of memory.
#[kernel]
pub fn transposed_matvecs(w: &Matrix<f32, 131, 125>, x: &Vector<f32, 131>) -> Vector<f32, 125> {
    w.t() * x
}

fn transposed_matvec_131x125(run: &Run) -> Verdict {
    let (w, x) = (run.draw::<f32>(131 * 125), run.draw::<f32>(131));
    let naive = w.table(131, 125).transposed().times(&x.nums());
    compare!(run, transposed_matvecs(w.matrix(), x.vector()), naive)
}

#[kernel]
pub fn matmuls(a: &Matrix<f32, 128, 96>, b: &Matrix<f32, 96, 130>) -> Matrix<f32, 128, 130> {
    a * b
}

fn matmul_128x96x130(run: &Run) -> Verdict {
    let (a, b) = (run.draw::<f32>(128 * 96), run.draw::<f32>(96 * 130));
    let naive = matmul(&a.table(128, 96), &b.table(96, 130));
    compare!(run, matmuls(a.matrix(), b.matrix()), naive.cells().to_vec())
}

#[kernel]
pub fn transposed_matmuls(a: &Matrix<f64, 70, 75>, b: &Matrix<f64, 66, 75>) -> Matrix<f64, 70, 66> {
    tanh(a * b.t()) + 1.0
}

fn matmul_with_transposed_70x75x66(run: &Run) -> Verdict {
    let (a, b) = (run.draw::<f64>(70 * 75), run.draw::<f64>(66 * 75));
    let product = matmul(&a.table(70, 75), &b.table(66, 75).transposed());
    let naive = each(product.cells(), |y| y.tanh() + Num::exact(1.0));
    compare!(run, transposed_matmuls(a.matrix(), b.matrix()), naive)
}

/// Lengths past which reductions have four chains, with each kind of tail.
macro_rules! long_reductions {
    ($($kernel:ident $check:ident $T:ident $N:literal)*) => {$(
        #[kernel]
        pub fn $kernel(x: &Vector<$T, $N>, y: &Vector<$T, $N>) -> ($T, Vector<$T, $N>, $T) {
            (dot(x, y), softmax(x), sum(y) + max(x) - mean(x))
        }

        fn $check(run: &Run) -> Verdict {
            let (x, y) = (run.draw::<$T>($N), run.draw::<$T>($N));
            let naive = {
                let (x, y) = (x.nums(), y.nums());
                let last = naive::sum(&y) + naive::max(&x) - naive::mean(&x);
                naive::concat(&[&[naive::dot(&x, &y)], &naive::softmax(&x), &[last]])
            };
            compare!(run, $kernel(x.vector(), y.vector()), naive)
        }
    )*};
}
long_reductions! {
    reduce_127 reductions_127_f32 f32 127
    reduce_128 reductions_128_f32 f32 128
    reduce_129 reductions_129_f32 f32 129
    reduce_191 reductions_191_f32 f32 191
    reduce_1000 reductions_1000_f32 f32 1000
    reduce_63_f64 reductions_63_f64 f64 63
    reduce_64_f64 reductions_64_f64 f64 64
    reduce_65_f64 reductions_65_f64 f64 65
    reduce_500_f64 reductions_500_f64 f64 500
}

#[kernel]
pub fn networks(
    w1: &Matrix<f32, 64, 33>,
    b1: &Vector<f32, 64>,
    w2: &Matrix<f32, 64, 50>,
    b2: &Vector<f32, 50>,
    w3: &Matrix<f32, 10, 50>,
    x: &Vector<f32, 33>,
) -> Vector<f32, 10> {
    let h1 = relu(w1 * x + b1);
    let h2 = tanh(h1 * w2 + b2);
    softmax(w3 * h2)
}

fn three_layers(run: &Run) -> Verdict {
    let (w1, b1) = (run.draw::<f32>(64 * 33), run.draw::<f32>(64));
    let (w2, b2) = (run.draw::<f32>(64 * 50), run.draw::<f32>(50));
    let (w3, x) = (run.draw::<f32>(10 * 50), run.draw::<f32>(33));
    let naive = {
        let h1 = pairs(&w1.table(64, 33).times(&x.nums()), &b1.nums(), |y, b| (y + b).relu());
        let product = w2.table(64, 50).transposed().times(&h1);
        let h2 = pairs(&product, &b2.nums(), |y, b| (y + b).tanh());
        naive::softmax(&w3.table(10, 50).times(&h2))
    };
    compare!(
        run,
        networks(w1.matrix(), b1.vector(), w2.matrix(), b2.vector(), w3.matrix(), x.vector()),
        naive
    )
}

#[kernel]
pub fn attentions(
    q: &Matrix<f32, 20, 16>,
    k: &Matrix<f32, 35, 16>,
    v: &Matrix<f32, 35, 24>,
    scale: f32,
) -> Matrix<f32, 20, 24> {
    softmax(q * k.t() * scale) * v
}

fn attention(run: &Run) -> Verdict {
    let (q, k) = (run.draw::<f32>(20 * 16), run.draw::<f32>(35 * 16));
    let (v, scale) = (run.draw::<f32>(35 * 24), run.scalar::<f32>());
    let naive: Table<f32> = {
        let scores = matmul(&q.table(20, 16), &k.table(35, 16).transposed());
        let shares =
            scores.each_row(|_, row| naive::softmax(&each(row, |score| score * Num::exact(scale.into()))));
        matmul(&shares, &v.table(35, 24))
    };
    compare!(run, attentions(q.matrix(), k.matrix(), v.matrix(), scale), naive.cells().to_vec())
}

#[kernel]
pub fn chains(x: &Vector<f64, 45>, y: &Vector<f64, 45>) -> Vector<f64, 45> {
    let a = x * y + x;
    let b = a - y * a;
    let c = sigmoid(b) * a + b;
    let d = c / (abs(c) + 1.0) - 0.25 * y;
    let e = maximum(d, -d) + minimum(c, y);
    let f = e * e - d * c + b;
    let g = tanh(f) + sqrt(abs(e)) - a;
    relu(g + f * 0.5) - exp(-abs(g)) * d
}

fn deep_chain(run: &Run) -> Verdict {
    let (x, y) = (run.draw::<f64>(45), run.draw::<f64>(45));
    let naive = pairs(&x.nums(), &y.nums(), |x, y| {
        let [one, half, quarter] = [1.0, 0.5, 0.25].map(Num::exact);
        let a = x * y + x;
        let b = a - y * a;
        let c = b.sigmoid() * a + b;
        let d = c / (c.abs() + one) - quarter * y;
        let e = d.maximum(-d) + c.minimum(y);
        let f = e * e - d * c + b;
        let g = f.tanh() + e.abs().sqrt() - a;
        (g + f * half).relu() - (-g.abs()).exp() * d
    });
    compare!(run, chains(x.vector(), y.vector()), naive)
}

pub fn cases() -> Vec<Case> {
    macro_rules! cases {
        ($($check:ident)*) => { vec![$(Case::single(std::concat!("large::", stringify!($check)), $check)),*] };
    }
    cases! {
        matvec_256 matvec_37x601 vecmat_200x129 vecmat_130x70 vecmat_93x301 transposed_matvec_131x125
        vecmat_103x17 transposed_matvec_65x18 matmul_128x96x130
        matmul_with_transposed_70x75x66
        reductions_127_f32 reductions_128_f32 reductions_129_f32 reductions_191_f32 reductions_1000_f32
        reductions_63_f64 reductions_64_f64 reductions_65_f64 reductions_500_f64
        three_layers attention deep_chain
    }
}
