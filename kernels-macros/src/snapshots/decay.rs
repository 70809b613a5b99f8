#[inline]
fn decay(state: &mut Vector<f64, 37>, input: &Vector<f64, 37>, rate: f64) {
    unsafe { decay::__run(::kernels::__private::active_level(), state, input, rate) }
}
///The variants of the kernel [`decay`](fn@decay), and its reference.
#[allow(non_camel_case_types)]
enum decay {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl decay {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(state: &mut Vector<f64, 37>, input: &Vector<f64, 37>, rate: f64) {
        *state = *state + rate * (input - *state);
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        state: &mut Vector<f64, 37>,
        input: &Vector<f64, 37>,
        rate: f64,
    ) -> ::core::result::Result<(), ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, state, input, rate) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "elementwise",
                registers: 16,
                code_bytes: 688,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "elementwise",
                registers: 8,
                code_bytes: 688,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "elementwise",
                registers: 4,
                code_bytes: 688,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "decay"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        state: &mut Vector<f64, 37>,
        input: &Vector<f64, 37>,
        rate: f64,
    ) {
        match level {
            ::kernels::Level::Portable => Self::__portable(state, input, rate),
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                unsafe { Self::__avx2(state, input, rate) }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                unsafe { Self::__avx512(state, input, rate) }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        state: &mut ::kernels::Vector<f64, 37>,
        input: &::kernels::Vector<f64, 37>,
        rate: f64,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f64, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let state = __private::Dst::of(state.as_mut_slice());
            let input = __private::Src::of(input.as_slice());
            for i in 0..18 {
                let at = i * 2;
                let v3 = input.load::<V>(arch, at) - state.src().load::<V>(arch, at);
                let v4 = V::splat(arch, rate) * v3;
                let v5 = state.src().load::<V>(arch, at) + v4;
                state.store(v5, at);
            }
            let v3 = input.load_partial::<V>(arch, 36, 1)
                - state.src().load_partial::<V>(arch, 36, 1);
            let v4 = V::splat(arch, rate) * v3;
            let v5 = state.src().load_partial::<V>(arch, 36, 1) + v4;
            state.store_head(v5, 36, 1);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        state: &mut ::kernels::Vector<f64, 37>,
        input: &::kernels::Vector<f64, 37>,
        rate: f64,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f64, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let state = __private::Dst::of(state.as_mut_slice());
            let input = __private::Src::of(input.as_slice());
            for i in 0..9 {
                let at = i * 4;
                let v3 = input.load::<V>(arch, at) - state.src().load::<V>(arch, at);
                let v4 = V::splat(arch, rate) * v3;
                let v5 = state.src().load::<V>(arch, at) + v4;
                state.store(v5, at);
            }
            let v3 = input.load_partial::<V>(arch, 36, 1)
                - state.src().load_partial::<V>(arch, 36, 1);
            let v4 = V::splat(arch, rate) * v3;
            let v5 = state.src().load_partial::<V>(arch, 36, 1) + v4;
            state.store_head(v5, 36, 1);
        }
    }
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
}
