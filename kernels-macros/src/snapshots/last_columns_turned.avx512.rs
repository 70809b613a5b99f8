#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 17, 19>>,
    a: &::kernels::Matrix<f32, 23, 17>,
    b: &::kernels::Matrix<f32, 19, 23>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        (|| {
            let columns_memory = __private::Buffer::<f32, 23, 32>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 32>(arch, b, 23, 1, 23, 19, columns);
            let tile = __private::tile::gemm::<
                V,
                9,
                2,
            >(arch, a, 1, 17, columns.src(), 32, 1, 23, 32);
            for r in 0..9 {
                for j in 0..2 {
                    let at = r * 19 + j * 16;
                    let rest = usize::saturating_sub(19, j * 16);
                    r0.store_partial(tile[r][j], at, rest);
                }
            }
            let tile = __private::tile::gemm::<
                V,
                8,
                2,
            >(arch, a.offset(9), 1, 17, columns.src(), 32, 1, 23, 32);
            for r in 0..8 {
                for j in 0..2 {
                    let at = (9 + r) * 19 + j * 16;
                    let rest = usize::saturating_sub(19, j * 16);
                    r0.store_partial(tile[r][j], at, rest);
                }
            }
        })();
    }
}
