#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    c: &mut ::kernels::MatrixViewMut<'_, f32, 8, 20>,
    a: &::kernels::MatrixView<'_, f32, 8, 12>,
    b: &::kernels::MatrixView<'_, f32, 12, 20>,
) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let (c, ld0) = __private::window_mut(c);
        let (a, ld1) = __private::window(a);
        let (b, ld2) = __private::window(b);
        let buffer0 = __private::Buffer::<f32, 8, 12>::uninit();
        let t0 = buffer0.dst();
        for row in 0..8 {
            for i in 0..3 {
                let col = i * 4;
                let at = row * 12 + col;
                t0.store(a.load::<V>(arch, row * ld1 + col), at);
            }
        }
        let s6: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 4]; 1];
            for i in 0..__private::tile::opaque(3) {
                for u in 0..2 {
                    let i = i * 2 + u;
                    for w in 0..4 {
                        let at = i * 16 + w * 4;
                        acc[0][w] = acc[0][w] + t0.src().load::<V>(arch, at);
                    }
                }
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        for i in 0..4 {
            let row = i * 2;
            let tile = __private::tile::gemm::<
                V,
                2,
                5,
            >(arch, a.offset(row * ld1), ld1, 1, b, ld2, 1, 12, 20);
            for r in 0..2 {
                for j in 0..5 {
                    let at = (row + r) * 20 + j * 4;
                    let v4 = c.src().load::<V>(arch, (row + r) * ld0 + j * 4)
                        + tile[r][j];
                    let v5 = __private::vecmath::relu(v4);
                    c.store(v5, (row + r) * ld0 + j * 4);
                }
            }
        }
        s6
    }
}
