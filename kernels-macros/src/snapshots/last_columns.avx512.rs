#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f64, 7, 9>>,
    a: &::kernels::Matrix<f64, 7, 13>,
    b: &::kernels::Matrix<f64, 13, 9>,
    bias: &::kernels::Vector<f64, 9>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f64, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let r0 = __private::Dst::<f64>::result(result.as_mut_ptr());
        let tile = __private::tile::gemm::<V, 7, 2>(arch, a, 13, 1, b, 9, 1, 13, 9);
        for r in 0..7 {
            for j in 0..2 {
                let at = r * 9 + j * 8;
                let rest = usize::saturating_sub(9, j * 8);
                let v4 = tile[r][j] + bias.load_partial::<V>(arch, j * 8, rest);
                let v5 = __private::vecmath::relu(v4);
                r0.store_partial(v5, at, rest);
            }
        }
    }
}
