#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
fn __avx512(
    state: &mut ::kernels::Vector<f64, 37>,
    input: &::kernels::Vector<f64, 37>,
    rate: f64,
) {
    use ::kernels::__private::{self, Arch as _, Simd as _};
    type V = __private::VectorOf<f64, __private::arch::Avx512>;
    unsafe {
        let arch = __private::arch::Avx512::assume();
        let state = __private::Dst::of(state.as_mut_slice());
        let input = __private::Src::of(input.as_slice());
        for i in 0..4 {
            let at = i * 8;
            let v3 = input.load::<V>(arch, at) - state.src().load::<V>(arch, at);
            let v4 = V::splat(arch, rate) * v3;
            let v5 = state.src().load::<V>(arch, at) + v4;
            state.store(v5, at);
        }
        let v3 = input.load_partial::<V>(arch, 32, 5)
            - state.src().load_partial::<V>(arch, 32, 5);
        let v4 = V::splat(arch, rate) * v3;
        let v5 = state.src().load_partial::<V>(arch, 32, 5) + v4;
        state.store_head(v5, 32, 5);
    }
}
