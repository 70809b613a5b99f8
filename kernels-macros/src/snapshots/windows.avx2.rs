#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    c: &mut ::kernels::MatrixViewMut<'_, f32, 8, 20>,
    a: &::kernels::MatrixView<'_, f32, 8, 12>,
    b: &::kernels::MatrixView<'_, f32, 12, 20>,
) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let (c, ld0) = __private::window_mut(c);
        let (a, ld1) = __private::window(a);
        let (b, ld2) = __private::window(b);
        let buffer0 = __private::Buffer::<f32, 8, 12>::uninit();
        let t0 = buffer0.dst();
        for row in 0..8 {
            let at = row * 12;
            t0.store(a.load::<V>(arch, row * ld1), at);
            let at = row * 12 + 4;
            t0.store(a.load::<V>(arch, row * ld1 + 4), at);
        }
        let s6: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 2]; 1];
            for i in 0..6 {
                for w in 0..2 {
                    let at = i * 16 + w * 8;
                    acc[0][w] = acc[0][w] + t0.src().load::<V>(arch, at);
                }
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        for i in 0..2 {
            let row = i * 3;
            let tile = __private::tile::gemm::<
                V,
                3,
                3,
            >(arch, a.offset(row * ld1), ld1, 1, b, ld2, 1, 12, 20);
            for r in 0..3 {
                for j in 0..3 {
                    let at = (row + r) * 20 + j * 8;
                    let rest = usize::saturating_sub(20, j * 8);
                    let v4 = c
                        .src()
                        .load_partial::<V>(arch, (row + r) * ld0 + j * 8, rest)
                        + tile[r][j];
                    let v5 = __private::vecmath::relu(v4);
                    c.store_partial(v5, (row + r) * ld0 + j * 8, rest);
                }
            }
        }
        let tile = __private::tile::gemm::<
            V,
            2,
            3,
        >(arch, a.offset(6 * ld1), ld1, 1, b, ld2, 1, 12, 20);
        for r in 0..2 {
            for j in 0..3 {
                let at = (6 + r) * 20 + j * 8;
                let rest = usize::saturating_sub(20, j * 8);
                let v4 = c.src().load_partial::<V>(arch, (6 + r) * ld0 + j * 8, rest)
                    + tile[r][j];
                let v5 = __private::vecmath::relu(v4);
                c.store_partial(v5, (6 + r) * ld0 + j * 8, rest);
            }
        }
        s6
    }
}
