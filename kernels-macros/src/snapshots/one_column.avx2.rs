#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 21, 1>>,
    a: &::kernels::Matrix<f32, 21, 13>,
    x: &::kernels::Matrix<f32, 13, 1>,
    bias: &::kernels::Vector<f32, 1>,
    side: &::kernels::Vector<f32, 21>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let a = __private::Src::of(a.as_slice());
        let x = __private::Src::of(x.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let side = __private::Src::of(side.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let dots = __private::tile::one_column::<
            V,
            4,
            4,
            3,
        >(arch, a, 13, false, x, 1, 21, 13);
        for j in 0..3 {
            let at = j * 8;
            let rest = usize::saturating_sub(21, j * 8);
            let v5 = dots[j] + V::splat(arch, bias.get(0));
            let v6 = __private::vecmath::relu(v5);
            let v8 = v6 - side.load_partial::<V>(arch, at, rest);
            r0.store_partial(v8, at, rest);
        }
    }
}
