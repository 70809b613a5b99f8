#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    result: &mut ::core::mem::MaybeUninit<
        (::kernels::Vector<f32, 20>, ::kernels::Vector<f32, 37>),
    >,
    m: &::kernels::Matrix<f32, 20, 37>,
    b: &::kernels::Vector<f32, 20>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let m = __private::Src::of(m.as_slice());
        let b = __private::Src::of(b.as_slice());
        let result = result.as_mut_ptr();
        let r0 = __private::Dst::<f32>::result(&raw mut (*result).0);
        let r1 = __private::Dst::<f32>::result(&raw mut (*result).1);
        let mut rows = [V::splat(arch, 0.0); 16];
        for (r, reduced) in rows.iter_mut().enumerate().take(__private::tile::opaque(16))
        {
            *reduced = {
                let mut acc = [[V::splat(arch, 0.0); 1]; 1];
                for i in 0..2 {
                    let at = i * 16;
                    let element = r * 37 + at;
                    let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                    acc[0][0] = acc[0][0] + v2;
                }
                let element = r * 37 + 32;
                let v2 = __private::vecmath::exp(m.load_partial::<V>(arch, element, 5));
                acc[0][0] = acc[0][0] + V::head(v2, 5, V::splat(arch, 0.0));
                __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
            };
        }
        let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
        let v4 = value + b.load::<V>(arch, 0);
        r0.store(v4, 0);
        let mut rows = [V::splat(arch, 0.0); 16];
        for (r, reduced) in rows.iter_mut().enumerate().take(__private::tile::opaque(4))
        {
            let row = 16 + r;
            *reduced = {
                let mut acc = [[V::splat(arch, 0.0); 1]; 1];
                for i in 0..2 {
                    let at = i * 16;
                    let element = row * 37 + at;
                    let v2 = __private::vecmath::exp(m.load::<V>(arch, element));
                    acc[0][0] = acc[0][0] + v2;
                }
                let element = row * 37 + 32;
                let v2 = __private::vecmath::exp(m.load_partial::<V>(arch, element, 5));
                acc[0][0] = acc[0][0] + V::head(v2, 5, V::splat(arch, 0.0));
                __private::tile::fold_chains::<_, _, _, __private::tile::Sum>(acc)
            };
        }
        let value = <__private::tile::Sum as __private::tile::Combine>::rows(rows);
        let v4 = value + b.load_partial::<V>(arch, 16, 4);
        r0.store_head(v4, 16, 4);
        {
            let mut acc = [V::splat(arch, f32::NEG_INFINITY); 3];
            let mut nan = [V::splat(arch, f32::NEG_INFINITY); 3];
            for row in 0..__private::tile::opaque(20) {
                for j in 0..2 {
                    let col = j * 16;
                    let element = row * 37 + col;
                    let value = m.load::<V>(arch, element);
                    acc[j] = V::max_or(acc[j], value);
                    nan[j] = V::select(V::is_nan(value), value, nan[j]);
                }
                let element = row * 37 + 32;
                let value = m.load_partial::<V>(arch, element, 5);
                acc[2] = V::max_or(acc[2], value);
                nan[2] = V::select(V::is_nan(value), value, nan[2]);
            }
            for j in 0..2 {
                let col = j * 16;
                r1.store(V::select(V::is_nan(nan[j]), nan[j], acc[j]), col);
            }
            r1.store_head(V::select(V::is_nan(nan[2]), nan[2], acc[2]), 32, 5);
        }
    }
}
