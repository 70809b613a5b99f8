#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    a: &::kernels::Matrix<f32, 41, 2>,
    b: &::kernels::Matrix<f32, 2, 3>,
    c: &mut ::kernels::Matrix<f32, 41, 3>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let c = __private::Dst::of(c.as_mut_slice());
        for i in 0..5 {
            let row = i * 7;
            let tile = __private::tile::gemm::<
                V,
                7,
                1,
            >(arch, a.offset(row * 2), 2, 1, b, 3, 1, 2, 3);
            for r in 0..7 {
                let at = (row + r) * 3;
                let v4 = __private::vecmath::relu(tile[r][0]);
                let v5 = c.src().load_partial::<V>(arch, at, 3) + v4;
                c.store_head(v5, at, 3);
            }
        }
        let tile = __private::tile::gemm::<
            V,
            6,
            1,
        >(arch, a.offset(70), 2, 1, b, 3, 1, 2, 3);
        for r in 0..6 {
            let at = (35 + r) * 3;
            let v4 = __private::vecmath::relu(tile[r][0]);
            let v5 = c.src().load_partial::<V>(arch, at, 3) + v4;
            c.store_head(v5, at, 3);
        }
        ::core::sync::atomic::compiler_fence(::core::sync::atomic::Ordering::SeqCst);
    }
}
