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
        for i in 0..6 {
            let row = i * 2;
            let tile = __private::tile::gemm::<
                V,
                2,
                6,
            >(arch, a.offset(row), 1, 13, b, 21, 1, 9, 21);
            for r in 0..2 {
                for j in 0..6 {
                    let at = (row + r) * 21 + j * 4;
                    let rest = usize::saturating_sub(21, j * 4);
                    let v5 = tile[r][j] + c.load_partial::<V>(arch, at, rest);
                    r0.store_partial(v5, at, rest);
                }
            }
        }
        let tile = __private::tile::gemm::<
            V,
            1,
            6,
        >(arch, a.offset(12), 1, 13, b, 21, 1, 9, 21);
        for j in 0..6 {
            let at = 252 + j * 4;
            let rest = usize::saturating_sub(21, j * 4);
            let v5 = tile[0][j] + c.load_partial::<V>(arch, at, rest);
            r0.store_partial(v5, at, rest);
        }
    }
}
