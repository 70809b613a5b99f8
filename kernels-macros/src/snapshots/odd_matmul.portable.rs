#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 13, 21>>,
    a: &::kernels::Matrix<f32, 9, 13>,
    b: &::kernels::Matrix<f32, 9, 21>,
    c: &::kernels::Matrix<f32, 13, 21>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let c = __private::Src::of(c.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..2 {
            let col = i * 8;
            let tile = __private::tile::gemm::<
                V,
                5,
                2,
            >(arch, a, 1, 13, b.offset(col), 21, 1, 9, 8);
            for r in 0..5 {
                for j in 0..2 {
                    let at = r * 21 + (col + j * 4);
                    let v5 = tile[r][j] + c.load::<V>(arch, at);
                    r0.store(v5, at);
                }
            }
            for i in 0..2 {
                let row = 5 + i * 4;
                let tile = __private::tile::gemm::<
                    V,
                    4,
                    2,
                >(arch, a.offset(row), 1, 13, b.offset(col), 21, 1, 9, 8);
                for r in 0..4 {
                    for j in 0..2 {
                        let at = (row + r) * 21 + (col + j * 4);
                        let v5 = tile[r][j] + c.load::<V>(arch, at);
                        r0.store(v5, at);
                    }
                }
            }
        }
        let tile = __private::tile::gemm::<
            V,
            5,
            2,
        >(arch, a, 1, 13, b.offset(13), 21, 1, 9, 8);
        for r in 0..5 {
            for j in 0..2 {
                let at = r * 21 + (13 + j * 4);
                let v5 = tile[r][j] + c.load::<V>(arch, at);
                r0.store(v5, at);
            }
        }
        for i in 0..2 {
            let row = 5 + i * 4;
            let tile = __private::tile::gemm::<
                V,
                4,
                2,
            >(arch, a.offset(row), 1, 13, b.offset(13), 21, 1, 9, 8);
            for r in 0..4 {
                for j in 0..2 {
                    let at = (row + r) * 21 + (13 + j * 4);
                    let v5 = tile[r][j] + c.load::<V>(arch, at);
                    r0.store(v5, at);
                }
            }
        }
    }
}
