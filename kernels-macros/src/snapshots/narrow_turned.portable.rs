#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 6, 3>>,
    a: &::kernels::Matrix<f32, 4, 6>,
    b: &::kernels::Matrix<f32, 3, 4>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        (|| {
            let columns_memory = __private::Buffer::<f32, 4, 4>::uninit();
            let columns = columns_memory.dst();
            __private::tile::pack::<V, 4>(arch, b, 4, 1, 4, 3, columns);
            let tile = __private::tile::gemm::<
                V,
                6,
                1,
            >(arch, a, 1, 6, columns.src(), 4, 1, 4, 4);
            for r in 0..6 {
                let at = r * 3;
                r0.store_head(tile[r][0], at, 3);
            }
        })();
    }
}
