/// # Safety
/// Every slice has `samples` elements.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
unsafe fn __avx512_batch(
    samples: usize,
    q: &[Vector<f32, 32>],
    keys: &Matrix<f32, 20, 32>,
    values: &Matrix<f32, 20, 32>,
    results: &mut [Vector<f32, 32>],
) {
    for i in 0..samples {
        unsafe {
            Self::__avx512(
                ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                q.get_unchecked(i),
                keys,
                values,
            );
        }
    }
}
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 32>>,
    q: &::kernels::Vector<f32, 32>,
    keys: &::kernels::Matrix<f32, 20, 32>,
    values: &::kernels::Matrix<f32, 20, 32>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let q = __private::Src::of(q.as_slice());
        let keys = __private::Src::of(keys.as_slice());
        let values = __private::Src::of(values.as_slice());
        let buffer0 = __private::Buffer::<f32, 1, 20>::uninit();
        let t0 = buffer0.dst();
        let buffer1 = __private::Buffer::<f32, 1, 20>::uninit();
        let t1 = buffer1.dst();
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let held = __private::tile::hold::<V, 2>(arch, q, 32);
        let dots = __private::tile::row_dots::<
            V,
            16,
            8,
            1,
            1,
            2,
            _,
        >(arch, keys, 32, q, &held, 32, 16);
        let v5 = dots * V::splat(arch, 0.125);
        t1.store(v5, 0);
        let dots = __private::tile::row_dots::<
            V,
            16,
            4,
            1,
            1,
            2,
            _,
        >(arch, keys.offset(512), 32, q, &held, 32, 4);
        let v5 = dots * V::splat(arch, 0.125);
        t1.store(v5, 16);
        __private::tile::softmax::<V, 1>(arch, t1.src(), t0, 20);
        let dots = __private::tile::col_dots::<
            V,
            2,
            4,
            4,
        >(arch, t0.src(), values, 32, 20, 32, true);
        for j in 0..2 {
            let at = j * 16;
            r0.store(dots[j], at);
        }
    }
}
