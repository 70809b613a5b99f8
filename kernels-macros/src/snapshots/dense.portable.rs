#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
#[inline]
fn __portable_any<const R: usize, const C: usize>(
    result: &mut ::core::mem::MaybeUninit<Vector<f32, R>>,
    w: &Matrix<f32, R, C>,
    b: &Vector<f32, R>,
    x: &Vector<f32, C>,
) {
    if R == 128 && C == 64 {
        return unsafe {
            ::kernels::__private::same(
                Self::__portable_128_64(
                    ::kernels::__private::same(result),
                    ::kernels::__private::same(w),
                    ::kernels::__private::same(b),
                    ::kernels::__private::same(x),
                ),
            )
        };
    }
    Self::__portable::<R, C>(result, w, b, x)
}
#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable_128_64(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 128>>,
    w: &::kernels::Matrix<f32, 128, 64>,
    b: &::kernels::Vector<f32, 128>,
    x: &::kernels::Vector<f32, 64>,
) {
    #[allow(dead_code)]
    const R: usize = 128;
    #[allow(dead_code)]
    const C: usize = 64;
    {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let w = __private::Src::of(w.as_slice());
            let b = __private::Src::of(b.as_slice());
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..32 {
                let at = i * 4;
                let dots = __private::tile::row_dots::<
                    V,
                    4,
                    4,
                    4,
                    2,
                    2,
                    _,
                >(arch, w.offset(at * 64), 64, x, &[], 64, 4);
                let v4 = dots + b.load::<V>(arch, at);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
        }
    }
}
#[cfg_attr(any(target_arch = "x86_64"), inline(never))]
fn __portable<const R: usize, const C: usize>(
    result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { R }>>,
    w: &::kernels::Matrix<f32, { R }, { C }>,
    b: &::kernels::Vector<f32, { R }>,
    x: &::kernels::Vector<f32, { C }>,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f32, __private::arch::Portable>;
    unsafe {
        let arch = __private::arch::Portable::assume();
        let w = __private::Src::of(w.as_slice());
        let b = __private::Src::of(b.as_slice());
        let x = __private::Src::of(x.as_slice());
        let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
        for i in 0..R / 4 {
            let at = i * 4;
            let dots = __private::tile::row_dots::<
                V,
                4,
                4,
                4,
                2,
                2,
                _,
            >(arch, w.offset(at * C), C, x, &[], C, 4);
            let v4 = dots + b.load::<V>(arch, at);
            let v5 = __private::vecmath::relu(v4);
            r0.store(v5, at);
        }
        if R % 4 != 0 {
            let at = R / 4 * 4;
            let dots = __private::tile::row_dots::<
                V,
                4,
                1,
                4,
                2,
                2,
                _,
            >(arch, w.offset(at * C), C, x, &[], C, R % 4);
            let v4 = dots + b.load_partial::<V>(arch, at, R % 4);
            let v5 = __private::vecmath::relu(v4);
            r0.store_partial(v5, at, R % 4);
        }
    }
}
