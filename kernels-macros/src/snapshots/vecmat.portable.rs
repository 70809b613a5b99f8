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
        {
            let sums_memory = __private::Buffer::<f32, 16, 100>::uninit();
            let sums = sums_memory.dst();
            __private::tile::strip_sums::<V, 4>(arch, x, w, 100, 64, 100, sums, 100);
            for j in 0..__private::tile::opaque(25) {
                let dots = __private::tile::strip_total::<
                    V,
                >(arch, sums.src().offset(j * 4), 100, 64);
                let at = j * 4;
                r0.store(dots, at);
            }
        }
    }
}
