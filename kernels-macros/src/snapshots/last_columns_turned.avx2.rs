#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 17, 19>>,
    a: &::kernels::Matrix<f32, 23, 17>,
    b: &::kernels::Matrix<f32, 19, 23>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        (|| {
            let columns_memory = __private::Buffer::<f32, 23, 16>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 16>(arch, b, 23, 1, 23, 16, columns);
            for i in 0..2 {
                let row = i * 6;
                let tile = __private::tile::gemm::<
                    V,
                    6,
                    2,
                >(arch, a.offset(row), 1, 17, columns.src(), 16, 1, 23, 16);
                for r in 0..6 {
                    for j in 0..2 {
                        let at = (row + r) * 19 + j * 8;
                        r0.store(tile[r][j], at);
                    }
                }
            }
            let tile = __private::tile::gemm::<
                V,
                5,
                2,
            >(arch, a.offset(12), 1, 17, columns.src(), 16, 1, 23, 16);
            for r in 0..5 {
                for j in 0..2 {
                    let at = (12 + r) * 19 + j * 8;
                    r0.store(tile[r][j], at);
                }
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
            >(arch, left, 1, 17, columns.src(), 4, 9, 23);
            __private::tile::store_small::<V, 5, 4>(tile, r0.offset(15), 19, 9, 4);
            let tile = __private::tile::small_gemm::<
                V,
                4,
                4,
            >(arch, left.offset(9), 1, 17, columns.src(), 4, 8, 23);
            __private::tile::store_small::<V, 4, 4>(tile, r0.offset(186), 19, 8, 4);
        })();
    }
}
