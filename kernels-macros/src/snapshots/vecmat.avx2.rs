#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 100>>,
    x: &::kernels::Vector<f32, 64>,
    w: &::kernels::Matrix<f32, 64, 100>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let x = __private::Src::of(x.as_slice());
        let w = __private::Src::of(w.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..6 {
            let col = i * 16;
            let dots = __private::tile::col_dots::<
                V,
                2,
                4,
            >(arch, x, w.offset(col), 100, 64, 16);
            for j in 0..2 {
                let at = col + j * 8;
                r0.store(dots[j], at);
            }
        }
        let dots = __private::tile::col_dots::<
            V,
            1,
            4,
        >(arch, x, w.offset(96), 100, 64, 4);
        r0.store_partial(dots[0], 96, 4);
    }
}
