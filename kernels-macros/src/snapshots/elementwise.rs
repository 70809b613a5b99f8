fn elementwise(
    a: &Matrix<f32, 4, 16>,
    b: &Vector<f32, 16>,
    c: &Vector<f32, 4>,
) -> Matrix<f32, 4, 16> {
    unsafe { elementwise::__run(::kernels::__private::active_level(), a, b, c) }
}
///The variants of the kernel [`elementwise`](fn@elementwise), and its reference.
#[allow(non_camel_case_types)]
enum elementwise {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl elementwise {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        a: &Matrix<f32, 4, 16>,
        b: &Vector<f32, 16>,
        c: &Vector<f32, 4>,
    ) -> Matrix<f32, 4, 16> {
        let positive = maximum(exp(a), abs(b)) + sqrt(sigmoid(a));
        let bounded = minimum(tanh(a - b), relu(a)) / column(c);
        hadamard(-positive, bounded)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 4, 16>,
        b: &Vector<f32, 16>,
        c: &Vector<f32, 4>,
    ) -> ::core::result::Result<Matrix<f32, 4, 16>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, a, b, c) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "elementwise; elementwise",
                registers: 16,
                code_bytes: 1920,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "elementwise; elementwise",
                registers: 8,
                code_bytes: 1824,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "elementwise; elementwise",
                registers: 4,
                code_bytes: 1776,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "elementwise"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 4, 16>,
        b: &Vector<f32, 16>,
        c: &Vector<f32, 4>,
    ) -> Matrix<f32, 4, 16> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, a, b, c);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, b, c);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, a, b, c);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 4, 16>>,
        a: &::kernels::Matrix<f32, 4, 16>,
        b: &::kernels::Vector<f32, 16>,
        c: &::kernels::Vector<f32, 4>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Src::of(c.as_slice());
            let buffer0 = __private::Buffer::<f32, 1, 16>::uninit();
            let t0 = buffer0.dst();
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..4 {
                let at = i * 4;
                let v4 = __private::vecmath::abs(b.load::<V>(arch, at));
                t0.store(v4, at);
            }
            for row in 0..4 {
                for i in 0..4 {
                    let col = i * 4;
                    let at = row * 16 + col;
                    let v3 = __private::vecmath::exp(a.load::<V>(arch, at));
                    let v5 = __private::vecmath::maximum(
                        v3,
                        t0.src().load::<V>(arch, col),
                    );
                    let v6 = __private::vecmath::sigmoid(a.load::<V>(arch, at));
                    let v7 = __private::vecmath::sqrt(v6);
                    let v8 = v5 + v7;
                    let v9 = a.load::<V>(arch, at) - b.load::<V>(arch, col);
                    let v10 = __private::vecmath::tanh(v9);
                    let v11 = __private::vecmath::relu(a.load::<V>(arch, at));
                    let v12 = __private::vecmath::minimum(v10, v11);
                    let v14 = v12 / V::splat(arch, c.get(row));
                    let v15 = -v8;
                    let v16 = v15 * v14;
                    r0.store(v16, at);
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 4, 16>>,
        a: &::kernels::Matrix<f32, 4, 16>,
        b: &::kernels::Vector<f32, 16>,
        c: &::kernels::Vector<f32, 4>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Src::of(c.as_slice());
            let buffer0 = __private::Buffer::<f32, 1, 16>::uninit();
            let t0 = buffer0.dst();
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..2 {
                let at = i * 8;
                let v4 = __private::vecmath::abs(b.load::<V>(arch, at));
                t0.store(v4, at);
            }
            for row in 0..4 {
                for i in 0..2 {
                    let col = i * 8;
                    let at = row * 16 + col;
                    let v3 = __private::vecmath::exp(a.load::<V>(arch, at));
                    let v5 = __private::vecmath::maximum(
                        v3,
                        t0.src().load::<V>(arch, col),
                    );
                    let v6 = __private::vecmath::sigmoid(a.load::<V>(arch, at));
                    let v7 = __private::vecmath::sqrt(v6);
                    let v8 = v5 + v7;
                    let v9 = a.load::<V>(arch, at) - b.load::<V>(arch, col);
                    let v10 = __private::vecmath::tanh(v9);
                    let v11 = __private::vecmath::relu(a.load::<V>(arch, at));
                    let v12 = __private::vecmath::minimum(v10, v11);
                    let v14 = v12 / V::splat(arch, c.get(row));
                    let v15 = -v8;
                    let v16 = v15 * v14;
                    r0.store(v16, at);
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 4, 16>>,
        a: &::kernels::Matrix<f32, 4, 16>,
        b: &::kernels::Vector<f32, 16>,
        c: &::kernels::Vector<f32, 4>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let c = __private::Src::of(c.as_slice());
            let buffer0 = __private::Buffer::<f32, 1, 16>::uninit();
            let t0 = buffer0.dst();
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let v4 = __private::vecmath::abs(b.load::<V>(arch, 0));
            t0.store(v4, 0);
            for row in 0..4 {
                let at = row * 16;
                let v3 = __private::vecmath::exp(a.load::<V>(arch, at));
                let v5 = __private::vecmath::maximum(v3, t0.src().load::<V>(arch, 0));
                let v6 = __private::vecmath::sigmoid(a.load::<V>(arch, at));
                let v7 = __private::vecmath::sqrt(v6);
                let v8 = v5 + v7;
                let v9 = a.load::<V>(arch, at) - b.load::<V>(arch, 0);
                let v10 = __private::vecmath::tanh(v9);
                let v11 = __private::vecmath::relu(a.load::<V>(arch, at));
                let v12 = __private::vecmath::minimum(v10, v11);
                let v14 = v12 / V::splat(arch, c.get(row));
                let v15 = -v8;
                let v16 = v15 * v14;
                r0.store(v16, at);
            }
        }
    }
}
