fn transform(
    m: &Matrix<f32, 23, 4>,
    x: &Vector<f32, 4>,
    origin: &Vector<f32, 23>,
) -> Vector<f32, 23> {
    unsafe { transform::__run(::kernels::__private::active_level(), m, x, origin) }
}
///The variants of the kernel [`transform`](fn@transform), and its reference.
#[allow(non_camel_case_types)]
enum transform {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl transform {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(
        m: &Matrix<f32, 23, 4>,
        x: &Vector<f32, 4>,
        origin: &Vector<f32, 23>,
    ) -> Vector<f32, 23> {
        m * x + origin
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        m: &Matrix<f32, 23, 4>,
        x: &Vector<f32, 4>,
        origin: &Vector<f32, 23>,
    ) -> ::core::result::Result<Vector<f32, 23>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, m, x, origin) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "rows in order",
                registers: 10,
                code_bytes: 1120,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "columns of short rows",
                registers: 12,
                code_bytes: 672,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "columns of short rows",
                registers: 12,
                code_bytes: 672,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "transform"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        m: &Matrix<f32, 23, 4>,
        x: &Vector<f32, 4>,
        origin: &Vector<f32, 23>,
    ) -> Vector<f32, 23> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, m, x, origin);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, m, x, origin);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, m, x, origin);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 23>>,
        m: &::kernels::Matrix<f32, 23, 4>,
        x: &::kernels::Vector<f32, 4>,
        origin: &::kernels::Vector<f32, 23>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let m = __private::Src::of(m.as_slice());
            let x = __private::Src::of(x.as_slice());
            let origin = __private::Src::of(origin.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let held = __private::tile::hold::<V, 4>(arch, x, 4);
            for i in 0..5 {
                let at = i * 4;
                let dots = __private::tile::row_dots::<
                    V,
                    4,
                    1,
                    4,
                    4,
                    1,
                    _,
                >(arch, m.offset(at * 4), 4, x, &held, 4, 4);
                let v4 = dots + origin.load::<V>(arch, at);
                r0.store(v4, at);
            }
            let dots = __private::tile::row_dots::<
                V,
                4,
                1,
                4,
                4,
                1,
                _,
            >(arch, m.offset(80), 4, x, &held, 4, 3);
            let v4 = dots + origin.load_partial::<V>(arch, 20, 3);
            r0.store_head(v4, 20, 3);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 23>>,
        m: &::kernels::Matrix<f32, 23, 4>,
        x: &::kernels::Vector<f32, 4>,
        origin: &::kernels::Vector<f32, 23>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let m = __private::Src::of(m.as_slice());
            let x = __private::Src::of(x.as_slice());
            let origin = __private::Src::of(origin.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let splats = __private::tile::splats::<V, 4>(arch, x, 1);
            for i in 0..2 {
                let at = i * 8;
                let dots = __private::tile::short_dots::<
                    V,
                    4,
                    false,
                >(arch, m.offset(at * 4), &splats, 8);
                let v4 = dots + origin.load::<V>(arch, at);
                r0.store(v4, at);
            }
            let dots = __private::tile::short_dots::<
                V,
                4,
                false,
            >(arch, m.offset(64), &splats, 7);
            let v4 = dots + origin.load_partial::<V>(arch, 16, 7);
            r0.store_head(v4, 16, 7);
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 23>>,
        m: &::kernels::Matrix<f32, 23, 4>,
        x: &::kernels::Vector<f32, 4>,
        origin: &::kernels::Vector<f32, 23>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let m = __private::Src::of(m.as_slice());
            let x = __private::Src::of(x.as_slice());
            let origin = __private::Src::of(origin.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let splats = __private::tile::splats::<V, 4>(arch, x, 1);
            let dots = __private::tile::short_dots::<V, 4, false>(arch, m, &splats, 16);
            let v4 = dots + origin.load::<V>(arch, 0);
            r0.store(v4, 0);
            let dots = __private::tile::short_dots::<
                V,
                4,
                false,
            >(arch, m.offset(64), &splats, 7);
            let v4 = dots + origin.load_partial::<V>(arch, 16, 7);
            r0.store_head(v4, 16, 7);
        }
    }
}
