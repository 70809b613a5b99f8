#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    x: &::kernels::Vector<f32, 300>,
    y: &mut ::kernels::Vector<f32, 300>,
) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let x = __private::Src::of(x.as_slice());
        let y = __private::Dst::of(y.as_mut_slice());
        let s2: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 4]; 4];
            for i in 0..__private::tile::opaque(4) {
                for c in 0..4 {
                    for w in 0..4 {
                        let at = (i * 4 + c) * 16 + w * 4;
                        acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                    }
                }
            }
            for c in 0..2 {
                for w in 0..4 {
                    let at = (16 + c) * 16 + w * 4;
                    acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                }
            }
            for w in 0..4 {
                let at = 288 + w * 4;
                let live = usize::saturating_sub(300, at);
                acc[2][w] = acc[2][w] + x.load_partial::<V>(arch, at, live);
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let s4: f32 = s2 / 300.0;
        let s7: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 4]; 4];
            for i in 0..__private::tile::opaque(4) {
                for c in 0..4 {
                    for w in 0..4 {
                        let at = (i * 4 + c) * 16 + w * 4;
                        let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                        let v6 = v5 * v5;
                        acc[c][w] = acc[c][w] + v6;
                    }
                }
            }
            for c in 0..2 {
                for w in 0..4 {
                    let at = (16 + c) * 16 + w * 4;
                    let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
                    let v6 = v5 * v5;
                    acc[c][w] = acc[c][w] + v6;
                }
            }
            for w in 0..4 {
                let at = 288 + w * 4;
                let live = usize::saturating_sub(300, at);
                let v5 = x.load_partial::<V>(arch, at, live) - V::splat(arch, s4);
                let v6 = v5 * v5;
                acc[2][w] = acc[2][w] + V::head(v6, live, V::splat(arch, 0.0));
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let s8: f32 = s7 / 300.0;
        let s10: f32 = s8 + 1e-5;
        let s11: f32 = __private::vecmath::sqrt(s10);
        for i in 0..75 {
            let at = i * 4;
            let v5 = x.load::<V>(arch, at) - V::splat(arch, s4);
            let v12 = v5 / V::splat(arch, s11);
            y.store(v12, at);
        }
        s4
    }
}
