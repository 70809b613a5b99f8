#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 100>>,
    x: &::kernels::Vector<f32, 64>,
    w: &::kernels::Matrix<f32, 64, 100>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let x = __private::Src::of(x.as_slice());
        let w = __private::Src::of(w.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..5 {
            let col = i * 20;
            let dots = __private::tile::col_dots::<
                V,
                5,
                2,
                4,
            >(arch, x, w.offset(col), 100, 64, 20, true);
            for j in 0..5 {
                let at = col + j * 4;
                r0.store(dots[j], at);
            }
        }
    }
}
