fn __portable(
    x: &::kernels::Vector<f32, 64>,
    w: &::kernels::Matrix<f32, 64, 100>,
) -> ::kernels::Vector<f32, 100> {
    {
        use ::kernels::__private::{Arch as _, Simd as _};
        type V = ::kernels::__private::VectorOf<
            f32,
            ::kernels::__private::arch::Portable,
        >;
        unsafe {
            let arch = ::kernels::__private::arch::Portable::assume();
            let x = ::kernels::__private::Src::of(x.as_slice());
            let w = ::kernels::__private::Src::of(w.as_slice());
            let mut result0 = ::core::mem::MaybeUninit::<
                ::kernels::Vector<f32, 100>,
            >::uninit();
            let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
            for i in 0..12 {
                let col = i * 8;
                let acc = ::kernels::__private::tile::col_dots::<
                    V,
                    2,
                    4,
                >(arch, x, w.offset(col), 100, 64, 8);
                for j in 0..2 {
                    let at = col + j * 4;
                    let v2 = acc[j];
                    r0.store(v2, at);
                }
            }
            for i in 0..1 {
                let col = 96;
                let acc = ::kernels::__private::tile::col_dots::<
                    V,
                    1,
                    4,
                >(arch, x, w.offset(col), 100, 64, 4);
                for j in 0..1 {
                    let at = col + j * 4;
                    let v2 = acc[j];
                    r0.store(v2, at);
                }
            }
            result0.assume_init()
        }
    }
}
