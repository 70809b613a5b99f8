#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 17, 19>>,
    a: &::kernels::Matrix<f32, 23, 17>,
    b: &::kernels::Matrix<f32, 19, 23>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        (|| {
            let columns_memory = __private::Buffer::<f32, 23, 12>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 12>(arch, b, 23, 1, 23, 12, columns);
            for i in 0..5 {
                let row = i * 3;
                let tile = __private::tile::gemm::<
                    V,
                    3,
                    3,
                >(arch, a.offset(row), 1, 17, columns.src(), 12, 1, 23, 12);
                for r in 0..3 {
                    for j in 0..3 {
                        let at = (row + r) * 19 + j * 4;
                        r0.store(tile[r][j], at);
                    }
                }
            }
            let tile = __private::tile::gemm::<
                V,
                2,
                3,
            >(arch, a.offset(15), 1, 17, columns.src(), 12, 1, 23, 12);
            for r in 0..2 {
                for j in 0..3 {
                    let at = (15 + r) * 19 + j * 4;
                    r0.store(tile[r][j], at);
                }
            }
        })();
        (|| {
            let columns_memory = __private::Buffer::<f32, 23, 8>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 8>(arch, b.offset(253), 23, 1, 23, 8, columns);
            for i in 0..2 {
                let row = i * 6;
                let tile = __private::tile::gemm::<
                    V,
                    6,
                    2,
                >(arch, a.offset(row), 1, 17, columns.src(), 8, 1, 23, 8);
                for r in 0..6 {
                    for j in 0..2 {
                        let at = (row + r) * 19 + (11 + j * 4);
                        r0.store(tile[r][j], at);
                    }
                }
            }
            let tile = __private::tile::gemm::<
                V,
                5,
                2,
            >(arch, a.offset(12), 1, 17, columns.src(), 8, 1, 23, 8);
            for r in 0..5 {
                for j in 0..2 {
                    let at = (12 + r) * 19 + (11 + j * 4);
                    r0.store(tile[r][j], at);
                }
            }
        })();
    }
}
