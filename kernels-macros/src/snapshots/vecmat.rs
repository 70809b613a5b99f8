fn vecmat(x: &Vector<f32, 64>, w: &Matrix<f32, 64, 100>) -> Vector<f32, 100> {
    unsafe { vecmat::__run(::kernels::__private::active_level(), x, w) }
}
///The variants of the kernel [`vecmat`](fn@vecmat), and its reference.
#[allow(non_camel_case_types)]
enum vecmat {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl vecmat {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(x: &Vector<f32, 64>, w: &Matrix<f32, 64, 100>) -> Vector<f32, 100> {
        x * w
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        x: &Vector<f32, 64>,
        w: &Matrix<f32, 64, 100>,
    ) -> ::core::result::Result<Vector<f32, 100>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, x, w) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "2 chains of 5 vectors, 4 rows a turn",
                registers: 13,
                code_bytes: 480,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "2 chains of 5 vectors, 4 rows a turn",
                registers: 13,
                code_bytes: 1056,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx512,
                blocks: "2 rows joined to 13 vectors",
                registers: 17,
                code_bytes: 1136,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "vecmat"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        x: &Vector<f32, 64>,
        w: &Matrix<f32, 64, 100>,
    ) -> Vector<f32, 100> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, x, w);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, x, w);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx512(&mut result, x, w);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 100>>,
        x: &::kernels::Vector<f32, 64>,
        w: &::kernels::Matrix<f32, 64, 100>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let x = __private::Src::of(x.as_slice());
            let w = __private::Src::of(w.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            for i in 0..5 {
                let col = i * 20;
                let dots = __private::tile::col_dots::<
                    V,
                    5,
                    2,
                    4,
                >(arch, x, w.offset(col), 100, 64, 20, true);
                for j in 0..5 {
                    let at = col + j * 4;
                    r0.store(dots[j], at);
                }
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 100>>,
        x: &::kernels::Vector<f32, 64>,
        w: &::kernels::Matrix<f32, 64, 100>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let x = __private::Src::of(x.as_slice());
            let w = __private::Src::of(w.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let dots = __private::tile::col_dots::<
                V,
                5,
                2,
                4,
            >(arch, x, w, 100, 64, 40, true);
            for j in 0..5 {
                let at = j * 8;
                r0.store(dots[j], at);
            }
            let dots = __private::tile::col_dots::<
                V,
                4,
                2,
                4,
            >(arch, x, w.offset(40), 100, 64, 32, true);
            for j in 0..4 {
                let at = 40 + j * 8;
                r0.store(dots[j], at);
            }
            let dots = __private::tile::col_dots::<
                V,
                4,
                2,
                4,
            >(arch, x, w.offset(72), 100, 64, 28, true);
            for j in 0..4 {
                let at = 72 + j * 8;
                let rest = usize::saturating_sub(28, j * 8);
                r0.store_partial(dots[j], at, rest);
            }
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512bw,avx512dq,avx512vl")]
    fn __avx512(
        result: &mut ::core::mem::MaybeUninit<::kernels::Vector<f32, 100>>,
        x: &::kernels::Vector<f32, 64>,
        w: &::kernels::Matrix<f32, 64, 100>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx512>;
        unsafe {
            let arch = __private::arch::Avx512::assume();
            let x = __private::Src::of(x.as_slice());
            let w = __private::Src::of(w.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            let dots = __private::tile::joined_dots::<V, 7, 2, 13>(arch, x, w, 100, 64);
            for j in 0..7 {
                let at = j * 16;
                let rest = usize::saturating_sub(100, j * 16);
                r0.store_partial(dots[j], at, rest);
            }
        }
    }
}
