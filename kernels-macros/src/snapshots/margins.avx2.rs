#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn __avx2(
    result: &mut ::core::mem::MaybeUninit<
        (::kernels::Vector<f32, 20>, ::kernels::Vector<f32, 37>),
    >,
    m: &::kernels::Matrix<f32, 20, 37>,
    b: &::kernels::Vector<f32, 20>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx2>;
    unsafe {
        let arch = __private::arch::Avx2::assume();
        let m = __private::Src::of(m.as_slice());
        let b = __private::Src::of(b.as_slice());
        let result = result.as_mut_ptr();
        let r0 = __private::Dst::<f32>::result(&raw mut (*result).0);
        let r1 = __private::Dst::<f32>::result(&raw mut (*result).1);
        for i in 0..2 {
            let at = i * 8;
            let mut rows = [V::splat(arch, 0.0); 8];
            for (r, reduced) in rows
                .iter_mut()
                .enumerate()
                .take(__private::tile::opaque(8))
            {
                let row = at + r;
                *reduced = {
                    let mut acc = [[V::splat(arch, 0.0); 2]; 1];
                    for i in 0..2 {
                        for w in 0..2 {
                            let at = i * 16 + w * 8;
                            let element = row * 37 + at;
                            let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                            acc[0][w] = acc[0][w] + v2;
                        }
                    }
                    for w in 0..2 {
                        let at = 32 + w * 8;
                        let live = usize::saturating_sub(37, at);
                        let element = row * 37 + at;
                        let v2 = __private::vecmath::exp(
                            m.load_partial::<V>(arch, element, live),
                        );
                        acc[0][w] = acc[0][w] + V::head(v2, live, V::splat(arch, 0.0));
                    }
                    __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
                };
            }
            let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
            let v4 = value + b.load::<V>(arch, at);
            r0.store(v4, at);
        }
        let mut rows = [V::splat(arch, 0.0); 8];
        for (r, reduced) in rows.iter_mut().enumerate().take(__private::tile::opaque(4))
        {
            let row = 16 + r;
            *reduced = {
                let mut acc = [[V::splat(arch, 0.0); 2]; 1];
                for i in 0..2 {
                    for w in 0..2 {
                        let at = i * 16 + w * 8;
                        let element = row * 37 + at;
                        let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                        acc[0][w] = acc[0][w] + v2;
                    }
                }
                for w in 0..2 {
                    let at = 32 + w * 8;
                    let live = usize::saturating_sub(37, at);
                    let element = row * 37 + at;
                    let v2 = __private::vecmath::exp(
                        m.load_partial::<V>(arch, element, live),
                    );
                    acc[0][w] = acc[0][w] + V::head(v2, live, V::splat(arch, 0.0));
                }
                __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
            };
        }
        let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
        let v4 = value + b.load_partial::<V>(arch, 16, 4);
        r0.store_head(v4, 16, 4);
        {
            let mut acc = [V::splat(arch, f32::NEG_INFINITY); 4];
            let mut nan = [V::splat(arch, f32::NEG_INFINITY); 4];
            for row in 0..__private::tile::opaque(20) {
                for j in 0..4 {
                    let col = j * 8;
                    let element = row * 37 + col;
                    let value = m.load::<V>(arch, element);
                    acc[j] = V::max_or(acc[j], value);
                    nan[j] = V::select(V::is_nan(value), value, nan[j]);
                }
            }
            for j in 0..4 {
                let col = j * 8;
                r1.store(V::select(V::is_nan(nan[j]), nan[j], acc[j]), col);
            }
        }
        {
            let mut acc = [V::splat(arch, f32::NEG_INFINITY); 1];
            let mut nan = [V::splat(arch, f32::NEG_INFINITY); 1];
            for row in 0..20 {
                let element = row * 37 + 32;
                let value = m.load_partial::<V>(arch, element, 5);
                acc[0] = V::max_or(acc[0], value);
                nan[0] = V::select(V::is_nan(value), value, nan[0]);
            }
            r1.store_head(V::select(V::is_nan(nan[0]), nan[0], acc[0]), 32, 5);
        }
    }
}
