#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 9, 4>>,
    c: &mut ::kernels::Matrix<f32, 9, 4>,
    a: &::kernels::Matrix<f32, 9, 20>,
    b: &::kernels::Matrix<f32, 20, 4>,
    bias: &::kernels::Vector<f32, 4>,
    side: &::kernels::Vector<f32, 9>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let c = __private::Dst::of(c.as_mut_slice());
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let side = __private::Src::of(side.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..2 {
            let row = i * 4;
            let v11 = side.load_rows::<V>(arch, row, 1, 4, 4, 1).spread(4, 0)
                * bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
            r0.store_rows(v11, row * 4, 4, 4, 4, 4);
        }
        let v11 = side.load_rows::<V>(arch, 8, 1, 4, 1, 1).spread(4, 0)
            * bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
        r0.store_rows(v11, 32, 4, 4, 1, 4);
        let mut tile = __private::tile::small_gemm::<
            V,
            3,
            4,
        >(arch, a, 20, 1, b, 4, 9, 20);
        for g in 0..3 {
            let first = usize::min(g * 4, 5);
            let v6 = tile[g] + bias.load_rows::<V>(arch, 0, 0, 4, 1, 4);
            let v7 = __private::vecmath::relu(v6);
            let v9 = v7 / side.load_rows::<V>(arch, first, 1, 4, 4, 1).spread(4, 0);
            let v10 = c.src().load_rows::<V>(arch, first * 4, 4, 4, 4, 4) + v9;
            tile[g] = v10;
        }
        __private::tile::store_small::<V, 3, 4>(tile, c, 4, 9, 4);
    }
}
