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
        let dots = __private::tile::col_dots::<
            V,
            5,
            2,
            4,
        >(arch, x, w, 100, 64, 40, true);
        for j in 0..5 {
            let at = j * 8;
            r0.store(dots[j], at);
        }
        let dots = __private::tile::col_dots::<
            V,
            4,
            2,
            4,
        >(arch, x, w.offset(40), 100, 64, 32, true);
        for j in 0..4 {
            let at = 40 + j * 8;
            r0.store(dots[j], at);
        }
        let dots = __private::tile::col_dots::<
            V,
            4,
            2,
            4,
        >(arch, x, w.offset(72), 100, 64, 28, true);
        for j in 0..4 {
            let at = 72 + j * 8;
            let rest = usize::saturating_sub(28, j * 8);
            r0.store_partial(dots[j], at, rest);
        }
    }
}
