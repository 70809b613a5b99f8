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
            let columns_memory = __private::Buffer::<f32, 23, 16>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 16>(arch, b, 23, 1, 23, 16, columns);
            let tile = __private::tile::gemm::<
                V,
                17,
                1,
            >(arch, a, 1, 17, columns.src(), 16, 1, 23, 16);
            for r in 0..17 {
                let at = r * 19;
                r0.store(tile[r][0], at);
            }
        })();
        ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
        let left = a.opaque();
        (|| {
            let columns_memory = __private::Buffer::<f32, 23, 4>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 4>(arch, b.offset(345), 23, 1, 23, 4, columns);
            let tile = __private::tile::small_gemm::<
                V,
                5,
                4,
            >(arch, left, 1, 17, columns.src(), 4, 17, 23);
            __private::tile::store_small::<V, 5, 4>(tile, r0.offset(15), 19, 17, 4);
        })();
    }
}
