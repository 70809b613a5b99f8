#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    a: &::kernels::Matrix<f32, 41, 2>,
    b: &::kernels::Matrix<f32, 2, 3>,
    c: &mut ::kernels::Matrix<f32, 41, 3>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let c = __private::Dst::of(c.as_mut_slice());
        let rows = __private::tile::rows_of::<V, 2>(arch, b, 3, 6);
        let right = [
            __private::tile::columns_end_to_end::<V, 3, 2, 1, 0>(&rows),
            __private::tile::columns_end_to_end::<V, 3, 2, 1, 1>(&rows),
            __private::tile::columns_end_to_end::<V, 3, 2, 1, 2>(&rows),
        ];
        for i in 0..5 {
            let row = i * 8;
            let dots = __private::tile::rows_end_to_end::<
                V,
                3,
                2,
                2,
                0,
            >(arch, a.offset(row * 2), 1, 18, &right[0]);
            let at = row * 3;
            let v4 = __private::vecmath::relu(dots);
            let v5 = c.src().load::<V>(arch, at) + v4;
            c.store(v5, at);
            let dots = __private::tile::rows_end_to_end::<
                V,
                3,
                2,
                2,
                1,
            >(arch, a.offset(row * 2), 1, 18, &right[1]);
            let at = row * 3 + 8;
            let v4 = __private::vecmath::relu(dots);
            let v5 = c.src().load::<V>(arch, at) + v4;
            c.store(v5, at);
            let dots = __private::tile::rows_end_to_end::<
                V,
                3,
                2,
                2,
                2,
            >(arch, a.offset(row * 2), 1, 18, &right[2]);
            let at = row * 3 + 16;
            let v4 = __private::vecmath::relu(dots);
            let v5 = c.src().load::<V>(arch, at) + v4;
            c.store(v5, at);
        }
        let dots = __private::tile::rows_end_to_end::<
            V,
            3,
            2,
            2,
            0,
        >(arch, a.offset(80), 1, 2, &right[0]);
        let v4 = __private::vecmath::relu(dots);
        let v5 = c.src().load_partial::<V>(arch, 120, 3) + v4;
        c.store_head(v5, 120, 3);
    }
}
