#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 100>>,
    x: &::kernels::Vector<f32, 64>,
    w: &::kernels::Matrix<f32, 64, 100>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let x = __private::Src::of(x.as_slice());
        let w = __private::Src::of(w.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let dots = __private::tile::joined_dots::<V, 7, 2, 13>(arch, x, w, 100, 64);
        for j in 0..7 {
            let at = j * 16;
            let rest = usize::saturating_sub(100, j * 16);
            r0.store_partial(dots[j], at, rest);
        }
    }
}
