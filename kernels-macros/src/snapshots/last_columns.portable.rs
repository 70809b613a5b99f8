#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable(
    result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f64, 7, 9>>,
    a: &::kernels::Matrix<f64, 7, 13>,
    b: &::kernels::Matrix<f64, 13, 9>,
    bias: &::kernels::Vector<f64, 9>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f64, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let a = __private::Src::of(a.as_slice());
        let b = __private::Src::of(b.as_slice());
        let bias = __private::Src::of(bias.as_slice());
        let r0 = __private::Dst::<f64>::result(result.as_mut_ptr());
        let tile = __private::tile::gemm::<V, 3, 3>(arch, a, 13, 1, b, 9, 1, 13, 6);
        for r in 0..3 {
            for j in 0..3 {
                let at = r * 9 + j * 2;
                let v4 = tile[r][j] + bias.load::<V>(arch, j * 2);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
        }
        for i in 0..2 {
            let row = 3 + i * 2;
            let tile = __private::tile::gemm::<
                V,
                2,
                3,
            >(arch, a.offset(row * 13), 13, 1, b, 9, 1, 13, 6);
            for r in 0..2 {
                for j in 0..3 {
                    let at = (row + r) * 9 + j * 2;
                    let v4 = tile[r][j] + bias.load::<V>(arch, j * 2);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
        }
        let tile = __private::tile::gemm::<
            V,
            4,
            2,
        >(arch, a, 13, 1, b.offset(5), 9, 1, 13, 4);
        for r in 0..4 {
            for j in 0..2 {
                let at = r * 9 + (5 + j * 2);
                let v4 = tile[r][j] + bias.load::<V>(arch, 5 + j * 2);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
        }
        let tile = __private::tile::gemm::<
            V,
            3,
            2,
        >(arch, a.offset(52), 13, 1, b.offset(5), 9, 1, 13, 4);
        for r in 0..3 {
            for j in 0..2 {
                let at = (4 + r) * 9 + (5 + j * 2);
                let v4 = tile[r][j] + bias.load::<V>(arch, 5 + j * 2);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
        }
    }
}
