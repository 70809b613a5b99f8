#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(x: &::kernels::Vector<f32, 4000>) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let x = __private::Src::of(x.as_slice());
        let s1: f32 = {
            let mut acc = [[V::splat(arch, f32::NEG_INFINITY); 4]; 4];
            let mut watch = __private::tile::NanWatch::new(arch);
            for i in 0..__private::tile::opaque(62) {
                for c in 0..2 {
                    for w in 0..4 {
                        let at = (i * 4 + c * 2) * 16 + w * 4;
                        let (a, b) = (
                            { x.load::<V>(arch, at) },
                            {
                                let at = at + 16;
                                x.load::<V>(arch, at)
                            },
                        );
                        acc[c * 2][w] = V::max_or(acc[c * 2][w], a);
                        acc[c * 2 + 1][w] = V::max_or(acc[c * 2 + 1][w], b);
                        watch.see(c * 2, a, b);
                    }
                }
            }
            for c in 0..2 {
                for w in 0..4 {
                    let at = (248 + c) * 16 + w * 4;
                    let value = x.load::<V>(arch, at);
                    acc[c][w] = V::max_or(acc[c][w], value);
                    watch.see(c, value, value);
                }
            }
            __private::tile::reduce_watched::<_, _, _, __private::tile::Max>(acc, watch)
        };
        let s2: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 4]; 4];
            for i in 0..__private::tile::opaque(62) {
                for c in 0..4 {
                    for w in 0..4 {
                        let at = (i * 4 + c) * 16 + w * 4;
                        acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                    }
                }
            }
            for c in 0..2 {
                for w in 0..4 {
                    let at = (248 + c) * 16 + w * 4;
                    acc[c][w] = acc[c][w] + x.load::<V>(arch, at);
                }
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let s3: f32 = s1 - s2;
        s3
    }
}
