#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(x: &::kernels::Vector<f32, 4000>) -> f32 {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let x = __private::Src::of(x.as_slice());
        let s1: f32 = {
            let mut acc = [[V::splat(arch, f32::NEG_INFINITY); 1]; 4];
            let mut watch = __private::tile::NanWatch::new(arch);
            for i in 0..__private::tile::opaque(31) {
                for u in 0..2 {
                    let i = i * 2 + u;
                    for c in 0..2 {
                        let at = (i * 4 + c * 2) * 16;
                        let (a, b) = (
                            { x.load::<V>(arch, at) },
                            {
                                let at = at + 16;
                                x.load::<V>(arch, at)
                            },
                        );
                        acc[c * 2][0] = V::max_or(acc[c * 2][0], a);
                        acc[c * 2 + 1][0] = V::max_or(acc[c * 2 + 1][0], b);
                        watch.see(c * 2 + u % 2, a, b);
                    }
                }
            }
            for c in 0..2 {
                let at = (248 + c) * 16;
                let value = x.load::<V>(arch, at);
                acc[c][0] = V::max_or(acc[c][0], value);
                watch.see(c, value, value);
            }
            __private::tile::reduce_watched::<_, _, _, __private::tile::Max>(acc, watch)
        };
        let s2: f32 = {
            let mut acc = [[V::splat(arch, 0.0); 1]; 4];
            for i in 0..__private::tile::opaque(31) {
                for u in 0..2 {
                    let i = i * 2 + u;
                    for c in 0..4 {
                        let at = (i * 4 + c) * 16;
                        acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
                    }
                }
            }
            for c in 0..2 {
                let at = (248 + c) * 16;
                acc[c][0] = acc[c][0] + x.load::<V>(arch, at);
            }
            __private::tile::fold::<_, _, _, __private::tile::Sum>(acc)
        };
        let s3: f32 = s1 - s2;
        s3
    }
}
