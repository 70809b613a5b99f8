#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 9, 4>>,
    c: &mut ::kernels::Matrix<f32, 9, 4>,
    a: &::kernels::Matrix<f32, 9, 20>,
    b: &::kernels::Matrix<f32, 20, 4>,
    bias: &::kernels::Vector<f32, 4>,
    side: &::kernels::Vector<f32, 9>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let c = __private::Dst::of(c.as_mut_slice());
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let side = __private::Src::of(side.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for row in 0..9 {
            let at = row * 4;
            let v11 = V::splat(arch, side.get(row)) * bias.load::<V>(arch, 0);
            r0.store(v11, at);
        }
        let tile = __private::tile::gemm::<V, 9, 1>(arch, a, 20, 1, b, 4, 1, 20, 4);
        for r in 0..9 {
            let at = r * 4;
            let v6 = tile[r][0] + bias.load::<V>(arch, 0);
            let v7 = __private::vecmath::relu(v6);
            let v9 = v7 / V::splat(arch, side.get(r));
            let v10 = c.src().load::<V>(arch, at) + v9;
            c.store(v10, at);
        }
    }
}
