#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<u8, 72>>,
    w: &::kernels::Packed<i8, 72, 64>,
    b: &::kernels::Vector<i32, 72>,
    m: &::kernels::Vector<f32, 72>,
    q: ::kernels::quant::Quantization<u8>,
    x: &::kernels::Vector<u8, 64>,
) {
    let c0: u8 = q.zero_point;
    {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        use __private::Int as _;
        type I = <__private::arch::Portable as __private::Arch>::I32;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let quads = <__private::arch::Portable as __private::Quads>::assume_quads();
            let w = __private::panels(w);
            let b = __private::Src::of(b.as_slice());
            let m = __private::Src::of(m.as_slice());
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<u8>::result(result.as_mut_ptr());
            {
                for i in 0..3 {
                    let col = i * 16;
                    let tile = __private::tile::quad_tile::<
                        _,
                        _,
                        _,
                        1,
                        4,
                        1,
                        false,
                    >(quads, x, 64, w.panels, w.corrections, col, 64);
                    for j in 0..4 {
                        let at = col + j * 4;
                        let v5 = tile[0][j] + b.load::<I>(arch, at);
                        let v6 = __private::arch::whole::relu(v5);
                        let v8 = v6.to_f32();
                        let v9 = v8 * m.load::<V>(arch, at);
                        let v10 = __private::arch::whole::quantize::<
                            u8,
                            _,
                        >(v9, I::splat(arch, __private::Byte::widen(c0)));
                        r0.store(v10, at);
                    }
                }
            }
            {
                for i in 0..2 {
                    let col = 48 + i * 12;
                    let tile = __private::tile::quad_tile::<
                        _,
                        _,
                        _,
                        1,
                        3,
                        1,
                        false,
                    >(quads, x, 64, w.panels, w.corrections, col, 64);
                    for j in 0..3 {
                        let at = col + j * 4;
                        let v5 = tile[0][j] + b.load::<I>(arch, at);
                        let v6 = __private::arch::whole::relu(v5);
                        let v8 = v6.to_f32();
                        let v9 = v8 * m.load::<V>(arch, at);
                        let v10 = __private::arch::whole::quantize::<
                            u8,
                            _,
                        >(v9, I::splat(arch, __private::Byte::widen(c0)));
                        r0.store(v10, at);
                    }
                }
            }
        }
    }
}
