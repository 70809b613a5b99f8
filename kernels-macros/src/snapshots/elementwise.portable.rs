#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 4, 16>>,
    a: &::kernels::Matrix<f32, 4, 16>,
    b: &::kernels::Vector<f32, 16>,
    c: &::kernels::Vector<f32, 4>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let c = __private::Src::of(c.as_slice());
        let buffer0 = __private::Buffer::<f32, 1, 16>::uninit();
        let t0 = buffer0.dst();
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..4 {
            let at = i * 4;
            let v4 = __private::vecmath::abs(b.load::<V>(arch, at));
            t0.store(v4, at);
        }
        for row in 0..4 {
            for i in 0..4 {
                let col = i * 4;
                let at = row * 16 + col;
                let v3 = __private::vecmath::exp(a.load::<V>(arch, at));
                let v5 = __private::vecmath::maximum(v3, t0.src().load::<V>(arch, col));
                let v6 = __private::vecmath::sigmoid(a.load::<V>(arch, at));
                let v7 = __private::vecmath::sqrt(v6);
                let v8 = v5 + v7;
                let v9 = a.load::<V>(arch, at) - b.load::<V>(arch, col);
                let v10 = __private::vecmath::tanh(v9);
                let v11 = __private::vecmath::relu(a.load::<V>(arch, at));
                let v12 = __private::vecmath::minimum(v10, v11);
                let v14 = v12 / V::splat(arch, c.get(row));
                let v15 = -v8;
                let v16 = v15 * v14;
                r0.store(v16, at);
            }
        }
    }
}
