#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 23>>,
    m: &::kernels::Matrix<f32, 23, 4>,
    x: &::kernels::Vector<f32, 4>,
    origin: &::kernels::Vector<f32, 23>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let m = __private::Src::of(m.as_slice());
        let x = __private::Src::of(x.as_slice());
        let origin = __private::Src::of(origin.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        let held = __private::tile::hold::<V, 4>(arch, x, 4);
        for i in 0..5 {
            let at = i * 4;
            let dots = __private::tile::row_dots::<
                V,
                4,
                1,
                4,
                4,
                1,
                _,
            >(arch, m.offset(at * 4), 4, x, &held, 4, 4);
            let v4 = dots + origin.load::<V>(arch, at);
            r0.store(v4, at);
        }
        let dots = __private::tile::row_dots::<
            V,
            4,
            1,
            4,
            4,
            1,
            _,
        >(arch, m.offset(80), 4, x, &held, 4, 3);
        let v4 = dots + origin.load_partial::<V>(arch, 20, 3);
        r0.store_head(v4, 20, 3);
    }
}
