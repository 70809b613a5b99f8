/// # Safety
/// Every slice has `samples` elements.
#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
unsafe fn __portable_batch(
    samples: usize,
    q: &[Vector<f32, 32>],
    keys: &Matrix<f32, 20, 32>,
    values: &Matrix<f32, 20, 32>,
    results: &mut [Vector<f32, 32>],
) {
    for i in 0..samples {
        unsafe {
            Self::__portable(
                ::kernels::__private::overwritten(results.get_unchecked_mut(i)),
                q.get_unchecked(i),
                keys,
                values,
            );
        }
    }
}
#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 32>>,
    q: &::kernels::Vector<f32, 32>,
    keys: &::kernels::Matrix<f32, 20, 32>,
    values: &::kernels::Matrix<f32, 20, 32>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let q = __private::Src::of(q.as_slice());
        let keys = __private::Src::of(keys.as_slice());
        let values = __private::Src::of(values.as_slice());
        let buffer0 = __private::Buffer::<f32, 1, 20>::uninit();
        let t0 = buffer0.dst();
        let buffer1 = __private::Buffer::<f32, 1, 20>::uninit();
        let t1 = buffer1.dst();
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let held = __private::tile::hold::<V, 8>(arch, q, 32);
        for i in 0..5 {
            let at = i * 4;
            let dots = __private::tile::row_dots::<
                V,
                4,
                1,
                4,
                4,
                2,
                _,
            >(arch, keys.offset(at * 32), 32, q, &held, 32, 4);
            let v5 = dots * V::splat(arch, 0.125);
            t1.store(v5, at);
        }
        __private::tile::softmax::<V, 4>(arch, t1.src(), t0, 20);
        for i in 0..2 {
            let col = i * 12;
            let dots = __private::tile::col_dots::<
                V,
                3,
                4,
                4,
            >(arch, t0.src(), values.offset(col), 32, 20, 12, true);
            for j in 0..3 {
                let at = col + j * 4;
                r0.store(dots[j], at);
            }
        }
        let dots = __private::tile::col_dots::<
            V,
            2,
            4,
            4,
        >(arch, t0.src(), values.offset(24), 32, 20, 8, true);
        for j in 0..2 {
            let at = 24 + j * 4;
            r0.store(dots[j], at);
        }
    }
}
