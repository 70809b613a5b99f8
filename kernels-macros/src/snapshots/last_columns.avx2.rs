#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f64, 7, 9>>,
    a: &::kernels::Matrix<f64, 7, 13>,
    b: &::kernels::Matrix<f64, 13, 9>,
    bias: &::kernels::Vector<f64, 9>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f64, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let r0 = __private::Dst::<f64>::result(result.as_mut_ptr());
        let tile = __private::tile::gemm::<V, 4, 2>(arch, a, 13, 1, b, 9, 1, 13, 8);
        for r in 0..4 {
            for j in 0..2 {
                let at = r * 9 + j * 4;
                let v4 = tile[r][j] + bias.load::<V>(arch, j * 4);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
        }
        let tile = __private::tile::gemm::<
            V,
            3,
            2,
        >(arch, a.offset(52), 13, 1, b, 9, 1, 13, 8);
        for r in 0..3 {
            for j in 0..2 {
                let at = (4 + r) * 9 + j * 4;
                let v4 = tile[r][j] + bias.load::<V>(arch, j * 4);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
        }
        ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
        let left = a.opaque();
        let dots = __private::tile::one_column::<
            V,
            4,
            2,
            2,
        >(arch, left, 13, false, b.offset(8), 9, 7, 13);
        let v4 = dots[0] + V::splat(arch, bias.get(8));
        let v5 = __private::vecmath::relu(v4);
        r0.store_strided(v5, 8, 9, 4);
        let v4 = dots[1] + V::splat(arch, bias.get(8));
        let v5 = __private::vecmath::relu(v4);
        r0.store_strided(v5, 44, 9, 3);
    }
}
