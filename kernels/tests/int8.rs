//! Integers and bytes: the operations of quantized tensors against loops in `i64` and `f64`
//! that share nothing with them, and the examples of the ONNX operator documentation.

use kernels::prelude::*;
use kernels::{Factor, ops::Zero};

/// Numbers without a pattern: a linear congruential generator (Knuth's constants).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 32) as u32
    }

    /// Any `i32`, the ends often.
    fn integer(&mut self) -> i32 {
        match self.next() % 8 {
            0 => i32::MIN,
            1 => i32::MAX,
            2 => self.next() as i32 % 3,
            _ => self.next() as i32,
        }
    }

    /// Any value of the type, the ends often.
    fn byte<T: Byte>(&mut self) -> T {
        let range = (T::HIGHEST - T::LOWEST + 1) as u32;
        T::saturate(match self.next() % 8 {
            0 => T::LOWEST,
            1 => T::HIGHEST,
            _ => T::LOWEST + (self.next() % range) as i32,
        })
    }
}

fn wrapped(exact: i64) -> i32 {
    exact as i32
}

#[test]
fn integers_wrap_element_by_element() {
    let mut random = Random(1);
    for _ in 0..100 {
        let a = Vector::<i32, 7>::from_fn(|_| random.integer());
        let b = Vector::<i32, 7>::from_fn(|_| random.integer());
        let s = random.integer();
        let of = |f: &dyn Fn(i64, i64) -> i64| Vector::from_fn(|i| wrapped(f(a[i].into(), b[i].into())));
        let with = |f: &dyn Fn(i64, i64) -> i64| Vector::from_fn(|i| wrapped(f(a[i].into(), s.into())));
        assert_eq!((a + b, a - b, a * b), (of(&|a, b| a + b), of(&|a, b| a - b), of(&|a, b| a * b)));
        assert_eq!((a + s, s - a, s * a), (with(&|a, s| a + s), with(&|a, s| s - a), with(&|a, s| a * s)));
        assert_eq!((-a, abs(a)), (of(&|a, _| -a), of(&|a, _| a.abs())));
        assert_eq!((relu(a), hadamard(a, b)), (of(&|a, _| a.max(0)), a * b));
        assert_eq!((maximum(a, b), minimum(a, s)), (of(&|a, b| a.max(b)), with(&|a, s| a.min(s))));
        let mut c = a;
        c += b;
        c *= s;
        c -= &a;
        assert_eq!(c, (a + b) * s - a);
    }
    assert_eq!((abs(i32::MIN), -Vector::from([i32::MIN])), (i32::MIN, [i32::MIN].into()));
}

#[test]
fn integers_broadcast_as_floats_do() {
    let mut random = Random(2);
    let m = Matrix::<i32, 3, 4>::from_fn(|_, _| random.integer());
    let row = Vector::<i32, 4>::from_fn(|_| random.integer());
    let upright = Vector::<i32, 3>::from_fn(|_| random.integer());
    let rows = Matrix::from_fn(|_, j| row[j]);
    let columns = Matrix::from_fn(|i, _| upright[i]);
    let c = column(upright);
    assert_eq!((m + row, row - m), (m + rows, rows - m));
    assert_eq!((m + c, c - m, m * c, c * m), (m + columns, columns - m, hadamard(m, columns), m * c));
    assert_eq!((maximum(m, row), minimum(c, m)), (maximum(m, rows), minimum(columns, m)));
    assert_eq!((m * 3, 3 * m, -m), (m + m + m, m * 3, 0 - m));
    assert_eq!((relu(m.view()), m.view() + row), (relu(m), m + row));
    let (mut sum, mut window) = (m, m);
    sum += row;
    sum *= c;
    sum -= 5;
    let mut view = window.view_mut();
    view += row;
    view *= c;
    view -= 5;
    assert_eq!((sum, window), ((m + row) * c - 5, sum));
}

/// All products of `A` and `B`, of one shape.
#[expect(clippy::op_ref, reason = "references are what is tried")]
fn products<A: Byte + Factor<B, Sum = i32>, B: Byte, const R: usize, const K: usize, const C: usize>(
    a: Matrix<A, R, K>,
    b: Matrix<B, K, C>,
) {
    let element = |i: usize, j: usize| {
        wrapped((0..K).map(|k| i64::from(a[(i, k)].widen()) * i64::from(b[(k, j)].widen())).sum())
    };
    let expected = Matrix::from_fn(element);
    assert_eq!([&a * &b, &a * b, a * &b, a * b], [expected; 4]);
    assert_eq!([a.view() * b, a * b.view(), &a.view() * &b.view()], [expected; 3]);
    for j in 0..C {
        let (x, y) = (Vector::from_fn(|k| b[(k, j)]), Vector::from_fn(|i| expected[(i, j)]));
        assert_eq!([&a * &x, &a * x, a * &x, a * x], [y; 4]);
        assert_eq!(a.view() * x, y);
        assert_eq!((dot(a.row(0), x), a.row(0).dot(&x)), (y[0], y[0]));
    }
    for i in 0..R {
        assert_eq!([a.row(i) * b, *a.row(i) * &b, a.row(i) * b.view()], [*expected.row(i); 3]);
    }
}

fn shapes<A: Byte + Factor<B, Sum = i32>, B: Byte>() {
    let mut random = Random(3);
    macro_rules! shapes {
        ($($R:literal $K:literal $C:literal),*) => {$(
            let mut pair = || (
                Matrix::<A, $R, $K>::from_fn(|_, _| random.byte()),
                Matrix::<B, $K, $C>::from_fn(|_, _| random.byte()),
            );
            let (a, b) = pair();
            products(a, b);
            for (x, y) in [
                (A::LOWEST, B::LOWEST), (A::LOWEST, B::HIGHEST), (A::HIGHEST, B::LOWEST), (A::HIGHEST, B::HIGHEST),
            ] {
                products(Matrix::<A, $R, $K>::splat(A::saturate(x)), Matrix::<B, $K, $C>::splat(B::saturate(y)));
            }
        )*};
    }
    shapes!(1 1 1, 3 1 2, 1 7 1, 2 4 3, 3 5 7, 5 16 1, 1 17 5, 4 63 2, 2 130 3);
}

#[test]
fn products_of_bytes_are_exact() {
    shapes::<u8, i8>();
    shapes::<i8, u8>();
    shapes::<i8, i8>();
    shapes::<U7, i8>();
    shapes::<i8, U7>();
}

#[test]
fn a_transposed_matrix_of_bytes_is_a_factor() {
    let w = Matrix::<i8, 3, 2>::from_fn(|i, j| (10 * i + j) as i8);
    let x = Vector::from([200_u8, 255, 1]);
    assert_eq!(x * w, w.t() * x);
    assert_eq!(transpose(w) * x, [255 * 10 + 20, 200 + 255 * 11 + 21].into());
}

#[test]
fn sums_of_products_wrap_past_32_bits() {
    const EXACT: usize = 65_793;
    let of = |len: i64| wrapped(len * 255 * -128);
    let long = dot(Vector::<u8, EXACT>::splat(255), Vector::<i8, EXACT>::splat(-128));
    assert_eq!(i64::from(long), 65_793 * 255 * -128);
    let longer = dot(Vector::<u8, { EXACT + 1 }>::splat(255), Vector::<i8, { EXACT + 1 }>::splat(-128));
    assert_eq!(longer, of(65_794));
    assert!(longer > 0);
}

#[test]
fn bytes_and_integers_are_stored_as_floats_are() {
    fn stored<T: Byte>() {
        let (low, high) = (T::saturate(T::LOWEST), T::saturate(T::HIGHEST));
        assert_eq!(Vector::<T, 3>::zero(), Vector::default());
        assert_eq!(Matrix::<T, 2, 3>::zero(), Matrix::splat(T::default()));
        let data = [low, high, low, high, low, high];
        let m: &Matrix<T, 2, 3> = data[..].try_into().unwrap();
        assert_eq!(*m, Matrix::from_fn(|i, j| if (3 * i + j) % 2 == 0 { low } else { high }));
        assert_eq!(m.t()[(2, 0)], low);
        assert!(<&Vector<T, 5>>::try_from(&data[..]).is_err());
        assert_eq!(size_of::<Matrix<T, 2, 3>>(), 6);
        let both: Vector<T, 5> = concat(Vector::from([low, high]), *m.row(0));
        assert_eq!(widen(both)[1], T::HIGHEST);
    }
    stored::<i8>();
    stored::<u8>();
    stored::<U7>();
    assert_eq!(Vector::<i32, 2>::zero() + 1, Vector::splat(1));
    assert_eq!(<i32 as Zero>::NOUGHT, 0);
}

/// The nearest integer, of two the even one, by comparing.
fn nearest(x: f64) -> f64 {
    let below = x.floor();
    let up = if x - below == 0.5 { below.rem_euclid(2.0) == 1.0 } else { x - below > 0.5 };
    if up { below + 1.0 } else { below }
}

/// The definition, in f64: a quotient or product of two `f32`, rounded to `f64` and then to
/// `f32`, is rounded as if at once.
fn byte_of<T: Byte>(rounded: f32, zero_point: T) -> T {
    let value = nearest(rounded.into()) + f64::from(zero_point.widen());
    let end = |end: i32| f64::from(end);
    T::saturate(match value {
        value if value.is_nan() || value <= end(T::LOWEST) => T::LOWEST,
        value if value >= end(T::HIGHEST) => T::HIGHEST,
        value => value as i32,
    })
}

const NUMBERS: [f32; 34] = [
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.5,
    -1.5,
    2.5,
    -2.5,
    0.499_999_97,
    -0.499_999_97,
    126.5,
    127.5,
    -127.5,
    -128.5,
    -129.5,
    254.5,
    255.5,
    1e-45,
    -1e-45,
    1e-38,
    3.3,
    -77.7,
    1e9,
    -1e9,
    2_147_483_648.0,
    -2_147_483_904.0,
    1e30,
    -1e30,
    f32::MAX,
    f32::MIN,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NAN,
    8_388_609.5,
];
const SCALES: [f32; 12] =
    [1.0, 0.5, 2.0, 0.1, 1.0 / 3.0, 1e-45, f32::MIN_POSITIVE, 1e38, 0.0, -1.0, f32::INFINITY, f32::NAN];

fn zero_points<T: Byte>() -> [T; 5] {
    [T::LOWEST, T::LOWEST + 1, 3, T::HIGHEST - 1, T::HIGHEST].map(T::saturate)
}

fn quantizes<T: Byte>() {
    let mut random = Random(4);
    let any = Vector::<f32, 500>::from_fn(|_| f32::from_bits(random.next()));
    let near = Vector::<f32, 500>::from_fn(|_| random.next() as i32 as f32 / 4e6);
    for zero_point in zero_points::<T>() {
        for scale in SCALES {
            let of = |x: f32| byte_of((f64::from(x) / f64::from(scale)) as f32, zero_point);
            for x in NUMBERS {
                assert_eq!(quantize(x, scale, zero_point), of(x), "{x} / {scale} + {zero_point}");
            }
            assert_eq!(quantize(any, scale, zero_point), any.map(of));
            assert_eq!(quantize(&near, scale, zero_point), near.map(of));
        }
    }
}

#[test]
fn quantize_is_the_definition_for_every_kind_of_number() {
    quantizes::<u8>();
    quantizes::<i8>();
    quantizes::<U7>();
}

fn requantizes<T: Byte>() {
    let mut random = Random(5);
    let any = Vector::<i32, 500>::from_fn(|_| random.integer());
    let small = Vector::<i32, 500>::from_fn(|_| random.next() as i32 >> 18);
    for zero_point in zero_points::<T>() {
        for multiplier in SCALES {
            let of = |acc: i32| {
                let acc = f64::from(acc) as f32;
                byte_of((f64::from(acc) * f64::from(multiplier)) as f32, zero_point)
            };
            assert_eq!(requantize(any, multiplier, zero_point), any.map(of));
            assert_eq!(requantize(&small, multiplier, zero_point), small.map(of));
        }
        for acc in [0, i32::MIN, i32::MAX] {
            assert_eq!(requantize(acc, 1.0, zero_point), byte_of(acc as f32, zero_point));
        }
    }
}

#[test]
fn requantize_is_the_definition_for_every_accumulator() {
    requantizes::<u8>();
    requantizes::<i8>();
    requantizes::<U7>();
}

fn dequantizes<T: Byte>() {
    for zero_point in zero_points::<T>() {
        for scale in SCALES {
            for q in zero_points::<T>() {
                let expected = (f64::from(q.widen() - zero_point.widen()) * f64::from(scale)) as f32;
                let got: f32 = dequantize(Vector::from([q]), scale, zero_point)[0];
                assert!(got.to_bits() == expected.to_bits() || got.is_nan() && expected.is_nan());
                // What stands for a number is what that number becomes, at an ordinary scale.
                if (1e-30..1e30).contains(&scale) {
                    assert_eq!(quantize(got, scale, zero_point), q);
                }
            }
        }
    }
}

#[test]
fn dequantize_is_the_definition_and_quantize_undoes_it() {
    dequantizes::<u8>();
    dequantizes::<i8>();
    dequantizes::<U7>();
    let acc = Vector::from([i32::MAX, i32::MIN, 16_777_217, -3]);
    assert_eq!(to_f32(acc), [2_147_483_648.0, -2_147_483_648.0, 16_777_216.0, -3.0].into());
    assert_eq!(dequantize(acc, 0.5, -1), to_f32(acc + 1) * 0.5);
    assert_eq!(dequantize(7_u8, 0.5, 3), 2.0);
    assert_eq!((to_f32(5_i32), widen(-7_i8)), (5.0, -7));
}

#[test]
fn scales_may_differ_by_channel() {
    let m = Matrix::from([[1.0, -2.0, 3.0], [40.0, 50.0, -60.0]]);
    let (rows, cols) = (Vector::from([0.1, 3.0]), Vector::from([0.5, 7.0, 0.25]));
    let by_row = quantize(m, column(rows), 5_i8);
    let by_column = quantize(m.view(), cols, 5_i8);
    for (i, j) in [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2)] {
        assert_eq!(by_row[(i, j)], quantize(m[(i, j)], rows[i], 5));
        assert_eq!(by_column[(i, j)], quantize(m[(i, j)], cols[j], 5));
    }
    assert_eq!(dequantize(by_row, column(rows), 5).row(1), &dequantize(by_row.row(1), 3.0, 5));
    assert_eq!(quantize(m.row(1), cols, 5_u8)[1], quantize(50.0_f32, 7.0, 5_u8));
    let acc = Matrix::from([[10, -20, 30], [400, 500, -600]]);
    assert_eq!(requantize(acc, column(rows), 5_u8), quantize(to_f32(acc) * column(rows), 1.0, 5_u8));
    assert_eq!(requantize(&acc, &cols, 5_u8).row(0)[1], requantize(-20, 7.0_f32, 5_u8));
}

/// QuantizeLinear, `test_quantizelinear` and, channel by channel, `test_quantizelinear_axis`.
#[test]
fn onnx_quantize_linear() {
    let x = Vector::from([0.0, 2.0, 3.0, 1000.0, -254.0, -1000.0]);
    assert_eq!(quantize(x, 2.0, 128_u8), [128, 129, 130, 255, 1, 0].into());
    let channels = [
        ([-162.0, 10.0, -100.0, 232.0, -20.0, -50.0], 2.0, 84, [3, 89, 34, 200, 74, 59]),
        ([-76.0, 0.0, 0.0, 252.0, 32.0, -44.0], 4.0, 24, [5, 24, 24, 87, 32, 13]),
        ([245.0, -485.0, -960.0, -270.0, -375.0, -470.0], 5.0, 196, [245, 99, 4, 142, 121, 102]),
    ];
    for (x, scale, zero_point, y) in channels {
        assert_eq!(quantize(Vector::from(x), scale, zero_point), Vector::<u8, 6>::from(y));
    }
}

/// DequantizeLinear, `test_dequantizelinear`.
#[test]
fn onnx_dequantize_linear() {
    let x = Vector::from([0_u8, 3, 128, 255]);
    assert_eq!(dequantize(x, 2.0, 128), [-256.0, -250.0, 0.0, 254.0].into());
}

/// `(a - a_zero_point) * (b - b_zero_point)`, the zero points taken out of the product.
fn matmul_integer<A, B, const R: usize, const K: usize, const C: usize>(
    (a, a_zero_point): (Matrix<A, R, K>, A),
    (b, b_zero_point): (Matrix<B, K, C>, B),
) -> Matrix<i32, R, C>
where
    A: Byte + Factor<B, Sum = i32> + Factor<i8, Sum = i32>,
    B: Byte,
    i8: Factor<B, Sum = i32>,
{
    let (a_zero_point, b_zero_point) = (a_zero_point.widen(), b_zero_point.widen());
    let of_rows = a * Vector::<i8, K>::splat(1) * b_zero_point;
    let of_columns = Vector::<i8, K>::splat(1) * b * a_zero_point;
    a * b - column(of_rows) - of_columns + K as i32 * a_zero_point * b_zero_point
}

/// MatMulInteger, `test_matmulinteger`.
#[test]
fn onnx_matmul_integer() {
    let a = Matrix::from([[11_u8, 7, 3], [10, 6, 2], [9, 5, 1], [8, 4, 0]]);
    let b = Matrix::from([[1_i8, 4], [2, 5], [3, 6]]);
    let y = matmul_integer((a, 12), (b, 0));
    assert_eq!(y, [[-38, -83], [-44, -98], [-50, -113], [-56, -128]].into());
}

/// QLinearMatMul, `test_qlinearmatmul_2D_uint8_float32` (the right factor, there `u8`, is less
/// by 128 here, and so is its zero point) and `test_qlinearmatmul_2D_int8_float32`. Its last
/// element is -236 before it is a byte: printed there as 20, which is that modulo 256, while
/// the operator's text says that it saturates, as it does here.
#[test]
fn onnx_qlinear_matmul() {
    let multiplier = 0.0066_f32 * 0.00705 / 0.0107;
    let a = Matrix::from([[208_u8, 236, 0, 238], [3, 214, 255, 29]]);
    let b = Matrix::from([[24_i8, -77, 116], [-68, -102, 127], [-128, -1, 118], [-1, 126, 119]]);
    let y = requantize(matmul_integer((a, 113), (b, -14)), multiplier, 118_u8);
    assert_eq!(y, [[168, 115, 255], [1, 66, 151]].into());

    let a = Matrix::from([[81_i8, 109, -127, 111], [-124, 87, -128, -98]]);
    let b = Matrix::from([[25_i8, -76, 117], [-67, -101, -128], [-127, 0, 119], [0, 127, 120]]);
    let y = requantize(matmul_integer((a, -14), (b, -13)), multiplier, -9_i8);
    assert_eq!(y, [[41, -12, -9], [1, -75, -128]].into());
}
