#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 128>>,
    w: &::kernels::Matrix<f32, 128, 64>,
    b: &::kernels::Vector<f32, 128>,
    x: &::kernels::Vector<f32, 64>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let w = __private::Src::of(w.as_slice());
        let b = __private::Src::of(b.as_slice());
        let x = __private::Src::of(x.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..32 {
            let at = i * 4;
            let dots = __private::tile::row_dots::<
                V,
                4,
                4,
                4,
                2,
                2,
                _,
            >(arch, w.offset(at * 64), 64, x, &[], 64, 4);
            let v4 = dots + b.load::<V>(arch, at);
            let v5 = __private::vecmath::relu(v4);
            r0.store(v5, at);
        }
    }
}
