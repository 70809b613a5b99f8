fn dense<const R: usize, const C: usize>(
    w: &Matrix<f32, R, C>,
    b: &Vector<f32, R>,
    x: &Vector<f32, C>,
) -> Vector<f32, R> {
    unsafe { dense::__run::<R, C>(::kernels::__private::active_level(), w, b, x) }
}
///The variants of the kernel [`dense`](fn@dense), and its reference.
#[allow(non_camel_case_types)]
enum dense {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl dense {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference<const R: usize, const C: usize>(
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        x: &Vector<f32, C>,
    ) -> Vector<f32, R> {
        relu(w * x + b)
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at<const R: usize, const C: usize>(
        level: ::kernels::Level,
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        x: &Vector<f32, C>,
    ) -> ::core::result::Result<Vector<f32, R>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run::<R, C>(level, w, b, x) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "R = 128, C = 64",
                runs: ::kernels::Level::Portable,
                blocks: "4 rows at once, 2 of 4 registers a pass, 2 chunks a turn",
                registers: 16,
                code_bytes: 880,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "R = 128, C = 64",
                runs: ::kernels::Level::Avx2,
                blocks: "8 rows at once, 1 of 2 registers a pass, 2 chunks a turn",
                registers: 14,
                code_bytes: 896,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "R = 128, C = 64",
                runs: ::kernels::Level::Avx512,
                blocks: "8 rows at once, the vector held",
                registers: 14,
                code_bytes: 1232,
                narrower: &[],
            },
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "any",
                runs: ::kernels::Level::Portable,
                blocks: "4 rows at once, 2 of 4 registers a pass, 2 chunks a turn",
                registers: 16,
                code_bytes: 1696,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "any",
                runs: ::kernels::Level::Avx2,
                blocks: "8 rows at once, 1 of 2 registers a pass, 2 chunks a turn",
                registers: 14,
                code_bytes: 1888,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "any",
                runs: ::kernels::Level::Avx512,
                blocks: "16 rows at once, 2 chunks a turn",
                registers: 20,
                code_bytes: 2176,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "dense"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run<const R: usize, const C: usize>(
        level: ::kernels::Level,
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        x: &Vector<f32, C>,
    ) -> Vector<f32, R> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable_any::<R, C>(&mut result, w, b, x);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2_any::<R, C>(&mut result, w, b, x);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512_any::<R, C>(&mut result, w, b, x);
                    result.assume_init()
                }
            }
        }
    }
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
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    #[inline]
    fn __avx2_any<const R: usize, const C: usize>(
        result: &mut ::core::mem::MaybeUninit<Vector<f32, R>>,
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        x: &Vector<f32, C>,
    ) {
        if R == 128 && C == 64 {
            return unsafe {
                ::kernels::__private::same(
                    Self::__avx2_128_64(
                        ::kernels::__private::same(result),
                        ::kernels::__private::same(w),
                        ::kernels::__private::same(b),
                        ::kernels::__private::same(x),
                    ),
                )
            };
        }
        Self::__avx2::<R, C>(result, w, b, x)
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    #[inline]
    fn __avx512_any<const R: usize, const C: usize>(
        result: &mut ::core::mem::MaybeUninit<Vector<f32, R>>,
        w: &Matrix<f32, R, C>,
        b: &Vector<f32, R>,
        x: &Vector<f32, C>,
    ) {
        if R == 128 && C == 64 {
            return unsafe {
                ::kernels::__private::same(
                    Self::__avx512_128_64(
                        ::kernels::__private::same(result),
                        ::kernels::__private::same(w),
                        ::kernels::__private::same(b),
                        ::kernels::__private::same(x),
                    ),
                )
            };
        }
        Self::__avx512::<R, C>(result, w, b, x)
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
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2_128_64(
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
            type V = __private::VectorOf<f32, __private::arch::Avx2>;
            unsafe {
                let arch = __private::arch::Avx2::assume();
                let w = __private::Src::of(w.as_slice());
                let b = __private::Src::of(b.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                for i in 0..16 {
                    let at = i * 8;
                    let dots = __private::tile::row_dots::<
                        V,
                        8,
                        8,
                        2,
                        1,
                        2,
                        _,
                    >(arch, w.offset(at * 64), 64, x, &[], 64, 8);
                    let v4 = dots + b.load::<V>(arch, at);
                    let v5 = __private::vecmath::relu(v4);
                    r0.store(v5, at);
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512_128_64(
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
            type V = __private::VectorOf<f32, __private::arch::Avx512>;
            unsafe {
                let arch = __private::arch::Avx512::assume();
                let w = __private::Src::of(w.as_slice());
                let b = __private::Src::of(b.as_slice());
                let x = __private::Src::of(x.as_slice());
                let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
                let held = __private::tile::hold::<V, 4>(arch, x, 64);
                for i in 0..8 {
                    let at = i * 16;
                    let dots = __private::tile::row_dots::<
                        V,
                        16,
                        8,
                        1,
                        1,
                        4,
                        _,
                    >(arch, w.offset(at * 64), 64, x, &held, 64, 16);
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
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2<const R: usize, const C: usize>(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { R }>>,
        w: &::kernels::Matrix<f32, { R }, { C }>,
        b: &::kernels::Vector<f32, { R }>,
        x: &::kernels::Vector<f32, { C }>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let w = __private::Src::of(w.as_slice());
            let b = __private::Src::of(b.as_slice());
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..R / 8 {
                let at = i * 8;
                let dots = __private::tile::row_dots::<
                    V,
                    8,
                    8,
                    2,
                    1,
                    2,
                    _,
                >(arch, w.offset(at * C), C, x, &[], C, 8);
                let v4 = dots + b.load::<V>(arch, at);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
            if R % 8 != 0 {
                let at = R / 8 * 8;
                let dots = __private::tile::row_dots::<
                    V,
                    8,
                    1,
                    2,
                    1,
                    2,
                    _,
                >(arch, w.offset(at * C), C, x, &[], C, R % 8);
                let v4 = dots + b.load_partial::<V>(arch, at, R % 8);
                let v5 = __private::vecmath::relu(v4);
                r0.store_partial(v5, at, R % 8);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512<const R: usize, const C: usize>(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, { R }>>,
        w: &::kernels::Matrix<f32, { R }, { C }>,
        b: &::kernels::Vector<f32, { R }>,
        x: &::kernels::Vector<f32, { C }>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let w = __private::Src::of(w.as_slice());
            let b = __private::Src::of(b.as_slice());
            let x = __private::Src::of(x.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..R / 16 {
                let at = i * 16;
                let dots = __private::tile::row_dots::<
                    V,
                    16,
                    16,
                    1,
                    1,
                    2,
                    _,
                >(arch, w.offset(at * C), C, x, &[], C, 16);
                let v4 = dots + b.load::<V>(arch, at);
                let v5 = __private::vecmath::relu(v4);
                r0.store(v5, at);
            }
            if R % 16 != 0 {
                let at = R / 16 * 16;
                let dots = __private::tile::row_dots::<
                    V,
                    16,
                    1,
                    1,
                    1,
                    2,
                    _,
                >(arch, w.offset(at * C), C, x, &[], C, R % 16);
                let v4 = dots + b.load_partial::<V>(arch, at, R % 16);
                let v5 = __private::vecmath::relu(v4);
                r0.store_partial(v5, at, R % 16);
            }
        }
    }
}
