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
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                blocks: "4 rows per sweep, in order",
                registers: 16,
                code_bytes: 768,
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                blocks: "4 rows per sweep, in order",
                registers: 16,
                code_bytes: 768,
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                blocks: "4 chains of 4 vectors",
                registers: 21,
                code_bytes: 896,
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
            {
                let sums_memory = __private::Buffer::<f32, 16, 100>::uninit();
                let sums = sums_memory.dst();
                __private::tile::strip_sums::<V, 4>(arch, x, w, 100, 64, 100, sums, 100);
                for j in 0..__private::tile::opaque(25) {
                    let dots = __private::tile::strip_total::<
                        V,
                    >(arch, sums.src().offset(j * 4), 100, 64);
                    let at = j * 4;
                    r0.store(dots, at);
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
            {
                let sums_memory = __private::Buffer::<f32, 16, 104>::uninit();
                let sums = sums_memory.dst();
                __private::tile::strip_sums::<V, 4>(arch, x, w, 100, 64, 100, sums, 104);
                for j in 0..__private::tile::opaque(12) {
                    let dots = __private::tile::strip_total::<
                        V,
                    >(arch, sums.src().offset(j * 8), 104, 64);
                    let at = j * 8;
                    r0.store(dots, at);
                }
                let dots = __private::tile::strip_total::<
                    V,
                >(arch, sums.src().offset(96), 104, 64);
                r0.store_partial(dots, 96, 4);
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
            let dots = __private::tile::col_dots::<V, 4, 4>(arch, x, w, 100, 64, 64);
            for j in 0..4 {
                let at = j * 16;
                r0.store(dots[j], at);
            }
            let dots = __private::tile::col_dots::<
                V,
                3,
                4,
            >(arch, x, w.offset(64), 100, 64, 36);
            for j in 0..3 {
                let at = 64 + j * 16;
                let rest = usize::saturating_sub(36, j * 16);
                r0.store_partial(dots[j], at, rest);
            }
        }
    }
}
