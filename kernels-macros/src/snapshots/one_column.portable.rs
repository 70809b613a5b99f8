#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 21, 1>>,
    a: &::kernels::Matrix<f32, 21, 13>,
    x: &::kernels::Matrix<f32, 13, 1>,
    bias: &::kernels::Vector<f32, 1>,
    side: &::kernels::Vector<f32, 21>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let x = __private::Src::of(x.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let side = __private::Src::of(side.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let tile = __private::tile::gemm::<V, 11, 1>(arch, a, 13, 1, x, 1, 1, 13, 1);
        for r in 0..11 {
            let v5 = tile[r][0] + bias.load_partial::<V>(arch, 0, 1);
            let v6 = __private::vecmath::relu(v5);
            let v8 = v6 - V::splat(arch, side.get(r));
            r0.store_head(v8, r, 1);
        }
        let tile = __private::tile::gemm::<
            V,
            10,
            1,
        >(arch, a.offset(143), 13, 1, x, 1, 1, 13, 1);
        for r in 0..10 {
            let at = 11 + r;
            let v5 = tile[r][0] + bias.load_partial::<V>(arch, 0, 1);
            let v6 = __private::vecmath::relu(v5);
            let v8 = v6 - V::splat(arch, side.get(11 + r));
            r0.store_head(v8, at, 1);
        }
    }
}
