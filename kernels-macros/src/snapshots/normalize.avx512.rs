#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    x: &::kernels::Vector<f32, 300>,
    y: &mut ::kernels::Vector<f32, 300>,
) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let x = __private::Src::of(x.as_slice());
        let y = __private::Dst::of(y.as_mut_slice());
        let s2: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 1]; 4];
            for i in 0..4 {
                for c in 0..4 {
                    let at = (i * 4 + c) * 16;
                    acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
                }
            }
            for c in 0..2 {
                let at = (16 + c) * 16;
                acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
            }
            acc[2][0] = acc[2][0] + x.load_partial::<V>(arch, 288, 12);
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let s4: f32 = s2 / 300.0;
        let s7: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 1]; 4];
            for i in 0..4 {
                for c in 0..4 {
                    let at = (i * 4 + c) * 16;
                    let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                    let v6 = v5 * v5;
                    acc[c][0] = acc[c][0] + v6;
                }
            }
            for c in 0..2 {
                let at = (16 + c) * 16;
                let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                let v6 = v5 * v5;
                acc[c][0] = acc[c][0] + v6;
            }
            let v5 = x.load_partial::<V>(arch, 288, 12) - V::splat(arch, s4);
            let v6 = v5 * v5;
            acc[2][0] = acc[2][0] + V::head(v6, 12, V::splat(arch, 0.0));
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let s8: f32 = s7 / 300.0;
        let s10: f32 = s8 + 1e-5;
        let s11: f32 = __private::vecmath::sqrt(s10);
        for i in 0..18 {
            let at = i * 16;
            let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
            let v12 = v5 / V::splat(arch, s11);
            y.store(v12, at);
        }
        let v5 = x.load_partial::<V>(arch, 288, 12) - V::splat(arch, s4);
        let v12 = v5 / V::splat(arch, s11);
        y.store_head(v12, 288, 12);
        s4
    }
}
