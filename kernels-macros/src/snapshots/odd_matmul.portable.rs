fn __portable(
    a: &::kernels::Matrix<f32, 9, 13>,
    b: &::kernels::Matrix<f32, 9, 21>,
    c: &::kernels::Matrix<f32, 13, 21>,
) -> ::kernels::Matrix<f32, 13, 21> {
    {
        use ::kernels::__private::{Arch as _, Simd as _};
        type V = ::kernels::__private::VectorOf<
            f32,
            ::kernels::__private::arch::Portable,
        >;
        unsafe {
            let arch = ::kernels::__private::arch::Portable::assume();
            let a = ::kernels::__private::Src::of(a.as_slice());
            let b = ::kernels::__private::Src::of(b.as_slice());
            let c = ::kernels::__private::Src::of(c.as_slice());
            let mut result0 = ::core::mem::MaybeUninit::<
                ::kernels::Matrix<f32, 13, 21>,
            >::uninit();
            let r0 = ::kernels::__private::Dst::<f32>::result(&mut result0);
            for i in 0..5 {
                let col = i * 4;
                for i in 0..1 {
                    let row = i * 13;
                    let acc = ::kernels::__private::tile::gemm::<
                        V,
                        13,
                        1,
                    >(arch, a.offset(row * 1), 1, 13, b.offset(col * 1), 21, 1, 9, 4);
                    for i in 0..13 {
                        for j in 0..1 {
                            let (at_row, at_col) = (row + i, col + j * 4);
                            let v4 = acc[i][j];
                            let v5 = v4 + c.load::<V>(arch, at_row * 21 + at_col);
                            r0.store(v5, at_row * 21 + at_col);
                        }
                    }
                }
            }
            for i in 0..1 {
                let col = 17;
                for i in 0..1 {
                    let row = i * 13;
                    let acc = ::kernels::__private::tile::gemm::<
                        V,
                        13,
                        1,
                    >(arch, a.offset(row * 1), 1, 13, b.offset(col * 1), 21, 1, 9, 4);
                    for i in 0..13 {
                        for j in 0..1 {
                            let (at_row, at_col) = (row + i, col + j * 4);
                            let v4 = acc[i][j];
                            let v5 = v4 + c.load::<V>(arch, at_row * 21 + at_col);
                            r0.store(v5, at_row * 21 + at_col);
                        }
                    }
                }
            }
            result0.assume_init()
        }
    }
}
