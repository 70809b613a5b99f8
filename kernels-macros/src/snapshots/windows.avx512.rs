#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    c: &mut ::kernels::MatrixViewMut<'_, f32, 8, 20>,
    a: &::kernels::MatrixView<'_, f32, 8, 12>,
    b: &::kernels::MatrixView<'_, f32, 12, 20>,
) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let (c, ld0) = __private::window_mut(c);
        let (a, ld1) = __private::window(a);
        let (b, ld2) = __private::window(b);
        let buffer0 = __private::Buffer::<f32, 8, 12>::uninit();
        let t0 = buffer0.dst();
        for row in 0..8 {
            let at = row * 12;
            t0.store_head(a.load_partial::<V>(arch, row * ld1, 12), at, 12);
        }
        let s6: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 1]; 1];
            for i in 0..6 {
                let at = i * 16;
                acc[0][0] = acc[0][0] + t0.src().load::<V>(arch, at);
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let tile = __private::tile::gemm::<V, 8, 2>(arch, a, ld1, 1, b, ld2, 1, 12, 20);
        for r in 0..8 {
            for j in 0..2 {
                let at = r * 20 + j * 16;
                let rest = usize::saturating_sub(20, j * 16);
                let v4 = c.src().load_partial::<V>(arch, r * ld0 + j * 16, rest)
                    + tile[r][j];
                let v5 = __private::vecmath::relu(v4);
                c.store_partial(v5, r * ld0 + j * 16, rest);
            }
        }
        s6
    }
}
