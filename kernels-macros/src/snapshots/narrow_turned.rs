fn narrow_turned(a: &Matrix<f32, 4, 6>, b: &Matrix<f32, 3, 4>) -> Matrix<f32, 6, 3> {
    unsafe { narrow_turned::__run(::kernels::__private::active_level(), a, b) }
}
///The variants of the kernel [`narrow_turned`](fn@narrow_turned), and its reference.
#[allow(non_camel_case_types)]
enum narrow_turned {}
#[allow(dead_code, unused_variables, unused_mut, unused_unsafe)]
#[allow(non_snake_case, non_upper_case_globals, clippy::all, clippy::pedantic)]
impl narrow_turned {
    /// The body as written, without generated code: slow, and the same bits.
    fn reference(a: &Matrix<f32, 4, 6>, b: &Matrix<f32, 3, 4>) -> Matrix<f32, 6, 3> {
        a.t() * b.t()
    }
    /// Runs one level.
    ///
    /// # Errors
    /// The processor lacks the level.
    fn at(
        level: ::kernels::Level,
        a: &Matrix<f32, 4, 6>,
        b: &Matrix<f32, 3, 4>,
    ) -> ::core::result::Result<Matrix<f32, 6, 3>, ::kernels::UnsupportedLevel> {
        level.require()?;
        ::core::result::Result::Ok(unsafe { Self::__run(level, a, b) })
    }
    /// What was generated: one entry per choice of sizes and level.
    fn variants() -> &'static [::kernels::Variant] {
        const _: ::core::option::Option<&str> = ::core::option_env!("KERNELS_PROFILE");
        static VARIANTS: &[::kernels::Variant] = &[
            ::kernels::Variant {
                level: ::kernels::Level::Portable,
                sizes: "",
                runs: ::kernels::Level::Portable,
                blocks: "tile of 6 rows by 4 columns, columns packed",
                registers: 8,
                code_bytes: 1488,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx2,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "3 vectors of 2 rows, columns packed",
                registers: 8,
                code_bytes: 1296,
                narrower: &[],
            },
            #[cfg(target_arch = "x86_64")]
            ::kernels::Variant {
                level: ::kernels::Level::Avx512,
                sizes: "",
                runs: ::kernels::Level::Avx2,
                blocks: "3 vectors of 2 rows, columns packed",
                registers: 8,
                code_bytes: 1296,
                narrower: &[],
            },
        ];
        #[::kernels::__private::linkme::distributed_slice(::kernels::__private::KERNELS)]
        #[linkme(crate = ::kernels::__private::linkme)]
        static ENTRY: ::kernels::Kernel = ::kernels::Kernel {
            name: ::core::concat!(::core::module_path!(), "::", "narrow_turned"),
            variants: VARIANTS,
        };
        VARIANTS
    }
    /// # Safety
    /// The processor has `level`.
    #[inline(always)]
    unsafe fn __run(
        level: ::kernels::Level,
        a: &Matrix<f32, 4, 6>,
        b: &Matrix<f32, 3, 4>,
    ) -> Matrix<f32, 6, 3> {
        match level {
            ::kernels::Level::Portable => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__portable(&mut result, a, b);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx2 | ::kernels::Level::AvxVnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, b);
                    result.assume_init()
                }
            }
            #[cfg(target_arch = "x86_64")]
            ::kernels::Level::Avx512 | ::kernels::Level::Avx512Vnni => {
                let mut result = ::core::mem::MaybeUninit::uninit();
                unsafe {
                    Self::__avx2(&mut result, a, b);
                    result.assume_init()
                }
            }
        }
    }
    #[cfg_attr(any(target_arch = "x86_64"), inline(never))]
    fn __portable(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 6, 3>>,
        a: &::kernels::Matrix<f32, 4, 6>,
        b: &::kernels::Matrix<f32, 3, 4>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Portable>;
        unsafe {
            let arch = __private::arch::Portable::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            (|| {
                let columns_memory = __private::Buffer::<f32, 4, 4>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<V, 4>(arch, b, 4, 1, 4, 3, columns);
                let tile = __private::tile::gemm::<
                    V,
                    6,
                    1,
                >(arch, a, 1, 6, columns.src(), 4, 1, 4, 4);
                for r in 0..6 {
                    let at = r * 3;
                    r0.store_head(tile[r][0], at, 3);
                }
            })();
        }
    }
    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2,fma")]
    fn __avx2(
        result: &mut ::core::mem::MaybeUninit<::kernels::Matrix<f32, 6, 3>>,
        a: &::kernels::Matrix<f32, 4, 6>,
        b: &::kernels::Matrix<f32, 3, 4>,
    ) {
        use ::kernels::__private::{self, Arch as _, Simd as _};
        type V = __private::VectorOf<f32, __private::arch::Avx2>;
        unsafe {
            let arch = __private::arch::Avx2::assume();
            let a = __private::Src::of(a.as_slice());
            let b = __private::Src::of(b.as_slice());
            let r0 = __private::Dst::<f32>::result(result.as_mut_ptr());
            (|| {
                let columns_memory = __private::Buffer::<f32, 4, 4>::uninit();
                let columns = columns_memory.dst();
                __private::tile::pack::<V, 4>(arch, b, 4, 1, 4, 3, columns);
                let tile = __private::tile::small_gemm::<
                    V,
                    3,
                    4,
                >(arch, a, 1, 6, columns.src(), 4, 6, 4);
                __private::tile::store_small::<V, 3, 4>(tile, r0, 3, 6, 3);
            })();
        }
    }
}
