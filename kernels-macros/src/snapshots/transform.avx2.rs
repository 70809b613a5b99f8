#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 23>>,
    m: &::kernels::Matrix<f32, 23, 4>,
    x: &::kernels::Vector<f32, 4>,
    origin: &::kernels::Vector<f32, 23>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let m = __private::Src::of(m.as_slice());
        let x = __private::Src::of(x.as_slice());
        let origin = __private::Src::of(origin.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let splats = __private::tile::splats::<V, 4>(arch, x, 1);
        for i in 0..2 {
            let at = i * 8;
            let dots = __private::tile::short_dots::<
                V,
                4,
                false,
            >(arch, m.offset(at * 4), &splats, 8);
            let v4 = dots + origin.load::<V>(arch, at);
            r0.store(v4, at);
        }
        let dots = __private::tile::short_dots::<
            V,
            4,
            false,
        >(arch, m.offset(64), &splats, 7);
        let v4 = dots + origin.load_partial::<V>(arch, 16, 7);
        r0.store_head(v4, 16, 7);
    }
}
