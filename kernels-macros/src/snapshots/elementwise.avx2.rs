#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    a: &::kernels::Matrix<f32, 4, 16>,
    b: &::kernels::Vector<f32, 16>,
    c: &::kernels::Vector<f32, 4>,
) -> ::kernels::Matrix<f32, 4, 16> {
    {
        use ::kernels::__private::{Arch as _, Simd as _};
        type V = ::kernels::__private::VectorOf<f32, ::kernels::__private::arch::Avx2>;
        unsafe {
            let arch = ::kernels::__private::arch::Avx2::assume();
            let a = ::kernels::__private::Src::of(a.as_slice());
            let b = ::kernels::__private::Src::of(b.as_slice());
            let c = ::kernels::__private::Src::of(c.as_slice());
            let mut memory0 = ::kernels::__private::Buffer::<f32, 1, 16>::uninit();
            let t0 = memory0.dst();
            let mut result0 = ::core::mem::MaybeUninit::<
                ::kernels::Matrix<f32, 4, 16>,
            >::uninit();
            let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
            for i in 0..2 {
                let at = i * 8;
                let v4 = ::kernels::__private::vecmath::abs(b.load::<V>(arch, at));
                t0.store(v4, at);
            }
            for row in 0..4 {
                for i in 0..2 {
                    let at = i * 8;
                    let v3 = ::kernels::__private::vecmath::exp(
                        a.load::<V>(arch, row * 16 + at),
                    );
                    let v5 = ::kernels::__private::vecmath::maximum(
                        v3,
                        t0.src().load::<V>(arch, at),
                    );
                    let v6 = ::kernels::__private::vecmath::sigmoid(
                        a.load::<V>(arch, row * 16 + at),
                    );
                    let v7 = ::kernels::__private::vecmath::sqrt(v6);
                    let v8 = v5 + v7;
                    let v9 = a.load::<V>(arch, row * 16 + at) - b.load::<V>(arch, at);
                    let v10 = ::kernels::__private::vecmath::tanh(v9);
                    let v11 = ::kernels::__private::vecmath::relu(
                        a.load::<V>(arch, row * 16 + at),
                    );
                    let v12 = ::kernels::__private::vecmath::minimum(v10, v11);
                    let v14 = v12 / V::splat(arch, c.get(row));
                    let v15 = -v8;
                    let v16 = v15 * v14;
                    r0.store(v16, row * 16 + at);
                }
            }
            result0.assume_init()
        }
    }
}
