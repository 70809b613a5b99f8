#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    q: &::kernels::Vector<f32, 32>,
    keys: &::kernels::Matrix<f32, 20, 32>,
    values: &::kernels::Matrix<f32, 20, 32>,
) -> ::kernels::Vector<f32, 32> {
    let c0: f32 = 0.125;
    {
        use ::kernels::__private::{Arch as _, Simd as _};
        type V = ::kernels::__private::VectorOf<f32, ::kernels::__private::arch::Avx2>;
        unsafe {
            let arch = ::kernels::__private::arch::Avx2::assume();
            let q = ::kernels::__private::Src::of(q.as_slice());
            let keys = ::kernels::__private::Src::of(keys.as_slice());
            let values = ::kernels::__private::Src::of(values.as_slice());
            let mut memory0 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
            let t0 = memory0.dst();
            let mut memory1 = ::kernels::__private::Buffer::<f32, 1, 20>::uninit();
            let t1 = memory1.dst();
            let mut result0 = ::core::mem::MaybeUninit::<
                ::kernels::Vector<f32, 32>,
            >::uninit();
            let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
            for i in 0..2 {
                let at = i * 8;
                let v3 = ::kernels::__private::tile::row_dots::<
                    V,
                    8,
                    4,
                    2,
                    2,
                >(arch, keys.offset(at * 32), 32, q, 32, 8);
                let v5 = v3 * V::splat(arch, c0);
                t1.store(v5, at);
            }
            {
                let at = 16;
                let v3 = ::kernels::__private::tile::row_dots::<
                    V,
                    8,
                    4,
                    2,
                    2,
                >(arch, keys.offset(at * 32), 32, q, 32, 4);
                let v5 = v3 * V::splat(arch, c0);
                t1.store(v5, at);
            }
            for row in 0..1 {
                ::kernels::__private::tile::softmax::<
                    V,
                    2,
                >(arch, t1.src().offset(row * 20), t0.offset(0 + row * 20), 20);
            }
            for i in 0..2 {
                let col = i * 16;
                let acc = ::kernels::__private::tile::col_dots::<
                    V,
                    2,
                    4,
                >(arch, t0.src(), values.offset(col), 32, 20, 16);
                for j in 0..2 {
                    let at = col + j * 8;
                    let v7 = acc[j];
                    r0.store(v7, at);
                }
            }
            result0.assume_init()
        }
    }
}
